//! Names and words that mean two things.

use std::collections::{BTreeMap, HashSet};

use crate::checks::check::{Subject, check};
use crate::diagnostic::wording::{count, joined, listed};
use crate::diagnostic::{Diagnostics, Span, folded};
use crate::model::{LocaleId, Service, Standard, Text};

check! {
    /// Ensures that no two services, teams or departments bear the same name in one language, nor two
    /// urgencies of a service. In lists and in the search nobody could tell them apart.
    AMBIGUOUS_NAME: Warning "ambiguous-name" => ambiguous_name
}

fn ambiguous_name(subject: &Subject<'_>, found: &mut Diagnostics) {
    let catalog = subject.catalog;
    same_names("services", lasting(subject).map(|service| (&*service.slug, &service.name)), found);
    let teams = catalog.teams().filter(|(_, team)| !team.acting);
    same_names("teams", teams.map(|(_, team)| (&*team.slug, &team.name)), found);
    let departments = catalog.departments().map(|(_, department)| (&*department.slug, &department.name));
    same_names("departments", departments, found);
    same_urgencies(subject, found);
}

/// Tells an urgency of a service that readers cannot tell from another one, since both bear one name.
fn same_urgencies(subject: &Subject<'_>, found: &mut Diagnostics) {
    let mut told: HashSet<Span> = HashSet::new();
    for service in lasting(subject) {
        for standard in &service.standards {
            let names = standard.name.iter().flat_map(|name| name.written());
            let other = names.into_iter().find_map(|(locale, name)| {
                let is_called = |other: &&Standard| {
                    let theirs = other.name.iter().flat_map(|name| name.written());
                    let mut theirs = theirs.filter(|(of, _)| of == locale).map(|(_, text)| &*text.value).peekable();
                    match theirs.peek() {
                        Some(theirs) => other.span < standard.span && folded(theirs) == folded(name),
                        None => folded(&other.urgency) == folded(name),
                    }
                };
                let others = service.standards.iter().filter(|other| other.urgency != standard.urgency);
                Some((others.into_iter().find(is_called)?, name))
            });
            if let Some((other, name)) = other.filter(|(_, name)| told.insert(name.span)) {
                let what = format!(
                    "`{}` and `{}` are both called \u{201c}{}\u{201d}",
                    other.urgency, standard.urgency, **name
                );
                found.push(
                    AMBIGUOUS_NAME
                        .at(name.span, what)
                        .also(other.span, "the other one")
                        .why("readers could not tell which of the two promises is meant")
                        .help("give it another name: what makes it apply, in a word or two"),
                );
            }
        }
    }
}

fn same_names<'a>(noun: &str, entries: impl Iterator<Item = (&'a str, &'a Text)>, found: &mut Diagnostics) {
    let words = entries.flat_map(|(slug, name)| {
        name.written().map(move |(locale, text)| Word { locale: *locale, text: &text.value, span: text.span, slug })
    });
    // The same entries may share their name in several languages; that is one finding.
    let mut told: HashSet<Vec<&str>> = HashSet::new();
    for words in shared(words) {
        let ([first, second, ..], slugs) = (words.as_slice(), slugs(&words)) else { continue };
        if told.insert(slugs.clone()) {
            found.push(
                AMBIGUOUS_NAME
                    .at(
                        second.span,
                        format!(
                            "{} {noun} are called \u{201c}{}\u{201d}: {}",
                            slugs.len(),
                            second.text,
                            listed(slugs.iter().copied())
                        ),
                    )
                    .also(first.span, format!("so is `{}`", first.slug))
                    .why("in lists and in the search nobody could tell them apart")
                    .help("add to the names what tells them apart: a place, a group, a purpose"),
            );
        }
    }
}

/// How many phrases are written out.
const SHOWN: usize = 3;

check! {
    /// Ensures that what people say (`asked_as`) leads to one service. Where two claim the same
    /// words, readers have to choose, and half of them choose wrong. It is one finding for the same services.
    SHARED_ASKED_AS: Warning "shared-asked-as" => shared_asked_as
}

fn shared_asked_as(subject: &Subject<'_>, found: &mut Diagnostics) {
    let words = lasting(subject).flat_map(|service| {
        service.asked_as.written().map(|(locale, text, span)| Word { locale, text, span, slug: &service.slug })
    });
    let names = lasting(subject).flat_map(|service| {
        let slug = &*service.slug;
        service.name.written().map(move |(locale, text)| Word {
            locale: *locale,
            text: &text.value,
            span: text.span,
            slug,
        })
    });
    // Of services that even their names do not tell apart this says nothing new.
    let namesakes: HashSet<Vec<&str>> = shared(names).map(|words: Vec<Word<'_>>| slugs(&words)).collect();
    let mut by_services: BTreeMap<Vec<&str>, Vec<Vec<Word<'_>>>> = BTreeMap::new();
    for words in shared(words) {
        by_services.entry(slugs(&words)).or_default().push(words);
    }
    by_services.retain(|services, _| !namesakes.contains(services));
    for (services, mut phrases) in by_services {
        phrases.sort_by_key(|words| words.get(1).map(|word| word.span));
        let Some([first, second, ..]) = phrases.first().map(Vec::as_slice) else { continue };
        let services = listed(services);
        let what = match phrases.len() {
            1 => format!("\u{201c}{}\u{201d} leads to {services}", second.text),
            number => format!("{} lead to {services}: {}", count(number, "phrase"), quoted(&phrases)),
        };
        found.push(
            SHARED_ASKED_AS
                .at(second.span, what)
                .also(first.span, format!("also claimed by `{}`", first.slug))
                .why("readers who say so have to guess which of them is meant")
                .help("leave it to the one that is meant most often, and send the others on by `not_included`"),
        );
    }
}

/// The first of some phrases, between quotes, and how many more there are.
fn quoted(phrases: &[Vec<Word<'_>>]) -> String {
    let texts = phrases.iter().filter_map(|words| words.get(1)).map(|word| format!("\u{201c}{}\u{201d}", word.text));
    let mut parts: Vec<String> = texts.take(SHOWN).collect();
    if phrases.len() > SHOWN {
        parts.push(format!("{} more", phrases.len() - SHOWN));
    }
    joined(&parts)
}

/// Services that are neither retired nor about to give way to another one, which may well bear the
/// same name.
fn lasting<'a>(subject: &Subject<'a>) -> impl Iterator<Item = &'a Service> {
    let services = subject.catalog.services().map(|(_, service)| service);
    services.filter(|service| service.is_offered() && service.replaced_by.is_none())
}

/// A name or phrase of an entry.
struct Word<'a> {
    locale: LocaleId,
    text: &'a str,
    span: Span,
    slug: &'a str,
}

/// The words that more than one entry has, whatever their letters' case, spaces and final signs.
fn shared<'a>(words: impl Iterator<Item = Word<'a>>) -> impl Iterator<Item = Vec<Word<'a>>> {
    let mut groups: BTreeMap<(LocaleId, String), Vec<Word<'a>>> = BTreeMap::new();
    for word in words {
        let spoken = word.text.trim_end_matches(['?', '!', '.', '…']).to_lowercase();
        let spoken = spoken.split_whitespace().collect::<Vec<_>>().join(" ");
        // The words of one entry come one after another.
        let group = groups.entry((word.locale, spoken)).or_default();
        if group.last().is_none_or(|other| other.slug != word.slug) {
            group.push(word);
        }
    }
    groups.into_values().filter(|group| group.len() > 1)
}

fn slugs<'a>(words: &[Word<'a>]) -> Vec<&'a str> {
    words.iter().map(|word| word.slug).collect()
}
