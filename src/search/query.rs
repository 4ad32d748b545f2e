//! A query: its words, and what each of them may mean.

use std::collections::BTreeMap;

use super::candidates::{Candidates, Typed, add, beginnings, candidates};
use super::everyday::{LONGEST, meant};
use super::index::Index;
use super::tokens::words;
use super::weights::{self, WEIGHTS};

/// A word of a query.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// As it was typed, or a part of that.
    pub(super) typed: Typed,
    /// What it is worth, of 100.
    pub(super) worth: u32,
    /// What it may mean.
    pub(super) candidates: Candidates,
    /// The texts that are meant by an everyday word, with how surely of 100.
    pub(super) meant: BTreeMap<u32, u32>,
}

/// Shorter words are not split into two.
const SHORTEST_SPLIT: usize = 6;

/// The words of a query, and the everyday words among them with the words that they stand for.
pub(super) fn units(index: &Index, query: &str) -> (Vec<Unit>, Vec<(String, Vec<String>)>) {
    let typed: Vec<Typed> = words(query).into_iter().take(16).map(Typed::new).collect();
    let open = query.chars().next_back().is_some_and(char::is_alphanumeric);
    let last = typed.len().saturating_sub(1);
    let mut units: Vec<Unit> = typed
        .into_iter()
        .enumerate()
        .map(|(place, typed)| Unit {
            worth: index.worth(&typed.folded),
            candidates: candidates(&index.words, &typed, open && place == last),
            meant: BTreeMap::new(),
            typed,
        })
        .collect();
    if units.iter().all(|unit| unit.worth == weights::FILLER) {
        units.iter_mut().for_each(|unit| unit.worth = weights::PLAIN);
    }
    join(index, &mut units);
    let told = mean(index, &mut units);
    (units.into_iter().flat_map(|unit| split(index, unit)).collect(), told)
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
fn split(index: &Index, unit: Unit) -> Vec<Unit> {
    let word = &*unit.typed.folded;
    let sure = unit.candidates.values().max().is_some_and(|quality| *quality >= WEIGHTS.whole);
    if sure || word.len() < SHORTEST_SPLIT {
        return vec![unit];
    }
    let mut best: Option<(u32, [Unit; 2])> = None;
    for at in 3..=word.len() - 3 {
        let bound = usize::from(at > 3 && word[at - 1] == u16::from(b's'));
        let [first, second] = [WEIGHTS.first, WEIGHTS.second];
        let parts = [(&word[..at - bound], first), (&word[at..], second)].map(|(part, share)| {
            let typed = Typed { written: String::from_utf16_lossy(part), folded: part.into() };
            let mut found = Candidates::new();
            beginnings(&index.words, &typed, &mut found);
            found.retain(|_, quality| *quality >= WEIGHTS.head);
            Unit { worth: index.worth(part) * share / 100, candidates: found, meant: BTreeMap::new(), typed }
        });
        let [head, rest] = [&parts[0], &parts[1]].map(|part| part.candidates.values().max().copied().unwrap_or(0));
        if head < WEIGHTS.head || rest < WEIGHTS.rest {
            continue;
        }
        let sum = head * at as u32 + rest * (word.len() - at) as u32;
        if best.as_ref().is_none_or(|(other, _)| sum > *other) {
            best = Some((sum, parts));
        }
    }
    match best {
        Some((_, [head, rest])) => {
            let worth = unit.worth * WEIGHTS.compound / 100;
            let whole = (!unit.candidates.is_empty()).then_some(Unit { worth, ..unit });
            whole.into_iter().chain([head, rest]).collect()
        }
        None => vec![unit],
    }
}

/// Looks the words up in the table of everyday words, the longest phrases first, and gives those that do not stand
/// in the catalog themselves.
fn mean(index: &Index, units: &mut [Unit]) -> Vec<(String, Vec<String>)> {
    let said: Vec<usize> = (0..units.len()).filter(|place| units[*place].worth > weights::FILLER).collect();
    let mut told = Vec::new();
    let mut from = 0;
    while from < said.len() {
        let lengths = (1..=LONGEST.min(said.len() - from)).rev();
        let found = lengths.filter_map(|length| {
            let places = &said[from..from + length];
            let phrase: Vec<&[u16]> = places.iter().map(|place| &*units[*place].typed.folded).collect();
            let unit = &units[places[0]];
            let unknown = length == 1 && unit.candidates.values().all(|quality| *quality < WEIGHTS.counted);
            let typo = || index.everyday.groups_of_typo(&unit.typed.folded).filter(|_| unknown);
            Some((places, index.everyday.groups(&phrase).or_else(typo)?.to_vec()))
        });
        let Some((places, groups)) = found.take(1).next() else {
            from += 1;
            continue;
        };
        let meant = meant_by(index, &groups);
        let known = |unit: &Unit| unit.candidates.values().any(|quality| *quality >= WEIGHTS.folded);
        if places.iter().any(|place| !known(&units[*place])) {
            let phrase: Vec<&str> = places.iter().map(|place| units[*place].typed.written.as_str()).collect();
            told.push((phrase.join(" "), index.everyday.shown(&groups)));
        }
        for place in places {
            let sure = if known(&units[*place]) { WEIGHTS.beside } else { WEIGHTS.everyday };
            units[*place].meant.extend(meant.iter().map(|(slot, quality)| (*slot, quality * sure / 100)));
        }
        from += places.len();
    }
    told
}

/// The texts that groups mean.
fn meant_by(index: &Index, groups: &[u32]) -> BTreeMap<u32, u32> {
    let mut texts = BTreeMap::new();
    let meanings = groups.iter().map(|group| &index.everyday.meanings[*group as usize]);
    let led = meanings.clone().flat_map(|meaning| &meaning.leads);
    let all = meanings.chain(led.map(|group| &index.everyday.meanings[*group as usize]));
    for target in all.flat_map(|meaning| &meaning.targets) {
        let mut common: Option<BTreeMap<u32, u32>> = None;
        for word in target {
            let mut here: BTreeMap<u32, u32> = BTreeMap::new();
            for (term, quality) in meant(&index.words, word) {
                for slot in index.texts_with(term) {
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
