//! Departments as parts of departments.

use crate::checks::check::{Subject, check};
use crate::diagnostic::Diagnostics;
use crate::model::DepartmentId;

check! {
    /// Ensures that no department is part of itself, directly or through others. The site could not
    /// show where it belongs.
    DEPARTMENT_CIRCLE: Error "department-circle" => department_circle
}

fn department_circle(subject: &Subject<'_>, found: &mut Diagnostics) {
    let catalog = subject.catalog;
    let whole = |id: DepartmentId| catalog.department(id).part_of.as_ref();
    // Each department is walked over once: by the number of the walk that first met it.
    let mut walk_of = vec![0_usize; catalog.departments().len()];
    for (start, _) in catalog.departments() {
        let walk = start.index() + 1;
        let mut at = start;
        while walk_of[at.index()] == 0 {
            walk_of[at.index()] = walk;
            match whole(at) {
                Some(next) => at = next.value,
                None => break,
            }
        }
        if walk_of[at.index()] != walk || whole(at).is_none() {
            continue;
        }
        let circle = circle(at, whole);
        let names: Vec<String> = circle.iter().map(|id| format!("`{}`", catalog.department(*id).slug)).collect();
        let message = match names.as_slice() {
            [one] => format!("the department {one} is part of itself"),
            [first, ..] => format!("these departments are parts of each other: {} in {first}", names.join(" in ")),
            [] => continue,
        };
        let mut places = circle.iter().filter_map(|id| whole(*id).map(|of| (*id, of)));
        let Some((_, first)) = places.next() else { continue };
        let mut diagnostic = DEPARTMENT_CIRCLE
            .at(first.span, message)
            .why("no page could say where the department belongs")
            .help("delete `part_of` from the one that stands above the others");
        for (id, of) in places {
            let (part, whole) = (&catalog.department(id).slug, &catalog.department(of.value).slug);
            diagnostic = diagnostic.also(of.span, format!("`{part}` is part of `{whole}`"));
        }
        found.push(diagnostic);
    }
}

/// The departments of the circle in which `start` lies, beginning with the one that comes first in
/// the catalog.
fn circle<'a>(
    start: DepartmentId,
    whole: impl Fn(DepartmentId) -> Option<&'a crate::diagnostic::Spanned<DepartmentId>>,
) -> Vec<DepartmentId> {
    let mut circle = vec![start];
    let mut at = start;
    while let Some(next) = whole(at).filter(|next| next.value != start) {
        at = next.value;
        circle.push(at);
    }
    let first = circle.iter().enumerate().min_by_key(|(_, id)| **id).map_or(0, |(place, _)| place);
    circle.rotate_left(first);
    circle
}
