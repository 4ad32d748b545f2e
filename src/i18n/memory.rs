//! What was said before: thousands of pages say the same few hundred times and dates.

use std::hash::Hash;
use std::sync::{PoisonError, RwLock};

use ahash::AHashMap;

/// Texts by what they say.
#[derive(Debug)]
pub(crate) struct Memory<K>(RwLock<AHashMap<K, Box<str>>>);

impl<K> Default for Memory<K> {
    fn default() -> Self {
        Self(RwLock::default())
    }
}

impl<K: Clone + Eq + Hash> Memory<K> {
    /// The text for a key, worked out once.
    pub(crate) fn text(&self, key: &K, say: impl FnOnce(&K) -> String) -> String {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner).get(key).map(|text| text.to_string());
        known.unwrap_or_else(|| {
            let text = say(key);
            self.0.write().unwrap_or_else(PoisonError::into_inner).insert(key.clone(), text.as_str().into());
            text
        })
    }
}
