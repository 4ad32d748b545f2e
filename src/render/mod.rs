//! Fifth stage: pages and a theme → files, handed on one by one. Each page is made, rendered and
//! dropped, so that a large site needs no more memory than a small one.

mod assets;
mod code;
mod component;
mod engine;
mod feeds;
mod inline;
mod minify;
mod own_files;
mod redirect;
mod search;
mod sink;
mod template;
mod theme;

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use anyhow::Result;
use rayon::prelude::*;

use crate::i18n::Messages;
use crate::pages;
use crate::search::Findable;
use crate::site::{self, Edition, Frame, Route, Sharing, Tally};
use assets::Assets;
use engine::{Around, Engine};
use own_files::Beside;

pub use assets::{hashed, own_file};
pub use sink::{Memory, Sink};
pub use theme::Theme;

/// The words of a theme.
///
/// # Errors
/// When its tables do not fit together.
pub fn messages(theme: &Theme) -> Result<Messages> {
    let files = theme.texts("i18n")?;
    let tables = |folder: &str| -> Vec<(&str, &str)> {
        let named =
            files.iter().filter_map(|(path, text)| Some((path.strip_prefix(folder)?.strip_suffix(".toml")?, *text)));
        named.filter(|(tag, _)| !tag.contains('/')).collect()
    };
    Messages::load(&tables(""))?.with_names(&tables("languages/"))
}

/// Renders the whole site into a sink, and tells how many pages it has.
///
/// # Errors
/// When the theme is broken or the sink refuses a file.
pub fn render(
    edition: &Edition<'_>,
    findable: Findable,
    (theme, minify): (&Theme, bool),
    sink: &dyn Sink,
) -> Result<usize> {
    let sink = &Beside::write_own(theme, sink)?;
    let mut assets = Assets::build(theme, minify)?;
    assets.paths.calendars = feeds::calendar_scripts(edition, sink)?;
    assets.paths.indexes = search::write((edition, findable), &assets.paths.calendars, sink)?;
    let languages = edition.published.locales().map(|locale| edition.words(locale));
    let engine = Engine::new(theme, &assets.paths, languages, minify)?;
    for (path, bytes) in &assets.files {
        sink.write(path, bytes)?;
    }
    let routes = site::routes(edition);
    let shared = shared_frames(&routes, edition, &engine)?;
    routes.par_iter().try_for_each(|route| {
        let tally = Tally::default();
        let page = pages::page(*route, edition, &tally);
        let language = route.locale.index();
        let around = match Frame::sharing(*route).and_then(|sharing| shared.get(&sharing)) {
            Some(around) => around.clone(),
            None => engine.frame(&pages::frame(*route, edition, &tally), language)?,
        };
        let html = engine.render(route.place.kind().template, &page, Some(around), language)?;
        sink.write(&route.path(edition.published), &html)
    })?;
    redirect::write(edition, &engine, sink)?;
    feeds::write(edition, &routes, sink)?;
    search::descriptions(edition, sink)?;
    Ok(routes.len())
}

/// The frames that pages share, each rendered once.
fn shared_frames(routes: &[Route], edition: &Edition<'_>, engine: &Engine<'_>) -> Result<HashMap<Sharing, Around>> {
    let mut shared = HashMap::new();
    for route in routes {
        if let Some(Entry::Vacant(entry)) = Frame::sharing(*route).map(|sharing| shared.entry(sharing)) {
            let tally = Tally::default();
            entry.insert(engine.frame(&pages::frame(*route, edition, &tally), route.locale.index())?);
        }
    }
    Ok(shared)
}
