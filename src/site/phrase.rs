//! Pieces that every page is made of: text that knows its language, links, rendered Markdown.
//!
//! [`Phrase`], [`Link`] and [`Fact`] stand on a page fifty times and more. So they reach its template as
//! the [`Html`] that they are, escaped and marked here, and the template prints them with `| safe`.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use super::breaks;
use crate::i18n::Direction;
use crate::markdown::{Html, Markup};

/// A text as the reader gets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase<'a> {
    /// The text.
    pub text: Cow<'a, str>,
    /// Its language, where it is not the page's.
    pub foreign: Option<Foreign<'a>>,
}

/// What is to be known of a text that is not in the page's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Foreign<'a> {
    /// Its language's tag.
    pub lang: &'a str,
    /// Which way it is written, where that is not the page's way.
    pub dir: Option<Direction>,
    /// True when it should have been in the page's language and has no translation yet.
    pub fallback: bool,
}

impl<'a> Phrase<'a> {
    /// A text in the page's own language.
    pub fn own(text: impl Into<Cow<'a, str>>) -> Self {
        Self { text: text.into(), foreign: None }
    }

    /// Writes it.
    pub(crate) fn push(&self, markup: &mut Markup) {
        marked(self.foreign, markup, |inside| {
            breaks::push(&self.text, inside);
        });
    }
}

impl Serialize for Phrase<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        html(|markup| self.push(markup)).serialize(serializer)
    }
}

/// Room for most links, in bytes: half of the strings on a page are links, and none of them grows step by step.
const USUAL_LINK: usize = 112;

/// What a function writes.
pub(crate) fn html(write: impl FnOnce(&mut Markup)) -> Html {
    let mut markup = Markup::with_capacity(USUAL_LINK);
    write(&mut markup);
    markup.finish()
}

/// Marks what is not in the page's language.
pub(crate) fn marked(foreign: Option<Foreign<'_>>, markup: &mut Markup, content: impl FnOnce(&mut Markup)) {
    let Some(foreign) = foreign else { return content(markup) };
    let fallback = foreign.fallback.then_some(foreign.lang);
    let dir = foreign.dir.map(Direction::as_str);
    markup.element("span", &[("lang", Some(foreign.lang)), ("dir", dir), ("data-fallback", fallback)], content);
}

/// Stands in a sentence where a link comes.
pub(crate) const HERE: &str = "\u{fffc}";

/// A sentence of ours with its links, each in the place of the next [`HERE`].
pub(crate) fn with_links(sentence: &str, links: &[Link<'_>]) -> Html {
    html(|markup| {
        let mut links = links.iter().peekable();
        for (place, words) in sentence.split(HERE).enumerate() {
            if let Some(link) = links.next_if(|_| place > 0) {
                link.push(markup);
            }
            markup.text(words);
        }
    })
}

/// A name that leads somewhere, if there is a page for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link<'a> {
    /// The address.
    pub href: Option<String>,
    /// What it is called.
    pub name: Phrase<'a>,
}

impl<'a> Link<'a> {
    /// A name that leads nowhere.
    pub fn nowhere(name: Phrase<'a>) -> Self {
        Self { href: None, name }
    }

    /// Writes it.
    pub(crate) fn push(&self, markup: &mut Markup) {
        match &self.href {
            Some(href) => {
                markup.element("a", &[("href", Some(href))], |inside| self.name.push(inside));
            }
            None => self.name.push(markup),
        }
    }
}

impl Serialize for Link<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        html(|markup| self.push(markup)).serialize(serializer)
    }
}

/// Rendered Markdown: paragraphs, lists, headings.
#[derive(Clone, Debug, Serialize)]
pub struct Passage<'a> {
    /// The HTML.
    pub html: Html,
    /// Its language's tag, where it is not the page's.
    pub lang: Option<&'a str>,
    /// Which way it is written, where that is not the page's way.
    pub dir: Option<Direction>,
    /// The same tag where it should have been in the page's language and has no translation yet.
    pub fallback: Option<&'a str>,
}

/// A link with a line of text: an entry in a list.
#[derive(Clone, Debug, Serialize)]
pub struct Entry<'a> {
    /// The name and where it leads.
    pub link: Link<'a>,
    /// A line about it.
    pub summary: Option<Phrase<'a>>,
    /// Short facts under it.
    pub facts: Vec<Fact<'a>>,
    /// A word that stands out beside the name.
    pub badge: Option<Badge>,
}

/// A short fact under an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact<'a> {
    /// The words before the link, if any.
    pub label: Option<Cow<'a, str>>,
    /// The fact, perhaps a link.
    pub link: Link<'a>,
    /// More of the same kind.
    pub more: Vec<Link<'a>>,
    /// True for what must not be overlooked.
    pub strong: bool,
}

impl<'a> Fact<'a> {
    /// A fact in words.
    pub fn words(text: impl Into<Cow<'a, str>>) -> Self {
        Self::link(Link { href: None, name: Phrase::own(text) })
    }

    /// A fact in an author's words.
    pub fn phrase(phrase: Phrase<'a>) -> Self {
        Self::link(Link { href: None, name: phrase })
    }

    /// A fact after words that say what it is.
    pub fn labelled(label: impl Into<Cow<'a, str>>, phrase: Phrase<'a>) -> Self {
        Self { label: Some(label.into()), ..Self::phrase(phrase) }
    }

    /// A fact that leads somewhere.
    pub fn link(link: Link<'a>) -> Self {
        Self { label: None, link, more: Vec::new(), strong: false }
    }

    /// Several of one kind after words that say what they are; none where there are none.
    pub fn links(label: impl Into<Cow<'a, str>>, links: impl IntoIterator<Item = Link<'a>>) -> Option<Self> {
        let mut links = links.into_iter();
        let first = links.next()?;
        Some(Self { label: Some(label.into()), more: links.collect(), ..Self::link(first) })
    }

    /// The same fact, made to stand out.
    #[must_use]
    pub fn strong(mut self) -> Self {
        self.strong = true;
        self
    }

    fn push(&self, markup: &mut Markup) {
        if let Some(label) = &self.label {
            markup.text(label).text(": ");
        }
        self.link.push(markup);
        for link in &self.more {
            markup.text(", ");
            link.push(markup);
        }
    }
}

impl Serialize for Fact<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let html = match self.strong {
            true => html(|markup| {
                markup.element("b", &[], |inside| self.push(inside));
            }),
            false => html(|markup| self.push(markup)),
        };
        html.serialize(serializer)
    }
}

/// A word that stands out: a state that readers must know.
#[derive(Clone, Debug, Serialize)]
pub struct Badge {
    /// Which colour it has: `new`, `changing`, `retiring`, `retired`, `urgent`, `away`.
    pub kind: &'static str,
    /// The word.
    pub text: String,
}

/// A text with its first letter as a sentence begins.
pub(crate) fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
