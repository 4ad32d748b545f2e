//! The working-time clock: when it is open, when an answer is due, when the next deadline is.
//!
//! A ground room: it knows opening hours, holidays, time zones and durations, and nothing of catalogs.
//! It is pure: no clock of the machine is read, "now" is a parameter.
//!
//! ```text
//! Hours + Country + closed days + zone  =  Calendar
//! Calendar ── timetable ─→ Timetable    what opens on a date
//!          ── week, pattern, exceptions ─→ the table on the page
//!          ── spans ─→ Spans            add a Turnaround to an instant; open or closed
//! Deadline + Calendar ─→ Occurrence     the 25th at noon, before a weekend
//! ```
//!
//! Two rules hold everywhere. What runs past midnight belongs to the day on which it begins. And a
//! local time means the first instant at which the clock on the wall shows it or a later one (`local`).

mod calendar;
mod counted;
mod country;
mod date_words;
mod deadline;
mod deadline_error;
mod deadline_words;
mod doubt;
mod duration;
mod duration_words;
mod hour_index;
mod hours;
mod hours_dates;
mod hours_words;
mod local;
mod open_span;
mod opening;
mod overlap;
mod pattern;
mod recurrence;
mod regional;
mod rule;
mod spans;
mod special_day;
mod subdivision;
mod timetable;
mod turnaround;
mod week;
mod words;

pub use calendar::Calendar;
pub use country::{Country, CountryError, HolidayData};
pub(crate) use date_words::{day_of_each_year, days_in_a_row};
pub use deadline::{Deadline, DeadlineParts, Occurrence};
pub use deadline_error::{DeadlineError, DeadlineField};
pub(crate) use deadline_words::day_of_month;
pub use doubt::Doubt;
pub use duration::{Duration, DurationError};
pub use hours::{Hours, HoursError};
pub(crate) use local::month_start;
pub use open_span::{OpenSpan, State};
pub use opening::Opening;
pub use pattern::{Fortnightly, Monthly, Pattern, Season};
pub use recurrence::{DueDay, DueTime, Every, IfClosed};
pub use spans::Spans;
pub use special_day::{DayName, SpecialDay};
pub use subdivision::{Subdivision, SubdivisionError};
pub use timetable::Timetable;
pub use turnaround::{ClockTime, DayTime, DayTimeError, DayTimeField, DayTimeParts, Turnaround};
pub use week::{Exception, Reason, Week};
