//! `checks` and `allow`: how much findings weigh, and which are allowed.

use insta::assert_snapshot;

use crate::project::Project;

/// A company with a service that was never reviewed and one whose review is overdue.
fn company(checks: &str) -> Project {
    let company = format!("{COMPANY}checks: {checks}\n");
    let files = Project::new().file("catalog.yaml", company).file("people.yaml", "ada: {name: Ada}\n");
    files
        .file("departments/pay.yaml", department("slip", ""))
        .file("departments/tax.yaml", department("card", REVIEWED))
}

const COMPANY: &str = "\
name: Acme
locales: [en]
time_zone: Europe/Helsinki
hours: {office: \"Mo-Fr 08:00-16:00\"}
review_every: 6 months
";
const REVIEWED: &str = "reviewed: 2026-01-02\n";

/// A department with one service, and what more there is to say about that.
fn department(service: &str, more: &str) -> String {
    let (head, more) = (format!("name: Of {service}\nsummary: Does it."), more.replace('\n', "\n    "));
    format!(
        "{head}\nlead: ada\nhours: office\nchannels: [{{email: pay@acme.example}}]\nservices:\n  {service}:\n    \
         name: {service}\n    summary: It says what you earned.\n    asked_as: [my {service}]\n    owner: ada\n    \
         serves: [everyone]\n    standards: {{normal: {{first_response: 4h}}}}\n    {more}\n"
    )
}

/// The severities and codes of a report, in its order.
fn told(project: &Project) -> Vec<String> {
    let report = project.check();
    let lines = report.lines().filter(|line| line.contains("]: ") && !line.starts_with(' '));
    lines.map(|line| line.split("]:").next().unwrap().to_owned() + "]").collect()
}

#[test]
fn a_company_says_how_much_a_warning_weighs() {
    assert_eq!(told(&company("{}")), ["warning[never-reviewed]", "warning[overdue-review]"]);
    assert_eq!(told(&company("{never-reviewed: note}")), ["note[never-reviewed]", "warning[overdue-review]"]);
    assert_eq!(told(&company("{overdue-review: off}")), ["warning[never-reviewed]"]);
    let strict = company("{overdue-review: error}");
    assert_eq!(told(&strict), ["warning[never-reviewed]", "error[overdue-review]"]);
    assert_eq!(strict.run(["build"]).status, 1, "what the company calls an error stops the build");
    assert!(!strict.path().join("site").exists());
    assert!(company("{never-reviewed: note}").check().ends_with("\n1 warning and 1 note in 2 files\n"));
}

#[test]
fn a_level_may_hold_for_a_part_of_the_catalog() {
    let paths = |paths: &str| told(&company(&format!("{{never-reviewed: error, paths: {paths}}}")));
    assert_eq!(paths("{departments/pay.yaml: {never-reviewed: note}}")[0], "note[never-reviewed]");
    assert_eq!(paths("{departments: {never-reviewed: off}}"), ["warning[overdue-review]"]);
    assert_eq!(
        paths("{departments: {never-reviewed: off}, departments/pay.yaml: {never-reviewed: note}}")[0],
        "note[never-reviewed]"
    );
    let no_prefix = company("{paths: {departments/pa: {never-reviewed: off}}}");
    assert!(
        no_prefix
            .check()
            .contains("error[unknown-warning]: there is no file or folder `departments/pa` in the catalog")
    );
}

#[test]
fn an_unanswered_question_may_be_an_error() {
    let project = company("{unanswered-question: error, never-reviewed: off, overdue-review: off}")
        .file("questions.yaml", "questions: [{ask: zebra, expect: slip, within: 1}]\n");
    assert_eq!(told(&project), ["error[unanswered-question]"]);
    assert_eq!(project.run(["build"]).status, 1);
}

#[test]
fn unknown_warning() {
    let project = company("{never-reviewd: off, unknown-team: off, late-promise: note}");
    assert_snapshot!(project.finding("unknown-warning"), @r#"
    error[unknown-warning]: there is no warning `never-reviewd`
     --> catalog/catalog.yaml:6:10
      |
    6 | checks: {never-reviewd: off, unknown-team: off, late-promise: note}
      |          ^^^^^^^^^^^^^
      |
    help: did you mean `never-reviewed`?
      |
    6 | checks: {never-reviewed: off, unknown-team: off, late-promise: note}
      |                      +
    error[unknown-warning]: there is no warning `unknown-team`
     --> catalog/catalog.yaml:6:30
      |
    6 | checks: {never-reviewd: off, unknown-team: off, late-promise: note}
      |                              ^^^^^^^^^^^^
      |
      = help: write the code of a warning as it stands in brackets in the report; errors keep their weight
    error[unknown-warning]: there is no warning `late-promise`
     --> catalog/catalog.yaml:6:49
      |
    6 | checks: {never-reviewd: off, unknown-team: off, late-promise: note}
      |                                                 ^^^^^^^^^^^^
      |
      = help: write the code of a warning as it stands in brackets in the report; errors keep their weight
    "#);
}

#[test]
fn an_entry_allows_what_is_known() {
    let with = |allow: &str| department("card", &format!("{REVIEWED}allow: [{allow}]\n"));
    let allowed = |allow: &str| company("{never-reviewed: off}").file("departments/tax.yaml", with(allow));
    let known = "{code: overdue-review, because: It moves, until: 2026-11-23}";
    assert_eq!(allowed(known).check(), "Nothing to fix: 2 services in 4 files.\n");
    let other = "{code: never-reviewed, because: It is new, until: 2027-01-01}";
    let both = company("{}").file("departments/tax.yaml", with(&format!("{known}, {other}")));
    assert_eq!(told(&both), ["warning[never-reviewed]", "warning[stale-allow]"], "of another entry it is told");
    let over = allowed("{code: overdue-review, because: It moves, until: 2026-11-22}");
    assert_snapshot!(over.finding("stale-allow"), @r#"
    warning[stale-allow]: `overdue-review` was allowed until 2026-11-22, because: It moves
      --> catalog/departments/tax.yaml:15:20
       |
    15 |     allow: [{code: overdue-review, because: It moves, until: 2026-11-22}]
       |                    ^^^^^^^^^^^^^^
       |
       = note: it is told again
       = help: mend what it is about and delete this, or give it another `until`
    "#);
    assert_eq!(told(&over).len(), 2, "it is told again");
    let idle = allowed("{code: missing-summary, because: It moves, until: 2027-11-22}");
    assert_snapshot!(idle.finding("stale-allow"), @r#"
    warning[stale-allow]: nothing `missing-summary` is found here that had to be allowed
      --> catalog/departments/tax.yaml:15:20
       |
    15 |     allow: [{code: missing-summary, because: It moves, until: 2027-11-22}]
       |                    ^^^^^^^^^^^^^^^
       |
       = help: delete it
    "#);
    assert!(allowed("{code: late-promise, because: x, until: 2027-01-01}").check().contains("error[unknown-warning]"));
    assert!(allowed("{code: overdue-review, until: 2027-01-01}").check().contains("because"));
    // What misses something waits until there are no errors, so that nobody can say that it is not found.
    let broken = company("{}").file("departments/tax.yaml", with(known)).file("people.yaml", "ada: {nme: Ada}\n");
    assert!(!broken.check().contains("stale-allow"), "{}", broken.check());
}

/// What is allowed does not count among what holds of nearly all entries.
#[test]
fn what_is_allowed_is_left_out_before_findings_are_counted() {
    let service = |id: usize, allow: &str| format!("  s{id}: {{name: S{id}, summary: x{id}.{allow}}}\n");
    let allow = ", allow: [{code: never-reviewed, because: x, until: 2027-01-01}]";
    let many = |allow: &str| (0..12).map(|id| service(id, if id < 4 { allow } else { "" })).collect::<String>();
    let project = company("{}").file("departments/big.yaml", format!("name: Big\nservices:\n{}", many(allow)));
    let report = project.check();
    assert!(report.contains("\n 9  warning  never-reviewed\n"), "{report}");
    assert!(!report.contains("stale-allow"), "{report}");
}

/// Every code of a warning can be weighed, and none of an error.
#[test]
fn the_table_knows_every_warning() {
    for explanation in luukku::explain::explanations() {
        let project = Project::new()
            .file("catalog.yaml", format!("name: Acme\nlocales: [en]\nchecks: {{{}: off}}\n", explanation.code));
        let refused = project.check().contains("error[unknown-warning]");
        let is_error = explanation.severity == luukku::diagnostic::Severity::Error;
        assert_eq!(refused, is_error, "{}", explanation.code);
    }
}
