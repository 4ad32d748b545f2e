//! Who stands in for whom.

use insta::assert_snapshot;

use crate::checks::payroll::payroll;

#[test]
fn away_without_deputy() {
    let people = "\
maija.virtanen:
  name: Maija Virtanen
  away:
    - {from: 2026-10-01, until: 2026-10-09}
    - {from: 2026-11-20, until: 2026-12-04}
antti.salo: {name: Antti Salo, away: [{from: 2026-12-01, until: 2026-12-04}]}
";
    assert_snapshot!(payroll().file("people.yaml", people).check(), @r#"
    warning[away-without-deputy]: `maija.virtanen` is away from 2026-11-20 to 2026-12-04, and nobody stands in for `payroll`, `desk` and `correction`
     --> catalog/people.yaml:5:14
      |
    5 |     - {from: 2026-11-20, until: 2026-12-04}
      |              ^^^^^^^^^^
      |
      = note: whoever needs an answer in that time waits until it is over
      = help: add `deputy: ` to this time away, to the person, or to the service

    1 warning in 1 file
    "#);
}

#[test]
fn deputy_away() {
    let people = "\
maija.virtanen: {name: Maija Virtanen, deputy: antti.salo, away: [{from: 2026-11-30, until: 2026-12-04}]}
antti.salo: {name: Antti Salo, away: [{from: 2026-12-03, until: 2026-12-11}]}
";
    assert_snapshot!(payroll().file("people.yaml", people).check(), @r#"
    warning[deputy-away]: `antti.salo` stands in for `maija.virtanen`, but is away at the same time
     --> catalog/people.yaml:1:74
      |
    1 | maija.virtanen: {name: Maija Virtanen, deputy: antti.salo, away: [{from: 2026-11-30, until: 2026-12-04}]}
      |                                                                          ^^^^^^^^^^
      |
     ::: catalog/people.yaml:2:46
      |
    2 | antti.salo: {name: Antti Salo, away: [{from: 2026-12-03, until: 2026-12-11}]}
      |                                              ---------- `antti.salo` is away until 2026-12-11
      |
      = note: from 2026-12-03 nobody answers
      = help: name another `deputy` for this time away

    1 warning in 1 file
    "#);
}
