//! `luukku diff`: what changes for readers from one catalog to another.

use std::process::Command;

use insta::assert_snapshot;
use serde_json::Value;

use crate::project::{Project, Run};
use crate::site::root;

const COMPANY: &str = "\
name: Acme
locales: [en, fi]
time_zone: Europe/Helsinki
country: FI
hours: {office: \"Mo-Fr 08:00-16:00; PH off\"}
audiences: {managers: {name: Managers}}
";
const PEOPLE: &str = "ada: {name: Ada Byron, team: desk}\njoan: {name: Joan Clarke, team: desk}\n";
const PAY: &str = "\
name: Pay
hours: office
channels: [{email: pay@acme.example}, {phone: \"+358 9 555 0100\"}]
teams: {desk: {name: Desk}, hall: {name: Hall}}
services:
  slip:
    name: {en: Payslip, fi: Palkkalaskelma}
    team: desk
    owner: ada
    serves: [managers]
    standards: {normal: {first_response: 4h, resolution: 1d, target: 90%}}
    deadlines: [{name: Payday, every: month, on: 15}]
  card: {name: Tax card, team: desk}
";
const HOUSE: &str = "\
name: House
hours: office
services:
  gate: {name: Gate, depends_on: [{service: slip}], standards: {normal: {first_response: 1d}}}
";

/// Two folders beside each other: the company, and the same with some words replaced by others.
fn changed(changes: &[(&str, &str)]) -> Project {
    let mut project = Project::empty();
    for (folder, is_new) in [("", false), ("../new/", true)] {
        for (path, text) in [
            ("catalog.yaml", COMPANY),
            ("people.yaml", PEOPLE),
            ("departments/pay.yaml", PAY),
            ("departments/house.yaml", HOUSE),
        ] {
            let mut text = text.to_owned();
            for (from, to) in changes.iter().filter(|_| is_new) {
                text = text.replace(from, to);
            }
            project = project.file(&format!("{folder}{path}"), text);
        }
    }
    project
}

fn diff(project: &Project, arguments: &[&str]) -> Run {
    project.run(["diff", "catalog", "new"].into_iter().chain(arguments.iter().copied()))
}

fn told(changes: &[(&str, &str)]) -> String {
    let run = diff(&changed(changes), &[]);
    assert_eq!((run.status, &*run.stderr), (0, ""), "{}", run.stdout);
    run.stdout
}

/// The kinds of changes, from one side and from the other.
fn kinds(project: &Project, sides: [&str; 2]) -> Vec<String> {
    let run = project.run(["diff", sides[0], sides[1], "--format", "json"]);
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    let kind = |change: &Value| change["kind"].as_str().unwrap().to_owned();
    report["changes"].as_array().unwrap().iter().map(kind).collect()
}

#[test]
fn what_readers_notice_is_told_by_department_and_entry() {
    let text = told(&[
        ("resolution: 1d, target: 90%", "resolution: 3d, target: 85%"),
        ("owner: ada", "owner: joan"),
        ("{email: pay@acme.example}, ", "{form: \"https://acme.example/pay\"}, "),
        ("on: 15", "on: 20"),
        ("card: {name: Tax card, team: desk}", "tax: {name: Tax card, team: hall, aliases: [card]}"),
        ("name: Gate,", "name: Front gate,"),
    ]);
    assert_snapshot!(text, @r#"
    House
      “Front gate”
        renamed        was called “Gate”

    Pay
      “Payslip” (affects Managers, House)
        worse-promise  is to be kept in 85 % of cases instead of 90 %
        worse-promise  now promises a solution within 3 working days instead of 1 working day
        channels       is now reached by form https://acme.example/pay instead of email pay@acme.example
        owner          is now answered for by Joan Clarke instead of Ada Byron
        deadline       has “Payday” on 2026-12-20 instead of 2026-12-15
      “Tax card”
        moved          is now done by Hall instead of Desk
        renamed        has another address: it was `card`
        channels       is now reached by form https://acme.example/pay instead of email pay@acme.example

    9 changes: 2 worse-promise, 1 moved, 2 renamed, 2 channels, 1 owner, 1 deadline
    "#);
}

#[test]
fn nothing_is_told_where_nothing_is_noticed() {
    let same = told(&[
        (
            "[{email: pay@acme.example}, {phone: \"+358 9 555 0100\"}]",
            "[{phone: +358 9 5550100}, {email: pay@acme.example}]",
        ),
        ("\"Mo-Fr 08:00-16:00; PH off\"", "\"Mo-Fr 8:00-16:00; PH off\""),
        ("{first_response: 4h, resolution: 1d, target: 90%}", "{target: 90%, first_response: 240m, resolution: 1d}"),
    ]);
    assert_eq!(same, "Nothing changes for readers.\n");
}

#[test]
fn promises_are_compared_by_when_the_answer_comes() {
    let one = |from: &str, to: &str| kinds(&changed(&[(from, to)]), ["catalog", "new"]);
    assert_eq!(one("first_response: 4h", "first_response: 6h"), ["worse-promise"]);
    assert_eq!(one("first_response: 4h", "first_response: 2h"), ["better-promise"]);
    // Eight working hours from the morning on end in the evening, a day the next morning.
    assert_eq!(one("resolution: 1d", "resolution: 8h"), ["better-promise"]);
    assert_eq!(one("resolution: 1d", "resolution: 0d 24h"), ["worse-promise"]);
    // Tomorrow at four is sooner for some and later for others.
    assert_eq!(one("resolution: 1d", "resolution: {days: 1, at: \"12:00\"}"), ["other-promise"]);
    assert_eq!(one("target: 90%", "target: 95%"), ["better-promise"]);
    assert_eq!(one("first_response: 4h, ", ""), ["worse-promise"]);
    assert_eq!(
        one("first_response: 4h", "first_response: 4h, clock: always").first().map(String::as_str),
        Some("better-promise")
    );
    // Shorter hours make each promise a later one; they are told once for each service.
    let hours = one("\"Mo-Fr 08:00-16:00; PH off\"", "\"Mo-Th 08:00-16:00; PH off\"");
    assert_eq!(hours, ["worse-promise", "hours", "worse-promise", "hours", "hours"]);
}

/// What is better from one side is worse from the other, and what is new is gone.
#[test]
fn the_other_way_round_all_is_mirrored() {
    let project = changed(&[
        ("first_response: 4h", "first_response: 6h"),
        ("  card: {name: Tax card, team: desk}\n", "  fee: {name: Fee, team: desk}\n  cap: {name: Cap}\n"),
        ("name: Gate,", "name: Front gate,"),
    ]);
    let mirrored = |kind: &String| match kind.as_str() {
        "worse-promise" => "better-promise".to_owned(),
        "better-promise" => "worse-promise".to_owned(),
        "new" => "gone".to_owned(),
        "gone" => "new".to_owned(),
        other => other.to_owned(),
    };
    let mut there: Vec<String> = kinds(&project, ["catalog", "new"]);
    let mut back: Vec<String> = kinds(&project, ["new", "catalog"]).iter().map(mirrored).collect();
    there.sort();
    back.sort();
    assert_eq!(there, back);
    assert_eq!(there, ["gone", "new", "new", "renamed", "worse-promise"]);
}

#[test]
fn what_has_ended_names_what_replaces_it() {
    let text =
        told(&[("name: Tax card, team: desk", "name: Tax card, team: desk, status: retired, replaced_by: slip")]);
    assert!(text.contains("retired        has ended; “Payslip” replaces it"), "{text}");
}

#[test]
fn a_catalog_is_the_same_as_itself() {
    let demo = root().join("catalog");
    let demo = demo.to_str().unwrap();
    let run = Project::empty().run(["diff", demo, demo]);
    assert_eq!((run.status, &*run.stdout), (0, "Nothing changes for readers.\n"), "{}", run.stderr);
}

#[test]
fn whom_it_affects_and_what_fails_can_be_chosen() {
    let project = changed(&[("first_response: 4h", "first_response: 6h"), ("name: Gate,", "name: Front gate,")]);
    assert!(
        diff(&project, &[]).stdout.contains("“Payslip” (affects Managers, House)"),
        "{}",
        diff(&project, &[]).stdout
    );
    let house = diff(&project, &["--for", "managers"]);
    assert!(house.stdout.contains("Payslip") && !house.stdout.contains("Front gate"), "{}", house.stdout);
    assert_eq!(diff(&project, &["--fail-on", "worse-promise,gone"]).status, 1);
    assert_eq!(diff(&project, &["--fail-on", "gone"]).status, 0);
    let unknown = diff(&project, &["--fail-on", "worse-promises"]);
    assert_eq!(
        (unknown.status, &*unknown.stderr),
        (2, "luukku: there is no kind of change `worse-promises`; did you mean `worse-promise`?\n")
    );
    let finnish = diff(&project, &["--locale", "fi"]);
    assert!(finnish.stdout.contains("“Palkkalaskelma”"), "{}", finnish.stdout);
    assert!(diff(&project, &["--locale", "sv"]).stderr.contains("has no language `sv`; it has en, fi"));
}

/// What may not be shown of people is not told either.
#[test]
fn nobody_is_named_who_may_not_be() {
    let private = |project: Project| {
        ["catalog.yaml", "../new/catalog.yaml"]
            .into_iter()
            .fold(project, |project, path| project.file(path, format!("{COMPANY}privacy: roles\n")))
    };
    let project =
        private(changed(&[("owner: ada", "owner: joan"), ("joan: {name: Joan Clarke", "joan: {name: Joan Turing")]));
    let text = diff(&project, &["--format", "json"]).stdout;
    for name in ["Ada", "Joan", "Byron", "Clarke", "Turing"] {
        assert!(!text.contains(name), "{text}");
    }
}

#[test]
fn markdown_and_json_are_for_others_to_read() {
    let project = changed(&[
        ("name: Gate,", "name: \"Gate @maija <img src=x> [l](https://evil.example)\","),
        ("on: 15", "on: 20"),
    ]);
    let text = diff(&project, &["--format", "markdown"]).stdout;
    assert!(text.starts_with("**2 changes: 1 renamed, 1 deadline**\n"), "{text}");
    assert!(!text.contains("@maija"), "{text}");
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, pulldown_cmark::Parser::new(&text));
    assert!(html.contains("<code>renamed</code>") && !html.contains("<a") && !html.contains("<img"), "{html}");
    let schema: Value = serde_json::from_str(&project.run(["schema", "diff"]).stdout).unwrap();
    let validator = jsonschema::options().build(&schema).unwrap();
    let report: Value = serde_json::from_str(&diff(&project, &["--format", "json"]).stdout).unwrap();
    assert!(validator.is_valid(&report), "{report}");
    assert!(!validator.is_valid(&serde_json::json!({"version": 1, "changes": [{"kind": "x"}]})));
}

fn git(project: &Project, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.args(["-c", "user.name=a", "-c", "user.email=a@acme.example"]).args(arguments).current_dir(project.path());
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn revisions_of_git_are_compared_with_each_other_and_with_a_folder() {
    let project = changed(&[("first_response: 4h", "first_response: 6h")]);
    git(&project, &["init", "--quiet"]);
    git(&project, &["add", "catalog"]);
    git(&project, &["commit", "--quiet", "-m", "one"]);
    git(&project, &["tag", "v1"]);
    let project = project.file("departments/pay.yaml", PAY.replace("first_response: 4h", "first_response: 6h"));
    let folder = project.run(["diff", "v1", "catalog"]);
    assert!(
        folder.stdout.contains("now promises a first answer within 6 working hours instead of 4"),
        "{}",
        folder.stderr
    );
    git(&project, &["commit", "--quiet", "-am", "two"]);
    let revisions = project.run(["diff", "v1", "HEAD"]);
    assert_eq!(revisions.stdout, folder.stdout, "{}", revisions.stderr);
    let unknown = project.run(["diff", "v9", "catalog"]);
    assert!(unknown.status == 2 && unknown.stderr.contains("`v9` is no folder here"), "{}", unknown.stderr);
    assert!(project.run(["diff", "--", "--output=x", "catalog"]).stderr.contains("`--output=x` is no revision of git"));
    let broken = project.file("departments/house.yaml", "nmae: House\n").run(["diff", "v1", "catalog"]);
    assert_eq!(broken.status, 1);
    assert!(broken.stderr.starts_with("luukku: `catalog` has errors"), "{}", broken.stderr);
}
