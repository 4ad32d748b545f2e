//! What was meant as a link in Markdown and is none: readers see its brackets, or an address that leads nowhere.

use std::ops::Range;

use crate::checks::bare_links::{self, Near};
use crate::checks::check::{Check, Subject};
use crate::checks::texts::markdown;
use crate::diagnostic::Diagnostics;
use crate::model::{References, is_document};

/// Reports them all, as findings of a check.
pub(super) fn report(check: &Check, subject: &Subject<'_>, found: &mut Diagnostics) {
    let references = References::new(subject.catalog);
    for text in markdown(subject.catalog) {
        for (_, version) in text.written() {
            let near: Vec<Near> = match version.contains(']') {
                true => spaced_paths(version).into_iter().chain(torn(version)).chain(turned(version)).collect(),
                false => Vec::new(),
            };
            let is_told =
                |range: &Range<usize>| near.iter().any(|(own, ..)| own.start < range.end && range.start < own.end);
            let bare = bare_links::all(version, &references).into_iter().filter(|(range, ..)| !is_told(range));
            let near: Vec<Near> = bare.chain(near.iter().cloned()).collect();
            for (range, what, help) in near {
                found.push(
                    check
                        .at(version.span, what)
                        .why("readers would see these signs and could not follow a link")
                        .help(help)
                        .within(version, range),
                );
            }
        }
    }
}

/// Links whose path holds a space, so that Markdown takes it for words.
fn spaced_paths(text: &str) -> Vec<Near> {
    let begins = text.match_indices("](").map(|(at, mark)| at + mark.len());
    let path = |begin: usize| {
        let rest = text.get(begin..)?;
        let path = rest.get(..rest.find([')', '\n'])?)?;
        let plain = path.contains(' ') && !path.starts_with('<') && !path.contains(['"', '\'']);
        (plain && is_document(path)).then(|| {
            let what = format!("`{path}` holds a space, so that this is no link");
            let help = format!("put the path in angle brackets: `(<{path}>)`");
            (begin..begin + path.len(), what, help)
        })
    };
    begins.filter_map(path).collect()
}

/// `[words] (address)`
fn torn(text: &str) -> Vec<Near> {
    let link = |(middle, _): (usize, &str)| {
        let begin = text[..middle].rfind('[')?;
        let words = text.get(begin + 1..middle)?;
        let rest = text.get(middle + 3..)?;
        let address = rest.get(..rest.find([')', '\n'])?)?;
        (leads(address) && !words.contains('\n')).then(|| {
            let what = "between `]` and `(` stands a space, so that this is no link".to_owned();
            (begin..middle + 4 + address.len(), what, format!("write them together: `[{words}]({address})`"))
        })
    };
    text.match_indices("] (").filter_map(link).collect()
}

/// `(words)[address]`
fn turned(text: &str) -> Vec<Near> {
    let link = |(middle, _): (usize, &str)| {
        let begin = text[..middle].rfind('(')?;
        let words = text.get(begin + 1..middle)?;
        let rest = text.get(middle + 2..)?;
        let address = rest.get(..rest.find([']', '\n'])?)?;
        (leads(address) && !words.contains('\n')).then(|| {
            let what = "the words of a link stand in square brackets, and its address in round ones".to_owned();
            (begin..middle + 3 + address.len(), what, format!("write `[{words}]({address})`"))
        })
    };
    text.match_indices(")[").filter_map(link).collect()
}

/// Whether something in brackets is an address and no remark.
fn leads(address: &str) -> bool {
    let begins =
        ["service:", "team:", "department:", "person:", "article:", "journey:", "place:", "mailto:", "tel:", "#"];
    let is_one = address.contains("://") || address.ends_with(".md") || is_document(address);
    !address.contains(' ') && (is_one || begins.iter().any(|begin| address.starts_with(begin)))
}
