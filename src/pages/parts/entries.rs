//! Departments, articles and people as they stand in the lists of several pages, and whom services serve.

use chrono::Datelike;

use crate::model::{ArticleId, DepartmentId, PersonId, Privacy, Served, ServiceId};
use crate::site::Place;
use crate::site::address::shown;
use crate::site::phrase::{Badge, Entry, Fact, Link, Phrase};
use crate::site::reader::Reader;

/// A department in a list.
pub(crate) fn department_entry(id: DepartmentId, reader: Reader<'_>) -> Entry<'_> {
    Entry {
        link: reader.department(id),
        summary: reader.maybe(&reader.catalog().department(id).summary),
        facts: Vec::new(),
        badge: None,
    }
}

/// An article in a list.
pub(crate) fn article_entry(id: ArticleId, reader: Reader<'_>) -> Entry<'_> {
    let article = reader.catalog().article(id);
    Entry {
        link: Link { href: Some(reader.href(Place::Article(id))), name: reader.phrase(&article.title) },
        summary: reader.maybe(&article.summary),
        facts: Vec::new(),
        badge: None,
    }
}

/// The services that are there for somebody, by name, each with its team.
pub(crate) fn services_for<'a>(served: Served, reader: Reader<'a>) -> Vec<Entry<'a>> {
    let services = reader.edition.outlook().services_for(served);
    reader.sorted(services.iter().map(|id| reader.service_entry_with_team(*id)).collect())
}

/// At most so many services of others are told on the page of a team or a department.
const MOST_FOR_US: usize = 200;

/// The services that are there for a team or a department; and how many more, in words.
pub(crate) fn services_for_us(us: Served, reader: Reader<'_>) -> (Vec<Entry<'_>>, Option<String>) {
    let mut services = services_for(us, reader);
    let hidden = services.len().saturating_sub(MOST_FOR_US);
    services.truncate(MOST_FOR_US);
    (services, (hidden > 0).then(|| reader.words().plural("count.more", hidden as u64, &[])))
}

/// A person in a list.
pub(crate) fn person_entry(id: PersonId, reader: Reader<'_>) -> Entry<'_> {
    let person = reader.catalog().person(id);
    let privacy = reader.catalog().company.privacy;
    let mut facts = Vec::new();
    if privacy == Privacy::Full {
        facts.extend(person.phone.as_ref().map(|phone| {
            Fact::link(Link { href: Some(format!("tel:{}", phone.dialled())), name: Phrase::own(shown(phone.shown())) })
        }));
    }
    let summary = (privacy != Privacy::Roles).then(|| reader.maybe(&person.title)).flatten();
    Entry { link: reader.person(id), summary, facts, badge: away_badge(id, reader) }
}

/// A word beside somebody who is away when the site is built, where people are named.
pub(crate) fn away_badge(id: PersonId, reader: Reader<'_>) -> Option<Badge> {
    let date = away_until(id, reader)?;
    Some(Badge { kind: "away", text: reader.words().format("role.away", &[("date", &date)]) })
}

/// Until when somebody is away who is away when the site is built; with the year where it is another.
pub(crate) fn away_until(id: PersonId, reader: Reader<'_>) -> Option<String> {
    let catalog = reader.catalog();
    let away = catalog.away_on(id, reader.edition.today()).filter(|_| catalog.company.privacy != Privacy::Roles)?;
    let words = reader.words();
    let same_year = away.until.year() == reader.edition.today().year();
    Some(if same_year { words.date_short(away.until) } else { words.date(away.until) })
}

/// All whom some services serve, each once.
pub(crate) fn served_by<'a>(services: &[ServiceId], reader: Reader<'a>) -> Vec<Link<'a>> {
    let mut all: Vec<Served> =
        services.iter().flat_map(|id| reader.catalog().service(*id).serves.iter().copied()).collect();
    all.sort_unstable();
    all.dedup();
    reader.all_served(&all)
}
