//! People of one name are told apart.

use crate::project::Project;

const SERVICE: &str = "
    name: Pay
    hours: office
    teams: {desk: {name: Desk}, yard: {name: Yard}}
    services: {pay: {name: Correct pay, team: desk, owner: a, deputy: b}}
";

fn service_page(privacy: &str, people: &str) -> String {
    let company = format!("name: Acme\nprivacy: {privacy}\nhours: {{office: \"Mo-Fr 08:00-16:00\"}}\n");
    let project = Project::empty()
        .file("catalog.yaml", company)
        .file("departments/pay.yaml", SERVICE)
        .file("people.yaml", people);
    let run = project.run(["build", "--no-minify"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    std::fs::read_to_string(project.path().join("site/services/pay.html")).unwrap()
}

#[test]
fn by_their_titles() {
    let page = service_page("full", "a: {name: Sam Smith, title: Clerk}\nb: {name: Sam Smith, title: Driver}\n");
    assert!(page.contains("Sam Smith (Clerk)</a>") && page.contains("Sam Smith (Driver)</a>"), "{page}");
}

#[test]
fn by_their_teams_where_titles_are_the_same_or_missing() {
    for title in ["", ", title: Clerk"] {
        let people = format!("a: {{name: Sam Smith, team: desk{title}}}\nb: {{name: sam smith, team: yard{title}}}\n");
        let page = service_page("names", &people);
        assert!(page.contains("Sam Smith (Desk)</a>") && page.contains("sam smith (Yard)</a>"), "{page}");
    }
}

#[test]
fn whoever_has_a_name_alone_keeps_it() {
    let page = service_page("full", "a: {name: Sam Smith, title: Clerk}\nb: {name: Pat Smith, title: Clerk}\n");
    assert!(page.contains(">Sam Smith</a>") && page.contains(">Pat Smith</a>"), "{page}");
}
