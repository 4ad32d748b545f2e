//! The answer as one JSON object: all instants in RFC 3339, each in the zone of the service that it is
//! about; `null` where nothing is promised. `catalog_errors` counts by code what the checks found wrong.

use anyhow::Result;
use chrono::{DateTime, SecondsFormat, Utc};
use chrono_tz::Tz;
use luukku::model::{Catalog, LocaleId};
use luukku::promise::{Answer, Course};
use serde::Serialize;

use super::Errors;

#[derive(Serialize)]
struct Document<'a> {
    service: &'a str,
    standard: &'a str,
    time_zone: &'static str,
    asked: String,
    clock_starts: Option<String>,
    first_response_by: Option<String>,
    resolution_by: Option<String>,
    chain: Option<Chain<'a>>,
    catalog_errors: &'a Errors,
}

#[derive(Serialize)]
struct Chain<'a> {
    dependencies: Vec<Dependency<'a>>,
    own_work: Option<OwnWork>,
    ends: Option<String>,
}

#[derive(Serialize)]
struct Dependency<'a> {
    service: &'a str,
    #[serde(rename = "for")]
    needed_for: Option<&'a str>,
    standard: Option<&'a str>,
    time_zone: &'static str,
    asked: Option<String>,
    due: Option<String>,
    after: Option<&'a str>,
    critical: bool,
}

#[derive(Serialize)]
struct OwnWork {
    starts: String,
    ends: String,
}

/// The answer in JSON.
pub(super) fn text(catalog: &Catalog, answer: &Answer<'_>, errors: &Errors) -> Result<String> {
    let zone = answer.zone;
    let document = Document {
        service: &catalog.service(answer.service).slug,
        standard: &answer.standard.urgency,
        time_zone: zone.name(),
        asked: written(answer.asked, zone),
        clock_starts: answer.clock_starts.map(|at| written(at, zone)),
        first_response_by: answer.first_response_by.map(|at| written(at, zone)),
        resolution_by: answer.resolution_by.map(|at| written(at, zone)),
        chain: answer.course.as_ref().map(|course| chain(catalog, course, zone)),
        catalog_errors: errors,
    };
    Ok(serde_json::to_string_pretty(&document)?)
}

fn chain<'a>(catalog: &'a Catalog, course: &'a Course<'a>, zone: Tz) -> Chain<'a> {
    let slug = |place: usize| Some(&*catalog.service(course.steps.get(place)?.dependency.service).slug);
    let dependencies = course.steps.iter().map(|step| Dependency {
        service: &catalog.service(step.dependency.service).slug,
        needed_for: step.dependency.needed_for.as_ref().map(|text| text.str(LocaleId::FIRST)),
        standard: step.standard.map(|standard| &*standard.urgency),
        time_zone: step.zone.name(),
        asked: step.asked.map(|at| written(at, step.zone)),
        due: step.due.map(|at| written(at, step.zone)),
        after: step.after.and_then(slug),
        critical: step.critical,
    });
    Chain {
        dependencies: dependencies.collect(),
        own_work: course
            .own_work
            .map(|work| OwnWork { starts: written(work.starts, zone), ends: written(work.ends, zone) }),
        ends: course.ends.map(|at| written(at, zone)),
    }
}

fn written(at: DateTime<Utc>, zone: Tz) -> String {
    at.with_timezone(&zone).to_rfc3339_opts(SecondsFormat::Secs, false)
}
