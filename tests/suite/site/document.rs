//! A page as a browser reads it.

use scraper::{ElementRef, Html, Selector};

/// A parsed page.
pub(super) struct Document(Html);

impl Document {
    pub(super) fn parse(html: &str) -> Self {
        Self(Html::parse_document(html))
    }

    /// The elements that a CSS selector finds, in order.
    pub(super) fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        self.0.select(&Selector::parse(selector).unwrap()).collect()
    }

    /// All values of an attribute.
    pub(super) fn values(&self, attribute: &str) -> Vec<&str> {
        self.all(&format!("[{attribute}]")).into_iter().filter_map(|element| element.attr(attribute)).collect()
    }

    /// Everything that can be read, without any white space.
    pub(super) fn text(&self) -> String {
        self.0.root_element().text().flat_map(|text| text.chars()).filter(|char| !char.is_whitespace()).collect()
    }
}
