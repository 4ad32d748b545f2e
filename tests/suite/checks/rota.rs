//! Turns of duty against the hours of their team.

use super::payroll;

const PEOPLE: &str = "anna: {name: Anna}\nolli: {name: Olli}\n";

fn found(rota: &str, more: &str) -> String {
    let team = format!("name: Desk\nhours: \"Mo-Fr 08:00-16:00; PH off\"\nrota: {rota}\n{more}");
    payroll().file("people.yaml", PEOPLE).file("departments/pay/teams/desk.yaml", &team).check()
}

#[test]
fn rota_gap() {
    let late = found("[{who: olli, when: 'Mo-Fr 08:00-12:00'}, {who: anna, when: 'Mo-Th 12:00-16:00'}]", "");
    assert!(
        late.contains(
            "warning[rota-gap]: nobody is on duty of the team `desk` from Fri 27 Nov 12:00 to Fri 27 Nov 16:00"
        ),
        "{late}"
    );
    let whole = found("[{who: olli, when: 'Mo-Fr 08:00-12:00'}, {who: anna, when: 'Mo-Fr 12:00-16:00'}]", "");
    assert!(!whole.contains("rota-"), "{whole}");
}

#[test]
fn rota_outside_hours() {
    let all = "{who: anna, when: 'Mo-Fr 08:00-16:00'}";
    let sunday = found(&format!("[{all}, {{who: olli, when: 'Su 10:00-12:00'}}]"), "");
    let told = "warning[rota-outside-hours]: somebody is on duty outside the hours of the team `desk` from";
    assert!(sunday.contains(&format!("{told} Sun 29 Nov 10:00 to Sun 29 Nov 12:00")), "{sunday}");
    let on_call = found("[{who: anna, when: 24/7}]", "");
    assert!(!on_call.contains("rota-"), "{on_call}");
    let line = "channels: [{emergency: '112'}]\n";
    let night = found(&format!("[{all}, {{who: olli, when: 'Mo-Su 22:00-06:00'}}]"), line);
    assert!(!night.contains("rota-"), "an emergency number is answered round the clock: {night}");
}

/// Guards are there on the company's closed days.
#[test]
fn a_team_that_never_closes_has_turns_on_closed_days() {
    let day = "[{who: olli, when: 'Mo-Su 06:00-22:00'}, {who: anna, when: 'Mo-Su 22:00-06:00'}]";
    let team = format!("name: Guards\nhours: 24/7\nrota: {day}\n");
    let company = "name: Acme\ncountry: FI\ntime_zone: Europe/Helsinki\nclosed_days: [2026-12-24]\n";
    let guards = payroll().file("catalog.yaml", company).file("people.yaml", PEOPLE);
    let found = guards.file("departments/pay/teams/guards.yaml", &team).check();
    assert!(!found.contains("rota-"), "{found}");
}
