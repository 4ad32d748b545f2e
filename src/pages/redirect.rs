//! Addresses that have moved.

use std::borrow::Cow;

use serde::Serialize;

use super::page::head;
use crate::i18n::Direction;
use crate::publish::LocaleId;
use crate::site::phrase::Link;
use crate::site::reader::Reader;
use crate::site::{Edition, Place, Route, Tally, routes};

/// An old address and where it leads.
#[derive(Debug, Serialize)]
pub struct Redirect<'a> {
    /// The language.
    #[serde(skip)]
    pub locale: LocaleId,
    /// The old address, from the site's root.
    #[serde(skip)]
    pub path: String,
    /// The page's language.
    pub lang: &'a str,
    /// Its direction, where it is not from left to right.
    pub dir: Option<&'static str>,
    /// The new address, from the old one.
    pub href: String,
    /// The way to the site's root, empty or ending in a slash.
    pub root: String,
    /// What it is called.
    pub title: Cow<'a, str>,
    /// The way there.
    pub link: Link<'a>,
}

/// All old addresses, in every language.
pub fn redirects<'a>(edition: &'a Edition<'a>, tally: &'a Tally) -> Vec<Redirect<'a>> {
    let reader = |route| Reader { edition, route, tally };
    let of_page = |to: Route| aliases(to.place, edition).iter().map(move |alias| redirect(alias, reader(to)));
    routes(edition).into_iter().flat_map(of_page).collect()
}

/// Earlier ids of the entry whose page it is.
fn aliases<'a>(place: Place, edition: &'a Edition<'a>) -> &'a [Box<str>] {
    let published = edition.published;
    match place {
        Place::Department(id) => published.department(id).aliases,
        Place::Team(id) => published.team(id).aliases,
        Place::Service(id) => published.service(id).aliases,
        Place::Person(id) => published.person(id).aliases,
        Place::Article(id) => published.article(id).aliases,
        Place::Journey(id) => published.journey(id).aliases,
        Place::Workplace(id) => published.place(id).aliases,
        Place::Home
        | Place::AToZ(_)
        | Place::Needs(_)
        | Place::NewHere
        | Place::Journeys
        | Place::Articles(_)
        | Place::PhoneList(_)
        | Place::People(_)
        | Place::Workplaces
        | Place::Standards(_)
        | Place::Roles(_)
        | Place::Customer
        | Place::Deadlines(_)
        | Place::Audience(_)
        | Place::Welcome(_)
        | Place::Search
        | Place::NotFound => &[],
    }
}

fn redirect<'a>(alias: &str, reader: Reader<'a>) -> Redirect<'a> {
    let Reader { edition, route: to, tally } = reader;
    let language = reader.page_language();
    // Old and new address lie in the same folder.
    let new = to.path(edition.published);
    let href = new.rsplit('/').next().unwrap_or(&new).to_owned();
    let name = head(to, edition, tally).title;
    Redirect {
        locale: to.locale,
        path: to.path_as(alias, edition.published),
        lang: language.tag(),
        dir: (language.direction() == Direction::Rtl).then_some("rtl"),
        title: name.text.clone(),
        link: Link { href: Some(href.clone()), name },
        href,
        root: to.to_root(edition.published),
    }
}
