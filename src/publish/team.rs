//! A team.

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
use super::who::{Home, Who};
use crate::clock::Calendar;
use crate::diagnostic::Spanned;
use crate::model::{self, DepartmentId, EntryId, PersonId, PlaceId, TeamId};

/// A team. One that acts for its whole department is not listed: the department is.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Team<'a> {
    /// Its number, to look it up by.
    #[serde(skip)]
    pub key: TeamId,
    /// Its id.
    pub id: &'a str,
    /// The department that it belongs to, by id.
    pub department: Ref<'a, DepartmentId>,
    /// What it is called.
    pub name: Text<'a>,
    /// What it does, in one line.
    pub summary: Option<Text<'a>>,
    /// More about it, in Markdown.
    pub description: Option<Text<'a>>,
    /// The larger team that it belongs to, by id.
    pub part_of: Option<Ref<'a, TeamId>>,
    /// The teams that belong to it, by id.
    pub parts: List<'a, TeamId, Ref<'a, TeamId>>,
    /// Who leads it.
    pub lead: List<'a, Spanned<PersonId>, Who<'a>>,
    /// The numbers of those who lead it, named or not.
    #[serde(skip)]
    pub leaders: Vec<PersonId>,
    /// Who belongs to it.
    pub members: List<'a, model::Member, Member<'a>>,
    /// Who belonged to it.
    pub former: List<'a, PersonId, Who<'a>>,
    /// How to reach it, best first.
    pub channels: List<'a, model::Channel, Channel<'a>>,
    /// True when the channels are its department's.
    pub inherits_channels: bool,
    /// Where it works, by id: by its own word or its department's.
    pub place: Option<Ref<'a, PlaceId>>,
    /// When it works, by its own hours or its department's.
    pub hours: Option<Hours<'a>>,
    /// Who is on duty when.
    pub rota: List<'a, model::Duty, Duty<'a>>,
    /// Whom its services serve.
    pub serves: Vec<Who<'a>>,
    /// Languages that it speaks (BCP 47).
    pub languages: &'a [Box<str>],
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

/// A member of a team.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Member<'a> {
    /// Their number, named or not.
    #[serde(skip)]
    pub person: PersonId,
    /// Who.
    pub who: Who<'a>,
    /// What they do in the team.
    pub roles: List<'a, model::MemberRole, MemberRole<'a>>,
}

/// Something that a member does.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct MemberRole<'a> {
    /// What it is called.
    pub role: Option<Text<'a>>,
    /// What to ask them about.
    #[serde(rename = "for")]
    pub ask_for: Option<Text<'a>>,
}

impl<'a> Publish<'a, model::MemberRole> for MemberRole<'a> {
    fn publish(role: &'a model::MemberRole, published: &'a Published<'a>) -> Self {
        Self { role: published.maybe(&role.role), ask_for: published.maybe(&role.ask_for) }
    }
}

/// A turn of duty.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Duty<'a> {
    /// Who is on duty.
    pub who: Who<'a>,
    /// OpenStreetMap `opening_hours` notation, by the holidays and in the zone of the team.
    pub when: &'a str,
    /// When, with all that decides it.
    #[serde(skip)]
    pub calendar: &'a Calendar,
}

impl<'a> Publish<'a, model::Member> for Member<'a> {
    fn publish(member: &'a model::Member, published: &'a Published<'a>) -> Self {
        Self {
            person: member.person,
            who: Who::publish(&member.person, published),
            roles: published.list(&member.roles),
        }
    }
}

impl<'a> Publish<'a, model::Duty> for Duty<'a> {
    fn publish(duty: &'a model::Duty, published: &'a Published<'a>) -> Self {
        Self { who: Who::publish(&duty.who, published), when: duty.when.hours().text(), calendar: &duty.when }
    }
}

impl<'a> Published<'a> {
    /// A team that has a page of its own.
    pub fn team(&'a self, key: TeamId) -> Team<'a> {
        let catalog = self.catalog();
        let team = catalog.team(key);
        Team {
            key,
            id: &team.slug,
            department: self.reference(team.department),
            name: self.text(&team.name),
            summary: self.maybe(&team.summary),
            description: self.maybe(&team.description),
            part_of: self.maybe(&team.part_of),
            parts: self.list(catalog.parts_of_team(key)),
            lead: self.list(&team.lead),
            leaders: team.lead.iter().map(|lead| lead.value).collect(),
            members: self.list(&team.members),
            former: self.list(&team.former),
            channels: self.list(catalog.channels_of_team(key)),
            inherits_channels: team.channels.is_empty(),
            place: self.maybe(&team.place),
            hours: self.hours(&team.calendar),
            rota: self.list(&team.rota),
            serves: self.served_by(self.services_of(key)),
            languages: &team.languages,
            standards: self.list(&team.standards),
            links: self.list(&team.links),
            keywords: self.texts(&team.keywords),
            fields: self.list(&team.fields),
            aliases: &team.aliases,
            pages: Pages::of(EntryId::Team(key), self),
        }
    }

    /// The numbers of those who lead a team or a department, named or not.
    pub fn leaders(&self, home: Home<'_>) -> impl Iterator<Item = PersonId> + Clone + use<'a> {
        let lead = match home {
            Home::Team(team) => &self.catalog().team(team.key).lead,
            Home::Department(department) => &self.catalog().department(department.key).lead,
        };
        lead.iter().map(|lead| lead.value)
    }

    /// All teams that have a page of their own, by id.
    pub fn teams(&'a self) -> impl DoubleEndedIterator<Item = Team<'a>> + Clone {
        self.catalog().teams().filter(|(_, team)| !team.acting).map(|(key, _)| self.team(key))
    }
}
