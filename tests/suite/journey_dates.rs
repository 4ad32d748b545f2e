//! Ten journeys, each for three dates of day 1, worked out by hand: what every step says. The planning is held to
//! them here, the browser's script in `browser/journey.rs`.
//!
//! The company works Monday to Friday from 8 to 16, but for public holidays and 24 December. "So many days" of a
//! service end at the same time of its so-many-th next opening day; a step's own whole days end at the close of
//! the last one. The tests stand on Monday 23 November 2026.

use chrono::NaiveDate;
use luukku::model::Catalog;
use luukku::promise::{Clocks, PlannedStep, Planner, Tells, Workdays};

use crate::project::Project;
use crate::site::now;

const DEPARTMENT: &str = "
    name: Help
    hours: 'Mo-Fr 08:00-16:00; PH off'
    services:
      desk: {name: Desk, standards: {normal: {resolution: 4h}}}
      card: {name: Card, standards: {normal: {resolution: 2d}}}
      laptop: {name: Laptop, standards: {normal: {resolution: 5d}}}
      guard: {name: Guard, standards: {normal: {resolution: 2h, clock: always}}}
      accounts: {name: Accounts, hours: 'Mo-Th 10:00-14:00; PH off', standards: {normal: {resolution: 6h}}}
";

/// A journey's id, its steps, and for each date of day 1 what they say.
pub(crate) type Journey = (&'static str, &'static str, [(&'static str, &'static [&'static str]); 3]);

pub(crate) const BY_HAND: [Journey; 10] = [
    // Nobody sees it coming, so that nobody could have asked before: what counts is when it is ready.
    (
        "lost-card",
        "[{when: day 1, what: Ask, service: card}]",
        [
            // Asked on Monday at 8: Tuesday is the first day, Wednesday the second.
            ("2026-12-07", &["Ready by Wed 9 Dec"]),
            // On a Sunday the desk's clock starts on Monday.
            ("2026-12-13", &["Ready by Wed 16 Dec"]),
            // The 24th is closed, the 25th and the 26th are holidays: Monday and Tuesday after.
            ("2026-12-23", &["Ready by Tue 29 Dec"]),
        ],
    ),
    // The same, but a first day is known before it comes.
    (
        "first-day",
        "[{when: day 1, what: Fetch it, service: card}]",
        [
            // Monday is the second day after Thursday.
            ("2026-12-07", &["Ask by Thu 3 Dec"]),
            // What must be there on Sunday is there on Friday, the second day after Wednesday.
            ("2026-12-13", &["Ask by Wed 9 Dec"]),
            // Before Monday 28 comes Wednesday 23, and Tuesday 22.
            ("2026-12-28", &["Ask by Tue 22 Dec"]),
        ],
    ),
    // A step of forty minutes on the same day, after the one that is asked ahead.
    (
        "safety-round",
        "[{when: day 1, what: Fetch your card, service: card}, {when: day 1, what: Walk, takes: 40m},
          {when: day 1, what: Try shoes, service: card, takes: 30m, after: []}]",
        [
            ("2026-12-07", &["Ask by Thu 3 Dec", "Start by Mon 7 Dec", "Ask by Thu 3 Dec"]),
            // Nobody walks the round on a Sunday; the card is there before, on Friday. The shoes are tried on on
            // Monday till 8:30, so they must be there then: asked on Thursday, there two days later.
            ("2026-12-13", &["Ask by Wed 9 Dec", "Ready by Mon 14 Dec", "Ask by Thu 10 Dec"]),
            // Epiphany, a Wednesday. The card is there on Tuesday: asked before Monday 4, before New Year. The
            // shoes are tried on on Thursday: Tuesday is the first day after Monday, Thursday the second.
            ("2027-01-06", &["Ask by Thu 31 Dec", "Ready by Thu 7 Jan", "Ask by Mon 4 Jan"]),
        ],
    ),
    // What lies before day 1 is counted back, step by step.
    (
        "laptop",
        "[{when: before day 1, what: Agree, takes: 3d}, {when: before day 1, what: Order, service: laptop},
          {when: day 1, what: Unpack, takes: 1h}]",
        [
            // Ordered on Friday 27 for Friday 4; agreed from Tuesday 24 to that Friday.
            ("2026-12-07", &["Start by Tue 24 Nov", "Start by Fri 27 Nov", "Start by Mon 7 Dec"]),
            // Wednesday is Epiphany, so there on Tuesday 5. Back from there: 4, 31, 30, 29, ordered on the 28th.
            // Three days before the 28th: 23, 22, 21.
            ("2027-01-07", &["Start by Mon 21 Dec", "Start by Mon 28 Dec", "Start by Thu 7 Jan"]),
            // Today: there should have been an order five days before Friday 20, and a talk three days before that.
            (
                "2026-11-23",
                &[
                    "Late: should have been started by Tue 10 Nov",
                    "Late: should have been started by Fri 13 Nov",
                    "Start by Mon 23 Nov",
                ],
            ),
        ],
    ),
    // An accident: what can be done the same day is, nothing before.
    (
        "accident",
        "[{when: day 1, what: Ring, service: guard}, {when: day 1, what: See the doctor, service: desk},
          {when: week 1, what: Send the note, service: card}]",
        [
            // The doctor's four hours end at 16 if begun by 12. The note, there on Friday 11, is sent by Wednesday.
            ("2026-12-07", &["Start by Mon 7 Dec", "Start by Mon 7 Dec", "Start by Wed 9 Dec"]),
            // On Sunday the guard is there, the doctor on Monday morning. Week 1 ends on Saturday 19.
            ("2026-12-13", &["Start by Sun 13 Dec", "Ready by Mon 14 Dec", "Start by Wed 16 Dec"]),
            // On the closed 24th likewise: the doctor on Monday 28, the note two days before Wednesday 30.
            ("2026-12-24", &["Start by Thu 24 Dec", "Ready by Mon 28 Dec", "Start by Mon 28 Dec"]),
        ],
    ),
    // Weeks and months, before and after.
    (
        "leave",
        "[{when: before month 2, what: Read, takes: 1h}, {when: before week 1, what: Plan, service: laptop},
          {when: month 1, what: Talk, takes: 2h}]",
        [
            // Two months before is New Year's Day; a week before is Monday 22, five days after Monday 15.
            ("2027-03-01", &["Start by Thu 31 Dec", "Start by Mon 15 Feb", "Start by Wed 31 Mar"]),
            // Two months before is Sunday 31 January. April has no 31st: the month is over on the 29th.
            ("2027-03-31", &["Start by Fri 29 Jan", "Start by Wed 17 Mar", "Start by Thu 29 Apr"]),
            // A week before is a Sunday, so Friday 19. The month ends on Saturday 27 March, after Good Friday.
            ("2027-02-28", &["Start by Mon 28 Dec", "Start by Fri 12 Feb", "Start by Thu 25 Mar"]),
        ],
    ),
    // A large order: what takes five days of work is not done on day 2, and the offer waits for it.
    (
        "large-order",
        "[{when: day 1, what: Ring back, takes: 4h}, {when: day 2, what: Draw, takes: 5d},
          {when: week 3, what: Offer, takes: 1d}]",
        [
            // Drawn from Tuesday 8 to Monday 14. Week 3 ends on Sunday 27; its last working day is the 23rd.
            ("2026-12-07", &["Start by Mon 7 Dec", "Ready by Mon 14 Dec", "Start by Wed 23 Dec"]),
            // Day 2 is a Saturday: drawn from Monday 14 to Friday 18. Week 3 is 25 to 31 December.
            ("2026-12-11", &["Start by Fri 11 Dec", "Ready by Fri 18 Dec", "Start by Thu 31 Dec"]),
            // Rung back on Monday till noon, drawn from then till Monday noon. Week 3 ends after New Year's Day.
            ("2026-12-13", &["Ready by Mon 14 Dec", "Ready by Mon 21 Dec", "Start by Thu 31 Dec"]),
        ],
    ),
    // Steps without a time: from day 1 on where nothing presses, else in time for what they are needed for.
    (
        "loose",
        "[{id: read, what: Read, takes: 1h, after: []}, {id: ask, what: Ask, service: laptop, after: []},
          {when: day 3, what: Tell, takes: 1h, after: ask}]",
        [
            // The answer comes on Monday 14 when asked at once, too late for day 3.
            ("2026-12-07", &["From Mon 7 Dec on", "Start by Mon 7 Dec", "Ready by Mon 14 Dec"]),
            // From Saturday on; asked by Monday, when the clock starts, it is there on Monday 21.
            ("2026-12-12", &["From Sat 12 Dec on", "Start by Mon 14 Dec", "Ready by Mon 21 Dec"]),
            // Five days after the 23rd: 28, 29, 30, 31, and Monday 4.
            ("2026-12-23", &["From Wed 23 Dec on", "Start by Wed 23 Dec", "Ready by Mon 4 Jan"]),
        ],
    ),
    // Six hours at a desk that is open for four on Monday to Thursday: two of them on an earlier day.
    (
        "accounts",
        "[{id: open, when: day 1, what: Get it, service: accounts, after: []},
          {id: sit, when: day 1, what: Sit, takes: 2h, after: []},
          {when: day 2, what: Sign in, takes: 1h, after: [open, sit]}]",
        [
            // Before Monday comes Thursday.
            ("2026-12-07", &["Ask by Thu 3 Dec", "Start by Mon 7 Dec", "Start by Tue 8 Dec"]),
            ("2026-12-10", &["Ask by Wed 9 Dec", "Start by Thu 10 Dec", "Start by Fri 11 Dec"]),
            // Epiphany: there on Tuesday, so asked on Monday. Sitting is for Thursday, and there is time left then.
            ("2027-01-06", &["Ask by Mon 4 Jan", "Ready by Thu 7 Jan", "Start by Thu 7 Jan"]),
        ],
    ),
    // Nobody sees it coming, but between day 1 and day 3 there is time to ask.
    (
        "enquiry",
        "[{when: day 1, what: Listen, takes: 1h}, {when: day 3, what: Hand over, service: card}]",
        [
            // Asked on Monday after listening, there on Wednesday.
            ("2026-12-07", &["Start by Mon 7 Dec", "Ask by Mon 7 Dec"]),
            // Day 3 is a Saturday, and Friday only one day after. Begun on Saturday, that is Monday, and two days.
            ("2026-12-10", &["Start by Thu 10 Dec", "Ready by Wed 16 Dec"]),
            // Day 3 is Christmas Day. Begun then, that is Monday 28, and two days.
            ("2026-12-23", &["Start by Wed 23 Dec", "Ready by Wed 30 Dec"]),
        ],
    ),
];

/// The company with the ten journeys.
pub(crate) fn project() -> Project {
    let project = Project::new().file("departments/help.yaml", DEPARTMENT);
    let company = "
        format: 1
        name: Acme
        locales: [en]
        time_zone: Europe/Helsinki
        country: FI
        closed_days: [2026-12-24]
        hours: {office: 'Mo-Fr 08:00-16:00; PH off'}
    ";
    BY_HAND.iter().fold(project.file("catalog.yaml", company), |project, (id, steps, _)| {
        let kind = if ["first-day", "safety-round", "accounts"].contains(id) { "onboarding" } else { "situation" };
        project.file(&format!("journeys/{id}.yaml"), format!("name: {id}\nkind: {kind}\nsteps:\n  {steps}\n"))
    })
}

/// What the page says of a planned step, in English.
pub(crate) fn said(step: &PlannedStep, catalog: &Catalog) -> String {
    let local = |at: chrono::DateTime<chrono::Utc>| at.with_timezone(&catalog.company.zone).date_naive();
    let date = local(step.at.unwrap());
    let late = date < local(now());
    // British English shortens September to four letters.
    let date = date.format("%a %-d %b").to_string().replace("Sep", "Sept");
    match (step.tells, late) {
        (Tells::StartBy, true) => format!("Late: should have been started by {date}"),
        (Tells::StartBy, false) => format!("Start by {date}"),
        (Tells::AskBy, true) => format!("Late: should have been asked for by {date}"),
        (Tells::AskBy, false) => format!("Ask by {date}"),
        (Tells::ReadyBy, _) => format!("Ready by {date}"),
        (Tells::StartFrom, _) => format!("From {date} on"),
    }
}

#[test]
fn the_planning_says_what_was_worked_out_by_hand() {
    let checked = luukku::check(&project().catalog(), now(), None).unwrap().output.unwrap();
    let catalog = checked.catalog();
    let window = (now() - chrono::TimeDelta::days(400), now() + chrono::TimeDelta::days(900));
    let (clocks, workdays) = (Clocks::new(catalog, window.0, window.1), Workdays::new(catalog, window.0, window.1));
    let mut wrong = Vec::new();
    for (id, _, dates) in BY_HAND {
        let journey = catalog.journeys().find(|(_, journey)| *journey.slug == *id).unwrap().1;
        let planner = Planner::new(catalog, &clocks, &workdays, journey, window);
        for (date, expected) in dates {
            let plan = planner.plan(date.parse::<NaiveDate>().unwrap());
            let told: Vec<String> = plan.iter().map(|step| said(step, catalog)).collect();
            if told != expected {
                wrong.push(format!("{id} on {date}: {told:?}, by hand {expected:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
