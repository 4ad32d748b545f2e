//! Who is on duty now and next.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use serde::Serialize;

use crate::i18n::Words;
use crate::pages::parts::entries::told_until;
use crate::publish::{Team, Turn};
use crate::site::phrase::{Badge, Link};
use crate::site::reader::Reader;

/// How far ahead turns are looked for.
const AHEAD: TimeDelta = TimeDelta::days(60);
/// So many times of nobody are told.
const MOST_GAPS: usize = 2;
/// Somebody who comes back within so many days, with nobody else in between, has the same turn: nights and weekends.
const LONGEST_REST: TimeDelta = TimeDelta::days(3);

/// A turn of duty, or a time of nobody.
#[derive(Debug, Serialize)]
pub struct TurnView<'a> {
    /// Who; nobody where the team is open and no turn covers it.
    pub who: Vec<Link<'a>>,
    /// The same in words, for the script.
    pub names: String,
    /// In whose place.
    pub instead_of: Option<String>,
    /// A word when they are away, and nobody stands in.
    pub away: Option<Badge>,
    /// From when until when, in words.
    pub when: String,
    /// The times of duty, each the seconds since the epoch at which it begins and ends, for the script that marks the
    /// turn of now.
    pub spans: String,
    /// Whether somebody is really there.
    pub is_there: bool,
}

/// A turn before it is told.
struct Told<'a> {
    turn: Turn<'a>,
    /// The times of duty, in order: one, or the same hours of several days.
    spans: Vec<(DateTime<Utc>, DateTime<Utc>)>,
}

impl<'a> Told<'a> {
    fn new(turn: Turn<'a>) -> Self {
        Self { spans: vec![(turn.from, turn.until)], turn }
    }

    fn local(&self, at: DateTime<Utc>) -> NaiveDateTime {
        at.with_timezone(&self.turn.zone).naive_local()
    }

    fn ends(&self) -> DateTime<Utc> {
        self.spans.last().map_or(DateTime::UNIX_EPOCH, |span| span.1)
    }

    /// Whether a turn is this one going on: without a pause, or at the same hours of a day soon after.
    fn goes_on(&self, next: &Turn<'a>) -> bool {
        let hours = |from, until| (self.local(from).time(), self.local(until).time());
        let rest = next.from - self.ends();
        let own = self.spans.last().map(|(from, until)| hours(*from, *until));
        let same_hours = || own == Some(hours(next.from, next.until)) && rest <= LONGEST_REST;
        self.turn.is_like(next) && (rest <= TimeDelta::zero() && self.spans.len() == 1 || same_hours())
    }

    fn add(&mut self, next: &Turn<'a>) {
        match self.spans.as_mut_slice() {
            [whole] if whole.1 >= next.from => whole.1 = next.until,
            _ => self.spans.push((next.from, next.until)),
        }
    }
}

/// Turns in order, those that go on as one.
fn joined(turns: Vec<Turn<'_>>) -> Vec<Told<'_>> {
    let mut told: Vec<Told<'_>> = Vec::new();
    for turn in turns {
        match told.last_mut() {
            Some(last) if last.goes_on(&turn) => last.add(&turn),
            _ => told.push(Told::new(turn)),
        }
    }
    told
}

impl<'a> TurnView<'a> {
    /// The turn of now and those that follow, at `most` so many, and the first times of nobody among them; nothing
    /// where one has them all.
    pub(crate) fn all(team: &Team<'a>, most: usize, reader: Reader<'a>) -> Vec<Self> {
        let turns = reader.published().turns(team.key, AHEAD);
        // Each night of nobody does not make a turn of each day.
        let (turns, nobody): (Vec<Turn<'a>>, Vec<Turn<'a>>) = turns.into_iter().partition(|turn| turn.duty.is_some());
        let (mut turns, nobody) = (joined(turns), joined(nobody));
        let (first, others) = turns.split_first().unzip();
        let alone = first.is_none_or(|first| {
            others.into_iter().flatten().all(|other| first.turn.is_like(&other.turn)) && !first.turn.is_absent
        });
        if alone && nobody.is_empty() {
            return Vec::new();
        }
        turns.truncate(most);
        let end = turns.last().map(Told::ends);
        let near = nobody.into_iter().filter(|gap| end.is_none_or(|end| gap.turn.from < end));
        turns.extend(near.take(MOST_GAPS));
        turns.sort_by_key(|told| told.turn.from);
        turns.iter().map(|turn| Self::new(turn, reader)).collect()
    }

    fn new(told: &Told<'a>, reader: Reader<'a>) -> Self {
        let (turn, words) = (&told.turn, reader.words());
        let spans: Vec<String> =
            told.spans.iter().map(|(from, until)| format!("{}-{}", from.timestamp(), until.timestamp())).collect();
        let instead_of = turn.instead_of.map(|who| {
            let name = reader.who(who).name.text;
            words.format("team.instead_of", &[("name", &name)])
        });
        let away = turn.away_until.map(|until| Badge {
            kind: "away",
            text: words.format("role.away", &[("date", &told_until(until, reader))]),
        });
        let when = when(told, words);
        // The times of another zone are of no use without it.
        let when = match turn.zone == reader.published().zone() {
            true => when,
            false => words.format("hours.in_zone", &[("hours", &when), ("city", &words.city(turn.zone.name()))]),
        };
        let who: Vec<Link<'a>> = turn.who.iter().map(|who| reader.who(*who)).collect();
        Self {
            names: who.iter().map(|who| &*who.name.text).collect::<Vec<&str>>().join(", "),
            who,
            instead_of,
            away,
            when,
            spans: spans.join(" "),
            is_there: turn.duty.is_some() && !turn.is_absent,
        }
    }
}

/// "Mon 30 Nov, 08:00 – Fri 4 Dec, 16:00", "Sat 5 Dec, 10:00 – 15:00", "Mon 30 Nov – Wed 2 Dec, 08:00 – 16:00".
fn when(turn: &Told<'_>, words: &Words<'_>) -> String {
    let (begin, end) = (turn.local(turn.turn.from), turn.local(turn.ends()));
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
