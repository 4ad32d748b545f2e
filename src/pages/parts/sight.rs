//! How a service's work reaches the company's own customers: its line of sight.

use serde::Serialize;

use crate::publish::{Service, Who};
use crate::site::phrase::Link;
use crate::site::reader::Reader;

/// The way from a service to the customer.
#[derive(Debug, Serialize)]
pub struct LineView<'a> {
    /// The services on the way, this one first, and the customer last; empty when no way is known.
    pub stations: Vec<Link<'a>>,
}

impl<'a> LineView<'a> {
    /// The way from a service; `None` when the company serves no customers, or the service has ended.
    pub fn new(service: &Service<'_>, reader: Reader<'a>) -> Option<Self> {
        let published = reader.published();
        if !published.has_customers() || !service.is_offered() {
            return None;
        }
        let line = published.line_of_sight(service.key);
        let mut stations: Vec<Link<'a>> = line.into_iter().map(|station| reader.service(station.key)).collect();
        if let Some(first) = stations.first_mut() {
            first.href = None;
            stations.push(reader.who(Who::Customers));
        }
        Some(Self { stations })
    }
}
