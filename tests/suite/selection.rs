//! Which findings are told, and which make the check fail.

use std::process::Command;

use crate::project::{Project, Run};

/// Two departments: one with a warning, one with two warnings and an error.
fn company() -> Project {
    let department =
        |name: &str| format!("name: {name}\nsummary: x\nservices:\n  {name}: {{name: {name}, reviewed: 2026-11-01}}\n");
    Project::new()
        .file("catalog.yaml", "name: Acme\nlocales: [en]\ntime_zone: Europe/Helsinki\n")
        .file("departments/pay.yaml", department("slip"))
        .file("departments/tax.yaml", department("card"))
}

fn check(project: &Project, arguments: &[&str]) -> Run {
    project.run(["check"].into_iter().chain(arguments.iter().copied()))
}

/// The codes that are told, each as often.
fn codes(run: &Run) -> Vec<String> {
    let titles = run.stdout.lines().filter(|line| line.contains("]: ") && !line.starts_with(' '));
    let mut codes: Vec<String> = titles.map(|line| line.split(['[', ']']).nth(1).unwrap().to_owned()).collect();
    codes.sort();
    codes
}

#[test]
fn warnings_can_be_denied_all_or_by_their_codes() {
    let project = company();
    assert_eq!(check(&project, &[]).status, 0);
    assert_eq!(check(&project, &["--deny", "warnings"]).status, 1);
    assert_eq!(check(&project, &["--deny", "missing-summary"]).status, 1);
    assert_eq!(check(&project, &["--deny", "overdue-review,rota-gap"]).status, 0);
    let run = check(&project, &["--deny", "missing-sumary"]);
    assert_eq!(
        (run.status, &*run.stderr),
        (2, "luukku: there is no finding `missing-sumary`; did you mean `missing-summary`?\n")
    );
}

#[test]
fn only_some_codes_are_told_and_the_rest_is_counted() {
    let project = company().file("people.yaml", "ada: {nme: Ada}\n");
    let run = check(&project, &["--only", "missing-summary,unknown-key"]);
    assert_eq!((run.status, codes(&run)), (1, vec!["unknown-key".to_owned()]), "{}", run.stdout);
    let errors = check(&project, &["--errors-only"]);
    assert!(!errors.stdout.contains("warning["), "{}", errors.stdout);
    let none = check(&company(), &["--errors-only"]);
    assert!(
        none.stdout.starts_with("Nothing to fix here; ") && none.stdout.ends_with(" other findings not asked for.\n"),
        "{}",
        none.stdout
    );
}

/// What holds of nearly all entries is counted for those alone that are asked for.
#[test]
fn a_department_is_told_of_its_own_files() {
    let many = |name: &str| -> String {
        let services = (0..8).map(|id| format!("  {name}{id}: {{name: {name} {id}, reviewed: 2026-11-01}}\n"));
        format!("name: {name}\nsummary: x\nservices:\n{}", services.collect::<String>())
    };
    let project = company()
        .file("departments/pay.yaml", many("slip"))
        .file("departments/law/department.yaml", "name: Law\nsummary: x\n");
    let project = project.file("departments/house.yaml", many("lamp"));
    let all = check(&project, &["--only", "missing-summary"]);
    assert_eq!(codes(&all).len(), 1, "{}", all.stdout);
    let own = check(&project, &["--only", "missing-summary", "--department", "house"]);
    assert!(
        own.stdout.contains("departments/house.yaml") && !own.stdout.contains("departments/pay.yaml"),
        "{}",
        own.stdout
    );
    let near = check(&project, &["--department", "hous"]);
    assert_eq!((near.status, &*near.stderr), (2, "luukku: no department `hous` has files; did you mean `house`?\n"));
}

fn git(project: &Project, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.args(["-c", "user.name=a", "-c", "user.email=a@acme.example"]).args(arguments).current_dir(project.path());
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_change_is_told_of_what_it_brings() {
    let project = company();
    git(&project, &["init", "--quiet"]);
    git(&project, &["add", "."]);
    git(&project, &["commit", "--quiet", "-m", "one"]);
    let before = check(&project, &["--changed-since", "HEAD"]);
    assert!(before.stdout.starts_with("Nothing to fix here; "), "{}{}", before.stdout, before.stderr);
    let project =
        project.file("departments/tax.yaml", "name: card\nsumary: x\n").file("departments/é new.yaml", "name: N\n");
    let run = check(&project, &["--changed-since", "HEAD"]);
    assert_eq!(run.status, 1);
    assert!(run.stdout.contains("departments/tax.yaml") && run.stdout.contains("é new.yaml"), "{}", run.stdout);
    assert!(!run.stdout.contains("departments/pay.yaml"), "{}", run.stdout);
    let unknown = check(&project, &["--changed-since", "nowhere"]);
    assert!(
        unknown.status == 2 && unknown.stderr.starts_with("luukku: git does not know that: "),
        "{}",
        unknown.stderr
    );
    assert_eq!(check(&project, &["--changed-since=--output=x"]).stderr, "luukku: `--output=x` is no revision of git\n");
}

#[test]
fn a_baseline_holds_back_what_was_there() {
    let project = company();
    let written = check(&project, &["--write-baseline", "old.txt"]);
    assert!(written.stderr.ends_with(" warnings written to old.txt\n"), "{}", written.stderr);
    let held = check(&project, &["--baseline", "old.txt", "--deny", "warnings"]);
    assert!(held.status == 0 && held.stdout.starts_with("Nothing to fix here; "), "{}", held.stdout);
    let project =
        project.file("departments/new.yaml", "name: New\nsummary: x\nservices: {lamp: {name: Lamp, summary: x}}\n");
    let new = check(&project, &["--baseline", "old.txt", "--deny", "warnings"]);
    assert_eq!(new.status, 1);
    assert!(
        new.stdout.contains("departments/new.yaml") && !new.stdout.contains("departments/pay.yaml"),
        "{}",
        new.stdout
    );
    // Errors are told, whatever stands in a file, and what was mended is said.
    let project = project.file("departments/pay.yaml", "name: Pay\nsumary: x\n");
    let run = check(&project, &["--baseline", "old.txt"]);
    assert!(run.stdout.contains("error[unknown-key]"), "{}", run.stdout);
    assert!(run.stderr.contains("no longer found of the baseline: "), "{}", run.stderr);
    let missing = check(&project, &["--baseline", "none.txt"]);
    assert!(missing.stderr.contains("`luukku check --write-baseline` writes one"), "{}", missing.stderr);
}
