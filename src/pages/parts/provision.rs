//! What somebody has to bring to a service, and by when.

use crate::publish::{Provision, ServiceId};
use crate::site::deadline::DeadlineView;
use crate::site::phrase::{Entry, Fact, Link};
use crate::site::reader::Reader;

/// On the page of the service: from whom it is needed.
pub(crate) fn needed<'a>(item: &Provision<'a>, reader: Reader<'a>) -> Entry<'a> {
    let from = Fact::links(reader.words().text("deadline.from"), reader.all(item.from.iter()));
    entry(item, from, reader)
}

/// On the page of those who bring it: the service that needs it.
pub(crate) fn brought<'a>(item: &Provision<'a>, service: ServiceId, reader: Reader<'a>) -> Entry<'a> {
    entry(item, Some(Fact::link(reader.service(service))), reader)
}

fn entry<'a>(item: &Provision<'a>, first: Option<Fact<'a>>, reader: Reader<'a>) -> Entry<'a> {
    let words = reader.words();
    let mut facts: Vec<Fact<'a>> = first.into_iter().collect();
    if let Some(deadline) = item.deadline {
        let view = DeadlineView::new(deadline, reader);
        if let Some(next) = view.next {
            facts.push(Fact::words(words.format("deadline.next", &[("date", &next.text)])).strong());
        }
        facts.push(Fact::words(view.rule));
    }
    Entry {
        link: Link { href: None, name: reader.phrase(item.what) },
        summary: reader.maybe(item.why),
        facts,
        badge: None,
    }
}
