//! What a service promises in time.

use super::id::CalendarId;
use super::text::Text;
use crate::clock::{Duration, Turnaround};
use crate::diagnostic::{Span, Spanned};

/// A promise for one urgency.
#[derive(Clone, Debug)]
pub struct Standard {
    /// The urgency: `normal`, `urgent`, or a name of the company's own.
    pub urgency: Box<str>,
    /// What readers call this urgency, if not as it is named.
    pub name: Option<Text>,
    /// Where it is written.
    pub span: Span,
    /// When the first answer comes, at the latest.
    pub first_response: Option<Spanned<Turnaround>>,
    /// When it is done, at the latest.
    pub resolution: Option<Spanned<Turnaround>>,
    /// The share of cases that keep the promise, in per mille (900 is 90%).
    pub target: Option<u16>,
    /// Whether time runs round the clock.
    pub always: bool,
    /// By whose hours its times run; none where it is shared, and no service's.
    pub calendar: Option<CalendarId>,
    /// When own work on it is done, where an emergency channel lets it go on outside the service's hours.
    pub on_call: Option<OnCall>,
    /// What makes this urgency apply.
    pub when: Option<Text>,
    /// The working time that one case takes.
    pub handling: Option<Duration>,
    /// The share of cases solved at the first contact, in per mille.
    pub first_contact: Option<u16>,
    /// The mean grade from customers, in hundredths (420 is 4.2).
    pub satisfaction: Option<u16>,
}

/// When somebody works on a case whose clock always runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnCall {
    /// Round the clock.
    Always,
    /// While the service or an emergency channel is open.
    Hours(CalendarId),
}

impl Standard {
    /// The urgency that counts when none is named.
    pub const NORMAL: &'static str = "normal";

    /// True when it promises a time at all.
    pub fn promises(&self) -> bool {
        self.first_response.is_some() || self.resolution.is_some()
    }
}
