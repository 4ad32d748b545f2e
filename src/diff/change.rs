//! One change, as readers are told it.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::publish::EntryKind;

/// What has changed, the weightiest for readers first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The answer comes later than before, in fewer cases, or is no longer promised.
    WorsePromise,
    /// An entry is not there any more.
    Gone,
    /// A service has ended.
    Retired,
    /// The chain behind a promise leaves less time to spare.
    TighterChain,
    /// Another team or department does it.
    Moved,
    /// It is called otherwise, or has another id.
    Renamed,
    /// It is open at other times.
    Hours,
    /// It is reached otherwise.
    Channels,
    /// Others answer for it.
    Owner,
    /// It is for others.
    Serves,
    /// A date is another one.
    Deadline,
    /// A promise is another one, sometimes sooner and sometimes later.
    OtherPromise,
    /// The answer comes sooner, in more cases, or is promised for the first time.
    BetterPromise,
    /// The chain behind a promise leaves more time to spare.
    EasierChain,
    /// An entry is there for the first time.
    New,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 15] = [
        Self::WorsePromise,
        Self::Gone,
        Self::Retired,
        Self::TighterChain,
        Self::Moved,
        Self::Renamed,
        Self::Hours,
        Self::Channels,
        Self::Owner,
        Self::Serves,
        Self::Deadline,
        Self::OtherPromise,
        Self::BetterPromise,
        Self::EasierChain,
        Self::New,
    ];

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::WorsePromise => "worse-promise",
            Self::Gone => "gone",
            Self::Retired => "retired",
            Self::TighterChain => "tighter-chain",
            Self::Moved => "moved",
            Self::Renamed => "renamed",
            Self::Hours => "hours",
            Self::Channels => "channels",
            Self::Owner => "owner",
            Self::Serves => "serves",
            Self::Deadline => "deadline",
            Self::OtherPromise => "other-promise",
            Self::BetterPromise => "better-promise",
            Self::EasierChain => "easier-chain",
            Self::New => "new",
        }
    }
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Change {
    /// The department that it is in, by name; empty for what belongs to none.
    pub department: String,
    /// What has changed.
    pub kind: Kind,
    /// What kind of entry it is about.
    pub entry: EntryKind,
    /// The entry's id, that of today if it is still there.
    pub id: String,
    /// What the entry is called.
    pub name: String,
    /// What has changed, as the rest of a sentence that begins with the name.
    pub text: String,
    /// Whom it touches: those whom the service is for, and the departments whose services wait for it.
    pub affected: Vec<String>,
}

/// What is printed as JSON.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "describes what the command line writes")]
struct Report {
    /// Raised when a field changes its meaning or goes.
    version: u32,
    changes: Vec<Change>,
}

/// The JSON Schema (2020-12) of `luukku diff --format json`.
pub fn json_schema() -> Schema {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Report>()
}
