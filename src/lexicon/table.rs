//! The table: words that say nothing, words that say little, and groups of words that mean the same.

/// Words about words.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// Words that say nothing, by the tag of their language.
    pub fillers: Vec<(String, String)>,
    /// Words that say little, by the tag of their language.
    pub weak: Vec<(String, String)>,
    /// Everyday words.
    pub groups: Vec<Group>,
}

/// Words that mean the same, in several languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// Its id.
    pub id: String,
    /// The words by the tag of their language; the first of each is the one to show.
    pub words: Vec<(String, Vec<String>)>,
    /// The groups that are meant by whoever says a word of this one.
    pub leads_to: Vec<String>,
    /// Whether somebody is in danger who says a word of it, or of a group that leads to it.
    pub danger: bool,
}

impl Lexicon {
    /// The group of an id.
    pub fn group(&self, id: &str) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == id)
    }
}

impl Group {
    /// Its words in a language.
    pub fn words_in(&self, tag: &str) -> &[String] {
        self.words.iter().find(|(of, _)| of == tag).map_or(&[], |(_, words)| words)
    }
}
