//! What is said about promises that their chains cannot keep: one whole report for each code.

use insta::assert_snapshot;

use crate::project::Project;

const COMPANY: &str = "
    name: Acme
    time_zone: Europe/Helsinki
    country: FI
    external_customer: {name: Customers}
    hours: {office: 'Mo-Fr 08:00-16:00; PH off'}
";

/// Customer care, and the warehouse whose answer it waits for. The words are what the two promise,
/// and further services.
fn care(promise: &str, stock: &str, more: &str) -> Project {
    let department = format!(
        "\
name: Orders
teams:
  desk: {{name: Desk, hours: office}}
services:
  care:
    name: Care
    team: desk
    serves: [customers]
    standards: {promise}
    own_work: 2h
    depends_on: [{{service: stock, for: stock data}}]
  stock:
    name: Stock
    team: desk
{stock}{more}"
    );
    Project::new().file("catalog.yaml", COMPANY).file("departments/orders.yaml", department)
}

const IN_FOUR_HOURS: &str = "    standards: {normal: {resolution: 4h}}\n";

#[test]
fn late_promise() {
    let project = care("{normal: {resolution: 5h}}", IN_FOUR_HOURS, "");
    assert_snapshot!(project.finding("late-promise"), @"
    error[late-promise]: `care` promises a result within 5 working hours, but asked Mon 23 Nov 08:00 it needs stock data from `stock`, due Mon 23 Nov 12:00, and 2 working hours of its own: done Mon 23 Nov 14:00, 1 hour of opening time late
      --> catalog/departments/orders.yaml:9:38
       |
     9 |     standards: {normal: {resolution: 5h}}
       |                                      ^^ promised here
       |
      ::: catalog/departments/orders.yaml:11:28
       |
    11 |     depends_on: [{service: stock, for: stock data}]
       |                            ----- waits for this answer
       |
      ::: catalog/departments/orders.yaml:15:38
       |
    15 |     standards: {normal: {resolution: 4h}}
       |                                      -- which is promised here
       |
       = note: it happens for 100% of the times at which it may be asked; whoever was promised an answer then waits in vain
    help: promise `resolution: 6h`, the shortest that always holds, or agree on shorter times with those it waits for
       |
     9 -     standards: {normal: {resolution: 5h}}
     9 +     standards: {normal: {resolution: 6h}}
       |
    ");
}

#[test]
fn late_behind_a_gap() {
    let silent = "    depends_on: [{service: silent}]\n  silent: {name: Silent, team: desk}\n";
    let project = care("{normal: {resolution: 5h}}", IN_FOUR_HOURS, silent);
    assert!(project.finding("late-promise").contains("done Mon 23 Nov 14:00, 1 hour of opening time late"));
    let both = care("{normal: {resolution: 5h}}", IN_FOUR_HOURS, "  silent: {name: Silent, team: desk}\n");
    let path = "departments/orders.yaml";
    let text = std::fs::read_to_string(both.catalog().join(path)).unwrap();
    let more = "for: stock data}, {service: silent}, {service: last, after: silent}";
    let text = text.replace("for: stock data}", more)
        + "  last: {name: Last, team: desk, standards: {normal: {resolution: 1h}}}\n";
    let both = both.file(path, text);
    assert_snapshot!(both.finding("late-promise"), @"
    error[late-promise]: `care` promises a result within 5 working hours, but asked Mon 23 Nov 08:00 it needs stock data from `stock`, due Mon 23 Nov 12:00, and 2 working hours of its own: done Mon 23 Nov 14:00 even without `silent` and `last`, 1 hour of opening time late
      --> catalog/departments/orders.yaml:9:38
       |
     9 |     standards: {normal: {resolution: 5h}}
       |                                      ^^ promised here
       |
      ::: catalog/departments/orders.yaml:11:28
       |
    11 |     depends_on: [{service: stock, for: stock data}, {service: silent}, {service: last, after: silent}]
       |                            ----- waits for this answer
       |
      ::: catalog/departments/orders.yaml:15:38
       |
    15 |     standards: {normal: {resolution: 4h}}
       |                                      -- which is promised here
       |
       = note: it happens for 100% of the times at which it may be asked; whoever was promised an answer then waits in vain
       = help: promise `resolution: 6h` at least, or agree on shorter times with those it waits for; what is enough can be told only when all of them promise a time
    ");
    assert!(both.finding("unpromised-dependency").contains("`silent`"));
}

#[test]
fn late_where_the_answer_never_comes() {
    let ended = "    hours: '2026 Nov 01-2027 Mar 31 Mo-Fr 08:00-16:00'\n    standards: {normal: {resolution: 4h}}\n";
    assert_snapshot!(care("{normal: {resolution: 2d}}", ended, "").finding("late-promise"), @"
    error[late-promise]: `care` promises a result within 2 working days, but asked Wed 31 Mar 2027 12:01 it needs stock data from `stock`, which does not come within three years, and 2 working hours of its own: it is not done within three years
      --> catalog/departments/orders.yaml:9:38
       |
     9 |     standards: {normal: {resolution: 2d}}
       |                                      ^^ promised here
       |
      ::: catalog/departments/orders.yaml:11:28
       |
    11 |     depends_on: [{service: stock, for: stock data}]
       |                            ----- waits for this answer
       |
      ::: catalog/departments/orders.yaml:16:38
       |
    16 |     standards: {normal: {resolution: 4h}}
       |                                      -- which is promised here
       |
       = note: it happens for 66% of the times at which it may be asked; whoever was promised an answer then waits in vain
       = help: agree with those it waits for on who answers then, and correct their `hours`
    ");
}

#[test]
fn late_at_night() {
    let all_night = "{normal: {resolution: 4h, clock: always}}\n    channels: [{emergency: '+358 3 555 0112'}]";
    let finding = care(all_night, IN_FOUR_HOURS, "").finding("late-promise");
    assert_snapshot!(finding.lines().next().unwrap(), @"error[late-promise]: `care` promises a result within 4 hours, but asked Wed 23 Dec 12:01 it needs stock data from `stock`, due Mon 28 Dec 08:01, and 2 working hours of its own: done Mon 28 Dec 10:01, 114 hours late");
}

#[test]
fn late_by_own_work_alone() {
    let alone = "    standards: {normal: {resolution: 1h}}\n    own_work: 2h\n";
    let finding = care("{normal: {resolution: 9d}}", alone, "").finding("late-promise");
    assert!(finding.contains("`stock` promises a result within 1 working hour"), "{finding}");
    assert!(finding.contains("or shorten its `own_work`"), "{finding}");
}

#[test]
fn late_urgency() {
    let urgent = "{normal: {resolution: 2d}, urgent: {when: Fire, resolution: 1h}}";
    assert_snapshot!(care(urgent, IN_FOUR_HOURS, "").finding("late-urgency"), @"
    warning[late-urgency]: `care` promises a result within 1 working hour for `urgent`, but asked Mon 23 Nov 08:00 it needs stock data from `stock`, due Mon 23 Nov 12:00, and 2 working hours of its own: done Mon 23 Nov 14:00, 5 hours of opening time late
      --> catalog/departments/orders.yaml:9:76
       |
     9 |     standards: {normal: {resolution: 2d}, urgent: {when: Fire, resolution: 1h}}
       |                                                                            ^^ promised here
       |
      ::: catalog/departments/orders.yaml:11:28
       |
    11 |     depends_on: [{service: stock, for: stock data}]
       |                            ----- waits for this answer
       |
      ::: catalog/departments/orders.yaml:15:38
       |
    15 |     standards: {normal: {resolution: 4h}}
       |                                      -- which is promised here
       |
       = note: it happens for 100% of the times at which it may be asked; whoever was promised an answer then waits in vain
    help: promise `resolution: 6h`, the shortest that always holds, or agree on shorter times with those it waits for
       |
     9 -     standards: {normal: {resolution: 2d}, urgent: {when: Fire, resolution: 1h}}
     9 +     standards: {normal: {resolution: 2d}, urgent: {when: Fire, resolution: 6h}}
       |
    ");
}

#[test]
fn unpromised_dependency() {
    let project = care("{normal: {resolution: 2d}}", "", "");
    assert_snapshot!(project.finding("unpromised-dependency"), @"
    warning[unpromised-dependency]: `care` waits for `stock`, which promises no time
      --> catalog/departments/orders.yaml:11:28
       |
    11 |     depends_on: [{service: stock, for: stock data}]
       |                            ^^^^^
       |
      ::: catalog/departments/orders.yaml:12:3
       |
    12 |   stock:
       |   ----- this service
       |
       = note: nobody can tell whether `care` keeps its own promise
       = help: agree on a time and add `standards: {normal: {resolution: ...}}` to it, or write `blocking: false` if the work can go on without it
    ");
}

#[test]
fn unbacked_promise() {
    let project = care("{normal: {resolution: 2d}}", "", "");
    assert_snapshot!(project.finding("unbacked-promise"), @"
    warning[unbacked-promise]: `care` promises the customers a time, but `stock` at the end of `care` → `stock` has promised none
      --> catalog/departments/orders.yaml:9:38
       |
     9 |     standards: {normal: {resolution: 2d}}
       |                                      ^^ promised here
       |
      ::: catalog/departments/orders.yaml:11:28
       |
    11 |     depends_on: [{service: stock, for: stock data}]
       |                            ----- waits for this answer
       |
      ::: catalog/departments/orders.yaml:12:3
       |
    12 |   stock:
       |   ----- promises no time that can be counted
       |
       = note: a customer is told a time that nobody in the house stands behind
       = help: agree on a time with `stock` and write it into its `standards`
    ");
}

#[test]
fn blocking_circle() {
    let project = care("{normal: {resolution: 2d}}", IN_FOUR_HOURS, "    depends_on: [{service: care}]\n");
    assert_snapshot!(project.finding("blocking-circle"), @"
    error[blocking-circle]: these services wait for each other: `care` → `stock` → `care`
      --> catalog/departments/orders.yaml:11:28
       |
    11 |     depends_on: [{service: stock, for: stock data}]
       |                            ^^^^^ waits for the next
       |
      ::: catalog/departments/orders.yaml:16:28
       |
    16 |     depends_on: [{service: care}]
       |                            ---- and this one waits, too
       |
       = note: each begins only when the next has answered, so that none ever does
       = help: write `blocking: false` where the work can begin without that answer
    ");
}

#[test]
fn impossible_promise() {
    let urgent = "{normal: {resolution: 2d}, urgent: {when: Fire, first_response: 30m, clock: always}}";
    assert_snapshot!(care(urgent, IN_FOUR_HOURS, "").finding("impossible-promise"), @"
    warning[impossible-promise]: `care` promises a first answer within 30 minutes at any hour, but nobody is there from Wed 23 Dec 16:00 to Mon 28 Dec 08:00
     --> catalog/departments/orders.yaml:9:80
      |
    9 |     standards: {normal: {resolution: 2d}, urgent: {when: Fire, first_response: 30m, clock: always}}
      |                                                                                ^^^ promised here
      |
      = note: `clock: always` runs while the service is closed; whoever asks then is let down
      = help: add an `emergency` channel, or a channel with `hours` for that time, or write `clock: service` so that the time runs only while it is open
    ");
}

#[test]
fn no_line_of_sight() {
    let project = care("{normal: {resolution: 2d}}", IN_FOUR_HOURS, "  canteen: {name: Canteen, team: desk}\n");
    assert_snapshot!(project.finding("no-line-of-sight"), @"
    warning[no-line-of-sight]: no service that customers use depends on `canteen`, not even through others
      --> catalog/departments/orders.yaml:16:3
       |
    16 |   canteen: {name: Canteen, team: desk}
       |   ^^^^^^^
       |
       = note: those who do this work cannot see whom of the company's customers it helps
       = help: add it to the `depends_on` of the services that need it (with `blocking: false` where the work does not wait for it), or `customers` to its `serves`
    ");
}
