//! The same catalog at the same moment gives the same bytes.

use std::fs;
use std::path::Path;

use luukku::BuildOptions;

use super::Site;
use super::built::{fixture, root};

#[test]
fn a_second_build_has_the_same_bytes() {
    for (first, catalog) in [(Site::golden(), fixture("golden/catalog")), (Site::demo(), root().join("catalog"))] {
        let options = BuildOptions { minify: true, ..BuildOptions::default() };
        assert_same(first, &Site::build(&catalog, &options));
    }
}

#[test]
fn the_order_of_files_in_a_folder_means_nothing() {
    let mut files: Vec<_> = walkdir::WalkDir::new(fixture("golden/catalog"))
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .collect();
    files.sort_by(|a, b| a.path().cmp(b.path()));
    let forwards = copied(files.iter().map(walkdir::DirEntry::path));
    let backwards = copied(files.iter().rev().map(walkdir::DirEntry::path));
    let options = BuildOptions::default();
    let expected = Site::golden_as_written();
    assert_same(&Site::build(forwards.path(), &options), expected);
    assert_same(&Site::build(backwards.path(), &options), expected);
}

/// Copies files of the catalog one by one, so that their order in the folders is that of the copying.
fn copied<'a>(files: impl Iterator<Item = &'a Path>) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in files {
        let to = folder.path().join(file.strip_prefix(fixture("golden/catalog")).unwrap());
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(file, to).unwrap();
    }
    folder
}

fn assert_same(one: &Site, other: &Site) {
    assert!(one.files.keys().eq(other.files.keys()), "other files");
    for (path, bytes) in &one.files {
        assert!(*bytes == other.files[path], "`{path}` has other bytes");
    }
}
