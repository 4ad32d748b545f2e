//! A way to reach somebody.

use super::id::CalendarId;
use super::text::Text;
use crate::diagnostic::{Span, Spanned};

/// A way to reach somebody.
#[derive(Debug)]
pub struct Channel {
    /// Where it is written.
    pub span: Span,
    /// What it is and where it leads.
    pub target: Target,
    /// What it is called, if not by its kind.
    pub label: Option<Text>,
    /// What it is best for.
    pub best_for: Option<Text>,
    /// When somebody answers there, if it has hours of its own.
    pub calendar: Option<CalendarId>,
    /// Languages spoken there, as BCP 47 tags.
    pub languages: Vec<Box<str>>,
    /// The urgency whose standard holds here.
    pub standard: Option<Spanned<Box<str>>>,
    /// True for what cannot wait.
    pub urgent: bool,
}

/// The kind of a channel and where it leads.
#[derive(Debug)]
pub enum Target {
    /// A form: its address.
    Form(Box<str>),
    /// An email, with what is filled in.
    Email {
        /// The address.
        address: Box<str>,
        /// The subject.
        subject: Option<Text>,
        /// The text.
        body: Option<Text>,
    },
    /// A phone number.
    Phone(Phone),
    /// A chat: its address.
    Chat(Box<str>),
    /// Where to walk in.
    Desk(Text),
    /// Where to book a time: its address.
    Booking(Box<str>),
    /// A postal address.
    Post(Text),
    /// A place in a social network: its address.
    Social(Box<str>),
    /// A phone number for emergencies.
    Emergency(Phone),
}

impl Target {
    /// The key that names the kind in the format.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Form(_) => "form",
            Self::Email { .. } => "email",
            Self::Phone(_) => "phone",
            Self::Chat(_) => "chat",
            Self::Desk(_) => "desk",
            Self::Booking(_) => "booking",
            Self::Post(_) => "post",
            Self::Social(_) => "social",
            Self::Emergency(_) => "emergency",
        }
    }
}

/// A phone number as it was written, proven to be dialable (E.164, or a short emergency number).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone(pub(in crate::model) Box<str>);

impl Phone {
    /// As it is shown.
    pub fn shown(&self) -> &str {
        &self.0
    }

    /// As it is dialled: `+` and digits only (RFC 3966 without separators).
    pub fn dialled(&self) -> String {
        self.0.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
    }
}
