//! Signs that are not what their author took them for: `#`, commas, quotes, and those that nobody sees.

use crate::project::Project;

/// What is said under a code about a department's file, of which this is all but the name.
fn said(code: &str, rest: &str) -> String {
    Project::new().file("departments/pay.yaml", format!("name: Pay\n{rest}")).finding(code)
}

#[track_caller]
fn assert_said(said: &str, parts: &[&str]) {
    for part in parts {
        assert!(said.contains(part), "{part} is not in:\n{said}");
    }
}

#[test]
fn a_hash_cuts_a_text() {
    let said = said("unquoted-hash", "summary: See door #12 on the left\nkeywords:\n  - ticket #4711 is late\n");
    assert_said(
        &said,
        &[
            "warning[unquoted-hash]: ` #` begins a comment, so `#12 on the left` is not part of the text",
            "pay.yaml:2:19",
            "+ summary: \"See door #12 on the left\"",
            "pay.yaml:4:12",
        ],
    );
    let comments = "summary: Pays # everybody\nkeywords: # ours\n  - pay\n";
    let report = Project::new().file("departments/pay.yaml", format!("name: Pay\n{comments}")).check();
    assert!(!report.contains("unquoted-hash"), "{report}");
}

#[test]
fn a_hash_takes_the_place_of_a_value() {
    let said = said("unquoted-hash", "channels:\n  - chat: #it_help\nkeywords:\n  - #pay\n");
    assert_said(&said, &["error[unquoted-hash]: ", "pay.yaml:3:11", "+   - chat: \"#it_help\"", "pay.yaml:5:5"]);
    let report = Project::new().file("departments/pay.yaml", "name: Pay\nchannels:\n  - chat: #it_help\n").check();
    assert_eq!(report.matches("error[").count(), 1, "{report}");
}

#[test]
fn what_is_no_text_is_written_without_its_hash() {
    for (line, meant) in [
        ("channels:\n  - phone: #112", "phone: \"112\""),
        ("lead: #maija.virtanen", "lead: maija.virtanen"),
        ("hours: #office", "hours: office"),
        ("serves:\n  - #everyone", "- everyone"),
    ] {
        let report = Project::new().file("departments/pay.yaml", format!("name: Pay\n{line}\n")).check();
        let told = report.matches("error[unquoted-hash]").count();
        assert!(
            told == 1 && report.contains(&format!("+ {}", meant.trim_start())) || report.contains(meant),
            "{report}"
        );
    }
}

#[test]
fn a_hash_hides_a_bracket() {
    for (rest, place) in [
        ("keywords: [ticket #4711 is late, my pay]\n", "pay.yaml:2:19"),
        ("keywords: [ticket #4711 is late, my pay]\nsummary: Pays.\n", "pay.yaml:2:19"),
        ("channels:\n  - {desk: Door #12, for: Pay}\nsummary: Pays.\n", "pay.yaml:3:17"),
    ] {
        let said = said("invalid-yaml", rest);
        assert_said(&said, &["` #` begins a comment, which hides the closing bracket in `#", place]);
        assert!(!said.contains("add `]`"), "{said}");
    }
}

#[test]
fn a_comma_cuts_hours_between_brackets() {
    let said = said("unquoted-comma", "channels: [{email: p@a.example, hours: Mo-Fr 08:00-12:00,13:00-16:00}]\n");
    assert_said(
        &said,
        &["pay.yaml:2:58", "+ channels: [{email: p@a.example, hours: \"Mo-Fr 08:00-12:00,13:00-16:00\"}]"],
    );
    let report = Project::new().file("departments/pay.yaml", "name: {en: Pay, wages, fi: Palkat}\n").check();
    assert_eq!(report.matches("error[").count(), 1, "{report}");
}

#[test]
fn a_quote_that_swallows_lines_is_shown_where_it_begins() {
    for rest in [
        "summary: 'Pays everybody\nlead: maija\nkeywords: ['pay']\n",
        "summary: 'Pays everybody\nlead: maija\nhours: it's\n",
        "summary: \"Pays everybody\nlead: maija\nhours: \"office\"\n",
        "summary: 'Pays everybody\nlead: maija'\n",
        "summary: 'Pays everybody\nlead: maija\n",
    ] {
        let said = said("invalid-yaml", rest);
        assert_said(&said, &["that is opened here is not closed on its line", "pay.yaml:2:10"]);
    }
    let deeper = "services:\n  slip:\n    name: Slip\n    faq:\n      - {question: 'When, \
     answer: Soon}\n      - {question: What's up, answer: No}\n";
    assert_said(&said("invalid-yaml", deeper), &["is not closed on its line", "pay.yaml:6:20"]);
}

#[test]
fn signs_that_nobody_sees_are_found_where_they_stand() {
    let text = "summary: Pa\u{200B}ys\nkeywords: [\"a\\u202eb\"]\nservices:\n  sl\u{2060}ip: {name: Slip}\n";
    let said = said("control-character", text);
    assert_said(&said, &["U+200B", "pay.yaml:2:12", "U+202E", "pay.yaml:3:12", "U+2060", "pay.yaml:5:5"]);

    let project = Project::new().file("news/new.md", "---\ntitle: New\ndate: 2026-11-20\n---\nRead th\u{202E}is.\n");
    assert_said(&project.finding("control-character"), &["U+202E", "new.md:5:8"]);

    let project = Project::new().file("departments/p\u{200B}ay.yaml", "name: Pay\n");
    assert_said(&project.finding("misplaced-file"), &["the path of this file holds the invisible character U+200B"]);
}

#[test]
fn a_backslash_between_double_quotes_is_told_where_it_stands() {
    for (line, told, column) in [
        (
            r#"summary: "The list is in C:\new\table.xlsx""#,
            "[eaten-backslash]: between double quotes `\\n` is the end of a line",
            28,
        ),
        (r#"summary: "C:\table\nut's.xlsx""#, "`\\t` is a wide gap", 13),
        (r#"summary: "P:\forms\new.xlsx""#, "`\\f` is a sign of its own that nobody sees", 13),
        (r#"summary: "\\srv\new\table""#, "`\\n` is the end of a line", 16),
        (r#"place: "maps\new.png""#, "`\\n` is the end of a line", 13),
        (r#"channels: [{web: "R:\royal"}]"#, "`\\r` is the end of a line", 21),
        (r#"summary: "see K:\new prices\2026.xlsx""#, "this is none", 17),
        (r#"summary: "see K:\Prices\new.xlsx""#, "`\\P` is a sign of its own", 17),
    ] {
        let file = |line: &str| Project::new().file("departments/pay.yaml", format!("name: Pay\n{line}\n"));
        let report = file(line).check();
        assert_said(&report, &[told, &format!("pay.yaml:2:{column}"), "single quotes"]);
        assert!(report.matches("eaten-backslash").count() <= 2 && !report.contains("control-character"), "{report}");
        let (before, rest) = line.split_once('"').unwrap();
        let (text, behind) = rest.rsplit_once('"').unwrap();
        let instead = format!("{before}'{}'{behind}", text.replace('\'', "''"));
        assert_said(&report, &[&instead]);
        let report = file(&instead).check();
        assert!(!report.contains("eaten-backslash") && !report.contains("invalid-yaml"), "{report}");
    }
    let lines = "summary: \"One\\ntwo\"\ndescription: \"Plan B:\\nWe meet at C:\\\\new\"\n";
    let report = Project::new().file("departments/pay.yaml", format!("name: Pay\n{lines}")).check();
    assert!(!report.contains("eaten-backslash"), "{report}");
}

#[test]
fn no_sign_of_a_file_turns_the_lines_of_a_terminal() {
    let project = Project::new()
        .file("departments/a\u{202E}b.yaml", "name: A\n")
        .file("departments/c\nerror: d.yaml", "name: B\n")
        .file("departments/pay.yaml", "name: Pay\nsum\u{202E}mary: x\nlead: \"a\\u202Eb\"\n");
    let report = project.check();
    assert!(!report.contains('\u{202E}') && !report.contains("\nerror: d"), "{report}");
    assert!(report.contains("departments/a\\u{202e}b.yaml") && report.contains("c\\nerror: d.yaml"), "{report}");
}

#[test]
fn what_is_no_character_in_any_text_is_told() {
    for sign in ['\u{FFFE}', '\u{FDD0}', '\u{1FFFF}'] {
        let escaped = format!("name: \"Pay\\U{:08X}\"\n", u32::from(sign));
        for text in [format!("name: Pay{sign}\n"), escaped] {
            let report = Project::new().file("departments/pay.yaml", &text).check();
            assert!(report.contains("error[") && report.contains("pay.yaml:1:"), "{text} {report}");
        }
    }
}

/// What comes with copied text and is not seen: forgiven at the ends of a value and in a key, named where it is in the
/// way, and told once.
#[test]
fn signs_that_nobody_sees_are_no_puzzle() {
    let report = |text: &str| Project::new().file("departments/pay.yaml", text).check();
    for forgiven in [
        "name: Pay\nhours: office\u{A0}\n",
        "name: Pay\nhours: \u{A0}office\n",
        "name: Pay\nhours: office\u{AD}\n",
        "name: Pay\nhours\u{A0}: office\n",
        "name: Pay\nho\u{AD}urs: office\n",
        "name: Pay\nservices: {slip: {name: S, reviewed: 2026-11-01\u{202F}}}\n",
        "name: Pay\nservices: {slip: {name: S, standards: {normal: {first_response: 4h\u{A0}}}}}\n",
    ] {
        let said = report(forgiven);
        assert!(!said.contains("error["), "{forgiven:?}\n{said}");
    }
    for (written, told) in [
        (
            "hours: of\u{AD}fice",
            "there are no shared hours `of\u{AD}fice`; a soft hyphen stands in it (U+00AD): delete it",
        ),
        ("hours: of\u{A0}fice", "a no-break space stands in it (U+00A0): delete it, or type it anew"),
        ("hours:\u{AD}office", "a soft hyphen stands in it (U+00AD)"),
        ("channels: [{form: \"https://acme.example/f\u{AD}orm\"}]", "a soft hyphen stands in it (U+00AD)"),
        ("channels: [{email: pay@acme\u{200C}.example}]", "a joiner stands in it (U+200C)"),
        ("ho\u{200B}urs: office", "here stands the invisible character U+200B"),
        ("\u{2060}hours: office", "here stands the invisible character U+2060"),
        ("services: {sl\u{FEFF}ip: {name: S}}", "here stands the invisible character U+FEFF"),
    ] {
        let said = report(&format!("name: Pay\n{written}\n"));
        assert!(said.contains(told), "{told}\n{said}");
        assert_eq!(said.matches("error[").count(), 1, "{said}");
    }
}
