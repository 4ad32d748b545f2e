//! Fourth stage: what may be shown of a catalog today. [`publish`] decides it once, for everything that is written
//! from it: pages, feeds, `catalog.json`.
//!
//! Privacy is applied: whoever may not be named is a [`Role`]. Who acts is resolved: a team that acts for its
//! department is that department. What has ended promises nothing. Channels and hours are inherited; dates, chains,
//! lines of sight and demand are worked out.
//!
//! The types are the public data: `catalog.json` is their serialisation, and [`json_schema`] its schema. Whoever
//! writes output imports this room and neither the model nor the checks; the values that mean the same in both
//! (ids, a status, a frequency of review) are handed on here.
//!
//! A new key of an entry is a field of its type, read in the function below it that makes the entry.

mod address;
mod agenda;
mod article;
mod catalog;
mod chain;
mod channel;
mod company;
mod date;
mod deadline;
mod demand;
mod department;
mod duty;
mod field;
mod group;
mod hours;
mod journey;
mod list;
mod measurement;
mod nameless;
mod news;
mod opening_times;
mod outlook;
mod person;
mod place;
mod practice;
mod published;
mod reference;
mod related_link;
mod service;
mod serving;
mod source_file;
mod special_day;
mod standard;
mod team;
mod text;
mod turnaround;
pub mod uri;
mod value;
mod who;
mod word;
mod work;

pub use crate::diagnostic::FileId;
pub(crate) use crate::model::is_document;
pub use crate::model::{
    ArticleId, AudienceId, CalendarId, DepartmentId, EntryId, EntryKind, IdeaStatus, Interval, JourneyId, LocaleId,
    Metric, NewsKind, PersonId, PlaceId, ServiceId, Status, TeamId, TextKind, Unit, When,
};
pub use crate::promise::Clock;
pub use address::Pages;
pub use article::Article;
pub use catalog::{json_schema, write as catalog_json};
pub use chain::{Chain, ChainStep, OwnWork};
pub use channel::{Channel, ChannelKind, Phone};
pub use company::{Audience, Company, Tag, Term};
pub use date::Date;
pub use deadline::{Deadline, Due, On};
pub use department::Department;
pub use duty::Turn;
pub use field::{Choice, Field, FieldValue};
pub use group::{Feed, Group};
pub use hours::Hours;
pub use journey::{Counted, Journey, JourneyKind, JourneyStep, LeadTime, Room};
pub use list::{Lazy, List, Publish};
pub use measurement::{Measurement, Month};
pub use news::{Idea, News, Story};
pub use opening_times::Times;
pub use person::{Away, Membership, Person};
pub use place::{DeskAt, DeskOf, Map, Workplace};
pub use practice::Practice;
pub use published::{Options, Published, SiteFile, files, publish};
pub use reference::{Key, LinkTarget, Ref};
pub use related_link::{Address, RelatedLink};
pub use service::Service;
pub use source_file::{FileAddresses, SourceFile, places_in_files};
pub use special_day::SpecialDay;
pub use standard::{Standard, TimeRuns};
pub use team::{Duty, Member, MemberRole, Team};
pub use text::{Said, Text, TextList, Version};
pub use turnaround::Promised;
pub use value::{Grade, Moment, Percent, Spelled};
pub use who::{Home, Role, Who};
pub use work::{Dependency, Escalation, Exclusion, Faq, Frequency, NamedDeadline, Provision, Step};
