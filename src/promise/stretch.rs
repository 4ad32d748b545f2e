//! Stretches of time.

/// A stretch of time, in seconds since the epoch.
pub type Stretch = (i64, i64);

/// Stretches in order, those that touch or overlap as one.
pub fn joined(stretches: impl Iterator<Item = Stretch>) -> Vec<Stretch> {
    let mut all: Vec<Stretch> = stretches.collect();
    all.sort_unstable();
    let mut joined: Vec<Stretch> = Vec::new();
    for (from, to) in all {
        match joined.last_mut() {
            Some((_, end)) if from <= *end => *end = to.max(*end),
            _ => joined.push((from, to)),
        }
    }
    joined
}

/// The parts of a stretch that lie outside of others, which are in order and apart.
pub fn outside((from, to): Stretch, others: &[Stretch]) -> Vec<Stretch> {
    let mut parts = Vec::new();
    let mut begin = from;
    for (start, end) in others.iter().filter(|(start, end)| *start < to && from < *end) {
        if begin < *start {
            parts.push((begin, *start));
        }
        begin = begin.max(*end);
    }
    if begin < to {
        parts.push((begin, to));
    }
    parts
}
