//! The company, its audiences and its words.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use super::export::Export;
use super::shown::Shown;
use super::texts::{Pages, Texts};
use crate::i18n::Locale;
use crate::model::{Audience, Interval, Privacy, Term};
use crate::site::Place;

/// The company and its site.
#[derive(Serialize)]
pub(super) struct CompanyEntry<'a> {
    name: Texts<'a>,
    summary: Option<Texts<'a>>,
    /// The site's languages; the first is the default.
    locales: Vec<&'a Locale>,
    time_zone: &'static str,
    country: Option<&'static str>,
    closed_days: &'a BTreeSet<NaiveDate>,
    base_url: Option<&'a str>,
    review_every: Option<Shown<Interval>>,
    /// How much of a person the site and this file show.
    privacy: Privacy,
    /// Links in which `{service}` stands for a service's id.
    feedback: Option<&'a str>,
    ideas: Option<&'a str>,
    external_customer: Option<AudienceEntry<'a>>,
    pages: Pages<'a>,
}

impl<'a> CompanyEntry<'a> {
    pub(super) fn new(export: Export<'a>) -> Self {
        let company = &export.catalog().company;
        Self {
            name: export.texts(&company.name),
            summary: export.maybe(&company.summary),
            locales: company.locales.iter().map(|locale| &locale.value).collect(),
            time_zone: company.zone.name(),
            country: company.country.map(|country| country.code()),
            closed_days: &company.closed_days,
            base_url: export.edition.base_url,
            review_every: company.review_every.map(Shown),
            privacy: company.privacy,
            feedback: company.feedback.as_deref(),
            ideas: company.ideas.as_deref(),
            external_customer: company.external_customer.as_ref().map(|customer| AudienceEntry::new(customer, export)),
            pages: export.pages(Place::Home),
        }
    }
}

/// A group that services and journeys speak to.
#[derive(Serialize)]
pub(super) struct AudienceEntry<'a> {
    /// None for the external customer.
    id: Option<&'a str>,
    name: Texts<'a>,
    summary: Option<Texts<'a>>,
}

impl<'a> AudienceEntry<'a> {
    pub(super) fn new(audience: &'a Audience, export: Export<'a>) -> Self {
        Self {
            id: Some(&*audience.slug).filter(|id| !id.is_empty()),
            name: export.texts(&audience.name),
            summary: export.maybe(&audience.summary),
        }
    }
}

/// A word of the house.
#[derive(Serialize)]
pub(super) struct TermEntry<'a> {
    term: Texts<'a>,
    meaning: Texts<'a>,
}

impl<'a> TermEntry<'a> {
    pub(super) fn new(term: &'a Term, export: Export<'a>) -> Self {
        Self { term: export.texts(&term.term), meaning: export.texts(&term.meaning) }
    }
}
