//! The pictures and documents in the catalog's folder, found by the paths that authors write.

use std::collections::BTreeSet;
use std::sync::Arc;

use percent_encoding::percent_decode_str;

use crate::diagnostic::{FileId, nearest};

/// The kinds of pictures that browsers show. Drawings (svg) are published without their scripts.
const ENDINGS: [&str; 7] = [".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".svg"];

/// The kinds of documents that texts may offer: none of them runs as a script of the site, or holds macros.
const DOCUMENTS: [&str; 13] =
    [".pdf", ".docx", ".xlsx", ".pptx", ".dotx", ".xltx", ".potx", ".odt", ".ods", ".odp", ".rtf", ".csv", ".txt"];

/// The files in the catalog's folder that texts and entries may show.
#[derive(Debug, Default)]
pub struct Pictures {
    /// Every file that is not read, as a path in the catalog.
    files: BTreeSet<String>,
    /// Those of them that are drawings and cannot be shown.
    broken: BTreeSet<String>,
    /// The files that are read, by number: a text names pictures from where it stands.
    read: Arc<[String]>,
}

impl Pictures {
    pub(in crate::model) fn new(files: BTreeSet<String>, broken: BTreeSet<String>, read: Arc<[String]>) -> Self {
        Self { files, broken, read }
    }

    /// The paths in the catalog of all files that are read.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.read.iter().map(String::as_str)
    }

    /// The path in the catalog of a file that is read.
    pub fn path(&self, file: FileId) -> Option<&str> {
        self.read.get(file.0 as usize).map(String::as_str)
    }

    /// The picture that a path leads to, as a path in the catalog: seen from the file in which it is
    /// written, as editors and code hosts show it, or else from the catalog's folder.
    pub fn find(&self, written: &str, from: FileId) -> Option<&str> {
        self.file(written, from, |file| self.is_picture(file))
    }

    /// The document or picture that a link leads to, found in the same way.
    pub fn document(&self, written: &str, from: FileId) -> Option<&str> {
        self.file(written, from, |file| is_document(file) || self.is_picture(file))
    }

    /// Whether there is anything that a link may lead to.
    pub fn has_documents(&self) -> bool {
        self.files.iter().any(|file| is_document(file) || self.is_picture(file))
    }

    /// The file that a link leads to, whatever it is.
    pub fn any_file(&self, written: &str, from: FileId) -> Option<&str> {
        self.file(written, from, |_| true)
    }

    /// The document that a link in a file probably meant, as its author would write it there.
    pub fn nearest_document(&self, written: &str, from: FileId) -> Option<&str> {
        self.nearest_from(written, from, is_document)
    }

    /// The file that a path leads to in the same way, when it is no picture that browsers show.
    pub fn other_file(&self, written: &str, from: FileId) -> Option<&str> {
        self.file(written, from, |file| !self.is_picture(file))
    }

    fn file(&self, written: &str, from: FileId, wanted: impl Fn(&str) -> bool) -> Option<&str> {
        let beside = self.read.get(from.0 as usize).map_or("", |file| folder(file));
        let find = |path: &str| {
            let places = [joined(beside, path), joined("", path)];
            places.into_iter().flatten().find_map(|path| self.files.get(&path).filter(|file| wanted(file)))
        };
        // In Markdown it is an address, in YAML the name itself.
        let address = || percent_decode_str(written.split(['?', '#']).next().unwrap_or(written)).decode_utf8_lossy();
        find(written).or_else(|| find(&address())).map(String::as_str)
    }

    /// The picture that a file probably meant, as its author would write it there.
    pub fn nearest(&self, written: &str, from: FileId) -> Option<&str> {
        self.nearest_from(written, from, |file| self.is_picture(file))
    }

    /// The wanted file whose path is nearest, or else the one of the nearest name: seen from the file in which it is
    /// named if it stands beside that one, else from the catalog's folder.
    fn nearest_from(&self, written: &str, from: FileId, wanted: impl Fn(&str) -> bool) -> Option<&str> {
        let written = percent_decode_str(written).decode_utf8_lossy();
        let beside = self.read.get(from.0 as usize).map_or("", |file| folder(file));
        let short = |file: &'_ str| match beside {
            "" => 0,
            _ => file.strip_prefix(beside).filter(|rest| rest.starts_with('/')).map_or(0, |_| beside.len() + 1),
        };
        let files = || self.files.iter().map(String::as_str).filter(|file| wanted(file));
        let path = nearest(&written, files().map(|file| &file[short(file)..])).or_else(|| nearest(&written, files()));
        path.or_else(|| {
            let name = name(&written);
            let named = files().find(|file| self::name(file) == name);
            let near = || nearest(name, files().map(self::name));
            let file = named.or_else(|| near().and_then(|near| files().find(|file| self::name(file) == near)))?;
            Some(&file[short(file)..])
        })
    }

    /// Whether a file is a drawing that cannot be shown.
    pub fn is_broken(&self, file: &str) -> bool {
        self.broken.contains(file)
    }

    fn is_picture(&self, file: &str) -> bool {
        is_picture(file) && !self.is_broken(file)
    }
}

/// Whether a file is a picture that browsers show, by its ending.
fn is_picture(file: &str) -> bool {
    ends_in(file, &ENDINGS)
}

/// Whether a path is that of a document that may be offered, by its ending.
pub(crate) fn is_document(file: &str) -> bool {
    ends_in(file, &DOCUMENTS)
}

fn ends_in(file: &str, endings: &[&str]) -> bool {
    let lower = file.to_ascii_lowercase();
    endings.iter().any(|ending| lower.ends_with(ending))
}

/// The folder in which a file stands; empty for the outermost.
fn folder(file: &str) -> &str {
    file.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The name of a file without its folders.
fn name(file: &str) -> &str {
    file.rsplit('/').next().unwrap_or(file)
}

/// Where a relative path leads from a folder; `None` when it leads out of the catalog.
fn joined(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::{FileId, Pictures};

    #[test]
    fn pictures_are_found_beside_the_text_and_from_the_catalogs_folder() {
        let files = [
            "photos/My door.PNG",
            "departments/pay/articles/slip.png",
            "departments/pay/plan.bmp",
            "photos/#1 100%25.png",
        ];
        let read = ["catalog.yaml", "departments/pay/articles/read.md"];
        let pictures = Pictures::new(
            files.map(str::to_owned).into(),
            std::collections::BTreeSet::new(),
            read.map(str::to_owned).into(),
        );
        let find = |path| pictures.find(path, FileId(1));
        assert_eq!(find("slip.png"), Some("departments/pay/articles/slip.png"));
        assert_eq!(find("./slip.png#top"), Some("departments/pay/articles/slip.png"));
        assert_eq!(find("../articles/slip.png"), Some("departments/pay/articles/slip.png"));
        assert_eq!(find("photos/My%20door.PNG"), Some("photos/My door.PNG"));
        assert_eq!(find("../../../photos/My door.PNG"), Some("photos/My door.PNG"));
        assert_eq!(find("photos/#1 100%25.png"), Some("photos/#1 100%25.png"));
        for path in ["", "..", "../plan.bmp", "../../../../slip.png", "slip", "%zz", "door.png"] {
            assert_eq!(find(path), None, "{path}");
        }
        assert_eq!(pictures.find("slip.png", FileId(0)), None);
        assert_eq!(pictures.other_file("../plan.bmp", FileId(1)), Some("departments/pay/plan.bmp"));
        assert_eq!(pictures.other_file("slip.png", FileId(1)), None);
        assert_eq!(pictures.nearest("photos/My dor.PNG", FileId(0)), Some("photos/My door.PNG"));
        assert_eq!(pictures.nearest("slipp.png", FileId(1)), Some("slip.png"), "beside the text");
        assert_eq!(pictures.nearest("My door.PNG", FileId(1)), Some("photos/My door.PNG"), "elsewhere");
    }
}
