//! Promises: when the answer comes, and what the checks say of chains that cannot keep theirs.

use chrono::{DateTime, TimeDelta, Utc};
use luukku::checks;
use luukku::diagnostic::{Diagnostic, Diagnostics};
use luukku::model::Catalog;
use luukku::promise::{Clocks, Planner, Room, Sight, Tells, Workdays, answer, lead_time};
use luukku::source::FilesInMemory;

/// The company of all catalogs here.
const COMPANY: &str = "\
format: 1
name: Acme
locales: [en]
time_zone: Europe/Helsinki
country: FI
external_customer: {name: Customers}
hours: {office: 'Mo-Fr 08:00-16:00; PH off'}
";

fn load(department: &str, more: &[(&str, &str)]) -> (Catalog, Diagnostics) {
    let files = [("catalog.yaml", COMPANY), ("departments/d.yaml", department)];
    let files: FilesInMemory = files.iter().chain(more).copied().collect();
    let mut diagnostics = Diagnostics::new();
    let (documents, _) = luukku::source::load(files, &mut diagnostics).unwrap();
    let catalog = luukku::model::resolve(documents, &mut diagnostics);
    (catalog, diagnostics)
}

/// A catalog of one department, free of errors.
pub(crate) fn catalog_of(department: &str) -> Catalog {
    let (catalog, diagnostics) = load(department, &[]);
    assert!(!diagnostics.has_errors(), "{:#?}\n{department}", diagnostics.iter().collect::<Vec<_>>());
    catalog
}

fn at(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

const NOW: &str = "2026-11-22T12:00:00+02:00";

/// What is found under a code.
fn found(department: &str, code: &str) -> Vec<Diagnostic> {
    let (catalog, mut diagnostics) = load(department, &[]);
    checks::run(catalog, &["en"], at(NOW), &mut diagnostics);
    diagnostics.iter().filter(|one| one.code == code).cloned().collect()
}

fn text_at(department: &str, diagnostic: &Diagnostic) -> String {
    let span = diagnostic.primary.span;
    department[span.start as usize..span.end as usize].to_owned()
}

/// Customer care needs stock data, which takes as long as the placeholders say.
const CARE: &str = "\
name: D
teams:
  care: {name: Care, hours: office}
  warehouse: {name: Warehouse, hours: 'Mo-Fr 06:00-14:30; PH off'}
services:
  care:
    name: Care
    team: care
    serves: [customers]
    standards: {normal: {resolution: PROMISE}}
    own_work: 2h
    depends_on: [{service: stock, for: stock data}]
  stock:
    name: Stock
    team: warehouse
    standards: {normal: {resolution: STOCK}}
";

fn care(promise: &str, stock: &str) -> String {
    CARE.replace("PROMISE", promise).replace("STOCK", stock)
}

#[test]
fn a_late_promise_comes_with_a_true_counter_example() {
    let yaml = care("1d", "6h");
    let [finding] = &found(&yaml, "late-promise")[..] else { panic!("one finding") };
    assert_eq!(
        finding.message,
        "`care` promises a result within 1 working day, but asked Mon 23 Nov 08:31 it needs stock data from `stock`, \
         due Tue 24 Nov 06:01, and 2 working hours of its own: done Tue 24 Nov 10:00, 1 hour and 29 minutes of \
         opening time late"
    );
    assert_eq!(text_at(&yaml, finding), "1d");
    let mended = finding.replacement.as_ref().map(|(span, text)| (*span, text.as_str()));
    assert_eq!(mended, Some((finding.primary.span, "1d 1h 29m")));
    assert!(finding.why.as_ref().unwrap().contains("% of the times at which it may be asked"));
    assert_eq!(finding.secondary.len(), 2);
    assert_eq!(found(&care("2d", "6h"), "late-promise"), []);
}

#[test]
fn a_promise_that_holds_is_left_alone() {
    assert_eq!(found(&care("2d", "4h"), "late-promise"), []);
    assert_eq!(found(&care("2d", "4h"), "unbacked-promise"), []);
    assert_eq!(found(&care("2d", "4h"), "no-line-of-sight"), []);
}

#[test]
fn whoever_comes_after_one_that_does_not_block_waits_for_it() {
    let after = "[{service: stock, blocking: false}, {service: last, after: stock}]";
    let yaml = care("1d", "5d").replace("[{service: stock, for: stock data}]", after)
        + "  last: {name: Last, team: care, standards: {normal: {resolution: 1h}}}\n";
    assert_eq!(found(&yaml, "late-promise").len(), 1);
    assert_eq!(found(&yaml.replace("resolution: 1d", "resolution: 6d"), "late-promise"), []);
}

#[test]
fn a_form_that_is_open_at_night_answers_nobody() {
    let urgent = "{normal: {resolution: 9d}, urgent: {when: Fire, first_response: 30m, clock: always}}";
    let yaml = care("9d", "4h").replacen("{normal: {resolution: 9d}}", urgent, 1);
    let with = |channel: &str| yaml.replacen("    serves:", &format!("    channels: [{channel}]\n    serves:"), 1);
    let form = with("{form: 'https://acme.example/care', hours: 24/7}");
    assert_eq!(found(&form, "impossible-promise").len(), 1);
    assert_eq!(found(&with("{phone: '+358 3 555 0112', hours: 24/7}"), "impossible-promise"), []);
}

#[test]
fn a_dependency_that_does_not_block_never_delays() {
    let yaml = care("3h", "5d").replace("for: stock data", "blocking: false");
    assert_eq!(found(&yaml, "late-promise"), []);
    assert_eq!(found(&yaml.replace("resolution: 3h", "resolution: 1h"), "late-promise").len(), 1);
}

#[test]
fn an_answer_shows_the_chain_with_its_critical_path() {
    let catalog = catalog_of(&care("2d", "6h"));
    let (id, care) = catalog.services().find(|(_, service)| &*service.slug == "care").unwrap();
    let asked = at("2026-11-27T15:40:00+02:00");
    let clocks = Clocks::new(&catalog, asked, asked + TimeDelta::days(30));
    let answer = answer(&catalog, &clocks, id, &care.standards[0], asked);
    assert_eq!(answer.clock_starts, Some(asked));
    assert_eq!(answer.first_response_by, None);
    assert_eq!(answer.resolution_by, Some(at("2026-12-01T15:40:00+02:00")));
    let course = answer.course.unwrap();
    assert_eq!(course.steps.len(), 1);
    assert!(course.steps[0].critical);
    assert_eq!(course.steps[0].due, Some(at("2026-11-30T12:00:00+02:00")));
    assert_eq!(course.ends, Some(at("2026-11-30T14:00:00+02:00")));
}

#[test]
fn a_dependency_without_a_promise_is_told_and_so_is_the_customers() {
    let yaml = care("2d", "4h").replace("    standards: {normal: {resolution: 4h}}\n", "");
    let [finding] = &found(&yaml, "unpromised-dependency")[..] else { panic!("one finding") };
    assert_eq!(finding.message, "`care` waits for `stock`, which promises no time");
    assert_eq!(text_at(&yaml, finding), "stock");
    let [finding] = &found(&yaml, "unbacked-promise")[..] else { panic!("one finding") };
    assert_eq!(
        finding.message,
        "`care` promises the customers a time, but `stock` at the end of `care` → `stock` has promised none"
    );
    assert_eq!(text_at(&yaml, finding), "2d");
}

#[test]
fn a_gap_far_below_unbacks_the_promise_on_top() {
    let yaml = care("9d", "4h")
        + "    depends_on: [{service: deep}]\n  deep: {name: Deep, team: warehouse, \
         standards: {normal: {resolution: 1h}}, depends_on: [{service: bottom}]}\n  bottom: {name: Bottom, \
         team: warehouse}\n";
    let [finding] = &found(&yaml, "unbacked-promise")[..] else { panic!("one finding") };
    assert!(finding.message.contains("`care` → `stock` → `deep` → `bottom`"), "{}", finding.message);
    assert_eq!(finding.secondary.len(), 4);
}

#[test]
fn services_that_wait_for_each_other_are_told_with_all_places() {
    let yaml = care("9d", "4h")
        + "    depends_on: [{service: third}]\n  third: {name: Third, team: care, depends_on: [{service: care}]}\n";
    let [finding] = &found(&yaml, "blocking-circle")[..] else { panic!("one finding") };
    assert_eq!(finding.message, "these services wait for each other: `care` → `stock` → `third` → `care`");
    assert_eq!(finding.secondary.len(), 2);
    let open = yaml.replace("{service: care}", "{service: care, blocking: false}");
    assert_eq!(found(&open, "blocking-circle"), []);
}

#[test]
fn dependencies_that_wait_for_each_other_by_after_are_told() {
    let yaml = care("9d", "4h").replace(
        "[{service: stock, for: stock data}]",
        "[{service: stock, after: other}, {service: other, after: stock}]",
    ) + "  other: {name: Other, team: care, standards: {normal: {resolution: 1h}}}\n";
    let [finding] = &found(&yaml, "blocking-circle")[..] else { panic!("one finding") };
    assert_eq!(finding.message, "dependencies of `care` wait for each other by `after`");
}

#[test]
fn a_promise_at_any_hour_needs_somebody_at_any_hour() {
    let urgent = "{resolution: 2d}, urgent: {when: Fire, first_response: 30m, resolution: 4h, clock: always}";
    let yaml = care("2d", "4h").replacen("{resolution: 2d}", urgent, 1);
    let [finding] = &found(&yaml, "impossible-promise")[..] else { panic!("one finding") };
    assert!(
        finding
            .message
            .starts_with("`care` promises a first answer within 30 minutes at any hour, but nobody is there"),
        "{}",
        finding.message
    );
    assert_eq!(text_at(&yaml, finding), "30m");
    let emergency = yaml.replacen("    serves:", "    channels: [{emergency: '+358 3 555 0112'}]\n    serves:", 1);
    assert_eq!(found(&emergency, "impossible-promise"), []);
    let phone = "    channels: [{phone: '+358 3 555 0112', hours: 'Mo-Su 00:00-24:00'}]\n    serves:";
    assert_eq!(found(&yaml.replacen("    serves:", phone, 1), "impossible-promise"), []);
}

#[test]
fn another_urgency_counts_on_the_same_urgency_of_all_it_waits_for() {
    let urgent = |time: &str| format!("{{resolution: 2d}}, urgent: {{when: Fire, resolution: {time}}}");
    let yaml = care("2d", "4h").replacen("{resolution: 2d}", &urgent("1h"), 1);
    assert_eq!(found(&yaml, "late-promise"), []);
    let both = yaml.replacen("{resolution: 4h}", "{resolution: 4h}, urgent: {when: Fire, resolution: 1h}", 1);
    assert_eq!(found(&both, "late-promise").len(), 1);
    assert_eq!(found(&both.replacen("resolution: 1h", "resolution: 11h", 1), "late-promise"), []);
    // Who does not know the urgency is counted on as ever, which is told more mildly.
    assert_eq!(found(&yaml, "late-urgency").len(), 1);
    assert_eq!(found(&both, "late-urgency"), []);
}

#[test]
fn what_is_written_for_an_urgency_can_break_it_whatever_is_assumed_besides() {
    let print = "  print: {name: Print, team: care, standards: {normal: {resolution: 10m}}}\n";
    let with = |promised: &str, time: &str| {
        let urgent = format!("{{resolution: 3d}}, urgent: {{when: Fire, resolution: {promised}}}");
        let stock = format!("{{resolution: 4h}}, urgent: {{when: Fire, resolution: {time}}}");
        let yaml = care("2d", "4h").replacen("{resolution: 2d}", &urgent, 1).replacen("{resolution: 4h}", &stock, 1);
        yaml.replacen("depends_on: [", "depends_on: [{service: print}, ", 1).replacen(
            "own_work: 2h",
            "own_work: 20m",
            1,
        ) + print
    };
    let [finding] = &found(&with("1h", "2h"), "late-promise")[..] else { panic!("one finding") };
    assert!(finding.message.contains("`stock`") && finding.message.contains("even without `print`"), "{finding:?}");
    assert_eq!(found(&with("1h", "2h"), "late-urgency"), []);
    assert_eq!(found(&with("3h", "30m"), "late-promise"), []);
}

#[test]
fn who_sees_no_customer_is_told_once_the_catalog_names_some() {
    let yaml =
        care("2d", "4h") + "  canteen: {name: Canteen, team: care}\n  old: {name: Old, team: care, status: retired}\n";
    let [finding] = &found(&yaml, "no-line-of-sight")[..] else { panic!("one finding") };
    assert!(finding.message.contains("`canteen`"));
    let catalog = catalog_of(&yaml);
    let sight = Sight::new(&catalog);
    let id = |slug: &str| catalog.services().find(|(_, service)| &*service.slug == slug).unwrap().0;
    assert_eq!(sight.line(id("stock")), Some(vec![id("stock"), id("care")]));
    assert_eq!(sight.floor(id("canteen")), None);
    assert_eq!(sight.floors(), [vec![id("care")], vec![id("stock")]]);
}

#[test]
fn a_journey_takes_its_critical_path_and_begins_in_time() {
    let journey = "\
name: New laptop
steps:
  - {id: order, what: Order, service: stock, when: before day 1}
  - {id: read, what: Read, takes: 1h, after: []}
  - {id: set-up, what: Set up, takes: 2h, after: [order, read], when: day 1}
";
    let yaml = care("2d", "3d");
    let (catalog, diagnostics) = load(&yaml, &[("journeys/laptop.yaml", journey)]);
    assert!(!diagnostics.has_errors(), "{diagnostics:#?}");
    let from = at("2026-11-02T00:00:00+02:00");
    let to = at("2026-11-30T00:00:00+02:00");
    let clocks = Clocks::new(&catalog, from, to + TimeDelta::days(60));
    let workdays = Workdays::new(&catalog, from, to);
    let journey = catalog.journeys().next().unwrap().1;
    let time = lead_time(&catalog, &clocks, &workdays, journey, (from, to)).unwrap();
    // Asked after the warehouse has closed, its three days begin a day later.
    assert_eq!((time.usual, time.worst), (3, 4));
    assert_eq!(time.critical, [0, 2]);
    assert_eq!(time.unpromised, Vec::<usize>::new());
    let day_one = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let plan = Planner::new(&catalog, &clocks, &workdays, journey, (from, to)).plan(day_one);
    // Friday is the last day before; three working days back from its end, before the warehouse closes.
    assert_eq!(plan[0].at, Some(at("2026-11-17T14:15:00+02:00")));
    assert_eq!(plan[0].done, Some(at("2026-11-20T14:15:00+02:00")));
    assert_eq!(plan[2].at, Some(at("2026-11-23T14:00:00+02:00")));
    assert_eq!(plan[2].done, Some(at("2026-11-23T16:00:00+02:00")));
    assert!(plan.iter().all(|step| step.tells == Tells::StartBy && step.room == Some(Room::Enough)));
}
