//! Opening hours in words: a line, the week, the coming exceptions.

use std::borrow::Cow;

use chrono::{DateTime, Datelike, NaiveDate, Utc, Weekday};
use chrono_tz::Tz;
use serde::Serialize;

use super::phrase::{capitalized, html};
use crate::clock::{Calendar, DayName, Exception, Monthly, Opening, Pattern, Reason, Season, Timetable, Week};
use crate::i18n::Words;
use crate::markdown::{Html, Markup};

/// How far exceptions are told ahead, in days.
const AHEAD_DAYS: u32 = 60;
/// At most so many exceptions are told.
const MOST_EXCEPTIONS: usize = 16;
/// At most so many of them are told in a line.
const MOST_IN_A_LINE: usize = 4;
/// Within so many days each day of a month comes once, and needs no year.
const YEAR: i64 = 365;

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
    /// Whether some of the coming days differ.
    pub has_exceptions: bool,
    /// The coming days that differ.
    #[serde(skip)]
    exceptions: Vec<OtherDays>,
}

/// Days on which something else opens than in the week.
#[derive(Clone, Debug, PartialEq, Eq)]
struct OtherDays {
    /// The first and the last of them.
    days: (NaiveDate, NaiveDate),
    is_closed: bool,
    /// Whether that is so for everybody there, by a special day of the company or the like.
    is_special: bool,
    /// "Thu 24 Dec", "Wed 23 Dec 08:00–12:00"
    told: String,
}

impl OtherDays {
    /// Whether what is told of others tells these, too: the same, a longer time of closed days, a short day of all.
    fn is_told_by(&self, other: &Self) -> bool {
        let is_within = other.days.0 <= self.days.0 && self.days.1 <= other.days.1;
        let is_alike = self.is_closed && other.is_closed || self.is_special && other.is_special;
        self.told == other.told || is_alike && is_within
    }
}

impl HoursView {
    /// The hours around a moment for readers who are mostly at home in a zone; `name_of` tells how they know a special
    /// day.
    pub fn new(
        calendar: &Calendar,
        (now, home): (DateTime<Utc>, Tz),
        words: &Words<'_>,
        name_of: &dyn Fn(DayName) -> Option<String>,
    ) -> Self {
        let today = calendar.date_at(now);
        let pattern = calendar.pattern(today);
        let mut exceptions = spells(calendar.exceptions_to(&pattern, today, AHEAD_DAYS), &calendar.timetable());
        exceptions.truncate(MOST_EXCEPTIONS);
        let rules = Rules { pattern: &pattern, today, words };
        let tables = html(|markup| {
            rules.table(markup);
            if !exceptions.is_empty() {
                table("hours.exceptions", markup, words, |body| {
                    exceptions.iter().for_each(|spell| spell.row(body, words, name_of));
                });
            }
        });
        let is_always = pattern.is_weekly() && is_always(&pattern.week);
        let city = words.city(calendar.zone().name());
        // On paper nobody tells when it opens where the reader is.
        let line = match calendar.zone() == home || is_always {
            true => rules.line(),
            false => words.format("hours.in_zone", &[("hours", &rules.line()), ("city", &city)]),
        };
        let told = exceptions.iter().map(|spell| spell.told(words)).collect();
        Self { line, tables, city, is_always, has_exceptions: !exceptions.is_empty(), exceptions: told }
    }

    /// The week in one line, with the coming days that differ from it, but for those that are told beside it of
    /// another: "Mon–Fri 09:00–12:00, except Thu 24 Dec".
    pub fn line_beside(&self, other: Option<&Self>, words: &Words<'_>) -> String {
        let known = other.map_or(&[][..], |other| &other.exceptions);
        let is_own = |days: &&OtherDays| !known.iter().any(|known| days.is_told_by(known));
        let mut own: Vec<&str> = self.exceptions.iter().filter(is_own).map(|days| &*days.told).collect();
        if own.is_empty() {
            return self.line.clone();
        }
        if own.len() > MOST_IN_A_LINE {
            own.truncate(MOST_IN_A_LINE);
            own.push("…");
        }
        let except = words.format("hours.except", &[("dates", &own.join(", "))]);
        format!("{}, {except}", self.line)
    }

    /// What can be told besides the line, with or without a table of answers.
    pub fn details<'w>(&self, with_answers: bool, words: &'w Words<'_>) -> Cow<'w, str> {
        words.text(match (self.has_exceptions, with_answers) {
            (true, true) => "hours.details",
            (true, false) => "hours.details_exceptions",
            (false, true) => "hours.details_answers",
            (false, false) => "hours.details_days",
        })
    }
}

/// What opens regularly, in words.
struct Rules<'r> {
    pattern: &'r Pattern,
    today: NaiveDate,
    words: &'r Words<'r>,
}

impl Rules<'_> {
    /// The week, and what is told beside it, in one line.
    fn line(&self) -> String {
        let week = Some(line(&self.pattern.week, self.words))
            .filter(|_| !self.pattern.week.is_closed() || self.pattern.is_weekly());
        let beside = self.told().into_iter().map(|(when, what)| format!("{when}: {}", within_line(&what, self.words)));
        week.into_iter().chain(beside).collect::<Vec<_>>().join(", ")
    }

    /// The week, day by day, and what is told beside it, as a table.
    fn table(&self, markup: &mut Markup) {
        let Self { pattern, words, .. } = self;
        table("hours.title", markup, words, |body| {
            // Seven closed days would say nothing where all is told by other rules.
            let days = pattern.week.days().filter(|_| !pattern.week.is_closed() || pattern.is_weekly());
            for (day, openings) in days {
                let hours = in_words(openings, words);
                let closed = hours.is_none().then_some("");
                row(
                    body,
                    |head| _ = head.text(&words.weekday(day)),
                    closed,
                    |cell| {
                        cell.text(hours.as_deref().unwrap_or(&words.text("hours.closed_day")));
                    },
                );
            }
            for (when, what) in self.told() {
                row(body, |head| _ = head.text(&capitalized(&when)), None, |cell| _ = cell.text(&what));
            }
        });
    }

    /// What is told beside the week: when, and what opens then.
    fn told(&self) -> Vec<(String, String)> {
        let Self { pattern, words, .. } = self;
        let hours = |openings: &[Opening]| {
            in_words(openings, words).unwrap_or_else(|| words.text("hours.closed_day").into_owned())
        };
        let monthly = pattern.monthly.iter().map(|monthly| (self.of_month(monthly), hours(&monthly.openings)));
        let fortnightly = pattern.fortnightly.iter().map(|one| {
            let weeks = if one.is_even { "hours.even_weeks" } else { "hours.odd_weeks" };
            (words.text(weeks).into_owned(), line(&one.week, words))
        });
        let seasons = pattern.seasons.iter().map(|season| (self.days_of(season), line(&season.week, words)));
        let dates =
            pattern.dates.iter().map(|(date, openings)| format!("{} {}", words.date_short(*date), hours(openings)));
        let dates = Some(dates.collect::<Vec<_>>().join(", ")).filter(|dates| !dates.is_empty());
        let next = dates.map(|dates| (words.text("hours.next").into_owned(), dates));
        let holidays = [("hours.public_holiday", &pattern.holidays), ("hours.holiday_eve", &pattern.eves)];
        let holidays = holidays
            .into_iter()
            .filter_map(|(key, openings)| Some((words.text(key).into_owned(), hours(openings.as_ref()?))));
        monthly.chain(fortnightly).chain(seasons).chain(holidays).chain(next).collect()
    }

    /// "on the 1st Monday of every month"
    fn of_month(&self, monthly: &Monthly) -> String {
        let words = self.words;
        let ordinal = |number: &u32| words.plural("ordinal.day", u64::from(*number), &[]);
        let nth = |number: &u32| words.nth_weekday(&ordinal(number), monthly.day);
        let day = match monthly.which.as_slice() {
            [] => words.last_weekday(monthly.day),
            [rest @ .., last] => words.list(&rest.iter().map(ordinal).chain([nth(last)]).collect::<Vec<_>>()),
        };
        words.format("deadline.month_weekday", &[("day", &day)])
    }

    fn days_of(&self, season: &Season) -> String {
        let from = self.date(season.from);
        match season.to {
            Some(to) => self.words.format("hours.season", &[("from", &from), ("to", &self.date(to))]),
            None => self.words.format("hours.season_from", &[("from", &from)]),
        }
    }

    /// With its year where that is not clear.
    fn date(&self, date: NaiveDate) -> String {
        let day = Some(date).filter(|date| (*date - self.today).num_days() < YEAR);
        let day = day.and_then(|date| self.words.month_day(date.month(), date.day()));
        day.unwrap_or_else(|| self.words.date(date))
    }
}

/// As it is said within a line: words that are no hours begin with a small letter there.
fn within_line(text: &str, words: &Words<'_>) -> String {
    let is_said = |key| text.starts_with(&*words.text(key));
    let mut chars = text.chars();
    match ["hours.closed_day", "hours.all_day", "hours.open_always"].into_iter().any(is_said) {
        true => chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect()),
        false => text.to_owned(),
    }
}

/// A date that differs from the regular week, or all the dates of special days in a row that differ alike.
struct Spell {
    exception: Exception,
    /// The first and the last of the days.
    days: (NaiveDate, NaiveDate),
}

impl Spell {
    /// When, what opens then, and why.
    fn row(&self, body: &mut Markup, words: &Words<'_>, name_of: &dyn Fn(DayName) -> Option<String>) {
        let Exception { openings, special, reason, .. } = &self.exception;
        let reason = match reason {
            Reason::PublicHoliday => Some("hours.public_holiday"),
            Reason::HolidayEve => Some("hours.holiday_eve"),
            _ => None,
        };
        let name = special.as_ref().and_then(|day| day.name).and_then(name_of);
        let why = name.or_else(|| Some(words.text(reason?).into_owned()));
        row(
            body,
            |head| self.dates(head, words),
            None,
            |cell| {
                cell.text(in_words(openings, words).as_deref().unwrap_or(&words.text("hours.closed_day")));
                if let Some(why) = &why {
                    cell.text(", ").text(why);
                }
            },
        );
    }

    /// The days, and what opens on them where something does.
    fn told(&self, words: &Words<'_>) -> OtherDays {
        let (first, last) = self.days;
        let until = (first < last).then(|| format!("– {}", words.date_short(last)));
        let hours = in_words(&self.exception.openings, words);
        let is_closed = hours.is_none();
        let told = [Some(words.date_short(first)), until, hours].into_iter().flatten().collect::<Vec<_>>().join(" ");
        OtherDays { days: self.days, is_closed, is_special: self.exception.special.is_some(), told }
    }

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

/// The dates that differ, those of the same special days as one, and days in a row on which the same opens.
fn spells(exceptions: Vec<Exception>, timetable: &Timetable) -> Vec<Spell> {
    let mut spells: Vec<Spell> = Vec::new();
    for exception in exceptions {
        let goes_on = |last: &&mut Spell| {
            let is_alike = last.exception.special == exception.special
                && last.exception.openings == exception.openings
                && last.exception.reason == exception.reason;
            let mut between = last.days.1.iter_days().skip(1).take_while(|date| *date < exception.date);
            is_alike && (exception.special.is_some() || between.all(|date| timetable.on(date) == exception.openings))
        };
        let days = exception.special.as_ref().map(|day| (day.first, day.last));
        match spells.last_mut().filter(goes_on) {
            Some(last) => last.days = days.unwrap_or((last.days.0, exception.date)),
            None => spells.push(Spell { days: (exception.date, exception.date), exception }),
        }
    }
    spells
}

/// What opens regularly, in one line.
pub(crate) fn regular_line(calendar: &Calendar, now: DateTime<Utc>, words: &Words<'_>) -> String {
    let today = calendar.date_at(now);
    Rules { pattern: &calendar.pattern(today), today, words }.line()
}

fn table(title: &str, markup: &mut Markup, words: &Words<'_>, rows: impl FnOnce(&mut Markup)) {
    markup.element("table", &[("class", Some("hours"))], |table| {
        table.element("caption", &[], |caption| _ = caption.text(&words.text(title)));
        table.element("tbody", &[], rows);
    });
}

/// When, and what opens then.
fn row(body: &mut Markup, when: impl FnOnce(&mut Markup), closed: Option<&str>, what: impl FnOnce(&mut Markup)) {
    body.element("tr", &[], |row| {
        row.element("th", &[("scope", Some("row"))], when).element("td", &[("data-closed", closed)], what);
    });
}

/// Whether all days are open as a whole.
fn is_always(week: &Week) -> bool {
    week.days().all(|(_, openings)| matches!(openings, [Opening { start: 0, end: 1440, .. }]))
}

/// A week in one line: days with the same hours are joined.
fn line(week: &Week, words: &Words<'_>) -> String {
    if is_always(week) {
        return words.text("hours.open_always").into_owned();
    }
    let mut groups: Vec<(Weekday, Weekday, &[Opening])> = Vec::new();
    for (day, openings) in week.days().filter(|(_, openings)| !openings.is_empty()) {
        match groups.last_mut() {
            Some((_, last, same)) if last.succ() == day && *same == openings => *last = day,
            _ => groups.push((day, day, openings)),
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
            format!("{days} {}", within_line(&in_words(openings, words).unwrap_or_default(), words))
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
