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

#[test]
fn pages_promise_only_what_they_hold() {
    let people = "ada: {name: Ada, team: bar}\neve: {name: Eve}\n";
    let project = built(&[("departments/cafe.yaml", CAFE), ("people.yaml", people), ("departments/b.yaml", BAR)]);
    let home = project.words("index.html");
    assert!(home.contains("Find out who helps and how to reach them.") && !home.contains("today"), "{home}");
    assert!(project.path().join("site/i-need-to.html").exists());
    let names = built(&[("departments/a.yaml", "name: A\nservices: {a: {name: Etcd}, b: {name: Kubelet}}\n")]);
    assert!(!names.path().join("site/i-need-to.html").exists(), "all needs would be of one kind");
    let people = project.words("people/index.html");
    assert!(people.contains("Everybody by name.") && !people.contains("whether they are here"), "{people}");
    let said = COMPANY.replace("locales", "summary: Who does what at the corner\nlocales");
    let project = Project::empty().file("catalog.yaml", said).file("departments/cafe.yaml", CAFE);
    assert_eq!(project.run(["build"]).status, 0);
    assert!(project.words("index.html").contains("Who does what at the corner"));
}

const BAR: &str = r#"
    name: Bar
    lead: eve
    teams:
      bar: {name: Counter}
    services:
      drinks: {name: Drinks, team: bar, depends_on: [{service: cake}]}
"#;

#[test]
fn whom_to_ask_ends_at_somebody_who_can_be_reached() {
    let people = "ada: {name: Ada, team: bar}\neve: {name: Eve, phone: \"+358 9 555 0102\"}\n";
    let files = [("departments/cafe.yaml", CAFE), ("departments/bar.yaml", BAR), ("people.yaml", people)];
    let project = built(&files);
    let ask = "Nobody has said yet how to reach us. Ask: Eve";
    for page in ["services/drinks.html", "teams/bar.html", "departments/bar.html"] {
        assert!(project.words(page).contains(ask), "{page}: {}", project.words(page));
    }
    let needed = project.words("services/drinks.html");
    assert!(needed.contains("A cake") && !needed.contains("How often"), "{needed}");
    let nobody = people.replace(", phone: \"+358 9 555 0102\"", "");
    let project = built(&[files[0], files[1], ("people.yaml", &nobody)]);
    assert!(!project.words("teams/bar.html").contains("Ask:"));
}

#[test]
fn the_list_of_contacts_tells_when_each_way_answers() {
    let cafe = |hours: &str| CAFE.replace("[{phone: \"+358 9 555 0101\"}]", hours);
    let both = "[{phone: \"+358 9 555 0101\", hours: 'Mo 09:00-10:00'}, {email: a@b.example, hours: 'Tu 09:00-10:00'}]";
    let project = built(&[("departments/cafe.yaml", &cafe(both))]);
    let list = project.words("phone-list.html").replace('\u{2060}', "");
    assert!(list.contains("Call: Mon 09:00–10:00"), "{list}");
    assert!(list.contains("Write an email: Tue 09:00–10:00"), "{list}");
    let one = "[{phone: \"+358 9 555 0101\", hours: 'Mo 09:00-10:00'}]";
    let project = built(&[("departments/cafe.yaml", &cafe(one))]);
    let list = project.words("phone-list.html").replace('\u{2060}', "");
    assert!(list.contains("Mon 09:00–10:00") && !list.contains("Call: Mon"), "{list}");
    let project = built(&[("departments/cafe.yaml", CAFE)]);
    assert!(!project.words("phone-list.html").contains("When"), "nobody says when");
}

#[test]
fn hours_of_another_zone_name_it() {
    let bar =
        "name: Bar\ntime_zone: Europe/Stockholm\nhours: Mo 09:00-10:00\nchannels: [{phone: \"+46 8 555 0101\"}]\n";
    let project = built(&[("departments/bar.yaml", bar)]);
    let page = project.words("departments/bar.html").replace('\u{2060}', "");
    assert!(page.contains("Mon 09:00–10:00 (Stockholm)"), "{page}");
}
