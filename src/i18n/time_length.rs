//! A length of time as words know it.

/// A length of time, in the units in which it was promised.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct TimeLength {
    /// Days.
    pub days: u32,
    /// Hours.
    pub hours: u32,
    /// Minutes.
    pub minutes: u32,
    /// Whether it is working time, counted only while somebody is there.
    pub working: bool,
}
