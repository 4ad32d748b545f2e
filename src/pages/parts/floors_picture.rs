//! The pyramid turned over as a picture: the customer on top, and a bar for each floor, as long as it has services and
//! in parts as its departments have them.

use super::svg::{Area, WIDTH, rect, share, text};
use crate::markdown::{Html, Markup};
use crate::site::phrase::html;

/// The height of the customer's band.
const TOP: u32 = 40;
/// From floor to floor: a line of text and a bar.
const ROW: u32 = 60;
/// From the top of a floor to its text's line, and to its bar.
const TEXT: u32 = 24;
const BAR: u32 = 32;
/// The height of a bar.
const THICK: u32 = 24;

/// What is drawn.
#[derive(Debug)]
pub(crate) struct FloorsPicture<'a> {
    /// What the picture shows, for those who do not see it.
    pub(crate) title: String,
    /// What the customers are called, and in which language, where it is not the page's.
    pub(crate) customer: (&'a str, Option<&'a str>),
    /// The floors from the customer on.
    pub(crate) floors: Vec<Floor<'a>>,
}

/// A floor.
#[derive(Debug)]
pub(crate) struct Floor<'a> {
    /// What it is called.
    pub(crate) name: String,
    /// How many services it has, in words.
    pub(crate) count: String,
    /// The parts of its bar.
    pub(crate) parts: Vec<Part<'a>>,
}

/// A department's part of a floor.
#[derive(Debug)]
pub(crate) struct Part<'a> {
    /// The department's id.
    pub(crate) department: &'a str,
    /// Its name and how many services, in words.
    pub(crate) label: String,
    /// How many services.
    pub(crate) services: u32,
}

impl Floor<'_> {
    fn services(&self) -> u32 {
        self.parts.iter().map(|part| part.services).sum()
    }
}

impl FloorsPicture<'_> {
    /// The picture as an SVG in a page.
    pub(crate) fn svg(&self) -> Html {
        let height = TOP + ROW * u32::try_from(self.floors.len()).unwrap_or(0);
        let most = self.floors.iter().map(Floor::services).max().unwrap_or(0);
        let attributes = [
            ("width", Some("100%")),
            ("height", Some(&*height.to_string())),
            ("role", Some("img")),
            ("aria-labelledby", Some("floors-title")),
        ];
        html(|markup| {
            markup.element("svg", &attributes, |svg| {
                svg.element("title", &[("id", Some("floors-title"))], |title| _ = title.text(&self.title));
                let band = Area { x: 0, y: 0, width: WIDTH, height: TOP };
                rect(svg, "floors__customer", band, ("rx", Some("3")), |_| {});
                let (customer, lang) = self.customer;
                text(svg, "floors__name", (WIDTH / 2, 26), Some("middle"), |name| {
                    name.element("tspan", &[("lang", lang)], |name| _ = name.text(customer));
                });
                for (row, floor) in (0..).zip(&self.floors) {
                    push(svg, floor, TOP + ROW * row, most);
                }
            });
        })
    }
}

fn push(svg: &mut Markup, floor: &Floor<'_>, top: u32, most: u32) {
    text(svg, "floors__label", (WIDTH / 2, top + TEXT), Some("middle"), |label| {
        label.text(&floor.name).text(" ");
        label.element("tspan", &[("class", Some("floors__count"))], |count| _ = count.text(&floor.count));
    });
    let whole = share(floor.services(), most);
    let (left, mut done) = ((WIDTH - whole) / 2, 0);
    for part in &floor.parts {
        let x = left + share(done, most);
        done += part.services;
        let area = Area { x, y: top + BAR, width: left + share(done, most) - x, height: THICK };
        rect(svg, "floors__part", area, ("data-department", Some(part.department)), |inside| {
            inside.element("title", &[], |title| _ = title.text(&part.label));
        });
    }
}
