//! Which ids exist, and what an author meant by one that does not.

use std::collections::HashMap;

use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::model::id::{ArticleId, AudienceId, DepartmentId, JourneyId, PersonId, ServiceId, TeamId};
use crate::source::schema::Str;
use crate::source::{Documents, FileKind};

/// The ids of one kind of entry.
pub(super) struct Table<Id> {
    /// What the kind is called in a sentence.
    noun: &'static str,
    /// The code of a reference that leads nowhere.
    unknown: &'static str,
    ids: HashMap<String, (Id, Span)>,
    aliases: HashMap<String, (String, Span)>,
    /// True when a file that may hold further ids could not be read.
    pub(super) lenient: bool,
    /// Ids whose own file could not be read.
    lost: Vec<String>,
    /// Names that are understood, too, though no entry of the kind bears them.
    pub(super) also: Vec<String>,
}

impl<Id: Copy + From<usize>> Table<Id> {
    fn new(noun: &'static str, unknown: &'static str) -> Self {
        Self {
            noun,
            unknown,
            ids: HashMap::new(),
            aliases: HashMap::new(),
            lenient: false,
            lost: Vec::new(),
            also: Vec::new(),
        }
    }

    /// Notes an entry; its number is the count of entries before it. False for an id that is taken.
    fn declare(&mut self, id: &Str, form: Form, diagnostics: &mut Diagnostics) -> bool {
        if let Some((_, first)) = self.ids.get(&id.value) {
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
        form.check(id, self.noun, diagnostics);
        let next = Id::from(self.ids.len());
        self.ids.insert(id.value.clone(), (next, id.span));
        true
    }

    /// Notes a department that no file describes.
    pub(super) fn declare_invented(&mut self, id: &Str) {
        let next = Id::from(self.ids.len());
        self.ids.entry(id.value.clone()).or_insert((next, id.span));
    }

    fn alias(&mut self, alias: &Str, of: &str, diagnostics: &mut Diagnostics) {
        let taken = self.ids.get(&alias.value).map(|(_, span)| (*span, "used here", "is still in use"));
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
        Form::Dotted.check(alias, self.noun, diagnostics);
        self.aliases.insert(alias.value.clone(), (of.to_owned(), alias.span));
    }

    /// The entry that an id names, if there is one.
    pub(super) fn get(&self, id: &str) -> Option<Id> {
        self.ids.get(id).map(|(id, _)| *id)
    }

    /// True when the id may be that of an entry whose file could not be read.
    pub(super) fn may_be_lost(&self, id: &str) -> bool {
        self.lenient || self.lost.iter().any(|lost| lost == id)
    }

    /// The entry that an author names; a finding when there is none.
    pub(super) fn find(&self, written: &Str, diagnostics: &mut Diagnostics) -> Option<Id> {
        let found = self.get(&written.value);
        if found.is_none() && !self.may_be_lost(&written.value) {
            diagnostics.push(self.unknown(written));
        }
        found
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

    /// All ids, sorted.
    pub(super) fn known(&self) -> impl Iterator<Item = &str> {
        let mut known: Vec<&str> = self.ids.keys().chain(&self.also).map(String::as_str).collect();
        known.sort_unstable();
        known.into_iter()
    }
}

/// The name of the page that lists the others of its kind.
const RESERVED: &str = "index";

/// How many letters an id may have.
const LONGEST: usize = 80;

/// What an id may look like.
#[derive(Clone, Copy)]
enum Form {
    Plain,
    Dotted,
}

impl Form {
    fn check(self, id: &Str, noun: &str, diagnostics: &mut Diagnostics) {
        let dot = matches!(self, Self::Dotted);
        let legal = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || dot && c == '.';
        let ends = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        let text = &id.value;
        if text.chars().all(legal)
            && text.starts_with(ends)
            && text.ends_with(ends)
            && text.len() <= LONGEST
            && !text.contains("..")
            && text != RESERVED
            && !is_taken(noun, text)
        {
            return;
        }
        let signs = if dot {
            "small letters a to z, digits, hyphens and dots"
        } else {
            "small letters a to z, digits and hyphens"
        };
        if text.chars().all(legal) && text.len() > LONGEST {
            diagnostics.push(
                Diagnostic::error(
                    "invalid-id",
                    id.span,
                    format!("this id has {} letters; at most {LONGEST} are taken", text.len()),
                )
                .why("the id becomes the address of a page, which has to work everywhere")
                .help("shorten it to the words that tell the entry from its neighbours"),
            );
            return;
        }
        let diagnostic =
            Diagnostic::error("invalid-id", id.span, format!("`{text}` cannot be the id of {}", with_article(noun)))
                .why(match is_taken(noun, text) {
                    true => "the word means something else wherever it could be named",
                    false => "the id becomes the address of a page, which has to work everywhere",
                });
        let mended = if text == RESERVED || is_taken(noun, text) { format!("{text}-1") } else { mended(text, legal) };
        diagnostics.push(match mended.is_empty() {
            true => diagnostic.help(format!("use {signs}, at most {LONGEST} of them")),
            false => diagnostic.help(format!("use {signs}: `{mended}`")),
        });
    }
}

/// The id that was probably meant.
fn mended(text: &str, legal: impl Fn(char) -> bool) -> String {
    let folded: String = text
        .to_lowercase()
        .chars()
        .map(|c| match c {
            'ä' | 'å' | 'ą' | 'á' => 'a',
            'ö' | 'ó' => 'o',
            'ł' => 'l',
            'ś' => 's',
            'ż' | 'ź' => 'z',
            'ć' => 'c',
            'ń' => 'n',
            'ę' | 'é' => 'e',
            c if legal(c) => c,
            _ => '-',
        })
        .take(LONGEST)
        .collect();
    let words: Vec<&str> = folded.split('-').filter(|word| !word.is_empty()).collect();
    words.join("-").trim_matches('.').replace("..", ".")
}

/// Every id of the catalog.
pub(super) struct Names {
    pub(super) people: Table<PersonId>,
    pub(super) departments: Table<DepartmentId>,
    pub(super) teams: Table<TeamId>,
    pub(super) services: Table<ServiceId>,
    pub(super) articles: Table<ArticleId>,
    pub(super) journeys: Table<JourneyId>,
    pub(super) audiences: Table<AudienceId>,
    news: Table<usize>,
    stories: Table<usize>,
    ideas: Table<usize>,
}

impl Names {
    /// Collects the ids and drops entries whose id is taken already.
    pub(super) fn collect(documents: &mut Documents, diagnostics: &mut Diagnostics) -> Self {
        let mut names = Self {
            people: Table::new("person", "unknown-person"),
            departments: Table::new("department", "unknown-department"),
            teams: Table::new("team", "unknown-team"),
            services: Table::new("service", "unknown-service"),
            articles: Table::new("article", "unknown-article"),
            journeys: Table::new("journey", "unknown-journey"),
            audiences: Table::new("audience", "unknown-audience"),
            news: Table::new("news item", "unknown-news"),
            stories: Table::new("story", "unknown-story"),
            ideas: Table::new("idea", "unknown-idea"),
        };
        documents.people.sort_by(|a, b| a.id.value.cmp(&b.id.value));
        documents.departments.sort_by(|a, b| a.id.value.cmp(&b.id.value));
        documents.teams.sort_by(|a, b| a.entry.id.value.cmp(&b.entry.id.value));
        documents.services.sort_by(|a, b| a.entry.id.value.cmp(&b.entry.id.value));
        documents.journeys.sort_by(|a, b| a.id.value.cmp(&b.id.value));
        // A translation of an article follows its original.
        documents.articles.sort_by(|a, b| {
            let key = |page: &crate::source::WrittenIn<crate::source::Page<_>>| {
                (page.entry.id.value.clone(), page.entry.doc.locale.as_ref().map(|l| l.value.clone()))
            };
            key(a).cmp(&key(b))
        });
        if let Some(company) = &documents.company {
            for (id, _) in &company.audiences.0 {
                names.audiences.declare(id, Form::Plain, diagnostics);
            }
        }
        documents.people.retain(|entry| names.people.declare(&entry.id, Form::Dotted, diagnostics));
        documents.departments.retain(|entry| names.departments.declare(&entry.id, Form::Plain, diagnostics));
        documents.teams.retain(|entry| names.teams.declare(&entry.entry.id, Form::Plain, diagnostics));
        documents.services.retain(|entry| names.services.declare(&entry.entry.id, Form::Plain, diagnostics));
        documents.journeys.retain(|entry| names.journeys.declare(&entry.id, Form::Plain, diagnostics));
        documents.articles.retain(|entry| {
            entry.entry.doc.locale.is_some() || names.articles.declare(&entry.entry.id, Form::Plain, diagnostics)
        });
        documents
            .news
            .retain(|entry| entry.doc.locale.is_some() || names.news.declare(&entry.id, Form::Plain, diagnostics));
        documents
            .stories
            .retain(|entry| entry.doc.locale.is_some() || names.stories.declare(&entry.id, Form::Plain, diagnostics));
        documents.ideas.retain(|entry| names.ideas.declare(&entry.id, Form::Plain, diagnostics));
        names.collect_aliases(documents, diagnostics);
        names.note_unread(documents);
        names
    }

    fn collect_aliases(&mut self, documents: &Documents, diagnostics: &mut Diagnostics) {
        for entry in &documents.people {
            for alias in &entry.doc.aliases {
                self.people.alias(alias, &entry.id.value, diagnostics);
            }
        }
        for entry in &documents.departments {
            for alias in &entry.doc.aliases {
                self.departments.alias(alias, &entry.id.value, diagnostics);
            }
        }
        for entry in &documents.teams {
            for alias in &entry.entry.doc.aliases {
                self.teams.alias(alias, &entry.entry.id.value, diagnostics);
            }
        }
        for entry in &documents.services {
            for alias in &entry.entry.doc.aliases {
                self.services.alias(alias, &entry.entry.id.value, diagnostics);
            }
        }
        for entry in documents.articles.iter().filter(|entry| entry.entry.doc.locale.is_none()) {
            for alias in &entry.entry.doc.head.aliases {
                self.articles.alias(alias, &entry.entry.id.value, diagnostics);
            }
        }
        for entry in &documents.journeys {
            for alias in &entry.doc.aliases {
                self.journeys.alias(alias, &entry.id.value, diagnostics);
            }
        }
        for entry in documents.news.iter().filter(|entry| entry.doc.locale.is_none()) {
            for alias in &entry.doc.head.aliases {
                self.news.alias(alias, &entry.id.value, diagnostics);
            }
        }
        for entry in documents.stories.iter().filter(|entry| entry.doc.locale.is_none()) {
            for alias in &entry.doc.head.aliases {
                self.stories.alias(alias, &entry.id.value, diagnostics);
            }
        }
        for entry in &documents.ideas {
            for alias in &entry.doc.aliases {
                self.ideas.alias(alias, &entry.id.value, diagnostics);
            }
        }
    }

    /// An id whose file could not be read is no reason to call every reference to it wrong.
    fn note_unread(&mut self, documents: &Documents) {
        for (kind, id) in &documents.unread {
            match kind {
                FileKind::People if id.is_empty() => self.people.lenient = true,
                FileKind::Team if id.is_empty() => self.teams.lenient = true,
                FileKind::Service if id.is_empty() => self.services.lenient = true,
                FileKind::People => self.people.lost.push(id.clone()),
                FileKind::Department => {
                    self.departments.lost.push(id.clone());
                    self.teams.lenient = true;
                    self.services.lenient = true;
                }
                FileKind::Team => self.teams.lost.push(id.clone()),
                FileKind::Service => self.services.lost.push(id.clone()),
                FileKind::Article => self.articles.lost.push(id.clone()),
                FileKind::Journey => self.journeys.lost.push(id.clone()),
                FileKind::Company
                | FileKind::Questions
                | FileKind::News
                | FileKind::Story
                | FileKind::Idea
                | FileKind::Measurements => {}
            }
        }
    }
}

/// Words that mean something else wherever an entry of that kind may be named.
fn is_taken(noun: &str, id: &str) -> bool {
    match noun {
        "audience" => matches!(id, "everyone" | "customers"),
        "person" | "team" => id == "you",
        _ => false,
    }
}

/// "a team", "an article".
fn with_article(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {noun}")
}
