//! Whoever kills a build at any moment leaves the whole old site or the whole new one.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use luukku::BuildOptions;

use super::Site;
use super::built::fixture;
use crate::project::NOW;

/// How many builds have to be killed, and how many have to come through, before the test is content.
const KILLED: u32 = 15;
const THROUGH: u32 = 3;
/// How many are tried at most: by then a machine is too uneven to say anything.
const TRIES: u32 = 300;
/// Moments of a build at which it is killed.
const STEPS: u32 = 20;

#[test]
fn a_killed_build_leaves_the_old_site_or_the_new_one() {
    let folder = tempfile::tempdir().unwrap();
    // Two editions of the company, which differ on every page.
    let editions = ["Kuura", "Routa"].map(|name| edition(folder.path(), name));
    let site = folder.path().join("site");

    let begin = Instant::now();
    assert!(command(folder.path(), "Kuura").status().unwrap().success());
    // How long a build takes now: the machine may be busier or calmer than a moment ago.
    let mut whole = begin.elapsed();
    assert_eq!(read(&site), editions[0]);

    let (mut killed, mut through) = (0, 0);
    let mut current = 0;
    for number in 0..TRIES {
        if killed >= KILLED && through >= THROUGH {
            break;
        }
        let next = 1 - current;
        let begin = Instant::now();
        let mut build = command(folder.path(), ["Kuura", "Routa"][next]).spawn().unwrap();
        // From at once to a good deal later than a build takes.
        let share = f64::from(number % STEPS) / f64::from(STEPS) * 1.5;
        let ended = ended_within(&mut build, whole.mul_f64(share) + Duration::from_micros(137));
        let success = ended.unwrap_or_else(|| {
            build.kill().unwrap();
            build.wait().unwrap().success()
        });
        if success {
            through += 1;
            whole = begin.elapsed();
        } else {
            killed += 1;
            // None came through for a whole round: builds take longer now.
            if number % STEPS == STEPS - 1 {
                whole = whole.mul_f64(1.5);
            }
        }
        let found = read(&site);
        if found == editions[next] {
            current = next;
        } else {
            assert!(found == editions[current], "try {number} left neither the old site nor the new one");
            assert!(!success, "try {number} came through and left the old site");
        }
    }
    assert!(killed >= KILLED && through >= THROUGH, "of {TRIES}, {killed} were killed and {through} came through");

    // The next build clears away what the killed ones left.
    assert!(command(folder.path(), "Routa").status().unwrap().success());
    assert_eq!(read(&site), editions[1]);
    let mut left: Vec<String> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.contains("site") && name != "site")
        .collect();
    left.retain(|name| folder.path().join(name).is_dir());
    assert_eq!(left, Vec::<String>::new());
}

/// Whether a build that ended by itself within so long succeeded.
fn ended_within(build: &mut Child, limit: Duration) -> Option<bool> {
    let begin = Instant::now();
    loop {
        if let Some(status) = build.try_wait().unwrap() {
            return Some(status.success());
        }
        let left = limit.saturating_sub(begin.elapsed());
        if left.is_zero() {
            return None;
        }
        std::thread::sleep(left.min(Duration::from_millis(1)));
    }
}

/// Writes the golden catalog under another company's name; gives its site.
fn edition(folder: &Path, name: &str) -> BTreeMap<String, Vec<u8>> {
    let catalog = folder.join(name);
    for entry in walkdir::WalkDir::new(fixture("golden/catalog")).into_iter().map(Result::unwrap) {
        let to = catalog.join(entry.path().strip_prefix(fixture("golden/catalog")).unwrap());
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(to).unwrap();
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
    let company = catalog.join("catalog.yaml");
    let text = std::fs::read_to_string(&company).unwrap().replace("name: Kuura", &format!("name: {name}"));
    std::fs::write(company, text).unwrap();
    Site::build(&catalog, &BuildOptions { minify: true, ..BuildOptions::default() }).files
}

fn command(folder: &Path, catalog: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_luukku"));
    command.args(["build", "--catalog", catalog, "--out", "site", "--now", NOW]).current_dir(folder);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// The files of a site on the disk, without the marker.
fn read(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file() && entry.file_name() != ".luukku");
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_string_lossy().into_owned();
            (path, std::fs::read(entry.path()).unwrap())
        })
        .collect()
}
