//! When promises are due: lengths of time, and times of day.

use super::scope::Scope;
use super::value::{self, suggested};
use crate::clock::{DayTime, DayTimeField, DayTimeParts, Duration, Turnaround};
use crate::diagnostic::{Diagnostic, Diagnostics, Span, Spanned};
use crate::source::schema::{DayTimeDoc, Shorthand, Str, TurnaroundDoc};

/// What a promise may be.
const FORMS: &str =
    "write `30m`, `4h`, `2d` or `1d 4h`, or a time of day such as `{days: 0, at: \"16:00\", asked_by: \"14:00\"}`";

/// When a promise is due; `always` when its clock never stops.
pub(super) fn promised(
    written: Option<&TurnaroundDoc>,
    always: bool,
    scope: &mut Scope<'_>,
) -> Option<Spanned<Turnaround>> {
    let written = written?;
    match &written.value {
        Shorthand::Bare(text) => within(text, always, scope.diagnostics).map(|time| time.map(Turnaround::Within)),
        Shorthand::Full(doc) => day_time(doc, written.span, scope),
    }
}

/// A length of time. A week of a clock that always runs has seven days.
fn within(written: &Str, always: bool, diagnostics: &mut Diagnostics) -> Option<Spanned<Duration>> {
    if let Some(time) = time_of_day(&written.value) {
        let meant = time.to_string();
        diagnostics.push(
            wrong(written.span, format!("`{}` is a time of day, and no length of time", written.value))
                .help(format!("did you mean `{meant}`? It can also say until when to ask: `asked_by: \"14:00\"`"))
                .replace(written.span, meant),
        );
        return None;
    }
    let figures: String = written.value.trim().chars().take_while(char::is_ascii_digit).collect();
    let week = Duration::parse(&written.value).err().and_then(|error| error.suggestion).filter(|_| always);
    let weeks: Option<u32> =
        figures.parse().ok().filter(|weeks: &u32| *weeks < 999 && week == Some(format!("{}d", weeks * 5)));
    let Some(weeks) = weeks.filter(|weeks| *weeks > 0) else { return value::duration_or(written, FORMS, diagnostics) };
    let text = &written.value;
    diagnostics.push(
        wrong(written.span, format!("`{text}` is not a duration"))
            .help(format!("did you mean `{}d`? With `clock: always` a week has seven days", weeks * 7))
            .replace(written.span, format!("{}d", weeks * 7)),
    );
    None
}

/// A time of day of the working day, from seven on; `01:30` is more likely an hour and a half.
fn time_of_day(text: &str) -> Option<DayTime> {
    let time = DayTime::parse(&DayTimeParts { at: Some(text.trim()), ..DayTimeParts::default() }).ok();
    time.filter(|time| time.at().minutes() >= 7 * 60)
}

fn day_time(doc: &DayTimeDoc, at: Span, scope: &mut Scope<'_>) -> Option<Spanned<Turnaround>> {
    fn text(written: &Option<Str>) -> Option<&str> {
        written.as_ref().map(|written| written.value.as_str())
    }
    let parts = DayTimeParts { days: text(&doc.days), at: text(&doc.at), asked_by: text(&doc.asked_by) };
    let errors = match DayTime::parse(&parts) {
        Ok(time) => return Some(Spanned::new(Turnaround::By(time), at)),
        Err(errors) => errors,
    };
    // A key that was reported is not missed again.
    let told = scope.gaps.any(at);
    for error in errors.into_iter().filter(|error| !(told && error.field == DayTimeField::At && doc.at.is_none())) {
        let written = match error.field {
            DayTimeField::Days => &doc.days,
            DayTimeField::At => &doc.at,
            DayTimeField::AskedBy => &doc.asked_by,
        };
        let span = written.as_ref().map_or(at, |written| written.span);
        let quoted = error.suggestion.map(|meant| match error.field {
            DayTimeField::Days => meant,
            DayTimeField::At | DayTimeField::AskedBy => format!("\"{meant}\""),
        });
        let help = match error.field {
            DayTimeField::AskedBy => "write an earlier `asked_by`, a later `at`, or `days: 1` for the next day",
            _ => "an example: `{days: 0, at: \"16:00\", asked_by: \"14:00\"}`",
        };
        scope.diagnostics.push(suggested(wrong(span, error.message), span, quoted, help));
    }
    None
}

/// A time of day is one of an opening day: a clock that always runs knows none.
pub(super) fn of_an_opening_day(
    time: Option<Spanned<Turnaround>>,
    (always, standard): (bool, Span),
    diagnostics: &mut Diagnostics,
) -> Option<Spanned<Turnaround>> {
    let told = time.as_ref().filter(|time| always && time.value.duration().is_none());
    let Some(told) = told else { return time };
    // What comes from a shared standard is not wrong there.
    let span = if told.span.file == standard.file { told.span } else { standard };
    let what = format!("`{}` is a time on an opening day, and `clock: always` knows no opening days", told.value);
    let help =
        "delete `clock: always` (hours of `24/7` have opening days, too), or write a length of time such as `4h`";
    diagnostics.push(wrong(span, what).help(help));
    None
}

fn wrong(span: Span, what: String) -> Diagnostic {
    Diagnostic::error("invalid-duration", span, what).why("a promise in time must mean the same to everybody")
}
