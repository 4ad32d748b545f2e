//! Tables of the whole company, department by department.

use crate::model::{DepartmentId, ServiceId};
use crate::site::phrase::Link;
use crate::site::reader::Reader;
use crate::site::route::Place;

/// A table of all services by department: whole, or one department of it, or the ways to them.
pub(crate) fn tables<'a, T>(
    only: Option<DepartmentId>,
    place: fn(DepartmentId) -> Place,
    reader: Reader<'a>,
    mut of: impl FnMut(DepartmentId) -> Option<T>,
) -> (Vec<T>, Vec<Link<'a>>) {
    match only {
        Some(department) => (of(department).into_iter().collect(), Vec::new()),
        None if !reader.edition.is_large() => (by_department(reader, of), Vec::new()),
        None => {
            let part =
                |department| Link { href: Some(reader.href(place(department))), ..reader.department(department) };
            let kept = |department: DepartmentId| !reader.catalog().services_in(department).is_empty();
            (Vec::new(), by_department(reader, |department| kept(department).then(|| part(department))))
        }
    }
}

/// Where a department begins on a page that shows all of them.
pub(crate) fn anchor(department: DepartmentId, reader: Reader<'_>) -> String {
    format!("department-{}", reader.catalog().department(department).slug)
}

/// Something of each department that has it, in the order of their names.
pub(crate) fn by_department<T>(reader: Reader<'_>, of: impl FnMut(DepartmentId) -> Option<T>) -> Vec<T> {
    let catalog = reader.catalog();
    let mut departments: Vec<DepartmentId> = catalog.departments().map(|(id, _)| id).collect();
    departments.sort_by_cached_key(|id| reader.words().sort_key(catalog.department(*id).name.str(reader.locale())));
    departments.into_iter().filter_map(of).collect()
}

/// The services of a department that are offered, in the order of their names.
pub(crate) fn services(department: DepartmentId, reader: Reader<'_>) -> Vec<ServiceId> {
    let catalog = reader.catalog();
    let mut services = catalog.services_in(department);
    services.retain(|id| catalog.service(*id).is_offered());
    services.sort_by_cached_key(|id| reader.words().sort_key(catalog.service(*id).name.str(reader.locale())));
    services
}
