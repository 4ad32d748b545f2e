//! What is meant by an id that leads nowhere: a name, an address, a place, an entry of another kind, several at once.

use crate::project::Project;

const PEOPLE: &str = "\
maija.virtanen: {name: Maija Virtanen, email: maija.virtanen@acme.example}
antti.salo: {name: Antti Salo, email: a.salo@acme.example}
";

const PAY: &str = "\
name: Payroll and travel
lead: maija.virtanen
teams:
  pay-desk: {name: {en: Payroll desk, fi: Palkkapiste}, lead: maija.virtanen}
  travel: {name: Travel desk, lead: antti.salo}
services:
  slip:
    name: Payslips
    team: pay-desk
  trip:
    name: Book a trip
    team: travel
";

/// The report about a line that is added to the service `trip`.
fn report(line: &str) -> String {
    let pay = format!("{PAY}    {line}\n");
    Project::new().file("people.yaml", PEOPLE).file("departments/pay.yaml", pay).check()
}

/// A line, and what is said about it.
const LINES: &[(&str, &str)] = &[
    ("consults: [Payroll desk]", "did you mean `pay-desk`?"),
    ("consults: [palkkapiste]", "did you mean `pay-desk`?"),
    ("consults: [team:pay-desk]", "did you mean `pay-desk`?"),
    ("consults: [teams/pay-desk.yaml]", "did you mean `pay-desk`?"),
    ("not_included: [{what: Slips, go_to: service:slip}]", "did you mean `slip`?"),
    ("not_included: [{what: Slips, go_to: Payslips}]", "did you mean `slip`?"),
    ("depends_on: [{service: services/slip}]", "did you mean `slip`?"),
    ("owner: maija.virtanen@acme.example", "did you mean `maija.virtanen`?"),
    ("owner: a.salo@acme.example", "did you mean `antti.salo`?"),
    ("owner: Antti Salo", "did you mean `antti.salo`?"),
    ("owner: Antti", "did you mean `antti.salo`?"),
    ("owner: \"@antti.salo\"", "did you mean `antti.salo`?"),
    ("steps: [{what: Pay, who: Maija}]", "did you mean `maija.virtanen`?"),
    ("owner: pay-desk", "`pay-desk` is a team, and here stands a person"),
    ("consults: [pay]", "`pay` is a department, and here stands a team"),
    ("consults: [pay]", "to `pay` belong `pay-desk` and `travel`"),
    ("depends_on: [{service: pay-desk}]", "`pay-desk` is a team, and here stands a service"),
    ("depends_on: [{service: pay-desk}]", "did you mean `slip`?"),
    ("escalate: [{to: slip}]", "`slip` is a service, and here stands a person or a team"),
    ("serves: [slip]", "`slip` is a service, and here stands a department, a team or an audience"),
    ("consults: [pay-desk/travel]", "in a list each id stands by itself: `[pay-desk, travel]`"),
    ("consults: [pay-desk och travel]", "in a list each id stands by itself: `[pay-desk, travel]`"),
    ("steps: [{what: Pay, who: kunden}]", "did you mean `you`?"),
    ("consults: [pay-desk; travel]", "in a list each id stands by itself: `[pay-desk, travel]`"),
    ("consults: [\"pay-desk, travel\"]", "in a list each id stands by itself: `[pay-desk, travel]`"),
    ("articles: [slip]", "`slip` is a service, and here stands an article"),
];

#[test]
fn an_id_that_leads_nowhere_is_told_what_was_meant() {
    for (line, told) in LINES {
        let report = report(line);
        assert!(report.contains(told) && report.matches("error[").count() == 1, "{line}: no `{told}` in\n{report}");
    }
}

#[test]
fn what_nobody_could_guess_is_told_as_before() {
    for line in ["owner: somebody", "consults: [accounting]", "owner: x@elsewhere.example"] {
        let report = report(line);
        assert!(report.contains("that exists, or add it to the catalog"), "{report}");
    }
}

#[test]
fn languages_by_their_names_lead_to_their_codes() {
    for (text, meant) in [
        ("{suomi: Palkat, en: Pay}", "fi"),
        ("{english: Pay}", "en"),
        ("{Finnish: Palkat}", "fi"),
        ("{engelska: Pay}", "en"),
        ("{fi_FI: Pay}", "fi"),
        ("{uk: Pay}", "en"),
    ] {
        let said = Project::new().file("departments/a.yaml", format!("name: {text}\n")).finding("unknown-locale");
        assert!(said.contains(&format!("did you mean `{meant}`?")), "{said}");
    }
    let said = Project::new().file("departments/a.yaml", "name: {polski: Kadry, en: Pay}\n").finding("unknown-locale");
    assert!(said.contains("languages are named by their codes, such as `pl`"), "{said}");
}

#[test]
fn the_order_of_the_languages_is_one_finding() {
    let article = "---\ntitle: T\n---\nText.\n";
    let mut project = Project::new().file("departments/pay.yaml", "name: Pay\n");
    for id in ["a", "b", "c"] {
        for ending in ["md", "en.md"] {
            project = project.file(&format!("departments/pay/articles/{id}.{ending}"), article);
        }
    }
    let said = project.file("departments/pay/department.yaml", "name: Pay\n").finding("duplicate-id");
    assert!(said.contains("3 files say in their names that they are in the first of these languages"), "{said}");
}

#[test]
fn zones_and_links_are_told_in_the_words_of_the_catalog() {
    let company =
        |line: &str| Project::empty().file("catalog.yaml", format!("name: A\nlocales: [en]\n{line}\n")).check();
    let zone = company("country: SE\ntime_zone: CET");
    assert!(zone.contains("write the part of the world and a city: `Europe/Stockholm`"), "{zone}");
    let zone = company("country: GB\ntime_zone: UTC+1");
    assert!(zone.contains("name a city: `Europe/London`"), "{zone}");
    for (link, help) in [
        ("https://f.example/?s={id}", "did you mean `https://f.example/?s={service}`?"),
        ("https://f.example/?s={{id}}", "did you mean `https://f.example/?s={service}`?"),
        ("https://f.example/?s=<service>", "did you mean `https://f.example/?s={service}`?"),
        ("https://f.example/{service}/{team}", "only the id of the service can be filled in: `{service}`"),
    ] {
        let said = company(&format!("feedback: \"{link}\""));
        assert!(said.contains(help) && said.contains("error[invalid-url]"), "{said}");
    }
}

#[test]
fn what_stands_twice_in_a_list_is_told() {
    for line in [
        "asked_as: [book a trip, Book a trip]",
        "languages: [fi, fi]",
        "keywords: {en: [trip, trip]}",
        "consults: [pay-desk, pay-desk]",
    ] {
        assert!(report(line).contains("warning[named-twice]"), "{line}");
    }
    let company = "name: A\nlocales: [en]\ntime_zone: Europe/Helsinki\nclosed_days: [2026-12-24, 2026-12-24]\n";
    assert!(Project::empty().file("catalog.yaml", company).check().contains("warning[named-twice]"));
}

#[test]
fn numbers_and_shares_of_the_house_are_told_as_they_are_written_here() {
    let company = "name: A\nlocales: [en]\ntime_zone: Europe/Stockholm\ncountry: SE\n";
    let department = "name: Pay\nchannels: [{phone: 08-555 01 12}]\n";
    let project = Project::empty().file("catalog.yaml", company).file("departments/pay.yaml", department);
    let said = project.finding("invalid-phone");
    assert!(said.contains("\"+46 8 555 01 12\""), "{said}");
    for (share, meant) in
        [("0.95", "95%"), ("0.955", "95.5%"), ("\"95,5 %\"", "95.5%"), ("95 procent", "95%"), ("95", "95%")]
    {
        let said = report(&format!("standards: {{normal: {{resolution: 2d, target: {share}}}}}"));
        assert!(said.contains(&format!("did you mean `{meant}`?")), "{said}");
    }
}

#[test]
fn hours_are_told_where_they_stand() {
    let hours = "hours:\n  desk: \"Mo-Fr 08:00-16:00; SH off\"\n";
    let company = format!("name: A\nlocales: [en]\ntime_zone: Europe/Helsinki\ncountry: FI\n{hours}");
    let project = || Project::empty().file("catalog.yaml", &company);
    let said = project().file("departments/pay.yaml", "name: Pay\nhours: desk\n").finding("unknown-holidays");
    assert!(said.contains("catalog.yaml:6:9"), "{said}");
    let service = "name: Pay\nservices:\n  slip:\n    name: Slip\n    hours: \"2025 Mo-Fr 08:00-16:00\"\n";
    let said = project().file("departments/pay.yaml", service).finding("never-open");
    assert!(said.contains("pay.yaml:5:12"), "{said}");
    let twice = "name: Pay\nhours: \"Mo-Fr 08:00-12:00,11:00-16:00\"\n";
    let said = project().file("departments/pay.yaml", twice).finding("doubtful-hours");
    assert!(said.contains("`08:00-12:00` and `11:00-16:00` overlap"), "{said}");
}
