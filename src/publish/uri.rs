//! Addresses as an attribute or another program may take them: what may not stand bare in one is percent-encoded.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What stays as it is in a query (RFC 3986, "unreserved").
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What stays as it is in a mailbox (RFC 6068).
const MAILBOX: &AsciiSet = &UNRESERVED
    .remove(b'@')
    .remove(b'+')
    .remove(b'!')
    .remove(b'$')
    .remove(b'\'')
    .remove(b'*')
    .remove(b'/')
    .remove(b'=')
    .remove(b'^')
    .remove(b'`')
    .remove(b'{')
    .remove(b'|')
    .remove(b'}');

/// An address outside the site.
pub fn web(url: &str) -> Cow<'_, str> {
    let bare = |letter: char| matches!(letter, ' ' | '"' | '<' | '>' | '[' | ']' | '\\' | '^' | '`' | '{' | '|' | '}');
    if !url.contains(bare) {
        return url.into();
    }
    let mut address = String::with_capacity(url.len() + 8);
    for letter in url.chars() {
        match bare(letter) {
            true => address.extend(utf8_percent_encode(letter.encode_utf8(&mut [0; 4]), NON_ALPHANUMERIC)),
            false => address.push(letter),
        }
    }
    address.into()
}

/// The address of an email (RFC 6068).
pub fn mail(address: &str) -> String {
    format!("mailto:{}", utf8_percent_encode(address, MAILBOX))
}

/// The address of a phone number as it is dialled (RFC 3966).
pub fn tel(dialled: &str) -> String {
    format!("tel:{dialled}")
}

/// Text within a query; a line break is CRLF (RFC 6068).
pub fn query(text: &str) -> String {
    utf8_percent_encode(&text.replace('\n', "\r\n"), UNRESERVED).to_string()
}
