//! The house rules that no compiler checks: who may import whom, headers, sizes, no loose ends.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Longer files do more than one job.
const MOST_LINES: usize = 400;

/// Wider lines cannot be read side by side.
const MOST_COLUMNS: usize = 120;

/// Longer functions do more than one thing.
const MOST_LINES_OF_A_FUNCTION: usize = 60;

/// With more parameters a call cannot be read.
const MOST_PARAMETERS: usize = 5;

/// Who may import whom, by the rooms in `src/`. What is not listed imports nothing of ours.
const LADDER: &[(&str, &[&str])] = &[
    ("diagnostic", &[]),
    ("markdown", &[]),
    ("i18n", &[]),
    ("clock", &[]),
    ("lexicon", &[]),
    ("yaml", &["diagnostic"]),
    ("source", &["yaml", "diagnostic", "clock"]),
    ("model", &["source", "diagnostic", "clock", "i18n", "lexicon"]),
    ("promise", &["model", "clock", "diagnostic"]),
    ("checks", &["model", "diagnostic", "clock", "markdown", "promise"]),
    // Of `i18n` only the languages' tags.
    ("publish", &["checks", "model", "promise", "clock", "i18n", "diagnostic", "lexicon"]),
    // The only door from here to the catalog is `publish`.
    ("site", &["publish", "clock", "i18n", "markdown", "lexicon"]),
    ("search", &["publish", "i18n", "markdown", "lexicon"]),
    ("feeds", &["site", "publish", "clock", "i18n"]),
    ("diff", &["publish", "clock"]),
    ("explain", &["checks", "diagnostic"]),
    ("pages", &["site", "publish", "clock", "i18n", "markdown"]),
    ("render", &["pages", "feeds", "search", "site", "publish", "i18n", "markdown"]),
    ("emit", &["render"]),
];

/// Codes that stand in the sources and that no catalog can raise, with the reason.
pub(super) const UNREACHABLE: &[(&str, &str)] = &[
    ("unknown-journey", "no key of the format names a journey yet"),
    ("unknown-news", "no key of the format names a news item"),
    ("unknown-story", "no key of the format names a story"),
    ("unknown-idea", "no key of the format names an idea"),
];

/// What stands before the code where a finding is made.
pub(super) const MAKERS: [&str; 6] =
    ["Diagnostic::error(", "Diagnostic::warning(", "unknown_word(", "Table::new(", ": Warning ", ": Error "];

/// What a catalog could trip over, and where it may stand all the same, with the reason.
const FORBIDDEN: [&str; 6] = [".unwrap()", ".expect(", "panic!(", "unreachable!(", "unimplemented!(", "assert!("];
const ALLOWED: &[(&str, &str, &str)] = &[];

#[test]
fn rooms_import_downwards_only() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let Some((room, _)) = path.split_once('/') else { continue };
        if room == "cli" {
            assert!(!text.contains("use crate::"), "src/{path}: the command line knows the library only as `luukku`");
            continue;
        }
        let Some((_, allowed)) = LADDER.iter().find(|(name, _)| *name == room) else {
            wrong.push(format!("src/{room}: a room that the ladder does not know"));
            continue;
        };
        for other in imported(&text) {
            if other != room && !allowed.contains(&other.as_str()) {
                wrong.push(format!("src/{path} imports {other}"));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn the_ladder_has_no_circle() {
    for (place, (room, allowed)) in LADDER.iter().enumerate() {
        for other in *allowed {
            let below = LADDER[..place].iter().any(|(name, _)| name == other);
            assert!(below, "{room} may import {other}, which stands above it");
        }
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    let wrong: Vec<String> =
        rust_files().into_iter().filter(|(_, text)| !text.starts_with("//! ")).map(|(path, _)| path).collect();
    assert_none(&wrong);
}

#[test]
fn lines_fit_the_screen() {
    let mut wrong = Vec::new();
    for (path, text) in rust_files() {
        // The end of a whole report that stands here as the program says it.
        let mut report: Option<String> = None;
        for (number, line) in text.lines().enumerate() {
            match &report {
                Some(end) if line.trim_start().starts_with(end.as_str()) => report = None,
                Some(_) => continue,
                None => {}
            }
            let width = line.chars().count();
            let begun = line.split_once("@\"").or(line.split_once("@r\"")).or(line.split_once("@r#\""));
            if let Some((before, said)) = begun {
                let hashes = if line[before.len()..].starts_with("@r#") { "#" } else { "" };
                report = (!said.contains('"')).then(|| format!("\"{hashes})"));
            } else if width > MOST_COLUMNS {
                wrong.push(format!("{path}:{}: {width} columns", number + 1));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn no_file_does_two_jobs() {
    let wrong: Vec<String> = sources()
        .into_iter()
        .map(|(path, text)| (text.lines().count(), path))
        .filter(|(lines, _)| *lines > MOST_LINES)
        .map(|(lines, path)| format!("src/{path} has {lines} lines"))
        .collect();
    assert_none(&wrong);
}

#[test]
fn functions_are_short_and_take_few_parameters() {
    let mut functions = 0;
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        for Function { name, lines, parameters } in functions_of(&text) {
            functions += 1;
            if lines > MOST_LINES_OF_A_FUNCTION || parameters > MOST_PARAMETERS {
                wrong.push(format!("src/{path}: `{name}` has {lines} lines and {parameters} parameters"));
            }
        }
    }
    assert!(functions > 800, "the functions are no longer found: {functions}");
    assert_none(&wrong);
}

/// A function as it is written: rustfmt has put its end below its beginning.
struct Function<'a> {
    name: &'a str,
    lines: usize,
    parameters: usize,
}

fn functions_of(text: &str) -> Vec<Function<'_>> {
    let lines: Vec<&str> = text.lines().collect();
    let begins = |line: &str| {
        let code = line.trim_start();
        let code = code.strip_prefix("pub(").and_then(|code| code.split_once(") ")).map_or(code, |(_, rest)| rest);
        let code = code.strip_prefix("pub ").unwrap_or(code);
        code.strip_prefix("const ").unwrap_or(code).starts_with("fn ")
    };
    let mut functions = Vec::new();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| begins(line)) {
        let depth = line.len() - line.trim_start().len();
        let closes =
            |line: &&str| line[..depth.min(line.len())].trim().is_empty() && line[depth.min(line.len())..] == *"}";
        let whole = line.ends_with(';') || line.ends_with('}');
        let length = if whole { 1 } else { lines[at..].iter().position(closes).map_or(1, |length| length + 1) };
        let (_, from_name) = line.split_once("fn ").unwrap();
        let name = from_name.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap();
        let behind = [&[from_name], &lines[at + 1..at + length]].concat().join("\n");
        functions.push(Function { name, lines: length, parameters: parameters(&behind[name.len()..]) });
    }
    functions
}

/// How many parameters stand in a signature from its generics on.
fn parameters(signature: &str) -> usize {
    let (mut open, mut angles, mut count, mut within) = (0, 0, 0, false);
    let mut before = ' ';
    for c in signature.chars() {
        match c {
            '(' | '[' | '{' => open += 1,
            ')' | ']' | '}' => open -= 1,
            '<' => angles += 1,
            '>' if before != '-' => angles -= 1,
            ',' if open == 1 && angles == 0 => within = false,
            c if open == 1 && angles == 0 && !c.is_whitespace() && !within => {
                within = true;
                count += 1;
            }
            _ => {}
        }
        if c == ')' && open == 0 && angles == 0 {
            break;
        }
        before = c;
    }
    count
}

#[test]
fn nothing_is_left_for_later() {
    let marks =
        [concat!("to", "do!"), concat!("TO", "DO"), concat!("FIX", "ME"), concat!("dbg", "!("), concat!("X", "XX")];
    let mut wrong = Vec::new();
    for (path, text) in rust_files() {
        for (number, line) in text.lines().enumerate() {
            if marks.iter().any(|mark| line.contains(mark)) {
                wrong.push(format!("{path}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn no_catalog_can_stop_the_program() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        if path.contains("/tests/") || path.ends_with("tests.rs") {
            continue;
        }
        let program = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or("");
        for (number, line) in program.lines().enumerate() {
            let code = line.split("//").next().unwrap_or("");
            let allowed = ALLOWED.iter().any(|(file, what, _)| *file == path && line.contains(what));
            if FORBIDDEN.iter().any(|word| code.contains(word) && !code.contains("debug_assert")) && !allowed {
                wrong.push(format!("src/{path}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn a_full_disk_is_no_panic() {
    let mut wrong = Vec::new();
    for (path, text) in sources().into_iter().filter(|(path, _)| !path.contains("/tests/")) {
        let prints = |line: &&str| line.contains("println!(") || line.contains(concat!("print", "!("));
        wrong.extend(text.lines().filter(prints).map(|line| format!("src/{path}: {}", line.trim())));
    }
    assert_none(&wrong);
}

#[test]
fn every_finding_has_a_test() {
    let tests: String = read(Path::new("tests/suite")).into_iter().map(|(_, text)| text).collect();
    let codes = codes(&MAKERS);
    assert!(codes.len() > 50, "the codes are no longer found: {codes:?}");
    let untested: Vec<String> = codes
        .into_iter()
        .filter(|code| !UNREACHABLE.iter().any(|(other, _)| other == code))
        .filter(|code| !tests.contains(&format!("[{code}]: ")))
        .collect();
    assert_none(&untested);
}

/// The codes of all findings: the literal that follows where one is made.
pub(super) fn codes(makers: &[&str]) -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    for (path, text) in sources() {
        if path.starts_with("cli/") || path.contains("tests") {
            continue;
        }
        for maker in makers {
            for (at, _) in text.match_indices(maker) {
                let behind = &text[at + maker.len()..];
                let end = behind.find([')', ';']).unwrap_or(behind.len());
                let literals = behind[..end].split('"').skip(1).step_by(2).take(2);
                codes.extend(literals.filter(|literal| is_code(literal)).map(str::to_owned));
            }
        }
    }
    codes
}

fn is_code(text: &str) -> bool {
    text.contains('-') && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// The rooms that a file names as `crate::room`.
fn imported(text: &str) -> BTreeSet<String> {
    let program = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut rooms = BTreeSet::new();
    for (at, _) in program.match_indices("crate::") {
        let behind = &program[at + "crate::".len()..];
        let list = behind.strip_prefix('{').and_then(|list| list.split('}').next());
        for name in list.map_or_else(|| vec![behind], |list| list.split(',').collect()) {
            rooms.insert(
                name.trim().chars().take_while(|c| c.is_ascii_lowercase() || *c == '_' || c.is_ascii_digit()).collect(),
            );
        }
    }
    rooms.remove("");
    rooms
}

/// The files of `src/`, by their path in it.
pub(super) fn sources() -> Vec<(String, String)> {
    read(Path::new("src")).into_iter().map(|(path, text)| (path["src/".len()..].to_owned(), text)).collect()
}

fn rust_files() -> Vec<(String, String)> {
    [read(Path::new("src")), read(Path::new("tests"))].concat()
}

fn read(folder: &Path) -> Vec<(String, String)> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<(String, String)> = walkdir::WalkDir::new(root.join(folder))
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.path().extension().is_some_and(|ending| ending == "rs"))
        .map(|entry| {
            let path = entry.path().strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
            (path, std::fs::read_to_string(entry.path()).unwrap())
        })
        .collect();
    files.sort();
    files
}

#[track_caller]
pub(super) fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}
