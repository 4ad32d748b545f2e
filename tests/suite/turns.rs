//! Who is on duty now and next, as a team's page says it. It is Monday 23 November 2026, noon in UTC.

use crate::project::Project;

const COMPANY: &str = "name: Acme\nlocales: [en]\ntime_zone: Europe/Helsinki\n";
const PEOPLE: &str = "ada: {name: Ada, away: [{from: 2026-11-20, until: 2026-11-26, deputy: bo}]}\nbo: {name: Bo}\n";

fn page(rota: &str) -> (String, String) {
    let desk = format!("name: IT\nteams:\n  desk:\n    name: Desk\n    hours: 24/7\n    rota: {rota}\n");
    let project =
        Project::empty().file("catalog.yaml", COMPANY).file("people.yaml", PEOPLE).file("departments/it.yaml", desk);
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
    let (words, _) = page("[{who: ada, when: 'Tu 08:00-16:00'}, {who: bo, when: 'We 08:00-16:00'}]");
    let (_, turns) = words.split_once("Now and next").unwrap();
    assert!(turns.trim_start().starts_with("Ada Away until Thu 26 Nov"), "{turns}");
    let (next_week, _) = turns.split_once("As a rule").unwrap();
    assert_eq!(next_week.matches("Away until").count(), 1, "{turns}");
    let (words, _) = page("[{who: bo, when: 'Mo-Su 08:00-16:00'}]");
    assert!(!words.contains("Now and next") && words.contains("Who is on duty"), "{words}");
}
