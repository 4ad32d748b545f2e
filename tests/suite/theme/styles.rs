//! Styles: one sheet a component, in its layer, and no class for nothing.

use super::{files, is_name};
use crate::tidy::{assert_none, sources};

#[test]
fn every_class_of_the_styles_is_given_to_something() {
    let users = [files("templates", "html"), files("js", "js"), sources()].concat();
    let given: Vec<&str> = users.iter().flat_map(|(_, text)| text.split(|c| !is_name(c))).collect();
    let mut classes = 0;
    let mut wrong = Vec::new();
    for (path, text) in files("css", "css") {
        for line in text.lines().filter(|line| !line.contains("@import") && !line.contains("url(")) {
            let code = line.split("/*").next().unwrap();
            for class in code.split('.').skip(1).filter_map(|rest| rest.split(|c| !is_name(c)).next()) {
                if class.starts_with(|c: char| c.is_ascii_lowercase()) {
                    classes += 1;
                    if !given.contains(&class) {
                        wrong.push(format!("themes/default/{path}: .{class}"));
                    }
                }
            }
        }
    }
    assert!(classes > 100, "the classes are no longer found");
    assert_none(&wrong);
}

#[test]
fn the_width_of_a_screen_says_nothing_about_paper() {
    let mut wrong = Vec::new();
    for (path, text) in files("css", "css") {
        let queries = text.lines().filter_map(|line| line.trim().strip_prefix("@media "));
        let parts = queries.flat_map(|query| query.split(','));
        let asks = parts.filter(|part| part.contains("width") && !part.trim().starts_with("screen and "));
        wrong.extend(asks.map(|part| format!("themes/default/{path}: `{}` is no `screen and`", part.trim())));
    }
    assert_none(&wrong);
}

/// Sheets that style what stands in the component, or around it, under another name.
const ALSO: [(&str, &str); 6] = [
    ("channel-list", "channel"),
    ("entry-list", "entry"),
    ("checklist", "journey-checklist"),
    ("desk-list", "desk"),
    ("menu", "site-menu"),
    ("site-search", "search"),
];

#[test]
fn a_sheet_in_components_styles_the_component_of_its_name() {
    let mut wrong = Vec::new();
    for (path, text) in files("css", "css") {
        let Some(name) = path.strip_prefix("css/components/").and_then(|path| path.strip_suffix(".css")) else {
            continue;
        };
        let also = ALSO.iter().find(|(sheet, _)| *sheet == name).map_or(name, |(_, other)| *other);
        for selector in selectors(&text) {
            let own = |word: &str| {
                let block = word.split("__").next().unwrap();
                [name, also].contains(&block) || block.strip_prefix(also).is_some_and(|rest| rest.starts_with('-'))
            };
            if !selector.split(|c| !is_name(c)).any(own) {
                wrong.push(format!("themes/default/{path}: `{selector}` is no `.{name}`"));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn styles_need_neither_ids_nor_force() {
    let mut wrong = Vec::new();
    for (path, text) in files("css", "css") {
        if text.contains("!important") {
            wrong.push(format!("themes/default/{path}: !important"));
        }
        let ids = selectors(&text).into_iter().filter(|selector| selector.contains('#'));
        wrong.extend(ids.map(|selector| format!("themes/default/{path}: `{selector}` names an id")));
    }
    assert_none(&wrong);
}

#[test]
fn the_index_names_every_sheet_once_and_every_sheet_its_layer() {
    let sheets = files("css", "css");
    let index = &sheets.iter().find(|(path, _)| path == "css/main.css").unwrap().1;
    let layers = index.lines().next().unwrap().trim_start_matches("@layer ").trim_end_matches(';');
    let layers: Vec<&str> = layers.split(", ").collect();
    let mut wrong = Vec::new();
    for (path, text) in sheets.iter().filter(|(path, _)| path != "css/main.css") {
        let named = index.matches(&format!("@import url(\"{}\");", path.trim_start_matches("css/"))).count();
        if named != 1 {
            wrong.push(format!("themes/default/css/main.css names {path} {named} times"));
        }
        let layer = text.split("@layer ").nth(1).and_then(|rest| rest.split(' ').next()).unwrap_or("");
        let expected = if path.starts_with("css/components/") { "components" } else { &path[4..path.len() - 4] };
        if layer != expected || !layers.contains(&layer) || text.matches("@layer ").count() != 1 {
            wrong.push(format!("themes/default/{path}: its one layer is `{expected}`"));
        }
    }
    assert_none(&wrong);
}

/// The selectors of a sheet, each part of a list by itself.
fn selectors(text: &str) -> Vec<String> {
    let mut selectors = Vec::new();
    let mut bare = String::new();
    for (place, part) in text.split("/*").enumerate() {
        bare.push_str(if place == 0 { part } else { part.split_once("*/").map_or("", |(_, behind)| behind) });
    }
    for block in bare.split('{') {
        let head = block.rsplit(['}', ';']).next().unwrap().trim();
        if !head.is_empty() && !head.starts_with('@') {
            selectors.extend(head.split(",\n").map(|selector| selector.trim().to_owned()));
        }
    }
    selectors
}
