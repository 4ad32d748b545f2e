//! The moments at which chains have the least time to spare: what a picture of them should show.

use chrono::{DateTime, TimeDelta, Utc};
use rayon::prelude::*;

use super::answer::course;
use super::chain::{Chain, chain, main_standard};
use super::clocks::{Clock, Clocks};
use super::moments::{Moment, Shown, Watcher, ends, visit};
use super::parts::Parts;
use super::plan::{Plan, Plans};
use super::quarters::Window;
use super::spare::least_spare;
use super::tables::{Due, NEVER, Tables};
use crate::model::Catalog;

/// How far apart the moments are of a service that may be asked at any hour and promises no resolution.
const STEP: TimeDelta = TimeDelta::hours(6);

/// By service, for its main promise: the moment between two instants at which the end of the chain comes
/// closest to the promised end, by the clock of the promise; the first of equal ones. The moments are those
/// of the forecast. Where no resolution is promised, it is the first one at which the chain has an end.
/// `None` for services that wait for nobody, when a dependency promises no time or never answers, and when
/// the service does not open.
pub fn tightest_moments(
    catalog: &Catalog,
    clocks: &Clocks<'_>,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
) -> Vec<Option<DateTime<Utc>>> {
    let mut plans = Plans::default();
    let mut planned: Vec<(usize, usize)> = Vec::new();
    let mut moments = vec![None; catalog.services().len()];
    for (id, service) in catalog.services().filter(|(_, service)| service.is_offered()) {
        if !service.depends_on.iter().any(|dependency| dependency.blocking) {
            continue;
        }
        let chain = main_standard(service).map(|standard| chain(catalog, id, standard));
        let Some(chain) = chain.filter(Chain::is_promised) else { continue };
        match (plans.plan(catalog, &chain), moments.get_mut(id.index())) {
            (Some(plan), _) => planned.push((id.index(), plan)),
            (None, Some(moment)) => *moment = first_told(catalog, clocks, &chain, (from, to)),
            (None, None) => {}
        }
    }
    let windows = Window::between(from, to);
    let parts = Parts::of(&plans);
    let of_parts = least(&plans, parts.all(), clocks, &windows);
    let known = |plan| {
        let known: Option<Vec<(i64, i64)>> = parts.known(plan, &of_parts)?.map(Least::known).collect();
        known?.into_iter().min().map(|(_, asked)| asked)
    };
    let mut asked: Vec<Option<i64>> = (0..plans.all().len()).map(known).collect();
    let whole: Vec<usize> = (0..asked.len()).filter(|plan| asked[*plan].is_none()).collect();
    let rest = plans.only(&whole);
    for (plan, least) in whole.iter().zip(least(&rest, rest.all(), clocks, &windows)) {
        asked[*plan] = least.asked.map(|(_, asked)| asked);
    }
    for (service, plan) in planned {
        if let (Some(moment), Some(asked)) = (moments.get_mut(service), asked.get(plan).copied().flatten()) {
            *moment = DateTime::from_timestamp(asked, 0);
        }
    }
    moments
}

/// The least time to spare of some plans, whose routes and limits are those of a planner.
fn least(plans: &Plans, some: &[Plan], clocks: &Clocks<'_>, windows: &[Window]) -> Vec<Least> {
    let mut all: Vec<Least> = some.iter().map(|_| Least::default()).collect();
    let askings = plans.askings();
    for window in windows.iter().filter(|_| !some.is_empty()) {
        let tables = plans.tables(*window, clocks, &askings);
        some.par_iter().zip(&mut all).for_each(|(plan, least)| {
            least.promised = None;
            least.spare = least_spare(plan, &tables);
            visit(plan, &tables, Shown::All, least);
            least.spare = Vec::new();
        });
    }
    all
}

/// The least time to spare so far.
#[derive(Debug, Default)]
struct Least {
    /// How much it is, in seconds, and when it was asked.
    asked: Option<(i64, i64)>,
    /// Whether at some moment there was no end: then nothing is to be said of it, whatever other answers say.
    is_partly_unknown: bool,
    /// How much there is at least from each quarter-hour of the window until the next, where that is known.
    spare: Vec<i64>,
    /// The answers of the last moment and the promise for it: with the same answers, only an earlier promise
    /// leaves less.
    promised: Option<(Due, Due)>,
}

impl Least {
    /// What is at least left of the time of the promise when all is done after such answers. Work in minutes by the
    /// clock of the promise takes as much of it whenever it is done: most moments are told apart by that, without
    /// looking for the end of the work.
    fn at_least(plan: &Plan, tables: &Tables<'_>, promised: Due, answered: Due) -> Option<i64> {
        let clock = plan.promise.clock;
        let work = plan.work.filter(|work| work.clock == clock)?.time.minutes_alone()?;
        let left = tables.run_before(clock, promised) - tables.run_before(clock, answered);
        Some(left - i64::from(work) * 60)
    }

    /// How much it is, and when it was asked, if each moment had its end. Where a promise is late, not every end was
    /// looked at.
    fn known(&self) -> Option<(i64, i64)> {
        self.asked.filter(|(spare, _)| *spare >= 0 && !self.is_partly_unknown)
    }

    fn is_no_less(&self, spare: Option<i64>) -> bool {
        self.asked.zip(spare).is_some_and(|((least, _), spare)| spare >= least)
    }
}

impl Watcher for Least {
    fn passes(&self, place: usize) -> bool {
        self.is_no_less(self.spare.get(place).copied())
    }

    fn look(&mut self, plan: &Plan, tables: &Tables<'_>, moment: Moment) {
        let answered = moment.answered;
        let known = self.promised.is_some_and(|(before, promised)| before == answered && promised <= moment.promised);
        self.is_partly_unknown |= answered == NEVER;
        if answered == NEVER || known {
            return;
        }
        self.promised = Some((answered, moment.promised));
        if self.is_no_less(Self::at_least(plan, tables, moment.promised, answered)) {
            return;
        }
        let before = |at| tables.run_before(plan.promise.clock, at);
        let ends = moment.ends(plan, tables);
        self.is_partly_unknown |= ends == NEVER;
        let spare = before(moment.promised) - before(ends);
        if ends != NEVER && self.asked.is_none_or(|(least, _)| spare < least) {
            self.asked = tables.instant(moment.asked).map(|asked| (spare, asked));
        }
    }

    fn doubts(&mut self, plan: &Plan, tables: &Tables<'_>, from: Moment, answered: Due) -> bool {
        if from.answered == NEVER || self.is_no_less(Self::at_least(plan, tables, from.promised, answered)) {
            return false;
        }
        let before = |at| tables.run_before(plan.promise.clock, at);
        let ends = ends(plan, tables, answered);
        ends == NEVER || !self.is_no_less(Some(before(from.promised) - before(ends)))
    }
}

/// The first moment at which a chain without a promised end has an end.
fn first_told(
    catalog: &Catalog,
    clocks: &Clocks<'_>,
    chain: &Chain<'_>,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
) -> Option<DateTime<Utc>> {
    let service = catalog.service(chain.service);
    let told = |asked: &DateTime<Utc>| course(catalog, clocks, chain, *asked).ends.is_some();
    match Clock::of(service, chain.standard) {
        Some(clock @ Clock::Hours(calendar)) => {
            let openings = clocks.spans(calendar).openings().filter(|at| *at > from).take_while(|at| *at <= to);
            clocks.starts(clock, from).filter(|at| *at <= to).into_iter().chain(openings).find(told)
        }
        Some(Clock::Always) | None => {
            let steps = std::iter::successors(Some(from), |at| at.checked_add_signed(STEP));
            steps.take_while(|at| *at <= to).find(told)
        }
    }
}
