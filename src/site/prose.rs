//! An author's Markdown as a reader of a page gets it: where its links lead, which files it offers and shows.

use std::borrow::Cow;

use super::phrase::{self, Passage};
use super::reader::Reader;
use crate::markdown::{self, Document, Html, Settings, survey};
use crate::publish::{EntryId, EntryKind, FileId, LinkTarget, LocaleId, Text};

/// Stands before the ids of headings in what a page says about its entry.
const DESCRIPTION: &str = "about";

impl<'a> Reader<'a> {
    /// What an entry's page says about it.
    pub fn description(self, text: Text<'a>) -> Passage<'a> {
        self.passage(text, DESCRIPTION)
    }

    /// Markdown with headings from level 3 on; `prefix` keeps its ids apart from other texts'.
    pub fn passage(self, text: Text<'a>, prefix: &str) -> Passage<'a> {
        self.passage_at(text, prefix, 3)
    }

    /// Markdown with headings from a level on.
    pub fn passage_at(self, text: Text<'a>, prefix: &str, base_level: u8) -> Passage<'a> {
        let (html, locale) = self.render(text, prefix, base_level, markdown::render);
        let lang = self.lang(locale);
        let fallback = lang.filter(|_| locale != self.locale());
        Passage { html, lang, dir: self.dir(self.published().language(locale)), fallback }
    }

    /// Markdown without paragraphs, lists or headings.
    pub fn inline(self, text: Text<'a>) -> Html {
        let (html, locale) = self.render(text, "", 3, markdown::render_inline);
        phrase::html(|markup| {
            phrase::marked(self.foreign(locale), markup, |inside| {
                inside.html(&html);
            });
        })
    }

    fn render(
        self,
        text: Text<'a>,
        prefix: &str,
        base_level: u8,
        render: fn(&str, &Settings<'_>) -> Html,
    ) -> (Html, LocaleId) {
        let version = text.get(self.locale());
        self.count(&version.text, version.locale);
        let rewrite = |target: &str| self.rewrite(target);
        let picture = |target: &str| self.picture(target, version.file);
        let document = |target: &str| self.document(target, version.file);
        let labels = self.edition.labels(self.locale());
        let settings =
            Settings { base_level, prefix, labels, rewrite: &rewrite, document: &document, picture: &picture };
        (render(&version.text, &settings), version.locale)
    }

    /// Where a link in an author's Markdown really leads. One that names an entry that does not
    /// exist leads nowhere: its words stay. A person who may not be named has no page.
    fn rewrite(self, target: &str) -> Option<String> {
        let (entry, heading) = match self.published().target(target) {
            LinkTarget::Entry(entry, heading) => (entry, heading),
            LinkTarget::Nowhere => return Some(String::new()),
            LinkTarget::Outside => return None,
        };
        let href = self.href(entry.into());
        Some(match heading {
            Some(heading) => format!("{href}#{}", self.heading_id(entry, heading)),
            None => href,
        })
    }

    /// The id of a heading of an entry's text on the entry's page.
    fn heading_id<'h>(self, entry: EntryId, heading: &'h str) -> Cow<'h, str> {
        let text = self.published().text_of(entry).filter(|_| entry.kind() != EntryKind::Article);
        let headings = text.map(|text| survey(&text.str(self.locale())).headings).unwrap_or_default();
        match headings.iter().any(|known| known.id == heading) {
            true => format!("{DESCRIPTION}-{heading}").into(),
            false => heading.into(),
        }
    }

    /// A file that a link in a file's text offers, with its kind and size.
    fn document(self, target: &str, file: FileId) -> Option<Document> {
        let document = self.published().document(target, file)?;
        let kind = document.path.rsplit_once('.').map_or("", |(_, ending)| ending).to_uppercase();
        let kilobytes = document.bytes.div_ceil(1_000);
        let size = match kilobytes {
            1_000.. => ("file.megabytes", self.words().decimal(document.bytes as f64 / 1e6, 1)),
            _ => ("file.kilobytes", kilobytes.to_string()),
        };
        let size = self.words().format(size.0, &[("n", &size.1)]);
        Some(Document { href: self.root() + &document.path, note: format!("({kind}, {size})") })
    }

    /// Where a picture that is named in a file really is.
    fn picture(self, target: &str, file: FileId) -> Option<String> {
        Some(self.root() + self.published().picture(target, file)?)
    }
}
