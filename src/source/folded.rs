//! Texts in Markdown whose lines YAML joins into one, so that the lists in them are none.

use crate::diagnostic::{Diagnostic, Span, marks};
use crate::yaml::{Node, NodeKind, Pair, is_language};

/// The keys behind which Markdown stands.
const MARKDOWN: [&str; 5] = ["answer", "body", "description", "directions", "what"];

/// The findings for all of them below a node; `text` is the file.
pub(super) fn all(node: &Node<'_>, text: &str) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    below(node, text, &mut found);
    found
}

fn below(node: &Node<'_>, text: &str, found: &mut Vec<Diagnostic>) {
    match &node.kind {
        NodeKind::Scalar { .. } | NodeKind::Broken => {}
        NodeKind::Sequence(items) => items.iter().for_each(|item| below(item, text, found)),
        NodeKind::Mapping(entries) => {
            for entry in entries {
                let is_text = matches!(entry.value.kind, NodeKind::Scalar { .. });
                let languages = match &entry.value.kind {
                    NodeKind::Mapping(versions) if versions.iter().all(|version| is_language(&version.key)) => versions,
                    _ => &Vec::new(),
                };
                if MARKDOWN.contains(&&*entry.key) {
                    let own = Some(entry).filter(|_| is_text);
                    found.extend(own.into_iter().chain(languages).filter_map(|entry| folded(entry, text)));
                }
                below(&entry.value, text, found);
            }
        }
    }
}

/// A text that goes on in lines which begin as items of a list do.
fn folded(entry: &Pair<'_>, text: &str) -> Option<Diagnostic> {
    let span = entry.value.span;
    let written = text.get(span.start as usize..span.end as usize)?;
    // The text may begin on the line of its key or below it.
    let gap = text.get(entry.key_span.end as usize..span.start as usize)?;
    let (colon, sign) = gap.find(':').map(|colon| (colon, gap.get(colon + 1..).unwrap_or("").trim_start()))?;
    if sign.starts_with('|') || !written.contains('\n') || !matches!(entry.value.kind, NodeKind::Scalar { .. }) {
        return None;
    }
    // What a program has written keeps its lines by signs of its own.
    if written.starts_with('"') && written.contains("\\n") {
        return None;
    }
    let lines: Vec<&str> = written.split('\n').collect();
    let begins = |line: &str| marks::is_item(line) || line.starts_with("- ") || line.starts_with("* ");
    let joined = lines.windows(2).find(|pair| match pair {
        [above, line] => begins(line.trim()) && !above.trim().is_empty(),
        _ => false,
    })?;
    let first = joined.last().copied().unwrap_or("").trim();
    let sign = first.split(' ').next().unwrap_or("-");
    let key = &entry.key;
    let what = format!("the lines of this text are joined into one, so that `{sign}` begins no list");
    let offset = written.find(first).unwrap_or(0);
    let (from, key_span) = (span.start as usize + offset, entry.key_span);
    let finding = Diagnostic::warning("folded-list", key_span, what)
        .why("readers would see the sign in the midst of a sentence")
        .also(Span::new(span.file, from, from + first.len()), "this line is joined to the one above");
    if sign.starts_with('>') {
        let at = entry.key_span.end + u32::try_from(gap.find('>')?).ok()?;
        let sign = Span { start: at, end: at + 1, ..span };
        return Some(finding.help("write `|` in place of `>`, which keeps the lines as they are").replace(sign, "|"));
    }
    let start = text.get(..entry.key_span.start as usize)?.rsplit('\n').next()?;
    let finding = finding.help(format!(
        "write `{key}: |`, and begin the text on the next line, each of its lines two spaces deeper than `{key}`"
    ));
    let is_block = start.trim_matches([' ', '-']).is_empty();
    let plain = matches!(&entry.value.kind, NodeKind::Scalar { plain: true, .. });
    if !is_block || !plain {
        return Some(finding);
    }
    let indent = " ".repeat(start.chars().count() + 2);
    let lines = lines.iter().map(|line| match line.trim() {
        "" => String::new(),
        line => format!("\n{indent}{line}"),
    });
    let meant: Vec<String> = lines.map(|line| if line.is_empty() { "\n".to_owned() } else { line }).collect();
    let from = Span { start: entry.key_span.end + u32::try_from(colon).ok()? + 1, ..span };
    Some(finding.replace(from, format!(" |{}", meant.concat())))
}
