//! Which addresses an author may link to.

use std::borrow::Cow;

use url::Url;

/// What an address leads to, decided by what comes before its first `:` (RFC 3986, section 3.1), as
/// a browser reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetKind {
    /// `http:`, `https:` or `//host`: another site.
    Web,
    /// `mailto:` or `tel:`.
    Contact,
    /// `#id`: a place in the same text.
    Fragment,
    /// A place in the same site, seen from here.
    Relative,
    /// Every other scheme (`javascript:`, `data:`, `file:` …), an address without a host where one
    /// belongs, no address at all, and `/path`: the site may be published under any path, so an
    /// address from the root is never right. Only the words of such a link are shown.
    Refused,
}

/// The address as a browser would read it, and what it leads to. `url` has its entities decoded.
///
/// Browsers drop tabs and line ends anywhere and control characters around an address before they
/// look at the scheme (WHATWG URL, "basic URL parser"); dropping them all first means that they
/// cannot see another scheme than we did.
pub(super) fn classify(url: &str) -> (Cow<'_, str>, TargetKind) {
    let mut cleaned: Cow<'_, str> = Cow::Borrowed(url.trim());
    if cleaned.contains(|c: char| c.is_control()) {
        let kept: String = cleaned.chars().filter(|c| !c.is_control()).collect();
        cleaned = Cow::Owned(kept.trim().to_owned());
    }
    if cleaned.starts_with("//") {
        cleaned = Cow::Owned(format!("https:{cleaned}"));
    }
    if cleaned.contains(['%', '#', '^']) {
        cleaned = Cow::Owned(encode_stray(&cleaned));
    }
    let kind = if cleaned.is_empty() || cleaned.starts_with(['/', '\\']) {
        TargetKind::Refused
    } else if cleaned.starts_with('#') {
        TargetKind::Fragment
    } else {
        let head = cleaned.split(['/', '?', '#']).next().unwrap_or_default();
        match head.split_once(':') {
            None => TargetKind::Relative,
            Some((scheme, _)) => match scheme.to_ascii_lowercase().as_str() {
                "http" | "https" if has_host(&cleaned) => TargetKind::Web,
                "mailto" | "tel" => TargetKind::Contact,
                _ => TargetKind::Refused,
            },
        }
    };
    (cleaned, kind)
}

/// Encodes what may not stand bare in an address: a `%` that encodes nothing, a second `#`, `^`.
/// What else may not is encoded when the HTML is written.
fn encode_stray(url: &str) -> String {
    let mut encoded = String::with_capacity(url.len() + 4);
    let mut in_fragment = false;
    for (place, character) in url.char_indices() {
        match character {
            '%' => {
                let digits = url.as_bytes().get(place + 1..place + 3);
                let encodes = digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
                encoded.push_str(if encodes { "%" } else { "%25" });
            }
            '#' if in_fragment => encoded.push_str("%23"),
            '^' => encoded.push_str("%5E"),
            other => {
                in_fragment |= other == '#';
                encoded.push(other);
            }
        }
    }
    encoded
}

/// Whether `scheme://` is followed by a host, as browsers understand it.
fn has_host(address: &str) -> bool {
    address.contains("://") && Url::parse(address).is_ok_and(|url| url.has_host())
}

#[cfg(test)]
mod tests {
    use super::{TargetKind, classify};

    #[test]
    fn schemes_are_read_as_browsers_read_them() {
        let cases = [
            ("https://example.com/a:b", TargetKind::Web),
            ("HTTP://example.com", TargetKind::Web),
            ("//example.com/x.png", TargetKind::Web),
            ("mailto:pay@havula.example?subject=a", TargetKind::Contact),
            ("tel:+358401234567", TargetKind::Contact),
            ("#payday", TargetKind::Fragment),
            ("read-your-payslip.md#tax", TargetKind::Relative),
            ("../teams/a.html?b=c:d", TargetKind::Relative),
            ("a/b:c", TargetKind::Relative),
            ("", TargetKind::Refused),
            ("https://", TargetKind::Refused),
            ("//", TargetKind::Refused),
            ("https:a", TargetKind::Refused),
            ("http://a:b:c/", TargetKind::Refused),
            ("https://user@a.example:8080/x", TargetKind::Web),
            ("/root", TargetKind::Refused),
            ("\\\\host\\share", TargetKind::Refused),
            ("javascript:alert(1)", TargetKind::Refused),
            (" \u{1}jAvA\tscr\nipt:alert(1)", TargetKind::Refused),
            ("data:text/html,x", TargetKind::Refused),
            ("vbscript:x", TargetKind::Refused),
            ("file:///etc/passwd", TargetKind::Refused),
            ("blob:https://x", TargetKind::Refused),
        ];
        for (url, kind) in cases {
            assert_eq!(classify(url).1, kind, "{url:?}");
        }
    }

    #[test]
    fn what_may_not_stand_bare_is_encoded() {
        assert_eq!(classify("100%").0, "100%25");
        assert_eq!(classify("%C3%A4%zz%").0, "%C3%A4%25zz%25");
        assert_eq!(classify("a#b#c^").0, "a#b%23c%5E");
    }

    #[test]
    fn what_browsers_drop_is_dropped() {
        assert_eq!(classify("\u{1} ht\ntps://x.example ").0, "https://x.example");
        assert_eq!(classify("//x.example").0, "https://x.example");
    }
}
