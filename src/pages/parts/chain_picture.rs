//! The picture of a chain: bars along the working time, and lines from those that answer to what waits for them. It is
//! as wide as its place; its words keep their size.

use std::ops::Range;

use super::svg::{Area, WIDTH, line, rect, text};
use crate::markdown::{Html, Markup};
use crate::site::phrase::html;

/// Where the first row begins, below the dates.
const TOP: u32 = 30;
/// From row to row: a line of text and a bar.
const ROW: u32 = 48;
/// From the top of a row to its text's line, and to its bar.
const TEXT: u32 = 14;
const BAR: u32 = 22;
/// The height of a bar.
const THICK: u32 = 14;
/// What takes next to no time can be seen all the same.
const THINNEST: u32 = 50;
/// The room below the bars for the promised end's label.
const FOOT: u32 = 22;

/// What is drawn. Places across are shares of the width, places down pixels.
#[derive(Debug)]
pub(super) struct Picture<'a> {
    /// Dates along the top.
    pub(super) dates: Vec<Mark>,
    /// One bar for each that answers, and for the own work, from top to bottom.
    pub(super) bars: Vec<Bar<'a>>,
    /// Lines from those that answer to what waits for them.
    pub(super) joins: Vec<Join>,
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
    /// The name, cut to the room that there is.
    pub(super) name: String,
    /// The name's language, where it is not the page's.
    pub(super) lang: Option<&'a str>,
    /// How long it takes, in words.
    pub(super) takes: String,
    /// From when to when.
    pub(super) span: Range<u32>,
    /// True where the whole would end sooner if this one did.
    pub(super) critical: bool,
}

/// Somebody who waits.
#[derive(Debug)]
pub(super) struct Join {
    /// The row of the one who answers, and when.
    pub(super) from: (usize, u32),
    /// The row of the one who waits, and when it begins.
    pub(super) to: (usize, u32),
    /// True where the whole would end sooner if both did.
    pub(super) critical: bool,
}

/// Where a row begins.
fn row_top(row: usize) -> u32 {
    TOP + ROW * u32::try_from(row).unwrap_or(0)
}

impl Picture<'_> {
    /// The picture as an SVG in a page; its caption has the id `chain-caption`.
    pub(super) fn svg(&self) -> Html {
        let foot = row_top(self.bars.len());
        let height = foot + self.due.as_ref().map_or(0, |_| FOOT);
        let attributes = [
            ("width", Some("100%")),
            ("height", Some(&*height.to_string())),
            ("role", Some("img")),
            ("aria-labelledby", Some("chain-title")),
            ("aria-describedby", Some("chain-caption")),
        ];
        html(|markup| {
            markup.element("svg", &attributes, |svg| {
                svg.element("title", &[("id", Some("chain-title"))], |title| _ = title.text(&self.title));
                for Mark { x, label } in &self.dates {
                    let Some(label) = label else { continue };
                    line(svg, "chain__grid", (*x, 22), (*x, foot));
                    text(svg, "chain__tick", (*x, 14), None, |tick| _ = tick.text(label));
                }
                if let Some(Mark { x, label: Some(_) }) = &self.due {
                    line(svg, "chain__due", (*x, 22), (*x, foot + 4));
                }
                for join in &self.joins {
                    join.push(svg);
                }
                for (row, bar) in self.bars.iter().enumerate() {
                    bar.push(svg, row_top(row));
                }
                if let Some(spare) = &self.spare {
                    line(svg, "chain__slack", (spare.start, foot - 19), (spare.end, foot - 19));
                }
                if let Some(Mark { x, label: Some(label) }) = &self.due {
                    text(svg, "chain__promised", (*x, foot + 18), Some("end"), |due| _ = due.text(label));
                }
            });
        })
    }
}

impl Join {
    fn push(&self, svg: &mut Markup) {
        let from = (self.from.1, row_top(self.from.0) + BAR + THICK);
        let to = (self.to.1, row_top(self.to.0) + BAR);
        let class = if self.critical { "chain__join" } else { "chain__wait" };
        line(svg, class, from, to);
    }
}

impl Bar<'_> {
    fn push(&self, svg: &mut Markup, top: u32) {
        svg.element("g", &[("data-critical", self.critical.then_some("true"))], |group| {
            line(group, "chain__track", (0, top + BAR + THICK), (WIDTH, top + BAR + THICK));
            text(group, "chain__name", (0, top + TEXT), None, |text| {
                text.element("tspan", &[("lang", self.lang)], |name| _ = name.text(&self.name));
                text.text(" ");
                text.element("tspan", &[("class", Some("chain__length"))], |takes| _ = takes.text(&self.takes));
            });
            let width = self.span.end.saturating_sub(self.span.start).max(THINNEST);
            let area = Area { x: self.span.start.min(WIDTH - THINNEST), y: top + BAR, width, height: THICK };
            rect(group, "chain__bar", area, ("rx", None), |_| {});
        });
    }
}
