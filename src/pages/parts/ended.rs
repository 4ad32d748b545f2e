//! Where to go on from a service that has ended.

use serde::Serialize;

use super::channel::ChannelView;
use super::reach::ReachView;
use super::whom_to_ask;
use crate::publish::{Home, Service};
use crate::site::phrase::Link;
use crate::site::reader::Reader;

/// Where to go on: the service that stands in its place, or those who did the work.
#[derive(Debug, Serialize)]
pub struct EndedView<'a> {
    /// Who that is.
    pub by: Link<'a>,
    /// How to reach them.
    pub channels: Option<ReachView<'a>>,
    /// Whom to ask where nobody says how they are reached.
    pub ask: Vec<Link<'a>>,
}

impl<'a> EndedView<'a> {
    /// Nothing of a service that is still there.
    pub(crate) fn new(service: &Service<'a>, reader: Reader<'a>) -> Option<Self> {
        if service.is_offered() {
            return None;
        }
        if let Some(other) = successor(service, reader) {
            return Some(Self {
                by: reader.service(other.key),
                channels: ReachView::new(ChannelView::of_service(&other, reader)),
                ask: whom_to_ask::of_service(&other, reader),
            });
        }
        let published = reader.published();
        let doer = service.doer();
        let (channels, hours) = match doer {
            Home::Team(team) => {
                let team = published.team(team.key);
                (team.channels, team.hours)
            }
            Home::Department(department) => {
                let department = published.department(department.key);
                (department.channels, department.hours)
            }
        };
        let calendar = hours.map(|hours| hours.calendar);
        Some(Self {
            by: reader.home(doer),
            channels: ReachView::new(ChannelView::all(channels.iter(), calendar, reader)),
            ask: whom_to_ask::of_service(service, reader),
        })
    }
}

/// What replaces a service, and is still there itself.
pub(crate) fn successor<'a>(service: &Service<'a>, reader: Reader<'a>) -> Option<Service<'a>> {
    let mut seen = vec![service.key];
    let mut next = service.replaced_by;
    while let Some(other) = next.filter(|other| !seen.contains(&other.key)) {
        let other = reader.published().service(other.key);
        if other.is_offered() {
            return Some(other);
        }
        seen.push(other.key);
        next = other.replaced_by;
    }
    None
}
