//! Templates and words, ready to render pages of every language.

use anyhow::{Context as _, Error, Result};
use serde::Serialize;
use tera::{Context, Kwargs, Map, State, Tera, TeraResult, Value};

use super::assets::Paths;
use super::inline::inlined;
use super::minify;
use super::template::without_code_lines;
use super::theme::Theme;
use crate::i18n::{Message, Words};
use crate::site::Frame;

/// Room for most pages, in bytes.
const USUAL_PAGE: usize = 64 << 10;

/// The template engine with the theme's templates, and each language's words as a value.
pub(super) struct Engine<'t> {
    tera: Tera,
    words: Vec<Value>,
    theme: &'t Theme,
    assets: &'t Paths,
}

/// What stands around the content of a page, ready to be printed.
#[derive(Clone)]
pub(super) struct Around(Value);

/// What a frame is made of, as pages name it, and the templates that make it: they see `frame` and the words alone.
const PARTIALS: [(&str, &str); 3] = [
    ("menu", "partials/menu.html"),
    ("links", "partials/site-links.html"),
    ("clock_words", "partials/clock-words.html"),
];

impl<'t> Engine<'t> {
    /// Loads the theme's templates.
    pub(super) fn new<'a>(
        theme: &'t Theme,
        assets: &'t Paths,
        languages: impl Iterator<Item = &'a Words<'a>>,
        minify: bool,
    ) -> Result<Self> {
        let prepared = |(path, source)| {
            let source = without_code_lines(source);
            (path, if minify { minify::template(&source) } else { source })
        };
        let templates = theme.texts("templates")?.into_iter().map(prepared).collect();
        let templates = inlined(templates, |path| theme.is_ours("templates", path));
        let tera = load(templates, assets).map_err(|error| as_written(theme, assets).err().unwrap_or(error))?;
        Ok(Self { tera, words: languages.map(|words| words_value(words)).collect(), theme, assets })
    }

    /// Renders the frame of pages in the language at that place.
    pub(super) fn frame(&self, frame: &Frame<'_>, language: usize) -> Result<Around> {
        let mut around = Map::new();
        for (name, partial) in PARTIALS {
            let mut context = Context::new();
            context.insert("frame", frame);
            let html = String::from_utf8(self.fill(partial, context, language)?)?;
            around.insert(name.into(), Value::safe_string(html.trim()));
        }
        Ok(Around(around.into()))
    }

    /// Renders a page in its frame, with the words of the language at that place, as UTF-8.
    pub(super) fn render(
        &self,
        template: &str,
        page: &impl Serialize,
        around: Option<Around>,
        language: usize,
    ) -> Result<Vec<u8>> {
        let mut context = Context::from_serialize(page).context("a page could not be handed to its template")?;
        if let Some(Around(around)) = around {
            context.insert_value("frame", around);
        }
        self.fill(template, context, language)
    }

    fn fill(&self, template: &str, mut context: Context, language: usize) -> Result<Vec<u8>> {
        if let Some(words) = self.words.get(language) {
            context.insert_value("t", words.clone());
        }
        let mut html = Vec::with_capacity(USUAL_PAGE);
        self.tera.render_to(template, &context, &mut html).map_err(|error| {
            let error = self.as_written(template, &context).unwrap_or_else(|| error.into());
            error.context(format!("the template `{template}` failed"))
        })?;
        Ok(html)
    }

    /// The same failure with its place in the file that its author knows: the engine's own templates have
    /// other lines.
    fn as_written(&self, template: &str, context: &Context) -> Option<Error> {
        let tera = as_written(self.theme, self.assets).ok()?;
        tera.render(template, context).err().map(Error::from)
    }
}

/// An engine with the theme's templates as their authors know them.
fn as_written(theme: &Theme, assets: &Paths) -> Result<Tera> {
    load(theme.texts("templates")?, assets)
}

/// An engine with some templates.
fn load(templates: Vec<(&str, impl AsRef<str>)>, assets: &Paths) -> Result<Tera> {
    let mut tera = Tera::default();
    tera.register_filter("safe", safe);
    tera.add_raw_templates(templates).context("the theme's templates cannot be read")?;
    tera.global_context().insert("assets", assets);
    Ok(tera)
}

/// Instead of Tera's own filter, which writes nothing where a field does not exist, and copies what it is given.
fn safe(html: Value, _: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    if html.is_string() {
        return Ok(html.mark_safe());
    }
    Err(tera::Error::message("`| safe` stands behind something that is no HTML: is its name written right?"))
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
