//! Languages: the words of the interface, and what a language does to dates, numbers, plurals and
//! the order of names.
//!
//! Words come from one TOML table per language ([`Messages`]), held against each other when they are
//! loaded; everything else from Unicode's CLDR. A view asks [`Words`], which is both for one locale.

mod dates;
mod locale;
mod memory;
mod messages;
mod names;
mod order;
mod phrases;
mod template;
#[cfg(test)]
mod tests;
mod time_length;
mod words;

pub(crate) use memory::Memory;

pub use locale::{Direction, InvalidLocale, Locale};
pub use messages::{Message, Messages};
pub use time_length::TimeLength;
pub use words::Words;
