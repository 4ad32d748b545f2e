//! What the standards say, held against each other.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, TimeDelta};
use chrono_tz::Tz;

use crate::checks::check::{Subject, check};
use crate::checks::time_words::within;
use crate::clock::{DayTime, Turnaround};
use crate::diagnostic::wording::{count, joined, moment};
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::model::{CalendarId, Standard};

check! {
    /// Ensures that no first answer is promised later than the solution. Where what is written does not tell
    /// (`12h` and `1d`, `6h` and by four o'clock), both are counted from every half-hour of a week in the service's
    /// own hours. Where the answer comes later each time, it is an error; where it does for some who ask while it is
    /// open, a warning that names such a moment.
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
            Order::Later => Late::Always,
            Order::NotLater => Late::Never,
            Order::DependsOnHours => calendar.map_or(Late::Never, |id| {
                let pair = (id, response.value, resolution.value);
                *known.entry(pair).or_insert_with(|| late(subject, pair))
            }),
        };
        if matches!(late, Late::Never) || !told.insert((response.span, resolution.span)) {
            continue;
        }
        // One of the two may be the company's; the finding stands where the service speaks for itself.
        let own = standard.span.file;
        let (answered, done) = (within(response.value, standard.always), within(resolution.value, standard.always));
        let (at, other, label) = match response.span.file == own || resolution.span.file != own {
            true => (response.span, resolution.span, format!("done {done}")),
            false => (resolution.span, response.span, format!("answered {answered}")),
        };
        let name = &standard.urgency;
        let finding = match late {
            Late::At(moments) => sometimes_late(subject, at, name, moments).help(match resolution.value {
                Turnaround::By(time) if time.asked_by().is_none() => {
                    "shorten `first_response`, or say with `asked_by` until when one has to ask for the solution"
                }
                _ => "shorten `first_response`, or promise the solution later",
            }),
            _ => RESPONSE_AFTER_RESOLUTION
                .at(at, format!("`{name}` promises the first answer {answered}, later than the solution {done}"))
                .help("exchange the two, or shorten `first_response`"),
        };
        found.push(finding.also(other, label).why("readers would be told of an answer that comes after all is done"));
    }
}

/// For a first answer that comes later than the solution to some who ask.
fn sometimes_late(subject: &Subject<'_>, at: Span, name: &str, moments: Moments) -> Diagnostic {
    let [asked, answered, done] = moments.map(|at| moment(at.to_utc(), at.timezone(), subject.now));
    let what = format!(
        "`{name}` may promise the first answer after the solution: who asks on {asked} is answered by {answered}, and \
         all is done by {done}"
    );
    Diagnostic::warning(RESPONSE_AFTER_RESOLUTION.code, at, what)
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

/// Whether one time always ends later than another, whenever one asks.
pub(super) fn ends_later(
    subject: &Subject<'_>,
    calendar: Option<CalendarId>,
    (one, other): (Turnaround, Turnaround),
    always: bool,
) -> bool {
    match order(one, other, always) {
        Order::Later => true,
        Order::NotLater => false,
        Order::DependsOnHours => calendar.is_some_and(|id| matches!(late(subject, (id, one, other)), Late::Always)),
    }
}

/// When a first answer comes later than the solution.
#[derive(Clone, Copy)]
enum Late {
    Always,
    /// To one who asks while it is open, as to many others.
    At(Moments),
    Never,
}

/// When it was asked, is answered and is done, in the zone of those who answer.
type Moments = [DateTime<Tz>; 3];

/// Of how many who ask while it is open one has to be answered later than that it is told.
const ONE_OF: usize = 10;

fn late(subject: &Subject<'_>, (id, response, resolution): (CalendarId, Turnaround, Turnaround)) -> Late {
    let longest = i64::from(response.days().max(resolution.days()));
    // A working day may be as far away as a long holiday.
    let horizon = subject.now + TimeDelta::days(60 + longest * 4);
    let spans = subject.catalog.calendar(id).spans(subject.now, horizon);
    let (mut all, mut late, mut open, mut late_while_open) = (0, 0, 0, 0);
    let mut first = None;
    for asked in (0..7 * 48).map(|half_hour| subject.now + TimeDelta::minutes(30 * half_hour)) {
        let (Some(answered), Some(done)) = (spans.add(asked, response), spans.add(asked, resolution)) else { continue };
        let is_open = spans.is_open(asked.timestamp());
        all += 1;
        open += usize::from(is_open);
        if answered > done {
            late += 1;
            late_while_open += usize::from(is_open);
            first = first.or(is_open.then_some([asked, answered, done]));
        }
    }
    match first {
        _ if all > 0 && late == all => Late::Always,
        Some(moments) if late_while_open * ONE_OF >= open => {
            Late::At(moments.map(|moment| moment.with_timezone(&spans.zone())))
        }
        _ => Late::Never,
    }
}

check! {
    /// Ensures that `24h` is not written for a day. Hours run only while the service is open: of an office that is open
    /// for eight hours, `24h` are three opening days. With `clock: always`, or hours round the clock, they are a day.
    /// Nor is anything promised for a time of day at which it is never open: readers are told what counts instead.
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
                && let Some(counted) = counted(subject, calendar, at)
                && told.insert(time.span)
            {
                found.push(after_hours(time.span, at, counted));
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

fn after_hours(span: Span, time: DayTime, counted: DayTime) -> Diagnostic {
    let (at, counted) = (time.at(), counted.at());
    DOUBTFUL_DURATION
        .at(span, format!("it is never open at {at}, so that {counted} counts, and readers are told that"))
        .why("at an hour at which nobody is there nothing can be done")
        .help(format!("write `at: \"{counted}\"`, or correct the `hours`"))
}

fn counted(subject: &Subject<'_>, calendar: CalendarId, time: DayTime) -> Option<DayTime> {
    let calendar = subject.catalog.calendar(calendar);
    time.counted(calendar, calendar.date_at(subject.now))
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

check! {
    /// Ensures that a channel which names a standard is not open mainly while the clock of that standard stands.
    /// Whoever calls a line for the night is promised an answer that is counted only from the next morning.
    CHANNEL_OUTSIDE_CLOCK: Warning "channel-outside-clock" => channel_outside_clock
}

/// How far the hours of a channel are looked through.
const FOUR_WEEKS: TimeDelta = TimeDelta::weeks(4);

fn channel_outside_clock(subject: &Subject<'_>, found: &mut Diagnostics) {
    for (_, service) in subject.catalog.services().filter(|(_, service)| service.is_offered()) {
        let Some(hours) = service.calendar else { continue };
        for channel in &service.channels {
            let (Some(own), Some(name)) = (channel.calendar, &channel.standard) else { continue };
            let is_counted = |standard: &&Standard| standard.promises() && !standard.always;
            let counted = service.standard(&name.value).filter(is_counted);
            if counted.is_some() && own != hours && is_mostly_outside(subject, own, hours) {
                found.push(
                    CHANNEL_OUTSIDE_CLOCK
                        .at(name.span, format!("this channel is open mainly when the clock of `{}` stands", name.value))
                        .why("whoever is answered there at once is promised an answer for the next opening day")
                        .help(
                            "add `clock: always` to the standard if somebody works on it then, or give the service \
                             these hours, too",
                        ),
                );
            }
        }
    }
}

/// Whether more than half of what is open by one calendar lies outside the hours of another.
fn is_mostly_outside(subject: &Subject<'_>, one: CalendarId, other: CalendarId) -> bool {
    let (from, to) = (subject.now, subject.now + FOUR_WEEKS);
    let spans = |id| subject.catalog.calendar(id).spans(from, to);
    let (one, other) = (spans(one), spans(other));
    let (mut open, mut shared) = (0, 0);
    for (start, end) in one.open_between(from.timestamp(), to.timestamp()) {
        open += end - start;
        shared += other.open_before(end) - other.open_before(start);
    }
    shared * 2 < open
}
