//! Addresses and numbers as links and readers need them.

/// A phone number that does not break at the end of a line.
pub(crate) fn shown(number: &str) -> String {
    number.replace(' ', "\u{a0}")
}

/// Text in an address: everything but letters, digits and a few marks is percent-encoded; a line
/// break is CRLF (RFC 6068).
pub(crate) fn escaped(text: &str) -> String {
    encode(&text.replace('\n', "\r\n"), b"-._~")
}

/// An address outside as an attribute may hold it: what may not stand bare in one is percent-encoded.
pub(crate) fn web_address(url: &str) -> String {
    let mut address = String::with_capacity(url.len());
    for letter in url.chars() {
        if matches!(letter, ' ' | '"' | '<' | '>' | '[' | ']' | '\\' | '^' | '`' | '{' | '|' | '}') {
            address.push_str(&format!("%{:02X}", u32::from(letter)));
        } else {
            address.push(letter);
        }
    }
    address
}

/// A mailbox in an address (RFC 6068).
pub(crate) fn escaped_address(address: &str) -> String {
    encode(address, b"-._~@+!$'*/=^`{|}")
}

fn encode(text: &str, kept: &[u8]) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || kept.contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}
