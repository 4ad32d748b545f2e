//! A way to reach somebody.

use super::id::{CalendarId, PlaceId};
use super::related_link::Address;
use super::text::Text;
use crate::diagnostic::{Span, Spanned};

/// A way to reach somebody.
#[derive(Clone, Debug)]
pub struct Channel {
    /// Where it is written.
    pub span: Span,
    /// What it is and where it leads.
    pub target: ChannelTarget,
    /// What it is called, if not by its kind.
    pub label: Option<Box<Text>>,
    /// What it is best for.
    pub best_for: Option<Text>,
    /// When somebody answers there, if it has hours of its own or stands behind doors that have.
    pub calendar: Option<CalendarId>,
    /// Languages spoken there, as BCP 47 tags.
    pub languages: Vec<Box<str>>,
    /// The urgency whose standard holds here.
    pub standard: Option<Spanned<Box<str>>>,
    /// True for what cannot wait.
    pub urgent: bool,
}

/// The kind of a channel and where it leads.
#[derive(Clone, Debug)]
pub enum ChannelTarget {
    /// A form: its address.
    Form(Address),
    /// A system where readers do it themselves: its address.
    Web(Address),
    /// An email, with what is filled in.
    Email {
        /// The address.
        address: Box<str>,
        /// The subject.
        subject: Option<Box<Text>>,
        /// The text.
        body: Option<Box<Text>>,
    },
    /// A phone number.
    Phone(Phone),
    /// A chat: its name or its address.
    Chat(Address),
    /// Where to walk in.
    Desk(Desk),
    /// An open video meeting: its address.
    Meeting(Address),
    /// Where to book a time: its address.
    Booking(Address),
    /// A postal address.
    Post(Text),
    /// A place in a social network: its address.
    Social(Address),
    /// A phone number for emergencies.
    Emergency(Phone),
}

impl ChannelTarget {
    /// Whether it is of the same kind as another one, and leads to the same address.
    pub(in crate::model) fn leads_as(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Email { address, .. }, Self::Email { address: other, .. }) => address == other,
            (Self::Phone(number), Self::Phone(other)) | (Self::Emergency(number), Self::Emergency(other)) => {
                number.dialled() == other.dialled()
            }
            (Self::Form(address), Self::Form(other))
            | (Self::Web(address), Self::Web(other))
            | (Self::Chat(address), Self::Chat(other))
            | (Self::Meeting(address), Self::Meeting(other))
            | (Self::Booking(address), Self::Booking(other))
            | (Self::Social(address), Self::Social(other)) => address.leads_as(other),
            _ => false,
        }
    }
}

/// Where to walk in; one of the three is said at least.
#[derive(Clone, Debug)]
pub struct Desk {
    /// What the author calls it.
    pub text: Option<Text>,
    /// The place in which it stands.
    pub place: Option<PlaceId>,
    /// Where in the place: "second floor".
    pub at: Option<Text>,
    /// True when it has hours of its own, besides those of the doors.
    pub has_hours: bool,
}

impl ChannelTarget {
    /// The key that names the kind in the format.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Form(_) => "form",
            Self::Web(_) => "web",
            Self::Email { .. } => "email",
            Self::Phone(_) => "phone",
            Self::Chat(_) => "chat",
            Self::Desk(_) => "desk",
            Self::Meeting(_) => "meeting",
            Self::Booking(_) => "booking",
            Self::Post(_) => "post",
            Self::Social(_) => "social",
            Self::Emergency(_) => "emergency",
        }
    }
}

/// A phone number as it was written, proven to be dialable: international (E.164), perhaps with an extension
/// behind `ext`, or a short number that the company's phones or the country's net know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone(Box<str>);

/// What stands between a number and its extension.
const EXTENSION: &str = " ext ";

impl Phone {
    /// Reads a number; none when no phone could dial it.
    pub(in crate::model) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (number, extension) = match text.split_once(EXTENSION) {
            Some((number, extension)) => (number, Some(extension.trim())),
            None => (text, None),
        };
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
        let only_digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
        let whole = extension.is_none_or(|text| only_digits(text) && (1..=8).contains(&text.len()));
        let short = extension.is_none() && only_digits(number) && (3..=6).contains(&number.len());
        let signs = number
            .chars()
            .enumerate()
            .all(|(at, c)| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')' | '\u{a0}') || c == '+' && at == 0);
        let first = number.chars().find(char::is_ascii_digit);
        // `(0)` is not dialled from abroad, and what stands in brackets at the end is an extension.
        let brackets = number.contains("(0)") || number.trim_end().ends_with(')');
        let international = number.starts_with('+')
            && signs
            && !brackets
            && hyphenated(number).is_none()
            && first != Some('0')
            && (7..=15).contains(&digits(number));
        (whole && (international || short)).then(|| Self(text.into()))
    }

    /// The number that was probably meant: without `(0)`, with `+` for `00`, with its extension behind `ext`.
    pub(in crate::model) fn meant(text: &str) -> Option<String> {
        if let Some(inner) = extension_alone(text) {
            return Some(inner.to_owned());
        }
        let plain = text.replacen("(0)", "", 1).replace("  ", " ");
        let whole = match plain.strip_prefix("00") {
            Some(rest) if !rest.starts_with('0') => format!("+{rest}"),
            _ => plain,
        };
        if whole != text && Self::parse(&whole).is_some() {
            return Some(whole);
        }
        if let Some(figures) = in_figures(&whole) {
            return Self::parse(&figures).is_some().then_some(figures);
        }
        let end = whole.trim_end_matches(')').len();
        let extension = whole.get(..end)?.rsplit(|c: char| !c.is_ascii_digit()).next()?;
        let before = whole.get(..end - extension.len())?;
        let number = before.trim_end_matches(|c: char| !c.is_ascii_digit());
        let between = before.get(number.len()..)?;
        let signs = between.chars().any(|c| !c.is_alphabetic() && !matches!(c, ' ' | '-' | '\u{a0}' | '/'));
        let word = between.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
        let divides = match word.as_str() {
            "" => hyphenated(&whole).is_some() || signs,
            word => EXTENSION_WORDS.contains(&word),
        };
        let meant = format!("{number}{EXTENSION}{extension}");
        (divides && Self::parse(&meant).is_some()).then_some(meant)
    }

    /// As it is shown.
    pub fn shown(&self) -> &str {
        &self.0
    }

    /// As it is dialled: `+` and digits only, and an extension in a parameter of its own (RFC 3966).
    pub fn dialled(&self) -> String {
        let digits = |text: &str| {
            let mut digits = String::with_capacity(text.len());
            digits.extend(text.chars().filter(|c| c.is_ascii_digit() || *c == '+'));
            digits
        };
        match self.0.split_once(EXTENSION) {
            Some((number, extension)) => format!("{};ext={}", digits(number), digits(extension)),
            None => digits(&self.0),
        }
    }
}

/// What stands before an extension in the languages of the interface, and what is known everywhere.
const EXTENSION_WORDS: [&str; 14] = [
    "ext",
    "extension",
    "x",
    "alanumero",
    "alanro",
    "anknytning",
    "ankn",
    "anknytn",
    "wew",
    "wewn",
    "wewnętrzny",
    "nr wew",
    "int",
    "durchwahl",
];

/// The figures of an extension with no number before it, which is a short number to those in the house.
fn extension_alone(text: &str) -> Option<&str> {
    let figures = text.trim_start_matches(|c: char| !c.is_ascii_digit());
    let word = text.get(..text.len() - figures.len())?.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    let known = EXTENSION_WORDS.contains(&word.as_str());
    (known && (3..=6).contains(&figures.len()) && figures.chars().all(|c| c.is_ascii_digit())).then_some(figures)
}

/// A number with figures in place of the letters that look like them; `None` where there are none, or one at its end,
/// which may be a slip of another kind.
fn in_figures(text: &str) -> Option<String> {
    let has_figure = |word: &str| word.chars().any(|c| c.is_ascii_digit());
    let is_number = |word: &str| has_figure(word) && word.chars().all(|c| !c.is_alphabetic() || "OolI".contains(c));
    let read = |word: &str| match is_number(word) {
        true => word.replace(['O', 'o'], "0").replace(['l', 'I'], "1"),
        false => word.to_owned(),
    };
    let figures = text.split(' ').map(read).collect::<Vec<_>>().join(" ");
    (figures != text && !text.ends_with(char::is_alphabetic)).then_some(figures)
}

/// The extension behind a hyphen that stands behind a whole number, `+48 22 555 02 00-12`: dialled together they
/// reach a stranger. In Germany and Austria extensions are dialled right behind the number.
fn hyphenated(number: &str) -> Option<&str> {
    let (before, extension) = number.split_once('-')?;
    let digits = before.chars().filter(char::is_ascii_digit).count();
    let short = (1..=4).contains(&extension.len()) && extension.chars().all(|c| c.is_ascii_digit());
    let direct = ["+49", "+43"].iter().any(|country| before.starts_with(country));
    (short && digits >= WHOLE_NUMBER && !direct).then_some(extension)
}

/// So many digits, with those of the country, are a whole number.
const WHOLE_NUMBER: usize = 11;

#[cfg(test)]
mod tests {
    use super::Phone;

    #[test]
    fn a_letter_that_looks_like_a_figure_is_one() {
        for (written, meant) in [
            ("+358 9 555 O111", "+358 9 555 0111"),
            ("+358 4O 555 0102", "+358 40 555 0102"),
            ("+358 40 555 O1O0", "+358 40 555 0100"),
            ("+358 40 555 0102 ext l11", "+358 40 555 0102 ext 111"),
            ("+358 9 555 0100 x 4711", "+358 9 555 0100 ext 4711"),
            ("1l2", "112"),
        ] {
            assert_eq!(Phone::meant(written).as_deref(), Some(meant), "{written}");
        }
        for written in ["+358 40 555 0102l", "112O", "+358 40 555 0102 tai 0103", "+358 9 555 0102 klo 8", "4711 // 12"]
        {
            assert_eq!(Phone::meant(written), None, "{written}");
        }
    }

    #[test]
    fn numbers_are_dialled_without_their_signs() {
        let dialled = |text| Phone::parse(text).map(|phone| phone.dialled());
        assert_eq!(dialled("+358 (9) 555-0100").as_deref(), Some("+35895550100"));
        assert_eq!(dialled("+358 9 555 0100 ext 4711").as_deref(), Some("+35895550100;ext=4711"));
        assert_eq!(dialled("+49 89 5550 1234-12").as_deref(), Some("+4989555012341 2".replace(' ', "").as_str()));
        assert_eq!(dialled("+1 212-555-0100").as_deref(), Some("+12125550100"));
        assert_eq!(dialled("4711").as_deref(), Some("4711"));
        for wrong in
            ["+358 9 555 0102 (4711)", "+358 (0)9 555 0100", "00358 9 5550100", "09 555 0100", "12", "4711 ext 1"]
        {
            assert_eq!(dialled(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_was_meant_is_proposed() {
        let meant = |text| Phone::meant(text);
        assert_eq!(meant("+358 9 555 0102 (4711)").as_deref(), Some("+358 9 555 0102 ext 4711"));
        assert_eq!(meant("+358 9 555 0102, wew. 4711").as_deref(), Some("+358 9 555 0102 ext 4711"));
        assert_eq!(meant("+358 9 555 0102 x4711").as_deref(), Some("+358 9 555 0102 ext 4711"));
        assert_eq!(meant("00358 9 555 0100").as_deref(), Some("+358 9 555 0100"));
        assert_eq!(meant("+358 (0)9 555 0100").as_deref(), Some("+358 9 555 0100"));
        assert_eq!(meant("+48 22 555 02 00-12").as_deref(), Some("+48 22 555 02 00 ext 12"));
        assert_eq!(meant("09 555 0100"), None);
        assert_eq!(meant("call us"), None);
    }
}
