//! Turns of duty, as they really fall.

use chrono::TimeDelta;
use serde::Serialize;

use crate::clock::{Calendar, Exception, Reason};
use crate::publish::Team;
use crate::site::hours::{in_words, regular_line};
use crate::site::phrase::Link;
use crate::site::reader::Reader;

/// So many days must follow the regular week, but for days off, for it to be told in place of dates.
const REGULAR_DAYS: u32 = 8 * 7;
/// How far ahead turns are looked for.
const AHEAD: TimeDelta = TimeDelta::days(400);
/// So many turns are told.
const MOST_TURNS: usize = 6;

/// Somebody's turns of duty.
#[derive(Debug, Serialize)]
pub struct DutyView<'a> {
    /// Who.
    pub who: Link<'a>,
    /// When: the regular week, or the next turns where it does not tell the truth.
    pub when: Vec<String>,
}

impl<'a> DutyView<'a> {
    /// The rota of a team; turns that do not come any more are left out, and those at which nobody can ask.
    pub(crate) fn all(team: &Team<'a>, reader: Reader<'a>) -> Vec<Self> {
        let useless = reader.published().useless_duties(team.key, AHEAD);
        let duties = team.rota.iter().enumerate().filter(|(place, _)| !useless.contains(place));
        let told = duties.map(|(_, duty)| Self { who: reader.who(duty.who), when: when(duty.calendar, reader) });
        told.filter(|duty| !duty.when.is_empty()).collect()
    }
}

fn when(calendar: &Calendar, reader: Reader<'_>) -> Vec<String> {
    let (words, now) = (reader.words(), reader.published().now);
    let today = calendar.date_at(now);
    let turns = next(calendar, reader);
    let pattern = calendar.pattern(today);
    let mut exceptions = calendar.exceptions(today, REGULAR_DAYS);
    let is_plain = |exception: &Exception| match exception.reason {
        Reason::ClosedDay => exception.openings.is_empty(),
        // A turn of its own on a holiday is told with its hours.
        Reason::PublicHoliday => exception.openings.is_empty() || !pattern.week.is_closed(),
        Reason::ShortDay => true,
        Reason::HolidayEve | Reason::Season | Reason::Hours => false,
    };
    if turns.is_empty() || !exceptions.iter().all(is_plain) {
        return turns;
    }
    // The line of the week says what all holidays have.
    exceptions.retain(|exception| {
        exception.reason != Reason::PublicHoliday || pattern.holidays.as_ref() != Some(&exception.openings)
    });
    let mut told = vec![regular_line(calendar, now, words)];
    if !exceptions.is_empty() {
        // On a short day there is a turn, if not a whole one.
        let date = |exception: &Exception| {
            let hours = in_words(&exception.openings, words);
            [Some(words.date_short(exception.date)), hours].into_iter().flatten().collect::<Vec<_>>().join(" ")
        };
        let dates: Vec<String> = exceptions.iter().map(date).collect();
        told.push(words.format("hours.except", &[("dates", &dates.join(", "))]));
    }
    told
}

/// The next turns, each with its date.
fn next(calendar: &Calendar, reader: Reader<'_>) -> Vec<String> {
    let (words, timetable) = (reader.words(), calendar.timetable());
    let today = calendar.date_at(reader.published().now);
    let last = today.checked_add_signed(AHEAD).unwrap_or(today);
    let dates = today.iter_days().take_while(|date| *date <= last);
    let turn = |date| Some(format!("{} {}", words.date_short(date), in_words(&timetable.on(date), words)?));
    let mut turns: Vec<String> = dates.filter_map(turn).take(MOST_TURNS + 1).collect();
    if let Some(last) = turns.get_mut(MOST_TURNS) {
        "…".clone_into(last);
    }
    turns
}
