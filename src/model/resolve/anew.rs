//! What stays of the documents, in room of its own: a list that is collected from another one, or a text that is
//! handed on, keeps the room that it was read into. All around it is freed, and the allocator could not give that to
//! anybody else.

use crate::source::schema::Str;

/// What is made of the items of a list; those of which nothing can be made are left out.
pub(super) fn list<T, U>(items: Vec<T>, make: impl FnMut(T) -> Option<U>) -> Box<[U]> {
    let mut made = Vec::with_capacity(items.len());
    made.extend(items.into_iter().filter_map(make));
    made.into()
}

/// A text as it was written.
pub(super) fn text(written: &Str) -> Box<str> {
    written.value.as_str().into()
}

/// Texts as they were written.
pub(super) fn texts(written: &[Str]) -> Vec<Box<str>> {
    written.iter().map(text).collect()
}
