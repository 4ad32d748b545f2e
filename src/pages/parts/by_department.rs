//! Tables of the whole company, department by department.

use crate::pages::view::Head;
use crate::publish::{Department, DepartmentId, ServiceId};
use crate::site::phrase::{Link, Phrase};
use crate::site::reader::Reader;
use crate::site::{Edition, Part, Place};

/// A page that shows something of each department: of all, or of one part; or the ways to the parts, where there
/// are such. A part of several leads to the others.
pub(crate) fn split<'a, T>(
    part: Option<Part>,
    parts: fn(&Edition<'_>) -> Vec<Part>,
    place: fn(Option<Part>) -> Place,
    reader: Reader<'a>,
    mut of: impl FnMut(DepartmentId, Option<Part>) -> Option<T>,
) -> (Vec<T>, Vec<Link<'a>>) {
    let link = |to: Part| {
        let href = (Some(to) != part).then(|| reader.href(place(Some(to))));
        Link { href, name: part_name(to, reader) }
    };
    if let Some(part) = part {
        let others = part.share.siblings().map(|share| link(Part { share, ..part })).collect();
        return (of(part.department, Some(part)).into_iter().collect(), others);
    }
    let parts = parts(reader.edition);
    if parts.is_empty() {
        return (by_department(reader, |department| of(department, None)), Vec::new());
    }
    let of_department = |id| Some(parts.iter().filter(move |part| part.department == id).map(|part| link(*part)));
    (Vec::new(), by_department(reader, of_department).into_iter().flatten().collect())
}

/// The name of a part: of its department, and which of several it is.
pub(crate) fn part_name(part: Part, reader: Reader<'_>) -> Phrase<'_> {
    let name = reader.department(part.department).name;
    Phrase { text: part.share.name(&name.text).into(), ..name }
}

/// The head of such a page.
pub(crate) fn head<'a>(part: Option<Part>, reader: Reader<'a>) -> Head<'a> {
    part.map_or_else(|| Head::of_words(reader), |part| Head::of_part(&part_name(part, reader).text, reader))
}

/// A part's entries, of all of its department.
pub(crate) fn slice<T>(all: &[T], part: Option<Part>) -> &[T] {
    part.map_or(all, |part| part.share.slice(all))
}

/// Where a department begins on a page that shows all of them.
pub(crate) fn anchor(department: DepartmentId, reader: Reader<'_>) -> String {
    format!("department-{}", reader.published().department(department).id)
}

/// Something of each department that has it, in the order of their names.
pub(crate) fn by_department<T>(reader: Reader<'_>, of: impl FnMut(DepartmentId) -> Option<T>) -> Vec<T> {
    let mut departments: Vec<Department<'_>> = reader.published().departments().collect();
    departments.sort_by_cached_key(|department| reader.words().sort_key(&department.name.str(reader.locale())));
    departments.into_iter().map(|department| department.key).filter_map(of).collect()
}

/// The services of a department that are offered, in the order of their names.
pub(crate) fn services(department: DepartmentId, reader: Reader<'_>) -> Vec<ServiceId> {
    let mut services: Vec<ServiceId> = reader.published().services_in(department).collect();
    services.sort_by_key(|id| reader.edition.rank(reader.locale(), *id));
    services
}
