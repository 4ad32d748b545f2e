//! What rots in a catalog: vague promises, what leads nowhere, what ended, what was copied, what is not kept.

use insta::assert_snapshot;

use crate::project::Project;

/// Whether a department with a service that says this is told under a code.
fn is_told(code: &str, service: &str) -> bool {
    let file = format!("name: It\nservices:\n  a: {{name: A, {service}}}\n");
    let report = Project::new().file("departments/it.yaml", file).check();
    assert!(!report.contains("error["), "{report}");
    report.contains(&format!("[{code}]: "))
}

#[test]
fn vague_promise() {
    let project = Project::new().file(
        "departments/it.yaml",
        "name: It\nservices:\n  a:\n    name: A\n    description: |\n      Tell your manager as soon as \
         possible.\n\n      Then we order it ASAP, and you get it.\n",
    );
    assert_snapshot!(project.finding("vague-promise"), @r#"
    warning[vague-promise]: `ASAP` promises no time
     --> catalog/departments/it.yaml:8:24
      |
    8 |       Then we order it ASAP, and you get it.
      |                        ^^^^
      |
      = note: everybody understands something else by it, and nobody can plan with it
      = help: say how long it takes under `standards`, and leave the words out here
    "#);
    for vague in [
        "summary: Vastaamme mahdollisimman pian.",
        "summary: Vi svarar snarast.",
        "summary: \"Odpowiemy niezwłocznie, zwykle rano\"",
        "faq: [{question: When?, answer: We usually answer without delay.}]",
        "standards: {normal: {when: All that we do as soon as possible, first_response: 1h}}",
        "description: Korjaamme sen viipymättä.",
    ] {
        assert!(is_told("vague-promise", vague), "{vague}");
    }
    for plain in [
        "description: Call your manager as soon as possible.",
        "description: Ilmoita esihenkilölle mahdollisimman pian.",
        "description: Zgłoś to niezwłocznie przełożonemu.",
        "faq: [{question: When?, answer: Write as soon as possible. We answer within a day.}]",
        "summary: We keep the snarastic tables.",
        "asked_as: [I need it asap]",
    ] {
        assert!(!is_told("vague-promise", plain), "{plain}");
    }
}

#[test]
fn identity_number() {
    let project = Project::new().file(
        "departments/it.yaml",
        "name: It\nservices: {a: {name: A, summary: \"Ask for 811228-9874 at the desk.\"}}\n",
    );
    assert_snapshot!(project.finding("identity-number"), @r#"
    warning[identity-number]: this looks like somebody's identity number of Sweden
     --> catalog/departments/it.yaml:2:43
      |
    2 | services: {a: {name: A, summary: "Ask for 811228-9874 at the desk."}}
      |                                           ^^^^^^^^^^^
      |
      = note: everybody who reads the site would see it
      = help: delete it, and make up one that cannot exist where an example is needed
    "#);
    assert!(is_told("identity-number", "keywords: [131052-308T]"), "lists are looked at, too");
    assert!(!is_told("identity-number", "summary: \"Call +358 9 555 0100 about order 44051401358.\""));
}

#[test]
fn orphan_article() {
    let article = "---\ntitle: Read it\n---\nHello.\n";
    let project = |service: &str| {
        let project = Project::new().file("departments/it/articles/read-it.md", article);
        project.file("departments/it/department.yaml", format!("name: It\nservices: {{a: {{name: A{service}}}}}\n"))
    };
    assert_snapshot!(project("").finding("orphan-article"), @r#"
    warning[orphan-article]: nothing leads to the article `read-it`
     --> catalog/departments/it/articles/read-it.md:1:1
      |
    1 | ---
      | ^
      |
      = note: whoever asks the service does not learn that they could help themselves
      = help: add `services: [...]` to its head, or link to it
    "#);
    for way in [", articles: [read-it]", ", description: \"See [it](article:read-it).\""] {
        assert!(!project(way).check().contains("[orphan-article]"), "{way}");
    }
    let step = "name: J\nsteps: [{when: day 1, what: Read, article: read-it}]\n";
    assert!(!project("").file("journeys/j.yaml", step).check().contains("[orphan-article]"));
}

#[test]
fn unnamed_person() {
    let project = |more: &str, department: &str| {
        let people = format!("ada: {{name: Ada}}\njoan: {{name: Joan, knows: [Codes]{more}}}\n");
        Project::new().file("people.yaml", people).file("departments/it.yaml", format!("name: It\n{department}"))
    };
    assert_snapshot!(project("", "").finding("unnamed-person"), @r#"
    warning[unnamed-person]: `ada` is named nowhere
     --> catalog/people.yaml:1:1
      |
    1 | ada: {name: Ada}
      | ^^^
      |
      = note: readers see a name, and not what to ask it about
      = help: add `team: ...` or `knows: [...]`, or delete the entry of whoever has left
    "#);
    for (more, department) in [
        (", deputy: ada", ""),
        ("", "lead: ada\n"),
        ("", "teams: {t: {name: T, members: [ada]}}\n"),
        ("", "teams: {t: {name: T, former: [ada]}}\n"),
        ("", "services: {a: {name: A, deputy: ada}}\n"),
        ("", "services: {a: {name: A, escalate: [{to: ada, after: 1d}]}}\n"),
        ("", "services: {a: {name: A, steps: [{what: x, who: ada}]}}\n"),
    ] {
        assert!(!project(more, department).check().contains("[unnamed-person]"), "{more}{department}");
    }
}

#[test]
fn ended_absence() {
    let away = |until: &str| {
        let people = format!("ada: {{name: Ada, away: [{{from: 2025-01-01, until: {until}}}]}}\n");
        Project::new().file("people.yaml", people)
    };
    assert_snapshot!(away("2025-11-20").finding("ended-absence"), @r#"
    warning[ended-absence]: this time away of `ada` ended on 2025-11-20
     --> catalog/people.yaml:1:32
      |
    1 | ada: {name: Ada, away: [{from: 2025-01-01, until: 2025-11-20}]}
      |                                ^^^^^^^^^^
      |
      = note: nobody reads it any more
      = help: delete it
    "#);
    assert!(!away("2025-12-20").check().contains("[ended-absence]"));
}

#[test]
fn equal_translation() {
    let project = |texts: &str| {
        Project::new()
            .file("departments/it.yaml", format!("name: It\nservices: {{a: {{name: A, summary: {texts}}}}}\n"))
    };
    let same = project("{en: We order it for you., fi: We order it for you.}");
    assert_snapshot!(same.finding("equal-translation"), @r#"
    warning[equal-translation]: this text is the same in `en` and in `fi`
     --> catalog/departments/it.yaml:2:65
      |
    2 | services: {a: {name: A, summary: {en: We order it for you., fi: We order it for you.}}}
      |                                                                 ^^^^^^^^^^^^^^^^^^^^
      |
      = note: its readers are not told that it is in another language
      = help: translate it, or delete it: then the other one is shown, marked as such
    "#);
    for other in ["{en: SAP S/4HANA Cloud, fi: SAP S/4HANA Cloud}", "{en: We order it for you., fi: Tilaamme sen}"] {
        assert!(!project(other).check().contains("[equal-translation]"), "{other}");
    }
}

#[test]
fn unkept_promise() {
    let project = |rows: &str| {
        Project::new()
            .file(
                "departments/it.yaml",
                "name: It\nhours: office\nservices:\n  a: {name: A, standards: {normal: {first_response: 4h, \
                 target: 90%}}}\n",
            )
            .file("measurements/it.csv", format!("period,service,standard,metric,value,count\n{rows}"))
    };
    let broken = project("2026-09,a,normal,first_response_met,80,200\n2026-10,a,normal,first_response_met,84,100\n");
    assert_snapshot!(broken.finding("unkept-promise"), @r#"
    warning[unkept-promise]: `a` promises the first answer in 90 % of `normal` cases, and kept it in 81.3 % of 300 in 6 months
     --> catalog/measurements/it.csv:3:37
      |
    3 | 2026-10,a,normal,first_response_met,84,100
      |                                     ^^
      |
      = note: readers count on the promise, and ask again when it is broken
      = help: promise what is achieved, or find out what keeps the team from it
    "#);
    for kept in [
        // Chance alone, few cases, long ago, and a promise that is kept.
        "2026-10,a,normal,first_response_met,88,200\n",
        "2026-10,a,normal,first_response_met,60,20\n",
        "2026-01,a,normal,first_response_met,60,900\n2026-10,a,normal,first_response_met,92,900\n",
        "2026-10,a,normal,first_response_met,93,2000\n",
    ] {
        assert!(!project(kept).check().contains("[unkept-promise]"), "{kept}");
    }
}
