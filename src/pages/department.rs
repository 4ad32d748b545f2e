//! The page of a department.

use serde::Serialize;

use super::view::{Head, PageView};
use crate::pages::parts::channel::{ChannelView, ticks};
use crate::pages::parts::department_map::MapView;
use crate::pages::parts::due::DueView;
use crate::pages::parts::entries::{article_entry, department_entry, services_for_us, team_entry};
use crate::pages::parts::field::{self, FieldView};
use crate::pages::parts::give_and_take::{self, Shortened};
use crate::pages::parts::reach::ReachView;
use crate::pages::parts::related_link;
use crate::pages::parts::standby::StandbyView;
use crate::pages::parts::whom_to_ask;
use crate::publish::{Department, DepartmentId, Feed, Group, Team};
use crate::site::calendar_links::CalendarLinks;
use crate::site::clock::Ticks;
use crate::site::hours::HoursView;
use crate::site::phrase::{Entry, Fact, Link, Passage, Phrase};
use crate::site::reader::Reader;

/// A department.
#[derive(Debug, Serialize)]
pub struct DepartmentView<'a> {
    /// What it is called.
    pub name: Phrase<'a>,
    /// What it does.
    pub summary: Option<Phrase<'a>>,
    /// The department that it belongs to.
    pub part_of: Option<Link<'a>>,
    /// Who leads it.
    pub lead: Vec<Link<'a>>,
    /// Where it works.
    pub place: Option<Link<'a>>,
    /// Whom to ask where nobody says how it is reached.
    pub ask: Vec<Link<'a>>,
    /// How to reach it.
    pub channels: Option<ReachView<'a>>,
    /// Its teams and how to reach them, where it has no channels of its own.
    pub doors: Vec<DoorView<'a>>,
    /// When it works.
    pub hours: Option<&'a HoursView>,
    /// The number of its calendar.
    pub calendar: Option<usize>,
    /// Who answers while it is closed.
    pub standby: Option<StandbyView<'a>>,
    /// More about it.
    pub description: Option<Passage<'a>>,
    /// The company's own facts.
    pub fields: Vec<FieldView<'a>>,
    /// Pages to read that stand elsewhere.
    pub links: Vec<Link<'a>>,
    /// Its services, each with its team.
    pub services: Vec<Entry<'a>>,
    /// What it has written for readers to help themselves.
    pub articles: Vec<Entry<'a>>,
    /// Whom it serves.
    pub serves: Vec<Link<'a>>,
    /// The services of others that are there for it.
    pub for_us: Vec<Entry<'a>>,
    /// How many more there are, in words.
    pub for_us_more: Option<String>,
    /// Who helps it, and whom it helps.
    pub map: Option<MapView<'a>>,
    /// Its teams.
    pub teams: Vec<Entry<'a>>,
    /// The departments that are part of it.
    pub parts: Vec<Entry<'a>>,
    /// What is due next, for its services and from it.
    pub dates: Vec<DueView<'a>>,
    /// Its calendar file, if it has dates.
    pub calendar_links: Option<CalendarLinks>,
    /// What others expect from it.
    pub expected: Shortened<'a>,
    /// What it waits for.
    pub waits_for: Shortened<'a>,
}

/// A team through which a department is reached.
#[derive(Debug, Serialize)]
pub struct DoorView<'a> {
    /// The team.
    pub team: Link<'a>,
    /// The best way to reach it.
    pub channels: ReachView<'a>,
}

impl<'a> PageView<'a> for DepartmentView<'a> {
    type Of = DepartmentId;

    fn new(id: DepartmentId, reader: Reader<'a>) -> Self {
        let published = reader.published();
        let department = published.department(id);
        let calendar = department.hours.map(|hours| hours.calendar);
        // Services stand under more than one name: those of teams, and its own.
        let by_team = department.teams.len() + usize::from(department.acts) > 1;
        let entry = |id| if by_team { reader.service_entry_with_team(id) } else { reader.service_entry(id) };
        let (for_us, for_us_more) = services_for_us(Group::Department(id), reader);
        let teams = department.teams.iter().map(|team| team_entry(&published.team(team.key), reader));
        let articles = published.articles().filter(|article| article.department.key == id);
        let articles = articles.map(|article| article_entry(article.key, reader));
        let parts = published.parts_of(id).iter().map(|part| department_entry(*part, reader));
        Self {
            name: reader.phrase(department.name),
            summary: reader.maybe(department.summary),
            part_of: department.part_of.map(|whole| reader.department(whole.key)),
            lead: reader.all(department.lead.iter()),
            place: department.place.map(|place| reader.place(place.key)),
            channels: ReachView::new(ChannelView::all(department.channels.iter(), calendar, reader)),
            doors: if department.channels.is_empty() { doors(&department, reader) } else { Vec::new() },
            ask: whom_to_ask::of_department(&department, reader),
            hours: calendar.map(|calendar| reader.edition.hours(reader.locale(), calendar)),
            calendar: calendar.map(|calendar| calendar.index()),
            standby: StandbyView::new(department.channels.iter(), calendar, None, reader),
            description: department.description.map(|text| reader.description(text)),
            fields: field::all(department.fields.iter(), reader),
            links: related_link::all(department.links.iter(), reader),
            services: reader.by_name(published.services_in(id)).into_iter().map(entry).collect(),
            articles: reader.sorted(articles.collect()),
            teams: reader.sorted(teams.collect()),
            serves: reader.all(department.serves),
            for_us,
            for_us_more,
            map: MapView::new(id, reader),
            dates: give_and_take::dates(id, reader),
            expected: give_and_take::expected(id, reader),
            waits_for: give_and_take::waits_for(id, reader),
            calendar_links: reader.calendar_links(Feed::Department(id)),
            parts: reader.sorted(parts.collect()),
        }
    }

    fn head(id: DepartmentId, reader: Reader<'a>) -> Head<'a> {
        let department = reader.published().department(id);
        let whole = department.part_of.map(|whole| reader.department(whole.key));
        Head {
            title: reader.phrase(department.name),
            lead: reader.maybe(department.summary),
            back: whole.into_iter().collect(),
        }
    }

    fn ticks(&self) -> Ticks {
        let doors = self.doors.iter().map(|door| &door.channels);
        ticks(self.calendar, self.channels.iter().chain(doors).flat_map(ReachView::all))
    }
}

/// The teams that can be reached, by name, each by its best channel and with its hours.
fn doors<'a>(department: &Department<'a>, reader: Reader<'a>) -> Vec<DoorView<'a>> {
    let door = |team: Team<'a>| {
        let mut channel = ChannelView::new(&team.channels.first()?, None, reader);
        if let Some(hours) = team.hours.filter(|_| channel.calendar.is_none()) {
            channel.calendar = Some(hours.calendar.index());
            channel.facts.push(Fact::words(reader.edition.hours(reader.locale(), hours.calendar).line.as_str()));
        }
        Some(DoorView { team: reader.team(team.key), channels: ReachView::new(vec![channel])? })
    };
    let teams = department.teams.iter().map(|team| reader.published().team(team.key));
    let mut doors: Vec<DoorView<'a>> = teams.filter_map(door).collect();
    doors.sort_by_cached_key(|door| reader.words().sort_key(&door.team.name.text));
    doors
}
