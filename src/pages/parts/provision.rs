//! What somebody has to bring to a service, and by when.

use crate::model::{Provision, ServiceId};
use crate::site::agenda::Item;
use crate::site::deadline::DeadlineView;
use crate::site::phrase::{Entry, Fact, Link};
use crate::site::reader::Reader;

/// On the page of the service: from whom it is needed.
pub(crate) fn needed<'a>(item: &'a Provision, service: ServiceId, reader: Reader<'a>) -> Entry<'a> {
    let from = Fact::links(reader.words().text("deadline.from"), reader.all_served(&item.from));
    entry(item, service, from, reader)
}

/// On the page of those who bring it: the service that needs it.
pub(crate) fn brought<'a>(item: &'a Provision, service: ServiceId, reader: Reader<'a>) -> Entry<'a> {
    entry(item, service, Some(Fact::link(reader.service(service))), reader)
}

fn entry<'a>(item: &'a Provision, service: ServiceId, first: Option<Fact<'a>>, reader: Reader<'a>) -> Entry<'a> {
    let words = reader.words();
    let mut facts: Vec<Fact<'a>> = first.into_iter().collect();
    let calendar = reader.catalog().service(service).calendar;
    if let Some(view) = DeadlineView::new(Item::Provided(item), calendar, reader) {
        if let Some(next) = view.next {
            facts.push(Fact::words(words.format("deadline.next", &[("date", &next.text)])).strong());
        }
        facts.push(Fact::words(view.rule));
    }
    Entry {
        link: Link { href: None, name: reader.phrase(&item.what) },
        summary: reader.maybe(&item.why),
        facts,
        badge: None,
    }
}
