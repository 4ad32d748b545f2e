//! All words by which services are looked for, by the letters of a language.

use std::borrow::Cow;

use super::everyday::EverydayWords;
use super::part::Share;
use crate::i18n::Words;
use crate::publish::{LocaleId, Published, Service, ServiceId};

/// A letter and the words that begin with it.
#[derive(Debug)]
pub(crate) struct Initial<'a> {
    pub(crate) letter: String,
    pub(crate) words: Vec<Word<'a>>,
}

/// A word and the service that it leads to.
#[derive(Debug)]
pub(crate) struct Word<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) service: ServiceId,
    pub(crate) own_name: bool,
}

/// With more words than this, the index has a page for each letter.
const WORDS_ON_A_PAGE: usize = 2_500;

/// At most so many words of a letter stand on one page.
const WORDS_IN_A_PART: usize = 600;

/// A part of the index: the words of a letter, or some of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LetterPart {
    /// The letter.
    pub letter: char,
    /// Which of the letter's parts.
    pub share: Share,
}

impl LetterPart {
    /// The name of its file.
    pub(super) fn file(self) -> Cow<'static, str> {
        self.share.file(letter_name(self.letter).into())
    }
}

impl Initial<'_> {
    /// The first sign of its heading, by which it is told from others.
    pub(crate) fn sign(&self) -> char {
        self.letter.chars().next().unwrap_or('#')
    }

    /// The name of its place on the page.
    pub(crate) fn anchor(&self) -> String {
        format!("letter-{}", letter_name(self.sign()))
    }
}

/// A letter's name in addresses: the same whichever others have words, and in no need of an escape.
fn letter_name(letter: char) -> String {
    match letter {
        'A'..='Z' => letter.to_ascii_lowercase().to_string(),
        '0' => "digits".to_owned(),
        '#' => "signs".to_owned(),
        other => format!("u{:04x}", u32::from(other)),
    }
}

/// The parts of an index; none where it is on one page.
pub(crate) fn parts(alphabet: &[Initial<'_>]) -> Vec<LetterPart> {
    let words = alphabet.iter().map(|initial| initial.words.len()).sum::<usize>();
    if words <= WORDS_ON_A_PAGE {
        return Vec::new();
    }
    let parts = |initial: &Initial<'_>| {
        let letter = initial.sign();
        Share::all(initial.words.len(), WORDS_IN_A_PART).map(move |share| LetterPart { letter, share })
    };
    alphabet.iter().flat_map(parts).collect()
}

/// All words of a language by their letters.
pub(crate) fn alphabet<'a>(
    published: &'a Published<'a>,
    (services, everyday): (&[ServiceId], &EverydayWords<'_>),
    locale: LocaleId,
    words: &Words<'_>,
) -> Vec<Initial<'a>> {
    let articles = words.text("a_to_z.skip");
    let names = everyday.names(locale);
    let key = |text: &str| words.sort_key(without_article(text, &articles));
    let mut all: Vec<(Vec<u8>, Word<'a>)> = Vec::new();
    for id in services {
        let service = published.service(*id);
        let name = service.name.str(locale);
        for text in other_words(&service, &name, locale) {
            all.push((key(text), Word { text: text.into(), service: *id, own_name: false }));
        }
        for text in names.get(id).into_iter().flatten() {
            all.push((key(text), Word { text: (*text).to_owned().into(), service: *id, own_name: false }));
        }
        all.push((key(&name), Word { text: name, service: *id, own_name: true }));
    }
    // The name before the service's other words.
    all.sort_by(|a, b| (&a.0, a.1.service, !a.1.own_name).cmp(&(&b.0, b.1.service, !b.1.own_name)));
    let mut letters: Vec<(Vec<u8>, Initial<'a>)> = Vec::new();
    for (_, word) in all {
        let letter = words.initial(without_article(&word.text, &articles)).into_owned();
        match letters.iter_mut().find(|(_, initial)| initial.letter == letter) {
            Some((_, initial)) => initial.words.push(word),
            None => letters.push((words.sort_key(&letter), Initial { letter, words: vec![word] })),
        }
    }
    letters.sort_by(|a, b| (a.1.letter == "#", &a.0).cmp(&(b.1.letter == "#", &b.0)));
    letters.into_iter().map(|(_, initial)| initial).collect()
}

/// A text without the article before its first noun: nobody looks for "a badge" under A.
fn without_article<'t>(text: &'t str, articles: &str) -> &'t str {
    let is_article = |word: &str| articles.split_whitespace().any(|article| article == word.to_lowercase());
    text.split_once(' ').filter(|(first, _)| is_article(first)).map_or(text, |(_, rest)| rest.trim_start())
}

/// The everyday words of a service, each once and none that is its name.
fn other_words<'a>(service: &Service<'a>, name: &str, locale: LocaleId) -> impl Iterator<Item = &'a str> {
    let mut words: Vec<&'a str> = Vec::new();
    for word in service.asked_as.get(locale).iter().chain(service.keywords.get(locale)) {
        let known = word.eq_ignore_ascii_case(name) || words.iter().any(|known| known.eq_ignore_ascii_case(word));
        if !known {
            words.push(word);
        }
    }
    words.into_iter()
}
