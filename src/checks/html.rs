//! HTML in Markdown, which is shown as text.

use crate::checks::check::{Subject, check};
use crate::checks::texts::markdown;
use crate::diagnostic::wording::count;
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::markdown::{RawHtml, RawKind, survey};

check! {
    /// Ensures that no text holds HTML. Markdown takes none, so that nobody can plant a script: a tag
    /// is shown as the letters that it is made of, but for `<br>`, and a comment is left out. All tags of a text are
    /// one finding.
    SHOWN_HTML: Warning "shown-html" => shown_html
}

fn shown_html(subject: &Subject<'_>, found: &mut Diagnostics) {
    for text in markdown(subject.catalog) {
        for (_, version) in text.written().filter(|(_, version)| version.contains('<')) {
            let html = survey(version).html;
            for raw in html.iter().filter(|raw| matches!(raw.kind, RawKind::OpenComment)) {
                let finding = SHOWN_HTML
                    .at(version.span, "this comment is never closed")
                    .why("readers would see nothing of what stands below it")
                    .help("close it with `-->`");
                found.push(finding.within(version, raw.range.clone()));
            }
            let first = html.iter().find(|raw| matches!(raw.kind, RawKind::Tag(_)));
            found.extend(first.map(|first| tags(&html, version.span).within(version, first.range.clone())));
        }
    }
}

/// How many kinds of tags are told what to write for.
const KINDS: usize = 3;

/// The finding for all tags of a text.
fn tags(html: &[RawHtml], at: Span) -> Diagnostic {
    let names: Vec<&str> = html.iter().filter_map(RawHtml::tag).collect();
    let first = names.first().copied().unwrap_or("");
    let what = match names.len() {
        1 => format!("the tag `<{first}>` is shown to readers as these letters"),
        number => {
            format!("{} of this text, such as `<{first}>`, are shown to readers as letters", count(number, "tag"))
        }
    };
    let mut told: Vec<(&str, &str)> = Vec::new();
    for name in names {
        if !told.iter().any(|(_, known)| *known == instead(name)) {
            told.push((name, instead(name)));
        }
    }
    let help = match told.as_slice() {
        [(_, help)] => (*help).to_owned(),
        several => {
            let each = several.iter().take(KINDS).map(|(name, help)| format!("for `<{name}>` {help}"));
            each.collect::<Vec<_>>().join("; ")
        }
    };
    SHOWN_HTML.at(at, what).why("texts are Markdown, which takes no HTML, so that nobody can plant a script").help(help)
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
