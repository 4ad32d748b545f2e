//! What is said about files that can be read and do not fit together: one test for each code that
//! the resolving raises.

use insta::assert_snapshot;

use crate::project::Project;

/// A department in a folder, and a person; their service is the test's.
fn payroll() -> Project {
    Project::new()
        .file("people.yaml", "maija.virtanen: {name: Maija Virtanen, aliases: [maija.v]}\n")
        .file("departments/pay/department.yaml", "name: Pay\nlead: maija.virtanen\n")
}

#[test]
fn duplicate_id() {
    let project = payroll()
        .file("departments/pay/services/slip.yaml", "name: Payslips\n")
        .file("departments/pay.yaml", "name: Pay too\n");
    assert_snapshot!(project.finding("duplicate-id"), @"
    error[duplicate-id]: the department `pay` is written in two places
     --> catalog/departments/pay/department.yaml:1:1
      |
    1 | name: Pay
      | ^ again here
      |
     ::: catalog/departments/pay.yaml:1:1
      |
    1 | name: Pay too
      | - first here
      |
      = note: an id is an address for ever, so each can be used only once in the whole catalog
      = help: give one of them another id, or delete the one that is out of date
    ");
}

#[test]
fn duplicate_id_of_an_alias() {
    let project = payroll()
        .file(
            "departments/pay/services/slip.yaml",
            "
            name: Payslips
            aliases: [payday]
        ",
        )
        .file("departments/pay/services/payday.yaml", "name: Payday\n");
    assert_snapshot!(project.finding("duplicate-id"), @"
    error[duplicate-id]: the earlier id `payday` is still in use
     --> catalog/departments/pay/services/slip.yaml:2:11
      |
    2 | aliases: [payday]
      |           ^^^^^^
      |
     ::: catalog/departments/pay/services/payday.yaml:1:1
      |
    1 | name: Payday
      | - used here
      |
      = note: an address can lead to one place only
      = help: take it out of `aliases` here, or give the other entry a new id
    ");
}

#[test]
fn invalid_id() {
    let project = Project::new().file(
        "people.yaml",
        "
            Mäija Virtanen:
              name: Maija Virtanen
        ",
    );
    assert_snapshot!(project.finding("invalid-id"), @"
    error[invalid-id]: `Mäija Virtanen` cannot be the id of a person
     --> catalog/people.yaml:1:1
      |
    1 | Mäija Virtanen:
      | ^^^^^^^^^^^^^^
      |
      = note: the id becomes the address of a page, which has to work everywhere
      = help: use small letters a to z, digits, hyphens and dots: `maija-virtanen`
    ");
}

#[test]
fn missing_name() {
    let project = payroll()
        .file("departments/pay/services/slip.yaml", "name: Payslips\n")
        .file("departments/pay/services/payday.yaml", "summary: When the money comes.\n");
    assert_snapshot!(project.finding("missing-name"), @"
    error[missing-name]: the service `payday` has no `name`
     --> catalog/departments/pay/services/payday.yaml:1:1
      |
    1 | summary: When the money comes.
      | ^
      |
      = note: readers would see its id instead of its name
      = help: add `name: ...`
    ");
}

#[test]
fn missing_name_of_the_company() {
    let project = Project::new().file("catalog.yaml", "locales: [en]\n");
    assert_snapshot!(project.finding("missing-name"), @"
    error[missing-name]: the company has no `name`
     --> catalog/catalog.yaml:1:1
      |
    1 | locales: [en]
      | ^
      |
      = note: every page bears it
      = help: add `name: ...` to catalog.yaml
    ");
}

#[test]
fn missing_department() {
    let project = Project::new().file("departments/pay/teams/desk.yaml", "name: Desk\n");
    assert_snapshot!(project.finding("missing-department"), @"
    error[missing-department]: the folder `departments/pay` has no `department.yaml`
     --> catalog/departments/pay/teams/desk.yaml:1:1
      |
    1 | name: Desk
      | ^
      |
      = note: what stands in it would belong to nobody
      = help: create it with `name: ...` and `lead: ...`
    ");
}

#[test]
fn unsupported_format() {
    let project = Project::new().file(
        "catalog.yaml",
        "
            name: Acme
            locales: [en, fi]
            format: 2
        ",
    );
    assert_snapshot!(project.finding("unsupported-format"), @"
    error[unsupported-format]: this catalog is in format 2
     --> catalog/catalog.yaml:3:9
      |
    3 | format: 2
      |         ^
      |
      = note: a newer format may mean other things by the same keys
      = help: this program reads format 1: write `format: 1`, or use a newer luukku
    ");
}

#[test]
fn empty_text() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        r#"
            name: Payslips
            summary: ""
        "#,
    );
    assert_snapshot!(project.finding("empty-text"), @r#"
    error[empty-text]: this text is empty
     --> catalog/departments/pay/services/slip.yaml:2:10
      |
    2 | summary: ""
      |          ^^
      |
      = note: a reader would see a gap where something was meant to stand
      = help: write the text, or delete the whole line
    "#);
}

#[test]
fn control_character() {
    let project =
        payroll().file("departments/pay/services/slip.yaml", "name: Payslips\nsummary: \"Wages \\b and more\"\n");
    assert_snapshot!(project.finding("control-character"), @r#"
    error[control-character]: this text holds the invisible character U+0008
     --> catalog/departments/pay/services/slip.yaml:2:10
      |
    2 | summary: "Wages \b and more"
      |          ^^^^^^^^^^^^^^^^^^^
      |
      = note: browsers show it as a box or not at all
      = help: delete it; it often comes with text copied from another program
    "#);
}

#[test]
fn unknown_locale() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            summary: {en: Wages, fii: Palkat}
        ",
    );
    assert_snapshot!(project.finding("unknown-locale"), @"
    error[unknown-locale]: `fii` is not one of the site's languages
     --> catalog/departments/pay/services/slip.yaml:2:22
      |
    2 | summary: {en: Wages, fii: Palkat}
      |                      ^^^
      |
      = note: no reader would ever see this text
    help: did you mean `fi`?
      |
    2 - summary: {en: Wages, fii: Palkat}
    2 + summary: {en: Wages, fi: Palkat}
      |
    ");
}

#[test]
fn unknown_locale_behind_a_comma() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            summary: {en: Wages, bonus: also}
        ",
    );
    assert_snapshot!(project.finding("unknown-locale"), @r#"
    error[unknown-locale]: `bonus` is not one of the site's languages
     --> catalog/departments/pay/services/slip.yaml:2:22
      |
    2 | summary: {en: Wages, bonus: also}
      |                      ^^^^^
      |
      = note: no reader would ever see this text
      = help: if it is part of a text, put the whole text in quotes: "one, two: three"
    "#);
}

#[test]
fn invalid_locale() {
    let project = Project::new().file(
        "catalog.yaml",
        "
            name: Acme
            locales: [en, Finnish]
        ",
    );
    assert_snapshot!(project.finding("invalid-locale"), @"
    error[invalid-locale]: `Finnish` is not a language tag
     --> catalog/catalog.yaml:2:15
      |
    2 | locales: [en, Finnish]
      |               ^^^^^^^
      |
      = note: browsers and screen readers need it to read the text aloud
      = help: write a BCP 47 tag: `en`, `fi`, `sv`, `pl`, `pt-BR`
    ");
}

#[test]
fn unknown_team() {
    let project = payroll()
        .file(
            "departments/pay/services/slip.yaml",
            "
            name: Payslips
            team: dsk
        ",
        )
        .file("departments/pay/teams/desk.yaml", "name: Desk\n");
    assert_snapshot!(project.finding("unknown-team"), @"
    error[unknown-team]: there is no team `dsk`
     --> catalog/departments/pay/services/slip.yaml:2:7
      |
    2 | team: dsk
      |       ^^^
      |
      = note: a reader who follows it would stand before a closed door
    help: did you mean `desk`?
      |
    2 | team: desk
      |        +
    ");
}

#[test]
fn unknown_person() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            owner: maija.virtanenn
        ",
    );
    assert_snapshot!(project.finding("unknown-person"), @"
    error[unknown-person]: there is no person `maija.virtanenn`
     --> catalog/departments/pay/services/slip.yaml:2:8
      |
    2 | owner: maija.virtanenn
      |        ^^^^^^^^^^^^^^^
      |
      = note: a reader who follows it would stand before a closed door
    help: did you mean `maija.virtanen`?
      |
    2 - owner: maija.virtanenn
    2 + owner: maija.virtanen
      |
    ");
}

#[test]
fn unknown_person_known_by_an_earlier_id() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            owner: maija.v
        ",
    );
    assert_snapshot!(project.finding("unknown-person"), @"
    error[unknown-person]: there is no person `maija.v`
     --> catalog/departments/pay/services/slip.yaml:2:8
      |
    2 | owner: maija.v
      |        ^^^^^^^
      |
      = note: a reader who follows it would stand before a closed door
    help: it is called `maija.virtanen` now
      |
    2 | owner: maija.virtanen
      |               +++++++
    ");
}

#[test]
fn unknown_department() {
    let project = Project::new().file(
        "departments/pay.yaml",
        "
            name: Pay
            part_of: hr
        ",
    );
    assert_snapshot!(project.finding("unknown-department"), @"
    error[unknown-department]: there is no department `hr`
     --> catalog/departments/pay.yaml:2:10
      |
    2 | part_of: hr
      |          ^^
      |
      = note: a reader who follows it would stand before a closed door
      = help: write the id of a department that exists, or add it to the catalog
    ");
}

#[test]
fn unknown_service() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            depends_on: [{service: hours}]
        ",
    );
    assert_snapshot!(project.finding("unknown-service"), @"
    error[unknown-service]: there is no service `hours`
     --> catalog/departments/pay/services/slip.yaml:2:24
      |
    2 | depends_on: [{service: hours}]
      |                        ^^^^^
      |
      = note: a reader who follows it would stand before a closed door
      = help: write the id of a service that exists, or add it to the catalog
    ");
}

#[test]
fn unknown_article() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            articles: [read-it]
        ",
    );
    assert_snapshot!(project.finding("unknown-article"), @"
    error[unknown-article]: there is no article `read-it`
     --> catalog/departments/pay/services/slip.yaml:2:12
      |
    2 | articles: [read-it]
      |            ^^^^^^^
      |
      = note: a reader who follows it would stand before a closed door
      = help: write the id of an article that exists, or add it to the catalog
    ");
}

#[test]
fn unknown_audience() {
    let project = payroll()
        .file(
            "departments/pay/services/slip.yaml",
            "
            name: Payslips
            serves: [manager]
        ",
        )
        .file(
            "catalog.yaml",
            "
            name: Acme
            locales: [en, fi]
            audiences: {managers: {name: Managers}}
        ",
        );
    assert_snapshot!(project.finding("unknown-audience"), @"
    error[unknown-audience]: there is no audience, department or team `manager`
     --> catalog/departments/pay/services/slip.yaml:2:10
      |
    2 | serves: [manager]
      |          ^^^^^^^
      |
      = note: the people meant would not find this entry among theirs
    help: did you mean `managers`?
      |
    2 | serves: [managers]
      |                 +
    ");
}

#[test]
fn unknown_party() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            escalate: [{to: boss, after: 1d}]
        ",
    );
    assert_snapshot!(project.finding("unknown-party"), @"
    error[unknown-party]: there is no person and no team `boss`
     --> catalog/departments/pay/services/slip.yaml:2:17
      |
    2 | escalate: [{to: boss, after: 1d}]
      |                 ^^^^
      |
      = note: a reader would be sent to nobody
      = help: write the id of a person or a team, or `lead`
    ");
}

#[test]
fn unknown_party_lead() {
    let project = payroll()
        .file(
            "departments/pay/services/slip.yaml",
            "
            name: Payslips
            team: desk
            escalate: [{to: lead, after: 1d}]
        ",
        )
        .file("departments/pay/teams/desk.yaml", "name: Desk\n");
    assert_snapshot!(project.finding("unknown-party"), @"
    error[unknown-party]: `lead` is named here, but the team has no lead
     --> catalog/departments/pay/services/slip.yaml:3:17
      |
    3 | escalate: [{to: lead, after: 1d}]
      |                 ^^^^
      |
      = note: a reader would be sent to nobody
      = help: name the team's `lead`, or a person or team here
    ");
}

#[test]
fn a_team_s_name_with_lead_behind_it_is_its_lead() {
    let project = payroll()
        .file("departments/pay/teams/desk.yaml", "name: Desk\nlead: maija.virtanen\n")
        .file("departments/pay/services/slip.yaml", "name: Payslips\nescalate: [{to: desk-lead, after: 1d}]\n");
    let report = project.check();
    assert!(!report.contains("unknown-party"), "{report}");
    let leaderless = project.file("departments/pay/teams/desk.yaml", "name: Desk\n").check();
    assert!(leaderless.contains("error[unknown-party]: the team `desk` has no lead"), "{leaderless}");
}

#[test]
fn unknown_destination() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            not_included: [{what: Taxes, go_to: tax-office}]
        ",
    );
    assert_snapshot!(project.finding("unknown-destination"), @"
    error[unknown-destination]: there is no service, team, department or person `tax-office`
     --> catalog/departments/pay/services/slip.yaml:2:37
      |
    2 | not_included: [{what: Taxes, go_to: tax-office}]
      |                                     ^^^^^^^^^^
      |
      = note: whoever is sent there would stand before a closed door
      = help: write the id of a service, a team, a department or a person, or a web address with `https://`
    ");
}

#[test]
fn unknown_hours() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            hours: ofice
        ",
    );
    assert_snapshot!(project.finding("unknown-hours"), @"
    error[unknown-hours]: there are no shared hours `ofice`
     --> catalog/departments/pay/services/slip.yaml:2:8
      |
    2 | hours: ofice
      |        ^^^^^
      |
      = note: without hours nobody can tell when an answer comes
    help: did you mean `office`?
      |
    2 | hours: office
      |          +
    ");
}

#[test]
fn unknown_standard() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            standards: [fast]
        ",
    );
    assert_snapshot!(project.finding("unknown-standard"), @"
    error[unknown-standard]: the company has no standard `fast`
     --> catalog/departments/pay/services/slip.yaml:2:13
      |
    2 | standards: [fast]
      |             ^^^^
      |
      = note: without it nobody can tell when the answer comes
      = help: add it to `standards` in catalog.yaml, or write the times here: `normal: {first_response: 4h}`
    ");
}

#[test]
fn unknown_standard_of_a_channel() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            standards:
              normal: {first_response: 4h}
            channels:
              - {email: pay@acme.example, standard: urgent}
        ",
    );
    assert_snapshot!(project.finding("unknown-standard"), @"
    error[unknown-standard]: the service has no standard `urgent`
     --> catalog/departments/pay/services/slip.yaml:5:41
      |
    5 |   - {email: pay@acme.example, standard: urgent}
      |                                         ^^^^^^
      |
      = note: readers would be promised a time that nobody set
      = help: name one of the service's `standards`
    ");
}

#[test]
fn unknown_standard_of_a_dependency() {
    let project = payroll()
        .file(
            "departments/pay/services/slip.yaml",
            "
            name: Payslips
            depends_on: [{service: payday, standard: urgent}]
        ",
        )
        .file("departments/pay/services/payday.yaml", "name: Payday\n");
    assert_snapshot!(project.finding("unknown-standard"), @"
    error[unknown-standard]: the service `payday` has no standard `urgent`
     --> catalog/departments/pay/services/slip.yaml:2:42
      |
    2 | depends_on: [{service: payday, standard: urgent}]
      |                                          ^^^^^^
      |
     ::: catalog/departments/pay/services/payday.yaml:1:1
      |
    1 | name: Payday
      | - the service's entry
      |
      = note: a promise cannot lean on one that was never made
      = help: name one of that service's standards, or leave `standard` out
    ");
}

#[test]
fn unknown_dependency() {
    let project = payroll()
        .file(
            "departments/pay/services/slip.yaml",
            "
            name: Payslips
            depends_on: [{service: payday, after: hours}]
        ",
        )
        .file("departments/pay/services/payday.yaml", "name: Payday\n")
        .file("departments/pay/services/hours.yaml", "name: Hours\n");
    assert_snapshot!(project.finding("unknown-dependency"), @"
    error[unknown-dependency]: `after` names `hours`, which is not among the services that `slip` depends on
     --> catalog/departments/pay/services/slip.yaml:2:39
      |
    2 | depends_on: [{service: payday, after: hours}]
      |                                       ^^^^^
      |
      = note: nothing says when that answer comes
      = help: add it to `depends_on`, or delete `after`
    ");
}

#[test]
fn self_dependency() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            depends_on: [{service: slip}]
        ",
    );
    assert_snapshot!(project.finding("self-dependency"), @"
    error[self-dependency]: `slip` depends on itself
     --> catalog/departments/pay/services/slip.yaml:2:24
      |
    2 | depends_on: [{service: slip}]
      |                        ^^^^
      |
      = note: its answer would wait for its own answer
      = help: delete the line, or name the other service that is meant
    ");
}

#[test]
fn channel_without_kind() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            channels:
              - {for: Anything, languages: [en]}
        ",
    );
    assert_snapshot!(project.finding("channel-without-kind"), @"
    error[channel-without-kind]: this channel does not say what it is
     --> catalog/departments/pay/services/slip.yaml:3:5
      |
    3 |   - {for: Anything, languages: [en]}
      |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = note: a reader could not use it
      = help: add one of the keys form, email, phone, chat, desk, booking, post, social, emergency
    ");
}

#[test]
fn channel_of_two_kinds() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        r#"
            name: Payslips
            channels:
              - email: pay@acme.example
                phone: "+358 9 123 4567"
        "#,
    );
    assert_snapshot!(project.finding("channel-of-two-kinds"), @r#"
    error[channel-of-two-kinds]: this channel is `email` and `phone` at once
     --> catalog/departments/pay/services/slip.yaml:4:12
      |
    4 |     phone: "+358 9 123 4567"
      |            ^^^^^^^^^^^^^^^^^
      |
     ::: catalog/departments/pay/services/slip.yaml:3:12
      |
    3 |   - email: pay@acme.example
      |            ---------------- the first kind
      |
      = note: each way to reach somebody is shown by itself
      = help: make two channels of it, each with a `-` of its own
    "#);
}

#[test]
fn misplaced_key() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        r#"
            name: Payslips
            channels:
              - phone: "+358 9 123 4567"
                subject: Payslip
        "#,
    );
    assert_snapshot!(project.finding("misplaced-key"), @"
    error[misplaced-key]: `subject` and `body` belong to an email channel
     --> catalog/departments/pay/services/slip.yaml:4:14
      |
    4 |     subject: Payslip
      |              ^^^^^^^
      |
      = note: nothing would be filled in
      = help: move them to the channel with `email:`, or delete them
    ");
}

#[test]
fn invalid_phone() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            channels: [{phone: 09 123 4567}]
        ",
    );
    assert_snapshot!(project.finding("invalid-phone"), @r#"
    error[invalid-phone]: `09 123 4567` is not a phone number in international form
     --> catalog/departments/pay/services/slip.yaml:2:20
      |
    2 | channels: [{phone: 09 123 4567}]
      |                    ^^^^^^^^^^^
      |
      = note: a phone abroad, or one that dials by a tap, would not reach it
      = help: write `+` and your country's number in place of the first 0, as in `"+358 9 123 4567"` for 09 in Finland
    "#);
}

#[test]
fn invalid_email() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            channels: [{email: pay(at)acme.example}]
        ",
    );
    assert_snapshot!(project.finding("invalid-email"), @"
    error[invalid-email]: `pay(at)acme.example` is not an email address
     --> catalog/departments/pay/services/slip.yaml:2:20
      |
    2 | channels: [{email: pay(at)acme.example}]
      |                    ^^^^^^^^^^^^^^^^^^^
      |
      = note: the letter would come back
      = help: write it as in `payroll@company.example`
    ");
}

#[test]
fn invalid_url() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            channels: [{form: forms.acme.example/pay}]
        ",
    );
    assert_snapshot!(project.finding("invalid-url"), @"
    error[invalid-url]: `forms.acme.example/pay` is not a web address
     --> catalog/departments/pay/services/slip.yaml:2:19
      |
    2 | channels: [{form: forms.acme.example/pay}]
      |                   ^^^^^^^^^^^^^^^^^^^^^^
      |
      = note: the link would lead nowhere
    help: did you mean `https://forms.acme.example/pay`?
      |
    2 | channels: [{form: https://forms.acme.example/pay}]
      |                   ++++++++
    ");
}

#[test]
fn invalid_hours() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            hours: ma-pe klo 8-16
        ",
    );
    assert_snapshot!(project.finding("invalid-hours"), @"
    error[invalid-hours]: these hours make no sense from `ma-pe klo 8-16` on; the notation is like `Mo-Fr 08:00-16:00; PH off`
     --> catalog/departments/pay/services/slip.yaml:2:8
      |
    2 | hours: ma-pe klo 8-16
      |        ^^^^^^^^^^^^^^
      |
      = note: without hours nobody can tell when an answer comes
    help: did you mean `Mo-Fr 08:00-16:00`?
      |
    2 - hours: ma-pe klo 8-16
    2 + hours: Mo-Fr 08:00-16:00
      |
    ");
}

#[test]
fn doubtful_hours() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            hours: Mo-Fr 08:00-25:00
        ",
    );
    assert_snapshot!(project.finding("doubtful-hours"), @"
    warning[doubtful-hours]: `25:00` means a time of the next day: write it as that day's clock shows it, if it is meant
     --> catalog/departments/pay/services/slip.yaml:2:8
      |
    2 | hours: Mo-Fr 08:00-25:00
      |        ^^^^^^^^^^^^^^^^^
      |
      = note: readers are told that somebody answers at these times
    ");
}

#[test]
fn invalid_duration() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            own_work: half a day
        ",
    );
    assert_snapshot!(project.finding("invalid-duration"), @"
    error[invalid-duration]: `half a day` is not a duration: write minutes as `30m`, hours as `4h`, days as `2d`, or `1d 4h`
     --> catalog/departments/pay/services/slip.yaml:2:11
      |
    2 | own_work: half a day
      |           ^^^^^^^^^^
      |
      = note: a promise in time must mean the same to everybody
      = help: write `30m`, `4h`, `2d` or `1d 4h`
    ");
}

#[test]
fn invalid_share() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            standards:
              normal: {first_response: 4h, target: 90}
        ",
    );
    assert_snapshot!(project.finding("invalid-share"), @"
    error[invalid-share]: `90` is not a share
     --> catalog/departments/pay/services/slip.yaml:3:40
      |
    3 |   normal: {first_response: 4h, target: 90}
      |                                        ^^
      |
      = note: readers are told in words how often the promise is kept
    help: did you mean `90%`?
      |
    3 |   normal: {first_response: 4h, target: 90%}
      |                                          +
    ");
}

#[test]
fn invalid_grade() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            standards:
              normal: {first_response: 4h, satisfaction: 9}
        ",
    );
    assert_snapshot!(project.finding("invalid-grade"), @"
    error[invalid-grade]: `9` is not a grade
     --> catalog/departments/pay/services/slip.yaml:3:46
      |
    3 |   normal: {first_response: 4h, satisfaction: 9}
      |                                              ^
      |
      = note: readers compare it with the grades that were given
      = help: write a number from 1 to 5, for example `4.2`
    ");
}

#[test]
fn invalid_date() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            reviewed: 1.9.2026
        ",
    );
    assert_snapshot!(project.finding("invalid-date"), @"
    error[invalid-date]: `1.9.2026` is not a date
     --> catalog/departments/pay/services/slip.yaml:2:11
      |
    2 | reviewed: 1.9.2026
      |           ^^^^^^^^
      |
      = note: dates are written the same way everywhere, so that nobody takes the day for the month
    help: did you mean `2026-09-01`?
      |
    2 - reviewed: 1.9.2026
    2 + reviewed: 2026-09-01
      |
    ");
}

#[test]
fn invalid_interval() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            review_every: now and then
        ",
    );
    assert_snapshot!(project.finding("invalid-interval"), @"
    error[invalid-interval]: `now and then` does not say how often
     --> catalog/departments/pay/services/slip.yaml:2:15
      |
    2 | review_every: now and then
      |               ^^^^^^^^^^^^
      |
      = note: it decides when the entry counts as out of date
      = help: write a number and a unit: `6 months`, `1 year`, `90 days`
    ");
}

#[test]
fn invalid_deadline() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            deadlines: [{name: Payday, every: month, on: 32}]
        ",
    );
    assert_snapshot!(project.finding("invalid-deadline"), @"
    error[invalid-deadline]: `32` is not a day: write a day of the month such as `25`, a weekday such as `fri`, `last-working-day`, `working-day 3`, `12-15` or `2026-12-15`
     --> catalog/departments/pay/services/slip.yaml:2:46
      |
    2 | deadlines: [{name: Payday, every: month, on: 32}]
      |                                              ^^
      |
      = note: nobody can keep a date that cannot be worked out
      = help: examples: `{every: month, on: 25}`, `{every: week, on: fri}`, `{every: year, on: 12-15}`, `{every: once, on: 2026-12-01}`
    ");
}

#[test]
fn invalid_deadline_without_a_day() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            deadlines: [{name: Payday, every: month}]
        ",
    );
    assert_snapshot!(project.finding("invalid-deadline"), @"
    error[invalid-deadline]: this deadline does not say on which day
     --> catalog/departments/pay/services/slip.yaml:2:13
      |
    2 | deadlines: [{name: Payday, every: month}]
      |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = note: nobody can keep a date that is not named
      = help: add `on:` with a day of the month, a weekday such as `fri`, `last-working-day`, `12-15` or a date
    ");
}

#[test]
fn invalid_time_zone() {
    let project = Project::new().file(
        "catalog.yaml",
        "
            name: Acme
            locales: [en, fi]
            time_zone: Helsinki
        ",
    );
    assert_snapshot!(project.finding("invalid-time-zone"), @"
    error[invalid-time-zone]: `Helsinki` is not a time zone
     --> catalog/catalog.yaml:3:12
      |
    3 | time_zone: Helsinki
      |            ^^^^^^^^
      |
      = note: every time on the site would be wrong
    help: did you mean `Europe/Helsinki`?
      |
    3 | time_zone: Europe/Helsinki
      |            +++++++
    ");
}

#[test]
fn invalid_country() {
    let project = Project::new().file(
        "catalog.yaml",
        "
            name: Acme
            locales: [en, fi]
            country: Finland
        ",
    );
    assert_snapshot!(project.finding("invalid-country"), @"
    error[invalid-country]: `Finland` is not a country code of ISO 3166, two capital letters such as `FI`
     --> catalog/catalog.yaml:3:10
      |
    3 | country: Finland
      |          ^^^^^^^
      |
      = note: it decides which public holidays `PH` means
      = help: write two capital letters: `FI`, `SE`, `PL`
    ");
}

#[test]
fn named_twice() {
    let project = payroll().file(
        "departments/pay/services/slip.yaml",
        "
            name: Payslips
            serves: [everyone, everyone]
        ",
    );
    assert_snapshot!(project.finding("named-twice"), @"
    warning[named-twice]: `everyone` is named twice in this list
     --> catalog/departments/pay/services/slip.yaml:2:20
      |
    2 | serves: [everyone, everyone]
      |                    ^^^^^^^^
      |
      = note: readers would see it once only, and wonder which of the two was meant
      = help: delete one of the two
    ");
}

#[test]
fn reversed_dates() {
    let project = Project::new().file(
        "people.yaml",
        "
            maija:
              name: Maija
              away: [{from: 2026-07-31, until: 2026-07-01}]
        ",
    );
    assert_snapshot!(project.finding("reversed-dates"), @"
    error[reversed-dates]: the time away ends on 2026-07-01 before it begins
     --> catalog/people.yaml:3:36
      |
    3 |   away: [{from: 2026-07-31, until: 2026-07-01}]
      |                 ----------         ^^^^^^^^^^
      |                 |
      |                 it begins on 2026-07-31
      |
      = note: nobody would know who stands in
      = help: exchange the two dates, or mend the year
    ");
}

#[test]
fn missing_file() {
    let project = Project::new()
        .file(
            "people.yaml",
            "
            maija:
              name: Maija
              photo: photos/maja.png
        ",
        )
        .file("photos/maija.png", "not read");
    assert_snapshot!(project.finding("missing-file"), @"
    error[missing-file]: there is no picture `photos/maja.png` in the catalog's folder
     --> catalog/people.yaml:3:10
      |
    3 |   photo: photos/maja.png
      |          ^^^^^^^^^^^^^^^
      |
      = note: the page would show a broken picture
    help: did you mean `photos/maija.png`?
      |
    3 |   photo: photos/maija.png
      |                   +
    ");
}

#[test]
fn translation_without_original() {
    let project = Project::new().file("departments/pay.yaml", "name: Pay\n").file(
        "departments/pay/articles/slip.fi.md",
        "
            ---
            title: Palkkalaskelma
            ---
            Näin luet.
        ",
    );
    assert_snapshot!(project.finding("translation-without-original"), @"
    error[translation-without-original]: this is a translation of `slip.md`, which does not exist
     --> catalog/departments/pay/articles/slip.fi.md:1:1
      |
    1 | ---
      | ^
      |
      = note: readers of the other languages would find nothing
      = help: write `slip.md` in the company's first language beside it
    ");
}

#[test]
fn unknown_step() {
    let project = Project::new().file(
        "journeys/move.yaml",
        "
            name: Move
            steps:
              - {id: pack, what: Pack}
              - {what: Go, after: packing}
        ",
    );
    assert_snapshot!(project.finding("unknown-step"), @"
    error[unknown-step]: the step `packing` does not exist
     --> catalog/journeys/move.yaml:4:23
      |
    4 |   - {what: Go, after: packing}
      |                       ^^^^^^^
      |
      = note: the checklist is worked through from top to bottom
    help: did you mean `pack`?
      |
    4 -   - {what: Go, after: packing}
    4 +   - {what: Go, after: pack}
      |
    ");
}

#[test]
fn duplicate_id_of_a_step() {
    let project = Project::new().file(
        "journeys/move.yaml",
        "
            name: Move
            steps:
              - {id: pack, what: Pack}
              - {id: pack, what: Go}
        ",
    );
    assert_snapshot!(project.finding("duplicate-id"), @"
    error[duplicate-id]: two steps are called `pack`
     --> catalog/journeys/move.yaml:4:10
      |
    4 |   - {id: pack, what: Go}
      |          ^^^^ again here
      |
     ::: catalog/journeys/move.yaml:3:10
      |
    3 |   - {id: pack, what: Pack}
      |          ---- first here
      |
      = note: `after` could mean either of them
      = help: give one of them another id
    ");
}

#[test]
fn invalid_when() {
    let project = Project::new().file(
        "journeys/move.yaml",
        "
            name: Move
            steps:
              - {when: soon, what: Pack}
        ",
    );
    assert_snapshot!(project.finding("invalid-when"), @"
    error[invalid-when]: `soon` does not say when
     --> catalog/journeys/move.yaml:3:12
      |
    3 |   - {when: soon, what: Pack}
      |            ^^^^
      |
      = note: the step could not be put in its place
      = help: write `before day 1`, `day 1`, `week 2` or `month 1`
    ");
}

#[test]
fn unknown_answer() {
    let project = payroll().file("departments/pay/services/slip.yaml", "name: Payslips\n").file(
        "questions.yaml",
        "
            questions:
              - {ask: where is my payslip, expect: slips}
        ",
    );
    assert_snapshot!(project.finding("unknown-answer"), @"
    error[unknown-answer]: there is no service and no article `slips`
     --> catalog/questions.yaml:2:40
      |
    2 |   - {ask: where is my payslip, expect: slips}
      |                                        ^^^^^
      |
      = note: the search is held against this answer at every build
    help: did you mean `slip`?
      |
    2 -   - {ask: where is my payslip, expect: slips}
    2 +   - {ask: where is my payslip, expect: slip}
      |
    ");
}

#[test]
fn invalid_rank() {
    let project = payroll().file("departments/pay/services/slip.yaml", "name: Payslips\n").file(
        "questions.yaml",
        "
            questions:
              - {ask: where is my payslip, expect: slip, within: 0}
        ",
    );
    assert_snapshot!(project.finding("invalid-rank"), @"
    error[invalid-rank]: no answer can stand higher than first
     --> catalog/questions.yaml:2:54
      |
    2 |   - {ask: where is my payslip, expect: slip, within: 0}
      |                                                      ^
      |
      = note: the search is held against this number at every build
      = help: write 1 for the first place
    ");
}

#[test]
fn missing_key_date_of_a_story() {
    let project = Project::new().file(
        "stories/rescue.md",
        "
            ---
            title: A rescue
            ---
            It went well.
        ",
    );
    assert_snapshot!(project.finding("missing-key"), @"
    error[missing-key]: `date` is missing here
     --> catalog/stories/rescue.md:1:1
      |
    1 | ---
      | ^
      |
      = note: without it nobody can tell what is new
      = help: add `date: 2026-11-21`
    ");
}

#[test]
fn unknown_metric() {
    let project = payroll().file("departments/pay/services/slip.yaml", "name: Payslips\n").file(
        "measurements/pay.csv",
        "
            period,service,standard,metric,value,count
            2026-09,slip,,first_answer_met,93.5,12
        ",
    );
    assert_snapshot!(project.finding("unknown-metric"), @"
    error[unknown-metric]: `first_answer_met` is not something that is measured
     --> catalog/measurements/pay.csv:2:15
      |
    2 | 2026-09,slip,,first_answer_met,93.5,12
      |               ^^^^^^^^^^^^^^^^
      |
      = note: each of these words has a meaning of its own; another one has none
    help: did you mean `first_response_met`? It can be: first_response_met, resolution_met, first_response_mean, handling_mean, first_contact, satisfaction, requests
      |
    2 - 2026-09,slip,,first_answer_met,93.5,12
    2 + 2026-09,slip,,first_response_met,93.5,12
      |
    ");
}

#[test]
fn invalid_period() {
    let project = payroll().file("departments/pay/services/slip.yaml", "name: Payslips\n").file(
        "measurements/pay.csv",
        "
            period,service,standard,metric,value,count
            9/2026,slip,,requests,93,12
        ",
    );
    assert_snapshot!(project.finding("invalid-period"), @"
    error[invalid-period]: `9/2026` is not a month
     --> catalog/measurements/pay.csv:2:1
      |
    2 | 9/2026,slip,,requests,93,12
      | ^^^^^^
      |
      = note: figures are shown month by month
      = help: write the year and the month: `2026-09`
    ");
}

#[test]
fn invalid_number() {
    let project = payroll().file("departments/pay/services/slip.yaml", "name: Payslips\n").file(
        "measurements/pay.csv",
        "
            period,service,standard,metric,value,count
            2026-09,slip,,first_response_met,930,a dozen
        ",
    );
    assert_snapshot!(project.finding("invalid-number"), @"
    error[invalid-number]: the value `930` is not between 0 and 100
     --> catalog/measurements/pay.csv:2:34
      |
    2 | 2026-09,slip,,first_response_met,930,a dozen
      |                                  ^^^
      |
      = note: the page would show a figure that cannot be
      = help: write a number with a point: `93.5`
    error[invalid-number]: the count `a dozen` is not a whole number
     --> catalog/measurements/pay.csv:2:38
      |
    2 | 2026-09,slip,,first_response_met,930,a dozen
      |                                      ^^^^^^^
      |
      = note: it tells how many cases stand behind the figure
      = help: write digits alone: `1200`, or leave the field empty
    ");
}
