//! Desks and the doors in front of them.

use crate::checks::check::{Subject, check};
use crate::clock::{Calendar, Hours, Opening};
use crate::diagnostic::Diagnostics;
use crate::model::{Channel, ChannelTarget};

check! {
    /// Ensures that the hours of a desk lie within those of the doors of its place. Where they do not, readers are
    /// told the times that both have in common, which its author may not have meant.
    DESK_BEHIND_CLOSED_DOORS: Warning "desk-behind-closed-doors" => desk_behind_closed_doors, waits
}

fn desk_behind_closed_doors(subject: &Subject<'_>, found: &mut Diagnostics) {
    let catalog = subject.catalog;
    let channels = (catalog.departments().flat_map(|(_, department)| &department.channels))
        .chain(catalog.teams().flat_map(|(_, team)| &team.channels))
        .chain(catalog.services().flat_map(|(_, service)| &service.channels));
    for (channel, place, calendar) in channels.filter_map(|channel| bounded(channel, subject)) {
        let own = Calendar::new(calendar.hours().clone(), None, [], calendar.zone());
        let today = calendar.date_at(subject.now);
        let (meant, left) = (own.week(today), calendar.week(today));
        // What never opens at all has a finding of its own.
        if left.days().all(|(_, openings)| openings.is_empty()) {
            continue;
        }
        let mut days = meant.days().zip(left.days());
        let Some(((day, wanted), (_, kept))) = days.find(|((_, wanted), (_, kept))| wanted != kept) else { continue };
        let says = format!("on {day} this desk is to be open {}, but the doors of `{place}` leave", listed(wanted));
        let rest = if kept.is_empty() { "nothing".to_owned() } else { listed(kept) };
        found.push(
            DESK_BEHIND_CLOSED_DOORS
                .at(channel.span, format!("{says} {rest} of it"))
                .why("readers are told the times that both have in common")
                .help("write the times at which one can really walk in, or correct the `hours` of the place"),
        );
    }
}

/// A desk with hours of its own, the id of its place, and when it is open; none for what is open round the clock,
/// which means as long as the doors are.
fn bounded<'a>(channel: &'a Channel, subject: &Subject<'a>) -> Option<(&'a Channel, &'a str, &'a Calendar)> {
    let ChannelTarget::Desk(desk) = &channel.target else { return None };
    let place = subject.catalog.place(desk.place.filter(|_| desk.has_hours)?);
    let calendar = subject.catalog.calendar(channel.calendar?);
    let is_bounded = !calendar.bounds().is_empty() && *calendar.hours() != Hours::always();
    is_bounded.then_some((channel, &*place.slug, calendar))
}

fn listed(openings: &[Opening]) -> String {
    openings.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
