//! Findings for people, in the manner of a compiler.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io::{self, Write};

use annotate_snippets::level::{ERROR, HELP, Level, NOTE, WARNING};
use annotate_snippets::{Annotation, AnnotationKind, Group, Origin, Patch, Renderer, Snippet, Title};
use luukku::diagnostic::invisible::written_out;
use luukku::diagnostic::wording::grouped;
use luukku::diagnostic::{Diagnostic, Diagnostics, FileId, Severity, Span};

use super::place::Places;

/// So many warnings of one code are shown; the rest is counted. Errors are all shown.
const SHOWN_OF_A_CODE: usize = 20;
/// So many warnings for the same reason and with the same way out are shown in full; of the next ones, only what is
/// wrong and where.
const SHOWN_IN_FULL: usize = 3;

/// Prints notes, what holds of nearly all entries, the other warnings and then the errors, each followed by an empty
/// line: what comes last is nearest the prompt.
pub(super) fn write(out: &mut impl Write, diagnostics: &Diagnostics, places: &mut Places<'_>) -> io::Result<()> {
    let renderer = Renderer::styled();
    let mut codes: BTreeMap<&str, usize> = BTreeMap::new();
    let mut alike: BTreeMap<_, usize> = BTreeMap::new();
    let (errors, mut warnings): (Vec<_>, Vec<_>) =
        diagnostics.iter().partition(|diagnostic| diagnostic.severity == Severity::Error);
    // What weighs least is farthest from the prompt.
    warnings.sort_by_key(|warning| (std::cmp::Reverse(warning.severity), !stands_for_many(warning)));
    for warning in warnings {
        if increased(codes.entry(warning.code)) > SHOWN_OF_A_CODE {
            continue;
        }
        let groups = match increased(alike.entry((warning.code, &warning.why, &warning.help))) > SHOWN_IN_FULL {
            true if tells_itself(warning) => vec![short(warning, places)],
            _ => groups(warning, places),
        };
        writeln!(out, "{}\n", renderer.render(&groups))?;
    }
    for error in errors {
        writeln!(out, "{}\n", renderer.render(&groups(error, places)))?;
    }
    table(out, diagnostics)
}

fn stands_for_many(diagnostic: &Diagnostic) -> bool {
    diagnostic.severity != Severity::Error && diagnostic.count > 1
}

/// Whether what is wrong can be understood from the message alone: it names what it is about.
fn tells_itself(warning: &Diagnostic) -> bool {
    warning.secondary.is_empty() && warning.replacement.is_none() && warning.message.contains('`')
}

/// Counts one more, and says how many they are.
fn increased<K: Ord>(entry: Entry<'_, K, usize>) -> usize {
    let count = entry.or_default();
    *count += 1;
    *count
}

/// How often each code was found, where there are several.
fn table(out: &mut impl Write, diagnostics: &Diagnostics) -> io::Result<()> {
    let mut counts: BTreeMap<(Severity, &str), (usize, usize)> = BTreeMap::new();
    for diagnostic in diagnostics.iter() {
        let (found, counted) = counts.entry((diagnostic.severity, diagnostic.code)).or_default();
        *found += 1;
        *counted += diagnostic.count;
    }
    let is_cut = |severity: Severity, found: usize| severity != Severity::Error && found > SHOWN_OF_A_CODE;
    let cut = counts.iter().any(|((severity, _), (found, _))| is_cut(*severity, *found));
    if counts.len() < 2 && !cut {
        return Ok(());
    }
    let widest = counts.values().map(|(_, counted)| grouped(*counted).len()).max().unwrap_or(0);
    for ((severity, code), (found, counted)) in &counts {
        let noun = severity.noun();
        let shown = match is_cut(*severity, *found) {
            true => format!(" (the first {SHOWN_OF_A_CODE} are shown)"),
            false => String::new(),
        };
        writeln!(out, "{:>widest$}  {noun:<7}  {code}{shown}", grouped(*counted))?;
    }
    if cut {
        writeln!(out, "`luukku check --format json` lists them all")?;
    }
    writeln!(out)
}

/// What is wrong and where, without the lines.
fn short(diagnostic: &Diagnostic, places: &mut Places<'_>) -> Group<'static> {
    Group::with_title(title(diagnostic)).element(origin(diagnostic.primary.span, places))
}

fn title(diagnostic: &Diagnostic) -> Title<'static> {
    let level = match diagnostic.severity {
        Severity::Error => ERROR,
        Severity::Warning => WARNING,
        Severity::Note => NOTE,
    };
    level.primary_title(written_out(&diagnostic.message).into_owned()).id(diagnostic.code)
}

/// What a finding says: nothing of it may turn the lines of a terminal. Only its own words have several lines.
fn words(text: &str) -> String {
    text.split('\n').map(written_out).collect::<Vec<_>>().join("\n")
}

fn path(file: FileId, places: &Places<'_>) -> String {
    written_out(&places.path(file)).into_owned()
}

fn origin(span: Span, places: &mut Places<'_>) -> Origin<'static> {
    let position = places.position(span);
    Origin::path(path(span.file, places)).line(position.line).char_column(position.column)
}

/// The frame with its notes, and the change that would mend it. What holds of nearly all entries is told in few lines:
/// none of the places explains it.
fn groups(diagnostic: &Diagnostic, places: &mut Places<'_>) -> Vec<Group<'static>> {
    let mut main = match stands_for_many(diagnostic) {
        true => short(diagnostic, places),
        false => frames(Group::with_title(title(diagnostic)), diagnostic, places),
    };
    if let Some(why) = &diagnostic.why {
        main = main.element(NOTE.message(words(why)));
    }
    let change = diagnostic.replacement.as_ref().and_then(|(span, text)| change(*span, text, places));
    match (&diagnostic.help, change) {
        (Some(help), Some(change)) => vec![main, titled(HELP, help, change)],
        (None, Some(change)) => vec![main, titled(HELP, "write this instead", change)],
        (Some(help), None) => vec![main.element(HELP.message(words(help)))],
        (None, None) => vec![main],
    }
}

fn titled(level: Level<'static>, title: &str, change: Snippet<'static, Patch<'static>>) -> Group<'static> {
    Group::with_title(level.secondary_title(words(title))).element(change)
}

/// The lines of all places: first the one that the finding is about, then those that explain it.
fn frames(mut group: Group<'static>, diagnostic: &Diagnostic, places: &mut Places<'_>) -> Group<'static> {
    let mut rest: Vec<_> = diagnostic.secondary.iter().collect();
    let mut lead = (diagnostic.primary.span, AnnotationKind::Primary, diagnostic.primary.text.as_str());
    loop {
        let (span, kind, text) = lead;
        let excerpt = places.excerpt(span);
        let mut marks = vec![mark(kind, excerpt.marked, text)];
        // What stands on the same line is marked in the same frame, unless the line is cut.
        rest.retain(|label| {
            let other = places.excerpt(label.span);
            let same = label.span.file == span.file && other.line == excerpt.line && other.text == excerpt.text;
            if same {
                marks.push(mark(AnnotationKind::Context, other.marked, &label.text));
            }
            !same
        });
        let path = path(span.file, places);
        let mut frame = Snippet::source(excerpt.text).line_start(excerpt.line).fold(false).annotations(marks);
        if excerpt.cut {
            group = group.element(origin(span, places));
        } else {
            frame = frame.path(path);
        }
        group = group.element(frame);
        if rest.is_empty() {
            return group;
        }
        let next = rest.remove(0);
        lead = (next.span, AnnotationKind::Context, next.text.as_str());
    }
}

fn mark(kind: AnnotationKind, range: std::ops::Range<usize>, text: &str) -> Annotation<'static> {
    let annotation = kind.span(range);
    if text.is_empty() { annotation } else { annotation.label(words(text)) }
}

/// The line before and after. None when the place has several lines: the help says it then.
fn change(span: Span, text: &str, places: &mut Places<'_>) -> Option<Snippet<'static, Patch<'static>>> {
    let position = places.position(span);
    if position.line != position.end_line || text.contains('\n') {
        return None;
    }
    let excerpt = places.short_excerpt(span);
    Some(
        Snippet::source(excerpt.text)
            .line_start(excerpt.line)
            .fold(false)
            .patch(Patch::new(excerpt.marked, text.to_owned())),
    )
}
