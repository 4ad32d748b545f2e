//! Durations and shares in words: "within 4 working hours", "9 times out of 10".

use chrono::Weekday;

use crate::i18n::time_length::TimeLength;
use crate::i18n::words::Words;

impl Words<'_> {
    /// How long something takes: `1 working day and 4 working hours`.
    pub fn duration(&self, span: TimeLength) -> String {
        self.units(span, "duration")
    }

    /// Until when at the latest, from the question: `within 4 working hours`.
    pub fn within(&self, span: TimeLength) -> String {
        self.phrase("duration.within", span)
    }

    /// At what time of day at the latest, in minutes since midnight, so many days later, and until when one has to
    /// ask: `by 16:00 the same day, if asked by 14:00`.
    pub fn by_time_of_day(&self, later: TimeLength, at: u16, asked_by: Option<u16>) -> String {
        let time = self.minute(at);
        let by = match later.days {
            0 => self.format("duration.same_day", &[("time", &time)]),
            1 => self.format("duration.next_day", &[("time", &time)]),
            _ => self.format("duration.later_day", &[("time", &time), ("after", &self.after(later))]),
        };
        match asked_by {
            None => by,
            Some(limit) => self.format("duration.asked_by", &[("by", &by), ("time", &self.minute(limit))]),
        }
    }

    /// From when on: `after 1 working day`.
    pub fn after(&self, span: TimeLength) -> String {
        self.phrase("duration.after", span)
    }

    /// How often a promise is kept, from its share in percent: `9 times out of 10`.
    pub fn share(&self, percent: f64) -> String {
        let key = match percent {
            50.0 => "share.half",
            75.0 => "share.three_of_four",
            80.0 => "share.four_of_five",
            90.0 => "share.nine_of_ten",
            95.0 => "share.nineteen_of_twenty",
            98.0 => "share.forty_nine_of_fifty",
            99.0 => "share.ninety_nine_of_hundred",
            100.0 => "share.always",
            _ => return self.format("share.percent", &[("percent", &self.percent(percent))]),
        };
        self.text(key).into_owned()
    }

    /// `Monday`.
    pub fn weekday(&self, day: Weekday) -> String {
        self.by_weekday("weekday.long", day)
    }

    /// `Mon`.
    pub fn weekday_short(&self, day: Weekday) -> String {
        self.by_weekday("weekday.short", day)
    }

    /// `every Monday`.
    pub fn every_weekday(&self, day: Weekday) -> String {
        self.by_weekday("weekday.every", day)
    }

    /// `Monday`, as it stands in "every two weeks on Monday".
    pub fn on_weekday(&self, day: Weekday) -> String {
        self.by_weekday("weekday.on", day)
    }

    /// `1st Monday`.
    pub fn nth_weekday(&self, number: &str, day: Weekday) -> String {
        self.format("weekday.nth", &[("number", number), ("day", &self.on_weekday(day))])
    }

    /// `last Monday`.
    pub fn last_weekday(&self, day: Weekday) -> String {
        self.by_weekday("weekday.last", day)
    }

    fn by_weekday(&self, table: &str, day: Weekday) -> String {
        self.text(&format!("{table}.{}", day.to_string().to_lowercase())).into_owned()
    }

    /// Many languages bend the words after "within" and "after"; `duration_bent` has them so.
    fn phrase(&self, key: &str, span: TimeLength) -> String {
        self.format(key, &[("duration", &self.units(span, "duration_bent"))])
    }

    fn units(&self, span: TimeLength, table: &'static str) -> String {
        self.lengths.text(&(span, table), |_| self.units_anew(span, table))
    }

    fn units_anew(&self, span: TimeLength, table: &str) -> String {
        let kind = if span.working { "working_" } else { "" };
        let nothing = span.days == 0 && span.hours == 0;
        let units = [
            (span.days, format!("{table}.{kind}days")),
            (span.hours, format!("{table}.{kind}hours")),
            // Behind hours it is said already that they are working time.
            (span.minutes, format!("{table}.{}minutes", if nothing { kind } else { "" })),
        ];
        let words: Vec<String> = units
            .iter()
            .enumerate()
            .filter(|(place, (n, _))| *n > 0 || (nothing && *place == 2))
            .map(|(_, (n, key))| self.plural(key, u64::from(*n), &[]))
            .collect();
        self.list(&words)
    }
}
