//! All response standards in one table.

use std::borrow::Cow;

use serde::Serialize;

use super::view::{Head, PageView};
use crate::model::{ServiceId, Standard};
use crate::pages::parts::by_department::{self, anchor, services, slice, split};
use crate::pages::parts::promise::urgency;
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
}

/// A standard.
#[derive(Debug, Serialize)]
pub struct StandardRow<'a> {
    /// The service.
    pub service: Link<'a>,
    /// The urgency.
    pub urgency: Option<Cow<'a, str>>,
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
            let rows: Vec<_> = slice(&services, part).iter().flat_map(|id| rows(*id, reader)).collect();
            (!rows.is_empty()).then(|| StandardGroup {
                department: reader.department(department),
                name: reader.department(department).name,
                anchor: anchor(department, reader),
                rows,
            })
        });
        Self { groups, parts }
    }

    fn head(part: Option<Part>, reader: Reader<'a>) -> Head<'a> {
        by_department::head(part, reader)
    }
}

fn rows(id: ServiceId, reader: Reader<'_>) -> Vec<StandardRow<'_>> {
    let service = reader.catalog().service(id);
    let hours = service.calendar.map(|calendar| reader.edition.hours(reader.locale(), calendar).line.as_str());
    let promised: Vec<&Standard> = service.standards.iter().filter(|standard| standard.promises()).collect();
    if promised.is_empty() {
        return vec![StandardRow {
            service: reader.service(id),
            urgency: None,
            first_response: None,
            resolution: None,
            target: None,
            hours,
        }];
    }
    let words = reader.words();
    promised
        .into_iter()
        .map(|standard| {
            let time = |time: &Option<crate::diagnostic::Spanned<crate::clock::Duration>>| {
                time.as_ref().map(|time| words.duration(reader.span(time.value, standard.always)))
            };
            StandardRow {
                service: reader.service(id),
                urgency: Some(urgency(&standard.urgency, reader)),
                first_response: time(&standard.first_response),
                resolution: time(&standard.resolution),
                target: standard.target.map(|share| words.percent(f64::from(share) / 10.0)),
                hours,
            }
        })
        .collect()
}
