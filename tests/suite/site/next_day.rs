//! What a night changes: a site that is built every day is sent to its readers' caches and to the web server again
//! wherever a file has moved without saying anything new.

use chrono::{DateTime, TimeDelta, Utc};
use luukku::BuildOptions;
use luukku::render::Memory;

use super::document::Document;
use super::{Site, now, root};

/// The demonstration at an instant.
fn built(at: DateTime<Utc>) -> Site {
    let memory = Memory::default();
    luukku::build(&root().join("catalog"), at, &BuildOptions::default(), &memory).unwrap();
    Site { files: memory.into_files() }
}

/// What a page says to its readers.
fn words(html: &str) -> String {
    let page = Document::parse(html);
    let text: String = page.all("title, body").iter().flat_map(|part| part.text()).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn only_pages_whose_words_change_change_over_night() {
    let (today, tomorrow) = (built(now()), built(now() + TimeDelta::days(1)));
    let names = |site: &Site| site.files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&today), names(&tomorrow), "no file is called otherwise");
    let mut changed = 0;
    for (path, bytes) in today.files.iter().filter(|(path, bytes)| tomorrow.files[*path] != **bytes) {
        changed += 1;
        if path == "catalog.json" {
            continue;
        }
        assert!(path.ends_with(".html"), "{path} says the same on both days");
        let before = std::str::from_utf8(bytes).unwrap();
        assert_ne!(words(before), words(tomorrow.text(path)), "{path} says the same on both days");
    }
    assert!((10..today.files.len() / 5).contains(&changed), "{changed} files of {}", today.files.len());
}
