//! Drawings that authors bring: what of them may run or load something is taken out.

use svg_hush::{Filter, data_url_filter};

/// The most bytes that a drawing may have: 1 MB. One that is larger holds a photo, or was traced from one.
pub(super) const MOST_BYTES: u64 = 1_000_000;

/// True for a file that is a drawing by its name.
pub(crate) fn is_svg(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("svg"))
}

/// A drawing without scripts, links to other sites and whatever loads from there; `None` for what is no drawing in
/// well-formed XML.
pub(crate) fn harmless(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut filter = Filter::new();
    filter.set_data_url_filter(data_url_filter::allow_standard_images);
    let mut drawing = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    filter.filter(&mut rest, &mut drawing).ok()?;
    String::from_utf8_lossy(&drawing).contains("<svg").then_some(drawing)
}

#[cfg(test)]
mod tests {
    use super::harmless;

    fn told(text: &str) -> Option<String> {
        harmless(text.as_bytes()).map(|drawing| String::from_utf8(drawing).unwrap())
    }

    #[test]
    fn nothing_of_a_drawing_runs_or_loads() {
        let drawing = told(
            "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)' viewBox='0 0 9 9'>\
             <script>alert(2)</script><a href='javascript:alert(3)'><path d='M0 0h9'/></a>\
             <image href='https://evil.example/x.png'/><style>@import url(https://evil.example/x.css);</style>\
             <foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' src='https://evil.example'/>\
             </foreignObject></svg>",
        )
        .unwrap();
        assert!(drawing.contains("M0 0h9") && drawing.contains("viewBox"), "{drawing}");
        for bad in ["alert", "<script", "href=\"http", "url(", "@import", "iframe", "onload"] {
            assert!(!drawing.contains(bad), "{bad}: {drawing}");
        }
    }

    #[test]
    fn what_is_no_drawing_is_refused() {
        for text in ["", "no xml", "<svg xmlns='http://www.w3.org/2000/svg'>", "<html><body/></html>"] {
            assert_eq!(told(text), None, "{text}");
        }
        let entities: String = (1..30).map(|n| format!("<!ENTITY e{n} '&e{0};&e{0};'>", n - 1)).collect();
        let bomb = format!(
            "<!DOCTYPE svg [<!ENTITY e0 'ha'>{entities}]>\
             <svg xmlns='http://www.w3.org/2000/svg'><text>&e29;</text></svg>"
        );
        assert!(told(&bomb).is_none_or(|drawing| drawing.len() < 100_000));
    }
}
