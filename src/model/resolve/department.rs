//! Departments, and the frame of hours, holidays and zone that they give to what is in them.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::frame::{Frame, Within};
use super::names::Names;
use super::scope::Scope;
use super::{channel, person};
use crate::diagnostic::{Diagnostic, Diagnostics, Spanned};
use crate::model::company::Company;
use crate::model::department::Department;
use crate::model::id::{DepartmentId, TeamId};
use crate::source::schema::{DepartmentDoc, Str};
use crate::source::{Documents, FileKind, Written};

/// A folder with teams or services but no `department.yaml` gets a department in name, so that
/// what stands in it can be checked all the same.
pub(super) fn invent_missing(documents: &mut Documents, names: &mut Names, diagnostics: &mut Diagnostics) {
    let lost = |id: &str| documents.unread.contains(&(FileKind::Department, id.to_owned()));
    let mut missing: Vec<(String, Str)> = Vec::new();
    let inside = (documents.teams.iter().map(|entry| (&entry.department, &entry.entry.id)))
        .chain(documents.services.iter().map(|entry| (&entry.department, &entry.entry.id)))
        .chain(documents.articles.iter().map(|entry| (&entry.department, &entry.entry.id)));
    for (department, id) in inside {
        if names.departments.get(department).is_none() && !missing.iter().any(|(known, _)| known == department) {
            missing.push((department.clone(), id.clone()));
        }
    }
    for (department, id) in missing {
        if !lost(&department) {
            diagnostics.push(
                Diagnostic::error(
                    "missing-department",
                    id.span,
                    format!("the folder `departments/{department}` has no `department.yaml`"),
                )
                .why("what stands in it would belong to nobody")
                .help("create it with `name: ...` and `lead: ...`"),
            );
        }
        let id = Spanned::new(department, id.span);
        names.departments.declare_invented(&id);
        let name = Some(crate::source::schema::TextDoc::One(id.clone()));
        documents.departments.push(Written {
            group: id.span,
            id,
            doc: DepartmentDoc { name, ..DepartmentDoc::default() },
        });
    }
}

/// Says which team acts for each department that has none, or that keeps a service without one: the
/// team of its own that bears its id, or else one that nobody wrote, numbered after those that are
/// written. No id leads to the latter but the department's own.
pub(super) fn declare_acting_teams(documents: &Documents, names: &mut Names) -> HashMap<DepartmentId, TeamId> {
    let with_teams: HashSet<&str> = documents.teams.iter().map(|entry| entry.department.as_str()).collect();
    let with_loose_services: HashSet<&str> = documents
        .services
        .iter()
        .filter(|entry| entry.entry.doc.team.is_none())
        .map(|entry| entry.department.as_str())
        .collect();
    let mut acting = HashMap::new();
    let mut next = documents.teams.len();
    for entry in &documents.departments {
        let id = entry.id.value.as_str();
        if with_teams.contains(id) && !with_loose_services.contains(id) {
            continue;
        }
        let Some(department) = names.departments.get(id) else { continue };
        let own = (documents.teams.iter()).find(|team| team.entry.id.value == id && team.department == id);
        let team = own.and_then(|team| names.teams.get(&team.entry.id.value));
        acting.insert(department, team.unwrap_or_else(|| TeamId::from(next)));
        if team.is_none() {
            next += 1;
            names.teams.note_also(id);
        }
    }
    acting
}

/// Each department's frame, by number.
pub(super) fn frames(departments: &[Written<DepartmentDoc>], company: &Company, scope: &mut Scope<'_>) -> Vec<Frame> {
    let whole = Frame {
        hours: None,
        zone: company.zone,
        country: company.country,
        closed_days: company.closed_days.clone(),
        beside_hours: BTreeSet::new(),
    };
    departments
        .iter()
        .map(|entry| {
            let doc = &entry.doc;
            whole.within(
                &Within {
                    hours: doc.hours.as_ref(),
                    zone: doc.time_zone.as_ref(),
                    country: doc.country.as_ref(),
                    closed_days: &doc.closed_days,
                },
                scope,
            )
        })
        .collect()
}

pub(super) fn resolve(
    departments: Vec<Written<DepartmentDoc>>,
    frames: &[Frame],
    scope: &mut Scope<'_>,
) -> Vec<Department> {
    departments.into_iter().zip(frames).map(|(entry, frame)| department(entry, frame, scope)).collect()
}

fn department(Written { id, group, doc }: Written<DepartmentDoc>, frame: &Frame, scope: &mut Scope<'_>) -> Department {
    let lead = person::lead(doc.lead.as_ref(), (&id, group), scope);
    if scope.names.departments.is_unread(&id.value) {
        scope.unsure.leads.insert(id.span);
    }
    let own = scope.names.departments.get(&id.value);
    let part_of = doc.part_of.as_ref().and_then(|whole| {
        scope.names.departments.find(whole, scope.diagnostics).map(|department| Spanned::new(department, whole.span))
    });
    Department {
        name: scope.name(doc.name, "name", (&id, group), "department"),
        summary: scope.maybe_text(doc.summary),
        description: scope.maybe_spanned_text(doc.description),
        part_of,
        lead,
        channels: channel::resolve(doc.channels, frame, scope),
        calendar: frame.own_calendar(scope),
        serves: scope.served(&doc.serves),
        teams: Vec::new(),
        acting_team: own.and_then(|own| scope.acting_teams.get(&own).copied()).filter(|team| !scope.is_written(*team)),
        keywords: scope.text_list(doc.keywords),
        aliases: doc.aliases.into_iter().map(|alias| alias.value.into()).collect(),
        span: id.span,
        slug: id.value.into(),
    }
}
