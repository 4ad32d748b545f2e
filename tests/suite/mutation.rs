//! A catalog that somebody's cat walked over: whatever its bytes, checking it ends, soon, with
//! findings that can be shown.

use std::path::Path;
use std::time::{Duration, Instant};

use luukku::diagnostic::{Diagnostic, Span};
use luukku::source::Sources;

use crate::project::{NOW, Project, often};

/// Mutated catalogs that are checked.
const ROUNDS: u32 = 600;
/// No check of so small a catalog may take longer.
const PATIENCE: Duration = Duration::from_secs(1);
/// A busy machine can hold one check up, but not each of so many: the fastest counts.
const TRIES: usize = 5;

/// What people and programs leave in files by mistake.
const DEBRIS: &[&str] = &[
    "\t",
    "\0",
    "\r",
    "\u{feff}",
    "\u{a0}",
    "\u{85}",
    "\u{2028}",
    "“",
    "”",
    "'",
    "\"",
    ":",
    ": ",
    "#",
    " #",
    "-",
    "- ",
    "{",
    "}",
    "[",
    "]",
    ",",
    "&a ",
    "*a",
    "!a ",
    "|",
    ">",
    "%",
    "@",
    "`",
    "?",
    "? ",
    "~",
    "<<: ",
    "---\n",
    "...\n",
    "\n",
    "\n\n",
    "  ",
    "ä",
    "日本",
    "\u{301}",
    "𝄞",
    "\\",
    "\\x",
    "0x1F",
    "1e999",
    "-1",
    "99999999999999999999",
    "24/7",
    "PH off",
    "null",
    "true",
    "=======\n",
    "2026-02-30",
    "<script>",
    "{{",
    "}}",
    "{%",
];

/// A small generator of numbers (SplitMix64), so that each run tries the same.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut n = self.0;
        n = (n ^ (n >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        n = (n ^ (n >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        n ^ (n >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(limit.max(1)).unwrap()).unwrap()
    }
}

#[test]
fn no_bytes_stop_the_check() {
    let project = Project::starter();
    let now = chrono::DateTime::parse_from_rfc3339(NOW).unwrap().to_utc();
    let files = files(&project.catalog());
    let mut numbers = Numbers(2026);
    for round in 0..often(ROUNDS) {
        let (path, original) = &files[numbers.below(files.len())];
        let mut bytes = original.clone();
        for _ in 0..=numbers.below(3) {
            mutate(&mut bytes, &mut numbers);
        }
        std::fs::write(path, &bytes).unwrap();
        let check = || {
            let begin = Instant::now();
            let outcome = luukku::check(&project.catalog(), now, None).unwrap();
            (begin.elapsed(), outcome)
        };
        let (mut time, outcome) = check();
        for _ in 1..TRIES {
            time = if time < PATIENCE { time } else { check().0 };
        }
        assert!(
            time < PATIENCE,
            "round {round}: {time:?} for {}:\n{}",
            path.display(),
            String::from_utf8_lossy(&bytes)
        );
        for finding in outcome.diagnostics.iter() {
            assert_can_be_shown(finding, &outcome.sources);
        }
        if round % 100 == 0 {
            // The report draws frames around what it finds; `check` fails the test if it panics.
            project.check();
        }
        std::fs::write(path, original).unwrap();
    }
}

fn mutate(bytes: &mut Vec<u8>, numbers: &mut Numbers) {
    let at = numbers.below(bytes.len() + 1);
    match numbers.below(8) {
        0 => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << numbers.below(8);
            }
        }
        1 => {
            let end = (at + 1 + numbers.below(12)).min(bytes.len());
            bytes.drain(at..end);
        }
        2 => {
            let (start, end) = line(bytes, at);
            let copy = bytes[start..end].to_vec();
            bytes.splice(start..start, copy);
        }
        3 => {
            let (start, end) = line(bytes, at);
            bytes.drain(start..end);
        }
        4 => {
            let (start, _) = line(bytes, at);
            let spaces = vec![b' '; 1 + numbers.below(4)];
            bytes.splice(start..start, spaces);
        }
        5 => bytes.truncate(at),
        _ => {
            let debris = DEBRIS[numbers.below(DEBRIS.len())].bytes();
            bytes.splice(at..at, debris);
        }
    }
}

/// The line around a byte, with its end.
fn line(bytes: &[u8], at: usize) -> (usize, usize) {
    let start = bytes[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    let end = bytes[at..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |end| at + end + 1);
    (start, end)
}

/// Its places lie in the file, and between characters.
fn assert_can_be_shown(finding: &Diagnostic, sources: &Sources) {
    let mut spans: Vec<Span> = vec![finding.primary.span];
    spans.extend(finding.secondary.iter().map(|label| label.span));
    spans.extend(finding.replacement.as_ref().map(|(span, _)| *span));
    for span in spans {
        let text = sources.text(span.file);
        let inside = text.get(span.start as usize..span.end as usize).is_some();
        assert!(inside || finding.code == "invalid-utf8", "{finding:?} lies outside of {} bytes", text.len());
    }
}

fn files(folder: &Path) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let mut files: Vec<_> = walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| (entry.path().to_owned(), std::fs::read(entry.path()).unwrap()))
        .collect();
    files.sort();
    files
}
