//! Who is on duty now and next.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::Serialize;

use crate::i18n::Words;
use crate::pages::parts::entries::away_badge;
use crate::publish::{Team, Who};
use crate::site::phrase::{Badge, Link};
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
    /// A word when they are away as it begins.
    pub away: Option<Badge>,
    /// From when until when, in words.
    pub when: String,
    /// The times of duty, each the seconds since the epoch at which it begins and ends, for the script that marks the
    /// turn of now.
    pub spans: String,
}

/// A turn before it is told.
struct Turn<'a> {
    who: Who<'a>,
    /// The place of the duty in the rota, which tells equal people apart.
    duty: usize,
    /// By whose clock it is told.
    zone: Tz,
    /// Until when whoever has it is away.
    away_until: Option<NaiveDate>,
    /// The times of duty, in order: one, or the same hours of several days.
    spans: Vec<(DateTime<Utc>, DateTime<Utc>)>,
}

impl Turn<'_> {
    fn local(&self, at: DateTime<Utc>) -> NaiveDateTime {
        at.with_timezone(&self.zone).naive_local()
    }

    fn begins(&self) -> DateTime<Utc> {
        self.spans.first().map_or(DateTime::UNIX_EPOCH, |span| span.0)
    }

    fn ends(&self) -> DateTime<Utc> {
        self.spans.last().map_or(DateTime::UNIX_EPOCH, |span| span.1)
    }

    /// Whether a turn is this one going on: without a pause, or at the same hours of a day soon after.
    fn goes_on(&self, next: &Self) -> bool {
        let hours = |turn: &Self| (turn.local(turn.begins()).time(), turn.local(turn.ends()).time());
        let rest = next.begins() - self.ends();
        let same_hours = || hours(self) == hours(next) && rest <= TimeDelta::days(LONGEST_REST_DAYS);
        self.duty == next.duty && (rest <= TimeDelta::zero() && self.spans.len() == 1 || same_hours())
    }

    fn add(&mut self, next: Self) {
        match self.spans.as_mut_slice() {
            [whole] if whole.1 >= next.begins() => whole.1 = next.ends(),
            _ => self.spans.extend(next.spans),
        }
    }
}

impl<'a> TurnView<'a> {
    /// The turn of now and those that follow; none where only one has them.
    pub(crate) fn all(team: &Team<'a>, reader: Reader<'a>) -> Vec<Self> {
        let mut turns: Vec<Turn<'a>> = Vec::new();
        for turn in spans(team, reader) {
            match turns.last_mut() {
                Some(last) if last.goes_on(&turn) => last.add(turn),
                _ => turns.push(turn),
            }
        }
        let is_shared = turns.windows(2).any(|pair| matches!(pair, [one, other] if one.duty != other.duty));
        let shown = turns.into_iter().filter(|_| is_shared).take(MOST_TURNS);
        shown.map(|turn| Self::new(turn, reader)).collect()
    }

    fn new(turn: Turn<'a>, reader: Reader<'a>) -> Self {
        let is_away = |at| turn.away_until.is_some_and(|until| turn.local(at).date() <= until);
        // Whoever is away is on duty by the rota only: the script does not mark it.
        let there = turn.spans.iter().filter(|(from, _)| !is_away(*from));
        let spans: Vec<String> =
            there.map(|(from, until)| format!("{}-{}", from.timestamp(), until.timestamp())).collect();
        let away = away_badge(turn.who, reader).filter(|_| is_away(turn.begins()));
        let words = reader.words();
        let when = when(&turn, words);
        // The times of another zone are of no use without it.
        let when = match turn.zone == reader.published().zone() {
            true => when,
            false => words.format("hours.in_zone", &[("hours", &when), ("city", &words.city(turn.zone.name()))]),
        };
        Self { who: reader.who(turn.who), away, when, spans: spans.join(" ") }
    }
}

/// "Mon 30 Nov, 08:00 – Fri 4 Dec, 16:00", "Sat 5 Dec, 10:00 – 15:00", "Mon 30 Nov – Wed 2 Dec, 08:00 – 16:00".
fn when(turn: &Turn<'_>, words: &Words<'_>) -> String {
    let (begin, end) = (turn.local(turn.begins()), turn.local(turn.ends()));
    let time = |at: NaiveDateTime| words.clock(at.time());
    let range = |from: &str, until: &str| words.format("team.turn", &[("from", from), ("until", until)]);
    if turn.spans.len() > 1 {
        let last = turn.spans.last().map_or(end, |span| turn.local(span.0));
        let dates = range(&words.date_short(begin.date()), &words.date_short(last.date()));
        return format!("{dates}, {}", range(&time(begin), &time(end)));
    }
    let until = if begin.date() == end.date() { time(end) } else { words.date_time(end) };
    range(&words.date_time(begin), &until)
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
            away_until: of.away_until,
            spans: vec![(span.start(), span.end())],
        }));
    }
    turns.sort_by_key(|turn| (turn.begins(), turn.duty));
    turns
}
