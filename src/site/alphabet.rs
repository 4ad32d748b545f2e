//! All words by which people look for something, by the letters of a language: names of services, articles, journeys,
//! teams, departments and people, and what is said of them.

use std::borrow::Cow;
use std::collections::HashSet;

use super::everyday::EverydayWords;
use super::letters::{self, Initial, LetterPart, by_letter};
use crate::i18n::Words;
use crate::publish::{EntryId, LocaleId, Published, ServiceId, TextList};

/// A word and the entry that it leads to.
#[derive(Debug)]
pub(crate) struct Word<'a> {
    text: Cow<'a, str>,
    /// Where in the text the words begin under which it is filed.
    filed_at: usize,
    pub(crate) entry: EntryId,
    pub(crate) own_name: bool,
}

impl Word<'_> {
    /// What is said before the words under which it is filed, then these.
    pub(crate) fn parts(&self) -> (&str, &str) {
        self.text.split_at(self.filed_at)
    }

    /// All of it.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }
}

/// With more words than this, the index has a page for each letter.
const WORDS_ON_A_PAGE: usize = 2_500;

/// At most so many words of a letter stand on one page.
const WORDS_IN_A_PART: usize = 600;

/// The parts of an index; none where it is on one page.
pub(crate) fn parts(alphabet: &[Initial<Word<'_>>]) -> Vec<LetterPart> {
    letters::parts(alphabet, WORDS_ON_A_PAGE, WORDS_IN_A_PART)
}

/// All words of a language by their letters.
pub(super) fn alphabet<'a>(
    published: &'a Published<'a>,
    (services, everyday): (&[ServiceId], &EverydayWords<'_>),
    locale: LocaleId,
    words: &Words<'_>,
) -> Vec<Initial<Word<'a>>> {
    let little = words.text("a_to_z.skip");
    let mut index = Index { locale, little: little.split_whitespace().collect(), all: Vec::new() };
    let names = everyday.names(locale);
    for id in services {
        let service = published.service(*id);
        let also = names.get(id).into_iter().flatten().map(|text| Cow::Owned((*text).to_owned()));
        index.add(EntryId::Service(*id), service.name.str(locale), &[service.asked_as, service.keywords], also);
    }
    for article in published.articles() {
        let said = [article.asked_as, article.keywords];
        index.add(EntryId::Article(article.key), article.title.str(locale), &said, []);
    }
    for journey in published.journeys() {
        let said = [journey.asked_as, journey.keywords];
        index.add(EntryId::Journey(journey.key), journey.name.str(locale), &said, []);
    }
    for team in published.teams() {
        index.add(EntryId::Team(team.key), team.name.str(locale), &[team.keywords], []);
    }
    for department in published.departments() {
        let name = department.name.str(locale);
        index.add(EntryId::Department(department.key), name, &[department.keywords], []);
    }
    for person in published.people() {
        index.add(EntryId::Person(person.key), person.name.str(locale), &[], []);
    }
    for place in published.places() {
        index.add(EntryId::Place(place.key), place.name.str(locale), &[], []);
    }
    by_letter(index.all, |word| word.parts().1, words)
}

/// The index of a language, while it is made.
struct Index<'a, 'w> {
    locale: LocaleId,
    /// Words that carry no meaning: nobody looks for "I am ill" under I.
    little: HashSet<&'w str>,
    all: Vec<Word<'a>>,
}

impl<'a> Index<'a, '_> {
    /// An entry under its name, then under all that is said of it, each once.
    fn add(
        &mut self,
        entry: EntryId,
        name: Cow<'a, str>,
        said: &[TextList<'a>],
        also: impl IntoIterator<Item = Cow<'a, str>>,
    ) {
        let mut known = HashSet::from([name.to_ascii_lowercase()]);
        // A person's name is whole, whatever its words mean elsewhere.
        let filed_at = if matches!(entry, EntryId::Person(_)) { 0 } else { self.meaning(&name) };
        self.all.push(Word { text: name, filed_at, entry, own_name: true });
        let said = said.iter().flat_map(|list| list.get(self.locale)).map(|text| Cow::Borrowed(&**text));
        for text in said.chain(also) {
            if known.insert(text.to_ascii_lowercase()) {
                let filed_at = self.meaning(&text);
                self.all.push(Word { text, filed_at, entry, own_name: false });
            }
        }
    }

    /// Where the first word of a text begins that carries meaning; its beginning where there is none.
    fn meaning(&self, text: &str) -> usize {
        let mut begins = 0;
        for word in text.split_inclusive(char::is_whitespace) {
            if !self.is_little(word.trim_matches(|sign: char| !sign.is_alphanumeric())) {
                return begins;
            }
            begins += word.len();
        }
        0
    }

    /// Whether a word carries no meaning by itself. What is written in capitals is a name: IT is no "it".
    fn is_little(&self, word: &str) -> bool {
        let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
        if capitals > 1 || word.is_empty() {
            return word.is_empty();
        }
        self.little.contains(&*word.to_lowercase().replace('’', "'"))
    }
}
