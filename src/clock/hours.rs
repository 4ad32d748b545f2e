//! Opening hours as the catalog writes them: OpenStreetMap's `opening_hours` notation.
//!
//! The notation: <https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification>. The
//! `opening-hours` library parses it and knows which dates a rule is about; what a day's rules amount
//! to is decided in `timetable`, because a span that runs past midnight belongs to the day on which it
//! begins, also when that day or the next one is a holiday.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use opening_hours::OpeningHours;

use crate::clock::doubt::{self, Doubt, is_timeless};
use crate::clock::hours_dates::{self, Impossible};
use crate::clock::hours_words;
use crate::clock::overlap;
use crate::clock::rule::Rule;

/// The longest expression that is read, in bytes; real ones have a few dozen.
const LONGEST: usize = 600;

/// Parsed opening hours; cheap to clone, equal when they are written the same but for spaces and capitals.
#[derive(Clone)]
pub struct Hours {
    text: Arc<str>,
    rules: Arc<[Rule]>,
    doubt: Option<Arc<Doubt>>,
}

/// Why a text is not opening hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoursError {
    /// What is wrong, in a sentence without its full stop.
    pub message: String,
    /// Where in the text it went wrong, in bytes from its start, on a character boundary.
    pub offset: Option<usize>,
    /// The hours that were probably meant, in the right notation; they always parse.
    pub suggestion: Option<String>,
}

impl Hours {
    /// Reads an expression such as `Mo-Fr 08:00-16:00; PH off; Dec 24 off`.
    pub fn parse(text: &str) -> Result<Self, HoursError> {
        read(text).map_err(|error| {
            let meant = error.suggestion.or_else(|| hours_words::rewrite(text));
            HoursError { suggestion: meant.filter(|meant| meant.as_str() != text && read(meant).is_ok()), ..error }
        })
    }

    /// Open at every hour of every day.
    pub fn always() -> Self {
        Self { text: "24/7".into(), rules: [Rule::always()].into(), doubt: None }
    }

    /// The expression in its normal spelling.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether a rule names public holidays (`PH`), so that the country matters.
    pub fn names_public_holidays(&self) -> bool {
        self.rules.iter().any(Rule::names_public_holidays)
    }

    /// Whether a rule names school holidays (`SH`), which are known for very few countries.
    pub fn names_school_holidays(&self) -> bool {
        self.rules.iter().any(Rule::names_school_holidays)
    }

    /// Whether every week is the same, but for holidays.
    pub(super) fn is_weekly(&self) -> bool {
        self.rules.iter().all(Rule::is_weekly_but_for_holidays)
    }

    /// A doubt about hours that are legal but perhaps not meant.
    pub fn doubt(&self) -> Option<&Doubt> {
        self.doubt.as_deref()
    }

    /// A doubt about such hours of an office, as they are written: that they are those of a night.
    pub fn nightly(&self, written: &str) -> Option<Doubt> {
        doubt::nightly(written, &self.rules).filter(|_| self.doubt.is_none())
    }

    pub(super) fn rules(&self) -> &[Rule] {
        &self.rules
    }
}

impl PartialEq for Hours {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Hours {}

impl Hash for Hours {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl fmt::Debug for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hours({})", self.text)
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// Strict reading; an error has a suggestion where the notation was kept and only a date is wrong.
fn read(text: &str) -> Result<Hours, HoursError> {
    let error = |message: String, offset: Option<usize>| HoursError { message, offset, suggestion: None };
    if text.len() > LONGEST {
        return Err(error(format!("these hours are longer than {LONGEST} characters"), None));
    }
    // One blank for one blank, so that places stay true: folded YAML puts line ends between rules.
    let line: String = text.chars().map(|char| if matches!(char, '\n' | '\r' | '\t') { ' ' } else { char }).collect();
    let trimmed = line.trim_matches(' ');
    let before = line.len() - line.trim_start_matches(' ').len();
    if trimmed.is_empty() {
        return Err(error("hours are missing here, such as `Mo-Fr 08:00-16:00; PH off`".into(), None));
    }
    if let Some(message) = open_end(trimmed) {
        return Err(error(message, None));
    }
    let parsed: OpeningHours = match trimmed.parse() {
        Ok(parsed) => parsed,
        Err(refusal) => {
            let place = column(&refusal.to_string()).map(|column| byte_of(trimmed, column));
            return Err(error(complaint(trimmed, place), place.map(|place| before + place)));
        }
    };
    let expression = parsed.get_expression();
    if let Some(Impossible { message, meant }) = hours_dates::impossible(&expression) {
        return Err(HoursError { suggestion: meant, ..error(message, None) });
    }
    let rule = |sequence| match is_timeless(trimmed, sequence) && !sequence.comment.is_empty() {
        true => Rule::unknown(sequence),
        false => Rule::new(sequence),
    };
    let rules: Vec<Rule> =
        expression.rules.iter().map(rule).collect::<Result<_, _>>().map_err(|why| error(why.to_owned(), None))?;
    let doubt = doubt::doubt(trimmed, &expression, &rules)
        .or_else(|| overlap::doubt(trimmed, &expression.rules, &rules))
        .map(Arc::new);
    let normal = expression.to_string();
    let same = normal.parse::<OpeningHours>().is_ok_and(|again| again.get_expression() == expression);
    Ok(Hours { text: if same { normal.into() } else { trimmed.into() }, rules: rules.into(), doubt })
}

/// What is wrong with an open end, `11:00+` or `11:00-16:00+`, with times to write in its place.
fn open_end(text: &str) -> Option<String> {
    const FEW_HOURS: u32 = 4;
    let (before, _) =
        text.split_once('+').filter(|(before, _)| before.ends_with(|char: char| char.is_ascii_digit()))?;
    let at = before.rfind(|char: char| !char.is_ascii_digit() && char != ':').map_or(0, |at| at + 1);
    let (times, begun) = (before.get(at..)?, before.get(..at)?);
    let (hour, minute) = times.split_once(':').unwrap_or((times, "00"));
    // `Dec 12+` is a date from which on something holds, and the names of months have three letters.
    let word = begun.trim_end().rsplit(|char: char| !char.is_alphabetic()).next().unwrap_or_default();
    let is_time = (word.len() != 3 || times.contains(':')) && !begun.ends_with('/') && minute.len() == 2;
    let hour = hour.parse::<u32>().ok().filter(|hour| *hour < 24 && is_time)?;
    let closed = begun.ends_with('-');
    let until = format!("{:02}:{minute}", (hour + FEW_HOURS).clamp(16, 23));
    let example = if closed { format!("{begun}{times}") } else { format!("{begun}{hour:02}:{minute}-{until}") };
    Some(format!(
        "`+` leaves the closing time open, and without one no answer can be promised: write until when somebody is \
         there in any case, such as `{example}`"
    ))
}

fn complaint(text: &str, place: Option<usize>) -> String {
    // The parser may stop within a word of which it knows the beginning: `off` of `office`.
    let place = place.map(|place| word_start(text, place));
    let stuck: String = place.and_then(|place| text.get(place..)).unwrap_or_default().chars().take(16).collect();
    if stuck.is_empty() {
        format!("`{text}` is not in opening_hours notation, such as `Mo-Fr 08:00-16:00; PH off`")
    } else {
        format!("these hours make no sense from `{stuck}` on; the notation is like `Mo-Fr 08:00-16:00; PH off`")
    }
}

/// Where the word begins of which a byte is a part.
fn word_start(text: &str, place: usize) -> usize {
    let (before, behind) = (text.get(..place).unwrap_or(""), text.get(place..).unwrap_or(""));
    match behind.starts_with(char::is_alphabetic) {
        true => before.trim_end_matches(char::is_alphabetic).len(),
        false => place,
    }
}

/// The column of the library's syntax error, whose text form carries it as ` --> 1:COLUMN`.
fn column(message: &str) -> Option<usize> {
    let (_, place) = message.split_once("--> 1:")?;
    let digits = place.split(|char: char| !char.is_ascii_digit()).next()?;
    digits.parse().ok()
}

/// The byte at which a column (counted in characters from 1) starts.
fn byte_of(text: &str, column: usize) -> usize {
    text.char_indices().nth(column.saturating_sub(1)).map_or(text.len(), |(byte, _)| byte)
}
