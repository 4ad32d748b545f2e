//! Slips of the hand as people make them who write one file a year, in four languages: each is one finding in its
//! place, with a way out that leads to no other finding.

use crate::advice::{Slip, prove};
use crate::project::Project;

const CATALOG: (&str, &str) = (
    "catalog.yaml",
    r#"format: 1
name: Acme
locales: [en, fi, sv, pl]
time_zone: Europe/Helsinki
country: FI
hours: {office: "Mo-Fr 08:00-16:00; PH off"}
privacy: full
audiences: {managers: {name: Managers}}
fields:
  cost_centre: {name: {en: Cost centre, fi: Kustannuspaikka}, on: [department], pattern: "[0-9]{4}"}
"#,
);

const PEOPLE: (&str, &str) = (
    "people.yaml",
    r#"bo.lind:
  name: Bo Lind
  email: bo@acme.example
  phone: "+358 9 555 0101"
eva.ek:
  name: Eva Ek
  email: eva@acme.example
"#,
);

const PLACES: (&str, &str) = ("places.yaml", "hut:\n  name: Hut\n  address: Road 1, Hut\n");

const PAY: (&str, &str) = (
    "departments/pay/department.yaml",
    r##"name: Pay
hours: "Mo-Fr 08:00-16:00; PH off"
lead: bo.lind
place: hut
fields: {cost_centre: "3800"}
channels:
  - chat: "https://chat.example/pay"
"##,
);

const DESK: (&str, &str) = (
    "departments/pay/teams/desk.yaml",
    r#"name: Desk
lead: bo.lind
hours: "Mo-Fr 08:00-16:00"
rota:
  - {who: bo.lind, when: "Mo-We 08:00-16:00"}
  - {who: eva.ek, when: "Th-Fr 08:00-16:00"}
"#,
);

const SLIP: (&str, &str) = (
    "departments/pay/services/slip.yaml",
    r#"name: {en: Payslips, fi: Laskelmat, sv: Lönebesked, pl: Paski}
description: |
  Bold **words** stand here.

  - one
  - two
asked_as:
  en: [my payslip, pay is wrong]
  pl: [mój pasek]
owner: eva.ek
team: desk
serves: [everyone]
cost: {en: Free, fi: Maksuton}
standards:
  normal: {first_response: 4h, resolution: 2d}
  urgent:
    when: {en: On payday, fi: Palkkapäivänä}
    resolution: 4h
    target: 90%
you_provide:
  - what: Hours
    deadline: {every: month, on: 25, at: "12:00"}
not_included:
  - what: Travel
    go_to: desk
steps:
  - what: You ask
    who: you
  - {what: We look, who: desk}
escalate:
  - {to: lead, after: 1d}
faq:
  - question: When?
    answer: On the 15th.
reviewed: 2026-09-01
"#,
);

const SLIPS: &[Slip] = &[
    // Colons and the spaces behind them.
    (SLIP, "cost: {en: Free", "cost {en: Free", "a colon is missing behind `cost`"),
    (SLIP, "pl: [mój pasek]", "pl [mój pasek]", "a colon is missing behind `pl`"),
    (SLIP, "cost: {en: Free", "cost:{en: Free", "a space is missing behind this colon"),
    (SLIP, "cost: {en: Free, fi: Maksuton}", "cost:{en:Free, fi:Maksuton}", "a space is missing behind this colon"),
    (SLIP, "{en: Free, fi: Maksuton}", "{en:Free, fi:Maksuton}", "write `en: Free, fi: Maksuton`"),
    (SLIP, "  - what: Hours", "  - what:Hours", "a space is missing behind this colon"),
    (SLIP, "    go_to: desk", "    go_to:desk", "a space is missing behind this colon"),
    (SLIP, "{to: lead, after: 1d}", "to:lead", "a space is missing behind the colon in `to:lead`"),
    (DESK, "when: \"Mo-We", "when:\"Mo-We", "write `when: \"Mo-We 08:00-16:00\"`"),
    (SLIP, "  - what: Hours", "  - Hours", "this item begins with a text without a key, and goes on with keys"),
    (PEOPLE, "eva.ek:", "eva.ek", "write `eva.ek:`"),
    (SLIP, "{en: Free, fi: Maksuton}", "{en: Free, fi Maksuton}", "a colon is missing behind `fi`: `fi: Maksuton`"),
    (SLIP, "{en: Free, fi: Maksuton}", "en: Free, fi: Maksuton", "write `{en: Free, fi: Maksuton}`"),
    // Signs and quotes.
    (
        SLIP,
        "answer: On the 15th.",
        "answer: {en: **On the 15th**., sv: Den 15:e.}",
        "put the text in quotes: \"**On the 15th**.\"",
    ),
    (SLIP, "[my payslip,", "[*my* payslip,", "put the text in quotes: \"*my* payslip\""),
    (SLIP, "target: 90%", "target: %90", "the sign stands behind its figure: `90%`"),
    (PAY, "16:00; PH off\"", "16:00\"; PH off", "write the closing quote at the end: `\"Mo-Fr 08:00-16:00; PH off\"`"),
    (SLIP, "{en: Free, fi", "{en: 'It's free', fi", "put the other kind of quotes around the whole: `\"It's free\"`"),
    (SLIP, "{en: Free, fi", "{en: “Free, always”, fi", "in place of the curly ones: \"Free, always\""),
    (PAY, "chat: \"https://chat.example/pay\"", "chat: “#pay”", "write straight quotes: `\"#pay\"`"),
    // Values and what stands below them.
    (PEOPLE, "eva.ek:\n  name: Eva Ek", "eva.ek: Eva Ek", "move the text to a line of its own below"),
    (SLIP, "serves: [everyone]", "serves: everyone\n  - managers", "`[everyone, managers]`"),
    (SLIP, "serves: [everyone]", "serves: [everyone]\n  - managers", "put all items between the brackets"),
    (SLIP, "owner: eva.ek", "owner:\n  name: Eva Ek", "and name that here: `owner: eva.ek`"),
    (PLACES, "address: Road 1, Hut", "address: {katu: Road 1, kunta: Hut}", "write it as one text behind the key"),
    // The shape of lists and groups.
    (
        SLIP,
        "  en: [my payslip, pay is wrong]\n  pl: [mój pasek]",
        "  - en: [my payslip, pay is wrong]\n  - pl: [mój pasek]",
        "`asked_as: {en: [my payslip, pay is wrong], pl: [mój pasek]}`",
    ),
    (SLIP, "  en: [my payslip, pay is wrong]", "  - en: [my payslip, pay is wrong]", "delete the dash"),
    (SLIP, "  pl: [mój pasek]", "  pl: mój pasek; brak paska", "`[mój pasek, brak paska]`"),
    (SLIP, "[mój pasek]", "[mój pasek; brak paska]", "write each as an item of its own: `mój pasek`, `brak paska`"),
    (SLIP, "    answer: On", "  - answer: On", "the dash before `answer` begins another item of the list"),
    (SLIP, "    who: you", "  - who: you", "so that it stands below `what`"),
    (DESK, "{who: eva.ek, when: \"Th-Fr 08:00-16:00\"}", "eva.ek: \"Th-Fr 08:00-16:00\"", "`{who: eva.ek, when:"),
    (
        SLIP,
        "  - what: Travel\n    go_to: desk",
        "  - {en: Travel, fi: Matkat}",
        "`{what: {en: Travel, fi: Matkat}, go_to: ...}`",
    ),
    (
        SLIP,
        "  - {what: We look, who: desk}",
        "  - {en: We look, sv: Vi tittar}",
        "`{what: {en: We look, sv: Vi tittar}}`",
    ),
    (PEOPLE, "eva.ek:", "  eva.ek:", "let `eva.ek:` begin in the column of `bo.lind:`"),
    (
        SLIP,
        "    when: {en: On payday, fi: Palkkapäivänä}\n    resolution: 4h\n    target: 90%",
        "  when: {en: On payday, fi: Palkkapäivänä}\n  resolution: 4h\n  target: 90%",
        "`when` stands beside `urgent:`, not below it; indent it and the keys up to `target`",
    ),
    (SLIP, "reviewed: 2026", "svarstid: 2h\nreviewed: 2026", "below its urgency: `normal: {first_response: 2h}`"),
    (SLIP, "reviewed: 2026", "sla: 2 days\nreviewed: 2026", "below its urgency: `resolution: 2d`"),
    (SLIP, "  - what: You ask", "  1. what: You ask", "write `- ` in place of the number"),
    // Words.
    (SLIP, "    resolution: 4h", "    åtgärdstid: 4h", "write `resolution`"),
    (SLIP, "reviewed: 2026", "status: käytössä\nreviewed: 2026", "did you mean `live`?"),
    (CATALOG, "privacy: full", "privacy: tylko nazwiska", "did you mean `names`?"),
    (SLIP, "serves: [everyone]", "serves: [kaikki]", "did you mean `everyone`?"),
    (SLIP, "serves: [everyone]", "serves: [alla]", "did you mean `everyone`?"),
    (SLIP, "serves: [everyone]", "serves: [wszyscy]", "did you mean `everyone`?"),
    (SLIP, "to: lead", "to: szef", "did you mean `lead`?"),
    (PAY, "cost_centre: \"3800\"", "kustannuspaikka: \"3800\"", "did you mean `cost_centre`?"),
    (PEOPLE, "555 0101\"", "555 0101; mob. +358 40 555 0101\"", "is more than one number"),
    (PEOPLE, "\"+358 9 555 0101\"", "\"0358 9 555 0101\"", "did you mean `\"+358 9 555 0101\"`?"),
    (PEOPLE, "eva@acme.example", "Eva Ek <eva@acme.example>", "did you mean `eva@acme.example`?"),
    (SLIP, "{every: month, on: 25, at: \"12:00\"}", "the 25th at noon", "`{every: month, on: 25, at: \"12:00\"}`"),
    (SLIP, "{every: month, on: 25, at: \"12:00\"}", "25. klo 12", "`{every: month, on: 25, at: \"12:00\"}`"),
    (SLIP, "2026-09-01", "1 września 2026", "did you mean `2026-09-01`?"),
    (SLIP, "2026-09-01", "20/9 2026", "did you mean `2026-09-20`?"),
    // Markdown.
    (SLIP, "**words**", "**words", "no `**` behind it ends what is bold from here on"),
    (SLIP, "**words**", "**words **", "a space divides these bold words from their `**`"),
    (
        SLIP,
        "description: |\n  Bold **words** stand here.\n\n  - one\n  - two",
        "description: |\n  Bold **words** stand here.\n\n  • one\n  • two",
        "begin each of these lines with `- ` in place of `•`",
    ),
    (
        SLIP,
        "description: |\n  Bold **words** stand here.\n\n  - one\n  - two",
        "description: |\n  Bold **words** stand here.\n\n  - one\n  -two",
        "a space is missing behind `-`",
    ),
    (SLIP, "Bold **", "![A](C:\\pay\\slip.png) **", "write its name: `slip.png`"),
];

#[test]
fn several_phrases_in_one_are_told() {
    let service = "name: Slip\nasked_as: [pay; overtime]\n";
    let said = Project::new()
        .file("departments/pay/department.yaml", "name: Pay\n")
        .file("departments/pay/services/slip.yaml", service)
        .finding("several-phrases");
    assert!(
        said.contains("warning[several-phrases]: this is one item of the list, and holds several phrases"),
        "{said}"
    );
    assert!(
        said.contains("slip.yaml:2:12") && said.contains("help: write each as an item of its own: `pay`, `overtime`")
    );
}

#[test]
fn files_of_a_department_in_another_language_or_place_are_told() {
    let of = |path: &str, text: &str| {
        let project = Project::new().file("departments/pay/teams/desk.yaml", "name: Desk\n");
        project.file(path, text).check()
    };
    for name in ["avdelning", "osasto", "dzial"] {
        let said = of(&format!("departments/pay/{name}.yaml"), "name: Pay\n");
        assert!(said.matches("error[").count() == 1 && said.contains("call it `department.yaml`"), "{said}");
    }
    let said = of("departments/pay/news/new.md", "---\ntitle: New\ndate: 2026-11-01\n---\nBody.\n");
    assert!(said.contains("move it into the folder `news/` beside `departments/`"), "{said}");
}

#[test]
fn slips_of_the_hand_are_told_once_and_with_a_right_way_out() {
    prove(&[CATALOG, PEOPLE, PLACES, PAY, DESK, SLIP], SLIPS);
}
