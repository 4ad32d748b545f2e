//! Whom to turn to when no answer comes.

use serde::Serialize;

use super::entries::away_badge;
use crate::publish::{Escalation, Who};
use crate::site::address::shown;
use crate::site::phrase::{Badge, Link, Phrase};
use crate::site::reader::Reader;

/// Whom to turn to when no answer comes.
#[derive(Debug, Serialize)]
pub struct EscalationView<'a> {
    /// After how long, in words; none for at once.
    pub after: Option<String>,
    /// Who.
    pub to: Vec<ContactView<'a>>,
}

/// Somebody to turn to.
#[derive(Debug, Serialize)]
pub struct ContactView<'a> {
    /// Who.
    pub who: Link<'a>,
    /// A word when they are away.
    pub away: Option<Badge>,
    /// A number to call.
    pub phone: Option<Link<'a>>,
}

impl<'a> EscalationView<'a> {
    /// `always`: whether the clock of the promise that is waited for never stops.
    pub(crate) fn new(step: Escalation<'a>, always: bool, reader: Reader<'a>) -> Self {
        let contact = |who: Who<'a>| {
            let phone = match who {
                Who::Person(person) => reader.published().person(person.key).phone,
                _ => None,
            };
            let phone = phone.map(|phone| Link { href: Some(phone.href()), name: Phrase::own(shown(phone.shown())) });
            ContactView { who: reader.who(who), away: away_badge(who, reader), phone }
        };
        Self {
            after: step.after.map(|time| reader.words().after(reader.span(*time, always))),
            to: step.to.iter().map(contact).collect(),
        }
    }
}
