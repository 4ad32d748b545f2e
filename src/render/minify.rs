//! The one call of the HTML minifier. It sees each template once, when the theme is loaded, and
//! never a page: what is the same on ten thousand pages is made small once.
//!
//! The minifier knows HTML and not templates: left alone it would reorder attributes around `{% if %}`,
//! take the quotes from `href="{{ ... }}"` and keep white space beside code. So it sees neither: code and
//! each tag's attributes are put aside under a number and put back afterwards. A template whose tags it
//! would still rearrange (one that opens an element in one branch and closes it in another) stays as it
//! was written.
//!
//! White space between inline elements goes when their parent is a block (`div`, `nav`, `section`):
//! templates set such elements apart by style, not by spaces.

use std::ops::Range;

use super::code::code_end;

/// A template without what browsers do not need. Where the minifier is not built in, it stays as it is written.
pub(super) fn template(source: &str) -> String {
    if !cfg!(feature = "minify") {
        return source.to_owned();
    }
    let source = &without_space_at_blocks(&tags_in_one_line(source));
    let (bare, aside) = put_aside(source);
    // A part of a page stands in a block.
    let (open, close) = if bare.trim_start().starts_with("<!") { ("", "") } else { ("<main>", "</main>") };
    let small = minified(&format!("{open}{bare}{close}"));
    let small = small.as_deref().and_then(|small| small.strip_prefix(open)?.strip_suffix(close));
    let restored = small.and_then(|small| put_back(small, &aside));
    let same = restored.as_deref().is_some_and(|restored| skeleton(restored).eq(skeleton(source)));
    restored.filter(|_| same).unwrap_or_else(|| source.to_owned())
}

/// The minifier's own work. All around it is compiled without it, too, so that clippy sees it without the sixty crates
/// that the minifier brings.
#[cfg(feature = "minify")]
fn minified(html: &str) -> Option<String> {
    let cfg = minify_html::Cfg {
        keep_closing_tags: true,
        keep_html_and_head_opening_tags: true,
        ..minify_html::Cfg::default()
    };
    String::from_utf8(minify_html::minify(html.as_bytes(), &cfg)).ok()
}

#[cfg(not(feature = "minify"))]
fn minified(_html: &str) -> Option<String> {
    None
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

/// The source without the white space that directly touches a block's tag. The minifier itself leaves it
/// where a block holds text and code.
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

/// What stands for all attributes of a tag, before their number.
const ATTRIBUTES: &str = " data-aside-";

/// Elements whose content is text to the last letter: a tag in them would be shown.
const TEXT_ONLY: [&str; 4] = ["title", "textarea", "script", "style"];

/// Something put aside.
enum Aside<'s> {
    /// Template code.
    Code(&'s str),
    /// A tag's attributes.
    Attributes(&'s str),
}

impl Aside<'_> {
    /// What stands for it.
    fn stand_in(&self, number: usize) -> String {
        match self {
            // An element: beside a comment the minifier takes a space for the first or last thing in a paragraph.
            Self::Code(_) => format!("<x-aside-{number}></x-aside-{number}>"),
            Self::Attributes(_) => format!("{ATTRIBUTES}{number}"),
        }
    }
}

/// The source with stand-ins for each code and for each tag's attributes, and what was put aside.
fn put_aside(source: &str) -> (String, Vec<Aside<'_>>) {
    let mut bare = String::with_capacity(source.len());
    let mut aside = Vec::new();
    let mut copied = 0;
    let mut inside = "";
    for piece in pieces(source) {
        let (range, piece) = match piece {
            Piece::Tag { name, attributes } => {
                inside = &source[name];
                (attributes.clone(), Aside::Attributes(&source[attributes]))
            }
            Piece::Code(range) if TEXT_ONLY.contains(&inside) => (range.end..range.end, Aside::Code("")),
            Piece::Code(range) => (range.clone(), Aside::Code(&source[range])),
        };
        if !range.is_empty() {
            bare.push_str(&source[copied..range.start]);
            bare.push_str(&piece.stand_in(aside.len()));
            copied = range.end;
            aside.push(piece);
        }
    }
    bare.push_str(&source[copied..]);
    (bare, aside)
}

/// What was put aside in its places again; `None` when some of it got lost.
fn put_back(small: &str, aside: &[Aside<'_>]) -> Option<String> {
    let mut restored = String::with_capacity(small.len());
    let mut rest = small;
    for (number, piece) in aside.iter().enumerate() {
        let (before, after) = rest.split_once(&piece.stand_in(number))?;
        let (Aside::Code(source) | Aside::Attributes(source)) = piece;
        restored.push_str(before);
        restored.push_str(source);
        rest = after;
    }
    restored.push_str(rest);
    Some(restored)
}

/// What must not change: the tags and the template code, in their order.
fn skeleton(source: &str) -> impl Iterator<Item = &str> {
    pieces(source).map(|piece| {
        let range = match piece {
            Piece::Code(range) => range,
            Piece::Tag { name, attributes } => name.start..attributes.end,
        };
        source.get(range).unwrap_or("")
    })
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
