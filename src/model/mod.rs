//! Second stage: what the company is. [`resolve`] turns documents into a [`Catalog`], in which
//! every duration is a duration and every reference leads to an entry; the nouns below are the
//! domain's, one file each.

mod article;
mod catalog;
mod channel;
mod company;
mod department;
mod entry;
mod field;
mod id;
mod interval;
mod journey;
mod level;
mod link_meaning;
mod measurement;
mod news;
mod party;
mod person;
mod picture;
mod place;
mod related_link;
mod resolve;
mod service;
mod stand_in;
mod standard;
mod team;
mod text;
mod texts;
mod word;

pub use article::Article;
pub use catalog::Catalog;
pub use channel::{Channel, ChannelTarget, Desk, Phone};
pub use company::{Audience, Chat, Company, Privacy, Term};
pub use department::Department;
pub use entry::{CatalogEntry, EntryId, EntryKind};
pub use field::{Choice, Field, FieldOwner, FieldValue};
pub use id::{
    ArticleId, AudienceId, CalendarId, DepartmentId, JourneyId, LocaleId, PersonId, PlaceId, ServiceId, TeamId,
};
pub use interval::Interval;
pub use journey::{Journey, JourneyStep, Unit, When};
pub use level::{Allowance, Level, LevelRule};
pub use link_meaning::{Meaning, References};
pub use measurement::{ExpectedAnswer, Measurement, Metric, Question};
pub use news::{Idea, IdeaStatus, News, NewsKind, Story};
pub use party::{Actor, Companion, Destination, Party, Served};
pub use person::{Away, Person};
pub use picture::Pictures;
pub(crate) use picture::is_document;
pub use place::{Map, Workplace};
pub use related_link::{Address, RelatedLink};
pub use resolve::{refused_id, resolve};
pub use service::{Dependency, Escalation, Exclusion, Faq, Frequency, NamedDeadline, Provision, Service, Status, Step};
pub use stand_in::is_stand_in;
pub use standard::{OnCall, Standard};
pub use team::{Duty, Member, MemberRole, Team};
pub use text::{Text, TextList, Version};
pub use texts::{Said, TextKind, Texts, Visit};
pub use word::{WordGroup, Words};
