//! Dates to keep: their pieces, and what is wrong with them.

use super::scope::Scope;
use super::value;
use crate::clock::{Deadline, DeadlineError, DeadlineField, DeadlineParts};
use crate::diagnostic::{Diagnostic, Diagnostics, Span, Spanned};
use crate::model::NamedDeadline;
use crate::source::schema::{DeadlineDoc, Str};

/// Where a deadline's first day is written.
pub(super) fn day(doc: &DeadlineDoc) -> Option<Span> {
    let on = doc.on.as_ref().and_then(|on| on.0.first());
    on.or(doc.from.as_ref()).map(|day| day.span)
}

/// A deadline; a slip in it that was reported is not reported as a missing day again.
pub(super) fn deadline(doc: &Spanned<DeadlineDoc>, scope: &mut Scope<'_>) -> Option<Deadline> {
    if scope.gaps.any(doc.span) && (day(doc).is_none() || doc.every.is_none()) {
        return None;
    }
    let at = scope.gaps.empty(doc.span, "on").unwrap_or(doc.span);
    parsed(doc, at, scope.diagnostics)
}

/// A date that a service keeps.
pub(super) fn named_deadline(doc: Spanned<DeadlineDoc>, scope: &mut Scope<'_>) -> Option<NamedDeadline> {
    let deadline = deadline(&doc, scope);
    let span = day(&doc).unwrap_or(doc.span);
    let name = scope.maybe_text(doc.value.name);
    Some(NamedDeadline { name, deadline: deadline?, span })
}

/// What the pieces say.
fn parsed(doc: &DeadlineDoc, at: Span, diagnostics: &mut Diagnostics) -> Option<Deadline> {
    let written: &[Str] = doc.on.as_ref().map_or(&[], |on| &on.0);
    if written.is_empty() && doc.from.is_none() {
        diagnostics.push(
            Diagnostic::error("invalid-deadline", at, "this deadline does not say on which day")
                .why("nobody can keep a date that is not named")
                .help(days_of(doc.every.as_ref().map_or("", |every| every.value.trim()))),
        );
        return None;
    }
    value::report_doubles(written, diagnostics);
    fn text(written: &Option<Str>) -> Option<&str> {
        written.as_ref().map(|written| written.value.as_str())
    }
    let on: Vec<&str> = written.iter().map(|day| day.value.as_str()).collect();
    let (every, from, time, if_closed) = (text(&doc.every), text(&doc.from), text(&doc.at), text(&doc.if_closed));
    let parts = DeadlineParts { every, on: &on, from, at: time, if_closed };
    let place_of = |field: DeadlineField| {
        let place = match field {
            DeadlineField::At => doc.at.as_ref(),
            DeadlineField::From => doc.from.as_ref(),
            DeadlineField::On(place) => written.get(place),
            DeadlineField::Every => doc.every.as_ref(),
            DeadlineField::IfClosed => doc.if_closed.as_ref(),
        };
        let place = place.or(written.first()).or(doc.from.as_ref());
        place.map_or(at, |place| place.span)
    };
    let error = match Deadline::parse(&parts) {
        Ok(deadline) => return Some(deadline),
        Err(error) => error,
    };
    let how_often = error.suggestion.clone().filter(|_| error.field == DeadlineField::Every);
    let place = place_of(error.field);
    diagnostics.push(refused(error, &parts, place));
    // A day in the same language is a slip of its own, and told beside.
    if let Some(every) = how_often {
        let meant = DeadlineParts { every: Some(&every), ..parts };
        let day = Deadline::parse(&meant).err().filter(|error| matches!(error.field, DeadlineField::On(_)));
        diagnostics.extend(day.map(|error| {
            let place = place_of(error.field);
            refused(error, &meant, place)
        }));
    }
    None
}

/// How the day is said of what comes so often.
fn days_of(every: &str) -> &'static str {
    match every {
        "week" => "add `on:` with a weekday: `{every: week, on: fri}`",
        "2 weeks" => {
            "add `on:` with the weekday and `from:` with the date on which it begins: \
             `{every: 2 weeks, on: fri, from: 2026-12-04}`"
        }
        "month" => "add `on:` with a day of the month: `{every: month, on: 25}`, `first mon` or `last-working-day`",
        "quarter" => "add `on:` with a working day of the quarter: `{every: quarter, on: last-working-day}`",
        "year" => "add `on:` with the month and the day: `{every: year, on: 12-15}`",
        "once" => "add `on:` with the date: `{every: once, on: 2026-12-01}`",
        _ => "add `on:` with a day of the month, a weekday such as `fri`, `last-working-day`, `12-15` or a date",
    }
}

/// What is wrong with a deadline, and what was probably meant.
fn refused(error: DeadlineError, parts: &DeadlineParts<'_>, span: Span) -> Diagnostic {
    let diagnostic = Diagnostic::error("invalid-deadline", span, error.message)
        .why("nobody can keep a date that cannot be worked out");
    let examples = "examples: `{every: month, on: 25}`, `{every: week, on: fri}`, `{every: month, on: first mon}`, \
                    `{every: 2 weeks, from: 2026-12-04}`, `{every: year, on: 12-15}`, `{every: once, on: 2026-12-01}`";
    let Some(meant) = error.suggestion else { return diagnostic.help(examples) };
    let parses = |every| Deadline::parse(&DeadlineParts { every, ..DeadlineParts::new("", &[&meant]) }).is_ok();
    let is_day = matches!(error.field, DeadlineField::On(_)) && !meant.starts_with('[');
    let holds = !is_day || parts.every == Some("2 weeks") || parses(parts.every);
    if holds {
        return diagnostic.help(format!("did you mean `{meant}`?")).replace(span, meant);
    }
    match parses(Some("week")) {
        true => diagnostic.help(format!("a weekday comes each week: `{{every: week, on: {meant}}}`; other {examples}")),
        false => diagnostic.help(examples),
    }
}
