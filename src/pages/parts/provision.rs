//! What somebody has to bring to a service, and by when.

use std::collections::HashMap;

use crate::publish::{Provision, ServiceId};
use crate::site::deadline::DeadlineView;
use crate::site::phrase::{Entry, Fact, Link};
use crate::site::reader::Reader;

/// On the page of the service: from whom it is needed.
pub(crate) fn needed<'a>(item: &Provision<'a>, reader: Reader<'a>) -> Entry<'a> {
    let from = Fact::links(reader.words().text("deadline.from"), reader.all(item.from.iter()));
    entry(item, from, reader)
}

/// On the page of those who bring it: the services that need it, one line for one thing.
pub(crate) fn brought<'a>(asked: &[(ServiceId, Provision<'a>)], reader: Reader<'a>) -> Vec<Entry<'a>> {
    let mut known: HashMap<String, usize> = HashMap::new();
    let mut all: Vec<Entry<'a>> = Vec::new();
    for (service, item) in asked {
        let mut entry = entry(item, Some(Fact::link(reader.service(*service))), reader);
        match known.get(&entry.link.name.text.to_lowercase()).and_then(|place| all.get_mut(*place)) {
            Some(same) => same.facts.append(&mut entry.facts),
            None => {
                known.insert(entry.link.name.text.to_lowercase(), all.len());
                all.push(entry);
            }
        }
    }
    all
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
