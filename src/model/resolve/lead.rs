//! Who leads each team, known before the entries are read: people are named by it (`lead`, `TEAM-lead`).

use std::collections::HashMap;

use super::division::Divisions;
use super::known::Known;
use super::names::Names;
use crate::diagnostic::Span;
use crate::model::id::{PersonId, TeamId};
use crate::source::schema::{OneOrMany, Str};
use crate::source::{Documents, Gaps};

/// The leads of all teams.
pub(super) struct Leads(HashMap<TeamId, Known<Box<[PersonId]>>>);

impl Leads {
    /// Looks them up. Whoever is not found is reported where the team itself is read.
    pub(super) fn look_up(documents: &Documents, names: &Names, divisions: &Divisions) -> Self {
        let written = documents.teams.iter().filter_map(|team| {
            let lead = lead(team.entry.doc.lead.as_ref(), team.entry.group, names, &documents.gaps);
            Some((names.teams.get(&team.entry.id.value)?, lead))
        });
        let acting = documents.departments.iter().filter_map(|department| {
            let lead = lead(department.doc.lead.as_ref(), department.group, names, &documents.gaps);
            let team = divisions.acting_for(names.departments.get(&department.id.value)?)?;
            Some((team, lead.unless(names.departments.is_unread(&department.id.value))))
        });
        Self(written.chain(acting.filter(|(team, _)| !divisions.is_written(*team))).collect())
    }

    /// Who leads a team, at least one.
    pub(super) fn of(&self, team: TeamId) -> Known<&[PersonId]> {
        match self.0.get(&team) {
            Some(Known::Is(leads)) => Known::Is(leads),
            Some(Known::Absent) => Known::Absent,
            Some(Known::Reported) | None => Known::Reported,
        }
    }
}

fn lead(written: Option<&OneOrMany>, group: Span, names: &Names, gaps: &Gaps) -> Known<Box<[PersonId]>> {
    let named = written.map(|written| &written.0).filter(|named| !named.is_empty());
    let found = |named: &Vec<Str>| {
        let mut leads: Vec<PersonId> = Vec::with_capacity(named.len());
        for lead in named {
            let lead = names.people.get(&lead.value)?;
            if !leads.contains(&lead) {
                leads.push(lead);
            }
        }
        Some(leads.into())
    };
    Known::read(named, found).unless(gaps.reported(group, "lead"))
}
