//! What a service promises in time.

use serde::Serialize;

use super::export::Export;
use super::shown::{Shown, percent};
use super::texts::Texts;
use crate::clock::Duration;
use crate::model::Standard;

/// A promise for one urgency. Shares are in per cent.
#[derive(Serialize)]
pub(super) struct StandardEntry<'a> {
    urgency: &'a str,
    when: Option<Texts<'a>>,
    first_response: Option<Shown<Duration>>,
    resolution: Option<Shown<Duration>>,
    target: Option<f64>,
    clock: &'static str,
    handling: Option<Shown<Duration>>,
    first_contact: Option<f64>,
    /// From 1 to 5.
    satisfaction: Option<f64>,
}

impl<'a> StandardEntry<'a> {
    pub(super) fn new(standard: &'a Standard, export: Export<'a>) -> Self {
        Self {
            urgency: &standard.urgency,
            when: export.maybe(&standard.when),
            first_response: standard.first_response.as_ref().map(|time| Shown(time.value)),
            resolution: standard.resolution.as_ref().map(|time| Shown(time.value)),
            target: standard.target.map(percent),
            clock: if standard.always { "always" } else { "service" },
            handling: standard.handling.map(Shown),
            first_contact: standard.first_contact.map(percent),
            satisfaction: standard.satisfaction.map(|grade| f64::from(grade) / 100.0),
        }
    }
}
