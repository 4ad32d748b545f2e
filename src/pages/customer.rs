//! The page that turns the pyramid over: the customer on top, below them the front desks, and floor by
//! floor those who carry them.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::view::PageView;
use crate::markdown::Html;
use crate::pages::parts::floors_picture::{Floor, FloorsPicture, Part};
use crate::publish::{DepartmentId, ServiceId, Who};
use crate::site::phrase::{Entry, Fact, Link, Phrase};
use crate::site::reader::Reader;

/// A floor with more services than this shows its departments instead.
const MOST_SERVICES: usize = 100;

/// How the customer is served.
#[derive(Debug, Serialize)]
pub struct CustomerView<'a> {
    /// Who the customers are.
    pub summary: Option<Phrase<'a>>,
    /// The floors as a picture, an SVG.
    pub picture: Html,
    /// From the front desks down.
    pub floors: Vec<FloorView<'a>>,
    /// The departments and where they stand.
    pub departments: Vec<DepartmentView<'a>>,
    /// Services that lead to no customer yet.
    pub unconnected: Vec<Entry<'a>>,
}

/// Those who are equally far from the customer.
#[derive(Debug, Serialize)]
pub struct FloorView<'a> {
    /// The heading's id.
    pub anchor: String,
    /// What it is called, and how many services it has.
    pub title: String,
    /// What it is called.
    pub name: String,
    /// What holds of all on it.
    pub about: String,
    /// Services with their teams; departments with the number of their services where there are many.
    pub entries: Vec<FloorEntry<'a>>,
}

/// Something on a floor.
#[derive(Debug, Serialize)]
pub struct FloorEntry<'a> {
    /// The service, or the department.
    pub link: Link<'a>,
    /// Its team, or how many services.
    pub fact: Fact<'a>,
    /// The department's id.
    pub department: &'a str,
}

/// Where a department stands.
#[derive(Debug, Serialize)]
pub struct DepartmentView<'a> {
    /// Its number.
    #[serde(skip)]
    pub key: DepartmentId,
    /// Its id.
    pub id: &'a str,
    /// Its name as text: a choice holds nothing else.
    pub name: String,
    /// Its name, which leads to its page.
    pub link: Link<'a>,
    /// By floor: how many services; nothing for none.
    pub counts: Vec<String>,
}

/// How many services of each department are on a floor.
type Counts = BTreeMap<DepartmentId, u32>;

impl<'a> PageView<'a> for CustomerView<'a> {
    type Of = ();

    fn new((): (), reader: Reader<'a>) -> Self {
        let published = reader.published();
        let floors = published.floors();
        let mut unconnected: Vec<ServiceId> = published.offered().map(|service| service.key).collect();
        let connected: BTreeSet<ServiceId> = floors.iter().flatten().copied().collect();
        unconnected.retain(|id| !connected.contains(id));
        let counts: Vec<Counts> = floors.iter().map(|services| counts(services, reader)).collect();
        let departments = departments(&counts, reader);
        let floors = floors.iter().zip(&counts).enumerate();
        let floors: Vec<FloorView<'a>> = floors.map(|(place, floor)| self::floor(place, floor, reader)).collect();
        let customer = published.company().external_customer;
        let with_team = |id: &ServiceId| reader.service_entry_with_team(*id);
        Self {
            summary: reader.maybe(customer.and_then(|customer| customer.summary)),
            picture: picture(&floors, (&counts, &departments), reader),
            floors,
            departments,
            unconnected: reader.sorted(unconnected.iter().map(with_team).collect()),
        }
    }
}

fn counts(services: &[ServiceId], reader: Reader<'_>) -> Counts {
    let mut counts = Counts::new();
    for id in services {
        *counts.entry(reader.published().service(*id).department.key).or_default() += 1;
    }
    counts
}

/// All departments that stand on a floor, by name.
fn departments<'a>(floors: &[Counts], reader: Reader<'a>) -> Vec<DepartmentView<'a>> {
    let ids: BTreeSet<DepartmentId> = floors.iter().flat_map(Counts::keys).copied().collect();
    let count = |floor: &Counts, id| floor.get(&id).map(|count| reader.words().number(i64::from(*count)));
    let view = |id: DepartmentId| {
        let link = reader.department(id);
        DepartmentView {
            key: id,
            id: reader.published().department(id).id,
            name: link.name.text.to_string(),
            link,
            counts: floors.iter().map(|floor| count(floor, id).unwrap_or_default()).collect(),
        }
    };
    let mut departments: Vec<DepartmentView<'a>> = ids.into_iter().map(view).collect();
    departments.sort_by_cached_key(|department| reader.words().sort_key(&department.name));
    departments
}

fn floor<'a>(place: usize, (services, counts): (&Vec<ServiceId>, &Counts), reader: Reader<'a>) -> FloorView<'a> {
    let words = reader.words();
    let (name, about) = match place {
        0 => (reader.word("chain.front_desk"), reader.word("customer.front_desk")),
        1 => (reader.word("chain.behind"), reader.word("customer.behind")),
        _ => {
            let number = words.number(i64::try_from(place + 1).unwrap_or(0));
            (words.format("chain.floor", &[("number", &number)]), words.plural("customer.away", place as u64, &[]))
        }
    };
    let count = words.plural("count.services", services.len() as u64, &[]);
    FloorView {
        anchor: format!("floor-{}", place + 1),
        title: format!("{name}: {count}"),
        name,
        about,
        entries: entries(services, counts, reader),
    }
}

/// Services by name with their teams, or, where there are too many to read, their departments.
fn entries<'a>(services: &[ServiceId], counts: &Counts, reader: Reader<'a>) -> Vec<FloorEntry<'a>> {
    let published = reader.published();
    let mut entries: Vec<FloorEntry<'a>> = if services.len() <= MOST_SERVICES {
        let with_team = |id: &ServiceId| {
            let service = published.service(*id);
            let fact = Fact::phrase(reader.home(service.doer()).name);
            FloorEntry { link: reader.service(*id), fact, department: service.department.id }
        };
        services.iter().map(with_team).collect()
    } else {
        let counted = |(id, count): (&DepartmentId, &u32)| FloorEntry {
            link: reader.department(*id),
            fact: Fact::words(reader.words().plural("count.services", u64::from(*count), &[])),
            department: published.department(*id).id,
        };
        counts.iter().map(counted).collect()
    };
    entries.sort_by_cached_key(|entry| reader.words().sort_key(&entry.link.name.text));
    entries
}

/// The floors as bars, the departments on each in the order of the table.
fn picture<'a>(
    floors: &[FloorView<'a>],
    (counts, departments): (&[Counts], &[DepartmentView<'a>]),
    reader: Reader<'a>,
) -> Html {
    let words = reader.words();
    let customer = reader.who(Who::Customers).name;
    let part = |department: &DepartmentView<'a>, counts: &Counts| {
        let services = *counts.get(&department.key)?;
        let count = words.plural("count.services", u64::from(services), &[]);
        Some(Part { department: department.id, label: format!("{}: {count}", department.name), services })
    };
    let drawn = |(view, counts): (&FloorView<'a>, &Counts)| Floor {
        name: view.name.clone(),
        count: words.number(counts.values().map(|count| i64::from(*count)).sum()),
        parts: departments.iter().filter_map(|department| part(department, counts)).collect(),
    };
    let titles: Vec<&str> = floors.iter().map(|floor| floor.title.as_str()).collect();
    let picture = FloorsPicture {
        title: titles.join(". "),
        customer: (&customer.text, customer.foreign.map(|foreign| foreign.lang)),
        floors: floors.iter().zip(counts).map(drawn).collect(),
    };
    picture.svg()
}
