//! Levels and allowances.

use super::anew;
use super::scope::Scope;
use super::value;
use crate::diagnostic::{Span, Spanned};
use crate::model::level::{Allowance, Level, LevelRule};
use crate::source::schema::{AllowDoc, Keyed, LevelDoc, LevelsDoc, Str};

/// What the company says about codes.
pub(super) fn rules(doc: LevelsDoc) -> Vec<LevelRule> {
    let of = |levels: Keyed<LevelDoc>, path: Option<&Str>| {
        let path = path.map(spanned);
        let rule = move |(code, doc): (Str, Spanned<LevelDoc>)| LevelRule {
            code: spanned(&code),
            level: level(doc.value),
            path: path.clone(),
        };
        levels.0.into_iter().map(rule).collect::<Vec<_>>()
    };
    let mut rules = of(doc.everywhere, None);
    rules.extend(doc.paths.0.into_iter().flat_map(|(path, levels)| of(levels.value, Some(&path))));
    rules
}

fn spanned(written: &Str) -> Spanned<Box<str>> {
    Spanned::new(anew::text(written), written.span)
}

fn level(doc: LevelDoc) -> Level {
    match doc {
        LevelDoc::Error => Level::Error,
        LevelDoc::Warning => Level::Warning,
        LevelDoc::Note => Level::Note,
        LevelDoc::Off => Level::Off,
    }
}

impl Scope<'_> {
    /// Takes what an entry allows.
    pub(super) fn allow(&mut self, docs: Vec<AllowDoc>, entry: Span) {
        for doc in docs {
            let Some(until) = value::date(&doc.until, self.diagnostics) else { continue };
            let (code, because) = (spanned(&doc.code), anew::text(&doc.because));
            self.allowances.push(Allowance { code, because, until: until.value, entry });
        }
    }
}
