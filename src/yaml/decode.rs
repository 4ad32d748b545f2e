//! A YAML tree → a type, with every mistake found, not only the first.
//!
//! serde stops at the first error. So what is wrong is marked in the tree and passed over when the same part
//! is read again. Every value with a place of its own ([`Spanned`]) is such a part: an entry with a mistake
//! in it is read again by itself, and its neighbours are not.

use std::cell::RefCell;
use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor,
};
use serde::{Deserialize, forward_to_deserialize_any};

use super::mistake::{Mistake, MistakeKind};
use super::tree::{Node, NodeKind, Pair};
use crate::diagnostic::{FileId, Span, Spanned};

/// After so many mistakes the rest is not looked for: it is not a file of this kind.
pub const MAX_MISTAKES: usize = 100;

/// The name by which a [`Spanned`] asks for its place.
const SPANNED: &str = "$luukku::Spanned";

/// What a tree says.
pub struct Decoded<T> {
    /// The value without what is wrong in it; none when nothing can be made of it.
    pub value: Option<T>,
    /// What is wrong. What it costs is marked in the tree.
    pub mistakes: Vec<Mistake>,
    /// True when there are more mistakes than were looked for.
    pub too_many: bool,
}

/// Decodes a tree.
pub fn decode<T: DeserializeOwned>(root: &Node<'_>) -> Decoded<T> {
    let found = RefCell::new(Vec::new());
    let reader = Reader { node: root, found: &found };
    let value = loop {
        match T::deserialize(reader) {
            Ok(value) => break Some(value),
            Err(mistake) => {
                let again = mistake.left_out && !reader.is_full();
                found.borrow_mut().push(mistake);
                if !again {
                    break None;
                }
            }
        }
    };
    let mistakes = found.into_inner();
    let too_many = value.is_none() && mistakes.len() >= MAX_MISTAKES;
    Decoded { value, mistakes, too_many }
}

/// What was found wrong so far.
type Found = RefCell<Vec<Mistake>>;

/// Reads one node.
#[derive(Clone, Copy)]
struct Reader<'a, 't> {
    node: &'a Node<'t>,
    found: &'a Found,
}

impl<'a, 't> Reader<'a, 't> {
    fn is_full(self) -> bool {
        self.found.borrow().len() >= MAX_MISTAKES
    }

    /// The entries of a group; `known` are the keys that can stand in it, if they are fixed.
    fn entries(self, entries: &'a [Pair<'t>], known: &'static [&'static str]) -> Entries<'a, 't> {
        Entries { entries: entries.iter(), value: None, known, found: self.found }
    }

    fn collection<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        let result = match &self.node.kind {
            NodeKind::Sequence(items) => visitor.visit_seq(Items { items: items.iter(), found: self.found }),
            NodeKind::Mapping(entries) => visitor.visit_map(self.entries(entries, &[])),
            NodeKind::Scalar { text, .. } => visitor.visit_str(text),
            NodeKind::Broken => Err(Mistake::new(MistakeKind::Other("this cannot be read".to_owned()))),
        };
        result.map_err(|mistake| mistake.at(self.node.span))
    }

    /// What a plain scalar means by the YAML 1.2 core schema, as `serde_yaml` reads it.
    fn scalar<'de, V: Visitor<'de>>(self, text: &str, plain: bool, visitor: V) -> Result<V::Value, Mistake> {
        let meant = if plain && text.len() < 64 { serde_yaml::from_str::<serde_yaml::Value>(text).ok() } else { None };
        match meant {
            Some(serde_yaml::Value::Bool(b)) => visitor.visit_bool(b),
            Some(serde_yaml::Value::Null) => visitor.visit_unit(),
            Some(serde_yaml::Value::Number(n)) => match (n.as_u64(), n.as_i64(), n.as_f64()) {
                (Some(n), ..) => visitor.visit_u64(n),
                (None, Some(n), _) => visitor.visit_i64(n),
                (None, None, Some(n)) => visitor.visit_f64(n),
                (None, None, None) => visitor.visit_str(text),
            },
            _ => visitor.visit_str(text),
        }
        .map_err(|mistake: Mistake| mistake.at(self.node.span))
    }
}

impl<'de> Deserializer<'de> for Reader<'_, '_> {
    type Error = Mistake;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        match &self.node.kind {
            NodeKind::Scalar { text, plain } => self.scalar(text, *plain, visitor),
            _ => self.collection(visitor),
        }
    }

    /// Text is taken as it was written: `owner: no` and `on: 25` are text where text is wanted.
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        if self.node.is_null() {
            return visitor.visit_unit().map_err(|mistake: Mistake| mistake.at(self.node.span));
        }
        self.collection(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        if self.node.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    /// `keywords:` with nothing behind it is a list that was left out.
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        if self.node.is_null() {
            return visitor.visit_seq(Items { items: [].iter(), found: self.found });
        }
        self.deserialize_any(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        self.deserialize_struct("", &[], visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        known: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mistake> {
        match &self.node.kind {
            _ if self.node.is_null() => visitor.visit_map(self.entries(&[], known)),
            NodeKind::Sequence(_) => Err(de::Error::invalid_type(Unexpected::Seq, &visitor)),
            NodeKind::Mapping(entries) => visitor.visit_map(self.entries(entries, known)),
            NodeKind::Scalar { .. } | NodeKind::Broken => self.deserialize_any(visitor),
        }
        .map_err(|mistake: Mistake| mistake.at(self.node.span))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Mistake> {
        if name == SPANNED {
            let attempts = Placed { span: self.node.span, read: 0, inner: self, found: self.found, again: true };
            return visitor.visit_seq(attempts);
        }
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mistake> {
        match &self.node.kind {
            NodeKind::Scalar { text, .. } => {
                let word: StrDeserializer<'_, Mistake> = (&**text).into_deserializer();
                visitor.visit_enum(word)
            }
            NodeKind::Sequence(_) => Err(de::Error::invalid_type(Unexpected::Seq, &"a word")),
            NodeKind::Mapping(_) => Err(de::Error::invalid_type(Unexpected::Map, &"a word")),
            NodeKind::Broken => Err(de::Error::invalid_type(Unexpected::Other("what cannot be read"), &"a word")),
        }
        .map_err(|mistake: Mistake| mistake.at(self.node.span))
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char
        bytes byte_buf unit unit_struct tuple tuple_struct identifier
    }
}

struct Items<'a, 't> {
    items: std::slice::Iter<'a, Node<'t>>,
    found: &'a Found,
}

impl<'de> SeqAccess<'de> for Items<'_, '_> {
    type Error = Mistake;
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Mistake> {
        let Some(node) = self.items.by_ref().find(|node| !node.is_broken()) else {
            return Ok(None);
        };
        if node.is_null() {
            return Err(Mistake::new(MistakeKind::EmptyItem).at(node.span).leave_out(|| node.leave_out()));
        }
        let reader = Reader { node, found: self.found };
        seed.deserialize(reader).map(Some).map_err(|mistake| mistake.at(node.span).leave_out(|| node.leave_out()))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len())
    }
}

struct Entries<'a, 't> {
    entries: std::slice::Iter<'a, Pair<'t>>,
    value: Option<&'a Pair<'t>>,
    known: &'static [&'static str],
    found: &'a Found,
}

impl<'de> MapAccess<'de> for Entries<'_, '_> {
    type Error = Mistake;
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Mistake> {
        let Some(entry) = self.entries.by_ref().find(|entry| !entry.is_broken()) else {
            return Ok(None);
        };
        self.value = Some(entry);
        seed.deserialize(Key { entry, found: self.found })
            .map(Some)
            .map_err(|mistake| mistake.at(entry.key_span).leave_out(|| entry.leave_out()))
    }
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Mistake> {
        let Some(entry) = self.value.take() else {
            return Err(de::Error::custom("a value without a key"));
        };
        // A value left empty has no width of its own: its key is what can be shown.
        let place = if entry.value.is_absent() { entry.key_span } else { entry.value.span };
        seed.deserialize(Reader { node: &entry.value, found: self.found })
            .map_err(|mistake| mistake.of(entry, self.known).at(place).leave_out(|| entry.value.leave_out()))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.entries.len())
    }
}

/// A key, read as text.
#[derive(Clone, Copy)]
struct Key<'a, 't> {
    entry: &'a Pair<'t>,
    found: &'a Found,
}

impl<'de> Deserializer<'de> for Key<'_, '_> {
    type Error = Mistake;
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        visitor.visit_str(&self.entry.key)
    }
    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Mistake> {
        let span = self.entry.key_span;
        visitor.visit_seq(Placed { span, read: 0, inner: self, found: self.found, again: true })
    }
    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// Hands a [`Spanned`] its place and then its value, as often as it asks for it.
struct Placed<'a, D> {
    span: Span,
    read: u8,
    inner: D,
    found: &'a Found,
    /// False when asking again would find nothing else.
    again: bool,
}

impl<'de, D: Deserializer<'de, Error = Mistake> + Copy> SeqAccess<'de> for Placed<'_, D> {
    type Error = Mistake;
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Mistake> {
        let number = match self.read {
            0 => self.span.file.0,
            1 => self.span.start,
            2 => self.span.end,
            _ => return seed.deserialize(self.inner).map(Some).map_err(|mistake| self.noted(mistake)),
        };
        self.read += 1;
        seed.deserialize(number.into_deserializer()).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(usize::from(self.again))
    }
}

impl<D> Placed<'_, D> {
    /// Keeps a mistake whose part was marked, so that the value can be read again without it; one of the value
    /// as a whole is handed on.
    fn noted(&mut self, mistake: Mistake) -> Mistake {
        let mut found = self.found.borrow_mut();
        self.again = mistake.left_out && found.len() + 1 < MAX_MISTAKES;
        if !self.again {
            return mistake;
        }
        found.push(mistake);
        Mistake::new(MistakeKind::Other(String::new()))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Spanned<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InPlace<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for InPlace<T> {
            type Value = Spanned<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let missing = || de::Error::custom("a value without a place");
                let file = seq.next_element()?.ok_or_else(missing)?;
                let start = seq.next_element()?.ok_or_else(missing)?;
                let end = seq.next_element()?.ok_or_else(missing)?;
                let value = loop {
                    match seq.next_element() {
                        Ok(value) => break value.ok_or_else(missing)?,
                        Err(mistake) if seq.size_hint() == Some(0) => return Err(mistake),
                        Err(_) => {}
                    }
                };
                Ok(Spanned { value, span: Span { file: FileId(file), start, end } })
            }
        }
        deserializer.deserialize_newtype_struct(SPANNED, InPlace(std::marker::PhantomData))
    }
}
