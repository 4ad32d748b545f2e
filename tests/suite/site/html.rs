//! The Nu Html Checker (`vnu-jar` from npm, run by Java) finds no error in pages and styles.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::{Site, tool};

#[test]
fn nu_html_checker_finds_no_error() {
    let jar = tool("vnu-jar/build/dist/vnu.jar");
    let folder = tempfile::tempdir().unwrap();
    for (name, site) in Site::all() {
        let chosen: BTreeSet<&str> = match name {
            "demo" => site.language_folders().iter().flat_map(|language| site.kinds(language)).collect(),
            _ => site.pages().map(|(path, _)| path).collect(),
        };
        assert!(chosen.len() > 8, "{name}: only {} pages", chosen.len());
        for (path, bytes) in &site.files {
            if chosen.contains(path.as_str()) || path.ends_with(".css") || path.ends_with(".svg") {
                let file = folder.path().join(name).join(path);
                std::fs::create_dir_all(file.parent().unwrap()).unwrap();
                std::fs::write(file, bytes).unwrap();
            }
        }
    }
    let complaints = check(&jar, folder.path());
    let first: Vec<&str> = complaints.iter().take(20).map(String::as_str).collect();
    assert!(complaints.is_empty(), "{} errors:\n{}", complaints.len(), first.join("\n"));
}

#[test]
fn nu_html_checker_is_awake() {
    let jar = tool("vnu-jar/build/dist/vnu.jar");
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("bad.html"), "<!DOCTYPE html><html lang=en><title>x</title><p id=a><p id=a>")
        .unwrap();
    std::fs::write(folder.path().join("bad.css"), "p { colour: red }").unwrap();
    let complaints = check(&jar, folder.path()).join("\n");
    assert!(complaints.contains("bad.html") && complaints.contains("bad.css"), "{complaints}");
}

/// The errors in all files of a folder.
fn check(jar: &Path, folder: &Path) -> Vec<String> {
    let output = Command::new("java")
        .arg("-jar")
        .arg(jar)
        .args(["--also-check-css", "--also-check-svg", "--errors-only", "--exit-zero-always", "--format", "json"])
        .arg(folder)
        .output()
        .expect("java is not there: run `bash tests/run`, which installs what tests need");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    // The report is written to the standard error, after what Java itself may say.
    let report = String::from_utf8(output.stderr).unwrap();
    let report: Value = serde_json::from_str(&report[report.find('{').expect("the checker reports")..]).unwrap();
    let messages = report["messages"].as_array().unwrap();
    let told = messages.iter().map(|message| {
        let file = message["url"].as_str().unwrap_or_default();
        let file = file.rsplit_once(&*folder.to_string_lossy()).map_or(file, |(_, file)| file);
        format!("{file}:{}: {} {}", message["lastLine"], message["message"], message["extract"])
    });
    told.collect()
}
