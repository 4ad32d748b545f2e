//! `luukku new`: the files that it begins.

use std::path::Path;

use crate::project::Project;

/// A catalog with everything that a new file can take over.
const PEOPLE: &str = "\
ada.byron: {name: Ada Byron, team: desk, email: ada@acme.example, deputy: joan.clarke}
joan.clarke: {name: Joan Clarke, team: desk}
";
const PAY: &str = "\
name: Pay
lead: ada.byron
hours: office
channels: [{phone: \"+358 9 555 0100\"}, {email: pay@acme.example}]
standards: {normal: {first_response: 4h, resolution: 3d}}
teams: {desk: {name: Desk, lead: ada.byron, members: [joan.clarke]}}
services: {wages: {name: Wages, team: desk}}
";

fn company() -> Project {
    Project::new()
        .file("people.yaml", PEOPLE)
        .file("places.yaml", "house: {name: House, address: Street 1}\n")
        .file("departments/pay.yaml", PAY)
}

/// Begins a file, and gives what is in it.
fn begun(project: &Project, arguments: &[&str], path: &str) -> String {
    let run = project.run(["new"].into_iter().chain(arguments.iter().copied()));
    assert_eq!((run.status, &*run.stderr), (0, ""), "{arguments:?}");
    assert!(run.stdout.starts_with(&format!("Wrote catalog/{path}.")), "{}", run.stdout);
    std::fs::read_to_string(project.catalog().join(path)).unwrap()
}

const KINDS: [(&[&str], &str); 6] = [
    (&["service", "tax-card"], "departments/pay/services/tax-card.yaml"),
    (&["team", "counter"], "departments/pay/teams/counter.yaml"),
    (&["article", "read-it"], "departments/pay/articles/read-it.md"),
    (&["department", "travel"], "departments/travel.yaml"),
    (&["journey", "first-day"], "journeys/first-day.yaml"),
    (&["news", "new-card"], "news/2026-11-23-new-card.md"),
];

#[test]
fn a_new_service_takes_over_what_the_catalog_knows() {
    insta::assert_snapshot!(begun(&company(), KINDS[0].0, KINDS[0].1), @r##"
    # The file's name is the service's id, and so its address on the site: tax-card.
    # Only `name` and `summary` have to be there. A line behind `#` is a note: delete the `#` to use it.
    # `luukku check` says what readers miss.

    name: {en: Tax card}               # and in fi
    summary: "..."                     # what readers get from you, in one line
    # asked_as: [my pay is wrong, overtime is missing]  # what people say when they need it, in their own words
    team: desk
    owner: ada.byron                   # answers for the promise
    deputy: joan.clarke                # when the owner is away
    serves: [everyone]                 # or departments, teams or audiences
    # channels: []                     # left out, the team's: phone +35895550100, email pay@acme.example
    # hours: "Mo-Fr 08:00-16:00"       # left out, the team's: Mo-Fr 08:00-16:00; PH closed
    # standards: {normal: {first_response: 4h, resolution: 3d, target: 90%}}  # what you promise
    # standards: {normal: {}}          # left out, readers are promised: normal: {first_response: 4h, resolution: 3d}
    # you_provide: [{what: Your approved hours, why: Later ones are paid a month later}]
    # you_receive: [A corrected payslip]
    # not_included: [{what: Travel costs, go_to: wages}]  # what people ask you for wrongly, and where it belongs
    # steps: [{what: You tell us the month, who: you}, {what: We put it right, who: desk, takes: 1d}]
    # depends_on: [{service: wages, for: the hours as approved, blocking: true}]  # whose answer you wait for
    # own_work: 4h                     # the working time that your own part takes
    # escalate: [{to: ada.byron, after: 3d}]  # whom to turn to when it takes too long
    # reviewed: 2026-11-23             # when somebody last read all this and found it right
    "##);
}

#[test]
fn a_new_file_is_right_and_says_that_its_words_are_missing() {
    for (arguments, path) in KINDS {
        let project = company();
        begun(&project, arguments, path);
        let report = project.check();
        assert!(!report.contains("error["), "{report}");
        assert!(report.contains("warning[placeholder]: `...`"), "{report}");
    }
}

/// Each note with its sign deleted, in place of a line with the same key.
fn notes(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().collect();
    let key = |line: &str| line.trim_start_matches("# ").split_once(':').map(|(key, _)| key.to_owned());
    let is_note = |line: &str| {
        line.trim_start().starts_with("# ") && key(line.trim_start()).is_some_and(|key| !key.contains(' '))
    };
    let mut written = Vec::new();
    for (place, note) in lines.iter().enumerate().filter(|(_, line)| is_note(line)) {
        let within = lines.iter().skip(place + 1).take_while(|line| line.starts_with("#  ")).count();
        let mut now: Vec<String> = Vec::new();
        for (other, line) in lines.iter().enumerate() {
            let uncovered = (place..=place + within).contains(&other);
            match uncovered {
                true => now.push(line.replacen("# ", "", 1)),
                false if key(line) == key(note) && !line.starts_with('#') => {}
                false => now.push((*line).to_owned()),
            }
        }
        written.push(now.join("\n"));
    }
    written
}

#[test]
fn every_note_is_right_once_its_sign_is_deleted() {
    let mut tried = 0;
    for (arguments, path) in KINDS {
        let project = company();
        let text = begun(&project, arguments, path);
        for with_note in notes(&text) {
            tried += 1;
            let project = company().file(path, &with_note);
            let report = project.check();
            assert!(!report.contains("error["), "{with_note}\n{report}");
        }
    }
    assert!(tried > 25, "{tried} notes");
}

fn refused(project: &Project, arguments: &[&str]) -> String {
    let run = project.run(["new"].into_iter().chain(arguments.iter().copied()));
    assert_eq!(run.status, 2, "{}", run.stdout);
    run.stderr
}

#[test]
fn nothing_is_overwritten_and_no_id_is_given_twice() {
    let project = company().file("departments/pay/services/free.yaml", "name: Free\naliases: [old]\n");
    let taken = |id: &str| refused(&project, &["service", id]);
    assert_eq!(
        taken("free"),
        "luukku: there is a service `free` already, in `catalog/departments/pay/services/free.yaml`\n"
    );
    assert!(taken("old").contains("there is a service `free` already"));
    assert!(taken("wages").contains("in `catalog/departments/pay.yaml`"), "{}", taken("wages"));
    assert_eq!(
        taken("Tax Card"),
        "luukku: `Tax Card` cannot be the id of a service; use small letters a to z, digits and hyphens: `tax-card`\n"
    );
    assert!(taken("../x").contains("cannot be the id"));
    let more = company().file("departments/house.yaml", "name: House\n");
    assert_eq!(refused(&more, &["team", "x"]), "luukku: say whose it is: `--department ID`, one of house, pay\n");
    assert_eq!(
        refused(&more, &["team", "x", "--department", "hous"]),
        "luukku: there is no department `hous`; did you mean `house`?\n"
    );
    assert!(!Path::new(&more.catalog().join("departments/hous")).exists());
    begun(&more, &["news", "x"], "news/2026-11-23-x.md");
    assert!(refused(&more, &["news", "x"]).contains("cannot write `catalog/news/2026-11-23-x.md`: File exists"));
}
