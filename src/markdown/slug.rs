//! Ids from headings: readable, stable, unique within a text.

use std::collections::{HashMap, HashSet};

use pulldown_cmark::{Event, Tag, TagEnd};

/// The id of every heading among the events, in order, without prefix: its own, or one made of its words. A heading
/// without any letter or digit is `section`; the second of a name gets `-2`. No id of the page around a text is made
/// of letters and hyphens alone.
pub(super) fn heading_ids(events: &[Event<'_>]) -> Vec<String> {
    let mut ids = Vec::new();
    let mut taken = Taken::default();
    for_each_heading(events, |start, text| {
        let own = match events.get(start) {
            Some(Event::Start(Tag::Heading { id, .. })) => id.as_deref(),
            _ => None,
        };
        ids.push(taken.unique(&slug(own.unwrap_or(text))));
    });
    ids
}

/// The id that a heading names itself, given the event that begins it.
pub(super) fn own_slug(start: &Event<'_>) -> Option<String> {
    match start {
        Event::Start(Tag::Heading { id, .. }) => id.as_deref().map(slug),
        _ => None,
    }
}

/// Takes the ids out of the words of headings that name their own: `## Payday {#payday}`, as Kramdown and Hugo read
/// it.
pub(super) fn take_own_ids(events: &mut [Event<'_>]) {
    let mut open = None;
    for place in 0..events.len() {
        match &events[place] {
            Event::Start(Tag::Heading { .. }) => open = Some(place),
            Event::End(TagEnd::Heading(_)) => {
                let (Some(start), Some(last)) = (open.take(), place.checked_sub(1)) else { continue };
                let Event::Text(text) = &events[last] else { continue };
                let Some((words, own)) = own_id(text).map(|(words, own)| (words.to_owned(), own.to_owned())) else {
                    continue;
                };
                events[last] = Event::Text(words.into());
                if let Event::Start(Tag::Heading { id, .. }) = &mut events[start] {
                    *id = Some(own.into());
                }
            }
            _ => {}
        }
    }
}

/// The words of a heading, and the id behind them.
fn own_id(text: &str) -> Option<(&str, &str)> {
    let (words, id) = text.trim_end().strip_suffix('}')?.rsplit_once("{#")?;
    let is_id = !id.is_empty() && id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':'));
    is_id.then(|| (words.trim_end(), id))
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

/// The ids that a text has used, and the number that the next of a name gets: a text may have thousands of one name.
#[derive(Default)]
struct Taken {
    ids: HashSet<String>,
    next: HashMap<String, u32>,
}

impl Taken {
    fn unique(&mut self, slug: &str) -> String {
        let mut id = slug.to_owned();
        while !self.ids.insert(id.clone()) {
            let number = self.next.entry(slug.to_owned()).or_insert(2);
            id = format!("{slug}-{number}");
            *number += 1;
        }
        id
    }
}

#[cfg(test)]
mod tests {
    use super::{Taken, slug};

    #[test]
    fn slugs_are_readable_in_every_alphabet() {
        assert_eq!(slug("  When is *payday*?  "), "when-is-payday");
        assert_eq!(slug("Työaika & ylityöt"), "työaika-ylityöt");
        assert_eq!(slug("!?"), "section");
    }

    #[test]
    fn ids_are_unique_even_against_numbered_names() {
        let mut taken = Taken::default();
        let ids: Vec<_> = ["a", "a-2", "a", "a"].iter().map(|slug| taken.unique(slug)).collect();
        assert_eq!(ids, ["a", "a-2", "a-3", "a-4"]);
    }
}
