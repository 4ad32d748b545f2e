//! Who is on duty, day by day.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;

use super::published::Published;
use super::who::Who;
use crate::model::{PersonId, Privacy, TeamId};
use crate::promise::{self, Rota, Stretch};

/// Whoever has duty regularly has it by then.
const SOON: TimeDelta = TimeDelta::weeks(3);

/// A time of duty, or one at which the team is open and nobody has it.
#[derive(Clone, Debug)]
pub struct Turn<'a> {
    /// The place of the duty in the rota, which tells equal people apart; none where nobody has it.
    pub duty: Option<usize>,
    /// The numbers of those who really have it, named or not.
    pub people: Vec<PersonId>,
    /// Who that is.
    pub who: Vec<Who<'a>>,
    /// The person of the rota, where others stand in.
    pub instead_of: Option<Who<'a>>,
    /// Whether whoever has it is away, and nobody stands in: nobody is told to be there who is not.
    pub is_absent: bool,
    /// Until when they are, where readers may know.
    pub away_until: Option<NaiveDate>,
    /// By whose clock it is told.
    pub zone: Tz,
    /// When it begins.
    pub from: DateTime<Utc>,
    /// When it ends.
    pub until: DateTime<Utc>,
}

impl Turn<'_> {
    /// Whether another is of the same people, and of the same duty.
    pub fn is_like(&self, other: &Self) -> bool {
        let of = |turn: &Self| (turn.duty, turn.is_absent, turn.away_until, turn.instead_of.is_some());
        of(self) == of(other) && self.people == other.people
    }
}

impl<'a> Published<'a> {
    /// The turns of a team so far ahead that are not over yet, and the times of nobody, in order. What lies outside of
    /// all hours at which anybody can ask is not among them.
    pub fn turns(&'a self, team: TeamId, ahead: TimeDelta) -> Vec<Turn<'a>> {
        let Some(zone) = self.catalog().team(team).rota.first().map(|duty| duty.when.zone()) else { return Vec::new() };
        let rota = self.rota(team, ahead);
        let nobody = rota.gaps.iter().map(|gap| nobody(*gap, zone));
        let useful = rota.turns.iter().filter(|turn| rota.is_useful(turn));
        let mut turns: Vec<Turn<'a>> = useful.map(|turn| self.turn(turn, zone)).chain(nobody).collect();
        turns.sort_by_key(|turn| (turn.from, turn.duty));
        turns
    }

    /// The duties of a team, by their places in its rota, with turns at which nobody can ask and no others.
    pub fn useless_duties(&self, team: TeamId, ahead: TimeDelta) -> BTreeSet<usize> {
        let useful = |rota: &Rota| -> BTreeSet<usize> {
            rota.turns.iter().filter(|turn| rota.is_useful(turn)).map(|turn| turn.duty).collect()
        };
        // Nearly always the first weeks tell that each of them is of use, for a tenth of the work.
        if useful(&self.rota(team, ahead.min(SOON))).len() == self.catalog().team(team).rota.len() {
            return BTreeSet::new();
        }
        let rota = self.rota(team, ahead);
        let useful = useful(&rota);
        rota.turns.iter().map(|turn| turn.duty).filter(|duty| !useful.contains(duty)).collect()
    }

    fn rota(&self, team: TeamId, ahead: TimeDelta) -> Rota {
        let last = self.now.checked_add_signed(ahead).unwrap_or(self.now);
        Rota::new(self.catalog(), team, (self.now, last))
    }

    fn turn(&'a self, turn: &promise::Turn, zone: Tz) -> Turn<'a> {
        Turn {
            duty: Some(turn.duty),
            people: turn.who.clone(),
            who: turn.who.iter().map(|person| self.who(*person)).collect(),
            instead_of: turn.instead_of.map(|person| self.who(person)),
            is_absent: turn.absent_until.is_some(),
            away_until: turn.absent_until.filter(|_| self.privacy() != Privacy::Roles),
            ..nobody(turn.time, zone)
        }
    }
}

fn nobody((from, until): Stretch, zone: Tz) -> Turn<'static> {
    let at = |seconds| DateTime::from_timestamp(seconds, 0).unwrap_or_default();
    Turn {
        duty: None,
        people: Vec::new(),
        who: Vec::new(),
        instead_of: None,
        is_absent: false,
        away_until: None,
        zone,
        from: at(from),
        until: at(until),
    }
}
