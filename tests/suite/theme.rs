//! The default theme holds nothing that nothing uses.

use std::path::Path;

use super::tidy::{assert_none, sources};

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

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

/// The files of the theme in a folder: path and text.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
    let found = walkdir::WalkDir::new(theme.join(folder)).sort_by_file_name().into_iter().map(Result::unwrap);
    found
        .filter(|entry| entry.path().extension().is_some_and(|other| other == ending))
        .map(|entry| {
            let path = entry.path().strip_prefix(&theme).unwrap().to_string_lossy().replace('\\', "/");
            (path, std::fs::read_to_string(entry.path()).unwrap())
        })
        .collect()
}
