//! Names, everyday words and translations.

use insta::assert_snapshot;

use crate::checks::payroll::{COMPANY, CORRECTION, PEOPLE, SERVICE, another, payroll, payroll_with};

#[test]
fn untranslated() {
    let company = COMPANY.replace("[en]", "[en, fi]");
    let service = SERVICE.replace("name: Pay correction", "name: {en: Pay correction, fi: Palkan korjaus}");
    assert_snapshot!(payroll().file("catalog.yaml", company).file(CORRECTION, service).check(), @r#"
    warning[untranslated]: 6 of 7 texts have no version in Suomi (`fi`)
     --> catalog/catalog.yaml:2:15
      |
    2 | locales: [en, fi]
      |               ^^
      |
      = note: its readers get English, marked as such
      = help: most are missing in `payroll` (6)

    1 warning in 1 file
    "#);
}

#[test]
fn names_of_people_need_no_translation() {
    let with = PEOPLE.replace("Antti Salo", "Antti Salo, title: Clerk");
    let company = COMPANY.replace("[en]", "[en, fi]");
    let texts = |people: &str| {
        let report = payroll().file("catalog.yaml", &company).file("people.yaml", people).check();
        report.lines().next().unwrap_or_default().to_owned()
    };
    assert_snapshot!([texts(PEOPLE), texts(&with)].join("\n"), @r#"
    warning[untranslated]: 7 of 7 texts have no version in Suomi (`fi`)
    warning[untranslated]: 8 of 8 texts have no version in Suomi (`fi`)
    "#);
}

#[test]
fn ambiguous_name() {
    let project = payroll().file("departments/payroll/services/again.yaml", another("Pay  Correction", ""));
    assert_snapshot!(project.check(), @r#"
    warning[ambiguous-name]: 2 services are called “Pay correction”: `again` and `correction`
     --> catalog/departments/payroll/services/correction.yaml:1:7
      |
    1 | name: Pay correction
      |       ^^^^^^^^^^^^^^
      |
     ::: catalog/departments/payroll/services/again.yaml:1:7
      |
    1 | name: Pay  Correction
      |       --------------- so is `again`
      |
      = note: in lists and in the search nobody could tell them apart
      = help: add to the names what tells them apart: a place, a group, a purpose

    1 warning in 1 file
    "#);
}

#[test]
fn a_copied_service_is_one_finding() {
    let phrases = |n| (0..n).map(|n| format!("phrase {n}")).collect::<Vec<_>>().join(", ");
    let service = |name: &str| another(name, &format!("asked_as: [{}]\n", phrases(20)));
    let said = payroll()
        .file("departments/payroll/services/again.yaml", service("Payslips"))
        .file("departments/payroll/services/anew.yaml", service("Slips"))
        .finding("shared-asked-as");
    let told = "20 phrases lead to `again` and `anew`: “phrase 0”, “phrase 1”, “phrase 2” and 17 more";
    assert!(said.contains(told) && said.matches("warning[").count() == 1, "{said}");
}

#[test]
fn shared_asked_as() {
    let project = payroll().file(
        "departments/payroll/services/again.yaml",
        another("Payslips", "asked_as:\n  - where is my payslip\n  - My pay is wrong!\n"),
    );
    assert_snapshot!(project.check(), @r#"
    warning[shared-asked-as]: “my pay is wrong” leads to `again` and `correction`
     --> catalog/departments/payroll/services/correction.yaml:3:12
      |
    3 | asked_as: [my pay is wrong]
      |            ^^^^^^^^^^^^^^^
      |
     ::: catalog/departments/payroll/services/again.yaml:9:5
      |
    9 |   - My pay is wrong!
      |     ---------------- also claimed by `again`
      |
      = note: readers who say so have to guess which of them is meant
      = help: leave it to the one that is meant most often, and send the others on by `not_included`

    1 warning in 1 file
    "#);
}

#[test]
fn unspoken_language() {
    let company = COMPANY.replace("locales: [en]", "locales: [en, sv-FI, de]");
    assert_snapshot!(payroll().file("catalog.yaml", company).finding("unspoken-language"), @"
    warning[unspoken-language]: luukku has no words in Deutsch (`de`)
     --> catalog/catalog.yaml:2:22
      |
    2 | locales: [en, sv-FI, de]
      |                      ^^
      |
      = note: headings and buttons will be in English; only the catalog's own texts can be in that language
      = help: it speaks en, fi, pl, sv; for another language, copy `i18n/en.toml` into `i18n/de.toml` in a theme of your own, translate it and name the theme with `--theme`
    ");
}

#[test]
fn a_theme_may_speak_more_languages() {
    let finnish = include_str!("../../../themes/default/i18n/fi.toml");
    let company = COMPANY.replace("locales: [en]", "locales: [en, de]");
    let project = payroll().file("catalog.yaml", company).file("../theme/i18n/de.toml", finnish);
    let alone = project.run(["check"]);
    assert!(alone.stdout.contains("warning[unspoken-language]"), "{}", alone.stdout);
    let with_theme = project.run(["check", "--theme", "theme"]);
    assert!(!with_theme.stdout.contains("unspoken-language"), "{}", with_theme.stdout);
    assert_eq!(with_theme.status, 0, "{}", with_theme.stderr);
}

#[test]
fn oversized_text() {
    let long = |of: &str, length: usize| payroll().file(CORRECTION, SERVICE.replace(of, &"x".repeat(length)));
    assert_eq!(long("Pay correction", 300).check().trim(), "Nothing to fix: 1 service in 5 files.");
    let said = long("Pay correction", 301).finding("oversized-text");
    assert!(said.starts_with("error[oversized-text]: this name has 301 bytes; at most 300 are shown\n"), "{said}");
    let lines: String = (0..9000).map(|n| format!("  Line {n}.\n")).collect();
    let said = payroll_with(&format!("description: |\n{lines}")).finding("oversized-text");
    assert!(said.contains("this text has ") && said.contains("; at most 65536 are shown"), "{said}");
}
