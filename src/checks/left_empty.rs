//! Keys that somebody has written and left without a value. Who misses what should stand there is silent then: the
//! slip is one, and it is in that line.

use std::collections::BTreeSet;

use super::entries::Entries;
use crate::checks::check::{Subject, check};
use crate::diagnostic::{Diagnostics, Span};
use crate::model::Catalog;

check! {
    /// Ensures that something stands behind every key. A key with nothing behind it counts as not written, which is
    /// hardly what its author meant.
    EMPTY_KEY: Warning "empty-key" => empty_key
}

fn empty_key(subject: &Subject<'_>, found: &mut Diagnostics) {
    for key in &subject.catalog.left_empty {
        let help = match WRITTEN.iter().find(|(known, _)| *known == &*key.value) {
            Some((_, written)) => format!("write {written} behind the colon, or delete the line"),
            None => "write it behind the colon, or delete the line".to_owned(),
        };
        found.push(
            EMPTY_KEY
                .at(key.span, format!("`{}:` has nothing behind it", key.value))
                .why("it counts as not written, as if the line were not there")
                .help(help),
        );
    }
}

/// What stands behind the keys that are left empty most.
const WRITTEN: [(&str, &str); 47] = [
    ("address", "the address"),
    ("aliases", "earlier ids, `[old-id]`,"),
    ("articles", "ids of articles, `[read-your-payslip]`,"),
    ("asked_as", "what people say when they need it, `[my pay is wrong]`,"),
    ("at", "a time of day, `\"12:00\"`,"),
    ("away", "the times away, `[{from: 2026-12-07, until: 2026-12-11}]`,"),
    ("base_url", "the site's address, `https://services.company.example/`,"),
    ("body", "the text"),
    ("channels", "how to reach it, `[{email: payroll@company.example}]`,"),
    ("closed_days", "dates, `[2026-12-24]`,"),
    ("consults", "ids of teams, `[hr-partners]`,"),
    ("country", "two capital letters, such as `FI`,"),
    ("deadlines", "dates, `[{name: Payday, every: month, on: 15}]`,"),
    ("depends_on", "services, `[{service: hr-master-data}]`,"),
    ("deputy", "the id of a person"),
    ("description", "the text"),
    ("escalate", "whom to turn to, `[{to: lead, after: 1d}]`,"),
    ("faq", "questions, `[{question: ..., answer: ...}]`,"),
    ("first_response", "a duration, such as `4h`,"),
    ("from", "who brings it, `[managers]`, or a date where times away are named,"),
    ("hours", "hours such as `\"Mo-Fr 08:00-16:00; PH off\"`, or the name of shared ones,"),
    ("informs", "ids of teams, `[warehouse-leads]`,"),
    ("keywords", "words, `[payslip, overtime]`,"),
    ("languages", "codes of languages, `[en, fi]`,"),
    ("lead", "the id of a person"),
    ("links", "pages, `[{name: ..., url: ...}]`,"),
    ("locales", "codes of languages, `[en, fi]`,"),
    ("members", "ids of people, `[maija.virtanen]`,"),
    ("own_work", "a duration, such as `4h`,"),
    ("owner", "the id of the person who answers for it"),
    ("part_of", "the id of the larger one"),
    ("phone", "a number, `\"+358 9 123 4567\"`,"),
    ("replaced_by", "the id of a service"),
    ("resolution", "a duration, such as `3d`,"),
    ("review_every", "how often, such as `6 months`,"),
    ("reviewed", "a date, such as `2026-09-01`,"),
    ("serves", "whom it is for, `[everyone]`,"),
    ("share", "a share, such as `30%`,"),
    ("short_days", "days that end early, `[{on: 2026-12-23, hours: \"08:00-12:00\"}]`,"),
    ("standards", "what it promises, `{normal: {first_response: 4h, resolution: 3d, target: 90%}}`,"),
    ("status", "`new`, `live`, `changing`, `retiring` or `retired`"),
    ("summary", "one line that says what the reader gets"),
    ("target", "a share, such as `90%`,"),
    ("team", "the id of a team"),
    ("time_zone", "a city's zone, such as `Europe/Helsinki`,"),
    ("title", "the title"),
    ("who", "the id of a person or a team"),
];

/// The findings that miss a key, by code.
const MISSED: [(&str, &str); 16] = [
    ("away-without-deputy", "deputy"),
    ("empty-journey", "steps"),
    ("empty-team", "lead"),
    ("empty-team", "members"),
    ("leaderless-department", "lead"),
    ("leaderless-team", "lead"),
    ("missing-asked-as", "asked_as"),
    ("missing-hours", "hours"),
    ("missing-standard", "standards"),
    ("missing-summary", "summary"),
    ("never-reviewed", "reviewed"),
    ("ownerless-service", "owner"),
    ("retired-without-replacement", "replaced_by"),
    ("unreachable-service", "channels"),
    ("unreachable-team", "channels"),
    ("unserved-service", "serves"),
];

/// Takes out what is only the echo of a key that was left empty: in the entry itself, or in what it belongs to.
pub(super) fn drop_echoes(catalog: &Catalog, diagnostics: &mut Diagnostics) {
    if catalog.left_empty.is_empty() {
        return;
    }
    let entries = Entries::of(catalog);
    let empty: BTreeSet<_> =
        catalog.left_empty.iter().filter_map(|key| Some((&*key.value, entries.find(key.span)?))).collect();
    let is_empty = |key: &'static str, at: Span| entries.find(at).is_some_and(|entry| empty.contains(&(key, entry)));
    diagnostics.take(|finding| {
        let keys = MISSED.iter().filter(|(code, _)| *code == finding.code).map(|(_, key)| *key);
        let at = finding.primary.span;
        let mut around = around(catalog, at);
        around.push(at);
        keys.into_iter().any(|key| around.iter().any(|at| is_empty(key, *at)))
    });
    let serves = |key: &&str| matches!(*key, "serves" | "audience" | "from");
    if catalog.left_empty.iter().any(|key| serves(&&*key.value)) {
        diagnostics.take(|finding| finding.code == "unused-audience");
    }
}

/// Where the team and the department of a service stand, and the department of a team.
fn around(catalog: &Catalog, at: Span) -> Vec<Span> {
    let service = catalog.services().find(|(_, service)| service.span == at);
    let team = match service {
        Some((_, service)) => Some(catalog.team(service.team)),
        None => catalog.teams().map(|(_, team)| team).find(|team| team.span == at),
    };
    team.into_iter().flat_map(|team| [team.span, catalog.department(team.department).span]).collect()
}
