//! How much of a page is in its own language, counted while its texts are handed out.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::publish::LocaleId;

/// Fewer texts in another language are told one by one.
const FEW: usize = 3;

/// The texts of a page, as they are counted.
#[derive(Debug, Default)]
pub struct Tally {
    /// Bytes in the page's language.
    own: AtomicUsize,
    /// Bytes in other languages.
    fallen: AtomicUsize,
    /// How many texts are in other languages.
    texts: AtomicUsize,
    /// The language of the last of these, by its place.
    language: AtomicUsize,
}

impl Tally {
    /// Counts a text: its length, and its language where that is not the page's.
    pub(super) fn count(&self, length: usize, fallback: Option<LocaleId>) {
        let Some(language) = fallback else {
            self.own.fetch_add(length, Ordering::Relaxed);
            return;
        };
        self.fallen.fetch_add(length, Ordering::Relaxed);
        self.texts.fetch_add(1, Ordering::Relaxed);
        self.language.store(language.index(), Ordering::Relaxed);
    }

    /// The language in which most of the page is shown, where that is not its own.
    pub(super) fn fallback(&self) -> Option<LocaleId> {
        let most = self.fallen.load(Ordering::Relaxed) > self.own.load(Ordering::Relaxed);
        (most && self.texts.load(Ordering::Relaxed) > FEW).then(|| self.language.load(Ordering::Relaxed).into())
    }
}
