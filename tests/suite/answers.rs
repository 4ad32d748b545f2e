//! The table of a service's page that says without a script when the answer comes.

use insta::assert_snapshot;

use crate::project::Project;

/// The table as text, one line for each row; none when the page has none.
fn table(hours: &str, standards: &str) -> Option<String> {
    let service = format!("{{name: Answers, hours: \"{hours}\", standards: {{{standards}}}}}");
    let project =
        Project::new().file("departments/care.yaml", format!("name: Care\nservices:\n  answers: {service}\n"));
    let run = project.run(["build"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    let page = std::fs::read_to_string(project.path().join("site/services/answers.html")).unwrap();
    let (_, rest) = page.split_once("<table class=\"answer-table\">")?;
    let (table, _) = rest.split_once("</table>").unwrap();
    let rows = table.split("<tr>").skip(1).map(|row| {
        let cells = row.split("<t").filter_map(|cell| cell.split_once('>')?.1.split_once("</t"));
        let texts = cells.map(|(text, _)| text).filter(|text| !text.starts_with("<span"));
        texts.collect::<Vec<_>>().join(" | ")
    });
    Some(rows.collect::<Vec<_>>().join("\n"))
}

#[test]
fn asked_on_friday_answered_on_monday() {
    assert_snapshot!(table("Mo-Fr 09:00-17:00; PH off", "normal: {first_response: 4h}").unwrap(), @r"
    08:00 | 12:00 | 15:00 | 20:00
    Mon | Mon 13:00 | Mon 16:00 | Tue 11:00 | Tue 13:00
    Tue | Tue 13:00 | Tue 16:00 | Wed 11:00 | Wed 13:00
    Wed | Wed 13:00 | Wed 16:00 | Thu 11:00 | Thu 13:00
    Thu | Thu 13:00 | Thu 16:00 | Fri 11:00 | Fri 13:00
    Fri | Fri 13:00 | Fri 16:00 | Mon 11:00 | Mon 13:00
    Sat | Mon 13:00 | Mon 13:00 | Mon 13:00 | Mon 13:00
    Sun | Mon 13:00 | Mon 13:00 | Mon 13:00 | Mon 13:00
    ");
}

#[test]
fn nights_and_lunch_breaks() {
    let hours = "Mo-Th 08:00-11:00,12:00-16:00; Fr 22:00-06:00";
    assert_snapshot!(table(hours, "normal: {first_response: 1d}").unwrap(), @r"
    08:00 | 12:00 | 15:00 | 20:00
    Mon | Tue 08:00 | Tue 12:00 | Tue 15:00 | Wed 08:00
    Tue | Wed 08:00 | Wed 12:00 | Wed 15:00 | Thu 08:00
    Wed | Thu 08:00 | Thu 12:00 | Thu 15:00 | Fri 22:00
    Thu | Fri 22:00 | Fri 22:00 | Fri 22:00 | Mon 16:00
    Fri | Mon 16:00 | Mon 16:00 | Mon 16:00 | Mon 16:00
    Sat | Tue 08:00 | Tue 08:00 | Tue 08:00 | Tue 08:00
    Sun | Tue 08:00 | Tue 08:00 | Tue 08:00 | Tue 08:00
    ");
}

#[test]
fn no_table_where_it_would_say_nothing() {
    assert_eq!(table("24/7", "normal: {first_response: 4h}"), None);
    assert_eq!(table("Mo-Fr 09:00-17:00", "normal: {first_response: 4h, clock: always}"), None);
    assert_eq!(table("Mo-Fr 09:00-17:00", "normal: {resolution: 4h}"), None);
    assert_eq!(table("Mo-Fr 09:00-17:00", "urgent: {first_response: 4h}"), None);
}

#[test]
fn no_table_whose_weekdays_could_be_another_week_s() {
    assert_eq!(table("Mo-Fr 09:00-17:00", "normal: {first_response: 5d}"), None);
    assert_eq!(table("Tu 09:00-10:00", "normal: {first_response: 90m}"), None);
}
