//! Departments as parts of departments, teams as parts of teams.

use crate::checks::check::{Check, Subject, check};
use crate::diagnostic::{Diagnostic, Diagnostics, Span};

check! {
    /// Ensures that no department is part of itself, directly or through others. The site could not
    /// show where it belongs.
    DEPARTMENT_CIRCLE: Error "department-circle" => department_circle
}

fn department_circle(subject: &Subject<'_>, found: &mut Diagnostics) {
    let parts = subject.catalog.departments().map(|(_, department)| Part {
        slug: &department.slug,
        whole: department.part_of.as_ref().map(|whole| (whole.value.index(), whole.span)),
    });
    report(&DEPARTMENT_CIRCLE, "department", &parts.collect::<Vec<_>>(), found);
}

check! {
    /// Ensures that no team is part of itself, directly or through others.
    TEAM_CIRCLE: Error "team-circle" => team_circle
}

fn team_circle(subject: &Subject<'_>, found: &mut Diagnostics) {
    let parts = subject.catalog.teams().map(|(_, team)| Part {
        slug: &team.slug,
        whole: team.part_of.as_ref().map(|whole| (whole.value.index(), whole.span)),
    });
    report(&TEAM_CIRCLE, "team", &parts.collect::<Vec<_>>(), found);
}

/// An entry that may be part of another one of its kind.
struct Part<'a> {
    slug: &'a str,
    /// The place of the larger one in the same list, and where it is named.
    whole: Option<(usize, Span)>,
}

/// One finding for each circle.
fn report(check: &Check, noun: &str, parts: &[Part<'_>], found: &mut Diagnostics) {
    let whole = |place: usize| parts.get(place).and_then(|part| part.whole);
    // Each entry is walked over once: by the number of the walk that first met it.
    let mut walk_of = vec![0_usize; parts.len()];
    for start in 0..parts.len() {
        let walk = start + 1;
        let mut at = start;
        while walk_of[at] == 0 {
            walk_of[at] = walk;
            match whole(at) {
                Some((next, _)) => at = next,
                None => break,
            }
        }
        if walk_of[at] == walk && whole(at).is_some() {
            found.extend(circle(check, noun, &members(at, whole), parts));
        }
    }
}

fn circle(check: &Check, noun: &str, circle: &[usize], parts: &[Part<'_>]) -> Option<Diagnostic> {
    let of = |place: &usize| parts.get(*place);
    let names: Vec<String> = circle.iter().filter_map(of).map(|part| format!("`{}`", part.slug)).collect();
    let message = match names.as_slice() {
        [one] => format!("the {noun} {one} is part of itself"),
        [first, ..] => format!("these {noun}s are parts of each other: {} in {first}", names.join(" in ")),
        [] => return None,
    };
    let mut places = circle.iter().filter_map(of).filter_map(|part| Some((part.slug, part.whole?)));
    let (_, (_, first)) = places.next()?;
    let mut diagnostic = check
        .at(first, message)
        .why(format!("no page could say where the {noun} belongs"))
        .help("delete `part_of` from the one that stands above the others");
    for (slug, (whole, span)) in places {
        let whole = of(&whole).map_or("", |whole| whole.slug);
        diagnostic = diagnostic.also(span, format!("`{slug}` is part of `{whole}`"));
    }
    Some(diagnostic)
}

/// The places of the circle in which `start` lies, beginning with the one that comes first in the catalog.
fn members(start: usize, whole: impl Fn(usize) -> Option<(usize, Span)>) -> Vec<usize> {
    let mut circle = vec![start];
    let mut at = start;
    while let Some((next, _)) = whole(at).filter(|(next, _)| *next != start) {
        at = next;
        circle.push(at);
    }
    let first = circle.iter().enumerate().min_by_key(|(_, place)| **place).map_or(0, |(nth, _)| nth);
    circle.rotate_left(first);
    circle
}
