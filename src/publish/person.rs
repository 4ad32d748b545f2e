//! A person, as far as the company's privacy goes.

use std::borrow::Cow;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::address::Pages;
use super::channel::{Channel, Phone};
use super::field::FieldValue;
use super::hours::Hours;
use super::list::List;
use super::published::Published;
use super::reference::Ref;
use super::related_link::RelatedLink;
use super::team::MemberRole;
use super::text::Text;
use super::who::Home;
use crate::diagnostic::Spanned;
use crate::model::{self, EntryId, PersonId, PlaceId, Privacy, ServiceId, TeamId};

/// A person. Who must not be named is not listed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Person<'a> {
    /// Their number, to look them up by.
    #[serde(skip)]
    pub key: PersonId,
    /// The id.
    pub id: &'a str,
    /// First and last name.
    pub name: Text<'a>,
    /// What they do.
    pub title: Option<Text<'a>>,
    /// Where they are found: the team that they name, else the first that names them; the department where it acts
    /// as one.
    pub team: Option<Home<'a>>,
    /// Their own address, where the company shows it.
    pub email: Option<&'a str>,
    /// Their own number, where the company shows it.
    pub phone: Option<Phone<'a>>,
    /// Where to chat with them: the name in the company's chat, or an address.
    pub chat: Option<PersonalChat<'a>>,
    /// Languages that they speak (BCP 47).
    pub languages: &'a [Box<str>],
    /// What to ask them about.
    pub knows: List<'a, model::Text, Text<'a>>,
    /// Pages to read that stand elsewhere, where the company shows how to reach people.
    pub links: List<'a, model::RelatedLink, RelatedLink<'a>>,
    /// Where they work, by id: by their own word, else that of the team in which they are found.
    pub place: Option<Ref<'a, PlaceId>>,
    /// Their own time zone (IANA).
    pub time_zone: Option<&'static str>,
    /// Who answers when they do not, by id.
    pub deputy: List<'a, Spanned<PersonId>, Ref<'a, PersonId>>,
    /// The time away into which the day of the build falls; those to come are nobody's business.
    pub away: Option<Away<'a>>,
    /// A picture: the file's path in the site.
    pub photo: Option<&'a str>,
    /// The company's own facts.
    pub fields: List<'a, model::FieldValue, FieldValue<'a>>,
    /// Earlier ids.
    pub aliases: &'a [Box<str>],
    /// Their pages.
    pub pages: Pages<'a>,
}

/// A time away.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Away<'a> {
    /// The last day.
    pub until: NaiveDate,
    /// Who stands in, by id: those who are named for this time, else the usual deputies.
    pub deputy: List<'a, Spanned<PersonId>, Ref<'a, PersonId>>,
}

/// Where to chat with somebody.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PersonalChat<'a> {
    /// The address, as in `href`; none where the company makes no links of names.
    pub link: Option<Cow<'a, str>>,
    /// The name in the company's chat; none where there is only an address.
    pub name: Option<&'a str>,
}

/// A team that somebody leads or belongs to.
#[derive(Clone, Copy, Debug)]
pub struct Membership<'a> {
    /// The team, or the department that acts as one.
    pub team: Home<'a>,
    /// Whether they lead it.
    pub leads: bool,
    /// What they do there.
    pub roles: List<'a, model::MemberRole, MemberRole<'a>>,
}

impl<'a> Person<'a> {
    /// Who answers in their place today: in a time away those who stand in, else the usual deputies.
    pub fn deputies_today(&self) -> List<'a, Spanned<PersonId>, Ref<'a, PersonId>> {
        self.away.map_or(self.deputy, |away| away.deputy)
    }
}

impl<'a> Published<'a> {
    /// A name without its `@` is a person's, too.
    fn personal_chat(&self, chat: &'a str) -> PersonalChat<'a> {
        if chat.contains(':') {
            return PersonalChat { link: self.chat_link(chat), name: None };
        }
        let marked = if chat.starts_with('@') { Cow::Borrowed(chat) } else { Cow::Owned(format!("@{chat}")) };
        PersonalChat { link: self.chat_link(&marked).map(|link| link.into_owned().into()), name: Some(chat) }
    }

    /// A person who may be named.
    pub fn person(&'a self, key: PersonId) -> Person<'a> {
        let catalog = self.catalog();
        let person = catalog.person(key);
        let full = self.privacy() == Privacy::Full;
        let away = catalog
            .away_on(key, self.today())
            .map(|away| Away { until: away.until, deputy: self.list(catalog.stand_ins(key, away)) });
        Person {
            key,
            id: &person.slug,
            name: self.text(&person.name),
            title: self.maybe(&person.title),
            team: self.home(key),
            email: person.email.as_deref().filter(|_| full),
            phone: person.phone.as_ref().filter(|_| full).map(Phone),
            chat: person.chat.as_deref().filter(|_| full).map(|chat| self.personal_chat(chat)),
            languages: &person.languages,
            knows: self.list(&person.knows),
            links: self.list(if full { &person.links } else { &[] }),
            place: catalog.place_of(key).map(|place| self.reference(place)),
            time_zone: catalog.zone_of(key).map(|zone| zone.name()),
            deputy: self.list(&person.deputy),
            away,
            photo: person.photo.as_deref().filter(|_| full).and_then(|path| self.picture_at(path)),
            fields: self.list(if full { &person.fields } else { &[] }),
            aliases: &person.aliases,
            pages: Pages::of(EntryId::Person(key), self),
        }
    }

    /// All people who may be named, by id.
    pub fn people(&'a self) -> impl DoubleEndedIterator<Item = Person<'a>> + Clone {
        let named = self.privacy() != Privacy::Roles;
        self.catalog().people().filter(move |_| named).map(|(key, _)| self.person(key))
    }

    /// Whether there is anybody who may be named.
    pub fn has_people(&self) -> bool {
        self.privacy() != Privacy::Roles && self.catalog().people().next().is_some()
    }

    /// How the team of a person is reached, and when the person is there.
    pub fn through_team(
        &'a self,
        person: PersonId,
    ) -> Option<(List<'a, model::Channel, Channel<'a>>, Option<Hours<'a>>)> {
        let team = self.catalog().home_team(person)?;
        let hours = self.hours(self.catalog().calendar_of_person(person));
        Some((self.list(self.catalog().channels_of_team(team)), hours))
    }

    /// The teams that a person leads or belongs to.
    pub fn memberships(&'a self, person: PersonId) -> impl Iterator<Item = Membership<'a>> {
        self.catalog().teams_of_person(person).iter().map(move |team| self.membership(*team, person))
    }

    /// The teams that a person belonged to.
    pub fn former_teams(&self, person: PersonId) -> impl Iterator<Item = Home<'a>> {
        self.catalog().former_teams_of_person(person).iter().map(|team| self.team_or_department(*team))
    }

    fn membership(&'a self, team: TeamId, person: PersonId) -> Membership<'a> {
        let entry = self.catalog().team(team);
        let member = entry.members.iter().find(|member| member.person == person);
        Membership {
            team: self.team_or_department(team),
            leads: entry.lead.iter().any(|lead| lead.value == person),
            roles: self.list(member.map_or(&[], |member| &member.roles)),
        }
    }

    /// The services that a person answers for, then those for which they stand in, each by id.
    pub fn answers_for(&self, person: PersonId) -> (Vec<ServiceId>, Vec<ServiceId>) {
        let catalog = self.catalog();
        let offered = catalog.services_of_person(person).iter().filter(|id| catalog.service(**id).is_offered());
        offered.partition(|id| catalog.service(**id).owner.iter().any(|owner| owner.value == person))
    }
}
