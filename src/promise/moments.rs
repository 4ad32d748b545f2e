//! The moments of a window at which a plan may be asked, and what follows from each.
//!
//! Every minute counts, but hardly any is looked at by itself. Due times never fall when one asks later: what is
//! answered at the end of a quarter-hour within what is promised at its beginning is in time throughout. Where that
//! leaves a doubt but the end and the promise move evenly, nothing in between is worse than both its ends. Only where
//! neither holds is the minute in the middle worked out, and then each half is asked the same.

use super::besides::Beside;
use super::plan::Plan;
use super::tables::{Due, NEVER, Tables};

/// Seconds of a minute: nobody asks between two.
const MINUTE: usize = 60;

/// Which moments are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// Those at which the plan is not known to be in time.
    Doubtful,
    /// All.
    All,
    /// All, and those that matter to the same promise for a later day.
    Longer,
}

/// A moment at which a promise may be asked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Moment {
    /// The moment.
    pub(super) asked: Due,
    /// When the dependencies have answered.
    pub(super) answered: Due,
    /// When the promise is due.
    pub(super) promised: Due,
}

impl Moment {
    /// When all is done.
    pub(super) fn ends(&self, plan: &Plan, tables: &Tables<'_>) -> Due {
        ends(plan, tables, self.answered)
    }
}

/// When all is done after the dependencies' answers.
pub(super) fn ends(plan: &Plan, tables: &Tables<'_>, answered: Due) -> Due {
    plan.work.map_or(answered, |work| tables.add(work, answered))
}

/// Somebody who looks at the moments, in order.
pub(super) trait Watcher {
    /// Whether neither a quarter-hour of the window nor the minutes behind it matter.
    fn passes(&self, _place: usize) -> bool {
        false
    }

    /// Whether each quarter-hour and what is beside them matters, whatever `doubts` says.
    fn looks_at_all(&self) -> bool {
        false
    }

    /// Looks at a moment.
    fn look(&mut self, plan: &Plan, tables: &Tables<'_>, moment: Moment);

    /// Whether moments matter that are asked and promised no earlier than one is, and answered no later than at
    /// that instant.
    fn doubts(&mut self, plan: &Plan, tables: &Tables<'_>, from: Moment, answered: Due) -> bool;

    /// Whether what it asks for besides stands still between two moments or moves with the question.
    fn is_even(&self, _: &Plan, _: &Tables<'_>, _: (Moment, Moment)) -> bool {
        true
    }
}

/// Whether something stands still between two moments or moves with the question.
pub(super) fn is_even<T: Into<i64> + Copy>((early, late): (Moment, Moment), from: T, to: T) -> bool {
    let (from, to): (i64, i64) = (from.into(), to.into());
    to == from || to - from == i64::from(late.asked) - i64::from(early.asked)
}

/// How many quarter-hours of a window, and moments beside them, there are at which a plan may be asked.
pub(super) fn count(plan: &Plan, tables: &Tables<'_>) -> usize {
    let quarters = tables.asking(plan.promise.clock).map_or(&[][..], |asking| &asking.quarters);
    let besides = tables.besides(plan.promised).iter().filter(|beside| !beside.only_longer);
    quarters.iter().map(ExactSizeIterator::len).sum::<usize>() + besides.count()
}

/// Shows moments to somebody, in order. Left out is what is promised for never.
pub(super) fn visit(plan: &Plan, tables: &Tables<'_>, shown: Shown, watcher: &mut impl Watcher) {
    let Some(asking) = tables.asking(plan.promise.clock) else { return };
    let limit = plan.limit.filter(|_| shown == Shown::Doubtful).map(|limit| tables.limit(limit));
    let rows: Vec<&[Due]> = plan.routes.iter().map(|route| tables.route(*route)).collect();
    let mut visit = Visit { plan, tables, rows: &rows, watcher, due: Vec::new() };
    let besides = tables.besides(plan.promised).iter();
    let mut besides = besides.filter(|beside| shown == Shown::Longer || !beside.only_longer).peekable();
    for quarters in &asking.quarters {
        // At its closing the clock leaps over a night or more: the last quarter-hour is looked at by itself.
        let Some(last) = quarters.clone().next_back() else { continue };
        // Each answer against the limit of the quarter-hour before, without a branch: many are compared at once.
        let within = |row: &&[Due], limit: &[Due]| {
            let (due, limit) = (row.get(quarters.start + 1..=last), limit.get(quarters.start..last));
            due.zip(limit).is_some_and(|(due, limit)| {
                due.iter().zip(limit).fold(true, |holds, (due, limit)| holds & (due <= limit))
            })
        };
        let holds = !rows.is_empty() && limit.is_some_and(|limit| rows.iter().all(|row| within(row, limit)));
        for place in if holds { last } else { quarters.start }..quarters.end {
            while let Some(beside) = besides.next_if(|beside| beside.asked < tables.window.at(place)) {
                visit.beside(*beside);
            }
            let limit = limit.map(|limit| limit.get(place).copied().unwrap_or(0));
            visit.quarter(place, limit, place == last);
        }
    }
    besides.for_each(|beside| visit.beside(*beside));
}

struct Visit<'v, 't, W> {
    plan: &'v Plan,
    tables: &'v Tables<'t>,
    /// The due times of the dependencies.
    rows: &'v [&'v [Due]],
    watcher: &'v mut W,
    /// Room for the due times of a moment that is worked out by itself.
    due: Vec<Due>,
}

impl<W: Watcher> Visit<'_, '_, W> {
    fn look(&mut self, moment: Moment) {
        if moment.promised != NEVER {
            self.watcher.look(self.plan, self.tables, moment);
        }
    }

    /// A quarter-hour, and the minutes behind it; `is_last` where the clock stands still at the next one.
    fn quarter(&mut self, place: usize, limit: Option<Due>, is_last: bool) {
        if self.watcher.passes(place) {
            return;
        }
        let from = self.at_quarter(place);
        if limit.is_none_or(|limit| from.answered > limit) {
            self.look(from);
        }
        let next = self.at_quarter(place + 1);
        if limit.is_none_or(|limit| next.answered > limit) {
            self.between(from, next, is_last);
        }
    }

    /// A quarter-hour as the rows tell it, or the one behind the window.
    fn at_quarter(&mut self, place: usize) -> Moment {
        let at = self.tables.window.at(place);
        let Some(promised) = self.tables.route(self.plan.promised).get(place) else { return self.moment(at) };
        // Without dependencies the work begins when the clock starts, which is when it is asked.
        let asked = self.tables.due(Some(at));
        let answered = self.rows.iter().filter_map(|row| row.get(place)).copied().fold(asked, Due::max);
        Moment { asked, answered, promised: *promised }
    }

    /// An opening between two quarter-hours, and the minutes behind it; or a moment while it is closed.
    fn beside(&mut self, beside: Beside) {
        let Beside { asked, starts, promised, .. } = beside;
        let begun = self.tables.due(Some(starts));
        // Who asks then is answered no later than at the next quarter-hour: mostly nothing else has to be worked out.
        let next = match self.tables.window.place(starts) {
            place if self.tables.window.at(place) < starts => self.moment(starts),
            place => self.at_quarter(place),
        };
        let due = |at| self.tables.due(at);
        let from = Moment { asked: due(Some(asked)), answered: begun, promised: due(promised) };
        if self.watcher.looks_at_all() || self.doubts(from, next) {
            let from = Moment { answered: self.answered(begun), ..from };
            self.look(from);
            if asked == starts {
                self.between(from, next, true);
            }
        }
    }

    /// The minutes between a moment and the next quarter-hour.
    fn between(&mut self, from: Moment, next: Moment, is_last: bool) {
        if !self.doubts(from, next) {
            return;
        }
        let (Some(begin), Some(end)) = (self.tables.instant(from.asked), self.tables.instant(next.asked)) else {
            return;
        };
        // Whoever comes after a break is asked for by itself, from the opening on.
        let end = match is_last || self.tables.has_short_breaks {
            true => self.tables.clocks.runs_until(self.plan.promise.clock, begin, end),
            false => end,
        };
        let minutes: Vec<i64> = (begin..end).step_by(MINUTE).skip(1).collect();
        match minutes.split_last() {
            // Nobody asks at the quarter-hour any more.
            Some((last, minutes)) if is_last => {
                let last = self.moment(*last);
                self.narrow(from, last, minutes);
                self.look(last);
            }
            _ => self.narrow(from, next, &minutes),
        }
    }

    /// Looks at those of the minutes between two moments that matter, in order: the one in the middle, and the halves
    /// that leave a doubt.
    fn narrow(&mut self, from: Moment, to: Moment, minutes: &[i64]) {
        let (before, rest) = minutes.split_at(minutes.len() / 2);
        let Some((middle, after)) = rest.split_first() else { return };
        if !self.doubts(from, to) {
            return;
        }
        if self.is_even(from, to) {
            // What becomes late on the way is so from a minute on, and most at the last one; the next quarter-hour is
            // counted by itself.
            if !self.is_late(from) && self.is_late(to) {
                let late = minutes.partition_point(|at| {
                    let moment = self.moment(*at);
                    !self.is_late(moment)
                });
                for at in minutes.get(late).into_iter().chain(minutes.last()) {
                    let moment = self.moment(*at);
                    self.look(moment);
                }
            }
            return;
        }
        let middle = self.moment(*middle);
        self.narrow(from, middle, before);
        self.look(middle);
        self.narrow(middle, to, after);
    }

    fn is_late(&self, moment: Moment) -> bool {
        moment.ends(self.plan, self.tables) > moment.promised
    }

    fn doubts(&mut self, from: Moment, to: Moment) -> bool {
        from.promised != NEVER && self.watcher.doubts(self.plan, self.tables, from, to.answered)
    }

    /// Whether the end and what is promised each stand still between two moments or move with the question, also as
    /// the clock of the promise counts. A break shorter than a quarter-hour could look like the latter.
    fn is_even(&self, early: Moment, late: Moment) -> bool {
        if self.tables.has_short_breaks {
            return false;
        }
        let (from, to) = (early.ends(self.plan, self.tables), late.ends(self.plan, self.tables));
        let run = |at: Due| self.tables.run_before(self.plan.promise.clock, at);
        is_even((early, late), from, to)
            && is_even((early, late), early.promised, late.promised)
            && is_even((early, late), run(from), run(to))
            && self.watcher.is_even(self.plan, self.tables, (early, late))
    }

    /// Any moment, worked out by itself, as if the clock ran.
    fn moment(&mut self, at: i64) -> Moment {
        let asked = self.tables.due(Some(at));
        Moment { asked, answered: self.answered(asked), promised: self.tables.add(self.plan.promise, asked) }
    }

    /// When the dependencies have answered that are asked when the clock starts.
    fn answered(&mut self, starts: Due) -> Due {
        self.tables.answered(&self.plan.routes, starts, &mut self.due)
    }
}
