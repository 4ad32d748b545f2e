//! Promises in words instead of figures.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::checks::check::{Subject, check};
use crate::checks::texts::each_text;
use crate::diagnostic::Diagnostics;
use crate::model::{Said, TextKind};

check! {
    /// Ensures that no department says that it answers "as soon as possible". Everybody understands something else by
    /// it, and nobody can plan with it. Where readers are told to do something soon, it may stand.
    VAGUE_PROMISE: Warning "vague-promise" => vague_promise
}

/// The words of a language.
#[derive(Deserialize)]
struct Words {
    vague: Vec<String>,
    ours: Vec<String>,
}

static WORDS: LazyLock<BTreeMap<String, Words>> =
    LazyLock::new(|| toml::from_str(include_str!("vague_words.toml")).unwrap_or_default());

fn vague_promise(subject: &Subject<'_>, found: &mut Diagnostics) {
    each_text(subject.catalog, &mut |_, kind, said| {
        let Said::One(text) = said else { return };
        let is_ours = match kind {
            TextKind::Promise | TextKind::Summary => true,
            TextKind::Words | TextKind::Markdown => false,
            _ => return,
        };
        for (_, version) in text.written() {
            let Some((range, words)) = vague(version, is_ours) else { continue };
            found.push(
                VAGUE_PROMISE
                    .at(version.span, format!("`{words}` promises no time"))
                    .why("everybody understands something else by it, and nobody can plan with it")
                    .help("say how long it takes under `standards`, and leave the words out here")
                    .within(version, range),
            );
        }
    });
}

/// Words of time that promise nothing, with their bytes: where all of a text is about those who write it, or in a
/// sentence of theirs.
fn vague(text: &str, is_ours: bool) -> Option<(std::ops::Range<usize>, String)> {
    let small = text.to_lowercase();
    // Small letters of other lengths would move the bytes.
    if small.len() != text.len() {
        return None;
    }
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    for words in WORDS.values() {
        for phrase in &words.vague {
            for (at, _) in small.match_indices(phrase.as_str()) {
                let (before, behind) = (small.get(..at)?, small.get(at + phrase.len()..)?);
                let stands_alone = !is_letter(before.chars().next_back()) && !is_letter(behind.chars().next());
                if stands_alone && (is_ours || is_about_us(before, behind, words)) {
                    return Some((at..at + phrase.len(), text.get(at..at + phrase.len())?.to_owned()));
                }
            }
        }
    }
    None
}

/// Whether the sentence around a place is about those who write it.
fn is_about_us(before: &str, behind: &str, words: &Words) -> bool {
    let begin = before.rfind(['.', '!', '?', '\n', ':', ';']).map_or(0, |at| at + 1);
    let end = behind.find(['.', '!', '?', '\n', ';']).unwrap_or(behind.len());
    let sentence = [before.get(begin..), behind.get(..end)];
    let mut all =
        sentence.into_iter().flatten().flat_map(|part| part.split(|c: char| !c.is_alphanumeric() && c != '\''));
    all.any(|word| {
        words.ours.iter().any(|ours| match ours.strip_prefix('*') {
            Some(ending) => word.ends_with(ending) && word.len() > ending.len() + 2,
            None => word == ours,
        })
    })
}
