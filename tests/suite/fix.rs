//! `luukku check --fix`: what is surely meant is written, and nothing else.

use std::process::Command;

use luukku::explain::{Example, explanations};

use crate::project::Project;

/// A file with three slips, a comment, two kinds of quotes and the ends of lines of Windows.
const PAY: &str = "# what pays\r\nname: 'Pay'   # short\r\nsumary: \"Pays\"\r\nhours: office\r\nservices:\r\n  \
                   slip: {name: Slip, team: dsk1, reviewed: 3.11.2026}\r\nteams: {desk1: {name: Desk}}\r\n";

fn read(project: &Project, path: &str) -> String {
    std::fs::read_to_string(project.catalog().join(path)).unwrap()
}

#[test]
fn all_other_signs_stay_as_they_are() {
    let project = Project::new().file("departments/pay.yaml", format!("\u{FEFF}{PAY}"));
    let run = project.run(["check", "--fix"]);
    assert!(
        run.stdout.starts_with("Fixed 3 findings in 1 file:\n  catalog/departments/pay.yaml\n\n"),
        "{}",
        run.stdout
    );
    assert_eq!((run.status, &*run.stderr), (0, ""), "{}", run.stdout);
    let right =
        PAY.replace("sumary", "summary").replace("team: dsk1", "team: desk1").replace("3.11.2026", "2026-11-03");
    assert_eq!(read(&project, "departments/pay.yaml"), format!("\u{FEFF}{right}"));
    assert!(project.run(["check", "--fix"]).stdout.starts_with("Nothing can be fixed without you.\n"));
}

#[test]
fn a_dry_run_prints_a_patch_that_git_applies() {
    let project = Project::new().file("departments/pay.yaml", PAY).file("departments/law.yaml", "name: Law\nsumary: x");
    let run = project.run(["check", "--fix", "--dry-run"]);
    assert_eq!((run.status, &*run.stderr), (0, ""));
    assert_eq!(read(&project, "departments/pay.yaml"), PAY, "nothing is written");
    std::fs::write(project.path().join("fix.patch"), &run.stdout).unwrap();
    let apply = |arguments: &[&str]| {
        let output = Command::new("git").args(arguments).current_dir(project.path()).output().unwrap();
        assert!(output.status.success(), "{}\n{}", String::from_utf8_lossy(&output.stderr), run.stdout);
    };
    apply(&["init", "--quiet"]);
    apply(&["apply", "fix.patch"]);
    let patched = (read(&project, "departments/pay.yaml"), read(&project, "departments/law.yaml"));
    let fixed = Project::new().file("departments/pay.yaml", PAY).file("departments/law.yaml", "name: Law\nsumary: x");
    assert_eq!(fixed.run(["check", "--fix"]).status, 0);
    assert_eq!(patched, (read(&fixed, "departments/pay.yaml"), read(&fixed, "departments/law.yaml")));
    assert_eq!(patched.1, "name: Law\nsummary: x");
}

/// What a company promises, and what may be meant, is for people to say.
#[test]
fn promises_and_doubts_are_left_to_people() {
    let slow = "name: It\nhours: office\nservices:\n  a: {name: A, standards: {normal: {resolution: 1d}}, \
                depends_on: [{service: b, blocking: true}]}\n  b: {name: B, standards: {normal: {resolution: 5d}}}\n";
    let project = Project::new().file("departments/it.yaml", slow);
    assert!(project.check().contains("error[late-promise]"), "{}", project.check());
    assert_eq!(project.run(["check", "--fix"]).status, 1);
    assert_eq!(read(&project, "departments/it.yaml"), slow);
}

fn errors(report: &str) -> usize {
    report.lines().filter(|line| line.starts_with("error[")).count()
}

/// On the example of each finding there is: no file has more errors afterwards, and a second run finds nothing to do.
#[test]
fn no_example_gets_worse() {
    let mut fixed = 0;
    for page in explanations() {
        let files = |project: Project| {
            page.shown.iter().fold(project, |project, Example { path, content }| project.file(path, content))
        };
        let project = files(Project::new());
        let before = errors(&project.run(["check"]).stdout);
        let run = project.run(["check", "--fix"]);
        assert_eq!(run.stderr, "", "{}", page.code);
        fixed += usize::from(run.stdout.starts_with("Fixed "));
        assert!(errors(&run.stdout) <= before, "{}:\n{}", page.code, run.stdout);
        let again = project.run(["check", "--fix"]).stdout;
        assert!(again.starts_with("Nothing can be fixed without you.\n"), "{}:\n{again}", page.code);
    }
    assert!(fixed > 15, "{fixed} examples were fixed");
}
