//! The company's own everyday words, held against the table that luukku brings.

use std::collections::BTreeSet;

use super::id_form::IdForm;
use super::scope::Scope;
use super::value::named_twice;
use crate::diagnostic::{Diagnostic, Span, Spanned};
use crate::lexicon::{self, Group, Lexicon};
use crate::model::text::TextList;
use crate::model::word::{WordGroup, Words};
use crate::source::schema::{Str, WordGroupDoc, WordsDoc};

pub(super) fn resolve(doc: WordsDoc, scope: &mut Scope<'_>) -> Words {
    // A program whose own table is broken says so as soon as the search is made.
    let Ok(shipped) = lexicon::shipped() else { return Words::default() };
    let WordsDoc { words, leave_out } = doc;
    let own: BTreeSet<String> = words.0.iter().map(|(id, _)| id.value.clone()).collect();
    let known = Known { shipped, own, left_out: leave_out.iter().map(|id| id.value.clone()).collect() };
    let left_out: Vec<Box<str>> =
        leave_out.iter().filter(|id| known.leave_out(id, scope)).map(|id| id.value.as_str().into()).collect();
    let groups = words.0.into_iter().map(|(id, doc)| known.group(&id, doc, scope));
    Words { groups: groups.collect(), left_out }
}

/// The groups that there are.
struct Known<'a> {
    shipped: &'a Lexicon,
    own: BTreeSet<String>,
    left_out: BTreeSet<String>,
}

impl Known<'_> {
    fn group(&self, id: &Str, doc: Spanned<WordGroupDoc>, scope: &mut Scope<'_>) -> WordGroup {
        IdForm::Plain.check(id, "group of words", scope.diagnostics);
        let extended = self.shipped.group(&id.value).filter(|_| !self.left_out.contains(&id.value));
        let WordGroupDoc { say, leads_to, not } = doc.value;
        let say = scope.text_list(say);
        let not = scope.text_list(not);
        twice(&say, scope);
        let says_more = !leads_to.is_empty() || !not.is_empty();
        if say.is_empty()
            && (extended.is_none() || !says_more)
            && scope.languages.complete
            && let Some(at) = scope.missing(doc.span, "say", id.span)
        {
            scope.report(without_words(id, at));
        }
        self.denied(extended, &not, scope);
        let leads_to = leads_to.iter().filter(|other| self.leads_to(other, scope));
        let leads_to = leads_to.map(|other| other.value.as_str().into()).collect();
        WordGroup { id: Spanned::new(id.value.as_str().into(), id.span), say, leads_to, not }
    }

    /// Whether a group may lead there.
    fn leads_to(&self, other: &Str, scope: &mut Scope<'_>) -> bool {
        let id = &other.value;
        let shipped = |id: &str| self.shipped.group(id).is_some() && !self.left_out.contains(id);
        if self.own.contains(id) || shipped(id) || scope.gaps.any(Span::top(other.span.file)) {
            return true;
        }
        let diagnostic =
            Diagnostic::error("unknown-words", other.span, format!("there is no group of words `{id}` to lead to"))
                .why("whoever types a word of this group would find nothing by it");
        scope.report(if self.left_out.contains(id) {
            diagnostic.help("it stands in `leave_out`; take it out there, or lead somewhere else")
        } else {
            let all = self.shipped.groups.iter().map(|group| group.id.as_str()).filter(|id| shipped(id));
            diagnostic.did_you_mean(
                id,
                all.chain(self.own.iter().map(String::as_str)),
                "write the id of another group in this file, or of one that luukku brings",
            )
        });
        false
    }

    /// Whether luukku brings a group that is left out.
    fn leave_out(&self, written: &Str, scope: &mut Scope<'_>) -> bool {
        let known = self.shipped.group(&written.value).is_some();
        if !known {
            let id = &written.value;
            let diagnostic =
                Diagnostic::error("unknown-words", written.span, format!("luukku brings no group of words `{id}`"))
                    .why("only what is there can be left out")
                    .did_you_mean(
                        id,
                        self.shipped.groups.iter().map(|group| group.id.as_str()),
                        "delete this line, or write the id of the group that misleads your readers",
                    );
            scope.report(diagnostic);
        }
        known
    }

    /// Reports words that are taken from a group that does not have them.
    fn denied(&self, extended: Option<&Group>, not: &TextList, scope: &mut Scope<'_>) {
        let Some(group) = extended else {
            if let Some((_, _, span)) = not.written().next() {
                scope.report(
                    Diagnostic::error("unknown-words", span, "only from a group of luukku's can words be taken")
                        .why("this group has no words but those that you write here")
                        .help("delete `not`, or name the group of luukku's that has the word"),
                );
            }
            return;
        };
        for (locale, word, span) in not.written() {
            let Some(tag) = scope.languages.items.get(locale.index()).map(|locale| locale.tag().to_owned()) else {
                continue;
            };
            let words = group.words_in(&tag);
            if words.iter().any(|known| known.to_lowercase() == word.to_lowercase()) {
                continue;
            }
            let id = &group.id;
            let message = format!("luukku's group `{id}` does not have the word `{word}` in `{tag}`");
            let diagnostic = Diagnostic::error("unknown-words", span, message)
                .why("only a word that is there can be taken away")
                .did_you_mean(
                    word,
                    words.iter().map(String::as_str),
                    format!("its words there are: {}", words.join(", ")),
                );
            scope.report(diagnostic);
        }
    }
}

fn without_words(id: &Str, at: Span) -> Diagnostic {
    Diagnostic::error("missing-words", at, format!("the group of words `{}` has no words", id.value))
        .why("nobody could type what leads to it")
        .help("add `say:` with what people say, for each language: `say: {en: [the cage, tool cage]}`")
}

fn twice(words: &TextList, scope: &mut Scope<'_>) {
    let mut seen = BTreeSet::new();
    let said: Vec<(String, Span)> = words
        .written()
        .filter(|(locale, word, _)| !seen.insert((*locale, word.to_lowercase())))
        .map(|(_, word, span)| (word.to_owned(), span))
        .collect();
    for (word, span) in said {
        scope.report(named_twice(&Str::new(word, span)));
    }
}
