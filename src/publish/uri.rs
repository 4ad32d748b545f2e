//! Addresses as an attribute or another program may take them: what may not stand bare in one is percent-encoded.

use std::borrow::Cow;
use std::fmt::Write;

/// An address outside the site.
pub fn web(url: &str) -> Cow<'_, str> {
    let bare = |letter: char| matches!(letter, ' ' | '"' | '<' | '>' | '[' | ']' | '\\' | '^' | '`' | '{' | '|' | '}');
    if !url.contains(bare) {
        return url.into();
    }
    let mut address = String::with_capacity(url.len() + 8);
    for letter in url.chars() {
        if bare(letter) {
            push_encoded(&mut address, letter as u8);
        } else {
            address.push(letter);
        }
    }
    address.into()
}

/// The address of an email (RFC 6068).
pub fn mail(address: &str) -> String {
    format!("mailto:{}", encoded(address, b"-._~@+!$'*/=^`{|}"))
}

/// The address of a phone number as it is dialled (RFC 3966).
pub fn tel(dialled: &str) -> String {
    format!("tel:{dialled}")
}

/// Text within a query; a line break is CRLF (RFC 6068).
pub fn query(text: &str) -> String {
    encoded(&text.replace('\n', "\r\n"), b"-._~")
}

fn encoded(text: &str, kept: &[u8]) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || kept.contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            push_encoded(&mut encoded, byte);
        }
    }
    encoded
}

fn push_encoded(address: &mut String, byte: u8) {
    // Writing to a string cannot fail.
    let _ = write!(address, "%{byte:02X}");
}
