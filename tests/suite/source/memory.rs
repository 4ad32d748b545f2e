//! A catalog in memory is read as the same one on the disk.

use std::path::Path;

use luukku::render::Memory;
use luukku::source::{FileForm, Files, FilesInMemory};

use crate::project::{NOW, Project};

/// The folder's files, hidden ones too, with the paths that they have in it.
fn taken(folder: &Path) -> FilesInMemory {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file()).map(|entry| {
        let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
        (path, std::fs::read(entry.path()).unwrap())
    });
    files.collect()
}

/// What is read, found and checked, as text.
fn said(files: impl Into<Box<dyn Files>>) -> String {
    let files = files.into();
    let mut diagnostics = luukku::diagnostic::Diagnostics::new();
    let (documents, sources) = luukku::source::load(files, &mut diagnostics).unwrap();
    let texts: Vec<String> =
        (0..).map(luukku::diagnostic::FileId).take(sources.len()).map(|id| sources.text(id)).collect();
    format!("{documents:#?}\n{diagnostics:#?}\n{texts:#?}")
}

/// The findings of the whole check.
fn found(files: impl Into<Box<dyn Files>>) -> String {
    let now = chrono::DateTime::parse_from_rfc3339(NOW).unwrap().to_utc();
    let outcome = luukku::check(files, now, None).unwrap();
    outcome.diagnostics.iter().map(|one| format!("{} {one:?}\n", outcome.sources.path(one.primary.span.file))).collect()
}

#[test]
fn the_demonstration() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog");
    let memory = taken(&folder);
    assert_eq!(said(&folder), said(memory.clone()));
    assert_eq!(found(&folder), found(memory));
}

#[test]
fn a_catalog_with_mistakes_of_every_kind_of_file() {
    let project = Project::new()
        .file("departments/pay.yaml", "nme: Pay\n")
        .file("departments/it/services/help.yml", "name: Help\n")
        .file("departments/it/services/mail.yaml", b"\xEF\xBB\xBFname: Mail\nowner: nobody\n")
        .file("departments/it/articles/one.fi.md", "---\ntitle: Yksi\n---\n![](door.png)\n")
        .file("people.yaml", b"a.b: {name: P\xE4}\n")
        .file("questions.yaml", "#".repeat(1 << 21))
        .file("measurements/2026.csv", "month\n")
        .file("photos/door.png", "")
        .file(".git/config.yaml", "name: x\n")
        .file("news/.draft.md", "name: x\n");
    let memory = taken(&project.catalog());
    assert!(said(memory.clone()).contains("oversized-file"));
    assert_eq!(said(&project.catalog()), said(memory.clone()));
    assert_eq!(found(&project.catalog()), found(memory));
}

#[test]
fn a_site_is_built_from_memory() {
    let project = Project::starter();
    let memory = taken(&project.catalog());
    assert_eq!(built(&project.catalog()), built(memory));
}

fn built(files: impl Into<Box<dyn Files>>) -> std::collections::BTreeMap<String, Vec<u8>> {
    let sink = Memory::default();
    let now = chrono::DateTime::parse_from_rfc3339(NOW).unwrap().to_utc();
    luukku::build(files, now, &luukku::BuildOptions::default(), &sink).unwrap().output.unwrap();
    sink.into_files()
}

#[cfg(unix)]
#[test]
fn nothing_outside_of_the_folder_is_read() {
    let project = Project::new();
    std::fs::write(project.path().join("secret.yaml"), "name: Secret\n").unwrap();
    std::os::unix::fs::symlink(project.path().join("secret.yaml"), project.catalog().join("people.yaml")).unwrap();
    let folder: Box<dyn Files> = (&project.catalog()).into();
    assert_eq!(folder.form("people.yaml"), FileForm::Foreign);
    assert!(folder.read("people.yaml").is_err());
    assert_eq!((folder.form("catalog.yaml"), folder.form("no.yaml")), (FileForm::Plain, FileForm::Absent));
}
