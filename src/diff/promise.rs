//! Whether a promise is better or worse: by when answers really come, not by how it is written.

use chrono::{DateTime, TimeDelta, Utc};

use super::change::Kind;
use super::side::Side;
use crate::clock::Turnaround;
use crate::publish::{Promised, Service, Standard};

/// Answers are compared for whoever asks at every one of these steps within the time below.
const STEP: TimeDelta = TimeDelta::hours(2);
const AHEAD: TimeDelta = TimeDelta::days(35);

/// One of the times that a standard may promise.
type Part = fn(&Standard<'_>) -> Option<Promised>;

/// A service's promise for one urgency on one side.
#[derive(Clone, Copy)]
pub(super) struct Given<'s, 'a> {
    pub(super) side: &'s Side<'a>,
    pub(super) service: &'s Service<'a>,
    pub(super) standard: Standard<'a>,
}

/// What of the promise for one urgency has changed.
pub(super) fn compared(old: Option<Given<'_, '_>>, new: Option<Given<'_, '_>>) -> Vec<(Kind, String)> {
    let parts: [(&str, Part); 2] =
        [("a first answer", |standard| standard.first_response), ("a solution", |standard| standard.resolution)];
    let mut changes: Vec<(Kind, String)> =
        parts.into_iter().filter_map(|(what, part)| time(what, (old, new), part)).collect();
    if let (Some(old), Some(new)) = (old, new) {
        let target = |given: Given<'_, '_>| given.standard.target.map(|target| target.value());
        let told = |share: Option<f64>| share.map_or_else(|| "no share".to_owned(), |share| format!("{share} %"));
        let (was, is) = (target(old), target(new));
        if was != is {
            let kind = if is.unwrap_or(0.0) < was.unwrap_or(0.0) { Kind::WorsePromise } else { Kind::BetterPromise };
            changes.push((kind, format!("is to be kept in {} of cases instead of {}", told(is), told(was))));
        }
    }
    changes
}

/// Whether promises in the same words are kept at other times, since the hours are others.
pub(super) fn by_hours(old: Given<'_, '_>, new: Given<'_, '_>) -> Option<Kind> {
    let parts: [Part; 2] = [|standard| standard.first_response, |standard| standard.resolution];
    let verdicts = parts.into_iter().filter_map(|part| {
        let (was, is) = (part(&old.standard)?, part(&new.standard)?);
        let same = words(*was, &old.standard) == words(*is, &new.standard);
        verdict((old, *was), (new, *is)).filter(|_| same)
    });
    verdicts.min()
}

fn time(what: &str, (old, new): (Option<Given<'_, '_>>, Option<Given<'_, '_>>), part: Part) -> Option<(Kind, String)> {
    match (promised(old, part), promised(new, part)) {
        (None, None) => None,
        (Some((was, old)), None) => {
            Some((Kind::WorsePromise, format!("no longer promises {what}; it was {}", words(*was, &old.standard))))
        }
        (None, Some((is, new))) => {
            Some((Kind::BetterPromise, format!("now promises {what} {}", words(*is, &new.standard))))
        }
        (Some((was, old)), Some((is, new))) => {
            let kind = verdict((old, *was), (new, *is))?;
            let (was, is) = (words(*was, &old.standard), words(*is, &new.standard));
            // The same words by other hours are told once for all of them.
            (was != is).then(|| {
                let was = was.strip_prefix("within ").unwrap_or(&was);
                (kind, format!("now promises {what} {is} instead of {was}"))
            })
        }
    }
}

/// A time that is promised, with the promise.
fn promised<'s, 'a>(given: Option<Given<'s, 'a>>, part: Part) -> Option<(Promised, Given<'s, 'a>)> {
    given.and_then(|given| Some((part(&given.standard)?, given)))
}

/// Whether answers come sooner or later; `None` when they come at the same times.
fn verdict(old: (Given<'_, '_>, Turnaround), new: (Given<'_, '_>, Turnaround)) -> Option<Kind> {
    let now = new.0.side.published.now;
    let (mut sooner, mut later) = (false, false);
    let mut asked = now;
    while asked < now + AHEAD {
        if let (Some(was), Some(is)) = (due(old, asked), due(new, asked)) {
            sooner |= is < was;
            later |= was < is;
        }
        asked += STEP;
    }
    match (sooner, later) {
        (false, false) => None,
        (true, false) => Some(Kind::BetterPromise),
        (false, true) => Some(Kind::WorsePromise),
        (true, true) => Some(Kind::OtherPromise),
    }
}

fn due((given, time): (Given<'_, '_>, Turnaround), asked: DateTime<Utc>) -> Option<DateTime<Utc>> {
    if given.standard.is_always() {
        return time.duration()?.always_after(asked);
    }
    given.side.published.spans(given.service.hours?.calendar).add(asked, time)
}

/// A time as people say it.
fn words(time: Turnaround, standard: &Standard<'_>) -> String {
    let counted = |number: u32, noun: &str| format!("{number} {noun}{}", if number == 1 { "" } else { "s" });
    let Some(duration) = time.duration() else { return format!("by {time}") };
    let kind = if standard.is_always() { "" } else { "working " };
    let (days, minutes) = (duration.days(), duration.minutes());
    let mut parts = Vec::new();
    if days > 0 {
        parts.push(counted(days, &format!("{kind}day")));
    }
    if minutes >= 60 {
        parts.push(counted(minutes / 60, &format!("{kind}hour")));
    }
    if minutes % 60 > 0 || parts.is_empty() {
        parts.push(counted(minutes % 60, &format!("{kind}minute")));
    }
    format!("within {}", parts.join(" and "))
}
