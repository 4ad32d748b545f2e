//! What an author meant who named no entry by its id: one by its name, by an address of it or by its place, one of
//! another kind than can stand there, or several at once.

use std::collections::BTreeMap;

use super::id_form::with_article;
use super::ids::Ids;
use super::names::Names;
use super::people_words::{is_lead, is_nobody};
use crate::diagnostic::wording::joined;
use crate::diagnostic::{Diagnostic, Diagnostics, Span, folded};
use crate::model::catalog::Catalog;
use crate::model::text::Text;

/// So many references are held against every name of the catalog; thousands that lead nowhere have another cause.
const MOST_EXPLAINED: usize = 200;

/// How many ids are proposed.
const PROPOSED: usize = 4;

/// Says of the ids that lead nowhere what was meant by them, as far as it can be told.
pub(super) fn tell(names: &Names, catalog: &Catalog, diagnostics: &mut Diagnostics) {
    let kinds = names.kinds();
    let mut missed: BTreeMap<Span, (String, Vec<usize>)> = BTreeMap::new();
    for (kind, ids) in kinds.iter().enumerate() {
        for (id, at) in ids.missed() {
            missed.entry(at).or_insert_with(|| (id, Vec::new())).1.push(kind);
        }
    }
    if missed.is_empty() {
        return;
    }
    let entries = Entries::of(catalog);
    for (at, (written, wanted)) in missed.into_iter().take(MOST_EXPLAINED) {
        let reference = Reference { written: &written, wanted: &wanted, kinds: &kinds, entries: &entries };
        let is_it = |finding: &&mut Diagnostic| finding.code.starts_with("unknown-") && finding.primary.span == at;
        if let Some(finding) = diagnostics.iter_mut().find(is_it) {
            reference.explain(finding, catalog);
        }
    }
}

/// The number of each kind in [`Names::kinds`].
const PEOPLE: usize = 0;
const DEPARTMENTS: usize = 1;
const TEAMS: usize = 2;
const SERVICES: usize = 3;
const PLACES: usize = 7;

/// An entry as people call it.
struct Entry<'c> {
    kind: usize,
    id: &'c str,
    names: Vec<String>,
    titles: Vec<String>,
    email: Option<&'c str>,
}

struct Entries<'c>(Vec<Entry<'c>>);

impl<'c> Entries<'c> {
    fn of(catalog: &'c Catalog) -> Self {
        let written = |text: &Text| text.written().map(|(_, text)| text.value.to_lowercase()).collect();
        let named = |kind: usize, id: &'c str, name: &Text| Entry {
            kind,
            id,
            names: written(name),
            titles: Vec::new(),
            email: None,
        };
        let mut all: Vec<Entry<'c>> = Vec::new();
        for (_, person) in catalog.people() {
            let titles = person.title.as_ref().map_or_else(Vec::new, written);
            all.push(Entry { titles, email: person.email.as_deref(), ..named(PEOPLE, &person.slug, &person.name) });
        }
        all.extend(catalog.departments().map(|(_, entry)| named(DEPARTMENTS, &entry.slug, &entry.name)));
        let teams = catalog.teams().filter(|(_, team)| !team.acting);
        all.extend(teams.map(|(_, entry)| named(TEAMS, &entry.slug, &entry.name)));
        all.extend(catalog.services().map(|(_, entry)| named(SERVICES, &entry.slug, &entry.name)));
        all.extend(catalog.articles().map(|(_, entry)| named(SERVICES + 1, &entry.slug, &entry.title)));
        all.extend(catalog.journeys().map(|(_, entry)| named(SERVICES + 2, &entry.slug, &entry.name)));
        all.extend(catalog.company.audiences.iter().map(|entry| named(SERVICES + 3, &entry.slug, &entry.name)));
        all.extend(catalog.places().map(|(_, entry)| named(PLACES, &entry.slug, &entry.name)));
        Self(all)
    }
}

/// An id that leads nowhere.
struct Reference<'r, 'c> {
    written: &'r str,
    /// The kinds of which one can stand there.
    wanted: &'r [usize],
    kinds: &'r [&'r Ids],
    entries: &'r Entries<'c>,
}

impl Reference<'_, '_> {
    fn explain(&self, finding: &mut Diagnostic, catalog: &Catalog) {
        let at = finding.primary.span;
        if let Some(ids) = self.several() {
            finding.help = Some(format!("in a list each id stands by itself: `[{}]`", ids.join(", ")));
            finding.replacement = None;
        } else if is_nobody(self.written) {
            finding.help =
                Some("delete it: a key that is not written, or not in the list, says that there is none".to_owned());
            finding.replacement = None;
        } else if let Some(id) = self.surely() {
            finding.help = Some(format!("did you mean `{id}`?"));
            finding.replacement = Some((at, id));
        } else if let Some((kind, id)) = self.of_another_kind() {
            self.explain_kind(finding, (kind, &id), catalog);
        } else if let Some(id) = (self.wanted == [PEOPLE]).then(|| self.leader(at, catalog)).flatten() {
            finding.help = Some(format!("write the id of that person: did you mean `{id}`?"));
            finding.replacement = None;
        } else if finding.replacement.is_none()
            && !finding.help.as_ref().is_some_and(|help| help.starts_with("did you mean"))
            && let Some(id) = self.by_a_part_of_its_name().or_else(|| self.by_title())
        {
            finding.help = Some(format!("did you mean `{id}`?"));
        }
    }

    /// The entry that is named by its place or kind (`service:pay`, `departments/pay.yaml`), by its name or by its
    /// address.
    fn surely(&self) -> Option<String> {
        let bare = bare(self.written);
        if bare != self.written && self.is_wanted(bare) {
            return Some(bare.to_owned());
        }
        if let Some((user, _)) = self.written.split_once('@') {
            let address = self.written.trim_start_matches("mailto:");
            let of_person = |entry: &&Entry<'_>| entry.email.is_some_and(|email| email.eq_ignore_ascii_case(address));
            let person = self.wanted_entries().find(of_person).map(|entry| entry.id.to_owned());
            return person.or_else(|| self.is_wanted(user).then(|| user.to_owned()));
        }
        let mut named = self.wanted_entries().filter(|entry| entry.is_called(bare));
        let first = named.next()?;
        named.all(|other| other.id == first.id).then(|| first.id.to_owned())
    }

    /// The entry of a kind that cannot stand there.
    fn of_another_kind(&self) -> Option<(usize, String)> {
        let bare = bare(self.written);
        let others = || self.kinds.iter().enumerate().filter(|(kind, _)| !self.wanted.contains(kind));
        let by_id = others().find(|(_, ids)| ids.has(bare)).map(|(kind, _)| (kind, bare.to_owned()));
        by_id.or_else(|| {
            let mut others = self.entries.0.iter().filter(|entry| !self.wanted.contains(&entry.kind));
            others.find(|entry| entry.is_called(bare)).map(|entry| (entry.kind, entry.id.to_owned()))
        })
    }

    fn explain_kind(&self, finding: &mut Diagnostic, (kind, id): (usize, &str), catalog: &Catalog) {
        let noun = |kind: &usize| self.kinds.get(*kind).map_or_else(String::new, |ids| with_article(ids.noun()));
        let mut wanted: Vec<String> = self.wanted.iter().map(noun).collect();
        let last = wanted.pop().unwrap_or_default();
        let wanted = match wanted.is_empty() {
            true => last,
            false => format!("{} or {last}", wanted.join(", ")),
        };
        let named = if id == self.written { String::new() } else { format!(" (`{id}`)") };
        finding.message = format!("`{}` is {}{named}, and here stands {wanted}", self.written, noun(&kind));
        finding.replacement = None;
        let mut near = self.near(kind, id, catalog);
        near.truncate(PROPOSED);
        let near: Vec<String> = near.iter().map(|id| format!("`{id}`")).collect();
        finding.help = Some(match near.as_slice() {
            [] => format!("write the id of {wanted}"),
            [one] => format!("write the id of {wanted}: did you mean {one}?"),
            several => format!("write the id of {wanted}; to `{id}` belong {}", joined(several)),
        });
    }

    /// The entries of a wanted kind that belong to one of another kind.
    fn near<'c>(&self, kind: usize, id: &str, catalog: &'c Catalog) -> Vec<&'c str> {
        let in_it = |team: &str, department: &str| match kind {
            TEAMS => team == id,
            DEPARTMENTS => department == id,
            _ => false,
        };
        let of = |team: crate::model::id::TeamId| catalog.department(catalog.team(team).department);
        let mut near = Vec::new();
        for wanted in self.wanted {
            match *wanted {
                PEOPLE => {
                    let teams = catalog.teams().filter(|(_, team)| kind == TEAMS && &*team.slug == id);
                    let departments = catalog.departments().filter(|(_, it)| kind == DEPARTMENTS && &*it.slug == id);
                    let leads = teams.flat_map(|(_, team)| &team.lead).chain(departments.flat_map(|(_, it)| &it.lead));
                    near.extend(leads.map(|lead| &*catalog.person(lead.value).slug));
                }
                TEAMS => {
                    let teams = catalog.teams().filter(|(team, it)| !it.acting && in_it("", &of(*team).slug));
                    near.extend(teams.map(|(_, team)| &*team.slug));
                }
                SERVICES => {
                    let is_in = |team| in_it(&catalog.team(team).slug, &of(team).slug);
                    let services = catalog.services().filter(|(_, service)| is_in(service.team));
                    near.extend(services.map(|(_, service)| &*service.slug));
                }
                _ => {}
            }
        }
        near
    }

    /// The ids that are written as one.
    fn several(&self) -> Option<Vec<&str>> {
        let parts: Vec<&str> = self.written.split([';', ',', '|', '/', '+', '&', ' ']).map(str::trim).collect();
        let is_and = |part: &str| matches!(part, "and" | "och" | "ja" | "i" | "oraz" | "und" | "or");
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty() && !is_and(part)).collect();
        (parts.len() > 1 && parts.iter().all(|part| self.is_wanted(part))).then_some(parts)
    }

    /// The lead of the service in which a word for a lead stands where only a person can.
    fn leader<'c>(&self, at: Span, catalog: &'c Catalog) -> Option<&'c str> {
        let services = catalog.services().map(|(_, service)| service);
        let above = services.filter(|service| service.span.file == at.file && service.span.start <= at.start);
        let team = catalog.team(above.max_by_key(|service| service.span.start).filter(|_| is_lead(self.written))?.team);
        team.lead.first().map(|lead| &*catalog.person(lead.value).slug)
    }

    /// The only person with a title.
    fn by_title(&self) -> Option<&str> {
        let title = folded(self.written);
        let mut bearers = self.wanted_entries().filter(|entry| entry.titles.iter().any(|own| folded(own) == title));
        let first = bearers.next().filter(|_| !title.is_empty())?;
        bearers.next().is_none().then_some(first.id)
    }

    /// The only entry that has these words of several in its name: `Maija`, `M. Virtanen`, `Virtanen (payroll)`.
    fn by_a_part_of_its_name(&self) -> Option<&str> {
        let written = self.written.split(['(', ',']).next().unwrap_or("");
        let words = written.split(|c: char| !c.is_alphanumeric()).map(folded);
        let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
        let is_sure = words.iter().any(|word| word.chars().count() + words.len() > 3);
        let has = |name: &String| {
            let parts: Vec<String> = name.split([' ', '-']).map(folded).collect();
            let is_part =
                |word: &String, part: &String| part == word || word.len() == 1 && part.starts_with(word.as_str());
            words.iter().all(|word| parts.iter().any(|part| is_part(word, part)))
        };
        let mut named = self.wanted_entries().filter(|entry| is_sure && entry.names.iter().any(has));
        let first = named.next()?;
        named.all(|other| other.id == first.id).then_some(first.id)
    }

    fn is_wanted(&self, id: &str) -> bool {
        self.wanted.iter().filter_map(|kind| self.kinds.get(*kind)).any(|ids| ids.has(id))
            || matches!(id, "everyone" | "customers") && self.wanted.contains(&(SERVICES + 3))
    }

    fn wanted_entries(&self) -> impl Iterator<Item = &Entry<'_>> {
        self.entries.0.iter().filter(|entry| self.wanted.contains(&entry.kind))
    }
}

impl Entry<'_> {
    fn is_called(&self, name: &str) -> bool {
        let name = folded(name);
        !name.is_empty() && self.names.iter().any(|own| folded(own) == name)
    }
}

/// An id without what leads to its file, or names its kind, before it: `team/pay-desk`, `service:pay`, `pay.yaml`.
fn bare(written: &str) -> &str {
    let last = written.rsplit([':', '/', '\\']).next().unwrap_or(written).trim();
    let last = [".yaml", ".yml", ".md", ".html"].iter().find_map(|end| last.strip_suffix(end)).unwrap_or(last);
    last.trim_matches(['@', '#', '`', '"', '\'', ',', ';', '(', ')', '<', '>'])
}
