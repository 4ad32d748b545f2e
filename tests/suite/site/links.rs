//! Every link leads somewhere: to a file of the site and, with a fragment, to a place in it.

use std::collections::{BTreeMap, BTreeSet};

use super::Site;
use super::document::Document;

/// What may stand before a colon. Nothing else leads out of the site.
const SCHEMES: [&str; 6] = ["https:", "http:", "mailto:", "tel:", "webcal:", "data:image/"];

#[test]
fn every_link_leads_somewhere() {
    for (name, site) in Site::all() {
        let documents: BTreeMap<&str, Document> =
            site.pages().map(|(path, html)| (path, Document::parse(html))).collect();
        let ids: BTreeMap<&str, BTreeSet<&str>> =
            documents.iter().map(|(path, page)| (*path, page.values("id").into_iter().collect())).collect();
        let mut links = 0;
        let mut broken = Vec::new();
        for (path, page) in &documents {
            for target in targets(page) {
                links += 1;
                if let Err(why) = follow(path, &target, site, &ids) {
                    broken.push(format!("{path}: `{target}` {why}"));
                }
            }
        }
        assert!(links > documents.len() * 5, "{name}: only {links} links were found");
        assert!(broken.is_empty(), "{name}: {} broken links:\n{}", broken.len(), first(&broken));
    }
}

#[test]
fn nothing_is_loaded_from_elsewhere() {
    for (name, site) in Site::all() {
        for (path, html) in site.pages() {
            let page = Document::parse(html);
            let loaded = page.all("link[rel=stylesheet], link[rel=icon], link[rel=preload]");
            let loaded = loaded.into_iter().filter_map(|link| link.attr("href")).chain(page.values("src"));
            for source in loaded {
                let own = source.starts_with("data:image/") || !source.contains(':') && !source.starts_with('/');
                assert!(own, "{name}/{path} loads `{source}`");
            }
        }
        for (path, bytes) in site.files.iter().filter(|(path, _)| path.ends_with(".css")) {
            let css = String::from_utf8_lossy(bytes);
            for (_, rest) in css.match_indices("url(").map(|(at, found)| css.split_at(at + found.len())) {
                let source = rest.trim_start_matches(['"', '\'']);
                assert!(source.starts_with("data:") || source.starts_with('#'), "{name}/{path} loads `{source:.40}`");
            }
        }
    }
}

/// All addresses that a page names.
fn targets(page: &Document) -> Vec<String> {
    let mut targets: Vec<String> =
        ["href", "src", "action"].into_iter().flat_map(|name| page.values(name)).map(str::to_owned).collect();
    for refresh in page.all("meta[http-equiv=refresh]") {
        let (_, url) = refresh.attr("content").unwrap().split_once("url=").expect("a refresh has an address");
        targets.push(url.to_owned());
    }
    targets
}

fn follow(from: &str, target: &str, site: &Site, ids: &BTreeMap<&str, BTreeSet<&str>>) -> Result<(), &'static str> {
    if SCHEMES.iter().any(|scheme| target.starts_with(scheme)) {
        return Ok(());
    }
    if target.starts_with('/') {
        return Err("begins at the root of the host");
    }
    let (address, fragment) = target.split_once('#').unwrap_or((target, ""));
    let address = address.split('?').next().unwrap_or(address);
    if address.contains(':') {
        return Err("has a scheme that is not expected");
    }
    let to =
        if address.is_empty() { from.to_owned() } else { resolved(from, address).ok_or("leads out of the site")? };
    if !site.files.contains_key(&to) {
        return Err("leads to no file");
    }
    match ids.get(to.as_str()) {
        Some(known) if !fragment.is_empty() && !known.contains(fragment) => Err("names a place that is not there"),
        _ => Ok(()),
    }
}

/// The path of a relative address in a site.
pub(super) fn resolved(from: &str, address: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

fn first(lines: &[String]) -> String {
    lines.iter().take(20).map(String::as_str).collect::<Vec<_>>().join("\n")
}
