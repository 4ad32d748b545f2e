//! Articles: an original and its translations become one entry.

use super::scope::Scope;
use super::{anew, value};
use crate::diagnostic::{Diagnostic, Span, Spanned};
use crate::model::article::Article;
use crate::model::id::{DepartmentId, LocaleId};
use crate::model::text::{Text, TextList};
use crate::source::schema::{ArticleDoc, Str};
use crate::source::{MarkdownDoc, Written, WrittenIn};

pub(super) fn resolve(articles: Vec<WrittenIn<MarkdownDoc<ArticleDoc>>>, scope: &mut Scope<'_>) -> Vec<Article> {
    let mut resolved: Vec<Article> = Vec::new();
    for WrittenIn { department, entry } in articles {
        let Written { id, doc: MarkdownDoc { locale, head, body }, .. } = entry;
        let Some(department) = scope.names.departments.get(&department) else { continue };
        match locale {
            None => resolved.push(original(id, head, &body, department, scope)),
            Some(locale) => {
                let Some(locale) = scope.locale(&locale) else { continue };
                match resolved.last_mut().filter(|article| *article.slug == *id.value) {
                    Some(article) if scope.is_first(locale) => {
                        scope.note_original(second_original(&id, Some(article.span)))
                    }
                    Some(article) => translate(article, locale, head, &body, scope),
                    None if scope.names.articles.is_unread(&id.value) => {}
                    None => scope.report(without_original(&id)),
                }
            }
        }
    }
    resolved
}

fn original(id: Str, doc: ArticleDoc, body: &Str, department: DepartmentId, scope: &mut Scope<'_>) -> Article {
    Article {
        department,
        title: scope.name(doc.title, "title", (&id, id.span), "article"),
        summary: scope.maybe_text(doc.summary),
        services: scope.names.services.find_all(&doc.services, scope.diagnostics),
        asked_as: scope.text_list(doc.asked_as),
        keywords: scope.text_list(doc.keywords),
        reviewed: doc.reviewed.as_ref().and_then(|date| value::date(date, scope.diagnostics)),
        body: first_body(body),
        aliases: anew::texts(&doc.aliases),
        span: id.span,
        slug: anew::text(&id),
    }
}

fn translate(article: &mut Article, locale: LocaleId, doc: ArticleDoc, body: &Str, scope: &mut Scope<'_>) {
    refuse_beside_original(&[("services", &doc.services), ("aliases", &doc.aliases)], doc.reviewed.as_ref(), scope);
    if let Some(title) = doc.title {
        add(&mut article.title, locale, scope.text(title));
    }
    if let (Some(summary), Some(whole)) = (doc.summary, article.summary.as_mut()) {
        add(whole, locale, scope.text(summary));
    }
    add_list(&mut article.asked_as, locale, &scope.text_list(doc.asked_as));
    add_list(&mut article.keywords, locale, &scope.text_list(doc.keywords));
    article.body.value = with(&article.body, locale, markdown(body));
}

/// A translation says only what reads differently in its language; what is said of the whole would be
/// lost in it.
pub(super) fn refuse_beside_original(lists: &[(&str, &[Str])], date: Option<&Str>, scope: &mut Scope<'_>) {
    let lists = lists.iter().filter_map(|(key, list)| Some((*key, list.first()?)));
    for (key, value) in lists.chain(date.map(|date| ("dates", date))) {
        scope.report(
            Diagnostic::error(
                "misplaced-key",
                value.span,
                format!("{key} belong to the original, not to its translation"),
            )
            .why("nothing would come of it")
            .help("move it to the file of the first language, or delete it"),
        );
    }
}

/// Puts a translation's list in place of what the original says in that language.
fn add_list(whole: &mut TextList, locale: LocaleId, list: &TextList) {
    let said = |language| {
        let own = list.written().filter(move |(of, ..)| *of == language);
        own.map(|(_, text, span)| Spanned::new(Box::from(text), span)).collect::<Vec<Spanned<Box<str>>>>()
    };
    // In a translation, a list without languages is in that file's own.
    let own = Some(said(locale)).filter(|own| !own.is_empty()).unwrap_or_else(|| said(LocaleId::FIRST));
    if own.is_empty() {
        return;
    }
    let mut lists: Vec<(LocaleId, Vec<Spanned<Box<str>>>)> = vec![(locale, own)];
    for (of, text, span) in whole.written().filter(|(of, ..)| *of != locale) {
        match lists.iter_mut().find(|(language, _)| *language == of) {
            Some((_, items)) => items.push(Spanned::new(text.into(), span)),
            None => lists.push((of, vec![Spanned::new(text.into(), span)])),
        }
    }
    *whole = TextList::new(lists);
}

/// Adds what a translation says in the place where a single text stands for its own language.
fn add(whole: &mut Text, locale: LocaleId, text: Option<Text>) {
    if let Some(text) = text
        && let Some((_, own)) = text.written().find(|(of, _)| *of == locale).or_else(|| text.written().next())
    {
        *whole = with(whole, locale, own.clone());
    }
}

/// A text with one more version, in place of an earlier one.
pub(super) fn with(whole: &Text, locale: LocaleId, version: Spanned<Box<str>>) -> Text {
    let others = whole.written().filter(|(of, _)| *of != locale).cloned();
    Text::new(others.chain([(locale, version)]).collect())
}

/// The body of an original.
pub(super) fn first_body(body: &Str) -> Spanned<Text> {
    Spanned::new(Text::new(vec![(LocaleId::FIRST, markdown(body))]), body.span)
}

/// A body as it stands in its file, byte for byte.
pub(super) fn markdown(body: &Str) -> Spanned<Box<str>> {
    Spanned::new(body.value.as_str().into(), body.span)
}

/// For a translation into the language of the original.
pub(super) fn second_original(id: &Str, original: Option<Span>) -> Diagnostic {
    let what = format!("`{}.md` is in this language already, the company's first one", id.value);
    let diagnostic = Diagnostic::error("duplicate-id", id.span, what);
    let diagnostic = original
        .into_iter()
        .fold(diagnostic, |diagnostic, first| diagnostic.label("again here").also(first, "first here"));
    diagnostic
        .why("only one of the two could be shown, and nobody could tell which")
        .help("delete one of the two, or give this one the language in which it is written")
}

pub(super) fn without_original(id: &Str) -> Diagnostic {
    Diagnostic::error(
        "translation-without-original",
        id.span,
        format!("this is a translation of `{0}.md`, which does not exist", id.value),
    )
    .why("readers of the other languages would find nothing")
    .help(format!("write `{}.md` in the company's first language beside it", id.value))
}
