//! `luukku find`: answers a need in its reader's own words, in the order in which the site does.

use std::io::{BufRead, Read, Write};
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use luukku::publish::EntryKind;
use luukku::search::{Document, Field, rank};
use luukku::{Finder, LanguageIndex};
use serde::Serialize;

use super::Status;
use super::now::Now;
use super::output::complain;

/// More results are no answer.
const MOST: usize = 20;

/// The closing part of `luukku find --help`.
const EXAMPLES: &str = "\
Examples:
  luukku find \"my overtime is missing\"     which service answers that?
  luukku find \"kulkulupa ei aukea\" --locale fi
  luukku find payslip --explain            which words of which text earned what
  luukku find 0220 --format json           for another program to read";

/// Find who helps with a need, in the reader's own words
///
/// Answers as the search of the site does, in the same order: services, articles, journeys, teams, departments
/// and people that fit, best first.
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// What somebody would type: a need, a name, a bit of a phone number
    #[arg(required_unless_present = "from")]
    query: Option<String>,
    /// The language of the page on which it is typed; the catalog's first when left out
    #[arg(long, value_name = "LOCALE")]
    locale: Option<String>,
    /// Many queries at once: a file (or `-`) with LOCALE, tab, query in each line; JSON comes back, a line each
    #[arg(long, value_name = "FILE", conflicts_with_all = ["query", "locale", "explain", "format"])]
    from: Option<PathBuf>,
    /// The folder with the catalog, the one in which `catalog.yaml` stands
    #[arg(long, value_name = "DIR", default_value = "catalog")]
    catalog: PathBuf,
    /// How to print the answer: `human` for people, `json` for programs
    #[arg(long, value_enum, default_value_t = Form::Human)]
    format: Form,
    /// Say what each word of the query found, and what that earned
    #[arg(long)]
    explain: bool,
    #[command(flatten)]
    now: Now,
}

/// How the answer is printed.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Form {
    /// A line for each result
    Human,
    /// One JSON object
    Json,
}

/// What is printed as JSON.
#[derive(Serialize)]
struct Answer<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    query: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    locale: Option<&'a str>,
    results: Vec<Found<'a>>,
}

/// A result.
#[derive(Serialize)]
struct Found<'a> {
    kind: EntryKind,
    id: &'a str,
    url: &'a str,
    score: u64,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    because: Vec<Because>,
}

/// What a word of the query found.
#[derive(Serialize)]
struct Because {
    typed: String,
    word: Option<String>,
    field: Field,
    other_language: bool,
    sure: u32,
    earned: u32,
}

/// Answers on the standard output.
pub(super) fn run(args: &Args) -> Result<Status> {
    let Some(finder) = Finder::new(&args.catalog, args.now.instant()?)? else {
        complain("luukku: the catalog has errors; `luukku check` shows them. Nothing can be found before.");
        return Ok(Status::CatalogHasErrors);
    };
    let mut out = std::io::stdout().lock();
    if let Some(file) = &args.from {
        many(&finder, file, &mut out)?;
        return Ok(Status::Clean);
    }
    let findable = finder.findable(args.locale.as_deref())?;
    let query = args.query.as_deref().unwrap_or_default();
    let text = match args.format {
        Form::Human => human(findable, query, args.explain),
        Form::Json => {
            let answer = Answer { query: None, locale: None, results: found(findable, query, args.explain) };
            serde_json::to_string_pretty(&answer).context("the answer could not be written")?
        }
    };
    writeln!(out, "{text}").and_then(|()| out.flush()).context("cannot print the answer")?;
    Ok(Status::Clean)
}

/// Answers each line of a file.
fn many(finder: &Finder, file: &PathBuf, out: &mut impl Write) -> Result<()> {
    let input: Box<dyn Read> = if file.as_os_str() == "-" {
        Box::new(std::io::stdin())
    } else {
        Box::new(std::fs::File::open(file).with_context(|| format!("cannot read `{}`", file.display()))?)
    };
    for line in std::io::BufReader::new(input).lines() {
        let line = line.with_context(|| format!("cannot read `{}`", file.display()))?;
        let Some((locale, query)) = line.split_once('\t') else {
            bail!("`{line}` is no locale, tab and query");
        };
        let findable = finder.findable(Some(locale))?;
        let answer = Answer { query: Some(query), locale: Some(locale), results: found(findable, query, false) };
        let text = serde_json::to_string(&answer).context("an answer could not be written")?;
        writeln!(out, "{text}").context("cannot print the answer")?;
    }
    Ok(())
}

fn found<'a>(findable: LanguageIndex<'a>, query: &str, explain: bool) -> Vec<Found<'a>> {
    let hits = rank(findable.index, query, None).hits;
    let hits = hits.into_iter().take(MOST).map(|hit| {
        let Document { kind, id, .. } = &findable.documents[hit.entry];
        let because = if explain { because(findable, query, hit.entry) } else { Vec::new() };
        Found { kind: *kind, id, url: &findable.shown[hit.entry].1, score: hit.score, because }
    });
    hits.collect()
}

fn because(findable: LanguageIndex<'_>, query: &str, entry: usize) -> Vec<Because> {
    let evidence = luukku::search::explain(findable.index, query, entry).into_iter();
    evidence
        .map(|found| Because {
            typed: found.typed,
            word: found.word,
            field: found.field,
            other_language: found.foreign,
            sure: found.sure,
            earned: found.earned,
        })
        .collect()
}

fn human(findable: LanguageIndex<'_>, query: &str, explain: bool) -> String {
    let ranking = rank(findable.index, query, None);
    let mut lines: Vec<String> =
        ranking.told.iter().map(|(typed, words)| format!("{typed} → {}", words.join(", "))).collect();
    if ranking.hits.is_empty() {
        lines.push(format!("Nothing was found for `{query}`."));
    }
    for (place, hit) in ranking.hits.iter().take(MOST).enumerate() {
        let document = &findable.documents[hit.entry];
        let (name, page) = &findable.shown[hit.entry];
        let retired = if document.retired { ", retired" } else { "" };
        lines.push(format!("{:>2}. {name} ({}{retired}) {page}  {}", place + 1, document.kind.noun(), hit.score));
        if explain {
            lines.extend(because(findable, query, hit.entry).into_iter().map(|because| {
                let word = because.word.unwrap_or_else(|| "an everyday word for it".to_owned());
                let language = if because.other_language { " in another language" } else { "" };
                format!(
                    "      {} → {word} in its {}{language}: {} % sure, earns {}",
                    because.typed,
                    because.field.noun(),
                    because.sure,
                    because.earned
                )
            }));
        }
    }
    lines.join("\n")
}
