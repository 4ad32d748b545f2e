//! What was really achieved, and what the search must answer.

use super::id::{ArticleId, DepartmentId, JourneyId, LocaleId, PersonId, PlaceId, ServiceId, TeamId};
use crate::diagnostic::Span;

/// One figure of one month.
#[derive(Debug)]
pub struct Measurement {
    /// The year.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u8,
    /// The service.
    pub service: ServiceId,
    /// The urgency; none when it is about all of them.
    pub standard: Option<Box<str>>,
    /// What was measured.
    pub metric: Metric,
    /// The figure: shares in per cent, times in hours, grades and counts as they are.
    pub value: f64,
    /// From how many cases.
    pub count: Option<u32>,
    /// Where the month is written.
    pub period_at: Span,
    /// Where the figure is written.
    pub value_at: Span,
}

/// What can be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Metric {
    /// Share of cases whose first answer kept the promise.
    FirstResponseMet,
    /// Share of cases that were done as promised.
    ResolutionMet,
    /// Mean time to the first answer.
    FirstResponseMean,
    /// Mean working time of a case.
    HandlingMean,
    /// Share of cases solved at the first contact.
    FirstContact,
    /// Mean grade.
    Satisfaction,
    /// How many cases there were.
    Requests,
}

impl Metric {
    /// True for a share, which is written in per cent.
    pub fn is_share(self) -> bool {
        matches!(self, Self::FirstResponseMet | Self::ResolutionMet | Self::FirstContact)
    }

    /// All of them by the names that tables use.
    pub const ALL: [(&'static str, Self); 7] = [
        ("first_response_met", Self::FirstResponseMet),
        ("resolution_met", Self::ResolutionMet),
        ("first_response_mean", Self::FirstResponseMean),
        ("handling_mean", Self::HandlingMean),
        ("first_contact", Self::FirstContact),
        ("satisfaction", Self::Satisfaction),
        ("requests", Self::Requests),
    ];
}

/// A real question and the entry that answers it.
#[derive(Debug)]
pub struct Question {
    /// Where it is written.
    pub span: Span,
    /// What somebody types.
    pub ask: Box<str>,
    /// In which language.
    pub locale: LocaleId,
    /// What answers it.
    pub expect: ExpectedAnswer,
    /// How high the answer must stand, from 1.
    pub within: u32,
}

/// What answers a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExpectedAnswer {
    /// A service.
    Service(ServiceId),
    /// An article.
    Article(ArticleId),
    /// A journey.
    Journey(JourneyId),
    /// A team.
    Team(TeamId),
    /// A department.
    Department(DepartmentId),
    /// A person.
    Person(PersonId),
    /// A place.
    Place(PlaceId),
}
