//! News, stories and ideas.

use chrono::NaiveDate;

use super::article::{first_body, markdown, refuse_beside_original, second_original, with, without_original};
use super::ids::Ids;
use super::scope::Scope;
use super::{anew, value};
use crate::diagnostic::{Diagnostic, Spanned};
use crate::model::id::LocaleId;
use crate::model::news::{Idea, IdeaStatus, News, NewsKind, Story};
use crate::model::text::Text;
use crate::source::schema::{IdeaDoc, IdeaStatusDoc, NewsDoc, NewsKindDoc, StoryDoc, Str, TextDoc};
use crate::source::{MarkdownDoc, Written};

/// All three, each newest first.
pub(super) fn resolve(
    news: Vec<Written<MarkdownDoc<NewsDoc>>>,
    stories: Vec<Written<MarkdownDoc<StoryDoc>>>,
    ideas: Vec<Written<IdeaDoc>>,
    scope: &mut Scope<'_>,
) -> (Vec<News>, Vec<Story>, Vec<Idea>) {
    let mut news = originals(
        news,
        item,
        |item, locale, page, scope| {
            let head = &page.head;
            let lists: [(&str, &[Str]); 3] =
                [("services", &head.services), ("departments", &head.departments), ("aliases", &head.aliases)];
            refuse_beside_original(&lists, head.date.as_ref().or(head.until.as_ref()), scope);
            translate(&mut item.title, &mut item.body, locale, (page.head.title, &page.body), scope);
        },
        (|item: &News| &item.slug, &scope.names.news),
        scope,
    );
    let mut stories = originals(
        stories,
        story,
        |story, locale, page, scope| {
            let head = &page.head;
            let lists: [(&str, &[Str]); 4] = [
                ("teams", &head.teams),
                ("people", &head.people),
                ("services", &head.services),
                ("aliases", &head.aliases),
            ];
            refuse_beside_original(&lists, head.date.as_ref(), scope);
            translate(&mut story.title, &mut story.body, locale, (page.head.title, &page.body), scope);
        },
        (|story: &Story| &story.slug, &scope.names.stories),
        scope,
    );
    let mut ideas: Vec<Idea> = ideas.into_iter().map(|entry| idea(entry, scope)).collect();
    news.sort_by(|a, b| (b.date, &a.slug).cmp(&(a.date, &b.slug)));
    stories.sort_by(|a, b| (b.date, &a.slug).cmp(&(a.date, &b.slug)));
    ideas.sort_by(|a, b| (b.date, &a.slug).cmp(&(a.date, &b.slug)));
    (news, stories, ideas)
}

/// The originals, with their translations added.
fn originals<D, T>(
    pages: Vec<Written<MarkdownDoc<D>>>,
    original: impl Fn(Str, MarkdownDoc<D>, &mut Scope<'_>) -> T,
    translate: impl Fn(&mut T, LocaleId, MarkdownDoc<D>, &mut Scope<'_>),
    (slug, ids): (impl Fn(&T) -> &str, &Ids),
    scope: &mut Scope<'_>,
) -> Vec<T> {
    let mut all: Vec<T> = Vec::new();
    for Written { id, mut doc, .. } in pages {
        match doc.locale.take() {
            None => all.push(original(id, doc, scope)),
            Some(locale) => {
                let Some(locale) = scope.locale(&locale) else { continue };
                match all.last_mut().filter(|entry| slug(entry) == id.value) {
                    Some(_) if scope.is_first(locale) => scope.note_original(second_original(&id, None)),
                    Some(entry) => translate(entry, locale, doc, scope),
                    None if ids.is_unread(&id.value) => {}
                    None => scope.report(without_original(&id)),
                }
            }
        }
    }
    all
}

fn translate(
    title: &mut Text,
    body: &mut Spanned<Text>,
    locale: LocaleId,
    (own_title, own_body): (Option<TextDoc>, &Str),
    scope: &mut Scope<'_>,
) {
    if let Some(text) = own_title.and_then(|title| scope.text(title))
        && let Some((_, own)) = text.written().find(|(of, _)| *of == locale).or_else(|| text.written().next())
    {
        *title = with(title, locale, own.clone());
    }
    body.value = with(body, locale, markdown(own_body));
}

fn item(id: Str, MarkdownDoc { head, body, .. }: MarkdownDoc<NewsDoc>, scope: &mut Scope<'_>) -> News {
    let date = required_date(head.date.as_ref(), &id, scope);
    let until = head.until.as_ref().and_then(|until| value::date(until, scope.diagnostics));
    if let (Some(date), Some(until)) = (date, &until)
        && until.value < date
    {
        scope.report(
            Diagnostic::error(
                "reversed-dates",
                until.span,
                format!("this ends on {} before it begins on {date}", until.value),
            )
            .why("it would never be shown")
            .help("exchange the two dates, or correct the year"),
        );
    }
    News {
        title: scope.name(head.title, "title", (&id, id.span), "news item"),
        kind: match head.kind {
            Some(NewsKindDoc::Change) => NewsKind::Change,
            Some(NewsKindDoc::Outage) => NewsKind::Outage,
            None | Some(NewsKindDoc::Notice) => NewsKind::Notice,
        },
        date,
        until: until.map(|until| until.value),
        services: scope.names.services.find_all(&head.services, scope.diagnostics),
        departments: scope.names.departments.find_all(&head.departments, scope.diagnostics),
        body: first_body(&body),
        aliases: anew::texts(&head.aliases),
        span: id.span,
        slug: anew::text(&id),
    }
}

fn story(id: Str, MarkdownDoc { head, body, .. }: MarkdownDoc<StoryDoc>, scope: &mut Scope<'_>) -> Story {
    Story {
        date: required_date(head.date.as_ref(), &id, scope),
        title: scope.name(head.title, "title", (&id, id.span), "story"),
        teams: scope.teams(&head.teams),
        people: scope.names.people.find_all(&head.people, scope.diagnostics),
        services: scope.names.services.find_all(&head.services, scope.diagnostics),
        body: first_body(&body),
        aliases: anew::texts(&head.aliases),
        span: id.span,
        slug: anew::text(&id),
    }
}

fn idea(Written { id, group, doc }: Written<IdeaDoc>, scope: &mut Scope<'_>) -> Idea {
    Idea {
        title: scope.name(doc.title, "title", (&id, group), "idea"),
        from: doc.from.as_ref().and_then(|team| scope.team(team)),
        about: doc.about.as_ref().and_then(|service| scope.names.services.find(service, scope.diagnostics)),
        status: match doc.status {
            None | Some(IdeaStatusDoc::Proposed) => IdeaStatus::Proposed,
            Some(IdeaStatusDoc::Trying) => IdeaStatus::Trying,
            Some(IdeaStatusDoc::Adopted) => IdeaStatus::Adopted,
            Some(IdeaStatusDoc::Declined) => IdeaStatus::Declined,
        },
        outcome: scope.maybe_text(doc.outcome),
        date: doc.date.as_ref().and_then(|date| value::date(date, scope.diagnostics)).map(|date| date.value),
        aliases: anew::texts(&doc.aliases),
        span: id.span,
        slug: anew::text(&id),
    }
}

fn required_date(written: Option<&Str>, id: &Str, scope: &mut Scope<'_>) -> Option<NaiveDate> {
    match written {
        Some(written) => value::date(written, scope.diagnostics).map(|date| date.value),
        None => {
            let at = scope.missing(id.span, "date", id.span)?;
            scope.report(
                Diagnostic::error("missing-key", at, "`date` is missing here")
                    .why("without it nobody can tell what is new")
                    .help("add `date: 2026-11-21`"),
            );
            None
        }
    }
}
