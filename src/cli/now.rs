//! The instant that a run takes for "now".

use anyhow::{Context, Result};
use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc};

/// The variable by which builds are made reproducible (reproducible-builds.org): seconds since 1970.
const EPOCH_VARIABLE: &str = "SOURCE_DATE_EPOCH";

/// `--now`, for every command that asks what time it is.
#[derive(clap::Args, Debug)]
pub(super) struct Now {
    /// Take this moment for now: 2026-11-23 (noon in UTC), or 2026-11-23T08:00:00+02:00
    ///
    /// The same catalog and the same moment always give the same result. Left out, it is the
    /// moment in the variable SOURCE_DATE_EPOCH if that is set, otherwise the computer's clock.
    #[arg(long, value_name = "INSTANT", value_parser = parse)]
    now: Option<DateTime<Utc>>,
}

impl Now {
    /// The instant that was asked for.
    pub(super) fn instant(&self) -> Result<DateTime<Utc>> {
        if let Some(now) = self.now {
            return Ok(now);
        }
        let Some(epoch) = std::env::var_os(EPOCH_VARIABLE) else { return Ok(Utc::now()) };
        let epoch = epoch.to_string_lossy();
        let instant = epoch.trim().parse().ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0));
        instant.filter(in_reach).with_context(|| {
            format!("the variable {EPOCH_VARIABLE} is `{epoch}`; it has to be a number of seconds since 1970")
        })
    }
}

/// A date alone is its noon in UTC, which has that date in nearly every office of the world.
fn parse(text: &str) -> Result<DateTime<Utc>, String> {
    let text = text.trim();
    let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
    let date = || NaiveDate::parse_from_str(text, "%Y-%m-%d").map(|date| date.and_time(noon).and_utc());
    let instant = DateTime::parse_from_rfc3339(text).map(|instant| instant.to_utc()).or_else(|_| date());
    let instant = instant
        .map_err(|_| "write a date such as 2026-11-23, or with time and zone: 2026-11-23T08:00:00+02:00".to_owned())?;
    if in_reach(&instant) { Ok(instant) } else { Err("the year must be one from 1970 to 9000".to_owned()) }
}

/// Whether years before and after an instant can still be counted.
fn in_reach(instant: &DateTime<Utc>) -> bool {
    (1970..=9000).contains(&instant.year())
}
