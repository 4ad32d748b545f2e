//! Parts of countries, by their ISO 3166-2 codes.

use std::fmt;

use crate::clock::regional::PARTS;

/// The part that is a country of its own to the opening-hours library, that country, and the part's names.
const COUNTRIES: [(&str, &str, [&str; 2]); 1] = [("FI-01", "AX", ["Åland", "Ahvenanmaa"])];

/// Countries of which all parts are known, with what stands behind the hyphen.
const ALL_PARTS: &[(&str, &str)] = &[
    ("AT", "1 2 3 4 5 6 7 8 9"),
    ("CH", "AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH"),
    ("DE", "BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH"),
    ("FI", "01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19"),
    ("GB", "EAW ENG NIR SCT WLS"),
    ("PL", "02 04 06 08 10 12 14 16 18 20 22 24 26 28 30 32"),
    ("SE", "AB AC BD C D E F G H I K M N O S T U W X Y Z"),
];

/// The longest code.
const LONGEST: usize = "GB-ENG".len();

/// A part of a country: its code.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Subdivision {
    code: [u8; LONGEST],
    length: u8,
}

/// A text that is no part of the country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubdivisionError {
    /// What is wrong, in a sentence without its full stop.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// A code that was probably meant.
    pub suggestion: Option<String>,
}

impl Subdivision {
    /// Reads a code such as `DE-BY` of a part of a country.
    pub(super) fn parse(text: &str, country: &str) -> Result<Self, SubdivisionError> {
        let wrong = |message: String, help: String| {
            let suggestion = meant(text, country).filter(|meant| meant != text);
            Err(SubdivisionError { message, help, suggestion })
        };
        if !has_form(text) {
            let message = format!("`{text}` is not a code of ISO 3166-2, such as `DE-BY`");
            return wrong(message, "write the country, a hyphen and the code of the part: `DE-BY`, `GB-SCT`".into());
        }
        let of = text.get(..2).unwrap_or_default();
        if of != country {
            let message = format!("`{text}` is a part of `{of}`, and the country here is `{country}`");
            return wrong(message, format!("write a part of `{country}`, or `country: {of}` beside it"));
        }
        if parts_of(of).is_some_and(|mut parts| parts.all(|part| part != text)) {
            return wrong(format!("`{of}` has no part `{text}`"), listed(of));
        }
        let mut code = [0; LONGEST];
        code.iter_mut().zip(text.bytes()).for_each(|(to, from)| *to = from);
        Ok(Self { code, length: text.len().try_into().unwrap_or_default() })
    }

    /// For a part of a country that nobody names.
    pub(super) fn without_country(text: &str) -> SubdivisionError {
        let country = text.get(..2).filter(|_| has_form(text)).unwrap_or("DE");
        SubdivisionError {
            message: format!("a part of a country is named, `{text}`, but no `country`"),
            help: format!("add `country: {country}` beside it, or to catalog.yaml"),
            suggestion: None,
        }
    }

    /// The code.
    pub fn code(&self) -> &str {
        self.code.get(..self.length.into()).and_then(|code| std::str::from_utf8(code).ok()).unwrap_or_default()
    }

    /// The country that it is to the library.
    pub(super) fn country(&self) -> Option<&'static str> {
        COUNTRIES.iter().find(|(part, ..)| *part == self.code()).map(|(_, country, _)| *country)
    }
}

impl fmt::Display for Subdivision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Subdivision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Two capital letters, a hyphen, and one to three more signs.
fn has_form(text: &str) -> bool {
    text.split_once('-').is_some_and(|(country, part)| {
        country.len() == 2
            && country.bytes().all(|sign| sign.is_ascii_uppercase())
            && (1..=3).contains(&part.len())
            && part.bytes().all(|sign| sign.is_ascii_uppercase() || sign.is_ascii_digit())
    })
}

/// The parts of a country, as far as they are known.
fn parts_of(country: &str) -> Option<impl Iterator<Item = String>> {
    let (country, parts) = ALL_PARTS.iter().find(|(known, _)| *known == country)?;
    Some(parts.split(' ').map(move |part| format!("{country}-{part}")))
}

fn listed(country: &str) -> String {
    let parts: Vec<String> = parts_of(country).into_iter().flatten().map(|part| format!("`{part}`")).collect();
    format!("write one of {}", parts.join(", "))
}

/// The code that was meant by a name, by small letters, or by the part alone.
fn meant(text: &str, country: &str) -> Option<String> {
    let fits = |code: &str| code.split('-').next() == Some(country);
    let named = PARTS.iter().filter(|part| fits(part.code)).find(|part| part.names.iter().any(|name| same(name, text)));
    let alone = COUNTRIES.iter().find(|(code, _, names)| fits(code) && names.iter().any(|name| same(name, text)));
    let by_name = named.map(|part| part.code).or(alone.map(|(code, ..)| *code)).map(str::to_owned);
    by_name.or_else(|| {
        let written = text.trim().to_uppercase().replace(['_', ' '], "-");
        let whole = if written.contains('-') { written } else { format!("{country}-{written}") };
        let known = parts_of(country)?.any(|part| part == whole);
        known.then_some(whole)
    })
}

fn same(name: &str, text: &str) -> bool {
    name.to_lowercase() == text.trim().to_lowercase()
}
