//! A place where people work.

use chrono_tz::Tz;

use super::channel::Phone;
use super::id::CalendarId;
use super::text::Text;
use crate::diagnostic::{Span, Spanned};

/// An office, a factory, a shop: where people work, and where readers may walk in.
#[derive(Debug)]
pub struct Workplace {
    /// The id: the address of its page.
    pub slug: Box<str>,
    /// Where the entry stands.
    pub span: Span,
    /// What it is called.
    pub name: Text,
    /// What is there, in one line.
    pub summary: Option<Text>,
    /// Its address, as it stands on a letter.
    pub address: Option<Text>,
    /// Where it is on a map.
    pub map: Option<Map>,
    /// How to get there, in Markdown.
    pub directions: Option<Spanned<Text>>,
    /// When its doors are open.
    pub doors: Option<CalendarId>,
    /// Where the hours of its doors stand, if it has any.
    pub hours_at: Option<Span>,
    /// Its time zone.
    pub zone: Tz,
    /// The number of its reception.
    pub phone: Option<Phone>,
    /// Earlier ids.
    pub aliases: Vec<Box<str>>,
}

/// A map of a place.
#[derive(Debug)]
pub enum Map {
    /// The address of one.
    Url(Box<str>),
    /// A picture: its path in the catalog.
    Picture(Box<str>),
}
