//! Companies that write little yet: their pages look intended, and nothing is missed on every one of them.

use crate::project::Project;

const COMPANY: &str = "name: Kahvila Kulma\nlocales: [en]\ntime_zone: Europe/Helsinki\n";

const CAFE: &str = r#"
    name: Cafe
    channels: [{phone: "+358 9 555 0101"}]
    services:
      cake: {name: A cake, summary: For a party}
      shift: {name: Another shift}
"#;

fn built(files: &[(&str, &str)]) -> Project {
    let project = Project::empty().file("catalog.yaml", COMPANY);
    let project = files.iter().fold(project, |project, (path, text)| project.file(path, text));
    let run = project.run(["build"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    project
}

#[test]
fn one_department_is_no_choice() {
    let project = built(&[("departments/cafe.yaml", CAFE)]);
    let home = project.words("index.html");
    assert!(home.contains("What we do for youA cake For a partyAnother shift"), "{home}");
    assert!(!home.contains("Departments"), "{home}");
    let two = built(&[("departments/cafe.yaml", CAFE), ("departments/bar.yaml", "name: Bar\n")]);
    let home = two.words("index.html");
    assert!(home.contains("Departments") && !home.contains("A cake"), "{home}");
}

#[test]
fn what_nobody_writes_is_missed_nowhere() {
    let project = built(&[("departments/cafe.yaml", CAFE)]);
    let cake = project.words("services/cake.html");
    for missed in ["When you get an answer", "We have not promised", "Nobody has checked", "Who answers for this"] {
        assert!(!cake.contains(missed), "{missed}\n{cake}");
    }
    assert!(!project.path().join("site/roles.html").exists() && !project.path().join("site/standards.html").exists());
}

#[test]
fn what_some_write_is_missed_at_the_others() {
    let more = CAFE.replace(
        "cake: {name: A cake,",
        "cake: {name: A cake, owner: ada, reviewed: 2026-09-01, standards: {normal: {resolution: 2d}},",
    );
    let project = built(&[("departments/cafe.yaml", &more), ("people.yaml", "ada: {name: Ada}\n")]);
    let shift = project.words("services/shift.html");
    assert!(shift.contains("We have not promised a time here yet."), "{shift}");
    assert!(shift.contains("Nobody has checked this page yet"), "{shift}");
    let roles = project.words("roles.html");
    assert!(roles.contains("1 service has nobody yet who answers for it."), "{roles}");
    assert!(!roles.contains("Is asked first"), "{roles}");
    let standards = project.words("standards.html");
    assert!(standards.contains("No time promised yet: Another shift"), "{standards}");
}
