//! What an id may look like, and which one was meant by another.

use crate::diagnostic::{Diagnostic, Diagnostics, FileId, Span};
use crate::source::schema::Str;

/// The name of the page that lists the others of its kind.
const RESERVED: &str = "index";

/// Names that Windows keeps for devices.
const DEVICES: [&str; 4] = ["aux", "con", "nul", "prn"];

/// The same before a digit.
const PORTS: [&str; 2] = ["com", "lpt"];

/// How many letters an id may have.
const LONGEST: usize = 80;

/// What an id may look like.
#[derive(Clone, Copy)]
pub(super) enum IdForm {
    /// One word for an address.
    Plain,
    /// The same with dots, as people have them in their addresses.
    Dotted,
    /// A word for programs, which may hold underscores, too.
    Key,
}

impl IdForm {
    /// Reports an id that cannot be one; false when it is none.
    pub(super) fn check(self, id: &Str, noun: &str, diagnostics: &mut Diagnostics) -> bool {
        let sign = match self {
            Self::Plain => '-',
            Self::Dotted => '.',
            Self::Key => '_',
        };
        let legal = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == sign;
        let ends = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        let text = &id.value;
        if text.chars().all(legal)
            && text.starts_with(ends)
            && text.ends_with(ends)
            && text.len() <= LONGEST
            && !text.contains("..")
            && text != RESERVED
            && !is_taken(noun, text)
            && !self.is_device(text)
        {
            return true;
        }
        diagnostics.push(match text.chars().all(legal) && text.len() > LONGEST {
            true => too_long(id),
            false => self.reported(id, noun, legal),
        });
        false
    }

    /// Whether a page of that name could not be a file on Windows (Microsoft, "Naming Files, Paths, and Namespaces").
    fn is_device(self, id: &str) -> bool {
        let first = id.split('.').next().unwrap_or(id);
        let is_port =
            |name: &str| name.strip_suffix(|c: char| c.is_ascii_digit()).is_some_and(|it| PORTS.contains(&it));
        !matches!(self, Self::Key) && (DEVICES.contains(&first) || is_port(first))
    }

    fn reported(self, id: &Str, noun: &str, legal: impl Fn(char) -> bool) -> Diagnostic {
        let text = &id.value;
        let what = format!("`{text}` cannot be the id of {}", with_article(noun));
        let diagnostic = Diagnostic::error("invalid-id", id.span, what);
        let is_device = self.is_device(text);
        if text == RESERVED || is_taken(noun, text) || is_device {
            let why = match text == RESERVED {
                true => "the page that lists the others of its kind has this name",
                false if is_device => "Windows takes it for a device, and no file can have this name there",
                false => "the word means something else wherever it could be named",
            };
            let help = format!("choose another word, or add one: `{noun}-{text}`");
            return diagnostic.why(why).help(help);
        }
        let signs = match self {
            Self::Dotted => "small letters a to z, digits, hyphens and dots",
            Self::Plain => "small letters a to z, digits and hyphens",
            Self::Key => "small letters a to z, digits, hyphens and underscores",
        };
        let fixed = fixed(text, legal);
        let why = match self {
            Self::Key => "programs read it in `catalog.json`",
            Self::Plain | Self::Dotted => "the id becomes the address of a page, which has to work everywhere",
        };
        diagnostic.why(why).help(match fixed.is_empty() {
            true => format!("use {signs}, at most {LONGEST} of them"),
            false => format!("use {signs}: `{fixed}`"),
        })
    }
}

/// Why an id cannot be that of an entry, and which one could; `None` where it can.
pub fn refused_id(id: &str, noun: &str) -> Option<String> {
    let mut found = Diagnostics::new();
    let id = Str::new(id.to_owned(), Span::top(FileId::default()));
    IdForm::Plain.check(&id, noun, &mut found);
    let refused = found.iter().next()?;
    let help = refused.help.iter().map(|help| format!("; {help}"));
    Some(std::iter::once(refused.message.clone()).chain(help).collect())
}

fn too_long(id: &Str) -> Diagnostic {
    let what = format!("this id has {} letters; at most {LONGEST} are taken", id.value.len());
    Diagnostic::error("invalid-id", id.span, what)
        .why("the id becomes the address of a page, which has to work everywhere")
        .help("shorten it to the words that tell the entry from its neighbours")
}

/// The key that was meant by words for readers; none where they are a key themselves.
pub(super) fn key_of(words: &str) -> Option<String> {
    let legal = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
    let key = fixed(words, legal);
    (key != words && !key.is_empty()).then_some(key)
}

/// The id that was probably meant.
fn fixed(text: &str, legal: impl Fn(char) -> bool) -> String {
    let folded: String = text
        .to_lowercase()
        .chars()
        .map(|c| match c {
            'ä' | 'å' | 'ą' | 'á' => 'a',
            'ö' | 'ó' => 'o',
            'ł' => 'l',
            'ś' => 's',
            'ż' | 'ź' => 'z',
            'ć' => 'c',
            'ń' => 'n',
            'ę' | 'é' => 'e',
            c if legal(c) => c,
            _ => '-',
        })
        .take(LONGEST)
        .collect();
    let words: Vec<&str> = folded.split('-').filter(|word| !word.is_empty()).collect();
    words.join("-").trim_matches('.').replace("..", ".")
}

/// Words that mean something else wherever an entry of that kind may be named.
fn is_taken(noun: &str, id: &str) -> bool {
    match noun {
        "audience" => matches!(id, "everyone" | "customers"),
        "person" | "team" => id == "you",
        _ => false,
    }
}

/// "a team", "an article".
pub(super) fn with_article(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {noun}")
}
