//! Whether anybody is there when a promise that runs round the clock says so.
//!
//! Somebody is there while the service is open, while a channel with hours of its own is, and always
//! where there is an `emergency` channel without hours, or one where people answer that is open `24/7`,
//! which closed days do not take away. A form, an e-mail or a letter may be sent at any hour, but nobody
//! answers it then. A channel that names a standard counts for that urgency alone; without hours of its own
//! it is answered in the service's.

use chrono::{DateTime, Utc};

use super::clocks::Clocks;
use crate::clock::Turnaround;
use crate::diagnostic::Spanned;
use crate::model::{Catalog, Channel, ChannelTarget, ServiceId, Standard};

/// A time without anybody that is longer than what was promised.
#[derive(Clone, Copy, Debug)]
pub struct Absence<'a> {
    /// The promised time: the first response, or else the resolution.
    pub promised: &'a Spanned<Turnaround>,
    /// Whether it is the first response.
    pub is_first_response: bool,
    /// When the last one leaves.
    pub from: DateTime<Utc>,
    /// When somebody comes again.
    pub until: DateTime<Utc>,
}

/// The longest absence, the first of equal ones, that begins between two instants and breaks a
/// `clock: always` promise; `None` when there is none, and for services without hours, of which nothing
/// is known.
pub fn absence<'a>(
    catalog: &Catalog,
    clocks: &Clocks<'_>,
    id: ServiceId,
    standard: &'a Standard,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
) -> Option<Absence<'a>> {
    if !standard.always {
        return None;
    }
    let open = presence(catalog, clocks, id, standard)?;
    let gap = |pair: &[(DateTime<Utc>, DateTime<Utc>)]| match pair {
        [before, after] if from <= before.1 && before.1 <= to && before.1 < after.0 => Some((before.1, after.0)),
        _ => None,
    };
    let (begin, end) = open
        .windows(2)
        .filter_map(gap)
        .reduce(|most, next| if next.1 - next.0 > most.1 - most.0 { next } else { most })?;
    let always_after = |time: &Spanned<Turnaround>| time.duration()?.always_after(begin);
    let broken = |time: &Spanned<Turnaround>| always_after(time).is_some_and(|by| by < end);
    let first = standard.first_response.as_ref().filter(|time| broken(time));
    let promised = first.or(standard.resolution.as_ref().filter(|time| broken(time)))?;
    Some(Absence { promised, is_first_response: first.is_some(), from: begin, until: end })
}

/// The times at which somebody is there, in order, joined; `None` when somebody always is, or when it is
/// not known.
fn presence(
    catalog: &Catalog,
    clocks: &Clocks<'_>,
    id: ServiceId,
    standard: &Standard,
) -> Option<Vec<(DateTime<Utc>, DateTime<Utc>)>> {
    let mut calendars = vec![catalog.service(id).calendar?];
    let counts = |channel: &&Channel| channel.standard.as_ref().is_none_or(|name| name.value == standard.urgency);
    for channel in catalog.channels_of(id).iter().filter(counts) {
        match (channel.calendar, &channel.target) {
            (
                Some(calendar),
                ChannelTarget::Phone(_)
                | ChannelTarget::Chat(_)
                | ChannelTarget::Desk(_)
                | ChannelTarget::Meeting(_)
                | ChannelTarget::Emergency(_),
            ) => calendars.push(calendar),
            (None, ChannelTarget::Emergency(_)) => return None,
            _ => {}
        }
    }
    calendars.sort_unstable();
    calendars.dedup();
    if calendars.iter().any(|calendar| clocks.calendar(*calendar).never_closes()) {
        return None;
    }
    let spans = calendars.iter().flat_map(|calendar| clocks.spans(*calendar).spans());
    let mut open: Vec<(DateTime<Utc>, DateTime<Utc>)> = spans.map(|span| (span.start(), span.end())).collect();
    open.sort_unstable();
    let mut joined: Vec<(DateTime<Utc>, DateTime<Utc>)> = Vec::with_capacity(open.len());
    for (start, end) in open {
        match joined.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => joined.push((start, end)),
        }
    }
    Some(joined)
}
