//! Promises that the chain behind them cannot keep, each with its counter-example.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::checks::check::{Check, Subject, check};
use crate::checks::promise::{promise_span, year};
use crate::checks::time_words::{duration, share, within};
use crate::diagnostic::wording::{joined, length, moment};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Catalog, LocaleId, ServiceId};
use crate::promise::{
    Clock, Clocks, Course, CourseStep, Forecast, Worst, assumed_forecast, circles, course, main_standard,
    yearly_forecast,
};

check! {
    /// Ensures that whenever a service may be asked within the coming year, at every minute while it is open and, of
    /// what is promised at a time of day, at those at which it is closed and yet asked in time, the promised
    /// resolutions of its blocking dependencies and then its own work end within its own promised resolution. What
    /// cannot be kept is not published.
    LATE_PROMISE: Error "late-promise" => late_promise, waits
}

fn late_promise(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let (from, to) = year(subject.now);
    let scene = Scene::new(subject);
    let forecast = yearly_forecast(scene.catalog, &scene.clocks, from, to);
    let told = forecast.iter().filter(|one| !scene.waits_for_a_circle(one));
    diagnostics.extend(told.filter_map(|one| scene.late(&LATE_PROMISE, one)));
}

check! {
    /// Ensures that the other urgencies hold as well where those that are waited for promise nothing for
    /// that urgency: their usual promise is counted on, and then the service's own work. A warning, since
    /// both may be quicker in such a case than their files say.
    LATE_URGENCY: Warning "late-urgency" => late_urgency, waits
}

fn late_urgency(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let (from, to) = year(subject.now);
    let scene = Scene::new(subject);
    let forecast = assumed_forecast(scene.catalog, &scene.clocks, from, to);
    let told = forecast.iter().filter(|one| !scene.waits_for_a_circle(one));
    diagnostics.extend(told.filter_map(|one| scene.late(&LATE_URGENCY, one)));
}

/// What a counter-example is told from.
struct Scene<'a> {
    catalog: &'a Catalog,
    clocks: Clocks<'a>,
    /// Services that wait for each other, which is told by itself: no time can be worked out for them.
    entangled: HashSet<ServiceId>,
    now: DateTime<Utc>,
}

impl<'a> Scene<'a> {
    fn new(subject: &Subject<'a>) -> Self {
        let (catalog, now) = (subject.catalog, subject.now);
        let entangled = circles(catalog).iter().flatten().map(|(service, _)| *service).collect();
        Self { catalog, clocks: Clocks::coming_year(catalog, now), entangled, now }
    }

    fn waits_for_a_circle(&self, forecast: &Forecast<'_>) -> bool {
        let mut waits_for = forecast.chain.links.iter().map(|link| link.dependency.service);
        self.entangled.contains(&forecast.chain.service) || waits_for.any(|service| self.entangled.contains(&service))
    }

    fn late(&self, check: &Check, forecast: &Forecast<'_>) -> Option<Diagnostic> {
        let (chain, verdict) = (&forecast.chain, forecast.verdict);
        let worst = verdict.worst?;
        let service = self.catalog.service(chain.service);
        let starts = self.clocks.starts(Clock::of(service, chain.standard)?, worst.asked)?;
        let course = course(self.catalog, &self.clocks, chain, starts);
        let place = promise_span(service, chain.standard);
        let message = self.counter_example(forecast, &course, worst);
        let mut diagnostic = check.at(place, message).label("promised here").why(format!(
            "it happens for {} of the times at which it may be asked; whoever was promised an answer then waits in \
             vain",
            share(verdict.late, verdict.asked),
        ));
        for step in course.steps.iter().filter(|step| step.critical || step.never_answers()) {
            diagnostic = diagnostic.also(step.dependency.span, "waits for this answer");
            let other = self.catalog.service(step.dependency.service);
            if let Some(standard) = step.standard {
                diagnostic = diagnostic.also(promise_span(other, standard), "which is promised here");
            }
        }
        let Some(shortest) = worst.shortest else {
            return Some(diagnostic.help(match worst.late_by {
                Some(_) => "no resolution would always hold: agree on other times with those it waits for",
                None => "agree with those it waits for on who answers then, and correct their `hours`",
            }));
        };
        let others = match course.steps.is_empty() {
            false => "agree on shorter times with those it waits for",
            true => "shorten its `own_work`",
        };
        if !chain.is_promised() {
            return Some(diagnostic.help(format!(
                "promise `resolution: {shortest}` at least, or {others}; what is enough can be told only when all of \
                 them promise a time"
            )));
        }
        let diagnostic =
            diagnostic.help(format!("promise `resolution: {shortest}`, the shortest that always holds, or {others}"));
        Some(match chain.standard.resolution.as_ref().filter(|time| time.span.file == place.file) {
            Some(written) => diagnostic.replace(written.span, shortest.to_string()),
            None => diagnostic,
        })
    }

    /// What is promised, when it is asked, what it needs and how late that is, in a sentence.
    fn counter_example(&self, forecast: &Forecast<'_>, course: &Course<'_>, worst: Worst) -> String {
        let (chain, service) = (&forecast.chain, self.catalog.service(forecast.chain.service));
        let (zone, standard) = (service.zone, chain.standard);
        let promised = standard.resolution.as_ref().map(|time| within(time.value, standard.always));
        let main = main_standard(service).is_some_and(|main| main.urgency == standard.urgency);
        let urgency = if main { String::new() } else { format!(" for `{}`", standard.urgency) };
        let mut needs: Vec<String> = named(course).into_iter().map(|step| self.need(step, zone)).collect();
        let own = service.own_work.as_ref().filter(|_| chain.work.is_some());
        needs.extend(own.map(|time| format!("{} of its own", duration(time.value, false))));
        let start = format!(
            "`{}` promises a result {}{urgency}, but asked {} it needs {}",
            service.slug,
            promised.unwrap_or_default(),
            moment(worst.asked, zone, self.now),
            needs.join(", and "),
        );
        let Some((late_by, ends)) = worst.late_by.zip(course.soonest) else {
            return format!("{start}: it is not done within three years");
        };
        let clock = if standard.always { "" } else { " of opening time" };
        // A closed hour is no opening time, and yet it is late.
        let late = if late_by > 0 { format!("{}{clock} late", length(late_by)) } else { "which is late".to_owned() };
        let unknown: Vec<String> = (course.steps.iter().filter(|step| step.due.is_none()))
            .map(|step| format!("`{}`", self.catalog.service(step.dependency.service).slug))
            .collect();
        let soonest = match unknown.is_empty() {
            true => String::new(),
            false => format!(" even without {}", joined(&unknown)),
        };
        format!("{start}: done {}{soonest}, {late}", moment(ends, zone, self.now))
    }

    fn need(&self, step: &CourseStep<'_>, zone: Tz) -> String {
        let what = step.dependency.needed_for.as_ref().map_or("an answer", |text| text.str(LocaleId::FIRST));
        let from = &self.catalog.service(step.dependency.service).slug;
        match step.due {
            Some(due) => format!("{what} from `{from}`, due {}", moment(due, zone, self.now)),
            None if self.opens_again(step) => format!("{what} from `{from}`, which does not come within three years"),
            None => format!("{what} from `{from}`, which does not open again"),
        }
    }

    fn opens_again(&self, step: &CourseStep<'_>) -> bool {
        step.promise.zip(step.asked).is_some_and(|(promise, asked)| self.clocks.starts(promise.clock, asked).is_some())
    }
}

/// The dependencies that a counter-example names: all that never answer and all on the critical path, so
/// that what is told adds up. Others have answered by then.
fn named<'c, 'a>(course: &'c Course<'a>) -> Vec<&'c CourseStep<'a>> {
    let told = |step: &&CourseStep<'_>| step.critical && step.due.is_some() || step.never_answers();
    let mut steps: Vec<&CourseStep<'_>> = course.steps.iter().filter(told).collect();
    steps.sort_by_key(|step| (step.due.is_none(), step.due));
    steps
}
