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
    assert_snapshot!(project.finding("duplicate-id"), @"");
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
    assert_snapshot!(project.finding("duplicate-id"), @"");
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
    assert_snapshot!(project.finding("invalid-id"), @"");
}

#[test]
fn missing_name() {
    let project = payroll()
        .file("departments/pay/services/slip.yaml", "name: Payslips\n")
        .file("departments/pay/services/payday.yaml", "summary: When the money comes.\n");
    assert_snapshot!(project.finding("missing-name"), @"");
}

#[test]
fn missing_name_of_the_company() {
    let project = Project::new().file("catalog.yaml", "locales: [en]\n");
    assert_snapshot!(project.finding("missing-name"), @"");
}

#[test]
fn missing_department() {
    let project = Project::new().file("departments/pay/teams/desk.yaml", "name: Desk\n");
    assert_snapshot!(project.finding("missing-department"), @"");
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
    assert_snapshot!(project.finding("unsupported-format"), @"");
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
    assert_snapshot!(project.finding("empty-text"), @"");
}

#[test]
fn control_character() {
    let project =
        payroll().file("departments/pay/services/slip.yaml", "name: Payslips\nsummary: \"Wages \\b and more\"\n");
    assert_snapshot!(project.finding("control-character"), @"");
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
    assert_snapshot!(project.finding("unknown-locale"), @"");
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
    assert_snapshot!(project.finding("unknown-locale"), @"");
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
    assert_snapshot!(project.finding("invalid-locale"), @"");
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
    assert_snapshot!(project.finding("unknown-team"), @"");
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
    assert_snapshot!(project.finding("unknown-person"), @"");
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
    assert_snapshot!(project.finding("unknown-person"), @"");
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
    assert_snapshot!(project.finding("unknown-department"), @"");
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
    assert_snapshot!(project.finding("unknown-service"), @"");
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
    assert_snapshot!(project.finding("unknown-article"), @"");
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
    assert_snapshot!(project.finding("unknown-audience"), @"");
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
    assert_snapshot!(project.finding("unknown-party"), @"");
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
    assert_snapshot!(project.finding("unknown-party"), @"");
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
    assert_snapshot!(project.finding("unknown-destination"), @"");
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
    assert_snapshot!(project.finding("unknown-hours"), @"");
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
    assert_snapshot!(project.finding("unknown-standard"), @"");
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
    assert_snapshot!(project.finding("unknown-standard"), @"");
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
    assert_snapshot!(project.finding("unknown-standard"), @"");
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
    assert_snapshot!(project.finding("unknown-dependency"), @"");
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
    assert_snapshot!(project.finding("self-dependency"), @"");
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
    assert_snapshot!(project.finding("channel-without-kind"), @"");
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
    assert_snapshot!(project.finding("channel-of-two-kinds"), @"");
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
    assert_snapshot!(project.finding("misplaced-key"), @"");
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
    assert_snapshot!(project.finding("invalid-phone"), @"");
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
    assert_snapshot!(project.finding("invalid-email"), @"");
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
    assert_snapshot!(project.finding("invalid-url"), @"");
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
    assert_snapshot!(project.finding("invalid-hours"), @"");
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
    assert_snapshot!(project.finding("doubtful-hours"), @"");
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
    assert_snapshot!(project.finding("invalid-duration"), @"");
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
    assert_snapshot!(project.finding("invalid-share"), @"");
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
    assert_snapshot!(project.finding("invalid-grade"), @"");
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
    assert_snapshot!(project.finding("invalid-date"), @"");
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
    assert_snapshot!(project.finding("invalid-interval"), @"");
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
    assert_snapshot!(project.finding("invalid-deadline"), @"");
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
    assert_snapshot!(project.finding("invalid-deadline"), @"");
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
    assert_snapshot!(project.finding("invalid-time-zone"), @"");
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
    assert_snapshot!(project.finding("invalid-country"), @"");
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
    assert_snapshot!(project.finding("named-twice"), @"");
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
    assert_snapshot!(project.finding("reversed-dates"), @"");
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
    assert_snapshot!(project.finding("missing-file"), @"");
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
    assert_snapshot!(project.finding("translation-without-original"), @"");
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
    assert_snapshot!(project.finding("unknown-step"), @"");
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
    assert_snapshot!(project.finding("duplicate-id"), @"");
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
    assert_snapshot!(project.finding("invalid-when"), @"");
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
    assert_snapshot!(project.finding("unknown-answer"), @"");
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
    assert_snapshot!(project.finding("invalid-rank"), @"");
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
    assert_snapshot!(project.finding("missing-key"), @"");
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
    assert_snapshot!(project.finding("unknown-metric"), @"");
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
    assert_snapshot!(project.finding("invalid-period"), @"");
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
    assert_snapshot!(project.finding("invalid-number"), @"");
}
