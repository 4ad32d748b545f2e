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
            "warning[rota-gap]: nobody is on duty in the team `desk` from Fri 27 Nov 12:00 to Fri 27 Nov 16:00"
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

#[test]
fn absent_on_duty() {
    let found = |people: &str, rota: &str| {
        let team = format!("name: Desk\nhours: \"Mo-Fr 08:00-16:00; PH off\"\nrota: {rota}\n");
        payroll().file("people.yaml", people).file("departments/pay/teams/desk.yaml", &team).check()
    };
    let away = "anna: {name: Anna, away: [{from: 2026-11-30, until: 2026-12-01}]}\nolli: {name: Olli}\n";
    let turns = "[{who: olli, when: 'We-Fr 08:00-16:00'}, {who: anna, when: 'Mo-Tu 08:00-16:00'}]";
    let said = found(away, turns);
    let told = "warning[absent-on-duty]: `anna` is away, and nobody else on duty in the team `desk` from Mon 30 Nov";
    assert!(said.contains(told) && said.contains("departments/pay/teams/desk.yaml:3:"), "{said}");
    let beside = "[{who: olli, when: 'Mo-Fr 08:00-16:00'}, {who: anna, when: 'Mo-Tu 08:00-16:00'}]";
    assert!(!found(away, beside).contains("absent-on-duty"));
    let deputy = away.replace("2026-12-01}]", "2026-12-01, deputy: olli}]");
    assert!(!found(&deputy, turns).contains("absent-on-duty"));
    let both = deputy.replace("{name: Olli}", "{name: Olli, away: [{from: 2026-12-01, until: 2026-12-03}]}");
    let said = found(&both, turns);
    let told = "`anna` is away, so is `olli`, who stands in, and nobody else on duty in the team `desk` from Tue 1 Dec";
    assert!(said.contains(told), "{said}");
    let later = away.replace("2026-11-30, until: 2026-12-01", "2026-12-02, until: 2026-12-04");
    assert!(!found(&later, turns).contains("absent-on-duty"));
}

/// How turns are cut between people tells nothing.
#[test]
fn turns_that_follow_each_other_are_one() {
    for rota in [
        "[{who: anna, when: 'Mo-Su 06:00-18:00'}, {who: olli, when: 'Mo-Su 18:00-06:00'}]",
        "[{who: anna, when: 'Mo-Fr 08:00-16:00'}, {who: olli, when: 'Mo-Fr 16:00-22:00'}]",
        "[{who: anna, when: 'Mo-Fr 00:00-24:00'}, {who: olli, when: 'Sa,Su 00:00-24:00'}]",
    ] {
        let found = found(rota, "");
        assert!(!found.contains("rota-"), "{rota}\n{found}");
    }
}

#[test]
fn a_turn_in_the_hours_of_a_service_of_the_team_is_inside() {
    let rota = "[{who: anna, when: 'Mo-Fr 08:00-16:00'}, {who: olli, when: 'Sa 08:00-12:00'}]";
    let team = format!("name: Desk\nhours: \"Mo-Fr 08:00-16:00\"\nrota: {rota}\n");
    let project = payroll().file("people.yaml", PEOPLE).file("departments/pay/teams/desk.yaml", &team);
    let service = "name: Slips\nteam: desk\nhours: \"Mo-Sa 08:00-16:00\"\n";
    let found = project.file("departments/pay/services/slip.yaml", service).check();
    assert!(!found.contains("rota-"), "{found}");
}

/// Also where the weeks that are looked at begin or end within it.
#[test]
fn a_gap_is_told_as_a_whole() {
    for (off, day) in [("2026 Nov 23", "Mon 23 Nov"), ("2027 Jan 18", "Mon 18 Jan 2027")] {
        let rota = format!("[{{who: anna, when: \"Mo-Fr 00:00-24:00; {off} off\"}}]");
        let team = format!("name: Desk\nhours: \"Mo-Fr 06:00-23:00\"\nrota: {rota}\n");
        let found = payroll().file("people.yaml", PEOPLE).file("departments/pay/teams/desk.yaml", &team).check();
        assert!(found.contains(&format!("from {day} 06:00 to {day} 23:00")), "{found}");
    }
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
