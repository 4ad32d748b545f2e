//! All response standards in one table.

use std::borrow::Cow;

use serde::Serialize;

use super::phrase::Link;
use super::promise::urgency;
use super::reader::Reader;
use super::route::Place;
use crate::model::{DepartmentId, Standard};

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

impl<'a> StandardsView<'a> {
    /// The view of the table, or of a department's part.
    pub fn new(only: Option<DepartmentId>, reader: Reader<'a>) -> Self {
        let (groups, parts) = tables(only, Place::StandardsOf, reader, |department| {
            let rows: Vec<_> = services(department, reader).into_iter().flat_map(|id| rows(id, reader)).collect();
            (!rows.is_empty()).then(|| StandardGroup { department: reader.department(department), rows })
        });
        Self { groups, parts }
    }
}

/// A table of all services by department: whole, or one department of it, or the ways to them.
pub(super) fn tables<'a, T>(
    only: Option<DepartmentId>,
    place: fn(DepartmentId) -> Place,
    reader: Reader<'a>,
    mut of: impl FnMut(DepartmentId) -> Option<T>,
) -> (Vec<T>, Vec<Link<'a>>) {
    match only {
        Some(department) => (of(department).into_iter().collect(), Vec::new()),
        None if !reader.edition.is_large() => (by_department(reader, of), Vec::new()),
        None => {
            let part =
                |department| Link { href: Some(reader.href(place(department))), ..reader.department(department) };
            let kept = |department: DepartmentId| !reader.catalog().services_in(department).is_empty();
            (Vec::new(), by_department(reader, |department| kept(department).then(|| part(department))))
        }
    }
}

/// Something of each department that has it, in the order of their names.
pub(super) fn by_department<T>(reader: Reader<'_>, of: impl FnMut(DepartmentId) -> Option<T>) -> Vec<T> {
    let catalog = reader.catalog();
    let mut departments: Vec<DepartmentId> = catalog.departments().map(|(id, _)| id).collect();
    departments.sort_by_cached_key(|id| reader.words().sort_key(catalog.department(*id).name.str(reader.locale())));
    departments.into_iter().filter_map(of).collect()
}

/// The services of a department that are offered, in the order of their names.
pub(super) fn services(department: DepartmentId, reader: Reader<'_>) -> Vec<crate::model::ServiceId> {
    let catalog = reader.catalog();
    let mut services = catalog.services_in(department);
    services.retain(|id| catalog.service(*id).is_offered());
    services.sort_by_cached_key(|id| reader.words().sort_key(catalog.service(*id).name.str(reader.locale())));
    services
}

fn rows(id: crate::model::ServiceId, reader: Reader<'_>) -> Vec<StandardRow<'_>> {
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
