//! Roles and responsibilities: who answers for each service, who does it, is asked and is told.

use serde::Serialize;

use crate::model::{DepartmentId, ServiceId, TeamId};
use crate::pages::parts::by_department::{anchor, services, tables};
use crate::site::phrase::Link;
use crate::site::reader::Reader;
use crate::site::route::Place;

/// The matrix.
#[derive(Debug, Serialize)]
pub struct RolesView<'a> {
    /// By department.
    pub groups: Vec<RoleGroup<'a>>,
    /// The ways to each department's part, where the whole is too long for one page.
    pub parts: Vec<Link<'a>>,
}

/// The services of a department.
#[derive(Debug, Serialize)]
pub struct RoleGroup<'a> {
    /// The department.
    pub department: Link<'a>,
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
    pub answers: Option<Link<'a>>,
    /// Who does it.
    pub does: Link<'a>,
    /// Who is asked before.
    pub asked: Vec<Link<'a>>,
    /// Who is told after.
    pub told: Vec<Link<'a>>,
}

impl<'a> RolesView<'a> {
    /// The view of the matrix, or of a department's part.
    pub fn new(only: Option<DepartmentId>, reader: Reader<'a>) -> Self {
        let (groups, parts) = tables(only, Place::RolesOf, reader, |department| group(department, reader));
        Self { groups, parts }
    }
}

fn group(department: DepartmentId, reader: Reader<'_>) -> Option<RoleGroup<'_>> {
    let rows: Vec<_> = services(department, reader).into_iter().map(|id| row(id, reader)).collect();
    (!rows.is_empty()).then(|| RoleGroup {
        department: reader.department(department),
        anchor: anchor(department, reader),
        rows,
    })
}

fn row(id: ServiceId, reader: Reader<'_>) -> RoleRow<'_> {
    let service = reader.catalog().service(id);
    let teams = |ids: &[TeamId]| ids.iter().map(|team| reader.team(*team)).collect();
    RoleRow {
        service: reader.service(id),
        answers: service.owner.as_ref().map(|owner| reader.person(owner.value)),
        does: reader.team(service.team),
        asked: teams(&service.consults),
        told: teams(&service.informs),
    }
}
