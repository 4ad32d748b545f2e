//! A page that is mostly in another language than its own says so once, at its top; a page with few such texts says it
//! beside each of them.

use luukku::BuildOptions;
use serde_yaml::{Mapping, Value};

use crate::project::Project;
use crate::site::{Site, root};

/// The demonstration without its texts in a language, but for the files that `kept` names.
fn without(tag: &str, kept: &[&str]) -> Project {
    let mut project = Project::empty();
    let catalog = root().join("catalog");
    for entry in walkdir::WalkDir::new(&catalog).into_iter().map(Result::unwrap) {
        let path = entry.path().strip_prefix(&catalog).unwrap().to_str().unwrap().to_owned();
        if !entry.file_type().is_file() || path.ends_with(&format!(".{tag}.md")) || path == "questions.yaml" {
            continue;
        }
        let mut bytes = std::fs::read(entry.path()).unwrap();
        if path.ends_with(".yaml") && !kept.contains(&path.as_str()) {
            let mut file: Value = serde_yaml::from_slice(&bytes).unwrap();
            strip(&mut file, tag);
            bytes = serde_yaml::to_string(&file).unwrap().into_bytes();
        }
        project = project.file(&path, bytes);
    }
    project
}

/// Takes a language away wherever there is another one beside it.
fn strip(value: &mut Value, tag: &str) {
    match value {
        Value::Mapping(group) => {
            if group.contains_key("en") {
                group.remove(tag);
            }
            Mapping::values_mut(group).for_each(|inner| strip(inner, tag));
        }
        Value::Sequence(list) => list.iter_mut().for_each(|inner| strip(inner, tag)),
        _ => {}
    }
}

/// The badges that a reader sees on a page: none where the notice stands.
fn badges(page: &str) -> usize {
    if has_notice(page) { 0 } else { page.matches("data-fallback=").count() }
}

fn has_notice(page: &str) -> bool {
    page.contains("data-kind=\"language\"")
}

#[test]
fn where_most_is_in_another_language_one_notice_says_so() {
    let project = without("sv", &["departments/it/services/new-computer.yaml", "departments/it/department.yaml"]);
    let site = Site::build(&project.catalog(), &BuildOptions::default());
    let page = |path: &str| site.text(&format!("sv/{path}"));

    let service = page("services/pay-correction.html");
    assert!(service.contains("Det mesta på den här sidan är inte översatt till svenska än."), "{service}");
    assert!(service.contains("(engelska):"), "{service}");
    assert!(service.contains("<a href=\"../../services/pay-correction.html\"><span lang=\"en\">English</span></a>"));
    assert!(service.contains("<span lang=\"en\" data-fallback=\"en\">"), "what is shown still says what it is in");
    assert_eq!(service.matches("data-kind=\"language\"").count(), 1);

    let kept = page("services/new-computer.html");
    assert!(!has_notice(kept), "most of it is Swedish");
    assert!(badges(kept) > 0, "its team's name is not");

    let swedish = site.pages().filter(|(path, _)| path.starts_with("sv/"));
    let (mut notices, mut most) = (0, 0);
    for (_, page) in swedish {
        notices += usize::from(has_notice(page));
        most = most.max(badges(page));
    }
    assert!(notices > 100, "{notices}");
    assert!(most < 40, "{most} badges on one page");
    let others = site.pages().filter(|(path, page)| !path.starts_with("sv/") && has_notice(page));
    assert_eq!(others.map(|(path, _)| path.to_owned()).collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn the_demonstration_needs_no_notice() {
    let pages = Site::demo().pages().filter(|(_, page)| has_notice(page));
    assert_eq!(pages.map(|(path, _)| path.to_owned()).collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn a_single_passage_has_its_badge() {
    let project = Project::new().file(
        "departments/house.yaml",
        "
        name: House
        summary: {en: Doors and keys, fi: Ovet ja avaimet}
        description: We keep the doors.
        hours: office
        channels: [{phone: +358 9 555 0100}]
        services: {key: {name: {en: Key, fi: Avain}, summary: {en: A new key, fi: Uusi avain}}}
        ",
    );
    let site = Site::build(&project.catalog(), &BuildOptions::default());
    let page = site.text("fi/departments/house.html");
    let prose: String = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(prose.contains("class=\"prose\" lang=\"en\" data-fallback=\"en\""), "{page}");
    assert!(!has_notice(page));
}
