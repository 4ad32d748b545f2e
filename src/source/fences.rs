//! Lines of backticks that a chat or a web page puts around a file, and that were copied with it.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, FileId, Span};

/// What of a text is the file, and the finding for the lines around it; none where there are no such lines.
pub(super) fn around(file: FileId, text: &str) -> Option<(Range<usize>, Diagnostic)> {
    let mut start = 0;
    let mut fences: Vec<Range<usize>> = Vec::new();
    for line in text.split_inclusive('\n') {
        if line.starts_with("```") || line.starts_with("~~~") {
            fences.push(start..start + line.len());
        }
        start += line.len();
    }
    let first = fences.first()?.clone();
    let before = text.get(..first.start)?.trim();
    let has_keys = |text: &str| text.lines().any(|line| line.contains(": ") || line.ends_with(':'));
    let inner = match fences.get(1) {
        Some(last) => first.end..last.start,
        None if has_keys(before) => 0..first.start,
        None => first.end..text.len(),
    };
    let at = Span::new(file, first.start, first.start + text.get(first.clone())?.trim_end().len());
    let what = "this line comes from a chat or a web page and is no part of the file";
    let finding = Diagnostic::error("invalid-yaml", at, what).why("a file holds keys and values alone");
    let outside = fences.get(1).map_or("", |last| text.get(last.end..).unwrap_or("").trim());
    let finding = match fences.get(1) {
        Some(_) if before.is_empty() && outside.is_empty() => {
            finding.help("delete it, and the other line of the same signs below")
        }
        Some(_) => finding.help("keep only what stands between this line and the next one of the same signs"),
        None => finding.help("delete it").replace(Span::new(file, first.start, first.end), ""),
    };
    Some((inner, finding))
}
