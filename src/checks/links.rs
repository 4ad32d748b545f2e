//! Links in Markdown that lead nowhere.

use std::collections::{BTreeSet, HashMap};

use crate::checks::check::{Subject, check};
use crate::checks::mention::{self, Mention};
use crate::checks::near_links;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::markdown::{TargetKind, survey};
use crate::model::{Catalog, EntryId, EntryKind, LocaleId, Meaning, References, is_document};

/// So much of an address is shown. Unicode scalar values.
const SHOWN: usize = 60;

check! {
    /// Ensures that links in Markdown lead to entries that exist. The site shows only the words of
    /// one that does not.
    DEAD_LINK: Warning "dead-link" => dead_link, waits
}

fn dead_link(subject: &Subject<'_>, found: &mut Diagnostics) {
    near_links::report(&DEAD_LINK, subject, found);
    let references = References::new(subject.catalog);
    for mention in subject.mentions().iter().filter(|mention| !mention.image) {
        if let Meaning::Unknown { kind, id } = references.meaning(&mention.target) {
            if let Some(finding) = dead_file(mention, subject.catalog) {
                found.extend(finding);
                continue;
            }
            let noun = kind.map_or("entry", EntryKind::noun);
            let known = slugs(subject.catalog, kind);
            let path = mention.target.split('#').next().unwrap_or("");
            let folder = path.strip_suffix(".md").map(|path| path.rsplit_once('/').map_or("", |(folder, _)| folder));
            let what = match folder {
                // Of a placeholder or a path of the site before, no part is an id.
                _ if id.is_empty() => {
                    format!("this links to `{}`, which is nothing in this catalog", short(&mention.target))
                }
                Some(_) => format!("this links to the file `{path}`, and there is no {noun} `{id}`"),
                None => format!("this links to the {noun} `{id}`, which does not exist"),
            };
            found.push(
                mention.narrowed(
                    DEAD_LINK
                        .at(mention.span, what)
                        .why("readers would see the words of the link, but could not follow it")
                        .help(match (crate::diagnostic::nearest(id, known), folder) {
                            (Some(name), Some("")) => format!("did you mean `{name}.md`?"),
                            (Some(name), Some(folder)) => format!("did you mean `{folder}/{name}.md`?"),
                            (Some(name), None) => format!("did you mean `{name}`?"),
                            (None, _) if is_mail(path) => format!("write `mailto:{path}`"),
                            (None, _) => {
                                "link to `service:ID`, `article:ID`, `team:ID` and the like, to a file such as \
                                 `read-your-payslip.md`, or to an address with `https://`"
                                    .to_owned()
                            }
                        }),
                ),
            );
        }
    }
}

/// True for `payroll@acme.example`.
fn is_mail(target: &str) -> bool {
    target.split_once('@').is_some_and(|(user, host)| !user.is_empty() && host.contains('.') && !target.contains('/'))
}

/// What is wrong with a link to a file that stands beside the text: nothing, if it may be offered. None where the link
/// means no such file.
fn dead_file(mention: &Mention<'_>, catalog: &Catalog) -> Option<Option<Diagnostic>> {
    let (pictures, file) = (&catalog.pictures, mention.span.file);
    if pictures.document(&mention.target, file).is_some() {
        return Some(None);
    }
    let target = short(&mention.target);
    let other = pictures.any_file(&mention.target, file);
    if other.is_none() && !is_document(&mention.target) {
        return None;
    }
    let finding = match other {
        Some(other) => DEAD_LINK
            .at(mention.span, format!("{} is not offered to readers: `{target}`", file_kind(other)))
            .help("save it as pdf, or as docx, xlsx, pptx, odt, ods, odp, rtf, csv or txt, without macros"),
        None => DEAD_LINK.at(mention.span, format!("there is no file `{target}` beside this text")).help(
            match pictures.nearest_document(&mention.target, file) {
                Some(name) => format!("did you mean {}?", address(name)),
                None => "put the file beside this text, or write its path from the catalog's folder".to_owned(),
            },
        ),
    };
    Some(Some(mention.narrowed(finding.why("readers would see the words of the link, but could not follow it"))))
}

/// A path as it stands between the brackets of a link.
fn address(path: &str) -> String {
    if path.contains([' ', '(', ')']) { format!("`<{path}>`") } else { format!("`{path}`") }
}

check! {
    /// Ensures that a link to a heading (`#payday`) finds it: in the same text, or in the article or
    /// the description that it leads to.
    DEAD_HEADING: Warning "dead-heading" => dead_heading, waits
}

fn dead_heading(subject: &Subject<'_>, found: &mut Diagnostics) {
    let references = References::new(subject.catalog);
    let mut of_entries: HashMap<(EntryId, LocaleId), Vec<String>> = HashMap::new();
    for mention in subject.mentions().iter().filter(|mention| !mention.image) {
        let in_the_text: Vec<String>;
        let (heading, headings, place) = match (mention.kind, references.meaning(&mention.target)) {
            (TargetKind::Fragment, _) => {
                in_the_text = mention.headings();
                (mention.target.trim_start_matches('#'), &*in_the_text, "this text".to_owned())
            }
            (_, Meaning::Entry(entry, Some(heading))) => {
                let headings = of_entries
                    .entry((entry, mention.locale))
                    .or_insert_with(|| headings(subject.catalog, entry, mention.locale));
                (heading, headings.as_slice(), place(entry))
            }
            _ => continue,
        };
        // `#` alone leads to the top.
        if heading.is_empty() || headings.iter().any(|known| known == heading) {
            continue;
        }
        found.push(
            mention.narrowed(
                DEAD_HEADING
                    .at(mention.span, format!("there is no heading `#{heading}` in {place}"))
                    .why("readers would land somewhere else than promised")
                    .help(match crate::diagnostic::nearest(heading, headings.iter().map(String::as_str)) {
                        Some(name) => format!("did you mean `#{name}`?"),
                        None if is_written_as_id(heading) => {
                            "name a heading that stands there, or link to the text without `#`".to_owned()
                        }
                        None => "write the heading in small letters with hyphens between the words".to_owned(),
                    }),
            ),
        );
    }
}

/// Whether a heading is written as its id is.
fn is_written_as_id(heading: &str) -> bool {
    heading.chars().all(|c| c.is_numeric() || c == '-' || c.is_lowercase())
}

fn headings(catalog: &Catalog, entry: EntryId, locale: LocaleId) -> Vec<String> {
    let headings = catalog.entry(entry).headed().map(|text| survey(text.str(locale)).headings).unwrap_or_default();
    headings.into_iter().map(|heading| heading.id).collect()
}

/// Where a link to an entry's heading looks for it.
fn place(entry: EntryId) -> String {
    match entry {
        EntryId::Article(_) => "the article".to_owned(),
        other => format!("the description of the {}", other.kind().noun()),
    }
}

check! {
    /// Ensures that links in Markdown use addresses that the site may lead to. Others (`javascript:`,
    /// `file:`, a path from the root) are shown as words, so that nobody can plant a script.
    REFUSED_LINK: Warning "refused-link" => refused_link
}

fn refused_link(subject: &Subject<'_>, found: &mut Diagnostics) {
    let references = References::new(subject.catalog);
    let is_refused = |mention: &&Mention<'_>| mention.kind == TargetKind::Refused;
    for mention in subject.mentions().iter().filter(is_refused) {
        if references.meaning(&mention.target) != Meaning::Other {
            continue;
        }
        found.push(mention.narrowed(refused(mention, &references)));
    }
}

fn refused(mention: &Mention<'_>, references: &References<'_>) -> Diagnostic {
    let target = mention.target.trim();
    let at = |what: String| REFUSED_LINK.at(mention.span, what);
    if target.is_empty() {
        return at("this link has no address".to_owned())
            .why("only the words are shown: there is nothing that they could lead to")
            .help("write the address between the round brackets, or the words without brackets");
    }
    let finding = at(format!("the site does not link to `{}`", short(target)));
    if target.starts_with('/') {
        return finding
            .why(
                "only the words are shown: the site may lie below any path, so that an address from the root misses it",
            )
            .help("write the whole address with `https://`, or `service:ID`, `article:ID` and the like");
    }
    if let Some(host) = target.strip_prefix("https:/").filter(|host| !host.starts_with('/') && host.contains('.')) {
        return finding
            .why("only the words are shown: no browser knows an address that begins so")
            .help(format!("did you mean `https://{host}`?"));
    }
    let scheme = target.split_once("://").map_or("", |(scheme, _)| scheme);
    if let Some(meant) = crate::diagnostic::nearest(scheme, ["https", "http"]).filter(|_| scheme.starts_with('h')) {
        let whole = target.replacen(scheme, meant, 1);
        return finding
            .why("only the words are shown: no browser knows an address that begins so")
            .help(format!("did you mean `{whole}`?"));
    }
    if let Some((_, id)) = target.split_once(':')
        && let Meaning::Entry(entry, _) = references.meaning(id.trim())
    {
        let meant = format!("{}:{}", entry.kind().noun(), id.trim());
        return finding
            .why("only the words are shown: no kind of entry is called so")
            .help(format!("did you mean `{meant}`?"));
    }
    let help = match on_one_computer(target) {
        Some(name) => format!("put the file beside this text, in the catalog's folder, and write its name: `{name}`"),
        None => "use `https://`, `mailto:`, `tel:`, `service:ID` or the file of an article".to_owned(),
    };
    finding
        .why("only the words are shown: an address of this kind may run a script, or work on one computer only")
        .help(help)
}

/// As much of an address as a message takes.
fn short(target: &str) -> String {
    match target.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &target[..end]),
        None => target.to_owned(),
    }
}

/// The name of a file, if its address is its place on one computer or a shared drive: `C:\\pay\\slip.png`.
fn on_one_computer(target: &str) -> Option<&str> {
    let decoded = target.replace("%5C", "\\");
    let is_drive = decoded.get(1..3).is_some_and(|rest| rest == ":\\" || rest == ":/");
    let is_local = is_drive || decoded.starts_with("file:") || decoded.starts_with("\\\\");
    let name = target.rsplit(['/', '\\']).next()?.rsplit("%5C").next()?;
    (is_local && name.contains('.')).then_some(name)
}

check! {
    /// Ensures that the pictures in Markdown are in the catalog. The site loads nothing from elsewhere:
    /// of a picture that it does not have, only the words are shown, or a link to where it stands.
    MISSING_PICTURE: Warning "missing-picture" => missing_picture, waits
}

fn missing_picture(subject: &Subject<'_>, found: &mut Diagnostics) {
    let pictures = &subject.catalog.pictures;
    let references = References::new(subject.catalog);
    for mention in subject.mentions().iter().filter(|mention| mention.image) {
        // What no link may lead to is told as such.
        let refused = mention.kind == TargetKind::Refused && references.meaning(&mention.target) == Meaning::Other;
        if refused || pictures.find(&mention.target, mention.span.file).is_some() {
            continue;
        }
        let target = short(&mention.target);
        let (message, why, help) = match (mention.kind, pictures.other_file(&mention.target, mention.span.file)) {
            (TargetKind::Web, _) => (
                format!("this picture stands on another site: `{target}`"),
                "readers get a link to it, since pages load nothing from elsewhere",
                None,
            ),
            (_, Some(file)) if pictures.is_broken(file) => (
                format!("this drawing cannot be read: `{target}`"),
                "readers would see its words alone: it is no whole SVG, or has more than 1 MB",
                Some("save it anew as plain SVG, or as a png file, and write that name".to_owned()),
            ),
            (_, Some(file)) => (
                format!("{} is not taken as a picture: `{target}`", file_kind(file)),
                "readers would see its words alone: not every browser shows it",
                Some("save it as a png, jpg, webp, svg or avif file and write that name".to_owned()),
            ),
            (_, None) => (
                format!("the catalog has no such picture: `{target}`"),
                "readers would see its words alone",
                pictures
                    .nearest(&mention.target.replace("%5C", "/").replace('\\', "/"), mention.span.file)
                    .map(|file| format!("did you mean {}?", address(file))),
            ),
        };
        let help = help.unwrap_or_else(|| {
            "put a png, jpg, webp, svg or avif file beside this text and write its name, as \
             `![Where the gross pay stands](payslip.png)`"
                .to_owned()
        });
        found.push(mention.narrowed(MISSING_PICTURE.at(mention.span, message).why(why).help(help)));
    }
}

/// "a file of the kind svg"
fn file_kind(file: &str) -> String {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.rsplit_once('.')
        .map_or_else(|| "this file".to_owned(), |(_, ending)| format!("a file of the kind {}", ending.to_lowercase()))
}

/// The pictures that the catalog's Markdown shows and the files that it offers, as paths in the catalog, each once.
pub(super) fn files(catalog: &Catalog) -> BTreeSet<&str> {
    let files = &catalog.pictures;
    if !files.has_documents() {
        return BTreeSet::new();
    }
    let references = References::new(catalog);
    let file = |mention: Mention<'_>| match mention.image {
        true => files.find(&mention.target, mention.span.file),
        false if matches!(references.meaning(&mention.target), Meaning::Unknown { .. }) => {
            files.document(&mention.target, mention.span.file)
        }
        false => None,
    };
    mention::mentions(catalog).into_iter().filter_map(file).collect()
}

/// The ids of a kind, or of all.
fn slugs(catalog: &Catalog, kind: Option<EntryKind>) -> Vec<&str> {
    let kinds = EntryKind::ALL.into_iter().filter(|of| kind.is_none_or(|kind| kind == *of));
    let mut slugs: Vec<&str> = kinds.flat_map(|kind| catalog.entries(kind)).map(|(_, entry)| entry.slug()).collect();
    if kind == Some(EntryKind::Team) {
        // Links to a team that acts for its department lead to the department.
        slugs.extend(catalog.teams().filter(|(_, team)| team.acting).map(|(_, team)| &*team.slug));
    }
    slugs
}
