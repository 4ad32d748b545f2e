//! When a promise is due: after a length of time, or at a time of day.

use schemars::JsonSchema;
use serde::Deserialize;

use super::text::{Scalar, Shorthand, Str};
use crate::diagnostic::Spanned;

/// When a promise is due: a length of time such as `4h`, or a time of day.
pub type TurnaroundDoc = Spanned<Shorthand<Box<DayTimeDoc>>>;

/// A time of day on an opening day, as counters and couriers promise it.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(
    default,
    deny_unknown_fields,
    expecting = "a time such as `4h`, or `{days: 0, at: \"16:00\", asked_by: \"14:00\"}`"
)]
#[schemars(title = "Time of day", extend("required" = ["at"]))]
pub struct DayTimeDoc {
    /// How many opening days after the one on which it is asked in time: `0` (when left out) is the same day, `1` the
    /// next one.
    #[schemars(with = "Option<Scalar>")]
    pub days: Option<Str>,
    /// At what time it is due, `"16:00"`. Where it is not open then, the last open moment before on that day counts,
    /// or else its opening.
    pub at: Option<Str>,
    /// Until when one has to ask, `"14:00"`: whoever asks later, or on a closed day, has the next opening day as the
    /// first one. Until it closes when left out; on the same day until `at`.
    pub asked_by: Option<Str>,
}
