//! The sign `#` behind a space: it begins a comment, also where an author meant a number or a channel.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Span};

/// Where a comment begins that was hardly meant as one: a `#` behind a space with a sign right behind it
/// (`#4711`, `#it-help`). Looks on the rest of the line from `at` on; what stands there before the comment
/// may only be white space.
pub(super) fn right_behind(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text.get(at..).filter(|rest| rest.starts_with([' ', '\t']))?.split('\n').next()?;
    let blank = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    is_doubtful(&rest[blank..]).then(|| at + blank..at + rest.trim_end().len())
}

/// The first such comment on a line that begins at `start`, wherever on the line it stands.
pub(super) fn on_line(text: &str, start: usize) -> Option<Range<usize>> {
    let line = text.get(start..)?.split('\n').next()?;
    let mut quote = None;
    let mut previous = ' ';
    for (at, c) in line.char_indices() {
        match (quote, c) {
            (Some(open), c) => quote = (open != c).then_some(open),
            (None, '"' | '\'') if " [{,:-".contains(previous) => quote = Some(c),
            (None, '#') if previous.is_whitespace() => {
                return (at > 0 && is_doubtful(&line[at..])).then(|| start + at..start + line.trim_end().len());
            }
            _ => {}
        }
        previous = c;
    }
    None
}

/// A comment is written with a space behind its sign.
fn is_doubtful(comment: &str) -> bool {
    comment.strip_prefix('#').and_then(|rest| rest.chars().next()).is_some_and(char::is_alphanumeric)
}

/// True for a value that is hardly a text of several words: an id, an address, hours. What stands behind it is a
/// comment.
pub(super) fn is_no_text(value: &str) -> bool {
    let id = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || ".-_".contains(c);
    let time = |at: usize| {
        let near = |at: Option<usize>| at.and_then(|at| value.as_bytes().get(at)).is_some_and(u8::is_ascii_digit);
        near(at.checked_sub(1)) && near(Some(at + 1))
    };
    value.chars().all(id) || value.contains("://") || value.match_indices(':').any(|(at, _)| time(at))
}

/// Keys behind which a word or a number stands, not a text: the `#` is none of it.
const WORDS: [&str; 37] = [
    "about",
    "after",
    "articles",
    "at",
    "consults",
    "country",
    "date",
    "departments",
    "deputy",
    "expect",
    "first_response",
    "from",
    "go_to",
    "hours",
    "informs",
    "languages",
    "lead",
    "locales",
    "members",
    "on",
    "owner",
    "own_work",
    "part_of",
    "people",
    "person",
    "replaced_by",
    "resolution",
    "reviewed",
    "serves",
    "service",
    "services",
    "standard",
    "takes",
    "target",
    "team",
    "to",
    "who",
];

/// Keys behind which an address stands.
const ADDRESSES: [&str; 8] = ["base_url", "booking", "email", "form", "meeting", "social", "url", "web"];

/// The finding for a comment that stands where the value of a key should.
pub(super) fn in_place_of_a_value(span: Span, words: &str, key: &str) -> Diagnostic {
    let what = format!("` #` begins a comment, so nothing is written here but the comment `{words}`");
    let finding = Diagnostic::error("unquoted-hash", span, what).why("the text is lost without a word");
    let bare = words.trim_start_matches('#').trim();
    let number = bare.chars().all(|c| c.is_ascii_digit() || c == ' ');
    match key {
        "phone" | "emergency" if number => {
            let number = format!("\"{bare}\"");
            finding.help(format!("write the number without `#`: `{key}: {number}`")).replace(span, number)
        }
        "phone" | "emergency" => finding.help(format!("write the number: `{key}: \"+358 9 123 4567\"`")),
        "chat" => {
            let name = format!("\"{words}\"");
            finding.help(format!("a name with `#` needs quotes: `{key}: {name}`")).replace(span, name)
        }
        "email" => finding.help("write the address: `email: payroll@company.example`"),
        _ if ADDRESSES.contains(&key) => {
            finding.help(format!("write its web address, not its name: `{key}: \"https://...\"`"))
        }
        _ if WORDS.contains(&key) && !bare.contains(' ') => {
            finding.help(format!("write it without `#`: `{bare}`")).replace(span, bare)
        }
        _ if words.contains(['"', '\\']) => finding.help(HELP),
        _ => finding.help(HELP).replace(span, format!("\"{words}\"")),
    }
}

/// What to do about it.
pub(super) const HELP: &str = "put the whole text in quotes: \"...\"; a comment is written with a space behind its `#`";

#[cfg(test)]
mod tests {
    use super::{on_line, right_behind};

    #[test]
    fn comments_have_a_space_behind_their_sign() {
        assert_eq!(right_behind("See door #12 on", 8), Some(9..15));
        assert_eq!(right_behind("See door # the left", 8), None);
        assert_eq!(right_behind("See door#12", 8), None);
        assert_eq!(right_behind("a\n #12", 1), None);
        assert_eq!(on_line("a: [b #12, c]", 0), Some(6..13));
        assert_eq!(on_line("a: [\"b #12\", c]", 0), None);
        assert_eq!(on_line("#12", 0), None);
    }
}
