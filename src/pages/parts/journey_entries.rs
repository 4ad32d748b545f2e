//! Journeys as they stand in lists: their names, how many steps they have, how long they take.

use crate::i18n::{TimeLength, Words};
use crate::publish::{Journey, LeadTime};
use crate::site::Place;
use crate::site::phrase::{Entry, Fact, Link, Phrase};
use crate::site::reader::Reader;

/// The ways into the company.
pub(crate) fn onboarding(reader: Reader<'_>) -> Vec<Entry<'_>> {
    chosen(reader, Journey::is_onboarding)
}

/// All situations.
pub(crate) fn all_situations(reader: Reader<'_>) -> Vec<Entry<'_>> {
    chosen(reader, |journey| !journey.is_onboarding())
}

/// The journeys that are kept, by name.
pub(crate) fn chosen<'a>(reader: Reader<'a>, keep: impl Fn(&Journey<'a>) -> bool) -> Vec<Entry<'a>> {
    let kept = reader.published().journeys().filter(keep);
    reader.sorted(kept.map(|journey| entry(&journey, reader)).collect())
}

/// A journey's name, which leads to its page.
pub(crate) fn link<'a>(journey: &Journey<'a>, reader: Reader<'a>) -> Link<'a> {
    Link { href: Some(reader.href(Place::Journey(journey.key))), name: name(journey, reader) }
}

/// A journey's name, told apart from that of a service that is called the same.
pub(crate) fn name<'a>(journey: &Journey<'a>, reader: Reader<'a>) -> Phrase<'a> {
    let name = reader.phrase(journey.name);
    match name.foreign {
        None if reader.is_called_like_a_service(journey.key) => {
            Phrase::own(reader.words().format("journey.told_apart", &[("name", &name.text)]))
        }
        _ => name,
    }
}

/// A journey in a list.
pub(crate) fn entry<'a>(journey: &Journey<'a>, reader: Reader<'a>) -> Entry<'a> {
    let words = reader.words();
    let mut facts = vec![Fact::words(words.plural("count.steps", journey.steps.get().len() as u64, &[]))];
    facts.extend(journey.lead_time.get().map(|time| Fact::words(length(time, words))));
    Entry { link: link(journey, reader), summary: reader.maybe(journey.summary), facts, badge: None }
}

/// "usually 5 working days, at worst 8 working days"; "at least 5 working days" where a step waits for a
/// service that promises no time.
pub(crate) fn length(time: LeadTime, words: &Words<'_>) -> String {
    let some = |days: u32| words.duration(TimeLength { days, hours: 0, minutes: 0, working: true });
    let days = |days: usize| match u32::try_from(days) {
        Ok(0) | Err(_) => words.text("journey.same_day").into_owned(),
        Ok(days) => some(days),
    };
    if time.at_least {
        return match u32::try_from(time.usual) {
            Ok(0) | Err(_) => words.text("journey.unknown_length").into_owned(),
            Ok(days) => words.format("journey.at_least", &[("duration", &some(days))]),
        };
    }
    if time.usual == time.worst {
        return days(time.worst);
    }
    words.format("journey.usual_worst", &[("usual", &days(time.usual)), ("worst", &days(time.worst))])
}
