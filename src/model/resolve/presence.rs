//! When people are at work who work elsewhere than their team: at its hours, by the clock and on the working days of
//! their own place.

use std::collections::HashMap;

use super::frame::{Frame, Grounds};
use super::scope::Scope;
use crate::model::company::Company;
use crate::model::id::{CalendarId, PersonId};
use crate::model::person::Person;
use crate::model::team::Team;

/// The calendars of those whose place is another one than their team's.
pub(super) fn elsewhere(
    (people, teams): (&[Person], &[Team]),
    company: &Company,
    grounds: Grounds<'_>,
    scope: &mut Scope<'_>,
) -> HashMap<PersonId, Option<CalendarId>> {
    let mut elsewhere = HashMap::new();
    for (index, person) in people.iter().enumerate() {
        let (Some(team), Some(place)) = (person.team.and_then(|team| teams.get(team.index())), person.place) else {
            continue;
        };
        let ground = grounds.get(place.index()).filter(|_| team.place != Some(place));
        let (Some(ground), Some(hours)) = (ground, team.calendar) else { continue };
        let hours = scope.calendars.get(hours).hours().clone();
        let own = Frame::of_company(company).with(&ground.said).calendar(hours);
        elsewhere.insert(PersonId::from(index), Some(scope.calendar(own)));
    }
    elsewhere
}
