//! Hours that are legal in their notation and yet hardly meant.

use chrono::NaiveDate;
use opening_hours_syntax::rules::{OpeningHoursExpression, RuleKind, RuleOperator, RuleSequence};

use crate::clock::local::shift;
use crate::clock::opening::{DAY_MINUTES, Opening};
use crate::clock::rule::{Rule, Verdict};

/// Minutes of half a day.
const HALF_DAY: u16 = DAY_MINUTES / 2;

/// So long is hardly anything open through a night: 12:30 to 4:30, in minutes.
const LONG_NIGHT: u16 = 16 * 60;

/// So long is an office open at most between two times that stand the wrong way round, in minutes.
const LONG_DAY: u16 = 10 * 60;

/// The first of the dates on which rules are tried, in days since the epoch: 1 January 2026.
const FIRST: i64 = 20_454;
/// So many days are tried: four years.
const SAMPLE: i64 = 4 * 365 + 1;

/// A doubt about hours that are legal but perhaps not meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// What may not be meant, in a sentence without its full stop.
    pub message: String,
    /// What to do about it, likewise.
    pub help: String,
    /// The hours that were probably meant; they always parse.
    pub suggestion: Option<String>,
}

impl Doubt {
    pub(super) fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into(), suggestion: None }
    }

    pub(super) fn meaning(self, suggestion: Option<String>) -> Self {
        Self { suggestion, ..self }
    }
}

/// The first doubt about an expression, given as it was written and as it was understood.
pub(super) fn doubt(written: &str, expression: &OpeningHoursExpression, rules: &[Rule]) -> Option<Doubt> {
    let sequences = &expression.rules;
    commented(written, sequences)
        .or_else(|| never_opens(written, rules))
        .or_else(|| timeless(written, sequences))
        .or_else(|| replaced(sequences, rules))
        .or_else(|| reopened(sequences, rules))
        .or_else(|| longer_than_a_day(rules))
        .or_else(|| past_midnight(written))
        .or_else(|| short_half(written, rules))
        .or_else(|| swapped(written, rules))
}

/// Whether a rule of an expression gives no times: open all day is then nothing but the notation's default.
pub(super) fn is_timeless(written: &str, sequence: &RuleSequence) -> bool {
    sequence.kind == RuleKind::Open && sequence.time_selector.to_string() == "00:00-24:00" && !says_all_day(written)
}

/// Whether it is written somewhere that it is open from midnight to midnight.
fn says_all_day(written: &str) -> bool {
    let bare: String = outside_quotes(written).chars().filter(|char| !char.is_whitespace()).collect();
    ["24/7", "0:00-24:00", "0:00-00:00", "0:00-0:00", "0:00-+24:00"].iter().any(|all_day| bare.contains(all_day))
}

fn outside_quotes(written: &str) -> String {
    written.split('"').step_by(2).collect::<Vec<&str>>().join(" ")
}

fn commented(written: &str, sequences: &[RuleSequence]) -> Option<Doubt> {
    let sequence = sequences.iter().find(|sequence| !sequence.comment.is_empty())?;
    let comment = &sequence.comment;
    let message = match is_timeless(written, sequence) {
        true if sequences.len() == 1 && sequence.day_selector.is_empty() => {
            format!("\"{comment}\" alone gives no opening times, so that it never opens")
        }
        true if sequence.day_selector.is_empty() => {
            format!("\"{comment}\" gives no times, so that it is closed then, and the comment is shown to nobody")
        }
        true => format!("`{sequence}` gives no times, so that it is closed then, and the comment is shown to nobody"),
        false => format!("the comment \"{comment}\" is shown to nobody"),
    };
    Some(Doubt::new(message, "say it in the `for` of a channel, and write from when to when it is open"))
}

fn never_opens(written: &str, rules: &[Rule]) -> Option<Doubt> {
    opening_rules(rules).all(|rule| rule.openings.is_empty()).then(|| {
        Doubt::new(
            format!("`{}` never opens", written.trim()),
            "write from when to when it is open, or leave `hours` out",
        )
    })
}

/// Days without times are open round the clock.
fn timeless(written: &str, sequences: &[RuleSequence]) -> Option<Doubt> {
    let sequence = sequences.iter().find(|sequence| is_timeless(written, sequence))?;
    let days = sequence.day_selector.to_string();
    Some(Doubt::new(
        format!("`{days}` without times means round the clock on these days"),
        format!("write from when to when, such as `{days} 08:00-16:00`; if it is meant, `{days} 00:00-24:00`"),
    ))
}

/// A rule of which nothing is left, since later ones hold on all its days: an afternoon behind a semicolon.
fn replaced(sequences: &[RuleSequence], rules: &[Rule]) -> Option<Doubt> {
    for (place, rule) in rules.iter().enumerate().filter(|(_, rule)| opens(rule)) {
        let mut dates = dates(rule);
        let ends = |rule: &Rule| matches!(rule.verdict, Verdict::Replace | Verdict::CloseDay);
        let later = rules.iter().enumerate().skip(place + 1).filter(|(_, later)| ends(later));
        for (next, later) in later {
            let some = dates.len();
            dates.retain(|date| !later.matches(*date));
            if some > 0 && dates.is_empty() {
                let (first, second) = (sequences.get(place)?, sequences.get(next)?);
                if later.verdict == Verdict::CloseDay {
                    let second = second.to_string().replace("closed", "off");
                    return Some(Doubt::new(
                        format!("`{second}` closes all days of `{first}`, of which nothing is left"),
                        "write which days are closed, such as `PH off` for all public holidays",
                    ));
                }
                let doubt = Doubt::new(
                    format!("behind `;` the rule `{second}` replaces `{first}`, of which nothing is left"),
                    "write all times of a day behind its name, with commas between them, or delete the first rule",
                );
                return Some(doubt.meaning(together(sequences, rules, (place, next))));
            }
        }
    }
    None
}

/// The dates that a rule is about in some years that have a leap year among them; one week for those that are the same
/// every week, none for holidays, which depend on the country.
fn dates(rule: &Rule) -> Vec<NaiveDate> {
    if rule.names_public_holidays() || rule.names_school_holidays() {
        return Vec::new();
    }
    let days = if rule.weekdays().is_some() { 7 } else { SAMPLE };
    (0..days).map(|ahead| shift(NaiveDate::default(), FIRST + ahead)).filter(|date| rule.matches(*date)).collect()
}

/// Closed days that a later rule opens again: of two rules for a day the last one holds.
fn reopened(sequences: &[RuleSequence], rules: &[Rule]) -> Option<Doubt> {
    for (place, closed) in rules.iter().enumerate().filter(|(_, rule)| rule.verdict == Verdict::CloseDay) {
        let opens_again = |later: &Rule| match (closed.weekdays(), later.weekdays()) {
            _ if later.verdict != Verdict::Replace || later.openings.is_empty() => false,
            (Some(mine), Some(its)) => mine.iter().zip(its).any(|(mine, its)| *mine && its),
            (None, Some(_)) => true,
            // A rule about dates may well be meant as an exception to the holidays before it.
            (_, None) => false,
        };
        let Some(next) = (place + 1..rules.len()).find(|next| rules.get(*next).is_some_and(opens_again)) else {
            continue;
        };
        let (first, second) = (sequences.get(place)?, sequences.get(next)?);
        let first = first.to_string().replace("closed", "off");
        let doubt = Doubt::new(
            format!("`{first}` is replaced by `{second}`, which stands behind it: it is open on these days"),
            format!("write `{first}` last, since of two rules for a day the last one holds"),
        );
        return Some(doubt.meaning(closing_last(sequences, rules)));
    }
    None
}

/// The same rules with those that close days at the end.
fn closing_last(sequences: &[RuleSequence], rules: &[Rule]) -> Option<String> {
    if sequences.iter().any(|sequence| sequence.operator != RuleOperator::Normal || !sequence.comment.is_empty()) {
        return None;
    }
    let of = |closes: bool| {
        let rules = sequences.iter().zip(rules).filter(move |(_, rule)| (rule.verdict == Verdict::CloseDay) == closes);
        rules.map(|(sequence, _)| sequence.to_string().replace("closed", "off"))
    };
    Some(of(false).chain(of(true)).collect::<Vec<String>>().join("; "))
}

/// The same hours with the times of the second rule behind those of the first.
fn together(sequences: &[RuleSequence], rules: &[Rule], (first, second): (usize, usize)) -> Option<String> {
    let (morning, afternoon) = (rules.get(first)?, rules.get(second)?);
    let (earlier, later) = (&sequences.get(first)?.day_selector, &sequences.get(second)?.day_selector);
    let same = earlier == later || later.is_empty();
    let follows = morning.openings.last()?.end <= afternoon.openings.first()?.start;
    if !same || !follows || sequences.iter().any(|sequence| sequence.operator != RuleOperator::Normal) {
        return None;
    }
    let rule = |(place, sequence): (usize, &RuleSequence)| match place {
        _ if place == first => format!("{sequence},{}", sequences.get(second).map_or("".into(), times)),
        _ => sequence.to_string().replace("closed", "off"),
    };
    let kept = sequences.iter().enumerate().filter(|(place, _)| *place != second);
    Some(kept.map(rule).collect::<Vec<String>>().join("; "))
}

pub(super) fn times(sequence: &RuleSequence) -> String {
    sequence.time_selector.to_string()
}

/// `12:30-4:30`, read as open through a long night: the afternoon of a twelve-hour clock.
fn short_half(written: &str, rules: &[Rule]) -> Option<Doubt> {
    let openings = opening_rules(rules).flat_map(|rule| &rule.openings);
    for opening in openings.filter(|opening| opening.end > DAY_MINUTES && opening.end < DAY_MINUTES + HALF_DAY) {
        let end = opening.end - DAY_MINUTES;
        let afternoon = Opening { start: opening.start, end: end + HALF_DAY };
        let short = format!("-{}:{:02}", end / 60, end % 60);
        let one_figure = end < 600 && written.replace(' ', "").contains(&short);
        let long = opening.end - opening.start >= LONG_NIGHT;
        let whole_day = opening.end - opening.start == DAY_MINUTES;
        if whole_day {
            return Some(Doubt::new(
                format!("`{opening}` is open for 24 hours, since it begins and ends at the same time"),
                "write from when to when it is open; round the clock is `00:00-24:00`",
            ));
        }
        if opening.start < 13 * 60 && afternoon.start < afternoon.end && (long || one_figure) {
            let hours = (opening.end - opening.start) / 60;
            let doubt = Doubt::new(
                format!("`{opening}` is open for {hours} hours, through the night"),
                format!("write `{afternoon}` if the afternoon is meant"),
            );
            let padded = format!("-{:02}:{:02}", end / 60, end % 60);
            let right = format!("-{:02}:{:02}", afternoon.end / 60, afternoon.end % 60);
            let start = format!("{:02}:{:02}", opening.start / 60, opening.start % 60);
            let (from, start) = (start.trim_start_matches('0').to_owned(), start);
            let meant = [(format!("{start}{padded}"), &start), (format!("{start}{short}"), &start)]
                .into_iter()
                .chain([(format!("{from}{short}"), &start), (format!("{from}{padded}"), &start)])
                .find(|(text, _)| written.contains(text.as_str()))
                .map(|(text, start)| written.trim().replacen(&text, &format!("{start}{right}"), 1));
            return Some(doubt.meaning(meant));
        }
    }
    None
}

/// `08:00-12:00,16:00-13:00`: times the wrong way round run through a night into those of the next day.
fn swapped(written: &str, rules: &[Rule]) -> Option<Doubt> {
    for rule in opening_rules(rules) {
        let Some(days) = rule.weekdays() else { continue };
        if (0..7).all(|day| !(days[day] && days[(day + 1) % 7])) {
            continue;
        }
        let Some(night) = rule.openings.iter().find(|opening| opening.end > DAY_MINUTES) else { continue };
        let day = turned(*night);
        let Some(next) = rule.openings.iter().find(|opening| opening.start < day.start) else { continue };
        let doubt = Doubt::new(
            format!("`{night}` goes on through the night and into `{next}` of the next day"),
            format!("write `{day}` if the times stand the wrong way round, or correct one of them"),
        );
        let free = |other: &&Opening| *other != night && other.and(day).is_some();
        let meant = (day.start < day.end && !rule.openings.iter().any(|opening| free(&opening)))
            .then(|| replacing(written, *night, day))
            .flatten();
        return Some(doubt.meaning(meant));
    }
    None
}

/// Hours that hold nothing but one stretch from an afternoon to the next morning. Somebody on duty may well have them;
/// an office hardly has.
pub(super) fn nightly(written: &str, rules: &[Rule]) -> Option<Doubt> {
    let mut openings = opening_rules(rules).flat_map(|rule| &rule.openings);
    let night = *openings.next().filter(|opening| opening.end > DAY_MINUTES)?;
    let day = turned(night);
    if openings.next().is_some() || day.start >= day.end || day.end - day.start > LONG_DAY {
        return None;
    }
    let doubt = Doubt::new(
        format!("`{night}` is open through the night, for {} hours", (night.end - night.start) / 60),
        format!("write `{day}` if the times stand the wrong way round; if not, say what holds at weekends, too"),
    );
    Some(doubt.meaning(replacing(written, night, day)))
}

/// What lies between the end of a night and its beginning.
fn turned(night: Opening) -> Opening {
    Opening { start: night.end - DAY_MINUTES, end: night.start }
}

/// The hours with one stretch in place of another one, however the first is written.
pub(super) fn replacing(written: &str, old: Opening, new: Opening) -> Option<String> {
    let padded = |time: &str| format!("{:0>5}", time.trim());
    let is_old = |piece: &&str| {
        let times = piece.split_once('-').map(|(from, to)| format!("{}-{}", padded(from), padded(to)));
        times.is_some_and(|times| times == old.to_string())
    };
    let piece = written.split([',', ' ', ';']).find(is_old)?;
    Some(written.trim().replacen(piece, &new.to_string(), 1))
}

fn longer_than_a_day(rules: &[Rule]) -> Option<Doubt> {
    let openings = opening_rules(rules).flat_map(|rule| &rule.openings);
    let opening = openings.max_by_key(|opening| opening.end - opening.start)?;
    (opening.end - opening.start > DAY_MINUTES).then(|| {
        let (start, end) = (opening.start, opening.end);
        Doubt::new(
            format!("`{:02}:{:02}-{:02}:{:02}` is longer than a day", start / 60, start % 60, end / 60, end % 60),
            "write what opens on each day by itself",
        )
    })
}

/// A closing time such as `25:00`, which is legal.
fn past_midnight(written: &str) -> Option<Doubt> {
    let ends = written.split('-').skip(1).filter_map(|rest| rest.get(..5));
    let time = ends.filter(|end| end.as_bytes().get(2) == Some(&b':')).find(|end| ("24:01".."48:01").contains(end))?;
    Some(Doubt::new(
        format!("`{time}` means a time of the next day"),
        "write it as that day's clock shows it, if it is meant",
    ))
}

fn opening_rules(rules: &[Rule]) -> impl Iterator<Item = &Rule> {
    rules.iter().filter(|rule| opens(rule))
}

fn opens(rule: &Rule) -> bool {
    matches!(rule.verdict, Verdict::Replace | Verdict::Add | Verdict::Fallback)
}
