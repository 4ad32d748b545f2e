//! The chain behind a promise as a picture and as a table: whose answers it waits for, along the working
//! time, and which of them decide.

use serde::Serialize;

use super::axis::Axis;
use super::chain_picture::{Bar, Join, Mark, Picture};
use super::svg::WIDTH;
use crate::i18n::TimeLength;
use crate::markdown::Html;
use crate::publish::{Chain, Moment, Service};
use crate::site::phrase::{Link, Phrase};
use crate::site::reader::Reader;

/// So many letters of a label there is room for on a phone.
const LETTERS: u32 = 50;
/// So wide is a letter there at most, on average, and a date on the axis.
const LETTER: u32 = WIDTH / LETTERS;
const DATE: u32 = LETTER * 11;
/// So many dependencies are drawn; the table has all.
const MOST_ROWS: usize = 12;

/// The chain behind a service's promise, when it has the least time to spare.
#[derive(Debug, Serialize)]
pub struct ChainView<'a> {
    /// The picture, an SVG.
    pub picture: Html,
    /// What it says, beneath it.
    pub caption: String,
    /// The same as a table.
    pub rows: Vec<ChainRow<'a>>,
}

/// One who answers, in the table.
#[derive(Debug, Serialize)]
pub struct ChainRow<'a> {
    /// Who.
    pub name: Link<'a>,
    /// For whose answer it waits, in words.
    pub waits: Option<String>,
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
        let axis = Axis::new(reader.published(), &chain.clocks, (start.at, last), (0, WIDTH));
        let steps = steps(service, &chain, reader)?;
        let drawn = drawn(&steps);
        let spare = chain.promised.filter(|_| chain.spare_minutes.is_some());
        let picture = Picture {
            dates: dates(&axis, start, reader),
            bars: drawn.iter().map(|(_, step)| bar(step, &axis)).collect(),
            joins: joins(&drawn, &axis),
            due: chain.promised.map(|by| Mark {
                x: axis.place(by.at),
                label: Some(reader.words().format("chain.promised", &[("when", &in_words(by, reader))])),
            }),
            spare: spare.map(|by| axis.place(ends.at)..axis.place(by.at)).filter(|spare| !spare.is_empty()),
            title: title(&steps, ends, reader),
        };
        Some(Self {
            picture: picture.svg(),
            caption: caption(&chain, steps.len() - drawn.len(), reader),
            rows: steps.iter().map(|step| row(step, &steps, reader)).collect(),
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
            takes: reader.takes(*promise.resolution?, promise.is_always()),
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
            takes: words.duration(reader.effort(*time)),
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

fn bar<'a>(step: &Step<'a>, axis: &Axis) -> Bar<'a> {
    let letters = |text: &str| u32::try_from(text.chars().count()).unwrap_or(LETTERS);
    let room = LETTERS.saturating_sub(letters(&step.takes) + 1);
    let Phrase { text, foreign } = &step.name.name;
    let mut name = text.to_string();
    if letters(&name) > room {
        let kept: String = name.chars().take(room.saturating_sub(1) as usize).collect();
        name = format!("{}…", kept.trim_end());
    }
    Bar {
        name,
        lang: foreign.map(|foreign| foreign.lang),
        takes: step.takes.clone(),
        span: axis.place(step.from.at)..axis.place(step.to.at),
        critical: step.critical,
    }
}

/// From the end of each bar over to the beginning of the one that waits for it.
fn joins(drawn: &[(usize, &Step<'_>)], axis: &Axis) -> Vec<Join> {
    let row_of = |place: usize| drawn.iter().position(|(other, _)| *other == place);
    let mut joins = Vec::new();
    for (row, (_, step)) in drawn.iter().enumerate() {
        for before in &step.after {
            let Some((above, (_, other))) = row_of(*before).and_then(|above| Some((above, drawn.get(above)?))) else {
                continue;
            };
            joins.push(Join {
                from: (above, axis.place(other.to.at)),
                to: (row, axis.place(step.from.at)),
                critical: step.critical && other.critical,
            });
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

fn row<'a>(step: &Step<'a>, steps: &[Step<'a>], reader: Reader<'a>) -> ChainRow<'a> {
    let words = reader.words();
    let before: Vec<&str> =
        step.after.iter().filter_map(|place| steps.get(*place)).map(|other| &*other.name.name.text).collect();
    ChainRow {
        name: step.name.clone(),
        waits: (!before.is_empty()).then(|| words.format("dependency.after", &[("name", &words.list(&before))])),
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
