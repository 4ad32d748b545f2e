//! What somebody new opens on the first morning: today, this week, whom to ask, where, words, dates.

mod contacts;
mod dates;
mod needs;
mod stages;
mod ways;
mod words;

use serde::Serialize;

use super::journey_entries;
use crate::publish::{AudienceId, Feed, Journey};
use crate::site::clock::Ticks;
use crate::site::phrase::{Link, Phrase};
use crate::site::reader::Reader;
use crate::site::{Place, menu};
use contacts::{ContactView, WhereView};
use dates::DateView;
use needs::Needed;
use stages::StageView;
pub(crate) use ways::{ChoiceView, newcomers};
pub(crate) use words::{TermView, words};

/// The first days of an audience's new people, or of everyone.
#[derive(Debug, Serialize)]
pub struct FirstDaysView<'a> {
    /// The name under which the reader's choice among the ways is kept.
    pub id: &'a str,
    /// The ways into the company, to choose one.
    pub ways: Vec<ChoiceView<'a>>,
    /// What is done today, this week, and what others have made ready.
    pub stages: Vec<StageView<'a>>,
    /// Whom to ask.
    pub contacts: Vec<ContactView<'a>>,
    /// Where these are.
    pub places: Vec<WhereView<'a>>,
    /// Words of the house.
    pub words: Vec<TermView<'a>>,
    /// The dates that come next.
    pub dates: Vec<DateView<'a>>,
    /// Calendar files to subscribe to: whose, and where.
    pub calendars: Vec<Link<'a>>,
    /// The whole checklists.
    pub journeys: Vec<OnWayView<'a>>,
    /// The services that are needed first.
    pub services: Vec<OnWayView<'a>>,
}

/// Something with a page of its own that matters on some of the ways.
#[derive(Debug, Serialize)]
pub struct OnWayView<'a> {
    /// What.
    pub link: Link<'a>,
    /// What it is, or how long it is.
    pub note: Option<Phrase<'a>>,
    /// The ids of the ways into the company on which it matters, with spaces between.
    pub ways: String,
}

impl<'a> FirstDaysView<'a> {
    /// The first days of an audience.
    pub(crate) fn of_audience(id: AudienceId, reader: Reader<'a>) -> Self {
        Self::new(Some(id), ways::journeys(|journey| journey.audience.is_empty() || journey.is_for(id), reader), reader)
    }

    /// The first days of everyone, where a way into the company is for all.
    pub(crate) fn of_everyone(reader: Reader<'a>) -> Option<Self> {
        let journeys = ways::journeys(|journey| journey.audience.is_empty(), reader);
        (!journeys.is_empty()).then(|| Self::new(None, journeys, reader))
    }

    fn new(audience: Option<AudienceId>, journeys: Vec<Journey<'a>>, reader: Reader<'a>) -> Self {
        let services = needs::services(audience, &journeys, reader);
        let contacts = contacts::contacts(&journeys, reader);
        Self {
            id: audience.and_then(|id| reader.published().audience(id).id).unwrap_or_default(),
            ways: journeys.iter().map(|journey| ways::way(journey, reader)).collect(),
            stages: stages::stages(&journeys, reader),
            places: contacts::places(&contacts, reader),
            contacts: contacts.into_iter().map(|contact| contact.view).collect(),
            words: words(reader),
            dates: dates::dates(audience, &services, &journeys, reader),
            calendars: calendars(audience, reader),
            journeys: journeys.iter().map(|journey| checklist(journey, reader)).collect(),
            services: services.iter().map(|needed| service(needed, reader)).collect(),
        }
    }

    /// What ticks; the script shows the chosen way before the page is seen.
    pub(crate) fn ticks(&self) -> Ticks {
        let calendars = self.contacts.iter().filter_map(|contact| contact.calendar).collect();
        Ticks { calendars, always: true }
    }
}

fn checklist<'a>(journey: &Journey<'a>, reader: Reader<'a>) -> OnWayView<'a> {
    let steps = reader.words().plural("count.steps", journey.steps.get().len() as u64, &[]);
    OnWayView {
        link: journey_entries::link(journey, reader),
        note: Some(Phrase::own(steps)),
        ways: journey.id.to_owned(),
    }
}

fn service<'a>(needed: &Needed<'a>, reader: Reader<'a>) -> OnWayView<'a> {
    let Needed { service, ways } = needed;
    OnWayView { link: reader.service(service.key), note: reader.maybe(service.summary), ways: ways.join(" ") }
}

/// The calendar files of the audience and of everyone; the page of all dates where they have none.
fn calendars<'a>(audience: Option<AudienceId>, reader: Reader<'a>) -> Vec<Link<'a>> {
    let feeds = audience.map(Feed::Audience).into_iter().chain([Feed::Everyone]);
    let calendar = |feed| Some(Link { href: Some(reader.calendar_file(feed)?), name: reader.keeper(feed).name });
    let calendars: Vec<Link<'a>> = feeds.filter_map(calendar).collect();
    if calendars.is_empty() { vec![menu::link(Place::Deadlines(None), reader)] } else { calendars }
}
