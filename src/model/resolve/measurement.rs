//! Measurements and questions.

use std::collections::HashMap;

use super::ids::{Kinds, known_among, look_up_among, note_missed_among};
use super::known::Known;
use super::scope::Scope;
use super::standard::Unsure;
use crate::diagnostic::{Diagnostic, Span};
use crate::model::id::LocaleId;
use crate::model::measurement::{ExpectedAnswer, Measurement, Metric, Question};
use crate::model::service::Service;
use crate::source::schema::{QuestionDoc, Str};
use crate::source::{MeasurementDoc, unknown_word};

/// How high an answer must stand when nothing is said.
const WITHIN: u32 = 3;

pub(super) fn questions(docs: Vec<QuestionDoc>, scope: &mut Scope<'_>) -> Vec<Question> {
    docs.into_iter().filter_map(|doc| question(doc, scope)).collect()
}

fn question(doc: QuestionDoc, scope: &mut Scope<'_>) -> Option<Question> {
    if doc.ask.value.trim().is_empty() {
        scope.report(super::scope::empty_text(doc.ask.span));
    }
    let locale = match &doc.locale {
        Some(locale) => scope.locale(locale),
        None => Some(LocaleId::FIRST),
    };
    let expect = answer(&doc.expect, scope);
    let within = doc.within.as_ref().map_or(WITHIN, |within| within.value);
    if within == 0 {
        let span = doc.within.as_ref().map_or(doc.ask.span, |within| within.span);
        scope.report(
            Diagnostic::error("invalid-rank", span, "no answer can stand higher than first")
                .why("the search is held against this number at every build")
                .help("write 1 for the first place"),
        );
    }
    Some(Question { span: doc.ask.span, ask: doc.ask.value.into(), locale: locale?, expect: expect?, within })
}

/// The entry that answers. A service before an article, and these before whoever else has the same id.
fn answer(written: &Str, scope: &mut Scope<'_>) -> Option<ExpectedAnswer> {
    let (id, names) = (written.value.as_str(), &scope.names);
    let kinds: Kinds<'_, ExpectedAnswer, 7> = [
        (&names.services, |number| ExpectedAnswer::Service(number.into())),
        (&names.articles, |number| ExpectedAnswer::Article(number.into())),
        (&names.journeys, |number| ExpectedAnswer::Journey(number.into())),
        (&names.teams, |number| ExpectedAnswer::Team(number.into())),
        (&names.departments, |number| ExpectedAnswer::Department(number.into())),
        (&names.people, |number| ExpectedAnswer::Person(number.into())),
        (&names.places, |number| ExpectedAnswer::Place(number.into())),
    ];
    let found = look_up_among(id, &kinds);
    if let Known::Absent = found {
        note_missed_among(written, &kinds);
        let diagnostic = Diagnostic::error("unknown-answer", written.span, format!("the catalog has no entry `{id}`"))
            .why("the search is held against this answer at every build")
            .did_you_mean(id, known_among(&kinds), "write the id of a service, an article, a team or a person");
        scope.report(diagnostic);
    }
    found.ok()
}

pub(super) fn resolve(
    rows: Vec<MeasurementDoc>,
    services: (&[Service], &Unsure),
    scope: &mut Scope<'_>,
) -> Vec<Measurement> {
    let rows: Vec<Measurement> = rows.into_iter().filter_map(|row| measurement(&row, services, scope)).collect();
    let mut first = HashMap::new();
    for row in &rows {
        let figure = (row.year, row.month, row.service, row.standard.as_deref(), row.metric as usize);
        if let Some(first) = first.insert(figure, row.period_at) {
            scope.report(twice(row, first));
        }
    }
    rows
}

fn twice(row: &Measurement, first: Span) -> Diagnostic {
    Diagnostic::error("duplicate-figure", row.period_at, "the same figure of the same month stands here twice")
        .label("again here")
        .also(first, "first here")
        .why("only one of the two could count, and nobody could tell which")
        .help("delete one of the two rows")
}

fn measurement(
    row: &MeasurementDoc,
    (services, unsure): (&[Service], &Unsure),
    scope: &mut Scope<'_>,
) -> Option<Measurement> {
    let period = period(&row.period, scope);
    let service = scope.names.services.find(&row.service, scope.diagnostics);
    let metric = Metric::ALL.iter().find(|(name, _)| *name == row.metric.value).map(|(_, metric)| *metric);
    if metric.is_none() {
        let known: Vec<&'static str> = Metric::ALL.iter().map(|(name, _)| *name).collect();
        scope.report(unknown_word(
            "unknown-metric",
            (&row.metric.value, row.metric.span),
            "something that is measured",
            &known,
        ));
    }
    let value = number(&row.value, metric, scope);
    let count = match row.count.value.as_str() {
        "" => Known::Absent,
        text => match text.parse() {
            Ok(count) => Known::Is(count),
            Err(_) => {
                scope.report(
                    Diagnostic::error(
                        "invalid-number",
                        row.count.span,
                        format!("the count `{text}` is not a whole number"),
                    )
                    .why("it tells how many cases stand behind the figure")
                    .help("write digits alone: `1200`, or leave the field empty"),
                );
                Known::Reported
            }
        },
    };
    let standard: Option<Box<str>> = (!row.standard.value.is_empty()).then(|| row.standard.value.as_str().into());
    let known = service.and_then(|id| Some((id, services.get(id.index())?)));
    if let (Some(standard), Some((id, service))) = (&standard, known)
        && let Known::Absent = unsure.look_up((id, service), standard)
    {
        scope.report(
            Diagnostic::error(
                "unknown-standard",
                row.standard.span,
                format!("the service `{}` has no standard `{standard}`", service.slug),
            )
            .why("the figure could not be held against its promise")
            .help("name one of the service's standards, or leave the field empty"),
        );
    }
    if matches!(count, Known::Reported) {
        return None;
    }
    let (year, month) = period?;
    let count = count.ok();
    let (period_at, value_at) = (row.period.span, row.value.span);
    let (service, metric, value) = (service?, metric?, value?);
    Some(Measurement { year, month, service, standard, metric, value, count, period_at, value_at })
}

fn period(written: &Str, scope: &mut Scope<'_>) -> Option<(i32, u8)> {
    let period = (written.value.split_once('-'))
        .filter(|(year, month)| year.len() == 4 && month.len() == 2)
        .and_then(|(year, month)| Some((year.parse().ok()?, month.parse().ok()?)))
        .filter(|(_, month)| (1..=12).contains(month));
    if period.is_none() {
        scope.report(
            Diagnostic::error("invalid-period", written.span, format!("`{}` is not a month", written.value))
                .why("each figure is one of a month")
                .help("write the year and the month: `2026-09`"),
        );
    }
    period
}

fn number(written: &Str, metric: Option<Metric>, scope: &mut Scope<'_>) -> Option<f64> {
    let text = written.value.trim().trim_end_matches('%').trim_end();
    // Spreadsheets of many countries write a comma.
    let point = text.replacen(',', ".", 1);
    let text = point.as_str();
    let highest = match metric {
        Some(metric) if metric.is_share() => 100.0,
        Some(Metric::Satisfaction) => 5.0,
        _ => f64::from(u32::MAX),
    };
    // `1,200` and `1.200` are thousands here: there are no parts of a request.
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if metric == Some(Metric::Requests) && text.parse::<f64>().is_ok_and(|number| number.fract() != 0.0) {
        scope.report(
            Diagnostic::error(
                "invalid-number",
                written.span,
                format!("`{}` is no whole number of requests", written.value),
            )
            .why("the page would show a figure that cannot be")
            .help(format!("write digits alone, without a sign between thousands: `{digits}`")),
        );
        return None;
    }
    let lowest = if metric == Some(Metric::Satisfaction) { 1.0 } else { 0.0 };
    let number = text.parse::<f64>().ok().filter(|n| n.is_finite() && (lowest..=highest).contains(n));
    if number.is_none() {
        let message = match text.parse::<f64>() {
            Ok(_) => format!("the value `{text}` is not between {lowest} and {highest}"),
            Err(_) => format!("the value `{}` is not a number", written.value),
        };
        scope.report(
            Diagnostic::error("invalid-number", written.span, message)
                .why("the page would show a figure that cannot be")
                .help("write a number with a point: `93.5`"),
        );
    }
    number
}
