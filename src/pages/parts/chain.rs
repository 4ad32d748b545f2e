//! The chain behind a promise as a picture and as a table: whose answers it waits for, along the working
//! time, and which of them decide.

use serde::Serialize;

use super::axis::Axis;
use crate::i18n::TimeLength;
use crate::publish::{Chain, Moment, Service};
use crate::site::phrase::{Link, Phrase};
use crate::site::reader::Reader;

/// The picture's width, in its own units: about a pixel on a phone.
const WIDTH: u32 = 400;
/// What stays free at both sides, for strokes.
const EDGE: u32 = 2;
/// Where the first row begins, below the dates.
const TOP: u32 = 30;
/// From row to row: a line of text and a bar.
const ROW: u32 = 48;
/// From the top of a row to its text's line, and to its bar.
const TEXT: u32 = 14;
const BAR: u32 = 22;
/// The height of a bar.
const THICK: u32 = 14;
/// So wide is a letter of a label at most, on average.
const LETTER: u32 = 8;
/// So wide is a date on the axis at most.
const DATE: u32 = 86;
/// So many dependencies are drawn; the table has all.
const MOST_ROWS: usize = 12;

/// The chain behind a service's promise, when it has the least time to spare.
#[derive(Debug, Serialize)]
pub struct ChainView<'a> {
    /// The picture's width.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// Dates along the top.
    pub dates: Vec<Mark>,
    /// One bar for each that answers, and for the own work.
    pub bars: Vec<Bar<'a>>,
    /// Lines from those that answer to what waits for them, as SVG paths.
    pub joins: Vec<String>,
    /// The promised end.
    pub due: Option<Mark>,
    /// The time to spare.
    pub spare: Option<Stretch>,
    /// Where lines along the time end, and the promised end's label stands.
    pub foot: u32,
    /// What the picture shows, for those who do not see it.
    pub title: String,
    /// What it says, beneath it.
    pub caption: String,
    /// The same as a table.
    pub rows: Vec<ChainRow<'a>>,
}

/// A labelled place along the time.
#[derive(Debug, Serialize)]
pub struct Mark {
    /// From the left.
    pub x: u32,
    /// The label; none where there is no room.
    pub label: Option<String>,
}

/// A stretch along the time.
#[derive(Debug, Serialize)]
pub struct Stretch {
    /// Where it begins.
    pub from: u32,
    /// Where it ends.
    pub to: u32,
}

/// A place in the picture.
#[derive(Debug, Serialize)]
pub struct Point {
    /// From the left.
    pub x: u32,
    /// From the top.
    pub y: u32,
}

/// One who answers.
#[derive(Debug, Serialize)]
pub struct Bar<'a> {
    /// Its label's place.
    pub text: Point,
    /// The name, cut to the room that there is.
    pub name: String,
    /// The name's language, where it is not the page's.
    pub lang: Option<&'a str>,
    /// How long it takes, in words.
    pub takes: String,
    /// The bar's left upper corner.
    pub corner: Point,
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// True where the whole would end sooner if this one did.
    pub critical: bool,
}

/// One who answers, in the table.
#[derive(Debug, Serialize)]
pub struct ChainRow<'a> {
    /// Who.
    pub name: Link<'a>,
    /// When it is asked.
    pub asked: String,
    /// How long it takes.
    pub takes: String,
    /// When it has answered at the latest.
    pub done: String,
    /// Whether it decides.
    pub critical: bool,
}

/// A row before it is drawn.
struct Step<'a> {
    name: Link<'a>,
    takes: String,
    from: Moment,
    to: Moment,
    critical: bool,
    /// The places of those that it waits for.
    after: Vec<usize>,
}

impl<'a> ChainView<'a> {
    /// The chain behind a service's main promise; `None` when it waits for nobody, or for somebody who
    /// promises no time.
    pub fn new(service: &Service<'a>, reader: Reader<'a>) -> Option<Self> {
        let chain = service.chain.get()?;
        let (start, ends) = (chain.starts?, chain.ends?);
        let last = chain.promised.map_or(ends.at, |by| by.at.max(ends.at));
        let axis = Axis::new(reader.published(), &chain.clocks, (start.at, last), (EDGE, WIDTH - 2 * EDGE));
        let steps = steps(service, &chain, reader)?;
        let drawn = drawn(&steps);
        let foot = TOP + ROW * u32::try_from(drawn.len()).unwrap_or(0);
        let due = chain.promised.map(|by| Mark {
            x: axis.place(by.at),
            label: Some(reader.words().format("chain.promised", &[("when", &in_words(by, reader))])),
        });
        let spare = chain.promised.filter(|_| chain.spare_minutes.is_some());
        Some(Self {
            width: WIDTH,
            height: foot + u32::from(due.is_some()) * 22,
            dates: dates(&axis, start, reader),
            bars: drawn.iter().enumerate().map(|(row, (_, step))| bar(step, row, &axis)).collect(),
            joins: joins(&drawn, &axis),
            due,
            spare: spare
                .map(|by| Stretch { from: axis.place(ends.at), to: axis.place(by.at) })
                .filter(|spare| spare.from < spare.to),
            foot,
            title: title(&steps, ends, reader),
            caption: caption(&chain, steps.len() - drawn.len(), reader),
            rows: steps.iter().map(|step| row(step, reader)).collect(),
        })
    }
}

/// What happens, in order; the own work last.
fn steps<'a>(service: &Service<'a>, chain: &Chain<'a>, reader: Reader<'a>) -> Option<Vec<Step<'a>>> {
    let words = reader.words();
    let mut steps: Vec<Step<'a>> = Vec::with_capacity(chain.steps.len() + 1);
    for step in &chain.steps {
        let promise = step.promise?;
        steps.push(Step {
            name: reader.service(step.service.key),
            takes: words.duration(reader.span(*promise.resolution?, promise.is_always())),
            from: step.asked?,
            to: step.due?,
            critical: step.critical,
            after: step.after.into_iter().collect(),
        });
    }
    let last = chain.steps.iter().filter_map(|step| Some(step.due?.at)).max();
    if let (Some(work), Some(time)) = (chain.own_work, service.own_work) {
        let after = (0..steps.len()).filter(|place| steps.get(*place).map(|step| step.to.at) == last).collect();
        steps.push(Step {
            name: Link { href: None, name: Phrase::own(words.text("chain.own_work")) },
            takes: words.duration(reader.span(*time, false)),
            from: work.starts,
            to: work.ends,
            critical: true,
            after,
        });
    }
    Some(steps)
}

/// The steps that there is room for, with their places: those that decide, then those that answer last.
fn drawn<'s, 'a>(steps: &'s [Step<'a>]) -> Vec<(usize, &'s Step<'a>)> {
    let mut drawn: Vec<(usize, &Step<'_>)> = steps.iter().enumerate().collect();
    drawn.sort_by_key(|(_, step)| (!step.critical, std::cmp::Reverse(step.to.at)));
    drawn.truncate(MOST_ROWS);
    drawn.sort_by_key(|(place, _)| *place);
    drawn
}

fn bar<'a>(step: &Step<'a>, row: usize, axis: &Axis) -> Bar<'a> {
    let (from, to) = (axis.place(step.from.at), axis.place(step.to.at));
    let letters = |text: &str| u32::try_from(text.chars().count()).unwrap_or(WIDTH);
    let room = (WIDTH / LETTER).saturating_sub(letters(&step.takes) + 1);
    let Phrase { text, foreign } = &step.name.name;
    let mut name = text.to_string();
    if letters(&name) > room {
        let kept: String = name.chars().take(room.saturating_sub(1) as usize).collect();
        name = format!("{}…", kept.trim_end());
    }
    let label = (letters(&name) + letters(&step.takes) + 1) * LETTER;
    let top = top(row);
    Bar {
        // Beside the line that leads to the bar.
        text: Point {
            x: (from + u32::from(!step.after.is_empty()) * 6).min(WIDTH.saturating_sub(label)),
            y: top + TEXT,
        },
        name,
        lang: foreign.map(|foreign| foreign.lang),
        takes: step.takes.clone(),
        corner: Point { x: from, y: top + BAR },
        width: to.saturating_sub(from).max(2),
        height: THICK,
        critical: step.critical,
    }
}

fn top(row: usize) -> u32 {
    TOP + ROW * u32::try_from(row).unwrap_or(0)
}

/// From the end of each bar down and over to the beginning of the one that waits for it.
fn joins(drawn: &[(usize, &Step<'_>)], axis: &Axis) -> Vec<String> {
    let row_of = |place: usize| drawn.iter().position(|(other, _)| *other == place);
    let mut joins = Vec::new();
    for (row, (_, step)) in drawn.iter().enumerate() {
        for before in &step.after {
            let Some((above, (_, other))) = row_of(*before).and_then(|above| Some((above, drawn.get(above)?))) else {
                continue;
            };
            if !(step.critical && other.critical) {
                continue;
            }
            let (x, to) = (axis.place(other.to.at), axis.place(step.from.at));
            let bend = top(row) + BAR - 3;
            joins.push(format!("M{x} {}V{bend}H{to}V{}", top(above) + BAR + THICK, top(row) + BAR));
        }
    }
    joins
}

/// The first moment, then the dates for which there is room.
fn dates(axis: &Axis, start: Moment, reader: Reader<'_>) -> Vec<Mark> {
    let first = in_words(start, reader);
    let mut free = axis.place(start.at) + u32::try_from(first.chars().count()).unwrap_or(0) * LETTER;
    let mut marks = vec![Mark { x: axis.place(start.at), label: Some(first) }];
    for (date, x) in axis.dates(start.zone).into_iter().skip(1) {
        let fits = free <= x && x + DATE <= WIDTH;
        marks.push(Mark { x, label: fits.then(|| reader.words().date_short(date)) });
        if fits {
            free = x + DATE;
        }
    }
    marks
}

fn row<'a>(step: &Step<'a>, reader: Reader<'a>) -> ChainRow<'a> {
    ChainRow {
        name: step.name.clone(),
        asked: in_words(step.from, reader),
        takes: step.takes.clone(),
        done: in_words(step.to, reader),
        critical: step.critical,
    }
}

/// The way that decides, in a sentence for those who do not see the picture.
fn title(steps: &[Step<'_>], ends: Moment, reader: Reader<'_>) -> String {
    let words = reader.words();
    let mut way = String::new();
    for step in steps.iter().filter(|step| step.critical) {
        // Those that wait for nobody answer side by side.
        let joint = if step.after.is_empty() { " + " } else { " → " };
        way.push_str(if way.is_empty() { "" } else { joint });
        way.push_str(&step.name.name.text);
    }
    let ends = in_words(ends, reader);
    words.format("chain.picture", &[("way", &way), ("when", &ends)])
}

/// When it is asked, what the promise leaves to spare, and what was not drawn.
fn caption(chain: &Chain<'_>, hidden: usize, reader: Reader<'_>) -> String {
    let words = reader.words();
    let mut caption = words.format("chain.caption", &[("when", &in_words(chain.asked, reader))]);
    if let Some(minutes) = chain.spare_minutes {
        let working = !chain.promise.is_always();
        let spare = TimeLength { days: 0, hours: minutes / 60, minutes: minutes % 60, working };
        caption.push(' ');
        caption.push_str(&words.format("chain.spare", &[("duration", &words.duration(spare))]));
    }
    if chain.promised.is_some() {
        // A catalog whose promise could be late has not passed its checks.
        caption.push(' ');
        caption.push_str(&words.text("chain.holds"));
    }
    if hidden > 0 {
        caption.push_str(&format!(" ({})", words.plural("count.more", hidden as u64, &[])));
    }
    caption
}

fn in_words(moment: Moment, reader: Reader<'_>) -> String {
    reader.words().date_time(moment.local())
}
