//! Markdown where a text is plain, and quotes that YAML does not know: such signs are shown as letters. And phrases
//! that stand in one where several do.

use std::ops::Range;

use crate::checks::check::{Subject, check};
use crate::checks::near_marks;
use crate::checks::numbered_items::{self, Shown};
use crate::checks::texts::{each_text, markdown};
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::model::{Catalog, Said, TextKind};

check! {
    /// Ensures that no plain text holds a link or marked words in Markdown. Only `description`, `answer`, `directions`,
    /// the `what` of steps and Markdown files are Markdown; elsewhere readers would see the brackets and signs. There
    /// it looks for bold words that never end, and for bullets and numbers that make no list.
    SHOWN_MARKDOWN: Warning "shown-markdown" => shown_markdown
}

check! {
    /// Ensures that no text stands as a whole in the curly quotes of an office program. YAML knows `"` and `'` alone,
    /// so that these belong to the text.
    SHOWN_QUOTES: Warning "shown-quotes" => shown_quotes
}

check! {
    /// Ensures that each entry of `asked_as` and `keywords` is one phrase. Several with semicolons between them count
    /// as a single long one, which nobody types.
    SEVERAL_PHRASES: Warning "several-phrases" => several_phrases
}

fn several_phrases(subject: &Subject<'_>, found: &mut Diagnostics) {
    each_text(subject.catalog, &mut |_, kind, said| {
        let Said::List(list) = said else { return };
        if matches!(kind, TextKind::Asked | TextKind::Search) {
            found.extend(list.written().filter_map(|(_, text, span)| joined_phrases(text, span)));
        }
    });
}

/// `overtime; night work`
fn joined_phrases(text: &str, span: Span) -> Option<Diagnostic> {
    let phrases: Vec<&str> = text.split(';').map(str::trim).filter(|phrase| !phrase.is_empty()).collect();
    let meant = phrases.iter().map(|phrase| format!("`{phrase}`")).collect::<Vec<_>>().join(", ");
    (phrases.len() > 1).then(|| {
        SEVERAL_PHRASES
            .at(span, "this is one item of the list, and holds several phrases")
            .why("the search would take them for a single phrase, which nobody types")
            .help(format!("write each as an item of its own: {meant}"))
    })
}

/// The pairs of signs between which something is quoted in some language.
const QUOTES: &str = "“” ”” „” „“ «» »« »» ‘’";

fn shown_quotes(subject: &Subject<'_>, found: &mut Diagnostics) {
    report(subject, found, &[TextKind::Markdown], quoted);
}

/// Reports what is found in texts that are not of some kinds.
fn report(
    subject: &Subject<'_>,
    found: &mut Diagnostics,
    others: &[TextKind],
    finding: fn(&str, Span) -> Option<Diagnostic>,
) {
    each_text(subject.catalog, &mut |_, kind, said| match said {
        _ if others.contains(&kind) => {}
        Said::One(text) => found.extend(text.written().filter_map(|(_, text)| finding(text, text.span))),
        Said::List(list) => found.extend(list.written().filter_map(|(_, text, span)| finding(text, span))),
    });
}

fn quoted(text: &str, span: Span) -> Option<Diagnostic> {
    let between = |pair: &str| {
        let mut signs = pair.chars();
        text.strip_prefix(signs.next()?)?.strip_suffix(signs.next()?)
    };
    let is_quote = |sign: char| sign != ' ' && QUOTES.contains(sign);
    let bare = QUOTES.split(' ').find_map(between).filter(|bare| !bare.contains(is_quote))?;
    let finding = SHOWN_QUOTES.at(span, "the quotes around this text would be shown to readers");
    Some(finding.why("only `\"` and `'` are quotes in YAML").help(format!("write it without them: `{bare}`")))
}

fn shown_markdown(subject: &Subject<'_>, found: &mut Diagnostics) {
    report(subject, found, &[TextKind::Markdown, TextKind::Search, TextKind::Asked], marked_up);
    let lists = |catalog: &Catalog, found: &mut Diagnostics| {
        each_text(catalog, &mut |_, _, said| {
            if let Said::List(list) = said {
                found.extend(numbered_items::of_list(list).into_iter().map(numbered));
            }
        });
        let steps = catalog
            .services()
            .map(|(_, service)| numbered_items::of_texts(service.steps.iter().map(|step| &step.what)));
        let more = catalog
            .journeys()
            .map(|(_, journey)| numbered_items::of_texts(journey.steps.iter().map(|step| &step.what)));
        found.extend(steps.chain(more).flatten().map(numbered));
    };
    lists(subject.catalog, found);
    for text in markdown(subject.catalog) {
        for (_, version) in text.written() {
            found.extend(near_marks::all(version).into_iter().map(|(range, what, help)| {
                let finding =
                    SHOWN_MARKDOWN.at(version.span, what).why("readers would see these signs as they are written");
                finding.help(help).within(version, range)
            }));
        }
    }
}

fn numbered((span, text, range, what): Shown<'_>) -> Diagnostic {
    let finding = SHOWN_MARKDOWN.at(span, what).why("readers would see two signs before the words");
    finding.help("begin each item of the list with its first word").within(text, range)
}

fn marked_up(text: &str, span: Span) -> Option<Diagnostic> {
    // Every such way of writing needs one of these; most texts have none.
    if !text.bytes().any(|byte| matches!(byte, b']' | b'*' | b'_' | b'~' | b'`' | b'>')) {
        return None;
    }
    let (range, what, help) = match link(text) {
        Some(range) => (
            range,
            "this link would be shown to readers as it is written",
            "write the words alone and put the address into `links`, `channels` or `description`",
        ),
        None => (
            marked(text).or_else(|| tag(text))?,
            "these signs would be shown to readers as they are written",
            "delete the signs, or say it in `description`",
        ),
    };
    let message = format!("{what}: this text is plain");
    let finding = SHOWN_MARKDOWN
        .at(span, message)
        .why("only `description`, `answer`, `directions` and `what` of steps are Markdown");
    Some(finding.help(help).within(text, range))
}

/// `[words](address)`
fn link(text: &str) -> Option<Range<usize>> {
    text.match_indices("](").find_map(|(middle, _)| {
        let begin = text[..middle].rfind('[')?;
        let end = middle + 2 + text[middle + 2..].find(')')?;
        let address = text.get(middle + 2..end)?;
        let leads = address.contains([':', '/', '.', '#']) && !address.contains(char::is_whitespace);
        leads.then_some(begin..end + 1)
    })
}

/// `**words**`, `__words__`, `~~words~~` or words between two backticks.
fn marked(text: &str) -> Option<Range<usize>> {
    let between = |mark: &str| {
        let begin = text.find(mark)?;
        let words = text.get(begin + mark.len()..)?;
        let length = words.find(mark).filter(|length| *length > 0)?;
        let is_tight = words.get(..length).is_some_and(|words| words.trim() == words);
        is_tight.then_some(begin..begin + length + 2 * mark.len())
    };
    ["**", "__", "~~", "`"].into_iter().find_map(between)
}

/// The tags of HTML that people write into a line of words.
const TAGS: [&str; 18] = [
    "a", "b", "br", "center", "code", "div", "em", "font", "i", "img", "p", "small", "span", "strong", "sub", "sup",
    "u", "ul",
];

/// `<em>`, `</em>` or `<br/>`; `<name>` stands for something that the reader fills in.
fn tag(text: &str) -> Option<Range<usize>> {
    text.match_indices('<').find_map(|(begin, _)| {
        let rest = text.get(begin + 1..)?;
        let inner = rest.get(..rest.find('>')?)?;
        let name = inner.trim_start_matches('/').split([' ', '/']).next()?.to_ascii_lowercase();
        TAGS.contains(&&*name).then_some(begin..begin + inner.len() + 2)
    })
}
