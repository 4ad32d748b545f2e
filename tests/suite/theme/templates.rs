//! Templates: an element a line, names instead of positions, and nothing printed as it is but HTML.

use std::collections::{BTreeMap, BTreeSet};

use super::{files, is_name};
use crate::tidy::{assert_none, sources};

#[test]
fn a_line_opens_one_element() {
    let mut wrong = Vec::new();
    for (path, text) in files("templates", "html") {
        for (number, line) in text.lines().enumerate() {
            let opened = line.match_indices('<').filter(|(at, _)| {
                let behind = line[at + 1..].chars().next();
                behind.is_some_and(|c| c.is_ascii_alphabetic())
            });
            if opened.count() > 1 {
                wrong.push(format!("themes/default/{path}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn fields_are_named() {
    let mut wrong = Vec::new();
    for (path, text) in files("templates", "html") {
        for code in codes(&text) {
            let positions = code.match_indices('[').filter(|(at, _)| {
                let index = code[at + 1..].split(']').next().unwrap();
                !index.is_empty() && index.chars().all(|c| c.is_ascii_digit())
            });
            let dotted = code.split(|c: char| !is_name(c) && c != '.').any(|word| {
                word.starts_with(|c: char| c.is_ascii_alphabetic())
                    && word.split('.').skip(1).any(|part| part.starts_with(|c: char| c.is_ascii_digit()))
            });
            if positions.count() > 0 || dotted {
                wrong.push(format!("themes/default/{path}: {code}"));
            }
        }
    }
    assert_none(&wrong);
}

/// `| safe` stands only beside a field whose type reaches the template as HTML. That no text gets there all
/// the same is tested with texts that look like tags.
#[test]
fn only_html_is_printed_as_it_is() {
    let fields = fields_of_html();
    assert!(fields.contains("summary") && !fields.contains("takes"), "the fields are no longer found: {fields:?}");
    let mut printed = 0;
    let mut wrong = Vec::new();
    for (path, text) in files("templates", "html") {
        let mut loops: BTreeMap<&str, &str> = BTreeMap::new();
        for code in codes(&text) {
            loops.extend(iterated(code));
            for (at, _) in code.match_indices("| safe") {
                printed += 1;
                let shown = printed_path(&code[..at]);
                let field = last_name(loops.get(shown).unwrap_or(&shown));
                if !fields.contains(field) {
                    wrong.push(format!("themes/default/{path}: `{field}` is no HTML: {code}"));
                }
            }
        }
    }
    assert!(printed > 50, "`| safe` is no longer found");
    assert_none(&wrong);
}

/// The names of all fields of the pages that hold HTML.
fn fields_of_html() -> BTreeSet<String> {
    let sources = sources();
    let mut types: BTreeSet<&str> = BTreeSet::from(["Html"]);
    for (_, text) in &sources {
        for (at, found) in text.match_indices("impl Serialize for ") {
            let behind = &text[at + found.len()..];
            let end = behind.find("\n}\n").unwrap_or(behind.len());
            if behind[..end].contains("html(") {
                types.insert(behind.split(|c| !is_name(c)).next().unwrap());
            }
        }
    }
    let rooms = ["pages/", "site/"];
    let of_pages = sources.iter().filter(|(path, _)| rooms.iter().any(|room| path.starts_with(room)));
    let mut fields = BTreeSet::new();
    for line in of_pages.flat_map(|(_, text)| text.lines()) {
        let Some((name, of)) = line.trim().strip_prefix("pub ").and_then(|rest| rest.split_once(": ")) else {
            continue;
        };
        let of = of.trim_end_matches(',');
        let of = ["Option<", "Vec<"].iter().fold(of, |of, outer| of.strip_prefix(outer).unwrap_or(of));
        if types.contains(of.split(|c| !is_name(c)).next().unwrap()) {
            fields.insert(name.to_owned());
        }
    }
    fields
}

/// What a loop names, and what it goes over.
fn iterated(code: &str) -> Option<(&str, &str)> {
    let (name, over) = code.strip_prefix("{% for ")?.split_once(" in ")?;
    Some((name, over.trim_end_matches("%}").trim()))
}

/// What stands before a filter, without parentheses, alternatives and other filters.
fn printed_path(before: &str) -> &str {
    let start = before.rfind(['{', '=']).map_or(0, |at| at + 1);
    // `join(sep=", ")` has such signs of its own.
    let start = if before[start..].starts_with('"') { before.rfind("{{").map_or(0, |at| at + 2) } else { start };
    let value = before[start..].split('|').next().unwrap().split(" or ").next().unwrap();
    value.trim().trim_start_matches('(')
}

fn last_name(path: &str) -> &str {
    path.rsplit('.').next().unwrap().trim_matches(|c: char| !is_name(c))
}

/// The code of a template: `{{ ... }}` and `{% ... %}`.
fn codes(text: &str) -> Vec<&str> {
    let mut codes = Vec::new();
    let mut rest = text;
    while let Some(at) = ["{{", "{%"].iter().filter_map(|open| rest.find(open)).min() {
        let close = if rest[at..].starts_with("{{") { "}}" } else { "%}" };
        let Some(end) = rest[at..].find(close).map(|end| at + end + 2) else { break };
        codes.push(&rest[at..end]);
        rest = &rest[end..];
    }
    codes
}
