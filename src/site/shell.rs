//! What every page says of itself, around its content: title, way back, languages, address.

use std::borrow::Cow;

use serde::Serialize;

use super::clock::ClockView;
use super::phrase::{Foreign, Link, Phrase};
use super::place::Place;
use super::reader::Reader;
use super::route::Route;
use crate::i18n::Direction;
use crate::publish::{LocaleId, uri};

/// What every page says of itself.
#[derive(Debug, Serialize)]
pub struct Shell<'a> {
    /// The page's language.
    pub lang: &'a str,
    /// Its direction, where it is not from left to right.
    pub dir: Option<&'static str>,
    /// The page's own title.
    pub title: Phrase<'a>,
    /// The same for the browser's tab, with the company's name.
    pub tab: String,
    /// What it is about, for previews.
    pub description: Option<String>,
    /// The company's name.
    pub company: Cow<'a, str>,
    /// The way to the site's root, empty or ending in a slash.
    pub root: String,
    /// The same page in all languages, this one included.
    pub languages: Vec<LanguageLink<'a>>,
    /// The way from the first page to this one, without both.
    pub breadcrumbs: Vec<Link<'a>>,
    /// Where to tell that the page is wrong.
    pub feedback: Option<String>,
    /// Where to propose how it could be better.
    pub ideas: Option<String>,
    /// The file in which its entry is written.
    pub about_file: Option<AboutFile<'a>>,
    /// The day of the build, on the first page alone: the others change when their own words do.
    pub built: Option<BuiltView>,
    /// The page's own address once it is published.
    pub address: Option<String>,
    /// What browsers read to offer the search among their own, where the site's address is known.
    pub open_search: Option<String>,
    /// What is said where most of the page is in another language.
    pub fallback: Option<FallbackView<'a>>,
    /// What of the content ticks; none where nothing does.
    pub clock: Option<ClockView>,
}

/// The file that a page is written in.
#[derive(Debug, Serialize)]
pub struct AboutFile<'a> {
    /// Its path in the catalog, with the line at which the entry begins.
    pub name: String,
    /// Where it is changed, and where its changes are shown.
    pub links: Vec<Link<'a>>,
}

/// When the site was built.
#[derive(Debug, Serialize)]
pub struct BuiltView {
    /// The day, ISO 8601.
    pub date: String,
    /// The day in words.
    pub text: String,
}

/// A page that is mostly in another language than its own.
#[derive(Debug, Serialize)]
pub struct FallbackView<'a> {
    /// That it is, in the reader's words.
    pub text: String,
    /// The same page in that language.
    pub link: Link<'a>,
}

impl<'a> FallbackView<'a> {
    fn new(reader: Reader<'a>) -> Option<Self> {
        let locale = reader.tally.fallback()?;
        let language = reader.published().language(locale);
        let route = Route { locale, place: reader.route.place.elsewhere() };
        let foreign = Some(Foreign { lang: language.tag(), dir: None, fallback: false });
        let name = Phrase { text: reader.edition.own_name(locale).into(), foreign };
        Some(Self {
            text: reader.words().format("site.fallback", &[("language", &reader.words().language_name(language))]),
            link: Link { href: Some(reader.href_to(route)), name },
        })
    }
}

/// The page in one of the site's languages.
#[derive(Debug, Serialize)]
pub struct LanguageLink<'a> {
    /// The language's tag.
    pub tag: &'a str,
    /// Its own name for itself.
    pub name: &'a str,
    /// The page's address in it.
    pub href: String,
    /// True for the page's own language.
    pub current: bool,
    /// The whole address of a translation, where it is known; none where it does not say the same: letters differ
    /// between alphabets, and a part leads to the whole.
    pub alternate: Option<String>,
}

impl<'a> Shell<'a> {
    /// What a page of that title says of itself.
    pub fn new(reader: Reader<'a>, title: Phrase<'a>, description: Option<String>, breadcrumbs: Vec<Link<'a>>) -> Self {
        let published = reader.published();
        let language = |id: LocaleId| {
            let here = id == reader.locale();
            let place = if here { reader.route.place } else { reader.route.place.elsewhere() };
            let route = Route { locale: id, place };
            let is_translation = !here && place == reader.route.place;
            LanguageLink {
                tag: published.language(id).tag(),
                name: reader.edition.own_name(id),
                href: reader.href_to(route),
                current: here,
                alternate: route.address(reader.edition).filter(|_| is_translation),
            }
        };
        let today = published.today();
        let company = published.company().name.str(reader.locale());
        Self {
            lang: reader.page_language().tag(),
            dir: (reader.page_language().direction() == Direction::Rtl).then_some("rtl"),
            tab: if breadcrumbs.is_empty() && title.text == company {
                company.to_string()
            } else {
                format!("{} – {company}", title.text)
            },
            title,
            description,
            company,
            root: reader.root(),
            languages: published.locales().map(language).collect(),
            breadcrumbs,
            feedback: about_service(reader.published().company().feedback, reader),
            ideas: about_service(reader.published().company().ideas, reader),
            about_file: about_file(reader),
            built: (reader.route.place == Place::Home).then(|| BuiltView {
                date: today.to_string(),
                text: reader.words().format("site.updated", &[("date", &reader.words().date(today))]),
            }),
            address: reader.route.address(reader.edition).filter(|_| reader.route.place != Place::NotFound),
            open_search: published
                .base_url
                .map(|_| reader.href(Place::Search).replace("search.html", "opensearch.xml")),
            fallback: FallbackView::new(reader),
            clock: None,
        }
    }
}

/// A link of the company's, about the service of the page.
fn about_service(template: Option<&str>, reader: Reader<'_>) -> Option<String> {
    let service = match reader.route.place {
        Place::Service(id) => reader.published().id(id),
        Place::Home => "",
        _ => return None,
    };
    Some(uri::web(&template?.replace("{service}", service)).into_owned())
}

/// The file in which the page's entry is written, where the company says where its files are changed.
fn about_file(reader: Reader<'_>) -> Option<AboutFile<'_>> {
    let published = reader.published();
    let entry = match reader.route.place {
        Place::Home => None,
        place => Some(place.entry()?),
    };
    let file = published.written_in(entry, reader.locale())?;
    let addresses = published.file_addresses();
    let link = |(href, words): (Option<String>, &str)| {
        Some(Link { href: Some(href?), name: Phrase::own(reader.words().text(words)) })
    };
    let links = [(addresses.edit(file.path), "site.edit"), (addresses.history(file.path), "site.history")];
    let name = match file.line {
        None => file.path.to_owned(),
        Some(line) => reader.words().format("site.file_line", &[("path", file.path), ("line", &line.to_string())]),
    };
    let links: Vec<Link<'_>> = links.into_iter().filter_map(link).collect();
    (!links.is_empty()).then_some(AboutFile { name, links })
}
