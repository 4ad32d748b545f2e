//! What is refused, and that a refusal changes nothing.

use std::fs;
use std::io::Write;
use std::path::Path;

use crate::emit::Site;

use super::place::{Place, owned, refusal};

#[test]
fn replaces_only_what_is_ours() {
    let place = Place::new();
    let out = place.site();
    fs::create_dir(&out).unwrap();
    place.build(&[("index.html", "into an empty folder")]);

    fs::create_dir(out.join(".git")).unwrap();
    assert!(refusal(&out).contains("git repository"));
    fs::remove_dir(out.join(".git")).unwrap();

    fs::write(out.join(".luukku"), "luukku site, layout 99\n").unwrap();
    assert!(refusal(&out).contains("newer luukku (layout 99"));
    for foreign in ["", "luukku", "somebody else's\n"] {
        fs::write(out.join(".luukku"), foreign).unwrap();
        assert!(refusal(&out).contains("has files in it that luukku did not write"));
    }
    fs::remove_file(out.join(".luukku")).unwrap();
    assert!(refusal(&out).contains("has files in it that luukku did not write"));
    assert_eq!(fs::read_to_string(out.join("index.html")).unwrap(), "into an empty folder");

    assert!(refusal(&out.join("index.html")).contains("is a file, not a folder"));
    assert!(refusal(Path::new("/")).contains("choose a folder of its own"));
    assert!(refusal(Path::new(".")).contains("is the folder you are in"));
    place.is_tidy();
}

#[test]
fn a_folder_that_appears_during_the_build_is_not_replaced() {
    let place = Place::new();
    let site = Site::begin(&place.site()).unwrap();
    site.write("index.html", b"new").unwrap();
    fs::create_dir(place.site()).unwrap();
    fs::write(place.site().join("thesis.txt"), "mine").unwrap();
    site.finish().unwrap_err();
    assert_eq!(fs::read_to_string(place.site().join("thesis.txt")).unwrap(), "mine");
}

#[cfg(unix)]
#[test]
fn never_takes_over_a_link_inside_the_site() {
    let place = Place::new();
    place.build(&[("index.html", "home")]);
    let secret = place.folder().join("site/secret");
    fs::write(&secret, "home").unwrap();
    fs::remove_file(place.site().join("index.html")).unwrap();
    std::os::unix::fs::symlink(&secret, place.site().join("index.html")).unwrap();
    assert_eq!(place.build(&[("index.html", "home")]).unchanged, 0);
    assert!(!place.site().join("index.html").is_symlink());
}

#[test]
fn a_working_folder_that_cannot_be_used_is_an_error() {
    let place = Place::new();
    let work = place.working_folder();
    fs::write(&work, "a file").unwrap();
    assert!(refusal(&place.site()).contains("cannot create the working folder"));
    #[cfg(unix)]
    {
        fs::remove_file(&work).unwrap();
        std::os::unix::fs::symlink("nowhere", &work).unwrap();
        assert!(refusal(&place.site()).contains("cannot create the working folder"));
    }
}

#[cfg(unix)]
#[test]
fn no_link_that_somebody_planted_is_followed() {
    let place = Place::new();
    let outside = tempfile::tempdir().unwrap();
    let secret = outside.path().join("secret");
    fs::write(&secret, "kept").unwrap();
    std::os::unix::fs::symlink(outside.path(), place.working_folder()).unwrap();
    assert!(refusal(&place.site()).contains("cannot create the working folder"));
    assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 1);

    fs::remove_file(place.working_folder()).unwrap();
    fs::create_dir(place.working_folder()).unwrap();
    std::os::unix::fs::symlink(&secret, place.working_folder().join("lock")).unwrap();
    assert!(refusal(&place.site()).contains("cannot create the working folder"));
    assert_eq!(fs::read_to_string(&secret).unwrap(), "kept");
}

#[test]
fn a_working_folder_that_lost_files_becomes_no_site() {
    let place = Place::new();
    place.build(&[("index.html", "old")]);
    let site = Site::begin(&place.site()).unwrap();
    site.write("a/one.html", b"new").unwrap();
    fs::remove_dir_all(place.working_folder().join("new")).unwrap();
    site.write("b/two.html", b"new").unwrap();
    let error = site.finish().unwrap_err().to_string();
    assert!(error.starts_with("2 of 3 files are gone before the site was complete"), "{error}");
    assert_eq!(fs::read_to_string(place.site().join("index.html")).unwrap(), "old");
}

#[test]
fn what_is_not_complete_is_not_published() {
    let place = Place::new();
    place.build(&[("index.html", "old")]);
    let site = Site::begin(&place.site()).unwrap();
    site.stream("catalog.json").unwrap().write_all(b"{").unwrap();
    let error = site.finish().unwrap_err().to_string();
    assert!(error.contains("`catalog.json` was not written in whole"), "{error}");

    let site = Site::begin(&place.site()).unwrap();
    site.write("index.html", b"new").unwrap();
    assert_eq!(
        site.write("index.html", b"again").unwrap_err().to_string(),
        "two pages want to be the file `index.html`"
    );
    site.write(".luukku", b"ours").unwrap_err();
    site.write("index.html/page.html", b"below a file").unwrap_err();
    site.write("../outside", b"above").unwrap_err();
    site.finish().unwrap_err();
    assert_eq!(place.pages(), owned(&[("index.html", "old")]));
}
