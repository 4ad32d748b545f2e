//! Pictures that an entry names: photographs, maps.

use super::scope::Scope;
use crate::diagnostic::Diagnostic;
use crate::model::picture::Pictures;
use crate::source::schema::Str;

/// A picture in the catalog's folder, as its path there; a finding when there is none.
pub(super) fn resolve(path: &Str, pictures: &Pictures, scope: &mut Scope<'_>) -> Option<Box<str>> {
    let text = path.value.trim();
    if let Some(picture) = pictures.find(text, path.span.file) {
        return Some(picture.into());
    }
    if pictures.other_file(text, path.span.file).is_some() {
        scope.report(
            Diagnostic::error("missing-file", path.span, format!("`{text}` is not a picture that every browser shows"))
                .why("the page would show a broken picture")
                .help("save it as jpg, png, webp or avif"),
        );
        return None;
    }
    let diagnostic =
        Diagnostic::error("missing-file", path.span, format!("there is no picture `{text}` in the catalog's folder"))
            .why("the page would show a broken picture");
    scope.report(match pictures.nearest(text, path.span.file) {
        Some(file) => diagnostic.help(format!("did you mean `{file}`?")).replace(path.span, file),
        None => diagnostic.help("write the path from the catalog's folder to a jpg, png, webp or avif file"),
    });
    None
}
