//! Pages to read that stand elsewhere.

use crate::publish::RelatedLink;
use crate::site::phrase::Link;
use crate::site::reader::Reader;

/// The links, each with its name in the reader's language.
pub(crate) fn all<'a>(links: impl IntoIterator<Item = RelatedLink<'a>>, reader: Reader<'a>) -> Vec<Link<'a>> {
    let href = |link: &RelatedLink<'a>| link.url.href(reader.locale()).into_owned();
    links.into_iter().map(|link| Link { href: Some(href(&link)), name: reader.phrase(link.name) }).collect()
}
