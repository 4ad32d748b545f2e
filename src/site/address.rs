//! Addresses and numbers as links and readers need them.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// A phone number that does not break at the end of a line.
pub(crate) fn shown(number: &str) -> String {
    number.replace(' ', "\u{a0}")
}

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

/// What may not stand bare in an address in an attribute.
const NOT_BARE: &AsciiSet = &AsciiSet::EMPTY
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b']')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// Text in an address: everything but letters, digits and a few marks is percent-encoded; a line
/// break is CRLF (RFC 6068).
pub(crate) fn escaped(text: &str) -> String {
    utf8_percent_encode(&text.replace('\n', "\r\n"), UNRESERVED).to_string()
}

/// An address outside as an attribute may hold it: ASCII signs that may not stand bare are percent-encoded.
pub(crate) fn web_address(url: &str) -> String {
    let encoded = |letter: char| match letter.is_ascii() {
        true => utf8_percent_encode(letter.encode_utf8(&mut [0; 4]), NOT_BARE).to_string(),
        false => letter.to_string(),
    };
    url.chars().map(encoded).collect()
}

/// A mailbox in an address (RFC 6068).
pub(crate) fn escaped_address(address: &str) -> String {
    utf8_percent_encode(address, MAILBOX).to_string()
}
