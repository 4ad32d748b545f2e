//! All services by what people want to do: on one page, or on a page for each kind of need.

use serde::Serialize;

use super::view::{Head, PageView};
use crate::site::Place;
use crate::site::needs::{self, Need, NeedPart};
use crate::site::phrase::{Entry, Link, Phrase};
use crate::site::reader::Reader;

/// What people want to do.
#[derive(Debug, Serialize)]
pub struct NeedsView<'a> {
    /// The ways to the kinds, or to their parts, where the whole is too long for one page.
    pub parts: Vec<Link<'a>>,
    /// The kinds of needs.
    pub needs: Vec<NeedView<'a>>,
}

/// One of them.
#[derive(Debug, Serialize)]
pub struct NeedView<'a> {
    /// The name of its place on the page.
    pub anchor: &'static str,
    /// What people want to do.
    pub title: &'a str,
    /// Who helps, each with what people say.
    pub services: Vec<Entry<'a>>,
}

impl<'a> PageView<'a> for NeedsView<'a> {
    type Of = Option<NeedPart>;

    fn new(part: Option<NeedPart>, reader: Reader<'a>) -> Self {
        let all = reader.edition.needs(reader.locale());
        let parts = needs::parts(all);
        let link = |to: &NeedPart| {
            let href = (Some(*to) != part).then(|| reader.href(Place::Needs(Some(*to))));
            Link { href, name: Phrase::own(name(*to, all)) }
        };
        let down = |need: &Need<'_>| {
            let href = Some(format!("#{}", need.anchor()));
            Link { href, name: Phrase::own(need.title.clone()) }
        };
        let siblings = |to: &&NeedPart| part.is_none_or(|part| part.kind == to.kind && part.share.of > 1);
        let shown = all.iter().filter(|need| part.map_or(parts.is_empty(), |part| part.kind == need.kind));
        Self {
            parts: match parts.is_empty() {
                true => all.iter().map(down).collect(),
                false => parts.iter().filter(siblings).map(link).collect(),
            },
            needs: shown.map(|need| view(need, part, reader)).collect(),
        }
    }

    fn head(part: Option<NeedPart>, reader: Reader<'a>) -> Head<'a> {
        let Some(part) = part else { return Head::of_words(reader) };
        Head::of_part(&name(part, reader.edition.needs(reader.locale())), reader)
    }
}

fn name(part: NeedPart, all: &[Need<'_>]) -> String {
    let need = all.iter().find(|need| need.kind == part.kind);
    part.share.name(need.map_or("", |need| &need.title))
}

fn view<'a>(need: &'a Need<'a>, part: Option<NeedPart>, reader: Reader<'a>) -> NeedView<'a> {
    let services = part.map_or(&*need.services, |part| part.share.slice(&need.services));
    let entry = |(service, said): &'a (_, Vec<_>)| Entry {
        link: reader.service(*service),
        summary: (!said.is_empty()).then(|| Phrase::own(said.join(" · "))),
        facts: Vec::new(),
        badge: None,
    };
    NeedView { anchor: need.anchor(), title: &need.title, services: services.iter().map(entry).collect() }
}
