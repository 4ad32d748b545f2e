//! What holds on every page, whatever it says.

use std::collections::BTreeSet;

use super::Site;
use super::built::is_redirect;
use super::document::Document;

/// Calls a function with the site's name, the page's path, and the page, for all pages.
fn every_page(mut check: impl FnMut(&str, &Site, &str, &Document)) {
    for (name, site) in Site::all() {
        for (path, html) in site.pages() {
            check(&format!("{name}/{path}"), site, path, &Document::parse(html));
        }
    }
}

/// The language whose folder a page stands in; the first one has none.
fn folder<'a>(site: &'a Site, path: &str) -> &'a str {
    let folders = site.language_folders();
    folders.into_iter().filter(|folder| path.starts_with(folder)).max_by_key(|folder| folder.len()).unwrap_or("")
}

#[test]
fn ids_are_unique() {
    every_page(|at, _, _, page| {
        let mut known = BTreeSet::new();
        for id in page.values("id") {
            assert!(known.insert(id), "{at}: the id `{id}` stands twice");
            assert!(!id.is_empty() && !id.contains(char::is_whitespace), "{at}: `{id}` is no id");
        }
    });
}

#[test]
fn labels_and_descriptions_name_elements_that_exist() {
    every_page(|at, _, _, page| {
        let ids: BTreeSet<&str> = page.values("id").into_iter().collect();
        for attribute in ["aria-labelledby", "aria-describedby", "aria-controls", "for", "headers"] {
            for id in page.values(attribute).into_iter().flat_map(str::split_whitespace) {
                assert!(ids.contains(id), "{at}: {attribute}=\"{id}\" names nothing");
            }
        }
    });
}

#[test]
fn each_page_has_one_first_heading_and_a_title() {
    every_page(|at, _, _, page| {
        assert_eq!(page.all("h1").len(), 1, "{at}");
        let titles = page.all("head > title");
        assert_eq!(titles.len(), 1, "{at}");
        assert!(!titles[0].text().collect::<String>().trim().is_empty(), "{at}");
        assert_eq!(page.all("main").len(), 1, "{at}");
    });
}

#[test]
fn titles_tell_pages_apart() {
    for (name, site) in Site::all() {
        let mut known = BTreeSet::new();
        for (path, html) in site.pages().filter(|(_, html)| !is_redirect(html)) {
            let page = Document::parse(html);
            let title: String = page.all("head > title")[0].text().collect();
            let (kind, _) = path.rsplit_once('/').unwrap_or_default();
            assert!(known.insert((kind, title.clone())), "{name}/{path}: another page is called `{title}`");
        }
    }
}

#[test]
fn headings_do_not_skip_a_level() {
    every_page(|at, _, _, page| {
        let mut above = 0;
        for heading in page.all("h1, h2, h3, h4, h5, h6") {
            let level = u32::from(heading.value().name().as_bytes()[1] - b'0');
            assert!(level <= above + 1, "{at}: h{level} after h{above}");
            above = level;
        }
    });
}

#[test]
fn the_language_is_that_of_the_folder() {
    every_page(|at, site, path, page| {
        let lang = page.all("html")[0].attr("lang").unwrap_or_default().to_owned();
        match folder(site, path) {
            "" => assert_eq!(lang, "en", "{at}"),
            other => assert_eq!(lang, other.trim_end_matches('/'), "{at}"),
        }
    });
}

#[test]
fn translations_name_each_other() {
    for (name, site) in Site::all() {
        for (path, html) in site.pages().filter(|(_, html)| !is_redirect(html)) {
            let alternates = alternates(html);
            // A part of an alphabet is no part of another one.
            let is_part = path.contains("-by-letter/") || path.contains("i-need-to/");
            let others = if is_part { 0 } else { site.language_folders().len() - 1 };
            assert_eq!(alternates.len(), others, "{name}/{path}");
            let lang = Document::parse(html).all("html")[0].attr("lang").unwrap().to_owned();
            for (tag, other) in alternates {
                let back = self::alternates(site.text(&other));
                assert!(
                    back.contains(&(lang.clone(), path.to_owned())),
                    "{name}: {path} names {other} ({tag}), which does not name it"
                );
            }
        }
    }
}

/// The translations that a page names: language and path.
fn alternates(html: &str) -> BTreeSet<(String, String)> {
    let page = Document::parse(html);
    let links = page.all("link[rel=alternate][hreflang]");
    let links = links.into_iter().map(|link| {
        // Whole addresses: search engines read no others.
        let (_, address) = link.attr("href").unwrap().split_once("://").unwrap();
        let (_, to) = address.split_once('/').unwrap();
        (link.attr("hreflang").unwrap().to_owned(), to.to_owned())
    });
    links.collect()
}

#[test]
fn nothing_is_inline_that_a_strict_policy_would_refuse() {
    every_page(|at, _, _, page| {
        assert_eq!(page.all("style, [style], iframe, object, embed").len(), 0, "{at}");
        for script in page.all("script") {
            assert!(script.attr("src").is_some(), "{at}: a script stands in the page");
            assert_eq!(script.attr("type"), None, "{at}: modules do not load from the disk");
        }
        for element in page.all("*") {
            for (name, value) in element.value().attrs() {
                assert!(!name.starts_with("on"), "{at}: {name}=\"{value}\"");
                assert!(!value.trim_start().to_lowercase().starts_with("javascript:"), "{at}: {name}=\"{value}\"");
            }
        }
    });
}
