//! What the reading hands over: everything that the authors wrote, by kind.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::gaps::Gaps;
use super::kind::FileKind;
use super::measurements::MeasurementDoc;
use super::schema::{
    ArticleDoc, CompanyDoc, DepartmentDoc, IdeaDoc, JourneyDoc, NewsDoc, PersonDoc, PlaceDoc, QuestionDoc, ServiceDoc,
    StoryDoc, Str, TeamDoc, WordsDoc,
};
use crate::diagnostic::{FileId, Span};

/// The name of the file that every catalog begins with.
pub const COMPANY_FILE: &str = "catalog.yaml";

/// An entry under its id. The id's place is the key, or the top of the file that bears its name.
#[derive(Clone, Debug)]
pub struct Written<T> {
    /// The id as written.
    pub id: Str,
    /// Where the group with all its keys is; the top of a file that is the entry as a whole.
    pub group: Span,
    /// What was written under it.
    pub doc: T,
}

/// An entry that belongs to a department, by the folder or file in which it stands.
#[derive(Clone, Debug)]
pub struct WrittenIn<T> {
    /// The department's id.
    pub department: String,
    /// The entry.
    pub entry: Written<T>,
}

/// A Markdown file: its head and its body.
#[derive(Clone, Debug)]
pub struct MarkdownDoc<T> {
    /// The language of a translation (`ID.fi.md`), none for the first language.
    pub locale: Option<Str>,
    /// The front matter.
    pub head: T,
    /// The Markdown below it.
    pub body: Str,
}

/// What the author of an entry wrote about its address, whatever kind of entry it is.
pub trait WrittenEntry {
    /// The id.
    fn id(&self) -> &Str;
    /// Earlier ids.
    fn aliases(&self) -> &[Str];
    /// The language of a translation, which stands under the id of its original.
    fn locale(&self) -> Option<&Str>;
}

impl<T: Addressed> WrittenEntry for Written<T> {
    fn id(&self) -> &Str {
        &self.id
    }
    fn aliases(&self) -> &[Str] {
        self.doc.aliases()
    }
    fn locale(&self) -> Option<&Str> {
        self.doc.locale()
    }
}

impl<T: Addressed> WrittenEntry for WrittenIn<T> {
    fn id(&self) -> &Str {
        self.entry.id()
    }
    fn aliases(&self) -> &[Str] {
        self.entry.aliases()
    }
    fn locale(&self) -> Option<&Str> {
        self.entry.locale()
    }
}

/// What stands under an id.
pub trait Addressed {
    /// Earlier ids.
    fn aliases(&self) -> &[Str];
    /// The language of a translation.
    fn locale(&self) -> Option<&Str> {
        None
    }
}

macro_rules! addressed {
    ($($doc:ty),+ $(,)?) => {$(
        impl Addressed for $doc {
            fn aliases(&self) -> &[Str] {
                &self.aliases
            }
        }
    )+};
}

addressed!(PersonDoc, PlaceDoc, DepartmentDoc, TeamDoc, ServiceDoc, ArticleDoc, JourneyDoc, NewsDoc, StoryDoc, IdeaDoc);

impl<T: Addressed> Addressed for Box<T> {
    fn aliases(&self) -> &[Str] {
        (**self).aliases()
    }
}

impl<T: Addressed> Addressed for MarkdownDoc<T> {
    fn aliases(&self) -> &[Str] {
        self.head.aliases()
    }
    fn locale(&self) -> Option<&Str> {
        self.locale.as_ref()
    }
}

/// Everything that the catalog's files say.
#[derive(Debug, Default)]
pub struct Documents {
    /// Where `catalog.yaml` stands, or would stand, among the files.
    pub company_file: FileId,
    /// `catalog.yaml`, unless it is missing or unreadable.
    pub company: Option<CompanyDoc>,
    /// People.
    pub people: Vec<Written<PersonDoc>>,
    /// Places.
    pub places: Vec<Written<PlaceDoc>>,
    /// Departments, whose own `teams` and `services` are already in the lists below.
    pub departments: Vec<Written<DepartmentDoc>>,
    /// Teams.
    pub teams: Vec<WrittenIn<TeamDoc>>,
    /// Services.
    pub services: Vec<WrittenIn<Box<ServiceDoc>>>,
    /// Articles and their translations.
    pub articles: Vec<WrittenIn<MarkdownDoc<ArticleDoc>>>,
    /// Journeys.
    pub journeys: Vec<Written<JourneyDoc>>,
    /// Questions.
    pub questions: Vec<QuestionDoc>,
    /// Everyday words.
    pub words: WordsDoc,
    /// News and their translations.
    pub news: Vec<Written<MarkdownDoc<NewsDoc>>>,
    /// Stories and their translations.
    pub stories: Vec<Written<MarkdownDoc<StoryDoc>>>,
    /// Ideas.
    pub ideas: Vec<Written<IdeaDoc>>,
    /// Rows of measurements.
    pub measurements: Vec<MeasurementDoc>,
    /// Pictures and other files that are not read but may be named, as paths in the catalog.
    pub files: BTreeSet<String>,
    /// Those of them that are drawings and cannot be shown.
    pub broken: BTreeSet<String>,
    /// The files that are read, by number, as paths in the catalog.
    pub read: Arc<[String]>,
    /// What could not be read, by kind and id: an id that is not known may stand there. An empty id
    /// stands for any.
    pub unread: BTreeSet<(FileKind, String)>,
    /// What is missing although its author wrote something.
    pub gaps: Gaps,
}

impl Documents {
    /// Takes what further files say.
    pub(super) fn append(&mut self, others: Self) {
        let Self {
            company,
            people,
            places,
            departments,
            teams,
            services,
            articles,
            journeys,
            questions,
            words,
            news,
            stories,
            ideas,
            measurements,
            unread,
            gaps,
            // Known of all files together only.
            company_file: _,
            files: _,
            broken: _,
            read: _,
        } = others;
        self.company = self.company.take().or(company);
        self.people.extend(people);
        self.places.extend(places);
        self.departments.extend(departments);
        self.teams.extend(teams);
        self.services.extend(services);
        self.articles.extend(articles);
        self.journeys.extend(journeys);
        self.questions.extend(questions);
        self.words.words.0.extend(words.words.0);
        self.words.leave_out.extend(words.leave_out);
        self.news.extend(news);
        self.stories.extend(stories);
        self.ideas.extend(ideas);
        self.measurements.extend(measurements);
        self.unread.extend(unread);
        self.gaps.append(gaps);
    }
}
