//! Every text of an entry, walked through once for all who ask: translation, the checks of Markdown, searches.
//!
//! The walk is generated from one list of fields for each type. The list names every field, so that a new one does not
//! compile until it is said what it is to readers; and no text can be said to be nothing.

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::article::Article;
use super::channel::{Channel, ChannelTarget, Desk, Phone};
use super::company::{Audience, Chat, Company, Privacy, Term};
use super::department::Department;
use super::field::{Choice, Field, FieldOwner, FieldValue};
use super::id::{ArticleId, AudienceId, CalendarId, DepartmentId, PersonId, PlaceId, ServiceId, TeamId};
use super::interval::Interval;
use super::journey::{Journey, JourneyStep, When};
use super::level::LevelRule;
use super::news::{Idea, IdeaStatus, News, NewsKind, Story};
use super::party::{Actor, Companion, Destination, Served};
use super::person::{Away, Person};
use super::place::{Map, Workplace};
use super::related_link::{Address, RelatedLink};
use super::service::{
    Dependency, Escalation, Exclusion, Faq, Frequency, NamedDeadline, Provision, Service, Status, Step,
};
use super::standard::{OnCall, Standard};
use super::team::{Duty, Member, MemberRole, Team};
use super::text::{Text, TextList};
use crate::clock::{Country, Deadline, Duration, Hours, SpecialDay, Turnaround};
use crate::diagnostic::{FileId, Span, Spanned};
use crate::i18n::Locale;

/// What a text is to readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// What the entry is called.
    Name,
    /// The entry in one line.
    Summary,
    /// What a person does.
    Title,
    /// Words that belong to what the entry says.
    Words,
    /// The same in Markdown.
    Markdown,
    /// Words beside something else, of which the reader has to know first.
    Aside,
    /// Words of a way to reach somebody.
    Contact,
    /// Words of a promise.
    Promise,
    /// A name that is the same in every language.
    Proper,
    /// A postal address, likewise.
    Address,
    /// What they say when they look for the entry.
    Asked,
    /// Further words by which it is found, which nobody reads.
    Search,
}

impl TextKind {
    /// Whether it reads differently in another language.
    pub fn is_translated(self) -> bool {
        !matches!(self, Self::Proper | Self::Address | Self::Search)
    }
}

/// A text, or a list of texts that stands for one.
#[derive(Clone, Copy, Debug)]
pub enum Said<'a> {
    /// One text.
    One(&'a Text),
    /// A list by language.
    List(&'a TextList),
}

/// Who is shown each text with its role.
pub type Visit<'v, 'a> = &'v mut dyn FnMut(TextKind, Said<'a>);

/// What has texts in it.
pub trait Texts {
    /// Shows every text once, in the order of the fields.
    fn each_text<'a>(&'a self, visit: Visit<'_, 'a>);
}

/// What is a text, or may be one.
trait Shown {
    fn show<'a>(&'a self, role: TextKind, visit: Visit<'_, 'a>);
}

impl Shown for Text {
    fn show<'a>(&'a self, role: TextKind, visit: Visit<'_, 'a>) {
        visit(role, Said::One(self));
    }
}

impl Shown for TextList {
    fn show<'a>(&'a self, role: TextKind, visit: Visit<'_, 'a>) {
        if !self.is_empty() {
            visit(role, Said::List(self));
        }
    }
}

impl<T: Shown> Shown for Box<T> {
    fn show<'a>(&'a self, role: TextKind, visit: Visit<'_, 'a>) {
        (**self).show(role, visit);
    }
}

impl<T: Shown> Shown for Spanned<T> {
    fn show<'a>(&'a self, role: TextKind, visit: Visit<'_, 'a>) {
        self.value.show(role, visit);
    }
}

impl<T: Shown> Shown for Option<T> {
    fn show<'a>(&'a self, role: TextKind, visit: Visit<'_, 'a>) {
        if let Some(text) = self {
            text.show(role, visit);
        }
    }
}

impl<T: Shown> Shown for [T] {
    fn show<'a>(&'a self, role: TextKind, visit: Visit<'_, 'a>) {
        self.iter().for_each(|text| text.show(role, visit));
    }
}

impl<T: Texts> Texts for [T] {
    fn each_text<'a>(&'a self, visit: Visit<'_, 'a>) {
        self.iter().for_each(|part| part.each_text(visit));
    }
}

impl<T: Texts> Texts for Box<T> {
    fn each_text<'a>(&'a self, visit: Visit<'_, 'a>) {
        (**self).each_text(visit);
    }
}

impl<T: Texts> Texts for Option<T> {
    fn each_text<'a>(&'a self, visit: Visit<'_, 'a>) {
        self.iter().for_each(|part| part.each_text(visit));
    }
}

/// What holds no words that anybody reads.
trait Wordless {}

fn wordless<T: Wordless>(_: &T) {}

macro_rules! wordless {
    ($($of:ty),+ $(,)?) => {$(
        impl Wordless for $of {}
    )+};
}

wordless!(bool, u16, usize, Box<str>, Span, FileId, NaiveDate, Tz, Locale, Interval);
wordless!(Country, Hours, Duration, Turnaround, Deadline);
wordless!(PersonId, PlaceId, DepartmentId, TeamId, ServiceId, ArticleId, AudienceId, CalendarId);
wordless!(Actor, Destination, Served, Map);
wordless!(
    FieldOwner, FieldValue, SpecialDay, Address, Away, Duty, Escalation, IdeaStatus, LevelRule, NewsKind, OnCall,
    Phone, Privacy, Status, When
);

impl<T: Wordless> Wordless for Spanned<T> {}
impl<T: Wordless> Wordless for Option<T> {}
impl<T: Wordless> Wordless for Vec<T> {}
impl<T: Wordless> Wordless for Box<[T]> {}

/// Makes the walk of a type from its fields: each is a [`TextKind`], `Inside` for parts that have texts in them, or
/// `Nothing` that anybody reads.
macro_rules! texts {
    ($($of:ident { $($what:ident: $($field:ident),+;)+ })+) => {$(
        impl Texts for $of {
            fn each_text<'a>(&'a self, visit: Visit<'_, 'a>) {
                let Self { $($($field),+),+ } = self;
                $($(texts!(@ $what, $field, visit);)+)+
            }
        }
    )+};
    (@ Nothing, $field:ident, $visit:ident) => { wordless($field); };
    (@ Inside, $field:ident, $visit:ident) => { $field.each_text($visit); };
    (@ $role:ident, $field:ident, $visit:ident) => { $field.show(TextKind::$role, $visit); };
}

texts! {
    Company {
        Proper: name;
        Summary: summary;
        Words: day_names;
        Inside: standards, audiences, external_customer, glossary, chat, fields;
        Nothing: locales, zone, names_zone, country, hours, special_days, base_url, review_every, privacy, feedback,
            ideas, file, edit, history, crawlers, home, levels;
    }
    Field {
        Words: name;
        Inside: choices;
        Nothing: slug, span, on, pattern;
    }
    Choice {
        Words: name;
        Nothing: slug;
    }
    Chat {
        Proper: name;
        Nothing: channel, person;
    }
    Audience {
        Name: name;
        Summary: summary;
        Nothing: slug, span;
    }
    Term {
        Words: term, meaning;
    }
    Standard {
        Promise: name, when;
        Nothing: urgency, span, first_response, resolution, target, always, calendar, on_call, handling,
            first_contact, satisfaction;
    }
    Department {
        Name: name;
        Summary: summary;
        Markdown: description;
        Inside: channels, standards, links;
        Search: keywords;
        Nothing: slug, span, fields, part_of, lead, place, calendar, hours_at, serves, teams, acting_team, aliases;
    }
    Team {
        Name: name;
        Summary: summary;
        Markdown: description;
        Inside: members, channels, standards, links;
        Search: keywords;
        Nothing: slug, span, fields, department, acting, part_of, lead, former, place, calendar, hours_at, rota,
            rota_is_whole, languages, aliases;
    }
    Member {
        Inside: roles;
        Nothing: person;
    }
    MemberRole {
        Words: role, ask_for;
    }
    Person {
        Proper: name;
        Title: title;
        Words: knows;
        Inside: links;
        Nothing: slug, span, fields, team, email, phone, chat, languages, deputy, away, zone, place, photo, aliases;
    }
    Workplace {
        Name: name;
        Summary: summary;
        Address: address;
        Markdown: directions;
        Nothing: slug, span, map, doors, hours_at, zone, phone, aliases;
    }
    Desk {
        Contact: text, at;
        Nothing: place, has_hours;
    }
    Channel {
        Contact: label, best_for;
        Inside: target;
        Nothing: span, calendar, languages, standard, urgent;
    }
    Service {
        Name: name;
        Summary: summary;
        Markdown: description;
        Asked: asked_as;
        Search: keywords;
        Inside: channels, standards, you_provide;
        Words: cost, requires, you_receive;
        Inside: not_included, steps, depends_on, faq, deadlines, links;
        Nothing: slug, span, fields, status, replaced_by, team, owner, deputy, consults, informs, serves, calendar,
            hours_at, zone, languages, own_work, escalate, articles, reviewed, review_every, aliases;
    }
    Provision {
        Words: what;
        Aside: why;
        Nothing: from, deadline, span;
    }
    Exclusion {
        Aside: what;
        Nothing: go_to, span;
    }
    Step {
        Markdown: what;
        Nothing: who, takes;
    }
    Dependency {
        Aside: needed_for;
        Inside: how_often;
        Nothing: span, service, standard, is_chosen, blocking, share, after;
    }
    Faq {
        Words: question;
        Markdown: answer;
    }
    NamedDeadline {
        Aside: name;
        Nothing: deadline, span;
    }
    RelatedLink {
        Words: name;
        Nothing: url;
    }
    Article {
        Name: title;
        Summary: summary;
        Markdown: body;
        Asked: asked_as;
        Search: keywords;
        Nothing: slug, span, department, services, reviewed, aliases;
    }
    Journey {
        Name: name;
        Summary: summary;
        Aside: starts;
        Markdown: description;
        Inside: steps;
        Asked: asked_as;
        Search: keywords;
        Nothing: slug, span, audiences, onboarding, aliases;
    }
    JourneyStep {
        Markdown: what;
        Inside: with;
        Nothing: span, id, when, service, article, takes, after;
    }
    News {
        Name: title;
        Markdown: body;
        Nothing: slug, span, aliases, kind, date, until, services, departments;
    }
    Story {
        Name: title;
        Markdown: body;
        Nothing: slug, span, aliases, date, teams, people, services;
    }
    Idea {
        Name: title;
        Words: outcome;
        Nothing: slug, span, aliases, from, about, status, date;
    }
}

impl Texts for ChannelTarget {
    fn each_text<'a>(&'a self, visit: Visit<'_, 'a>) {
        match self {
            Self::Email { subject, body, address: _ } => {
                subject.show(TextKind::Contact, visit);
                body.show(TextKind::Contact, visit);
            }
            Self::Desk(desk) => desk.each_text(visit),
            Self::Post(address) => address.show(TextKind::Address, visit),
            Self::Form(_)
            | Self::Web(_)
            | Self::Phone(_)
            | Self::Chat(_)
            | Self::Meeting(_)
            | Self::Booking(_)
            | Self::Social(_)
            | Self::Emergency(_) => {}
        }
    }
}

impl Texts for Frequency {
    fn each_text<'a>(&'a self, visit: Visit<'_, 'a>) {
        match self {
            Self::Words(words) => words.show(TextKind::Aside, visit),
            Self::Daily | Self::Weekly | Self::Monthly | Self::Yearly => {}
        }
    }
}

impl Texts for Companion {
    fn each_text<'a>(&'a self, visit: Visit<'_, 'a>) {
        match self {
            Self::Words(words) => words.show(TextKind::Aside, visit),
            Self::Party(_) => {}
        }
    }
}
