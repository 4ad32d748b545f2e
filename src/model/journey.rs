//! A journey: a situation in life that takes a person to several departments.

use std::fmt;

use super::id::{ArticleId, AudienceId, ServiceId};
use super::party::Companion;
use super::text::{Text, TextList};
use crate::clock::Duration;
use crate::diagnostic::{Span, Spanned};

/// A situation across departments.
#[derive(Debug)]
pub struct Journey {
    /// The id: the address of its page.
    pub slug: Box<str>,
    /// Where the entry stands.
    pub span: Span,
    /// The situation.
    pub name: Text,
    /// What it leads to.
    pub summary: Option<Text>,
    /// More about it, in Markdown.
    pub description: Option<Spanned<Text>>,
    /// For whom it is; everyone when empty.
    pub audiences: Vec<AudienceId>,
    /// True for the way into the company.
    pub onboarding: bool,
    /// What day zero is.
    pub starts: Option<Text>,
    /// The steps.
    pub steps: Vec<JourneyStep>,
    /// What people say when they are in it.
    pub asked_as: TextList,
    /// Further words by which people look for it.
    pub keywords: TextList,
    /// Earlier ids.
    pub aliases: Vec<Box<str>>,
}

/// One step of a journey.
#[derive(Debug)]
pub struct JourneyStep {
    /// Where it is written.
    pub span: Span,
    /// The name by which others refer to it.
    pub id: Option<Box<str>>,
    /// When it is done.
    pub when: Option<When>,
    /// What to do, in inline Markdown.
    pub what: Text,
    /// The service that helps.
    pub service: Option<ServiceId>,
    /// The article that helps.
    pub article: Option<ArticleId>,
    /// Who does it with the reader.
    pub with: Option<Companion>,
    /// How long it takes, if that is said.
    pub takes: Option<Duration>,
    /// The steps before it, as places in the journey's list, each smaller than its own.
    pub after: Vec<usize>,
}

/// When a step is done, counted from the day on which the journey starts, which is day 1. Time before it
/// is counted back from it: `before day 30` is at least 30 days earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct When {
    /// True for the time before it.
    pub before: bool,
    /// The unit.
    pub unit: Unit,
    /// Which one, or how many before, from 1.
    pub number: u32,
}

/// A unit of calendar time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
}

impl When {
    /// Reads `before day 1`, `day 1`, `week 2`, `month 1`.
    pub fn parse(text: &str) -> Option<Self> {
        let lower = text.trim().to_ascii_lowercase();
        let (before, rest) = match lower.strip_prefix("before ") {
            Some(rest) => (true, rest),
            None => (false, lower.as_str()),
        };
        let (unit, number) = rest.trim().split_once(' ')?;
        let unit = match unit {
            "day" => Unit::Day,
            "week" => Unit::Week,
            "month" => Unit::Month,
            _ => return None,
        };
        let number = number.trim().parse().ok().filter(|n| (1..=1000).contains(n))?;
        Some(Self { before, unit, number })
    }
}

impl fmt::Display for When {
    /// As the format writes it: `before day 1`, `week 2`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Day => "day",
            Unit::Week => "week",
            Unit::Month => "month",
        };
        write!(f, "{}{unit} {}", if self.before { "before " } else { "" }, self.number)
    }
}
