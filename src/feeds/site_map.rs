//! What search engines read: the site map (sitemaps.org) and `robots.txt` (RFC 9309).

use crate::site::{Edition, Place, Route};

/// At most so many addresses stand in one site map (sitemaps.org).
const MOST_ADDRESSES: usize = 50_000;

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const SITEMAP: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The site map: one file, or several and their index, each with its path. None where it is not known where the
/// site will be published.
pub fn site_maps(edition: &Edition<'_>, routes: &[Route]) -> Vec<(String, String)> {
    let Some(base) = edition.published.base_url else { return Vec::new() };
    let listed = routes.iter().filter(|route| !matches!(route.place, Place::NotFound | Place::Search));
    let listed: Vec<&Route> = listed.collect();
    let mut maps: Vec<(String, String)> = Vec::new();
    for (part, number) in listed.chunks(MOST_ADDRESSES).zip(1..) {
        maps.push((format!("sitemap-{number}.xml"), site_map(edition, base, part)));
    }
    match maps.as_mut_slice() {
        [(name, _)] => "sitemap.xml".clone_into(name),
        _ => maps.push(("sitemap.xml".to_owned(), index(base, &maps))),
    }
    maps
}

fn site_map(edition: &Edition<'_>, base: &str, routes: &[&Route]) -> String {
    let mut xml = format!("{XML}<urlset xmlns=\"{SITEMAP}\">\n");
    for route in routes {
        xml.push_str("<url><loc>");
        xml.push_str(&escaped(&format!("{base}{}", route.path(edition.published))));
        xml.push_str("</loc></url>\n");
    }
    xml.push_str("</urlset>\n");
    xml
}

fn index(base: &str, maps: &[(String, String)]) -> String {
    let mut xml = format!("{XML}<sitemapindex xmlns=\"{SITEMAP}\">\n");
    for (name, _) in maps {
        xml.push_str(&format!("<sitemap><loc>{}{name}</loc></sitemap>\n", escaped(base)));
    }
    xml.push_str("</sitemapindex>\n");
    xml
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// An internal site stays out of search engines unless the company says otherwise.
pub fn robots(edition: &Edition<'_>) -> String {
    if !edition.published.allows_crawlers() {
        return "User-agent: *\nDisallow: /\n".to_owned();
    }
    let sitemap = edition.published.base_url.map(|base| format!("Sitemap: {base}sitemap.xml\n")).unwrap_or_default();
    format!("User-agent: *\nAllow: /\n{sitemap}")
}
