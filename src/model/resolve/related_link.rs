//! Pages to read that stand elsewhere.

use super::scope::Scope;
use super::{address, anew};
use crate::model::related_link::RelatedLink;
use crate::source::schema::RelatedLinkDoc;

pub(super) fn resolve(docs: Vec<RelatedLinkDoc>, scope: &mut Scope<'_>) -> Box<[RelatedLink]> {
    anew::list(docs, |doc| link(doc, scope))
}

fn link(doc: RelatedLinkDoc, scope: &mut Scope<'_>) -> Option<RelatedLink> {
    let (name, url) = (scope.text(doc.name), address::by_language(doc.url, address::url, scope));
    Some(RelatedLink { name: name?, url: url? })
}
