//! Journeys that can be walked from top to bottom.

use chrono::NaiveDate;

use crate::checks::check::{Subject, check};
use crate::checks::promise::{promise_span, year};
use crate::checks::time_words::{duration, turnaround};
use crate::clock::Turnaround;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Catalog, Journey, JourneyStep, Unit, When};
use crate::promise::{Clocks, Planner, Room, Workdays, main_standard};

check! {
    /// Ensures that every journey has steps. A situation that leads nowhere helps nobody in it.
    EMPTY_JOURNEY: Warning "empty-journey" => empty_journey, waits
}

fn empty_journey(subject: &Subject<'_>, found: &mut Diagnostics) {
    for (_, journey) in subject.catalog.journeys().filter(|(_, journey)| journey.steps.is_empty()) {
        found.push(
            EMPTY_JOURNEY
                .at(journey.span, format!("the journey `{}` has no steps", journey.slug))
                .why("whoever is in this situation would find an empty checklist")
                .help("add `steps: [{when: day 1, what: ...}]`, or delete the file"),
        );
    }
}

check! {
    /// Ensures that no step of a journey is to be done before a step that it follows.
    REVERSED_STEPS: Warning "reversed-steps" => reversed_steps
}

fn reversed_steps(subject: &Subject<'_>, found: &mut Diagnostics) {
    for (_, journey) in subject.catalog.journeys() {
        for step in &journey.steps {
            let Some((when, earlier, at)) = reversed(journey, step) else { continue };
            found.push(
                REVERSED_STEPS
                    .at(step.span, format!("this step is for {}, but follows one for {}", words(when), words(at)))
                    .also(earlier.span, "it follows this one")
                    .why("nobody can work through the checklist in this order")
                    .help(
                        "move the step, correct its `when`, or name other steps in `after`; `after: []` waits for none",
                    ),
            );
        }
    }
}

/// When a step is to be done, and the first of the steps that it follows which is to be done only later.
fn reversed<'a>(journey: &'a Journey, step: &JourneyStep) -> Option<(When, &'a JourneyStep, When)> {
    let when = step.when?;
    let earlier = step.after.iter().filter_map(|place| journey.steps.get(*place));
    earlier
        .filter_map(|earlier| Some((when, earlier, earlier.when?)))
        .find(|(_, _, earlier)| first_day(*earlier) > last_day(when))
}

check! {
    /// Ensures that every step of a journey can be done in the time that its `when` names, on one day of the coming
    /// year at least on which the journey may start: begun in it, or with its service asked ahead, after the steps
    /// before it and, where nobody sees the journey coming, not before day 1.
    STEP_WITHOUT_TIME: Warning "step-without-time" => step_without_time
}

fn step_without_time(subject: &Subject<'_>, found: &mut Diagnostics) {
    let catalog = subject.catalog;
    let window = year(subject.now);
    let (clocks, workdays) = (Clocks::coming_year(catalog, window.0), Workdays::new(catalog, window.0, window.1));
    for (_, journey) in catalog.journeys() {
        let planner = Planner::new(catalog, &clocks, &workdays, journey, window);
        for (step, verdict) in journey.steps.iter().zip(verdicts(&planner, journey, subject.today)) {
            let without = verdict.known && !verdict.kept && reversed(journey, step).is_none();
            if let Some(when) = step.when.filter(|_| without) {
                found.push(without_time(catalog, journey, (step, when), verdict.alone));
            }
        }
    }
}

/// Whether a step can be done in its time on some day.
#[derive(Clone, Copy, Default)]
struct Verdict {
    /// Whether that can be told.
    known: bool,
    /// After the steps before it that can be done in theirs.
    kept: bool,
    /// If it waited for none.
    alone: bool,
}

/// What holds of each step on the best of the days of a year after a date.
fn verdicts(planner: &Planner<'_>, journey: &Journey, after: NaiveDate) -> Vec<Verdict> {
    let mut verdicts: Vec<Verdict> = vec![Verdict::default(); journey.steps.len()];
    for day_one in after.iter_days().skip(1).take(365) {
        for (verdict, (kept, alone)) in verdicts.iter_mut().zip(planner.rooms(day_one)) {
            verdict.known |= kept.is_some();
            verdict.kept |= kept.is_some_and(|room| room != Room::Over);
            verdict.alone |= alone.is_some_and(|room| room != Room::Over);
        }
        if verdicts.iter().all(|verdict| verdict.kept) {
            break;
        }
    }
    verdicts
}

fn without_time(catalog: &Catalog, journey: &Journey, (step, when): (&JourneyStep, When), alone: bool) -> Diagnostic {
    let when = words(when);
    let service = step.service.map(|service| catalog.service(service));
    let promise = service.and_then(|service| {
        let standard = main_standard(service)?;
        Some((service, standard, standard.resolution.as_ref()?.value))
    });
    let promise = promise.filter(|(.., time)| step.takes.is_none_or(|takes| length(takes.into()) < length(*time)));
    let told = |why: String| STEP_WITHOUT_TIME.at(step.span, format!("this step is for {when}, but {why}"));
    let finding = match promise {
        _ if alone => {
            let before = step.after.iter().filter_map(|place| journey.steps.get(*place));
            let told = match promise {
                Some((service, standard, time)) => told(format!(
                    "the steps before it leave no time for the {} that `{}` promises",
                    turnaround(time, standard.always),
                    service.slug
                ))
                .also(promise_span(service, standard), "this promise"),
                None => told("the steps before it leave no time for it".to_owned()),
            };
            let told = before.fold(told, |told, before| told.also(before.span, "it follows this one"));
            told.help("give it a later or longer `when`, or the steps before it an earlier one")
        }
        Some((service, standard, time)) => {
            let id = &service.slug;
            told(format!("`{id}` promises {}", turnaround(time, standard.always)))
                .also(promise_span(service, standard), "this promise")
                .help(format!(
                    "give it a later `when`, let an earlier step ask, or write `[...](service:{id})` in `what` \
                     if nobody waits for the answer"
                ))
        }
        _ => told(format!("takes {}", step.takes.map(|takes| duration(takes, false)).unwrap_or_default()))
            .help("give it a longer `when`, or make it several steps"),
    };
    finding.why("nobody can do it in time, and readers learn that it is ready only afterwards")
}

/// How long a time is, as far as its units tell.
fn length(time: Turnaround) -> (u32, u32) {
    (time.days(), time.duration().map_or(0, |time| time.minutes()))
}

/// The first day that may be meant; day 1 is the day on which the journey starts, months are short.
fn first_day(when: When) -> i64 {
    let number = i64::from(when.number) - 1;
    match (when.before, when.unit) {
        (true, _) => i64::MIN,
        (false, Unit::Day) => number + 1,
        (false, Unit::Week) => number * 7 + 1,
        (false, Unit::Month) => number * 28 + 1,
    }
}

/// The last day that may be meant; months are long, counted back they are short.
fn last_day(when: When) -> i64 {
    let number = i64::from(when.number);
    match (when.before, when.unit) {
        (true, Unit::Day) => 1 - number,
        (true, Unit::Week) => 1 - number * 7,
        (true, Unit::Month) => 1 - number * 28,
        (false, Unit::Day) => number,
        (false, Unit::Week) => number * 7,
        (false, Unit::Month) => number * 31,
    }
}

fn words(when: When) -> String {
    let unit = match when.unit {
        Unit::Day => "day",
        Unit::Week => "week",
        Unit::Month => "month",
    };
    format!("`{}{unit} {}`", if when.before { "before " } else { "" }, when.number)
}
