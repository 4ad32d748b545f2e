//! The next dates that somebody has to keep, group by group: what, to whom, by when.

use serde::Serialize;

use super::due::{Due, DueView};
use crate::publish::{Date, Feed};
use crate::site::phrase::Phrase;
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
    pub dates: Vec<DueView<'a>>,
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

/// The next dates of these calendars together.
pub(crate) fn next<'a>(feeds: &[Feed], reader: Reader<'a>) -> Vec<DueView<'a>> {
    first(|| feeds.iter().flat_map(|feed| reader.published().dates_kept_by(*feed)), reader)
}

/// The first of some dates.
pub(crate) fn first<'a, D: Iterator<Item = Date<'a>>>(dates: impl Fn() -> D, reader: Reader<'a>) -> Vec<DueView<'a>> {
    Due::next(MOST, dates, reader).iter().filter_map(|due| due.view(reader)).collect()
}
