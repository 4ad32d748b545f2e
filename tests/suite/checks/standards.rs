//! Standards held against each other.

use insta::assert_snapshot;

use crate::checks::payroll::{COMPANY, CORRECTION, SERVICE, assert_clean, payroll};

#[test]
fn response_after_resolution() {
    let service = SERVICE.replace("first_response: 4h, resolution: 2d", "first_response: 3d, resolution: 2d");
    assert_snapshot!(payroll().file(CORRECTION, service).check(), @r#"
    error[response-after-resolution]: `normal` promises the first answer within 3 working days, later than the solution within 2 working days
     --> catalog/departments/payroll/services/correction.yaml:7:38
      |
    7 | standards: {normal: {first_response: 3d, resolution: 2d, target: 90%}}
      |                                      ^^              -- done within 2 working days
      |
      = note: readers would be told of an answer that comes after all is done
      = help: exchange the two, or shorten `first_response`

    1 error in 1 file
    "#);
}

#[test]
fn channel_outside_clock() {
    let said = |hours: &str, clock: &str| {
        let urgent = format!("target: 90%}}, urgent: {{when: Now, first_response: 1h{clock}}}}}");
        let line = format!("channels: [{{phone: +358 9 555 0100, hours: '{hours}', standard: urgent}}]\n");
        payroll().file(CORRECTION, SERVICE.replace("target: 90%}}", &urgent) + line.as_str()).check()
    };
    let night = said("Mo-Su 18:00-06:00", "");
    let told = "warning[channel-outside-clock]: this channel is open mainly when the clock of `urgent` stands";
    assert!(night.contains(told), "{night}");
    for (hours, clock) in [("Mo-Fr 09:00-12:00", ""), ("Mo-Fr 07:00-17:00", ""), ("24/7", ", clock: always")] {
        let right = said(hours, clock);
        assert!(!right.contains("channel-outside-clock"), "{hours}: {right}");
    }
}

#[test]
fn response_after_resolution_by_the_hours() {
    let service = SERVICE.replace("first_response: 4h, resolution: 2d", "first_response: 17h, resolution: 2d");
    assert_snapshot!(payroll().file(CORRECTION, service).check(), @r#"
    error[response-after-resolution]: `normal` promises the first answer within 17 working hours, later than the solution within 2 working days
     --> catalog/departments/payroll/services/correction.yaml:7:38
      |
    7 | standards: {normal: {first_response: 17h, resolution: 2d, target: 90%}}
      |                                      ^^^              -- done within 2 working days
      |
      = note: readers would be told of an answer that comes after all is done
      = help: exchange the two, or shorten `first_response`

    1 error in 1 file
    "#);
}

#[test]
fn a_first_answer_that_some_get_after_the_solution_is_told_with_a_moment() {
    let with = |times: &str| {
        let service = SERVICE.replace("first_response: 4h, resolution: 2d", times);
        payroll().file(CORRECTION, service)
    };
    let said = with("first_response: 6h, resolution: {days: 0, at: \"16:00\", asked_by: \"14:00\"}").check();
    assert!(
        said.contains("warning[response-after-resolution]: `normal` may promise the first answer after the"),
        "{said}"
    );
    let moment = "who asks on Mon 23 Nov 10:30 is answered by Tue 24 Nov 08:30, and all is done by Mon 23 Nov 16:00";
    assert!(said.contains(moment) && said.contains("correction.yaml:7:38"), "{said}");
    let said = with("first_response: 2h, resolution: {days: 0, at: \"16:00\"}").check();
    assert!(said.contains("or say with `asked_by` until when"), "{said}");
    let always = with("first_response: {days: 2, at: \"12:00\"}, resolution: {days: 1, at: \"12:00\"}").check();
    assert!(always.contains("error[response-after-resolution]: "), "{always}");
    for right in [
        "first_response: 2h, resolution: {days: 0, at: \"16:00\", asked_by: \"14:00\"}",
        "first_response: 6h, resolution: {days: 1, at: \"16:00\", asked_by: \"14:00\"}",
        "first_response: {days: 0, at: \"12:00\"}, resolution: {days: 1, at: \"12:00\"}",
        "first_response: 4h, resolution: 1d",
    ] {
        assert_clean(&with(right));
    }
}

#[test]
fn two_working_days_are_no_less_than_their_hours() {
    let service = SERVICE.replace("first_response: 4h, resolution: 2d", "first_response: 16h, resolution: 2d");
    assert_clean(&payroll().file(CORRECTION, service));
}

#[test]
fn a_shared_standard_is_told_once() {
    let company = format!("{COMPANY}standards:\n  normal: {{first_response: 2d, resolution: 1d}}\n");
    let service = SERVICE.replace("{normal: {first_response: 4h, resolution: 2d, target: 90%}}", "[normal]");
    assert_snapshot!(payroll().file("catalog.yaml", company).file(CORRECTION, service).check(), @r#"
    error[response-after-resolution]: `normal` promises the first answer within 2 working days, later than the solution within 1 working day
     --> catalog/catalog.yaml:6:28
      |
    6 |   normal: {first_response: 2d, resolution: 1d}
      |                            ^^              -- done within 1 working day
      |
      = note: readers would be told of an answer that comes after all is done
      = help: exchange the two, or shorten `first_response`

    1 error in 1 file
    "#);
}

#[test]
fn unexplained_urgency() {
    let service = SERVICE.replace("90%}}", "90%}, urgent: {first_response: 1h}}");
    assert_snapshot!(payroll().file(CORRECTION, service).check(), @r#"
    warning[unexplained-urgency]: the standard `urgent` does not say when it applies
     --> catalog/departments/payroll/services/correction.yaml:7:72
      |
    7 | standards: {normal: {first_response: 4h, resolution: 2d, target: 90%}, urgent: {first_response: 1h}}
      |                                                                        ^^^^^^
      |
      = note: readers would have to guess what counts, and most would call everything urgent
      = help: add `when: ` with the case in a few words, such as `No pay at all on payday`

    1 warning in 1 file
    "#);
}

/// Hours run only while it is open: whoever writes `24h` for a day promises three.
#[test]
fn doubtful_duration() {
    let service = SERVICE.replace("resolution: 2d", "resolution: 24h");
    assert_snapshot!(payroll().file(CORRECTION, service).check(), @r"
    warning[doubtful-duration]: `24h` are 3 opening days here: it is open for 8 hours a day
     --> catalog/departments/payroll/services/correction.yaml:7:54
      |
    7 | standards: {normal: {first_response: 4h, resolution: 24h, target: 90%}}
      |                                                      ^^^
      |
      = note: hours run only while the service is open, and readers may count on a day of the calendar
      = help: write `1d` for the same time of day on a later opening day, or add `clock: always` if nights count, too

    1 warning in 1 file
    ");
    for (right, hours) in [("resolution: 24h, clock: always", ""), ("resolution: 23h", ""), ("resolution: 24h", "24/7")]
    {
        let mut service = SERVICE.replace("resolution: 2d", right);
        if !hours.is_empty() {
            service.push_str(&format!("hours: {hours}\n"));
        }
        let report = payroll().file(CORRECTION, service).check();
        assert!(!report.contains("[doubtful-duration]"), "{right} {hours}\n{report}");
    }
}
