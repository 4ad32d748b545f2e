//! The mapping of Markdown events: what an author may write, and what becomes of the rest.

use std::collections::HashMap;

use linkify::{LinkFinder, LinkKind};
use pulldown_cmark::{Alignment, BlockQuoteKind, CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd};

use crate::markdown::addresses::{Addresses, link_to};
use crate::markdown::html::push_escaped;
use crate::markdown::image::Image;
use crate::markdown::settings::Settings;

/// Quotes and lists deeper than this lose their box and keep their words.
const MAX_NESTING: usize = 16;

/// What is written where an open tag ends.
enum Closing {
    Nothing,
    Event(TagEnd),
    /// The words that a link ends with.
    Noted(String),
    Html(&'static str),
}

pub(super) struct Mapper<'s, 'a> {
    settings: &'a Settings<'a>,
    addresses: Addresses<'a>,
    /// How many headings have passed.
    headings: usize,
    /// Source levels of the headings above the current one.
    levels: Vec<HeadingLevel>,
    open: Vec<Closing>,
    nesting: usize,
    /// Links around the current place; more than one is not valid HTML.
    links: usize,
    /// Whether the current place is a block of code, which is shown as it is.
    in_code: bool,
    image: Option<Image>,
    alignments: Vec<Alignment>,
    in_table_head: bool,
    column: usize,
    /// Labels of the footnotes mentioned so far, and how often each was.
    mentioned: Vec<(String, usize)>,
    out: Vec<Event<'s>>,
}

/// How an address begins that is one without `https://`, as GitHub's Markdown has it.
const WITHOUT_SCHEME: &str = "www.";

impl<'s, 'a> Mapper<'s, 'a> {
    pub(super) fn new(settings: &'a Settings<'a>, ids: Vec<String>) -> Self {
        Self {
            settings,
            addresses: Addresses::new(settings, ids),
            headings: 0,
            levels: Vec::new(),
            open: Vec::new(),
            nesting: 0,
            links: 0,
            in_code: false,
            image: None,
            alignments: Vec::new(),
            in_table_head: false,
            column: 0,
            mentioned: Vec::new(),
            out: Vec::new(),
        }
    }

    pub(super) fn finish(self) -> Vec<Event<'s>> {
        self.out
    }

    pub(super) fn map_all(&mut self, events: Vec<Event<'s>>, notes: &HashMap<String, Vec<Event<'s>>>) {
        self.out.reserve(events.len());
        let mut events = events.into_iter().peekable();
        while let Some(event) = events.next() {
            if let Some(image) = &mut self.image {
                if image.collect(&event) {
                    let image = self.image.take();
                    self.open.pop();
                    self.out.extend(image.into_iter().flat_map(|image| image.finish(&self.addresses, self.links > 0)));
                }
                continue;
            }
            match event {
                Event::Start(tag) => {
                    let empty = matches!(events.peek(), Some(Event::End(_)));
                    let closing = self.start(tag, empty);
                    self.open.push(closing);
                }
                Event::End(tag) => self.end(tag),
                Event::Html(text) | Event::InlineHtml(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                    self.out.push(Event::Text(text))
                }
                Event::FootnoteReference(label) => self.mention(&label, notes),
                Event::TaskListMarker(done) => self.task(done),
                Event::Text(text) if self.links == 0 && !self.in_code => self.text(text),
                Event::Text(_) | Event::Code(_) | Event::SoftBreak | Event::HardBreak | Event::Rule => {
                    self.out.push(event)
                }
            }
        }
    }

    /// Adds the footnotes that were mentioned, in that order; one may mention another.
    pub(super) fn append_footnotes(&mut self, notes: &HashMap<String, Vec<Event<'s>>>) {
        let mut number = 0;
        while let Some((label, _)) = self.mentioned.get(number) {
            let note = notes.get(label).cloned().unwrap_or_default();
            number += 1;
            if number == 1 {
                let list = self.labelled("<ol class=\"footnotes\"", &self.settings.labels.footnotes);
                self.html(list);
            }
            let prefix = self.addresses.prefix().to_owned();
            self.html(format!("<li id=\"{prefix}fn_{number}\">"));
            self.map_all(note, notes);
            let back = format!("<a class=\"footnote-back\" href=\"#{prefix}fnref_{number}\"");
            let back = self.labelled(&back, &self.settings.labels.footnote_back);
            self.html(back + "↩\u{FE0E}</a></li>\n");
        }
        if number > 0 {
            self.html("</ol>\n");
        }
    }

    /// Words, with the bare addresses among them as links.
    fn text(&mut self, text: CowStr<'s>) {
        // Every address has one of these; most texts have none.
        let without_scheme = text.contains(WITHOUT_SCHEME);
        if !without_scheme && !text.bytes().any(|byte| matches!(byte, b':' | b'@')) {
            self.out.push(Event::Text(text));
            return;
        }
        for span in LinkFinder::new().url_must_have_scheme(!without_scheme).spans(&text) {
            let words = || Event::Text(span.as_str().to_owned().into());
            let to = |kind, address: &str| self.addresses.link(kind, address, "".into());
            let link = match span.kind() {
                Some(LinkKind::Email) => to(LinkType::Email, span.as_str()),
                Some(_) if span.as_str().starts_with(WITHOUT_SCHEME) => {
                    to(LinkType::Autolink, &format!("https://{}", span.as_str()))
                }
                // Without a beginning, other names with dots are files and versions as well.
                Some(_) if span.as_str().contains("://") => to(LinkType::Autolink, span.as_str()),
                _ => None,
            };
            match link {
                Some(link) => self.out.extend([Event::Start(link), words(), Event::End(TagEnd::Link)]),
                None => self.out.push(words()),
            }
        }
    }

    fn start(&mut self, tag: Tag<'s>, empty: bool) -> Closing {
        let end = tag.to_end();
        match tag {
            Tag::HtmlBlock => {
                self.out.push(Event::Start(Tag::Paragraph));
                return Closing::Event(TagEnd::Paragraph);
            }
            Tag::Heading { level, .. } => return self.heading(level, empty),
            Tag::BlockQuote(kind) => {
                self.nesting += 1;
                if self.nesting > MAX_NESTING {
                    return Closing::Nothing;
                }
                if let Some(kind) = kind {
                    return self.alert(kind);
                }
                self.out.push(Event::Start(Tag::BlockQuote(None)));
            }
            Tag::List(_) | Tag::DefinitionList => {
                self.nesting += 1;
                if self.nesting > MAX_NESTING {
                    return Closing::Nothing;
                }
                self.out.push(Event::Start(tag));
            }
            Tag::Item | Tag::DefinitionListTitle | Tag::DefinitionListDefinition => {
                if matches!(self.open.last(), Some(Closing::Nothing)) {
                    return Closing::Nothing;
                }
                self.out.push(Event::Start(tag));
            }
            Tag::CodeBlock(_) | Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell => {
                return self.scrolled(tag, empty);
            }
            Tag::Link { link_type, dest_url, title, .. } => {
                self.links += 1;
                if let (1, false, Some(file)) = (self.links, empty, self.addresses.document(&dest_url)) {
                    self.out.push(Event::Start(link_to(file.href, title)));
                    return Closing::Noted(file.note);
                }
                let target = self.addresses.link(link_type, &dest_url, title);
                let (1, false, Some(link)) = (self.links, empty, target) else { return Closing::Nothing };
                self.out.push(Event::Start(link));
            }
            Tag::Image { dest_url, .. } => {
                self.image = Some(Image::new(&dest_url));
                return Closing::Nothing;
            }
            Tag::Paragraph | Tag::Emphasis | Tag::Strong | Tag::Strikethrough => {
                self.out.push(Event::Start(tag));
            }
            Tag::FootnoteDefinition(_) | Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => {
                return Closing::Nothing;
            }
        }
        Closing::Event(end)
    }

    /// What is written by hand: code and tables, in boxes that scroll by themselves.
    fn scrolled(&mut self, tag: Tag<'s>, empty: bool) -> Closing {
        match tag {
            Tag::Table(alignments) => {
                self.alignments = alignments;
                let scroll = self.scroll_box(&self.settings.labels.table);
                self.html(scroll + "<table>");
                Closing::Html("</tbody></table></div>\n")
            }
            Tag::TableHead => {
                self.in_table_head = true;
                self.column = 0;
                self.html("<thead><tr>");
                Closing::Html("</tr></thead><tbody>\n")
            }
            Tag::TableRow => {
                self.column = 0;
                self.html("<tr>");
                Closing::Html("</tr>\n")
            }
            Tag::TableCell => self.cell(empty),
            _ => {
                self.in_code = true;
                let scroll = self.scroll_box(&self.settings.labels.code);
                self.html(scroll + "<pre><code>");
                Closing::Html("</code></pre></div>\n")
            }
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::DefinitionList => {
                self.nesting = self.nesting.saturating_sub(1);
            }
            TagEnd::TableHead => self.in_table_head = false,
            TagEnd::CodeBlock => self.in_code = false,
            TagEnd::Link => self.links = self.links.saturating_sub(1),
            _ => {}
        }
        match self.open.pop() {
            Some(Closing::Event(end)) => self.out.push(Event::End(end)),
            Some(Closing::Noted(note)) => {
                self.out.extend([Event::Text(format!(" {note}").into()), Event::End(TagEnd::Link)]);
            }
            Some(Closing::Html(html)) => self.out.push(Event::Html(html.into())),
            Some(Closing::Nothing) | None => {}
        }
    }

    /// Levels follow each other without gaps, whatever the author skipped: outlines with holes
    /// confuse those who listen (WCAG 2.2, 1.3.1).
    fn heading(&mut self, level: HeadingLevel, empty: bool) -> Closing {
        let id = self.addresses.heading_id(self.headings);
        self.headings += 1;
        if empty {
            return Closing::Nothing;
        }
        self.levels.retain(|above| *above < level);
        let shown = usize::from(self.settings.base_level.clamp(1, 6)) + self.levels.len();
        self.levels.push(level);
        let level = HeadingLevel::try_from(shown.min(6)).unwrap_or(HeadingLevel::H6);
        self.out.push(Event::Start(Tag::Heading { level, id, classes: vec![], attrs: vec![] }));
        Closing::Event(TagEnd::Heading(level))
    }

    fn alert(&mut self, kind: BlockQuoteKind) -> Closing {
        let labels = self.settings.labels;
        let (class, title) = match kind {
            BlockQuoteKind::Note => ("note", &labels.note),
            BlockQuoteKind::Tip => ("tip", &labels.tip),
            BlockQuoteKind::Important => ("important", &labels.important),
            BlockQuoteKind::Warning => ("warning", &labels.warning),
            BlockQuoteKind::Caution => ("caution", &labels.caution),
        };
        let mut html = format!("<div class=\"alert alert-{class}\" role=\"note\">");
        html.push_str("<p class=\"alert-title\">");
        push_escaped(&mut html, title);
        self.html(html + "</p>\n");
        Closing::Html("</div>\n")
    }

    /// Alignment is a class, since the page's policy allows no inline style; a header cell without
    /// words is an ordinary cell, since it would head nothing.
    fn cell(&mut self, empty: bool) -> Closing {
        let alignment = self.alignments.get(self.column).unwrap_or(&Alignment::None);
        self.column += 1;
        if self.in_table_head && !empty {
            self.html(match alignment {
                Alignment::Left => "<th scope=\"col\" class=\"align-start\">",
                Alignment::Center => "<th scope=\"col\" class=\"align-center\">",
                Alignment::Right => "<th scope=\"col\" class=\"align-end\">",
                Alignment::None => "<th scope=\"col\">",
            });
            return Closing::Html("</th>");
        }
        self.html(match alignment {
            Alignment::Left => "<td class=\"align-start\">",
            Alignment::Center => "<td class=\"align-center\">",
            Alignment::Right => "<td class=\"align-end\">",
            Alignment::None => "<td>",
        });
        Closing::Html("</td>")
    }

    fn task(&mut self, done: bool) {
        let labels = self.settings.labels;
        let (checked, label) = if done { (" checked", &labels.task_done) } else { ("", &labels.task_open) };
        let start = format!("<input type=\"checkbox\" disabled{checked}");
        let html = self.labelled(&start, label);
        self.html(html);
    }

    /// Underscores, since no heading's id has one.
    fn mention(&mut self, label: &CowStr<'s>, notes: &HashMap<String, Vec<Event<'s>>>) {
        if !notes.contains_key(&**label) {
            self.out.push(Event::Text(format!("[^{label}]").into()));
            return;
        }
        let known = self.mentioned.iter().position(|(other, _)| **other == **label);
        let index = known.unwrap_or_else(|| {
            self.mentioned.push((label.to_string(), 0));
            self.mentioned.len() - 1
        });
        let Some((_, times)) = self.mentioned.get_mut(index) else { return };
        *times += 1;
        let (number, times) = (index + 1, *times);
        let prefix = self.addresses.prefix().to_owned();
        let again = if times > 1 { format!("_{times}") } else { String::new() };
        let html = if self.links > 0 {
            format!("<sup id=\"{prefix}fnref_{number}{again}\">{number}</sup>")
        } else {
            format!("<sup id=\"{prefix}fnref_{number}{again}\"><a href=\"#{prefix}fn_{number}\">{number}</a></sup>")
        };
        self.html(html);
    }

    /// A box that scrolls sideways must be reachable by keyboard and so needs a name (WCAG 2.2,
    /// 2.1.1 and 4.1.2). A group, not a region: names of landmarks must be unique in a page.
    fn scroll_box(&self, label: &str) -> String {
        self.labelled("<div class=\"scroll\" role=\"group\" tabindex=\"0\"", label)
    }

    fn labelled(&self, start: &str, label: &str) -> String {
        let mut html = format!("{start} aria-label=\"");
        push_escaped(&mut html, label);
        html + "\">"
    }

    fn html(&mut self, html: impl Into<CowStr<'s>>) {
        self.out.push(Event::Html(html.into()));
    }
}
