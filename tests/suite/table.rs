//! The table of pages is whole: what it names is there, and what is there it names.

use std::collections::BTreeSet;
use std::path::Path;

use luukku::site::Place;

use super::tidy::assert_none;

#[test]
fn every_kind_of_page_has_its_template_and_every_template_its_kind() {
    let named: BTreeSet<String> = Place::KINDS.iter().map(|kind| kind.template["pages/".len()..].to_owned()).collect();
    assert_eq!(named.len(), Place::KINDS.len(), "two kinds share a template");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/templates/pages");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    // An old address is no page of its own.
    let there: BTreeSet<String> = files.filter(|name| name != "redirect.html").collect();
    assert_eq!(named, there);
}

#[test]
fn every_page_that_is_no_entrys_has_its_words() {
    let messages = luukku::render::messages(&luukku::render::Theme::load(None).unwrap()).unwrap();
    let keys: BTreeSet<&str> = messages.keys().collect();
    let groups = Place::KINDS.iter().filter_map(|kind| kind.words);
    let wanted = groups.flat_map(|group| [format!("{group}.title"), format!("{group}.lead")]);
    let missing: Vec<String> = wanted.filter(|key| !keys.contains(key.as_str())).collect();
    assert_none(&missing);
}

#[test]
fn a_door_leads_only_to_pages_that_say_what_they_are() {
    let wordless = Place::KINDS.iter().filter(|kind| !kind.doors.is_empty() && kind.words.is_none());
    assert_none(&wordless.map(|kind| kind.name.to_owned()).collect::<Vec<_>>());
}
