//! Promises at a time of day: asked by eleven, done by half past two.

use crate::project::Project;

const COMPANY: &str = r#"
    name: Acme
    locales: [en, fi, sv, pl]
    time_zone: Europe/Helsinki
    hours: {office: "Mo-Fr 08:00-16:00"}
"#;

const POST: &str = r#"
    name: Post
    hours: office
    channels: [{email: post@acme.example}]
    services:
      parcel:
        name: Parcel
        standards:
          normal: {first_response: {at: "10:00"}, resolution: {days: 0, at: "14:30", asked_by: "11:00"}, target: 90%}
          gold: {when: Gold, resolution: {days: 1, at: "09:00", asked_by: "14:00"}}
          slow: {when: Slow, resolution: {days: 3, at: "12:00"}}
          evening: {when: Late, resolution: {days: 1, at: "09:00", asked_by: "18:00"}}
      crate:
        name: Crate
        standards: {normal: {resolution: {days: 0, at: "16:00", asked_by: "11:00"}}}
        depends_on: [{service: parcel}]
        own_work: 30m
"#;

fn project() -> Project {
    Project::empty().file("catalog.yaml", COMPANY).file("departments/post.yaml", POST)
}

fn with(resolution: &str) -> Project {
    let whole = POST.replace("{days: 0, at: \"14:30\", asked_by: \"11:00\"}", resolution);
    let (alone, _) = whole.split_once("      crate:").unwrap();
    project().file("departments/post.yaml", alone)
}

#[test]
fn pages_say_it_in_every_language() {
    let project = project();
    let run = project.run(["build"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    for (page, told) in [
        (
            "services/parcel.html",
            "An answer by 10:00 the same day. Done by 14:30 the same day, if asked by 11:00. Both 9 times out of 10.",
        ),
        ("services/parcel.html", "Done by 09:00 on the next working day, if asked by 14:00"),
        ("services/parcel.html", "Done by 12:00 after 3 working days"),
        (
            "fi/services/parcel.html",
            "Valmista samana päivänä klo 14.30 mennessä, jos pyyntö tulee viimeistään klo 11.00",
        ),
        ("sv/services/parcel.html", "Klart samma dag senast kl. 14:30, om du frågar senast kl. 11:00"),
        ("pl/services/parcel.html", "Gotowe tego samego dnia do godz. 14:30, jeśli zgłoszenie wpłynie do godz. 11:00"),
    ] {
        let words = project.words(page);
        assert!(words.contains(told), "{told}\n{words}");
    }
    let html = std::fs::read_to_string(project.path().join("site/services/parcel.html")).unwrap();
    assert!(html.contains("{days: 0, at: &quot;14:30&quot;, asked_by: &quot;11:00&quot;}"), "{html}");
    let text = std::fs::read_to_string(project.path().join("site/catalog.json")).unwrap();
    let catalog: serde_json::Value = serde_json::from_str(&text).unwrap();
    let parcel = catalog["services"].as_array().unwrap().iter().find(|service| service["id"] == "parcel").unwrap();
    let promised = serde_json::json!({"days": 0, "at": "14:30", "asked_by": "11:00"});
    assert_eq!(parcel["standards"][0]["resolution"], promised);
}

#[test]
fn the_answer_is_worked_out() {
    let project = project();
    for (asked, told) in [
        ("2026-11-27 11:00", "is helped by Fri 27 Nov 14:30"),
        ("2026-11-27 11:01", "is helped by Mon 30 Nov 14:30"),
        ("2026-11-28 09:00", "is helped by Mon 30 Nov 14:30"),
        ("2026-11-27 17:00", "is helped by Mon 30 Nov 14:30"),
        // Asked in time, though it has closed by then.
        ("2026-11-27 17:30 evening", "is helped by Mon 30 Nov 09:00"),
    ] {
        let (asked, standard) = match asked.strip_suffix(" evening") {
            Some(asked) => (asked, "evening"),
            None => (asked, "normal"),
        };
        let run = project.run(["when", "parcel", "--standard", standard, "--asked", asked]);
        assert!(run.stdout.contains(told), "{asked}: {told}\n{}{}", run.stdout, run.stderr);
    }
}

/// Asked at two, the parcel comes on the next day only.
#[test]
fn a_chain_that_cannot_keep_it_is_told() {
    let late = POST.replace("asked_by: \"11:00\"}}}", "asked_by: \"14:00\"}}}");
    let said = project().file("departments/post.yaml", late).finding("late-promise");
    let example = "`crate` promises a result by 16:00 on the same opening day, asked by 14:00, but asked";
    assert!(said.contains(example), "{said}");
    assert!(said.contains("promise `resolution: {days: 1, at: \"16:00\", asked_by: \"14:00\"}`"), "{said}");
    let report = project().check();
    assert!(!report.contains("[late-promise]"), "{report}");
}

/// In a break, and after closing, one may still ask in time, though the clock starts later.
#[test]
fn who_asks_in_time_while_it_is_closed_counts() {
    let crate_with = |hours: &str, resolution: &str, parcel: &str| {
        let text = POST.replace("name: Crate\n", &format!("name: Crate\n        hours: \"{hours}\"\n"));
        let text = text.replace("{days: 0, at: \"16:00\", asked_by: \"11:00\"}", resolution);
        let text = text.replace("own_work: 30m", "").replace("{days: 0, at: \"14:30\", asked_by: \"11:00\"}", parcel);
        project().file("departments/post.yaml", text)
    };
    let same_day = |by: &str| format!("{{days: 0, at: \"16:00\", asked_by: \"{by}\"}}");
    let long_break = "Mo-Fr 08:00-12:00,15:00-16:00";
    let report = crate_with(long_break, &same_day("11:59"), "2h").check();
    assert!(!report.contains("[late-promise]"), "{report}");
    let said = crate_with(long_break, &same_day("14:00"), "2h").finding("late-promise");
    let told =
        "but asked Mon 23 Nov 12:00 it needs an answer from `parcel`, due Tue 24 Nov 09:00: done Tue 24 Nov 09:00";
    assert!(said.contains(told), "{said}");

    let next_day = |by: &str| format!("{{days: 1, at: \"11:00\", asked_by: \"{by}\"}}");
    let report = crate_with("Mo-Fr 10:00-12:00", &next_day("12:00"), "1h").check();
    assert!(!report.contains("[late-promise]"), "{report}");
    let said = crate_with("Mo-Fr 10:00-12:00", &next_day("12:00"), "2h").finding("late-promise");
    assert!(said.contains("but asked Mon 23 Nov 12:00 it needs"), "{said}");
    // Who may ask until nine before it opens is asked for on that day.
    let said = crate_with("Mo-Fr 10:00-16:00", &same_day("09:00"), "7h").finding("late-promise");
    assert!(said.contains("but asked Mon 23 Nov 08:00 it needs"), "{said}");
    let report = crate_with("Mo-Fr 10:00-16:00", &same_day("09:00"), "6h").check();
    assert!(!report.contains("[late-promise]"), "{report}");

    // What it waits for is asked in time, too, though that has closed.
    let early = |by: &str| {
        let text = POST.replace("name: Parcel\n", "name: Parcel\n        hours: \"Mo-Fr 08:00-12:00\"\n");
        let text = text.replace("{days: 0, at: \"14:30\", asked_by: \"11:00\"}", &next_day("14:00"));
        let text = text.replace("{days: 0, at: \"16:00\", asked_by: \"11:00\"}", &next_day(by));
        project().file("departments/post.yaml", text.replace("own_work: 30m", ""))
    };
    let report = early("14:00").check();
    assert!(!report.contains("[late-promise]"), "{report}");
    let said = early("14:30").finding("late-promise");
    assert!(
        said.contains("but asked Mon 23 Nov 14:01 it needs an answer from `parcel`, due Wed 25 Nov 11:00"),
        "{said}"
    );
}

#[test]
fn slips_are_told_where_they_are() {
    for (resolution, told) in [
        ("{days: 1d, at: \"14:30\"}", "did you mean `1`?"),
        ("{at: 14.30}", "did you mean `\"14:30\"`?"),
        ("{at: \"14:30\", asked_by: 2 pm}", "did you mean `\"14:00\"`?"),
        ("{at: \"14:30\", asked_by: \"15:00\"}", "asked by 15:00 it cannot be due at 14:30 on the same day"),
        ("{days: 2}", "without a time of day it is a length of time: write `2d`"),
        ("{days: 0, asked_by: \"11:00\"}", "it does not say at what time it is due"),
        ("{days: 0, klo: \"16:00\"}", "write `at`: that is what it is called here"),
        ("\"16:00\"", "did you mean `{days: 0, at: \"16:00\"}`?"),
        ("{at: \"14:30\", cutoff: \"11:00\"}", "write `asked_by`: that is what it is called here"),
        ("same day", "or a time of day such as `{days: 0, at: \"16:00\", asked_by: \"14:00\"}`"),
        ("2d, handling: {at: \"14:30\"}", "`handling` is a length of time, and this is a group"),
        ("{at: \"18:00\"}", "it is never open at 18:00"),
        ("{at: \"14:30\"}, clock: always", "`clock: always` knows no opening days"),
        ("[4h]", "write one of the two here, without brackets and dashes"),
    ] {
        let report = with(resolution).check();
        assert!(report.contains(told), "{resolution}: {told}\n{report}");
        let slips = report.matches("error[").count() + report.matches("warning[doubtful-duration]").count();
        // The first answer is promised at a time of day, too.
        let expected = 1 + usize::from(resolution.ends_with("always"));
        assert_eq!(slips, expected, "{resolution}\n{report}");
    }
}

/// What is promised for an hour at which it is never open is told as it is counted: on the page, in the data, by `when`
/// and in the finding alike.
#[test]
fn an_hour_after_closing_is_not_promised() {
    for (written, counted, told) in [
        ("{days: 0, at: \"20:00\"}", "16:00", "Done by 16:00 the same day."),
        ("{days: 1, at: \"06:00\"}", "08:00", "Done by 08:00 on the next working day."),
        ("{days: 0, at: \"20:00\", asked_by: \"18:00\"}", "16:00", "Done by 16:00 the same day, if asked by 16:00."),
    ] {
        let project = with(written);
        let said = project.finding("doubtful-duration");
        assert!(said.contains(&format!("so that {counted} counts")), "{said}");
        assert_eq!(project.run(["build"]).status, 0);
        let words = project.words("services/parcel.html");
        assert!(words.contains(told), "{told}\n{words}");
        let data = std::fs::read_to_string(project.path().join("site/catalog.json")).unwrap();
        let data: serde_json::Value = serde_json::from_str(&data).unwrap();
        assert_eq!(data["services"][0]["standards"][0]["resolution"]["at"], counted);
        let when = project.run(["when", "parcel", "--asked", "2026-11-23T09:00:00+02:00"]).stdout;
        assert!(when.contains(&format!("Nov {counted}   promised: all is done")), "{when}");
    }
}
