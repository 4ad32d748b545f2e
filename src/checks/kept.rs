//! Promises beside what was really achieved.

use std::collections::BTreeMap;

use chrono::Datelike;

use crate::checks::check::{Subject, check};
use crate::diagnostic::{Diagnostics, Span};
use crate::model::{Measurement, Metric, ServiceId};

/// So many months are counted.
const MONTHS: i32 = 6;
/// Fewer cases say too little.
const FEWEST: f64 = 30.0;

check! {
    /// Ensures that a promise has been kept in the last six months in about as many cases as its `target` says. Who
    /// promises more than is achieved sends people to ask again.
    UNKEPT_PROMISE: Warning "unkept-promise" => unkept_promise, waits
}

/// What is held against a target.
#[derive(Default)]
struct Kept {
    cases: f64,
    kept: f64,
    at: Option<Span>,
}

fn unkept_promise(subject: &Subject<'_>, found: &mut Diagnostics) {
    let month = |year: i32, month: u8| year * 12 + i32::from(month);
    let this_month = subject.today.year() * 12 + subject.today.month().cast_signed();
    // What can hardly be meant is told by another check.
    let is_sure = |row: &&Measurement| {
        month(row.year, row.month) <= this_month && !(row.metric.is_share() && row.value > 0.0 && row.value < 1.0)
    };
    let rows: Vec<&Measurement> = subject.catalog.measurements.iter().filter(is_sure).collect();
    let Some(last) = rows.iter().map(|row| month(row.year, row.month)).max() else { return };
    let mut all: BTreeMap<(ServiceId, &str, bool), Kept> = BTreeMap::new();
    for row in rows.into_iter().filter(|row| month(row.year, row.month) > last - MONTHS) {
        let first = match row.metric {
            Metric::FirstResponseMet => true,
            Metric::ResolutionMet => false,
            _ => continue,
        };
        let (Some(standard), Some(count)) = (row.standard.as_deref(), row.count) else { continue };
        let kept = all.entry((row.service, standard, first)).or_default();
        kept.cases += f64::from(count);
        kept.kept += f64::from(count) * row.value / 100.0;
        kept.at = Some(row.value_at);
    }
    for ((id, urgency, first), kept) in all {
        let service = subject.catalog.service(id);
        let target = service.standard(urgency).and_then(|standard| standard.target);
        let (Some(target), Some(at)) = (target, kept.at) else { continue };
        let (target, share) = (f64::from(target) / 10.0, kept.kept / kept.cases * 100.0);
        // Three standard errors of a share, so that chance alone is no finding.
        let chance = 3.0 * (target * (100.0 - target) / kept.cases).sqrt();
        if kept.cases < FEWEST || share >= target - chance.max(1.0) {
            continue;
        }
        let what = if first { "the first answer" } else { "the solution" };
        found.push(
            UNKEPT_PROMISE
                .at(
                    at,
                    format!(
                        "`{}` promises {what} in {target} % of `{urgency}` cases, and kept it in {share:.1} % of {:.0} \
                         in {MONTHS} months",
                        service.slug, kept.cases
                    ),
                )
                .why("readers count on the promise, and ask again when it is broken")
                .help("promise what is achieved, or find out what keeps the team from it"),
        );
    }
}
