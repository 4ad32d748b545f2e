//! What changes about services.

use std::collections::{BTreeMap, BTreeSet};

use super::change::{Change, Kind};
use super::promise::{self, Given};
use super::side::Side;
use crate::publish::{Channel, EntryKind, Feed, Service};

/// All changes of services.
pub(super) fn all(old: &Side<'_>, new: &Side<'_>) -> Vec<Change> {
    let now: BTreeMap<&str, Service<'_>> = new.published.services().map(|service| (service.id, service)).collect();
    let aliases: BTreeMap<&str, &str> =
        now.values().flat_map(|service| service.aliases.iter().map(move |alias| (&**alias, service.id))).collect();
    let mut changes = Vec::new();
    let mut found = BTreeSet::new();
    for before in old.published.services() {
        let id = aliases.get(before.id).copied().unwrap_or(before.id);
        let Some(service) = now.get(before.id).or_else(|| now.get(id)) else {
            if before.is_offered() {
                changes.push(told(Kind::Gone, (old, &before), "is not there any more".to_owned()));
            }
            continue;
        };
        found.insert(service.id);
        changes.extend(of((old, &before), (new, service)));
    }
    let added = now.values().filter(|service| !found.contains(service.id) && service.is_offered());
    changes.extend(added.map(|service| told(Kind::New, (new, service), "is new".to_owned())));
    changes
}

/// A service on one side.
type One<'s, 'a> = (&'s Side<'a>, &'s Service<'a>);

fn told(kind: Kind, (side, service): One<'_, '_>, text: String) -> Change {
    Change {
        department: side.department(service.department.key),
        kind,
        entry: EntryKind::Service,
        id: service.id.to_owned(),
        name: side.text(service.name),
        text,
        affected: side.affected(service),
    }
}

/// What has changed about a service that is on both sides.
fn of(old: One<'_, '_>, new: One<'_, '_>) -> Vec<Change> {
    let tell = |(kind, text): (Kind, String)| told(kind, new, text);
    match (old.1.is_offered(), new.1.is_offered()) {
        (true, false) => {
            let next = new.1.replaced_by.map(|next| new.0.text(new.0.published.service(next.key).name));
            let next = next.map_or_else(String::new, |next| format!("; “{next}” replaces it"));
            return vec![tell((Kind::Retired, format!("has ended{next}")))];
        }
        (false, true) => return vec![tell((Kind::New, "is offered again".to_owned()))],
        (false, false) => return Vec::new(),
        (true, true) => {}
    }
    let promises = promises(old, new);
    // Another promise leaves another time behind it, too.
    let chain = chain(old, new).filter(|_| promises.is_empty());
    let changes = [called(old, new), doer(old, new), promises, hours(old, new), channels(old, new)];
    let more = [answering(old, new), serves(old, new), dates(old, new), chain.into_iter().collect()];
    changes.into_iter().chain(more).flatten().map(tell).collect()
}

fn called((side, old): One<'_, '_>, (other, new): One<'_, '_>) -> Vec<(Kind, String)> {
    let (was, is) = (side.text(old.name), other.text(new.name));
    match (was != is, old.id != new.id) {
        (true, _) => vec![(Kind::Renamed, format!("was called “{was}”"))],
        (false, true) => vec![(Kind::Renamed, format!("has another address: it was `{}`", old.id))],
        (false, false) => Vec::new(),
    }
}

fn doer((side, old): One<'_, '_>, (other, new): One<'_, '_>) -> Vec<(Kind, String)> {
    let (was, is) = (side.home(old.doer()), other.home(new.doer()));
    let (before, now) = (side.department(old.department.key), other.department(new.department.key));
    match (was != is, before != now) {
        (_, true) => vec![(Kind::Moved, format!("is now with {now} instead of {before}"))],
        (true, false) => vec![(Kind::Moved, format!("is now done by {is} instead of {was}"))],
        (false, false) => Vec::new(),
    }
}

fn promises(old: One<'_, '_>, new: One<'_, '_>) -> Vec<(Kind, String)> {
    let urgencies: Vec<&str> = old.1.standards.iter().chain(new.1.standards.iter()).map(|one| one.urgency).collect();
    let mut seen = BTreeSet::new();
    let (mut changes, mut by_hours) = (Vec::new(), Vec::new());
    for urgency in urgencies.into_iter().filter(|urgency| seen.insert(*urgency)) {
        let before = old.1.standard(urgency).map(|standard| Given { side: old.0, service: old.1, standard });
        let now = new.1.standard(urgency).map(|standard| Given { side: new.0, service: new.1, standard });
        let which = if urgency == "normal" { String::new() } else { format!(" (`{urgency}`)") };
        changes.extend(promise::compared(before, now).into_iter().map(|(kind, text)| (kind, format!("{text}{which}"))));
        by_hours.extend(before.zip(now).and_then(|(before, now)| promise::by_hours(before, now)));
    }
    changes.extend(by_hours.into_iter().min().map(|kind| {
        let when = match kind {
            Kind::WorsePromise => "later",
            Kind::BetterPromise => "sooner",
            _ => "at other times, sometimes later and sometimes sooner,",
        };
        (kind, format!("answers {when} by its new hours, though it promises the same"))
    }));
    changes
}

fn hours((side, old): One<'_, '_>, (other, new): One<'_, '_>) -> Vec<(Kind, String)> {
    let told =
        |hours: Option<crate::publish::Hours<'_>>| hours.map(|hours| (hours.opening_hours.to_owned(), hours.time_zone));
    let (was, is) = (told(old.hours), told(new.hours));
    // Which days are special changes the same hours, too, but its promises say so.
    if was == is {
        return Vec::new();
    }
    let seconds = |side: &Side<'_>, service: &Service<'_>| {
        let spans = side.published.spans(service.hours?.calendar);
        let until = other.published.now + chrono::TimeDelta::weeks(4);
        Some(spans.open_seconds(other.published.now, until))
    };
    let more = match (seconds(side, old), seconds(other, new)) {
        (Some(was), Some(is)) if is < was => "open for less time: ",
        (Some(was), Some(is)) if was < is => "open for more time: ",
        _ => "open ",
    };
    let shown = |hours: Option<(String, &str)>| {
        hours.map_or_else(|| "at no known hours".to_owned(), |(hours, zone)| format!("{hours} ({zone})"))
    };
    vec![(Kind::Hours, format!("is {more}{} instead of {}", shown(is), shown(was)))]
}

fn channels((side, old): One<'_, '_>, (other, new): One<'_, '_>) -> Vec<(Kind, String)> {
    let (was, is) = (ways(side, old), ways(other, new));
    let apart = |some: &BTreeMap<String, String>, others: &BTreeMap<String, String>| -> Vec<String> {
        some.iter().filter(|(way, _)| !others.contains_key(*way)).map(|(_, shown)| shown.clone()).collect()
    };
    let (lost, added) = (apart(&was, &is), apart(&is, &was));
    let text = match (lost.is_empty(), added.is_empty()) {
        (true, true) => return Vec::new(),
        (false, true) => format!("is no longer reached by {}", lost.join(", ")),
        (true, false) => format!("is now reached by {}, too", added.join(", ")),
        (false, false) => format!("is now reached by {} instead of {}", added.join(", "), lost.join(", ")),
    };
    vec![(Kind::Channels, text)]
}

/// The ways to reach a service by what is behind them, each in a few words: a number may be written otherwise.
fn ways(side: &Side<'_>, service: &Service<'_>) -> BTreeMap<String, String> {
    let way = |channel: Channel<'_>| {
        let address = channel.address.map(|text| text.str(side.locale).into_owned());
        let place = channel.place.map(|place| side.place(place.key));
        let link = channel.link.as_deref().map(str::to_owned);
        let shown = channel.shown.map(str::to_owned).or(address).or(place).or(link.clone()).unwrap_or_default();
        let kind = channel.kind.word();
        (format!("{kind} {}", link.as_ref().unwrap_or(&shown)), format!("{kind} {shown}").trim_end().to_owned())
    };
    service.channels.iter().map(way).collect()
}

fn answering((side, old): One<'_, '_>, (other, new): One<'_, '_>) -> Vec<(Kind, String)> {
    let (was, is) = (side.names(old.owner.iter()), other.names(new.owner.iter()));
    let listed = |names: Vec<String>| if names.is_empty() { "nobody".to_owned() } else { names.join(", ") };
    let same = was.iter().collect::<BTreeSet<_>>() == is.iter().collect::<BTreeSet<_>>();
    match same {
        true => Vec::new(),
        false => vec![(Kind::Owner, format!("is now answered for by {} instead of {}", listed(is), listed(was)))],
    }
}

fn serves((side, old): One<'_, '_>, (other, new): One<'_, '_>) -> Vec<(Kind, String)> {
    let (was, is) = (side.names(old.serves.iter()), other.names(new.serves.iter()));
    let listed =
        |names: Vec<String>| if names.is_empty() { "nobody in particular".to_owned() } else { names.join(", ") };
    let same = was.iter().collect::<BTreeSet<_>>() == is.iter().collect::<BTreeSet<_>>();
    match same {
        true => Vec::new(),
        false => vec![(Kind::Serves, format!("is now for {} instead of {}", listed(is), listed(was)))],
    }
}

/// By what is due: when next.
fn dates((side, old): One<'_, '_>, (other, new): One<'_, '_>) -> Vec<(Kind, String)> {
    let next = |side: &Side<'_>, service: &Service<'_>| -> BTreeMap<String, Vec<chrono::NaiveDate>> {
        let mut all: BTreeMap<String, Vec<chrono::NaiveDate>> = BTreeMap::new();
        for date in side.published.dates(Feed::Service(service.key)).filter(|date| date.service == service.key) {
            let coming = date.occurrences.iter().take(3).map(|next| next.date);
            all.entry(date.what.str(side.locale).into_owned()).or_default().extend(coming);
        }
        all
    };
    let (was, is) = (next(side, old), next(other, new));
    let mut changes = Vec::new();
    for (what, before) in &was {
        let Some(now) = is.get(what) else {
            changes.push((Kind::Deadline, format!("has no date any more for “{what}”")));
            continue;
        };
        if let Some((before, now)) = before.iter().zip(now).find(|(before, now)| before != now) {
            changes.push((Kind::Deadline, format!("has “{what}” on {now} instead of {before}")));
        }
    }
    for (what, now) in is.iter().filter(|(what, _)| !was.contains_key(*what)) {
        let first = now.first().map(|first| format!(", first on {first}")).unwrap_or_default();
        changes.push((Kind::Deadline, format!("has a new date: “{what}”{first}")));
    }
    changes
}

/// The time that the chain behind the main promise leaves when it leaves the least.
fn chain((_, old): One<'_, '_>, (_, new): One<'_, '_>) -> Option<(Kind, String)> {
    let spare = |service: &Service<'_>| service.chain.get()?.spare_minutes;
    let (was, is) = (spare(old)?, spare(new)?);
    let words = |minutes: u32| match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} working minutes"),
        (hours, 0) => format!("{hours} working hours"),
        (hours, minutes) => format!("{hours} working hours and {minutes} minutes"),
    };
    let kind = if is < was { Kind::TighterChain } else { Kind::EasierChain };
    let text = format!("has {} to spare behind its promise instead of {}", words(is), words(was));
    (was != is).then_some((kind, text))
}
