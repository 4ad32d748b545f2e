//! What stands behind a promise, and how the work reaches the company's own customers.

use chrono::{DateTime, SecondsFormat, Utc};
use chrono_tz::Tz;
use serde::Serialize;

use super::export::Export;
use crate::model::ServiceId;

/// A chain that was set off at an instant. Instants are RFC 3339, in the zone of the service.
#[derive(Serialize)]
pub(super) struct ChainEntry<'a> {
    /// The urgency of the promise.
    standard: &'a str,
    /// When somebody asks.
    asked: String,
    /// The answers that it waits for; one that waits for another stands below it.
    steps: Vec<ChainStepEntry<'a>>,
    own_work: Option<OwnWorkEntry>,
    /// When all of it is done; none when that cannot be told.
    ends: Option<String>,
    /// When it is promised to be done.
    promised: Option<String>,
}

/// An answer that is waited for.
#[derive(Serialize)]
struct ChainStepEntry<'a> {
    service: &'a str,
    asked: Option<String>,
    due: Option<String>,
    /// Whether the whole would end sooner if this one did.
    critical: bool,
}

/// The team's own work, which follows.
#[derive(Serialize)]
struct OwnWorkEntry {
    starts: String,
    ends: String,
}

impl<'a> ChainEntry<'a> {
    /// The chain that the page shows.
    pub(super) fn new(id: ServiceId, export: Export<'a>) -> Option<Self> {
        let answer = export.edition.outlook().tightest_answer(id)?;
        let course = answer.course?;
        let shown = |at: DateTime<Utc>| shown(at, answer.zone);
        Some(Self {
            standard: &answer.standard.urgency,
            asked: shown(answer.asked),
            steps: (course.steps.iter())
                .map(|step| ChainStepEntry {
                    service: &export.catalog().service(step.dependency.service).slug,
                    asked: step.asked.map(shown),
                    due: step.due.map(shown),
                    critical: step.critical,
                })
                .collect(),
            own_work: course.own_work.map(|work| OwnWorkEntry { starts: shown(work.starts), ends: shown(work.ends) }),
            ends: course.ends.map(shown),
            promised: answer.resolution_by.map(shown),
        })
    }
}

/// The services on the way from one to the customer, itself first; their number is its floor.
pub(super) fn line_of_sight<'a>(id: ServiceId, export: Export<'a>) -> Vec<&'a str> {
    let line = export.edition.outlook().sight.line(id).unwrap_or_default();
    line.into_iter().map(|station| &*export.catalog().service(station).slug).collect()
}

fn shown(at: DateTime<Utc>, zone: Tz) -> String {
    at.with_timezone(&zone).to_rfc3339_opts(SecondsFormat::Secs, false)
}
