//! Ways to reach somebody.

use insta::assert_snapshot;

use super::payroll;
use crate::project::Project;

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
      = help: add one of the keys form, web, email, phone, chat, desk, meeting, booking, post, social, emergency
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
    let said = project.finding("invalid-phone");
    let what = "error[invalid-phone]: `09 123 4567` is not a phone number in international form";
    for told in [what, "slip.yaml:2:20", "did you mean `\"+358 9 123 4567\"`?"] {
        assert!(said.contains(told), "{said}");
    }
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
    help: did you mean `pay@acme.example`?
      |
    2 - channels: [{email: pay(at)acme.example}]
    2 + channels: [{email: pay@acme.example}]
      |
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
fn an_extension_in_brackets_is_not_dialled_as_a_part_of_the_number() {
    for number in ["+358 9 555 0102 (4711)", "+358 9 555 0102 x4711", "+358 9 555 0102, ankn. 4711"] {
        let project =
            Project::new().file("departments/pay.yaml", format!("name: Pay\nchannels:\n  - phone: \"{number}\"\n"));
        let said = project.finding("invalid-phone");
        assert!(said.contains("did you mean `\"+358 9 555 0102 ext 4711\"`?"), "{said}");
    }
    for number in ["+358 9 555 0102 ext 4711", "4711"] {
        let project =
            Project::new().file("departments/pay.yaml", format!("name: Pay\nchannels:\n  - phone: \"{number}\"\n"));
        assert!(!project.check().contains("invalid-phone"), "{number}");
    }
}

#[test]
fn a_space_in_an_address_is_encoded() {
    let project =
        Project::new().file("departments/pay.yaml", "name: Pay\nchannels:\n  - form: https://acme.example/pay form\n");
    let said = project.finding("invalid-url");
    assert!(said.contains("a space in an address is written `%20`: `https://acme.example/pay%20form`"), "{said}");
    let project =
        Project::new().file("departments/pay.yaml", "name: Pay\nchannels:\n  - form: acme.example/pay form\n");
    assert!(!project.finding("invalid-url").contains("%20"));
}
