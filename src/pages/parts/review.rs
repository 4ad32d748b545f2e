//! When an entry was last read through by those who answer for it.

use serde::Serialize;

use crate::publish::Service;
use crate::site::reader::Reader;

/// When an entry was last read through.
#[derive(Debug, Serialize)]
pub struct ReviewView {
    /// ISO 8601.
    pub date: Option<String>,
    /// In words.
    pub text: String,
    /// A warning when it is overdue.
    pub overdue: Option<String>,
}

impl ReviewView {
    /// Of a service. Where nobody in the company reads through what is written, no page misses it.
    pub(crate) fn new(service: &Service<'_>, reader: Reader<'_>) -> Option<Self> {
        let words = reader.words();
        let Some(reviewed) = service.reviewed else {
            let never = || Self { date: None, text: reader.word("service.never_reviewed"), overdue: None };
            return reader.published().practice().reviews.then(never);
        };
        let today = reader.published().today();
        let due = service.review_every.map(|every| every.after(reviewed)).filter(|due| *due < today);
        Some(Self {
            date: Some(reviewed.to_string()),
            text: words.format("service.reviewed", &[("date", &words.date(reviewed))]),
            overdue: due.map(|due| words.format("service.review_due", &[("date", &words.date(due))])),
        })
    }
}
