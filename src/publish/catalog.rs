//! `catalog.json`: the published value as other programs read it, and the JSON Schema of that file. Both come from
//! the same types, so that they cannot differ.

use std::io::{BufWriter, Write};

use anyhow::{Context, Result};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde_json::Value;
use serde_json::ser::{Formatter, Serializer};

use super::article::Article;
use super::company::{Audience, Company, Term};
use super::department::Department;
use super::journey::Journey;
use super::list::{Entries, List};
use super::measurement::Measurement;
use super::news::{Idea, News, Story};
use super::person::Person;
use super::place::Workplace;
use super::published::Published;
use super::service::Service;
use super::standard::Standard;
use super::team::Team;
use crate::model;

/// The version of the file's shape; it grows when a reader of the old shape would misread the new.
const SCHEMA: u32 = 1;

/// Everything that may be shown of a company's catalog. Lists are sorted by id, or newest first where readers see
/// them so; every key of an entry is always there, with null or an empty list where nothing is known.
#[derive(Serialize, JsonSchema)]
struct Catalog<'a> {
    /// The version of this shape.
    schema: u32,
    company: Company<'a>,
    /// Standards that departments share, by name.
    standards: List<'a, model::Standard, Standard<'a>>,
    /// Groups that services and journeys speak to, in the company's order.
    audiences: List<'a, model::Audience, Audience<'a>>,
    /// Words of the house.
    glossary: List<'a, model::Term, Term<'a>>,
    departments: Entries<'a, Department<'a>>,
    teams: Entries<'a, Team<'a>>,
    services: Entries<'a, Service<'a>>,
    people: Entries<'a, Person<'a>>,
    places: Entries<'a, Workplace<'a>>,
    articles: Entries<'a, Article<'a>>,
    journeys: Entries<'a, Journey<'a>>,
    news: List<'a, model::News, News<'a>>,
    stories: List<'a, model::Story, Story<'a>>,
    ideas: List<'a, model::Idea, Idea<'a>>,
    measurements: List<'a, model::Measurement, Measurement<'a>>,
}

impl<'a> Catalog<'a> {
    fn new(published: &'a Published<'a>) -> Self {
        Self {
            schema: SCHEMA,
            company: published.company(),
            standards: published.standards(),
            audiences: published.audiences(),
            glossary: published.glossary(),
            departments: Entries::new(published, |published| Box::new(published.departments())),
            teams: Entries::new(published, |published| Box::new(published.teams())),
            services: Entries::new(published, |published| Box::new(published.services())),
            people: Entries::new(published, |published| Box::new(published.people())),
            places: Entries::new(published, |published| Box::new(published.places())),
            articles: Entries::new(published, |published| Box::new(published.articles())),
            journeys: Entries::new(published, |published| Box::new(published.journeys())),
            news: published.news(),
            stories: published.stories(),
            ideas: published.ideas(),
            measurements: published.measurements(),
        }
    }
}

/// Writes `catalog.json`, each entry on a line of its own. No more of it is held than one entry.
///
/// # Errors
/// When the machine refuses to write.
pub fn write<'a>(published: &'a Published<'a>, out: &mut dyn Write) -> Result<()> {
    let mut out = BufWriter::with_capacity(1 << 16, out);
    let mut serializer = Serializer::with_formatter(&mut out, Lines::default());
    Catalog::new(published).serialize(&mut serializer).context("catalog.json could not be written")?;
    out.write_all(b"\n")?;
    out.flush()?;
    Ok(())
}

/// The JSON Schema (draft 2020-12) of `catalog.json`.
pub fn json_schema() -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<Catalog<'static>>().to_value()
}

/// Puts each key of the whole, and each entry of its lists, on a line of its own.
#[derive(Default)]
struct Lines {
    depth: usize,
}

impl Lines {
    fn between<W: ?Sized + Write>(&self, out: &mut W, first: bool, at: usize) -> std::io::Result<()> {
        out.write_all(match (first, self.depth == at) {
            (true, true) => b"\n",
            (true, false) => b"",
            (false, true) => b",\n",
            (false, false) => b",",
        })
    }
}

impl Formatter for Lines {
    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> std::io::Result<()> {
        self.depth += 1;
        out.write_all(b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> std::io::Result<()> {
        self.depth -= 1;
        out.write_all(if self.depth == 0 { b"\n}" } else { b"}" })
    }

    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> std::io::Result<()> {
        self.depth += 1;
        out.write_all(b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> std::io::Result<()> {
        self.depth -= 1;
        out.write_all(b"]")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> std::io::Result<()> {
        self.between(out, first, 1)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> std::io::Result<()> {
        self.between(out, first, 2)
    }
}
