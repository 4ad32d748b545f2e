//! Texts that are longer than any place for them.

use crate::checks::check::{Subject, check};
use crate::checks::texts::each_text;
use crate::diagnostic::{Diagnostics, Span};
use crate::markdown::MAX_SOURCE_BYTES;
use crate::model::{Said, TextKind};

check! {
    /// Ensures that no text is longer than what is shown of it: a name has at most 300 bytes, another line at most
    /// 4,000, a Markdown text 64 KiB. A letter beyond a to z takes two bytes or more.
    OVERSIZED_TEXT: Error "oversized-text" => oversized_text
}

/// A name that is longer stands in no list, in bytes.
const MOST_OF_A_NAME: usize = 300;

/// The same of any other line.
const MOST_OF_A_LINE: usize = 4_000;

fn oversized_text(subject: &Subject<'_>, found: &mut Diagnostics) {
    each_text(subject.catalog, &mut |_, kind, said| {
        let (noun, most) = match kind {
            TextKind::Markdown => ("text", MAX_SOURCE_BYTES),
            TextKind::Name | TextKind::Title | TextKind::Proper => ("name", MOST_OF_A_NAME),
            _ => ("line", MOST_OF_A_LINE),
        };
        let mut look = |text: &str, span: Span| {
            if text.len() > most {
                let what = format!("this {noun} has {} bytes; at most {most} are shown", text.len());
                let finding = OVERSIZED_TEXT.at(span, what).why("readers would lose what stands beyond");
                found.push(finding.help("shorten it, or put the rest into an article of its own"));
            }
        };
        match said {
            Said::One(text) => text.written().for_each(|(_, text)| look(text, text.span)),
            Said::List(list) => list.written().for_each(|(_, text, span)| look(text, span)),
        }
    });
}
