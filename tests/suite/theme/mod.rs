//! The house rules of the default theme: its templates, styles, scripts and words.

mod scripts;
mod styles;
mod templates;
mod words;

use std::path::Path;

use super::tidy::assert_none;

/// Longer lines are not read.
const MOST_COLUMNS: usize = 120;

#[test]
fn lines_fit_a_screen() {
    let all = [files("templates", "html"), files("css", "css"), files("js", "js")].concat();
    assert!(all.len() > 80, "the theme was not found");
    let mut wrong = Vec::new();
    for (path, text) in all {
        for (number, line) in text.lines().enumerate() {
            // A picture in a style sheet is an address, and no address can be broken.
            if line.chars().count() > MOST_COLUMNS && !line.contains("url(\"data:") {
                wrong.push(format!("themes/default/{path}:{}: {} columns", number + 1, line.chars().count()));
            }
        }
    }
    assert_none(&wrong);
}

/// The files of the theme in a folder: path and text.
pub(super) fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
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

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}
