//! What the documents lack although its author wrote something: parts with a mistake that has been
//! reported, and keys with nothing behind them. Whoever misses a key looks here first, so that one slip
//! makes one finding, in its own line.

use std::collections::BTreeMap;

use super::other_words;
use crate::diagnostic::{FileId, Span, nearest};
use crate::yaml::{Node, NodeKind};

/// The gaps of all files.
#[derive(Clone, Debug, Default)]
pub struct Gaps {
    reported: BTreeMap<FileId, Vec<Gap>>,
    empty: BTreeMap<FileId, Vec<Gap>>,
}

/// One gap: the keys that lead to it, and where it is. A group's gap lies within it.
#[derive(Clone, Debug)]
struct Gap {
    path: Vec<String>,
    at: Span,
    /// True when not a sign stands behind the key, so that its author has probably forgotten it.
    absent: bool,
}

impl Gap {
    /// True when it lies in a group; the top of a file stands for all of the file.
    fn is_in(&self, group: Span) -> bool {
        group.end == 0 || group.start <= self.at.start && self.at.end <= group.end
    }

    /// True when its author meant this key of the group.
    fn is_meant_as(&self, group: Span, key: &str) -> bool {
        let depth = if group.end == 0 { 1 } else { self.path.len() };
        self.is_in(group) && self.path.iter().take(depth).any(|word| is_meant(word, key))
    }
}

impl Gaps {
    /// Notes what a tree lacks: what is broken in it, and keys with nothing behind them.
    pub(super) fn note(&mut self, root: &Node<'_>) {
        self.walk(root, &mut Vec::new());
    }

    fn walk<'n>(&mut self, node: &'n Node<'_>, path: &mut Vec<&'n str>) {
        match &node.kind {
            NodeKind::Scalar { .. } | NodeKind::Broken => {}
            NodeKind::Sequence(items) => {
                for item in items {
                    match item.is_broken() {
                        true => self.reported.entry(item.span.file).or_default().push(gap(path, item.span, false)),
                        false => self.walk(item, path),
                    }
                }
            }
            NodeKind::Mapping(entries) => {
                for entry in entries {
                    path.push(&entry.key);
                    let (file, at) = (entry.key_span.file, entry.key_span);
                    if entry.is_broken() {
                        self.reported.entry(file).or_default().push(gap(path, at, false));
                    } else if entry.value.is_nothing() {
                        self.empty.entry(file).or_default().push(gap(path, at, entry.value.is_absent()));
                    } else {
                        self.walk(&entry.value, path);
                    }
                    path.pop();
                }
            }
        }
    }

    /// Takes the gaps of another file.
    pub(super) fn append(&mut self, other: Self) {
        self.reported.extend(other.reported);
        self.empty.extend(other.empty);
    }

    /// The paths of what was left out, as far as they were reported.
    pub(super) fn paths(&self) -> impl Iterator<Item = &[String]> {
        self.reported.values().flatten().map(|gap| gap.path.as_slice())
    }

    /// True when a mistake in this group was reported.
    pub fn any(&self, group: Span) -> bool {
        of(&self.reported, group).any(|gap| gap.is_in(group))
    }

    /// True when a mistake was reported that may be why the group lacks this key.
    pub fn reported(&self, group: Span, key: &str) -> bool {
        of(&self.reported, group).any(|gap| gap.is_meant_as(group, key))
    }

    /// The keys with not a sign behind them, and where they stand. An urgency alone is none: what it promises stands
    /// in the company's standard of that name.
    pub fn left_empty(&self) -> impl Iterator<Item = (&str, Span)> {
        let is_urgency = |gap: &&Gap| matches!(gap.path.as_slice(), [.., parent, _] if parent == "standards");
        let absent = self.empty.values().flatten().filter(|gap| gap.absent);
        absent.filter(move |gap| !is_urgency(gap)).filter_map(|gap| Some((gap.path.last()?.as_str(), gap.at)))
    }

    /// Where the group has this key with nothing behind it.
    pub fn empty(&self, group: Span, key: &str) -> Option<Span> {
        let last = |gap: &Gap| gap.path.last().is_some_and(|last| last == key);
        of(&self.empty, group).find(|gap| last(gap) && gap.is_meant_as(group, key)).map(|gap| gap.at)
    }
}

/// True when a word is a key, or was probably meant as one.
pub(super) fn is_meant(word: &str, key: &str) -> bool {
    word == key || nearest(word, [key]).is_some() || !other_words::meant(word, &[key]).is_empty()
}

fn gap(path: &[&str], at: Span, absent: bool) -> Gap {
    Gap { path: path.iter().map(|key| (*key).to_owned()).collect(), at, absent }
}

fn of(gaps: &BTreeMap<FileId, Vec<Gap>>, group: Span) -> impl Iterator<Item = &Gap> {
    gaps.get(&group.file).into_iter().flatten()
}
