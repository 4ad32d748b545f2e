//! Headings that name their own ids.

use super::payroll::payroll_with;

#[test]
fn duplicate_heading_id() {
    let with = |text: &str| payroll_with(&format!("description: \"{text}\"\n")).check();
    let said = with("## In Helsinki {#desk}\\n\\n## In Turku {#desk}");
    let told = "warning[duplicate-heading-id]: the heading `In Helsinki` above this one has the id `#desk`, too";
    assert!(said.contains(told) && said.contains("this one is reached by `#desk-2`"), "{said}");
    let of_words = with("## Desk\\n\\n## In Turku {#desk}");
    assert!(of_words.contains("the heading `Desk` above this one has the id `#desk`, too"), "{of_words}");
    for fine in ["## Desk\\n\\n## Desk", "## A {#desk}\\n\\n## Desk", "## A {#a}\\n\\n## B {#b}"] {
        let said = with(fine);
        assert!(!said.contains("duplicate-heading-id"), "{said}");
    }
}
