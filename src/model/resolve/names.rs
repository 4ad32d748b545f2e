//! Which ids exist: a table for each kind of entry.

use super::id_form::IdForm;
use super::ids::{Ids, Table};
use crate::diagnostic::{Diagnostics, Span};
use crate::model::id::{ArticleId, AudienceId, DepartmentId, JourneyId, PersonId, PlaceId, ServiceId, TeamId};
use crate::source::{Documents, FileKind};

/// Every id of the catalog.
pub(super) struct Names {
    pub(super) people: Table<PersonId>,
    pub(super) places: Table<PlaceId>,
    pub(super) departments: Table<DepartmentId>,
    pub(super) teams: Table<TeamId>,
    pub(super) services: Table<ServiceId>,
    pub(super) articles: Table<ArticleId>,
    pub(super) journeys: Table<JourneyId>,
    pub(super) audiences: Table<AudienceId>,
    pub(super) news: Table<usize>,
    pub(super) stories: Table<usize>,
    pub(super) ideas: Table<usize>,
}

impl Names {
    /// Collects the ids, puts the entries in their order and drops those whose id is taken already.
    pub(super) fn collect(documents: &mut Documents, diagnostics: &mut Diagnostics) -> Self {
        let mut names = Self {
            people: Table::new("unknown-person", FileKind::People.noun(), IdForm::Dotted),
            places: Table::new("unknown-place", FileKind::Places.noun(), IdForm::Plain),
            departments: Table::new("unknown-department", FileKind::Department.noun(), IdForm::Plain),
            teams: Table::new("unknown-team", FileKind::Team.noun(), IdForm::Plain),
            services: Table::new("unknown-service", FileKind::Service.noun(), IdForm::Plain),
            articles: Table::new("unknown-article", FileKind::Article.noun(), IdForm::Plain),
            journeys: Table::new("unknown-journey", FileKind::Journey.noun(), IdForm::Plain),
            audiences: Table::new("unknown-audience", "audience", IdForm::Plain),
            news: Table::new("unknown-news", FileKind::News.noun(), IdForm::Plain),
            stories: Table::new("unknown-story", FileKind::Story.noun(), IdForm::Plain),
            ideas: Table::new("unknown-idea", FileKind::Idea.noun(), IdForm::Plain),
        };
        names.people.collect(&mut documents.people, diagnostics);
        names.places.collect(&mut documents.places, diagnostics);
        names.departments.collect(&mut documents.departments, diagnostics);
        names.teams.collect(&mut documents.teams, diagnostics);
        names.services.collect(&mut documents.services, diagnostics);
        names.articles.collect(&mut documents.articles, diagnostics);
        names.journeys.collect(&mut documents.journeys, diagnostics);
        names.news.collect(&mut documents.news, diagnostics);
        names.stories.collect(&mut documents.stories, diagnostics);
        names.ideas.collect(&mut documents.ideas, diagnostics);
        for (id, _) in documents.company.iter().flat_map(|company| &company.audiences.0) {
            names.audiences.declare(id, diagnostics);
        }
        names.note_unread(documents);
        names
    }

    /// An id that could not be read is no reason to call every reference to it wrong.
    fn note_unread(&mut self, documents: &Documents) {
        for (kind, id) in &documents.unread {
            if let Some(ids) = self.of_kind(*kind) {
                ids.note_unread(id);
            }
            if *kind == FileKind::Department {
                self.teams.note_unread("");
                self.services.note_unread("");
            }
        }
        if documents.company.is_none() || documents.gaps.reported(Span::top(documents.company_file), "audiences") {
            self.audiences.note_unread("");
        }
    }

    /// The kinds of entries that others name.
    pub(super) fn kinds(&self) -> [&Ids; 8] {
        let Self { people, departments, teams, services, articles, journeys, audiences, places, .. } = self;
        [people, departments, teams, services, articles, journeys, audiences, places]
    }

    /// Reports the ids that are misspelt where they are given.
    pub(super) fn report_misspelt(&self, diagnostics: &mut Diagnostics) {
        let kinds = self.kinds();
        kinds.into_iter().for_each(|ids| ids.report_misspelt(&kinds, diagnostics));
    }

    fn of_kind(&mut self, kind: FileKind) -> Option<&mut Ids> {
        Some(match kind {
            FileKind::People => &mut self.people,
            FileKind::Places => &mut self.places,
            FileKind::Department => &mut self.departments,
            FileKind::Team => &mut self.teams,
            FileKind::Service => &mut self.services,
            FileKind::Article => &mut self.articles,
            FileKind::Journey => &mut self.journeys,
            FileKind::News => &mut self.news,
            FileKind::Story => &mut self.stories,
            FileKind::Idea => &mut self.ideas,
            FileKind::Company | FileKind::Questions | FileKind::Words | FileKind::Measurements => return None,
        })
    }
}
