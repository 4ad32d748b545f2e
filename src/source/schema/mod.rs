//! The catalog's files as their authors write them: one type per kind of file, every key with the
//! sentence that the reference prints for it. What the words mean is for `model::resolve` to find
//! out; here a duration is still a piece of text.

mod article;
mod channel;
mod company;
mod department;
mod field;
mod handbook;
mod journey;
mod level;
mod news;
mod person;
mod place;
mod question;
mod related_link;
mod schema_kind;
mod service;
mod special_day;
mod standard;
mod team;
mod text;
mod turnaround;
mod word;

pub use article::ArticleDoc;
pub use channel::ChannelDoc;
pub use company::{AudienceDoc, ChatDoc, CompanyDoc, CrawlersDoc, GlossaryDoc, PrivacyDoc};
pub use department::DepartmentDoc;
pub use field::FieldDoc;
pub use handbook::reference;
pub use journey::{JourneyDoc, JourneyKindDoc, JourneyStepDoc};
pub use level::{AllowDoc, LevelDoc, LevelsDoc};
pub use news::{IdeaDoc, IdeaStatusDoc, NewsDoc, NewsKindDoc, StoryDoc};
pub use person::{AwayDoc, PersonDoc};
pub use place::PlaceDoc;
pub use question::{QuestionDoc, QuestionsDoc};
pub use related_link::RelatedLinkDoc;
pub use schema_kind::{KINDS, SchemaKind, json_schema};
pub use service::{DependencyDoc, EscalationDoc, FaqDoc, NotIncludedDoc, ProvideDoc, ServiceDoc, StatusDoc, StepDoc};
pub use special_day::{ClosedDayDoc, EveryYearDoc, ShortDayDoc};
pub use standard::{ClockDoc, DeadlineDoc, StandardDoc, StandardsDoc};
pub use team::{DutyDoc, MemberDoc, TeamDoc};
pub use text::{Keyed, OneOrMany, Shorthand, Str, TextDoc, TextListDoc};
pub use turnaround::{DayTimeDoc, TurnaroundDoc};
pub use word::{WordGroupDoc, WordsDoc};
