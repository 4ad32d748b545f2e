//! Dates to keep.

use std::collections::HashMap;

use crate::checks::check::{Subject, check};
use crate::clock::{Deadline, DueDay, Every};
use crate::diagnostic::{Diagnostics, Span};
use crate::model::Service;

check! {
    /// Ensures that no service still names a date that has passed and does not come again.
    PAST_DEADLINE: Warning "past-deadline" => past_deadline
}

fn past_deadline(subject: &Subject<'_>, found: &mut Diagnostics) {
    for (_, deadline, span) in deadlines(subject) {
        let dates = deadline.days().iter().map(|day| if let DueDay::Date(date) = day { Some(*date) } else { None });
        // Of several dates, the last one.
        if let Some(date) = dates.max().flatten()
            && date < subject.today
        {
            found.push(
                PAST_DEADLINE
                    .at(span, format!("this deadline passed on {date}"))
                    .why("readers cannot tell what holds now")
                    .help("write the next date, or delete it; `every: year` with `on: 12-15` comes again by itself"),
            );
        }
    }
}

check! {
    /// Ensures that every deadline falls on some day. `working-day 30` of a month never comes, and
    /// what is due then is never due.
    IMPOSSIBLE_DEADLINE: Error "impossible-deadline" => impossible_deadline
}

fn impossible_deadline(subject: &Subject<'_>, found: &mut Diagnostics) {
    let mut known = HashMap::new();
    for (service, deadline, span) in deadlines(subject) {
        for day in deadline.days() {
            // All other days are in every calendar.
            let (DueDay::WorkingDay(number), Some(calendar)) = (day, service.calendar) else { continue };
            let deadline = deadline.on(*day);
            let period = period(&deadline);
            let comes = *known.entry((calendar, deadline)).or_insert_with_key(|(calendar, deadline)| {
                deadline.next(subject.now, subject.catalog.calendar(*calendar)).is_some()
            });
            if !comes {
                found.push(
                    IMPOSSIBLE_DEADLINE
                        .at(span, format!("no {period} has {number} working days, so this deadline never comes"))
                        .why("what is due then would never be due")
                        .help("write a smaller number, or `last-working-day`"),
                );
            }
        }
    }
}

fn period(deadline: &Deadline) -> &'static str {
    match deadline.every() {
        Every::Week => "week",
        Every::TwoWeeks => "fortnight",
        Every::Month => "month",
        Every::Quarter => "quarter",
        Every::Year => "year",
        Every::Once => "time",
    }
}

/// All deadlines of services on offer, with the place of their day.
fn deadlines<'a>(subject: &Subject<'a>) -> impl Iterator<Item = (&'a Service, &'a Deadline, Span)> {
    let offered = subject.catalog.services().filter(|(_, service)| service.is_offered());
    offered.flat_map(|(_, service)| {
        let own = service.deadlines.iter().map(|named| (&named.deadline, named.span));
        let provided =
            service.you_provide.iter().filter_map(|provision| Some((provision.deadline.as_ref()?, provision.span)));
        own.chain(provided).map(move |(deadline, span)| (service, deadline, span))
    })
}
