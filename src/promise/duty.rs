//! Who is on duty, and when: the turns of a rota as they fall, with who stands in while somebody is away.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::stretch::{Stretch, joined, outside};
use crate::clock::Spans;
use crate::model::{Away, CalendarId, Catalog, Channel, ChannelTarget, Duty, PersonId, Team, TeamId};

/// So much more is worked out at both ends, so that what touches an end is known as a whole.
const AROUND: TimeDelta = TimeDelta::weeks(1);

/// The rota of a team between two instants.
#[derive(Debug)]
pub struct Rota {
    /// The turns, each cut where somebody is away or comes back, in order.
    pub turns: Vec<Turn>,
    /// When the team is open and the turn of nobody.
    pub gaps: Vec<Stretch>,
    /// Whole turns, those that follow each other as one, that lie outside of all hours at which anybody can ask.
    pub outside: Vec<Stretch>,
}

/// A time of duty.
#[derive(Clone, Debug)]
pub struct Turn {
    /// The place of the duty in the rota, which tells equal people apart.
    pub duty: usize,
    /// Who really has it: whoever stands in, or the person of the rota.
    pub who: Vec<PersonId>,
    /// The person of the rota, where others stand in.
    pub instead_of: Option<PersonId>,
    /// Until when whoever has it is away, where nobody stands in.
    pub absent_until: Option<NaiveDate>,
    /// From when until when.
    pub time: Stretch,
}

impl Rota {
    /// Works it out.
    pub fn new(catalog: &Catalog, id: TeamId, (from, to): (DateTime<Utc>, DateTime<Utc>)) -> Self {
        let team = catalog.team(id);
        let window = (from - AROUND, to + AROUND);
        let whole = joined(team.rota.iter().flat_map(|duty| times(&duty.when.spans(window.0, window.1))));
        let is_told = |(begin, end): &Stretch| from.timestamp() < *end && *begin < to.timestamp();
        let open = team.calendar.map(|hours| times(&catalog.calendar(hours).spans(window.0, window.1)));
        let mut gaps: Vec<Stretch> =
            open.unwrap_or_default().into_iter().flat_map(|open| outside(open, &whole)).collect();
        gaps.retain(is_told);
        let mut useless: Vec<Stretch> = askable(catalog, id, window).map_or_else(Vec::new, |askable| {
            let is_useless = |(from, to): &Stretch| askable.iter().all(|(start, end)| end <= from || to <= start);
            whole.into_iter().filter(is_useless).collect()
        });
        useless.retain(is_told);
        let mut turns: Vec<Turn> = (0..).zip(&team.rota).flat_map(|duty| turns(catalog, duty, window)).collect();
        turns.retain(|turn| is_told(&turn.time));
        turns.sort_by_key(|turn| (turn.time.0, turn.duty));
        Self { turns, gaps, outside: useless }
    }

    /// Whether at least at some time of a turn somebody can ask.
    pub fn is_useful(&self, turn: &Turn) -> bool {
        self.outside.iter().all(|(from, to)| turn.time.1 <= *from || *to <= turn.time.0)
    }
}

/// The turns of one duty, cut at the midnights at which an absence begins or ends.
fn turns(catalog: &Catalog, (place, duty): (usize, &Duty), window: (DateTime<Utc>, DateTime<Utc>)) -> Vec<Turn> {
    let spans = duty.when.spans(window.0, window.1);
    let cuts = cuts(catalog, duty.who, &spans);
    let mut turns: Vec<Turn> = Vec::new();
    for (from, to) in times(&spans) {
        let mut begin = from;
        for cut in cuts.iter().copied().filter(|cut| from < *cut && *cut < to).chain([to]) {
            let turn = turn(catalog, (place, duty), (begin, cut));
            match turns.last_mut() {
                Some(last) if last.time.1 == begin && last.is_like(&turn) => last.time.1 = cut,
                _ => turns.push(turn),
            }
            begin = cut;
        }
    }
    turns
}

/// Who has a time of duty in which nobody goes or comes back.
fn turn(catalog: &Catalog, (place, duty): (usize, &Duty), time: Stretch) -> Turn {
    let date = DateTime::from_timestamp(time.0, 0).map(|at| duty.when.date_at(at));
    let away = |person| date.and_then(|date| catalog.away_on(person, date));
    let own = Turn { duty: place, who: vec![duty.who], instead_of: None, absent_until: None, time };
    let Some(absence) = away(duty.who) else { return own };
    let there: Vec<PersonId> = stand_ins(catalog, duty.who, absence).filter(|deputy| away(*deputy).is_none()).collect();
    match there.is_empty() {
        true => Turn { absent_until: Some(absence.until), ..own },
        false => Turn { who: there, instead_of: Some(duty.who), ..own },
    }
}

impl Turn {
    /// Whether the same person has another turn of the same duty.
    pub fn is_like(&self, other: &Self) -> bool {
        let of = |turn: &Self| (turn.duty, turn.instead_of, turn.absent_until);
        of(self) == of(other) && self.who == other.who
    }
}

/// Who stands in for a person in a time away.
pub fn stand_ins<'a>(
    catalog: &'a Catalog,
    person: PersonId,
    away: &'a Away,
) -> impl Iterator<Item = PersonId> + use<'a> {
    let named = catalog.stand_ins(person, away).iter().map(|deputy| deputy.value);
    named.filter(move |deputy| *deputy != person)
}

/// The midnights at which a person, or somebody who stands in for them, goes or comes back, in order.
fn cuts(catalog: &Catalog, person: PersonId, spans: &Spans) -> Vec<i64> {
    let own = &catalog.person(person).away;
    let others = own.iter().flat_map(|away| stand_ins(catalog, person, away));
    let aways = others.flat_map(|other| &catalog.person(other).away).chain(own);
    let dates = aways.flat_map(|away| [Some(away.from), away.until.succ_opt()]).flatten();
    let mut cuts: Vec<i64> = dates.map(|date| spans.midnight(date).timestamp()).collect();
    cuts.sort_unstable();
    cuts
}

/// When anybody can ask the team or one of its services; `None` when at any time, or when nothing is known of it.
fn askable(catalog: &Catalog, id: TeamId, window: (DateTime<Utc>, DateTime<Utc>)) -> Option<Vec<Stretch>> {
    let team: &Team = catalog.team(id);
    let services = catalog.services_of(id).iter().filter(|id| catalog.service(**id).is_offered());
    let channels: Vec<&Channel> =
        services.clone().flat_map(|id| catalog.channels_of(*id)).chain(catalog.channels_of_team(id)).collect();
    let is_always =
        |channel: &&Channel| channel.calendar.is_none() && matches!(channel.target, ChannelTarget::Emergency(_));
    if channels.iter().any(is_always) {
        return None;
    }
    let own = services.filter_map(|id| catalog.service(*id).calendar);
    let mut calendars: Vec<CalendarId> =
        channels.iter().filter_map(|channel| channel.calendar).chain(own).chain(team.calendar).collect();
    calendars.sort_unstable();
    calendars.dedup();
    let open = calendars.iter().flat_map(|id| times(&catalog.calendar(*id).spans(window.0, window.1)));
    (!calendars.is_empty()).then(|| joined(open))
}

/// All times of a calendar, also around those for which it was asked.
fn times(spans: &Spans) -> Vec<Stretch> {
    let (from, to) = spans.horizon();
    spans.open_between(from.timestamp(), to.timestamp()).collect()
}
