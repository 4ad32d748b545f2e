//! Teams, and the teams that act for a department as a whole.

use super::department::DepartmentFrame;
use super::frame::{Frame, Grounds, Within};
use super::scope::Scope;
use super::standard::{self, Standards};
use super::{anew, channel, field, person, place, related_link, special_day, value};
use crate::diagnostic::{Diagnostic, Spanned};
use crate::model::department::Department;
use crate::model::field::FieldOwner;
use crate::model::id::{DepartmentId, PersonId, PlaceId, TeamId};
use crate::model::team::{Duty, Member, MemberRole, Team};
use crate::model::text::{Text, TextList};
use crate::source::schema::{MemberDoc, Shorthand, Str, TeamDoc};
use crate::source::{Written, WrittenIn};

/// What stands around the teams.
pub(super) struct Around<'a> {
    pub(super) departments: &'a [Department],
    pub(super) frames: &'a [DepartmentFrame],
    pub(super) grounds: Grounds<'a>,
    /// The company's standards.
    pub(super) standards: &'a Standards<'a>,
}

/// All teams by number, those that were written, then those that act for a department; and what each of
/// them gives to its services.
pub(super) fn resolve(
    teams: Vec<WrittenIn<TeamDoc>>,
    &Around { departments, frames, grounds, standards }: &Around<'_>,
    scope: &mut Scope<'_>,
) -> (Vec<Team>, Vec<Frame>) {
    let mut resolved = Vec::with_capacity(teams.len());
    let mut given = Vec::with_capacity(teams.len());
    for WrittenIn { department, entry } in teams {
        let Some(department) = scope.names.departments.get(&department) else { continue };
        let whole = &departments[department.index()];
        let own_place = place::reference(entry.doc.place.as_ref(), scope);
        let frame = frame(&entry.doc, &frames[department.index()].around(own_place, grounds), scope);
        let from = &whole.standards;
        let here = Here { department, place: own_place.or(whole.place), frame: &frame, grounds };
        let mut team = team(entry, &here, &standards.with(from), scope);
        if team.standards.is_empty() {
            team.standards.clone_from(from);
        }
        team.standards = standard::by(team.calendar, team.standards);
        resolved.push(team);
        given.push(frame);
    }
    for (_, department) in scope.divisions.unwritten() {
        resolved.push(acting_team(&departments[department.index()], department));
        given.push(frames[department.index()].frame.clone());
    }
    (resolved, given)
}

fn frame(doc: &TeamDoc, around: &Frame, scope: &mut Scope<'_>) -> Frame {
    let within = Within {
        hours: doc.hours.as_ref(),
        zone: doc.time_zone.as_ref(),
        country: doc.country.as_ref(),
        subdivision: doc.subdivision.as_ref(),
        days: special_day::Days { closed: &doc.closed_days, short: &doc.short_days },
    };
    around.within(&within.read(around.country, scope))
}

/// Where a team stands.
struct Here<'a> {
    department: DepartmentId,
    place: Option<PlaceId>,
    frame: &'a Frame,
    grounds: Grounds<'a>,
}

fn team(
    Written { id, group, doc }: Written<TeamDoc>,
    &Here { department, place, frame, grounds }: &Here<'_>,
    shared: &Standards<'_>,
    scope: &mut Scope<'_>,
) -> Team {
    let former = former(&doc, scope);
    let rota: Vec<Duty> = doc
        .rota
        .iter()
        .filter_map(|duty| {
            let who = scope.names.people.find(&duty.who, scope.diagnostics);
            let when = scope.hours(&duty.when);
            Some(Duty { span: duty.when.span, who: who?, when: frame.turn(when?) })
        })
        .collect();
    let rota_is_whole = rota.len() == doc.rota.len() && !scope.gaps.reported(group, "rota");
    let calendar = frame.own_calendar(scope);
    let around = channel::Around { frame, grounds, calendar };
    Team {
        department,
        acting: false,
        name: scope.name(doc.name, "name", (&id, group), "team"),
        summary: scope.maybe_text(doc.summary),
        description: scope.maybe_spanned_text(doc.description),
        part_of: doc.part_of.as_ref().and_then(|whole| larger(whole, scope)),
        lead: person::references(doc.lead.as_ref(), scope),
        former,
        members: members(doc.members, scope),
        channels: channel::resolve(doc.channels, &around, scope).into(),
        place,
        calendar,
        hours_at: scope.hours_place(doc.hours.as_ref()),
        rota,
        rota_is_whole,
        languages: value::languages(&doc.languages, scope.diagnostics),
        standards: standard::resolve(doc.standards, shared, scope),
        links: related_link::resolve(doc.links, scope),
        keywords: scope.text_list(doc.keywords),
        fields: field::values(doc.fields, FieldOwner::Team, scope),
        aliases: anew::texts(&doc.aliases),
        span: id.span,
        slug: anew::text(&id),
    }
}

fn members(docs: Vec<Shorthand<MemberDoc>>, scope: &mut Scope<'_>) -> Vec<Member> {
    let mut members: Vec<Member> = Vec::new();
    for doc in docs {
        let doc = match doc {
            Shorthand::Bare(person) => MemberDoc { person, role: None, ask_for: None },
            Shorthand::Full(doc) => doc,
        };
        let (role, ask_for) = (scope.maybe_text(doc.role), scope.maybe_text(doc.ask_for));
        let Some(person) = scope.names.people.find(&doc.person, scope.diagnostics) else { continue };
        let said = role.is_some() || ask_for.is_some();
        let new = said.then_some(MemberRole { role, ask_for });
        let Some(known) = members.iter_mut().find(|member| member.person == person) else {
            members.push(Member { person, roles: Vec::from_iter(new) });
            continue;
        };
        // One person may have several roles; to say the same again is a slip.
        match new.filter(|new| !known.roles.iter().any(|old| same_role(old, new))) {
            Some(new) => known.roles.push(new),
            None => scope.report(value::named_twice(&doc.person)),
        }
    }
    members
}

/// Whether a later role says nothing that an earlier one does not, wherever they are written.
fn same_role(one: &MemberRole, other: &MemberRole) -> bool {
    let same = |one: &Option<Text>, other: &Option<Text>| match (one, other) {
        (Some(one), Some(other)) => one.versions().eq(other.versions()),
        (one, other) => one.is_none() && other.is_none(),
    };
    same(&one.role, &other.role) && (other.ask_for.is_none() || same(&one.ask_for, &other.ask_for))
}

/// The team of which another one is a part.
fn larger(whole: &Str, scope: &mut Scope<'_>) -> Option<Spanned<TeamId>> {
    let found = scope.names.teams.find(whole, scope.diagnostics);
    found.map(|team| Spanned::new(team, whole.span))
}

/// Those who were members. Whoever still is one is not a former one.
fn former(doc: &TeamDoc, scope: &mut Scope<'_>) -> Box<[PersonId]> {
    let member = |doc: &Shorthand<MemberDoc>| match doc {
        Shorthand::Bare(person) => person.value.clone(),
        Shorthand::Full(doc) => doc.person.value.clone(),
    };
    let present: Vec<String> = doc
        .members
        .iter()
        .map(member)
        .chain(doc.lead.iter().flat_map(|lead| &lead.0).map(|lead| lead.value.clone()))
        .collect();
    for name in doc.former.iter().filter(|name| present.contains(&name.value)) {
        scope.report(
            Diagnostic::warning(
                "named-twice",
                name.span,
                format!("`{}` is named as a former member and as one of today", name.value),
            )
            .why("readers would not know whether they still belong to the team")
            .help("delete one of the two"),
        );
    }
    scope.names.people.find_all(&doc.former, scope.diagnostics).into()
}

fn acting_team(department: &Department, id: DepartmentId) -> Team {
    Team {
        slug: department.slug.clone(),
        span: department.span,
        department: id,
        acting: true,
        name: department.name.clone(),
        summary: department.summary.clone(),
        description: None,
        part_of: None,
        fields: department.fields.clone(),
        lead: department.lead.clone(),
        members: Vec::new(),
        former: Box::default(),
        channels: Vec::new(),
        place: department.place,
        calendar: department.calendar,
        hours_at: department.hours_at,
        rota: Vec::new(),
        rota_is_whole: true,
        languages: Vec::new(),
        standards: department.standards.clone(),
        links: Box::default(),
        keywords: TextList::default(),
        aliases: Vec::new(),
    }
}
