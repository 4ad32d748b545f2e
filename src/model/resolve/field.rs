//! The company's own facts: what it declares, and what entries say.

use regex::{Regex, RegexBuilder};

use super::id_form::IdForm;
use super::scope::Scope;
use super::{anew, value};
use crate::diagnostic::{Diagnostic, Diagnostics, Span, folded};
use crate::model::field::{Choice, Field, FieldOwner, FieldValue};
use crate::source::schema::{FieldDoc, Keyed, Str, TextDoc};

/// How large the machine of a pattern may grow, in bytes.
const LARGEST: usize = 256 * 1024;

/// The fields that the company declares.
pub(super) fn declared(docs: Keyed<FieldDoc>, scope: &mut Scope<'_>) -> Box<[Field]> {
    anew::list(docs.0, |(id, doc)| {
        IdForm::Key.check(&id, "field", scope.diagnostics);
        let FieldDoc { name, on, pattern, choices } = doc.value;
        if let (Some(pattern), false) = (&pattern, choices.0.is_empty()) {
            scope.report(
                Diagnostic::error("misplaced-key", pattern.span, "a field has a `pattern` or `choices`, not both")
                    .why("the choices say already what a value may be")
                    .help("delete one of the two"),
            );
        }
        Some(Field {
            name: scope.name(name, "name", (&id, doc.span), "field"),
            on: on.iter().filter_map(|word| owner(word, scope.diagnostics)).collect(),
            pattern: pattern.and_then(|pattern| checked_pattern(&pattern, scope.diagnostics)),
            choices: choices.0.into_iter().filter_map(|(id, name)| choice(&id, name.value, scope)).collect(),
            span: id.span,
            slug: anew::text(&id),
        })
    })
}

fn choice(id: &Str, name: TextDoc, scope: &mut Scope<'_>) -> Option<Choice> {
    Some(Choice { name: scope.text(name)?, slug: anew::text(id) })
}

fn owner(word: &Str, diagnostics: &mut Diagnostics) -> Option<FieldOwner> {
    let found = FieldOwner::ALL.into_iter().find(|(_, known)| *known == word.value).map(|(owner, _)| owner);
    if found.is_none() {
        let what = format!("a field is not said of `{}`", word.value);
        diagnostics.push(Diagnostic::error("unknown-word", word.span, what).why("no entry could say it").did_you_mean(
            &word.value,
            FieldOwner::ALL.map(|(_, word)| word),
            "it can be: service, team, department, person",
        ));
    }
    found
}

/// A regular expression that a value matches as a whole.
fn whole(pattern: &str) -> Result<Regex, regex::Error> {
    RegexBuilder::new(&format!("^(?:{pattern})$")).size_limit(LARGEST).build()
}

fn checked_pattern(pattern: &Str, diagnostics: &mut Diagnostics) -> Option<Box<str>> {
    // By itself first: a bracket too many would go unseen within others.
    let valid = Regex::new(&pattern.value).is_ok() && whole(&pattern.value).is_ok();
    if !valid {
        let what = format!("`{}` is not a pattern", pattern.value.chars().take(60).collect::<String>());
        diagnostics.push(
            Diagnostic::error("invalid-pattern", pattern.span, what)
                .why("no value could be held against it")
                .help("write a regular expression: `[0-9]{4}` for four figures, `[A-Z]{2}-[0-9]+` for `AB-12`"),
        );
    }
    valid.then(|| anew::text(pattern))
}

/// What an entry says of the company's fields.
pub(super) fn values(docs: Keyed<String>, of: FieldOwner, scope: &mut Scope<'_>) -> Box<[FieldValue]> {
    anew::list(docs.0, |(id, value)| {
        let found = scope.fields.iter().position(|field| *field.slug == *id.value);
        let Some(field) = found.and_then(|place| Some((place, scope.fields.get(place)?))) else {
            let unknown = unknown(&id, of, scope);
            scope.diagnostics.extend(unknown);
            return None;
        };
        let (place, field) = field;
        if let Some(wrong) = wrong(field, &id, of, (&value.value, value.span)) {
            scope.report(wrong);
            return None;
        }
        Some(FieldValue { field: place, value: value.value.trim().into() })
    })
}

/// For a field that the company does not have; nothing where its own could not be read.
fn unknown(id: &Str, of: FieldOwner, scope: &Scope<'_>) -> Option<Diagnostic> {
    let known = || scope.fields.iter().filter(|field| field.on.is_empty() || field.on.contains(&of));
    // By its name in one of the languages.
    let is_called = |field: &&Field| field.name.written().any(|(_, name)| folded(&name.value) == folded(&id.value));
    scope.has_all_fields.then(|| {
        let finding = Diagnostic::error("unknown-field", id.span, format!("the company has no field `{}`", id.value))
            .why("nobody would know what it means");
        match known().find(is_called) {
            Some(field) => finding.help(format!("did you mean `{}`?", field.slug)).replace(id.span, &*field.slug),
            None => finding.did_you_mean(
                &id.value,
                known().map(|field| &*field.slug),
                "declare it under `fields:` in catalog.yaml, or delete it",
            ),
        }
    })
}

fn wrong(field: &Field, id: &Str, of: FieldOwner, (value, at): (&str, Span)) -> Option<Diagnostic> {
    if !field.on.is_empty() && !field.on.contains(&of) {
        let on: Vec<&str> = field.on.iter().map(|owner| owner.word()).collect();
        let what = format!("the field `{}` is not said of a {}", field.slug, of.word());
        return Some(
            Diagnostic::error("unknown-field", id.span, what)
                .also(field.span, format!("it is said of: {}", on.join(", ")))
                .why("readers look for it elsewhere")
                .help("delete it here, or add the word to the field's `on`"),
        );
    }
    let value = value.trim();
    let diagnostic = |what: String| {
        Diagnostic::error("invalid-field", at, what).why("whoever counts or sorts by it would miss this entry")
    };
    if !field.choices.is_empty() {
        let known = || field.choices.iter().map(|choice| &*choice.slug);
        let what = format!("`{value}` is none of the choices of `{}`", field.slug);
        let all = known().collect::<Vec<_>>().join(", ");
        return (!known().any(|choice| choice == value))
            .then(|| diagnostic(what).did_you_mean(value, known(), format!("it can be: {all}")));
    }
    let pattern = field.pattern.as_deref()?;
    let fits = whole(pattern).is_ok_and(|pattern| pattern.is_match(value));
    if fits {
        return None;
    }
    let what = format!("`{value}` does not look like a value of `{}`: `{pattern}`", field.slug);
    let plain = Some(value::plain_signs(value).replace([' ', '\u{a0}'], ""))
        .filter(|plain| plain != value && whole(pattern).is_ok_and(|pattern| pattern.is_match(plain)));
    Some(value::suggested(diagnostic(what), at, plain, "write it as the pattern in catalog.yaml says"))
}
