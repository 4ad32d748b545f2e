//! What readers must find on a page, each from a fault that somebody ran into.

use luukku::BuildOptions;

use super::Site;
use super::document::Document;
use crate::project::Project;

fn built(project: &Project) -> Site {
    Site::build(&project.catalog(), &BuildOptions::default())
}

/// The text of a page's first element that a selector finds, with single spaces.
fn text(site: &Site, path: &str, selector: &str) -> String {
    let page = Document::parse(site.text(path));
    let found = page.all(selector);
    let first = found.first().unwrap_or_else(|| panic!("{path} has no {selector}"));
    first.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn texts(site: &Site, path: &str, selector: &str) -> Vec<String> {
    let page = Document::parse(site.text(path));
    // Lines of a template are no lines of the page; a blank that does not break stays.
    let words = |text: String| text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    page.all(selector).iter().map(|found| words(found.text().collect())).collect()
}

#[test]
fn a_label_never_hides_the_number_or_the_address() {
    let site = built(&Project::new().file(
        "departments/gate.yaml",
        "name: Gate\nservices: {help: {name: Help}}\nchannels:\n\
         \x20 - {emergency: 112, label: Fire}\n\
         \x20 - {phone: +358 9 555 0100, label: The guard}\n\
         \x20 - {email: gate@acme.example, label: The gate}\n\
         \x20 - {desk: Door 2, label: The hatch}\n\
         \x20 - {post: PO Box 1}\n",
    ));
    assert_eq!(text(&site, "phone-list.html", ".notice li"), "Fire 112 Gate Open day and night");
    for (path, list) in [("phone-list.html", ".data-table td"), ("departments/gate.html", ".channel-list")] {
        let shown = text(&site, path, list);
        // In a row of buttons the number has a place of its own.
        let shown = shown.replace(':', "");
        for target in ["Fire 112", "The guard +358 9 555 0100", "gate@acme.example", "Door 2", "PO Box 1"] {
            assert!(shown.contains(target), "{path}: {target} is not in {shown}");
        }
    }
}

/// A gate that answers day and night, and a service of the same house that does not.
const SAFETY: &str = "
    name: Safety
    hours: office
    channels: [{emergency: '112', hours: '24/7'}, {emergency: +358 9 555 0900, label: The gate, hours: '24/7'}]
    teams: {gate: {name: Gate, channels: [{emergency: +358 9 555 0900, label: The gate, hours: '24/7'}]}}
    services:
      hurt:
        name: Hurt
        channels:
          - {emergency: '112', hours: '24/7'}
          - {emergency: +358 9 555 0900, hours: '24/7', standard: urgent}
          - {phone: +358 9 555 0100, standard: normal}
        standards: {normal: {first_response: 4h}, urgent: {first_response: 5m, clock: always}}
    ";

#[test]
fn where_somebody_is_hurt_the_numbers_stand_before_all_else() {
    let steps = "steps: [{what: Get help, when: day 1, with: gate}, {what: Rest, when: day 1}]";
    let project = Project::new()
        .file("departments/safety.yaml", SAFETY)
        .file("journeys/accident.yaml", format!("name: An accident\nkind: situation\n{steps}"));
    let site = built(&project.file("journeys/first-day.yaml", format!("name: First\nkind: onboarding\n{steps}")));
    let numbers = texts(&site, "journeys/accident.html", ".counter .channel__name");
    assert_eq!(numbers, ["Call 112", "The gate: +358\u{a0}9\u{a0}555\u{a0}0900"]);
    assert_eq!(texts(&site, "journeys/accident.html", ".checklist__how > b"), ["At once", ""]);
    assert_eq!(text(&site, "journeys/accident.html", ".plan > label"), "When did it happen?");
    assert!(texts(&site, "journeys/first-day.html", ".counter").is_empty(), "a first day is no emergency");
    assert_eq!(texts(&site, "index.html", ".emergency-list .way__number"), ["112", "+358\u{a0}9\u{a0}555\u{a0}0900"]);
}

#[test]
fn who_answers_while_the_desk_is_closed_stands_above_its_hours() {
    let site = built(&Project::new().file("departments/safety.yaml", SAFETY));
    let page = Document::parse(site.text("services/hurt.html"));
    let answer = page.all(".standby answer-by");
    assert_eq!(answer.len(), 1);
    assert_eq!(answer[0].value().attr("data-answer"), Some("5m"));
    assert!(answer[0].value().attr("data-always").is_some());
    assert_eq!(text(&site, "services/hurt.html", ".standby > p"), "Emergency line: open now");
    assert_eq!(text(&site, "departments/safety.html", ".standby"), "Emergency line: open now");
    let notes = texts(&site, "services/hurt.html", ".channel__note");
    assert_eq!(
        notes.last().unwrap(),
        "Open day and night · Answer here: within 5 minutes",
        "the first one stands above"
    );
}

#[test]
fn a_department_without_channels_is_reached_through_its_teams() {
    let site = built(&Project::new().file(
        "departments/house.yaml",
        "name: House\nteams:\n\
         \x20 keys: {name: Keys, hours: office, channels: [{phone: +358 9 555 0100}, {email: keys@acme.example}]}\n\
         \x20 attic: {name: Attic}\n\
         services: {help: {name: Help, team: keys}}\n",
    ));
    let page = Document::parse(site.text("departments/house.html"));
    assert_eq!(texts(&site, "departments/house.html", ".door h3"), ["Keys"]);
    assert_eq!(page.all(".door .channel").len(), 1);
    assert_eq!(page.all(".door open-now[data-calendar]").len(), 1);
    assert_eq!(page.all("script[src*=calendar]").len(), 1, "the page brings the calendar that it shows");
}

#[test]
fn somebody_away_sends_to_whoever_stands_in() {
    let site = built(
        &Project::new()
            .file(
                "people.yaml",
                "ann: {name: Ann, team: desk, phone: +358 9 555 0101, away: [{from: 2026-11-01, until: 2027-01-31, \
             deputy: bo}]}\n\
             bo: {name: Bo, team: desk, phone: +358 9 555 0102}\n",
            )
            .file(
                "departments/house.yaml",
                "name: House\nhours: office\nteams: {desk: {name: Desk, members: [ann, bo]}}\n",
            ),
    );
    assert_eq!(text(&site, "people/ann.html", ".notice"), "Away until 31 January 2027. Ask: Bo");
    assert_eq!(texts(&site, "people/ann.html", ".counter h2"), ["How to reach Bo", "How to reach Ann"]);
    assert_eq!(texts(&site, "people/bo.html", ".counter h2"), ["How to reach Bo"]);
    assert_eq!(Document::parse(site.text("people/bo.html")).all(".counter__now open-now").len(), 1);
}

#[test]
fn new_people_see_what_is_theirs() {
    let site = built(
        &Project::new()
            .file(
                "catalog.yaml",
                "name: Acme\nlocales: [en]\ntime_zone: Europe/Helsinki\nhours: {office: Mo-Fr 08:00-16:00}\n\
             audiences: {staff: {name: Staff}, managers: {name: Managers}}\n",
            )
            .file("people.yaml", "ann: {name: Ann, phone: +358 9 555 0101}\n")
            .file(
                "journeys/start.yaml",
                "name: Start\nkind: onboarding\naudience: staff\nsteps:\n\
             \x20 - {what: Be hired, service: hire}\n\
             \x20 - {what: Fetch the card, service: card}\n",
            )
            .file(
                "departments/house.yaml",
                "name: House\nhours: office\nservices:\n\
             \x20 hire: {name: Hire somebody, serves: [managers], owner: ann}\n\
             \x20 card: {name: Key card, serves: [staff], owner: ann}\n\
             \x20 key: {name: Door key, serves: [everyone], owner: ann, deadlines: [{name: Key day, every: year, \
             on: 12-15}]}\n",
            ),
    );
    let page = "new-here/staff.html";
    assert_eq!(texts(&site, page, "#services ~ div li"), ["Key card", "Door key"]);
    assert_eq!(texts(&site, page, "#week ~ div label"), ["Be hired", "Fetch the card"]);
    assert_eq!(texts(&site, page, "#week ~ div .checklist__how")[1], "With: House Key card");
    assert_eq!(texts(&site, page, "#people ~ div .face-list__name"), ["House"]);
    assert_eq!(texts(&site, page, "#calendar ~ div dt"), ["Tue 15 Dec"]);
    // A day without a time of day has none on any page.
    assert_eq!(texts(&site, "services/key.html", "#deadlines ~ div time"), ["Tue 15 Dec"]);
    assert_eq!(texts(&site, "deadlines.html", "#everyone ~ div time")[0], "Tue 15 Dec");
}

#[test]
fn an_ended_service_leads_on_and_promises_nothing() {
    let site = built(&Project::new().file(
        "departments/house.yaml",
        "name: House\nhours: office\nchannels: [{phone: +358 9 555 0100}]\nservices:\n\
         \x20 old: {name: Old, status: retired, replaced_by: next, standards: {normal: {first_response: 4h}}}\n\
         \x20 next: {name: Next, status: new}\n",
    ));
    let page = Document::parse(site.text("services/old.html"));
    assert_eq!(page.all(".promise, answer-by, .hours, #who, .counter > open-now").len(), 0);
    assert_eq!(text(&site, "services/old.html", ".notice"), "This service has ended. Use this instead: Next");
    assert_eq!(text(&site, "services/next.html", ".notice"), "This service is new.");
}

/// Whoever lands there reaches what stands in its place, however often that has been replaced, or those who did it.
#[test]
fn an_ended_service_shows_the_way_of_what_replaces_it() {
    let site = built(&Project::new().file(
        "departments/house.yaml",
        "name: House\nhours: office\nchannels: [{phone: +358 9 555 0100}]\nservices:\n\
         \x20 old: {name: Old, status: retired, replaced_by: older}\n\
         \x20 older: {name: Older, status: retired, replaced_by: next}\n\
         \x20 gone: {name: Gone, status: retired}\n\
         \x20 next: {name: Next, channels: [{email: next@acme.example}]}\n",
    ));
    let reach = |path: &str| text(&site, path, ".counter");
    assert_eq!(reach("services/old.html"), "How to reach us Write to next@acme.example");
    assert_eq!(text(&site, "services/old.html", ".notice"), "This service has ended. Use this instead: Next");
    assert_eq!(reach("services/gone.html"), "How to reach us House Call +358 9 555 0100");
}

/// The dates on which a channel differs from its week stand behind it, but for those that it shares with its service.
#[test]
fn a_channels_own_dates_stand_in_its_line() {
    let site = built(&Project::new().file(
        "departments/house.yaml",
        "name: House\nhours: \"Mo-Fr 08:00-16:00; Dec 7-8 off\"\n\
         channels: [{phone: +358 9 555 0100, \
         hours: \"Mo-Fr 09:00-12:00; Dec 3 off; Dec 7 off; Dec 9 10:00-11:00\"}]\n",
    ));
    let note = text(&site, "departments/house.html", ".channel__note").replace('\u{2060}', "");
    assert_eq!(note, "Mon–Fri 09:00–12:00, except Thu 3 Dec, Wed 9 Dec 10:00–11:00");
}

#[test]
fn the_first_page_shows_what_staff_may_ask_for() {
    let site = built(&Project::new().file(
        "departments/house.yaml",
        "name: House\nservices:\n\
         \x20 refund: {name: Refund, serves: [customers], asked_as: {en: [I want my money back]}}\n\
         \x20 desk: {name: Desk, serves: [everyone], asked_as: {en: [a new desk]}}\n",
    ));
    assert_eq!(texts(&site, "index.html", "q"), ["a new desk"]);
}

#[test]
fn needs_are_grouped_by_what_people_want_to_do() {
    let site = built(&Project::new().file(
        "departments/house.yaml",
        "name: House\nservices:\n\
         \x20 card: {name: Access card, asked_as: {en: [I lost my card, the card is broken, how do I get a card]}}\n\
         \x20 desk: {name: Desk}\n",
    ));
    assert_eq!(
        texts(&site, "i-need-to.html", "main h2"),
        [
            "have something mended or put right",
            "tell somebody what has happened",
            "find something out",
            "do something else"
        ]
    );
    assert_eq!(texts(&site, "i-need-to.html", "main .entry a"), ["Access card", "Access card", "Access card", "Desk"]);
}

#[test]
fn everyday_words_lead_to_what_says_others() {
    let site = built(&Project::new().file(
        "departments/house.yaml",
        "name: House\nservices:\n  phones: {name: Telephones for work, keywords: {en: [phone]}}\n",
    ));
    let words = texts(&site, "a-z.html", ".letter-index li > a");
    assert!(words.contains(&"handset".to_owned()), "{words:?}");
}

#[test]
fn everything_stands_under_its_first_word_that_carries_meaning() {
    let site = built(
        &Project::new()
            .file(
                "departments/house.yaml",
                "name: House\nteams: {it: {name: IT help}, yard: {name: The yard}}\nservices:\n\
                 \x20 badge: {name: Zebra crossing, team: it, asked_as: {en: [a badge, The gate, how do I get it]}}\n",
            )
            .file("departments/house/articles/ill.md", "---\ntitle: Ill\nasked_as: {en: [I’m unwell]}\n---\nRest.\n")
            .file("journeys/baby.yaml", "{name: A baby, asked_as: {en: [we expect twins]}, steps: [{what: Tell us}]}")
            .file("people.yaml", "{will.may: {name: Will May, title: Guard}}"),
    );
    assert_eq!(texts(&site, "a-z.html", ".letter-index h2"), ["B", "E", "G", "H", "I", "U", "W", "Y", "Z"]);
    assert_eq!(
        texts(&site, "a-z.html", ".letter-index li > a"),
        [
            "A baby",
            "a badge",
            "we expect twins",
            "The gate",
            "House",
            "how do I get it",
            "Ill",
            "IT help",
            "I’m unwell",
            "Will May",
            "The yard",
            "Zebra crossing"
        ]
    );
    // What it leads to, or what it is.
    assert_eq!(
        texts(&site, "a-z.html", ".letter-index small"),
        [
            "Checklist",
            "Zebra crossing",
            "A baby",
            "Zebra crossing",
            "Department",
            "Zebra crossing",
            "Help yourself",
            "House",
            "Ill",
            "Guard",
            "House",
            "IT help"
        ]
    );
}
