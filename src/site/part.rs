//! Parts of pages that are too long as a whole.

use std::borrow::Cow;

use crate::publish::{DepartmentId, Published};

/// A part of a page that is split by departments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Part {
    /// Whose part it is.
    pub department: DepartmentId,
    /// Which of the department's parts, from 0.
    pub number: u16,
    /// How many parts the department has.
    pub of: u16,
}

impl Part {
    /// The parts of a department with so many entries.
    pub(super) fn all(department: DepartmentId, entries: usize, most: usize) -> impl Iterator<Item = Self> {
        let of = u16::try_from(entries.div_ceil(most)).unwrap_or(u16::MAX);
        (0..of).map(move |number| Self { department, number, of })
    }

    /// The part's entries, of all of the department.
    pub(crate) fn slice<T>(self, all: &[T]) -> &[T] {
        all.chunks(all.len().div_ceil(usize::from(self.of).max(1)).max(1)).nth(self.number.into()).unwrap_or_default()
    }

    /// The name of its file. An id has no dot, so that no two parts share a name.
    pub(super) fn file<'a>(self, published: &Published<'a>) -> Cow<'a, str> {
        let slug = published.id(self.department);
        if self.number == 0 { slug.into() } else { format!("{slug}.{}", self.number + 1).into() }
    }
}
