//! `luukku when`: the whole answer, for people and for programs.

use insta::assert_snapshot;

use crate::project::Project;

fn desk() -> Project {
    Project::new().file(
        "departments/care.yaml",
        "\
name: Care
teams:
  care: {name: Care, hours: office}
  warehouse: {name: Warehouse, hours: 'Mo-Fr 06:00-14:30', time_zone: Europe/Warsaw}
services:
  answers:
    name: Answers
    team: care
    aliases: [replies]
    standards:
      normal: {first_response: 1h, resolution: 2d}
      urgent: {when: Fire, first_response: 30m, clock: always}
    own_work: 2h
    depends_on: [{service: stock, for: stock data}]
  stock: {name: Stock, team: warehouse, standards: {normal: {resolution: 6h}}}
  silent: {name: Silent, team: care}
",
    )
}

#[test]
fn for_people() {
    let run = desk().run(["when", "answers", "--asked", "2026-11-27 15:40"]);
    assert_snapshot!(run.stdout, @r#"
    Answers (normal): who asks on Fri 27 Nov 15:40 has a first answer by Mon 30 Nov 08:40 and is helped by Tue 1 Dec 15:40 (Europe/Helsinki time).

      Fri 27 Nov 15:40   asked, and the clock starts
      Mon 30 Nov 08:40   promised: the first answer
      Mon 30 Nov 13:00 * Stock has answered: stock data (12:00 there)
      Mon 30 Nov 13:00 * the team's own work can begin
      Mon 30 Nov 15:00 * the team's own work is done
      Tue 1 Dec 15:40    promised: all is done

    * decides when all is done: it comes sooner only if these do
    "#);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
}

#[test]
fn for_programs() {
    let run = desk().run(["when", "replies", "--asked", "2026-11-27T13:40:00Z", "--format", "json"]);
    assert_snapshot!(run.stdout, @r#"
    {
      "service": "answers",
      "standard": "normal",
      "time_zone": "Europe/Helsinki",
      "asked": "2026-11-27T15:40:00+02:00",
      "clock_starts": "2026-11-27T15:40:00+02:00",
      "first_response_by": "2026-11-30T08:40:00+02:00",
      "resolution_by": "2026-12-01T15:40:00+02:00",
      "chain": {
        "dependencies": [
          {
            "service": "stock",
            "for": "stock data",
            "standard": "normal",
            "time_zone": "Europe/Warsaw",
            "asked": "2026-11-27T14:40:00+01:00",
            "due": "2026-11-30T12:00:00+01:00",
            "after": null,
            "critical": true
          }
        ],
        "own_work": {
          "starts": "2026-11-30T13:00:00+02:00",
          "ends": "2026-11-30T15:00:00+02:00"
        },
        "ends": "2026-11-30T15:00:00+02:00"
      },
      "catalog_errors": {}
    }
    "#);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
}

#[test]
fn another_urgency_now() {
    let run = desk().run(["when", "answers", "--standard", "urgent"]);
    assert_snapshot!(run.stdout, @"
    Answers (urgent): who asks on Mon 23 Nov 08:00 has a first answer by Mon 23 Nov 08:30 (Europe/Helsinki time).

      Mon 23 Nov 08:00   asked, and the clock starts
      Mon 23 Nov 08:30   promised: the first answer
      Mon 23 Nov 14:00 * Stock has answered: stock data (13:00 there)
      Mon 23 Nov 14:00 * the team's own work can begin
      Mon 23 Nov 16:00 * the team's own work is done

    * decides when all is done: it comes sooner only if these do

    `stock` promises nothing for `urgent`: its `normal` promise is counted on.
    ");
}

#[test]
fn a_promise_that_cannot_be_kept_is_told_at_once() {
    let project = Project::new().file(
        "departments/care.yaml",
        "\
name: Care
hours: office
services:
  answers:
    name: Answers
    standards: {normal: {resolution: 1d}}
    depends_on: [{service: slow}, {service: silent}, {service: ended}]
  slow: {name: Slow, standards: {normal: {resolution: 40d}}}
  silent: {name: Silent}
  ended: {name: Ended, hours: '2026 Mo-Fr 08:00-16:00', standards: {normal: {resolution: 1d}}}
  gone: {name: Gone, status: retired, replaced_by: slow, hours: '2025 Mo 08:00-16:00', \
  standards: {normal: {resolution: 1d}}}
",
    );
    let when = |service: &str, asked: &str| project.run(["when", service, "--asked", asked]).stdout;
    assert_snapshot!(when("answers", "2026-11-27 15:40"), @"
    Answers (normal): who asks on Fri 27 Nov 15:40 is helped by Mon 30 Nov 15:40 (Europe/Helsinki time).

      Fri 27 Nov 15:40        asked, and the clock starts
      Mon 30 Nov 15:40        Ended has answered
      Mon 30 Nov 15:40        promised: all is done
      Thu 28 Jan 2027 15:40 * Slow has answered

    * decides when all is done: it comes sooner only if these do

    It also waits for `silent`, which promises no time: nobody can tell whether this will hold.

    This promise cannot be kept: all is done only on Thu 28 Jan 2027 15:40, 312 hours of opening time too late.

    The catalog has errors: 1 `late-promise`. No site is made of it, and once they are put right the times above may be others; `luukku check` shows them.
    ");
    assert_snapshot!(when("answers", "2026-12-31 15:40"), @"
    Answers (normal): who asks on Thu 31 Dec 15:40 is helped by Mon 4 Jan 2027 15:40 (Europe/Helsinki time).

      Thu 31 Dec 15:40       asked, and the clock starts
      Mon 4 Jan 2027 15:40   promised: all is done
      Mon 1 Mar 2027 15:40 * Slow has answered

    * decides when all is done: it comes sooner only if these do

    It also waits for `silent`, which promises no time: nobody can tell whether this will hold.

    It also waits for `ended`, which does not answer within three years after Thu 31 Dec 15:40.

    This promise cannot be kept: what it waits for is never done.

    The catalog has errors: 1 `late-promise`. No site is made of it, and once they are put right the times above may be others; `luukku check` shows them.
    ");
    assert_snapshot!(when("gone", "2026-11-27 15:40"), @"
    `gone` has ended: ask `slow` instead. What it promised was this.

    Gone (normal): who asks on Fri 27 Nov 15:40 cannot be told a time, since the service does not open again (Europe/Helsinki time).

      Fri 27 Nov 15:40   asked

    The catalog has errors: 1 `late-promise`. No site is made of it, and once they are put right the times above may be others; `luukku check` shows them.
    ");
}

#[test]
fn what_is_not_there_is_told() {
    let project = desk();
    let told = |arguments: &[&str]| {
        let run = project.run(arguments.iter().copied());
        assert_eq!((run.status, run.stdout.as_str()), (2, ""));
        run.stderr
    };
    assert_snapshot!(told(&["when", "answer"]), @"luukku: there is no service `answer`; did you mean `answers`?");
    assert_snapshot!(told(&["when", "answers", "--standard", "express"]), @"luukku: `answers` has no standard `express`; it has normal, urgent");
    assert_snapshot!(told(&["when", "silent"]), @"luukku: `silent` promises no time: it has no `standards`");
    assert_snapshot!(told(&["when", "answers", "--asked", "soon"]), @r#"luukku: `soon` is no moment; write 2026-11-27T15:40:00+02:00, or "2026-11-27 15:40" by the service's clock"#);
    assert_snapshot!(told(&["when", "answers", "--asked", "2026-03-29 03:30"]), @"luukku: the clock in Europe/Helsinki never shows 2026-03-29 03:30:00: it is put forward then");
}

#[test]
fn a_catalog_with_errors_gets_no_times() {
    let run = desk().file("departments/broken.yaml", "name: [").run(["when", "answers"]);
    assert_eq!((run.status, run.stdout.as_str()), (1, ""));
}

#[test]
fn an_answer_that_stands_on_a_broken_catalog_says_so() {
    let late = "name: Late\nhours: office\nservices:\n  late: {name: Late, standards: {normal: {resolution: 1h}}, \
     own_work: 2h}\n";
    let project = desk().file("departments/late.yaml", late);
    let run = project.run(["when", "answers"]);
    let told = "The catalog has errors: 1 `late-promise`. No site is made of it, and once they are put right";
    assert!(run.stdout.contains(told), "{}", run.stdout);
    assert_eq!((run.status, run.stderr.as_str()), (1, ""));
    let run = project.run(["when", "answers", "--format", "json"]);
    assert!(run.stdout.contains("\"late-promise\": 1"), "{}", run.stdout);
    assert_eq!(run.status, 1);
}
