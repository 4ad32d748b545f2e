//! How alike two words are, of 100.

/// The very word.
pub(super) const EXACT: u32 = 100;

/// Letters that stand for each other where a stem meets its endings.
const ALTERNATE: &[&[u8; 2]] = &[b"td", b"pv", b"kg"];

/// Where Finnish stems change before an ending, by what is left of both: `sopimus` and `sopimuksen`, `sijainen` and
/// `sijaisen`, `tulostin` and `tulostimen`, `vieras` and `vieraan`.
const STEMS: &[(&str, &str)] = &[("s", "ks"), ("nen", "s"), ("n", "m"), ("s", "d"), ("s", "tt"), ("s", "a")];

/// So many letters of an ending may follow there.
const LONGEST_ENDING: usize = 4;

/// Endings of short Polish words: `buty` and `butami`.
const SHORT_ENDINGS: &[&str] = &["a", "e", "i", "o", "u", "y", "ow", "om", "ami", "ach", "em"];

/// Where two words part.
struct Parting {
    /// How many letters they begin with in common.
    shared: usize,
    /// What follows in the one and in the other.
    left: usize,
    over: usize,
    /// How much of the longer one they share, of 100.
    share: u32,
}

/// How alike two words are that begin alike: up to a short ending each, they are forms of one word. Stems may change
/// a little on the way: `kortti`, `kortin`; `pöytä`, `pöydän`.
pub(super) fn likeness(word: &[u16], term: &[u16]) -> Option<u32> {
    let (mut at, mut to, mut cost) = (0, 0, 0);
    while at < word.len() && to < term.len() {
        if word[at] == term[to] {
            at += 1;
            to += 1;
        } else if at < 3 || cost > 0 {
            break;
        } else if term[to] == term[to - 1] && term.get(to + 1) == Some(&word[at]) {
            to += 1;
            cost = 4;
        } else if word[at] == word[at - 1] && word.get(at + 1) == Some(&term[to]) {
            at += 1;
            cost = 4;
        } else if alternate(word[at], term[to]) && word.get(at + 1).is_some_and(|next| term.get(to + 1) == Some(next)) {
            at += 1;
            to += 1;
            cost = 6;
        } else {
            break;
        }
    }
    let (left, over) = (word.len() - at, term.len() - to);
    if left + over == 0 {
        return Some(if cost > 0 { 92 - cost } else { EXACT });
    }
    let shared = at.min(to);
    let share = (shared * 100 / (shared + left.max(over))) as u32;
    of_stem(word, term, &Parting { shared, left, over, share }).map(|quality| quality.saturating_sub(cost))
}

fn alternate(one: u16, other: u16) -> bool {
    let are = |a: u8, b: u8| u16::from(a) == one && u16::from(b) == other;
    ALTERNATE.iter().any(|[a, b]| are(*a, *b) || are(*b, *a))
}

fn of_stem(word: &[u16], term: &[u16], parting: &Parting) -> Option<u32> {
    let Parting { shared, left, over, share } = *parting;
    let (ends, longer) = (left + over, shared + left.max(over));
    if left == 0 {
        let typing = 50 + share * 40 / 100;
        return Some(if shared > 3 && ends <= 3 { typing.max(94 - 2 * ends as u32) } else { typing });
    }
    if over == 0 && shared > 3 && ends <= 4 {
        let is_much = ends > 2 && ends + 1 >= shared;
        return Some(if is_much { share * 80 / 100 } else { 94 - 5 * ends as u32 });
    }
    // A vowel for another, and short endings: `resa` and `rese`, `hasło` and `hasłem`.
    let vowels = left == 1 && over == 1 && is_vowel(word.last()) && is_vowel(term.last());
    if shared > 2 && longer > 3 && vowels {
        return Some(86);
    }
    if shared > 2 && left > 0 && over > 0 {
        let (ending, other) = (&word[word.len() - left..], &term[term.len() - over..]);
        if shared == 3 && longer > 3 && is_short_ending(ending) && is_short_ending(other) {
            return Some(76);
        }
        if shared > 3 && (changes(ending, other) || changes(other, ending)) {
            return Some(84);
        }
    }
    if shared > 3 && left <= 2 && over <= 3 {
        return Some(82 - 3 * ends as u32);
    }
    if shared >= 3 && shared * 10 >= longer * 6 && (shared > 3 || longer <= 5) {
        return Some(30 + share * 55 / 100);
    }
    (shared >= 5 && shared * 2 >= longer).then_some(share * 80 / 100)
}

/// Whether a stem that ends like the first goes on like the second.
fn changes(ending: &[u16], other: &[u16]) -> bool {
    STEMS.iter().any(|(from, to)| {
        let goes_on = other.len() <= to.len() + LONGEST_ENDING && begins(other, to);
        goes_on && ending.len() == from.len() && begins(ending, from)
    })
}

fn is_short_ending(ending: &[u16]) -> bool {
    SHORT_ENDINGS.iter().any(|other| ending.len() == other.len() && begins(ending, other))
}

/// Whether letters begin with plain ones.
fn begins(letters: &[u16], with: &str) -> bool {
    letters.len() >= with.len() && letters.iter().zip(with.bytes()).all(|(letter, other)| *letter == u16::from(other))
}

/// Of folded letters.
fn is_vowel(letter: Option<&u16>) -> bool {
    letter.is_some_and(|letter| b"aeiouy".iter().any(|vowel| u16::from(*vowel) == *letter))
}

#[cfg(test)]
mod tests {
    use super::likeness;

    fn alike(word: &str, term: &str) -> u32 {
        let units = |word: &str| word.encode_utf16().collect::<Vec<_>>();
        likeness(&units(word), &units(term)).unwrap_or(0)
    }

    #[test]
    fn forms_of_a_word_are_alike() {
        for (word, term) in [
            ("palkan", "palkka"),
            ("antin", "antti"),
            ("poydan", "poyta"),
            ("skrivaren", "skrivare"),
            ("resa", "rese"),
            ("haslem", "haslo"),
            ("acces", "access"),
            ("sopimukseen", "sopimus"),
            ("sijaisen", "sijainen"),
            ("asiakkaalle", "asiakas"),
            ("butami", "buty"),
        ] {
            assert!(alike(word, term) > 70, "{word}, {term}: {}", alike(word, term));
        }
    }

    #[test]
    fn longer_words_with_the_same_beginning_are_others() {
        assert!(alike("stolowka", "stol") < 45);
        assert!(alike("skrivaern", "skriv") < 45);
        assert_eq!(alike("kortti", "kauppa"), 0);
    }
}
