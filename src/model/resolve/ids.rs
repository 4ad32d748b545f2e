//! The ids of one kind of entry, and what an author meant by one that does not exist.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

use super::id_form::{IdForm, with_article};
use super::known::Known;
use super::value;
use crate::diagnostic::wording::count;
use crate::diagnostic::{Diagnostic, Diagnostics, Span, folded, nearest};
use crate::source::WrittenEntry;
use crate::source::schema::Str;

/// How many places are shown that name what does not exist.
const SHOWN: usize = 3;

/// So many names are compared with what does not exist, and then no more: with thousands of either, whoever wrote them
/// means something else than a slip in each.
const MOST_COMPARED: usize = 2_000_000;

/// The ids of one kind of entry, each with the number of its entry.
pub(super) struct Ids {
    /// What the kind is called in a sentence.
    noun: &'static str,
    /// The code of a reference that leads nowhere.
    unknown: &'static str,
    form: IdForm,
    numbers: HashMap<String, (usize, Span)>,
    aliases: HashMap<String, (String, Span)>,
    /// Ids that cannot be ones, folded: whoever names one in any spelling means its entry.
    slips: HashMap<String, usize>,
    /// The entries that are named anywhere.
    named: RefCell<BTreeSet<usize>>,
    /// Where ids are named that do not exist.
    missed: RefCell<BTreeMap<String, Vec<Span>>>,
    /// Ids of entries that could not be read.
    unread: BTreeSet<String>,
    /// True when what could not be read may hold any further id.
    incomplete: bool,
    /// Names that are understood, too, though no entry of the kind bears them.
    also: Vec<String>,
    /// How many names were compared with what does not exist.
    compared: Cell<usize>,
}

impl Ids {
    /// Notes all entries of the kind and drops those whose id is taken. They are put in the order of their ids,
    /// a translation behind its original; an entry's number is the count of entries before it.
    pub(super) fn collect(&mut self, entries: &mut Vec<impl WrittenEntry>, diagnostics: &mut Diagnostics) {
        entries.sort_by(|a, b| {
            let by_id = a.id().value.cmp(&b.id().value);
            by_id.then_with(|| a.locale().map(|locale| &locale.value).cmp(&b.locale().map(|locale| &locale.value)))
        });
        entries.retain(|entry| entry.locale().is_some() || self.declare(entry.id(), diagnostics));
        for entry in entries.iter().filter(|entry| entry.locale().is_none()) {
            for alias in entry.aliases() {
                self.alias(alias, &entry.id().value, diagnostics);
            }
        }
    }

    /// Notes an entry. False for an id that is taken.
    pub(super) fn declare(&mut self, id: &Str, diagnostics: &mut Diagnostics) -> bool {
        if let Some((_, first)) = self.numbers.get(&id.value) {
            diagnostics.push(
                Diagnostic::error(
                    "duplicate-id",
                    id.span,
                    format!("the {} `{}` is written in two places", self.noun, id.value),
                )
                .label("again here")
                .also(*first, "first here")
                .why("an id is an address for ever, so each can be used only once in the whole catalog")
                .help("give one of them another id, or delete the one that is out of date"),
            );
            return false;
        }
        if !self.form.check(id, self.noun, diagnostics) {
            self.slips.insert(folded(&id.value), self.numbers.len());
        }
        self.declare_invented(id);
        true
    }

    /// Notes an entry that no file describes.
    pub(super) fn declare_invented(&mut self, id: &Str) {
        let next = self.numbers.len();
        self.numbers.entry(id.value.clone()).or_insert((next, id.span));
    }

    fn alias(&mut self, alias: &Str, of: &str, diagnostics: &mut Diagnostics) {
        let taken = self.numbers.get(&alias.value).map(|(_, span)| (*span, "used here", "is still in use"));
        let claimed = self.aliases.get(&alias.value).map(|(_, span)| (*span, "first here", "is claimed twice"));
        if let Some((span, label, what)) = taken.or(claimed) {
            diagnostics.push(
                Diagnostic::error("duplicate-id", alias.span, format!("the earlier id `{}` {what}", alias.value))
                    .also(span, label)
                    .why("an address can lead to one place only")
                    .help("take it out of `aliases` here, or give the other entry a new id"),
            );
            return;
        }
        self.form.check(alias, self.noun, diagnostics);
        self.aliases.insert(alias.value.clone(), (of.to_owned(), alias.span));
    }

    /// Notes that an entry could not be read; with an empty id it may be any.
    pub(super) fn note_unread(&mut self, id: &str) {
        match id {
            "" => self.incomplete = true,
            id => {
                self.unread.insert(id.to_owned());
            }
        }
    }

    /// Notes a name that is understood, too.
    pub(super) fn note_also(&mut self, name: &str) {
        self.also.push(name.to_owned());
    }

    /// True when there may be entries with any further id.
    pub(super) fn is_incomplete(&self) -> bool {
        self.incomplete
    }

    /// The number of the entry that an id names.
    pub(super) fn look_up(&self, id: &str) -> Known<usize> {
        let number = self.numbers.get(id).map(|(number, _)| *number);
        let number = number.or_else(|| if self.slips.is_empty() { None } else { self.slips.get(&folded(id)).copied() });
        self.named.borrow_mut().extend(number);
        number.map_or(Known::Absent, Known::Is).unless(self.is_unread(id))
    }

    /// True when an entry of this id, or a part of it, may stand in what could not be read.
    pub(super) fn is_unread(&self, id: &str) -> bool {
        self.incomplete || self.unread.contains(id)
    }

    /// Notes where an id is named that does not exist.
    pub(super) fn note_missed(&self, written: &Str) {
        self.missed.borrow_mut().entry(written.value.clone()).or_default().push(written.span);
    }

    /// True when there is an entry of this id.
    pub(super) fn has(&self, id: &str) -> bool {
        self.numbers.contains_key(id)
    }

    /// What the kind is called in a sentence.
    pub(super) fn noun(&self) -> &'static str {
        self.noun
    }

    /// The ids that are named and do not exist, each with a place where it is named.
    pub(super) fn missed(&self) -> Vec<(String, Span)> {
        let missed = self.missed.borrow();
        missed.iter().flat_map(|(id, places)| places.iter().map(|at| (id.clone(), *at))).collect()
    }

    /// Where several places name an id that does not exist, and nobody the one that is nearest to it, the slip is
    /// in the entry: one finding there, in place of one at each of them. An id that one of `others` has was not
    /// misspelt.
    pub(super) fn report_misspelt(&self, others: &[&Ids], diagnostics: &mut Diagnostics) {
        let named = self.named.borrow();
        let doubtful = |(id, places): &(&String, &Vec<Span>)| places.len() > 1 && !others.iter().any(|ids| ids.has(id));
        for (id, places) in self.missed.borrow().iter().filter(doubtful) {
            let Some((number, span)) = nearest(id, self.known()).and_then(|near| self.numbers.get(near)) else {
                continue;
            };
            let is_told =
                |finding: &Diagnostic| finding.code.starts_with("unknown-") && places.contains(&finding.primary.span);
            if !named.contains(number) && !diagnostics.take(is_told).is_empty() {
                diagnostics.push(self.misspelt(id, *span, places));
            }
        }
    }

    fn misspelt(&self, id: &str, span: Span, places: &[Span]) -> Diagnostic {
        let (noun, many) = (self.noun, count(places.len(), "place"));
        let what = format!("{many} name the {noun} `{id}`, which does not exist, and none names this one");
        let finding = Diagnostic::error(self.unknown, span, what)
            .why("a reader who follows them would stand before a closed door");
        let finding = match span.start == span.end {
            true => finding.help(format!("did you mean `{id}`? Give this file that name")),
            false => finding.help(format!("did you mean `{id}`?")).replace(span, id),
        };
        places.iter().take(SHOWN).fold(finding, |finding, place| finding.also(*place, "named here"))
    }

    fn unknown(&self, written: &Str) -> Diagnostic {
        let (noun, id) = (self.noun, &written.value);
        let diagnostic = Diagnostic::error(self.unknown, written.span, format!("there is no {noun} `{id}`"))
            .why("a reader who follows it would stand before a closed door");
        if let Some((now, _)) = self.aliases.get(id) {
            return diagnostic.help(format!("it is called `{now}` now")).replace(written.span, now.as_str());
        }
        diagnostic.did_you_mean(
            id,
            self.known(),
            format!("write the id of {} that exists, or add it to the catalog", with_article(noun)),
        )
    }

    /// All ids, sorted, to compare one with that does not exist; none once that was done too often.
    fn known(&self) -> impl Iterator<Item = &str> {
        let all = self.numbers.len() + self.also.len();
        let compared = self.compared.replace(self.compared.get() + all);
        let asked = if compared < MOST_COMPARED { usize::MAX } else { 0 };
        let mut known: Vec<&str> = self.numbers.keys().chain(&self.also).take(asked).map(String::as_str).collect();
        known.sort_unstable();
        known.into_iter()
    }
}

/// The ids of entries that are numbered by an `Id`.
pub(super) struct Table<Id> {
    ids: Ids,
    id: PhantomData<Id>,
}

impl<Id: From<usize>> Table<Id> {
    pub(super) fn new(unknown: &'static str, noun: &'static str, form: IdForm) -> Self {
        let ids = Ids {
            noun,
            unknown,
            form,
            numbers: HashMap::new(),
            aliases: HashMap::new(),
            slips: HashMap::new(),
            named: RefCell::default(),
            missed: RefCell::default(),
            unread: BTreeSet::new(),
            incomplete: false,
            also: Vec::new(),
            compared: Cell::default(),
        };
        Self { ids, id: PhantomData }
    }

    /// The entry that an id names, if there is one.
    pub(super) fn get(&self, id: &str) -> Option<Id> {
        self.look_up(id).ok().map(Id::from)
    }

    /// The entry that an author names; a finding when there is none.
    pub(super) fn find(&self, written: &Str, diagnostics: &mut Diagnostics) -> Option<Id> {
        match self.look_up(&written.value) {
            Known::Is(number) => Some(number.into()),
            Known::Reported => None,
            Known::Absent => {
                self.note_missed(written);
                diagnostics.push(self.unknown(written));
                None
            }
        }
    }
}

impl<Id: From<usize>> Table<Id> {
    /// The entries that an author lists, each of which is listed once.
    pub(super) fn find_all(&self, written: &[Str], diagnostics: &mut Diagnostics) -> Vec<Id> {
        value::report_doubles(written, diagnostics);
        written.iter().filter_map(|name| self.find(name, diagnostics)).collect()
    }
}

impl<Id> Deref for Table<Id> {
    type Target = Ids;
    fn deref(&self) -> &Ids {
        &self.ids
    }
}

impl<Id> DerefMut for Table<Id> {
    fn deref_mut(&mut self) -> &mut Ids {
        &mut self.ids
    }
}

/// Kinds of entries among which a name is looked for, each with what it means if it is one of them.
pub(super) type Kinds<'n, T, const N: usize> = [(&'n Ids, fn(usize) -> T); N];

/// What a name means: an entry of the first kind that has it.
pub(super) fn look_up_among<T, const N: usize>(id: &str, kinds: &Kinds<'_, T, N>) -> Known<T> {
    let found = kinds.iter().find_map(|(ids, meant)| ids.look_up(id).ok().map(meant));
    let unsure = kinds.iter().any(|(ids, _)| matches!(ids.look_up(id), Known::Reported));
    found.map_or(Known::Absent, Known::Is).unless(unsure)
}

/// Notes where a name stands that no entry of these kinds has.
pub(super) fn note_missed_among<T, const N: usize>(written: &Str, kinds: &Kinds<'_, T, N>) {
    kinds.iter().for_each(|(ids, _)| ids.note_missed(written));
}

/// The ids of all these kinds.
pub(super) fn known_among<'n, T, const N: usize>(kinds: &Kinds<'n, T, N>) -> impl Iterator<Item = &'n str> {
    kinds.iter().flat_map(|(ids, _)| ids.known())
}

#[cfg(test)]
mod tests {
    use super::{MOST_COMPARED, Table};
    use crate::diagnostic::{FileId, Span, Spanned};
    use crate::model::resolve::id_form::IdForm;

    #[test]
    fn names_are_compared_a_bounded_number_of_times() {
        let mut ids: Table<usize> = Table::new("unknown-service", "service", IdForm::Plain);
        (0..1000).for_each(|n| ids.declare_invented(&Spanned::new(format!("s{n}"), Span::top(FileId::default()))));
        let asked = (0..).take_while(|_| ids.known().next().is_some()).count();
        assert_eq!(asked, MOST_COMPARED / 1000);
    }
}
