//! A department's file with one slip at a time, as they happen to people who do not know YAML: the
//! first error has to name the line where the slip is.

use luukku::diagnostic::Severity;

use crate::project::{NOW, Project};

/// The file without a slip.
const DEPARTMENT: &str = "\
name: {en: Payroll, fi: Palkat}
summary: Pays everybody.
lead: maija.virtanen
hours: office
keywords: [pay, payslip]
channels:
  - email: payroll@acme.example
    for: Anything about pay
  - phone: \"+358 9 123 4567\"
services:
  pay-correction:
    name: Correct a pay error
    summary: We find out what went wrong.
    owner: maija.virtanen
    asked_as:
      en: [my pay is wrong]
      fi: [palkka väärin]
    standards:
      normal: {first_response: 4h, resolution: 2d, target: 90%}
    steps:
      - {what: You tell us, who: you}
      - {what: We compare, who: payroll, takes: 4h}
    faq:
      - question: When is payday?
        answer: On the 15th.
    reviewed: 2026-09-01
    review_every: 6 months
";

/// What stands in the file, what is written instead, and the line of the first error; 0 for none.
const SLIPS: &[(&str, &str, usize)] = &[
    ("    for: Any", "\tfor: Any", 8),
    ("    for: Any", "  \t  for: Any", 8),
    ("summary: Pays", "summary:\tPays", 0),
    ("    owner: maija", "    owner maija", 14),
    ("lead: maija", "lead maija", 3),
    ("services:", "services", 10),
    ("    steps:", "    steps", 20),
    ("    owner: maija.virtanen", "    owner:maija.virtanen", 14),
    ("lead: maija", "lead:maija", 3),
    ("{what: You tell us, who: you}", "{what:You tell us, who: you}", 21),
    ("{what: You tell us, who: you}", "{what: You tell us, who:you}", 21),
    ("    owner: maija", "   owner: maija", 14),
    ("    owner: maija", "     owner: maija", 14),
    ("    name: Correct", "      name: Correct", 12),
    ("lead: maija", " lead: maija", 3),
    ("  - phone", "   - phone", 9),
    ("  - phone", " - phone", 9),
    ("    for: Any", "   for: Any", 8),
    ("    for: Any", "     for: Any", 8),
    ("\"+358 9 123 4567\"", "\"+358 9 123 4567", 9),
    ("summary: We find out what went wrong.", "summary: \"We find out what went wrong.", 13),
    ("summary: Pays everybody.", "summary: 'Pays everybody.", 2),
    ("summary: Pays everybody.", "summary: 'Pays everybody's wages.'", 2),
    ("summary: Pays everybody.", "summary: \"Pays \"everybody\" now\"", 2),
    ("summary: Pays everybody.", "summary: \"Pays\" everybody", 2),
    ("keywords: [pay, payslip]", "keywords: [pay, payslip", 5),
    (
        "normal: {first_response: 4h, resolution: 2d, target: 90%}",
        "normal: {first_response: 4h, resolution: 2d, target: 90%",
        19,
    ),
    ("keywords: [pay, payslip]", "keywords: pay, payslip]", 5),
    ("      en: [my pay is wrong]", "      en: [my pay is wrong", 16),
    ("{what: You tell us, who: you}", "{what: You tell us, who: you]", 21),
    ("keywords: [pay, payslip]", "keywords: [pay, payslip]]", 5),
    ("    summary: We find", "    name: again\n    summary: We find", 13),
    ("    reviewed:", "    owner: x\n    reviewed:", 26),
    ("summary: Pays everybody.", "summary: [Pays, everybody]", 2),
    ("keywords: [pay, payslip]", "keywords: pay, payslip", 5),
    ("    standards:\n      normal: {first_response: 4h, resolution: 2d, target: 90%}", "    standards: 4h", 18),
    ("    faq:\n      - question: When is payday?", "    faq:\n        question: When is payday?", 24),
    ("    owner: maija", "    Owner: maija", 14),
    ("  pay-correction:", "  Pay-Correction:", 11),
    ("  pay-correction:", "  pay correction:", 11),
    ("  pay-correction:", "  päy-correction:", 11),
    ("hours: office", "hours: ma-pe 8-16", 4),
    ("hours: office", "hours: Ma-Pe klo 8.00-16.00", 4),
    ("hours: office", "hours: Mo–Fr 08:00–16:00", 4),
    ("  - phone:", "    phone:", 9),
    ("      - {what: We compare", "        {what: We compare", 22),
    ("  - email: payroll", "    email: payroll", 7),
    ("  - phone:", "  -phone:", 9),
    ("summary: Pays everybody.", "summary: “Pays: everybody”", 2),
    ("summary: We find out what went wrong.", "summary: Note: we find out", 13),
    ("{what: You tell us, who: you}", "{what: You tell us: quick, who: you}", 21),
    ("summary: Pays everybody.", "summary: @home", 2),
    ("summary: Pays everybody.", "summary: %home", 2),
    ("summary: Pays everybody.", "summary: *home*", 2),
    ("summary: Pays everybody.", "summary: &home x", 2),
    ("summary: Pays everybody.", "summary: !home x", 2),
    ("summary: Pays everybody.", "summary: \"C:\\files\"", 2),
    ("name: {en: Payroll, fi: Palkat}", "name: {en: Payroll, fi: Palkat, palkkiot}", 1),
    ("name: {en: Payroll, fi: Palkat}", "name: {en: Payroll, fi: Palkat, de: Löhne}", 1),
    ("      fi: [palkka väärin]", "      fin: [palkka väärin]", 17),
    ("services:", "---\nservices:", 10),
    ("2026-09-01", "1.9.2026", 26),
    ("2026-09-01", "2026-13-01", 26),
    ("first_response: 4h", "first_response: 4 hours", 19),
    ("first_response: 4h", "first_response: four", 19),
    ("target: 90%", "target: 90", 19),
    ("\"+358 9 123 4567\"", "09 123 4567", 9),
    ("\"+358 9 123 4567\"", "+358 9 123 4567", 0),
    ("\"+358 9 123 4567\"", "+35891234567", 0),
    ("payroll@acme.example", "payroll(at)acme.example", 7),
    ("    owner: maija", "    ownr: maija", 14),
    ("summary: Pays everybody.", "summary: a summary: b", 2),
    ("    owner: maija", "    owner = maija", 14),
    ("lead: maija.virtanen", "lead: maija.virtanen;", 3),
    ("lead: maija.virtanen", "lead: maija.virtanen,", 3),
    ("summary: Pays everybody.", "summary: Pays everybody.\nand everyone else", 3),
    ("summary: Pays everybody.", "summary: \"Pays everybody.\nand everyone else\"", 2),
    ("summary: Pays everybody.", "description: |\nPays everybody.", 3),
    ("summary: Pays everybody.", "description: |\n    Pays\n  everybody.", 4),
    ("summary: Pays everybody.", "summary: Pays\0 everybody.", 2),
    ("summary: Pays everybody.", "summary: Pays\x07 everybody.", 2),
    ("    owner: maija", "\u{a0}\u{a0}\u{a0}\u{a0}owner: maija", 14),
    ("lead: maija", "lead:\u{a0}maija", 3),
    ("lead: maija", "lead： maija", 3),
    ("lead: maija.virtanen", "lead:", 0),
    ("    name: Correct a pay error", "    name:", 12),
    ("  - phone: \"+358 9 123 4567\"", "  -", 9),
    ("    owner: maija.virtanen", "    owner: maija.virtanen,", 14),
    ("    asked_as:\n      en: [my pay is wrong]", "    asked_as:\n      en:\n      * my pay is wrong", 17),
    ("name: {en: Payroll, fi: Palkat}", "\"name\": {\"en\":\"Payroll\",\"fi\":\"Palkat\"}", 0),
    ("lead: maija.virtanen", "<<<<<<< HEAD\nlead: maija.virtanen\n=======\nlead: antti\n>>>>>>> other", 3),
    ("lead: maija.virtanen", "lead: yes", 3),
    ("    name: Correct a pay error", "    name: ~", 12),
    ("lead: maija.virtanen", "lead: {person: maija.virtanen}", 3),
    ("summary: Pays everybody.", "summary: - Pays", 2),
    ("summary: Pays everybody.", "summary: |Pays everybody", 2),
    ("summary: Pays everybody.", "summary: > Pays everybody", 2),
    ("summary: Pays everybody.", "summary: {name} pays", 2),
    ("summary: Pays everybody.", "summary: [new] pays", 2),
    ("lead: maija", "lead:: maija", 3),
    ("summary: Pays everybody.", "summary: Pays everybody\"", 0),
    ("review_every: 6 months", "review_every: half a year", 27),
    ("keywords: [pay, payslip]", "website: x.example", 5),
];

/// No error.
const NONE: [usize; 0] = [];

/// The lines of the errors in a department's file.
fn error_lines(project: &Project) -> Vec<usize> {
    let now = chrono::DateTime::parse_from_rfc3339(NOW).unwrap().to_utc();
    let outcome = luukku::check(&project.catalog(), now, None).unwrap();
    let errors = outcome.diagnostics.iter().filter(|finding| finding.severity == Severity::Error);
    errors
        .map(|finding| {
            let place = finding.primary.span;
            assert_eq!(outcome.sources.path(place.file), "departments/payroll.yaml", "{finding:?}");
            outcome.sources.text(place.file)[..place.start as usize].matches('\n').count() + 1
        })
        .collect()
}

fn with(department: impl AsRef<[u8]>) -> Project {
    Project::new()
        .file("people.yaml", "maija.virtanen: {name: Maija Virtanen}\n")
        .file("departments/payroll.yaml", department)
}

#[test]
fn each_slip_is_found_on_its_line() {
    assert_eq!(error_lines(&with(DEPARTMENT)), NONE);
    let mut wrong = Vec::new();
    for (written, slip, line) in SLIPS {
        assert!(DEPARTMENT.contains(written), "{written:?} is not in the file");
        let lines = error_lines(&with(DEPARTMENT.replacen(written, slip, 1)));
        if lines.first().copied().unwrap_or(0) != *line || lines.len() > 2 {
            wrong.push(format!("{slip:?}: errors on the lines {lines:?} instead of {line}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn files_of_other_programs_are_read_or_told() {
    let crlf = DEPARTMENT.replace('\n', "\r\n");
    assert_eq!(error_lines(&with(&crlf)), NONE);
    assert_eq!(error_lines(&with(format!("\u{feff}{DEPARTMENT}"))), NONE);
    assert_eq!(error_lines(&with(crlf.replace("    owner:", "    Owner:"))), [14]);
    let latin: Vec<u8> = DEPARTMENT.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    assert_eq!(error_lines(&with(latin)), [17]);
    let utf16: Vec<u8> = "\u{feff}name: Pay\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(error_lines(&with(utf16)), [1]);
    for text in [
        "",
        "\n",
        "# nothing yet\n",
        "---\n",
        "- a\n- b\n",
        "hello\n",
        "<html>\n<body>hi</body>\n",
        "name,summary\na,b\n",
    ] {
        assert_eq!(error_lines(&with(text)), [1], "{text:?}");
    }
}
