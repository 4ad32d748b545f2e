//! The answer as a sentence and a timeline.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use luukku::model::{Catalog, LocaleId};
use luukku::promise::{Answer, Clock, Clocks, Course, CourseStep};

/// One line of the timeline.
struct Event {
    at: DateTime<Utc>,
    critical: bool,
    text: String,
}

/// The answer in words.
pub(super) fn text(catalog: &Catalog, clocks: &Clocks<'_>, answer: &Answer<'_>) -> String {
    let mut parts = vec![sentence(catalog, answer)];
    let lines = timeline(catalog, answer);
    if !lines.is_empty() {
        parts.push(lines);
    }
    if answer.course.as_ref().is_some_and(|course| course.steps.iter().any(|step| step.critical)) {
        parts.push("* the critical path: only when these are sooner is all of it".into());
    }
    parts.extend(doubts(catalog, clocks, answer));
    parts.join("\n\n")
}

fn sentence(catalog: &Catalog, answer: &Answer<'_>) -> String {
    let service = catalog.service(answer.service);
    let shown = |at| moment(at, answer.zone);
    let name = service.name.str(LocaleId::FIRST);
    let asked = shown(answer.asked);
    let urgency = &answer.standard.urgency;
    let promise = match (answer.first_response_by, answer.resolution_by) {
        (Some(first), Some(done)) => format!("has a first answer by {} and is helped by {}", shown(first), shown(done)),
        (Some(first), None) => format!("has a first answer by {}", shown(first)),
        (None, Some(done)) => format!("is helped by {}", shown(done)),
        (None, None) if service.calendar.is_none() => {
            "cannot be told a time, since the service has no hours".to_owned()
        }
        (None, None) => "is promised no time".to_owned(),
    };
    format!("{name} ({urgency}): who asks on {asked} {promise} ({} time).", answer.zone.name())
}

fn timeline(catalog: &Catalog, answer: &Answer<'_>) -> String {
    let event = |at: DateTime<Utc>, critical: bool, text: &str| Event { at, critical, text: text.to_owned() };
    let at_once = answer.clock_starts == Some(answer.asked);
    let mut events = vec![event(answer.asked, false, if at_once { "asked, and the clock starts" } else { "asked" })];
    events.extend(answer.clock_starts.filter(|_| !at_once).map(|at| event(at, false, "the clock starts")));
    if let Some(course) = &answer.course {
        events.extend(course.steps.iter().filter_map(|step| answered(catalog, step, answer.zone)));
        let waits = !course.steps.is_empty();
        events.extend(course.own_work.map(|work| event(work.starts, waits, "the team's own work can begin")));
        events.extend(course.own_work.map(|work| event(work.ends, waits, "the team's own work is done")));
    }
    events.extend(answer.first_response_by.map(|at| event(at, false, "promised: the first answer")));
    events.extend(answer.resolution_by.map(|at| event(at, false, "promised: all is done")));
    // What happens at the same instant stays in the order above.
    events.sort_by_key(|event| event.at);
    let line = |event: &Event| {
        let mark = if event.critical { '*' } else { ' ' };
        format!("  {:<16} {mark} {}", moment(event.at, answer.zone), event.text)
    };
    events.iter().map(line).collect::<Vec<String>>().join("\n")
}

fn answered(catalog: &Catalog, step: &CourseStep<'_>, zone: Tz) -> Option<Event> {
    let at = step.due?;
    let other = catalog.service(step.dependency.service);
    let mut text = format!("{} has answered", other.name.str(LocaleId::FIRST));
    if let Some(needed) = &step.dependency.needed_for {
        text += &format!(": {}", needed.str(LocaleId::FIRST));
    }
    if step.zone != zone {
        text += &format!(" ({} there)", at.with_timezone(&step.zone).format("%H:%M"));
    }
    Some(Event { at, critical: step.critical, text })
}

/// What must be said beside the times.
fn doubts(catalog: &Catalog, clocks: &Clocks<'_>, answer: &Answer<'_>) -> Vec<String> {
    let Some(course) = &answer.course else {
        return match answer.clock_starts {
            Some(_) => vec![format!(
                "Not all that it waits for promise anything for `{}`, so that no chain can be shown.",
                answer.standard.urgency
            )],
            None => Vec::new(),
        };
    };
    let mut doubts: Vec<String> = unpromised(catalog, course)
        .map(|slug| {
            format!("It also waits for `{slug}`, which promises no time: nobody can tell whether this will hold.")
        })
        .collect();
    if let Some((ends, promised)) = course.ends.zip(answer.resolution_by).filter(|(ends, promised)| ends > promised) {
        let clock = Clock::of(catalog.service(answer.service), answer.standard);
        let minutes = clock.map_or(0, |clock| clocks.running(clock, promised, ends)) / 60;
        let kind = if answer.standard.always { "" } else { "open " };
        doubts.push(format!(
            "This promise cannot be kept: all is done only on {}, {minutes} {kind}minutes too late.",
            moment(ends, answer.zone)
        ));
    }
    doubts
}

fn unpromised<'a>(catalog: &'a Catalog, course: &'a Course<'_>) -> impl Iterator<Item = &'a str> {
    let unknown = course.steps.iter().filter(|step| step.due.is_none());
    unknown.map(|step| &*catalog.service(step.dependency.service).slug)
}

fn moment(at: DateTime<Utc>, zone: Tz) -> String {
    at.with_timezone(&zone).format("%a %-d %b %H:%M").to_string()
}
