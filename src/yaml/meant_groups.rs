//! Lists and groups whose brackets were forgotten: `"one", "two"`, `{normal: first_response: 4h}`.

use std::ops::Range;

use super::colon::is_word;
use super::layout::Line;
use super::syntax_error::SyntaxError;

/// Texts in quotes with commas between them, behind a key: a list without its brackets.
pub(super) fn quoted_list(line: &Line<'_>, at: usize) -> Option<SyntaxError> {
    let value = line.value();
    let written = line.text.get(value.start - line.start..value.end - line.start)?;
    let mut rest = written;
    let mut count = 0;
    loop {
        let sign = rest.chars().next().filter(|sign| matches!(sign, '"' | '\''))?;
        let behind = rest.get(1..)?;
        rest = behind.get(behind.find(sign)? + 1..)?.trim_start();
        count += 1;
        match rest.strip_prefix([',', ';']) {
            Some(next) => rest = next.trim_start(),
            None if rest.is_empty() && count > 1 => break,
            None => return None,
        }
    }
    let meant = format!("[{}]", written.replace("\";", "\",").replace("';", "',"));
    let what = "several texts in quotes stand behind one key, and nothing makes them a list";
    let slip = SyntaxError::new(at..at + 1, what, format!("put square brackets around them: `{meant}`"));
    line.colons().next().map(|_| slip.instead(value, meant))
}

/// A key right behind another one, whose braces are missing: `{normal: first_response: 4h, resolution: 2d}`, and
/// `normal: first_response: 4h` on a line of its own.
pub(super) fn inner_group(line: &Line<'_>) -> Option<SyntaxError> {
    let colons: Vec<usize> = line.colons().collect();
    let (first, second) = colons.windows(2).find_map(|pair| match pair {
        &[first, second] => {
            let inner = line.text.get(first + 1 - line.start..second - line.start)?.trim();
            // A word with a sign in it is hardly one of a text.
            (is_word(inner) && inner.contains('_')).then_some((first, second))
        }
        _ => None,
    })?;
    let inner = line.text.get(first + 1 - line.start..second - line.start)?;
    let start = first + 1 + inner.len() - inner.trim_start().len();
    let before = line.text.get(..first - line.start)?;
    let key = before.rsplit([' ', '{', '[', ',']).next().filter(|key| is_word(key))?;
    let rest = line.text.get(start - line.start..)?;
    let end = rest.find(['}', ']']).unwrap_or(rest.split(" #").next().unwrap_or(rest).trim_end().len());
    let group = rest.get(..end)?.trim();
    let what = format!("behind `{key}:` stands another key, and both on one line");
    let help = format!("put what belongs to `{key}` in braces: `{key}: {{{group}}}`");
    let slip = SyntaxError::new(start..second, what, help);
    let open = before.trim_end_matches(key).trim_end().ends_with('[');
    let range: Range<usize> = start..start + end;
    match open {
        true => {
            let bracket = line.start + before.rfind('[')?;
            let whole = format!("{{{key}: {{{group}}}}}");
            Some(slip.instead(bracket..(range.end + 1).min(line.start + line.text.len()), whole))
        }
        false => Some(slip.instead(range, format!("{{{group}}}"))),
    }
}

/// A link in Markdown where an address stands alone: `url: [pay](https://intra.example/pay)`.
pub(super) fn link_as_address(line: &Line<'_>) -> Option<SyntaxError> {
    let value = line.value();
    let written = line.text.get(value.start - line.start..value.end - line.start)?;
    let (_, address) = written.strip_prefix('[')?.split_once("](")?;
    let address = address.strip_suffix(')').filter(|address| !address.contains([' ', '(']))?;
    let key = line.text.split(':').next()?.trim_start_matches(['-', ' ']);
    let bare = address.trim_start_matches("mailto:").trim_start_matches("tel:");
    let meant = match key {
        "email" => bare.to_owned(),
        "phone" | "emergency" => format!("\"{bare}\""),
        "url" | "form" | "web" | "chat" | "booking" | "meeting" | "map" | "channel" | "base_url" => address.to_owned(),
        _ => return None,
    };
    let what = "this is a link as a text has it, and here stands an address";
    let slip = SyntaxError::new(value.clone(), what, format!("write the address alone: `{meant}`"));
    Some(slip.instead(value, meant))
}
