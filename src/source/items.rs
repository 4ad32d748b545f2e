//! The items of a list that an author wrote as one text.

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
pub(super) fn all<'t>(key: &str, text: &'t str, written: &'t str) -> Vec<&'t str> {
    let is_word = is_list_of_words(key);
    let has_phrases = is_word || key == "asked_as" || yaml::is_language(key);
    let lines = written.trim_start_matches(['|', '>', '-', '+']);
    let has_lines = lines.trim().contains('\n');
    let items: Vec<&str> = match has_lines {
        true => lines.lines().collect(),
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
    let items = items.into_iter().map(|item| {
        let item = item.trim();
        item.strip_prefix("- ").or_else(|| yaml::behind_bullet(item)).unwrap_or(item).trim_matches(['"', '\'']).trim()
    });
    items.filter(|item| !item.is_empty() && *item != "-").collect()
}
