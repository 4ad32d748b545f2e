//! Styles, scripts and the catalog's own files: each becomes one file whose name carries a hash of its content, so
//! that it may be cached for ever.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use lightningcss::bundler::{Bundler, ResolveResult, SourceProvider};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions};
use serde::Serialize;

use super::theme::Theme;

/// How many hexadecimal digits of the hash stand in a name.
const HASH_DIGITS: usize = 10;

/// The files that all pages share.
#[derive(Debug)]
pub(super) struct Assets {
    /// Their paths in the site, for templates.
    pub(super) paths: Paths,
    /// The files: path in the site and bytes.
    pub(super) files: Vec<(String, Vec<u8>)>,
}

/// Where the shared files are, from the site's root.
#[derive(Debug, Serialize)]
pub(super) struct Paths {
    /// The style sheet.
    style: String,
    /// The script.
    script: String,
    /// The script of the search, which is asked for with its index.
    search: String,
    /// The indexes of the search, by the place of the language.
    pub(super) indexes: Vec<String>,
    /// The calendars' open spans, by the number of the calendar.
    pub(super) calendars: Vec<String>,
}

impl Assets {
    /// Joins the theme's files.
    pub(super) fn build(theme: &Theme, minify: bool) -> Result<Self> {
        let mut files = Vec::new();
        let mut add = |name: &str, bytes: Vec<u8>| {
            let path = hashed(name, &bytes);
            files.push((path.clone(), bytes));
            path
        };
        let style = add("style.css", style(theme, minify)?.into_bytes());
        let script = add("luukku.js", joined(theme, false, minify)?.into_bytes());
        let search = add("finder.js", joined(theme, true, minify)?.into_bytes());
        Ok(Self { paths: Paths { style, script, search, indexes: Vec::new(), calendars: Vec::new() }, files })
    }
}

/// The path of a shared file: `assets/NAME-HASH.ENDING`.
pub fn hashed(name: &str, bytes: &[u8]) -> String {
    let hash = blake3::hash(bytes).to_hex();
    let name = name.replace('/', "-");
    let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, "bin"));
    format!("assets/{stem}-{}.{ending}", &hash[..HASH_DIGITS])
}

/// All styles as one sheet, in the order that `css/main.css` imports them.
fn style(theme: &Theme, minify: bool) -> Result<String> {
    let provider = Styles(theme.texts("css")?.into_iter().collect());
    let mut bundler = Bundler::new(&provider, None, ParserOptions::default());
    let mut sheet = bundler.bundle(Path::new("main.css")).map_err(|error| anyhow!("the theme's styles: {error}"))?;
    if minify {
        sheet.minify(MinifyOptions::default()).map_err(|error| anyhow!("the theme's styles: {error}"))?;
    }
    let printed = sheet
        .to_css(PrinterOptions { minify, ..PrinterOptions::default() })
        .map_err(|error| anyhow!("the theme's styles: {error}"))?;
    Ok(printed.code)
}

/// The style sheets by path.
struct Styles<'a>(BTreeMap<&'a str, &'a str>);

/// A style sheet that is imported and does not exist.
#[derive(Debug)]
struct MissingStyle(String);

impl fmt::Display for MissingStyle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no `css/{}`", self.0)
    }
}

impl std::error::Error for MissingStyle {}

impl SourceProvider for Styles<'_> {
    type Error = MissingStyle;

    fn read<'a>(&'a self, file: &Path) -> Result<&'a str, MissingStyle> {
        let name = file.to_string_lossy();
        self.0.get(name.as_ref()).copied().ok_or_else(|| MissingStyle(name.into_owned()))
    }

    fn resolve(&self, specifier: &str, from: &Path) -> Result<ResolveResult, MissingStyle> {
        let joined: PathBuf = from.parent().unwrap_or(Path::new("")).join(specifier.trim_start_matches("./"));
        Ok(ResolveResult::File(joined))
    }
}

/// The scripts that every page needs as one classic script, or those of the search, which come later: what has no
/// page of its own first, then the elements, by name.
fn joined(theme: &Theme, later: bool, minify: bool) -> Result<String> {
    let mut texts = theme.texts("js")?;
    texts.retain(|(path, _)| path.starts_with("search/") == later);
    texts.sort_by_key(|(path, _)| (path.starts_with("elements/"), *path));
    // Strict, so that functions too stay in their file's block.
    let mut joined = String::from("\"use strict\";\n");
    for (path, text) in texts {
        if !path.ends_with(".js") {
            bail!("`js/{path}` of the theme is not a script");
        }
        // Each file keeps its names to itself.
        joined.push_str("{\n");
        let short = minify.then(|| without_comments(text)).flatten();
        joined.push_str(short.as_deref().unwrap_or(text).trim_end());
        joined.push_str("\n}\n");
    }
    Ok(joined)
}

/// A script without the lines that are comments, and without indentation. None where a text in backticks may go over
/// several lines, which would be changed.
fn without_comments(text: &str) -> Option<String> {
    let mut short = String::with_capacity(text.len());
    for line in text.lines().map(str::trim_start) {
        if line.matches('`').count() % 2 == 1 || line.starts_with("/*") {
            return None;
        }
        if !line.is_empty() && !line.starts_with("//") {
            short.push_str(line);
            short.push('\n');
        }
    }
    Some(short)
}

/// The path in the site of a file of the catalog. A document keeps of its name what any address can hold, since readers
/// save it under that; a picture is called by its content alone.
pub fn own_file(path: &str, bytes: &[u8]) -> String {
    let (stem, ending) = path.rsplit_once('.').unwrap_or((path, "bin"));
    let name = stem.rsplit('/').next().unwrap_or(stem).to_lowercase();
    let plain: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let parts: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).collect();
    let ending = ending.to_ascii_lowercase();
    let stem = match parts.join("-") {
        name if crate::publish::is_document(path) && !name.is_empty() => name.chars().take(60).collect(),
        _ => "picture".to_owned(),
    };
    hashed(&format!("{stem}.{ending}"), bytes)
}

#[cfg(test)]
mod tests {
    use super::without_comments;

    #[test]
    fn comments_and_indentation_are_left_out() {
        assert_eq!(
            without_comments("// Why.\nif (a) {\n\n  b(`c`); // d\n}\n").unwrap(),
            "if (a) {\nb(`c`); // d\n}\n"
        );
        assert_eq!(without_comments("a = `\n// no comment\n`;"), None);
    }
}
