//! A query: its words, and what each of them may mean.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::candidates::{Candidates, Guesses, Typed, add, beginnings, candidates, itself, surest};
use super::everyday::{LONGEST, meant};
use super::index::Index;
use super::tokens::words;
use super::weights::{self, WEIGHTS};

/// A query, as it is understood.
#[derive(Clone, Debug)]
pub(super) struct Query {
    /// Its words, and parts of words.
    pub(super) units: Vec<Unit>,
    /// The everyday words among them, with the words that they stand for.
    pub(super) told: Vec<(String, Vec<String>)>,
    /// When it is an e-mail address, or the beginning of one.
    pub(super) address: bool,
}

/// A word of a query.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// As it was typed, or a part of that.
    pub(super) typed: Typed,
    /// What it is worth, of 100.
    pub(super) worth: u32,
    /// How much of a word it is, of 100.
    pub(super) share: u32,
    /// Whether it is the first that means something.
    pub(super) first: bool,
    /// What it may mean.
    pub(super) candidates: Candidates,
    /// What of that is but guessed.
    guesses: Guesses,
    /// The texts that are meant by an everyday word, with how surely of 100.
    pub(super) meant: BTreeMap<u32, u32>,
    /// Whether somebody is in danger who says so.
    pub(super) danger: bool,
    /// Whether it stands so among the everyday words, in a phrase of several.
    settled: bool,
}

/// Longer queries are cut.
const MOST_WORDS: usize = 16;

/// Shorter words are not split into two, and not into shorter parts.
const SHORTEST_SPLIT: usize = 6;
const SHORTEST_PART: usize = 3;

impl Query {
    pub(super) fn read(index: &Index, query: &str) -> Self {
        // Of an address, the name before the sign is what differs.
        let name = query.split_once('@').map(|(name, _)| name).filter(|name| name.contains(char::is_alphanumeric));
        let open = name.is_none() && query.chars().next_back().is_some_and(char::is_alphanumeric);
        let written: Vec<String> = words(name.unwrap_or(query)).into_iter().take(MOST_WORDS).collect();
        let last = written.len().saturating_sub(1);
        let typed = |(place, word)| Typed::new(word, open && place == last);
        let mut units: Vec<Unit> =
            written.into_iter().enumerate().map(typed).map(|typed| Unit::whole(index, typed)).collect();
        if units.iter().all(|unit| unit.worth == weights::FILLER) {
            units.iter_mut().for_each(|unit| unit.worth = weights::PLAIN);
        }
        join(index, &mut units);
        let told = mean(index, &mut units);
        let mut units: Vec<Unit> = units.into_iter().flat_map(|unit| split(index, unit)).collect();
        let worth = |least: u32| units.iter().position(|unit| unit.worth >= least);
        if let Some(first) = worth(weights::PLAIN * WEIGHTS.second / 100).or_else(|| worth(weights::WEAK)) {
            units[first].first = true;
        }
        Self { units, told, address: name.is_some() }
    }
}

impl Unit {
    fn whole(index: &Index, typed: Typed) -> Self {
        let worth = index.worth_of_typed(&typed.folded);
        let (candidates, guesses) = if worth == weights::FILLER && !typed.open {
            (itself(&index.words, &typed), Guesses::new())
        } else {
            candidates(&index.words, &typed)
        };
        let meant = BTreeMap::new();
        Self { worth, share: 100, first: false, candidates, guesses, meant, danger: false, settled: false, typed }
    }

    /// A part of a word.
    fn part(index: &Index, folded: &[u16], share: u32, open: bool) -> Self {
        let typed = Typed::folded(folded, open);
        let mut candidates = Candidates::new();
        beginnings(&index.words, &typed, &mut candidates);
        candidates.retain(|term, quality| {
            let term = &index.words.terms[*term as usize];
            // A short part is a word, not the beginning of one; and no form of a common word.
            let is_whole = open || folded.len() > SHORTEST_PART || term.folded.len() <= folded.len();
            let is_meant = term.worth == weights::PLAIN || *term.folded == *folded;
            *quality >= WEIGHTS.head && is_whole && is_meant
        });
        let worth = index.worth(folded) * share / 100;
        let (guesses, meant) = (Guesses::new(), BTreeMap::new());
        Self { worth, share, first: false, candidates, guesses, meant, danger: false, settled: false, typed }
    }

    /// Whether the index has words that go on like this one.
    fn goes_on(&self, index: &Index) -> bool {
        let word = &*self.typed.folded;
        self.candidates.keys().any(|term| {
            let other = &index.words.terms[*term as usize].folded;
            other.len() > word.len() + 1 && other.starts_with(word)
        })
    }
}

/// Two words that the catalog writes as one: `pay slip`.
fn join(index: &Index, units: &mut [Unit]) {
    for place in 1..units.len() {
        let one = [&*units[place - 1].typed.folded, &*units[place].typed.folded].concat();
        if one.len() < 4 {
            continue;
        }
        for term in index.words.beginning(&one) {
            let length = index.words.terms[term].folded.len();
            let quality = if length == one.len() { WEIGHTS.joined } else { (50 + one.len() * 40 / length) as u32 };
            add(&mut units[place - 1].candidates, term as u32, quality);
            add(&mut units[place].candidates, term as u32, quality);
        }
    }
}

/// A word that the catalog writes as two, or of which it knows both parts.
fn split(index: &Index, mut unit: Unit) -> Vec<Unit> {
    let sure = surest(&unit.candidates);
    let is_whole = sure >= WEIGHTS.whole || unit.danger || unit.settled;
    if is_whole || unit.worth < weights::PLAIN || unit.typed.folded.len() < SHORTEST_SPLIT {
        return vec![unit];
    }
    let is_guessed = sure >= WEIGHTS.guess || !unit.meant.is_empty();
    let Some(mut parts) = best_parts(index, &unit, if is_guessed { WEIGHTS.sure } else { 0 }) else {
        return vec![with_part(index, unit)];
    };
    unite(index, &mut unit, &parts);
    if unit.meant.is_empty() {
        mean(index, &mut parts);
        // A part of a word is no cry for help.
        parts.iter_mut().for_each(|part| part.danger = false);
    }
    let worth = unit.worth * WEIGHTS.compound / 100;
    let means = !unit.candidates.is_empty() || !unit.meant.is_empty();
    let whole = means.then_some(Unit { worth, share: WEIGHTS.compound, ..unit });
    whole.into_iter().chain(parts).collect()
}

/// What a whole word means beside its parts: no form of the first alone, but longer words that begin like the one and
/// hold the other.
fn unite(index: &Index, unit: &mut Unit, [head, rest]: &[Unit; 2]) {
    let folded = |term: &u32| &*index.words.terms[*term as usize].folded;
    let head = &*head.typed.folded;
    unit.candidates.retain(|term, quality| *quality < WEIGHTS.guess || folded(term) != head);
    let start = &head[..(head.len() - 1).max(SHORTEST_PART)];
    for (term, quality) in rest.candidates.iter().filter(|(term, _)| folded(term).starts_with(start)) {
        add(&mut unit.candidates, *term, quality * WEIGHTS.joined / 100);
    }
}

/// The two parts of a word that are surest, if both are at least so sure.
fn best_parts(index: &Index, unit: &Unit, least: u32) -> Option<[Unit; 2]> {
    let word = &*unit.typed.folded;
    let mut most = 0;
    let mut best = None;
    for at in SHORTEST_PART..=word.len() - SHORTEST_PART {
        // The letter that binds a part to the next.
        let is_bound = at > SHORTEST_PART && [b's', b'n'].map(u16::from).contains(&word[at - 1]);
        for bound in 0..=usize::from(is_bound) {
            let head = Unit::part(index, &word[..at - bound], WEIGHTS.first, false);
            let rest = Unit::part(index, &word[at..], WEIGHTS.second, unit.typed.open);
            let (one, other) = (surest(&head.candidates), surest(&rest.candidates));
            if one < WEIGHTS.head.max(least) || other < WEIGHTS.rest.max(least) {
                continue;
            }
            let sum = one * (at - bound) as u32 + other * (word.len() - at) as u32;
            if sum > most {
                most = sum;
                best = Some([head, rest]);
            }
        }
    }
    best
}

/// A word of which nothing is known but how it begins or ends means at least that.
fn with_part(index: &Index, unit: Unit) -> Unit {
    if !unit.candidates.is_empty() || !unit.meant.is_empty() {
        return unit;
    }
    let word = &*unit.typed.folded;
    for length in (SHORTEST_PART + 1..word.len()).rev() {
        let rest = Unit::part(index, &word[word.len() - length..], WEIGHTS.second, unit.typed.open);
        let head = Unit::part(index, &word[..length], WEIGHTS.first, false);
        let known = [rest, head].into_iter().find(|part| surest(&part.candidates) >= WEIGHTS.form);
        if let Some(part) = known {
            return part;
        }
    }
    unit
}

/// Looks the words up in the table of everyday words, the longest phrases first, and gives those that do not stand
/// in the catalog themselves.
fn mean(index: &Index, units: &mut [Unit]) -> Vec<(String, Vec<String>)> {
    let said: Vec<usize> = (0..units.len()).filter(|place| units[*place].worth > weights::FILLER).collect();
    let mut told = Vec::new();
    let mut from = 0;
    while from < said.len() {
        let mut lengths = (1..=LONGEST.min(said.len() - from)).rev();
        let found = lengths.find_map(|length| {
            let places = &said[from..from + length];
            let (groups, surely) = groups_of(index, units, places)?;
            Some((places, groups, surely))
        });
        let Some((places, groups, surely)) = found else {
            from += 1;
            continue;
        };
        let meant = meant_by(index, &groups);
        let danger = index.everyday.is_danger(&groups);
        if surely && places.len() > 1 && !stand_together(index, units, places) {
            let less = |quality: &mut u32| *quality = *quality * WEIGHTS.within / 100;
            places.iter().for_each(|place| units[*place].candidates.values_mut().for_each(less));
        }
        let known = |unit: &Unit| surest(&unit.candidates) >= WEIGHTS.folded;
        for place in places {
            let unit = &mut units[*place];
            let sure = if known(unit) { WEIGHTS.beside } else { WEIGHTS.everyday };
            unit.danger |= danger;
            unit.settled |= surely && places.len() > 1;
            unit.meant.extend(meant.iter().map(|(slot, quality)| (*slot, quality * sure / 100)));
            // What the table knows is no slip in another word.
            if surely {
                unit.candidates.retain(|term, _| !unit.guesses.contains(term));
            }
        }
        if places.iter().any(|place| !known(&units[*place])) {
            let phrase: Vec<&str> = places.iter().map(|place| units[*place].typed.written.as_str()).collect();
            told.push((phrase.join(" "), index.everyday.shown(&groups)));
        }
        from += places.len();
    }
    told
}

/// The groups of some words of a query, and whether they stand so in the table. A word that says little means what it
/// means in the page's language, or nothing.
fn groups_of(index: &Index, units: &[Unit], places: &[usize]) -> Option<(Vec<u32>, bool)> {
    let phrase: Vec<&[u16]> = places.iter().map(|place| &*units[*place].typed.folded).collect();
    let single = if let ([place], [word]) = (places, &*phrase) { Some((&units[*place], *word)) } else { None };
    if let Some((_, word)) = single.filter(|(unit, _)| unit.worth < weights::PLAIN * WEIGHTS.first / 100) {
        return index.everyday.own_groups(word).map(|groups| (groups, true));
    }
    if let Some(groups) = index.everyday.groups_of_phrase(&phrase) {
        return Some((groups, true));
    }
    let Some((unit, word)) = single else {
        return index.everyday.groups_of_forms(&phrase).map(|groups| (groups, false));
    };
    let begun = unit.typed.open && unit.goes_on(index);
    let unknown = surest(&unit.candidates) < WEIGHTS.counted;
    let typo = || index.everyday.groups_of_typo(word).filter(|_| unknown);
    let found = index.everyday.groups_of_form(word, begun).or_else(|| groups_of_slip(index, unit)).or_else(typo);
    found.map(|groups| (groups, false))
}

/// Whether some text holds all of some words of a query. If none does, an everyday phrase means something else than
/// its words alone: `shared drive` has to do with no car.
fn stand_together(index: &Index, units: &[Unit], places: &[usize]) -> bool {
    let texts = |place: &usize| -> BTreeSet<u32> {
        let sure = units[*place].candidates.iter().filter(|(_, quality)| **quality >= WEIGHTS.form);
        sure.flat_map(|(term, _)| index.texts_with(*term)).copied().collect()
    };
    let all = places.iter().map(texts).reduce(|common, here| common.intersection(&here).copied().collect());
    all.is_some_and(|all| !all.is_empty())
}

/// A slip in a word of the catalog that stands in the table, too, means what that means.
fn groups_of_slip(index: &Index, unit: &Unit) -> Option<Vec<u32>> {
    let best = unit.candidates.iter().max_by_key(|(term, quality)| (**quality, Reverse(**term)));
    let (term, _) = best.filter(|(term, quality)| **quality >= WEIGHTS.guess && unit.guesses.contains(term))?;
    index.everyday.groups_of_phrase(&[&*index.words.terms[*term as usize].folded])
}

/// The texts that groups mean.
fn meant_by(index: &Index, groups: &[u32]) -> BTreeMap<u32, u32> {
    let mut texts = BTreeMap::new();
    let meanings = groups.iter().map(|group| &index.everyday.meanings[*group as usize]);
    let led = meanings.clone().flat_map(|meaning| &meaning.leads);
    let all = meanings.chain(led.map(|group| &index.everyday.meanings[*group as usize]));
    for target in all.flat_map(|meaning| &meaning.targets) {
        let is_told = |slot: &u32| index.may_be_meant(*slot, target.own);
        let mut common: Option<BTreeMap<u32, u32>> = None;
        for word in &target.words {
            let mut here: BTreeMap<u32, u32> = BTreeMap::new();
            for (term, quality) in meant(&index.words, word) {
                for slot in index.texts_with(term).iter().filter(|slot| is_told(slot)) {
                    add(&mut here, *slot, quality);
                }
            }
            common = Some(match common {
                None => here,
                Some(mut before) => {
                    before.retain(|slot, quality| {
                        here.get(slot).is_some_and(|other| {
                            *quality = (*quality).min(*other);
                            true
                        })
                    });
                    before
                }
            });
        }
        for (slot, quality) in common.into_iter().flatten() {
            add(&mut texts, slot, quality);
        }
    }
    texts
}
