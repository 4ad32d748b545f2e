//! Turns of duty against the hours of their team.

use chrono::{DateTime, TimeDelta};

use crate::checks::check::{Check, Subject, check};
use crate::clock::Calendar;
use crate::diagnostic::wording::moment;
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::model::{CalendarId, ChannelTarget, Team};

/// How far is looked ahead: so long that turns of every second or fourth week are seen.
const AHEAD: TimeDelta = TimeDelta::weeks(8);

check! {
    /// Ensures that somebody is on duty whenever a team with a rota is open.
    ROTA_GAP: Warning "rota-gap" => rota_gap
}

fn rota_gap(subject: &Subject<'_>, found: &mut Diagnostics) {
    for rota in rotas(subject) {
        let hours = times(subject.catalog.calendar(rota.hours), subject);
        if let Some(gap) = first_outside(&hours, &rota.turns) {
            let place = rota.team.rota.first().map_or(rota.team.span, |turn| turn.span);
            found.push(
                rota.tell((&ROTA_GAP, place), subject, gap, "nobody is on duty")
                    .help("add a turn for that time to the `rota`, or correct the `hours`"),
            );
        }
    }
}

check! {
    /// Ensures that no turn of duty lies outside of the hours of its team and of all of its channels. Being on call
    /// round the clock includes the hours, so that nothing is said of it.
    ROTA_OUTSIDE_HOURS: Warning "rota-outside-hours" => rota_outside_hours
}

fn rota_outside_hours(subject: &Subject<'_>, found: &mut Diagnostics) {
    for rota in rotas(subject).filter(|rota| !rota.answers_always()) {
        let channels = rota.team.channels.iter().filter_map(|channel| channel.calendar);
        let open = joined(channels.chain([rota.hours]).flat_map(|id| times(subject.catalog.calendar(id), subject)));
        // A turn of each Monday is not told to be none on Christmas Day.
        let hours = subject.catalog.calendar(rota.hours);
        let exceptions = hours.exceptions(hours.date_at(subject.now), AHEAD.num_days().try_into().unwrap_or(0));
        let is_usual = |(from, _): &Stretch| {
            let date = DateTime::from_timestamp(*from, 0).map(|at| hours.date_at(at));
            exceptions.iter().all(|exception| Some(exception.date) != date)
        };
        let is_outside = |(from, to): &Stretch| open.iter().all(|(start, end)| end <= from || to <= start);
        for turn in &rota.team.rota {
            let mut turns = times(&turn.when, subject).into_iter();
            if let Some(outside) = turns.find(|turn| is_usual(turn) && is_outside(turn)) {
                let what = "somebody is on duty outside the hours";
                found.push(
                    rota.tell((&ROTA_OUTSIDE_HOURS, turn.span), subject, outside, what)
                        .help("correct the turn, or give the channel that is answered then `hours` of its own"),
                );
            }
        }
    }
}

/// A stretch of time, in seconds since the epoch.
type Stretch = (i64, i64);

/// A team with a rota and hours.
struct Rota<'a> {
    team: &'a Team,
    hours: CalendarId,
    /// When anybody is on duty.
    turns: Vec<Stretch>,
}

impl Rota<'_> {
    /// Whether a number of the team is answered round the clock.
    fn answers_always(&self) -> bool {
        let always = |target: &ChannelTarget| matches!(target, ChannelTarget::Emergency(_));
        self.team.channels.iter().any(|channel| always(&channel.target) && channel.calendar.is_none())
    }

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
            .at(place, format!("{what} of the team `{}` from {from} to {to}", self.team.slug))
            .why("readers are told who is there, and would wait for somebody who is not")
    }
}

fn rotas<'a>(subject: &'a Subject<'_>) -> impl Iterator<Item = Rota<'a>> {
    subject.catalog.teams().filter(|(_, team)| !team.rota.is_empty()).filter_map(|(_, team)| {
        let turns = joined(team.rota.iter().flat_map(|turn| times(&turn.when, subject)));
        Some(Rota { team, hours: team.calendar?, turns })
    })
}

/// The times of a calendar in the coming weeks.
fn times(calendar: &Calendar, subject: &Subject<'_>) -> Vec<Stretch> {
    let (from, to) = (subject.now, subject.now + AHEAD);
    calendar.spans(from, to).open_between(from.timestamp(), to.timestamp()).collect()
}

/// Stretches in order, those that touch or overlap as one.
fn joined(stretches: impl Iterator<Item = Stretch>) -> Vec<Stretch> {
    let mut all: Vec<Stretch> = stretches.collect();
    all.sort_unstable();
    let mut joined: Vec<Stretch> = Vec::new();
    for (from, to) in all {
        match joined.last_mut() {
            Some((_, end)) if from <= *end => *end = to.max(*end),
            _ => joined.push((from, to)),
        }
    }
    joined
}

/// The first part of some stretches that lies outside of others.
fn first_outside(stretches: &[Stretch], others: &[Stretch]) -> Option<Stretch> {
    stretches.iter().find_map(|(from, to)| {
        let covering = others.iter().find(|(start, end)| start <= from && from < end);
        let begin = covering.map_or(*from, |(_, end)| *end);
        let next = others.iter().map(|(start, _)| *start).find(|start| *start > begin);
        (begin < *to).then(|| (begin, next.map_or(*to, |next| next.min(*to))))
    })
}
