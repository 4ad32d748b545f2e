//! Who is on duty now and next, as a team's page says it. It is Monday 23 November 2026, noon in UTC.

use crate::project::Project;

const COMPANY: &str = "name: Acme\nlocales: [en]\ntime_zone: Europe/Helsinki\n";
const PEOPLE: &str = "ada: {name: Ada, away: [{from: 2026-11-20, until: 2026-11-26, deputy: bo}]}\nbo: {name: Bo}\n";

fn page(rota: &str) -> (String, String) {
    page_of(PEOPLE, "24/7", rota)
}

fn page_of(people: &str, hours: &str, rota: &str) -> (String, String) {
    let desk = format!("name: IT\nteams:\n  desk:\n    name: Desk\n    hours: {hours}\n    rota: {rota}\n");
    let project =
        Project::empty().file("catalog.yaml", COMPANY).file("people.yaml", people).file("departments/it.yaml", desk);
    assert_eq!(project.run(["build"]).status, 0);
    let html = std::fs::read_to_string(project.path().join("site/teams/desk.html")).unwrap();
    (project.words("teams/desk.html"), html)
}

#[test]
fn turns_are_told_with_their_dates_and_hours() {
    for (rota, told) in [
        // The same hours of several days are one turn, and those of each day are kept apart for the script.
        (
            "[{who: bo, when: 'Mo-We 08:00-16:00'}, {who: ada, when: 'Th 07:00-15:00'}]",
            vec![
                "Mon 23 Nov – Wed 25 Nov, 08:00 – 16:00",
                "Thu 26 Nov, 07:00 – 15:00",
                "Mon 30 Nov – Wed 2 Dec, 08:00",
            ],
        ),
        // A week without a pause.
        (
            "[{who: bo, when: '2026 Nov 23-2026 Nov 26'}, {who: ada, when: '2026 Nov 27-2026 Nov 28'}]",
            vec!["Mon 23 Nov, 00:00 – Fri 27 Nov, 00:00", "Fri 27 Nov, 00:00 – Sun 29 Nov, 00:00"],
        ),
        // A night.
        (
            "[{who: bo, when: 'Mo 22:00-06:00'}, {who: ada, when: 'Tu 22:00-06:00'}]",
            vec!["Mon 23 Nov, 22:00 – Tue 24 Nov, 06:00", "Tue 24 Nov, 22:00 – Wed 25 Nov, 06:00"],
        ),
    ] {
        let (words, _) = page(rota);
        for turn in told {
            assert!(words.contains(turn), "{turn}\n{words}");
        }
    }
}

#[test]
fn each_days_hours_are_there_for_the_script() {
    let (_, html) = page("[{who: bo, when: 'Mo-Tu 08:00-16:00'}, {who: ada, when: 'Th 07:00-15:00'}]");
    // 08:00 in Helsinki is 06:00 in UTC.
    let (monday, tuesday) = (1_795_413_600_i64, 1_795_500_000_i64);
    let spans = format!("data-spans=\"{}-{} {}-{}\"", monday, monday + 28_800, tuesday, tuesday + 28_800);
    assert!(html.contains(&spans), "{spans}\n{html}");
}

#[test]
fn who_is_away_then_is_told_and_one_alone_has_no_turns() {
    let people = "ada: {name: Ada, away: [{from: 2026-11-20, until: 2026-11-26}]}\nbo: {name: Bo}\n";
    let (words, _) =
        page_of(people, "24/7", "[{who: ada, when: 'Tu 00:00-24:00'}, {who: bo, when: 'We-Mo 00:00-24:00'}]");
    let (_, turns) = words.split_once("Now and next").unwrap();
    assert!(turns.contains("Ada Away until Thu 26 Nov Tue 24 Nov, 00:00 – Wed 25 Nov, 00:00"), "{turns}");
    let (next_week, _) = turns.split_once("As a rule").unwrap();
    assert_eq!(next_week.matches("Away until").count(), 1, "{turns}");
    let (words, _) = page("[{who: bo, when: '24/7'}]");
    assert!(!words.contains("Now and next") && words.contains("Who is on duty"), "{words}");
}

/// What stands under "Now and next", and what stands under "As a rule".
fn turns(people: &str, hours: &str, rota: &str) -> (String, String) {
    let (words, _) = page_of(people, hours, rota);
    let (_, turns) = words.split_once("Now and next").unwrap();
    let (next, rule) = turns.split_once("As a rule").unwrap();
    (next.to_owned(), rule.split_once("When we are here").unwrap().0.to_owned())
}

/// Whoever stands in has the turn, from midnight to midnight; where they are away, too, nobody has it.
#[test]
fn who_stands_in_has_the_turn() {
    let (next, _) = turns(PEOPLE, "Mo-Fr 08:00-16:00", "[{who: ada, when: 'Mo-Fr 08:00-16:00'}]");
    assert!(next.contains("Bo in place of Ada on duty now Mon 23 Nov – Thu 26 Nov, 08:00 – 16:00"), "{next}");
    assert!(next.contains("Ada on duty now Fri 27 Nov – "), "{next}");
    let both = "ada: {name: Ada, deputy: bo, away: [{from: 2026-11-24, until: 2026-11-25}]}\n\
                bo: {name: Bo, away: [{from: 2026-11-25, until: 2026-11-27}]}\n";
    let (next, _) = turns(both, "24/7", "[{who: ada, when: 24/7}]");
    assert!(next.contains("Bo in place of Ada on duty now Tue 24 Nov, 00:00 – Wed 25 Nov, 00:00"), "{next}");
    assert!(next.contains("Ada Away until Wed 25 Nov Wed 25 Nov, 00:00 – Thu 26 Nov, 00:00"), "{next}");
}

/// Where the team is open and the turn is nobody's, the page says so; turns at which nobody can ask it does not tell.
#[test]
fn times_of_nobody_are_told_and_useless_turns_are_not() {
    let rota =
        "[{who: ada, when: 'Mo-Th 08:00-16:00'}, {who: bo, when: 'Fr 08:00-12:00'}, {who: bo, when: 'Su 10:00-12:00'}]";
    let (next, rule) = turns("ada: {name: Ada}\nbo: {name: Bo}\n", "Mo-Fr 08:00-16:00", rota);
    assert!(next.contains("Nobody Fri 27 Nov, 12:00 – 16:00"), "{next}");
    assert!(!next.contains("Sun") && !rule.contains("Sun") && rule.contains("Fri"), "{next}\n{rule}");
}
