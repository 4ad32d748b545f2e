//! How long the chain check takes over a large catalog:
//! `cargo bench --bench chain -- [SERVICES] [DEPENDENCIES] [DAYS]`.
//!
//! The catalog is made up by a fixed sequence of numbers: forty teams in three countries with a dozen
//! different hours, a few durations, chains without circles. `DAYS` (default 6) is the resolution that
//! most services promise: with 6 nearly all promises hold, with 2 half of them do not.

use std::fmt::Write;
use std::path::Path;
use std::time::Instant;

use chrono::{DateTime, TimeDelta, Utc};
use luukku::diagnostic::{Diagnostics, Severity};
use luukku::promise::{Clocks, yearly_forecast};

const HOURS: [&str; 12] = [
    "Mo-Fr 08:00-16:00; PH off",
    "Mo-Fr 09:00-17:00; PH off",
    "Mo-Fr 08:30-11:30,12:30-15:30; PH off",
    "Mo-Th 08:00-15:30; Fr 08:00-14:00; PH off; Dec 24 off",
    "Mo-Fr 07:00-18:00; Sa 10:00-15:00; PH off",
    "Mo-Fr 08:00-20:00; Sa 10:00-16:00; PH off",
    "Mo-Fr 10:00-20:00; Sa 10:00-18:00; Su 12:00-17:00; PH off",
    "Mo-Fr 06:00-22:00; PH off",
    "Mo-Fr 06:00-22:00; Sa 08:00-14:00; PH off",
    "Mo-Su 22:00-06:00",
    "24/7",
    "Mo-Fr 08:10-16:40; PH off",
];
const PLACES: [(&str, &str); 3] = [("FI", "Europe/Helsinki"), ("SE", "Europe/Stockholm"), ("PL", "Europe/Warsaw")];
const SHORT: [&str; 5] = ["2h", "4h", "1d", "6h", "90m"];
const WORK: [&str; 5] = ["30m", "1h", "2h", "4h", "3h 30m"];

/// Numbers that look accidental and are the same in each run (Knuth's MMIX generator).
struct Sequence(u64);

impl Sequence {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit
    }
}

fn write_catalog(folder: &Path, services: usize, dependencies: usize, days: usize) {
    let mut sequence = Sequence(7);
    let company = "format: 1\nname: Bench\nlocales: [en]\ntime_zone: Europe/Helsinki\ncountry: FI\n";
    std::fs::write(folder.join("catalog.yaml"), company).expect("the folder can be written");
    let departments = folder.join("departments");
    std::fs::create_dir(&departments).expect("the folder can be written");
    for (place, (country, zone)) in PLACES.iter().enumerate() {
        let mut text = format!("name: D{place}\ncountry: {country}\ntime_zone: {zone}\nteams:\n");
        for (team, hours) in HOURS.iter().enumerate() {
            let _ = writeln!(text, "  t{place}-{team}: {{name: T, hours: \"{hours}\"}}");
        }
        text.push_str("services:\n");
        for service in (0..services).filter(|service| service % PLACES.len() == place) {
            let team = sequence.below(HOURS.len());
            let long = service >= services / 2;
            let time = if long { format!("{days}d") } else { SHORT[sequence.below(SHORT.len())].into() };
            let _ = writeln!(text, "  s{service}:\n    name: S{service}\n    team: t{place}-{team}");
            let _ = writeln!(text, "    standards: {{normal: {{first_response: 1h, resolution: {time}}}}}");
            if long {
                let _ = writeln!(text, "    own_work: {}\n    depends_on:", WORK[sequence.below(WORK.len())]);
                // The upper half leans on the lower one, so that each has twice the mean.
                let own = dependencies * 2 / services;
                for slot in 0..own {
                    let other = (sequence.below(services / 2 / own) * own + slot) % (services / 2);
                    let _ = writeln!(text, "      - {{service: s{other}}}");
                }
            }
        }
        std::fs::write(departments.join(format!("d{place}.yaml")), text).expect("the folder can be written");
    }
}

fn main() {
    let mut numbers = std::env::args().skip(1).filter_map(|argument| argument.parse::<usize>().ok());
    let services = numbers.next().unwrap_or(10_000);
    let dependencies = numbers.next().unwrap_or(30_000);
    let days = numbers.next().unwrap_or(6);
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    write_catalog(folder.path(), services, dependencies, days);
    let mut diagnostics = Diagnostics::new();
    let (documents, _) = luukku::source::load(folder.path(), &mut diagnostics).expect("the folder can be read");
    let catalog = luukku::model::resolve(documents, &mut diagnostics);
    assert_eq!(diagnostics.count(Severity::Error), 0, "{:?}", diagnostics.iter().next());
    let now: DateTime<Utc> = DateTime::from_timestamp(1_795_330_800, 0).unwrap_or_default();
    let begun = Instant::now();
    let clocks = Clocks::coming_year(&catalog, now);
    for (calendar, _) in catalog.calendars() {
        let _ = clocks.spans(calendar);
    }
    let spans = begun.elapsed();
    let verdicts = yearly_forecast(&catalog, &clocks, now, now + TimeDelta::days(365));
    let late = verdicts.iter().filter(|one| one.verdict.late > 0).count();
    println!(
        "{services} services, {dependencies} dependencies, {} calendars: {} chains, {late} late; \
         open spans {} ms, all {} ms",
        catalog.calendars().len(),
        verdicts.len(),
        spans.as_millis(),
        begun.elapsed().as_millis(),
    );
}
