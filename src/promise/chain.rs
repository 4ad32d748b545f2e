//! What a promise leans on: the blocking dependencies with their promises, and the team's own work.
//!
//! The rules, where the format leaves room:
//! - A service's **main** promise is its `normal` standard, or its first one when it has no `normal`.
//!   Its chain counts on the standard that each dependency names (the one of the same urgency, where nothing is
//!   written), or else on the dependency's main promise.
//! - The chain of **another urgency** counts on the same urgency of every dependency, unless the file names a
//!   standard for it. Where one of them has neither, it counts on its main promise; such a chain
//!   is *assumed*, since the dependency was written with the main promise in mind. What is written for the urgency
//!   is held against it by itself, too.
//! - A dependency that has ended (`retired`) promises nothing.
//! - Dependencies are asked when the service's clock starts, all at once, but for `after`. Dependencies
//!   that do not block delay only where a blocking one stands `after` them.
//! - `own_work` follows when the last one has answered, in the service's hours. Under `clock: always` it
//!   also runs in the hours of an `emergency` channel for that urgency: round the clock if it has none.

use std::collections::HashMap;

use super::clocks::Clock;
use crate::clock::Turnaround;
use crate::model::{Catalog, Dependency, OnCall, Service, ServiceId, Standard};

/// A promise and what must happen before it can be kept.
#[derive(Clone, Debug)]
pub struct Chain<'a> {
    /// Who promises.
    pub service: ServiceId,
    /// What it promises.
    pub standard: &'a Standard,
    /// The dependencies that are waited for; one that waits for another stands below it.
    pub links: Vec<ChainLink<'a>>,
    /// What the team itself does when all have answered.
    pub work: Option<Promise>,
    /// The dependencies that wait for each other by `after`, so that none is ever asked.
    pub entangled: Vec<&'a Dependency>,
    /// Whether it is another urgency than the main one, held against what was written for the main one:
    /// a dependency without that urgency, or the own work alone.
    pub assumed: bool,
}

impl Chain<'_> {
    /// Whether all that is waited for is promised, so that its end can be worked out. If not, what is promised
    /// still tells when the end cannot come before.
    pub fn is_promised(&self) -> bool {
        self.entangled.is_empty() && self.links.iter().all(|link| link.promise.is_some())
    }

    /// An assumed chain less what is assumed, as if that were answered at once: what the files say for this very
    /// urgency. `None` where they say nothing of any dependency.
    pub(super) fn written(self) -> Option<Self> {
        let links = self.links.into_iter();
        let links: Vec<ChainLink<'_>> =
            links.map(|link| ChainLink { promise: link.promise.filter(|_| !link.assumed), ..link }).collect();
        links.iter().any(|link| link.promise.is_some()).then_some(Self { links, assumed: false, ..self })
    }
}

/// A dependency of a chain.
#[derive(Clone, Debug)]
pub struct ChainLink<'a> {
    /// As it is written.
    pub dependency: &'a Dependency,
    /// What is counted on; `None` when the other service has no standards.
    pub standard: Option<&'a Standard>,
    /// The promised resolution; `None` when there is none, or no hours to count it in.
    pub promise: Option<Promise>,
    /// The link, by its place above, that must have answered before this one is asked.
    pub after: Option<usize>,
    /// Whether an urgency counts here on what was written for the main promise.
    pub assumed: bool,
}

/// When something is due by a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Promise {
    /// The clock.
    pub clock: Clock,
    /// When it is due.
    pub time: Turnaround,
}

impl Promise {
    /// The resolution that a service promises by a standard, if a time can be worked out.
    pub fn resolution(service: &Service, standard: &Standard) -> Option<Self> {
        Some(Self { clock: Clock::of(service, standard)?, time: standard.resolution.as_ref()?.value })
    }
}

/// The promise that counts where no urgency is named.
pub fn main_standard(service: &Service) -> Option<&Standard> {
    service.standard(Standard::NORMAL).or(service.standards.first())
}

/// The standard that a main promise counts on: the one that the dependency names, or else the main one.
pub fn usual_standard<'a>(catalog: &'a Catalog, dependency: &Dependency) -> Option<&'a Standard> {
    let other = catalog.service(dependency.service);
    other.standard(&dependency.standard).or_else(|| main_standard(other))
}

/// The chain behind a service's standard.
pub fn chain<'a>(catalog: &'a Catalog, id: ServiceId, standard: &'a Standard) -> Chain<'a> {
    let service = catalog.service(id);
    let usual = main_standard(service).map_or(Standard::NORMAL, |main| &main.urgency);
    let main = *standard.urgency == *usual;
    let link = |dependency: &'a Dependency| {
        let other = catalog.service(dependency.service);
        let promised = |standard: &&Standard| Promise::resolution(other, standard).is_some();
        let same = other.standard(&standard.urgency).filter(promised);
        let counted_on = match main || dependency.is_chosen {
            true => usual_standard(catalog, dependency),
            false => same.or_else(|| main_standard(other)),
        };
        // What has ended answers nobody any more.
        let promise = counted_on.filter(|_| other.is_offered());
        let promise = promise.and_then(|standard| Promise::resolution(other, standard));
        let same = dependency.is_chosen || counted_on.is_some_and(|other| other.urgency == standard.urgency);
        ChainLink { dependency, standard: counted_on, promise, after: None, assumed: !main && !same }
    };
    let links: Vec<ChainLink<'a>> = awaited(service).into_iter().map(link).collect();
    let assumed = !main && (links.is_empty() || links.iter().any(|link| link.assumed));
    let (links, entangled) = in_order(links);
    Chain { service: id, standard, links, work: own_work(catalog, id, standard), entangled, assumed }
}

/// The dependencies that keep the work waiting: those that block, and those that one of them comes
/// `after`, since it is asked only when they have answered.
fn awaited(service: &Service) -> Vec<&Dependency> {
    let all = &service.depends_on;
    // Most are asked side by side.
    if all.iter().all(|dependency| dependency.after.is_none()) {
        return all.iter().filter(|dependency| dependency.blocking).collect();
    }
    let mut places: HashMap<ServiceId, Vec<usize>> = HashMap::new();
    for (place, dependency) in all.iter().enumerate() {
        places.entry(dependency.service).or_default().push(place);
    }
    let mut awaited: Vec<bool> = all.iter().map(|dependency| dependency.blocking).collect();
    let mut waiting: Vec<&Dependency> = all.iter().filter(|dependency| dependency.blocking).collect();
    while let Some(dependency) = waiting.pop() {
        let Some(before) = dependency.after else { continue };
        waiting.extend(places.remove(&before).unwrap_or_default().into_iter().filter_map(|place| {
            let new = !std::mem::replace(awaited.get_mut(place)?, true);
            all.get(place).filter(|_| new)
        }));
    }
    all.iter().zip(awaited).filter(|(_, awaited)| *awaited).map(|(dependency, _)| dependency).collect()
}

fn own_work(catalog: &Catalog, id: ServiceId, standard: &Standard) -> Option<Promise> {
    let service = catalog.service(id);
    let time = service.own_work.as_ref()?.value.into();
    let clock = match standard.on_call {
        Some(OnCall::Always) => Clock::Always,
        Some(OnCall::Hours(calendar)) => Clock::Hours(calendar),
        None => service.calendar.map_or(Clock::Always, Clock::Hours),
    };
    Some(Promise { clock, time })
}

/// Puts each link below the one that it waits for. Those that wait in a circle cannot be placed.
fn in_order(links: Vec<ChainLink<'_>>) -> (Vec<ChainLink<'_>>, Vec<&Dependency>) {
    if links.iter().all(|link| link.dependency.after.is_none()) {
        return (links, Vec::new());
    }
    let mut place_of: HashMap<ServiceId, usize> = HashMap::new();
    for (place, link) in links.iter().enumerate() {
        place_of.entry(link.dependency.service).or_insert(place);
    }
    let mut followers: Vec<Vec<usize>> = vec![Vec::new(); links.len()];
    let mut ready: Vec<(usize, Option<usize>)> = Vec::new();
    for (place, link) in links.iter().enumerate() {
        match link.dependency.after.and_then(|after| place_of.get(&after)) {
            Some(before) => followers[*before].push(place),
            None => ready.push((place, None)),
        }
    }
    let mut ordered: Vec<ChainLink<'_>> = Vec::with_capacity(links.len());
    let mut placed = vec![false; links.len()];
    let mut next = 0;
    while let Some((place, after)) = ready.get(next).copied() {
        next += 1;
        placed[place] = true;
        ready.extend(followers[place].iter().map(|follower| (*follower, Some(ordered.len()))));
        ordered.push(ChainLink { after, ..links[place].clone() });
    }
    let lost = links.iter().zip(placed).filter(|(_, placed)| !placed);
    let entangled = lost.map(|(link, _)| link.dependency).collect();
    (ordered, entangled)
}
