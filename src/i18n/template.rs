//! Texts with `{name}` placeholders.

use std::collections::BTreeSet;

/// The names between braces, or what is wrong with the braces.
pub(super) fn placeholders(text: &str) -> Result<BTreeSet<&str>, String> {
    let mut names = BTreeSet::new();
    for part in parts(text) {
        match part {
            Part::Text(words) if words.contains(['{', '}']) => {
                return Err(format!("a brace without its pair in `{text}`"));
            }
            Part::Text(_) => {}
            Part::Name(name) => {
                let plain = |c: char| c.is_ascii_lowercase() || c == '_';
                if name.is_empty() || !name.chars().all(plain) {
                    return Err(format!("`{{{name}}}` is no placeholder (a-z and _) in `{text}`"));
                }
                names.insert(name);
            }
        }
    }
    Ok(names)
}

/// The text with its placeholders filled. What is put in is not looked at again. A name without a
/// value shows as `⟦name⟧`.
pub(super) fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    for part in parts(text) {
        match part {
            Part::Text(words) => filled.push_str(words),
            Part::Name(name) => match values.iter().find(|(known, _)| *known == name) {
                Some((_, value)) => filled.push_str(value),
                None => filled.push_str(&missing(name)),
            },
        }
    }
    filled
}

/// How something that is not there shows: a mistake of the theme's, visible but no reason to stop.
pub(super) fn missing(name: &str) -> String {
    format!("⟦{name}⟧")
}

enum Part<'t> {
    Text(&'t str),
    Name(&'t str),
}

/// The text and the placeholders by turns.
fn parts(text: &str) -> impl Iterator<Item = Part<'_>> {
    let mut rest = Some(text);
    let mut next = None;
    std::iter::from_fn(move || {
        if let Some(name) = next.take() {
            return Some(Part::Name(name));
        }
        let all = rest.take()?;
        let split = || {
            let (before, after) = all.split_once('{')?;
            let (name, tail) = after.split_once('}')?;
            Some((before, name, tail))
        };
        let Some((before, name, tail)) = split() else { return Some(Part::Text(all)) };
        (next, rest) = (Some(name), Some(tail));
        Some(Part::Text(before))
    })
}

#[cfg(test)]
mod tests {
    use super::{fill, placeholders};

    #[test]
    fn placeholders_are_filled_once() {
        assert_eq!(fill("{a} and {b}", &[("a", "{b}"), ("b", "2")]), "{b} and 2");
        assert_eq!(fill("{a}", &[]), "⟦a⟧");
        assert_eq!(fill("none", &[("a", "1")]), "none");
    }

    #[test]
    fn braces_must_pair() {
        assert!(placeholders("{a} {a} {b_c}").is_ok_and(|names| names.len() == 2));
        for wrong in ["{a", "a}", "{}", "{A}", "{ a }", "{{a}}"] {
            assert!(placeholders(wrong).is_err(), "{wrong}");
        }
    }
}
