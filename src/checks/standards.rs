//! What the standards say, held against each other.

use std::collections::{HashMap, HashSet};

use chrono::TimeDelta;

use crate::checks::check::{Subject, check};
use crate::checks::time_words::within;
use crate::clock::{DayTime, Opening, Turnaround};
use crate::diagnostic::wording::{count, joined};
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::model::{CalendarId, Standard};

check! {
    /// Ensures that no first answer is promised later than the solution. Where the durations alone
    /// do not tell (`12h` and `1d`), both are added to every hour of a week in the service's own
    /// hours; it is a finding when the answer comes later each time.
    RESPONSE_AFTER_RESOLUTION: Error "response-after-resolution" => response_after_resolution
}

fn response_after_resolution(subject: &Subject<'_>, found: &mut Diagnostics) {
    let company = subject.catalog.company.standards.iter().map(|standard| (standard, None));
    let services = subject
        .catalog
        .services()
        .flat_map(|(_, service)| service.standards.iter().map(move |standard| (standard, service.calendar)));
    let mut known = HashMap::new();
    let mut told: HashSet<(Span, Span)> = HashSet::new();
    for (standard, calendar) in company.chain(services) {
        let (Some(response), Some(resolution)) = (&standard.first_response, &standard.resolution) else { continue };
        let late = match order(response.value, resolution.value, standard.always) {
            Order::Later => true,
            Order::NotLater => false,
            Order::DependsOnHours => calendar.is_some_and(|id| {
                let pair = (id, response.value, resolution.value);
                *known.entry(pair).or_insert_with(|| always_later(subject, pair))
            }),
        };
        if !late || !told.insert((response.span, resolution.span)) {
            continue;
        }
        // One of the two may be the company's; the finding stands where the service speaks for itself.
        let own = standard.span.file;
        let (at, other, label) = match response.span.file == own || resolution.span.file != own {
            true => (response.span, resolution.span, format!("done {}", within(resolution.value, standard.always))),
            false => (resolution.span, response.span, format!("answered {}", within(response.value, standard.always))),
        };
        found.push(
            RESPONSE_AFTER_RESOLUTION
                .at(
                    at,
                    format!(
                        "`{}` promises the first answer {}, later than the solution {}",
                        standard.urgency,
                        within(response.value, standard.always),
                        within(resolution.value, standard.always)
                    ),
                )
                .also(other, label)
                .why("readers would be told of an answer that comes after all is done")
                .help("exchange the two, or shorten `first_response`"),
        );
    }
}

/// How two durations stand to each other as far as they tell themselves.
enum Order {
    Later,
    NotLater,
    DependsOnHours,
}

/// Open hours by which a day is taken to be at least as long: with fewer, only the calendar tells.
const SURE_MINUTES_OF_A_DAY: u32 = 4 * 60;

fn order(response: Turnaround, resolution: Turnaround, always: bool) -> Order {
    let (Some(response), Some(resolution)) = (response.duration(), resolution.duration()) else {
        return Order::DependsOnHours;
    };
    let (days, minutes) = (response.days(), response.minutes());
    let (other_days, other_minutes) = (resolution.days(), resolution.minutes());
    if always {
        let total = |days: u32, minutes: u32| u64::from(days) * 24 * 60 + u64::from(minutes);
        return if total(days, minutes) > total(other_days, other_minutes) { Order::Later } else { Order::NotLater };
    }
    // Both clocks take the days first; more of both is later, whatever the hours are.
    let sure = (other_days.saturating_sub(days)).saturating_mul(SURE_MINUTES_OF_A_DAY);
    if days <= other_days && minutes <= other_minutes.saturating_add(sure) {
        Order::NotLater
    } else if days >= other_days && minutes >= other_minutes {
        Order::Later
    } else {
        Order::DependsOnHours
    }
}

fn always_later(subject: &Subject<'_>, (id, response, resolution): (CalendarId, Turnaround, Turnaround)) -> bool {
    let longest = i64::from(response.days().max(resolution.days()));
    // A working day may be as far away as a long holiday.
    let horizon = subject.now + TimeDelta::days(60 + longest * 4);
    let spans = subject.catalog.calendar(id).spans(subject.now, horizon);
    let hours = (0..7 * 24).map(|hour| subject.now + TimeDelta::hours(hour));
    let mut compared = hours.filter_map(|asked| Some((spans.add(asked, response)?, spans.add(asked, resolution)?)));
    let mut some = false;
    compared.all(|(answered, done)| {
        some = true;
        answered > done
    }) && some
}

check! {
    /// Ensures that `24h` is not written for a day. Hours run only while the service is open: of an office that is open
    /// for eight hours, `24h` are three opening days. With `clock: always`, or hours round the clock, they are a day.
    /// Nor is anything promised for a time of day at which it is never open.
    DOUBTFUL_DURATION: Warning "doubtful-duration" => doubtful_duration
}

/// Minutes from midnight to midnight.
const DAY: u32 = 24 * 60;

fn doubtful_duration(subject: &Subject<'_>, found: &mut Diagnostics) {
    let mut longest: HashMap<CalendarId, u32> = HashMap::new();
    let mut told: HashSet<Span> = HashSet::new();
    for (_, service) in subject.catalog.services().filter(|(_, service)| service.is_offered()) {
        let Some(calendar) = service.calendar else { continue };
        let standards = service.standards.iter().filter(|standard| !standard.always);
        for time in standards.flat_map(|standard| [&standard.first_response, &standard.resolution]).flatten() {
            if let Turnaround::By(at) = time.value
                && is_never_open(subject, calendar, at.at().minutes())
                && told.insert(time.span)
            {
                found.push(after_hours(time.span, at));
            }
            let Some(minutes) = time.value.minutes_alone().filter(|minutes| *minutes > 0 && minutes % DAY == 0) else {
                continue;
            };
            let open = *longest.entry(calendar).or_insert_with(|| longest_day(subject, calendar));
            if open == 0 || open >= DAY || !told.insert(time.span) {
                continue;
            }
            let meant = format!("{}d", minutes / DAY);
            let needed = minutes.div_ceil(open);
            found.push(
                DOUBTFUL_DURATION
                    .at(
                        time.span,
                        format!(
                            "`{}` are {needed} opening days here: it is open for {} a day",
                            time.value,
                            hours(open)
                        ),
                    )
                    .why("hours run only while the service is open, and readers may count on a day of the calendar")
                    .help(format!(
                        "write `{meant}` for the same time of day on a later opening day, or add `clock: always` if \
                         nights count, too"
                    )),
            );
        }
    }
}

fn after_hours(span: Span, time: DayTime) -> Diagnostic {
    let at = time.at();
    DOUBTFUL_DURATION
        .at(
            span,
            format!("it is never open at {at}: it is due at the last open moment before on that day, or when it opens"),
        )
        .why("readers are told an hour at which nobody is there")
        .help("write a time of day at which it is open, or when it closes")
}

/// Whether it is neither open at a minute of the day nor closes then, on any of the coming fourteen days.
fn is_never_open(subject: &Subject<'_>, calendar: CalendarId, minute: u16) -> bool {
    let calendar = subject.catalog.calendar(calendar);
    let timetable = calendar.timetable();
    let openings: Vec<Opening> =
        calendar.date_at(subject.now).iter_days().take(14).flat_map(|day| timetable.on(day)).collect();
    let reaches =
        |opening: &Opening| [minute, minute + 24 * 60].iter().any(|at| opening.start <= *at && *at <= opening.end);
    !openings.is_empty() && !openings.iter().any(reaches)
}

/// For how many minutes it is open on the longest day of the coming two weeks.
fn longest_day(subject: &Subject<'_>, calendar: CalendarId) -> u32 {
    let calendar = subject.catalog.calendar(calendar);
    let timetable = calendar.timetable();
    let open = |date| timetable.on(date).iter().map(|span| u32::from(span.end - span.start)).sum();
    let first = calendar.date_at(subject.now);
    first.iter_days().take(14).map(open).max().unwrap_or(0)
}

/// "8 hours", "7 hours and 30 minutes"
fn hours(minutes: u32) -> String {
    let parts = [(minutes / 60, "hour"), (minutes % 60, "minute")].into_iter().filter(|(number, _)| *number > 0);
    joined(&parts.map(|(number, noun)| count(number as usize, noun)).collect::<Vec<_>>())
}

check! {
    /// Ensures that every urgency besides `normal` says when it applies. A reader who cannot tell
    /// what counts as urgent calls everything urgent.
    UNEXPLAINED_URGENCY: Warning "unexplained-urgency" => unexplained_urgency, waits
}

fn unexplained_urgency(subject: &Subject<'_>, found: &mut Diagnostics) {
    let catalog = subject.catalog;
    let unexplained = |standard: &&Standard| &*standard.urgency != Standard::NORMAL && standard.when.is_none();
    let shared: HashSet<&str> =
        catalog.company.standards.iter().filter(unexplained).map(|standard| &*standard.urgency).collect();
    // A shared urgency is told once, where it is shared.
    let own = catalog
        .services()
        .filter(|(_, service)| service.is_offered() && service.standards.len() > 1)
        .flat_map(|(_, service)| service.standards.iter().filter(|standard| !shared.contains(&*standard.urgency)));
    for standard in catalog.company.standards.iter().chain(own).filter(unexplained) {
        found.push(
            UNEXPLAINED_URGENCY
                .at(standard.span, format!("the standard `{}` does not say when it applies", standard.urgency))
                .why("readers would have to guess what counts, and most would call everything urgent")
                .help("add `when: ` with the case in a few words, such as `No pay at all on payday`"),
        );
    }
}
