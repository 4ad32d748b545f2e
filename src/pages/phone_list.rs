//! All channels in one list that can be printed.

use serde::Serialize;

use super::view::{Head, PageView};
use crate::markdown::Html;
use crate::model::{CalendarId, Channel, DepartmentId, Target};
use crate::pages::parts::by_department::{self, anchor, services, slice, split};
use crate::pages::parts::channel::ChannelView;
use crate::site::phrase::{Link, Phrase};
use crate::site::reader::Reader;
use crate::site::{Part, Place, splits};

/// The list.
#[derive(Debug, Serialize)]
pub struct PhoneListView<'a> {
    /// Numbers for emergencies, each once.
    pub emergencies: Vec<ContactRow<'a>>,
    /// By department.
    pub groups: Vec<ContactGroup<'a>>,
    /// The ways to each part, where the whole is too long for one page.
    pub parts: Vec<Link<'a>>,
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
    /// How.
    pub channels: Vec<Html>,
    /// When.
    pub hours: Option<&'a str>,
}

impl<'a> PageView<'a> for PhoneListView<'a> {
    type Of = Option<Part>;

    fn new(part: Option<Part>, reader: Reader<'a>) -> Self {
        let (groups, parts) = split(part, splits::of_contacts, Place::PhoneList, reader, |department, part| {
            group(department, part, reader)
        });
        let emergencies = if part.is_none() { emergencies(reader) } else { Vec::new() };
        Self { emergencies, groups, parts }
    }

    fn head(part: Option<Part>, reader: Reader<'a>) -> Head<'a> {
        by_department::head(part, reader)
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
type Contact<'a> = (Link<'a>, &'a [Channel], Option<CalendarId>);

fn row<'a>((who, channels, calendar): &Contact<'a>, reader: Reader<'a>) -> ContactRow<'a> {
    let hours = calendar.map(|calendar| reader.edition.hours(reader.locale(), calendar).line.as_str());
    ContactRow { who: who.clone(), channels: links(channels, reader), hours }
}

fn links(channels: &[Channel], reader: Reader<'_>) -> Vec<Html> {
    ChannelView::all(channels, None, reader).into_iter().map(ChannelView::contact).collect()
}

/// A department, its teams and its services, those of them that have channels of their own.
fn contacts(id: DepartmentId, reader: Reader<'_>) -> Vec<Contact<'_>> {
    let catalog = reader.catalog();
    let department = catalog.department(id);
    let mut contacts = vec![(reader.department(id), &*department.channels, department.calendar)];
    contacts.extend(department.teams.iter().map(|team_id| {
        let team = catalog.team(*team_id);
        (reader.team(*team_id), &*team.channels, team.calendar)
    }));
    contacts.extend(services(id, reader).into_iter().map(|service_id| {
        let service = catalog.service(service_id);
        (reader.service(service_id), &*service.channels, service.calendar)
    }));
    contacts.retain(|(_, channels, _)| !channels.is_empty());
    contacts
}

/// Every emergency number once, under the first entry that names it.
fn emergencies(reader: Reader<'_>) -> Vec<ContactRow<'_>> {
    let catalog = reader.catalog();
    let of_departments = catalog.departments().map(|(id, entry)| (reader.department(id), entry.channels.as_slice()));
    let of_teams = catalog
        .teams()
        .filter(|(_, team)| !team.acting)
        .map(|(id, entry)| (reader.team(id), entry.channels.as_slice()));
    let of_services = catalog
        .services()
        .filter(|(_, service)| service.is_offered())
        .map(|(id, entry)| (reader.service(id), &*entry.channels));
    let mut known: Vec<String> = Vec::new();
    let mut rows = Vec::new();
    for (who, channels) in of_departments.chain(of_teams).chain(of_services) {
        for channel in channels {
            let Target::Emergency(phone) = &channel.target else { continue };
            if known.contains(&phone.dialled()) {
                continue;
            }
            known.push(phone.dialled());
            rows.push(ContactRow {
                who: who.clone(),
                channels: links(std::slice::from_ref(channel), reader),
                hours: None,
            });
        }
    }
    rows
}
