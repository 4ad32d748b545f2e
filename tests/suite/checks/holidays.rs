//! Holidays and time zones that hours need.

use insta::assert_snapshot;

use crate::project::Project;

fn hours(company: &str, hours: &str) -> Project {
    Project::new()
        .file("catalog.yaml", format!("name: Acme\n{company}\n"))
        .file("departments/desk.yaml", format!("name: Desk\nhours: \"{hours}\"\n"))
}

#[test]
fn unknown_holidays() {
    let office = "Mo-Fr 08:00-16:00; PH off";
    let found = |country: &str, office: &str| {
        hours(&format!("time_zone: Europe/London\n{country}"), office).finding("unknown-holidays")
    };
    assert_snapshot!(found("", office), @r#"
    warning[unknown-holidays]: nobody says whose public holidays `PH` means, so that the hours of the department `desk` miss them
     --> catalog/departments/desk.yaml:2:8
      |
    2 | hours: "Mo-Fr 08:00-16:00; PH off"
      |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = note: readers would be told that somebody answers on a holiday, and would wait in vain
      = help: add `country: ` with its code of ISO 3166, such as `FI`, to catalog.yaml, the place, the department or the team
    "#);
    assert_snapshot!(found("country: IN", office), @r#"
    warning[unknown-holidays]: the public holidays of `IN` are not known here, so that the hours of the department `desk` miss them
     --> catalog/departments/desk.yaml:2:8
      |
    2 | hours: "Mo-Fr 08:00-16:00; PH off"
      |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = note: readers would be told that somebody answers on a holiday, and would wait in vain
      = help: list them under `closed_days` of catalog.yaml, the place, the department or the team
    "#);
    assert_snapshot!(found("country: GB", office), @r#"
    warning[unknown-holidays]: nobody says in which part of `GB`, and some keep holidays of their own, so that the hours of the department `desk` miss them
     --> catalog/departments/desk.yaml:2:8
      |
    2 | hours: "Mo-Fr 08:00-16:00; PH off"
      |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = note: readers would be told that somebody answers on a holiday, and would wait in vain
      = help: add `subdivision: ` with its code of ISO 3166-2, such as `DE-BY`, beside the `country`
    "#);
    assert_snapshot!(found("country: CH\nsubdivision: CH-ZH", office), @r#"
    warning[unknown-holidays]: the public holidays that only `CH-ZH` keeps are not known here, so that the hours of the department `desk` miss them
     --> catalog/departments/desk.yaml:2:8
      |
    2 | hours: "Mo-Fr 08:00-16:00; PH off"
      |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = note: readers would be told that somebody answers on a holiday, and would wait in vain
      = help: list them under `closed_days` of catalog.yaml, the place, the department or the team
    "#);
    assert_snapshot!(found("country: FI", "Mo-Fr 08:00-16:00; SH off"), @r#"
    warning[unknown-holidays]: school holidays (`SH`) are not known here, so that the hours of the department `desk` miss them
     --> catalog/departments/desk.yaml:2:8
      |
    2 | hours: "Mo-Fr 08:00-16:00; SH off"
      |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = note: readers would be told that somebody answers on a holiday, and would wait in vain
      = help: name the dates instead, behind the other rules: `Mo-Fr 08:00-16:00; Jun 01-Aug 15 off`
    "#);
    for known in [
        "country: FI",
        "country: GB\nsubdivision: GB-SCT",
        "country: PL\nsubdivision: PL-28",
        "country: IN\nclosed_days: [2027-01-26, 2027-08-15, 2027-10-02]",
    ] {
        let report = hours(&format!("time_zone: Europe/Helsinki\n{known}"), office).check();
        assert!(!report.contains("unknown-holidays"), "{report}");
    }
    // The company's own day off says nothing of a country's holidays.
    for unknown in
        ["country: IN\nclosed_days: [2026-12-24]", "country: ES\nsubdivision: ES-CT\nclosed_days: [2026-12-24]"]
    {
        let report = hours(&format!("time_zone: Europe/Helsinki\n{unknown}"), office).check();
        assert!(report.contains("unknown-holidays"), "{report}");
    }
}

#[test]
fn missing_time_zone() {
    assert_snapshot!(hours("country: FI", "Mo-Fr 08:00-16:00").finding("missing-time-zone"), @"
    warning[missing-time-zone]: the company names no `time_zone`, so that all hours are taken for those of UTC
     --> catalog/catalog.yaml:1:1
      |
    1 | name: Acme
      | ^
      |
      = note: a desk that opens at 8:00 in Helsinki would be shown as opening at 10:00
      = help: add `time_zone: Europe/Helsinki`, or what your own zone is called, to catalog.yaml
    ");
    let nothing_is_open = Project::empty().file("catalog.yaml", "name: Acme\n");
    assert!(!nothing_is_open.check().contains("missing-time-zone"));
    let own = Project::empty()
        .file("catalog.yaml", "name: Acme\n")
        .file("departments/desk.yaml", "name: Desk\nhours: Mo 08:00-16:00\ntime_zone: Europe/Helsinki\n");
    assert!(!own.check().contains("missing-time-zone"));
}
