//! Whom or what an entry names: acting teams are departments, and nobody is named who must not be.

use schemars::JsonSchema;
use serde::Serialize;

use super::list::Publish;
use super::published::Published;
use super::reference::Ref;
use super::text::Text;
use crate::diagnostic::Spanned;
use crate::model::{
    Actor, AudienceId, Companion, DepartmentId, Destination, EntryId, Party, PersonId, Privacy, Served, ServiceId,
    TeamId,
};

/// Somebody or something that is named: `{"team": "payroll-desk"}`, or a word such as `"everyone"`.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Who<'a> {
    /// A person, by id.
    Person(Ref<'a, PersonId>),
    /// Somebody whose name the company does not show.
    Role(Role<'a>),
    /// A team, by id.
    Team(Ref<'a, TeamId>),
    /// A department, by id.
    Department(Ref<'a, DepartmentId>),
    /// An audience, by id.
    Audience(Ref<'a, AudienceId>),
    /// A service, by id.
    Service(Ref<'a, ServiceId>),
    /// An address outside the site.
    Url(&'a str),
    /// Somebody in words: "your manager".
    Words(Text<'a>),
    /// The reader.
    You,
    /// The whole staff.
    Everyone,
    /// The company's own customers.
    Customers,
}

/// Somebody by what they do.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Role<'a> {
    /// What they do.
    pub title: Option<Text<'a>>,
    /// Where they are found.
    pub team: Option<Home<'a>>,
}

/// A team that has a page of its own, or the department that acts as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Home<'a> {
    /// A team, by id.
    Team(Ref<'a, TeamId>),
    /// A department, by id.
    Department(Ref<'a, DepartmentId>),
}

impl Home<'_> {
    /// The entry that it is.
    pub fn entry(self) -> EntryId {
        match self {
            Self::Team(team) => EntryId::Team(team.key),
            Self::Department(department) => EntryId::Department(department.key),
        }
    }
}

impl<'a> From<Home<'a>> for Who<'a> {
    fn from(home: Home<'a>) -> Self {
        match home {
            Home::Team(team) => Self::Team(team),
            Home::Department(department) => Self::Department(department),
        }
    }
}

impl<'a> Published<'a> {
    /// A person: by id, or by what they do where the company names nobody.
    pub fn who(&'a self, person: PersonId) -> Who<'a> {
        if self.privacy() != Privacy::Roles {
            return Who::Person(self.reference(person));
        }
        let title = self.catalog().person(person).title.as_ref();
        Who::Role(Role { title: title.map(|title| Text::publish(title, self)), team: self.home(person) })
    }

    /// What a team or a department is called.
    pub fn name_of(&'a self, home: Home<'a>) -> Text<'a> {
        match home {
            Home::Team(team) => self.text(&self.catalog().team(team.key).name),
            Home::Department(department) => self.text(&self.catalog().department(department.key).name),
        }
    }

    /// A team; one that acts for its department is the department.
    pub(super) fn team_or_department(&self, id: TeamId) -> Home<'a> {
        let team = self.catalog().team(id);
        if team.acting { Home::Department(self.reference(team.department)) } else { Home::Team(self.reference(id)) }
    }

    /// Where a person is found: the team that they name, else the first that names them.
    pub(super) fn home(&self, id: PersonId) -> Option<Home<'a>> {
        self.catalog().home_team(id).map(|team| self.team_or_department(team))
    }

    /// The entry at which a person is found.
    pub(super) fn home_of(&self, id: PersonId) -> Option<EntryId> {
        self.home(id).map(Home::entry)
    }
}

impl<'a> Publish<'a, PersonId> for Who<'a> {
    fn publish(id: &'a PersonId, published: &'a Published<'a>) -> Self {
        published.who(*id)
    }
}

impl<'a> Publish<'a, Spanned<PersonId>> for Who<'a> {
    fn publish(id: &'a Spanned<PersonId>, published: &'a Published<'a>) -> Self {
        Self::publish(&id.value, published)
    }
}

impl<'a> Publish<'a, TeamId> for Who<'a> {
    fn publish(id: &'a TeamId, published: &'a Published<'a>) -> Self {
        published.team_or_department(*id).into()
    }
}

impl<'a> Publish<'a, Party> for Who<'a> {
    fn publish(party: &'a Party, published: &'a Published<'a>) -> Self {
        match party {
            Party::Person(id) => Self::publish(id, published),
            Party::Team(id) => Self::publish(id, published),
        }
    }
}

impl<'a> Publish<'a, Actor> for Who<'a> {
    fn publish(actor: &'a Actor, published: &'a Published<'a>) -> Self {
        match actor {
            Actor::You => Self::You,
            Actor::Party(party) => Self::publish(party, published),
        }
    }
}

impl<'a> Publish<'a, Served> for Who<'a> {
    fn publish(served: &'a Served, published: &'a Published<'a>) -> Self {
        match served {
            Served::Everyone => Self::Everyone,
            Served::Customers => Self::Customers,
            Served::Audience(id) => Self::Audience(published.reference(*id)),
            Served::Department(id) => Self::Department(published.reference(*id)),
            Served::Team(id) => Self::publish(id, published),
        }
    }
}

impl<'a> Publish<'a, Destination> for Who<'a> {
    fn publish(destination: &'a Destination, published: &'a Published<'a>) -> Self {
        match destination {
            Destination::Service(id) => Self::Service(published.reference(*id)),
            Destination::Team(id) => Self::publish(id, published),
            Destination::Department(id) => Self::Department(published.reference(*id)),
            Destination::Person(id) => Self::publish(id, published),
            Destination::Url(url) => Self::Url(url),
        }
    }
}

impl<'a> Publish<'a, Companion> for Who<'a> {
    fn publish(companion: &'a Companion, published: &'a Published<'a>) -> Self {
        match companion {
            Companion::Party(party) => Self::publish(party, published),
            Companion::Words(text) => Self::Words(Text::publish(text, published)),
        }
    }
}
