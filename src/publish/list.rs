//! Lists and values that are made when somebody asks for them, so that a published entry costs next to nothing until
//! then, and a catalog of ten thousand services is never there twice.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};

use super::published::Published;

/// A published value that is made from one of the model.
pub trait Publish<'a, M>: Sized {
    /// What may be shown of it.
    fn publish(model: &'a M, published: &'a Published<'a>) -> Self;
}

/// A list whose entries are made one by one.
pub struct List<'a, M, T> {
    all: &'a [M],
    published: &'a Published<'a>,
    made: PhantomData<fn() -> T>,
}

impl<'a, M, T: Publish<'a, M>> List<'a, M, T> {
    /// The entries.
    pub fn iter(self) -> impl ExactSizeIterator<Item = T> + DoubleEndedIterator + Clone + use<'a, M, T> {
        let published = self.published;
        self.all.iter().map(move |model| T::publish(model, published))
    }

    /// The first entry.
    pub fn first(self) -> Option<T> {
        self.iter().next()
    }

    /// How many there are.
    pub fn len(self) -> usize {
        self.all.len()
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.all.is_empty()
    }
}

impl<M, T> Clone for List<'_, M, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<M, T> Copy for List<'_, M, T> {}

impl<'a, M, T: Publish<'a, M> + fmt::Debug> fmt::Debug for List<'a, M, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<'a, M, T: Publish<'a, M> + Serialize> Serialize for List<'a, M, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'a> Published<'a> {
    pub(super) fn maybe<M, T: Publish<'a, M>>(&'a self, model: &'a Option<M>) -> Option<T> {
        model.as_ref().map(|model| T::publish(model, self))
    }

    /// The same of what is rarely there, and then apart.
    pub(super) fn rare<M, T: Publish<'a, M>>(&'a self, model: &'a Option<Box<M>>) -> Option<T> {
        model.as_deref().map(|model| T::publish(model, self))
    }

    pub(super) fn list<M, T: Publish<'a, M>>(&'a self, all: &'a [M]) -> List<'a, M, T> {
        List { all, published: self, made: PhantomData }
    }
}

/// A value that takes some work, made each time that it is asked for.
pub struct Lazy<'a, I, T> {
    id: I,
    published: &'a Published<'a>,
    make: fn(I, &'a Published<'a>) -> T,
}

impl<'a, I: Copy, T> Lazy<'a, I, T> {
    pub(super) fn new(id: I, published: &'a Published<'a>, make: fn(I, &'a Published<'a>) -> T) -> Self {
        Self { id, published, make }
    }

    /// The value.
    pub fn get(&self) -> T {
        (self.make)(self.id, self.published)
    }
}

impl<I: Copy, T> Clone for Lazy<'_, I, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<I: Copy, T> Copy for Lazy<'_, I, T> {}

impl<I: fmt::Debug, T> fmt::Debug for Lazy<'_, I, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Lazy").field(&self.id).finish()
    }
}

impl<I: Copy, T: Serialize> Serialize for Lazy<'_, I, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.get().serialize(serializer)
    }
}

/// All entries of a kind.
pub(super) struct Entries<'a, T> {
    published: &'a Published<'a>,
    all: fn(&'a Published<'a>) -> Box<dyn Iterator<Item = T> + 'a>,
}

impl<'a, T> Entries<'a, T> {
    pub(super) fn new(
        published: &'a Published<'a>,
        all: fn(&'a Published<'a>) -> Box<dyn Iterator<Item = T> + 'a>,
    ) -> Self {
        Self { published, all }
    }
}

impl<T: Serialize> Serialize for Entries<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.all)(self.published))
    }
}

/// The schema of a lazy type is that of what it gives.
macro_rules! schema_of {
    ($made:ty) => {
        fn inline_schema() -> bool {
            <$made>::inline_schema()
        }

        fn schema_name() -> Cow<'static, str> {
            <$made>::schema_name()
        }

        fn schema_id() -> Cow<'static, str> {
            <$made>::schema_id()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            <$made>::json_schema(generator)
        }
    };
}

impl<M, T: JsonSchema> JsonSchema for List<'_, M, T> {
    schema_of!(Vec<T>);
}

impl<T: JsonSchema> JsonSchema for Entries<'_, T> {
    schema_of!(Vec<T>);
}

impl<I, T: JsonSchema> JsonSchema for Lazy<'_, I, T> {
    schema_of!(T);
}
