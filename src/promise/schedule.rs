//! When each step of a journey is begun, asked for or ready, for a date of day 1.
//!
//! A step is never begun before the phase that its `when` names (without a `when`: that of the step above), nor
//! before all that it comes `after` are done. Then one of three things holds:
//!
//! - **Its phase has room.** It is begun at the latest moment that keeps the phase and every step after it.
//! - **Its service must be asked ahead.** The promise is longer than the phase, but somebody can ask so early that
//!   the step is done within it all the same.
//! - **There is no room.** It is begun as soon as it may be, and what counts is when it is ready; unless its own work
//!   alone is what has no room: then its service is still asked ahead, so that the work waits for nothing else.
//!
//! Nothing is done before day 1 of a journey that nobody sees coming: one that has no step before it and is not
//! the way into the company.

use chrono::{DateTime, NaiveDate, Utc};

use super::clocks::Clocks;
use super::journey::{TimedStep, steps};
use super::phase::Phase;
use super::workdays::Workdays;
use crate::model::{Catalog, Journey};

/// What a step's date says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tells {
    /// The latest day to start it.
    StartBy,
    /// The latest day to ask its service, which is before its phase.
    AskBy,
    /// The day on which it is ready when it is begun as soon as it may be.
    ReadyBy,
    /// The earliest day to start it, where nothing presses.
    StartFrom,
}

/// Whether a step's phase has room for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Room {
    /// It can be begun and done within its phase.
    Enough,
    /// It is done within its phase when its service is asked before.
    Ahead,
    /// It is done only after its phase.
    Over,
}

/// When a step of a journey is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlannedStep {
    /// What its date says.
    pub tells: Tells,
    /// Its date, as an instant of it; `None` when it lies before the horizon, or cannot be worked out.
    pub at: Option<DateTime<Utc>>,
    /// When it is done.
    pub done: Option<DateTime<Utc>>,
    /// Whether its phase has room for it; `None` when that cannot be worked out.
    pub room: Option<Room>,
}

/// A journey made ready to be planned for many dates of day 1.
#[derive(Debug)]
pub struct Planner<'a> {
    clocks: &'a Clocks<'a>,
    workdays: &'a Workdays,
    steps: Vec<TimedStep<'a>>,
    /// Whether day 1 is known before it comes.
    foreseen: bool,
    /// When a step may be begun.
    moments: Vec<DateTime<Utc>>,
}

/// The earliest that a step can be.
#[derive(Clone, Copy, Debug)]
struct Early {
    phase: Phase,
    /// When its service may be asked; `None` when as early as one likes.
    asked: Option<DateTime<Utc>>,
    /// When it may be begun; likewise.
    begun: Option<DateTime<Utc>>,
    /// When it is done; likewise.
    done: Option<DateTime<Utc>>,
    room: Option<Room>,
    /// Whether its service is asked ahead.
    ahead: bool,
}

/// The latest that a step may be.
#[derive(Clone, Copy, Debug)]
struct Late {
    /// Whether it must be done by some time.
    pressed: bool,
    /// When it is asked for or begun.
    begun: Option<DateTime<Utc>>,
}

impl<'a> Planner<'a> {
    /// The journey's steps may be begun between two instants.
    pub fn new(
        catalog: &Catalog,
        clocks: &'a Clocks<'a>,
        workdays: &'a Workdays,
        journey: &'a Journey,
        (from, to): (DateTime<Utc>, DateTime<Utc>),
    ) -> Self {
        let before = journey.steps.iter().any(|step| step.when.is_some_and(|when| when.before));
        Self {
            clocks,
            workdays,
            steps: steps(catalog, journey),
            foreseen: journey.onboarding || before,
            moments: workdays.quarters(from, to).collect(),
        }
    }

    /// When each step is begun, asked for or ready, given the date of day 1.
    pub fn plan(&self, day_one: NaiveDate) -> Vec<PlannedStep> {
        let earliest = self.earliest(day_one, |early, _| early, |before| before.done);
        let latest = self.latest(&earliest);
        let mut plan: Vec<PlannedStep> = Vec::with_capacity(self.steps.len());
        for ((step, early), late) in self.steps.iter().zip(&earliest).zip(latest) {
            let planned = |tells, at, done| PlannedStep { tells, at, done, room: early.room };
            plan.push(match early.room {
                _ if early.ahead => {
                    let done = late.begun.and_then(|asked| self.ahead(step, Some(asked), early.begun));
                    planned(Tells::AskBy, late.begun, done)
                }
                Some(Room::Over) => planned(Tells::ReadyBy, early.done, early.done),
                _ if late.pressed => {
                    planned(Tells::StartBy, late.begun, late.begun.and_then(|begun| self.end(step, begun)))
                }
                _ => {
                    let before = step.step.after.iter().filter_map(|before| plan.get(*before)?.done).max();
                    let before = before.and_then(|at| self.workdays.opening(at));
                    let begin = early.begun.max(before).or_else(|| self.workdays.start_of(day_one));
                    planned(Tells::StartFrom, begin, begin.and_then(|begin| self.end(step, begin)))
                }
            });
        }
        plan
    }

    /// Whether the phase of each step has room for it when those before it that have none take no time, and when
    /// it waits for none. What is done by the next opening counts as done by the close.
    pub fn rooms(&self, day_one: NaiveDate) -> impl Iterator<Item = (Option<Room>, Option<Room>)> {
        let by_next_opening = |mut early: Early, step: &TimedStep<'_>| {
            early.room = early.room.map(|room| if self.by_next_opening(step, &early) { Room::Enough } else { room });
            early
        };
        let kept = |before: &Early| if before.room == Some(Room::Over) { before.begun } else { before.done };
        let kept = self.earliest(day_one, by_next_opening, kept);
        let alone = self.earliest(day_one, by_next_opening, |_| None);
        kept.into_iter().zip(alone).map(|(kept, alone)| (kept.room, alone.room))
    }

    /// Whether no working time lies between the end of a step's phase and the moment at which it is done.
    fn by_next_opening(&self, step: &TimedStep<'_>, early: &Early) -> bool {
        let (Some(end), Some(begun), Some(promise)) = (early.phase.end, early.begun, step.promise) else {
            return false;
        };
        let answered = self.clocks.add(promise.clock, begun, promise.time);
        self.worked(step, begun).is_some_and(|worked| worked <= end)
            && answered.is_some_and(|answered| self.clocks.running(promise.clock, end, answered) == 0)
    }

    /// The earliest of all steps, seen in some way, where each waits until those before it count as done.
    fn earliest(
        &self,
        day_one: NaiveDate,
        seen: impl Fn(Early, &TimedStep<'_>) -> Early,
        done: impl Fn(&Early) -> Option<DateTime<Utc>>,
    ) -> Vec<Early> {
        let floor = (!self.foreseen).then(|| self.workdays.begin_of(day_one, day_one));
        let mut all: Vec<Early> = Vec::with_capacity(self.steps.len());
        let mut phase = Phase::default();
        for step in &self.steps {
            phase = Phase::of(step.step.when, phase, day_one, self.workdays);
            let before = step.step.after.iter().filter_map(|before| done(all.get(*before)?)).max();
            let before = before.map(|done| self.next(done, phase));
            all.push(seen(self.early(step, phase, floor.max(before)), step));
        }
        all
    }

    /// The next moment at which somebody goes on: when the company opens, or at once where the phase would be
    /// over by then.
    fn next(&self, done: DateTime<Utc>, phase: Phase) -> DateTime<Utc> {
        let opening = self.workdays.opening(done).unwrap_or(done);
        if phase.end.is_some_and(|end| end < opening) { done } else { opening }
    }

    fn early(&self, step: &TimedStep<'_>, phase: Phase, asked: Option<DateTime<Utc>>) -> Early {
        let begun = asked.max(phase.begin);
        let early = |room, done, ahead| Early { phase, asked, begun, done, room, ahead };
        let Some(begin) = begun else { return early(Some(Room::Enough), None, false) };
        let (Some(done), Some(worked)) = (self.end(step, begin), self.worked(step, begin)) else {
            return early(None, None, false);
        };
        let Some(end) = phase.end.filter(|end| *end < done) else {
            return early(Some(Room::Enough), Some(done), false);
        };
        let room = |done| if done <= end { Room::Ahead } else { Room::Over };
        match step.promise.and_then(|_| self.ahead(step, asked, begun)) {
            Some(ahead) if ahead < done && ahead <= end.max(worked) => early(Some(room(ahead)), Some(ahead), true),
            _ => early(Some(Room::Over), Some(done), false),
        }
    }

    /// When each step is begun or asked for so late that its phase and all that come after it are kept.
    fn latest(&self, earliest: &[Early]) -> Vec<Late> {
        let mut done_by: Vec<Option<DateTime<Utc>>> = earliest.iter().map(|early| early.phase.end).collect();
        let mut all: Vec<Late> = Vec::with_capacity(earliest.len());
        for (place, (step, early)) in self.steps.iter().zip(earliest).enumerate().rev() {
            let by = done_by.get(place).copied().flatten();
            // Where its own work has no room, it is asked so that the answer is there when that is done.
            let by = if early.ahead { by.max(early.begun.and_then(|begun| self.worked(step, begun))) } else { by };
            let begun = self.begun(step, early, by);
            all.push(Late { pressed: by.is_some(), begun });
            for before in &step.step.after {
                if let (Some(entry), Some(pressed)) = (done_by.get_mut(*before), begun.or(by)) {
                    *entry = Some(entry.map_or(pressed, |other| other.min(pressed)));
                }
            }
        }
        all.reverse();
        all
    }

    /// When a step is begun or asked for, to be done by an instant.
    fn begun(&self, step: &TimedStep<'_>, early: &Early, by: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
        let last = |done: &dyn Fn(DateTime<Utc>) -> Option<DateTime<Utc>>| {
            let by = by?;
            let later = self.moments.partition_point(|at| done(*at).is_some_and(|done| done <= by));
            self.moments.get(later.checked_sub(1)?).copied()
        };
        match early.room? {
            _ if early.ahead => last(&|at| self.answered(step, at)).max(early.asked),
            Room::Over | Room::Ahead => early.begun,
            Room::Enough if by.is_none() => None,
            Room::Enough => last(&|at| self.end(step, at)).max(early.begun),
        }
    }

    /// When a step is done whose service was asked ahead; `None` for "as early as one likes" asks so early that
    /// the answer is there.
    fn ahead(
        &self,
        step: &TimedStep<'_>,
        asked: Option<DateTime<Utc>>,
        begun: Option<DateTime<Utc>>,
    ) -> Option<DateTime<Utc>> {
        let own = self.worked(step, begun?)?;
        let Some(asked) = asked else { return Some(own) };
        Some(own.max(self.answered(step, asked)?))
    }

    /// When the service of a step has kept its promise.
    fn answered(&self, step: &TimedStep<'_>, asked: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let Some(promise) = step.promise else { return Some(asked) };
        self.clocks.add(promise.clock, asked, promise.time)
    }

    /// When a step's own work is done.
    fn worked(&self, step: &TimedStep<'_>, begun: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let Some(takes) = step.step.takes else { return Some(begun) };
        self.workdays.worked(begun, takes)
    }

    /// When a step is done: both times count from its beginning, so that the longer one decides.
    fn end(&self, step: &TimedStep<'_>, begun: DateTime<Utc>) -> Option<DateTime<Utc>> {
        Some(self.answered(step, begun)?.max(self.worked(step, begun)?))
    }
}
