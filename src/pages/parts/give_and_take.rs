//! What a department owes others, and others owe it: its dates, what is expected from it, what it waits for.

use std::collections::BTreeMap;

use serde::Serialize;

use super::by_department::services;
use super::due::DueView;
use super::next_dates::first;
use super::{dependency, provision};
use crate::publish::{DepartmentId, Dependency, Feed, Group, Provision, ServiceId};
use crate::site::phrase::{Entry, Fact, Link, Phrase};
use crate::site::reader::Reader;

/// So many entries of a list are in sight; the others fold.
const IN_SIGHT: usize = 4;

/// At most so many entries are told.
const MOST: usize = 60;

/// A list of which the first entries are in sight.
#[derive(Debug, Serialize)]
pub struct Shortened<'a> {
    /// These.
    pub first: Vec<Entry<'a>>,
    /// The others.
    pub rest: Vec<Entry<'a>>,
    /// How many these are, in words.
    pub more: String,
}

impl<'a> Shortened<'a> {
    fn new(mut all: Vec<Entry<'a>>, reader: Reader<'a>) -> Self {
        let count = |number: usize| reader.words().plural("count.more", number as u64, &[]);
        let untold = all.len().saturating_sub(MOST);
        all.truncate(MOST);
        if untold > 0 {
            let link = Link::nowhere(Phrase::own(count(untold)));
            all.push(Entry { link, summary: None, facts: Vec::new(), badge: None });
        }
        // One that would fold alone stays in sight.
        let rest = if all.len() > IN_SIGHT + 1 { all.split_off(IN_SIGHT) } else { Vec::new() };
        Self { first: all, more: count(rest.len()), rest }
    }
}

/// What is due next for the department's services, and what it waits for. What others expect from it stands there.
pub(crate) fn dates(id: DepartmentId, reader: Reader<'_>) -> Vec<DueView<'_>> {
    let dates = || reader.published().dates(Feed::Department(id));
    first(|| dates().filter(move |date| !date.is_brought || is_ours(date.service, id, reader)), reader)
}

/// What services of others ask of the department and its teams, then its services whose answers others need.
pub(crate) fn expected(id: DepartmentId, reader: Reader<'_>) -> Shortened<'_> {
    let published = reader.published();
    let teams = published.department(id).teams;
    let us = std::iter::once(Group::Department(id)).chain(teams.iter().map(|team| Group::Team(team.key)));
    let mut asked: Vec<_> = us.flat_map(|group| published.asked_of(group)).collect();
    asked.retain(|(service, _)| !is_ours(*service, id, reader));
    let due = |item: &Provision<'_>| item.deadline.and_then(|deadline| deadline.next).map(|due| due.date());
    asked.sort_by_cached_key(|(service, item)| (due(item).is_none(), due(item), *service));
    let mut all = provision::brought(&asked, reader);
    for ours in services(id, reader) {
        let others = published.dependants(ours).map(|(service, _)| service);
        let others: Vec<ServiceId> = others.filter(|service| !is_ours(*service, id, reader)).collect();
        let links = reader.by_name(others).into_iter().map(|service| reader.service(service));
        let facts: Vec<Fact<'_>> = Fact::links(reader.words().text("department.needs"), links).into_iter().collect();
        if !facts.is_empty() {
            all.push(Entry { link: reader.service(ours), summary: None, facts, badge: None });
        }
    }
    Shortened::new(all, reader)
}

/// The services of others whose answers the department's services need; first those that hold its work up.
pub(crate) fn waits_for(id: DepartmentId, reader: Reader<'_>) -> Shortened<'_> {
    let published = reader.published();
    let mut needed: BTreeMap<ServiceId, Vec<(ServiceId, Dependency<'_>)>> = BTreeMap::new();
    for ours in published.services_in(id) {
        for dependency in published.service(ours).depends_on.iter() {
            if !is_ours(dependency.service.key, id, reader) {
                needed.entry(dependency.service.key).or_default().push((ours, dependency));
            }
        }
    }
    let mut needed: Vec<_> = needed.into_iter().collect();
    let carries_on = |all: &[(ServiceId, Dependency<'_>)]| !all.iter().any(|(_, dependency)| dependency.blocking);
    needed.sort_by_key(|(theirs, ours)| (carries_on(ours), reader.edition.rank(reader.locale(), *theirs)));
    let entry = |(theirs, ours): &(ServiceId, Vec<(ServiceId, Dependency<'_>)>)| {
        let slowest = ours.iter().find(|(_, dependency)| dependency.blocking).or(ours.first());
        let promise = slowest.and_then(|(_, dependency)| dependency::promise(dependency, reader));
        let mut facts = vec![Fact::link(reader.home(published.doer(*theirs)))];
        facts.extend(promise.map(Fact::words));
        let services = ours.iter().map(|(ours, _)| reader.service(*ours));
        facts.extend(Fact::links(reader.words().text("department.needed_by"), services));
        Entry { link: reader.service(*theirs), summary: None, facts, badge: None }
    };
    Shortened::new(needed.iter().map(entry).collect(), reader)
}

fn is_ours(service: ServiceId, us: DepartmentId, reader: Reader<'_>) -> bool {
    reader.published().department_of(service) == us
}
