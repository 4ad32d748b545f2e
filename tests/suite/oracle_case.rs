//! A made-up catalog of one chain for the oracle of promises: what is written, and, minute by minute, what follows.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};

use crate::oracle_place::{Dice, Due, Place, TIMES_OF_DAY, TIMES_OF_WORK, written};

/// What is promised, and where.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Lengths of time.
    Lengths,
    /// Times of day as well.
    TimesOfDay,
    /// Odd times of day in odd hours: nights, short breaks, holidays, days on which the clock changes.
    Odd,
}

/// Days around which clocks change, 2026.
const CHANGES: [(u32, u32); 8] = [(3, 7), (3, 27), (4, 3), (4, 22), (9, 4), (10, 2), (10, 23), (10, 28)];

/// A length of time: days, then minutes.
type Time = (u32, u32);

/// A service that is depended on.
pub(crate) struct Other {
    place: Place,
    /// Whether the hours are written at the service, and not at its team.
    own_hours: bool,
    time: Due,
    always: bool,
    pub(crate) blocking: bool,
    after: Option<usize>,
    /// How its only standard is called.
    standard: &'static str,
}

/// An emergency channel of the service on top.
pub(crate) struct Emergency {
    /// The standard that it names.
    standard: Option<&'static str>,
    /// When it is answered, if it says so.
    place: Option<Place>,
}

pub(crate) struct Case {
    pub(crate) days: i64,
    pub(crate) from: DateTime<Utc>,
    pub(crate) place: Place,
    pub(crate) own_hours: bool,
    /// Which of its standards is promised: the main one, or another.
    pub(crate) urgency: &'static str,
    pub(crate) promise: Due,
    pub(crate) always: bool,
    pub(crate) own_work: Option<Time>,
    pub(crate) emergency: Option<Emergency>,
    pub(crate) others: Vec<Other>,
}

/// A minute at which the service may be asked.
pub(crate) struct Asked {
    pub(crate) at: DateTime<Utc>,
    /// When the chain behind it has ended.
    pub(crate) ends: DateTime<Utc>,
    /// In which quarter-hour it is.
    pub(crate) quarter: i64,
    /// Whether it is one of those that are counted: a quarter-hour, or an opening or closing between two.
    pub(crate) counts: bool,
    /// Whether it is closed, and it matters only when the same is promised for a day later.
    pub(crate) only_longer: bool,
}

/// When a place works on something.
pub(crate) enum Working<'a> {
    Always,
    Open(&'a Place),
}

impl Working<'_> {
    pub(crate) fn add(&self, asked: DateTime<Utc>, due: Due) -> DateTime<Utc> {
        match (self, due) {
            (Self::Always, Due::After(days, minutes)) => asked + TimeDelta::minutes(i64::from(days * 1_440 + minutes)),
            (Self::Always, Due::At(..)) => panic!("no day is an opening day"),
            (Self::Open(place), due) => place.due(asked, due),
        }
    }

    pub(crate) fn minutes(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> i64 {
        match self {
            Self::Always => (to - from).num_minutes().max(0),
            Self::Open(place) => place.open_minutes(from, to),
        }
    }
}

impl Case {
    pub(crate) fn roll(seed: u64, kind: Kind) -> Self {
        let dice = &mut Dice(seed | 1);
        let other_dice = &mut Dice(seed.rotate_left(29) | 1);
        let odd_dice = &mut Dice(seed.rotate_left(43) | 1);
        let day = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(dice.below(600) as u64);
        let from = day.and_hms_opt(6, 7, 0).unwrap().and_utc();
        let (from, days) = match kind {
            Kind::Odd => (odd_beginning(odd_dice), odd_dice.pick(&[6, 6, 6, 16])),
            _ => (from, 6),
        };
        let mut due = |(days, minutes): Time, always: bool| match kind {
            Kind::TimesOfDay if !always && other_dice.below(2) == 0 => {
                let (days, at, asked_by) = other_dice.pick(&TIMES_OF_DAY);
                Due::At(days, at, asked_by)
            }
            Kind::Odd if !always && other_dice.below(3) > 0 => Due::odd(other_dice),
            _ => Due::After(days, minutes),
        };
        let mut place = |dice: &mut Dice| match kind {
            Kind::Odd => Place::odd(odd_dice, from),
            _ => Place::roll(dice, from),
        };
        let mut others: Vec<Other> = Vec::new();
        for number in 0..1 + dice.below(4) {
            let after = (number > 0 && dice.below(3) == 0).then(|| dice.below(number));
            let after = after.filter(|after| others[*after].blocking);
            let (place, own_hours) = (place(dice), dice.below(3) == 0);
            let (time, always) = (dice.pick(&TIMES_OF_WORK), dice.below(5) == 0);
            others.push(Other {
                place,
                own_hours,
                time: due(time, always),
                always,
                blocking: dice.below(6) > 0,
                after,
                standard: dice.pick(&["normal", "normal", "gold"]),
            });
        }
        let place = place(dice);
        let emergency = (dice.below(3) == 0).then(|| Emergency {
            standard: dice.pick(&[None, Some("normal"), Some("urgent")]),
            place: (dice.below(2) == 0).then(|| place.beside(dice)),
        });
        let own_hours = dice.below(3) == 0;
        let (promise, always) = (dice.pick(&TIMES_OF_WORK), dice.below(3) == 0);
        let urgent = kind == Kind::Odd && odd_dice.below(4) == 0 && others.iter().any(|other| other.blocking);
        Self {
            urgency: if urgent { "urgent" } else { "normal" },
            days,
            from,
            own_hours,
            promise: due(promise, always),
            always,
            own_work: (dice.below(4) > 0).then(|| dice.pick(&TIMES_OF_WORK)),
            emergency,
            place,
            others,
        }
    }

    pub(crate) fn yaml(&self) -> String {
        let team = |id: &str, place: &Place, own_hours: bool| {
            let hours = if own_hours { String::new() } else { format!("hours: \"{}\", ", place.hours()) };
            format!("  {id}: {{name: T, {hours}{}}}\n", place.frame())
        };
        let hours = |place: &Place, own_hours: bool| match own_hours {
            true => format!("    hours: \"{}\"\n", place.hours()),
            false => String::new(),
        };
        let clock = |always: bool| if always { ", clock: always" } else { "" };
        let mut teams = String::from("name: D\nhours: 'Mo 03:00-04:00'\nteams:\n");
        teams += &team("top", &self.place, self.own_hours);
        let mut services = format!(
            "services:\n  top:\n    name: T\n    team: top\n{}    standards:\n      normal: {{{}}}\n      \
             urgent: {{when: Fire, {}}}\n",
            hours(&self.place, self.own_hours),
            self.told("normal"),
            self.told("urgent"),
        );
        if let Some(Emergency { standard, place }) = &self.emergency {
            let standard = standard.map(|name| format!(", standard: {name}")).unwrap_or_default();
            let hours = place.as_ref().map(|place| format!(", hours: \"{}\"", place.hours())).unwrap_or_default();
            services += &format!("    channels: [{{emergency: '+358 9 555 0112'{standard}{hours}}}]\n");
        }
        if let Some(work) = self.own_work {
            services += &format!("    own_work: {}\n", written(work));
        }
        services += "    depends_on:\n";
        let mut below = String::new();
        for (number, other) in self.others.iter().enumerate() {
            let after = other.after.map(|after| format!(", after: o{after}")).unwrap_or_default();
            let (chosen, main, urgency) = match (self.urgency, other.standard) {
                ("normal", name) => ("", "", name),
                (_, "gold") => (", standard: gold", "normal: {resolution: 15m}, ", "gold"),
                (urgency, _) => ("", "normal: {resolution: 15m}, ", urgency),
            };
            services += &format!("      - {{service: o{number}, blocking: {}{after}{chosen}}}\n", other.blocking);
            teams += &team(&format!("o{number}"), &other.place, other.own_hours);
            let (time, clock) = (other.time.written(), clock(other.always));
            below += &format!("  o{number}:\n    name: O\n    team: o{number}\n");
            below += &hours(&other.place, other.own_hours);
            below += &format!("    standards: {{{main}{urgency}: {{resolution: {time}{clock}}}}}\n");
        }
        [teams, services, below].concat()
    }

    /// What a standard promises.
    fn told(&self, urgency: &str) -> String {
        let clock = if self.always { ", clock: always" } else { "" };
        match urgency == self.urgency {
            true => format!("resolution: {}{clock}", self.promise.written()),
            false => "first_response: 30m".to_owned(),
        }
    }

    pub(crate) fn clock(&self) -> Working<'_> {
        if self.always { Working::Always } else { Working::Open(&self.place) }
    }

    /// When own work goes on, and the hours that are neither the service's nor all.
    fn work_hours(&self) -> Option<Option<Place>> {
        let emergency = self.emergency.as_ref().filter(|_| self.always)?;
        let counts = emergency.standard.is_none_or(|name| name == self.urgency);
        counts.then(|| emergency.place.as_ref().map(|place| self.place.or(place)))
    }

    fn ends(&self, asked: DateTime<Utc>, work: &Working<'_>) -> DateTime<Utc> {
        let mut due: Vec<DateTime<Utc>> = Vec::new();
        let mut last = asked;
        for other in &self.others {
            let begin = other.after.map_or(asked, |after| due[after]);
            let clock = if other.always { Working::Always } else { Working::Open(&other.place) };
            due.push(clock.add(begin, other.time));
            if other.blocking {
                last = last.max(due[due.len() - 1]);
            }
        }
        self.own_work.map_or(last, |(days, minutes)| work.add(last, Due::After(days, minutes)))
    }

    /// The first quarter-hour at which it is asked, and the last one.
    pub(crate) fn range(&self) -> (DateTime<Utc>, DateTime<Utc>) {
        let first = self.from + TimeDelta::seconds((-self.from.timestamp()).rem_euclid(900));
        (first, first + TimeDelta::minutes((self.days * 96 - 1) * 15))
    }

    /// The minutes at which it may be asked, each with the end of the chain.
    pub(crate) fn moments(&self) -> Vec<Asked> {
        let hours = self.work_hours();
        let work = match &hours {
            None => Working::Open(&self.place),
            Some(None) => Working::Always,
            Some(Some(place)) => Working::Open(place),
        };
        let mut moments: Vec<Asked> = Vec::new();
        let mut last = None;
        for minute in 0..self.days * 96 * 15 {
            let at = self.range().0 + TimeDelta::minutes(minute);
            let start = if self.always { at } else { self.place.start(at) };
            let differs = |due: Due| self.clock().add(at, due) != self.clock().add(start, due);
            let asked = start == at || differs(self.promise);
            if !asked && !differs(self.promise.a_day_later()) {
                continue;
            }
            let ends =
                last.filter(|(before, _)| *before == start).map_or_else(|| self.ends(start, &work), |last| last.1);
            last = Some((start, ends));
            let changes = !self.always && (self.place.opens(at) || self.place.closes(at));
            let counts = minute % 15 == 0 || changes;
            moments.push(Asked { at, ends, quarter: minute / 15, counts, only_longer: !asked });
        }
        moments
    }

    fn holds(&self, promise: Due, moments: &[Asked]) -> bool {
        moments.iter().all(|asked| asked.ends <= self.clock().add(asked.at, promise))
    }

    /// The shortest time that holds of those that grow step by step.
    fn least(&self, moments: &[Asked], grown: impl Fn(u32) -> Due) -> Due {
        let mut steps = 1;
        while !self.holds(grown(steps), moments) {
            steps *= 2;
        }
        let mut short = steps / 2;
        while steps - short > 1 {
            let middle = short.midpoint(steps);
            if self.holds(grown(middle), moments) { steps = middle } else { short = middle }
        }
        grown(steps)
    }

    /// Whether one is never due later than another and once sooner.
    fn sooner(&self, one: Due, other: Due, moments: &[Asked]) -> bool {
        let both = |asked: &Asked| (self.clock().add(asked.at, one), self.clock().add(asked.at, other));
        let due = || moments.iter().filter(|asked| asked.counts).map(both);
        due().all(|(one, other)| one <= other) && due().any(|(one, other)| one < other)
    }

    /// The shortest that holds: in whole days, in minutes alone, at the promised time of day on a later day, in a day
    /// less and minutes; the promise's own form first.
    pub(crate) fn shortest(&self, moments: &[Asked]) -> Due {
        let in_days = self.least(moments, |more| Due::After(more, 0));
        let mut all = vec![in_days, self.least(moments, |more| Due::After(0, more))];
        if let Due::At(days, at, asked_by) = self.promise {
            all.push(self.least(moments, |more| Due::At(days + more, at, asked_by)));
        }
        if let Due::After(days @ 2.., _) = in_days {
            all.push(self.least(moments, |more| Due::After(days - 1, more)));
        }
        let form = |due: Due| match due {
            Due::After(days, _) => (false, days > 0),
            Due::At(..) => (true, false),
        };
        all.sort_by_key(|due| form(*due) != form(self.promise));
        let mut best = all[0];
        for other in all {
            if self.sooner(other, best, moments) {
                best = other;
            }
        }
        match best {
            Due::After(days, minutes) if self.always => Due::After(days + minutes / 1_440, minutes % 1_440),
            best => best,
        }
    }
}

/// Somewhere in the day, often shortly before a clock changes.
fn odd_beginning(dice: &mut Dice) -> DateTime<Utc> {
    let (month, day) = dice.pick(&CHANGES);
    let near = NaiveDate::from_ymd_opt(2026, month, day).unwrap();
    let any = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap() + Days::new(dice.below(285) as u64);
    let day = if dice.below(2) == 0 { near } else { any };
    (day.and_time(NaiveTime::MIN) + TimeDelta::minutes(dice.below(1_440) as i64)).and_utc()
}
