//! The company's own everyday words.

use insta::assert_snapshot;

use super::payroll;
use crate::project::Project;

fn words(text: &str) -> Project {
    payroll().file("departments/pay/services/slip.yaml", "name: Payslips\n").file("words.yaml", text)
}

#[test]
fn unknown_words_to_lead_to() {
    let project = words("words:\n  wage-slip: {say: [wage slip], leads_to: [payslp]}\n");
    assert_snapshot!(project.finding("unknown-words"), @"
    error[unknown-words]: there is no group of words `payslp` to lead to
     --> catalog/words.yaml:2:44
      |
    2 |   wage-slip: {say: [wage slip], leads_to: [payslp]}
      |                                            ^^^^^^
      |
      = note: whoever types a word of this group would find nothing by it
    help: did you mean `payslip`?
      |
    2 |   wage-slip: {say: [wage slip], leads_to: [payslip]}
      |                                                 +
    ");
}

#[test]
fn unknown_words_to_leave_out() {
    assert_snapshot!(words("leave_out: [sauna-bookings]\n").finding("unknown-words"), @"
    error[unknown-words]: luukku brings no group of words `sauna-bookings`
     --> catalog/words.yaml:1:13
      |
    1 | leave_out: [sauna-bookings]
      |             ^^^^^^^^^^^^^^
      |
      = note: only what is there can be left out
    help: did you mean `sauna-booking`?
      |
    1 - leave_out: [sauna-bookings]
    1 + leave_out: [sauna-booking]
      |
    ");
}

#[test]
fn unknown_words_to_take_away() {
    let project = words("words: {payslip: {not: [pay statment]}}\n");
    assert_snapshot!(project.finding("unknown-words"), @"
    error[unknown-words]: luukku's group `payslip` does not have the word `pay statment` in `en`
     --> catalog/words.yaml:1:25
      |
    1 | words: {payslip: {not: [pay statment]}}
      |                         ^^^^^^^^^^^^
      |
      = note: only a word that is there can be taken away
    help: did you mean `pay statement`?
      |
    1 | words: {payslip: {not: [pay statement]}}
      |                                 +
    ");
}

#[test]
fn what_is_left_out_and_written_anew_is_a_group_of_its_own() {
    let report = words("words: {payslip: {say: [slip], not: [pay stub]}}\nleave_out: [payslip]\n").check();
    assert!(report.contains("only from a group of luukku's can words be taken"), "{report}");
    let report = words("words: {chit: {say: [chit], leads_to: [payslip]}}\nleave_out: [payslip]\n").check();
    assert!(report.contains("it stands in `leave_out`"), "{report}");
}

#[test]
fn missing_words() {
    let project = words("words: {wage-slip: {leads_to: [payslip]}}\n");
    assert_snapshot!(project.finding("missing-words"), @"
    error[missing-words]: the group of words `wage-slip` has no words
     --> catalog/words.yaml:1:9
      |
    1 | words: {wage-slip: {leads_to: [payslip]}}
      |         ^^^^^^^^^
      |
      = note: nobody could type what leads to it
      = help: add `say:` with what people say, for each language: `say: {en: [the cage, tool cage]}`
    ");
}

#[test]
fn idle_words() {
    assert_snapshot!(words("words: {cage: {say: [cage, tool cage]}}\n").finding("idle-words"), @"
    warning[idle-words]: nothing is found by the words of `cage`
     --> catalog/words.yaml:1:9
      |
    1 | words: {cage: {say: [cage, tool cage]}}
      |         ^^^^
      |
      = note: none of them stands in the catalog, nor a word of the groups to which they lead
      = help: add a word that stands in the name, the `asked_as` or the `keywords` of what is meant, or `leads_to`
    ");
}

#[test]
fn own_words_lead_to_what_says_others() {
    let project = words(
        "words:\n  slip: {say: [payslips, my chit]}\n  payslip: {say: [money note], not: [pay stub]}\n\
         leave_out: [payday]\n",
    );
    let found = |query: &str| project.run(["find", query]).stdout;
    assert!(found("my chit").starts_with("chit → payslips\n 1. Payslips"), "{}", found("my chit"));
    assert!(found("money note").contains(" 1. Payslips"), "{}", found("money note"));
    assert!(found("pay stub").lines().all(|line| !line.contains('→')), "{}", found("pay stub"));
}
