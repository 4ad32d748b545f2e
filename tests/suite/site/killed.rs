//! Whoever kills a build at any moment leaves the whole old site or the whole new one.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use luukku::BuildOptions;

use super::Site;
use super::built::fixture;
use crate::project::NOW;

/// How many builds are killed.
const KILLS: u32 = 60;

#[test]
fn a_killed_build_leaves_the_old_site_or_the_new_one() {
    let folder = tempfile::tempdir().unwrap();
    // Two editions of the company, which differ on every page.
    let editions = ["Kuura", "Routa"].map(|name| edition(folder.path(), name));
    let site = folder.path().join("site");

    let begin = Instant::now();
    assert!(command(folder.path(), "Kuura").status().unwrap().success());
    let whole = begin.elapsed();
    assert_eq!(read(&site), editions[0]);

    let (mut killed, mut swapped) = (0, 0);
    let mut current = 0;
    for number in 0..KILLS {
        let next = 1 - current;
        let mut build = command(folder.path(), ["Kuura", "Routa"][next]).spawn().unwrap();
        // From at once to a little later than a build takes.
        std::thread::sleep(whole.mul_f64(f64::from(number) / f64::from(KILLS) * 1.3) + Duration::from_micros(137));
        build.kill().unwrap();
        killed += u32::from(!build.wait().unwrap().success());
        let found = read(&site);
        if found == editions[next] {
            swapped += 1;
            current = next;
        } else {
            assert!(found == editions[current], "kill {number} left neither the old site nor the new one");
        }
    }
    assert!(killed > KILLS / 4 && swapped > 0, "{killed} of {KILLS} were killed, {swapped} came through");

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
