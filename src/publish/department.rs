//! A department.

use schemars::JsonSchema;
use serde::Serialize;

use super::address::Pages;
use super::channel::Channel;
use super::field::FieldValue;
use super::hours::Hours;
use super::list::{List, Publish};
use super::published::Published;
use super::reference::Ref;
use super::related_link::RelatedLink;
use super::standard::Standard;
use super::text::{Text, TextList};
use super::who::Who;
use crate::diagnostic::Spanned;
use crate::model::{self, DepartmentId, EntryId, PersonId, PlaceId, TeamId};

/// A department.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Department<'a> {
    /// Its number, to look it up by.
    #[serde(skip)]
    pub key: DepartmentId,
    /// Its id.
    pub id: &'a str,
    /// What it is called.
    pub name: Text<'a>,
    /// What it does, in one line.
    pub summary: Option<Text<'a>>,
    /// More about it, in Markdown.
    pub description: Option<Text<'a>>,
    /// The department that it belongs to, by id.
    pub part_of: Option<Ref<'a, DepartmentId>>,
    /// Who leads it.
    pub lead: List<'a, Spanned<PersonId>, Who<'a>>,
    /// How to reach it, best first.
    pub channels: List<'a, model::Channel, Channel<'a>>,
    /// Where it works, by id.
    pub place: Option<Ref<'a, PlaceId>>,
    /// When it works.
    pub hours: Option<Hours<'a>>,
    /// Whom it serves, by its own word or by its services'.
    pub serves: Vec<Who<'a>>,
    /// True when it says so itself.
    #[serde(skip)]
    pub says_whom: bool,
    /// Its teams, by id; none where it acts as one itself.
    pub teams: List<'a, TeamId, Ref<'a, TeamId>>,
    /// True where it does work itself, under no team's name.
    #[serde(skip)]
    pub acts: bool,
    /// What its services promise that say nothing themselves; `normal` first.
    pub standards: List<'a, model::Standard, Standard<'a>>,
    /// Pages to read that stand elsewhere.
    pub links: List<'a, model::RelatedLink, RelatedLink<'a>>,
    /// Words by which people look for it.
    pub keywords: TextList<'a>,
    /// The company's own facts.
    pub fields: List<'a, model::FieldValue, FieldValue<'a>>,
    /// Earlier ids.
    pub aliases: &'a [Box<str>],
    /// Its pages.
    pub pages: Pages<'a>,
}

impl<'a> Published<'a> {
    /// A department.
    pub fn department(&'a self, key: DepartmentId) -> Department<'a> {
        let department = self.catalog().department(key);
        Department {
            key,
            id: &department.slug,
            name: self.text(&department.name),
            summary: self.maybe(&department.summary),
            description: self.maybe(&department.description),
            part_of: self.maybe(&department.part_of),
            lead: self.list(&department.lead),
            channels: self.list(&department.channels),
            place: self.maybe(&department.place),
            hours: self.hours(&department.calendar),
            says_whom: !department.serves.is_empty(),
            serves: match &*department.serves {
                [] => self.served_by(self.services_in(key)),
                own => own.iter().map(|served| Who::publish(served, self)).collect(),
            },
            teams: self.list(&department.teams),
            acts: department.acting_team.is_some(),
            standards: self.list(&department.standards),
            links: self.list(&department.links),
            keywords: self.texts(&department.keywords),
            fields: self.list(&department.fields),
            aliases: &department.aliases,
            pages: Pages::of(EntryId::Department(key), self),
        }
    }

    /// True where all that there is belongs to one department at most, so that nobody has to choose one first.
    pub fn is_one_department(&self) -> bool {
        self.catalog().departments().len() <= 1
    }

    /// All departments, by id.
    pub fn departments(&'a self) -> impl ExactSizeIterator<Item = Department<'a>> + DoubleEndedIterator + Clone {
        self.catalog().departments().map(|(key, _)| self.department(key))
    }

    /// The departments that are part of one, by id.
    pub fn parts_of(&self, department: DepartmentId) -> &'a [DepartmentId] {
        self.catalog().parts_of(department)
    }
}
