//! Documents → [`Catalog`]: the only place that knows both. Every duration is read, every reference
//! followed; what cannot be is told and left out, so that all mistakes come at once.

mod article;
mod backlinks;
mod channel;
mod company;
mod department;
mod dependency;
mod frame;
mod id_form;
mod ids;
mod journey;
mod known;
mod measurement;
mod names;
mod news;
mod on_call;
mod person;
mod scope;
mod service;
mod standard;
mod team;
mod value;
mod who;
mod zone;

use std::collections::HashMap;

use super::catalog::Catalog;
use super::picture::Pictures;
use crate::diagnostic::{Diagnostics, Span};
use crate::source::{Documents, Gaps};
use names::Names;
use scope::{Lead, Scope, Unsure};

/// What the company has written so that it could not be read.
fn unsure(documents: &Documents, gaps: &Gaps) -> Unsure {
    let top = Span::top(documents.company_file);
    let shaky = |key| documents.company.is_none() || gaps.told(top, key);
    Unsure { locales: shaky("locales"), hours: shaky("hours"), standards: shaky("standards"), ..Unsure::default() }
}

/// Finds out what the documents mean. The catalog can be relied on only when `diagnostics` holds no
/// error.
pub fn resolve(mut documents: Documents, diagnostics: &mut Diagnostics) -> Catalog {
    let mut names = Names::collect(&mut documents, diagnostics);
    department::invent_missing(&mut documents, &mut names, diagnostics);
    let acting_teams = department::declare_acting_teams(&documents, &mut names);
    let gaps = std::mem::take(&mut documents.gaps);
    let unsure = unsure(&documents, &gaps);
    let mut scope = Scope {
        names,
        locales: Vec::new(),
        shared_hours: HashMap::new(),
        read_hours: HashMap::new(),
        calendars: Vec::new(),
        calendar_ids: HashMap::new(),
        acting_teams,
        written_teams: documents.teams.len(),
        team_leads: HashMap::new(),
        gaps,
        unsure,
        diagnostics,
    };
    let company = company::resolve(documents.company, documents.company_file, &mut scope);
    let pictures = Pictures::new(documents.files, documents.read);
    let people = person::resolve(documents.people, &pictures, &mut scope);
    let frames = department::frames(&documents.departments, &company, &mut scope);
    let mut departments = department::resolve(documents.departments, &frames, &mut scope);
    let (teams, team_frames) = team::resolve(documents.teams, &mut departments, &frames, &mut scope);
    let lead = |team: &crate::model::team::Team| match &team.lead {
        Some(lead) => Lead::Person(lead.value),
        None if scope.unsure.leads.contains(&team.span) => Lead::Unsure,
        None => Lead::Nobody,
    };
    scope.team_leads = teams.iter().enumerate().map(|(index, team)| (index.into(), lead(team))).collect();
    let mut services = service::resolve(documents.services, &teams, &team_frames, &company, &mut scope);
    on_call::resolve(&mut services, &teams, &departments, &mut scope);
    let articles = article::resolve(documents.articles, &mut scope);
    let journeys = journey::resolve(documents.journeys, &mut scope);
    let (news, stories, ideas) = news::resolve(documents.news, documents.stories, documents.ideas, &mut scope);
    let questions = measurement::questions(documents.questions, &mut scope);
    let measurements = measurement::resolve(documents.measurements, &services, &mut scope);
    let backlinks = backlinks::collect(&people, &departments, &teams, &services, &articles);
    Catalog {
        company,
        news,
        stories,
        ideas,
        questions,
        measurements,
        pictures,
        people,
        departments,
        teams,
        services,
        articles,
        journeys,
        calendars: scope.calendars,
        backlinks,
    }
}
