//! The moments of a window at which a plan may be asked, and what follows from each.

use super::plan::Plan;
use super::tables::{Due, NEVER, Tables};

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
        plan.work.map_or(self.answered, |work| tables.add(work, self.answered))
    }
}

/// Looks at the moments in order, and says how many there are. With `doubtful` those quarter-hours are left
/// out at which the plan is known to be in time. Left out, too, is what is promised for never.
pub(super) fn visit(plan: &Plan, tables: &Tables<'_>, doubtful: bool, mut look: impl FnMut(Moment)) -> usize {
    let Some(asking) = tables.asking(plan.promise.clock) else { return 0 };
    let limit = plan.limit.filter(|_| doubtful).map(|limit| tables.limit(limit));
    let rows: Vec<&[Due]> = plan.routes.iter().map(|route| tables.route(*route)).collect();
    let promised = tables.route(plan.promised);
    let mut look = |moment: Moment| {
        if moment.promised != NEVER {
            look(moment);
        }
    };
    let mut openings = asking.openings.iter().enumerate().peekable();
    let opened: Vec<&[Due]> = plan.routes.iter().map(|route| tables.opened(asking, *route)).collect();
    let opened_promised = tables.opened(asking, plan.promised);
    // An opening between two quarter-hours.
    let between = |(place, at): (usize, &i64)| {
        let asked = tables.due(Some(*at));
        let answered = opened.iter().filter_map(|row| row.get(place)).copied().fold(asked, Due::max);
        Moment { asked, answered, promised: opened_promised.get(place).copied().unwrap_or(NEVER) }
    };
    let mut count = asking.openings.len();
    for quarters in &asking.quarters {
        count += quarters.len();
        let within = |row: &&[Due], limit: &[Due]| {
            let (due, limit) = (row.get(quarters.clone()), limit.get(quarters.clone()));
            // Without a branch, so that many are compared at once.
            due.zip(limit).is_some_and(|(due, limit)| {
                due.iter().zip(limit).fold(true, |holds, (due, limit)| holds & (due <= limit))
            })
        };
        if !rows.is_empty() && limit.is_some_and(|limit| rows.iter().all(|row| within(row, limit))) {
            continue;
        }
        for place in quarters.clone() {
            let at = tables.window.at(place);
            while let Some(opening) = openings.next_if(|(_, opening)| **opening < at) {
                look(between(opening));
            }
            // Without dependencies the work begins when the clock starts, which is when it is asked.
            let asked = tables.due(Some(at));
            let answered = rows.iter().filter_map(|row| row.get(place)).copied().fold(asked, Due::max);
            if limit.is_none_or(|limit| limit.get(place).is_some_and(|limit| answered > *limit)) {
                look(Moment { asked, answered, promised: promised.get(place).copied().unwrap_or(NEVER) });
            }
        }
    }
    openings.for_each(|opening| look(between(opening)));
    count
}
