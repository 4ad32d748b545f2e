//! Slips as they come from Word, a chat, an e-mail or another system, in four languages: each is told once, in its
//! place, with a way out that leaves nothing of it in the text.

use crate::advice::{Slip, prove};
use crate::project::Project;

const CATALOG: (&str, &str) = (
    "catalog.yaml",
    r#"format: 1
name: Acme
locales: [en, fi]
time_zone: Europe/Helsinki
country: FI
hours: {office: "Mo-Fr 08:00-16:00; PH off"}
closed_days:
  - {from: 2027-07-05, until: 2027-07-25}
"#,
);

const PEOPLE: (&str, &str) = (
    "people.yaml",
    r#"bo.lind: {name: Bo Lind, title: Head of pay, phone: "+358 9 555 0101"}
eva.ek: {name: Eva Ek, title: Clerk, email: eva@acme.example}
ari.aho: {name: Ari Aho, title: Clerk, knows: [Pay]}
"#,
);

const PAY: (&str, &str) = (
    "departments/pay/department.yaml",
    r#"name: Pay
hours: office
lead: bo.lind
channels:
  - email: pay@acme.example
teams:
  desk:
    name: Desk
    lead: bo.lind
    members: [bo.lind, eva.ek]
"#,
);

const SLIP: (&str, &str) = (
    "departments/pay/services/slip.yaml",
    r#"name: Payslips
summary: What we paid you, and why.
description: |
  It comes on **payday**. See the [desk](team:desk).

  - by post
  - by e-mail
asked_as:
  - my payslip
  - pay is wrong
keywords: [wage, salary]
team: desk
owner: eva.ek
standards: {normal: {first_response: 4h, resolution: 5d}}
steps:
  - what: You ask
  - what: We look
escalate:
  - {to: bo.lind, after: 30d}
links:
  - name: Rules
    url: https://acme.example/rules
reviewed: 2026-09-01
"#,
);

const LIST: &str = "  - my payslip\n  - pay is wrong";
const CLOSED: &str = "{from: 2027-07-05, until: 2027-07-25}";
const HOLIDAY: &str = "`{from: 2027-07-05, until: 2027-07-25}`";
const STANDARDS: &str = "{normal: {first_response: 4h, resolution: 5d}}";
const NO_BAR: &str = "|\n  It comes on **payday**. See the [desk](team:desk).\n\n  - by post\n  - by e-mail";

const SLIPS: &[Slip] = &[
    // Lists with the signs of Word.
    (SLIP, LIST, "  1. my payslip\n  2. pay is wrong", "`[my payslip, pay is wrong]`"),
    (SLIP, LIST, "  a) my payslip\n  b) pay is wrong", "`[my payslip, pay is wrong]`"),
    (SLIP, LIST, "  o my payslip\n  o pay is wrong", "`[my payslip, pay is wrong]`"),
    (SLIP, LIST, "  • my payslip\n  • pay is wrong", "`[my payslip, pay is wrong]`"),
    (SLIP, LIST, "  – my payslip\n    of May\n  – pay is wrong", "`[my payslip of May, pay is wrong]`"),
    (SLIP, LIST, "  o my payslip\n  - pay is wrong", "`[my payslip, pay is wrong]`"),
    (SLIP, LIST, "  - my payslip\n  o pay is wrong", "write `- pay is wrong`"),
    (SLIP, LIST, "  * my payslip\n  * pay is wrong", "begin each item with `- ` in place of `* `"),
    (SLIP, LIST, "  - * my payslip\n  - * pay is wrong", "delete the `*`"),
    (SLIP, LIST, "  - - my payslip\n  - - pay is wrong", "`[my payslip, pay is wrong]`"),
    (SLIP, "  - my payslip", "  - [ ] my payslip", "delete the box"),
    (SLIP, LIST, "  - 1. my payslip\n  - 2. pay is wrong", "`1.` stands before this item"),
    (SLIP, LIST, "  - • my payslip\n  - • pay is wrong", "`•` stands before this item"),
    (SLIP, "  - what: You ask\n  - what: We look", "  - what: 1. You ask\n  - what: 2. We look", "`1.` stands before"),
    (
        SLIP,
        "  - what: You ask\n  - what: We look",
        "  1. You ask\n  2. We look",
        "`[{what: You ask}, {what: We look}]`",
    ),
    (SLIP, "keywords: [wage, salary]", "keywords: \"wage\", \"salary\"", "`[\"wage\", \"salary\"]`"),
    (SLIP, LIST, "  i) my payslip\n  ii) pay is wrong", "`[my payslip, pay is wrong]`"),
    (SLIP, LIST, "  my payslip\tpay is wrong", "`[my payslip, pay is wrong]`"),
    (SLIP, "owner: eva.ek", "owner – eva.ek", "write `owner: eva.ek`"),
    (SLIP, "owner: eva.ek", "owner, eva.ek", "write `owner: eva.ek`"),
    (SLIP, "owner: eva.ek", "owner: Eva Ek, palkanlaskija", "did you mean `eva.ek`?"),
    (SLIP, "{to: bo.lind, after: 30d}", "bo.lind (30 pv)", "`{to: bo.lind, after: 30d}`"),
    (SLIP, "reviewed: 2026-09-01", "reviewed: 46266", "did you mean `2026-09-01`?"),
    (SLIP, "reviewed: 2026-09-01", "reviewed: 1.9.26", "did you mean `2026-09-01`?"),
    (SLIP, "reviewed: 2026-09-01", "reviewed: 2026-09-01T00:00:00Z", "did you mean `2026-09-01`?"),
    (
        SLIP,
        "url: https://acme.example/rules",
        "url: <https://acme.example/rules>",
        "did you mean `https://acme.example/rules`?",
    ),
    // Several days in a row.
    (CATALOG, CLOSED, "5-25 July 2027", HOLIDAY),
    (CATALOG, CLOSED, "5.–25.7.2027", HOLIDAY),
    (CATALOG, CLOSED, "5–25 juli 2027", HOLIDAY),
    (CATALOG, CLOSED, "5-25 lipca 2027", HOLIDAY),
    (CATALOG, CLOSED, "från 5 juli till 25 juli 2027", HOLIDAY),
    (CATALOG, CLOSED, "24 december", "`{every: year, on: 12-24}`"),
    (CATALOG, CLOSED, "vecka 28-30", HOLIDAY),
    // Phones.
    (PEOPLE, "+358 9 555 0101", "+358 09 555 0101", "did you mean `\"+358 9 555 0101\"`?"),
    (PEOPLE, "+358 9 555 0101", "358 9 555 0101", "did you mean `\"+358 9 555 0101\"`?"),
    (PEOPLE, "+358 9 555 0101", "09/5550101", "did you mean `\"+358 9 5550101\"`?"),
    (PEOPLE, "+358 9 555 0101", "+358 40 123", "too few figures for a number of its country"),
    (PEOPLE, "+358 9 555 0101", "+48 22 123 45 678", "behind `+48` stand 7 to 9 figures"),
    (PEOPLE, "+358 9 555 0101", "35895550101", "did you mean `\"+35895550101\"`?"),
    (PEOPLE, "+358 9 555 0101", "+358 (0) 9 555 0101", "did you mean `\"+358 9 555 0101\"`?"),
    // Texts.
    (SLIP, NO_BAR, "It comes on payday.\n  - by post\n  - by e-mail", "write `description: |`"),
    (SLIP, "description: |", "description:", "write `description: |`"),
    (SLIP, "description: |", "description: >", "so that `-` begins no list"),
    (SLIP, "What we paid you, and why.", "TBD", "`TBD` stands in for a text"),
    (SLIP, "What we paid you, and why.", "tähän tulee teksti", "stands in for a text"),
    (SLIP, "name: Payslips", "name: \"???\"", "stands in for a text"),
    (SLIP, "[desk](team:desk)", "[desk](team: desk)", "write `(team:desk)`"),
    (SLIP, "[desk](team:desk)", "[desk]team:desk", "`[desk](team:desk)`"),
    (SLIP, "[desk](team:desk)", "[[desk]]", "write `[desk](team:desk)`"),
    (SLIP, "[desk](team:desk)", "[desk](tiimi:desk)", "did you mean `team:desk`?"),
    (SLIP, "[desk](team:desk)", "[desk](https:/acme.example)", "did you mean `https://acme.example`?"),
    (SLIP, "**payday**", "** payday **", "write the words and the `**` together"),
    (SLIP, "  It comes", "  #Payday\n\n  It comes", "a space is missing behind `#`"),
    // Shapes.
    (SLIP, STANDARDS, "2 arkipäivää", "`standards: {normal: {resolution: 2d}}`"),
    (
        SLIP,
        STANDARDS,
        "{normal: first_response: 4h, resolution: 5d}",
        "put what belongs to `normal` in braces: `normal: {first_response: 4h, resolution: 5d}`",
    ),
    (SLIP, STANDARDS, "\n  normal: first_response: 4h", "`normal: {first_response: 4h}`"),
    (SLIP, "name: Payslips", "name: Payslips\nname_fi: Laskelmat", "`name: {en: Payslips, fi: Laskelmat}`"),
    (SLIP, "name: Payslips", "name (en): Payslips\nnimi_fi: Laskelmat", "`name: {en: Payslips, fi: Laskelmat}`"),
    (SLIP, "\n  - {to: bo.lind, after: 30d}", " bo.lind after 30 days", "`[{to: bo.lind, after: 30d}]`"),
    (SLIP, "{to: bo.lind, after: 30d}", "bo.lind: 30d", "`{to: bo.lind, after: 30d}`"),
    (SLIP, "url: https://acme.example/rules", "url: [rules](https://acme.example/rules)", "write the address alone"),
    (SLIP, "owner: eva.ek", "owner:\n  - eva.ek\n  deputy: ari.aho", "let it begin in the column of `owner`"),
    (
        PAY,
        "  - email: pay@acme.example",
        "  email: pay@acme.example\n  phone: \"+358 9 555 0100\"",
        "`channels: [{email: pay@acme.example}, {phone: \"+358 9 555 0100\"}]`",
    ),
    // People.
    (SLIP, "owner: eva.ek", "owner: E. Ek", "did you mean `eva.ek`?"),
    (SLIP, "owner: eva.ek", "owner: Head of pay", "did you mean `bo.lind`?"),
    (SLIP, "owner: eva.ek", "owner: esimies", "did you mean `bo.lind`?"),
    (SLIP, "owner: eva.ek", "owner: ei kukaan", "delete it"),
    (SLIP, "owner: eva.ek", "owner: brak", "delete it"),
    // Hours and durations.
    (PAY, "hours: office", "hours: 8:00-16:00 ma-pe", "did you mean `Mo-Fr 08:00-16:00`?"),
    (PAY, "hours: office", "hours: całodobowo", "round the clock is written `24/7`"),
    (PAY, "hours: office", "hours: around the clock", "did you mean `24/7`?"),
    (PAY, "hours: office", "hours: varje dag 8-16", "did you mean `Mo-Su 08:00-16:00`?"),
    (PAY, "hours: office", "hours: od poniedziałku do piątku 8-16", "did you mean `Mo-Fr 08:00-16:00`?"),
    (SLIP, "resolution: 5d", "resolution: viikko", "did you mean `5d`?"),
    (SLIP, "resolution: 5d", "resolution: 1-2 dagar", "did you mean `2d`?"),
    (SLIP, "resolution: 5d", "resolution: w ciągu 2 dni", "did you mean `2d`?"),
    (SLIP, "resolution: 5d", "resolution: \"1,5 pv\"", "did you mean `1d 4h`?"),
];

#[test]
fn what_other_programs_leave_is_told_once_and_nothing_of_it_stays() {
    prove(&[CATALOG, PEOPLE, PAY, SLIP], SLIPS);
}

#[test]
fn the_finding_stands_at_the_slip_itself() {
    let number = PEOPLE.1.replace("+358 9 555", "+358 09 555");
    let said = project().file(PEOPLE.0, number).finding("doubtful-phone");
    assert!(
        said.contains("people.yaml:1:53")
            && said.contains("warning[doubtful-phone]: behind the country's number the first 0 is not dialled"),
        "{said}"
    );
    let text = SLIP.1.replace("description: |", "description:");
    let said = project().file(SLIP.0, text).finding("folded-list");
    assert!(
        said.contains("slip.yaml:3:1")
            && said.contains("warning[folded-list]: the lines")
            && said.contains("this line is joined to the one above"),
        "{said}"
    );
}

fn codes(project: &Project) -> Vec<String> {
    let others = ["untranslated", "missing-summary", "unserved-service"];
    let said = project.check();
    let codes = said.lines().filter(|line| line.contains("]: ")).map(|line| line.split(']').next().unwrap().to_owned());
    codes.filter(|code| !others.iter().any(|other| code.ends_with(other))).collect()
}

fn project() -> Project {
    let files = [CATALOG, PEOPLE, PAY, SLIP];
    files.into_iter().fold(Project::empty(), |project, (path, text)| project.file(path, text))
}

#[test]
fn a_text_that_reads_like_a_file_of_ours_is_not_passed_over() {
    for (path, meant) in [
        ("departments/pay/services/tax.txt", "call it `tax.yaml`"),
        ("departments/pay/services/Tax card.TXT", "call it `tax-card.yaml`"),
        ("journeys/tax.txt", "call it `tax.yaml`"),
    ] {
        let said = project().file(path, SLIP.1).finding("misplaced-file");
        assert!(said.contains(path) && said.contains(meant), "{said}");
    }
    let notes = "Ask Bo about this:\n- name\n";
    for path in ["departments/pay/services/notes.txt", "notes.txt"] {
        assert!(codes(&project().file(path, notes)).is_empty(), "{path}");
    }
}

#[test]
fn what_a_chat_puts_around_a_file_is_one_finding() {
    let around = |before: &str, after: &str| project().file(SLIP.0, format!("{before}{}{after}", SLIP.1));
    for (before, after, help) in [
        ("```yaml\n", "```\n", "delete it, and the other line of the same signs below"),
        ("Here is your file:\n\n```yaml\n", "```\n\nTell me if you need more!\n", "keep only what stands between"),
        ("", "```\n", "delete it"),
    ] {
        let project = around(before, after);
        assert_eq!(codes(&project), ["error[invalid-yaml"], "{}", project.check());
        assert!(project.check().contains(help), "{}", project.check());
    }
}

#[test]
fn what_looks_like_a_slip_and_is_none_is_left_alone() {
    let harmless = [
        ("What we paid you, and why.", "Paid 2 ** 3 times, or TBD-4 later."),
        ("  It comes", "  #payday is our channel.\n\n  It comes"),
        ("[desk](team:desk)", "`team:desk`, or [desk](desk)"),
        ("- pay is wrong", "- 1. May is missing"),
        ("What we paid you, and why.", "'The team: Bo and Eva.'"),
        ("description: |", "description: |-"),
    ];
    for (right, other) in harmless {
        let text = SLIP.1.replacen(right, other, 1);
        let project = project().file(SLIP.0, text);
        assert!(codes(&project).is_empty(), "{other}: {}", project.check());
    }
}
