//! What is known of something that an author may have written.

/// Known, absent, or broken and already reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known<T> {
    /// It is written and understood.
    Is(T),
    /// Nothing is written.
    Absent,
    /// It is written so that it could not be understood, which has been reported: whoever misses it says nothing
    /// more.
    Reported,
}

impl<T> Known<T> {
    /// Reads what may be written; what cannot be read is reported by the reading.
    pub(super) fn read<W>(written: Option<W>, read: impl FnOnce(W) -> Option<T>) -> Self {
        match written.map(read) {
            Some(Some(value)) => Self::Is(value),
            Some(None) => Self::Reported,
            None => Self::Absent,
        }
    }

    /// The value, if it is known.
    pub(super) fn ok(self) -> Option<T> {
        match self {
            Self::Is(value) => Some(value),
            Self::Absent | Self::Reported => None,
        }
    }

    /// The same of what may hold more than is known: nothing is absent from it for sure.
    pub(super) fn unless(self, incomplete: bool) -> Self {
        match self {
            Self::Absent if incomplete => Self::Reported,
            known => known,
        }
    }
}

/// Things that an author lists, of which some may be missing because what was written could not be read.
pub(super) struct Listed<T> {
    pub(super) items: T,
    /// False when something that could not be read has been reported where the list stands.
    pub(super) complete: bool,
}

impl<T> Listed<T> {
    /// What is found in the list; nothing is absent from a list that is incomplete.
    pub(super) fn look_up<'l, U>(&'l self, find: impl FnOnce(&'l T) -> Option<U>) -> Known<U> {
        find(&self.items).map_or(Known::Absent, Known::Is).unless(!self.complete)
    }
}
