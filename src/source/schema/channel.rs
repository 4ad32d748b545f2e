//! A way to reach somebody.

use schemars::JsonSchema;
use serde::Deserialize;

use super::text::{Scalar, Str, TextDoc};
use crate::diagnostic::Spanned;

/// A way to reach somebody. One key names its kind; the others say more about it.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, expecting = "a channel such as `{phone: \"+358 9 123\"}`")]
#[schemars(title = "Channel")]
pub struct ChannelDoc {
    /// A form to fill in: its address, or one for each language.
    pub form: Option<TextDoc>,
    /// A system where readers do it themselves: its address, or one for each language.
    pub web: Option<Box<TextDoc>>,
    /// An email address.
    pub email: Option<Str>,
    /// A phone number in international form (E.164), with an extension behind `ext` (`+358 9 555 0100 ext 4711`); or
    /// a short number of 3 to 6 digits, which works from the company's phones or within the country.
    #[schemars(with = "Option<Scalar>")]
    pub phone: Option<Str>,
    /// A chat: its name, `"#it-help"`, of which the company's `chat` makes a link; or its address; or one of these for
    /// each language. A name that begins with `#` needs quotes.
    pub chat: Option<Box<TextDoc>>,
    /// Where to walk in: what stands over the desk, or the id of a place. With `place` it may be left out.
    pub desk: Option<Box<TextDoc>>,
    /// An open video meeting, such as a clinic with `hours`: its address, or one for each language.
    pub meeting: Option<Box<TextDoc>>,
    /// Where to book a time: its address, or one for each language.
    pub booking: Option<Box<TextDoc>>,
    /// A postal address.
    pub post: Option<Box<TextDoc>>,
    /// A place in a social network: its address, or one for each language.
    pub social: Option<Box<TextDoc>>,
    /// A phone number for emergencies, answered at any time unless `hours` says otherwise.
    #[schemars(with = "Option<Scalar>")]
    pub emergency: Option<Box<Str>>,
    /// For a desk: the place in which it stands. It is open only while the doors of the place are, too.
    pub place: Option<Box<Str>>,
    /// For a desk: where in the place, such as `second floor, beside the stairs`.
    pub at: Option<Box<TextDoc>>,
    /// What the channel is called, if not by its kind.
    pub label: Option<TextDoc>,
    /// What it is best for.
    #[serde(rename = "for")]
    pub best_for: Option<TextDoc>,
    /// When somebody answers there: opening hours or the name of shared hours.
    pub hours: Option<Box<Str>>,
    /// Languages spoken there, as BCP 47 tags.
    pub languages: Vec<Str>,
    /// Which of the service's standards holds here.
    pub standard: Option<Box<Str>>,
    /// True when this is the channel for what cannot wait.
    pub urgent: Option<Spanned<bool>>,
    /// For email: the subject that is filled in.
    pub subject: Option<Box<TextDoc>>,
    /// For email: the text that is filled in.
    pub body: Option<Box<TextDoc>>,
}
