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
