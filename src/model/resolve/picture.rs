//! Pictures that an entry names: photographs, maps.

use super::scope::Scope;
use crate::diagnostic::Diagnostic;
use crate::model::picture::Pictures;
use crate::source::schema::Str;

/// What may stand in the place of a photograph.
pub(super) const PHOTO: &str = "write the path from the catalog's folder to a jpg, png, webp, avif, gif or svg file";

/// What may stand in the place of a map.
pub(super) const MAP: &str = "write an address with `https://`, or the path from the catalog's folder to a jpg, png, \
                              webp, avif, gif or svg file";

/// A picture in the catalog's folder, as its path there; a finding when there is none. `otherwise` says what may
/// stand there.
pub(super) fn resolve(path: &Str, otherwise: &str, pictures: &Pictures, scope: &mut Scope<'_>) -> Option<Box<str>> {
    let text = path.value.trim();
    if let Some(picture) = pictures.find(text, path.span.file) {
        return Some(picture.into());
    }
    if pictures.other_file(text, path.span.file).is_some() {
        scope.report(
            Diagnostic::error("missing-file", path.span, format!("`{text}` is not a picture that every browser shows"))
                .why("the page would show a broken picture")
                .help("save it as a jpg, png, webp, avif, gif or svg file"),
        );
        return None;
    }
    let diagnostic =
        Diagnostic::error("missing-file", path.span, format!("there is no picture `{text}` in the catalog's folder"))
            .why("the page would show a broken picture");
    scope.report(match pictures.nearest(text, path.span.file) {
        Some(file) => diagnostic.help(format!("did you mean `{file}`?")).replace(path.span, file),
        None => match web_address(text) {
            Some(meant) if otherwise == MAP => {
                diagnostic.help(format!("did you mean `{meant}`?")).replace(path.span, meant)
            }
            _ => diagnostic.help(otherwise),
        },
    });
    None
}

/// The address that was meant by one without its beginning: `maps.example/main`.
fn web_address(text: &str) -> Option<String> {
    let (host, _) = text.split_once('/')?;
    let is_host = host.contains('.') && host.chars().all(|c| c.is_ascii_alphanumeric() || c == '.' || c == '-');
    (is_host && !host.starts_with('.') && !text.contains(char::is_whitespace)).then(|| format!("https://{text}"))
}
