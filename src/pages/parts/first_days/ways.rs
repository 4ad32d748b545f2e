//! The ways into the company as choices: what each is, how long it is, and how it begins.

use serde::Serialize;

use super::stages;
use crate::markdown::plain;
use crate::pages::parts::journey_entries;
use crate::publish::{AudienceId, Journey};
use crate::site::Place;
use crate::site::phrase::Phrase;
use crate::site::reader::Reader;

/// Something to choose: a way into the company, or those for whom there are such.
#[derive(Debug, Serialize)]
pub struct ChoiceView<'a> {
    /// Where it leads; a way is chosen on the page itself.
    pub href: Option<String>,
    /// The journey's id.
    pub id: &'a str,
    /// Its name as text: an option holds nothing else.
    pub label: String,
    /// Its name.
    pub name: Phrase<'a>,
    /// What it is.
    pub summary: Option<Phrase<'a>>,
    /// What is in it.
    pub inside: Vec<InsideView<'a>>,
}

/// What is in a choice: a journey.
#[derive(Debug, Serialize)]
pub struct InsideView<'a> {
    /// Its name, where it is not that of the choice.
    pub name: Option<Phrase<'a>>,
    /// How many steps it has, and what is done first.
    pub facts: Vec<String>,
}

/// A way into the company.
pub(super) fn way<'a>(journey: &Journey<'a>, reader: Reader<'a>) -> ChoiceView<'a> {
    ChoiceView {
        href: None,
        id: journey.id,
        label: journey.name.str(reader.locale()).into_owned(),
        name: reader.phrase(journey.name),
        summary: reader.maybe(journey.summary),
        inside: vec![InsideView { name: None, ..inside(journey, reader) }],
    }
}

/// Those who have a page of their own, with the ways that are theirs, by name.
pub(crate) fn newcomers<'a>(id: AudienceId, reader: Reader<'a>) -> ChoiceView<'a> {
    let audience = reader.published().audience(id);
    let theirs = journeys(|journey| journey.is_for(id), reader);
    ChoiceView {
        href: Some(reader.href(Place::Welcome(id))),
        id: audience.id.unwrap_or_default(),
        label: audience.name.str(reader.locale()).into_owned(),
        name: reader.phrase(audience.name),
        summary: reader.maybe(audience.summary),
        inside: theirs.iter().map(|journey| inside(journey, reader)).collect(),
    }
}

/// The ways into the company that are kept, by name.
pub(super) fn journeys<'a>(keep: impl Fn(&Journey<'a>) -> bool, reader: Reader<'a>) -> Vec<Journey<'a>> {
    let ways = reader.published().journeys().filter(|journey| journey.is_onboarding() && keep(journey));
    let mut ways: Vec<Journey<'a>> = ways.collect();
    ways.sort_by_cached_key(|journey| reader.words().sort_key(&journey.name.str(reader.locale())));
    ways
}

fn inside<'a>(journey: &Journey<'a>, reader: Reader<'a>) -> InsideView<'a> {
    let words = reader.words();
    let steps = words.plural("count.steps", journey.steps.get().len() as u64, &[]);
    let first = stages::first(journey).map(|step| {
        let step = plain(&step.what.str(reader.locale()));
        words.format("new_here.first", &[("step", step.trim())])
    });
    InsideView {
        name: Some(journey_entries::name(journey, reader)),
        facts: std::iter::once(steps).chain(first).collect(),
    }
}
