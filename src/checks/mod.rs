//! Third stage: what is wrong with a catalog that can be read. [`run`] asks every check of
//! [`CHECKS`] and hands out [`Checked`], the proof that a site may be made.
//!
//! A new check is a function in the file of its concern, declared there by `check!`, and a line in
//! the table below.

mod absence;
mod bare_links;
mod check;
mod completeness;
mod contact;
mod deadlines;
mod desks;
mod entries;
mod escalation;
mod figures;
mod headings;
mod hierarchy;
mod holidays;
mod html;
mod identity;
mod journeys;
mod kept;
mod late;
mod left_empty;
mod levels;
mod lifecycle;
mod links;
mod mention;
mod names;
mod near_links;
mod near_marks;
mod numbered_items;
mod opening;
mod oversized;
mod ownership;
mod plain_texts;
mod promise;
mod repeated;
mod review;
mod rota;
mod sight;
mod stand_ins;
mod standards;
mod texts;
mod time_words;
mod translation;
mod unused;
mod vague;

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Catalog;
pub use check::{Check, Subject};
pub(crate) use levels::give_weight;

/// All checks, by code.
pub const CHECKS: &[Check] = &[
    rota::ABSENT_ON_DUTY,
    names::AMBIGUOUS_NAME,
    absence::AWAY_WITHOUT_DEPUTY,
    promise::BLOCKING_CIRCLE,
    standards::CHANNEL_OUTSIDE_CLOCK,
    links::DEAD_HEADING,
    links::DEAD_LINK,
    hierarchy::DEPARTMENT_CIRCLE,
    lifecycle::DEPENDS_ON_RETIRED,
    absence::DEPUTY_AWAY,
    desks::DESK_BEHIND_CLOSED_DOORS,
    standards::DOUBTFUL_DURATION,
    figures::DOUBTFUL_FIGURE,
    headings::DUPLICATE_HEADING_ID,
    escalation::EARLY_ESCALATION,
    journeys::EMPTY_JOURNEY,
    left_empty::EMPTY_KEY,
    ownership::EMPTY_TEAM,
    unused::ENDED_ABSENCE,
    translation::EQUAL_TRANSLATION,
    escalation::ESCALATES_TO_ITSELF,
    identity::IDENTITY_NUMBER,
    deadlines::IMPOSSIBLE_DEADLINE,
    promise::IMPOSSIBLE_PROMISE,
    late::LATE_PROMISE,
    late::LATE_URGENCY,
    ownership::LEADERLESS_DEPARTMENT,
    ownership::LEADERLESS_TEAM,
    completeness::MISSING_ASKED_AS,
    contact::MISSING_HOURS,
    links::MISSING_PICTURE,
    completeness::MISSING_STANDARD,
    completeness::MISSING_SUMMARY,
    holidays::MISSING_TIME_ZONE,
    opening::NEVER_OPEN,
    review::NEVER_REVIEWED,
    sight::NO_LINE_OF_SIGHT,
    unused::ORPHAN_ARTICLE,
    review::OVERDUE_REVIEW,
    oversized::OVERSIZED_TEXT,
    ownership::OWN_DEPUTY,
    ownership::OWNERLESS_SERVICE,
    deadlines::PAST_DEADLINE,
    stand_ins::PLACEHOLDER,
    links::REFUSED_LINK,
    lifecycle::REPLACED_BUT_LIVE,
    standards::RESPONSE_AFTER_RESOLUTION,
    lifecycle::RETIRED_WITHOUT_REPLACEMENT,
    journeys::REVERSED_STEPS,
    review::REVIEWED_IN_THE_FUTURE,
    rota::ROTA_GAP,
    rota::ROTA_OUTSIDE_HOURS,
    lifecycle::SENDS_TO_ITSELF,
    lifecycle::SENDS_TO_RETIRED,
    plain_texts::SEVERAL_PHRASES,
    names::SHARED_ASKED_AS,
    html::SHOWN_HTML,
    plain_texts::SHOWN_MARKDOWN,
    plain_texts::SHOWN_QUOTES,
    levels::STALE_ALLOW,
    journeys::STEP_WITHOUT_TIME,
    hierarchy::TEAM_CIRCLE,
    promise::UNBACKED_PROMISE,
    standards::UNEXPLAINED_URGENCY,
    kept::UNKEPT_PROMISE,
    holidays::UNKNOWN_HOLIDAYS,
    levels::UNKNOWN_WARNING,
    unused::UNNAMED_PERSON,
    promise::UNPROMISED_DEPENDENCY,
    contact::UNREACHABLE_SERVICE,
    contact::UNREACHABLE_TEAM,
    completeness::UNSERVED_SERVICE,
    translation::UNSPOKEN_LANGUAGE,
    translation::UNTRANSLATED,
    completeness::UNUSED_AUDIENCE,
    completeness::UNUSED_PLACE,
    vague::VAGUE_PROMISE,
];

/// A catalog without errors. Only [`run`] makes one, so that nothing else can become a site.
#[derive(Debug)]
pub struct Checked(Catalog);

impl Checked {
    /// The catalog.
    pub fn catalog(&self) -> &Catalog {
        &self.0
    }

    /// The pictures that its Markdown shows and the files that it offers, as paths in the catalog, each once.
    pub fn files(&self) -> BTreeSet<&str> {
        links::files(&self.0)
    }
}

/// Asks all checks and gives the proof that a site may be made; `None` when something was found, by them or
/// before them, that is an error.
pub fn run(catalog: Catalog, spoken: &[&str], now: DateTime<Utc>, diagnostics: &mut Diagnostics) -> Option<Checked> {
    run_for(catalog, (spoken, now), &|_| true, diagnostics).0
}

/// The same for somebody who wants to be told a part of it, and how many findings that leaves out. They are left out
/// before the others are counted together.
pub(crate) fn run_for(
    catalog: Catalog,
    (spoken, now): (&[&str], DateTime<Utc>),
    is_asked_for: &dyn Fn(&Diagnostic) -> bool,
    diagnostics: &mut Diagnostics,
) -> (Option<Checked>, usize) {
    find(&catalog, spoken, now, diagnostics);
    let sound = !diagnostics.has_errors();
    let left_out = diagnostics.take(|finding| !is_asked_for(finding)).len();
    fold(&catalog, diagnostics);
    (sound.then_some(Checked(catalog)), left_out)
}

/// Asks all checks, given the languages that the interface speaks as BCP 47 tags, and sorts what was found by
/// them and before them.
pub fn ask(catalog: &Catalog, spoken: &[&str], now: DateTime<Utc>, diagnostics: &mut Diagnostics) {
    find(catalog, spoken, now, diagnostics);
    fold(catalog, diagnostics);
}

fn find(catalog: &Catalog, spoken: &[&str], now: DateTime<Utc>, diagnostics: &mut Diagnostics) {
    let sound = !diagnostics.has_errors();
    let subject = Subject::new(catalog, spoken, now, CHECKS);
    for check in CHECKS.iter().filter(|check| sound || !check.waits) {
        (check.run)(&subject, diagnostics);
    }
    left_empty::drop_echoes(catalog, diagnostics);
    levels::weigh(catalog, subject.today, diagnostics);
}

fn fold(catalog: &Catalog, diagnostics: &mut Diagnostics) {
    repeated::fold(catalog, diagnostics);
    repeated::fold_equal(diagnostics);
    repeated::fold_excess(diagnostics);
    diagnostics.sort();
}

#[cfg(test)]
mod tests {
    use super::CHECKS;

    #[test]
    fn the_table_is_in_the_order_of_the_codes_and_each_says_what_it_ensures() {
        assert!(CHECKS.is_sorted_by(|a, b| a.code < b.code));
        for check in CHECKS {
            assert!(check.code.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", check.code);
            let ensures = check.ensures.trim();
            assert!(ensures.starts_with("Ensures that ") && ensures.ends_with('.'), "{}", check.code);
        }
    }
}
