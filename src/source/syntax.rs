//! What an author meant when a text is not YAML. The parser says where it gave up, in its own
//! words; here the slip is looked for where a person would look, and told in theirs.

use std::ops::Range;

use super::layout::{Layout, Line};
use super::slip::Slip;

/// The slip behind a syntax error at byte `at`, of which the parser says `told`.
pub(super) fn slip(text: &str, at: usize, told: &str) -> Slip {
    let layout = Layout::new(text);
    let at = layout.floor(at);
    let line = layout.line_at(at);
    odd_character(&layout, at, told)
        .or_else(|| leftover_of_a_merge(&layout, &line))
        .or_else(|| layout.item_without_dash(&line, told))
        .or_else(|| escape(text, at, told))
        .or_else(|| plain_words(at..at + layout.width_at(at), told))
        .or_else(|| quote(text, at, told))
        .or_else(|| bracket(text, &line, at, told))
        .or_else(|| special_beginning(&line, at, told))
        .or_else(|| colon(&line, told))
        .or_else(|| layout.slip(&line, told))
        .unwrap_or_else(|| {
            Slip::new(
                at..at + layout.width_at(at),
                format!("this is not valid YAML: {told}"),
                "compare the indentation and the colons with the lines above; text with `: ` or ` #` in it belongs in quotes",
            )
        })
}

/// Characters that look like a space or like nothing.
fn odd_character(layout: &Layout<'_>, at: usize, told: &str) -> Option<Slip> {
    let here = layout.line_at(at).number;
    // The parser often gives up on the line below or above.
    for line in [here, here + 1, here.wrapping_sub(1)].into_iter().filter_map(|number| layout.line(number)) {
        let indent = line.text.len() - line.text.trim_start().len();
        let head = line.text.get(..indent).unwrap_or("");
        if let Some(tab) = head.find('\t') {
            let width = head[tab..].chars().take_while(|c| *c == '\t').count();
            let at = line.start + tab..line.start + tab + width;
            return Some(
                Slip::new(
                    at.clone(),
                    "a tab stands before this line",
                    "indent with spaces, never with tabs; two for each step",
                )
                .instead(at, "  ".repeat(width)),
            );
        }
        if let Some((odd, c)) = line.text.char_indices().find(|(_, c)| is_odd_space(*c)) {
            let end =
                odd + line.text[odd..].chars().take_while(|c| is_odd_space(*c)).map(char::len_utf8).sum::<usize>();
            let at = line.start + odd..line.start + end;
            return Some(Slip::new(
                at,
                format!("here stands an odd space (U+{:04X}) that YAML does not take for one", u32::from(c)),
                "delete it and type a plain space; it often comes with text copied from another program",
            ));
        }
        if let Some((odd, c)) = line.text.char_indices().find(|(_, c)| c.is_control() && *c != '\t' && *c != '\r') {
            let at = line.start + odd;
            return Some(Slip::new(
                at..at + c.len_utf8(),
                format!("here stands an invisible character (U+{:04X})", u32::from(c)),
                "delete it; it often comes with text copied from another program",
            ));
        }
    }
    told.contains("recursion limit").then(|| {
        Slip::new(
            at..at + layout.width_at(at),
            "lists and groups stand too deep in one another here",
            "the catalog needs no more than six levels: check the brackets and the indentation",
        )
    })
}

/// A backslash in double quotes begins a sign of its own.
fn escape(text: &str, at: usize, told: &str) -> Option<Slip> {
    if !told.contains("escape character") && !told.contains("hexadecimal") {
        return None;
    }
    let behind = text.get(at..)?.split('\n').next()?;
    let slash = at + behind.find('\\').unwrap_or(0);
    Some(Slip::new(
        slash..slash + 1,
        "a backslash in double quotes begins a special sign, and this is none",
        "put the text in single quotes: 'C:\\files'",
    ))
}

/// What the parser tells plainly enough to be said in other words.
fn plain_words(here: Range<usize>, told: &str) -> Option<Slip> {
    if told.contains("directives") {
        let what = "a line that begins with `%` is not part of the catalog format";
        return Some(Slip::new(here, what, "delete the line; a text that begins with `%` belongs in quotes"));
    }
    told.contains("implicit flow mapping").then(|| {
        let what = "between the brackets stands a comma with nothing before it, or a colon without a key";
        Slip::new(here, what, "write something between the two commas, or delete one of them")
    })
}

fn is_odd_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, ' ' | '\t' | '\r' | '\n') || matches!(c, '\u{200b}' | '\u{feff}')
}

/// The marks that version control leaves where two people changed the same lines.
fn leftover_of_a_merge(layout: &Layout<'_>, last: &Line<'_>) -> Option<Slip> {
    let marks = ["<<<<<<<", "=======", ">>>>>>>"];
    let line = (0..=last.number + 1)
        .filter_map(|number| layout.line(number))
        .find(|line| marks.iter().any(|mark| line.text.starts_with(mark)))?;
    Some(Slip::new(
        line.content(),
        "two versions of this file were joined here and nobody has chosen between them",
        "keep one of the versions and delete the lines with `<<<<<<<`, `=======` and `>>>>>>>`",
    ))
}

fn quote(text: &str, at: usize, told: &str) -> Option<Slip> {
    if told.contains("trailing content") {
        return Some(Slip::new(
            at..at + 1,
            "something stands behind the closing quote",
            "a text in quotes ends at the next quote of the same kind: put the other kind around the whole, as in 'so \"to say\" it' or \"it's here\"",
        ));
    }
    if !told.contains("quoted scalar") && !told.contains("end of stream") && !told.contains("EOF") {
        return None;
    }
    let (open, sign) = unclosed(text, at).0?;
    Some(Slip::new(
        open..open + 1,
        format!("the quote {sign} that is opened here is not closed on its line"),
        format!("add {sign} at the end of the text; if the text goes on below, indent its further lines"),
    ))
}

fn bracket(text: &str, line: &Line<'_>, at: usize, told: &str) -> Option<Slip> {
    if told.contains("mismatched bracket") {
        let open = unclosed(text, at).1.unwrap_or(at);
        return Some(Slip::new(
            open..open + 1,
            "this bracket is closed by one of another kind",
            "a list is written `[a, b]`, a group `{key: value}`",
        ));
    }
    if told.contains("misplaced bracket") {
        return Some(Slip::new(at..at + 1, "this bracket closes nothing", "delete it, or add the one that opens it"));
    }
    let flow = ["flow", "':' indicator", "end of stream", "EOF", "expected ','"];
    if !flow.iter().any(|word| told.contains(word)) {
        return None;
    }
    let open = unclosed(text, at).1?;
    if open >= line.start {
        let colon = line.inner_colon(at)?;
        return Some(Slip::new(colon..colon + 1, "a colon in the middle of a text", IN_QUOTES));
    }
    let sign = text.get(open..open + 1).unwrap_or("[");
    let closing = if sign == "{" { "}" } else { "]" };
    Some(Slip::new(
        open..open + 1,
        format!("the bracket `{sign}` that is opened here is never closed"),
        format!("add `{closing}` at the end"),
    ))
}

const IN_QUOTES: &str = "a text with `: ` in it belongs in quotes: \"...\"";

/// Values that begin with a character that has a meaning of its own.
fn special_beginning(line: &Line<'_>, at: usize, told: &str) -> Option<Slip> {
    let value = line.value();
    let first = line.text.get(value.start - line.start..)?.chars().next()?;
    let here = value.start..value.start + first.len_utf8();
    let whole = line.text.get(value.start - line.start..).unwrap_or("").trim_end();
    match first {
        '|' | '>' if told.contains("block scalar") => Some(Slip::new(
            here,
            format!("behind `{first}` nothing else may stand"),
            "begin the text on the next line, two spaces deeper",
        )),
        '-' if told.contains("block sequence entries") => Some(Slip::new(
            here,
            "a list cannot begin behind a key",
            "begin each item on a line of its own below the key; or put a text that begins with `-` in quotes",
        )),
        '*' if told.contains("anchor") || told.contains("alias") => Some(Slip::new(
            here,
            "text cannot begin with `*`",
            "put the text in quotes: \"...\"; an item of a list begins with `-`",
        )),
        '@' | '`' | '%' if told.contains("unexpected character") => Some(
            Slip::new(here, format!("text cannot begin with `{first}`"), "put the text in quotes: \"...\"")
                .instead(value.start..value.start + whole.len(), format!("\"{}\"", whole.replace('"', "'"))),
        ),
        '{' | '[' if at > value.start && line.contains(at) && told.contains("expected key") => Some(Slip::new(
            here,
            format!("a text that begins with `{first}` is taken for a {}", if first == '{' { "group" } else { "list" }),
            "put the whole text in quotes: \"...\"",
        )),
        _ => None,
    }
}

/// Keys without a proper colon, and texts with one too many.
fn colon(line: &Line<'_>, told: &str) -> Option<Slip> {
    let content = line.content();
    let text = line.text.trim();
    let dashed = text.strip_prefix('-').filter(|rest| !rest.starts_with([' ', '-']) && !rest.is_empty());
    if dashed.is_some_and(|rest| told.contains("indicator") || told.contains("':'") || rest.contains(": ")) {
        let at = content.start..content.start + 1;
        return Some(
            Slip::new(at.clone(), "a space is missing behind this dash", "write `- ` before each item of a list")
                .instead(at, "- "),
        );
    }
    if told.contains("mapping values") {
        let colon = line.colons().nth(1)?;
        let help = match text.contains(['“', '”', '„', '«']) {
            true => "put straight quotes around the text: \"...\"; curved ones are taken for letters",
            false => IN_QUOTES,
        };
        return Some(Slip::new(colon..colon + 1, "a second colon in one line", help));
    }
    if !told.contains("':'") {
        return None;
    }
    if text.starts_with(['{', '[']) {
        return Some(Slip::new(
            content.start..content.start + 1,
            "a group in brackets stands here without a dash or a key before it",
            "put `- ` before it if it is an item of the list above, otherwise its key",
        ));
    }
    let sign = |sign: char| line.text.find(sign).map(|at| line.start + at..line.start + at + sign.len_utf8());
    if let Some(wide) = sign('：') {
        return Some(
            Slip::new(wide.clone(), "this is not a plain colon", "type a plain `:` and a space").instead(wide, ": "),
        );
    }
    let tight = |colon: &Range<usize>| {
        !line.text.get(colon.end - line.start..).is_some_and(|rest| rest.starts_with("//") || rest.starts_with(' '))
    };
    if let Some(colon) = sign(':').filter(tight) {
        return Some(
            Slip::new(
                colon.clone(),
                "a space is missing behind this colon",
                "write `key: value`, with a space between",
            )
            .instead(colon, ": "),
        );
    }
    if let Some(equals) = sign('=') {
        return Some(
            Slip::new(equals.clone(), "a key is followed by a colon, not by `=`", "write `key: value`")
                .instead(line.trimmed_end(equals.start)..equals.end, ":"),
        );
    }
    Some(Slip::new(
        content,
        "there is no colon in this line",
        "write `key: value`; if the line goes on with the text above it, indent it deeper than the key of that text",
    ))
}

/// The last quote (with its sign) and the last bracket before `at` that are opened and not closed.
fn unclosed(text: &str, at: usize) -> (Option<(usize, char)>, Option<usize>) {
    let mut quote: Option<(usize, char)> = None;
    let mut brackets = Vec::new();
    let mut previous = '\n';
    let mut comment = false;
    for (i, c) in text.char_indices().take_while(|(i, _)| *i < at) {
        match (quote, c) {
            _ if comment => comment = c != '\n',
            (Some((_, open)), c) if c == open && !(open == '"' && previous == '\\') => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') if " \t\n[{,:(-".contains(previous) => quote = Some((i, c)),
            (None, '#') if previous.is_whitespace() => comment = true,
            (None, '[' | '{') if " \t\n[{,:".contains(previous) => brackets.push(i),
            (None, ']' | '}') => {
                brackets.pop();
            }
            _ => {}
        }
        previous = c;
    }
    (quote, brackets.last().copied())
}
