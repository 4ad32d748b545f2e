//! What holds of nearly every entry is told once.

use crate::project::Project;

/// A department with so many services, of which the first ones say nothing of themselves.
fn services(silent: usize, all: usize) -> Project {
    let summary = |n: usize| if n < silent { "" } else { ", summary: Something" };
    let services: String = (0..all).map(|n| format!("  s{n:02}: {{name: S{n}{}}}\n", summary(n))).collect();
    Project::new().file("departments/pay.yaml", format!("name: Pay\nservices:\n{services}"))
}

#[test]
fn a_finding_for_nearly_every_entry_is_one_with_a_count_and_the_first_places() {
    let project = services(15, 20);
    let said = project.finding("missing-summary");
    assert!(said.contains("; so it is with 15 of 20 services"), "{said}");
    assert!(said.contains("pay.yaml:3:3") && said.contains("here, too"), "{said}");
    assert!(project.check().contains("\n16  warning  missing-summary\n"), "the department's own is counted, too");
    let json = project.run(["check", "--format", "json"]).stdout;
    assert!(json.contains("\"count\": 15"), "{json}");
}

#[test]
fn findings_for_some_entries_stand_each_by_itself() {
    for (silent, all) in [(9, 9), (14, 20)] {
        let said = services(silent, all).finding("missing-summary");
        assert_eq!(said.matches("warning[missing-summary]: the service ").count(), silent, "{said}");
    }
}
