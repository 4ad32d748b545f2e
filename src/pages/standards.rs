//! All response standards in one table.

use serde::Serialize;

use super::view::{Head, PageView};
use crate::pages::parts::by_department::{self, anchor, services, slice, split};
use crate::pages::parts::promise::urgency;
use crate::publish::{Hours, Promised, Service, ServiceId, Standard};
use crate::site::phrase::{Link, Phrase};
use crate::site::reader::Reader;
use crate::site::{Part, Place, splits};

/// The table, or a department's part of it.
#[derive(Debug, Serialize)]
pub struct StandardsView<'a> {
    /// By department.
    pub groups: Vec<StandardGroup<'a>>,
    /// The ways to each department's part, where the whole is too long for one page.
    pub parts: Vec<Link<'a>>,
}

/// The standards of a department's services.
#[derive(Debug, Serialize)]
pub struct StandardGroup<'a> {
    /// The department.
    pub department: Link<'a>,
    /// Its name.
    pub name: Phrase<'a>,
    /// The name of its place on the page.
    pub anchor: String,
    /// A row for each service and urgency.
    pub rows: Vec<StandardRow<'a>>,
    /// Those that promise no time.
    pub unpromised: Vec<Link<'a>>,
}

/// A standard.
#[derive(Debug, Serialize)]
pub struct StandardRow<'a> {
    /// The service.
    pub service: Link<'a>,
    /// True for the promise that holds where nothing is urgent.
    pub usual: bool,
    /// The urgency.
    pub urgency: Phrase<'a>,
    /// The first answer.
    pub first_response: Option<String>,
    /// When it is done.
    pub resolution: Option<String>,
    /// How often it is kept.
    pub target: Option<String>,
    /// When it is open.
    pub hours: Option<&'a str>,
}

impl<'a> PageView<'a> for StandardsView<'a> {
    type Of = Option<Part>;

    fn new(part: Option<Part>, reader: Reader<'a>) -> Self {
        let (groups, parts) = split(part, splits::of_services, Place::Standards, reader, |department, part| {
            let services = services(department, reader);
            let services = slice(&services, part);
            let rows_of: Vec<Vec<_>> = services.iter().map(|id| rows(*id, reader)).collect();
            let silent = services.iter().zip(&rows_of).filter(|(_, rows)| rows.is_empty());
            let unpromised = silent.map(|(id, _)| reader.service(*id)).collect();
            (!services.is_empty()).then(|| StandardGroup {
                department: reader.department(department),
                name: reader.department(department).name,
                anchor: anchor(department, reader),
                rows: rows_of.into_iter().flatten().collect(),
                unpromised,
            })
        });
        Self { groups, parts }
    }

    fn head(part: Option<Part>, reader: Reader<'a>) -> Head<'a> {
        by_department::head(part, reader)
    }
}

fn rows<'a>(id: ServiceId, reader: Reader<'a>) -> Vec<StandardRow<'a>> {
    let service = reader.published().service(id);
    let line = |hours: Hours<'_>| reader.edition.hours(reader.locale(), hours.calendar).line.as_str();
    let promised = service.standards.iter().filter(Standard::promises);
    promised.map(|standard| row(&service, standard, service.hours.map(line), reader)).collect()
}

fn row<'a>(
    service: &Service<'a>,
    standard: Standard<'a>,
    hours: Option<&'a str>,
    reader: Reader<'a>,
) -> StandardRow<'a> {
    let words = reader.words();
    let time = |time: Option<Promised>| time.map(|time| reader.takes(*time, standard.is_always()));
    StandardRow {
        service: reader.service(service.key),
        usual: standard.urgency == Standard::NORMAL,
        urgency: urgency(&standard, reader),
        first_response: time(standard.first_response),
        resolution: time(standard.resolution),
        target: standard.target.map(|share| words.percent(share.value())),
        hours,
    }
}
