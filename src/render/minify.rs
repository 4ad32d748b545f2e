//! Templates without the white space that nobody sees. Each template is made small once, when the theme is loaded, and
//! never a page: what is the same on ten thousand pages costs nothing more there.
//!
//! Tags and template code stay as they are, in their order. A template whose tags do not pair (one that opens an
//! element in one branch and closes it in another) keeps the white space inside of lines.
//!
//! White space between inline elements goes when their parent is a block (`div`, `nav`, `section`):
//! templates set such elements apart by style, not by spaces.

use std::ops::Range;

/// A template without what browsers do not need.
pub(super) fn template(source: &str) -> String {
    let source = without_space_at_blocks(&tags_in_one_line(source));
    collapsed(&source).unwrap_or(source)
}

/// The source with each tag in one line: people write long ones an attribute a line.
fn tags_in_one_line(source: &str) -> String {
    let mut joined = String::with_capacity(source.len());
    let mut copied = 0;
    for piece in pieces(source) {
        let Piece::Tag { attributes, .. } = piece else { continue };
        joined.push_str(&source[copied..attributes.start]);
        push_in_one_line(&mut joined, &source[attributes.clone()]);
        copied = attributes.end;
    }
    joined.push_str(&source[copied..]);
    joined
}

/// Attributes with one space where white space parts them; what is quoted or code stays.
fn push_in_one_line(joined: &mut String, attributes: &str) {
    let mut at = 0;
    let mut quote = None;
    while let Some(byte) = attributes.as_bytes().get(at) {
        let rest = &attributes[at..];
        let end = match (code_end(attributes, at), quote) {
            (Some(end), _) => end,
            (None, None) if byte.is_ascii_whitespace() => {
                let space = rest.len() - rest.trim_ascii_start().len();
                if space < rest.len() {
                    joined.push(' ');
                }
                at += space;
                continue;
            }
            _ => at + rest.chars().next().map_or(1, char::len_utf8),
        };
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(*byte),
            (Some(open), close) if open == *close => quote = None,
            _ => {}
        }
        joined.push_str(&attributes[at..end]);
        at = end;
    }
}

/// Elements that begin and end a line, so that white space beside their tags is never seen.
const BLOCKS: [&str; 36] = [
    "article",
    "aside",
    "body",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

/// The source without the white space that directly touches a block's tag.
fn without_space_at_blocks(source: &str) -> String {
    let is_block = |name: Option<&str>| name.is_some_and(|name| BLOCKS.contains(&name.trim_start_matches('/')));
    let mut kept = String::with_capacity(source.len());
    let mut copied = 0;
    let mut before = None;
    for piece in pieces(source) {
        let (start, end, name) = match piece {
            Piece::Code(range) => (range.start, range.end, None),
            Piece::Tag { name, attributes } => (name.start - 1, attributes.end, Some(&source[name])),
        };
        let behind =
            if before.is_some() { source[copied..].find('>').map_or(copied, |end| copied + end + 1) } else { copied };
        kept.push_str(&source[copied..behind]);
        let mut text = &source[behind..start];
        if is_block(before) {
            text = text.trim_ascii_start();
        }
        if is_block(name) {
            text = text.trim_ascii_end();
        }
        kept.push_str(text);
        kept.push_str(&source[start..end]);
        (copied, before) = (end, name);
    }
    kept.push_str(&source[copied..]);
    kept
}

/// Blocks that hold other elements and no words of their own: between those, white space is not seen.
const LAYOUT: [&str; 27] = [
    "article",
    "aside",
    "blockquote",
    "body",
    "dialog",
    "div",
    "dl",
    "fieldset",
    "figure",
    "footer",
    "form",
    "head",
    "header",
    "html",
    "main",
    "menu",
    "nav",
    "ol",
    "optgroup",
    "section",
    "select",
    "table",
    "tbody",
    "tfoot",
    "thead",
    "tr",
    "ul",
];

/// Boxes in a line: at their ends white space is not seen, but around them it is.
const BOXES: [&str; 7] = ["address", "button", "label", "legend", "option", "output", "template"];

/// Elements in which each sign counts.
const AS_IS: [&str; 5] = ["code", "pre", "script", "style", "textarea"];

/// Elements without an end.
const VOID: [&str; 12] = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"];

/// What white space is worth inside an element.
#[derive(Clone, Copy, PartialEq)]
enum Inside {
    /// Nothing at its ends, and nothing between other elements.
    Layout,
    /// Nothing at its ends.
    Box,
    /// One space, however much it is.
    Line,
    /// All that it is.
    AsIs,
}

impl Inside {
    /// What it is worth inside the last of the elements that are open.
    fn of(open: &[&str]) -> Self {
        let Some(last) = open.last() else { return Self::Layout };
        if open.iter().any(|name| AS_IS.contains(name)) {
            return Self::AsIs;
        }
        match *last {
            "text" | "title" | "desc" => Self::Box,
            "a" | "tspan" => Self::Line,
            name if LAYOUT.contains(&name) || open.contains(&"svg") => Self::Layout,
            name if BOXES.contains(&name) => Self::Box,
            _ => Self::Line,
        }
    }
}

/// The source with white space as short as its place allows; `None` where tags do not pair.
fn collapsed(source: &str) -> Option<String> {
    let mut small = String::with_capacity(source.len());
    let mut open: Vec<&str> = Vec::new();
    let mut copied = 0;
    let mut first = true;
    for piece in pieces(source) {
        let (start, end, name) = match piece {
            Piece::Code(range) => (range.start, range.end, None),
            Piece::Tag { name, attributes } => (name.start - 1, attributes.end, Some(&source[name])),
        };
        let closed = name.and_then(|name| name.strip_prefix('/'));
        push_text(&mut small, &source[copied..start], Inside::of(&open), (first, closed.is_some()));
        small.push_str(&source[start..end]);
        (copied, first) = (end, false);
        let Some(name) = name else { continue };
        copied += source[end..].find('>')? + 1;
        let is_empty = source[end..copied].contains('/');
        small.push_str(if is_empty { " />" } else { ">" });
        if closed.is_some() {
            open.pop().filter(|opened| Some(*opened) == closed)?;
        } else if !is_empty && !VOID.contains(&name) {
            open.push(name);
            first = true;
        }
    }
    push_text(&mut small, &source[copied..], Inside::of(&open), (first, true));
    open.is_empty().then_some(small)
}

/// Adds a text that may be the first or the last thing in its element.
fn push_text(small: &mut String, mut text: &str, inside: Inside, (first, last): (bool, bool)) {
    if inside == Inside::AsIs {
        return small.push_str(text);
    }
    let ends = inside != Inside::Line;
    if (ends && first) || (inside == Inside::Layout && text.trim_ascii().is_empty()) {
        text = text.trim_ascii_start();
    }
    if ends && last {
        text = text.trim_ascii_end();
    }
    let mut before = 'x';
    for sign in text.chars() {
        let sign = if sign.is_ascii_whitespace() { ' ' } else { sign };
        if (before, sign) != (' ', ' ') {
            small.push(sign);
        }
        before = sign;
    }
}

/// A part of a template that is more than text.
enum Piece {
    /// `{{ ... }}`, `{% ... %}` or `{# ... #}`.
    Code(Range<usize>),
    /// A tag: its name, with a slash where it closes, and what stands between the name and the end.
    Tag { name: Range<usize>, attributes: Range<usize> },
}

/// The tags and the template code of a source.
fn pieces(source: &str) -> impl Iterator<Item = Piece> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            at += source.get(at..)?.find(['{', '<'])?;
            if let Some(end) = code_end(source, at) {
                let range = at..end;
                at = end;
                return Some(Piece::Code(range));
            }
            let name =
                source[at + 1..].bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'/' | b'-')).count();
            let start = at + 1 + name;
            if source.as_bytes()[at] == b'<' && name > 0 {
                let end = tag_end(source, start);
                let name = at + 1..start;
                at = end;
                // The slash of an element without content is no attribute.
                let end =
                    start + source[start..end].trim_end_matches(|c: char| c == '/' || c.is_ascii_whitespace()).len();
                return Some(Piece::Tag { name, attributes: start..end });
            }
            at += 1;
        }
    })
}

/// Where template code that begins at a place ends, if any begins there.
fn code_end(source: &str, at: usize) -> Option<usize> {
    let close = match source.get(at..at + 2)? {
        "{{" => "}}",
        "{%" => "%}",
        "{#" => "#}",
        _ => return None,
    };
    Some(source[at + 2..].find(close).map_or(source.len(), |end| at + 2 + end + 2))
}

/// Where the `>` of a tag stands, past quotes and template code.
fn tag_end(source: &str, start: usize) -> usize {
    let mut at = start;
    let mut quote = None;
    while let Some(byte) = source.as_bytes().get(at) {
        if let Some(end) = code_end(source, at) {
            at = end;
            continue;
        }
        match (quote, byte) {
            (None, b'>') => return at,
            (None, b'"' | b'\'') => quote = Some(*byte),
            (Some(open), close) if open == *close => quote = None,
            _ => {}
        }
        at += 1;
    }
    source.len()
}

#[cfg(test)]
mod tests {

    use super::template;
    use crate::render::Theme;
    use crate::render::template::without_code_lines;

    #[test]
    fn space_that_is_seen_stays() {
        let source = "<p>\n  {{ a }}\n  {% if b %}· <b\n    class=\"x  y\"\n    \
                      {%- if c %} lang=\"{{ c }}\"{% endif %}\n  >{{ b }}</b>{% endif %}\n</p>\n{% if d %}\n  \
                      <ul>\n    <li{% if e %} id=\"e\"{% endif %}>{{ e }}</li>\n  </ul>\n{% endif %}";
        assert_eq!(
            template(source),
            "<p>{{ a }} {% if b %}· <b class=\"x  y\" {%- if c %} lang=\"{{ c }}\"{% endif %}>{{ b }}</b>\
             {% endif %}</p>{% if d %}<ul><li{% if e %} id=\"e\"{% endif %}>{{ e }}</li></ul>{% endif %}"
        );
    }

    #[test]
    fn a_template_that_would_be_rearranged_stays() {
        let source = "{% if a %}\n<a>\n{% else %}\n<b>\n{% endif %}\nx\n{% if a %}</a>{% else %}</b>{% endif %}";
        assert_eq!(template(source), source);
    }

    #[test]
    fn every_template_of_the_theme_becomes_small() {
        for (path, source) in Theme::load(None).unwrap().texts("templates").unwrap() {
            let small = template(&without_code_lines(source));
            assert!(!small.contains('\n'), "{path} stays as it is written: {small}");
        }
    }
}
