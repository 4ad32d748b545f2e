//! What a service promises in time.

use schemars::JsonSchema;
use serde::Serialize;

use super::list::Publish;
use super::published::Published;
use super::text::Text;
use super::turnaround::Promised;
use super::value::{Grade, Percent, Spelled};
use crate::clock::{Duration, Turnaround};
use crate::model;

/// A promise for one urgency. Shares are in per cent.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Standard<'a> {
    /// `normal`, `urgent`, or a name of the company's own.
    pub urgency: &'a str,
    /// What readers call this urgency, if not as it is named.
    pub name: Option<Text<'a>>,
    /// What makes it apply.
    pub when: Option<Text<'a>>,
    /// When the first answer comes, at the latest.
    pub first_response: Option<Promised>,
    /// When it is done, at the latest.
    pub resolution: Option<Promised>,
    /// The share of cases that keep the promise.
    pub target: Option<Percent>,
    /// By which clock times run.
    pub clock: TimeRuns,
    /// The working time that one case takes.
    pub handling: Option<Spelled<Duration>>,
    /// The share of cases that are solved at the first contact.
    pub first_contact: Option<Percent>,
    /// The mean grade from customers, from 1 to 5.
    pub satisfaction: Option<Grade>,
}

/// By which clock times run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TimeRuns {
    /// While the service is open.
    Service,
    /// Round the clock.
    Always,
}

impl Standard<'_> {
    /// The urgency that counts when none is named.
    pub const NORMAL: &'static str = model::Standard::NORMAL;

    /// True when it promises a time at all.
    pub fn promises(&self) -> bool {
        self.first_response.is_some() || self.resolution.is_some()
    }

    /// True when times run round the clock.
    pub fn is_always(&self) -> bool {
        self.clock == TimeRuns::Always
    }
}

impl<'a> Publish<'a, model::Standard> for Standard<'a> {
    fn publish(standard: &'a model::Standard, published: &'a Published<'a>) -> Self {
        Self {
            urgency: &standard.urgency,
            name: published.maybe(&standard.name),
            when: published.maybe(&standard.when),
            first_response: standard.first_response.as_ref().map(|time| published.promised(standard, time.value)),
            resolution: standard.resolution.as_ref().map(|time| published.promised(standard, time.value)),
            target: standard.target.map(Percent),
            clock: if standard.always { TimeRuns::Always } else { TimeRuns::Service },
            handling: standard.handling.map(Spelled),
            first_contact: standard.first_contact.map(Percent),
            satisfaction: standard.satisfaction.map(Grade),
        }
    }
}

impl Published<'_> {
    /// A promise as it can be kept: nothing is promised for a time of day at which a service is never open.
    fn promised(&self, standard: &model::Standard, time: Turnaround) -> Promised {
        let (Turnaround::By(by), Some(calendar)) = (time, standard.calendar) else { return Promised(time) };
        let calendar = self.catalog().calendar(calendar);
        let counted = by.counted(calendar, calendar.date_at(self.now));
        Promised(counted.map_or(time, Turnaround::By))
    }
}
