//! One slip, one finding, in the place where it was made; and what is proposed does not lead to the next error.

use crate::project::Project;

const DEPARTMENT: &str = "\
name: Pay
lead: maija.virtanen
services:
  slip:
    name: Payslips
    summary: They come here.
    owner: maija.virtanen
    deputy: maija.virtanen
";

fn with_people(people: &str) -> Project {
    Project::new().file("people.yaml", people).file("departments/pay.yaml", DEPARTMENT)
}

fn errors(report: &str) -> usize {
    report.matches("error[").count()
}

#[test]
fn an_id_that_cannot_be_one_is_told_alone() {
    for id in ["Maija.Virtanen", "maija virtanen", "maija.virtänen"] {
        let report = with_people(&format!("{id}: {{name: Maija}}\n")).check();
        assert_eq!((errors(&report), report.matches("error[invalid-id]").count()), (1, 1), "{report}");
    }
}

#[test]
fn an_id_that_is_misspelt_where_it_is_given_is_told_there() {
    let project = with_people("maija.virtanan: {name: Maija}\n");
    let said = project.finding("unknown-person");
    let what = "3 places name the person `maija.virtanen`, which does not exist, and none names this one";
    assert!(said.contains(what) && said.contains("people.yaml:1:1"), "{said}");
    assert_eq!(errors(&project.check()), 1, "{said}");
    let named_right = with_people("maija.virtanan: {name: Maija, deputy: maija.virtanan}\n").check();
    assert_eq!(named_right.matches("error[unknown-person]").count(), 3, "{named_right}");
}

#[test]
fn texts_in_a_language_that_is_not_named_are_one_finding_where_languages_are_named() {
    let texts: String = (0..9).map(|n| format!("p{n}: {{name: {{en: P, pl: P}}}}\n")).collect();
    let said = Project::new().file("people.yaml", texts).finding("unknown-locale");
    assert!(said.contains("9 texts are in `pl`, which is not one of the site's languages"), "{said}");
    assert!(said.contains("catalog.yaml:2:11") && said.contains("one of them"), "{said}");
}

#[test]
fn an_empty_company_and_a_person_without_an_id_are_one_finding() {
    let said = Project::empty().file("catalog.yaml", "").file("people.yaml", "p: {name: {pl: P}}\n").check();
    assert!(errors(&said) == 1 && said.contains("there is nothing in `catalog.yaml`"), "{said}");
    let said = with_people("name: Maija Virtanen\ntitle: Clerk\n").check();
    assert!(errors(&said) == 1 && said.contains("these keys are a person's, but no id stands above them"), "{said}");
}

#[test]
fn a_list_in_braces_is_put_in_brackets() {
    let said = Project::new().file("departments/pay.yaml", "name: {en=Pay, fi=Palkat}\n").check();
    assert!(errors(&said) == 1 && said.contains("write `{en: Pay, fi: Palkat}`"), "{said}");
    let service = "name: Pay\nservices:\n  slip: {name: Slip, serves: {a, b}}\n";
    let said = Project::new().file("departments/pay.yaml", service).check();
    assert!(errors(&said) == 1 && said.contains("write `[a, b]`"), "{said}");
}

/// A line of a department, what is said, and at which line.
const LINES: &[(&str, &str, usize)] = &[
    ("summary: & more", "text cannot begin with `&`", 2),
    ("summary: {en: Pay #2, fi: Palkat}", "which hides the closing bracket", 2),
    ("channels:\n  – email: a@acme.example\n    for: Pay", "which is no plain dash", 3),
    ("channels:\n  -email: a@acme.example\n    for: Pay", "a space is missing behind this dash", 3),
    ("channels:\n  email: a@acme.example\n    for: Pay", "a dash is missing before this item", 3),
    ("channels:\n  - email: a@acme.example\n  for: Pay", "this key stands in the column of the dashes", 4),
    ("summary: {en: Pay; fi: Palkat}", "a comma stands between two keys, not `;`", 2),
    ("keywords: [pay, #slip]\nchannels:\n  - email: a@acme.example", "which hides the closing bracket", 2),
    ("channels:\n  - label: {en: Pay, fi: Palkka\n    email: a@acme.example", "is never closed", 3),
    ("\u{a0}\u{a0}lead: maija", "an odd space (U+00A0)", 2),
];

#[test]
fn each_slip_is_told_in_its_line_and_in_its_words() {
    for (lines, what, line) in LINES {
        let project = Project::new().file("departments/pay.yaml", format!("name: Pay\n{lines}\n"));
        let report = project.check();
        assert!(errors(&report) == 1 && report.contains(what), "{lines}\n{report}");
        assert!(report.contains(&format!("departments/pay.yaml:{line}:")), "{lines}\n{report}");
    }
}

/// A line, and what is to be written in its place, if that can be told.
const FIXES: &[(&str, Option<&str>)] = &[
    ("country: [FI]", Some("+ country: FI")),
    ("channels: pay@acme.example", Some("+ channels: [{email: pay@acme.example}]")),
    ("channels: pay", None),
    ("channels: {email: pay@acme.example}", Some("+ channels: [{email: pay@acme.example}]")),
    ("hours: “Mo-Fr 8-16”", Some("+ hours: Mo-Fr 08:00-16:00")),
    ("keywords: [a]\ntags: [b]", None),
    ("email: pay@acme.example", None),
    ("channels:\n  - form: “https://acme.example”", Some("https://acme.example")),
];

#[test]
fn a_fix_is_proposed_only_where_it_does_not_lead_to_the_next_error() {
    for (lines, fix) in FIXES {
        let project = Project::new()
            .file("people.yaml", "maija.virtanen: {name: Maija}\n")
            .file("departments/pay.yaml", format!("name: Pay\n{lines}\n"));
        let report = project.check();
        assert_eq!(errors(&report), 1, "{lines}\n{report}");
        let proposed = report.lines().any(|line| line.contains(" + "));
        assert_eq!(proposed, fix.is_some(), "{lines}\n{report}");
        assert!(fix.is_none_or(|fix| report.contains(fix)), "{lines}\n{report}");
    }
}

#[test]
fn a_closed_day_that_a_later_rule_opens_is_doubted() {
    for (hours, meant) in [
        ("PH off; Mo-Fr 08:00-16:00", "Mo-Fr 08:00-16:00; PH off"),
        ("Dec 24 off; Mo-Fr 08:00-16:00", "Mo-Fr 08:00-16:00; Dec 24 off"),
        ("Sa off; 08:00-16:00", "08:00-16:00; Sa off"),
    ] {
        let project = Project::new().file("departments/pay.yaml", format!("name: Pay\nhours: {hours}\n"));
        let said = project.finding("doubtful-hours");
        assert!(said.contains(&format!("did you mean `{meant}`?")), "{said}");
    }
    for sound in ["Mo-Fr 08:00-16:00; PH off", "Su off; Mo-Fr 08:00-16:00", "PH off; PH 10:00-12:00"] {
        let report = Project::new().file("departments/pay.yaml", format!("name: Pay\nhours: {sound}\n")).check();
        assert!(!report.contains("doubtful-hours"), "{sound}: {report}");
    }
}

#[test]
fn yes_and_no_and_dates_in_other_words() {
    let service = |line: &str| {
        let text = format!("name: Pay\nservices:\n  slip: {{name: Slip}}\n  wage:\n    name: Wage\n    {line}\n");
        Project::new().file("departments/pay.yaml", text).check()
    };
    for (word, meant) in [("ei", "false"), ("kyllä", "true"), ("nej", "false"), ("nie", "false"), ("tak", "true")] {
        let report = service(&format!("depends_on: [{{service: slip, blocking: {word}}}]"));
        assert!(errors(&report) == 1 && report.contains(&format!("help: write `{meant}`\n")), "{report}");
    }
    for (text, meant) in [
        ("every Friday", "{every: week, on: fri}"),
        ("perjantai", "{every: week, on: fri}"),
        ("25.", "{every: month, on: 25}"),
        ("viimeinen työpäivä", "{every: month, on: last-working-day}"),
        ("first Monday", "{every: month, on: first mon}"),
        ("24 december", "{every: year, on: 12-24}"),
        ("2026-12-15", "{every: once, on: 2026-12-15}"),
    ] {
        let report = service(&format!("you_provide: [{{what: Hours, deadline: {text}}}]"));
        assert!(errors(&report) == 1 && report.contains(&format!("help: write a group: `{meant}`")), "{report}");
    }
}

#[test]
fn a_translation_into_the_first_language_is_a_second_original() {
    let page = "---\ntitle: Slips\n---\nText.\n";
    let project = Project::new()
        .file("departments/pay.yaml", "name: Pay\n")
        .file("departments/pay/articles/slips.md", page)
        .file("departments/pay/articles/slips.en.md", page);
    let said = project.finding("duplicate-id");
    assert!(said.contains("`slips.md` is in this language already") && said.contains("slips.en.md"), "{said}");
    let unknown = project.file("catalog.yaml", "name: Acme\nlanguages: [fi, en]\n").check();
    assert_eq!(errors(&unknown), 1, "which language is the first one is not known:\n{unknown}");
}

#[test]
fn codes_of_countries_are_no_languages() {
    let service = |tag: &str| format!("name: Pay\nservices:\n  slip: {{name: Slip, languages: [{tag}]}}\n");
    for (tag, meant) in [("dk", "da"), ("ua", "uk"), ("fin", "fi")] {
        let said = Project::new().file("departments/pay.yaml", service(tag)).finding("invalid-locale");
        assert!(said.contains(&format!("did you mean `{meant}`?")), "{said}");
    }
    let said = Project::new().file("departments/pay.yaml", service("en-UK")).finding("invalid-locale");
    assert!(said.contains("the United Kingdom is `GB`"), "{said}");
}

/// Lines of a department in another shape than is needed, and what is said.
const SHAPES: &[(&str, &str)] = &[
    (
        "hours: {mon: 8-16, tue: 8-16}",
        "write the days before their times, in quotes: `\"Mo 08:00-16:00; Tu 08:00-16:00\"`",
    ),
    ("hours:\n  ma: 8-16\n  ti: 9-15", "Mo 08:00-16:00; Tu 09:00-15:00"),
    ("hours:\n  - Mo-Fr 08:00-12:00\n  - Mo-Fr 13:00-16:00", "`\"Mo-Fr 08:00-12:00, Mo-Fr 13:00-16:00\"`"),
    (
        "summary:\n  - en: Pay\n  - fi: Palkat",
        "write the languages in one group, without dashes: `summary: {en: Pay, fi: Palkat}`",
    ),
    ("summary: [Pay, Palkat]", "write one text, or one for each language"),
    ("description:\n  en:\n    First of all.\n    - note: two", "write `|` behind the colon"),
    (
        "summary: Pay for all\n  note: for everybody",
        "if it goes on with the text above it, put the whole text in quotes",
    ),
    ("teams:\n  desk: {name: Desk, members: {maija.virtanen: Clerk}}", "`- {person: maija.virtanen, role: Clerk}`"),
    ("teams:\n  desk:\n  - name: Desk", "its keys stand below one another without them"),
];

#[test]
fn other_shapes_are_told_what_to_write() {
    for (lines, told) in SHAPES {
        let report = Project::new().file("departments/pay.yaml", format!("name: Pay\n{lines}\n")).check();
        assert!(report.contains(told) && errors(&report) == 1, "{lines}: no `{told}` in\n{report}");
    }
}

#[test]
fn an_item_without_its_dash_is_told_at_its_first_key() {
    let steps = "    steps:\n    what: You ask\n    who: you\n    - what: We answer\n";
    let report =
        with_people("maija.virtanen: {name: Maija}\n").file("departments/pay.yaml", format!("{DEPARTMENT}{steps}"));
    let report = report.check();
    assert!(report.contains("pay.yaml:10:5") && errors(&report) == 1, "{report}");
}

#[test]
fn a_link_in_a_table_or_a_quotation_is_told_where_it_stands() {
    for (lines, place) in [
        ("  | a | b |\n  |---|---|\n  | c | [x](service:nowhere) |\n", "pay.yaml:5:9"),
        ("  > first\n  > then [x](service:nowhere)\n", "pay.yaml:4:10"),
    ] {
        let said = Project::new().file("departments/pay.yaml", format!("name: Pay\ndescription: |\n{lines}"));
        let said = said.finding("dead-link");
        assert!(said.contains(place), "{said}");
    }
}

#[test]
fn of_two_kinds_of_a_channel_the_second_is_told() {
    for (channel, told) in [
        ("{phone: \"+358 9 123 4567\", email: a@acme.example}", "`phone` and `email` at once"),
        ("{email: a@acme.example, phone: \"+358 9 123 4567\"}", "`email` and `phone` at once"),
    ] {
        let said = Project::new().file("departments/pay.yaml", format!("name: Pay\nchannels:\n  - {channel}\n"));
        let said = said.finding("channel-of-two-kinds");
        let (first, second) = (said.find("----").unwrap(), said.find("^^^^").unwrap());
        assert!(said.contains(told) && first < second, "{said}");
    }
}

#[test]
fn signs_that_nobody_sees_are_told() {
    for sign in ['\u{61c}', '\u{e0041}', '\u{3164}', '\u{180e}', '\u{85}'] {
        let said = Project::new().file("departments/pay.yaml", format!("name: \"Pa{sign}y\"\n")).check();
        assert!(said.contains("error[control-character]: "), "{:04X}: {said}", u32::from(sign));
    }
    let flag = "name: \"Scotland \u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}\"\n";
    let said = Project::new().file("departments/pay.yaml", flag).check();
    assert!(!said.contains("control-character"), "{said}");
}

#[test]
fn a_week_of_a_clock_that_always_runs_has_seven_days() {
    let of = |clock: &str| {
        let service = format!("services: {{a: {{name: A, standards: {{normal: {{resolution: 1 week{clock}}}}}}}}}\n");
        Project::new().file("departments/pay.yaml", format!("name: Pay\n{service}")).finding("invalid-duration")
    };
    assert!(of("").contains("did you mean `5d`?"), "{}", of(""));
    assert!(of(", clock: always").contains("did you mean `7d`?"), "{}", of(", clock: always"));
}
