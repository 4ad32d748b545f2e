//! HTML in Markdown, which is shown as text.

use crate::checks::check::{Subject, check};
use crate::checks::texts::markdown;
use crate::diagnostic::Diagnostics;
use crate::markdown::{RawKind, survey};

check! {
    /// Ensures that no text holds HTML. Markdown takes none, so that nobody can plant a script: a tag
    /// is shown as the letters that it is made of, but for `<br>`, and a comment is left out.
    SHOWN_HTML: Warning "shown-html" => shown_html
}

fn shown_html(subject: &Subject<'_>, found: &mut Diagnostics) {
    for text in markdown(subject.catalog) {
        for (_, version) in text.written().filter(|(_, version)| version.contains('<')) {
            for raw in survey(version).html {
                let diagnostic = match raw.kind {
                    RawKind::Tag(name) => SHOWN_HTML
                        .at(version.span, format!("the tag `<{name}>` is shown to readers as these letters"))
                        .why("texts are Markdown, which takes no HTML, so that nobody can plant a script")
                        .help(instead(&name)),
                    RawKind::OpenComment => SHOWN_HTML
                        .at(version.span, "this comment is never closed")
                        .why("readers would see nothing of what stands below it")
                        .help("close it with `-->`"),
                };
                found.push(diagnostic.within(version, raw.range));
            }
        }
    }
}

/// What Markdown has for a tag.
fn instead(tag: &str) -> &'static str {
    match tag.to_ascii_lowercase().as_str() {
        "b" | "strong" => "write `**bold**`",
        "i" | "em" => "write `*emphasis*`",
        "s" | "del" | "strike" => "write `~~struck out~~`",
        "a" => "write `[the words](https://...)`",
        "img" => "write `![what it shows](picture.png)`",
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "write `## Heading`",
        "ul" | "ol" | "li" => "begin each item on a line of its own with `- ` or `1. `",
        "code" | "kbd" | "samp" | "tt" => "write `code` between two backticks",
        "pre" => "put the lines between two lines of ``` (three backticks)",
        "p" | "div" => "leave an empty line between paragraphs and delete the tags",
        "hr" => "write a line of `---`",
        "blockquote" => "begin each line with `> `",
        "table" | "tr" | "td" | "th" | "thead" | "tbody" => "write a table with `|` between the cells",
        "script" | "style" | "iframe" | "object" | "embed" | "video" | "audio" => {
            "delete it; link to the page where it stands"
        }
        _ => "delete the tag; where it is meant as text, put it between two backticks",
    }
}
