//! Pages to read that stand elsewhere.

use super::scope::Scope;
use super::{address, anew};
use crate::model::related_link::{Address, RelatedLink};
use crate::source::schema::{RelatedLinkDoc, TextDoc};

pub(super) fn resolve(docs: Vec<RelatedLinkDoc>, scope: &mut Scope<'_>) -> Box<[RelatedLink]> {
    anew::list(docs, |doc| link(doc, scope))
}

fn link(doc: RelatedLinkDoc, scope: &mut Scope<'_>) -> Option<RelatedLink> {
    let (name, url) = (scope.text(doc.name), by_language(doc.url, scope));
    Some(RelatedLink { name: name?, url: url? })
}

/// An address, or one by language.
pub(super) fn by_language(doc: TextDoc, scope: &mut Scope<'_>) -> Option<Address> {
    let written: Vec<_> = match &doc {
        TextDoc::One(url) => vec![url],
        TextDoc::Many(urls) => urls.iter().map(|(_, url)| url).collect(),
    };
    let valid = written.into_iter().filter(|url| address::url(url, scope.diagnostics).is_none()).count() == 0;
    scope.text(doc).filter(|_| valid).map(Address::new)
}
