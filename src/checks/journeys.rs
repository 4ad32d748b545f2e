//! Journeys that can be walked from top to bottom.

use crate::checks::check::{Subject, check};
use crate::diagnostic::Diagnostics;
use crate::model::{Unit, When};

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
            let Some(when) = step.when else { continue };
            let earlier = step.after.iter().filter_map(|place| journey.steps.get(*place));
            let late = earlier
                .filter_map(|earlier| earlier.when.map(|when| (earlier, when)))
                .find(|(_, earlier)| first_day(*earlier) > last_day(when));
            if let Some((earlier, at)) = late {
                found.push(
                    REVERSED_STEPS
                        .at(
                            step.span,
                            format!("this step is for {}, but follows one for {}", words(when), words(at)),
                        )
                        .also(earlier.span, "it follows this one")
                        .why("nobody can work through the checklist in this order")
                        .help("move the step, mend its `when`, or name other steps in `after`; `after: []` waits for none"),
                );
            }
        }
    }
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
