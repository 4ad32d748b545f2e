//! The next dates that somebody has to keep, group by group: what, to whom, by when.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::clock::Occurrence;
use crate::publish::{Date, Feed};
use crate::site::deadline::{self, NextView};
use crate::site::phrase::{Link, Phrase};
use crate::site::reader::Reader;

/// So many dates are sent for each group: some will have passed when the page is read.
const MOST: usize = 6;

/// The dates of a group of people.
#[derive(Debug, Serialize)]
pub struct GroupView<'a> {
    /// The audience's id; empty for everyone.
    pub id: &'a str,
    /// Who.
    pub name: Phrase<'a>,
    /// The next dates, in order.
    pub dates: Vec<DateView<'a>>,
}

/// Something that is due.
#[derive(Debug, Serialize)]
pub struct DateView<'a> {
    /// When.
    pub when: NextView,
    /// What.
    pub what: Phrase<'a>,
    /// To whom.
    pub to: Link<'a>,
}

/// What everyone has to keep, and with it what each audience has; those who have nothing are left out.
pub(crate) fn by_audience(reader: Reader<'_>) -> Vec<GroupView<'_>> {
    let everyone =
        GroupView { id: "", name: reader.keeper(Feed::Everyone).name, dates: next(&[Feed::Everyone], reader) };
    let audiences = reader.published().audiences();
    let groups = audiences.iter().filter_map(|audience| Some((audience.id?, audience.key?)));
    let of = |(id, key)| GroupView {
        id,
        name: reader.audience(key).name,
        dates: next(&[Feed::Everyone, Feed::Audience(key)], reader),
    };
    let mut all: Vec<GroupView<'_>> = std::iter::once(everyone).chain(groups.map(of)).collect();
    all.retain(|group| !group.dates.is_empty());
    all
}

/// The next dates of these calendars, each once although several services may ask for it.
fn next<'a>(feeds: &[Feed], reader: Reader<'a>) -> Vec<DateView<'a>> {
    let now = reader.published().now;
    let dates = feeds.iter().flat_map(|feed| reader.published().dates_kept_by(*feed));
    let mut due: Vec<(&Occurrence, Date<'_>)> = dates
        .flat_map(|date| date.occurrences.iter().filter(|due| due.at >= now).take(MOST).map(move |due| (due, date)))
        .collect();
    due.sort_by_key(|(due, date)| (due.at, date.service, date.place));
    let mut known = BTreeSet::new();
    due.retain(|(due, date)| known.insert((due.date, date.what.str(reader.locale()))));
    due.truncate(MOST);
    let view = |(due, date): (&Occurrence, Date<'a>)| DateView {
        when: deadline::moment(date.due(due), |date| reader.words().date_short(date), reader.words()),
        what: reader.phrase(date.what),
        to: reader.service(date.service),
    };
    due.into_iter().map(view).collect()
}
