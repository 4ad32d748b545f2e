//! Everything under every word by which people look for it: on one page, or on a page for each letter where they are
//! too many for one.

use serde::Serialize;

use super::view::{Head, PageView};
use crate::markdown::{Html, Markup};
use crate::pages::parts::letters::{LetterLink, Letters};
use crate::publish::EntryId;
use crate::site::alphabet::{self, Word};
use crate::site::letters::{Initial, LetterPart};
use crate::site::phrase::{Link, Phrase, html};
use crate::site::reader::Reader;
use crate::site::search_box::SearchBox;
use crate::site::{Place, menu};

/// The index, or one letter of it.
#[derive(Debug, Serialize)]
pub struct AToZView<'a> {
    /// The letters that have entries, in the language's order.
    pub letters: Vec<LetterLink>,
    /// The parts of this letter, where it has several.
    pub parts: Vec<Link<'a>>,
    /// The way to all people, where people are named.
    pub people: Option<Link<'a>>,
    /// The search box, where the words stand on pages of their own.
    pub search: Option<SearchBox>,
    /// The letters that are shown on this page.
    pub shown: Vec<LetterView<'a>>,
}

/// One letter.
#[derive(Debug, Serialize)]
pub struct LetterView<'a> {
    /// The letter.
    pub letter: &'a str,
    /// The name of its place on the page.
    pub anchor: String,
    /// The services, articles and journeys that are called so.
    pub names: Vec<WordView<'a>>,
    /// The teams, departments and people that are called so, and the everyday words; none where they stand on a page
    /// of their own.
    pub others: Vec<WordView<'a>>,
    /// How many these are, in words.
    pub more: String,
    /// The same, and the way to them where they stand elsewhere.
    pub elsewhere: Option<Link<'a>>,
    /// True where there are so few words in all that none need to be folded.
    pub open: bool,
}

/// A word.
#[derive(Debug, Serialize)]
pub struct WordView<'a> {
    /// The kind of entry, for those under their own names.
    pub kind: &'static str,
    /// Where it leads.
    pub href: String,
    /// What is said; what stands before the words under which it is filed is marked, and so is a name in another
    /// language.
    pub words: Html,
    /// What it is, or the name of what it leads to.
    pub see: Phrase<'a>,
}

/// With more words than this in all, only what helps at once is in sight under its letter; the rest folds.
const WORDS_IN_SIGHT: usize = 150;

/// With more names than this, the first page holds letters only.
const NAMES_ON_A_PAGE: usize = 1_500;

impl<'a> PageView<'a> for AToZView<'a> {
    type Of = Option<LetterPart>;

    fn new(part: Option<LetterPart>, reader: Reader<'a>) -> Self {
        let letters = letters(part, reader);
        let people = Place::People(None);
        let shown = match part {
            None if !letters.parts.is_empty() => names(&letters),
            _ => letters.shown().map(|(initial, words)| letter_view(initial, words, reader)).collect(),
        };
        Self {
            letters: letters.links(),
            parts: letters.siblings(|word| word.text().to_owned()),
            people: reader.published().has_people().then(|| menu::link(people, reader)),
            search: SearchBox::instead_of_a_list(Place::AToZ(part), reader),
            shown,
        }
    }

    fn head(part: Option<LetterPart>, reader: Reader<'a>) -> Head<'a> {
        letters(part, reader).head()
    }
}

fn letters<'a>(here: Option<LetterPart>, reader: Reader<'a>) -> Letters<'a, Word<'a>> {
    let all = reader.edition.alphabet(reader.locale());
    Letters { all, parts: alphabet::parts(all), here, place: Place::AToZ, reader }
}

/// What helps at once, under all letters; the rest is left to their pages. Nothing where even that is too long.
fn names<'a>(letters: &Letters<'a, Word<'a>>) -> Vec<LetterView<'a>> {
    let view = |initial: &'a Initial<Word<'a>>| {
        let mut view = letter_view(initial, &initial.entries, letters.reader);
        let part = letters.parts.iter().find(|part| part.letter == initial.sign());
        let href = part.map(|part| letters.reader.href(Place::AToZ(Some(*part))));
        let is_more = !std::mem::take(&mut view.others).is_empty();
        view.elsewhere = is_more.then(|| Link { href, name: Phrase::own(view.more.clone()) });
        view
    };
    let shown: Vec<_> = letters.all.iter().map(view).collect();
    if shown.iter().map(|letter| letter.names.len()).sum::<usize>() <= NAMES_ON_A_PAGE { shown } else { Vec::new() }
}

fn letter_view<'a>(initial: &'a Initial<Word<'a>>, words: &'a [Word<'a>], reader: Reader<'a>) -> LetterView<'a> {
    let helps = |word: &Word<'_>| matches!(word.entry, EntryId::Service(_) | EntryId::Article(_) | EntryId::Journey(_));
    let (names, others): (Vec<_>, Vec<_>) = words.iter().partition(|word| word.own_name && helps(word));
    let all: usize = reader.edition.alphabet(reader.locale()).iter().map(|initial| initial.entries.len()).sum();
    let told = [("letter", &*initial.letter), ("n", &*others.len().to_string())];
    let more = reader.words().format("a_to_z.more", &told);
    LetterView {
        letter: &initial.letter,
        anchor: initial.anchor(),
        more,
        elsewhere: None,
        names: names.into_iter().map(|word| word_view(word, reader)).collect(),
        others: others.into_iter().map(|word| word_view(word, reader)).collect(),
        open: all <= WORDS_IN_SIGHT,
    }
}

fn word_view<'a>(word: &'a Word<'a>, reader: Reader<'a>) -> WordView<'a> {
    let (kind, what) = kind(word.entry, reader);
    let link = reader.entry(word.entry);
    let (before, filed) = word.parts();
    let filed = Phrase { text: filed.into(), foreign: link.name.foreign.filter(|_| word.own_name) };
    let words = |markup: &mut Markup| {
        if !before.is_empty() {
            markup.element("i", &[], |inside| {
                inside.text(before);
            });
        }
        filed.push(markup);
    };
    WordView {
        kind: if word.own_name { kind } else { "" },
        href: link.href.unwrap_or_default(),
        words: html(words),
        see: if word.own_name { what } else { link.name },
    }
}

/// The word for a kind of entry, and what says best which one it is.
fn kind<'a>(entry: EntryId, reader: Reader<'a>) -> (&'static str, Phrase<'a>) {
    let published = reader.published();
    let word = |key: &str| Phrase::own(reader.words().text(key));
    match entry {
        EntryId::Service(id) => ("service", reader.home(published.doer(id)).name),
        EntryId::Team(id) => ("team", reader.department(published.team(id).department.key).name),
        EntryId::Department(_) => ("department", word("search.unit")),
        EntryId::Article(_) => ("article", word("search.article")),
        EntryId::Journey(_) => ("journey", word("search.journey")),
        EntryId::Place(_) => ("place", word("search.place")),
        EntryId::Person(id) => {
            let person = published.person(id);
            let team = || person.team.map(|team| reader.home(team).name);
            ("person", reader.maybe(person.title).or_else(team).unwrap_or_else(|| word("search.person")))
        }
    }
}
