//! What was probably meant by a name that does not exist.

/// A known name that looks like what was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Likeness<'a> {
    /// The name.
    pub name: &'a str,
    /// True when it is so near, and every other name so far, that it may be written in its place.
    pub sure: bool,
}

/// The known name that is nearest to what was written, if one is near enough to be meant.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    likeness(written, known).map(|found| found.name)
}

/// The same, and how sure it is.
pub fn likeness<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<Likeness<'a>> {
    let written = Words::of(written);
    let mut best: Option<(Distance, &str)> = None;
    let mut alone = true;
    for name in known {
        let Some(distance) = written.distance(&Words::of(name)) else { continue };
        match best {
            Some((least, _)) if distance.slips > least.slips => {}
            Some((least, _)) if distance.slips == least.slips => alone = false,
            _ => {
                best = Some((distance, name));
                alone = true;
            }
        }
    }
    best.map(|(distance, name)| Likeness { name, sure: alone && distance.is_small() })
}

/// How far two names are apart.
#[derive(Clone, Copy)]
struct Distance {
    /// Letters added, left out, changed or exchanged.
    slips: usize,
    /// Letters of the longer name, as far as the two differ.
    letters: usize,
}

impl Distance {
    /// Near enough to be asked about: one slip in a word of three or four letters, two up to eight.
    fn is_near(self) -> bool {
        self.slips == 0 || self.letters > 2 && self.slips <= self.letters.div_ceil(4)
    }

    /// Near enough to be written in place of what stands there.
    fn is_small(self) -> bool {
        self.slips == 0 || self.slips * 5 <= self.letters
    }
}

/// A name as people mistake it: its words in small letters without their marks.
struct Words(Vec<String>);

impl Words {
    fn of(name: &str) -> Self {
        let folded: String = name.to_lowercase().chars().map(plain).collect();
        let words = folded.split(|c: char| !c.is_alphanumeric());
        Self(words.filter(|word| !word.is_empty()).map(str::to_owned).collect())
    }

    /// How far another name is; none when nobody would take one for the other. Words that both have
    /// say nothing about likeness: `team-phoenix` is not `team-shield`.
    fn distance(&self, other: &Self) -> Option<Distance> {
        let (whole, theirs) = (self.0.concat(), other.0.concat());
        if whole == theirs && !whole.is_empty() || self.is_turned(other) {
            return Some(Distance { slips: 0, letters: whole.len() });
        }
        let (ours, theirs) = match self.0.len() == other.0.len() {
            true => self.differing(other),
            false => (whole, theirs),
        };
        // Names that differ by a number are different names.
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        if digits(&ours) != digits(&theirs) {
            return None;
        }
        let letters = ours.chars().count().max(theirs.chars().count());
        let distance = Distance { slips: strsim::osa_distance(&ours, &theirs), letters };
        distance.is_near().then_some(distance)
    }

    /// The words in which two names of as many words differ.
    fn differing(&self, other: &Self) -> (String, String) {
        self.0
            .iter()
            .zip(&other.0)
            .filter(|(ours, theirs)| ours != theirs)
            .map(|(a, b)| (a.as_str(), b.as_str()))
            .unzip()
    }

    /// True for the same words in another order: `virtanen.maija`.
    fn is_turned(&self, other: &Self) -> bool {
        let sorted = |words: &Self| {
            let mut words = words.0.clone();
            words.sort_unstable();
            words
        };
        self.0.len() > 1 && sorted(self) == sorted(other)
    }
}

/// A letter without the marks that get lost in addresses.
fn plain(letter: char) -> char {
    match letter {
        'ä' | 'å' | 'ą' | 'á' | 'à' => 'a',
        'ö' | 'ó' | 'ø' => 'o',
        'ł' => 'l',
        'ś' => 's',
        'ż' | 'ź' => 'z',
        'ć' => 'c',
        'ń' => 'n',
        'ę' | 'é' | 'è' => 'e',
        'ü' => 'u',
        other => other,
    }
}

/// A name without case, marks and what divides its words: two that are equal by it are one name.
pub fn folded(name: &str) -> String {
    Words::of(name).0.concat()
}

#[cfg(test)]
mod tests {
    use super::{likeness, nearest};

    #[test]
    fn slips_of_the_pen_are_found() {
        let cases = [
            ("ownr", "owner"),
            ("Owner", "owner"),
            ("form", "from"),
            ("askedAs", "asked_as"),
            ("sumary", "summary"),
            ("payrol", "payroll"),
            ("pay-disk", "pay-desk"),
            ("päy-desk", "pay-desk"),
            ("maija.virtanan", "maija.virtanen"),
            ("virtanen.maija", "maija.virtanen"),
            ("payslip-help", "pay-slip-help"),
            ("escalation", "escalations"),
        ];
        for (written, known) in cases {
            assert_eq!(nearest(written, ["unlike", known]), Some(known), "{written}");
        }
    }

    #[test]
    fn what_merely_begins_alike_is_something_else() {
        let cases = [
            ("team-phoenix", "team-shield"),
            ("cost", "consults"),
            ("team-a", "team-b"),
            ("hr-desk", "it-desk"),
            ("pay-2025", "pay-2026"),
            ("payroll", "payroll-desk"),
            ("contract", "contact-list"),
            ("on", "at"),
            ("", "a"),
        ];
        for (written, known) in cases {
            assert_eq!(nearest(written, [known]), None, "{written}");
        }
    }

    #[test]
    fn only_a_small_slip_with_one_meaning_is_sure() {
        let sure = |written, known: &[&'static str]| likeness(written, known.iter().copied()).is_some_and(|it| it.sure);
        assert!(sure("summry", &["summary", "steps"]));
        assert!(sure("asked-as", &["asked_as"]));
        assert!(!sure("tem", &["team"]), "one letter of four may be another word");
        assert!(!sure("emial", &["serial", "email2"]));
        assert!(!sure("stepps", &["stepp", "steps"]), "either could be meant");
    }
}
