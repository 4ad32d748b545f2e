//! Journeys.

use std::collections::HashMap;

use super::known::{Known, Listed};
use super::scope::Scope;
use super::{anew, value};
use crate::diagnostic::{Diagnostic, Span};
use crate::model::journey::{Journey, JourneyStep, When};
use crate::model::party::Companion;
use crate::source::Written;
use crate::source::schema::{JourneyDoc, JourneyKindDoc, JourneyStepDoc, Str, TextDoc};

pub(super) fn resolve(journeys: Vec<Written<JourneyDoc>>, scope: &mut Scope<'_>) -> Vec<Journey> {
    journeys.into_iter().map(|entry| journey(entry, scope)).collect()
}

fn journey(Written { id, group, doc }: Written<JourneyDoc>, scope: &mut Scope<'_>) -> Journey {
    Journey {
        name: scope.name(doc.name, "name", (&id, group), "journey"),
        summary: scope.maybe_text(doc.summary),
        description: scope.maybe_spanned_text(doc.description),
        audiences: scope.audiences(&doc.audience),
        onboarding: doc.kind == Some(JourneyKindDoc::Onboarding),
        starts: scope.maybe_text(doc.starts),
        steps: steps(doc.steps, (id.span, group), scope),
        asked_as: scope.text_list(doc.asked_as),
        keywords: scope.text_list(doc.keywords),
        aliases: anew::texts(&doc.aliases),
        span: id.span,
        slug: anew::text(&id),
    }
}

/// The steps above another one by their ids, each with its place in the list and in the file.
type Above = HashMap<String, (usize, Span)>;

/// The steps. `after` names steps above only, so that they can be done in the order in which they
/// stand and no circle can be written.
fn steps(docs: Vec<JourneyStepDoc>, (journey, group): (Span, Span), scope: &mut Scope<'_>) -> Vec<JourneyStep> {
    let mut above = Above::new();
    let all = docs.iter().filter_map(|doc| Some(doc.id.as_ref()?.value.clone())).collect();
    // A step that is missed may be one that was reported to be wrong.
    let all = Listed { items: all, complete: !scope.gaps.reported(group, "steps") };
    let mut steps: Vec<JourneyStep> = Vec::new();
    for doc in docs {
        let place = steps.len();
        let mut after = match &doc.after {
            None => place.checked_sub(1).into_iter().collect(),
            Some(names) => names
                .0
                .iter()
                .filter_map(|name| earlier(name, doc.id.as_deref(), (&above, &all), scope))
                .collect::<Vec<_>>(),
        };
        after.sort_unstable();
        after.dedup();
        if let Some(id) = &doc.id {
            match above.get(&id.value) {
                Some((_, first)) => scope.report(
                    Diagnostic::error("duplicate-id", id.span, format!("two steps are called `{}`", id.value))
                        .label("again here")
                        .also(*first, "first here")
                        .why("`after` could mean either of them")
                        .help("give one of them another id"),
                ),
                None => {
                    above.insert(id.value.clone(), (place, id.span));
                }
            }
        }
        steps.push(step(doc, after, journey, scope));
    }
    steps
}

fn earlier(
    name: &Str,
    own: Option<&String>,
    (above, all): (&Above, &Listed<Vec<String>>),
    scope: &mut Scope<'_>,
) -> Option<usize> {
    if let Some((place, _)) = above.get(&name.value) {
        return Some(*place);
    }
    let below = match all.look_up(|all| all.iter().find(|step| **step == name.value)) {
        Known::Is(_) => true,
        Known::Absent => false,
        Known::Reported => return None,
    };
    let itself = own.is_some_and(|own| *own == name.value);
    let what = match (itself, below) {
        (true, _) => "is this one itself",
        (false, true) => "stands below this one",
        (false, false) => "does not exist",
    };
    let diagnostic = Diagnostic::error("unknown-step", name.span, format!("the step `{}` {what}", name.value))
        .why("the checklist is worked through from top to bottom");
    scope.report(match below {
        true if itself => diagnostic.help("name another step above, or delete `after`"),
        true => diagnostic.help("move that step above this one"),
        false => {
            diagnostic.did_you_mean(&name.value, all.items.iter().map(String::as_str), "write the `id` of a step above")
        }
    });
    None
}

fn step(doc: JourneyStepDoc, after: Vec<usize>, journey: Span, scope: &mut Scope<'_>) -> JourneyStep {
    let span = doc.what.span().unwrap_or(journey);
    let when = doc.when.as_ref().and_then(|written| when(written, scope));
    let service = doc.service.as_ref().and_then(|service| scope.names.services.find(service, scope.diagnostics));
    let article = doc.article.as_ref().and_then(|article| scope.names.articles.find(article, scope.diagnostics));
    let with = doc.with.and_then(|with| companion(with, scope));
    let takes = value::maybe_duration(doc.takes.as_ref(), scope.diagnostics).map(|time| time.value);
    // A step whose text was refused still counts, so that the places of the others hold.
    let what = scope.text(doc.what).unwrap_or_default();
    JourneyStep { span, id: doc.id.map(|id| anew::text(&id)), when, what, service, article, with, takes, after }
}

fn when(written: &Str, scope: &mut Scope<'_>) -> Option<When> {
    let when = When::parse(&written.value);
    if when.is_none() {
        scope.report(
            Diagnostic::error("invalid-when", written.span, format!("`{}` does not say when", written.value))
                .why("the step could not be put in its place")
                .help("write `before day 1`, `day 1`, `week 2` or `month 1`"),
        );
    }
    when
}

/// A person or team by id, or somebody in words. One word with a dot or a hyphen is meant as an id.
fn companion(doc: TextDoc, scope: &mut Scope<'_>) -> Option<Companion> {
    if let TextDoc::One(written) = &doc {
        let text = written.value.trim();
        if let Some(party) = scope.known_party(text) {
            return Some(Companion::Party(party));
        }
        let like_an_id = !text.contains(char::is_whitespace)
            && text.contains(['.', '-'])
            && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || ".-".contains(c));
        if like_an_id {
            return scope.parties(written, Known::Absent).into_iter().next().map(Companion::Party);
        }
    }
    scope.text(doc).map(Companion::Words)
}
