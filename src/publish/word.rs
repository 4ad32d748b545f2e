//! What people in the company say for things: the table that luukku brings, as the company corrects it.

use std::borrow::Cow;

use anyhow::Result;

use super::published::Published;
use super::text::TextList;
use crate::lexicon::{Correction, Group, Lexicon, OwnGroup, shipped};
use crate::model::{self, WordGroup};

impl<'a> Published<'a> {
    /// Words about words, with what the company says otherwise.
    ///
    /// # Errors
    /// When the program's own table cannot be read.
    pub fn lexicon(&'a self) -> Result<Cow<'static, Lexicon>> {
        let shipped = shipped()?;
        let model::Words { groups, left_out } = &self.catalog().words;
        if groups.is_empty() && left_out.is_empty() {
            return Ok(Cow::Borrowed(shipped));
        }
        let own = |group: &'a WordGroup| OwnGroup {
            group: Group {
                id: group.id.value.to_string(),
                words: self.by_tag(self.texts(&group.say)),
                leads_to: group.leads_to.iter().map(|id| id.to_string()).collect(),
                ..Group::default()
            },
            not: self.by_tag(self.texts(&group.not)),
        };
        let left_out = left_out.iter().map(|id| id.to_string()).collect();
        Ok(Cow::Owned(shipped.corrected(&Correction { groups: groups.iter().map(own).collect(), left_out })))
    }

    fn by_tag(&self, list: TextList<'a>) -> Vec<(String, Vec<String>)> {
        let words = |words: &[Box<str>]| words.iter().map(|word| word.to_string()).collect();
        list.versions().map(|(locale, list)| (self.language(locale).tag().to_owned(), words(list))).collect()
    }
}
