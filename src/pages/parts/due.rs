//! What is due, in the order of the dates: one line for one duty, although several services may ask for it.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::Serialize;

use crate::clock::{Every, Occurrence};
use crate::publish::Date;
use crate::site::deadline::{self, NextView};
use crate::site::phrase::{Link, Phrase};
use crate::site::reader::Reader;

/// How far ahead dates are looked for at first, and are in sight.
pub(crate) const MONTH: TimeDelta = TimeDelta::days(31);

/// So many services are named for one duty; the calendar file has all.
const MOST_SERVICES: usize = 8;

/// Something that is due.
#[derive(Debug, Serialize)]
pub struct DueView<'a> {
    /// When; for what comes each week, the next time.
    pub when: NextView,
    /// That it comes each week, or the date that the rule names, where a day off has moved it.
    pub note: Option<String>,
    /// What.
    pub what: Phrase<'a>,
    /// To whom.
    pub to: Vec<Link<'a>>,
    /// What happens otherwise.
    pub why: Vec<Phrase<'a>>,
}

/// One time at which something is due, and all who say so.
#[derive(Debug)]
pub(crate) struct Due<'a> {
    pub(crate) at: &'a Occurrence,
    /// All that were looked at, and the places of those who say so: a date falls often, and one duty may be asked for
    /// by thousands of services.
    all: Rc<[Date<'a>]>,
    places: Vec<u32>,
}

impl<'a> Due<'a> {
    /// All times until then, in order; what comes each week falls once on each of its days.
    pub(crate) fn until(until: DateTime<Utc>, dates: impl Iterator<Item = Date<'a>>, reader: Reader<'a>) -> Vec<Self> {
        let looked_at: Rc<[Date<'a>]> = dates.collect();
        let date = |place: u32| &looked_at[place as usize];
        let mut falls: Vec<(&'a Occurrence, u32)> = Vec::new();
        for (place, date) in (0..).zip(looked_at.iter()) {
            let most = if is_weekly(date) { date.rule.days().len() } else { usize::MAX };
            let ahead = date.occurrences.iter().take(most).take_while(|next| next.at < until);
            falls.extend(ahead.map(|next| (next, place)));
        }
        // What a service tells of a duty that somebody has to it is no second line.
        let duties: HashSet<_> = (falls.iter().map(|(next, place)| (next, date(*place))))
            .filter(|(_, date)| date.is_brought)
            .map(|(next, date)| (date.service, next.at))
            .collect();
        falls.retain(|(next, place)| {
            let date = date(*place);
            date.is_brought || !duties.contains(&(date.service, next.at))
        });
        falls.sort_by_key(|(next, place)| (next.at, date(*place).service, date(*place).place));
        let mut all: Vec<Self> = Vec::new();
        let mut known: HashMap<(NaiveDate, bool, String), usize> = HashMap::new();
        for (at, place) in falls {
            let date = date(place);
            let duty = (at.date, date.is_brought, date.what.str(reader.locale()).to_lowercase());
            match known.get(&duty).and_then(|due| all.get_mut(*due)) {
                Some(due) => due.places.push(place),
                None => {
                    known.insert(duty, all.len());
                    all.push(Self { at, all: Rc::clone(&looked_at), places: vec![place] });
                }
            }
        }
        all
    }

    /// The next ones, so many of them. Most fall within a month: the rest of the year is looked at where they do not.
    pub(crate) fn next<D: Iterator<Item = Date<'a>>>(
        most: usize,
        dates: impl Fn() -> D,
        reader: Reader<'a>,
    ) -> Vec<Self> {
        let soon = reader.published().now.checked_add_signed(MONTH).unwrap_or(DateTime::<Utc>::MAX_UTC);
        let mut next = Self::until(soon, dates(), reader);
        if next.len() < most {
            next = Self::until(DateTime::<Utc>::MAX_UTC, dates(), reader);
        }
        next.truncate(most);
        next
    }

    /// Those who say so.
    fn dates(&self) -> impl Iterator<Item = &Date<'a>> {
        self.places.iter().filter_map(|place| self.all.get(*place as usize))
    }

    /// True for what somebody has to do, false for what is good to know.
    pub(crate) fn is_duty(&self) -> bool {
        self.dates().any(|date| date.is_brought)
    }

    /// The same in words.
    pub(crate) fn view(&self, reader: Reader<'a>) -> Option<DueView<'a>> {
        let words = reader.words();
        let first = self.dates().next()?;
        let moved = || {
            let named = words.date_short(self.at.named);
            (self.at.named != self.at.date).then(|| words.format("deadline.instead_of", &[("date", &named)]))
        };
        let weekly = || words.text("deadline.weekly").into_owned();
        let mut services: Vec<_> = self.dates().map(|date| date.service).collect();
        services.dedup();
        let hidden = services.len().saturating_sub(MOST_SERVICES);
        services.truncate(MOST_SERVICES);
        let more = || Link::nowhere(Phrase::own(words.plural("count.more", hidden as u64, &[])));
        let mut why: Vec<Phrase<'a>> = Vec::new();
        let told = self.dates().filter(|date| services.contains(&date.service));
        for reason in told.filter_map(|date| reader.maybe(date.why)) {
            if !why.contains(&reason) {
                why.push(reason);
            }
        }
        Some(DueView {
            when: deadline::moment(first.due(self.at), |date| words.date_short(date), words),
            note: if is_weekly(first) { Some(weekly()) } else { moved() },
            what: reader.phrase(first.what),
            to: services.into_iter().map(|service| reader.service(service)).chain((hidden > 0).then(more)).collect(),
            why,
        })
    }
}

fn is_weekly(date: &Date<'_>) -> bool {
    date.rule.every() == Every::Week
}
