//! A journey as a line in time: a stop for each phase with the number of its steps. Where today is on it depends on the
//! reader's day 1, which the script knows.

use super::svg::{WIDTH, letters, line, percent, share, text};
use crate::markdown::{Html, Markup};
use crate::publish::{Unit, When};
use crate::site::phrase::html;

/// More stops cannot be read on a phone.
const MOST_STOPS: usize = 8;
/// Where the words above the line, the line, and the words below it are.
const ABOVE: u32 = 14;
const LINE: u32 = 60;
const BELOW: u32 = 92;
/// From one line of a label to the next.
const LEADING: u32 = 17;
/// Words of more letters stand over the edge unless they begin there.
const LONG: usize = 12;
/// The size of a stop.
const RADIUS: &str = "14";
/// Where the word for today stands, below all others.
const FOOT: u32 = 130;
const HEIGHT: &str = "138";

/// A phase of the journey.
#[derive(Debug)]
pub(crate) struct Stop {
    /// When its steps are done.
    pub(crate) when: When,
    /// The same in words.
    pub(crate) label: String,
    /// The names of its steps' ticks.
    pub(crate) steps: Vec<String>,
    /// How many steps, in words.
    pub(crate) count: String,
}

impl Stop {
    /// The last day on which its steps are done, counted from day 1, which is 0.
    fn day(&self) -> i64 {
        let number = i64::from(self.when.number);
        let days = match self.when.unit {
            Unit::Day => 1,
            Unit::Week => 7,
            Unit::Month => 30,
        };
        if self.when.before { -number * days } else { number * days - 1 }
    }
}

/// The line, an SVG; none for fewer than two phases, for many, and for those that do not follow each other.
pub(crate) fn journey_line(stops: &[Stop], today: &str) -> Option<Html> {
    let ordered = stops.is_sorted_by(|a, b| a.day() < b.day());
    if !(2..=MOST_STOPS).contains(&stops.len()) || !ordered {
        return None;
    }
    let said: Vec<String> = stops.iter().map(|stop| format!("{}: {}", stop.label, stop.count)).collect();
    let attributes = [
        ("class", Some("journey-line")),
        ("width", Some("100%")),
        ("height", Some(HEIGHT)),
        ("role", Some("img")),
        ("aria-labelledby", Some("line-title")),
    ];
    Some(html(|markup| {
        markup.element("svg", &attributes, |svg| {
            svg.element("title", &[("id", Some("line-title"))], |title| _ = title.text(&said.join(". ")));
            line(svg, "journey-line__way", (0, LINE), (WIDTH, LINE));
            let marker =
                [("class", Some("journey-line__today")), ("visibility", Some("hidden")), ("overflow", Some("visible"))];
            svg.element("svg", &marker, |marker| {
                line(marker, "journey-line__now", (0, LINE - 20), (0, FOOT - 14));
                text(marker, "journey-line__word", (0, FOOT), Some("middle"), |word| _ = word.text(today));
            });
            for (place, stop) in stops.iter().enumerate() {
                push(svg, stop, place, stops.len());
            }
        });
    }))
}

/// Stops stand apart alike, however long the time between; their words above and below by turns, so that there is
/// room for twice as many.
fn push(svg: &mut Markup, stop: &Stop, place: usize, all: usize) {
    let part = |number: usize| share(u32::try_from(number).unwrap_or(0), u32::try_from(2 * all).unwrap_or(1));
    let x = percent(part(2 * place + 1));
    let day = stop.day().to_string();
    let attributes = [
        ("class", Some("journey-line__stop")),
        ("x", Some(&*x)),
        ("overflow", Some("visible")),
        ("data-day", Some(&*day)),
        ("data-steps", Some(&*stop.steps.join(" "))),
    ];
    let (first, second) = halves(&stop.label);
    let long = first.chars().count().max(second.chars().count()) > LONG;
    let anchor = match place {
        0 if long => ("-14", "start"),
        last if long && last + 1 == all => ("14", "end"),
        _ => ("0", "middle"),
    };
    svg.element("svg", &attributes, |inside| {
        let circle = [("cx", Some("0")), ("cy", Some(&*LINE.to_string())), ("r", Some(RADIUS))];
        inside.element("circle", &circle, |_| {});
        let number = stop.steps.len().to_string();
        letters(inside, None, ("0", LINE + 5), Some("middle"), |count| _ = count.text(&number));
        let top = if place % 2 == 1 {
            BELOW
        } else if second.is_empty() {
            ABOVE + LEADING
        } else {
            ABOVE
        };
        for (row, words) in (0..).zip([first, second]) {
            letters(inside, None, (anchor.0, top + LEADING * row), Some(anchor.1), |label| _ = label.text(words));
        }
    });
}

/// A label in two lines, broken at the space nearest to its middle.
fn halves(label: &str) -> (&str, &str) {
    let middle = label.len() / 2;
    let space = label.match_indices(' ').map(|(at, _)| at).min_by_key(|at| at.abs_diff(middle));
    match space.filter(|_| label.chars().count() > LONG) {
        Some(at) => (&label[..at], &label[at + 1..]),
        None => (label, ""),
    }
}
