//! The face of somebody: a photo, or the first letters of a name.

use serde::Serialize;

use crate::publish::Person;
use crate::site::reader::Reader;

/// A portrait.
#[derive(Debug, Serialize)]
pub struct PortraitView {
    /// The address of a photo, where there is one.
    pub photo: Option<String>,
    /// What stands for it otherwise.
    pub initials: String,
}

impl PortraitView {
    /// The portrait of a person who may be named.
    pub(crate) fn new(person: &Person<'_>, reader: Reader<'_>) -> Self {
        Self {
            photo: person.photo.map(|path| reader.root() + path),
            initials: initials(&person.name.str(reader.locale())),
        }
    }
}

/// The first letters of the first and the last word of a name.
pub(crate) fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let (first, last) = (words.next(), words.next_back());
    let letter = |word: &str| word.chars().find(|letter| letter.is_alphabetic()).map(char::to_uppercase);
    first.into_iter().chain(last).filter_map(letter).flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn of_the_first_and_the_last_name() {
        for (name, letters) in
            [("Bo Ek", "BE"), ("Åsa von Öst", "ÅÖ"), ("Madonna", "M"), ("  ", ""), ("łucja (HR) żak", "ŁŻ")]
        {
            assert_eq!(initials(name), letters, "{name}");
        }
    }
}
