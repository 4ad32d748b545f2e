//! What a service's page tells of its promise, its ways and its people, so that nothing on it contradicts itself.
//! It is Monday 23 November 2026, noon in UTC.

use crate::project::Project;

const COMPANY: &str = "
    name: Acme
    locales: [en, fi, sv, pl]
    time_zone: Europe/Helsinki
    country: FI
    hours: {office: 'Mo-Fr 08:00-16:00'}
";

/// A project with one service `help` of one team `desk`, built.
fn built(team: &str, service: &str) -> Project {
    let desk = format!("teams:\n  desk:\n    name: Desk\n{team}");
    let help = format!("services:\n  help:\n    name: Help\n    team: desk\n{service}");
    let department = format!("name: IT\nhours: office\n{desk}{help}");
    let people = "ada: {name: Ada}\nbo: {name: Bo}\n";
    let project = Project::empty()
        .file("catalog.yaml", COMPANY)
        .file("people.yaml", people)
        .file("departments/it.yaml", department);
    let run = project.run(["build"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    project
}

/// The words of its page, with plain spaces.
fn words(project: &Project, path: &str) -> String {
    project.words(path).replace(['\u{a0}', '\u{202f}'], " ")
}

fn html(project: &Project, path: &str) -> String {
    std::fs::read_to_string(project.path().join("site").join(path)).unwrap()
}

#[test]
fn a_share_belongs_to_both_times_of_a_promise() {
    let both = built("", "    standards: {normal: {first_response: 2d, resolution: 5d, target: 70%}}\n");
    for (folder, told) in [
        ("", "An answer within 2 working days. Done within 5 working days. Both 70% of the time."),
        ("fi/", "Valmista 5 työpäivän kuluessa. Molemmat 70 % tapauksista."),
        ("sv/", "Klart inom 5 arbetsdagar. Båda 70 % av gångerna."),
        ("pl/", "Gotowe w ciągu 5 dni roboczych. Oba terminy w 70% przypadków."),
    ] {
        let page = words(&both, &format!("{folder}services/help.html"));
        assert!(page.contains(told), "{told}\n{page}");
    }
    for (standard, told) in [
        ("first_response: 2d, target: 90%", "An answer within 2 working days, 9 times out of 10."),
        ("resolution: 2d, target: 90%", "Done within 2 working days, 9 times out of 10."),
    ] {
        let one = built("", &format!("    standards: {{normal: {{{standard}}}}}\n"));
        let page = words(&one, "services/help.html");
        assert!(page.contains(told) && !page.contains("Both "), "{told}\n{page}");
    }
}

#[test]
fn an_answer_that_is_not_counted_while_a_line_is_open_is_told_so() {
    let promise = |hours: &str, clock: &str| {
        let standards = format!("{{normal: {{first_response: 1d}}, urgent: {{first_response: 1h{clock}}}}}");
        let line = "phone: '+358 9 555 0100', label: Night line, standard: urgent, urgent: true";
        let service = format!("    standards: {standards}\n    channels: [{{{line}, hours: '{hours}'}}]\n");
        words(&built("", &service), "services/help.html")
    };
    let counted = "within 1 working hour, counted in the opening hours of the service";
    for hours in ["Mo-Fr 22:00-06:00", "24/7", "Mo-Sa 08:00-16:00"] {
        let page = promise(hours, "");
        assert!(page.contains(counted), "{hours}\n{page}");
    }
    for (hours, clock, told) in [
        ("Mo-Fr 09:00-12:00", "", "Answer here: within 1 working hour"),
        ("Mo-Fr 22:00-06:00", ", clock: always", "Answer here: within 1 hour"),
    ] {
        let page = promise(hours, clock);
        assert!(page.contains(told) && !page.contains("counted in"), "{hours}\n{page}");
    }
}

#[test]
fn what_presses_is_open_or_not_whatever_its_kind() {
    let open = |channel: &str| {
        let urgent = "    standards: {normal: {first_response: 1d}, urgent: {first_response: 1h}}\n";
        let project = built("", &format!("{urgent}    channels: [{{{channel}}}]\n"));
        let page = html(&project, "services/help.html");
        page.split("class=\"channel-list\"").nth(1).unwrap().split("</ul>").next().unwrap().contains("<open-now")
    };
    assert!(!open("form: 'https://a.example/'"));
    for kind in ["form: 'https://a.example/'", "web: 'https://a.example/'", "chat: 'https://a.example/'"] {
        assert!(open(&format!("{kind}, urgent: true")), "{kind}");
        assert!(open(&format!("{kind}, standard: urgent, hours: 'Mo-Su 10:00-22:00'")), "{kind}");
    }
}

#[test]
fn minutes_are_of_the_same_clock_as_hours() {
    let page = |clock: &str| {
        let escalate =
            "    escalate: [{to: ada, after: 30m}, {to: bo, after: 1h}]\n    channels: [{emergency: '112'}]\n";
        let service = format!("{escalate}    standards: {{normal: {{resolution: 4h{clock}}}}}\n");
        words(&built("", &service), "services/help.html")
    };
    let working = page("");
    assert!(working.contains("After 30 working minutes: Ada"), "{working}");
    assert!(working.contains("After 1 working hour: Bo"), "{working}");
    let always = page(", clock: always");
    assert!(always.contains("After 30 minutes: Ada") && always.contains("After 1 hour: Bo"), "{always}");
}

#[test]
fn who_is_on_duty_stands_on_the_pages_of_the_services() {
    let rota = "    rota: [{who: bo, when: 'Mo-We 08:00-16:00'}, {who: ada, when: 'Th-Fr 08:00-16:00'}]\n";
    let project = built(rota, "    channels: [{phone: '+358 9 555 0100'}]\n");
    let page = words(&project, "services/help.html");
    let (_, turns) = page.split_once("Who is on duty").unwrap();
    assert!(turns.trim_start().starts_with("Bo on duty now Mon 23 Nov – Wed 25 Nov, 08:00 – 16:00"), "{turns}");
    assert!(html(&project, "services/help.html").contains("<duty-turns "));
}

#[test]
fn nights_and_whole_days_of_duty_are_told_as_a_week() {
    let night = "Mo-Fr 17:30-09:30; Sa-Su 00:00-24:00; PH 00:00-24:00";
    let rota =
        format!("    hours: 24/7\n    rota: [{{who: bo, when: '{night}'}}, {{who: ada, when: 'Mo-Fr 09:30-17:30'}}]\n");
    let page = words(&built(&rota, ""), "teams/desk.html").replace('\u{2060}', "");
    let (_, rule) = page.split_once("As a rule").unwrap();
    assert!(rule.trim_start().starts_with("BoMon–Fri 17:30–09:30, Sat–Sun all day, public holiday: all day"), "{rule}");
}

#[test]
fn the_date_on_top_says_for_which_urgency_it_is() {
    let top = |standards: &str| {
        let page = html(&built("", &format!("    standards: {{{standards}}}\n")), "services/help.html");
        page.split("<answer-by").nth(1).unwrap().split("</answer-by>").next().unwrap().to_owned()
    };
    assert!(top("normal: {name: Small matters, first_response: 1d}").contains("<b>Small matters</b>"));
    assert!(top("urgent: {first_response: 1h}").contains("<b>Urgent</b>"));
    assert!(!top("normal: {first_response: 1d}").contains("<b>"));
}

#[test]
fn steps_that_all_set_the_pace_do_not_say_so() {
    let pace = |second: &str| {
        let project = built("", "    standards: {normal: {resolution: 2d}}\n");
        let steps = format!(
            "[{{id: a, what: Ask, service: help, when: day 1}}, {{what: Tell, when: week 2, takes: {second}}}]"
        );
        let project = project.file("journeys/move.yaml", format!("name: Move\nsummary: What to do\nsteps: {steps}\n"));
        assert_eq!(project.run(["build"]).status, 0);
        words(&project, "journeys/move.html")
    };
    let linear = pace("1d");
    assert!(!linear.contains("sets the pace") && !linear.contains("set the pace"), "{linear}");
    let parted = pace("1d, after: []");
    assert!(parted.contains("sets the pace"), "{parted}");
}

#[test]
fn a_working_day_is_never_a_day_off() {
    let deadlines = "    deadlines: [{name: Report, every: month, on: last-working-day, if_closed: before}]\n";
    let page = words(&built("", deadlines), "services/help.html");
    assert!(page.contains("on the last working day of every month"), "{page}");
    assert!(!page.contains("day off"), "{page}");
}

#[test]
fn who_asks_within_a_second_has_asked_before_the_clock_starts() {
    let project = built("", "    standards: {normal: {resolution: 2h}}\n");
    let run = project.run(["when", "help", "--now", "2026-11-23T12:00:00.5+02:00"]);
    assert!(run.stdout.contains("asked, and the clock starts"), "{}", run.stdout);
}

#[test]
fn nobody_who_is_away_is_on_duty_now_and_other_zones_are_named() {
    let rota = "rota: [{who: anna, when: 'Mo-Su 00:00-12:00'}, {who: omar, when: 'Mo-Su 12:00-24:00'}]";
    let pay = format!("name: Pay\nteams:\n  desk: {{name: Desk, time_zone: Asia/Tokyo, lead: omar, {rota}}}\n");
    let people = "anna: {name: Anna, away: [{from: 2026-11-20, until: 2026-12-20}]}\nomar: {name: Omar}\n";
    for privacy in ["full", "roles"] {
        let project = Project::new()
            .file("catalog.yaml", format!("name: Acme\ntime_zone: Europe/Helsinki\nprivacy: {privacy}\n"))
            .file("people.yaml", people)
            .file("departments/pay.yaml", &pay);
        let run = project.run(["build"]);
        assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
        let page = std::fs::read_to_string(project.path().join("site/teams/desk.html")).unwrap();
        let rows = page.split("data-spans=").skip(1).map(|rest| rest.split('>').next().unwrap());
        let there: Vec<bool> = rows.map(|row| row.contains(" data-who=")).collect();
        assert_eq!(there[..2], [true, false], "{privacy}\n{page}");
        assert!(page.contains("(Tokyo)"), "{page}");
    }
}
