//! The ranking: pure, in whole numbers only, so that it counts the same in a browser.

use std::cmp::Reverse;

use super::document::Field;
use super::index::Index;
use super::query::{Query, Unit};
use super::weights::{self, FIELDS, KINDS, WEIGHTS};

/// A document that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its place in the list.
    pub entry: usize,
    /// How well it fits; 10000 is a lot.
    pub score: u64,
    /// How much of the query it covers, of 100.
    pub covered: u64,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking {
    /// The documents, best first; what is retired stands last.
    pub hits: Vec<Hit>,
    /// Everyday words of the query, each with the words that were looked for instead.
    pub told: Vec<(String, Vec<String>)>,
}

/// The documents that fit a query. A reader may have said of which of the company's audiences they are.
pub fn rank(index: &Index, query: &str, audience: Option<usize>) -> Ranking {
    let Query { units, told, address } = Query::read(index, query);
    let alone = units.iter().filter(|unit| unit.worth > weights::FILLER).count() == 1;
    let mut tally = Tally::new(index, address, alone);
    for unit in &units {
        tally.count(unit);
    }
    tally.numbers(query);
    let mut hits = tally.hits(audience);
    if address && hits.is_empty() {
        return rank(index, &query.replace('@', " "), audience);
    }
    hand_on(index, &mut hits);
    let retired = |hit: &Hit| index.entries[hit.entry].retired;
    hits.sort_by_key(|hit| (retired(hit), Reverse(hit.score), hit.entry));
    Ranking { hits, told }
}

/// A retired entry hands what it earned on to its successor.
fn hand_on(index: &Index, hits: &mut Vec<Hit>) {
    for place in 0..hits.len() {
        let hit = hits[place];
        let entry = &index.entries[hit.entry];
        let Some(successor) = entry.successor.filter(|_| entry.retired) else { continue };
        let successor = successor as usize;
        match hits.iter_mut().find(|other| other.entry == successor) {
            Some(other) => {
                other.score = other.score.max(hit.score);
                other.covered = other.covered.max(hit.covered);
            }
            None => hits.push(Hit { entry: successor, ..hit }),
        }
    }
}

/// Sums, by document and by text.
struct Tally<'a> {
    index: &'a Index,
    /// Whether only addresses count.
    address: bool,
    /// Whether the query is but one word.
    alone: bool,
    total: u64,
    /// What of that says that somebody is in danger.
    danger: u64,
    entries: Vec<Sums>,
    texts: Vec<Found>,
    // Of the word that is being counted:
    text_best: Vec<u32>,
    entry_best: Vec<Best>,
}

/// What a word of the query earned in a document.
#[derive(Clone, Copy, Default)]
struct Best {
    /// In its best text.
    value: u32,
    /// In all texts of the page's language together.
    repeated: u32,
    /// How surely it stands there, of 100.
    quality: u32,
}

impl Best {
    /// What says a thing in its name, its questions and its keywords is about it, more than what says it once.
    fn earned(self) -> u32 {
        let further = self.repeated.saturating_sub(self.value).min(WEIGHTS.repeats);
        self.value + further * WEIGHTS.repeated / 100
    }
}

/// What was found of a text.
#[derive(Clone, Copy, Default)]
struct Found {
    /// How much of the query stands in it, by weight.
    share: u64,
    /// How many of its words were typed, in ten thousandths.
    size: u32,
    /// How surely it begins with the query's first word, of 100.
    begun: u32,
}

#[derive(Clone, Copy, Default)]
struct Sums {
    weighted: u64,
    covered: u64,
    /// How well a phone number fits, of 100.
    number: u64,
}

impl<'a> Tally<'a> {
    fn new(index: &'a Index, address: bool, alone: bool) -> Self {
        Self {
            index,
            address,
            alone,
            total: 0,
            danger: 0,
            entries: vec![Sums::default(); index.entries.len()],
            texts: vec![Found::default(); index.texts.len()],
            text_best: vec![0; index.texts.len()],
            entry_best: vec![Best::default(); index.entries.len()],
        }
    }

    /// Notes how well the texts fit that hold a word of the query or are meant by it, and gives them.
    fn touch(&mut self, unit: &Unit) -> Vec<u32> {
        let mut touched = Vec::new();
        let mut note = |best: &mut u32, slot: u32, quality: u32| {
            if *best == 0 {
                touched.push(slot);
            }
            *best = quality.max(*best);
        };
        for (term, quality) in &unit.candidates {
            for (slot, begins) in self.index.beginnings_with(*term) {
                if unit.first && begins {
                    let begun = &mut self.texts[*slot as usize].begun;
                    *begun = (*begun).max(*quality);
                }
                note(&mut self.text_best[*slot as usize], *slot, *quality);
            }
        }
        for (slot, quality) in &unit.meant {
            note(&mut self.text_best[*slot as usize], *slot, *quality);
        }
        touched
    }

    /// Counts a word of the query.
    fn count(&mut self, unit: &Unit) {
        let touched = self.touch(unit);
        let mut entries = Vec::new();
        for slot in &touched {
            let text = self.index.texts[*slot as usize];
            let best = &mut self.text_best[*slot as usize];
            if text.foreign && *best < WEIGHTS.folded {
                *best = *best * WEIGHTS.foreign / 100;
            }
            let quality = *best;
            let field = FIELDS[text.field as usize].0;
            if self.address && field != Field::Address {
                continue;
            }
            // Whoever types a keyword and nothing else means it.
            let is_key = self.alone && quality >= WEIGHTS.folded && field == Field::Keywords && !text.foreign;
            let value = quality * if is_key { WEIGHTS.alone } else { text.value() };
            let best = &mut self.entry_best[text.entry as usize];
            if best.quality == 0 {
                entries.push(text.entry);
            }
            best.value = best.value.max(value);
            best.repeated += if text.foreign { 0 } else { value };
            best.quality = best.quality.max(quality);
        }
        let known = entries.iter().filter(|entry| self.entry_best[**entry as usize].quality >= WEIGHTS.counted).count();
        // What is only guessed to be a word of the catalog must not outweigh what is known.
        let surest = u64::from(unit.candidates.values().chain(unit.meant.values()).max().copied().unwrap_or(100));
        let weight = u64::from(unit.worth) * rarity(self.index.entries.len(), known) * surest / 100;
        self.total += weight;
        self.danger += if unit.danger { weight } else { 0 };
        for entry in entries {
            let best = std::mem::take(&mut self.entry_best[entry as usize]);
            let sums = &mut self.entries[entry as usize];
            sums.weighted += weight * u64::from(best.earned());
            sums.covered += weight * u64::from(best.quality);
        }
        for slot in touched {
            let quality = std::mem::take(&mut self.text_best[slot as usize]);
            let found = &mut self.texts[slot as usize];
            found.share += weight * u64::from(quality);
            if unit.worth > weights::FILLER {
                found.size += quality * unit.share;
            }
        }
    }

    /// Counts a phone number, or a piece of one.
    fn numbers(&mut self, query: &str) {
        let digits: String = query.chars().filter(char::is_ascii_digit).collect();
        let plain = query.chars().all(|c| c.is_ascii_digit() || " +-()./".contains(c));
        if !plain || digits.len() < 3 {
            return;
        }
        let national = digits.trim_start_matches('0');
        for (sums, entry) in self.entries.iter_mut().zip(&self.index.entries) {
            let fits = entry.numbers.iter().enumerate().map(|(place, number)| {
                // What is reached by other numbers, too, is meant rather by its first.
                let less = if place > 0 { WEIGHTS.further } else { 0 };
                number_fits(number, &digits, national).saturating_sub(less)
            });
            sums.number = fits.max().unwrap_or(0);
        }
    }

    /// By document: the best of its phrases of 10000, and whether one of them is the query.
    fn phrases(&self) -> Vec<(u64, bool)> {
        let total = self.total.max(1);
        let mut phrases = vec![(0, false); self.entries.len()];
        for (text, found) in self.index.texts.iter().zip(&self.texts) {
            if text.size == 0 || found.share == 0 {
                continue;
            }
            let share = (found.share / total).min(100);
            let whole = (u64::from(found.size) / 100 / u64::from(text.size)).min(100);
            let begun = whole + (100 - whole) * WEIGHTS.begins * u64::from(found.begun) / 10000;
            let equal = share.min(whole).saturating_sub(70) * WEIGHTS.equal / 30;
            let (best, named) = &mut phrases[text.entry as usize];
            *best = (u64::from(text.value()) * (share * begun / 100 + equal)).max(*best);
            *named |= share.min(whole) >= u64::from(WEIGHTS.folded);
        }
        phrases
    }

    fn hits(&self, audience: Option<usize>) -> Vec<Hit> {
        let total = self.total.max(1);
        let phrases = self.phrases();
        let danger = |place: usize| if self.index.entries[place].emergency { self.danger } else { 0 };
        let is_found = |place: usize, sums: &Sums| sums.weighted > 0 || sums.number > 0 || danger(place) > 0;
        let found = self.entries.iter().enumerate().filter(|(place, sums)| is_found(*place, sums));
        found
            .map(|(place, sums)| {
                let entry = &self.index.entries[place];
                let danger = danger(place);
                let (phrase, named) = phrases[place];
                let factors = KINDS.iter().find(|(kind, ..)| *kind == entry.kind);
                let (_, factor, by_number) = factors.copied().unwrap_or((entry.kind, 100, 100));
                let factor = if named { 100 } else { factor };
                let covered = (sums.covered / total).max(danger * 100 / total).min(100);
                let base =
                    sums.weighted / total * (WEIGHTS.uncovered + (100 - WEIGHTS.uncovered) * covered / 100) / 100;
                let helps = WEIGHTS.danger * danger / total;
                let by_words = (base + phrase * WEIGHTS.phrase / 100 + helps) * u64::from(factor) / 100;
                let score = by_words.max(sums.number * u64::from(by_number));
                let own = audience.is_some_and(|audience| audience < 32 && entry.audiences & 1 << audience != 0);
                Hit {
                    entry: place,
                    score: if own { score * WEIGHTS.own_audience / 100 } else { score },
                    covered: covered.max(sums.number),
                }
            })
            .collect()
    }
}

/// How well digits fit a number, of 100: its end, better than its middle.
fn number_fits(number: &str, digits: &str, national: &str) -> u64 {
    let fits = |piece: &str| match number.strip_suffix(piece) {
        Some(_) => 100,
        None if number.contains(piece) => 70,
        None => 0,
    };
    fits(digits).max(if national.len() >= 3 { fits(national) } else { 0 })
}

/// How much rarer than all a word is that so many of all documents have: the logarithm in sixteenths.
fn rarity(all: usize, having: usize) -> u64 {
    let ratio = (16 + 16 * all / having.max(1)) as u64;
    let whole = u64::from(ratio.ilog2());
    (whole * 16 + (((ratio - (1 << whole)) * 16) >> whole)).saturating_sub(48)
}

#[cfg(test)]
mod tests {
    use super::rarity;

    #[test]
    fn rare_words_are_worth_more() {
        assert!(rarity(100, 1) > rarity(100, 10));
        assert!(rarity(100, 10) > rarity(100, 100));
        assert!(rarity(100, 100) > 0);
    }
}
