//! Everyday words that need not stand in the catalog: `luuri` leads to what is said of a phone.

use std::collections::BTreeMap;

use super::candidates::{Candidates, Typed, beginnings};
use super::distance::distance;
use super::fold::{Folded, fold};
use super::likeness::likeness;
use super::tokens::words;
use super::vocabulary::Vocabulary;
use super::weights::WEIGHTS;

/// Phrases of more words are not looked for.
pub(super) const LONGEST: usize = 5;

/// Words that mean the same, in several languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// Its id.
    pub id: String,
    /// The words by language; the first of each is the one to show.
    pub words: Vec<(String, Vec<String>)>,
    /// The groups that are meant by whoever says a word of this one.
    pub leads_to: Vec<String>,
}

/// The table of an index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Everyday {
    /// What the groups mean in the index.
    pub(super) meanings: Vec<Meaning>,
    /// The phrases, folded and without fillers, with their groups; sorted.
    pub(super) phrases: Vec<(Folded, Vec<u32>)>,
}

/// What a group means in the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Meaning {
    /// The word to show.
    pub(super) shown: Box<str>,
    /// Its phrases whose words all stand in the index.
    pub(super) targets: Vec<Vec<Folded>>,
    /// The groups to which it leads.
    pub(super) leads: Vec<u32>,
}

impl Everyday {
    /// The groups that mean something in an index, for pages in a language.
    pub(super) fn build(
        groups: &[Group],
        language: &str,
        vocabulary: &Vocabulary,
        is_filler: impl Fn(&[u16]) -> bool,
    ) -> Self {
        let phrase = |text: &str| -> Vec<Folded> {
            let all: Vec<Folded> = words(text).iter().map(|word| fold(word)).collect();
            let meaningful: Vec<Folded> = all.iter().filter(|word| !is_filler(word)).cloned().collect();
            if meaningful.is_empty() { all } else { meaningful }
        };
        let targets: Vec<Vec<Vec<Folded>>> = groups
            .iter()
            .map(|group| {
                let mut phrases: Vec<Vec<Folded>> =
                    group.words.iter().flat_map(|(_, list)| list).map(|text| phrase(text)).collect();
                phrases.retain(|words| !words.is_empty() && words.iter().all(|word| stands_in(vocabulary, word)));
                phrases.sort();
                phrases.dedup();
                phrases
            })
            .collect();
        let leads: Vec<Vec<usize>> = groups
            .iter()
            .map(|group| {
                let all = group.leads_to.iter().filter_map(|id| groups.iter().position(|other| other.id == *id));
                all.filter(|place| !targets[*place].is_empty()).collect()
            })
            .collect();
        let mut numbers = vec![None; groups.len()];
        let kept = (0..groups.len()).filter(|place| !targets[*place].is_empty() || !leads[*place].is_empty());
        for (number, place) in (0u32..).zip(kept) {
            numbers[place] = Some(number);
        }
        let mut phrases: BTreeMap<Folded, Vec<u32>> = BTreeMap::new();
        let mut meanings = Vec::new();
        for (place, group) in groups.iter().enumerate() {
            let Some(number) = numbers[place] else { continue };
            for (_, list) in &group.words {
                for text in list {
                    let key = joined(&phrase(text));
                    let known = phrases.entry(key).or_default();
                    if known.last() != Some(&number) {
                        known.push(number);
                    }
                }
            }
            let own = group.words.iter().find(|(tag, _)| tag == language).or(group.words.first());
            meanings.push(Meaning {
                shown: own.and_then(|(_, list)| list.first()).map_or("", String::as_str).into(),
                targets: targets[place].clone(),
                leads: leads[place].iter().filter_map(|place| numbers[*place]).collect(),
            });
        }
        phrases.remove(&Folded::default());
        Self { meanings, phrases: phrases.into_iter().collect() }
    }

    /// The groups of a word that is a slip or two away from one of the table.
    pub(super) fn groups_of_typo(&self, word: &[u16]) -> Option<&[u32]> {
        let most = if word.len() < 6 { 1 } else { 2 };
        let near = self.phrases.iter().filter_map(|entry| {
            let alike = word.len() > 4 && entry.0.first() == word.first() && !entry.0.contains(&SPACE);
            Some((if alike { distance(word, &entry.0, most, false)? } else { return None }, entry))
        });
        near.reduce(|a, b| if b.0 < a.0 { b } else { a }).map(|(_, entry)| &*entry.1)
    }

    /// The groups of a phrase that stands so in the table; two words may be written as one there.
    pub(super) fn groups_of_phrase(&self, phrase: &[&[u16]]) -> Option<&[u32]> {
        let one = (phrase.len() == 2).then(|| phrase.concat().into_boxed_slice());
        std::iter::once(joined(phrase)).chain(one).find_map(|key| {
            let place = self.phrases.binary_search_by(|(other, _)| (**other).cmp(&key)).ok()?;
            Some(&*self.phrases[place].1)
        })
    }

    /// The groups of a word that stands in another form in the table. Of a word of which but the beginning is typed,
    /// those are no forms that begin so.
    pub(super) fn groups_of_form(&self, word: &[u16], begun: bool) -> Option<&[u32]> {
        if word.len() < 4 || (begun && word.len() < SHORTEST_BEGUN) {
            return None;
        }
        let start = self.phrases.partition_point(|(other, _)| **other < word[..3]);
        let like = self.phrases[start..].iter().take_while(|(other, _)| other.starts_with(&word[..3]));
        let forms =
            like.filter(|(other, _)| other.len() > 3 && !other.contains(&SPACE) && !(begun && other.starts_with(word)));
        let sure = forms.filter_map(|entry| Some((likeness(word, &entry.0)?, entry)));
        let best = sure.filter(|(quality, _)| *quality >= WEIGHTS.form).reduce(|a, b| if b.0 > a.0 { b } else { a });
        best.map(|(_, entry)| &*entry.1)
    }
}

impl Everyday {
    /// The words to show for groups: their own, or those of the groups to which they lead.
    pub(super) fn shown(&self, groups: &[u32]) -> Vec<String> {
        let mut shown = Vec::new();
        for group in groups {
            let meaning = &self.meanings[*group as usize];
            let led = meaning.leads.iter().map(|lead| &self.meanings[*lead as usize]);
            let own = meaning.leads.is_empty().then_some(meaning);
            shown.extend(own.into_iter().chain(led).map(|meaning| meaning.shown.to_string()));
        }
        shown.dedup();
        shown
    }
}

const SPACE: u16 = 32;

/// The beginnings of shorter words are too little to guess an everyday word by.
const SHORTEST_BEGUN: usize = 7;

/// The words of a phrase with spaces between them.
fn joined<W: AsRef<[u16]>>(words: &[W]) -> Folded {
    words.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(&SPACE).into()
}

/// Whether a word, or a form of it, stands in an index.
fn stands_in(vocabulary: &Vocabulary, word: &Folded) -> bool {
    !meant(vocabulary, word).is_empty()
}

/// The words of an index that a word of the table means. Abbreviations mean themselves.
pub(super) fn meant(vocabulary: &Vocabulary, word: &Folded) -> Candidates {
    let typed = Typed::folded(word, false);
    let mut found = Candidates::new();
    beginnings(vocabulary, &typed, &mut found);
    let least = if word.len() < 4 { WEIGHTS.folded } else { WEIGHTS.form };
    found.retain(|_, quality| *quality >= least);
    found
}
