//! What each finding means: a page a code, with the smallest catalog that shows it and the same put right.
//!
//! A code of a check says what it ensures in the sentence beside the check; a code of the reading says it here.
//! `luukku explain` prints a page, `catalog/FINDINGS.md` holds them all, and the tests run every example.

use rust_embed::Embed;

use crate::checks::CHECKS;
use crate::diagnostic::Severity;

/// The pages, one file a code.
#[derive(Embed)]
#[folder = "src/explain/codes/"]
struct Pages;

/// A file of an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// Its path in the catalog.
    pub path: String,
    /// What stands in it.
    pub content: String,
}

/// What one code means.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// The code.
    pub code: String,
    /// How much its findings weigh.
    pub severity: Severity,
    /// What is ensured and why, in Markdown.
    pub what: String,
    /// The smallest files that show it; empty where no text can (a file that is too large).
    pub shown: Vec<Example>,
    /// The same files put right.
    pub instead: Vec<Example>,
}

/// All codes in alphabetical order.
pub fn explanations() -> Vec<Explanation> {
    let mut all: Vec<Explanation> =
        Pages::iter().filter_map(|path| path.strip_suffix(".md").and_then(explanation)).collect();
    all.sort_by(|one, other| one.code.cmp(&other.code));
    all
}

/// What a code means; `None` for a word that is no code.
pub fn explanation(code: &str) -> Option<Explanation> {
    let page = Pages::get(&format!("{code}.md"))?;
    let text = std::str::from_utf8(&page.data).ok()?;
    let (said, examples) = text.split_once("## Shows it").unwrap_or((text, ""));
    let (shown, instead) = examples.split_once("## Instead").unwrap_or((examples, ""));
    let (severity, what) = match CHECKS.iter().find(|check| check.code == code) {
        Some(check) => (check.severity, check.ensures.trim().to_owned()),
        None => {
            let (weight, sentence) = said.trim().split_once("\n\n")?;
            (if weight == "warning" { Severity::Warning } else { Severity::Error }, sentence.trim().to_owned())
        }
    };
    Some(Explanation { code: code.to_owned(), severity, what, shown: files(shown), instead: files(instead) })
}

/// The files in a part of a page: each a path in backquotes and a fenced block.
fn files(part: &str) -> Vec<Example> {
    let mut files = Vec::new();
    let mut rest = part;
    while let Some((path, block)) = rest.split_once("\n`").and_then(|(_, behind)| behind.split_once("`\n\n```")) {
        let Some((content, behind)) = block.split_once('\n').and_then(|(_, text)| text.split_once("```\n")) else {
            break;
        };
        files.push(Example { path: path.to_owned(), content: content.to_owned() });
        rest = behind;
    }
    files
}

/// A page as Markdown, its heading two levels deep.
pub fn page(explanation: &Explanation) -> String {
    let weight = match explanation.severity {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
        Severity::Note => "Note",
    };
    let mut page = format!("## {}\n\n*{weight}.* {}\n", explanation.code, explanation.what);
    for (title, examples) in [("Shows it:", &explanation.shown), ("Instead:", &explanation.instead)] {
        if !examples.is_empty() {
            page += &format!("\n{title}\n");
        }
        for Example { path, content } in examples {
            let language =
                path.rsplit_once('.').map_or("", |(_, ending)| if ending == "md" { "markdown" } else { ending });
            page += &format!("\n`{path}`\n\n```{language}\n{content}```\n");
        }
    }
    page
}

/// The page of all codes, which stands in the demonstration's folder.
pub fn reference() -> String {
    let mut text = INTRODUCTION.to_owned();
    for explanation in explanations() {
        text.push('\n');
        text += &page(&explanation);
    }
    text
}

const INTRODUCTION: &str = include_str!("introduction.md");
