//! A catalog made for one test, and what the command says about it.
//!
//! The command runs beside the catalog with the folder's default name, so that reports show
//! `catalog/...` wherever the test runs; the environment is scrubbed and the clock stands still.

use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// The moment at which every test takes place, a Monday morning in Helsinki.
pub(crate) const NOW: &str = "2026-11-23T08:00:00+02:00";

/// How often a test that tries accidental things tries them: so often on every day, and ten times as often in a night
/// with `TIMES=10`.
pub(crate) fn often(usual: u32) -> u32 {
    usual * std::env::var("TIMES").map_or(1, |times| times.parse().expect("TIMES is a number"))
}

/// The company of a project that says nothing else about it.
const COMPANY: &str = "\
name: Acme
locales: [en, fi]
time_zone: Europe/Helsinki
country: FI
hours:
  office: \"Mo-Fr 08:00-16:00; PH off\"
";

/// A folder with a catalog in it, removed in the end.
pub(crate) struct Project {
    folder: TempDir,
}

/// What the command did.
#[derive(Debug)]
pub(crate) struct Run {
    /// Exit status.
    pub(crate) status: i32,
    /// The standard output, with the project's own folder called `[FOLDER]`.
    pub(crate) stdout: String,
    /// The standard error, likewise.
    pub(crate) stderr: String,
}

impl Project {
    /// A catalog with a company and nothing else.
    pub(crate) fn new() -> Self {
        Self::empty().file("catalog.yaml", COMPANY)
    }

    /// An empty folder `catalog`.
    pub(crate) fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("catalog")).unwrap();
        Self { folder }
    }

    /// The catalog that `luukku init` writes.
    pub(crate) fn starter() -> Self {
        let project = Self::empty();
        assert_eq!(project.run(["init", "catalog"]).status, 0);
        project
    }

    /// Writes a file of the catalog, in place of an earlier one. Content that begins with an empty
    /// line is taken to be indented like the code around it.
    pub(crate) fn file(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        let full = self.catalog().join(path);
        std::fs::create_dir_all(full.parent().unwrap()).unwrap();
        std::fs::write(full, dedented(content.as_ref())).unwrap();
        self
    }

    /// The folder in which the command runs.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The catalog's folder.
    pub(crate) fn catalog(&self) -> PathBuf {
        self.folder.path().join("catalog")
    }

    /// Runs `luukku` with these arguments.
    pub(crate) fn run<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_luukku"));
        command.args(arguments).current_dir(self.path()).env_clear();
        command.env("SOURCE_DATE_EPOCH", chrono::DateTime::parse_from_rfc3339(NOW).unwrap().timestamp().to_string());
        let output = command.output().unwrap();
        let text = |bytes: Vec<u8>| {
            let text = String::from_utf8(bytes).expect("luukku prints UTF-8");
            assert!(!text.contains("panicked at"), "{text}");
            text.replace(&*self.path().to_string_lossy(), "[FOLDER]")
        };
        Run {
            status: output.status.code().expect("luukku ends by itself"),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }

    /// The words of a built page, with one blank between them.
    pub(crate) fn words(&self, page: &str) -> String {
        let html = std::fs::read_to_string(self.path().join("site").join(page)).unwrap();
        let mut text = String::new();
        let mut inside = false;
        for letter in html.chars() {
            match letter {
                '<' => inside = true,
                '>' => inside = false,
                letter if !inside => text.push(letter),
                _ => {}
            }
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The whole report of `luukku check`.
    pub(crate) fn check(&self) -> String {
        let run = self.run(["check"]);
        assert_eq!(run.stderr, "", "a catalog's mistakes are no errors of the machine");
        assert_eq!(run.status, i32::from(run.stdout.contains("error[")), "{}", run.stdout);
        run.stdout
    }

    /// Of the report of `luukku check`, what is said under one code. There is something.
    pub(crate) fn finding(&self, code: &str) -> String {
        let report = self.check();
        let titles = [format!("error[{code}]: "), format!("warning[{code}]: ")];
        let mut said = String::new();
        let mut inside = false;
        for line in report.lines() {
            if line.starts_with("error[") || line.starts_with("warning[") {
                inside = titles.iter().any(|title| line.starts_with(title));
            }
            if inside && !line.is_empty() {
                said.push_str(line);
                said.push('\n');
            }
            inside &= !line.is_empty();
        }
        assert!(!said.is_empty(), "nothing is said under `{code}`:\n{report}");
        said
    }
}

/// Takes away the first line, if it is empty, and the indentation that all lines below share.
fn dedented(content: &[u8]) -> Vec<u8> {
    let Some(text) = content.strip_prefix(b"\n").and_then(|rest| std::str::from_utf8(rest).ok()) else {
        return content.to_vec();
    };
    let depth = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let text = text.trim_end_matches(' ');
    let shared = text.lines().filter(|line| !line.trim().is_empty()).map(depth).min().unwrap_or(0);
    text.split_inclusive('\n').map(|line| line.get(shared..).unwrap_or("\n")).collect::<String>().into_bytes()
}
