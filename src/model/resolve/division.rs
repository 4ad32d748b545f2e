//! How departments are divided into teams, known before either is read: services may be kept by the department
//! itself.

use std::collections::{HashMap, HashSet};

use super::names::Names;
use crate::model::id::{DepartmentId, TeamId};
use crate::source::Documents;

/// The teams of a department.
#[derive(Clone, Default)]
pub(super) struct Division {
    /// Those that somebody wrote, in the order of their ids.
    pub(super) teams: Vec<TeamId>,
    /// The one that acts for the department as a whole, if one does.
    pub(super) acting: Option<TeamId>,
}

/// The teams of all departments.
pub(super) struct Divisions {
    divisions: HashMap<DepartmentId, Division>,
    /// How many teams are written; those that act for a department are numbered after them.
    written: usize,
}

impl Divisions {
    /// Says which teams a department has, and which one acts for each department that has none, or that keeps a
    /// service without one: the team of its own that bears its id, or else one that nobody wrote, numbered after
    /// those that are written. No id leads to the latter but the department's own.
    pub(super) fn declare(documents: &Documents, names: &mut Names) -> Self {
        let mut divisions: HashMap<DepartmentId, Division> = HashMap::new();
        for team in &documents.teams {
            let ids = (names.departments.get(&team.department), names.teams.get(&team.entry.id.value));
            if let (Some(department), Some(team)) = ids {
                divisions.entry(department).or_default().teams.push(team);
            }
        }
        let loose = documents.services.iter().filter(|service| service.entry.doc.team.is_none());
        let with_loose_services: HashSet<&str> = loose.map(|service| service.department.as_str()).collect();
        let written = documents.teams.len();
        let mut next = written;
        for entry in &documents.departments {
            let id = entry.id.value.as_str();
            let Some(department) = names.departments.get(id) else { continue };
            let division = divisions.entry(department).or_default();
            if !division.teams.is_empty() && !with_loose_services.contains(id) {
                continue;
            }
            let own = names.teams.get(id).filter(|team| division.teams.contains(team));
            division.acting = Some(own.unwrap_or_else(|| TeamId::from(next)));
            if own.is_none() {
                next += 1;
                names.teams.note_also(id);
            }
        }
        Self { divisions, written }
    }

    /// The teams of a department.
    pub(super) fn of(&self, department: DepartmentId) -> Division {
        self.divisions.get(&department).cloned().unwrap_or_default()
    }

    /// The team that acts for a department.
    pub(super) fn acting_for(&self, department: DepartmentId) -> Option<TeamId> {
        self.divisions.get(&department).and_then(|division| division.acting)
    }

    /// True for a team that stands in the catalog, not one that acts for a department.
    pub(super) fn is_written(&self, team: TeamId) -> bool {
        team.index() < self.written
    }

    /// The teams that nobody wrote, in the order of their numbers, each with its department.
    pub(super) fn unwritten(&self) -> Vec<(TeamId, DepartmentId)> {
        let acting = self.divisions.iter().filter_map(|(department, division)| Some((division.acting?, *department)));
        let mut unwritten: Vec<_> = acting.filter(|(team, _)| !self.is_written(*team)).collect();
        unwritten.sort_unstable();
        unwritten
    }
}
