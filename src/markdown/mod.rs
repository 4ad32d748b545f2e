//! Markdown of authors who are not trusted with markup → HTML that is.
//!
//! CommonMark with tables, footnotes, strikethrough, task lists, alerts and definition lists
//! (GitHub's flavour). What an author writes can become text, never a tag, a script or a link that
//! runs one: raw HTML is shown as the text that it is (comments not at all), and addresses pass an allow-list.
//! This is the only place that makes [`Html`], so a template that prints one unescaped prints nothing else.

mod addresses;
mod events;
mod html;
mod image;
mod link;
mod plain;
mod raw;
mod render;
mod settings;
mod slug;
mod survey;
#[cfg(test)]
mod tests;

pub use html::{Html, Markup};
pub use link::TargetKind;
pub use plain::plain;
pub use raw::{RawHtml, RawKind};
pub use render::{MAX_SOURCE_BYTES, render, render_inline};
pub use settings::{Document, Labels, Settings};
pub use survey::{Heading, MarkdownLink, Survey, links, survey};
