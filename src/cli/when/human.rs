//! The answer as a sentence and a timeline.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use luukku::diagnostic::wording::{length, moment};
use luukku::model::{Catalog, LocaleId};
use luukku::promise::{Answer, Clock, Clocks, CourseStep, Promise, main_standard};

use super::Errors;

/// One line of the timeline.
struct Event {
    at: DateTime<Utc>,
    critical: bool,
    text: String,
}

/// The answer in words.
pub(super) fn text(catalog: &Catalog, clocks: &Clocks<'_>, answer: &Answer<'_>, errors: &Errors) -> String {
    let mut parts: Vec<String> = ended(catalog, answer).into_iter().collect();
    parts.push(sentence(catalog, answer));
    let lines = timeline(catalog, answer);
    if !lines.is_empty() {
        parts.push(lines);
    }
    if answer.course.as_ref().is_some_and(|course| course.steps.iter().any(|step| step.critical)) {
        parts.push("* decides when all is done: it comes sooner only if these do".into());
    }
    parts.extend(doubts(catalog, clocks, answer));
    parts.extend(broken(errors));
    parts.join("\n\n")
}

/// That the answer stands on a catalog with errors, and which.
fn broken(errors: &Errors) -> Option<String> {
    let counted: Vec<String> = errors.iter().map(|(code, number)| format!("{number} `{code}`")).collect();
    (!counted.is_empty()).then(|| {
        format!(
            "The catalog has errors: {}. No site is made of it, and once they are put right the times above may be \
             others; `luukku check` shows them.",
            counted.join(", ")
        )
    })
}

/// That a service is no longer offered, and what to use instead.
fn ended(catalog: &Catalog, answer: &Answer<'_>) -> Option<String> {
    let service = catalog.service(answer.service);
    let instead = match &service.replaced_by {
        Some(other) => format!("ask `{}` instead", catalog.service(other.value).slug),
        None => "nothing takes its place".to_owned(),
    };
    (!service.is_offered()).then(|| format!("`{}` has ended: {instead}. What it promised was this.", service.slug))
}

fn sentence(catalog: &Catalog, answer: &Answer<'_>) -> String {
    let service = catalog.service(answer.service);
    let shown = |at| moment(at, answer.zone, answer.asked);
    let name = service.name.str(LocaleId::FIRST);
    let asked = shown(answer.asked);
    let urgency = &answer.standard.urgency;
    let promise = match (answer.first_response_by, answer.resolution_by) {
        (Some(first), Some(done)) => format!("has a first answer by {} and is helped by {}", shown(first), shown(done)),
        (Some(first), None) if answer.standard.resolution.is_some() => {
            format!("has a first answer by {}, but is helped only in more than three years", shown(first))
        }
        (Some(first), None) => format!("has a first answer by {}", shown(first)),
        (None, Some(done)) => format!("is helped by {}", shown(done)),
        (None, None) if service.calendar.is_none() => {
            "cannot be told a time, since the service has no hours".to_owned()
        }
        (None, None) if answer.standard.promises() && answer.clock_starts.is_none() => {
            "cannot be told a time, since the service does not open again".to_owned()
        }
        (None, None) if answer.standard.promises() => {
            "cannot be told a time, since it lies more than three years ahead".to_owned()
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
    let shown = |event: &Event| moment(event.at, answer.zone, answer.asked);
    let width = events.iter().map(|event| shown(event).len()).max().unwrap_or(0).max(16);
    let line = |event: &Event| {
        let mark = if event.critical { '*' } else { ' ' };
        format!("  {:<width$} {mark} {}", shown(event), event.text)
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
    let Some(course) = &answer.course else { return Vec::new() };
    let mut doubts: Vec<String> =
        course.steps.iter().filter_map(|step| doubt(catalog, clocks, step, answer.asked)).collect();
    doubts.extend(course.steps.iter().filter_map(|step| counted_on(catalog, answer, step)));
    let Some(promised) = answer.resolution_by else { return doubts };
    if let Some(done) = course.soonest.filter(|done| *done > promised) {
        let clock = Clock::of(catalog.service(answer.service), answer.standard);
        let late = length(clock.map_or(0, |clock| clocks.running(clock, promised, done)));
        let kind = if answer.standard.always { "" } else { " of opening time" };
        let late = if late.is_empty() { "which is too late".to_owned() } else { format!("{late}{kind} too late") };
        let done = moment(done, answer.zone, answer.asked);
        doubts.push(format!("This promise cannot be kept: all is done only on {done}, {late}."));
    } else if course.soonest.is_none() {
        doubts.push("This promise cannot be kept: what it waits for is never done.".into());
    }
    doubts
}

/// Why nobody can tell when a dependency answers.
fn doubt(catalog: &Catalog, clocks: &Clocks<'_>, step: &CourseStep<'_>, asked: DateTime<Utc>) -> Option<String> {
    let slug = &catalog.service(step.dependency.service).slug;
    match (step.promise, step.asked) {
        (None, _) => {
            Some(format!("It also waits for `{slug}`, which promises no time: nobody can tell whether this will hold."))
        }
        (Some(Promise { clock, .. }), Some(at)) if step.never_answers() => {
            let opens = clocks.starts(clock, at).is_some();
            let at = moment(at, step.zone, asked);
            Some(match opens {
                true => format!("It also waits for `{slug}`, which does not answer within three years after {at}."),
                false => format!("It also waits for `{slug}`, which does not open again after {at}."),
            })
        }
        _ => None,
    }
}

/// A dependency that is counted on with another standard than the one asked about.
fn counted_on(catalog: &Catalog, answer: &Answer<'_>, step: &CourseStep<'_>) -> Option<String> {
    let urgency = &answer.standard.urgency;
    let main = main_standard(catalog.service(answer.service))?;
    let standard = step.standard.filter(|other| other.urgency != *urgency && main.urgency != *urgency)?;
    let slug = &catalog.service(step.dependency.service).slug;
    step.promise.map(|_| {
        format!("`{slug}` promises nothing for `{urgency}`: its `{}` promise is counted on.", standard.urgency)
    })
}
