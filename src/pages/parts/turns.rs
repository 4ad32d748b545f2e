//! Who is on duty now and next.

use chrono::{DateTime, TimeDelta, Timelike, Utc};
use chrono_tz::Tz;
use serde::Serialize;

use crate::publish::{Team, Who};
use crate::site::phrase::Link;
use crate::site::reader::Reader;

/// How far ahead turns are looked for, in days.
const AHEAD_DAYS: i64 = 60;
/// So many turns are told.
const MOST_TURNS: usize = 4;
/// Somebody who comes back within so many days, with nobody else in between, has the same turn: nights and weekends.
const LONGEST_REST_DAYS: i64 = 3;

/// A turn of duty.
#[derive(Debug, Serialize)]
pub struct TurnView<'a> {
    /// Who.
    pub who: Link<'a>,
    /// From when until when, in words.
    pub when: String,
    /// The same in seconds since the epoch, for the script that marks the turn of now.
    pub from: i64,
    /// The second at which it is over.
    pub until: i64,
}

/// A turn before it is told.
struct Turn<'a> {
    who: Who<'a>,
    /// The place of the duty in the rota, which tells equal people apart.
    duty: usize,
    /// By whose clock it is told.
    zone: Tz,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
}

impl<'a> TurnView<'a> {
    /// The turn of now and those that follow; none where only one has them.
    pub(crate) fn all(team: &Team<'a>, reader: Reader<'a>) -> Vec<Self> {
        let mut turns: Vec<Turn<'a>> = Vec::new();
        for turn in spans(team, reader) {
            let rest = TimeDelta::days(LONGEST_REST_DAYS);
            match turns.last_mut() {
                Some(last) if last.duty == turn.duty && turn.from - last.until <= rest => last.until = turn.until,
                _ => turns.push(turn),
            }
        }
        let is_shared = turns.windows(2).any(|pair| matches!(pair, [one, other] if one.duty != other.duty));
        let shown = turns.into_iter().filter(|_| is_shared).take(MOST_TURNS);
        shown.map(|turn| Self::new(turn, reader)).collect()
    }

    fn new(turn: Turn<'a>, reader: Reader<'a>) -> Self {
        let words = reader.words();
        let local = |at: DateTime<Utc>| at.with_timezone(&turn.zone).naive_local();
        let (begin, end) = (local(turn.from), local(turn.until));
        let part = |number: u32| u8::try_from(number).unwrap_or_default();
        let until = match begin.date() == end.date() {
            true => words.time(part(end.hour()), part(end.minute())),
            false => words.date_time(end),
        };
        Self {
            who: reader.who(turn.who),
            when: words.format("team.turn", &[("from", &words.date_time(begin)), ("until", &until)]),
            from: turn.from.timestamp(),
            until: turn.until.timestamp(),
        }
    }
}

/// The times of duty that are not over yet, in order.
fn spans<'a>(team: &Team<'a>, reader: Reader<'a>) -> Vec<Turn<'a>> {
    let now = reader.published().now;
    let last = now.checked_add_signed(TimeDelta::days(AHEAD_DAYS)).unwrap_or(now);
    let mut turns: Vec<Turn<'a>> = Vec::new();
    for (duty, of) in team.rota.iter().enumerate() {
        let spans = of.calendar.spans(now, last);
        let open = spans.spans().filter(|span| span.end() > now);
        turns.extend(open.map(|span| Turn {
            who: of.who,
            duty,
            zone: of.calendar.zone(),
            from: span.start(),
            until: span.end(),
        }));
    }
    turns.sort_by_key(|turn| (turn.from, turn.duty));
    turns
}
