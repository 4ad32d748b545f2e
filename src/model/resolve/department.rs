//! Departments, and the frame of hours, holidays and zone that they give to what is in them.

use super::frame::{Frame, Grounds, Within};
use super::names::Names;
use super::scope::Scope;
use super::standard::{self, Standards};
use super::{anew, channel, field, person, place, related_link, special_day};
use crate::diagnostic::{Diagnostic, Diagnostics, Spanned};
use crate::model::company::Company;
use crate::model::department::Department;
use crate::model::field::FieldOwner;
use crate::model::id::PlaceId;
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

/// What a department gives to what is in it.
pub(super) struct DepartmentFrame {
    /// At its own place.
    pub(super) frame: Frame,
    /// Wherever it is.
    anywhere: Frame,
    place: Option<PlaceId>,
}

impl DepartmentFrame {
    fn new(doc: &DepartmentDoc, whole: &Frame, grounds: Grounds<'_>, scope: &mut Scope<'_>) -> Self {
        let within = Within {
            hours: doc.hours.as_ref(),
            zone: doc.time_zone.as_ref(),
            country: doc.country.as_ref(),
            subdivision: doc.subdivision.as_ref(),
            days: special_day::Days { closed: &doc.closed_days, short: &doc.short_days },
        };
        let place = place::reference(doc.place.as_ref(), scope);
        let here = place.map(|place| whole.with(&grounds[place.index()].said));
        let here = here.as_ref().unwrap_or(whole);
        let own = within.read(here.country, scope);
        Self { frame: here.within(&own), anywhere: whole.within(&own), place }
    }

    /// What it gives to a team that says where it is: the team's place stands in for the department's.
    pub(super) fn around(&self, place: Option<PlaceId>, grounds: Grounds<'_>) -> Frame {
        place.map_or_else(|| self.frame.clone(), |place| self.anywhere.with(&grounds[place.index()].said))
    }
}

/// Each department's frame, by number.
pub(super) fn frames(
    departments: &[Written<DepartmentDoc>],
    company: &Company,
    grounds: Grounds<'_>,
    scope: &mut Scope<'_>,
) -> Vec<DepartmentFrame> {
    let whole = Frame::of_company(company);
    departments.iter().map(|entry| DepartmentFrame::new(&entry.doc, &whole, grounds, scope)).collect()
}

pub(super) fn resolve(
    departments: Vec<Written<DepartmentDoc>>,
    frames: &[DepartmentFrame],
    (grounds, shared): (Grounds<'_>, &Standards<'_>),
    scope: &mut Scope<'_>,
) -> Vec<Department> {
    let entries = departments.into_iter().zip(frames);
    entries.map(|(entry, frame)| department(entry, (frame, grounds), shared, scope)).collect()
}

fn department(
    Written { id, group, doc }: Written<DepartmentDoc>,
    (DepartmentFrame { frame, place, .. }, grounds): (&DepartmentFrame, Grounds<'_>),
    shared: &Standards<'_>,
    scope: &mut Scope<'_>,
) -> Department {
    let own = scope.names.departments.get(&id.value);
    let division = own.map(|own| scope.divisions.of(own)).unwrap_or_default();
    let part_of = doc.part_of.as_ref().and_then(|whole| {
        scope.names.departments.find(whole, scope.diagnostics).map(|department| Spanned::new(department, whole.span))
    });
    let calendar = frame.own_calendar(scope);
    let around = channel::Around { frame, grounds, calendar };
    Department {
        name: scope.name(doc.name, "name", (&id, group), "department"),
        summary: scope.maybe_text(doc.summary),
        description: scope.maybe_spanned_text(doc.description),
        part_of,
        lead: person::references(doc.lead.as_ref(), scope),
        channels: channel::resolve(doc.channels, &around, scope).into(),
        place: *place,
        calendar,
        hours_at: scope.hours_place(doc.hours.as_ref()),
        serves: scope.served(&doc.serves),
        acting_team: division.acting.filter(|team| !scope.divisions.is_written(*team)),
        teams: division.teams,
        standards: standard::by(calendar, standard::resolve(doc.standards, shared, scope)),
        links: related_link::resolve(doc.links, scope),
        keywords: scope.text_list(doc.keywords),
        fields: field::values(doc.fields, FieldOwner::Department, scope),
        aliases: anew::texts(&doc.aliases),
        span: id.span,
        slug: anew::text(&id),
    }
}
