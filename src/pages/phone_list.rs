//! All channels in one list that can be printed.

use std::borrow::Cow;

use serde::Serialize;

use super::view::{Head, PageView};
use crate::pages::parts::by_department::{self, anchor, services, slice, split};
use crate::pages::parts::channel::{ChannelView, own_name};
use crate::pages::parts::emergencies::{EmergencyView, emergencies};
use crate::pages::parts::standby::StandbyView;
use crate::publish::{CalendarId, Channel, Department, DepartmentId, Service, Team};
use crate::site::clock::Ticks;
use crate::site::phrase::{Fact, Link, Phrase};
use crate::site::reader::Reader;
use crate::site::{Part, Place, menu, splits};

/// The list.
#[derive(Debug, Serialize)]
pub struct PhoneListView<'a> {
    /// Numbers for emergencies, each once.
    pub emergencies: Vec<EmergencyView<'a>>,
    /// The way to all people, where people are named.
    pub people: Option<Link<'a>>,
    /// By department.
    pub groups: Vec<ContactGroup<'a>>,
    /// The ways to each part, where the whole is too long for one page.
    pub parts: Vec<Link<'a>>,
    /// Whether it is known of anybody when they can be reached.
    pub has_hours: bool,
}

/// The contacts of a department.
#[derive(Debug, Serialize)]
pub struct ContactGroup<'a> {
    /// The department.
    pub department: Link<'a>,
    /// Its name.
    pub name: Phrase<'a>,
    /// The name of its place on the page.
    pub anchor: String,
    /// A row for the department, each team and each service with channels of its own.
    pub rows: Vec<ContactRow<'a>>,
}

/// Who, how and when.
#[derive(Debug, Serialize)]
pub struct ContactRow<'a> {
    /// Who.
    pub who: Link<'a>,
    /// How, where that leads somewhere.
    pub ways: Vec<ChannelView<'a>>,
    /// That somebody answers what cannot wait, although the desk may be closed.
    pub standby: Option<Cow<'a, str>>,
    /// Where to go or to write to.
    pub places: Vec<Fact<'a>>,
    /// When.
    pub hours: Option<&'a str>,
    /// The number of its calendar.
    pub calendar: Option<usize>,
    /// When each of the ways answers that has other hours.
    pub others: Vec<Fact<'a>>,
}

impl<'a> PageView<'a> for PhoneListView<'a> {
    type Of = Option<Part>;

    fn new(part: Option<Part>, reader: Reader<'a>) -> Self {
        let (groups, parts) = split(part, splits::of_contacts, Place::PhoneList, reader, |department, part| {
            group(department, part, reader)
        });
        let emergencies = if part.is_none() { emergencies(reader) } else { Vec::new() };
        let knows = |row: &ContactRow<'_>| row.hours.is_some() || !row.others.is_empty();
        let has_hours = groups.iter().flat_map(|group| &group.rows).any(knows);
        let people = reader.published().has_people().then(|| menu::link(Place::People(None), reader));
        Self { emergencies, people, groups, parts, has_hours }
    }

    fn head(part: Option<Part>, reader: Reader<'a>) -> Head<'a> {
        by_department::head(part, reader)
    }

    fn ticks(&self) -> Ticks {
        let rows = self.groups.iter().flat_map(|group| &group.rows).filter_map(|row| row.calendar);
        let numbers = self.emergencies.iter().filter_map(|number| number.calendar);
        Ticks { calendars: rows.chain(numbers).collect(), ..Ticks::default() }
    }
}

fn group(department: DepartmentId, part: Option<Part>, reader: Reader<'_>) -> Option<ContactGroup<'_>> {
    let rows: Vec<_> = slice(&contacts(department, reader), part).iter().map(|contact| row(contact, reader)).collect();
    (!rows.is_empty()).then(|| ContactGroup {
        department: reader.department(department),
        name: reader.department(department).name,
        anchor: anchor(department, reader),
        rows,
    })
}

/// Who can be reached: who, how and when.
struct Contact<'a> {
    who: Link<'a>,
    channels: Vec<Channel<'a>>,
    calendar: Option<CalendarId>,
}

fn row<'a>(contact: &Contact<'a>, reader: Reader<'a>) -> ContactRow<'a> {
    let line = |calendar| reader.edition.hours(reader.locale(), calendar).line.as_str();
    let usual = usual(contact, reader);
    let others = contact.channels.iter().filter_map(|channel| {
        let own = channel.hours?.calendar;
        let differs = usual.is_none_or(|usual| !reader.opens_alike(own, usual));
        differs.then(|| Fact::labelled(own_name(channel, reader).text, Phrase::own(line(own).to_owned())))
    });
    let others = others.collect();
    let channels = ChannelView::all(contact.channels.iter().cloned(), contact.calendar, reader);
    let (mut ways, places): (Vec<_>, Vec<_>) = channels.into_iter().partition(|channel| channel.href.is_some());
    tell_apart(&mut ways);
    ContactRow {
        who: contact.who.clone(),
        ways,
        standby: StandbyView::new(contact.channels.iter().cloned(), contact.calendar, None, reader).map(|one| one.told),
        places: places.into_iter().map(ChannelView::fact).collect(),
        hours: usual.map(line),
        calendar: usual.map(CalendarId::index),
        others,
    }
}

/// The hours of most ways: those of who is reached, or of all ways where each has the same hours of its own.
fn usual(contact: &Contact<'_>, reader: Reader<'_>) -> Option<CalendarId> {
    let mut own = contact.channels.iter().map(|channel| channel.hours.map(|hours| hours.calendar));
    let Some(first) = own.next().flatten() else { return contact.calendar };
    let is_same = |other: Option<CalendarId>| other.is_some_and(|other| reader.opens_alike(other, first));
    match contact.channels.iter().all(|channel| channel.hours.is_some()) {
        true => own.all(is_same).then_some(first),
        false => contact.calendar,
    }
}

/// Where several ways without a number are of one kind, each needs its name beside its icon, however small the screen.
fn tell_apart(ways: &mut [ChannelView<'_>]) {
    let kinds: Vec<&str> = ways.iter().filter(|way| way.number.is_none()).map(|way| way.kind).collect();
    for way in ways.iter_mut().filter(|way| way.number.is_none()) {
        way.named = kinds.iter().filter(|kind| **kind == way.kind).count() > 1;
    }
}

/// A department, its teams and its services, those of them that have channels of their own.
fn contacts(id: DepartmentId, reader: Reader<'_>) -> Vec<Contact<'_>> {
    let published = reader.published();
    let department = published.department(id);
    let mut contacts = vec![of_department(&department, reader)];
    contacts.extend(department.teams.iter().map(|team| of_team(&published.team(team.key), reader)));
    contacts.extend(services(id, reader).into_iter().map(|service| of_service(&published.service(service), reader)));
    contacts.retain(|contact| !contact.channels.is_empty());
    contacts
}

fn of_department<'a>(department: &Department<'a>, reader: Reader<'a>) -> Contact<'a> {
    Contact {
        who: reader.department(department.key),
        channels: department.channels.iter().collect(),
        calendar: department.hours.map(|hours| hours.calendar),
    }
}

fn of_team<'a>(team: &Team<'a>, reader: Reader<'a>) -> Contact<'a> {
    Contact {
        who: reader.team(team.key),
        channels: team.channels.iter().filter(|_| !team.inherits_channels).collect(),
        calendar: team.hours.map(|hours| hours.calendar),
    }
}

fn of_service<'a>(service: &Service<'a>, reader: Reader<'a>) -> Contact<'a> {
    Contact {
        who: reader.service(service.key),
        channels: service.channels.iter().filter(|_| !service.inherits_channels).collect(),
        calendar: service.hours.map(|hours| hours.calendar),
    }
}
