//! Doubts about times that hold at once: of one rule, of two rules, of a night and the day behind it.

use opening_hours_syntax::rules::RuleSequence;

use crate::clock::doubt::{Doubt, replacing, times};
use crate::clock::opening::{DAY_MINUTES, Opening, join};
use crate::clock::rule::{Rule, Verdict};

/// The weekdays as the notation writes them.
const DAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/// The first doubt about times of an expression that hold at once.
pub(super) fn doubt(written: &str, sequences: &[RuleSequence], rules: &[Rule]) -> Option<Doubt> {
    within_a_rule(sequences).or_else(|| between_rules(sequences, rules)).or_else(|| between_days(written, rules))
}

/// `08:00-12:00,11:00-16:00`: times of one rule that both hold for a while.
fn within_a_rule(sequences: &[RuleSequence]) -> Option<Doubt> {
    for sequence in sequences {
        let times = times(sequence);
        let spans: Vec<(&str, &str, &str)> = times
            .split(',')
            .filter_map(|span| span.split_once('-').map(|(from, to)| (span, from, to)))
            .filter(|(_, from, to)| from.len() == 5 && to.len() == 5)
            .collect();
        for pair in spans.windows(2) {
            let &[(first, from, end), (second, begin, until)] = pair else { continue };
            if from <= begin && begin < end {
                let whole = format!("{from}-{}", end.max(until));
                return Some(Doubt::new(
                    format!("`{first}` and `{second}` overlap"),
                    format!("write `{whole}`, or correct one of the times"),
                ));
            }
        }
    }
    None
}

/// `Mo-We 08:00-16:00; We 12:00-18:00` and the same with a comma: a later rule for a day at the end of those of an
/// earlier one, whose times begin within its times and go on beyond them. Behind `;` only the later ones hold, behind
/// `,` both do.
fn between_rules(sequences: &[RuleSequence], rules: &[Rule]) -> Option<Doubt> {
    for (place, later) in rules.iter().enumerate() {
        let Some(its) = later.weekdays() else { continue };
        for earlier in rules.iter().take(place) {
            let Some(mine) = earlier.weekdays().filter(|_| earlier.verdict == Verdict::Replace) else { continue };
            let shared = shared_end(mine, its).or_else(|| (mine == its).then_some(mine));
            let pair = pairs(&earlier.openings, &later.openings).find(|(one, other)| goes_beyond(*one, *other));
            let (Some(shared), Some((one, other))) = (shared, pair) else { continue };
            let days = day_names(shared);
            let whole = Opening { start: one.start, end: other.end };
            let rest = day_names(std::array::from_fn(|day| mine[day] && !shared[day]));
            let before = if rest.is_empty() { String::new() } else { format!("{rest} {one}; ") };
            match later.verdict {
                Verdict::Add => {
                    return Some(Doubt::new(
                        format!("`{one}` and `{}` overlap on `{days}`", sequences.get(place)?.to_string().trim()),
                        format!("write `{before}{days} {whole}`, or correct one of the times"),
                    ));
                }
                Verdict::Replace if !rest.is_empty() => {
                    return Some(Doubt::new(
                        format!(
                            "behind `;` the rule `{days} {other}` replaces `{one}` on `{days}`, where both overlap"
                        ),
                        format!("write `{before}{days} {other}` if that is meant, else `{before}{days} {whole}`"),
                    ));
                }
                _ => {}
            }
        }
    }
    None
}

/// `Mo 22:00-09:00; Tu 08:00-16:00`: a night that goes on into what opens on the day behind it.
fn between_days(written: &str, rules: &[Rule]) -> Option<Doubt> {
    let week = week(rules)?;
    for (day, openings) in week.iter().enumerate() {
        let Some(night) = openings.iter().find(|opening| opening.end > DAY_MINUTES) else { continue };
        let morning = night.end - DAY_MINUTES;
        let next = week.get((day + 1) % 7)?.iter().find(|next| next.start < morning && **next != *night);
        let Some(next) = next.filter(|next| next.start > 0) else { continue };
        let whole = Opening { start: night.start, end: next.start + DAY_MINUTES };
        let doubt = Doubt::new(
            format!("`{night}` goes on through the night and into `{next}` of the next day"),
            format!("write `{whole}`, since it stays open from then on, or correct one of the times"),
        );
        let meant = replacing(written, *night, whole);
        return Some(doubt.meaning(meant));
    }
    None
}

/// What opens on each day of a week by rules that are the same every week; `None` where times are closed by themselves.
fn week(rules: &[Rule]) -> Option<[Vec<Opening>; 7]> {
    let mut week: [Vec<Opening>; 7] = Default::default();
    for rule in rules {
        let Some(days) = rule.weekdays() else { continue };
        for (openings, _) in week.iter_mut().zip(days).filter(|(_, is_its)| *is_its) {
            match rule.verdict {
                Verdict::Replace => openings.clone_from(&rule.openings),
                Verdict::Add => *openings = join(openings.iter().chain(&rule.openings).copied().collect()),
                Verdict::Fallback if openings.is_empty() => openings.clone_from(&rule.openings),
                Verdict::Fallback => {}
                Verdict::CloseDay | Verdict::Unknown => openings.clear(),
                Verdict::CloseTimes => return None,
            }
        }
    }
    Some(week)
}

fn pairs<'a>(ones: &'a [Opening], others: &'a [Opening]) -> impl Iterator<Item = (Opening, Opening)> + 'a {
    ones.iter().flat_map(move |one| others.iter().map(move |other| (*one, *other)))
}

/// Whether a stretch begins within another and ends behind it.
fn goes_beyond(one: Opening, other: Opening) -> bool {
    one.start < other.start && other.start < one.end && one.end < other.end && other.end <= DAY_MINUTES
}

/// The days of a later rule, where they are some of an earlier rule's, and at one end of these.
fn shared_end(mine: [bool; 7], its: [bool; 7]) -> Option<[bool; 7]> {
    let inside = its.iter().zip(mine).all(|(its, mine)| !its || mine);
    let first = mine.iter().position(|day| *day)?;
    let last = mine.iter().rposition(|day| *day)?;
    (inside && mine != its && (its[first] || its[last])).then_some(its)
}

/// `Mo-We,Fr`
fn day_names(days: [bool; 7]) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for day in (0..7).filter(|day| days[*day]) {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == day => *last = day,
            _ => runs.push((day, day)),
        }
    }
    let name = |(first, last): (usize, usize)| match last - first {
        0 => DAYS[first].to_owned(),
        1 => format!("{},{}", DAYS[first], DAYS[last]),
        _ => format!("{}-{}", DAYS[first], DAYS[last]),
    };
    runs.into_iter().map(name).collect::<Vec<String>>().join(",")
}
