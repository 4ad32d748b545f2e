//! Turns of duty against the hours of their team.

use chrono::{DateTime, TimeDelta};

use crate::checks::check::{Check, Subject, check};
use crate::diagnostic::wording::{listed, moment};
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::model::{CalendarId, Duty, Team};
use crate::promise::{Rota, Stretch, Turn, joined, outside, stand_ins};

/// How far is looked ahead: so long that turns of every second or fourth week are seen.
const AHEAD: TimeDelta = TimeDelta::weeks(8);

check! {
    /// Ensures that somebody is on duty whenever a team with a rota is open, in the coming eight weeks.
    ROTA_GAP: Warning "rota-gap" => rota_gap
}

fn rota_gap(subject: &Subject<'_>, found: &mut Diagnostics) {
    // A turn that could not be read may be the one that is missing.
    for of in rotas(subject).filter(|of| of.team.rota_is_whole) {
        if let Some(gap) = of.rota.gaps.first() {
            let place = of.team.rota.first().map_or(of.team.span, |turn| turn.span);
            found.push(
                of.tell((&ROTA_GAP, place), subject, *gap, "nobody is on duty in")
                    .help("add a turn for that time to the `rota`, or correct the `hours`"),
            );
        }
    }
}

check! {
    /// Ensures that turns of duty touch the hours of their team, of one of its services or of one of its channels.
    /// Turns that follow each other count as one, so that nothing is said of being on call before or after the hours.
    ROTA_OUTSIDE_HOURS: Warning "rota-outside-hours" => rota_outside_hours
}

fn rota_outside_hours(subject: &Subject<'_>, found: &mut Diagnostics) {
    for of in rotas(subject) {
        // A turn of each Monday is not told to be none on Christmas Day.
        let hours = subject.catalog.calendar(of.hours);
        let Some(first) = of.rota.outside.first().and_then(|(from, _)| DateTime::from_timestamp(*from, 0)) else {
            continue;
        };
        let exceptions = hours.exceptions(hours.date_at(first), (AHEAD * 2).num_days().try_into().unwrap_or(0));
        let is_usual = |(from, _): &&Stretch| {
            let date = DateTime::from_timestamp(*from, 0).map(|at| hours.date_at(at));
            exceptions.iter().all(|exception| Some(exception.date) != date)
        };
        let Some(outside) = of.rota.outside.iter().find(is_usual) else { continue };
        let covers = |turn: &&Turn| turn.time.0 == outside.0;
        let duty = of.rota.turns.iter().find(covers).and_then(|turn| of.team.rota.get(turn.duty));
        let place = duty.map_or(of.team.span, |duty| duty.span);
        found.push(
            of.tell((&ROTA_OUTSIDE_HOURS, place), subject, *outside, "somebody is on duty outside the hours of")
                .help("correct the turn, or give the channel that is answered then `hours` of its own"),
        );
    }
}

check! {
    /// Ensures that nobody is on duty in the coming eight weeks while they are away, unless somebody who is not away
    /// stands in for them or is on duty beside them.
    ABSENT_ON_DUTY: Warning "absent-on-duty" => absent_on_duty
}

fn absent_on_duty(subject: &Subject<'_>, found: &mut Diagnostics) {
    for of in rotas(subject) {
        let there = joined(of.rota.turns.iter().filter(|turn| turn.absent_until.is_none()).map(|turn| turn.time));
        for (place, duty) in of.team.rota.iter().enumerate() {
            let mut absent = of.rota.turns.iter().filter(|turn| turn.duty == place && turn.absent_until.is_some());
            let Some(absent) = absent.find_map(|turn| outside(turn.time, &there).into_iter().next()) else { continue };
            found.push(
                of.tell((&ABSENT_ON_DUTY, duty.span), subject, absent, &absence(duty, absent, subject))
                    .help("give the turn to somebody else, or say with `deputy` who stands in"),
            );
        }
    }
}

/// Who is away, and whether that is so of those who stand in, too.
fn absence(duty: &Duty, (from, _): Stretch, subject: &Subject<'_>) -> String {
    let catalog = subject.catalog;
    let name = |person| &*catalog.person(person).slug;
    let date = DateTime::from_timestamp(from, 0).map(|at| duty.when.date_at(at));
    let away = date.and_then(|date| catalog.away_on(duty.who, date));
    let others: Vec<&str> = away.into_iter().flat_map(|away| stand_ins(catalog, duty.who, away)).map(name).collect();
    let who = format!("`{}` is away,", name(duty.who));
    match others.len() {
        0 => format!("{who} and nobody else on duty in"),
        1 => format!("{who} so is {}, who stands in, and nobody else on duty in", listed(others)),
        _ => format!("{who} so are {}, who stand in, and nobody else on duty in", listed(others)),
    }
}

/// A team with a rota and hours.
struct TeamOnDuty<'a> {
    team: &'a Team,
    hours: CalendarId,
    rota: Rota,
}

impl TeamOnDuty<'_> {
    fn tell(
        &self,
        (check, place): (&Check, Span),
        subject: &Subject<'_>,
        (from, to): Stretch,
        what: &str,
    ) -> Diagnostic {
        let zone = subject.catalog.calendar(self.hours).zone();
        let at = |seconds: i64| DateTime::from_timestamp(seconds, 0).unwrap_or(subject.now);
        let (from, to) = (moment(at(from), zone, subject.now), moment(at(to), zone, subject.now));
        check
            .at(place, format!("{what} the team `{}` from {from} to {to}", self.team.slug))
            .why("readers are told who is there, and would wait for somebody who is not")
    }
}

fn rotas<'a>(subject: &'a Subject<'_>) -> impl Iterator<Item = TeamOnDuty<'a>> {
    subject.catalog.teams().filter(|(_, team)| !team.rota.is_empty()).filter_map(|(id, team)| {
        let rota = Rota::new(subject.catalog, id, (subject.now, subject.now + AHEAD));
        Some(TeamOnDuty { team, hours: team.calendar?, rota })
    })
}
