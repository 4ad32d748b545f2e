//! Values that are written as the format writes them: durations, intervals, country codes.

use std::fmt::Display;

use serde::{Serialize, Serializer};

/// A value in its usual spelling: `1d 4h`, `6 months`, `Europe/Helsinki`.
pub(super) struct Shown<T>(pub(super) T);

impl<T: Display> Serialize for Shown<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// Per mille as per cent: 975 is 97.5.
pub(super) fn percent(per_mille: u16) -> f64 {
    f64::from(per_mille) / 10.0
}
