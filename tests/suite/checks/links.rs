//! Links in Markdown.

use insta::assert_snapshot;

use crate::checks::payroll::{assert_clean, payroll, payroll_with};

#[test]
fn dead_link() {
    let project = payroll_with("description: See [how](service:corection) it works.\n")
        .file(
            "departments/payroll/articles/read.md",
            "---\ntitle: Read\n---\nFirst [this](write.md), then [that](../services/correction.yaml).\n",
        )
        .file(
            "departments/payroll/articles/right.md",
            "---\ntitle: Right\n---\nBy [Maija](person:maija.virtanen), [Antti](person:antti).\n",
        );
    assert_snapshot!(project.check(), @r#"
    warning[orphan-article]: nothing leads to the article `read`
     --> catalog/departments/payroll/articles/read.md:1:1
      |
    1 | ---
      | ^
      |
      = note: whoever asks the service does not learn that they could help themselves
      = help: add `services: [...]` to its head, or link to it

    warning[dead-link]: this links to the file `write.md`, and there is no article `write`
     --> catalog/departments/payroll/articles/read.md:4:7
      |
    4 | First [this](write.md), then [that](../services/correction.yaml).
      |       ^^^^^^^^^^^^^^^^
      |
      = note: readers would see the words of the link, but could not follow it
      = help: link to `service:ID`, `article:ID`, `team:ID` and the like, to a file such as `read-your-payslip.md`, or to an address with `https://`

    warning[orphan-article]: nothing leads to the article `right`
     --> catalog/departments/payroll/articles/right.md:1:1
      |
    1 | ---
      | ^
      |
      = note: whoever asks the service does not learn that they could help themselves
      = help: add `services: [...]` to its head, or link to it

    warning[dead-link]: this links to the person `antti`, which does not exist
     --> catalog/departments/payroll/articles/right.md:4:36
      |
    4 | By [Maija](person:maija.virtanen), [Antti](person:antti).
      |                                    ^^^^^^^^^^^^^^^^^^^^^
      |
      = note: readers would see the words of the link, but could not follow it
      = help: link to `service:ID`, `article:ID`, `team:ID` and the like, to a file such as `read-your-payslip.md`, or to an address with `https://`

    warning[dead-link]: this links to the service `corection`, which does not exist
     --> catalog/departments/payroll/services/correction.yaml:8:18
      |
    8 | description: See [how](service:corection) it works.
      |                  ^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = note: readers would see the words of the link, but could not follow it
      = help: did you mean `correction`?

    3  warning  dead-link
    2  warning  orphan-article

    5 warnings in 3 files
    "#);
}

#[test]
fn links_that_lead_somewhere() {
    let text = "\
[a](read.md) [b](../articles/read.md#tax) [c](../services/correction.yaml) [d](team:desk) [e](department:payroll)
[g](../../payroll/department.yaml) [h](person:antti.salo) [i](journey:start) [j](old-ways.md)
[k](https://acme.example/x.md) [l](mailto:payroll@acme.example) [m](#tax) [n](read.fi.md) <https://acme.example>

## Tax
";
    let project = payroll()
        .file("departments/payroll/articles/read.md", format!("---\ntitle: Read\naliases: [old-ways]\n---\n{text}"))
        .file(
            "journeys/start.yaml",
            "name: Start\nsummary: First day\nsteps: [{what: \"Ask [us](service:correction)\"}]\n",
        );
    assert_clean(&project);
}

#[test]
fn dead_heading() {
    let project = payroll()
        .file("departments/payroll/articles/read.md", "---\ntitle: Read\n---\nSee [below](#taxes).\n\n## Tax\n")
        .file(
            "departments/payroll/articles/write.md",
            "---\ntitle: Write\n---\nSee [there](read.md#tax) and [there](read.md#pay-day).\n",
        );
    assert_snapshot!(project.check(), @r#"
    warning[dead-heading]: there is no heading `#taxes` in this text
     --> catalog/departments/payroll/articles/read.md:4:5
      |
    4 | See [below](#taxes).
      |     ^^^^^^^^^^^^^^^
      |
      = note: readers would land somewhere else than promised
      = help: did you mean `#tax`?

    warning[orphan-article]: nothing leads to the article `write`
     --> catalog/departments/payroll/articles/write.md:1:1
      |
    1 | ---
      | ^
      |
      = note: whoever asks the service does not learn that they could help themselves
      = help: add `services: [...]` to its head, or link to it

    warning[dead-heading]: there is no heading `#pay-day` in the article
     --> catalog/departments/payroll/articles/write.md:4:30
      |
    4 | See [there](read.md#tax) and [there](read.md#pay-day).
      |                              ^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = note: readers would land somewhere else than promised
      = help: name a heading that stands there, or link to the text without `#`

    2  warning  dead-heading
    1  warning  orphan-article

    3 warnings in 2 files
    "#);
}

#[test]
fn refused_link() {
    let project = payroll_with("description: |\n  First line.\n\n  Then [click](javascript:alert(1)).\n").file(
        "news/new.md",
        "---\ntitle: New\ndate: 2026-11-20\n---\nOn [the drive](file:///P:/pay) and [here](/pay).\n",
    );
    assert_snapshot!(project.check(), @"
    warning[refused-link]: the site does not link to `javascript:alert(1)`
      --> catalog/departments/payroll/services/correction.yaml:11:8
       |
    11 |   Then [click](javascript:alert(1)).
       |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = note: only the words are shown: an address of this kind may run a script, or work on one computer only
       = help: use `https://`, `mailto:`, `tel:`, `service:ID` or the file of an article

    warning[refused-link]: the site does not link to `file:///P:/pay`
     --> catalog/news/new.md:5:4
      |
    5 | On [the drive](file:///P:/pay) and [here](/pay).
      |    ^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = note: only the words are shown: an address of this kind may run a script, or work on one computer only
      = help: use `https://`, `mailto:`, `tel:`, `service:ID` or the file of an article

    warning[refused-link]: the site does not link to `/pay`
     --> catalog/news/new.md:5:36
      |
    5 | On [the drive](file:///P:/pay) and [here](/pay).
      |                                    ^^^^^^^^^^^^
      |
      = note: only the words are shown: the site may lie below any path, so that an address from the root misses it
      = help: write the whole address with `https://`, or `service:ID`, `article:ID` and the like

    3 warnings in 2 files
    ");
}

#[test]
fn a_refused_link_is_told_by_what_it_was_meant_to_be() {
    for (link, told) in [
        ("[x](hhttps://a.example/b)", "did you mean `https://a.example/b`?"),
        ("[x]()", "there is nothing that they could lead to"),
        ("[x]({{base}}/software/)", "this links to `{{base}}/software/`, which is nothing in this catalog"),
    ] {
        let report = payroll_with(&format!("description: '{link}'\n")).check();
        assert!(report.contains(told), "{report}");
    }
}

#[test]
fn missing_picture() {
    let project = payroll_with("description: \"![A door](photos/dor.png)\"\n")
        .file("photos/door.png", "")
        .file("photos/plan.svg", "")
        .file("departments/payroll/articles/slip.PNG", "")
        .file(
            "departments/payroll/articles/read.md",
            "---\ntitle: Read\n---\n![Here](slip.PNG), ![there](../../../photos/door.png), ![plan](photos/plan.svg), \
             ![far](https://acme.example/a.png), ![it](javascript:a), ![desk](team:desk)\n",
        );
    assert_snapshot!(project.check(), @r#"
    warning[orphan-article]: nothing leads to the article `read`
     --> catalog/departments/payroll/articles/read.md:1:1
      |
    1 | ---
      | ^
      |
      = note: whoever asks the service does not learn that they could help themselves
      = help: add `services: [...]` to its head, or link to it

    warning[missing-picture]: this drawing cannot be read: `photos/plan.svg`
     --> catalog/departments/payroll/articles/read.md:4:56
      |
    4 | ![Here](slip.PNG), ![there](../../../photos/door.png), ![plan](photos/plan.svg), ![far](https://acme.example/a.png), ![it](javascript...
      |                                                        ^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = note: readers would see its words alone: it is no whole SVG, or has more than 1 MB
      = help: save it anew as plain SVG, or as a png file, and write that name

    warning[missing-picture]: this picture stands on another site: `https://acme.example/a.png`
     --> catalog/departments/payroll/articles/read.md:4:82
      |
    4 | ![Here](slip.PNG), ![there](../../../photos/door.png), ![plan](photos/plan.svg), ![far](https://acme.example/a.png), ![it](javascript...
      |                                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = note: readers get a link to it, since pages load nothing from elsewhere
      = help: put a png, jpg, webp, svg or avif file beside this text and write its name, as `![Where the gross pay stands](payslip.png)`

    warning[refused-link]: the site does not link to `javascript:a`
     --> catalog/departments/payroll/articles/read.md:4:118
      |
    4 | ...(photos/plan.svg), ![far](https://acme.example/a.png), ![it](javascript:a), ![desk](team:desk)
      |                                                           ^^^^^^^^^^^^^^^^^^^
      |
      = note: only the words are shown: an address of this kind may run a script, or work on one computer only
      = help: use `https://`, `mailto:`, `tel:`, `service:ID` or the file of an article

    warning[missing-picture]: the catalog has no such picture: `team:desk`
     --> catalog/departments/payroll/articles/read.md:4:139
      |
    4 | ...[far](https://acme.example/a.png), ![it](javascript:a), ![desk](team:desk)
      |                                                            ^^^^^^^^^^^^^^^^^^
      |
      = note: readers would see its words alone
      = help: put a png, jpg, webp, svg or avif file beside this text and write its name, as `![Where the gross pay stands](payslip.png)`

    warning[missing-picture]: the catalog has no such picture: `photos/dor.png`
     --> catalog/departments/payroll/services/correction.yaml:8:15
      |
    8 | description: "![A door](photos/dor.png)"
      |               ^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = note: readers would see its words alone
      = help: did you mean `photos/door.png`?

    4  warning  missing-picture
    1  warning  orphan-article
    1  warning  refused-link

    6 warnings in 2 files
    "#);
}

#[test]
fn headings_of_descriptions() {
    let project = payroll_with("description: |\n  # Payday\n  See [this](#payday).\n").file(
        "departments/payroll/articles/read.md",
        "---\ntitle: Read\n---\n[a](service:correction#payday) [b](service:correction#pay-day) \
         [c](person:antti.salo#x)\n",
    );
    assert_snapshot!(project.check(), @r#"
    warning[orphan-article]: nothing leads to the article `read`
     --> catalog/departments/payroll/articles/read.md:1:1
      |
    1 | ---
      | ^
      |
      = note: whoever asks the service does not learn that they could help themselves
      = help: add `services: [...]` to its head, or link to it

    warning[dead-heading]: there is no heading `#pay-day` in the description of the service
     --> catalog/departments/payroll/articles/read.md:4:32
      |
    4 | [a](service:correction#payday) [b](service:correction#pay-day) [c](person:antti.salo#x)
      |                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = note: readers would land somewhere else than promised
      = help: did you mean `#payday`?

    warning[dead-heading]: there is no heading `#x` in the description of the person
     --> catalog/departments/payroll/articles/read.md:4:64
      |
    4 | [a](service:correction#payday) [b](service:correction#pay-day) [c](person:antti.salo#x)
      |                                                                ^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = note: readers would land somewhere else than promised
      = help: name a heading that stands there, or link to the text without `#`

    2  warning  dead-heading
    1  warning  orphan-article

    3 warnings in 1 file
    "#);
}
