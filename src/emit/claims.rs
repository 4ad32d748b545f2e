//! Which paths the site has: each is plain and relative, and belongs to one writer.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::{Mutex, PoisonError};

use anyhow::{Result, bail};

/// The claimed paths by their lower-case form, since some disks and servers do not tell letter
/// cases apart.
#[derive(Debug, Default)]
pub(super) struct Claims(Mutex<HashMap<String, String>>);

impl Claims {
    /// Claims `path`, once.
    pub(super) fn claim(&self, path: &str) -> Result<()> {
        check(path)?;
        let mut claims = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match claims.entry(path.to_lowercase()) {
            Entry::Vacant(free) => {
                free.insert(path.to_owned());
                Ok(())
            }
            Entry::Occupied(taken) if taken.get() == path => {
                bail!("two pages want to be the file `{path}`");
            }
            Entry::Occupied(taken) => bail!(
                "the files `{}` and `{path}` differ only in letter case, which many disks and \
                 servers do not tell apart",
                taken.get()
            ),
        }
    }
}

fn check(path: &str) -> Result<()> {
    let wrong = if path.contains(['\\', '\0', ':']) {
        "holds `\\`, `:` or a zero byte"
    } else if path.split('/').any(|part| matches!(part, "" | "." | "..")) {
        "is absolute or has an empty, `.` or `..` part"
    } else {
        return Ok(());
    };
    bail!("the site cannot have a file {path:?}: the path {wrong}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_relative_paths() {
        let claims = Claims::default();
        for path in ["", "/a", "a/", "a//b", "../a", "a/../b", "./a", "a\\b", "a\0", "C:a", "..", "."] {
            assert!(claims.claim(path).is_err(), "{path:?}");
        }
        for path in ["a", "a/b.html", "...", ".nojekyll", "fi/palvelut/työ.html"] {
            claims.claim(path).unwrap();
        }
    }

    #[test]
    fn each_once_in_any_letter_case() {
        let claims = Claims::default();
        claims.claim("people/äiti.html").unwrap();
        let twice = claims.claim("people/äiti.html").unwrap_err().to_string();
        assert_eq!(twice, "two pages want to be the file `people/äiti.html`");
        let clash = claims.claim("People/Äiti.html").unwrap_err().to_string();
        assert!(clash.contains("`people/äiti.html` and `People/Äiti.html`"), "{clash}");
    }
}
