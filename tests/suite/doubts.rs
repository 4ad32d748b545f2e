//! Hours and zones that are legal and hardly meant, and what is made of comments.

use luukku::clock::Hours;
use serde_json::Value;

use crate::project::Project;

fn project(hours: &str) -> Project {
    Project::new().file(
        "departments/pay.yaml",
        format!(
            "name: Pay\nhours: {hours}\nservices:\n  pay: {{name: Pay, \
             standards: {{normal: {{first_response: 4h}}}}}}\n"
        ),
    )
}

/// The doubt about hours, and what was probably meant.
fn doubt(hours: &str) -> Option<(String, Option<String>)> {
    let doubt = Hours::parse(hours).unwrap().doubt().cloned()?;
    if let Some(meant) = &doubt.suggestion {
        assert!(Hours::parse(meant).unwrap().doubt().is_none(), "{hours}: {meant}");
    }
    Some((doubt.message, doubt.suggestion))
}

fn meant(hours: &str) -> Option<String> {
    doubt(hours).unwrap_or_else(|| panic!("no doubt about {hours}")).1
}

fn suggested(hours: &str) -> Option<String> {
    Hours::parse(hours).unwrap_err().suggestion
}

#[test]
fn hours_that_mean_what_they_say_are_left_alone() {
    for hours in [
        "Mo-Fr 08:00-16:00; PH off",
        "Mo-Fr 08:00-12:00,13:00-16:00; PH off; Dec 24 08:00-12:00",
        "Mo-Fr 08:00-16:00; We 10:00-18:00",
        "Mo-Fr 08:00-16:00; Jul Mo-Fr 10:00-14:00",
        "08:00-16:00; PH off",
        "Mo-Fr 22:00-06:00",
        "Mo-Fr 16:00-08:00",
        "Mo-Su 12:00-02:00",
        "24/7",
        "24/7; Dec 24 off",
        "Mo-Fr 00:00-24:00",
        "Mo-Fr 00:00-24:00; PH off",
        "Mo-Fr 08:00-16:00 || 10:00-12:00",
        "Mo-Fr 08:00-16:00; 12:00-13:00 off",
    ] {
        assert_eq!(doubt(hours), None, "{hours}");
    }
}

#[test]
fn an_afternoon_behind_a_semicolon() {
    let both = Some("Mo-Fr 08:00-12:00,13:00-16:00".to_owned());
    assert_eq!(meant("Mo-Fr 08:00-12:00; 13:00-16:00"), both);
    assert_eq!(meant("Mo-Fr 08:00-12:00; Mo-Fr 13:00-16:00"), both);
    let off = "Mo-Fr 08:00-12:00; 13:00-16:00; PH off";
    assert_eq!(meant(off), Some("Mo-Fr 08:00-12:00,13:00-16:00; PH off".into()));
    assert_eq!(meant("Mo-Fr 08:00-16:00; Mo-Fr 09:00-15:00"), None, "nobody knows which");
    assert!(doubt("Mo-Fr 08:00-16:00; PH Mo-Fr off").is_some(), "it closes every weekday");
    for (hours, both) in [
        ("Apr-Dec Mo 09:00-12:00; Apr-Dec Mo 15:00-17:00", "Apr-Dec Mo 09:00-12:00,15:00-17:00"),
        ("Mo[1] 09:00-12:00; Mo[1] 15:00-17:00", "Mo[1] 09:00-12:00,15:00-17:00"),
        ("Jan-Dec Mo-Fr 09:00-12:00; Mo-Fr 15:00-17:00", ""),
    ] {
        assert_eq!(meant(hours).as_deref().unwrap_or_default(), both, "{hours}");
    }
    assert!(doubt("Mo-Tu 08:00-12:00; Mo 13:00-16:00; Tu 14:00-16:00").is_some(), "nothing is left of the first");
}

#[test]
fn times_the_wrong_way_round() {
    let both = Some("Mo-Fr 08:00-11:30, 12:00-16:00".to_owned());
    assert_eq!(meant("Mo-Fr 08:00-11:30, 16:00-12:00"), both);
    assert_eq!(meant("Mo-Fr 8:00-11:30,16:00-8:30"), None, "nobody knows which");
    assert_eq!(doubt("Mo 08:00-11:30,16:00-12:00; We 09:00-11:00"), None, "nothing is open when it ends");
    let night = |hours: &str| Hours::parse(hours).unwrap().nightly(hours).map(|doubt| doubt.suggestion);
    assert_eq!(night("Mo-Fr 16:00-8:00; PH off"), Some(Some("Mo-Fr 08:00-16:00; PH off".to_owned())));
    for hours in ["Mo-Su 20:00-06:00", "Mo-Fr 16:00-08:00; Sa-Su 00:00-24:00", "Mo-Fr 18:00-02:00", "24/7"] {
        assert_eq!(night(hours), None, "{hours}");
    }
    assert_eq!(suggested("Mo-Fr 7:3-16:00"), Some("Mo-Fr 07:30-16:00".into()));
}

#[test]
fn days_without_times() {
    let (message, meant) = doubt("Mo-Fr").unwrap();
    assert_eq!((message.as_str(), meant), ("`Mo-Fr` without times means round the clock on these days", None));
    assert!(doubt("Mo-Fr; PH off").is_some());
    assert!(doubt("Mo-Fr 08:00-16:00; Sa").is_some());
}

#[test]
fn an_afternoon_of_the_twelve_hour_clock() {
    let meant_by = |hours: &str| meant(hours).unwrap();
    assert_eq!(meant_by("Mo-Fr 12:30-4:30"), "Mo-Fr 12:30-16:30");
    assert_eq!(meant_by("Mo-Fr 9:00-5:00"), "Mo-Fr 09:00-17:00");
    assert_eq!(meant_by("Mo-Fr 08:00-05:00; PH off"), "Mo-Fr 08:00-17:00; PH off");
}

#[test]
fn a_comment_opens_nothing_and_is_told() {
    for hours in ["'Mo-Fr 08:00-16:00; Sa \"by appointment\"'", "'Mo-Fr 08:00-16:00, Sa \"by appointment\"'"] {
        let saturday = project(hours);
        assert!(saturday.finding("doubtful-hours").contains("by appointment"), "{hours}");
        let run = saturday.run(["when", "pay", "--asked", "2026-11-28 10:00", "--format", "json"]);
        let answer: Value = serde_json::from_str(&run.stdout).unwrap();
        assert_eq!(answer["first_response_by"], "2026-11-30T12:00:00+02:00");
    }
    let only = project("'\"by appointment\"'");
    assert!(only.finding("doubtful-hours").contains("\"by appointment\" alone gives no opening times"));
    let run = only.run(["when", "pay", "--asked", "2026-11-28 10:00", "--format", "json"]);
    assert!(run.stdout.contains("\"first_response_by\": null"), "{}", run.stdout);
    assert!(doubt("Mo-Fr 08:00-16:00 \"ring twice\"").unwrap().0.contains("shown to nobody"));
}

#[test]
fn what_is_suggested_is_what_was_said() {
    assert_eq!(suggested("open on Mondays 9-12").as_deref(), Some("Mo 09:00-12:00"));
    assert_eq!(suggested("Mondays 9-12 and on Fridays 10-12").as_deref(), Some("Mo 09:00-12:00; Fr 10:00-12:00"));
    assert_eq!(suggested("må, on, fre 8-12").as_deref(), Some("Mo,We,Fr 08:00-12:00"));
    assert_eq!(suggested("on 9-12").as_deref(), Some("We 09:00-12:00"));
    assert_eq!(suggested("on fre 9-12"), None, "on Friday, or Wednesday and Friday?");
    assert_eq!(suggested("Mo-Fr 12-4").as_deref(), Some("Mo-Fr 12:00-16:00"));
    assert_eq!(suggested("Mo-Fr 9-12, 1-5").as_deref(), Some("Mo-Fr 09:00-12:00,13:00-17:00"));
    assert_eq!(suggested("Mo-Fr 9-12 and 12.30-4.30").as_deref(), Some("Mo-Fr 09:00-12:00,12:30-16:30"));
    assert_eq!(suggested("Mo-Fr 1-5"), None, "the small hours, or an afternoon?");
    assert_eq!(suggested("Mo-Fr 10-7").as_deref(), Some("Mo-Fr 10:00-19:00"));
    assert_eq!(suggested("Mo-Fr 22-6").as_deref(), Some("Mo-Fr 22:00-06:00"));
}

#[test]
fn hours_with_a_comma_within_braces_want_quotes() {
    let channels = "[{email: pay@acme.example, hours: Mo-Fr 08:00-12:00,13:00-16:00}]";
    let project = Project::new().file("departments/pay.yaml", format!("name: Pay\nchannels: {channels}\n"));
    let finding = project.finding("unquoted-comma");
    assert!(finding.contains("put hours with a comma in quotes: \"Mo-Fr 08:00-12:00,13:00-16:00\""), "{finding}");
}

#[test]
fn doubtful_time_zone() {
    let zoned = |zone: &str| Project::new().file("departments/pay.yaml", format!("name: Pay\ntime_zone: {zone}\n"));
    for zone in ["EST", "MST", "Etc/GMT+2", "GMT"] {
        let finding = zoned(zone).finding("doubtful-time-zone");
        assert!(finding.starts_with("warning[doubtful-time-zone]: "), "{finding}");
        assert!(finding.contains("it knows no summer time"), "{finding}");
    }
    assert!(zoned("CET").finding("doubtful-time-zone").contains("may change"));
    for zone in ["UTC", "Etc/UTC", "Europe/Warsaw", "Poland", "America/Argentina/Buenos_Aires"] {
        assert!(!zoned(zone).check().contains("doubtful-time-zone"), "{zone}");
    }
}

#[test]
fn the_hours_of_a_channel_say_when_somebody_is_there() {
    let silent = |channels: &str| {
        let text = format!("name: Pay\nchannels: [{channels}]\nservices: {{pay: {{name: Pay}}}}\n");
        Project::new().file("departments/pay.yaml", text).check().contains("missing-hours")
    };
    assert!(silent("{phone: '+358 9 555 0100'}"));
    assert!(!silent("{phone: '+358 9 555 0100', hours: office}"));
    assert!(!silent("{email: pay@acme.example}, {phone: '+358 9 555 0100', hours: 'Mo 08:00-10:00'}"));
}

/// Behind `;` a later rule for the last of some days replaces the first one, behind `,` both hold; a rule for a day in
/// the midst can hardly be written in another way.
#[test]
fn two_rules_for_one_day_that_overlap() {
    let said = |hours: &str| doubt(hours).map(|(message, _)| message).unwrap_or_default();
    let replaced = said("Mo-We 08:00-16:00; We 12:00-18:00");
    assert_eq!(replaced, "behind `;` the rule `We 12:00-18:00` replaces `08:00-16:00` on `We`, where both overlap");
    let added = said("Mo-We 08:00-16:00, We 12:00-18:00");
    assert_eq!(added, "`08:00-16:00` and `We 12:00-18:00` overlap on `We`");
    let same = said("Mo-Fr 08:00-16:00, Mo-Fr 12:00-18:00");
    assert_eq!(same, "`08:00-16:00` and `Mo-Fr 12:00-18:00` overlap on `Mo-Fr`");
    let help = Hours::parse("Mo-We 08:00-16:00; We 12:00-18:00").unwrap().doubt().unwrap().help.clone();
    let both = ["Mo,Tu 08:00-16:00; We 12:00-18:00", "Mo,Tu 08:00-16:00; We 08:00-18:00"];
    assert_eq!(help, format!("write `{}` if that is meant, else `{}`", both[0], both[1]));
    for hours in both {
        assert_eq!(doubt(hours), None, "{hours}");
    }
    for hours in [
        "Mo-Fr 08:00-16:00; Fr 08:00-14:00",
        "Mo-Fr 07:00-15:00, Mo-Th 15:00-17:00",
        "Mo-Fr 18:00-08:00; Sa,Su 00:00-24:00",
        "Mo-Th 08:00-16:00; Fr 10:00-18:00",
    ] {
        assert_eq!(doubt(hours), None, "{hours}");
    }
}

#[test]
fn a_night_that_goes_on_into_the_next_days_hours() {
    assert_eq!(meant("Mo 22:00-09:00; Tu 08:00-16:00").as_deref(), Some("Mo 22:00-08:00; Tu 08:00-16:00"));
    assert_eq!(meant("Mo-Fr 20:00-10:00; Sa 09:00-12:00").as_deref(), Some("Mo-Fr 20:00-09:00; Sa 09:00-12:00"));
    assert_eq!(doubt("Mo 22:00-08:00; Tu 08:00-16:00"), None);
}

/// An open end is refused with times to write in its place; a date from which on something holds is none.
#[test]
fn an_open_end_is_told_with_an_example() {
    for (hours, example) in [
        ("Mo-Fr 11:00+", "such as `Mo-Fr 11:00-16:00`"),
        ("Mo-Fr 17:30+", "such as `Mo-Fr 17:30-21:30`"),
        ("Mo-Fr 11+", "such as `Mo-Fr 11:00-16:00`"),
        ("Mo-Fr 11:00-16:00+", "such as `Mo-Fr 11:00-16:00`"),
    ] {
        let message = Hours::parse(hours).unwrap_err().message;
        assert!(message.starts_with("`+` leaves the closing time open") && message.ends_with(example), "{message}");
    }
    assert!(Hours::parse("Mo-Fr 08:00-16:00; Dec 12+ off").is_ok());
}
