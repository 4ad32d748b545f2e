//! The small words of what the commands print.

use std::path::Path;

/// A path as it can be typed after an option.
pub(super) fn typed(path: &Path) -> String {
    let path = path.display().to_string();
    let plain = |c: char| c.is_alphanumeric() || "-_./\\:~+".contains(c);
    if path.chars().all(plain) { path } else { format!("\"{path}\"") }
}
