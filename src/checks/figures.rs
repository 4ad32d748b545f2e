//! Figures that can hardly be meant.

use chrono::Datelike;

use crate::checks::check::{Subject, check};
use crate::diagnostic::Diagnostics;

check! {
    /// Ensures that figures are of months that have begun, and shares in per cent. A share of 0.94 is hardly less than
    /// one case in a hundred.
    DOUBTFUL_FIGURE: Warning "doubtful-figure" => doubtful_figure
}

fn doubtful_figure(subject: &Subject<'_>, found: &mut Diagnostics) {
    let this_month = (subject.today.year(), subject.today.month());
    for row in &subject.catalog.measurements {
        let (year, month) = (row.year, u32::from(row.month));
        if (year, month) > this_month {
            found.push(
                DOUBTFUL_FIGURE
                    .at(row.period_at, format!("{year}-{month:02} has not begun yet"))
                    .why("nobody can know its figures")
                    .help("correct the year or the month"),
            );
        }
        if row.metric.is_share() && row.value > 0.0 && row.value < 1.0 {
            found.push(
                DOUBTFUL_FIGURE
                    .at(row.value_at, format!("{} per cent is less than one case in a hundred", row.value))
                    .why("shares are written in per cent, and a spreadsheet often holds them as parts of one")
                    .help(format!("write `{:.1}` if that is meant", row.value * 100.0)),
            );
        }
    }
}
