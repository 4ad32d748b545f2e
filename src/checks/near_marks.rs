//! Signs in Markdown that were meant as marks and are none: bold words that never end, and bullets and numbers that
//! make no list.

use std::ops::Range;

/// Signs that people and word processors write before the items of a list.
const BULLETS: [char; 7] = ['•', '·', '◦', '▪', '‣', '–', '—'];

/// What readers would see as it is written: its bytes, what is wrong and what to do.
pub(super) type Near = (Range<usize>, String, String);

/// A line of a text outside of its blocks of code.
#[derive(Clone, Copy)]
struct Line<'t> {
    start: usize,
    text: &'t str,
}

/// All of them in a text.
pub(super) fn all(text: &str) -> Vec<Near> {
    let lines = lines(text);
    let mut found = Vec::new();
    if text.contains("**") {
        found.extend(blocks(&lines).iter().filter_map(|block| left_open(block)));
    }
    if !text.is_ascii() {
        found.extend(bullets(&lines));
    }
    found.extend(lines.windows(2).filter_map(tight_item));
    found.extend((0..lines.len()).filter_map(|place| tight_heading(&lines, place)));
    found
}

/// The lines of a text; those of a block of code, and what stands between backticks, are blank.
fn lines(text: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    let mut in_code = false;
    let mut lines = Vec::new();
    for line in text.split('\n') {
        let is_fence = line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~");
        in_code ^= is_fence;
        let is_indented =
            line.starts_with("    ") && lines.last().is_none_or(|last: &Line<'_>| last.text.trim().is_empty());
        let shown = if is_fence || in_code || is_indented { "" } else { line.trim_end_matches('\r') };
        lines.push(Line { start, text: shown });
        start += line.len() + 1;
    }
    lines
}

/// The lines that make one paragraph, item or heading each.
fn blocks<'l, 't>(lines: &'l [Line<'t>]) -> Vec<Vec<Line<'t>>> {
    let mut blocks: Vec<Vec<Line<'t>>> = vec![Vec::new()];
    for line in lines {
        let begins =
            line.text.trim().is_empty() || marker(line.text).is_some() || line.text.trim_start().starts_with('#');
        match blocks.last_mut() {
            Some(block) if !begins => block.push(*line),
            _ => blocks.push(vec![*line]),
        }
    }
    blocks
}

/// The mark with which a line begins an item of a list: a dash, a star, a plus sign, or a number.
fn marker(line: &str) -> Option<&str> {
    let text = line.trim_start();
    let figures = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mark = match text.get(figures..)?.chars().next()? {
        '-' | '*' | '+' if figures == 0 => 1,
        '.' | ')' if (1..=3).contains(&figures) => figures + 1,
        c if BULLETS.contains(&c) && figures == 0 => c.len_utf8(),
        _ => return None,
    };
    text.get(mark..).filter(|rest| rest.is_empty() || rest.starts_with(' ')).and_then(|_| text.get(..mark))
}

/// Two stars in a paragraph.
struct Stars {
    at: usize,
    /// What stands before and behind them.
    before: Option<char>,
    behind: Option<char>,
}

/// Left-flanking and right-flanking, as CommonMark calls it (6.2).
impl Stars {
    fn open(&self) -> bool {
        flanks(self.behind, self.before)
    }

    fn close(&self) -> bool {
        flanks(self.before, self.behind)
    }
}

/// Whether stars lie at the side of a sign: at that of punctuation only if no letter stands at the other.
fn flanks(sign: Option<char>, other: Option<char>) -> bool {
    let is_letter = |sign: char| sign.is_alphanumeric();
    sign.is_some_and(|sign| !sign.is_whitespace() && (is_letter(sign) || !other.is_some_and(is_letter)))
}

/// The pairs of stars of a paragraph that mean something.
fn stars(block: &[Line<'_>]) -> Vec<Stars> {
    let mut found = Vec::new();
    for line in block {
        let mut is_code = false;
        let mut at = 0;
        while let Some(rest) = line.text.get(at..).filter(|rest| !rest.is_empty()) {
            let count = rest.len() - rest.trim_start_matches('*').len();
            is_code ^= rest.starts_with('`');
            let before = line.text.get(..at).and_then(|before| before.chars().next_back());
            let behind = rest.get(count..).and_then(|behind| behind.chars().next());
            let figure = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
            if (2..=4).contains(&count) && !is_code && before != Some('\\') && !(figure(before) && figure(behind)) {
                found.push(Stars { at: line.start + at, before, behind });
            }
            at += count.max(rest.chars().next().map_or(1, char::len_utf8));
        }
    }
    found
}

/// Two stars before words to which none behind them belong, or that a space divides from their words.
fn left_open(block: &[Line<'_>]) -> Option<Near> {
    let stars = stars(block);
    let count = |of: fn(&&Stars) -> bool| stars.iter().filter(of).count();
    let (begin, end) = (count(|stars| stars.open() && !stars.close()), count(|stars| stars.close() && !stars.open()));
    // Bold words within bold words end, too.
    if begin == end && stars.iter().all(|stars| stars.open() || stars.close()) {
        return None;
    }
    let mut left = stars.as_slice();
    while let [first, rest @ ..] = left {
        let next = rest.first();
        let is_spaced = match (first.open(), next) {
            (true, Some(next)) if next.close() => false,
            (true, Some(next)) => !next.behind.is_some_and(char::is_alphanumeric),
            (true, None) => false,
            (false, Some(next)) => {
                let is_end = !next.behind.is_some_and(char::is_alphanumeric);
                !first.close() && is_end && (next.close() || are_words(block, first, next))
            }
            (false, None) => false,
        };
        let range = first.at..first.at + 2;
        if is_spaced {
            let end = next.map_or(range.end, |next| next.at + 2);
            let what = "a space divides these bold words from their `**`, so that they are not bold".to_owned();
            return Some((range.start..end, what, "write the words and the `**` together".to_owned()));
        }
        if first.open() && !next.is_some_and(Stars::close) {
            let help = "write `**` behind the last of the bold words, too, or delete it here";
            return Some((range, "no `**` behind it ends what is bold from here on".to_owned(), help.to_owned()));
        }
        left = if first.open() { rest.get(1..).unwrap_or_default() } else { rest };
    }
    None
}

/// Whether words of one line stand between two pairs of stars: `** Net pay **`, not `2 ** 3 ** 4`.
fn are_words(block: &[Line<'_>], first: &Stars, next: &Stars) -> bool {
    let between = block.iter().find_map(|line| {
        let begin = (first.at + 2).checked_sub(line.start)?;
        line.text.get(begin..next.at.checked_sub(line.start)?)
    });
    between.is_some_and(|words| words.trim().starts_with(char::is_alphabetic))
}

/// Lines that begin with a bullet which Markdown does not know.
fn bullets(lines: &[Line<'_>]) -> Option<Near> {
    let sign = |line: &Line<'_>| marker(line.text)?.chars().next().filter(|sign| BULLETS.contains(sign));
    let pair = lines.windows(2).find(|pair| pair.iter().all(|line| sign(line).is_some()))?;
    let (first, sign) = (pair.first()?, sign(pair.first()?)?);
    let start = first.start + first.text.len() - first.text.trim_start().len();
    let what = format!("`{sign}` makes no list: its lines would be shown behind one another");
    let help = format!("begin each of these lines with `- ` in place of `{sign}`");
    Some((start..start + sign.len_utf8(), what, help))
}

/// An item whose mark lacks the space behind it, below one that has it.
fn tight_item(pair: &[Line<'_>]) -> Option<Near> {
    let [above, line] = pair else { return None };
    let text = line.text.trim_start();
    let mark = marker(above.text)?;
    let own = match mark.trim_end_matches(['.', ')']).parse::<u32>() {
        Ok(number) => format!("{}{}", number + 1, mark.get(mark.len() - 1..)?),
        Err(_) => mark.to_owned(),
    };
    let rest = text.strip_prefix(own.as_str())?;
    let is_tight = rest.starts_with(|c: char| c.is_alphabetic() || c == '[') || rest.starts_with("**") && own != "*";
    let start = line.start + line.text.len() - text.len();
    let what = format!("a space is missing behind `{own}`, so that no item of the list begins here");
    (is_tight && own != "–" && own != "—").then(|| (start..start + own.len(), what, format!("write `{own} `")))
}

/// `##Heading`; a single sign is one if it stands before a capital on a line of its own, and not in `#payday`.
fn tight_heading(lines: &[Line<'_>], place: usize) -> Option<Near> {
    let line = lines.get(place)?;
    let rest = line.text.trim_start_matches('#');
    let signs = line.text.len() - rest.len();
    let is_blank =
        |place: Option<usize>| place.and_then(|place| lines.get(place)).is_none_or(|line| line.text.trim().is_empty());
    let is_alone =
        || is_blank(place.checked_sub(1)) && is_blank(place.checked_add(1)) && rest.starts_with(char::is_uppercase);
    let is_tight = ((2..=6).contains(&signs) || signs == 1 && is_alone()) && rest.starts_with(char::is_alphabetic);
    let marks = line.text.get(..signs)?;
    let what = format!("a space is missing behind `{marks}`, so that this is no heading");
    is_tight.then(|| (line.start..line.start + signs, what, format!("write `{marks} `")))
}
