//! A department among those that it works with: on one side who helps it, on the other whom it helps, as a small map
//! and as two lists.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::svg::{Area, WIDTH, line, rect, text};
use crate::markdown::{Html, Markup};
use crate::publish::{AudienceId, DepartmentId, Group, ServiceId, Who};
use crate::site::phrase::{Link, html};
use crate::site::reader::Reader;

/// So many are drawn on each side; the lists have all.
const MOST: usize = 7;
/// Where the rows begin, below the words over the sides.
const TOP: u32 = 34;
/// From row to row: a name in two lines at most.
const ROW: u32 = 42;
/// The department's own box: its left and right edge.
const BOX: (u32, u32) = (4_150, 5_850);
/// Where the names end and begin, and where the lines leave them.
const NAMES: (u32, u32) = (3_450, 6_550);
const LINES: (u32, u32) = (3_550, 6_450);
/// Of the box's height each row has so much: its line ends there.
const STEP: u32 = 20;
/// The lowest box has room for its words.
const LOWEST: u32 = 60;
/// So many letters are in a line of a name on a phone.
const LETTERS: usize = 17;
/// The thickest line.
const THICKEST: u32 = 9;

/// Who helps a department, and whom it helps.
#[derive(Debug, Serialize)]
pub struct MapView<'a> {
    /// The picture, an SVG.
    pub picture: Html,
    /// Those who help it, those with most services first.
    pub helpers: Vec<Neighbour<'a>>,
    /// Those whom it helps.
    pub helped: Vec<Neighbour<'a>>,
}

/// Somebody on the map.
#[derive(Debug, Serialize)]
pub struct Neighbour<'a> {
    /// Who.
    pub who: Link<'a>,
    /// With how many services, in words.
    pub count: String,
    #[serde(skip)]
    services: u32,
}

/// A neighbour while they are counted, in the order of ids.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Customers,
    Everyone,
    Audience(AudienceId),
    Department(DepartmentId),
}

type Served<'a> = BTreeMap<Key, (Who<'a>, BTreeSet<ServiceId>)>;

impl<'a> MapView<'a> {
    /// The map of a department; none where it works with nobody.
    pub(crate) fn new(id: DepartmentId, reader: Reader<'a>) -> Option<Self> {
        let (helpers, helped) = (neighbours(helpers(id, reader), reader), neighbours(helped(id, reader), reader));
        if helpers.is_empty() && helped.is_empty() {
            return None;
        }
        let own = u32::try_from(reader.published().services_in(id).count()).unwrap_or(0);
        Some(Self { picture: picture(&helpers, &helped, own, reader), helpers, helped })
    }
}

/// By department: its services that ours need, and those that are there for us.
fn helpers(id: DepartmentId, reader: Reader<'_>) -> Served<'_> {
    let published = reader.published();
    let needed = published.services_in(id).flat_map(|service| published.service(service).depends_on.iter());
    let needed = needed.map(|dependency| dependency.service.key);
    let mut helpers = Served::new();
    for service in needed.chain(published.services_for(Group::Department(id)).iter().copied()) {
        let department = published.service(service).department;
        if department.key != id {
            let entry = helpers.entry(Key::Department(department.key));
            entry.or_insert_with(|| (Who::Department(department), BTreeSet::new())).1.insert(service);
        }
    }
    helpers
}

/// By whom they serve: our services.
fn helped(id: DepartmentId, reader: Reader<'_>) -> Served<'_> {
    let published = reader.published();
    let mut helped = Served::new();
    for key in published.services_in(id) {
        let dependants = published.dependants(key).map(|(other, _)| published.service(other).department);
        let named = published.service(key).serves.iter().filter_map(|who| Some((served(who)?, who)));
        let served = dependants.map(|of| (Key::Department(of.key), Who::Department(of))).chain(named);
        for (neighbour, who) in served.filter(|(neighbour, _)| *neighbour != Key::Department(id)) {
            helped.entry(neighbour).or_insert_with(|| (who, BTreeSet::new())).1.insert(key);
        }
    }
    helped
}

/// Groups that stand on a map; a team is too small for it.
fn served(who: Who<'_>) -> Option<Key> {
    match who {
        Who::Customers => Some(Key::Customers),
        Who::Everyone => Some(Key::Everyone),
        Who::Audience(audience) => Some(Key::Audience(audience.key)),
        Who::Department(department) => Some(Key::Department(department.key)),
        _ => None,
    }
}

/// Those with most services first, then by name.
fn neighbours<'a>(served: Served<'a>, reader: Reader<'a>) -> Vec<Neighbour<'a>> {
    let words = reader.words();
    let neighbour = |(who, services): (Who<'a>, BTreeSet<ServiceId>)| Neighbour {
        who: reader.who(who),
        count: words.plural("count.services", services.len() as u64, &[]),
        services: u32::try_from(services.len()).unwrap_or(0),
    };
    let mut all: Vec<Neighbour<'a>> = served.into_values().map(neighbour).collect();
    all.sort_by_cached_key(|one| (u32::MAX - one.services, words.sort_key(&one.who.name.text)));
    all
}

fn picture(helpers: &[Neighbour<'_>], helped: &[Neighbour<'_>], own: u32, reader: Reader<'_>) -> Html {
    let words = reader.words();
    let longer = helpers.len().max(helped.len());
    let rows = u32::try_from(longer.min(MOST)).unwrap_or(0);
    let hidden = longer > MOST;
    let foot = TOP + ROW * rows.max(2);
    let middle = (TOP + foot) / 2;
    let height = foot + u32::from(hidden) * 24;
    let attributes = [
        ("width", Some("100%")),
        ("height", Some(&*height.to_string())),
        ("role", Some("img")),
        ("aria-labelledby", Some("map-title")),
    ];
    html(|markup| {
        markup.element("svg", &attributes, |svg| {
            let title = words.text("department.map");
            svg.element("title", &[("id", Some("map-title"))], |inside| _ = inside.text(&title));
            let most = helpers.iter().chain(helped).map(|one| one.services).max().unwrap_or(1);
            let sides =
                [(helpers, "department.helpers", NAMES.0, "end"), (helped, "department.helped", NAMES.1, "start")];
            for (side, heading, x, anchor) in sides {
                let heading = words.text(heading);
                text(svg, "department-map__side", (x, 14), Some(anchor), |inside| _ = inside.text(&heading));
                let drawn = u32::try_from(side.len().min(MOST)).unwrap_or(0);
                for (row, neighbour) in (0..drawn).zip(side) {
                    // The shorter side stands in the middle of the longer one.
                    let y = TOP + ROW * (2 * row + 1 + rows.max(2) - drawn) / 2;
                    let end = middle + STEP * (2 * row + 1) / 2;
                    push(svg, neighbour, ((x, y), end - STEP * drawn / 2), most);
                }
                if side.len() > MOST {
                    let more = words.plural("count.more", (side.len() - MOST) as u64, &[]);
                    text(svg, "department-map__side", (x, height - 8), Some(anchor), |inside| _ = inside.text(&more));
                }
            }
            let high = (STEP * rows).max(LOWEST);
            let area = Area { x: BOX.0, y: middle - high / 2, width: BOX.1 - BOX.0, height: high };
            rect(svg, "department-map__own", area, ("rx", Some("3")), |_| {});
            let count = words.plural("count.services", u64::from(own), &[]);
            let (number, noun) = count.split_once([' ', '\u{a0}']).unwrap_or((&count, ""));
            let place = WIDTH / 2;
            text(svg, "department-map__number", (place, middle), Some("middle"), |inside| _ = inside.text(number));
            text(svg, "department-map__noun", (place, middle + 18), Some("middle"), |inside| _ = inside.text(noun));
        });
    })
}

/// A name, and a line to or from the department's box, as thick as there are services.
fn push(svg: &mut Markup, neighbour: &Neighbour<'_>, ((x, y), end): ((u32, u32), u32), most: u32) {
    let (anchor, from, to) = if x == NAMES.0 { ("end", LINES.0, BOX.0) } else { ("start", LINES.1, BOX.1) };
    let thick = (1 + (THICKEST - 1) * neighbour.services / most.max(1)).to_string();
    svg.element("g", &[("stroke-width", Some(&*thick))], |group| {
        line(group, "department-map__line", (from, y), (to, end));
    });
    let name = &neighbour.who.name;
    let lang = name.foreign.map(|foreign| foreign.lang);
    let number = neighbour.services.to_string();
    let lines = lines(&name.text);
    let first = if lines.len() > 1 { y - 4 } else { y + 5 };
    for (row, words) in (0..).zip(&lines) {
        let last = row as usize + 1 == lines.len();
        text(svg, "department-map__name", (x, first + 17 * row), Some(anchor), |inside| {
            inside.element("tspan", &[("lang", lang)], |inside| _ = inside.text(words));
            if last {
                inside.text(" ");
                inside.element("tspan", &[("class", Some("department-map__count"))], |count| _ = count.text(&number));
            }
        });
    }
}

/// A name in two lines at most, each as long as there is room.
fn lines(name: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in name.split_whitespace() {
        let full = lines.len() > 1;
        let Some(line) = lines.last_mut() else { break };
        let length = line.chars().count() + 1 + word.chars().count();
        if line.is_empty() {
            line.push_str(word);
        } else if length <= LETTERS - 2 || full {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    for line in &mut lines {
        if line.chars().count() > LETTERS {
            *line = line.chars().take(LETTERS - 1).collect();
            line.push('…');
        }
    }
    lines
}
