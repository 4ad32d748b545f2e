//! What other readers have found: texts that are right and were told as slips, and slips that were not told.

use crate::project::Project;

fn described(text: &str) -> String {
    let lines = text.replace('\n', "\n      ");
    let service = format!("services:\n  a:\n    name: A\n    description: |\n      {lines}\n");
    Project::new().file("departments/it.yaml", format!("name: It\n{service}")).check()
}

#[test]
fn code_and_bold_words_within_bold_words_are_no_slips() {
    for text in [
        "Run `[[ -f x ]]` first.",
        "Write:\n\n```sh\nif [[ $1 == live ]]; then\n```\n",
        "Write:\n\n    if [[ $1 == live ]]\n",
        "**Note: draft.***",
        "* **Open the menu, then **System Console**.**",
    ] {
        let report = described(text);
        assert!(!report.contains("[dead-link]") && !report.contains("[shown-markdown]"), "{text}\n{report}");
    }
    assert!(described("See [[pay]].").contains("[dead-link]"));
    assert!(described("**Note that it never ends.").contains("[shown-markdown]"));
    assert!(described("**One** and **two that never ends.").contains("[shown-markdown]"));
}

/// A holiday of the company's own says nothing of those that a part of the country keeps.
#[test]
fn a_long_holiday_does_not_stand_for_those_of_the_country() {
    let company = |days: &str| {
        let head = "name: Acme\nlocales: [en]\ntime_zone: Europe/Madrid\ncountry: ES\nsubdivision: ES-VC\n";
        let department = "name: It\nhours: \"Mo-Fr 08:00-16:00; PH off\"\nservices: {a: {name: A}}\n";
        let project = Project::new().file("catalog.yaml", format!("{head}{days}"));
        project.file("departments/it.yaml", department).check()
    };
    assert!(company("").contains("[unknown-holidays]"));
    let range = "closed_days: [{from: 2027-08-02, until: 2027-08-20, name: Factory holiday}]\n";
    assert!(company(range).contains("[unknown-holidays]"));
    assert!(!company("closed_days: [2026-12-07, 2027-03-19, 2027-10-09]\n").contains("[unknown-holidays]"));
}

#[test]
fn there_are_no_parts_of_a_request() {
    let rows = |value: &str, by: char| {
        let head = "period,service,standard,metric,value,count\n2026-10,a,normal,requests,VALUE,\n";
        let table = head.replace(',', &by.to_string()).replace("VALUE", value);
        let department = "name: It\nservices: {a: {name: A, standards: {normal: {first_response: 4h}}}}\n";
        Project::new().file("departments/it.yaml", department).file("measurements/it.csv", table).check()
    };
    for (value, by) in [("\"1,200\"", ','), ("1.200", ';'), ("1,200", ';')] {
        let report = rows(value, by);
        assert!(report.contains("without a sign between thousands: `1200`"), "{value}: {report}");
    }
    assert!(!rows("1200", ',').contains("[invalid-number]"));
}

#[test]
fn people_are_found_by_what_they_know_and_do() {
    let people = "ada: {name: Ada, knows: [Beekeeping permits]}\njoan: {name: Joan}\n";
    let team = "name: It\nteams: {desk: {name: Desk, members: [{person: joan, role: Apiarist, for: Honey}]}}\n";
    let project = Project::new().file("people.yaml", people).file("departments/it.yaml", team);
    for (typed, who) in [("beekeeping", "Ada"), ("apiarist", "Joan"), ("honey", "Joan")] {
        let found = project.run(["find", typed]).stdout;
        assert!(found.starts_with(&format!(" 1. {who} (person)")), "{typed}: {found}");
    }
}

/// Somebody whose place is another one than their team's keeps its clock and its holidays.
#[test]
fn people_are_at_work_by_the_clock_of_their_own_place() {
    let company = "name: Acme\nlocales: [en]\ntime_zone: Europe/Helsinki\ncountry: FI\n";
    let places = "lahti: {name: Lahti}\ngdansk: {name: Gdańsk, time_zone: Europe/Warsaw, country: PL}\n";
    let people = "ada: {name: Ada, team: desk}\newa: {name: Ewa, team: desk, place: gdansk}\n";
    let team = "name: It\nhours: \"Mo-Fr 08:00-16:00; PH off\"\nplace: lahti\nteams: {desk: {name: Desk}}\n";
    let project = Project::new().file("catalog.yaml", company).file("places.yaml", places).file("people.yaml", people);
    let project = project.file("departments/it.yaml", team);
    let checked = luukku::check(&project.catalog(), crate::site::now(), None).unwrap().output.unwrap();
    let catalog = checked.catalog();
    let at_work = |id: &str, at: &str| {
        let (key, _) = catalog.people().find(|(_, person)| &*person.slug == id).unwrap();
        let at = chrono::DateTime::parse_from_rfc3339(at).unwrap().to_utc();
        let spans = catalog.calendar(catalog.calendar_of_person(key).unwrap()).spans(at, at);
        matches!(spans.state(at), Some(luukku::clock::State::Open { .. }))
    };
    // Half past four in Helsinki is half past three in Warsaw; 3 May is a holiday in Poland, Midsummer Eve in Finland.
    assert_eq!((at_work("ada", "2026-11-24T14:30:00Z"), at_work("ewa", "2026-11-24T14:30:00Z")), (false, true));
    assert_eq!((at_work("ada", "2027-05-03T09:00:00Z"), at_work("ewa", "2027-05-03T09:00:00Z")), (true, false));
    assert_eq!((at_work("ada", "2027-06-25T09:00:00Z"), at_work("ewa", "2027-06-25T09:00:00Z")), (false, true));
}
