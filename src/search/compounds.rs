//! Compounds and their parts, by the index's own words: `työvuorolista` ends in `vuorolista` and `lista`.

use super::vocabulary::Vocabulary;

/// Shorter words are no compounds.
const SHORTEST: usize = 7;

/// Shorter pieces are endings, not parts.
const SHORTEST_PART: usize = 3;

/// The later parts of all words: the number of the word and where the part begins, sorted by the part.
pub(super) fn tails(words: &Vocabulary) -> Vec<(u32, u32)> {
    let mut tails = Vec::new();
    for (number, term) in (0..).zip(&words.terms) {
        let length = term.folded.len();
        if length < SHORTEST || term.folded[0] < u16::from(b'A') {
            continue;
        }
        for at in SHORTEST_PART..=length - SHORTEST_PART {
            if is_head(words, &term.folded[..at]) && is_part(words, &term.folded[at..]) {
                tails.push((number, at as u32));
            }
        }
    }
    tails.sort_by(|a, b| words.tail(*a).cmp(words.tail(*b)).then(a.cmp(b)));
    tails
}

/// Whether a compound may begin so: a word, or one with the letter that binds it to the next.
fn is_head(words: &Vocabulary, head: &[u16]) -> bool {
    let bound = head.len() > SHORTEST_PART + 1 && [b's', b'n', b'o'].map(u16::from).contains(&head[head.len() - 1]);
    words.knows(head) || (bound && words.knows(&head[..head.len() - 1]))
}

/// Whether a compound may go on so: a word, or something that begins with one.
fn is_part(words: &Vocabulary, part: &[u16]) -> bool {
    words.knows(part) || (SHORTEST_PART + 1..part.len()).any(|end| words.knows(&part[..end]))
}
