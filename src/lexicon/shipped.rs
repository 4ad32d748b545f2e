//! The words about words that come with the program: everyday words, fillers, and what is said of everything.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use anyhow::{Context, Result, anyhow};
use rust_embed::RustEmbed;
use serde::Deserialize;

use super::table::{Group, Lexicon};

#[derive(RustEmbed)]
#[folder = "src/lexicon/words"]
struct Shipped;

/// Divides the words that say nothing from those that say little.
const WEAK: &str = "# weak";

/// A file of everyday words.
#[derive(Debug, Deserialize)]
struct WordsFile {
    words: BTreeMap<String, WrittenGroup>,
}

#[derive(Debug, Deserialize)]
struct WrittenGroup {
    #[serde(default)]
    leads_to: Vec<String>,
    #[serde(default)]
    danger: bool,
    #[serde(flatten)]
    words: BTreeMap<String, Vec<String>>,
}

/// All of them, read when they are first needed.
static TABLE: LazyLock<Result<Lexicon>> = LazyLock::new(read);

/// All of them.
///
/// # Errors
/// When a file of the program itself cannot be read.
pub fn shipped() -> Result<&'static Lexicon> {
    TABLE.as_ref().map_err(|error| anyhow!("{error:#}"))
}

fn read() -> Result<Lexicon> {
    let mut lexicon = Lexicon::default();
    let mut paths: Vec<_> = Shipped::iter().collect();
    paths.sort();
    for path in paths {
        let file = Shipped::get(&path).with_context(|| format!("the program has lost its `{path}`"))?;
        let text = std::str::from_utf8(&file.data).with_context(|| format!("`{path}` is not UTF-8"))?;
        if let Some(tag) = path.strip_prefix("common/").and_then(|name| name.strip_suffix(".txt")) {
            common(text, tag, &mut lexicon);
        } else if path.ends_with(".yaml") {
            let file: WordsFile = serde_yaml::from_str(text).with_context(|| format!("in `{path}`"))?;
            lexicon.groups.extend(file.words.into_iter().map(|(id, group)| Group {
                id,
                words: group.words.into_iter().collect(),
                leads_to: group.leads_to,
                danger: group.danger,
            }));
        }
    }
    Ok(lexicon)
}

fn common(text: &str, tag: &str, lexicon: &mut Lexicon) {
    let (fillers, weak) = text.split_once(WEAK).unwrap_or((text, ""));
    let words = |part: &str| -> Vec<(String, String)> {
        part.lines()
            .map(str::trim)
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .map(|word| (tag.to_owned(), word.to_owned()))
            .collect()
    };
    lexicon.fillers.extend(words(fillers));
    lexicon.weak.extend(words(weak));
}
