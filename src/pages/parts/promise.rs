//! What a service promises in time, in words.

use std::borrow::Cow;

use serde::Serialize;

use crate::publish::{Promised, Standard};
use crate::site::phrase::Phrase;
use crate::site::reader::Reader;

/// A promise for one urgency.
#[derive(Debug, Serialize)]
pub struct PromiseView<'a> {
    /// The urgency as the catalog names it.
    pub urgency: &'a str,
    /// The urgency in words.
    pub name: Phrase<'a>,
    /// True where the catalog says what readers call it: then it is told even where it stands alone.
    pub is_named: bool,
    /// True for everything but the normal case.
    pub urgent: bool,
    /// What makes it apply.
    pub when: Option<Phrase<'a>>,
    /// "An answer within 4 working hours, 9 times out of 10"
    pub answer: Option<String>,
    /// "Done within 2 working days"
    pub done: Option<String>,
    /// "Both are kept 9 times out of 10"
    pub kept: Option<String>,
    /// The time to the first answer, in the catalog's notation.
    pub first_response: Option<String>,
    /// The time until it is done, in the catalog's notation.
    pub resolution: Option<String>,
    /// True when time runs round the clock.
    pub always: bool,
    /// Measurable aims beside it.
    pub aims: Vec<Aim<'a>>,
}

/// A measurable aim.
#[derive(Debug, Serialize)]
pub struct Aim<'a> {
    /// What is measured.
    pub name: Cow<'a, str>,
    /// The figure.
    pub figure: String,
}

impl<'a> PromiseView<'a> {
    /// The promises of some standards.
    pub fn all(standards: impl IntoIterator<Item = Standard<'a>>, reader: Reader<'a>) -> Vec<Self> {
        let promised = standards.into_iter().filter(Standard::promises);
        promised.map(|standard| Self::new(&standard, reader)).collect()
    }

    fn new(standard: &Standard<'a>, reader: Reader<'a>) -> Self {
        let words = reader.words();
        let share = standard.target.map(|share| words.share(share.value()));
        let within = |time: Option<Promised>| time.map(|time| reader.within(*time, standard.is_always()));
        let sentence = |plain: &str, with_share: &str, within: String, share: Option<&String>| match share {
            Some(share) => words.format(with_share, &[("within", &within), ("share", share)]),
            None => words.format(plain, &[("within", &within)]),
        };
        // The share belongs to both: then it is said once, behind them.
        let is_both = standard.first_response.is_some() && standard.resolution.is_some();
        let kept =
            share.as_ref().filter(|_| is_both).map(|share| words.format("promise.both_share", &[("share", share)]));
        let share = share.as_ref().filter(|_| !is_both);
        let answer = within(standard.first_response)
            .map(|within| sentence("promise.answer", "promise.answer_share", within, share));
        let done =
            within(standard.resolution).map(|within| sentence("promise.done", "promise.done_share", within, share));
        Self {
            urgency: standard.urgency,
            name: urgency(standard, reader),
            is_named: standard.name.is_some(),
            urgent: standard.urgency != Standard::NORMAL,
            when: reader.maybe(standard.when),
            answer,
            done,
            kept,
            first_response: standard.first_response.map(|time| time.to_string()),
            resolution: standard.resolution.map(|time| time.to_string()),
            always: standard.is_always(),
            aims: aims(standard, reader),
        }
    }
}

/// An urgency in words: by its own name, or as the catalog names it.
pub(crate) fn urgency<'a>(standard: &Standard<'a>, reader: Reader<'a>) -> Phrase<'a> {
    let words = reader.words();
    match (standard.name, standard.urgency) {
        (Some(name), _) => reader.phrase(name),
        (None, "normal") => Phrase::own(words.text("promise.normal")),
        (None, "urgent") => Phrase::own(words.text("promise.urgent")),
        (None, other) => Phrase::own(other),
    }
}

fn aims<'a>(standard: &Standard<'a>, reader: Reader<'a>) -> Vec<Aim<'a>> {
    let words = reader.words();
    let mut aims = Vec::new();
    if let Some(time) = standard.handling {
        aims.push(Aim { name: words.text("promise.handling"), figure: words.duration(reader.span(*time, true)) });
    }
    if let Some(share) = standard.first_contact {
        aims.push(Aim { name: words.text("promise.first_contact"), figure: words.percent(share.value()) });
    }
    if let Some(grade) = standard.satisfaction {
        aims.push(Aim { name: words.text("promise.satisfaction"), figure: words.decimal(grade.value(), 1) });
    }
    aims
}
