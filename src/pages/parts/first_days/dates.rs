//! The dates that new people must not miss.

use serde::Serialize;

use super::needs::{Needed, is_just, is_theirs};
use crate::publish::{AudienceId, Deadline, Journey, Service, Text};
use crate::site::deadline::DeadlineView;
use crate::site::phrase::{Link, Phrase};
use crate::site::reader::Reader;

/// How many are shown at most.
const MOST: usize = 6;

/// A date that new people must not miss.
#[derive(Debug, Serialize)]
pub struct DateView<'a> {
    /// What is due.
    pub what: Phrase<'a>,
    /// The service that keeps the date.
    pub service: Link<'a>,
    /// When.
    pub deadline: DeadlineView,
    /// The ids of the ways into the company on which it matters, with spaces between.
    pub ways: String,
}

/// What is due from the audience, or from everyone at a service that new people need first, and what such services do
/// by a date; the nearest first. Where there are too many, what is due from just the audience stays, then what the
/// services do by a date.
pub(super) fn dates<'a>(
    audience: Option<AudienceId>,
    services: &[Needed<'a>],
    journeys: &[Journey<'a>],
    reader: Reader<'a>,
) -> Vec<DateView<'a>> {
    let mut dates: Vec<(usize, DateView<'a>)> = Vec::new();
    for service in reader.published().offered() {
        let needed = services.iter().find(|needed| needed.service.key == service.key);
        let ways = match needed {
            Some(needed) => needed.ways.join(" "),
            None => journeys.iter().map(|journey| journey.id).collect::<Vec<_>>().join(" "),
        };
        for (rank, what, deadline) in due(&service, audience, needed.is_some()) {
            let deadline = DeadlineView::new(deadline, reader);
            if deadline.next.is_some() {
                let what = reader.phrase(what);
                let ways = ways.clone();
                dates.push((rank, DateView { what, service: reader.service(service.key), deadline, ways }));
            }
        }
    }
    dates.sort_by(|a, b| (a.0, datetime(&a.1)).cmp(&(b.0, datetime(&b.1))));
    dates.truncate(MOST);
    dates.sort_by(|a, b| datetime(&a.1).cmp(datetime(&b.1)));
    dates.into_iter().map(|(_, date)| date).collect()
}

/// What of a service's dates concerns an audience, each with how much it matters.
fn due<'a>(service: &Service<'a>, audience: Option<AudienceId>, theirs: bool) -> Vec<(usize, Text<'a>, Deadline<'a>)> {
    let mut due = Vec::new();
    for item in service.you_provide.get() {
        let Some(deadline) = item.deadline else { continue };
        if item.from.iter().any(|who| is_just(who, audience)) {
            due.push((0, item.what, deadline));
        } else if theirs && (item.from.is_empty() || item.from.iter().any(|who| is_theirs(who, audience))) {
            due.push((2, item.what, deadline));
        }
    }
    let own = service.deadlines.get().into_iter().filter(|_| theirs);
    due.extend(own.map(|named| (1, named.name.unwrap_or(service.name), named.deadline)));
    due
}

/// The next date as it sorts: ISO 8601.
fn datetime<'a>(date: &'a DateView<'_>) -> &'a str {
    date.deadline.next.as_ref().map_or("", |next| &next.datetime)
}
