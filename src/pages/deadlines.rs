//! The page of dates: for each group of people what they have to do, for whom, by when; and what is good to know.
//! The coming month is in sight, the rest of the year folds.

use std::collections::BTreeMap;

use chrono::{Datelike, TimeDelta};
use serde::Serialize;

use super::view::{Head, PageView};
use crate::pages::parts::due::{Due, DueView, MONTH};
use crate::publish::Feed;
use crate::site::calendar_links::CalendarLinks;
use crate::site::phrase::{Link, Phrase};
use crate::site::reader::Reader;
use crate::site::{MOST_EVENTS, Place, file_begins, since, splits};

/// How far ahead the page tells dates; calendar files reach a little further.
const YEAR: TimeDelta = TimeDelta::days(365);

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
    pub calendar_links: Option<CalendarLinks>,
    /// What is due in the coming month; where nothing is, the next date.
    pub soon: PartedView<'a>,
    /// What comes after that, by month.
    pub later: Option<LaterView<'a>>,
    /// How many later dates are only in the calendar file, in words.
    pub more: Option<String>,
}

/// Dates, duties apart from information.
#[derive(Debug, Default, Serialize)]
pub struct PartedView<'a> {
    /// What somebody has to do.
    pub duties: Vec<DueView<'a>>,
    /// What is good to know.
    pub information: Vec<DueView<'a>>,
}

/// Dates further ahead.
#[derive(Debug, Serialize)]
pub struct LaterView<'a> {
    /// From which month to which.
    pub name: String,
    /// What somebody has to do.
    pub duties: Vec<MonthView<'a>>,
    /// What is good to know.
    pub information: Vec<MonthView<'a>>,
}

/// The dates of a month.
#[derive(Debug, Serialize)]
pub struct MonthView<'a> {
    /// The month and its year.
    pub name: String,
    /// In order.
    pub dates: Vec<DueView<'a>>,
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

impl<'a> PartedView<'a> {
    fn new(all: &[Due<'a>], reader: Reader<'a>) -> Self {
        let of = |duty: bool| all.iter().filter(move |due| due.is_duty() == duty);
        let views = |duty| of(duty).filter_map(|due| due.view(reader)).collect();
        Self { duties: views(true), information: views(false) }
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
    let now = reader.published().now;
    let until = |span: TimeDelta| now.checked_add_signed(span).unwrap_or(now);
    let mut due = Due::until(until(YEAR), reader.published().dates_kept_by(feed), reader);
    let hidden = due.len().saturating_sub(MOST_ROWS);
    due.truncate(MOST_ROWS);
    let soon = due.iter().take_while(|due| due.at.at < until(MONTH)).count().max(1).min(due.len());
    let ahead = due.split_off(soon);
    KeeperView {
        anchor: feed.slug(reader.published()),
        name: reader.keeper(feed).name,
        calendar_links: reader.calendar_links(feed),
        soon: PartedView::new(&due, reader),
        later: later(&ahead, reader),
        more: (hidden > 0).then(|| more(hidden, feed, reader)),
    }
}

/// Dates further ahead.
fn later<'a>(due: &[Due<'a>], reader: Reader<'a>) -> Option<LaterView<'a>> {
    let month = |due: &Due<'_>| reader.words().month(due.at.date);
    let (first, last) = (month(due.first()?), month(due.last()?));
    let of = |duty: bool| by_month(due.iter().filter(|due| due.is_duty() == duty), reader);
    Some(LaterView {
        name: if first == last { first } else { format!("{first} – {last}") },
        duties: of(true),
        information: of(false),
    })
}

fn by_month<'d, 'a: 'd>(due: impl Iterator<Item = &'d Due<'a>>, reader: Reader<'a>) -> Vec<MonthView<'a>> {
    let mut months: BTreeMap<(i32, u32), MonthView<'a>> = BTreeMap::new();
    for due in due {
        let name = || reader.words().month(due.at.date);
        let month = months.entry((due.at.date.year(), due.at.date.month()));
        month.or_insert_with(|| MonthView { name: name(), dates: Vec::new() }).dates.extend(due.view(reader));
    }
    months.into_values().collect()
}

/// How many dates the page leaves out, and how far the calendar file has them.
fn more(hidden: usize, feed: Feed, reader: Reader<'_>) -> String {
    let words = reader.words();
    let dates: Vec<_> = reader.published().dates_in_file(feed).collect();
    let file = match since(file_begins(reader.published()), &dates).get(MOST_EVENTS) {
        Some((_, first_left_out)) => words.format("deadline.file_until", &[("date", &words.date(first_left_out.date))]),
        None => words.text("deadline.all_in_file").into_owned(),
    };
    format!("{}. {file}", words.plural("count.more", hidden as u64, &[]))
}
