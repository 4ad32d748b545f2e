//! Parts of pages that are too long as a whole.

use std::borrow::Cow;

use crate::publish::{DepartmentId, Published};

/// A part of a page that is split by departments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Part {
    /// Whose part it is.
    pub department: DepartmentId,
    /// Which of the department's parts.
    pub share: Share,
}

impl Part {
    /// The parts of a department with so many entries.
    pub(super) fn all(department: DepartmentId, entries: usize, most: usize) -> impl Iterator<Item = Self> {
        Share::all(entries, most).map(move |share| Self { department, share })
    }

    /// The name of its file. An id has no dot, so that no two parts share a name.
    pub(super) fn file<'a>(self, published: &Published<'a>) -> Cow<'a, str> {
        self.share.file(published.id(self.department).into())
    }
}

/// One of several parts that are equally long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Share {
    /// Which one, from 0.
    pub number: u16,
    /// How many there are.
    pub of: u16,
}

impl Share {
    /// The parts of so many entries, of which at most so many stand in one.
    pub(super) fn all(entries: usize, most: usize) -> impl Iterator<Item = Self> {
        let of = u16::try_from(entries.div_ceil(most)).unwrap_or(u16::MAX);
        (0..of).map(move |number| Self { number, of })
    }

    /// This part and its siblings.
    pub(crate) fn siblings(self) -> impl Iterator<Item = Self> {
        (0..self.of).map(move |number| Self { number, ..self }).filter(|part| part.of > 1)
    }

    /// The part's entries, of all.
    pub(crate) fn slice<T>(self, all: &[T]) -> &[T] {
        all.chunks(all.len().div_ceil(usize::from(self.of).max(1)).max(1)).nth(self.number.into()).unwrap_or_default()
    }

    /// What the part is called, of a whole that is called so.
    pub(crate) fn name(self, whole: &str) -> String {
        if self.of == 1 { whole.to_owned() } else { format!("{whole} {}/{}", self.number + 1, self.of) }
    }

    /// The name of its file, of a whole that is called so.
    pub(super) fn file(self, whole: Cow<'_, str>) -> Cow<'_, str> {
        if self.number == 0 { whole } else { format!("{whole}.{}", self.number + 1).into() }
    }
}
