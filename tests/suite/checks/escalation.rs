//! Whom readers turn to when no answer comes.

use crate::project::Project;

fn found(escalate: &str) -> String {
    let people = "anna: {name: Anna}\nolli: {name: Olli, away: [{from: 2026-12-01, until: 2026-12-04}]}\n";
    let department = format!(
        "name: IT\nhours: \"Mo-Fr 08:00-16:00\"\nlead: anna\nteams:\n\
         \x20 desk: {{name: Desk, lead: anna, members: [anna]}}\n  other: {{name: Other}}\nservices:\n  slip:\n\
         \x20   name: Slips\n    team: desk\n    standards: {{normal: {{first_response: 1d, resolution: 2d}}}}\n\
         \x20   escalate: {escalate}\n"
    );
    Project::new().file("people.yaml", people).file("departments/it.yaml", department).check()
}

#[test]
fn early_escalation() {
    let early = found("[{to: olli, after: 4h}]");
    assert!(
        early.contains("[early-escalation]: after `4h` the first answer may still come: it is promised within"),
        "{early}"
    );
    let turned = found("[{to: olli, after: 3d}, {to: other, after: 2d}]");
    assert!(turned.contains("this step is due after `2d`, before the one above it, due after `3d`"), "{turned}");
    // Of a working day of eight hours.
    let hours = found("[{to: olli, after: 20h}, {to: other, after: 2d}]");
    assert!(hours.contains("this step is due after `2d`, before the one above it, due after `20h`"), "{hours}");
    let both = found("[{to: olli, after: 2d}, {to: other, after: 2d}]");
    assert!(both.contains("two steps of the escalation are due after `2d`"), "{both}");
    for fine in ["[{to: olli, after: 1d}, {to: other, after: 2d}]", "[{to: olli}, {to: other, after: 2d}]"] {
        let found = found(fine);
        assert!(!found.contains("escalat"), "{found}");
    }
}

#[test]
fn escalates_to_itself() {
    for (escalate, told) in [
        ("[{to: desk, after: 2d}]", "`desk` was asked in the first place"),
        ("[{to: lead, after: 2d}]", "`anna` was asked in the first place"),
        ("[{to: olli, after: 2d}, {to: olli, after: 3d}]", "`olli` was turned to in an earlier step already"),
    ] {
        let found = found(escalate);
        assert!(found.contains(&format!("warning[escalates-to-itself]: {told}")), "{found}");
    }
}

#[test]
fn whoever_is_away_has_somebody_who_stands_in() {
    let found = found("[{to: olli, after: 2d}]");
    let told = "`olli` is away from 2026-12-01 to 2026-12-04, and nobody stands in for `slip`";
    assert!(found.contains(told), "{found}");
}
