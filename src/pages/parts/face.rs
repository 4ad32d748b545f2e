//! A face in a list: the person's portrait, or their initials, drawn.

use serde::Serialize;

use crate::markdown::Html;
use crate::publish::PersonId;
use crate::site::phrase::html;
use crate::site::reader::Reader;

/// The drawing's width and height, in its own units.
const SIDE: &str = "0 0 40 40";

/// A face.
#[derive(Debug, Serialize)]
pub struct FaceView {
    /// The address of a portrait.
    pub photo: Option<String>,
    /// Initials in a circle, an SVG, where there is none.
    pub initials: Option<Html>,
}

impl FaceView {
    /// The face of a person, who is named beside it.
    pub(crate) fn of_person(id: PersonId, reader: Reader<'_>) -> Self {
        let published = reader.published();
        let person = published.person(id);
        match person.photo {
            Some(path) => Self { photo: Some(reader.route.to_root(published) + path), initials: None },
            None => Self::of_name(&person.name.str(reader.locale())),
        }
    }

    /// The initials of a name.
    pub(crate) fn of_name(name: &str) -> Self {
        let attributes = [("class", Some("face")), ("viewBox", Some(SIDE)), ("aria-hidden", Some("true"))];
        let initials = html(|markup| {
            markup.element("svg", &attributes, |svg| {
                svg.element("circle", &[("cx", Some("20")), ("cy", Some("20")), ("r", Some("19"))], |_| {});
                let place = [("x", Some("20")), ("y", Some("25")), ("text-anchor", Some("middle"))];
                svg.element("text", &place, |text| _ = text.text(&initials(name)));
            });
        });
        Self { photo: None, initials: Some(initials) }
    }
}

/// The first letters of the first and the last word.
fn initials(name: &str) -> String {
    let letter = |word: &str| word.chars().find(|letter| letter.is_alphanumeric());
    let mut letters = name.split_whitespace().filter_map(letter);
    let first = letters.next();
    first.into_iter().chain(letters.next_back()).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn the_first_and_the_last_word_give_their_letters() {
        for (name, expected) in
            [("Maija Virtanen", "MV"), ("Łukasz de Żak", "ŁŻ"), ("Plato", "P"), ("“Ann” (B)", "AB"), ("–", "")]
        {
            assert_eq!(initials(name), expected, "{name}");
        }
    }
}
