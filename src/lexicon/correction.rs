//! What a company says otherwise: groups of its own, further words of the shipped ones, and what means something else
//! there.

use super::table::{Group, Lexicon};

/// What is otherwise.
#[derive(Clone, Debug, Default)]
pub struct Correction {
    /// Groups of its own, and what is added to shipped ones of the same id.
    pub groups: Vec<OwnGroup>,
    /// The ids of shipped groups that are left out.
    pub left_out: Vec<String>,
}

/// A group as a company writes it.
#[derive(Clone, Debug, Default)]
pub struct OwnGroup {
    /// Its words, and where else it leads.
    pub group: Group,
    /// Words of the shipped group that mean something else here, by the tag of their language.
    pub not: Vec<(String, Vec<String>)>,
}

impl Lexicon {
    /// The table as a company says it.
    #[must_use]
    pub fn corrected(&self, correction: &Correction) -> Self {
        let mut corrected = self.clone();
        corrected.groups.retain(|group| !correction.left_out.contains(&group.id));
        for own in &correction.groups {
            match corrected.groups.iter_mut().find(|group| group.id == own.group.id) {
                Some(group) => group.correct(own),
                None => corrected.groups.push(own.group.clone()),
            }
        }
        corrected
    }
}

impl Group {
    fn correct(&mut self, own: &OwnGroup) {
        for (tag, words) in &mut self.words {
            let denied = own.not.iter().filter(|(of, _)| of == tag).flat_map(|(_, words)| words);
            let denied: Vec<String> = denied.map(|word| word.to_lowercase()).collect();
            words.retain(|word| !denied.contains(&word.to_lowercase()));
        }
        for (tag, words) in &own.group.words {
            match self.words.iter_mut().find(|(of, _)| of == tag) {
                Some((_, known)) => known.extend(words.iter().cloned()),
                None => self.words.push((tag.clone(), words.clone())),
            }
        }
        self.leads_to.extend(own.group.leads_to.iter().cloned());
    }
}

#[cfg(test)]
mod tests {
    use super::{Correction, OwnGroup};
    use crate::lexicon::{Group, Lexicon};

    fn group(id: &str, words: &[&str]) -> Group {
        let words = words.iter().map(|word| (*word).to_owned()).collect();
        Group { id: id.to_owned(), words: vec![("en".to_owned(), words)], ..Group::default() }
    }

    #[test]
    fn a_company_adds_denies_and_leaves_out() {
        let table = Lexicon {
            groups: vec![group("till", &["till", "POS"]), group("phone", &["phone", "fon"])],
            ..Lexicon::default()
        };
        let correction = Correction {
            groups: vec![
                OwnGroup { group: group("phone", &["brick"]), not: group("", &["Fon"]).words },
                OwnGroup { group: group("cage", &["the cage"]), not: Vec::new() },
            ],
            left_out: vec!["till".to_owned()],
        };
        let expected = [group("phone", &["phone", "brick"]), group("cage", &["the cage"])];
        assert_eq!(table.corrected(&correction).groups, expected);
    }
}
