//! A face in a list: the person's portrait, or their initials, drawn.

use serde::Serialize;

use super::portrait::{PortraitView, initials};
use super::svg::letters;
use crate::markdown::Html;
use crate::publish::PersonId;
use crate::site::phrase::html;
use crate::site::reader::Reader;

/// The drawing's width and height, in its own units.
const SIDE: &str = "0 0 40 40";

/// A face.
#[derive(Debug, Serialize)]
pub struct FaceView {
    /// The address of a portrait.
    pub photo: Option<String>,
    /// Initials in a circle, an SVG, where there is none.
    pub initials: Option<Html>,
}

impl FaceView {
    /// The face of a person, who is named beside it.
    pub(crate) fn of_person(id: PersonId, reader: Reader<'_>) -> Self {
        let PortraitView { photo, initials } = PortraitView::new(&reader.published().person(id), reader);
        Self { initials: photo.is_none().then(|| drawn(&initials)), photo }
    }

    /// The initials of a name.
    pub(crate) fn of_name(name: &str) -> Self {
        Self { photo: None, initials: Some(drawn(&initials(name))) }
    }
}

/// Letters in a circle: a shape, so that paper has them, too.
fn drawn(initials: &str) -> Html {
    let attributes = [("class", Some("face")), ("viewBox", Some(SIDE)), ("aria-hidden", Some("true"))];
    html(|markup| {
        markup.element("svg", &attributes, |svg| {
            svg.element("circle", &[("cx", Some("20")), ("cy", Some("20")), ("r", Some("19"))], |_| {});
            letters(svg, None, ("20", 25), Some("middle"), |text| _ = text.text(initials));
        });
    })
}
