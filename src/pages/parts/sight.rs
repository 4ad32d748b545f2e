//! How a service's work reaches the company's own customers: its line of sight.

use serde::Serialize;

use crate::model::{Served, ServiceId};
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
    pub fn new(id: ServiceId, reader: Reader<'a>) -> Option<Self> {
        let outlook = reader.edition.outlook();
        if !outlook.has_customers || !reader.catalog().service(id).is_offered() {
            return None;
        }
        let mut stations: Vec<Link<'a>> =
            outlook.sight.line(id).unwrap_or_default().into_iter().map(|station| reader.service(station)).collect();
        if let Some(first) = stations.first_mut() {
            first.href = None;
            stations.push(reader.served(Served::Customers));
        }
        Some(Self { stations })
    }
}
