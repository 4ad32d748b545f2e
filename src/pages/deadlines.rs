//! The page of the year's dates: for each group of people what they must deliver, to whom, by when.

use std::collections::BTreeMap;

use chrono::{Datelike, TimeDelta};
use serde::Serialize;

use super::view::{Head, PageView};
use crate::clock::{Every, Occurrence};
use crate::publish::{Date, Feed};
use crate::site::deadline::{self, NextView};
use crate::site::phrase::{Link, Phrase};
use crate::site::reader::Reader;
use crate::site::{MOST_EVENTS, Place, splits};

/// How far ahead the page tells dates; calendar files reach a little further.
const YEAR: TimeDelta = TimeDelta::days(365);

/// After so many dates the months that follow fold.
const NEXT_ROWS: usize = 3;

/// At most so many dates are told for one group; its calendar file has all.
const MOST_ROWS: usize = 200;

/// The page.
#[derive(Debug, Serialize)]
pub struct DeadlinesView<'a> {
    /// By those who keep them.
    pub groups: Vec<KeeperView<'a>>,
    /// The ways to each group's page, where the whole is too long for one.
    pub parts: Vec<Link<'a>>,
}

/// The dates that a group of people keeps.
#[derive(Debug, Serialize)]
pub struct KeeperView<'a> {
    /// Where it begins on the page.
    pub anchor: String,
    /// Who.
    pub name: Phrase<'a>,
    /// Its calendar file.
    pub calendar: String,
    /// What comes each week: the rule, and the next time.
    pub weekly: Vec<DateRow<'a>>,
    /// All else, by month: the next ones.
    pub months: Vec<MonthView<'a>>,
    /// The months after those, which fold.
    pub later: Option<LaterView<'a>>,
    /// How many later dates are only in the calendar file, in words.
    pub more: Option<String>,
}

/// Months further ahead.
#[derive(Debug, Serialize)]
pub struct LaterView<'a> {
    /// From which to which.
    pub name: String,
    /// In order.
    pub months: Vec<MonthView<'a>>,
}

/// The dates of a month.
#[derive(Debug, Serialize)]
pub struct MonthView<'a> {
    /// The month and its year.
    pub name: String,
    /// In order.
    pub rows: Vec<DateRow<'a>>,
}

/// Something that is due.
#[derive(Debug, Serialize)]
pub struct DateRow<'a> {
    /// The rule, for what comes each week.
    pub rule: Option<String>,
    /// When; for what comes each week, the next time.
    pub when: NextView,
    /// The date that the rule names, where a day off has moved it.
    pub moved_from: Option<String>,
    /// What.
    pub what: Phrase<'a>,
    /// To whom.
    pub to: Link<'a>,
    /// What happens otherwise.
    pub why: Option<Phrase<'a>>,
}

impl<'a> PageView<'a> for DeadlinesView<'a> {
    type Of = Option<Feed>;

    fn new(part: Option<Feed>, reader: Reader<'a>) -> Self {
        if let Some(feed) = part {
            return Self { groups: vec![group(feed, reader)], parts: Vec::new() };
        }
        let parts = splits::of_dates(reader.edition);
        if !parts.is_empty() {
            let link = |feed| Link { href: Some(reader.href(Place::Deadlines(Some(feed)))), ..reader.keeper(feed) };
            return Self { groups: Vec::new(), parts: in_order(parts, reader).into_iter().map(link).collect() };
        }
        let keepers = in_order(reader.published().keepers(), reader);
        Self { groups: keepers.into_iter().map(|feed| group(feed, reader)).collect(), parts: Vec::new() }
    }

    fn head(part: Option<Feed>, reader: Reader<'a>) -> Head<'a> {
        part.map_or_else(|| Head::of_words(reader), |feed| Head::of_part(&reader.keeper(feed).name.text, reader))
    }
}

/// Departments and teams by name behind the groups that the company has named.
fn in_order(mut keepers: Vec<Feed>, reader: Reader<'_>) -> Vec<Feed> {
    keepers.sort_by_cached_key(|feed| match feed {
        Feed::Department(_) | Feed::Team(_) => (1, reader.words().sort_key(&reader.keeper(*feed).name.text)),
        _ => (0, Vec::new()),
    });
    keepers
}

fn group(feed: Feed, reader: Reader<'_>) -> KeeperView<'_> {
    let until = reader.published().now.checked_add_signed(YEAR).unwrap_or(reader.published().now);
    let mut weekly: Vec<(&Occurrence, Date<'_>)> = Vec::new();
    let mut dated: Vec<(&Occurrence, Date<'_>)> = Vec::new();
    for date in reader.published().dates_kept_by(feed) {
        if date.rule.every() == Every::Week {
            weekly.extend(date.occurrences.first().map(|next| (next, date)));
        } else {
            dated.extend(date.occurrences.iter().filter(|next| next.at < until).map(|next| (next, date)));
        }
    }
    let due = |(next, date): &(&Occurrence, Date<'_>)| (next.at, date.service, date.place);
    weekly.sort_by_key(due);
    dated.sort_by_key(due);
    let hidden = dated.len().saturating_sub(MOST_ROWS) + weekly.len().saturating_sub(MOST_ROWS);
    weekly.truncate(MOST_ROWS);
    dated.truncate(MOST_ROWS);
    let mut months: BTreeMap<(i32, u32), MonthView<'_>> = BTreeMap::new();
    for (next, date) in dated {
        let month = (next.date.year(), next.date.month());
        let name = || reader.words().month(next.date);
        let view = months.entry(month).or_insert_with(|| MonthView { name: name(), rows: Vec::new() });
        view.rows.push(row(next, &date, false, reader));
    }
    let (months, later) = folded(months.into_values().collect());
    KeeperView {
        anchor: feed.slug(reader.published()),
        name: reader.keeper(feed).name,
        calendar: reader.route.href_to_feed(feed, reader.published()),
        weekly: weekly.into_iter().map(|(next, date)| row(next, &date, true, reader)).collect(),
        months,
        later,
        more: (hidden > 0).then(|| more(hidden, feed, reader)),
    }
}

/// The next months, until they have some dates together; and those that follow.
fn folded(mut months: Vec<MonthView<'_>>) -> (Vec<MonthView<'_>>, Option<LaterView<'_>>) {
    let rows_before = months.iter().scan(0, |rows, month| {
        let before = *rows;
        *rows += month.rows.len();
        Some(before)
    });
    let next = rows_before.take_while(|before| *before < NEXT_ROWS).count();
    let later = months.split_off(next);
    let name = match later.as_slice() {
        [] => return (months, None),
        [only] => only.name.clone(),
        [first, .., last] => format!("{} – {}", first.name, last.name),
    };
    (months, Some(LaterView { name, months: later }))
}

/// How many dates the page leaves out, and how far the calendar file has them.
fn more(hidden: usize, feed: Feed, reader: Reader<'_>) -> String {
    let words = reader.words();
    let mut due: Vec<_> = reader.published().dates(feed).flat_map(|date| date.occurrences.iter()).collect();
    due.sort_by_key(|next| next.at);
    let file = match due.get(MOST_EVENTS) {
        Some(first_left_out) => words.format("deadline.file_until", &[("date", &words.date(first_left_out.date))]),
        None => words.text("deadline.all_in_file").into_owned(),
    };
    format!("{}. {file}", words.plural("count.more", hidden as u64, &[]))
}

fn row<'a>(next: &Occurrence, date: &Date<'a>, weekly: bool, reader: Reader<'a>) -> DateRow<'a> {
    let words = reader.words();
    let moved = !weekly && next.named != next.date;
    DateRow {
        rule: weekly.then(|| deadline::rule(date.rule, words)),
        // The year stands in the heading of the month.
        when: deadline::moment(date.due(next), |date| words.date_short(date), words),
        moved_from: moved.then(|| words.format("deadline.instead_of", &[("date", &words.date_short(next.named))])),
        what: reader.phrase(date.what),
        to: reader.service(date.service),
        why: reader.maybe(date.why),
    }
}
