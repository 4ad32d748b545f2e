//! Keys that are none of ours, whose meaning the rest of their group tells: the extension of a phone, a fact of the
//! company's own, the time of day by which a promise is kept.

use chrono::NaiveDate;

use super::other_words;
use super::written::quoted;
use crate::diagnostic::{Diagnostic, Diagnostics, FileId, Span, folded, nearest};
use crate::yaml::{self, Node, NodeKind, Pair};

/// The key of the company's facts, in `catalog.yaml` and in the entries.
const FIELDS: &str = "fields";

/// What people call the extension of a phone.
const EXTENSIONS: [&str; 11] = [
    "ext",
    "extension",
    "extension_number",
    "alanumero",
    "alanro",
    "anknytning",
    "ankn",
    "wewn",
    "wewnętrzny",
    "numer_wewnętrzny",
    "durchwahl",
];

/// Groups with more keys are no pairs.
const SMALL_GROUP: usize = 4;

/// What people write for the time of day by which something is done.
const UNTIL: [&str; 7] = ["by", "before", "until", "viimeistään", "senast", "do", "najpóźniej"];

/// The keys that go together in a group, of which people write the one value before the other.
const PAIRS: [(&str, &str); 7] = [
    ("name", "url"),
    ("person", "role"),
    ("to", "after"),
    ("question", "answer"),
    ("term", "meaning"),
    ("what", "go_to"),
    ("who", "when"),
];

/// How many days are written out.
const FEW_DAYS: usize = 5;

/// What the company declares for all files.
#[derive(Debug)]
pub(super) struct Declared {
    /// The facts of its own.
    pub(super) fields: Vec<String>,
    /// The language of a text that names none.
    pub(super) language: String,
}

impl Default for Declared {
    fn default() -> Self {
        Self { fields: Vec::new(), language: "en".to_owned() }
    }
}

/// The same by the text of `catalog.yaml`.
pub(super) fn declared(text: &str) -> Declared {
    let mut unheard = Diagnostics::new();
    let Ok(Some(root)) = yaml::parse((FileId::default(), 0), text, &mut unheard) else {
        return Declared::default();
    };
    let entries = |node: &Node<'_>| match &node.kind {
        NodeKind::Mapping(entries) => entries.iter().map(|entry| entry.key.to_string()).collect(),
        _ => Vec::new(),
    };
    let NodeKind::Mapping(keys) = &root.kind else { return Declared::default() };
    let fields = keys.iter().find(|entry| entry.key == FIELDS).map_or_else(Vec::new, |entry| entries(&entry.value));
    let first = keys.iter().find(|entry| entry.key == "locales").and_then(|entry| match &entry.value.kind {
        NodeKind::Sequence(locales) => locales.first().map(text_of_node),
        _ => None,
    });
    let language = first.filter(|language| yaml::is_language(language)).unwrap_or("en").to_owned();
    Declared { fields, language }
}

/// What to do about a key that the group around it explains; none where it does not.
pub(super) fn told(
    diagnostic: &Diagnostic,
    (key, known): (&str, &[&str]),
    (group, entry): (&[Pair<'_>], &Pair<'_>),
    (text, declared): (&str, &Declared),
) -> Option<Diagnostic> {
    let diagnostic = diagnostic.clone();
    if known.contains(&FIELDS) && declared.fields.iter().any(|field| field == key) {
        return Some(field(diagnostic, group, entry, declared));
    }
    let is_extension = EXTENSIONS.iter().any(|word| folded(word) == folded(key));
    if is_extension && known.contains(&"phone") {
        let number = group.iter().find(|entry| matches!(&*entry.key, "phone" | "emergency"));
        let (kind, number) = number.map_or(("phone", "+358 9 123 4567"), |entry| (&*entry.key, text_of(entry)));
        let ext = text_of(entry);
        let help = format!("write it behind the number, and delete this line: `{kind}: \"{number} ext {ext}\"`");
        return Some(diagnostic.help(help));
    }
    if let Some((one, other)) = pair(known, group) {
        let meant = format!("{one}: {}, {other}: {}", quoted(key), quoted(text_of(entry)));
        let whole = Span { end: entry.value.span.end, ..entry.key_span };
        let diagnostic = diagnostic.help(format!("write what each is: `{{{meant}}}`"));
        let in_braces = text.get(..whole.start as usize).is_some_and(|before| before.trim_end().ends_with('{'));
        return Some(diagnostic.replace(whole, if in_braces { meant } else { format!("{{{meant}}}") }));
    }
    let is_short_day = known.contains(&"hours") && known.contains(&"on") && !known.contains(&"from");
    if key == "until" && is_short_day && !group.iter().any(|entry| entry.key == "hours") {
        let meant = format!("hours: \"08:00-{}\"", text_of(entry));
        let whole = Span { end: entry.value.span.end, ..entry.key_span };
        return Some(diagnostic.help(format!("write from when until when: `{meant}`")).replace(whole, meant));
    }
    if key == "from" && is_of_short_days(known, group) {
        return Some(short_days(diagnostic, group));
    }
    // A promise has to say at what time it is due, and until when to ask only if that is meant, too.
    let is_time_of_day = known.contains(&"asked_by") && !group.iter().any(|entry| entry.key == "at");
    let is_until = UNTIL.contains(&key) || !other_words::meant(key, &["deadline"]).is_empty();
    if is_time_of_day && is_until {
        return Some(diagnostic.help("write `at`: that is what it is called here").replace(entry.key_span, "at"));
    }
    None
}

/// The keys that were meant by a group of a single `text: text`.
fn pair(known: &[&str], group: &[Pair<'_>]) -> Option<(&'static str, &'static str)> {
    let [only] = group else { return None };
    let is_text = matches!(&only.value.kind, NodeKind::Scalar { text, .. } if !text.is_empty() && !text.contains('\n'));
    let is_word =
        other_words::meant(&only.key, known).is_empty() && nearest(&only.key, known.iter().copied()).is_none();
    let both = |(one, other): &&(&str, &str)| known.contains(one) && known.contains(other);
    PAIRS.iter().find(both).copied().filter(|_| is_text && is_word && known.len() <= SMALL_GROUP)
}

/// True where a missing key is told by what is said of another one in its group.
pub(super) fn is_told(key: &str, group: &[Pair<'_>]) -> bool {
    let is_misplaced = |name: &str| group.iter().any(|entry| entry.key == name && entry.is_misplaced());
    let of_a_pair = PAIRS.iter().any(|(one, other)| *one == key || *other == key);
    let alone = matches!(group, [only] if only.is_misplaced() && matches!(only.value.kind, NodeKind::Scalar { .. }));
    of_a_pair && alone || key == "on" && is_misplaced("from") || key == "hours" && is_misplaced("until")
}

/// True for a group with the first day of several where a single day stands.
pub(super) fn is_of_short_days(known: &[&str], group: &[Pair<'_>]) -> bool {
    known.contains(&"hours")
        && known.contains(&"on")
        && !known.contains(&"from")
        && group.iter().any(|entry| entry.key == "from")
}

/// For short days that are written as a stretch of time.
fn short_days(diagnostic: Diagnostic, group: &[Pair<'_>]) -> Diagnostic {
    let text = |key: &str| group.iter().find(|entry| entry.key == key).map(text_of);
    let date = |key: &str| text(key).and_then(|text| text.parse::<NaiveDate>().ok());
    let days = |from: NaiveDate| {
        from.iter_days().take(FEW_DAYS).take_while(|day| date("until").is_none_or(|last| *day <= last))
    };
    let hours = text("hours").unwrap_or("08:00-12:00");
    let each =
        date("from").map(|from| days(from).map(|day| format!("{{on: {day}, hours: \"{hours}\"}}")).collect::<Vec<_>>());
    let each = each.unwrap_or_else(|| vec![format!("{{on: 2026-12-23, hours: \"{hours}\"}}")]);
    diagnostic.help(format!("a short day is a single one: write each by itself, `{}`", each.join("`, `")))
}

/// For one of the company's own facts that stands beside the keys of the format.
fn field(diagnostic: Diagnostic, group: &[Pair<'_>], entry: &Pair<'_>, declared: &Declared) -> Diagnostic {
    let diagnostic = Diagnostic { why: Some("it is one of the company's own `fields`".to_owned()), ..diagnostic };
    let pair = |entry: &Pair<'_>| format!("{}: {}", entry.key, quoted(text_of(entry)));
    if group.iter().any(|other| other.key == FIELDS) {
        return diagnostic.help(format!("move it into `{FIELDS}`: `{}`", pair(entry)));
    }
    let all: Vec<&Pair<'_>> =
        group.iter().filter(|other| declared.fields.iter().any(|field| *field == other.key)).collect();
    let meant = format!("{FIELDS}: {{{}}}", all.iter().map(|entry| pair(entry)).collect::<Vec<_>>().join(", "));
    let help = format!("write it below `{FIELDS}`: `{meant}`");
    match all.len() {
        1 => {
            let Span { file, start, .. } = entry.key_span;
            diagnostic.help(help).replace(Span { file, start, end: entry.value.span.end }, meant)
        }
        _ => diagnostic.help(help),
    }
}

fn text_of<'n>(entry: &'n Pair<'_>) -> &'n str {
    text_of_node(&entry.value)
}

fn text_of_node<'n>(node: &'n Node<'_>) -> &'n str {
    match &node.kind {
        NodeKind::Scalar { text, .. } if !text.contains('\n') => text,
        _ => "...",
    }
}
