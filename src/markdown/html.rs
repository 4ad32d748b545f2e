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
        if !html.chars().all(is_allowed) {
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

impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// Appends text with `& < > " '` escaped, fit for element content and quoted attributes.
pub(super) fn push_escaped(html: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            other => html.push(other),
        }
    }
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
    use super::{Html, push_escaped};

    #[test]
    fn text_stays_text() {
        let mut html = String::new();
        push_escaped(&mut html, "<b title=\"x\" id='y'>&\u{0}\u{FFFE}\u{85}\t</b>");
        let html = Html::from_rendered(html);
        assert_eq!(html.as_str(), "&lt;b title=&quot;x&quot; id=&#39;y&#39;&gt;&amp;\t&lt;/b&gt;");
        assert_eq!(serde_json::to_string(&html).unwrap(), format!("{:?}", html.as_str()));
    }
}
