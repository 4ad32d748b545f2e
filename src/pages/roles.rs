//! Roles and responsibilities: who answers for each service, who does it, is asked and is told.

use serde::Serialize;

use super::view::{Head, PageView};
use crate::pages::parts::by_department::{self, anchor, services, slice, split};
use crate::publish::{DepartmentId, ServiceId};
use crate::site::phrase::{Link, Phrase};
use crate::site::reader::Reader;
use crate::site::{Part, Place, splits};

/// The matrix.
#[derive(Debug, Serialize)]
pub struct RolesView<'a> {
    /// By department.
    pub groups: Vec<RoleGroup<'a>>,
    /// The ways to each department's part, where the whole is too long for one page.
    pub parts: Vec<Link<'a>>,
    /// Whether anybody answers for a service.
    pub answers: bool,
    /// Whether anybody is asked before.
    pub asked: bool,
    /// Whether anybody is told after.
    pub told: bool,
    /// How many services have nobody who answers for them, in words.
    pub unowned: Option<String>,
}

/// The services of a department.
#[derive(Debug, Serialize)]
pub struct RoleGroup<'a> {
    /// The department.
    pub department: Link<'a>,
    /// Its name.
    pub name: Phrase<'a>,
    /// The name of its place on the page.
    pub anchor: String,
    /// A row for each service.
    pub rows: Vec<RoleRow<'a>>,
}

/// A service and those who have a part in it.
#[derive(Debug, Serialize)]
pub struct RoleRow<'a> {
    /// The service.
    pub service: Link<'a>,
    /// Who answers for it.
    pub answers: Vec<Link<'a>>,
    /// Who does it.
    pub does: Link<'a>,
    /// Who is asked before.
    pub asked: Vec<Link<'a>>,
    /// Who is told after.
    pub told: Vec<Link<'a>>,
}

impl<'a> PageView<'a> for RolesView<'a> {
    type Of = Option<Part>;

    fn new(part: Option<Part>, reader: Reader<'a>) -> Self {
        let (groups, parts) =
            split(part, splits::of_services, Place::Roles, reader, |id, part| group(id, part, reader));
        let rows = || groups.iter().flat_map(|group: &RoleGroup<'_>| &group.rows);
        let unowned = rows().filter(|row| row.answers.is_empty()).count() as u64;
        Self {
            answers: rows().any(|row| !row.answers.is_empty()),
            asked: rows().any(|row| !row.asked.is_empty()),
            told: rows().any(|row| !row.told.is_empty()),
            unowned: (unowned > 0).then(|| reader.words().plural("roles.unowned", unowned, &[])),
            groups,
            parts,
        }
    }

    fn head(part: Option<Part>, reader: Reader<'a>) -> Head<'a> {
        by_department::head(part, reader)
    }
}

fn group(department: DepartmentId, part: Option<Part>, reader: Reader<'_>) -> Option<RoleGroup<'_>> {
    let rows: Vec<_> = slice(&services(department, reader), part).iter().map(|id| row(*id, reader)).collect();
    (!rows.is_empty()).then(|| RoleGroup {
        department: reader.department(department),
        name: reader.department(department).name,
        anchor: anchor(department, reader),
        rows,
    })
}

fn row(id: ServiceId, reader: Reader<'_>) -> RoleRow<'_> {
    let service = reader.published().service(id);
    RoleRow {
        service: reader.service(id),
        answers: reader.all(service.owner.iter()),
        does: reader.home(service.doer()),
        asked: service.consults.iter().map(|team| reader.who(team)).collect(),
        told: service.informs.iter().map(|team| reader.who(team)).collect(),
    }
}
