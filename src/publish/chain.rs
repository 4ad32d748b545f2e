//! What stands behind a promise: the answers that it waits for, and the team's own work.

use schemars::JsonSchema;
use serde::Serialize;

use super::list::Publish;
use super::published::Published;
use super::reference::Ref;
use super::standard::Standard;
use super::value::Moment;
use crate::model::ServiceId;
use crate::promise::{Answer, Clock, Course, CourseStep, Promise, chain};

/// The chain behind a service's main promise, set off at the moment of the coming 60 days at
/// which it has the least time to spare.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Chain<'a> {
    /// The urgency of the promise.
    pub standard: &'a str,
    /// When somebody asks.
    pub asked: Moment,
    /// When the service's clock starts, and the dependencies are asked.
    pub starts: Option<Moment>,
    /// The answers that it waits for; one that waits for another stands below it.
    pub steps: Vec<ChainStep<'a>>,
    /// The team's own work, which follows.
    pub own_work: Option<OwnWork>,
    /// When all of it is done; none when that cannot be told.
    pub ends: Option<Moment>,
    /// When it is promised to be done.
    pub promised: Option<Moment>,
    /// How many minutes of the promise's clock are left until then; none when it cannot be told.
    pub spare_minutes: Option<u32>,
    /// The promise itself.
    #[serde(skip)]
    pub promise: Standard<'a>,
    /// The clocks by which the promise, the answers and the own work run.
    #[serde(skip)]
    pub clocks: Vec<Clock>,
}

/// An answer that is waited for.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ChainStep<'a> {
    /// The service that answers, by id.
    pub service: Ref<'a, ServiceId>,
    /// When it is asked.
    pub asked: Option<Moment>,
    /// When it has answered, at the latest.
    pub due: Option<Moment>,
    /// Whether the whole would end sooner if this one did.
    pub critical: bool,
    /// The step, by its place in the list from 0, that it waits for.
    pub after: Option<usize>,
    /// What it promises.
    #[serde(skip)]
    pub promise: Option<Standard<'a>>,
}

/// The team's own work.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct OwnWork {
    /// When it can begin, at an open moment.
    pub starts: Moment,
    /// When it is done.
    pub ends: Moment,
}

impl<'a> Published<'a> {
    /// Works out when each chain is tightest, on all cores. To be asked before pages are made side by side: within a
    /// page, the thread that waits for a part of it could be handed another page that waits for the whole.
    pub fn look_ahead(&self) {
        self.outlook().tightest();
    }

    /// The chain behind a service's main promise; `None` when it waits for nobody, or for somebody who promises no
    /// time. The moment is worked out once, when it is first asked for.
    pub fn chain(&'a self, id: ServiceId) -> Option<Chain<'a>> {
        let answer = self.outlook().tightest_answer(id)?;
        let course = answer.course.as_ref()?;
        let moment = |at| Moment { at, zone: answer.zone };
        let promise = Promise::resolution(self.catalog().service(id), answer.standard);
        let links = chain(self.catalog(), id, answer.standard);
        let used = links.links.iter().filter_map(|link| link.promise).chain(links.work).chain(promise);
        Some(Chain {
            standard: &answer.standard.urgency,
            asked: moment(answer.asked),
            starts: answer.clock_starts.map(moment),
            steps: course.steps.iter().map(|step| self.chain_step(step, &answer)).collect(),
            own_work: course.own_work.map(|work| OwnWork { starts: moment(work.starts), ends: moment(work.ends) }),
            ends: course.ends.map(moment),
            promised: answer.resolution_by.map(moment),
            spare_minutes: self.spare(&answer, course, promise),
            promise: Standard::publish(answer.standard, self),
            clocks: used.map(|promise| promise.clock).collect(),
        })
    }

    fn chain_step(&'a self, step: &CourseStep<'a>, answer: &Answer<'a>) -> ChainStep<'a> {
        let moment = |at| Moment { at, zone: answer.zone };
        ChainStep {
            service: self.reference(step.dependency.service),
            asked: step.asked.map(moment),
            due: step.due.map(moment),
            critical: step.critical,
            after: step.after,
            promise: step.standard.map(|standard| Standard::publish(standard, self)),
        }
    }

    /// What is shorter than a minute is nothing.
    fn spare(&self, answer: &Answer<'_>, course: &Course<'_>, promise: Option<Promise>) -> Option<u32> {
        let (by, ends) = (answer.resolution_by?, course.ends?);
        let seconds = self.outlook().clocks.running(promise?.clock, ends, by);
        u32::try_from(seconds / 60).ok().filter(|_| ends <= by)
    }

    /// The services on the way from one to the company's own customers, itself first; their number is its floor.
    pub fn line_of_sight(&self, id: ServiceId) -> Vec<Ref<'a, ServiceId>> {
        let line = self.outlook().sight.line(id).unwrap_or_default();
        line.into_iter().map(|station| self.reference(station)).collect()
    }

    /// Whether any service meets the company's own customers.
    pub fn has_customers(&self) -> bool {
        self.outlook().has_customers
    }

    /// The services by their distance from the customer, front desks first, each floor by id.
    pub fn floors(&self) -> Vec<Vec<ServiceId>> {
        self.outlook().sight.floors()
    }
}
