//! Signs and numbers that stand in the items of a list, before which readers see a sign or number anyway.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostic::{Span, marks};
use crate::model::{LocaleId, Text, TextList};

/// What readers would see: where the item stands, its text, the bytes of the sign or number, what is wrong.
pub(super) type Shown<'t> = (Span, &'t str, Range<usize>, String);

/// The signs of a list of texts.
pub(super) fn of_list(list: &TextList) -> Vec<Shown<'_>> {
    by_language(list.written())
}

/// The signs of the texts of several groups, such as the steps of a service.
pub(super) fn of_texts<'t>(texts: impl Iterator<Item = &'t Text>) -> Vec<Shown<'t>> {
    by_language(texts.flat_map(|text| text.written().map(|(locale, text)| (*locale, &*text.value, text.span))))
}

fn by_language<'t>(items: impl Iterator<Item = (LocaleId, &'t str, Span)>) -> Vec<Shown<'t>> {
    let mut lists: BTreeMap<LocaleId, Vec<(&str, Span)>> = BTreeMap::new();
    for (locale, text, span) in items {
        lists.entry(locale).or_default().push((text, span));
    }
    lists.into_values().filter_map(|items| first(&items)).collect()
}

/// The first sign: a bullet of any item, or the numbers of the first two.
fn first<'t>(items: &[(&'t str, Span)]) -> Option<Shown<'t>> {
    let bullet = items.iter().find_map(|(text, span)| {
        let (sign, rest) = marks::signed(text).filter(|(sign, _)| marks::is_plain(*sign))?;
        let what = format!("`{sign}` stands before this item of a list, which has its own sign on the page");
        Some((*span, *text, 0..text.len() - rest.len(), what))
    });
    bullet.or_else(|| {
        let &[(text, span), (next, _), ..] = items else { return None };
        let (number, _) = marks::numbered(text)?;
        let (second, _) = marks::numbered(next)?;
        let bare = |mark: &'t str| mark.trim_matches(['(', ')', '.']);
        let follows = matches!((bare(number), bare(second)), ("1", "1" | "2") | ("a", "b"));
        let what = format!("`{number}` stands before this item, and the list numbers or marks its items itself");
        follows.then_some((span, text, 0..number.len(), what))
    })
}
