//! The picture of a chain: bars along the working time, and lines from those that answer to what waits for them.

use std::ops::Range;

use crate::markdown::{Html, Markup};
use crate::site::phrase::html;

/// The picture's width, in its own units: about a pixel on a phone.
pub(super) const WIDTH: u32 = 400;
/// What stays free at both sides, for strokes.
pub(super) const EDGE: u32 = 2;
/// Where the first row begins, below the dates.
pub(super) const TOP: u32 = 30;
/// From row to row: a line of text and a bar.
pub(super) const ROW: u32 = 48;
/// From the top of a row to its text's line, and to its bar.
pub(super) const TEXT: u32 = 14;
pub(super) const BAR: u32 = 22;
/// The height of a bar.
pub(super) const THICK: u32 = 14;
/// The room below the bars for the promised end's label.
const FOOT: u32 = 22;

/// What is drawn. Places are in the picture's own units, from its left upper corner.
#[derive(Debug)]
pub(super) struct Picture<'a> {
    /// Dates along the top.
    pub(super) dates: Vec<Mark>,
    /// One bar for each that answers, and for the own work, from top to bottom.
    pub(super) bars: Vec<Bar<'a>>,
    /// Lines from those that answer to what waits for them, as SVG paths.
    pub(super) joins: Vec<String>,
    /// The promised end.
    pub(super) due: Option<Mark>,
    /// The time to spare.
    pub(super) spare: Option<Range<u32>>,
    /// What the picture shows, for those who do not see it.
    pub(super) title: String,
}

/// A labelled place along the time.
#[derive(Debug)]
pub(super) struct Mark {
    /// From the left.
    pub(super) x: u32,
    /// The label; none where there is no room.
    pub(super) label: Option<String>,
}

/// One who answers.
#[derive(Debug)]
pub(super) struct Bar<'a> {
    /// Its label's place.
    pub(super) text: (u32, u32),
    /// The name, cut to the room that there is.
    pub(super) name: String,
    /// The name's language, where it is not the page's.
    pub(super) lang: Option<&'a str>,
    /// How long it takes, in words.
    pub(super) takes: String,
    /// The bar's left upper corner.
    pub(super) corner: (u32, u32),
    /// Its width.
    pub(super) width: u32,
    /// True where the whole would end sooner if this one did.
    pub(super) critical: bool,
}

/// Where a row begins.
pub(super) fn row_top(row: usize) -> u32 {
    TOP + ROW * u32::try_from(row).unwrap_or(0)
}

impl Picture<'_> {
    /// The picture as an SVG in a page; its caption has the id `chain-caption`.
    pub(super) fn svg(&self) -> Html {
        let foot = row_top(self.bars.len());
        let height = foot + self.due.as_ref().map_or(0, |_| FOOT);
        let attributes = [
            ("viewBox", Some(&*format!("0 0 {WIDTH} {height}"))),
            ("paint-order", Some("stroke")),
            ("role", Some("img")),
            ("aria-labelledby", Some("chain-title")),
            ("aria-describedby", Some("chain-caption")),
        ];
        html(|markup| {
            markup.element("svg", &attributes, |svg| {
                svg.element("title", &[("id", Some("chain-title"))], |title| _ = title.text(&self.title));
                for Mark { x, label } in &self.dates {
                    let Some(label) = label else { continue };
                    path(svg, "chain__grid", &format!("M{x} 22V{foot}"));
                    text(svg, "chain__tick", (*x, 14), None, label);
                }
                for join in &self.joins {
                    path(svg, "chain__join", join);
                }
                for bar in &self.bars {
                    bar.push(svg);
                }
                if let Some(spare) = &self.spare {
                    path(svg, "chain__slack", &format!("M{} {}H{}", spare.start, foot - 19, spare.end));
                }
                if let Some(Mark { x, label: Some(label) }) = &self.due {
                    path(svg, "chain__due", &format!("M{x} 22V{}", foot + 4));
                    text(svg, "chain__promised", (*x, foot + 18), Some("end"), label);
                }
            });
        })
    }
}

impl Bar<'_> {
    fn push(&self, svg: &mut Markup) {
        svg.element("g", &[("data-critical", self.critical.then_some("true"))], |group| {
            let (x, y) = (self.text.0.to_string(), self.text.1.to_string());
            group.element("text", &[("x", Some(&x)), ("y", Some(&y))], |text| {
                text.element("tspan", &[("lang", self.lang)], |name| _ = name.text(&self.name));
                text.text(" ");
                text.element("tspan", &[("class", Some("chain__length"))], |takes| _ = takes.text(&self.takes));
            });
            let (x, y) = (self.corner.0.to_string(), self.corner.1.to_string());
            let place = [
                ("class", Some("chain__bar")),
                ("x", Some(&*x)),
                ("y", Some(&*y)),
                ("width", Some(&*self.width.to_string())),
                ("height", Some(&*THICK.to_string())),
            ];
            group.element("rect", &place, |_| {});
        });
    }
}

fn path(svg: &mut Markup, class: &str, line: &str) {
    svg.element("path", &[("class", Some(class)), ("d", Some(line))], |_| {});
}

fn text(svg: &mut Markup, class: &str, (x, y): (u32, u32), anchor: Option<&str>, words: &str) {
    let (x, y) = (x.to_string(), y.to_string());
    let attributes = [("class", Some(class)), ("x", Some(&*x)), ("y", Some(&*y)), ("text-anchor", anchor)];
    svg.element("text", &attributes, |text| _ = text.text(words));
}
