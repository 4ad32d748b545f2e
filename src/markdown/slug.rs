//! Ids from headings: readable, stable, unique within a text.

use std::collections::HashSet;

use pulldown_cmark::{Event, Tag, TagEnd};

/// Ids of the page around a text that has it to itself; a heading of that name gets `-2`. The texts of
/// all pages keep off them, so that a heading's id does not depend on where its text is shown.
const OF_THE_PAGE: [&str; 3] = ["main", "services", "review"];

/// The id of every heading among the events, in order, without prefix. A heading without any letter
/// or digit is `section`; the second of a name gets `-2`.
pub(super) fn heading_ids(events: &[Event<'_>]) -> Vec<String> {
    let mut ids = Vec::new();
    let mut taken = HashSet::new();
    for_each_heading(events, |_, text| ids.push(unique(&slug(text), &mut taken)));
    ids
}

/// Calls back for every heading with the index of its start event and its text.
pub(super) fn for_each_heading(events: &[Event<'_>], mut found: impl FnMut(usize, &str)) {
    let mut open: Option<(usize, String)> = None;
    for (index, event) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::Heading { .. }) => open = Some((index, String::new())),
            Event::End(TagEnd::Heading(_)) => {
                if let Some((start, text)) = open.take() {
                    found(start, text.trim());
                }
            }
            Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) => {
                if let Some((_, heading)) = &mut open {
                    heading.push_str(text);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some((_, heading)) = &mut open {
                    heading.push(' ');
                }
            }
            _ => {}
        }
    }
}

fn slug(text: &str) -> String {
    let mut slug = String::new();
    for character in text.chars().flat_map(char::to_lowercase) {
        if character.is_alphanumeric() {
            slug.push(character);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let kept = slug.trim_end_matches('-');
    if kept.is_empty() { "section".to_owned() } else { kept.to_owned() }
}

fn unique(slug: &str, taken: &mut HashSet<String>) -> String {
    let mut id = slug.to_owned();
    let mut number = 2_u32;
    while OF_THE_PAGE.contains(&&*id) || !taken.insert(id.clone()) {
        id = format!("{slug}-{number}");
        number += 1;
    }
    id
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{slug, unique};

    #[test]
    fn slugs_are_readable_in_every_alphabet() {
        assert_eq!(slug("  When is *payday*?  "), "when-is-payday");
        assert_eq!(slug("Työaika & ylityöt"), "työaika-ylityöt");
        assert_eq!(slug("!?"), "section");
    }

    #[test]
    fn ids_are_unique_even_against_numbered_names() {
        let mut taken = HashSet::new();
        let ids: Vec<_> = ["a", "a-2", "a", "a"].iter().map(|slug| unique(slug, &mut taken)).collect();
        assert_eq!(ids, ["a", "a-2", "a-3", "a-4"]);
    }
}
