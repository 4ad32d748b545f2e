//! Builds that are dropped, killed, short of disk or not alone.

use std::fs;
use std::io::{BufRead, BufReader, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::emit::Site;

use super::place::{Place, owned, pages, refusal};

#[test]
fn dropped_without_finish_it_leaves_no_trace() {
    let place = Place::new();
    place.build(&[("index.html", "old")]);
    let site = Site::begin(&place.site()).unwrap();
    site.write("index.html", b"new").unwrap();
    drop(site);
    assert_eq!(place.pages(), owned(&[("index.html", "old")]));

    let fresh = place.site().join("below/deeper");
    drop(Site::begin(&fresh).unwrap());
    assert!(!fresh.parent().unwrap().exists(), "the folder made on the way is still there");
}

#[test]
fn recovers_from_a_kill_between_two_renames() {
    let place = Place::new();
    place.build(&[("index.html", "old")]);
    let work = place.working_folder();
    fs::create_dir_all(work.join("new/half")).unwrap();
    fs::write(work.join("lock"), "").unwrap();
    fs::rename(place.site(), work.join("old")).unwrap();
    let site = Site::begin(&place.site()).unwrap();
    assert_eq!(pages(&place.site()), owned(&[("index.html", "old")]));
    site.write("index.html", b"old").unwrap();
    assert_eq!(site.finish().unwrap().unchanged, 1);
    assert_eq!(place.pages(), owned(&[("index.html", "old")]));
}

#[test]
fn a_site_set_aside_is_not_brought_back_over_a_newer_one() {
    let place = Place::new();
    place.build(&[("index.html", "new")]);
    let aside = place.working_folder().join("old");
    fs::create_dir_all(&aside).unwrap();
    fs::write(aside.join("index.html"), "old").unwrap();
    drop(Site::begin(&place.site()).unwrap());
    assert_eq!(place.pages(), owned(&[("index.html", "new")]));
}

#[test]
fn one_build_at_a_time() {
    let place = Place::new();
    let site = Site::begin(&place.site()).unwrap();
    assert!(refusal(&place.site()).contains("another luukku is building"));
    site.write("index.html", b"first").unwrap();
    site.finish().unwrap();
    place.build(&[("index.html", "second")]);
    assert_eq!(place.pages(), owned(&[("index.html", "second")]));
}

#[test]
fn builders_that_race_for_the_lock_take_turns() {
    let place = Place::new();
    let published: usize = std::thread::scope(|scope| {
        let builders: Vec<_> = (0..8).map(|_| scope.spawn(|| race(&place.site()))).collect();
        builders.into_iter().map(|builder| builder.join().unwrap()).sum()
    });
    assert!(published > 0);
    place.pages();
}

/// Builds as often as it gets the lock; the number of sites published.
fn race(out: &Path) -> usize {
    let attempts = (0..200).filter(|attempt| {
        let site = match Site::begin(out) {
            Ok(site) => site,
            Err(error) => {
                assert!(error.to_string().contains("another luukku"), "{error:#}");
                return false;
            }
        };
        for page in ["a.html", "b/c.html"] {
            site.write(page, attempt.to_string().as_bytes()).unwrap();
        }
        site.finish().unwrap();
        true
    });
    attempts.count()
}

#[test]
fn killed_at_any_moment() {
    let place = Place::new();
    let module = module_path!().split_once("::").unwrap().1;
    let mut killed_midway = 0;
    for round in 0..ROUNDS {
        let mut victim = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", &format!("{module}::victim"), "--ignored", "--nocapture"])
            .env("LUUKKU_VICTIM_OUT", place.site())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        // Held until the kill: a victim that cannot speak would stop by itself.
        let mut said = BufReader::new(victim.stdout.take().unwrap()).lines();
        let mut await_site = || assert!(said.any(|line| line.unwrap().ends_with(PUBLISHED)));
        await_site();
        let first = Instant::now();
        await_site();
        // Each round a little later in the third build, up to its end.
        std::thread::sleep(first.elapsed() * round / ROUNDS);
        victim.kill().unwrap();
        victim.wait().unwrap();

        let pages = pages(&place.site());
        assert_eq!(pages.len(), GENERATION_FILES, "round {round}");
        let (_, first) = pages.first().unwrap();
        let of_victim = format!("{}-", victim.id());
        assert!(first.starts_with(&of_victim), "round {round}: {first} is not of {of_victim}");
        let mixed: Vec<_> = pages.iter().filter(|(_, text)| text != first).collect();
        assert!(mixed.is_empty(), "round {round}: beside {first}: {mixed:?}");
        killed_midway += usize::from(place.working_folder().exists());
    }
    assert!(killed_midway > 0, "no victim was killed while building");
    place.build(&[("index.html", "after")]);
    assert_eq!(place.pages(), owned(&[("index.html", "after")]));
}

/// Not a test: the process that `killed_at_any_moment` kills.
#[test]
#[ignore = "started and killed by killed_at_any_moment"]
fn victim() {
    let out = PathBuf::from(std::env::var_os("LUUKKU_VICTIM_OUT").unwrap());
    for generation in 0.. {
        let site = Site::begin(&out).unwrap();
        write_generation(&site, &format!("{}-{generation}", std::process::id()));
        site.finish().unwrap();
        println!("{PUBLISHED}");
    }
}

/// What the victim says after each site.
const PUBLISHED: &str = "published";

const GENERATION_FILES: usize = 60;

const ROUNDS: u32 = 25;

fn write_generation(site: &Site, generation: &str) {
    for n in 0..GENERATION_FILES {
        site.write(&format!("{}/{n}.html", n % 3), generation.as_bytes()).unwrap();
    }
}

/// What everybody can try: a process that may write no larger files.
#[cfg(unix)]
#[test]
fn a_disk_that_refuses_leaves_the_old_site() {
    let folder = tempfile::tempdir().unwrap();
    let module = module_path!().split_once("::").unwrap().1;
    // Counted in blocks of 512 bytes or of 1024, by shell; a signal that is left unheeded becomes an error.
    let limited = "trap '' XFSZ; ulimit -f 24; exec \"$@\"";
    let ended = Command::new("sh")
        .args(["-c", limited, "sh"])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", &format!("{module}::writer_with_a_limit"), "--ignored", "--nocapture"])
        .env("LUUKKU_LIMITED_OUT", folder.path().join("site"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&ended.stdout).into_owned() + &String::from_utf8_lossy(&ended.stderr);
    assert!(ended.status.success() && said.contains("1 passed"), "{said}");
}

/// Not a test: the process that `a_disk_that_refuses_leaves_the_old_site` starts.
#[cfg(unix)]
#[test]
#[ignore = "started by a_disk_that_refuses_leaves_the_old_site"]
fn writer_with_a_limit() {
    run_out_of_space(&PathBuf::from(std::env::var_os("LUUKKU_LIMITED_OUT").unwrap()), ErrorKind::FileTooLarge);
}

/// A disk that is really full needs the right to mount one (root on Linux); says so where it has none.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_old_site() {
    struct Mount(PathBuf);
    impl Drop for Mount {
        fn drop(&mut self) {
            let _ = Command::new("umount").arg(&self.0).status();
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let mounted = Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=256k", "luukku-test"])
        .arg(folder.path())
        .stderr(Stdio::null())
        .status();
    if !mounted.is_ok_and(|status| status.success()) {
        eprintln!("SKIPPED: no right to mount a small file system; only a limit on files was tried");
        return;
    }
    let _mount = Mount(folder.path().to_owned());
    run_out_of_space(&folder.path().join("site"), ErrorKind::StorageFull);
}

/// Builds a small site where there is space for it, then larger ones.
#[cfg(unix)]
fn run_out_of_space(out: &Path, kind: ErrorKind) {
    let build = |size: usize| {
        let site = Site::begin(out)?;
        for n in 0..8 {
            site.write(&format!("{n}.html"), "x".repeat(size).as_bytes())?;
        }
        site.finish()
    };
    build(8_000).unwrap();
    let full = build(40_000).unwrap_err();
    assert!(full.to_string().contains("the site in place stays as it was"), "{full:#}");
    let cause = full.downcast_ref::<std::io::Error>().unwrap();
    assert_eq!(cause.kind(), kind);
    assert!(pages(out).iter().all(|(_, text)| text.len() == 8_000));

    let site = Site::begin(out).unwrap();
    let mut stream = site.stream("catalog.json").unwrap();
    let written = stream.write_all(&[b'x'; 400_000]).map_err(anyhow::Error::from);
    written.and_then(|()| stream.finish()).unwrap_err();
    site.finish().unwrap_err();
    assert_eq!(pages(out).len(), 8);
    build(8_001).unwrap();
}
