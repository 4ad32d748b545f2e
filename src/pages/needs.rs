//! All services by what people want to do: on one page, or on a page for each kind of need.

use serde::Serialize;

use super::view::{Head, PageView};
use crate::site::Place;
use crate::site::needs::{self, Helping, Need, NeedPart};
use crate::site::phrase::{Entry, Link, Phrase};
use crate::site::reader::Reader;

/// What people want to do.
#[derive(Debug, Serialize)]
pub struct NeedsView<'a> {
    /// The ways to the kinds' parts, where the whole is too long for one page.
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
    /// How many help.
    pub count: String,
    /// Who helps, each with what people say.
    pub services: Vec<Entry<'a>>,
    /// True where there are so few in all that none need to be folded.
    pub open: bool,
}

/// So much of what people say stands beside a service; the search knows the rest.
const SAYINGS: usize = 3;

/// With more services than this on the page, the kinds are folded.
const SERVICES_IN_SIGHT: usize = 40;

impl<'a> PageView<'a> for NeedsView<'a> {
    type Of = Option<NeedPart>;

    fn new(part: Option<NeedPart>, reader: Reader<'a>) -> Self {
        let all = reader.edition.needs(reader.locale());
        let parts = needs::parts(all);
        let link = |to: &NeedPart| {
            let href = (Some(*to) != part).then(|| reader.href(Place::Needs(Some(*to))));
            Link { href, name: Phrase::own(name(*to, all)) }
        };
        let siblings = |to: &&NeedPart| part.is_none_or(|part| part.kind == to.kind && part.share.of > 1);
        let shown = all.iter().filter(|need| part.map_or(parts.is_empty(), |part| part.kind == need.kind));
        let shown: Vec<(&'a Need<'a>, &'a [Helping<'a>])> = shown.map(|need| (need, helping(need, part))).collect();
        // The only kind of a page is what its reader came for.
        let open =
            shown.len() == 1 || shown.iter().map(|(_, services)| services.len()).sum::<usize>() <= SERVICES_IN_SIGHT;
        Self {
            parts: parts.iter().filter(siblings).map(link).collect(),
            needs: shown.into_iter().map(|(need, services)| view(need, services, open, reader)).collect(),
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

/// The services of a kind that are shown.
fn helping<'a>(need: &'a Need<'a>, part: Option<NeedPart>) -> &'a [Helping<'a>] {
    part.map_or(&*need.services, |part| part.share.slice(&need.services))
}

fn view<'a>(need: &'a Need<'a>, services: &'a [Helping<'a>], open: bool, reader: Reader<'a>) -> NeedView<'a> {
    let entry = |(service, said): &'a Helping<'a>| Entry {
        link: reader.service(*service),
        summary: (!said.is_empty())
            .then(|| Phrase::own(said.iter().take(SAYINGS).map(|said| &**said).collect::<Vec<_>>().join(" · "))),
        facts: Vec::new(),
        badge: None,
    };
    let count = services.len().to_string();
    NeedView { anchor: need.anchor(), title: &need.title, count, services: services.iter().map(entry).collect(), open }
}
