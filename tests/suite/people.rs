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

#[test]
fn a_team_lists_its_people_as_it_has_written_them() {
    let department = "name: Pay\nteams: {desk: {name: Desk, lead: c, members: [z, a]}, yard: {name: Yard}}\n";
    let people = "a: {name: Abe}\nc: {name: Cem}\nz: {name: Zoe}\n";
    let project = Project::new().file("departments/pay.yaml", department).file("people.yaml", people);
    let run = project.run(["build", "--no-minify"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    let page = std::fs::read_to_string(project.path().join("site/teams/desk.html")).unwrap();
    let people = page.split("id=\"people\"").nth(1).unwrap();
    let places = ["Cem", "Zoe", "Abe"].map(|name| people.find(name).unwrap());
    assert!(places.is_sorted(), "{people}");
}
