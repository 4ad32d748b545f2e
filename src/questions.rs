//! The company's own acceptance tests of its search: whether each of its questions finds its answer, and where it
//! does not, what stands above and which words to add.

use crate::checks::{Checked, give_weight};
use crate::diagnostic::wording::joined;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Catalog, EntryKind, ExpectedAnswer, LocaleId, Question, Service, WordGroup};
use crate::search::{Document, Evidence, Findable, Index, explain, rank};

/// So many of those that stand above are named.
const NAMED: usize = 3;

/// Whether the catalog says anything that can only be held against the search.
pub(crate) fn are_asked(checked: &Checked) -> bool {
    let catalog = checked.catalog();
    !catalog.questions.is_empty() || !catalog.words.groups.is_empty()
}

/// Asks the search of every language its questions, and reports those whose answer stands too low; and groups of
/// everyday words that lead nowhere.
pub(crate) fn ask(checked: &Checked, findable: &Findable, diagnostics: &mut Diagnostics) {
    let catalog = checked.catalog();
    let mut found = Diagnostics::new();
    for locale in catalog.locales() {
        let mut asked = catalog.questions.iter().filter(|question| question.locale == locale).peekable();
        if asked.peek().is_none() {
            continue;
        }
        let searched = Searched { catalog, locale, documents: &findable.documents, index: findable.index_of(locale) };
        found.extend(asked.filter_map(|question| searched.ask(question)));
    }
    for group in catalog.words.groups.iter().filter(|group| !findable.leads_somewhere(&group.id.value)) {
        found.push(idle(group));
    }
    give_weight(catalog, &mut found);
    diagnostics.append(found);
    diagnostics.sort();
}

/// A group of words by which nothing is found.
fn idle(group: &WordGroup) -> Diagnostic {
    let id = &group.id.value;
    Diagnostic::warning("idle-words", group.id.span, format!("nothing is found by the words of `{id}`"))
        .why("none of them stands in the catalog, nor a word of the groups to which they lead")
        .help("add a word that stands in the name, the `asked_as` or the `keywords` of what is meant, or `leads_to`")
}

/// What is searched in one language.
struct Searched<'a> {
    catalog: &'a Catalog,
    locale: LocaleId,
    documents: &'a [Document],
    index: &'a Index,
}

impl Searched<'_> {
    /// What there is to say when the answer of a question stands too low.
    fn ask(&self, question: &Question) -> Option<Diagnostic> {
        if let ExpectedAnswer::Service(id) = question.expect
            && !self.catalog.service(id).is_offered()
        {
            return Some(self.ended(question, self.catalog.service(id)));
        }
        let (kind, id) = match question.expect {
            ExpectedAnswer::Service(id) => (EntryKind::Service, &self.catalog.service(id).slug),
            ExpectedAnswer::Article(id) => (EntryKind::Article, &self.catalog.article(id).slug),
            ExpectedAnswer::Journey(id) => (EntryKind::Journey, &self.catalog.journey(id).slug),
            ExpectedAnswer::Team(id) => (EntryKind::Team, &self.catalog.team(id).slug),
            ExpectedAnswer::Department(id) => (EntryKind::Department, &self.catalog.department(id).slug),
            ExpectedAnswer::Person(id) => (EntryKind::Person, &self.catalog.person(id).slug),
            ExpectedAnswer::Place(id) => (EntryKind::Place, &self.catalog.place(id).slug),
        };
        let hits = rank(self.index, &question.ask, None).hits;
        let wanted = |entry: usize| self.documents[entry].kind == kind && *self.documents[entry].id == **id;
        let place = hits.iter().position(|hit| wanted(hit.entry));
        let within = question.within as usize;
        if place.is_some_and(|place| place < within) {
            return None;
        }
        let stands = match place {
            Some(place) => format!("stands at place {}, not among the first {within}", place + 1),
            None => "is not found at all".to_owned(),
        };
        let above = hits.iter().take(place.unwrap_or(hits.len()).min(NAMED));
        let above: Vec<String> = above.map(|hit| self.pulled(&question.ask, hit.entry)).collect();
        let tag = self.catalog.company.locales[self.locale.index()].tag();
        let finding = Diagnostic::warning(
            "unanswered-question",
            question.span,
            format!("whoever asks this is not led to `{id}`: it {stands}"),
        );
        let finding = match joined(&above) {
            above if above.is_empty() => finding,
            above => finding.label(format!("above it: {above}")),
        };
        let missing = self.missing(&question.ask, hits.iter().map(|hit| hit.entry).find(|entry| wanted(*entry)));
        let help = match missing.as_slice() {
            [] => format!("add the question to `asked_as` of `{id}` in `{tag}`"),
            words => {
                format!("add these words to `asked_as` of `{id}` in `{tag}`; it says nothing of {}", joined(words))
            }
        };
        Some(finding.why("the site's search answers like this, too").help(help))
    }

    /// For a question whose answer has ended: the search puts it behind what is on offer.
    fn ended(&self, question: &Question, service: &Service) -> Diagnostic {
        let what = format!("whoever asks this should be led to `{}`, which is retired", service.slug);
        let next = service.replaced_by.as_ref().map(|next| &self.catalog.service(next.value).slug);
        Diagnostic::warning("unanswered-question", question.span, what)
            .why("the site's search puts what has ended behind everything else")
            .help(match next {
                Some(next) => format!("write `expect: {next}`, which replaces it, or delete the question"),
                None => "name what answers it now in `expect`, or delete the question".to_owned(),
            })
    }

    /// An entry, and the word that pulled it up.
    fn pulled(&self, ask: &str, entry: usize) -> String {
        let document = &self.documents[entry];
        let evidence = explain(self.index, ask, entry);
        let Some(Evidence { typed, field, .. }) = evidence.into_iter().max_by_key(|evidence| evidence.earned) else {
            return format!("`{}`", document.id);
        };
        format!("`{}` (`{typed}` in its {})", document.id, field.noun())
    }

    /// The words of a question of which the answer says nothing, without those that mean nothing by themselves.
    fn missing(&self, ask: &str, entry: Option<usize>) -> Vec<String> {
        let found = entry.map(|entry| explain(self.index, ask, entry)).unwrap_or_default();
        let said = |word: &&str| !found.iter().any(|evidence| evidence.typed == word.to_lowercase());
        let means = |word: &&str| !self.index.is_common(word);
        ask.split_whitespace().filter(said).filter(means).map(|word| format!("`{word}`")).collect()
    }
}

/// Lines for `questions.yaml`, from what people say by `asked_as`: the first of each language that is not asked yet.
pub fn suggestions(catalog: &Catalog) -> String {
    let mut lines = String::new();
    for (_, service) in catalog.services().filter(|(_, service)| service.is_offered()) {
        for (locale, asked) in service.asked_as.versions() {
            let is_asked = |text: &str| {
                catalog.questions.iter().any(|question| question.locale == locale && *question.ask == *text)
            };
            let Some(text) = asked.first().filter(|text| !is_asked(text)) else { continue };
            let tag = catalog.company.locales[locale.index()].tag();
            let ask = serde_json::Value::from(&**text);
            lines.push_str(&format!("  - {{ask: {ask}, locale: {tag}, expect: {}, within: 3}}\n", service.slug));
        }
    }
    lines
}
