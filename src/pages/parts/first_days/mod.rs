//! What somebody new opens on the first morning: today, this week, whom to ask, where, words, dates.

mod contacts;
mod dates;
mod needs;
mod stages;
mod words;

use serde::Serialize;

use super::journey_entries;
use crate::publish::{AudienceId, Feed, Journey, Service};
use crate::site::clock::Ticks;
use crate::site::phrase::{Entry, Link};
use crate::site::reader::Reader;
use crate::site::{Place, menu};
use contacts::{ContactView, WhereView};
use dates::DateView;
use stages::StageView;
use words::TermView;

/// The first days of an audience's new people, or of everyone.
#[derive(Debug, Serialize)]
pub struct FirstDaysView<'a> {
    /// The name under which the reader's choice among the ways is kept.
    pub id: &'a str,
    /// The ways into the company, to choose one.
    pub ways: Vec<WayView<'a>>,
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
    pub journeys: Vec<Entry<'a>>,
    /// The services that are needed first.
    pub services: Vec<Entry<'a>>,
}

/// A way into the company.
#[derive(Debug, Serialize)]
pub struct WayView<'a> {
    /// The journey's id.
    pub id: &'a str,
    /// Its name as text: a choice holds nothing else.
    pub name: String,
}

impl<'a> FirstDaysView<'a> {
    /// The first days of an audience.
    pub(crate) fn of_audience(id: AudienceId, reader: Reader<'a>) -> Self {
        Self::new(Some(id), journeys(|journey| journey.audience.is_empty() || journey.is_for(id), reader), reader)
    }

    /// The first days of everyone, where a way into the company is for all.
    pub(crate) fn of_everyone(reader: Reader<'a>) -> Option<Self> {
        let journeys = journeys(|journey| journey.audience.is_empty(), reader);
        (!journeys.is_empty()).then(|| Self::new(None, journeys, reader))
    }

    fn new(audience: Option<AudienceId>, journeys: Vec<Journey<'a>>, reader: Reader<'a>) -> Self {
        let services = needs::services(audience, &journeys, reader);
        let contacts = contacts::contacts(&journeys, reader);
        Self {
            id: audience.and_then(|id| reader.published().audience(id).id).unwrap_or_default(),
            ways: journeys.iter().map(|journey| way(journey, reader)).collect(),
            stages: stages::stages(&journeys, reader),
            places: contacts::places(&contacts, reader),
            contacts: contacts.into_iter().map(|contact| contact.view).collect(),
            words: words::words(reader),
            dates: dates::dates(audience, &services, reader),
            calendars: calendars(audience, reader),
            journeys: journeys.iter().map(|journey| journey_entries::entry(journey, reader)).collect(),
            services: entries(&services, reader),
        }
    }

    /// What ticks; the script shows the chosen way before the page is seen.
    pub(crate) fn ticks(&self) -> Ticks {
        let calendars = self.contacts.iter().filter_map(|contact| contact.calendar).collect();
        Ticks { calendars, always: true }
    }
}

/// The ways into the company that are kept, by name.
fn journeys<'a>(keep: impl Fn(&Journey<'a>) -> bool, reader: Reader<'a>) -> Vec<Journey<'a>> {
    let ways = reader.published().journeys().filter(|journey| journey.is_onboarding() && keep(journey));
    let mut ways: Vec<Journey<'a>> = ways.collect();
    ways.sort_by_cached_key(|journey| reader.words().sort_key(&journey.name.str(reader.locale())));
    ways
}

fn way<'a>(journey: &Journey<'a>, reader: Reader<'a>) -> WayView<'a> {
    WayView { id: journey.id, name: journey.name.str(reader.locale()).into_owned() }
}

fn entries<'a>(services: &[Service<'a>], reader: Reader<'a>) -> Vec<Entry<'a>> {
    services.iter().map(|service| reader.service_entry_with_team(service.key)).collect()
}

/// The calendar files of the audience and of everyone; the page of all dates where they have none.
fn calendars<'a>(audience: Option<AudienceId>, reader: Reader<'a>) -> Vec<Link<'a>> {
    let feeds = audience.map(Feed::Audience).into_iter().chain([Feed::Everyone]);
    let calendar = |feed| Some(Link { href: Some(reader.calendar_file(feed)?), name: reader.keeper(feed).name });
    let calendars: Vec<Link<'a>> = feeds.filter_map(calendar).collect();
    if calendars.is_empty() { vec![menu::link(Place::Deadlines(None), reader)] } else { calendars }
}
