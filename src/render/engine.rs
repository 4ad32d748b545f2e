//! Templates and words, ready to render pages of every language.

use anyhow::{Context as _, Result};
use serde::Serialize;
use tera::{Context, Tera, Value};

use super::assets::Paths;
use super::minify;
use super::theme::Theme;
use crate::i18n::{Message, Words};

/// The template engine with the theme's templates, and each language's words as a value.
pub(super) struct Engine {
    tera: Tera,
    words: Vec<Value>,
}

impl Engine {
    /// Loads the theme's templates.
    pub(super) fn new<'a>(
        theme: &Theme,
        assets: &Paths,
        languages: impl Iterator<Item = &'a Words<'a>>,
        minify: bool,
    ) -> Result<Self> {
        let mut tera = Tera::default();
        let sources = theme.texts("templates")?;
        let templates = sources
            .into_iter()
            .map(|(path, source)| (path, if minify { minify::template(source) } else { source.to_owned() }));
        tera.add_raw_templates(templates).context("the theme's templates cannot be read")?;
        tera.global_context().insert("assets", assets);
        Ok(Self { tera, words: languages.map(|words| words_value(words)).collect() })
    }

    /// Renders a page with the words of the language at that place.
    pub(super) fn render(&self, template: &str, page: &impl Serialize, language: usize) -> Result<String> {
        let mut context = Context::from_serialize(page).context("a page could not be handed to its template")?;
        if let Some(words) = self.words.get(language) {
            context.insert_value("t", words.clone());
        }
        let html = self.tera.render(template, &context).with_context(|| format!("the template `{template}` failed"))?;
        Ok(html)
    }
}

/// The words without placeholders, as nested groups: `t.service.reach`.
fn words_value(words: &Words<'_>) -> Value {
    let mut root = serde_json::Map::new();
    for (key, message) in words.messages() {
        let Message::Text(text) = message else { continue };
        let mut group = &mut root;
        let mut parts = key.split('.').peekable();
        while let Some(part) = parts.next() {
            if parts.peek().is_none() {
                group.insert(part.to_owned(), text.as_str().into());
                break;
            }
            let next = group.entry(part).or_insert_with(|| serde_json::Map::new().into());
            let serde_json::Value::Object(inner) = next else { break };
            group = inner;
        }
    }
    Value::from_serializable(&root)
}
