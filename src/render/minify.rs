//! The one call of the HTML minifier. It sees each template once, when the theme is loaded, and
//! never a page: what is the same on ten thousand pages is made small once.
//!
//! The minifier knows HTML and not templates: left alone it would reorder attributes around `{% if %}`
//! and take the quotes from `href="{{ ... }}"`. So it never sees an attribute: each tag's are put aside
//! under a number and put back afterwards. A template whose tags it would still rearrange (one that
//! opens an element in one branch and closes it in another) stays as it was written.
//!
//! White space between inline elements goes when their parent is a block (`div`, `nav`, `section`):
//! templates set such elements apart by style, not by spaces.

/// A template without what browsers do not need.
pub(super) fn template(source: &str) -> String {
    let cfg = minify_html::Cfg {
        keep_closing_tags: true,
        keep_html_and_head_opening_tags: true,
        preserve_brace_template_syntax: true,
        ..minify_html::Cfg::default()
    };
    let (bare, attributes) = put_aside(source);
    let small = String::from_utf8(minify_html::minify(bare.as_bytes(), &cfg)).unwrap_or_default();
    let restored = put_back(&small, &attributes);
    let same = restored.as_deref().is_some_and(|restored| skeleton(restored).eq(skeleton(source)));
    restored.filter(|_| same).unwrap_or_else(|| source.to_owned())
}

/// The attribute that stands for all attributes of a tag.
const STAND_IN: &str = " data-aside-";

/// The source with a numbered stand-in for each tag's attributes, and the attributes.
fn put_aside(source: &str) -> (String, Vec<&str>) {
    let mut bare = String::with_capacity(source.len());
    let mut attributes = Vec::new();
    let mut copied = 0;
    for piece in pieces(source) {
        let Piece::Tag { attributes: range } = piece else { continue };
        if !range.is_empty() {
            bare.push_str(&source[copied..range.start]);
            bare.push_str(&format!("{STAND_IN}{}", attributes.len()));
            attributes.push(&source[range.clone()]);
            copied = range.end;
        }
    }
    bare.push_str(&source[copied..]);
    (bare, attributes)
}

/// The attributes in their places again; `None` when one of them got lost.
fn put_back(small: &str, attributes: &[&str]) -> Option<String> {
    let mut parts = small.split(STAND_IN);
    let mut restored = parts.next()?.to_owned();
    for (number, part) in parts.enumerate() {
        restored.push_str(attributes.get(number)?);
        restored.push_str(part.strip_prefix(&number.to_string())?);
    }
    Some(restored)
}

/// What must not change: the tags and the template code, in their order.
fn skeleton(source: &str) -> impl Iterator<Item = &str> {
    let mut after = 0;
    pieces(source).map(move |piece| {
        let range = match piece {
            Piece::Code(range) => range,
            Piece::Tag { attributes } => {
                let start = source[after..attributes.start].rfind('<').map_or(attributes.start, |at| after + at);
                start..attributes.end
            }
        };
        after = range.end;
        source.get(range).unwrap_or("")
    })
}

/// A part of a template that is more than text.
enum Piece {
    /// `{{ ... }}`, `{% ... %}` or `{# ... #}`.
    Code(std::ops::Range<usize>),
    /// A tag; the range holds what stands between its name and its end.
    Tag { attributes: std::ops::Range<usize> },
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
                at = end;
                return Some(Piece::Tag { attributes: start..end });
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
