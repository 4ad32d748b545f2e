//! Where in a sorted list to begin looking, by the hour: a binary search replaced by one step or two.

/// Seconds of a bucket.
const HOUR: i64 = 3_600;

/// For each hour from a first value on, how many keys of a sorted list are at or before its beginning.
#[derive(Clone, Debug, Default)]
pub(super) struct HourIndex {
    begin: i64,
    counts: Vec<u32>,
}

impl HourIndex {
    /// Over keys in ascending order.
    pub(super) fn new(keys: impl Iterator<Item = i64> + Clone) -> Self {
        let Some(begin) = keys.clone().next() else { return Self::default() };
        let mut counts: Vec<u32> = Vec::new();
        for (before, key) in (0..).zip(keys) {
            while begin + HOUR * i64::try_from(counts.len()).unwrap_or(i64::MAX / HOUR) < key {
                counts.push(before);
            }
        }
        Self { begin, counts }
    }

    /// How many of `list`'s keys are at or before `at`; `list` and `key` are those that it was made from.
    pub(super) fn count<T>(&self, list: &[T], at: i64, key: impl Fn(&T) -> i64) -> usize {
        if at < self.begin {
            return 0;
        }
        let bucket = usize::try_from((at - self.begin) / HOUR).unwrap_or(usize::MAX);
        // Behind the last bucket are only the keys of the last hour.
        let known = self.counts.get(bucket).or(self.counts.last()).map_or(0, |count| *count as usize);
        let rest = list.get(known..).unwrap_or_default();
        known + rest.iter().take_while(|item| key(item) <= at).count()
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::HourIndex;

    proptest! {
        #[test]
        fn it_counts_as_a_binary_search_does(mut keys in vec(-20_000_i64..90_000, 0..40), at in -30_000_i64..100_000) {
            keys.sort_unstable();
            let index = HourIndex::new(keys.iter().copied());
            for at in keys.iter().flat_map(|key| [key - 1, *key, key + 1]).chain([at]) {
                prop_assert_eq!(index.count(&keys, at, |key| *key), keys.partition_point(|key| *key <= at));
            }
        }
    }
}
