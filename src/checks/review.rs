//! When entries were last read through.

use chrono::NaiveDate;

use crate::checks::check::{Subject, check};
use crate::diagnostic::wording::count;
use crate::diagnostic::{Diagnostics, Span, Spanned};
use crate::model::Interval;

check! {
    /// Ensures that services and articles are read through as often as `review_every` says. What
    /// nobody has looked at for long is often no longer true.
    OVERDUE_REVIEW: Warning "overdue-review" => overdue_review
}

fn overdue_review(subject: &Subject<'_>, found: &mut Diagnostics) {
    for entry in entries(subject) {
        let (Some(reviewed), Some(every)) = (entry.reviewed, entry.every) else { continue };
        let due = every.after(reviewed.value);
        if due < subject.today {
            let late = count((subject.today - due).num_days().unsigned_abs() as usize, "day");
            found.push(
                OVERDUE_REVIEW
                    .at(reviewed.span, format!("the review of the {} `{}` is {late} overdue", entry.noun, entry.slug))
                    .label(format!("was due on {due}"))
                    .why("what nobody has looked at for long is often no longer true")
                    .help("read it through, correct what has changed, and write today's date"),
            );
        }
    }
}

check! {
    /// Ensures that `reviewed` is not a date to come: nobody has read it through then, and the next
    /// review would be put off.
    REVIEWED_IN_THE_FUTURE: Warning "reviewed-in-the-future" => reviewed_in_the_future
}

fn reviewed_in_the_future(subject: &Subject<'_>, found: &mut Diagnostics) {
    for entry in entries(subject) {
        if let Some(reviewed) = entry.reviewed.filter(|reviewed| reviewed.value > subject.today) {
            found.push(
                REVIEWED_IN_THE_FUTURE
                    .at(reviewed.span, format!("the {} `{}` was reviewed on a day to come", entry.noun, entry.slug))
                    .why("readers trust the date, and the next review would be put off")
                    .help("write the day on which somebody last read it through"),
            );
        }
    }
}

check! {
    /// Ensures that services on offer and articles say when they were last read through, where the
    /// company or the entry has a `review_every`.
    NEVER_REVIEWED: Warning "never-reviewed" => never_reviewed, waits
}

fn never_reviewed(subject: &Subject<'_>, found: &mut Diagnostics) {
    for entry in entries(subject).filter(|entry| entry.reviewed.is_none() && entry.every.is_some()) {
        found.push(
            NEVER_REVIEWED
                .at(entry.span, format!("the {} `{}` does not say when it was last reviewed", entry.noun, entry.slug))
                .why("readers cannot tell whether it is still true, and nobody is reminded to look")
                .help(format!("read it through and add `reviewed: {}`", subject.today)),
        );
    }
}

/// Something that is to be read through.
struct Reviewed<'a> {
    noun: &'static str,
    slug: &'a str,
    span: Span,
    reviewed: Option<&'a Spanned<NaiveDate>>,
    every: Option<Interval>,
}

fn entries<'a>(subject: &Subject<'a>) -> impl Iterator<Item = Reviewed<'a>> {
    let catalog = subject.catalog;
    let services = catalog.services().filter(|(_, service)| service.is_offered()).map(|(_, service)| Reviewed {
        noun: "service",
        slug: &service.slug,
        span: service.span,
        reviewed: service.reviewed.as_ref(),
        every: service.review_every,
    });
    services.chain(catalog.articles().map(|(_, article)| Reviewed {
        noun: "article",
        slug: &article.slug,
        span: article.span,
        reviewed: article.reviewed.as_ref(),
        every: catalog.company.review_every,
    }))
}
