//! Departments, articles and people as they stand in the lists of several pages, and whom services serve.

use chrono::{Datelike, NaiveDate};

use crate::publish::{ArticleId, DepartmentId, Group, Team, Who};
use crate::site::Place;
use crate::site::address::shown;
use crate::site::phrase::{Badge, Entry, Fact, Link, Phrase};
use crate::site::reader::Reader;

/// A department in a list.
pub(crate) fn department_entry(id: DepartmentId, reader: Reader<'_>) -> Entry<'_> {
    let summary = reader.maybe(reader.published().department(id).summary);
    Entry { link: reader.department(id), summary, facts: Vec::new(), badge: None }
}

/// A team in a list, with who leads it.
pub(crate) fn team_entry<'a>(team: &Team<'a>, reader: Reader<'a>) -> Entry<'a> {
    // The word stands before the first of them.
    let label = |nth: usize| (nth == 0).then(|| reader.words().text("role.lead"));
    let lead = |(nth, who)| Fact { label: label(nth), ..Fact::link(reader.who(who)) };
    Entry {
        link: reader.team(team.key),
        summary: reader.maybe(team.summary),
        facts: team.lead.iter().enumerate().map(lead).collect(),
        badge: None,
    }
}

/// An article in a list.
pub(crate) fn article_entry(id: ArticleId, reader: Reader<'_>) -> Entry<'_> {
    let article = reader.published().article(id);
    Entry {
        link: Link { href: Some(reader.href(Place::Article(id))), name: reader.phrase(article.title) },
        summary: reader.maybe(article.summary),
        facts: Vec::new(),
        badge: None,
    }
}

/// The services that are there for somebody, by name, each with its team.
pub(crate) fn services_for<'a>(group: Group, reader: Reader<'a>) -> Vec<Entry<'a>> {
    let services = reader.by_name(reader.published().services_for(group).iter().copied()).into_iter();
    services.map(|id| reader.service_entry_with_team(id)).collect()
}

/// At most so many services of others are told on the page of a team or a department.
const MOST_FOR_US: usize = 200;

/// The services that are there for a team or a department; and how many more, in words.
pub(crate) fn services_for_us(us: Group, reader: Reader<'_>) -> (Vec<Entry<'_>>, Option<String>) {
    let services = reader.by_name(reader.published().services_for(us).iter().copied());
    let hidden = services.len().saturating_sub(MOST_FOR_US);
    let entries = services.into_iter().take(MOST_FOR_US).map(|id| reader.service_entry_with_team(id)).collect();
    (entries, (hidden > 0).then(|| reader.words().plural("count.more", hidden as u64, &[])))
}

/// A person in a list, or what stands for one who is not named.
pub(crate) fn person_entry<'a>(who: Who<'a>, reader: Reader<'a>) -> Entry<'a> {
    let Who::Person(person) = who else {
        return Entry { link: reader.who(who), summary: None, facts: Vec::new(), badge: None };
    };
    let person = reader.published().person(person.key);
    let phone = person
        .phone
        .map(|phone| Fact::link(Link { href: Some(phone.href()), name: Phrase::own(shown(phone.shown())) }));
    Entry {
        link: reader.who(who),
        summary: reader.maybe(person.title),
        facts: phone.into_iter().collect(),
        badge: away_badge(who, reader),
    }
}

/// A word beside somebody who is away when the site is built, where people are named.
pub(crate) fn away_badge(who: Who<'_>, reader: Reader<'_>) -> Option<Badge> {
    let date = away_until(who, reader)?;
    Some(Badge { kind: "away", text: reader.words().format("role.away", &[("date", &date)]) })
}

/// Until when somebody is away who is away when the site is built; with the year where it is another.
pub(crate) fn away_until(who: Who<'_>, reader: Reader<'_>) -> Option<String> {
    let Who::Person(person) = who else { return None };
    Some(told_until(reader.published().person(person.key).away?.until, reader))
}

/// The last day of a time away; with the year where it is another.
pub(crate) fn told_until(until: NaiveDate, reader: Reader<'_>) -> String {
    let same_year = until.year() == reader.published().today().year();
    if same_year { reader.words().date_short(until) } else { reader.words().date(until) }
}
