//! The golden sites: every page, as it was when somebody last looked at it and found it good.
//!
//! After a change that is meant: `BLESS=1 cargo test --profile tests golden`, then read the difference in
//! git. Styles, scripts and pictures are left out, and the hashes in their names; pages are compared
//! as they are written, not minified.

use std::collections::BTreeMap;
use std::path::Path;

use luukku::BuildOptions;

use super::Site;
use super::built::fixture;

#[test]
fn golden_site() {
    compare("golden", Site::golden_as_written());
}

#[test]
fn golden_site_of_a_bare_catalog() {
    compare("bare", &Site::build(&fixture("bare/catalog"), &BuildOptions::default()));
}

fn compare(name: &str, site: &Site) {
    let built = comparable(site);
    let expected = fixture(name).join("expected");
    if std::env::var_os("BLESS").is_some() {
        bless(&built, &expected);
    }
    let mut known = read(&expected);
    let mut differences = Vec::new();
    for (path, text) in &built {
        match known.remove(path) {
            None => differences.push(format!("{path} is new")),
            Some(old) if old != *text => differences.push(format!("{path}\n{}", first_difference(&old, text))),
            Some(_) => {}
        }
    }
    differences.extend(known.into_keys().map(|path| format!("{path} is gone")));
    assert!(
        differences.is_empty(),
        "{} of {} files differ from tests/fixtures/{name}/expected:\n\n{}\n\n\
         If that is what you meant: BLESS=1 cargo test --profile tests golden",
        differences.len(),
        built.len(),
        differences.iter().take(5).map(String::as_str).collect::<Vec<_>>().join("\n\n"),
    );
}

/// The texts of a site, without what only a change of styles or scripts would change.
fn comparable(site: &Site) -> BTreeMap<String, String> {
    let (assets, files): (Vec<_>, Vec<_>) = site.files.iter().partition(|(path, _)| path.starts_with("assets/"));
    let hashed: Vec<(&str, String)> = (assets.iter())
        .map(|(path, _)| {
            let (stem, ending) = path.rsplit_once('.').unwrap();
            let (name, _hash) = stem.rsplit_once('-').unwrap();
            (path.as_str(), format!("{name}-HASH.{ending}"))
        })
        .collect();
    let texts = files.into_iter().map(|(path, bytes)| {
        let mut text = String::from_utf8(bytes.clone()).unwrap();
        for (from, to) in &hashed {
            text = text.replace(from, to);
        }
        (path.clone(), if path.ends_with(".json") { laid_out(&text) } else { text })
    });
    texts.collect()
}

/// JSON with a line for each value, so that a difference can be read.
fn laid_out(json: &str) -> String {
    let value: serde_json::Value = serde_json::from_str(json).unwrap();
    serde_json::to_string_pretty(&value).unwrap() + "\n"
}

fn bless(built: &BTreeMap<String, String>, expected: &Path) {
    if expected.exists() {
        std::fs::remove_dir_all(expected).unwrap();
    }
    for (path, text) in built {
        let file = expected.join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, text).unwrap();
    }
}

fn read(folder: &Path) -> BTreeMap<String, String> {
    let entries = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    let files = entries.filter(|entry| entry.file_type().is_file()).map(|entry| {
        let path = entry.path().strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
        (path, std::fs::read_to_string(entry.path()).unwrap())
    });
    files.collect()
}

fn first_difference(old: &str, new: &str) -> String {
    let number = old.lines().zip(new.lines()).take_while(|(old, new)| old == new).count();
    let line = |text: &str| text.lines().nth(number).unwrap_or("(the file ends)").to_owned();
    format!("  line {}\n  - {}\n  + {}", number + 1, line(old), line(new))
}
