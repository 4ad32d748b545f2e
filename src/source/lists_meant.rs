//! The lists and groups that were meant by a text or a group in their place.

use super::written::{quoted, text_of};
use super::{items, urgency};
use crate::clock::Duration;
use crate::yaml::{NodeKind, Pair};

/// The list of groups that was meant by a text behind its key.
pub(super) fn of_text(key: &str, text: &str, written: &str) -> Option<String> {
    match key {
        "steps" | "you_provide" => {
            let items = items::all(key, text, written);
            let groups: Vec<String> = items.iter().map(|item| format!("{{what: {}}}", quoted(item))).collect();
            (items.len() > 1).then(|| format!("[{}]", groups.join(", ")))
        }
        "escalate" => escalation(text),
        _ => None,
    }
}

/// The promise that was meant by a length of time alone.
pub(super) fn standards(key: &str, text: &str) -> Option<String> {
    let promise = urgency::promised(text).filter(|_| key == "standards")?;
    Some(format!("{{normal: {{{promise}}}}}"))
}

/// `maija.virtanen after 1 day`
pub(super) fn escalation(text: &str) -> Option<String> {
    let ends = text.match_indices(' ').filter_map(|(at, _)| Some((text.get(..at)?, text.get(at + 1..)?)));
    let (to, after) = ends.into_iter().find_map(|(to, after)| {
        let after = after.trim_matches(['(', ')']);
        let time = Duration::parse(after).map_or_else(|error| error.suggestion, |_| Some(after.to_owned()));
        Some((to.trim_matches([',', ':', ' ', '-']), time?))
    })?;
    Some(format!("[{{to: {}, after: {after}}}]", quoted(to)))
}

/// The kinds of channels.
const CHANNELS: [&str; 11] =
    ["booking", "chat", "desk", "email", "emergency", "form", "meeting", "phone", "place", "post", "web"];

/// The channels that stand in one group, each with the keys behind it.
pub(super) fn channels(key: &str, pairs: &[Pair<'_>]) -> Option<String> {
    let is_kind = |pair: &Pair<'_>| CHANNELS.contains(&&*pair.key);
    if key != "channels" || !pairs.first().is_some_and(is_kind) {
        return None;
    }
    let mut channels: Vec<Vec<String>> = Vec::new();
    for pair in pairs {
        if is_kind(pair) {
            channels.push(Vec::new());
        }
        let of_kind = |value: &str| format!("{}: {value}", pair.key);
        match &pair.value.kind {
            NodeKind::Sequence(items) if is_kind(pair) => {
                let all: Vec<String> = items.iter().map(|item| text_of(item).map(quoted)).collect::<Option<_>>()?;
                channels.pop();
                channels.extend(all.iter().map(|value| vec![of_kind(value)]));
            }
            _ => channels.last_mut()?.push(of_kind(&quoted(text_of(&pair.value)?))),
        }
    }
    let channels = channels.iter().map(|channel| format!("{{{}}}", channel.join(", ")));
    Some(format!("[{}]", channels.collect::<Vec<_>>().join(", ")))
}
