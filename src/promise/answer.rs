//! When the answer comes to somebody who asks at an instant, and the chain behind it.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::chain::{Chain, ChainLink, Promise, chain};
use super::clocks::{Clock, Clocks};
use crate::model::{Catalog, Dependency, ServiceId, Standard};

/// What a service promises to somebody who asks at an instant.
#[derive(Clone, Debug)]
pub struct Answer<'a> {
    /// Who promises.
    pub service: ServiceId,
    /// What it promises.
    pub standard: &'a Standard,
    /// The zone in which the service works.
    pub zone: Tz,
    /// When it was asked.
    pub asked: DateTime<Utc>,
    /// When its clock starts; `None` when the service has no hours, or never opens again.
    pub clock_starts: Option<DateTime<Utc>>,
    /// When the first answer comes at the latest, if that is promised.
    pub first_response_by: Option<DateTime<Utc>>,
    /// When it is done at the latest, if that is promised.
    pub resolution_by: Option<DateTime<Utc>>,
    /// What must happen before; `None` when the clock never starts.
    pub course: Option<Course<'a>>,
}

/// The course of a chain that was set off at an instant.
#[derive(Clone, Debug)]
pub struct Course<'a> {
    /// The dependencies that are waited for; one that waits for another stands below it.
    pub steps: Vec<CourseStep<'a>>,
    /// The team's own work, which follows.
    pub own_work: Option<OwnWork>,
    /// When all of it is done; `None` when a dependency promises no time, or never answers.
    pub ends: Option<DateTime<Utc>>,
    /// When all is done that is promised: the whole cannot end before. `None` when that never comes.
    pub soonest: Option<DateTime<Utc>>,
}

/// One dependency of a course.
#[derive(Clone, Debug)]
pub struct CourseStep<'a> {
    /// As it is written.
    pub dependency: &'a Dependency,
    /// What is counted on; `None` when the other service has no standards.
    pub standard: Option<&'a Standard>,
    /// What it promises; `None` when there is no resolution, or no hours to count it in.
    pub promise: Option<Promise>,
    /// The zone in which the other service works.
    pub zone: Tz,
    /// When it is asked; `None` when it waits for one that promises no time.
    pub asked: Option<DateTime<Utc>>,
    /// When it has answered at the latest.
    pub due: Option<DateTime<Utc>>,
    /// The place among the steps of the one that it waits for.
    pub after: Option<usize>,
    /// Whether the whole would end sooner if this one did.
    pub critical: bool,
}

impl CourseStep<'_> {
    /// Whether it is asked and promises a time, and yet never answers, as far as can be seen.
    pub fn never_answers(&self) -> bool {
        self.promise.is_some() && self.asked.is_some() && self.due.is_none()
    }
}

/// The team's own work in a course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnWork {
    /// When it can begin, at an open moment.
    pub starts: DateTime<Utc>,
    /// When it is done.
    pub ends: DateTime<Utc>,
}

/// When the answer comes to somebody who asks a service at an instant within the clocks' horizon.
pub fn answer<'a>(
    catalog: &'a Catalog,
    clocks: &Clocks<'_>,
    id: ServiceId,
    standard: &'a Standard,
    asked: DateTime<Utc>,
) -> Answer<'a> {
    let service = catalog.service(id);
    let clock = Clock::of(service, standard);
    let by = |time: Option<_>| clocks.add(clock?, asked, time?);
    let clock_starts = clock.and_then(|clock| clocks.starts(clock, asked));
    Answer {
        service: id,
        standard,
        zone: service.zone,
        asked,
        clock_starts,
        first_response_by: by(standard.first_response.as_ref().map(|time| time.value)),
        resolution_by: by(standard.resolution.as_ref().map(|time| time.value)),
        course: clock_starts.map(|start| course(catalog, clocks, &chain(catalog, id, standard), start)),
    }
}

/// The course of a chain whose dependencies are asked at an instant.
pub fn course<'a>(catalog: &'a Catalog, clocks: &Clocks<'_>, chain: &Chain<'a>, start: DateTime<Utc>) -> Course<'a> {
    let mut steps: Vec<CourseStep<'a>> = Vec::with_capacity(chain.links.len());
    for link in &chain.links {
        let asked = match link.after {
            Some(before) => steps.get(before).and_then(|step| step.due),
            None => Some(start),
        };
        steps.push(step(catalog, clocks, link, asked));
    }
    let answered = steps.iter().filter_map(|step| step.due).max().unwrap_or(start);
    mark_critical(&mut steps, answered);
    let never = steps.iter().any(CourseStep::never_answers);
    let worked = chain.work.map(|work| own_work(clocks, work, answered));
    let soonest = worked.map_or(Some(answered), |worked| Some(worked?.ends)).filter(|_| !never);
    let ends = soonest.filter(|_| chain.is_promised());
    Course { steps, own_work: worked.flatten().filter(|_| ends.is_some()), ends, soonest }
}

fn step<'a>(
    catalog: &Catalog,
    clocks: &Clocks<'_>,
    link: &ChainLink<'a>,
    asked: Option<DateTime<Utc>>,
) -> CourseStep<'a> {
    let due = link.promise.zip(asked).and_then(|(promise, asked)| clocks.add(promise.clock, asked, promise.time));
    CourseStep {
        dependency: link.dependency,
        standard: link.standard,
        promise: link.promise,
        zone: catalog.service(link.dependency.service).zone,
        asked,
        due,
        after: link.after,
        critical: false,
    }
}

fn own_work(clocks: &Clocks<'_>, work: Promise, answered: DateTime<Utc>) -> Option<OwnWork> {
    let starts = clocks.starts(work.clock, answered)?;
    Some(OwnWork { starts, ends: clocks.add(work.clock, answered, work.time)? })
}

/// Those that answer last, and those that they waited for.
fn mark_critical(steps: &mut [CourseStep<'_>], answered: DateTime<Utc>) {
    for place in (0..steps.len()).rev() {
        let last = steps.get(place).is_some_and(|step| step.due == Some(answered));
        let Some(step) = steps.get_mut(place) else { continue };
        step.critical |= last;
        let before = step.after.filter(|_| step.critical);
        if let Some(before) = before.and_then(|before| steps.get_mut(before)) {
            before.critical = true;
        }
    }
}
