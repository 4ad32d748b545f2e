//! The company's own facts.

use schemars::JsonSchema;
use serde::Serialize;

use super::list::{List, Publish};
use super::published::Published;
use super::text::Text;
use crate::model::{self, FieldOwner};

/// A fact that the company wants said of its entries.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Field<'a> {
    /// Its id.
    pub id: &'a str,
    /// What readers call it.
    pub name: Text<'a>,
    /// Of which entries it is said; of all when empty.
    pub on: &'a [FieldOwner],
    /// What a value looks like, as a regular expression.
    pub pattern: Option<&'a str>,
    /// The values that there are; any when empty.
    pub choices: List<'a, model::Choice, Choice<'a>>,
}

/// A value that a field may have.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Choice<'a> {
    /// As it is written.
    pub id: &'a str,
    /// What readers call it.
    pub name: Text<'a>,
}

/// What an entry says of a field.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct FieldValue<'a> {
    /// The field, by id.
    pub field: &'a str,
    /// What readers call the field.
    pub name: Text<'a>,
    /// The value, as it is written.
    pub value: &'a str,
    /// What readers call the value, where it is one of the field's choices.
    pub choice: Option<Text<'a>>,
}

impl<'a> Publish<'a, model::Field> for Field<'a> {
    fn publish(field: &'a model::Field, published: &'a Published<'a>) -> Self {
        Self {
            id: &field.slug,
            name: published.text(&field.name),
            on: &field.on,
            pattern: field.pattern.as_deref(),
            choices: published.list(&field.choices),
        }
    }
}

impl<'a> Publish<'a, model::Choice> for Choice<'a> {
    fn publish(choice: &'a model::Choice, published: &'a Published<'a>) -> Self {
        Self { id: &choice.slug, name: published.text(&choice.name) }
    }
}

impl<'a> Publish<'a, model::FieldValue> for FieldValue<'a> {
    fn publish(said: &'a model::FieldValue, published: &'a Published<'a>) -> Self {
        let field = &published.catalog().company.fields[said.field];
        let choice = field.choices.iter().find(|choice| choice.slug == said.value);
        Self {
            field: &field.slug,
            name: published.text(&field.name),
            value: &said.value,
            choice: choice.map(|choice| published.text(&choice.name)),
        }
    }
}
