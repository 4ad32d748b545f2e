//! All channels in one list that can be printed.

use serde::Serialize;

use crate::model::{CalendarId, Channel, DepartmentId, Target};
use crate::pages::parts::by_department::{anchor, by_department, services};
use crate::pages::parts::channel::ChannelView;
use crate::site::phrase::Link;
use crate::site::reader::Reader;

/// The list.
#[derive(Debug, Serialize)]
pub struct PhoneListView<'a> {
    /// Numbers for emergencies, each once.
    pub emergencies: Vec<ContactRow<'a>>,
    /// By department.
    pub groups: Vec<ContactGroup<'a>>,
}

/// The contacts of a department.
#[derive(Debug, Serialize)]
pub struct ContactGroup<'a> {
    /// The department.
    pub department: Link<'a>,
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
    pub channels: Vec<ChannelView<'a>>,
    /// When.
    pub hours: Option<&'a str>,
}

impl<'a> PhoneListView<'a> {
    /// The view of the list.
    pub fn new(reader: Reader<'a>) -> Self {
        let groups = by_department(reader, |department| {
            let rows = rows(department, reader);
            (!rows.is_empty()).then(|| ContactGroup {
                department: reader.department(department),
                anchor: anchor(department, reader),
                rows,
            })
        });
        Self { emergencies: emergencies(reader), groups }
    }
}

fn row<'a>(
    who: Link<'a>,
    channels: &'a [Channel],
    calendar: Option<CalendarId>,
    reader: Reader<'a>,
) -> Option<ContactRow<'a>> {
    let hours = calendar.map(|calendar| reader.edition.hours(reader.locale(), calendar).line.as_str());
    (!channels.is_empty()).then(|| ContactRow { who, channels: ChannelView::all(channels, calendar, reader), hours })
}

fn rows(id: DepartmentId, reader: Reader<'_>) -> Vec<ContactRow<'_>> {
    let catalog = reader.catalog();
    let department = catalog.department(id);
    let mut rows: Vec<_> =
        row(reader.department(id), &department.channels, department.calendar, reader).into_iter().collect();
    for team_id in &department.teams {
        let team = catalog.team(*team_id);
        rows.extend(row(reader.team(*team_id), &team.channels, team.calendar, reader));
    }
    for service_id in services(id, reader) {
        let service = catalog.service(service_id);
        rows.extend(row(reader.service(service_id), &service.channels, service.calendar, reader));
    }
    rows
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
                channels: ChannelView::all(std::slice::from_ref(channel), None, reader),
                hours: None,
            });
        }
    }
    rows
}
