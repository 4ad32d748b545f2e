//! Hours that are not the same every week, as pages tell them.

use chrono::{Datelike, Days, NaiveDate};
use chrono_tz::Europe::Helsinki;
use luukku::clock::{Calendar, Hours, Pattern};
use proptest::prelude::*;

use crate::project::{Project, often};

const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 30).unwrap();

fn calendar(hours: &str) -> Calendar {
    Calendar::new(Hours::parse(hours).unwrap(), None, [], Helsinki)
}

/// Hours, and the line that readers of English see under them.
const LINES: &[(&str, &str)] = &[
    ("Mo[1] 15:00-16:00", "on the 1st Monday of every month: 15:00–16:00"),
    ("We[-1] 10:00-11:00", "on the last Wednesday of every month: 10:00–11:00"),
    ("Mo[1,3] 09:00-10:00", "on the 1st and 3rd Monday of every month: 09:00–10:00"),
    ("Mo 15:00-16:00; We[2] 09:00-10:00", "Mon 15:00–16:00, on the 2nd Wednesday of every month: 09:00–10:00"),
    ("Mo-Fr 09:00-16:00; Mo[1] off", "Mon–Fri 09:00–16:00, on the 1st Monday of every month: closed"),
    ("Tu[4] +1 day 10:00-11:00", "next: Wed 25 Nov 10:00–11:00, Wed 23 Dec 10:00–11:00, Wed 27 Jan 10:00–11:00"),
    ("week 1-53/2 Tu 17:30-18:30", "odd weeks: Tue 17:30–18:30"),
    ("week 2-52/2 Mo-Fr 08:00-12:00; Sa 09:00-12:00", "Sat 09:00–12:00, even weeks: Mon–Fri 08:00–12:00"),
    ("Jul Sa-Su 11:00-15:00", "3 July – 31 July: Sat–Sun 11:00–15:00"),
    ("Mo-Fr 09:00-16:15; Jun-Aug Mo-Fr 09:00-15:00", "Mon–Fri 09:00–16:15, 1 June – 31 August: Mon–Fri 09:00–15:00"),
    ("Mo-Fr 10:00-19:00; Dec 19-Jan 10 off", "Mon–Fri 10:00–19:00, 21 December – 8 January: closed"),
    ("2026 Dec 01-2027 Jan 31 Mo-Fr 10:00-14:00", "1 December – 29 January: Mon–Fri 10:00–14:00"),
    ("Apr-Sep Mo[1] 10:00-12:00", "next: Mon 5 Apr 10:00–12:00, Mon 3 May 10:00–12:00, Mon 7 Jun 10:00–12:00"),
    ("Mo-Fr 08:00-16:00; PH off; Dec 31 08:00-12:00", "Mon–Fri 08:00–16:00"),
    ("24/7; PH off", "Open day and night, public holiday: closed"),
    ("Mo-Fr 08:00-16:00; PH 10:00-12:00", "Mon–Fri 08:00–16:00, public holiday: 10:00–12:00"),
    ("PH 10:00-14:00", "public holiday: 10:00–14:00"),
    ("PH -1 day 10:00-14:00; PH off", "day before a public holiday: 10:00–14:00"),
    ("Mo-Su,PH 00:00-24:00", "Open day and night"),
];

#[test]
fn weeks_that_differ_are_told_in_words() {
    let services = LINES.iter().enumerate().map(|(number, (hours, _))| {
        format!("  s{number}: {{name: Service {number}, hours: \"{hours}\", channels: [{{email: a@acme.example}}]}}\n")
    });
    let department = format!("name: Pay\nservices:\n{}", services.collect::<String>());
    let project = Project::new().file("departments/pay.yaml", department);
    let built = project.run(["build"]);
    assert_eq!(built.status, 0, "{}", built.stdout);
    for (number, (hours, line)) in LINES.iter().enumerate() {
        let page = std::fs::read_to_string(project.path().join(format!("site/services/s{number}.html"))).unwrap();
        let page = page.replace('\u{2060}', "");
        assert!(page.contains(&format!("<small>{line}</small>")), "{hours}: {:?}", page.split("<small>").nth(1));
    }
}

/// Everything that opens, and nothing else, is in what is told, but for what is as short as an exception.
fn assert_true(hours: &str, pattern: &Pattern) {
    let calendar = calendar(hours);
    let timetable = calendar.timetable();
    let year = (0..365).filter_map(|ahead| TODAY.checked_add_days(Days::new(ahead)));
    let wrong: Vec<NaiveDate> = year.filter(|date| pattern.on(*date) != timetable.on(*date)).collect();
    let told = calendar.exceptions_to(pattern, TODAY, 365).into_iter().map(|exception| exception.date);
    assert_eq!(told.collect::<Vec<_>>(), wrong, "{hours}");
    let apart = wrong.chunk_by(|one, next| (*next - *one).num_days() <= 7);
    let short = |run: &[NaiveDate]| (run[run.len() - 1] - run[0]).num_days() < 7;
    assert!(apart.clone().all(short) && apart.count() <= 3 + 6 * 7, "{hours}: {wrong:?}");
}

fn days() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("Mo-Fr".to_owned()),
        Just("Sa".to_owned()),
        (0..7usize, 1..5u32).prop_map(|(day, which)| format!("{}[{which}]", DAYS[day])),
        (0..7usize).prop_map(|day| format!("{}[-1]", DAYS[day])),
        (0..7usize).prop_map(|day| format!("week 1-53/2 {}", DAYS[day])),
        (0..7usize, 1..12u32).prop_map(|(day, month)| format!(
            "{}-{} {}",
            MONTHS[month as usize - 1],
            MONTHS[month as usize],
            DAYS[day]
        )),
    ]
}

const DAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(often(64)))]

    #[test]
    fn what_is_told_is_what_opens(rules in prop::collection::vec((days(), 6..12u32), 1..4)) {
        let rule = |(days, from): &(String, u32)| format!("{days} {from:02}:00-{:02}:00", from + 6);
        let hours = rules.iter().map(rule).collect::<Vec<String>>().join("; ");
        let pattern = calendar(&hours).pattern(TODAY);
        for (date, openings) in &pattern.dates {
            prop_assert_eq!(openings, &calendar(&hours).timetable().on(*date), "{} {}", hours, date.weekday());
        }
        if pattern.dates.is_empty() {
            assert_true(&hours, &pattern);
        }
    }
}
