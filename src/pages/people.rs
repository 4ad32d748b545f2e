//! The directory: everybody who may be named, by name. Who they are, how to call them, whether they are here today.

use serde::Serialize;

use super::view::{Head, PageView};
use crate::pages::parts::channel::ChannelView;
use crate::pages::parts::entries::away_badge;
use crate::pages::parts::letters::{LetterLink, Letters};
use crate::pages::parts::portrait::PortraitView;
use crate::publish::PersonId;
use crate::site::clock::Ticks;
use crate::site::letters::LetterPart;
use crate::site::phrase::{Badge, Fact, Link};
use crate::site::reader::Reader;
use crate::site::search_box::SearchBox;
use crate::site::{Place, directory, menu};

/// The directory, or one letter of it.
#[derive(Debug, Serialize)]
pub struct PeopleView<'a> {
    /// The letters that have people, in the language's order.
    pub letters: Vec<LetterLink>,
    /// The parts of this letter, where it has several.
    pub parts: Vec<Link<'a>>,
    /// The way to the numbers of teams and services.
    pub contacts: Option<Link<'a>>,
    /// The search box, where people stand on pages of their own.
    pub search: Option<SearchBox>,
    /// The letters that are shown on this page.
    pub shown: Vec<PeopleOfLetter<'a>>,
    /// Whether it is known of somebody when they are at work.
    pub tells_hours: bool,
}

/// The people of one letter.
#[derive(Debug, Serialize)]
pub struct PeopleOfLetter<'a> {
    /// The letter.
    pub letter: &'a str,
    /// The name of its place on the page.
    pub anchor: String,
    /// By name.
    pub people: Vec<PersonRow<'a>>,
}

/// A person in the directory.
#[derive(Debug, Serialize)]
pub struct PersonRow<'a> {
    /// Their face.
    pub portrait: PortraitView,
    /// Their name, leading to their page.
    pub link: Link<'a>,
    /// What they do, and where.
    pub facts: Vec<Fact<'a>>,
    /// The languages that they speak, to find them by.
    pub languages: String,
    /// Their own number, where the company shows it.
    pub phone: Option<ChannelView<'a>>,
    /// A word when they are away.
    pub away: Option<Badge>,
    /// When they are at work, by their team's hours.
    pub hours: Option<&'a str>,
    /// The number of its calendar.
    pub calendar: Option<usize>,
}

impl<'a> PageView<'a> for PeopleView<'a> {
    type Of = Option<LetterPart>;

    fn new(part: Option<LetterPart>, reader: Reader<'a>) -> Self {
        let letters = letters(part, reader);
        let name = |person: &PersonId| reader.person(*person).name.text.into_owned();
        let shown: Vec<PeopleOfLetter<'a>> = letters
            .shown()
            .map(|(initial, people)| PeopleOfLetter {
                letter: &initial.letter,
                anchor: initial.anchor(),
                people: people.iter().map(|person| row(*person, reader)).collect(),
            })
            .collect();
        Self {
            letters: letters.links(),
            parts: letters.siblings(name),
            contacts: reader.published().has_channels().then(|| menu::link(Place::PhoneList(None), reader)),
            search: SearchBox::instead_of_a_list(Place::People(part), reader),
            tells_hours: shown.iter().flat_map(|letter| &letter.people).any(|person| person.calendar.is_some()),
            shown,
        }
    }

    fn head(part: Option<LetterPart>, reader: Reader<'a>) -> Head<'a> {
        letters(part, reader).head()
    }

    fn ticks(&self) -> Ticks {
        let people = self.shown.iter().flat_map(|letter| &letter.people);
        Ticks { calendars: people.filter_map(|person| person.calendar).collect(), ..Ticks::default() }
    }
}

fn letters<'a>(here: Option<LetterPart>, reader: Reader<'a>) -> Letters<'a, PersonId> {
    let all = reader.edition.directory(reader.locale());
    Letters { all, parts: directory::parts(all), here, place: Place::People, reader }
}

fn row<'a>(id: PersonId, reader: Reader<'a>) -> PersonRow<'a> {
    let published = reader.published();
    let person = published.person(id);
    let away = away_badge(published.who(id), reader);
    let hours = published.through_team(id).and_then(|(_, hours)| hours).filter(|_| away.is_none());
    let calendar = hours.map(|hours| hours.calendar);
    let title = reader.maybe(person.title).map(Fact::phrase);
    // No second link: in close lines a finger would hit the wrong one.
    let team = person.team.map(|team| Fact::phrase(reader.home(team).name));
    let place = person.place.map(|place| Fact::phrase(reader.place(place.key).name));
    PersonRow {
        portrait: PortraitView::new(&person, reader),
        link: reader.person(id),
        facts: title.into_iter().chain(team).chain(place).collect(),
        languages: reader
            .languages(person.languages)
            .into_iter()
            .map(|name| name.text.into_owned())
            .collect::<Vec<_>>()
            .join(" "),
        phone: ChannelView::of_person(&person, reader).into_iter().find(|way| way.number.is_some()),
        away,
        hours: calendar.map(|calendar| reader.edition.hours(reader.locale(), calendar).line.as_str()),
        calendar: calendar.map(|calendar| calendar.index()),
    }
}
