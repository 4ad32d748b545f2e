//! What machines read: `catalog.json`, the site map, `robots.txt`.

use anyhow::Result;

use super::sink::Sink;
use crate::views::{Edition, Place, Route, catalog_json};

/// At most so many addresses stand in one site map (sitemaps.org).
const SITEMAP_ADDRESSES: usize = 50_000;

/// Writes all of it.
pub(super) fn write(edition: &Edition<'_>, routes: &[Route], sink: &dyn Sink) -> Result<()> {
    sink.stream("catalog.json", &mut |out| catalog_json(edition, out))?;
    sink.write("robots.txt", robots(edition).as_bytes())?;
    let Some(base) = edition.base_url else { return Ok(()) };
    let listed: Vec<&Route> = routes.iter().filter(|route| route.place != Place::NotFound).collect();
    let parts = listed.chunks(SITEMAP_ADDRESSES).count();
    for (number, part) in listed.chunks(SITEMAP_ADDRESSES).enumerate() {
        let name = if parts == 1 { "sitemap.xml".to_owned() } else { format!("sitemap-{}.xml", number + 1) };
        sink.write(&name, sitemap(edition, base, part).as_bytes())?;
    }
    if parts > 1 {
        let entries =
            (1..=parts).map(|number| format!("<sitemap><loc>{}sitemap-{number}.xml</loc></sitemap>\n", escaped(base)));
        let index =
            format!("{XML}<sitemapindex xmlns=\"{SITEMAP}\">\n{}</sitemapindex>\n", entries.collect::<String>());
        sink.write("sitemap.xml", index.as_bytes())?;
    }
    Ok(())
}

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const SITEMAP: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

fn sitemap(edition: &Edition<'_>, base: &str, routes: &[&Route]) -> String {
    let mut xml = format!("{XML}<urlset xmlns=\"{SITEMAP}\">\n");
    for route in routes {
        xml.push_str("<url><loc>");
        xml.push_str(&escaped(&format!("{base}{}", route.path(edition.catalog))));
        xml.push_str("</loc></url>\n");
    }
    xml.push_str("</urlset>\n");
    xml
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// An internal site stays out of search engines unless the company says otherwise (RFC 9309).
fn robots(edition: &Edition<'_>) -> String {
    if !edition.catalog.company.crawlers {
        return "User-agent: *\nDisallow: /\n".to_owned();
    }
    let sitemap = edition.base_url.map(|base| format!("Sitemap: {base}sitemap.xml\n")).unwrap_or_default();
    format!("User-agent: *\nAllow: /\n{sitemap}")
}
