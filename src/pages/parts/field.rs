//! The company's own facts about an entry.

use serde::Serialize;

use crate::publish::FieldValue;
use crate::site::phrase::Phrase;
use crate::site::reader::Reader;

/// A fact.
#[derive(Debug, Serialize)]
pub struct FieldView<'a> {
    /// What it is called.
    pub name: Phrase<'a>,
    /// What is said.
    pub value: Phrase<'a>,
}

/// The facts of an entry, in the order in which they are written.
pub(crate) fn all<'a>(fields: impl Iterator<Item = FieldValue<'a>>, reader: Reader<'a>) -> Vec<FieldView<'a>> {
    let view = |field: FieldValue<'a>| FieldView {
        name: reader.phrase(field.name),
        value: field.choice.map_or_else(|| Phrase::own(field.value), |choice| reader.phrase(choice)),
    };
    fields.map(view).collect()
}
