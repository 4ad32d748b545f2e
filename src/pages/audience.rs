//! The page of an audience: what is there for it, and what others need from it.

use serde::Serialize;

use super::view::{Head, PageView};
use crate::pages::parts::by_department::{part_name, services};
use crate::pages::parts::entries::{department_entry, services_for};
use crate::pages::parts::journey_entries::chosen;
use crate::pages::parts::provision::brought;
use crate::publish::{AudienceId, Feed, Group, Provision, ServiceId, Who};
use crate::site::calendar_links::CalendarLinks;
use crate::site::phrase::{Entry, Link, Phrase};
use crate::site::reader::Reader;
use crate::site::{Part, Place, menu, splits};

/// At most so many things to bring are told; the page of the year's dates has all that has one.
const MOST_BRINGS: usize = 100;

/// An audience.
#[derive(Debug, Serialize)]
pub struct AudienceView<'a> {
    /// Who belongs to it.
    pub summary: Option<Phrase<'a>>,
    /// The services that are there for it.
    pub services: Vec<Entry<'a>>,
    /// The ways to these by department, where they are too many for one page.
    pub parts: Vec<Link<'a>>,
    /// The departments that are there for it.
    pub departments: Vec<Entry<'a>>,
    /// The way to all services, which has those that are there for everyone.
    pub all: Link<'a>,
    /// Its situations and ways into the company.
    pub journeys: Vec<Entry<'a>>,
    /// What its new people need, where there is such a page.
    pub welcome: Option<String>,
    /// What services need from it.
    pub brings: Vec<Entry<'a>>,
    /// How many more things they need, in words, and the way to the dates of all of them.
    pub brings_more: Option<MoreView<'a>>,
    /// Its calendar file, if it has dates.
    pub calendar_links: Option<CalendarLinks>,
}

/// What a list leaves out.
#[derive(Debug, Serialize)]
pub struct MoreView<'a> {
    /// How many, in words.
    pub count: String,
    /// Where all are.
    pub all: Option<Link<'a>>,
}

impl<'a> PageView<'a> for AudienceView<'a> {
    type Of = (AudienceId, Option<Part>);

    fn new((id, part): Self::Of, reader: Reader<'a>) -> Self {
        let published = reader.published();
        let is_this = |who: &Who<'_>| matches!(who, Who::Audience(of) if of.key == id);
        let serve =
            published.departments().filter(|department| department.says_whom && department.serves.iter().any(is_this));
        let newcomers = published.newcomers().any(|newcomers| newcomers == id);
        let parts = ways(id, part, reader);
        let (brings, brings_more) = brings(id, reader);
        let whole = Self {
            summary: reader.maybe(published.audience(id).summary),
            services: if parts.is_empty() { services_for(Group::Audience(id), reader) } else { Vec::new() },
            parts,
            departments: reader.sorted(serve.map(|department| department_entry(department.key, reader)).collect()),
            all: menu::link(Place::AToZ(None), reader),
            journeys: chosen(reader, |journey| journey.is_for(id)),
            welcome: newcomers.then(|| reader.href(Place::Welcome(id))),
            brings,
            brings_more,
            calendar_links: reader.calendar_links(Feed::Audience(id)),
        };
        match part {
            None => whole,
            Some(part) => Self {
                services: of_part(id, part, reader),
                departments: Vec::new(),
                journeys: Vec::new(),
                brings: Vec::new(),
                brings_more: None,
                calendar_links: None,
                ..whole
            },
        }
    }

    fn head((id, part): Self::Of, reader: Reader<'a>) -> Head<'a> {
        let audience = reader.published().audience(id);
        let title = reader.phrase(audience.name);
        let Some(part) = part else {
            return Head { title, lead: reader.maybe(audience.summary), back: Vec::new() };
        };
        let part = part_name(part, reader);
        Head {
            title: Phrase::own(format!("{}: {}", title.text, part.text)),
            lead: None,
            back: vec![reader.audience(id)],
        }
    }
}

/// The ways to the parts, where there are such; from a part of several to the others.
fn ways<'a>(id: AudienceId, part: Option<Part>, reader: Reader<'a>) -> Vec<Link<'a>> {
    let parts = splits::of_audience(id, reader.edition);
    let siblings =
        parts.iter().filter(|to| part.is_none_or(|part| part.department == to.department && part.share.of > 1));
    let link = |to: &Part| {
        let href = (Some(*to) != part).then(|| reader.href(Place::Audience((id, Some(*to)))));
        Link { href, name: part_name(*to, reader) }
    };
    let mut links: Vec<Link<'a>> = siblings.map(link).collect();
    // Parts of one department stay in their order.
    links.sort_by_cached_key(|link| part.is_none().then(|| reader.words().sort_key(&link.name.text)));
    links
}

/// The services of a part, by name.
fn of_part(id: AudienceId, part: Part, reader: Reader<'_>) -> Vec<Entry<'_>> {
    let for_them = reader.published().services_for(Group::Audience(id));
    let services: Vec<_> = services(part.department, reader)
        .into_iter()
        .filter(|service| for_them.binary_search(service).is_ok())
        .collect();
    let services = part.share.slice(&services);
    services.iter().map(|service| reader.service_entry_with_team(*service)).collect()
}

/// What services on offer ask of it, each with the service that asks: first what is due next, then by name; and of very
/// much, how much more.
fn brings(id: AudienceId, reader: Reader<'_>) -> (Vec<Entry<'_>>, Option<MoreView<'_>>) {
    let mut asked: Vec<(ServiceId, Provision<'_>)> = reader.published().asked_of(Group::Audience(id)).collect();
    asked.sort_by_cached_key(|(_, item)| {
        let due = item.deadline.and_then(|deadline| deadline.next).map(|due| due.date());
        (due.is_none(), due, reader.words().sort_key(&item.what.str(reader.locale())))
    });
    let hidden = asked.len().saturating_sub(MOST_BRINGS);
    asked.truncate(MOST_BRINGS);
    let more = (hidden > 0).then(|| MoreView {
        count: reader.words().plural("count.more", hidden as u64, &[]),
        all: reader.calendar_file(Feed::Audience(id)).map(|_| menu::link(Place::Deadlines(None), reader)),
    });
    (brought(&asked, reader), more)
}
