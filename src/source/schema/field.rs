//! The company's own facts: declared once, said of entries.

use schemars::JsonSchema;
use serde::Deserialize;

use super::text::{Keyed, Str, TextDoc};

/// A fact that the company wants said of its entries, such as a cost centre.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, expecting = "a field: `name`, and perhaps `on` and `pattern` or `choices`")]
#[schemars(title = "Field", extend("required" = ["name"]))]
pub struct FieldDoc {
    /// What readers call it.
    pub name: Option<TextDoc>,
    /// Of which entries it is said: `service`, `team`, `department`, `person`; of all of them when left out.
    #[schemars(with = "Vec<FieldOwnerDoc>")]
    pub on: Vec<Str>,
    /// What a value looks like as a whole: a regular expression such as `[0-9]{4}`.
    pub pattern: Option<Str>,
    /// The values that there are, each with what readers call it.
    pub choices: Keyed<TextDoc>,
}

/// Of which entries a field is said: the words that the schema allows.
#[derive(JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[expect(dead_code, reason = "they are the schema's")]
enum FieldOwnerDoc {
    /// Services.
    Service,
    /// Teams.
    Team,
    /// Departments.
    Department,
    /// People.
    Person,
}
