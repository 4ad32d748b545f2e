//! All people who may be named, by the letters of their names.

use std::borrow::Cow;

use super::letters::{self, Initial, LetterPart, by_letter};
use crate::i18n::Words;
use crate::publish::{LocaleId, PersonId, Published};

/// With more people than this, the directory has a page for each letter.
const PEOPLE_ON_A_PAGE: usize = 250;

/// At most so many people of a letter stand on one page.
const PEOPLE_IN_A_PART: usize = 200;

/// All people by their letters.
pub(super) fn directory(published: &Published<'_>, locale: LocaleId, words: &Words<'_>) -> Vec<Initial<PersonId>> {
    let named: Vec<(Cow<'_, str>, PersonId)> =
        published.people().map(|person| (person.name.str(locale), person.key)).collect();
    let ids = |initial: Initial<(Cow<'_, str>, PersonId)>| Initial {
        letter: initial.letter,
        entries: initial.entries.into_iter().map(|(_, person)| person).collect(),
    };
    by_letter(named, |(name, _)| name, words).into_iter().map(ids).collect()
}

/// The parts of the directory; none where it is on one page.
pub(crate) fn parts(directory: &[Initial<PersonId>]) -> Vec<LetterPart> {
    letters::parts(directory, PEOPLE_ON_A_PAGE, PEOPLE_IN_A_PART)
}
