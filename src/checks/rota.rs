//! Turns of duty against the hours of their team.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, TimeDelta};

use crate::checks::check::{Check, Subject, check};
use crate::clock::Calendar;
use crate::diagnostic::wording::moment;
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::model::{CalendarId, ChannelTarget, Duty, Team, TeamId};

/// How far is looked ahead: so long that turns of every second or fourth week are seen.
const AHEAD: TimeDelta = TimeDelta::weeks(8);

/// So much more is worked out at both ends, so that what is told there is told as a whole.
const AROUND: TimeDelta = TimeDelta::weeks(1);

check! {
    /// Ensures that somebody is on duty whenever a team with a rota is open, in the coming eight weeks.
    ROTA_GAP: Warning "rota-gap" => rota_gap
}

fn rota_gap(subject: &Subject<'_>, found: &mut Diagnostics) {
    // A turn that could not be read may be the one that is missing.
    for rota in rotas(subject).filter(|rota| rota.team.rota_is_whole) {
        let hours = times(subject.catalog.calendar(rota.hours), subject);
        let gap = hours.iter().flat_map(|open| outside(*open, &rota.turns)).find(|gap| told_now(gap, subject));
        if let Some(gap) = gap {
            let place = rota.team.rota.first().map_or(rota.team.span, |turn| turn.span);
            found.push(
                rota.tell((&ROTA_GAP, place), subject, gap, "nobody is on duty in")
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
    let catalog = subject.catalog;
    for rota in rotas(subject).filter(|rota| !rota.answers_always()) {
        let services =
            catalog.services_of(rota.id).iter().map(|id| catalog.service(*id)).filter(|one| one.is_offered());
        let services: Vec<CalendarId> = services
            .flat_map(|service| service.channels.iter().map(|channel| channel.calendar).chain([service.calendar]))
            .flatten()
            .collect();
        let channels = rota.team.channels.iter().filter_map(|channel| channel.calendar);
        let calendars: BTreeSet<CalendarId> = channels.chain(services).chain([rota.hours]).collect();
        let open = joined(calendars.into_iter().flat_map(|id| times(catalog.calendar(id), subject)));
        // A turn of each Monday is not told to be none on Christmas Day.
        let hours = catalog.calendar(rota.hours);
        let first = hours.date_at(subject.now - AROUND);
        let exceptions = hours.exceptions(first, (AROUND + AHEAD + AROUND).num_days().try_into().unwrap_or(0));
        let is_usual = |(from, _): &Stretch| {
            let date = DateTime::from_timestamp(*from, 0).map(|at| hours.date_at(at));
            exceptions.iter().all(|exception| Some(exception.date) != date)
        };
        let is_outside = |(from, to): &Stretch| open.iter().all(|(start, end)| end <= from || to <= start);
        let mut outside = rota.turns.iter().copied().filter(|turn| told_now(turn, subject));
        let Some(outside) = outside.find(|turn| is_usual(turn) && is_outside(turn)) else { continue };
        let covers = |turn: &&Duty| times(&turn.when, subject).iter().any(|(from, _)| *from == outside.0);
        let place = rota.team.rota.iter().find(covers).map_or(rota.team.span, |turn| turn.span);
        found.push(
            rota.tell((&ROTA_OUTSIDE_HOURS, place), subject, outside, "somebody is on duty outside the hours of")
                .help("correct the turn, or give the channel that is answered then `hours` of its own"),
        );
    }
}

check! {
    /// Ensures that nobody is on duty in the coming eight weeks while they are away, unless somebody stands in for them
    /// or is on duty beside them.
    ABSENT_ON_DUTY: Warning "absent-on-duty" => absent_on_duty
}

fn absent_on_duty(subject: &Subject<'_>, found: &mut Diagnostics) {
    for rota in rotas(subject) {
        let present: Vec<(&Duty, Vec<Stretch>)> =
            rota.team.rota.iter().map(|duty| (duty, rota.present(duty, subject))).collect();
        for (duty, own) in &present {
            let others = present.iter().filter(|(other, _)| !std::ptr::eq(*other, *duty));
            let there = joined(others.chain([&(*duty, own.clone())]).flat_map(|(_, times)| times.iter().copied()));
            let turns = times(&duty.when, subject);
            let absent = turns.iter().flat_map(|turn| outside(*turn, &there)).find(|turn| told_now(turn, subject));
            if let Some(absent) = absent {
                let who = format!("`{}` is away, and nobody else on duty in", subject.catalog.person(duty.who).slug);
                found.push(
                    rota.tell((&ABSENT_ON_DUTY, duty.span), subject, absent, &who)
                        .help("give the turn to somebody else, or say with `deputy` who stands in"),
                );
            }
        }
    }
}

/// A stretch of time, in seconds since the epoch.
type Stretch = (i64, i64);

/// A team with a rota and hours.
struct Rota<'a> {
    id: TeamId,
    team: &'a Team,
    hours: CalendarId,
    /// When anybody is on duty.
    turns: Vec<Stretch>,
}

impl Rota<'_> {
    /// When somebody, or whoever stands in for them, is really on duty.
    fn present(&self, duty: &Duty, subject: &Subject<'_>) -> Vec<Stretch> {
        let person = subject.catalog.person(duty.who);
        let clock = subject.catalog.calendar(self.hours).spans(subject.now, subject.now);
        let midnight = |date: NaiveDate| clock.midnight(date).timestamp();
        let missing = person.away.iter().filter(|away| away.deputy.is_empty() && person.deputy.is_empty());
        let missing: Vec<Stretch> =
            missing.filter_map(|away| Some((midnight(away.from), midnight(away.until.succ_opt()?)))).collect();
        let missing = joined(missing.into_iter());
        times(&duty.when, subject).into_iter().flat_map(|turn| outside(turn, &missing)).collect()
    }

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
            .at(place, format!("{what} the team `{}` from {from} to {to}", self.team.slug))
            .why("readers are told who is there, and would wait for somebody who is not")
    }
}

fn rotas<'a>(subject: &'a Subject<'_>) -> impl Iterator<Item = Rota<'a>> {
    subject.catalog.teams().filter(|(_, team)| !team.rota.is_empty()).filter_map(|(id, team)| {
        let turns = joined(team.rota.iter().flat_map(|turn| times(&turn.when, subject)));
        Some(Rota { id, team, hours: team.calendar?, turns })
    })
}

/// The times of a calendar in the coming weeks, and around them.
fn times(calendar: &Calendar, subject: &Subject<'_>) -> Vec<Stretch> {
    let (from, to) = (subject.now - AROUND, subject.now + AHEAD + AROUND);
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

/// The parts of a stretch that lie outside of others, which are in order and apart.
fn outside((from, to): Stretch, others: &[Stretch]) -> Vec<Stretch> {
    let mut parts = Vec::new();
    let mut begin = from;
    for (start, end) in others.iter().filter(|(start, end)| *start < to && from < *end) {
        if begin < *start {
            parts.push((begin, *start));
        }
        begin = begin.max(*end);
    }
    if begin < to {
        parts.push((begin, to));
    }
    parts
}

/// Whether a stretch lies, at least in part, in the weeks that are looked at.
fn told_now((from, to): &Stretch, subject: &Subject<'_>) -> bool {
    subject.now.timestamp() < *to && *from < (subject.now + AHEAD).timestamp()
}
