//! Who leads each team, known before the entries are read: people are named by it (`lead`, `TEAM-lead`).

use std::collections::HashMap;

use super::division::Divisions;
use super::known::Known;
use super::names::Names;
use crate::diagnostic::Span;
use crate::model::id::{PersonId, TeamId};
use crate::source::schema::Str;
use crate::source::{Documents, Gaps};

/// The leads of all teams.
pub(super) struct Leads(HashMap<TeamId, Known<PersonId>>);

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

    /// Who leads a team.
    pub(super) fn of(&self, team: TeamId) -> Known<PersonId> {
        self.0.get(&team).copied().unwrap_or(Known::Reported)
    }
}

fn lead(written: Option<&Str>, group: Span, names: &Names, gaps: &Gaps) -> Known<PersonId> {
    Known::read(written, |lead| names.people.get(&lead.value)).unless(gaps.reported(group, "lead"))
}
