//! The moment at which a chain has the least time to spare: what a picture of it should show.

use chrono::{DateTime, TimeDelta, Utc};

use super::answer::course;
use super::chain::{Chain, Promise};
use super::clocks::{Clock, Clocks};
use crate::model::Catalog;

/// Seconds between two moments at which promises are looked at.
const QUARTER: i64 = 15 * 60;

/// How far apart the moments are of a promise that may be asked at any hour.
const STEP: TimeDelta = TimeDelta::hours(6);

/// The moment between two instants at which the end of a chain comes closest to the promised end, by the
/// clock of the promise; the first of equal ones. Looked at are the first and the last quarter-hour of each
/// opening, since who asks between them waits no longer than one of the two. `None` when a dependency
/// promises no time or never answers, or the service does not open.
pub fn tightest(
    catalog: &Catalog,
    clocks: &Clocks<'_>,
    chain: &Chain<'_>,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
) -> Option<DateTime<Utc>> {
    let service = catalog.service(chain.service);
    let promise = Promise::resolution(service, chain.standard);
    let mut least: Option<(i64, DateTime<Utc>)> = None;
    let asking = Clock::of(service, chain.standard).unwrap_or(Clock::Always);
    for asked in moments(asking, clocks, from, to) {
        let Some(ends) = course(catalog, clocks, chain, asked).ends else { continue };
        let Some(promise) = promise else { return Some(asked) };
        let Some(by) = clocks.add(promise.clock, asked, promise.time) else { continue };
        let spare = clocks.running(promise.clock, ends, by) - clocks.running(promise.clock, by, ends);
        if least.is_none_or(|(least, _)| spare < least) {
            least = Some((spare, asked));
        }
    }
    least.map(|(_, asked)| asked)
}

fn moments(asking: Clock, clocks: &Clocks<'_>, from: DateTime<Utc>, to: DateTime<Utc>) -> Vec<DateTime<Utc>> {
    let mut moments: Vec<DateTime<Utc>> = Vec::new();
    match asking {
        Clock::Always => {
            let mut at = quarter_from(from);
            while at <= to {
                moments.push(at);
                at += STEP;
            }
        }
        Clock::Hours(calendar) => {
            let spans = clocks.spans(calendar).spans();
            for span in spans.skip_while(|span| span.end() <= from).take_while(|span| span.start() <= to) {
                let first = quarter_from(span.start().max(from));
                let last = quarter_from(span.end()) - TimeDelta::seconds(QUARTER);
                moments.extend([first, last].into_iter().filter(|at| first <= *at && *at < span.end() && *at <= to));
            }
            moments.dedup();
        }
    }
    moments
}

/// The first quarter-hour at or after an instant.
fn quarter_from(at: DateTime<Utc>) -> DateTime<Utc> {
    let missing = (-at.timestamp()).rem_euclid(QUARTER);
    DateTime::from_timestamp(at.timestamp() + missing, 0).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::quarter_from;

    #[test]
    fn quarters_are_rounded_up() {
        let at = |text: &str| text.parse::<chrono::DateTime<chrono::Utc>>().unwrap();
        assert_eq!(quarter_from(at("2026-11-23T08:00:00Z")), at("2026-11-23T08:00:00Z"));
        assert_eq!(quarter_from(at("2026-11-23T08:00:01Z")), at("2026-11-23T08:15:00Z"));
    }
}
