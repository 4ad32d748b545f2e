//! One slip makes one finding, in its own line: what follows from it elsewhere is not told.

use luukku::diagnostic::Severity;

use crate::project::{NOW, Project};

const CATALOG: &str = "catalog.yaml";
const PEOPLE: &str = "people.yaml";
const PAY: &str = "departments/pay/department.yaml";
const DESK: &str = "departments/pay/teams/desk.yaml";
const SLIP: &str = "departments/pay/services/slip.yaml";
const STOCK: &str = "departments/stock.yaml";
const START: &str = "journeys/start.yaml";
const NEWS: &str = "news/new.md";
const FIGURES: &str = "measurements/2026.csv";

/// A catalog without an error.
const FILES: &[(&str, &str)] = &[
    (
        CATALOG,
        "\
name: Acme
locales: [en, fi]
time_zone: Europe/Helsinki
country: FI
hours:
  office: Mo-Fr 08:00-16:00
standards:
  normal: {first_response: 4h, resolution: 3d}
  urgent: {when: Nothing works, first_response: 1h}
audiences:
  managers: {name: Managers}
external_customer: {name: Our customers}
",
    ),
    (PEOPLE, "maija.virtanen: {name: Maija Virtanen}\nantti.salo:\n  name: Antti Salo\n"),
    (PAY, "name: {en: Pay, fi: Palkat}\nlead: maija.virtanen\nhours: office\n"),
    (
        DESK,
        "\
name: {en: Desk, fi: Tiski}
lead: antti.salo
hours: office
channels:
  - email: desk@acme.example
    for: Anything
",
    ),
    (
        SLIP,
        "\
name: {en: Payslips, fi: Laskelmat}
team: desk
serves: [managers]
hours: office
standards: [normal, urgent]
channels:
  - {form: \"https://acme.example\", standard: urgent}
deadlines:
  - name: Payday
    every: month
    on: 15
steps:
  - {what: We look, who: lead}
  - {what: They look, who: stock-lead}
depends_on:
  - service: count
    for: numbers
    standard: urgent
  - service: list
    after: count
escalate: [{to: desk-lead}]
",
    ),
    (
        STOCK,
        "\
name: Stock
lead: antti.salo
hours: office
teams:
  store:
    name: Store
    lead: antti.salo
services:
  count:
    name: Count
    team: store
    standards: [normal, urgent]
  list:
    name: List
    standards:
      normal: {resolution: 1d}
    escalate: [{to: lead}]
",
    ),
    (
        START,
        "\
name: Start
audience: managers
steps:
  - {id: badge, what: Get a badge, with: desk-lead}
  - {what: Go, after: badge}
",
    ),
    (NEWS, "---\ntitle: New\ndate: 2026-11-01\n---\nBody.\n"),
    (FIGURES, "period,service,standard,metric,value,count\n2026-10,slip,urgent,requests,12,\n"),
];

/// The file, what stands in it, what is written instead; and each finding by code, line and column,
/// all of them in that file.
type Slip = (&'static str, &'static str, &'static str, &'static [(&'static str, usize, usize)]);

const SLIPS: &[Slip] = &[
    // What the company shares is not known: nobody who names it is wrong.
    (CATALOG, "name: Acme", "name: [Acme", &[("invalid-yaml", 1, 7)]),
    (CATALOG, "locales: [en, fi]", "lcoales: [en, fi]", &[("unknown-key", 2, 1)]),
    (CATALOG, "locales: [en, fi]", "locales: en, fi", &[("wrong-type", 2, 10)]),
    (CATALOG, "hours:", "huors:", &[("unknown-key", 5, 1)]),
    (CATALOG, "office: Mo-Fr 08:00-16:00", "office: Mo-Fr 8-16", &[("invalid-hours", 6, 11)]),
    (CATALOG, "office: Mo-Fr 08:00-16:00", "office: [Mo-Fr 08:00-16:00]", &[("wrong-type", 6, 11)]),
    (CATALOG, "office: Mo-Fr 08:00-16:00", "office:", &[("missing-key", 6, 3)]),
    (CATALOG, "standards:", "standrads:", &[("unknown-key", 7, 1)]),
    (CATALOG, "urgent: {when: Nothing works, first_response: 1h}", "urgent: 1h", &[("wrong-type", 9, 11)]),
    (CATALOG, "audiences:", "audience:", &[("unknown-key", 10, 1)]),
    (CATALOG, "managers: {name: Managers}", "managers: Managers", &[("wrong-type", 11, 13)]),
    // What is missing only because its key was told to be wrong, and keys with nothing behind them.
    (CATALOG, "name: Acme", "naem: Acme", &[("unknown-key", 1, 1)]),
    (CATALOG, "name: Acme", "name:", &[("missing-name", 1, 1)]),
    (CATALOG, "country: FI", "country: FI\nsummary:", &[]),
    (CATALOG, "external_customer: {name: Our customers}", "external_customer: {}", &[("missing-name", 12, 20)]),
    (CATALOG, "managers: {name: Managers}", "managers: {nmae: Managers}", &[("unknown-key", 11, 14)]),
    (PEOPLE, "  name: Antti Salo", "  naem: Antti Salo", &[("unknown-key", 3, 3)]),
    (PEOPLE, "  name: Antti Salo", "  name:", &[("missing-name", 3, 3)]),
    (PEOPLE, "  name: Antti Salo", "  name: {}", &[("missing-name", 3, 3)]),
    (PEOPLE, "antti.salo:\n  name: Antti Salo\n", "antti.salo: Antti Salo\n", &[("wrong-type", 2, 13)]),
    (PEOPLE, "antti.salo:\n  name: Antti Salo\n", "antti.salo: \"Antti Salo\n", &[("invalid-yaml", 2, 13)]),
    (DESK, "email:", "emial:", &[("unknown-key", 5, 5)]),
    (DESK, "- email: desk@acme.example", "- email:", &[("channel-without-kind", 5, 5)]),
    (DESK, "  - email: desk@acme.example\n    for", "  - for", &[("channel-without-kind", 5, 5)]),
    (DESK, "name: {en: Desk, fi: Tiski}", "name:", &[("missing-name", 1, 1)]),
    (SLIP, "    on: 15", "    no: 15", &[("unknown-key", 11, 5)]),
    (SLIP, "    on: 15", "    on:", &[("invalid-deadline", 11, 5)]),
    (SLIP, "  - name: Payday\n    every: month\n    on: 15", "  - every: month", &[("invalid-deadline", 9, 5)]),
    (SLIP, "every: month", "evrey: month", &[("unknown-key", 10, 5)]),
    (SLIP, "every: month", "every: monthly", &[("invalid-deadline", 10, 12)]),
    (NEWS, "title:", "tilte:", &[("unknown-key", 2, 1)]),
    (NEWS, "date:", "daet:", &[("unknown-key", 3, 1)]),
    (NEWS, "date: 2026-11-01", "date:", &[("missing-key", 3, 1)]),
    // Leads who were named and not found.
    (PEOPLE, "name: Maija", "nmae: Maija", &[("unknown-key", 1, 18)]),
    (DESK, "lead: antti.salo", "lead: anti.salo", &[("unknown-person", 2, 7)]),
    (DESK, "lead: antti.salo", "laed: antti.salo", &[("unknown-key", 2, 1)]),
    (DESK, "lead: antti.salo", "lead: \"antti.salo", &[("invalid-yaml", 2, 7)]),
    (PAY, "lead: maija.virtanen", "lead: maja.virtanen", &[("unknown-person", 2, 7)]),
    (PAY, "lead: maija.virtanen", "lead: \"maija.virtanen", &[("invalid-yaml", 2, 7)]),
    (STOCK, "lead: antti.salo\nhours", "lead: anti.salo\nhours", &[("unknown-person", 2, 7)]),
    (SLIP, "team: desk", "team: dsk", &[("unknown-team", 2, 7)]),
    (SLIP, "{to: desk-lead}", "{to: dsk-lead}", &[("unknown-party", 21, 17)]),
    // Entries within a file that could not be read.
    (STOCK, "  store:\n    name: Store\n    lead: antti.salo\n", "  store: Store\n", &[("wrong-type", 5, 10)]),
    (STOCK, "teams:", "taems:", &[("unknown-key", 4, 1)]),
    (STOCK, "services:", "service:", &[("unknown-key", 8, 1)]),
    (STOCK, "    standards: [normal, urgent]", "    standards: [normal, urgnt]", &[("unknown-standard", 12, 25)]),
    (STOCK, "    standards: [normal, urgent]", "    standrads: [normal, urgent]", &[("unknown-key", 12, 5)]),
    (SLIP, "standards: [normal, urgent]", "standards: [normal, urgnt]", &[("unknown-standard", 5, 21)]),
    // Dependencies and steps by their own places.
    (SLIP, "    standard: urgent\n", "    standard: urgnt\n", &[("unknown-standard", 18, 15)]),
    (SLIP, "    after: count", "    after: slip", &[("unknown-dependency", 20, 12)]),
    (SLIP, "- service: count", "- sevrice: count", &[("unknown-key", 16, 5)]),
    (SLIP, "- service: count", "- service:", &[("missing-key", 16, 5)]),
    (START, "{id: badge,", "{idd: badge,", &[("unknown-key", 4, 6)]),
    (START, "after: badge", "after: bagde", &[("unknown-step", 5, 23)]),
    // Reading goes on behind what can be left out.
    (
        SLIP,
        "team: desk",
        "team: desk\nteam: other\nowner: nobody",
        &[("duplicate-key", 3, 1), ("unknown-person", 4, 8)],
    ),
    (SLIP, "team: desk", "team: &d desk\nowner: nobody", &[("unsupported-yaml", 2, 7), ("unknown-person", 3, 8)]),
    (SLIP, "standards: [normal, urgent]", "standards: &s\n  - normal\n  - urgent", &[("unsupported-yaml", 5, 12)]),
    (PEOPLE, "antti.salo:\n", "antti.salo: !person\n", &[("unsupported-yaml", 2, 13)]),
    (PEOPLE, "antti.salo:\n", "antti.salo: &a\n", &[("unsupported-yaml", 2, 13)]),
    (
        SLIP,
        "standards: [normal, urgent]",
        "standards:\n  normal: {}\n  <<: {a: b}\n  urgent: {}",
        &[("unsupported-yaml", 7, 3)],
    ),
    // Figures: the field alone is marked.
    (FIGURES, ",slip,", ",\"slp\",", &[("unknown-service", 2, 10)]),
    (FIGURES, "urgent", "urgnt", &[("unknown-standard", 2, 14)]),
    (FIGURES, "requests", "requsts", &[("unknown-metric", 2, 21)]),
    (FIGURES, ",12,", ", 1 2 ,", &[("invalid-number", 2, 31)]),
];

#[test]
fn each_slip_makes_one_finding_on_its_place() {
    assert_eq!(errors(&catalog(None)), Vec::<String>::new());
    let mut wrong = Vec::new();
    for slip in SLIPS {
        let (file, written, instead, expected) = slip;
        let found = errors(&catalog(Some((file, written, instead))));
        let expected: Vec<String> =
            expected.iter().map(|(code, line, column)| format!("{file}:{line}:{column} {code}")).collect();
        if found != expected {
            wrong.push(format!("{instead:?}: {found:#?} instead of {expected:#?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The catalog, with one slip.
fn catalog(slip: Option<(&str, &str, &str)>) -> Project {
    FILES.iter().fold(Project::empty(), |project, (path, text)| match slip {
        Some((file, written, instead)) if file == *path => {
            assert!(text.contains(written), "{written:?} is not in {file}");
            project.file(path, text.replacen(written, instead, 1))
        }
        _ => project.file(path, text),
    })
}

/// The errors by file, line, column and code.
fn errors(project: &Project) -> Vec<String> {
    let now = chrono::DateTime::parse_from_rfc3339(NOW).unwrap().to_utc();
    let outcome = luukku::check(&project.catalog(), now, None).unwrap();
    let errors = outcome.diagnostics.iter().filter(|finding| finding.severity == Severity::Error);
    errors
        .map(|finding| {
            let place = finding.primary.span;
            let text = outcome.sources.text(place.file);
            let before = &text[..place.start as usize];
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
            format!("{}:{line}:{column} {}", outcome.sources.path(place.file), finding.code)
        })
        .collect()
}

#[test]
fn what_is_no_file_is_never_read() {
    let secret = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(secret.path(), "token: abc\n").unwrap();
    let project = Project::new().file("photos/maija.jpg", "JPG").file("ideas/better.yaml", "title: Better\n");
    let link = |name: &str| std::os::unix::fs::symlink(secret.path(), project.catalog().join(name)).unwrap();
    link("ideas/link.yaml");
    link("photos/link.jpg");
    std::os::unix::fs::symlink("/etc", project.catalog().join("departments")).unwrap();
    let made = std::process::Command::new("mkfifo").arg(project.catalog().join("ideas/pipe.yaml")).status().unwrap();
    assert!(made.success());
    let places = ["departments", "ideas/link.yaml", "ideas/pipe.yaml", "photos/link.jpg"];
    assert_eq!(errors(&project), places.map(|place| format!("{place}:1:1 misplaced-file")));
    assert!(!project.check().contains("abc"));
}

#[test]
fn files_with_a_slip_in_their_name_are_told() {
    let told = |path: &str| {
        let report = Project::new().file(path, "name: Acme\n").run(["check"]).stdout;
        let help = report.split("misplaced-file").nth(1).and_then(|rest| rest.split("= help: ").nth(1));
        help.map(|help| help.lines().next().unwrap().to_owned())
    };
    for (path, meant) in [
        ("departments/pay.yaml.txt", "pay.yaml"),
        ("departments/pay.YAML", "pay.yaml"),
        ("departments/pay/services/slip.json", "slip.yaml"),
        ("departments/pay/articles/read.markdown", "read.md"),
        ("measurements/2026.CSV", "2026.csv"),
        ("People.yaml", "people.yaml"),
        ("news/a.b.fi.md", "a-b.fi.md"),
    ] {
        let help = told(path).unwrap_or_default();
        assert!(help.contains(&format!("call it `{meant}`")), "{path}: {help}");
    }
    assert_eq!(told("question.yaml").as_deref(), Some("did you mean `questions.yaml`?"));
    for path in ["departments/README.markdown", "departments/pay.yaml.bak", "photos/a.svg", ".github/x.json", "x.json"]
    {
        assert_eq!(told(path), None, "{path}");
    }
}

#[test]
fn a_department_may_have_a_team_of_its_name() {
    let own = Project::new()
        .file("departments/legal/department.yaml", "name: Legal\n")
        .file("departments/legal/teams/legal.yaml", "name: Lawyers\n")
        .file("departments/legal/services/contracts.yaml", "name: Contracts\n");
    assert_eq!(errors(&own), Vec::<String>::new());
    let another = Project::new()
        .file("departments/legal.yaml", "name: Legal\nservices: {contracts: {name: Contracts}}\n")
        .file("departments/hr.yaml", "name: HR\nteams: {legal: {name: Labour law}}\n");
    assert_eq!(errors(&another), Vec::<String>::new());
    assert_eq!(another.run(["build"]).status, 0);
    let capital = Project::new().file("departments/Legal.yaml", "name: Legal\n");
    assert_eq!(errors(&capital), ["departments/Legal.yaml:1:1 invalid-id"]);
}

#[test]
fn values_are_read_as_they_are_meant() {
    let said = |text: &str| {
        let report = Project::new().file("people.yaml", format!("a: {{name: A, {text}}}\n")).check();
        report.split("help: ").nth(1).map(|help| help.lines().next().unwrap().to_owned()).unwrap_or_default()
    };
    assert_eq!(said("phone: \"+358 (0)9 123 4567\""), "did you mean `\"+358 9 123 4567\"`?");
    assert_eq!(said("phone: 00358 9 123 4567"), "did you mean `\"+358 9 123 4567\"`?");
    assert_eq!(said("time_zone: GMT+2"), "name a city: `Europe/Helsinki`");
    let catalog = |text: &str| Project::new().file("catalog.yaml", format!("name: {{EN: Acme}}\n{text}\n")).check();
    assert!(!catalog("country: FI").contains("unknown-locale"));
    assert!(catalog("closed_days: [2026-02-30]").contains("February 2026 has no day 30"));
    for url in ["mailto:a@b.example", "https://a.example/?x=1"] {
        assert!(catalog(&format!("base_url: \"{url}\"")).contains("no site can be published at"), "{url}");
    }
    let dependency =
        "name: A\nservices: {x: {name: X, depends_on: [{service: y, blocking: \"true\"}]}, y: {name: Y}}\n";
    let report = Project::new().file("departments/a.yaml", dependency).check();
    assert!(report.contains("write `true`, without quotes"), "{report}");
}

#[test]
fn a_translation_says_nothing_of_the_whole() {
    let project = Project::new()
        .file("departments/a.yaml", "name: A\n")
        .file("departments/a/articles/read.md", "---\ntitle: Read\n---\nText.\n")
        .file("departments/a/articles/read.fi.md", "---\ntitle: Lue\nservices: [x]\nreviewed: soon\n---\nTeksti.\n")
        .file("news/New.md", "---\ntitle: New\ndate: 2026-11-01\n---\nText.\n");
    let file = "departments/a/articles/read.fi.md";
    let expected = [format!("{file}:3:12 misplaced-key"), format!("{file}:4:11 misplaced-key")];
    assert_eq!(errors(&project)[..2], expected);
    assert_eq!(errors(&project)[2..], ["news/New.md:1:1 invalid-id"]);
}

#[test]
fn the_translation_of_what_cannot_be_read_makes_no_finding() {
    for file in ["departments/a/articles/new", "news/new", "stories/new"] {
        let project = Project::new()
            .file("departments/a.yaml", "name: A\n")
            .file(&format!("{file}.md"), "# New\n")
            .file(&format!("{file}.fi.md"), "---\ntitle: Uutta\n---\nTeksti.\n");
        assert_eq!(errors(&project), [format!("{file}.md:1:1 missing-front-matter")]);
    }
}

#[test]
fn what_a_misnamed_file_says_is_not_missed_elsewhere() {
    let project = Project::new()
        .file("people.yml", "maija: {name: Maija}\n")
        .file("departments/pay/department.yaml", "name: Pay\n")
        .file("departments/pay/services/slip.YAML", "name: Slip\n")
        .file(
            "departments/pay/services/wage.yaml",
            "name: Wage\nowner: maija\nnot_included: [{what: Slips, go_to: slip}]\n",
        );
    let places = ["departments/pay/services/slip.YAML", "people.yml"];
    assert_eq!(errors(&project), places.map(|place| format!("{place}:1:1 misplaced-file")));
    let project = Project::new().file("words.yaml", "words:\n  cage:\n    say: {fi: [häkki]}\n");
    std::fs::rename(project.catalog().join("catalog.yaml"), project.catalog().join("catalog.yml")).unwrap();
    assert_eq!(errors(&project), ["catalog.yml:1:1 misplaced-file"]);
}

#[test]
fn a_file_among_those_of_another_kind_is_one_finding() {
    let project = Project::new()
        .file("people.yaml", "maija: {name: Maija}\n")
        .file("departments/pay/department.yaml", "name: Pay\n")
        .file("departments/pay/services/desk.yaml", "name: Desk\nlead: maija\nmembers: [maija]\n")
        .file("departments/pay/teams/slip.yaml", "name: Slip\nteam: desk\nowner: maija\nsteps: [{what: x, who: you}]\n")
        .file("departments/pay/services/wage.yaml", "name: Wage\nteam: desk\narticles: []\n");
    let project = project
        .file("ideas/start.yaml", "name: Start\nkind: onboarding\nsteps: [{when: day 1, what: Come}]\n")
        .file("journeys/better.yaml", "title: Better\nfrom: desk\nstatus: proposed\n");
    let places = [
        "departments/pay/services/desk.yaml:2:1",
        "departments/pay/teams/slip.yaml:2:1",
        "ideas/start.yaml:1:1",
        "journeys/better.yaml:1:1",
    ];
    assert_eq!(errors(&project), places.map(|place| format!("{place} misplaced-file")));
    let report = project.check();
    assert_eq!(
        ["team", "service", "journey", "idea"].map(|kind| report.matches(&format!("file: {kind} instead")).count()),
        [1; 4]
    );
    let misspelt = Project::new()
        .file("departments/pay/department.yaml", "name: Pay\n")
        .file("departments/pay/services/slip.yaml", "name: Slip\nsumary: x\nstandrads: {}\n");
    assert_eq!(
        errors(&misspelt),
        [2, 3].map(|line| format!("departments/pay/services/slip.yaml:{line}:1 unknown-key"))
    );
}
