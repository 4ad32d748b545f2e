//! When promises are due: lengths of time, and times of day.

use super::value::{self, suggested};
use crate::clock::{DayTime, DayTimeField, DayTimeParts, Duration, Turnaround};
use crate::diagnostic::{Diagnostic, Diagnostics, Span, Spanned};
use crate::source::schema::{DayTimeDoc, Str, TurnaroundDoc};

/// When a promise is due; `always` when its clock never stops.
pub(super) fn promised(
    written: Option<&TurnaroundDoc>,
    always: bool,
    diagnostics: &mut Diagnostics,
) -> Option<Spanned<Turnaround>> {
    match written? {
        TurnaroundDoc::Within(text) => within(text, always, diagnostics).map(|time| time.map(Turnaround::Within)),
        TurnaroundDoc::By(doc) => day_time(doc, diagnostics),
    }
}

/// A length of time. A week of a clock that always runs has seven days.
fn within(written: &Str, always: bool, diagnostics: &mut Diagnostics) -> Option<Spanned<Duration>> {
    let figures: String = written.value.trim().chars().take_while(char::is_ascii_digit).collect();
    let week = Duration::parse(&written.value).err().and_then(|error| error.suggestion).filter(|_| always);
    let weeks: Option<u32> =
        figures.parse().ok().filter(|weeks: &u32| *weeks < 999 && week == Some(format!("{}d", weeks * 5)));
    let Some(weeks) = weeks.filter(|weeks| *weeks > 0) else { return value::duration(written, diagnostics) };
    let text = &written.value;
    diagnostics.push(
        wrong(written.span, format!("`{text}` is not a duration"))
            .help(format!("did you mean `{}d`? With `clock: always` a week has seven days", weeks * 7))
            .replace(written.span, format!("{}d", weeks * 7)),
    );
    None
}

fn day_time(doc: &Spanned<DayTimeDoc>, diagnostics: &mut Diagnostics) -> Option<Spanned<Turnaround>> {
    fn text(written: &Option<Str>) -> Option<&str> {
        written.as_ref().map(|written| written.value.as_str())
    }
    let parts = DayTimeParts { days: text(&doc.days), at: text(&doc.at), asked_by: text(&doc.asked_by) };
    match DayTime::parse(&parts) {
        Ok(time) => Some(Spanned::new(Turnaround::By(time), doc.span)),
        Err(error) => {
            let written = match error.field {
                DayTimeField::Days => &doc.days,
                DayTimeField::At => &doc.at,
                DayTimeField::AskedBy => &doc.asked_by,
            };
            let span = written.as_ref().map_or(doc.span, |written| written.span);
            let quoted = error.suggestion.map(|meant| match error.field {
                DayTimeField::Days => meant,
                DayTimeField::At | DayTimeField::AskedBy => format!("\"{meant}\""),
            });
            let help = match error.field {
                DayTimeField::AskedBy => "write an earlier `asked_by`, a later `at`, or `days: 1` for the next day",
                _ => "an example: `{days: 0, at: \"16:00\", asked_by: \"14:00\"}`",
            };
            diagnostics.push(suggested(wrong(span, error.message), span, quoted, help));
            None
        }
    }
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
