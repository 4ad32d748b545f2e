//! Where a piece of a text stands in its file. In YAML a text is not written as it reads: quotes, escapes,
//! indentation and folded lines stand between.

use std::iter::Peekable;
use std::ops::Range;
use std::str::CharIndices;

/// The bytes of `written`, a text as it stands in a file, that say the bytes `piece` of `text`, which is what
/// it says; none when the two do not belong together.
pub fn locate(written: &str, text: &str, piece: Range<usize>) -> Option<Range<usize>> {
    if written == text {
        return Some(piece);
    }
    // A table or a quotation begins with the same sign as a block's header.
    let header = header(written);
    walked(Walk::new(written, header), text, piece.clone()).or_else(|| walked(Walk::new(written, 0), text, piece))
}

/// How many bytes before the lines of a block say what kind of block it is.
fn header(written: &str) -> usize {
    let begin = written.len() - written.trim_start().len();
    let line = written.get(begin..).unwrap_or("").split('\n').next().unwrap_or("");
    let Some(rest) = line.strip_prefix(['|', '>']) else { return 0 };
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-')).trim();
    if rest.is_empty() || rest.starts_with('#') { (begin + line.len() + 1).min(written.len()) } else { 0 }
}

fn walked(mut walk: Walk<'_>, text: &str, piece: Range<usize>) -> Option<Range<usize>> {
    let (mut start, mut end) = (None, None);
    for (at, letter) in text.char_indices() {
        if at >= piece.end {
            break;
        }
        let place = walk.next(letter)?;
        if at >= piece.start {
            start.get_or_insert(place.start);
            end = Some(place.end);
        }
    }
    Some(start?..end?)
}

/// A walk over what is written, letter by letter of what it says.
struct Walk<'w> {
    rest: Peekable<CharIndices<'w>>,
    style: Style,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    /// Without quotes, or the lines of a block.
    Plain,
    Single,
    Double,
}

impl<'w> Walk<'w> {
    /// Begins behind the header of a block.
    fn new(written: &'w str, header: usize) -> Self {
        let begin = written.len() - written.trim_start().len();
        let style = match written.as_bytes().get(begin) {
            Some(b'"') => Style::Double,
            Some(b'\'') => Style::Single,
            _ => Style::Plain,
        };
        let mut rest = written.char_indices().peekable();
        let header = match written.as_bytes().get(begin) {
            Some(b'"' | b'\'') => begin + 1,
            _ => begin.max(header),
        };
        while rest.next_if(|(at, _)| *at < header).is_some() {}
        Self { rest, style }
    }

    /// Where the next letter of the text is written.
    fn next(&mut self, letter: char) -> Option<Range<usize>> {
        loop {
            let (at, c) = *self.rest.peek()?;
            if self.style == Style::Double && c == '\\' {
                match self.escape()? {
                    Some(end) => return Some(at..end),
                    None => continue,
                }
            }
            self.rest.next();
            // A doubled quote says one.
            if self.style == Style::Single && c == '\'' {
                self.rest.next_if(|(_, next)| *next == '\'');
            }
            if c == letter || c == '\n' && letter == ' ' {
                let end = self.rest.peek().map_or(at + c.len_utf8(), |(next, _)| *next);
                return Some(at..if c == '\'' { end } else { at + c.len_utf8() });
            }
            if !c.is_whitespace() {
                // White space between words may be folded away altogether; everything else has to agree.
                return None;
            }
        }
    }

    /// Passes an escape; none within when it says nothing, as a line that goes on below.
    fn escape(&mut self) -> Option<Option<usize>> {
        self.rest.next();
        let (at, sign) = self.rest.next()?;
        let digits = match sign {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            '\n' => return Some(None),
            _ => 0,
        };
        for _ in 0..digits {
            self.rest.next();
        }
        Some(Some(self.rest.peek().map_or(at + sign.len_utf8(), |(next, _)| *next)))
    }
}

#[cfg(test)]
mod tests {
    use super::locate;

    fn found<'w>(written: &'w str, text: &str, piece: &str) -> Option<&'w str> {
        let start = text.find(piece).unwrap();
        locate(written, text, start..start + piece.len()).map(|range| &written[range])
    }

    #[test]
    fn a_link_is_found_however_its_text_is_written() {
        let link = "[slip](x.md)";
        let text = "First line\nsecond [slip](x.md) end";
        let cases = [
            ("First line\nsecond [slip](x.md) end", text),
            ("|\n    First line\n    second [slip](x.md) end\n", text),
            ("|-\n  First line\n  second [slip](x.md) end", text),
            (">\n  First\n  line\n\n  second [slip](x.md)\n  end\n", text),
            ("First\n  line\n\n  second [slip](x.md) end", text),
            ("'First line\n\n  second [slip](x.md) end'", text),
            ("\"First line\\nsecond \\x5bslip](x.md) end\"", "First line\nsecond [slip](x.md) end"),
            ("\"First line\\n\\\n  second [slip](x.md) end\"", text),
            ("'It''s [slip](x.md)'", "It's [slip](x.md)"),
            ("|\n  - item\n      code\n  [slip](x.md)\n", "- item\n    code\n[slip](x.md)"),
            ("| a | b |\n  |---|---|\n  | c | [slip](x.md) |\n", "| a | b |\n|---|---|\n| c | [slip](x.md) |\n"),
            ("|\n  | a |\n  |---|\n  | [slip](x.md) |\n", "| a |\n|---|\n| [slip](x.md) |\n"),
            ("> x\n  > y [slip](x.md)\n", "> x\n> y [slip](x.md)\n"),
            (">\n  > y [slip](x.md)\n", ">\n> y [slip](x.md)\n"),
        ];
        for (written, text) in cases {
            let piece = found(written, text, link).unwrap_or_default();
            assert!(piece == link || piece == "\\x5bslip](x.md)", "{written:?}: {piece:?}");
        }
    }

    #[test]
    fn what_does_not_belong_together_is_not_found() {
        assert_eq!(locate("one", "two", 0..1), None);
        assert_eq!(locate("", "two", 0..1), None);
    }
}
