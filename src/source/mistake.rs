//! What can be wrong with a value when it is decoded, and how it is told.

use std::fmt;

use serde::de::{self, Unexpected};

use super::yaml::Entry;
use crate::diagnostic::{Diagnostic, Span, nearest};

/// What is found where a value was left out.
const NOTHING: &str = "nothing";
/// What is expected where only yes or no can be said.
const TRUTH: &str = "`true` or `false`";

/// One mistake, with the place to show and the part to leave out next time.
#[derive(Debug)]
pub(super) struct Mistake {
    pub(super) kind: What,
    pub(super) span: Option<Span>,
    pub(super) prune: Option<Span>,
}

#[derive(Debug)]
pub(super) enum What {
    UnknownKey {
        key: String,
        known: &'static [&'static str],
    },
    UnknownWord {
        word: String,
        known: &'static [&'static str],
    },
    MissingKey(&'static str),
    /// A list's item with nothing in it.
    EmptyItem,
    /// A key with nothing behind it, where something is needed.
    EmptyKey(String),
    /// Words behind a comma that were meant as part of the text before it.
    CutText(String),
    WrongType {
        found: String,
        scalar: Option<String>,
        expected: String,
    },
    Other(String),
}

impl Mistake {
    pub(super) fn new(kind: What) -> Self {
        Self { kind, span: None, prune: None }
    }

    /// Adds the place, unless a nearer one is known.
    pub(super) fn at(mut self, span: Span) -> Self {
        self.span.get_or_insert(span);
        self
    }

    /// Says what to leave out next time, unless a smaller part is known.
    pub(super) fn leave_out(mut self, span: Span) -> Self {
        self.prune.get_or_insert(span);
        self
    }

    /// Says what is behind it when the entry is one that nobody meant to write.
    pub(super) fn of(mut self, entry: &Entry<'_>) -> Self {
        if entry.bare {
            self = Self::new(What::CutText(entry.key.to_string()));
            self.span = Some(entry.key_span);
        } else if entry.value.span.start == entry.value.span.end
            && matches!(&self.kind, What::WrongType { found, .. } if found == NOTHING)
        {
            self.kind = What::EmptyKey(entry.key.to_string());
            self.span = Some(entry.key_span);
        }
        self
    }

    pub(super) fn told(self, root: Span) -> Diagnostic {
        let span = self.span.unwrap_or(root);
        match self.kind {
            What::UnknownKey { key, known } => {
                let mut known: Vec<_> = known.to_vec();
                known.sort_unstable();
                Diagnostic::error("unknown-key", span, format!("there is no key `{key}` here"))
                    .why("a key that is not known would be lost without a word")
                    .did_you_mean(&key, known.iter().copied(), format!("the keys here are: {}", known.join(", ")))
            }
            What::UnknownWord { word, known } => {
                let diagnostic = Diagnostic::error(
                    "unknown-word",
                    span,
                    format!("`{word}` is not one of the words that can stand here"),
                )
                .why("each of these words has a meaning of its own; another one has none");
                let all = known.join(", ");
                match nearest(&word, known.iter().copied()) {
                    Some(name) => {
                        diagnostic.help(format!("did you mean `{name}`? It can be: {all}")).replace(span, name)
                    }
                    None => diagnostic.help(format!("it can be: {all}")),
                }
            }
            What::MissingKey(key) => Diagnostic::error("missing-key", span, format!("`{key}` is missing here"))
                .why("without it nobody can tell what is meant")
                .help(format!("add `{key}: ...`")),
            What::EmptyItem => Diagnostic::error("empty-item", span, "this item of the list is empty")
                .why("nobody can tell what was meant to stand here")
                .help("write something behind the dash, or delete it"),
            What::EmptyKey(key) => Diagnostic::error("missing-key", span, format!("`{key}:` has nothing behind it"))
                .why("without it nobody can tell what is meant")
                .help("write it behind the colon, or delete the line"),
            What::CutText(words) if is_key_without_space(&words) => {
                let spaced = words.replacen(':', ": ", 1);
                Diagnostic::error("missing-space", span, format!("a space is missing behind the colon in `{words}`"))
                    .why("without it the whole is taken for one word")
                    .help(format!("write `{spaced}`"))
                    .replace(span, spaced)
            }
            What::CutText(words) => {
                let (what, example) = match has_time(&words) {
                    true => ("hours", "Mo-Fr 08:00-12:00,13:00-16:00"),
                    false => ("a text", "one, two"),
                };
                Diagnostic::error(
                    "unquoted-comma",
                    span,
                    format!("`{words}` stands behind a comma and so is not part of {} before it", the(what)),
                )
                .why("between `{` and `}` each comma begins a new `key: value`")
                .help(format!("put {what} with a comma in quotes: \"{example}\""))
            }
            What::WrongType { found, scalar, expected } => {
                let diagnostic = Diagnostic::error("wrong-type", span, format!("expected {expected}, found {found}"))
                    .why("each key holds one kind of thing, and this is another kind");
                match scalar {
                    Some(text) if expected.starts_with("a list") && text.starts_with('-') => diagnostic
                        .help("a space is missing behind the dash: write `- ` before each item of a list")
                        .replace(span, format!("- {}", text.trim_start_matches('-'))),
                    Some(text) if expected.starts_with("a list") => diagnostic
                        .help("put square brackets around it, even if it is only one")
                        .replace(span, format!("[{text}]")),
                    Some(text) if expected == TRUTH && truth(&text).is_some() => {
                        let meant = truth(&text).unwrap_or_default();
                        diagnostic.help(format!("write `{meant}`, without quotes")).replace(span, meant)
                    }
                    _ => diagnostic.help(format!("write {expected} here")),
                }
            }
            What::Other(message) => Diagnostic::error("wrong-type", span, message)
                .why("each key holds one kind of thing, and this is another kind"),
        }
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.kind)
    }
}

impl std::error::Error for Mistake {}

impl de::Error for Mistake {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(What::Other(message.to_string()))
    }
    fn invalid_type(found: Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self::invalid_value(found, expected)
    }
    fn invalid_value(found: Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        let (found, scalar) = in_words(found);
        let expected = match expected.to_string().as_str() {
            "a sequence" => "a list".to_owned(),
            "a map" => "a group of `key: value` lines".to_owned(),
            "a string" => "text".to_owned(),
            "a boolean" => TRUTH.to_owned(),
            "u32" | "u8" | "u16" | "u64" | "usize" => "a whole number".to_owned(),
            other => other.to_owned(),
        };
        Self::new(What::WrongType { found, scalar, expected })
    }
    fn unknown_variant(word: &str, known: &'static [&'static str]) -> Self {
        Self::new(What::UnknownWord { word: word.to_owned(), known })
    }
    fn unknown_field(key: &str, known: &'static [&'static str]) -> Self {
        Self::new(What::UnknownKey { key: key.to_owned(), known })
    }
    fn missing_field(key: &'static str) -> Self {
        Self::new(What::MissingKey(key))
    }
}

/// The truth that was meant by a word for it.
fn truth(word: &str) -> Option<&'static str> {
    match word.to_lowercase().as_str() {
        "true" | "yes" | "on" | "y" | "1" => Some("true"),
        "false" | "no" | "off" | "n" | "0" => Some("false"),
        _ => None,
    }
}

/// What was found, as a person would say it; for a short text also the text itself.
fn in_words(found: Unexpected<'_>) -> (String, Option<String>) {
    match found {
        Unexpected::Str(text) if text.chars().count() <= 40 && !text.contains('\n') => {
            (format!("the text `{text}`"), Some(text.to_owned()))
        }
        Unexpected::Str(_) => ("a long text".to_owned(), None),
        Unexpected::Bool(b) => (format!("`{b}`"), Some(b.to_string())),
        Unexpected::Unsigned(n) => (format!("the number {n}"), Some(n.to_string())),
        Unexpected::Signed(n) => (format!("the number {n}"), Some(n.to_string())),
        Unexpected::Float(n) => (format!("the number {n}"), Some(n.to_string())),
        Unexpected::Unit | Unexpected::Option => (NOTHING.to_owned(), None),
        Unexpected::Seq => ("a list".to_owned(), None),
        Unexpected::Map => ("a group of `key: value` lines".to_owned(), None),
        other => (other.to_string(), None),
    }
}

/// `key:value`: a key, but no time of day and no address.
fn is_key_without_space(words: &str) -> bool {
    let word =
        |key: &str| !key.is_empty() && key.chars().all(|char| char.is_alphanumeric() || matches!(char, '_' | '-'));
    words.split_once(':').is_some_and(|(key, value)| word(key) && !value.starts_with("//")) && !has_time(words)
}

/// Whether a colon between two figures makes it a time of day.
fn has_time(words: &str) -> bool {
    let figure = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let bytes = words.as_bytes();
    words
        .match_indices(':')
        .any(|(at, _)| figure(at.checked_sub(1).and_then(|at| bytes.get(at))) && figure(bytes.get(at + 1)))
}

fn the(what: &str) -> &str {
    if what == "hours" { "the hours" } else { "the text" }
}
