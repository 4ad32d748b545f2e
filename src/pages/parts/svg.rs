//! What pictures are drawn with that are as wide as their place: across in shares of the width, down in pixels, so
//! that words keep their size on every screen.

use crate::markdown::Markup;

/// The whole width, in hundredths of a percent.
pub(crate) const WIDTH: u32 = 10_000;

/// A share of the width, as SVG writes it.
pub(crate) fn percent(share: u32) -> String {
    let mut written = String::with_capacity("100.00%".len());
    written.push_str(&(share / 100).to_string());
    written.push('.');
    for digit in [share / 10 % 10, share % 10] {
        written.extend(char::from_digit(digit, 10));
    }
    written.push('%');
    written
}

/// A part of a whole as a share of the width.
pub(crate) fn share(part: u32, whole: u32) -> u32 {
    let share = u64::from(part) * u64::from(WIDTH) / u64::from(whole.max(1));
    u32::try_from(share).unwrap_or(WIDTH)
}

/// Where a shape is and how large.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Area {
    /// From the left, as a share of the width.
    pub(crate) x: u32,
    /// From the top, in pixels.
    pub(crate) y: u32,
    /// As a share of the width.
    pub(crate) width: u32,
    /// In pixels.
    pub(crate) height: u32,
}

/// A rectangle with what belongs into it.
pub(crate) fn rect(
    svg: &mut Markup,
    class: &str,
    area: Area,
    more: (&'static str, Option<&str>),
    inside: impl FnOnce(&mut Markup),
) {
    let place = [
        ("class", Some(class)),
        ("x", Some(&*percent(area.x))),
        ("y", Some(&*area.y.to_string())),
        ("width", Some(&*percent(area.width))),
        ("height", Some(&*area.height.to_string())),
        more,
    ];
    svg.element("rect", &place, inside);
}

/// A straight line between two places.
pub(crate) fn line(svg: &mut Markup, class: &str, from: (u32, u32), to: (u32, u32)) {
    let ends = [
        ("class", Some(class)),
        ("x1", Some(&*percent(from.0))),
        ("y1", Some(&*from.1.to_string())),
        ("x2", Some(&*percent(to.0))),
        ("y2", Some(&*to.1.to_string())),
    ];
    svg.element("line", &ends, |_| {});
}

/// Words at a place, from which they begin, end, or in whose middle they stand.
pub(crate) fn text(
    svg: &mut Markup,
    class: &str,
    at: (u32, u32),
    anchor: Option<&str>,
    words: impl FnOnce(&mut Markup),
) {
    letters(svg, Some(class), (&percent(at.0), at.1), anchor, words);
}

/// The same at a place across that is written as SVG wants it. What surrounds letters in the colour of the paper is
/// painted before them, so that it covers what is behind them and not themselves.
pub(crate) fn letters(
    svg: &mut Markup,
    class: Option<&str>,
    (x, y): (&str, u32),
    anchor: Option<&str>,
    words: impl FnOnce(&mut Markup),
) {
    let place = [
        ("class", class),
        ("x", Some(x)),
        ("y", Some(&*y.to_string())),
        ("text-anchor", anchor),
        ("paint-order", Some("stroke")),
    ];
    svg.element("text", &place, words);
}
