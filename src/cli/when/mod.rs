//! `luukku when`: says when the answer comes to somebody who asks now, or at another moment.

mod human;
mod json;

use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use chrono::{DateTime, NaiveDateTime, SubsecRound, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use clap::ValueEnum;
use luukku::diagnostic::{Diagnostics, Severity, nearest};
use luukku::model::{Catalog, Service, ServiceId, Standard};
use luukku::promise::{Clocks, answer, main_standard};

use super::Status;
use super::now::Now;
use super::output::complain;

/// How far calendars are laid out at first; longer answers look further by themselves.
const HORIZON: TimeDelta = TimeDelta::days(60);

/// The closing part of `luukku when --help`.
const EXAMPLES: &str = "\
Examples:
  luukku when pay-correction                              who asks now has the answer when?
  luukku when pay-correction --asked \"2026-11-27 15:40\"   the same on a Friday afternoon
  luukku when pay-correction --standard urgent            for another urgency
  luukku when pay-correction --format json                for another program to read";

/// Say when the answer comes: who asks a service now gets a first answer by when, and is helped by when
///
/// All times are latest times by the service's own standards, hours and holidays. Below them stands
/// what has to happen before: the answers that the service waits for itself, and its own work.
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// The service, by its id: `pay-correction`
    service: String,
    /// The urgency, one of the service's `standards`; `normal` when left out
    #[arg(long, value_name = "NAME")]
    standard: Option<String>,
    /// When it is asked: 2026-11-27T15:40:00+02:00, or "2026-11-27 15:40" by the service's own clock
    #[arg(long, value_name = "INSTANT")]
    asked: Option<String>,
    /// The folder with the catalog, the one in which `catalog.yaml` stands
    #[arg(long, value_name = "DIR", default_value = "catalog")]
    catalog: PathBuf,
    /// How to print the answer: `human` for people, `json` for programs
    #[arg(long, value_enum, default_value_t = Form::Human)]
    format: Form,
    #[command(flatten)]
    now: Now,
}

/// How the answer is printed.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Form {
    /// A sentence and a timeline
    Human,
    /// One JSON object
    Json,
}

/// Answers on the standard output, and says there when checks have found errors. A catalog that cannot be
/// understood is told on the standard error.
pub(super) fn run(args: &Args) -> Result<Status> {
    let mut diagnostics = Diagnostics::new();
    let (documents, _) = luukku::source::load(&args.catalog, &mut diagnostics)?;
    let catalog = luukku::model::resolve(documents, &mut diagnostics);
    if diagnostics.has_errors() {
        complain("luukku: the catalog has errors; `luukku check` shows them. No times can be told before.");
        return Ok(Status::CatalogHasErrors);
    }
    let (id, service) = find(&catalog, &args.service)?;
    let standard = standard(service, args.standard.as_deref())?;
    let zone = service.zone;
    let asked = match &args.asked {
        Some(text) => instant(text, zone)?,
        None => args.now.instant()?,
    };
    // The clocks know whole seconds; a part of one would lie behind the moment at which they start.
    let asked = asked.trunc_subsecs(0);
    // There is no interface that would have to speak the catalog's languages.
    let spoken: Vec<&str> = catalog.company.locales.iter().map(|locale| locale.tag()).collect();
    luukku::checks::ask(&catalog, &spoken, args.now.instant()?, &mut diagnostics);
    let errors = errors(&diagnostics);
    let clocks = Clocks::new(&catalog, asked, asked.checked_add_signed(HORIZON).unwrap_or(asked));
    let answer = answer(&catalog, &clocks, id, standard, asked);
    let text = match args.format {
        Form::Human => human::text(&catalog, &clocks, &answer, &errors),
        Form::Json => json::text(&catalog, &answer, &errors)?,
    };
    let mut out = std::io::stdout().lock();
    writeln!(out, "{text}").and_then(|()| out.flush()).context("cannot print the answer")?;
    Ok(if errors.is_empty() { Status::Clean } else { Status::CatalogHasErrors })
}

/// The errors that checks have found, by code: the answer stands on a catalog of which no site is made.
type Errors = BTreeMap<&'static str, usize>;

fn errors(diagnostics: &Diagnostics) -> Errors {
    let mut errors = Errors::new();
    for error in diagnostics.iter().filter(|one| one.severity == Severity::Error) {
        *errors.entry(error.code).or_default() += 1;
    }
    errors
}

/// The service with an id, of today or of the past.
fn find<'a>(catalog: &'a Catalog, id: &str) -> Result<(ServiceId, &'a Service)> {
    let now = catalog.services().find(|(_, service)| &*service.slug == id);
    let once = || catalog.services().find(|(_, service)| service.aliases.iter().any(|alias| &**alias == id));
    if let Some(found) = now.or_else(once) {
        return Ok(found);
    }
    match nearest(id, catalog.services().map(|(_, service)| &*service.slug)) {
        Some(near) => bail!("there is no service `{id}`; did you mean `{near}`?"),
        None => bail!("there is no service `{id}` in the catalog"),
    }
}

/// The standard of an urgency, or the main one.
fn standard<'a>(service: &'a Service, urgency: Option<&str>) -> Result<&'a Standard> {
    let Some(urgency) = urgency else {
        return main_standard(service)
            .with_context(|| format!("`{}` promises no time: it has no `standards`", service.slug));
    };
    let known: Vec<&str> = service.standards.iter().map(|standard| &*standard.urgency).collect();
    service.standard(urgency).with_context(|| {
        format!("`{}` has no standard `{urgency}`; it has {}", service.slug, or_none(&known.join(", ")))
    })
}

fn or_none(list: &str) -> &str {
    if list.is_empty() { "none" } else { list }
}

/// An instant with its zone, or a time as the service's own clock shows it.
fn instant(text: &str, zone: Tz) -> Result<DateTime<Utc>> {
    let text = text.trim();
    if let Ok(instant) = DateTime::parse_from_rfc3339(text) {
        return Ok(instant.to_utc());
    }
    let forms = ["%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S"];
    let local = forms.iter().find_map(|form| NaiveDateTime::parse_from_str(text, form).ok());
    let local = local.with_context(|| {
        format!(
            "`{text}` is no moment; write 2026-11-27T15:40:00+02:00, or \"2026-11-27 15:40\" by the service's clock"
        )
    })?;
    let instant = zone.from_local_datetime(&local).earliest();
    let instant =
        instant.with_context(|| format!("the clock in {zone} never shows {local}: it is put forward then"))?;
    Ok(instant.to_utc())
}
