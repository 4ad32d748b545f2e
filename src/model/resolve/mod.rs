//! Documents → [`Catalog`]: the only place that knows both. Every duration is read, every reference
//! followed; what cannot be is reported and left out, so that all mistakes come at once.

mod address;
mod anew;
mod article;
mod backlinks;
mod calendars;
mod channel;
mod company;
mod company_wide;
mod deadline;
mod department;
mod dependency;
mod desk;
mod division;
mod field;
mod frame;
mod id_form;
mod ids;
mod journey;
mod known;
mod language;
mod lead;
mod level;
mod meant;
mod measurement;
mod names;
mod news;
mod on_call;
mod other_languages;
mod people_words;
mod person;
mod phone;
mod picture;
mod place;
mod presence;
mod region;
mod related_link;
mod scope;
mod service;
mod special_day;
mod standard;
mod team;
mod turnaround;
mod value;
mod who;
mod words;
mod zone;

use super::catalog::Catalog;
use super::picture::Pictures;
use crate::diagnostic::{Diagnostics, Span, Spanned};
use crate::source::{Documents, Gaps};
use division::Divisions;
use known::Listed;
use lead::Leads;
use names::Names;
use scope::{Given, Scope};

pub use id_form::refused_id;

/// What is known before the entries are read: which there are, and what the company says about all of them.
fn given(documents: &mut Documents, diagnostics: &mut Diagnostics) -> Given {
    let mut names = Names::collect(documents, diagnostics);
    department::invent_missing(documents, &mut names, diagnostics);
    let divisions = Divisions::declare(documents, &mut names);
    let leads = Leads::look_up(documents, &names, &divisions);
    let languages = company_wide::languages(documents, diagnostics);
    let languages_place = company_wide::languages_place(documents);
    let shared_hours = company_wide::shared_hours(documents, diagnostics);
    let has_all_fields = company_wide::is_read(documents, "fields");
    let gaps = std::mem::take(&mut documents.gaps);
    let country = documents.company.as_ref().and_then(|company| company.country.clone());
    Given { names, divisions, leads, languages, languages_place, country, shared_hours, has_all_fields, gaps }
}

/// The keys with nothing behind them of which nothing was said yet.
fn left_empty(gaps: &Gaps, diagnostics: &Diagnostics) -> Vec<Spanned<Box<str>>> {
    let is_told = |at: Span| diagnostics.iter().any(|told| told.primary.span == at);
    gaps.left_empty().filter(|(_, at)| !is_told(*at)).map(|(key, at)| Spanned::new(key.into(), at)).collect()
}

/// Finds out what the documents mean. The catalog can be relied on only when `diagnostics` holds no
/// error.
pub fn resolve(mut documents: Documents, diagnostics: &mut Diagnostics) -> Catalog {
    let complete = company_wide::is_read(&documents, "standards");
    let given = given(&mut documents, diagnostics);
    let mut scope = Scope::new(&given, diagnostics);
    let mut company = company::resolve(documents.company, documents.company_file, &mut scope);
    scope.fields = company.fields.clone();
    let pictures = Pictures::new(documents.files, documents.broken, documents.read);
    let people = person::resolve(documents.people, &pictures, &mut scope);
    let (places, grounds) = place::resolve(documents.places, &company, &pictures, &mut scope);
    let frames = department::frames(&documents.departments, &company, &grounds, &mut scope);
    let standards = Listed { items: company.standards.as_slice().into(), complete };
    let departments = department::resolve(documents.departments, &frames, (&grounds, &standards), &mut scope);
    let around = team::Around { departments: &departments, frames: &frames, grounds: &grounds, standards: &standards };
    let (teams, team_frames) = team::resolve(documents.teams, &around, &mut scope);
    let common = service::Common { grounds: &grounds, standards, review_every: company.review_every };
    let (services, unsure) = service::resolve(documents.services, &teams, &team_frames, &common, &mut scope);
    let services = on_call::resolve(services, &teams, &departments, &mut scope);
    let elsewhere = presence::elsewhere((&people, &teams), &company, &grounds, &mut scope);
    let desks = desk::inherited((&services, &teams, &departments), &grounds, &mut scope);
    let articles = article::resolve(documents.articles, &mut scope);
    let journeys = journey::resolve(documents.journeys, &mut scope);
    let (news, stories, ideas) = news::resolve(documents.news, documents.stories, documents.ideas, &mut scope);
    let questions = measurement::questions(documents.questions, &mut scope);
    let words = words::resolve(documents.words, &mut scope);
    let measurements = measurement::resolve(documents.measurements, (&services, &unsure), &mut scope);
    company.day_names = std::mem::take(&mut scope.day_names).into();
    let allowances = std::mem::take(&mut scope.allowances);
    scope.report_other_languages();
    given.names.report_misspelt(scope.diagnostics);
    let left_empty = left_empty(&given.gaps, scope.diagnostics);
    let backlinks = backlinks::collect(&people, &departments, &teams, &services, &articles);
    let catalog = Catalog {
        company,
        news,
        stories,
        ideas,
        questions,
        words,
        measurements,
        pictures,
        allowances,
        left_empty,
        people,
        places,
        departments,
        teams,
        services,
        articles,
        journeys,
        calendars: scope.calendars.into_all(),
        backlinks,
        desks,
        elsewhere,
    };
    meant::tell(&given.names, &catalog, diagnostics);
    catalog
}
