//! What ends up on the disk when nothing goes wrong.

use std::fs;
use std::io::Write;

use rayon::prelude::*;

use crate::emit::Site;

use super::place::{Place, age, modified, owned, pages, refusal};

#[test]
fn writes_and_counts() {
    let place = Place::new();
    let first = [("fi/services/a.html", "A"), ("index.html", "home")];
    let summary = place.build(&first);
    assert_eq!((summary.files, summary.bytes, summary.unchanged), (2, 5, 0));
    assert_eq!(summary.target, fs::canonicalize(place.site()).unwrap());
    assert_eq!(place.pages(), owned(&first));
}

#[test]
fn keeps_the_time_of_unchanged_files_only() {
    let place = Place::new();
    place.build(&[("same.html", "same"), ("size.html", "longer"), ("bytes.html", "abc")]);
    let then = age(&place.site().join("same.html"));
    age(&place.site().join("size.html"));
    age(&place.site().join("bytes.html"));
    let summary = place.build(&[("same.html", "same"), ("size.html", "short"), ("bytes.html", "abd")]);
    assert_eq!((summary.files, summary.unchanged), (3, 1));
    assert_eq!(modified(&place.site().join("same.html")), then);
    assert!(modified(&place.site().join("size.html")) > then);
    assert!(modified(&place.site().join("bytes.html")) > then);
}

#[test]
fn compares_files_larger_than_one_piece() {
    let place = Place::new();
    let big = "x".repeat(100_000);
    let mut other = big.clone();
    other.replace_range(99_999.., "y");
    place.build(&[("big", &big)]);
    assert_eq!(place.build(&[("big", &big)]).unchanged, 1);
    assert_eq!(place.build(&[("big", &other)]).unchanged, 0);
    assert_eq!(place.pages(), owned(&[("big", &other)]));
}

#[test]
fn removes_vanished_pages() {
    let place = Place::new();
    place.build(&[("people/anna.html", "Anna"), ("index.html", "home")]);
    place.build(&[("index.html", "home")]);
    assert_eq!(place.pages(), owned(&[("index.html", "home")]));
    assert!(!place.site().join("people").exists());
}

#[test]
fn a_stream_is_compared_too() {
    let place = Place::new();
    let stream = |pieces: &[&str]| {
        let site = Site::begin(&place.site()).unwrap();
        let mut stream = site.stream("data/catalog.json").unwrap();
        for piece in pieces {
            stream.write_all(piece.as_bytes()).unwrap();
        }
        stream.finish().unwrap();
        site.finish().unwrap()
    };
    let file = place.site().join("data/catalog.json");
    let long = "z".repeat(200_000);
    assert_eq!(stream(&["{", &long, "}"]).bytes, 200_002);
    let then = age(&file);
    assert_eq!(stream(&["{", &long[..70_000], &long[70_000..], "}"]).unchanged, 1);
    assert_eq!(modified(&file), then);
    assert_eq!(stream(&["{", &long]).unchanged, 0, "shorter than before");
    assert_eq!(stream(&["{", &long, "}"]).unchanged, 0, "longer than before");
    assert!(modified(&file) > then);
}

#[test]
fn many_threads_write_at_once() {
    let place = Place::new();
    let build = || {
        let site = Site::begin(&place.site()).unwrap();
        (0..2000_usize).into_par_iter().for_each(|n| {
            site.write(&format!("{}/{n}/page.html", n % 7), n.to_string().as_bytes()).unwrap();
        });
        site.finish().unwrap()
    };
    assert_eq!(build().files, 2000);
    assert_eq!(build().unchanged, 2000);

    let site = Site::begin(&place.site()).unwrap();
    let claimed =
        (0..2000_usize).into_par_iter().filter(|n| site.write(&format!("{}.html", n / 2), b"").is_ok()).count();
    assert_eq!(claimed, 1000, "one of two claims each");
    site.finish().unwrap_err();
    assert_eq!(place.pages().len(), 2000);
}

#[cfg(unix)]
#[test]
fn follows_a_link_and_keeps_permissions() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let place = Place::new();
    let real = place.site().join("real");
    fs::create_dir_all(&real).unwrap();
    fs::set_permissions(&real, fs::Permissions::from_mode(0o750)).unwrap();
    let link = place.folder().join("link");
    symlink(&real, &link).unwrap();
    let site = Site::begin(&link).unwrap();
    site.write("index.html", b"home").unwrap();
    site.finish().unwrap();
    assert!(link.is_symlink());
    assert_eq!(pages(&real), owned(&[("index.html", "home")]));
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o750);

    fs::remove_dir_all(&real).unwrap();
    assert!(refusal(&link).contains("a link to a folder that does not exist"));
}
