//! The search: what it finds, that browser and program agree, and the company's own questions.
//!
//! `BLESS=1 cargo test --test suite search` writes the fixture anew from which both sides are tested.

use std::cmp::Reverse;
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use chrono::DateTime;
use luukku::search::{Ranking, rank};
use luukku::{Finder, LanguageIndex};
use proptest::prelude::{ProptestConfig, Strategy, prop_assert, prop_oneof, proptest};
use proptest::sample::{Index, select};
use serde_json::json;

use crate::project::Project;

const FIXTURE: &str = "tests/fixtures/search/ranking.json";

/// Of every kind: names, needs, forms, typos, compounds, other languages, people, numbers, nothing at all.
const QUERIES: &[&str] = &[
    "",
    "a",
    "pay",
    "pa",
    "payslip",
    "pay slip",
    "payslpi",
    "my pay is wrong",
    "PALKKA",
    "palkkalaskelman",
    "palkan",
    "kuitti",
    "luuri",
    "cash",
    "read your payslip",
    "where do I find my payslip",
    "lost acces card",
    "kulkukortti",
    "avain",
    "wifi",
    "wi-fi",
    "aino",
    "aino.",
    "0100",
    "+358 9",
    "moving house",
    "I have moved to a new flat",
    "xyzzyq",
    "the",
    "paperpayslip",
    "gärden",
    "garden",
    "help me please",
    "form",
    "from",
    "työtodistus",
    "contract",
    "paystub",
    "payslips online",
    "somebody fainted",
    "tulipaloa",
    "fire in the garden",
    "shared drive",
];

fn finder(catalog: &str) -> Finder {
    let now = DateTime::parse_from_rfc3339("2026-11-23T12:00:00Z").unwrap().to_utc();
    Finder::new(Path::new(catalog), now).unwrap().unwrap()
}

fn first(findable: LanguageIndex<'_>, query: &str) -> String {
    let Ranking { hits, .. } = rank(findable.index, query, None);
    hits.first().map_or_else(String::new, |hit| findable.documents[hit.entry].id.to_string())
}

#[test]
fn the_program_and_the_browser_rank_alike() {
    let finder = finder("tests/fixtures/golden/catalog");
    let findable = finder.findable(None).unwrap();
    let queries: Vec<_> = QUERIES
        .iter()
        .flat_map(|query| [(query, None), (query, Some(0))])
        .map(|(query, audience)| {
            let Ranking { hits, told } = rank(findable.index, query, audience);
            let hits: Vec<_> = hits.iter().map(|hit| (hit.entry, hit.score)).collect();
            json!({"query": query, "audience": audience, "hits": hits, "told": told})
        })
        .collect();
    let fixture = json!({
        "index": findable.index.written(),
        "later": [
            ("addWords", json!(findable.index.written_words(true))),
            ("addOthers", json!(findable.index.written_others())),
            ("addWords", json!(findable.index.written_words(false))),
        ],
        "queries": queries,
    });
    let fixture = serde_json::to_string_pretty(&fixture).unwrap() + "\n";
    if std::env::var_os("BLESS").is_some() {
        std::fs::create_dir_all("tests/fixtures/search").unwrap();
        std::fs::write(FIXTURE, &fixture).unwrap();
    }
    assert!(std::fs::read_to_string(FIXTURE).unwrap() == fixture, "the ranking has changed; bless it if that is meant");
    let node = Command::new("node").args(["tests/search/rank.mjs", "themes/default/js/search", FIXTURE]).output();
    let output = node.unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&[output.stdout, output.stderr].concat()));
}

/// Anything; marks alone; and what people type, with a sign anywhere in it.
fn typed() -> impl Strategy<Value = String> {
    let slip = (select(QUERIES), proptest::arbitrary::any::<(Index, char)>()).prop_map(|(query, (at, sign))| {
        let mut letters: Vec<char> = query.chars().collect();
        letters.insert(at.index(letters.len() + 1), sign);
        letters.into_iter().collect()
    });
    prop_oneof!["\\PC{0,60}", "[\u{300}-\u{36f}'@._ -]{0,8}", "[a-zåäöłż0-9]{0,3}( [a-zåäöłż0-9]{1,12}){0,4}", slip]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn whatever_is_typed_has_an_answer(query in typed()) {
        static FINDER: LazyLock<Finder> = LazyLock::new(|| finder("tests/fixtures/golden/catalog"));
        for language in [None, Some("fi")] {
            let findable = FINDER.findable(language).unwrap();
            let Ranking { hits, .. } = rank(findable.index, &query, Some(0));
            prop_assert!(hits.is_sorted_by_key(|hit| (findable.documents[hit.entry].retired, Reverse(hit.score))));
        }
    }
}

#[test]
fn the_demonstration_finds_what_people_mean() {
    let finder = finder("catalog");
    let found = |locale: &str, query: &str| first(finder.findable(Some(locale)).unwrap(), query);
    for (locale, query, wanted) in [
        ("en", "my overtime is missing", "pay-correction"),
        ("en", "pasword reset", "reset-a-password"),
        ("en", "maija", "maija.virtanen"),
        ("en", "0220", "payroll-desk"),
        ("en", "zapomniałem hasła", "reset-a-password"),
        ("fi", "kulkulupa ei aukea", "access-card"),
        ("fi", "tulostn", "print-at-work"),
        ("fi", "luuri", "phone-subscription"),
        ("fi", "vuoro", "working-hours"),
        ("sv", "losenord", "reset-a-password"),
        ("pl", "zgubiłem kartę", "access-card"),
    ] {
        assert_eq!(found(locale, query), wanted, "{query} ({locale})");
    }
}

#[test]
fn whoever_is_in_danger_finds_the_emergency_line_first() {
    let finder = finder("catalog");
    for (locale, query) in [
        ("en", "fire"),
        ("en", "someone fainted"),
        ("en", "I feel dizzy"),
        ("en", "smoke in hall 2"),
        ("fi", "tulipalo"),
        ("fi", "hätänumero"),
        ("fi", "joku pyörtyi"),
        ("sv", "nödnummer"),
        ("sv", "det brinner i lagret"),
        ("pl", "pożar"),
        ("pl", "kolegę poraził prąd"),
    ] {
        let found = first(finder.findable(Some(locale)).unwrap(), query);
        assert!(["accident-at-work", "guard-help"].contains(&found.as_str()), "{query} ({locale}): {found}");
    }
    let drill = first(finder.findable(None).unwrap(), "fire drill");
    assert!(drill != "accident-at-work" && drill != "guard-help", "nobody is in danger at a drill: {drill}");
}

#[test]
fn everyday_words_may_be_written_together_or_apart() {
    let finder = finder("catalog");
    let findable = finder.findable(None).unwrap();
    for query in ["pay stub", "paystub", "paystubs", "where is my paystub"] {
        assert_eq!(first(findable, query), "payslip-and-tax-card", "{query}");
    }
    assert_eq!(first(findable, "dockingstation"), first(findable, "docking station"));
}

#[test]
fn what_is_retired_stands_last_and_its_successor_before_it() {
    let finder = finder("tests/fixtures/golden/catalog");
    let findable = finder.findable(None).unwrap();
    let Ranking { hits, .. } = rank(findable.index, "paper payslip", None);
    let place = |id: &str| hits.iter().position(|hit| *findable.documents[hit.entry].id == *id).unwrap();
    assert_eq!(place("payslip-online"), 0);
    assert_eq!(place("paper-payslip"), hits.len() - 1);
}

#[test]
fn questions_are_held_against_the_search() {
    let report = Project::starter()
        .file("questions.yaml", "questions: [{ask: the amount is too small, expect: tax-card, within: 1}]\n")
        .check();
    assert!(report.contains("warning[unanswered-question]: "), "{report}");
    assert!(report.contains("`asked_as`"), "{report}");
}

#[test]
fn find_answers_as_json() {
    let output = Project::starter().run(["find", "my pay is wrong", "--format", "json"]).stdout;
    let answer: serde_json::Value = serde_json::from_str(&output).unwrap();
    let first = &answer["results"][0];
    assert_eq!(first["kind"], "service");
    assert!(first["score"].as_u64().unwrap() > 0);
    assert!(first["url"].as_str().unwrap().ends_with(".html"));
}
