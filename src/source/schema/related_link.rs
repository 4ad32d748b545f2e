//! A page to read that stands elsewhere.

use schemars::JsonSchema;
use serde::Deserialize;

use super::text::TextDoc;

/// A page to read; nothing is asked there.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a link: `name` and `url`")]
#[schemars(title = "Link")]
pub struct RelatedLinkDoc {
    /// What the page is called.
    pub name: TextDoc,
    /// Its address, or a group from language to address.
    pub url: TextDoc,
}
