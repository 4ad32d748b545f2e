//! HTML that may be printed as it is.

use std::fmt;

use serde::{Serialize, Serializer};

/// A piece of HTML that is safe to print unescaped: made from Markdown or from escaped text only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// The HTML itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes what the renderer wrote and drops the characters that HTML forbids, wherever they came
    /// from: also `&#1;` in a text is one, once decoded.
    pub(super) fn from_rendered(mut html: String) -> Self {
        if !is_all_allowed(&html) {
            html.retain(is_allowed);
        }
        html.truncate(html.trim_end().len());
        Self(html)
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A string to all but the template engine, to which it says that it is safe.
impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        tera::Value::safe_string(&self.0).serialize(serializer)
    }
}

/// HTML in the making: what is text is escaped, what is opened is closed.
#[derive(Debug, Default)]
pub struct Markup(String);

impl Markup {
    /// With room for so many bytes.
    pub fn with_capacity(bytes: usize) -> Self {
        Self(String::with_capacity(bytes))
    }

    /// Adds a text.
    pub fn text(&mut self, text: &str) -> &mut Self {
        push_escaped(&mut self.0, text);
        self
    }

    /// Adds what is HTML already.
    pub fn html(&mut self, html: &Html) -> &mut Self {
        self.0.push_str(html.as_str());
        self
    }

    /// Adds a place where a word may be broken.
    pub fn may_break(&mut self) -> &mut Self {
        self.0.push_str("<wbr>");
        self
    }

    /// Adds an element with those of its attributes that have a value.
    pub fn element(
        &mut self,
        name: &'static str,
        attributes: &[(&'static str, Option<&str>)],
        content: impl FnOnce(&mut Self),
    ) -> &mut Self {
        self.0.push('<');
        self.0.push_str(name);
        for (attribute, value) in attributes {
            let Some(value) = value else { continue };
            self.0.push(' ');
            self.0.push_str(attribute);
            self.0.push_str("=\"");
            push_escaped(&mut self.0, value);
            self.0.push('"');
        }
        self.0.push('>');
        content(self);
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
        self
    }

    /// The HTML.
    pub fn finish(self) -> Html {
        Html(self.0)
    }
}

/// Appends text with `& < > " '` escaped, fit for element content and quoted attributes.
pub(super) fn push_escaped(html: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = find(rest, |byte| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'')) {
        html.push_str(&rest[..at]);
        html.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        });
        rest = &rest[at + 1..];
    }
    html.push_str(rest);
}

/// Where the first byte of some kind stands. Most texts have none: they are looked at sixteen bytes at once.
fn find(text: &str, is: impl Fn(u8) -> bool) -> Option<usize> {
    let bytes = text.as_bytes();
    let has = |block: &[u8; 16]| block.iter().fold(false, |found, byte| found | is(*byte));
    let passed = bytes.as_chunks().0.iter().take_while(|block| !has(block)).count() * 16;
    bytes[passed..].iter().position(|byte| is(*byte)).map(|at| passed + at)
}

fn is_all_allowed(html: &str) -> bool {
    let mut rest = html;
    while let Some(at) = find(rest, |byte| !matches!(byte, b' '..=b'~' | b'\t' | b'\n')) {
        let Some(odd) = rest[at..].chars().next().filter(|odd| is_allowed(*odd)) else { return false };
        rest = &rest[at + odd.len_utf8()..];
    }
    true
}

/// HTML, "parse errors: control-character-in-input-stream, noncharacter-in-input-stream".
fn is_allowed(character: char) -> bool {
    match character {
        '\t' | '\n' => true,
        // Marks that turn the direction of what follows would reach beyond the text itself.
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => false,
        '\u{FDD0}'..='\u{FDEF}' => false,
        other => !other.is_control() && (other as u32) & 0xFFFE != 0xFFFE,
    }
}

#[cfg(test)]
mod tests {
    use super::{Html, Markup, push_escaped};

    #[test]
    fn elements_hold_text_and_html() {
        let mut markup = Markup::default();
        let inner = Html::from_rendered("<em>x</em>".to_owned());
        markup.text("1 < 2 ").element("a", &[("href", Some("?a&b=\"")), ("lang", None)], |inside| {
            inside.html(&inner).text("'");
        });
        assert_eq!(markup.finish().as_str(), "1 &lt; 2 <a href=\"?a&amp;b=&quot;\"><em>x</em>&#39;</a>");
    }

    #[test]
    fn text_stays_text() {
        let mut html = String::new();
        push_escaped(&mut html, "<b title=\"x\" id='y'>&\u{0}\u{FFFE}\u{85}\t</b>");
        let html = Html::from_rendered(html);
        assert_eq!(html.as_str(), "&lt;b title=&quot;x&quot; id=&#39;y&#39;&gt;&amp;\t&lt;/b&gt;");
        assert_eq!(serde_json::to_string(&html).unwrap(), format!("{:?}", html.as_str()));
    }
}
