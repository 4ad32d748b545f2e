//! A YAML tree → the types of [`super::schema`], with every mistake told, not only the first.
//!
//! serde stops at the first error. So a tree is decoded again and again, each time leaving out the
//! parts that were found wrong before, until the rest is right or nothing is left.

use std::collections::HashSet;
use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor,
};
use serde::{Deserialize, forward_to_deserialize_any};

use super::gaps::{Gaps, is_meant};
use super::mistake::{Mistake, What};
use super::yaml::{Entry, Kind, Node};
use crate::diagnostic::{Diagnostic, Diagnostics, FileId, Span, Spanned};

/// After so many mistakes in one file the rest is not told: it is not a catalog file.
const MAX_MISTAKES: usize = 100;

/// The name by which a [`Spanned`] asks for its place.
const SPANNED: &str = "$luukku::Spanned";

/// Decodes a tree. `None` when its root is not what `T` needs; the mistakes are in `diagnostics`,
/// what they cost in `gaps`.
pub(super) fn decode<T: DeserializeOwned>(
    root: &Node<'_>,
    diagnostics: &mut Diagnostics,
    gaps: &mut Gaps,
) -> Option<T> {
    let mut left_out = HashSet::new();
    for _ in 0..MAX_MISTAKES {
        match T::deserialize(Reader { node: root, left_out: &left_out }) {
            Ok(value) => {
                note_gaps(root, &mut Vec::new(), &left_out, gaps);
                return Some(value);
            }
            Err(mistake) => {
                let consequence = match (&mistake.kind, mistake.span) {
                    (What::MissingKey(key), Some(span)) => is_echo(root, span, key, &left_out),
                    _ => false,
                };
                let prune = mistake.prune;
                if !consequence {
                    diagnostics.push(mistake.told(root.span));
                }
                if !left_out.insert(prune?) {
                    return None;
                }
            }
        }
    }
    diagnostics.push(
        Diagnostic::error(
            "too-many-mistakes",
            Span::top(root.span.file),
            format!("more than {MAX_MISTAKES} mistakes in this file; the rest is not told"),
        )
        .why("a file that differs so much is probably not the kind of file that belongs in this place")
        .help("compare it with a neighbour's file"),
    );
    None
}

/// True when a missing key in the group at `group` is only the echo of a mistake that has been
/// told: its value was left out, or it is written so that it is not known.
fn is_echo(node: &Node<'_>, group: Span, key: &str, left_out: &HashSet<Span>) -> bool {
    match &node.kind {
        Kind::Scalar { .. } => false,
        Kind::Sequence(items) => items.iter().any(|item| is_echo(item, group, key, left_out)),
        Kind::Mapping(entries) if node.span == group => entries
            .iter()
            .any(|e| left_out.contains(&e.value.span) || left_out.contains(&e.key_span) && is_meant(&e.key, key)),
        Kind::Mapping(entries) => entries.iter().any(|e| is_echo(&e.value, group, key, left_out)),
    }
}

/// Notes what is not in the value: what was left out, and keys with nothing behind them.
fn note_gaps<'n>(node: &'n Node<'_>, path: &mut Vec<&'n str>, left_out: &HashSet<Span>, gaps: &mut Gaps) {
    match &node.kind {
        Kind::Scalar { .. } => {}
        Kind::Sequence(items) => {
            for item in items {
                match left_out.contains(&item.span) {
                    true => gaps.leave_out(path, item.span),
                    false => note_gaps(item, path, left_out, gaps),
                }
            }
        }
        Kind::Mapping(entries) => {
            for entry in entries {
                path.push(&entry.key);
                if left_out.contains(&entry.key_span) || left_out.contains(&entry.value.span) {
                    gaps.leave_out(path, entry.key_span);
                } else if entry.value.is_nothing() {
                    gaps.leave_empty(path, entry.key_span);
                } else {
                    note_gaps(&entry.value, path, left_out, gaps);
                }
                path.pop();
            }
        }
    }
}

/// Reads one node.
#[derive(Clone, Copy)]
struct Reader<'a, 't> {
    node: &'a Node<'t>,
    left_out: &'a HashSet<Span>,
}

impl<'a, 't> Reader<'a, 't> {
    fn collection<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        let result = match &self.node.kind {
            Kind::Sequence(items) => visitor.visit_seq(Items { items: items.iter(), left_out: self.left_out }),
            Kind::Mapping(entries) => {
                visitor.visit_map(Entries { entries: entries.iter(), value: None, left_out: self.left_out })
            }
            Kind::Scalar { text, .. } => visitor.visit_str(text),
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
            Kind::Scalar { text, plain } => self.scalar(text, *plain, visitor),
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
            return visitor.visit_seq(Items { items: [].iter(), left_out: self.left_out });
        }
        self.deserialize_any(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        if self.node.is_null() {
            let nothing = Entries { entries: [].iter(), value: None, left_out: self.left_out };
            return visitor.visit_map(nothing).map_err(|mistake| mistake.at(self.node.span));
        }
        match &self.node.kind {
            Kind::Sequence(_) => Err(de::Error::invalid_type(Unexpected::Seq, &visitor)),
            _ => self.deserialize_any(visitor),
        }
        .map_err(|mistake: Mistake| mistake.at(self.node.span))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mistake> {
        self.deserialize_map(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Mistake> {
        if name == SPANNED {
            return visitor.visit_seq(Placed { span: self.node.span, read: 0, inner: Some(self) });
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
            Kind::Scalar { text, .. } => {
                let word: StrDeserializer<'_, Mistake> = (&**text).into_deserializer();
                visitor.visit_enum(word)
            }
            Kind::Sequence(_) => Err(de::Error::invalid_type(Unexpected::Seq, &"a word")),
            Kind::Mapping(_) => Err(de::Error::invalid_type(Unexpected::Map, &"a word")),
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
    left_out: &'a HashSet<Span>,
}

impl<'de> SeqAccess<'de> for Items<'_, '_> {
    type Error = Mistake;
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Mistake> {
        let Some(node) = self.items.by_ref().find(|node| !self.left_out.contains(&node.span)) else {
            return Ok(None);
        };
        if node.is_null() {
            return Err(Mistake::new(What::EmptyItem).at(node.span).leave_out(node.span));
        }
        let reader = Reader { node, left_out: self.left_out };
        seed.deserialize(reader).map(Some).map_err(|mistake| mistake.at(node.span).leave_out(node.span))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len())
    }
}

struct Entries<'a, 't> {
    entries: std::slice::Iter<'a, Entry<'t>>,
    value: Option<&'a Entry<'t>>,
    left_out: &'a HashSet<Span>,
}

impl<'de> MapAccess<'de> for Entries<'_, '_> {
    type Error = Mistake;
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Mistake> {
        let left_out = self.left_out;
        let Some(entry) =
            self.entries.by_ref().find(|e| !left_out.contains(&e.key_span) && !left_out.contains(&e.value.span))
        else {
            return Ok(None);
        };
        self.value = Some(entry);
        seed.deserialize(Key { entry })
            .map(Some)
            .map_err(|mistake| mistake.of(entry).at(entry.key_span).leave_out(entry.key_span))
    }
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Mistake> {
        let Some(entry) = self.value.take() else {
            return Err(de::Error::custom("a value without a key"));
        };
        // A value left empty has no width of its own: its key is what can be shown and left out.
        let place = if entry.value.span.start == entry.value.span.end { entry.key_span } else { entry.value.span };
        seed.deserialize(Reader { node: &entry.value, left_out: self.left_out })
            .map_err(|mistake| mistake.of(entry).at(place).leave_out(place))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.entries.len())
    }
}

/// A key, read as text.
struct Key<'a, 't> {
    entry: &'a Entry<'t>,
}

impl<'de> Deserializer<'de> for Key<'_, '_> {
    type Error = Mistake;
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        visitor.visit_str(&self.entry.key)
    }
    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Mistake> {
        visitor.visit_seq(Placed { span: self.entry.key_span, read: 0, inner: Some(self) })
    }
    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// Hands a [`Spanned`] its place and then its value.
struct Placed<D> {
    span: Span,
    read: u8,
    inner: Option<D>,
}

impl<'de, D: Deserializer<'de, Error = Mistake>> SeqAccess<'de> for Placed<D> {
    type Error = Mistake;
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Mistake> {
        let number = match self.read {
            0 => self.span.file.0,
            1 => self.span.start,
            2 => self.span.end,
            _ => {
                return self.inner.take().map(|inner| seed.deserialize(inner)).transpose();
            }
        };
        self.read += 1;
        seed.deserialize(number.into_deserializer()).map(Some)
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
                let value = seq.next_element()?.ok_or_else(missing)?;
                Ok(Spanned { value, span: Span { file: FileId(file), start, end } })
            }
        }
        deserializer.deserialize_newtype_struct(SPANNED, InPlace(std::marker::PhantomData))
    }
}
