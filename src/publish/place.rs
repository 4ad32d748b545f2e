//! A place.

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::address::Pages;
use super::channel::{Channel, Phone};
use super::hours::Hours;
use super::list::{Lazy, Publish};
use super::published::Published;
use super::reference::Ref;
use super::text::Text;
use super::who::Home;
use crate::model::{self, ChannelTarget, DepartmentId, EntryId, PersonId, PlaceId, Privacy, ServiceId, TeamId};

/// A place where people work.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Place")]
pub struct Workplace<'a> {
    /// Its number, to look it up by.
    #[serde(skip)]
    pub key: PlaceId,
    /// Its id.
    pub id: &'a str,
    /// What it is called.
    pub name: Text<'a>,
    /// What is there, in one line.
    pub summary: Option<Text<'a>>,
    /// Its address, as it stands on a letter.
    pub address: Option<Text<'a>>,
    /// A map: the address of one, or the path of a picture in the site.
    pub map: Option<Map<'a>>,
    /// How to get there, in Markdown.
    pub directions: Option<Text<'a>>,
    /// When its doors are open.
    pub hours: Option<Hours<'a>>,
    /// Its time zone (IANA).
    pub time_zone: &'static str,
    /// The number of its reception.
    pub phone: Option<Phone<'a>>,
    /// The departments that work there, by id.
    pub departments: Lazy<'a, PlaceId, Vec<Ref<'a, DepartmentId>>>,
    /// The teams that work there, by id.
    pub teams: Lazy<'a, PlaceId, Vec<Ref<'a, TeamId>>>,
    /// Who works there and may be named, by id.
    pub people: Lazy<'a, PlaceId, Vec<Ref<'a, PersonId>>>,
    /// Earlier ids.
    pub aliases: &'a [Box<str>],
    /// Its pages.
    pub pages: Pages<'a>,
}

/// A map of a place.
#[derive(Clone, Copy, Debug, JsonSchema)]
#[schemars(with = "String", inline)]
pub enum Map<'a> {
    /// The address of one.
    Url(&'a str),
    /// A picture: the file's path in the site.
    Picture(&'a str),
}

impl Serialize for Map<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (Self::Url(text) | Self::Picture(text)) = self;
        serializer.serialize_str(text)
    }
}

/// A desk at a place.
#[derive(Clone, Debug)]
pub struct DeskAt<'a> {
    /// Whose it is.
    pub of: DeskOf<'a>,
    /// The desk.
    pub channel: Channel<'a>,
    /// When it is open: its own hours, else those of whose it is.
    pub hours: Option<Hours<'a>>,
}

/// Whose a desk is.
#[derive(Clone, Copy, Debug)]
pub enum DeskOf<'a> {
    /// A team's or a department's.
    Home(Home<'a>),
    /// A service's own.
    Service(ServiceId),
}

impl<'a> Published<'a> {
    /// A place.
    pub fn place(&'a self, key: PlaceId) -> Workplace<'a> {
        let catalog = self.catalog();
        let place = catalog.place(key);
        Workplace {
            key,
            id: &place.slug,
            name: self.text(&place.name),
            summary: self.maybe(&place.summary),
            address: self.maybe(&place.address),
            map: place.map.as_ref().and_then(|map| match map {
                model::Map::Url(url) => Some(Map::Url(url)),
                model::Map::Picture(path) => self.picture_at(path).map(Map::Picture),
            }),
            directions: self.maybe(&place.directions),
            hours: self.hours(&place.doors),
            time_zone: place.zone.name(),
            phone: place.phone.as_ref().map(Phone),
            departments: Lazy::new(key, self, departments_at),
            teams: Lazy::new(key, self, teams_at),
            people: Lazy::new(key, self, people_at),
            aliases: &place.aliases,
            pages: Pages::of(EntryId::Place(key), self),
        }
    }

    /// All places, by id.
    pub fn places(&'a self) -> impl ExactSizeIterator<Item = Workplace<'a>> + DoubleEndedIterator + Clone {
        self.catalog().places().map(|(key, _)| self.place(key))
    }

    /// The desks at a place: those of departments, of teams, and those that services have of their own.
    pub fn desks_at(&'a self, place: PlaceId) -> Vec<DeskAt<'a>> {
        let catalog = self.catalog();
        let here = move |channel: &&'a model::Channel| match &channel.target {
            ChannelTarget::Desk(desk) => desk.place == Some(place),
            _ => false,
        };
        let desk = move |of: DeskOf<'a>, usual: Option<Hours<'a>>| {
            move |channel: &'a model::Channel| {
                let channel = Channel::publish(channel, self);
                DeskAt { of, hours: channel.hours.or(usual), channel }
            }
        };
        let mut desks = Vec::new();
        for (key, department) in catalog.departments() {
            let of = DeskOf::Home(Home::Department(self.reference(key)));
            let usual = self.hours(&department.calendar);
            desks.extend(department.channels.iter().filter(here).map(desk(of, usual)));
        }
        for (key, team) in catalog.teams().filter(|(_, team)| !team.acting) {
            let of = DeskOf::Home(Home::Team(self.reference(key)));
            desks.extend(team.channels.iter().filter(here).map(desk(of, self.hours(&team.calendar))));
        }
        for (key, service) in catalog.services().filter(|(_, service)| service.is_offered()) {
            let usual = self.hours(&service.calendar);
            desks.extend(service.channels.iter().filter(here).map(desk(DeskOf::Service(key), usual)));
        }
        desks
    }
}

fn departments_at<'a>(place: PlaceId, published: &'a Published<'a>) -> Vec<Ref<'a, DepartmentId>> {
    let here = published.catalog().departments().filter(|(_, department)| department.place == Some(place));
    here.map(|(id, _)| published.reference(id)).collect()
}

fn teams_at<'a>(place: PlaceId, published: &'a Published<'a>) -> Vec<Ref<'a, TeamId>> {
    let here = published.catalog().teams().filter(|(_, team)| !team.acting && team.place == Some(place));
    here.map(|(id, _)| published.reference(id)).collect()
}

/// Those who may be named.
fn people_at<'a>(place: PlaceId, published: &'a Published<'a>) -> Vec<Ref<'a, PersonId>> {
    let catalog = published.catalog();
    let named = published.privacy() != Privacy::Roles;
    let here = catalog.people().filter(|(id, _)| named && catalog.place_of(*id) == Some(place));
    here.map(|(id, _)| published.reference(id)).collect()
}
