//! How many slips of a finger lie between two words.

/// The least number of letters added, left out, changed or swapped with their neighbour, if at most `most`.
/// With `open`, what follows in the longer `to` is free: `from` is still being typed.
pub(super) fn distance(from: &[u16], to: &[u16], most: usize, open: bool) -> Option<usize> {
    let width = to.len().min(from.len() + most);
    if from.len() > width + most || (!open && to.len() > width) {
        return None;
    }
    let mut before = vec![0; width + 1];
    let mut above: Vec<usize> = (0..=width).collect();
    let mut row = vec![0; width + 1];
    for (i, letter) in from.iter().enumerate() {
        row[0] = i + 1;
        let mut least = row[0];
        for j in 0..width {
            let changed = above[j] + usize::from(*letter != to[j]);
            let mut cost = changed.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *letter == to[j - 1] && from[i - 1] == to[j] {
                cost = cost.min(before[j - 1] + 1);
            }
            row[j + 1] = cost;
            least = least.min(cost);
        }
        if least > most {
            return None;
        }
        std::mem::swap(&mut before, &mut above);
        std::mem::swap(&mut above, &mut row);
    }
    let found = if open { above.iter().min().copied() } else { above.last().copied() };
    found.filter(|cost| *cost <= most)
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn slips_are_counted() {
        let slips = |from: &str, to: &str, most| {
            let units = |word: &str| word.encode_utf16().collect::<Vec<_>>();
            distance(&units(from), &units(to), most, false)
        };
        assert_eq!(slips("palkka", "palkka", 1), Some(0));
        assert_eq!(slips("palka", "palkka", 1), Some(1));
        assert_eq!(slips("plakka", "palkka", 1), Some(1));
        assert_eq!(slips("hrsapn", "hrspan", 1), Some(1));
        assert_eq!(slips("pakal", "palkka", 1), None);
        assert_eq!(slips("a", "abcd", 2), None);
    }

    #[test]
    fn a_word_being_typed_may_go_on() {
        let units = |word: &str| word.encode_utf16().collect::<Vec<_>>();
        assert_eq!(distance(&units("paswo"), &units("password"), 1, true), Some(1));
    }
}
