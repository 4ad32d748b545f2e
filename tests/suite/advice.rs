//! Advice that is followed to the letter: one slip is one finding in its place, and what is proposed there reads well.

use luukku::checks;
use luukku::diagnostic::{Diagnostic, Diagnostics};
use luukku::source::{FilesInMemory, Sources};

use crate::project::NOW;

const CATALOG: (&str, &str) = (
    "catalog.yaml",
    r#"format: 1
name: Acme
locales: [en, fi]
time_zone: Europe/Helsinki
country: FI
hours: {office: "Mo-Fr 08:00-16:00; PH off"}
closed_days:
  - {every: year, on: 12-31}
short_days:
  - {every: year, on: 12-23, hours: "08:00-12:00"}
fields:
  class: {name: Class, on: [service], choices: {gold: Gold, silver: Silver}}
  cost_centre: {name: Cost centre, on: [department, service], pattern: "[0-9]{4}"}
"#,
);

const PEOPLE: (&str, &str) = (
    "people.yaml",
    r#"bo.lind:
  name: Bo Lind
  phone: "4712"
  knows: [{en: Stains, fi: Tahrat}]
eva.ek: {name: Eva Ek, knows: [Pay]}
"#,
);

const PLACES: (&str, &str) =
    ("places.yaml", "hut:\n  name: Hut\n  address: Road 1\n  map: \"https://maps.example/main\"\n");

const PAY: (&str, &str) = (
    "departments/pay.yaml",
    r#"name: Pay
hours: office
lead: bo.lind
channels:
  - email: pay@acme.example
  - phone: "+358 9 123 4567"
  - web: "https://pay.example/x"
services:
  slip:
    name: Slip
    fields: {class: gold}
    standards:
      normal: {resolution: {days: 0, at: "16:00"}}
    you_provide:
      - {what: Hours, deadline: {every: month, on: [1, 15]}}
"#,
);

/// What stands in a file, the slip in its place, and what is said of it.
pub(crate) type Slip = ((&'static str, &'static str), &'static str, &'static str, &'static str);

const SLIPS: &[Slip] = &[
    (PAY, "at: \"16:00\"", "by: \"16:00\"", "write `at`: that is what it is called here"),
    (PAY, "at: \"16:00\"", "before: \"16:00\", asked_by: \"14:00\"", "write `at`: that is what it is called here"),
    (PAY, "at: \"16:00\"", "at: \"16:00\", by: \"14:00\"", "write `asked_by`: that is what it is called here"),
    (PEOPLE, "[{en: Stains, fi: Tahrat}]", "{en: [Stains], fi: [Tahrat]}", "`[{en: Stains, fi: Tahrat}]`"),
    (
        PEOPLE,
        "[{en: Stains, fi: Tahrat}]",
        "{en: [Stains, Ink], fi: [Tahrat]}",
        "`[{en: Stains, fi: Tahrat}, {en: Ink}]`",
    ),
    (
        PAY,
        "every: month, on: [1, 15]",
        "every: month, on: 1, 15",
        "put several of them between square brackets: [1, 15]",
    ),
    (PAY, "every: month, on: [1, 15]", "every: week, on: mon, thu", "[mon, thu]"),
    (PAY, "every: month, on: [1, 15]", "every: 2 weeks", "`{every: 2 weeks, on: fri, from: 2026-12-04}`"),
    (PAY, "every: month, on: [1, 15]", "every: quarter", "`{every: quarter, on: last-working-day}`"),
    (CATALOG, "hours: \"08:00-12:00\"", "hours: \"-12:00\"", "`\"08:00-12:00\"`"),
    (CATALOG, "hours: \"08:00-12:00\"", "hours: \"12:00\"", "`\"08:00-12:00\"`"),
    (CATALOG, "hours: \"08:00-12:00\"", "hours: klo 12 asti", "`\"08:00-12:00\"`"),
    (CATALOG, "hours: \"08:00-12:00\"", "hours: office", "a short day has the same hours on every weekday"),
    (CATALOG, "{gold: Gold, silver: Silver}", "[gold, silver]", "`{gold: Gold, silver: Silver}`"),
    (CATALOG, "{gold: Gold, silver: Silver}", "[gold, Very good]", "`{gold: Gold, very-good: Very good}`"),
    (PAY, "fields: {class: gold}", "fields: [class: gold]", "`{class: gold}`"),
    (
        PAY,
        "fields: {class: gold}",
        "fields:\n      - class: gold\n      - cost_centre: 4711",
        "`{class: gold, cost_centre: 4711}`",
    ),
    (PAY, "fields: {class: gold}", "class: gold", "write it below `fields`: `fields: {class: gold}`"),
    (PAY, "lead: bo.lind", "lead: bo.lind\ncost_centre: 4711", "`fields: {cost_centre: 4711}`"),
    (
        PAY,
        "fields: {class: gold}",
        "fields: {class: gold}\n    cost_centre: 4711",
        "move it into `fields`: `cost_centre: 4711`",
    ),
    (
        PAY,
        "phone: \"+358 9 123 4567\"",
        "phone: \"+358 9 123 4567\"\n    ext: 4711",
        "`phone: \"+358 9 123 4567 ext 4711\"`",
    ),
    (PEOPLE, "phone: \"4712\"", "phone: \"+358 9 123 4567\"\n  wewnętrzny: 12", "`phone: \"+358 9 123 4567 ext 12\"`"),
    (PEOPLE, "\"4712\"", "ext 4712", "did you mean `\"4712\"`?"),
    (PEOPLE, "\"4712\"", "alanumero 4712", "did you mean `\"4712\"`?"),
    (CATALOG, "{every: year, on: 12-31}", "2026-12-07 - 2026-12-09", "`{from: 2026-12-07, until: 2026-12-09}`"),
    (CATALOG, "{every: year, on: 12-31}", "2026-12-07..2026-12-09", "`{from: 2026-12-07, until: 2026-12-09}`"),
    (CATALOG, "{every: year, on: 12-31}", "7.12.2026–9.12.2026", "`{from: 2026-12-07, until: 2026-12-09}`"),
    (CATALOG, "{every: year, on: 12-31}", "12-24", "`{every: year, on: 12-24}`"),
    (CATALOG, "{every: year, on: 12-31}", "24.12.", "`{every: year, on: 12-24}`"),
    (
        CATALOG,
        "{every: year, on: 12-31}",
        "{every: year, from: 07-05, until: 07-25}",
        "`{from: 2027-07-05, until: 2027-07-25}`",
    ),
    (
        CATALOG,
        "{every: year, on: 12-23, hours: \"08:00-12:00\"}",
        "{from: 2026-12-21, until: 2026-12-22, hours: \"08:00-12:00\"}",
        "`{on: 2026-12-21, hours: \"08:00-12:00\"}`, `{on: 2026-12-22, hours: \"08:00-12:00\"}`",
    ),
    (
        PAY,
        "\"+358 9 123 4567\"",
        "050 311 7484 tai 044 794 5730",
        "`{phone: \"+358 50 311 7484\"}` and `{phone: \"+358 44 794 5730\"}`",
    ),
    (
        PAY,
        "\"+358 9 123 4567\"",
        "+44 20 7947 6102 / 6294",
        "`{phone: \"+44 20 7947 6102\"}` and `{phone: \"+44 20 7947 6294\"}`",
    ),
    (PAY, "\"+358 9 123 4567\"", "+358 9 1234567 or +358 9 7654321", "is more than one number"),
    (
        CATALOG,
        "hours: {office: \"Mo-Fr 08:00-16:00; PH off\"}",
        "hours: {office: \"SH off; Mo-Fr 08:00-16:00\"}",
        "name the dates instead, behind the other rules",
    ),
    (PEOPLE, "phone:", "photo: pages/bo.png\n  phone:", "a jpg, png, webp, avif, gif or svg file"),
    (
        PLACES,
        "map: \"https://maps.example/main\"",
        "map: maps.example/main",
        "did you mean `https://maps.example/main`?",
    ),
    (
        PLACES,
        "map: \"https://maps.example/main\"",
        "map: \"60.98, 25.66\"",
        "write an address with `https://`, or the path",
    ),
    (
        PAY,
        "email: pay@acme.example",
        "chat: Teams, channel Linen",
        "write the name alone, as it stands there: `\"#Linen\"`",
    ),
    (PAY, "web: \"https://pay.example/x\"", "phone: \"+358 91 234567\"", "this channel stands twice in the list"),
    (
        PAY,
        "normal: {",
        "urgent: {name: Normal, when: Now, resolution: 1h}\n      normal: {",
        "are both called “Normal”",
    ),
    (PAY, "normal: {", "No pay: {when: Now, resolution: 1h}\n      normal: {", "`no-pay: {name: No pay, ...}`"),
    (
        PAY,
        "    standards:\n",
        r#"    channels: [{phone: "112", standard: No pay}]
    standards:
      u1: {name: No pay, when: A, resolution: 1h}
"#,
        "write its id: `u1`",
    ),
    (
        PAY,
        "web: \"https://pay.example/x\"",
        "web: {en: \"https://pay.example/x\", f1: \"https://pay.example/x\"}",
        "the site's languages are en, fi",
    ),
    (
        PAY,
        "lead: bo.lind",
        "lead: bo.lind\nplace: {name: Main house}",
        "`main: {name: Main house, ...}`, and name that here: `place: main`",
    ),
    (
        PAY,
        "lead: bo.lind",
        "lead: bo.lind\nteams: {t: {name: T, former: [{person: eva.ek, until: 2026-01-01}], lead: bo.lind}}",
        "write the id alone: `eva.ek`",
    ),
    (
        PAY,
        "lead: bo.lind",
        "lead: bo.lind\nteams: {t: {name: T, lead: bo.lind, rota: [{who: [bo.lind, bo], when: office}]}}",
        "`{who: bo.lind, when: ...}` and `{who: bo, when: ...}`",
    ),
    (
        PAY,
        "lead: bo.lind",
        "lead: bo.lind\nteams: {t: {name: T, lead: bo.lind, languages: fi ja en}}",
        "commas between its items: `[fi, en]`",
    ),
    (
        PAY,
        "name: Slip",
        "name: Slip\n    description: 'The [form] (form.pdf).'",
        "write them together: `[form](form.pdf)`",
    ),
    (
        PAY,
        "name: Slip",
        "name: Slip\n    description: 'The [form] (service:slip).'",
        "write them together: `[form](service:slip)`",
    ),
    (PAY, "name: Slip", "name: Slip\n    description: 'The (form)[service:slip].'", "write `[form](service:slip)`"),
    (PAY, "name: Slip", "name: Slip\n    description: '[mail](ward@x.example)'", "write `mailto:ward@x.example`"),
    (
        PAY,
        "name: Slip",
        "name: Slip\n    description: 'See [it](../articles/charter.md).'",
        "this links to the file `../articles/charter.md`, and there is no article `charter`",
    ),
    (
        PAY,
        "lead: bo.lind",
        "lead: bo.lind\nlinks: [{How it is counted: \"https://x.example/a\"}]",
        "`{name: How it is counted, url: \"https://x.example/a\"}`",
    ),
    (
        PAY,
        "lead: bo.lind",
        "lead: bo.lind\nteams: {t: {name: T, lead: eva.ek, members: [{bo.lind: Clerk}]}}",
        "`{person: bo.lind, role: Clerk}`",
    ),
    (CATALOG, "hours: \"08:00-12:00\"", "until: \"12:00\"", "write from when until when: `hours: \"08:00-12:00\"`"),
    (PAY, "pay@acme.example", "pay@acme.example.", "did you mean `pay@acme.example`?"),
    (PAY, "pay@acme.example", "\"mailto:pay@acme.example\"", "did you mean `pay@acme.example`?"),
    (PAY, "https://pay.example/x", "https%3A//pay.example/x", "did you mean `https://pay.example/x`?"),
];

fn found(files: &[(&str, String)]) -> (Vec<Diagnostic>, Sources) {
    let files: FilesInMemory = files.iter().map(|(path, text)| (*path, text.clone().into_bytes())).collect();
    let mut diagnostics = Diagnostics::new();
    let (documents, sources) = luukku::source::load(files, &mut diagnostics).unwrap();
    let catalog = luukku::model::resolve(documents, &mut diagnostics);
    let now = chrono::DateTime::parse_from_rfc3339(NOW).unwrap().to_utc();
    checks::run(catalog, &["en", "fi", "sv", "pl"], now, &mut diagnostics);
    sources.pinpoint(&mut diagnostics);
    let missing = ["asked-as", "standard", "summary"].map(|what| format!("missing-{what}"));
    let others =
        ["leaderless-team", "ownerless-service", "unserved-service", "untranslated", "unused-audience", "unused-place"];
    let told = diagnostics.iter().filter(|one| !others.contains(&one.code) && !missing.iter().any(|it| it == one.code));
    (told.cloned().collect(), sources)
}

#[test]
fn one_slip_is_one_finding_and_what_is_proposed_reads_well() {
    prove(&[CATALOG, PEOPLE, PLACES, PAY], SLIPS);
}

/// Each slip in files without one is one finding in its place, and what is proposed there leaves none.
pub(crate) fn prove(files: &[(&'static str, &'static str)], slips: &[Slip]) {
    let whole: Vec<(&str, String)> = files.iter().map(|(path, text)| (*path, (*text).to_owned())).collect();
    assert!(found(&whole).0.is_empty(), "{:?}", found(&whole).0);
    let mut wrong = Vec::new();
    for ((path, text), right, slip, told) in slips {
        assert_eq!(text.matches(right).count(), 1, "{right}");
        let begin = text.find(right).unwrap();
        let mut files = whole.clone();
        let place = files.iter().position(|(other, _)| other == path).unwrap();
        files[place].1 = text.replacen(right, slip, 1);
        let (findings, sources) = found(&files);
        let [finding] = &findings[..] else {
            wrong.push(format!("{slip}: {findings:#?}"));
            continue;
        };
        let said = format!("{}; {}", finding.message, finding.help.as_deref().unwrap_or(""));
        let at = finding.primary.span;
        let within = begin.saturating_sub(20)..=begin + slip.len();
        if !said.contains(told) || sources.path(at.file) != *path || !within.contains(&(at.start as usize)) {
            wrong.push(format!("{slip}: {said}, {at:?}"));
        }
        if let Some((span, instead)) = &finding.replacement {
            files[place].1.replace_range(span.start as usize..span.end as usize, instead);
            let (findings, _) = found(&files);
            wrong.extend(findings.iter().map(|finding| format!("{slip} -> {instead}: {finding:#?}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn england_and_wales_are_one_part_of_their_country() {
    let of = |part: &str| {
        let company = CATALOG.1.replace("country: FI", &format!("country: GB\nsubdivision: {part}"));
        found(&[(CATALOG.0, company), (PEOPLE.0, PEOPLE.1.to_owned()), (PAY.0, PAY.1.replace("+358", "+44"))]).0
    };
    assert_eq!(of("GB-EAW"), []);
    assert_eq!(of("GB-GBN").len(), 1, "its parts keep other holidays");
}
