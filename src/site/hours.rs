//! Opening hours in words: a line, the week, the coming exceptions.

use chrono::{DateTime, NaiveDate, Utc, Weekday};
use serde::Serialize;

use super::phrase::html;
use crate::clock::{Calendar, DayName, Exception, Opening, Reason};
use crate::i18n::Words;
use crate::markdown::{Html, Markup};

/// How far exceptions are told ahead, in days.
const AHEAD_DAYS: u32 = 60;
/// At most so many exceptions are told.
const MOST_EXCEPTIONS: usize = 8;

/// When something is open. Hundreds of pages show the same hours, so their tables are written here, once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HoursView {
    /// The week in one line: "Mon–Fri 08:00–16:00".
    pub line: String,
    /// The week, day by day, and the days that differ from it, as tables.
    pub tables: Html,
    /// The zone's city, for people.
    pub city: String,
    /// True when it is open day and night.
    pub is_always: bool,
}

impl HoursView {
    /// The hours around a moment; `name_of` tells how readers know a special day.
    pub fn new(
        calendar: &Calendar,
        now: DateTime<Utc>,
        words: &Words<'_>,
        name_of: &dyn Fn(DayName) -> Option<String>,
    ) -> Self {
        let days = regular_days(calendar, now);
        let mut exceptions = spells(calendar.exceptions(calendar.date_at(now), AHEAD_DAYS));
        exceptions.truncate(MOST_EXCEPTIONS);
        let tables = html(|markup| {
            table("hours.title", markup, words, |body| {
                for (day, openings) in &days {
                    let hours = in_words(openings, words);
                    let closed = hours.is_none().then_some("");
                    row(
                        body,
                        |head| _ = head.text(&words.weekday(*day)),
                        closed,
                        |cell| {
                            cell.text(hours.as_deref().unwrap_or(&words.text("hours.closed_day")));
                        },
                    );
                }
            });
            if !exceptions.is_empty() {
                table("hours.exceptions", markup, words, |body| {
                    for spell in &exceptions {
                        let dates = |head: &mut Markup| spell.dates(head, words);
                        row(body, dates, None, |cell| {
                            let hours = in_words(&spell.exception.openings, words);
                            cell.text(hours.as_deref().unwrap_or(&words.text("hours.closed_day")));
                            let name = spell.exception.special.as_ref().and_then(|day| day.name).and_then(name_of);
                            if let Some(name) = name {
                                cell.text(", ").text(&name);
                            } else if spell.exception.reason == Reason::PublicHoliday {
                                cell.text(", ").text(&words.text("hours.public_holiday"));
                            }
                        });
                    }
                });
            }
        });
        Self { line: line(&days, words), tables, city: words.city(calendar.zone().name()), is_always: is_always(&days) }
    }
}

/// A date that differs from the regular week, or all the dates of special days in a row that differ alike.
struct Spell {
    exception: Exception,
    /// The first and the last of the days.
    days: (NaiveDate, NaiveDate),
}

impl Spell {
    fn dates(&self, markup: &mut Markup, words: &Words<'_>) {
        let date = |markup: &mut Markup, date: NaiveDate| {
            markup.element("time", &[("datetime", Some(&date.to_string()))], |time| {
                time.text(&words.date_short(date));
            });
        };
        date(markup, self.days.0);
        if self.days.0 < self.days.1 {
            markup.text(" – ");
            date(markup, self.days.1);
        }
    }
}

/// The dates that differ, those of the same special days as one.
fn spells(exceptions: Vec<Exception>) -> Vec<Spell> {
    let mut spells: Vec<Spell> = Vec::new();
    for exception in exceptions.into_iter().filter(|exception| exception.reason != Reason::Season) {
        let goes_on = |last: &&mut Spell| {
            exception.special.is_some()
                && last.exception.special == exception.special
                && last.exception.openings == exception.openings
        };
        let days = exception.special.as_ref().map(|day| (day.first, day.last));
        match spells.last_mut().filter(goes_on) {
            Some(last) => last.days = days.unwrap_or(last.days),
            None => spells.push(Spell { days: (exception.date, exception.date), exception }),
        }
    }
    spells
}

/// What opens on each day of the regular week around a moment.
fn regular_days(calendar: &Calendar, now: DateTime<Utc>) -> Vec<(Weekday, Vec<Opening>)> {
    let week = calendar.week(calendar.date_at(now));
    week.days().map(|(day, openings)| (day, openings.to_vec())).collect()
}

/// The regular week around a moment in one line.
pub(crate) fn week_line(calendar: &Calendar, now: DateTime<Utc>, words: &Words<'_>) -> String {
    line(&regular_days(calendar, now), words)
}

fn table(title: &str, markup: &mut Markup, words: &Words<'_>, rows: impl FnOnce(&mut Markup)) {
    markup.element("table", &[("class", Some("hours"))], |table| {
        table.element("caption", &[], |caption| _ = caption.text(&words.text(title)));
        table.element("tbody", &[], rows);
    });
}

/// A day and its hours.
fn row(body: &mut Markup, day: impl FnOnce(&mut Markup), closed: Option<&str>, hours: impl FnOnce(&mut Markup)) {
    body.element("tr", &[], |row| {
        row.element("th", &[("scope", Some("row"))], day).element("td", &[("data-closed", closed)], hours);
    });
}

/// Whether all days are open as a whole.
fn is_always(days: &[(Weekday, Vec<Opening>)]) -> bool {
    days.iter().all(|(_, openings)| matches!(openings.as_slice(), [Opening { start: 0, end: 1440, .. }]))
}

/// The week in one line: days with the same hours are joined.
fn line(days: &[(Weekday, Vec<Opening>)], words: &Words<'_>) -> String {
    if is_always(days) {
        return words.text("hours.open_always").into_owned();
    }
    let mut groups: Vec<(Weekday, Weekday, &[Opening])> = Vec::new();
    for (day, openings) in days.iter().filter(|(_, openings)| !openings.is_empty()) {
        match groups.last_mut() {
            Some((_, last, same)) if last.succ() == *day && *same == openings.as_slice() => *last = *day,
            _ => groups.push((*day, *day, openings)),
        }
    }
    if groups.is_empty() {
        return words.text("hours.closed_day").into_owned();
    }
    let parts: Vec<String> = groups
        .into_iter()
        .map(|(first, last, openings)| {
            let days = if first == last {
                words.weekday_short(first)
            } else {
                words.format("hours.days", &[("from", &words.weekday_short(first)), ("to", &words.weekday_short(last))])
            };
            format!("{days} {}", in_words(openings, words).unwrap_or_default())
        })
        .collect();
    parts.join(", ")
}

/// The openings of a day, those that only a pause parts as one; none when it is closed.
pub(crate) fn in_words(openings: &[Opening], words: &Words<'_>) -> Option<String> {
    let mut spans: Vec<(Opening, Vec<String>)> = Vec::new();
    for opening in openings {
        match spans.last_mut() {
            Some((whole, pauses)) if opening.start.saturating_sub(whole.end) <= Opening::LONGEST_PAUSE => {
                pauses.push(span(Opening { start: whole.end, end: opening.start }, words));
                whole.end = opening.end;
            }
            _ => spans.push((*opening, Vec::new())),
        }
    }
    let told = spans.into_iter().map(|(whole, pauses)| match pauses.as_slice() {
        [] => span(whole, words),
        pauses => {
            let pauses = [("hours", &*span(whole, words)), ("pauses", &*pauses.join(", "))];
            words.format("hours.with_pauses", &pauses)
        }
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join(", "))
}

fn span(opening: Opening, words: &Words<'_>) -> String {
    if (opening.start, opening.end) == (0, 1440) {
        return words.text("hours.all_day").into_owned();
    }
    words.format("hours.span", &[("from", &words.minute(opening.start)), ("to", &words.minute(opening.end))])
}
