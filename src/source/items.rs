//! The items of a list that an author wrote as one text.

use crate::diagnostic::marks;
use crate::yaml;

/// Keys that take a list of ids, languages or dates: each of them a word.
const LISTS_OF_WORDS: [&str; 16] = [
    "aliases",
    "articles",
    "closed_days",
    "consults",
    "departments",
    "home",
    "informs",
    "keywords",
    "languages",
    "locales",
    "members",
    "people",
    "serves",
    "services",
    "standards",
    "teams",
];

/// What stands between the last two of several in running text; at the end, `ja` is Japanese.
const JOINING: [&str; 12] = ["and", "or", "ja", "tai", "sekä", "och", "eller", "samt", "i", "oraz", "lub", "und"];

/// Whether a key takes a list of words.
pub(super) fn is_list_of_words(key: &str) -> bool {
    LISTS_OF_WORDS.contains(&key)
}

/// The items of a list that is written as one text: one below the other, with dashes or without; between commas or
/// semicolons; ids between spaces.
pub(super) fn all(key: &str, text: &str, written: &str) -> Vec<String> {
    let is_word = is_list_of_words(key);
    let has_phrases = is_word || key == "asked_as" || yaml::is_language(key);
    let (head, rest) = written.split_once('\n').unwrap_or(("", written));
    let lines = if head.trim_matches(['|', '>', '-', '+', ' ', '\r']).is_empty() { rest } else { written };
    let has_lines = lines.trim().contains('\n');
    let items: Vec<&str> = match has_lines {
        true => lines.lines().collect(),
        false if text.contains('\t') => text.split('\t').collect(),
        false if text.contains(';') || text.contains(',') && has_phrases => {
            text.trim_matches(['(', ')', '{', '}']).split([',', ';']).collect()
        }
        false if is_word && key != "keywords" => {
            let words: Vec<&str> = text.trim_matches(['(', ')', '{', '}']).split([' ', '/', '&', '+']).collect();
            let last = words.len() - 1;
            let joins = |place: usize, word: &str| 0 < place && place < last && JOINING.contains(&word);
            words.into_iter().enumerate().filter(|(place, word)| !joins(*place, word)).map(|(_, word)| word).collect()
        }
        false => vec![text],
    };
    let items: Vec<&str> = items.into_iter().map(str::trim).filter(|item| !item.is_empty()).collect();
    let items: Vec<String> = match marks::bare(&items) {
        Some(bare) => bare.into_iter().map(str::to_owned).collect(),
        None if has_lines => with_further_lines(&items),
        None => items.into_iter().map(str::to_owned).collect(),
    };
    let bare = |item: String| item.strip_prefix("- ").unwrap_or(&item).trim_matches(['"', '\'']).trim().to_owned();
    items.into_iter().map(bare).filter(|item| !item.is_empty() && item != "-").collect()
}

/// The items whose first lines have a sign or a number before them, each with the lines that follow.
fn with_further_lines(lines: &[&str]) -> Vec<String> {
    let marked = lines.first().is_some_and(|line| marks::is_item(line));
    let mut items: Vec<String> = Vec::new();
    for line in lines {
        let bare = marks::bare(&[*line]).and_then(|bare| bare.first().copied());
        match (items.last_mut().filter(|_| marked), bare) {
            (Some(item), None) => *item = format!("{item} {line}"),
            _ => items.push(bare.unwrap_or(line).to_owned()),
        }
    }
    items
}
