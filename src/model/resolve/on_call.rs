//! Who works on a case whose clock always runs, when the service itself is closed.
//!
//! An emergency channel says that somebody does: for the standard that it names, or for all when it names
//! none; in its own hours, or at any hour when it has none.

use super::scope::Scope;
use crate::clock::Calendar;
use crate::model::channel::{Channel, ChannelTarget};
use crate::model::department::Department;
use crate::model::id::CalendarId;
use crate::model::service::Service;
use crate::model::standard::{OnCall, Standard};
use crate::model::team::Team;

/// Tells each standard of each service when own work on it is done, once all channels are known.
pub(super) fn resolve(
    mut services: Vec<Service>,
    teams: &[Team],
    departments: &[Department],
    scope: &mut Scope<'_>,
) -> Vec<Service> {
    for service in services.iter_mut().filter(|service| service.own_work.is_some()) {
        let team = &teams[service.team.index()];
        let lists = [&*service.channels, &team.channels, &departments[team.department.index()].channels];
        let channels = lists.into_iter().find(|list| !list.is_empty()).unwrap_or_default();
        for standard in service.standards.iter_mut().filter(|standard| standard.always) {
            standard.on_call = on_call(service.calendar, channels, standard, scope);
        }
    }
    services
}

fn on_call(
    own: Option<CalendarId>,
    channels: &[Channel],
    standard: &Standard,
    scope: &mut Scope<'_>,
) -> Option<OnCall> {
    let names = |channel: &&Channel| channel.standard.as_ref().is_none_or(|name| name.value == standard.urgency);
    let emergency =
        channels.iter().filter(|channel| matches!(channel.target, ChannelTarget::Emergency(_))).filter(names);
    let calendars: Vec<Option<CalendarId>> = emergency.map(|channel| channel.calendar).collect();
    if calendars.is_empty() {
        return None;
    }
    let Some(hours) = calendars.into_iter().collect::<Option<Vec<CalendarId>>>() else { return Some(OnCall::Always) };
    let mut all: Vec<CalendarId> = own.into_iter().chain(hours).collect();
    all.dedup();
    let calendar = |id: &CalendarId| scope.calendars.get(*id).clone();
    let mut calendars = all.iter().map(calendar);
    let first = calendars.next()?;
    let others: Vec<Calendar> = calendars.collect();
    if first.never_closes() || others.iter().any(Calendar::never_closes) {
        return Some(OnCall::Always);
    }
    match all.as_slice() {
        [only] => Some(OnCall::Hours(*only)),
        _ => Some(OnCall::Hours(scope.calendar(first.or(others)))),
    }
}
