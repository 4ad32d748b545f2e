//! Everyday words that need not stand in the catalog: `luuri` leads to what is said of a phone.

use std::collections::{BTreeMap, HashMap};

use super::candidates::{Candidates, Typed, beginnings};
use super::distance::distance;
use super::fold::{Folded, fold};
use super::likeness::likeness;
use super::tokens::words;
use super::vocabulary::Vocabulary;
use super::weights::{self, WEIGHTS};
use crate::lexicon::Group;

/// Phrases of more words are not looked for.
pub(super) const LONGEST: usize = 5;

/// The table of an index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Everyday {
    /// What the groups mean in the index.
    pub(super) meanings: Vec<Meaning>,
    /// The phrases, sorted.
    pub(super) phrases: Vec<Phrase>,
    /// Those of several words, written as one, each with its place; sorted.
    apart: Vec<(Folded, u32)>,
}

/// A phrase and the groups that have it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Phrase {
    /// Folded and without fillers.
    pub(super) key: Folded,
    /// The groups.
    pub(super) groups: Vec<u32>,
    /// By group: whether it is said so in the page's language.
    pub(super) own: Vec<bool>,
}

/// What a group means in the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Meaning {
    /// The id of the group.
    pub(super) id: Box<str>,
    /// The word to show.
    pub(super) shown: Box<str>,
    /// Its phrases whose words all stand in the index.
    pub(super) targets: Vec<Target>,
    /// The groups to which it leads.
    pub(super) leads: Vec<u32>,
    /// Whether somebody is in danger who says so.
    pub(super) danger: bool,
}

/// A phrase of a group whose words all stand in an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Target {
    pub(super) words: Vec<Folded>,
    /// Whether it is said so in the page's language. It means texts of that language alone, and one of another
    /// language those of the others: `brand` is a fire in Swedish and none in English.
    pub(super) own: bool,
}

impl Phrase {
    /// The groups that have it in the page's language, or those that have it in others only.
    pub(super) fn groups_of(&self, own: bool) -> impl Iterator<Item = u32> {
        self.groups.iter().zip(&self.own).filter(move |(_, is_own)| **is_own == own).map(|(group, _)| *group)
    }

    /// The groups that are meant: those that say so in the page's language, or all, if none does.
    fn means(&self) -> Vec<u32> {
        let own: Vec<u32> = self.groups_of(true).collect();
        if own.is_empty() { self.groups.clone() } else { own }
    }

    /// Notes a group that has it.
    fn note(&mut self, group: u32, own: bool) {
        if self.groups.last() == Some(&group) {
            if let Some(last) = self.own.last_mut() {
                *last |= own;
            }
        } else {
            self.groups.push(group);
            self.own.push(own);
        }
    }
}

impl Everyday {
    /// The groups that mean something in an index, for pages in a language. Those of danger mean what is reached by
    /// an emergency line, where there is one.
    pub(super) fn build(
        (groups, is_reached): (&[Group], bool),
        language: &str,
        vocabulary: &Vocabulary,
        worth: impl Fn(&[u16]) -> u32,
    ) -> Self {
        let phrase = |text: &str| phrase(text, &worth);
        let says_much = |words: &[Folded]| words.iter().any(|word| worth(word) == weights::PLAIN);
        let spoken = groups.iter().flat_map(|group| &group.words).any(|(tag, _)| is_language(tag, language));
        // Where the page's language has no everyday words, those of all languages count as its own.
        let is_own = |tag: &str| !spoken || is_language(tag, language);
        let targets: Vec<Vec<Target>> =
            groups.iter().map(|group| targets(group, vocabulary, (&phrase, is_own), says_much)).collect();
        let means = |place: usize| !targets[place].is_empty() || (is_reached && groups[place].danger);
        let places: HashMap<&str, usize> =
            groups.iter().enumerate().map(|(place, group)| (group.id.as_str(), place)).collect();
        let leads = |group: &Group| -> Vec<usize> {
            let all = group.leads_to.iter().filter_map(|id| places.get(id.as_str()).copied());
            all.filter(|place| means(*place)).collect()
        };
        let leads: Vec<Vec<usize>> = groups.iter().map(leads).collect();
        let mut numbers = vec![None; groups.len()];
        let kept = (0..groups.len()).filter(|place| means(*place) || !leads[*place].is_empty());
        for (number, place) in (0u32..).zip(kept) {
            numbers[place] = Some(number);
        }
        let mut phrases: BTreeMap<Folded, Phrase> = BTreeMap::new();
        let mut meanings = Vec::new();
        for (place, group) in groups.iter().enumerate() {
            let Some(number) = numbers[place] else { continue };
            for (tag, text) in group.words.iter().flat_map(|(tag, list)| list.iter().map(move |text| (tag, text))) {
                phrases.entry(joined(&phrase(text))).or_default().note(number, is_own(tag));
            }
            let own = group.words.iter().find(|(tag, _)| is_own(tag)).or(group.words.first());
            meanings.push(Meaning {
                id: group.id.as_str().into(),
                shown: own.and_then(|(_, list)| list.first()).map_or("", String::as_str).into(),
                targets: targets[place].clone(),
                leads: leads[place].iter().filter_map(|place| numbers[*place]).collect(),
                danger: is_reached && (groups[place].danger || leads[place].iter().any(|lead| groups[*lead].danger)),
            });
        }
        phrases.remove(&Folded::default());
        let phrases: Vec<Phrase> = phrases.into_iter().map(|(key, phrase)| Phrase { key, ..phrase }).collect();
        let apart = apart(&phrases);
        Self { meanings, phrases, apart }
    }

    /// Whether a group means anything in the index.
    pub(super) fn knows(&self, group: &str) -> bool {
        self.meanings.iter().any(|meaning| *meaning.id == *group)
    }

    /// The groups of a word that is a slip or two away from one of the table.
    pub(super) fn groups_of_typo(&self, word: &[u16]) -> Option<Vec<u32>> {
        let most = if word.len() < SHORTEST_TWICE { 1 } else { 2 };
        let near = self.phrases.iter().filter_map(|entry| {
            let alike = word.len() > 4 && entry.key.first() == word.first() && !entry.key.contains(&SPACE);
            Some((if alike { distance(word, &entry.key, most, false)? } else { return None }, entry))
        });
        near.reduce(|a, b| if b.0 < a.0 { b } else { a }).map(|(_, entry)| entry.means())
    }

    /// The groups of a phrase that stands so in the table; words may be written together or apart there.
    pub(super) fn groups_of_phrase(&self, phrase: &[&[u16]]) -> Option<Vec<u32>> {
        let one = phrase.concat();
        let place = [&*joined(phrase), &*one].into_iter().find_map(|key| self.place_of(key));
        let place = place.or_else(|| {
            let at = self.apart.partition_point(|(key, _)| **key < *one);
            self.apart.get(at).filter(|(key, _)| **key == *one).map(|(_, place)| *place as usize)
        });
        place.map(|place| self.phrases[place].means())
    }

    fn place_of(&self, key: &[u16]) -> Option<usize> {
        self.phrases.binary_search_by(|other| (*other.key).cmp(key)).ok()
    }

    /// The groups of a phrase whose words stand in other forms in the table.
    pub(super) fn groups_of_forms(&self, phrase: &[&[u16]]) -> Option<Vec<u32>> {
        let start = &phrase[0][..phrase[0].len().min(3)];
        let is_form = |(word, key): (&&[u16], &[u16])| {
            let like = || likeness(word, key).is_some_and(|quality| quality >= WEIGHTS.form);
            *word == key || (word.len().min(key.len()) > 3 && like())
        };
        let first = self.phrases.partition_point(|other| *other.key < *start);
        let mut begun = self.phrases[first..].iter().take_while(|other| other.key.starts_with(start));
        let found = begun.find(|other| {
            let words = other.key.split(|unit| *unit == SPACE);
            words.clone().count() == phrase.len() && phrase.iter().zip(words).all(is_form)
        });
        found.map(|entry| entry.means())
    }

    /// The groups of a word in the page's language.
    pub(super) fn own_groups(&self, word: &[u16]) -> Option<Vec<u32>> {
        let place = self.phrases.binary_search_by(|other| (*other.key).cmp(word)).ok()?;
        let own: Vec<u32> = self.phrases[place].groups_of(true).collect();
        (!own.is_empty()).then_some(own)
    }

    /// The groups of a word that stands in another form in the table. Of a word of which but the beginning is typed,
    /// those are no forms that begin so.
    pub(super) fn groups_of_form(&self, word: &[u16], begun: bool) -> Option<Vec<u32>> {
        if word.len() < 4 || (begun && word.len() < SHORTEST_BEGUN) {
            return None;
        }
        let start = self.phrases.partition_point(|other| *other.key < word[..3]);
        let like = self.phrases[start..].iter().take_while(|other| other.key.starts_with(&word[..3]));
        let is_form = |key: &[u16]| key.len() > 3 && !key.contains(&SPACE) && !(begun && key.starts_with(word));
        let forms = like.filter(|other| is_form(&other.key));
        let sure = forms.filter_map(|entry| Some((likeness(word, &entry.key)?, entry)));
        let best = sure.filter(|(quality, _)| *quality >= WEIGHTS.form).reduce(|a, b| if b.0 > a.0 { b } else { a });
        best.map(|(_, entry)| entry.means()).or_else(|| self.groups_of_form_apart(word))
    }

    /// The groups of a phrase that was written as one word, in another form. A much longer one is not meant.
    fn groups_of_form_apart(&self, word: &[u16]) -> Option<Vec<u32>> {
        let start = self.apart.partition_point(|(key, _)| **key < word[..3]);
        let like = self.apart[start..].iter().take_while(|(key, _)| key.starts_with(&word[..3]));
        let sure = like.filter(|(key, _)| key.len() <= word.len() + 1);
        let mut forms = sure.filter(|(key, _)| likeness(word, key).is_some_and(|quality| quality >= WEIGHTS.form));
        forms.next().map(|(_, place)| self.phrases[*place as usize].means())
    }

    /// Whether somebody is in danger who means one of these groups.
    pub(super) fn is_danger(&self, groups: &[u32]) -> bool {
        groups.iter().any(|group| self.meanings[*group as usize].danger)
    }
}

/// Whether words of a tag are said in a language: `sv` in `sv-FI`.
fn is_language(tag: &str, language: &str) -> bool {
    tag == language || language.split('-').next() == Some(tag)
}

/// Phrases of several words as one word, each with its place.
fn apart(phrases: &[Phrase]) -> Vec<(Folded, u32)> {
    let several = (0..).zip(phrases).filter(|(_, phrase)| phrase.key.contains(&SPACE));
    let mut apart: Vec<(Folded, u32)> = several
        .map(|(place, phrase)| (phrase.key.iter().copied().filter(|unit| *unit != SPACE).collect(), place))
        .collect();
    apart.sort_unstable();
    apart
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

/// Two slips in a shorter word make another word.
const SHORTEST_TWICE: usize = 9;

/// The beginnings of shorter words are too little to guess an everyday word by.
const SHORTEST_BEGUN: usize = 7;

/// The words of a text, folded and without fillers; all of them, if all are fillers. Of several words of which but one
/// is left that says little, nothing is left: `for a little` is no `little`.
fn phrase(text: &str, worth: impl Fn(&[u16]) -> u32) -> Vec<Folded> {
    let all: Vec<Folded> = words(text).iter().map(|word| fold(word)).collect();
    let meaningful: Vec<Folded> = all.iter().filter(|word| worth(word) > weights::FILLER).cloned().collect();
    match &*meaningful {
        [] => all,
        [word] if all.len() > 1 && worth(word) < weights::PLAIN => Vec::new(),
        _ => meaningful,
    }
}

/// The phrases of a group whose words all stand in an index; not those that say little, which stand there for another
/// reason.
fn targets(
    group: &Group,
    vocabulary: &Vocabulary,
    (phrase, is_own): (impl Fn(&str) -> Vec<Folded>, impl Fn(&str) -> bool),
    says_much: impl Fn(&[Folded]) -> bool,
) -> Vec<Target> {
    let all = group.words.iter().flat_map(|(tag, list)| list.iter().map(move |text| (tag, text)));
    let mut targets: Vec<Target> = all.map(|(tag, text)| Target { words: phrase(text), own: is_own(tag) }).collect();
    targets.retain(|Target { words, .. }| says_much(words) && words.iter().all(|word| stands_in(vocabulary, word)));
    // What is said so in the page's language, too, is first.
    targets.sort_by(|a, b| a.words.cmp(&b.words).then(b.own.cmp(&a.own)));
    targets.dedup_by(|a, b| a.words == b.words);
    targets
}

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
