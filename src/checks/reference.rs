//! The table of all checks, for the README.

use super::check::Check;
use crate::diagnostic::Severity;

/// Checks as a Markdown table: the code, how much it weighs, what it ensures.
pub(super) fn table(checks: &[Check]) -> String {
    let mut text = "| Code | Weight | What it ensures |\n|---|---|---|\n".to_owned();
    for check in checks {
        let weight = match check.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let ensures = check.ensures.trim();
        let ensures = ensures.strip_prefix("Ensures that ").unwrap_or(ensures).replace('|', "\\|");
        text.push_str(&format!("| `{}` | {weight} | {ensures} |\n", check.code));
    }
    text
}
