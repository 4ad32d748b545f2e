//! `catalog.yaml` → [`Company`].

use chrono_tz::Tz;

use super::scope::Scope;
use super::{address, anew, field, level, region, special_day, standard, value, zone};
use crate::diagnostic::{Diagnostic, FileId, Span, Spanned};
use crate::model::company::{Audience, Chat, Company, Privacy, Term};
use crate::model::id::{LocaleId, ServiceId};
use crate::model::text::Text;
use crate::source::schema::{AudienceDoc, ChatDoc, CompanyDoc, CrawlersDoc, GlossaryDoc, PrivacyDoc, Str, TextDoc};

/// The version of the format that this program reads.
const FORMAT: u32 = 1;

pub(super) fn resolve(doc: Option<CompanyDoc>, file: FileId, scope: &mut Scope<'_>) -> Company {
    if let Some(doc) = &doc {
        check_name(doc, file, scope);
    }
    let doc = doc.unwrap_or_default();
    if let Some(format) = doc.format.filter(|format| format.value != FORMAT) {
        scope.report(
            Diagnostic::error("unsupported-format", format.span, format!("this catalog is in format {}", format.value))
                .why("a newer format may mean other things by the same keys")
                .help(format!("this program reads format {FORMAT}: write `format: {FORMAT}`, or use a newer luukku")),
        );
    }
    // The first of the hours that all share are the company's own.
    let own_hours = doc.hours.0.iter().find_map(|(name, _)| scope.shared_hours.items.get(&name.value)?.1.clone().ok());
    let zone = doc
        .time_zone
        .as_ref()
        .and_then(|zone| zone::zone(zone, doc.country.as_ref(), scope.diagnostics))
        .unwrap_or(Tz::UTC);
    let country = region::resolve(doc.country.as_ref(), doc.subdivision.as_ref(), None, scope.diagnostics);
    let days = special_day::Days { closed: &doc.closed_days, short: &doc.short_days };
    let special_days = special_day::resolve(days, scope).into_iter().collect();
    let base_url = doc.base_url.as_ref().and_then(|url| address::site_url(url, scope.diagnostics));
    let audiences = doc.audiences.0.into_iter().map(|(id, audience)| self::audience(id, audience, scope)).collect();
    let external_customer = doc.external_customer.map(|doc| {
        let span = doc.value.name.as_ref().and_then(TextDoc::span).unwrap_or(doc.span);
        let id = Spanned::new("external_customer".to_owned(), span);
        Audience { slug: "".into(), ..self::audience(id, doc, scope) }
    });
    let standards = standard::shared(doc.standards, scope);
    Company {
        name: scope.maybe_text(doc.name).unwrap_or_else(|| nameless(file)),
        summary: scope.maybe_text(doc.summary),
        locales: scope.languages.items.clone(),
        zone,
        names_zone: doc.time_zone.is_some(),
        country,
        hours: own_hours,
        special_days,
        day_names: Box::default(),
        base_url,
        standards,
        audiences,
        external_customer,
        review_every: doc.review_every.as_ref().and_then(|every| value::interval(every, scope.diagnostics)),
        privacy: privacy(doc.privacy),
        levels: level::rules(doc.checks),
        feedback: filled(doc.feedback, address::SERVICE, scope),
        ideas: filled(doc.ideas, address::SERVICE, scope),
        file,
        edit: filled(doc.edit, address::PATH, scope),
        history: filled(doc.history, address::PATH, scope),
        fields: field::declared(doc.fields, scope),
        chat: doc.chat.map(|doc| chat(doc, scope)),
        crawlers: doc.crawlers == Some(CrawlersDoc::Allow),
        home: home(&doc.home, scope),
        glossary: doc.glossary.into_iter().filter_map(|entry| term(entry, scope)).collect(),
    }
}

/// What a company is called that does not say it, which has been reported.
fn nameless(file: FileId) -> Text {
    Text::new(vec![(LocaleId::FIRST, Spanned::new("Company".into(), Span::top(file)))])
}

/// The services that stand first on the first page, each where it is written.
fn home(written: &[Str], scope: &mut Scope<'_>) -> Vec<Spanned<ServiceId>> {
    value::report_doubles(written, scope.diagnostics);
    let service = |id: &Str| Some(Spanned::new(scope.names.services.find(id, scope.diagnostics)?, id.span));
    written.iter().filter_map(service).collect()
}

/// Where the company chats.
fn chat(doc: ChatDoc, scope: &mut Scope<'_>) -> Chat {
    Chat {
        name: scope.maybe_text(doc.name),
        channel: filled(doc.channel, address::NAME, scope),
        person: filled(doc.person, address::NAME, scope),
    }
}

fn term(doc: GlossaryDoc, scope: &mut Scope<'_>) -> Option<Term> {
    Some(Term { term: scope.text(doc.term)?, meaning: scope.text(doc.meaning)? })
}

fn filled(link: Option<Str>, filling: address::Filling, scope: &mut Scope<'_>) -> Option<Box<str>> {
    link.and_then(|link| address::filled_url(&link, filling, scope.diagnostics))
}

fn privacy(doc: Option<PrivacyDoc>) -> Privacy {
    match doc {
        None | Some(PrivacyDoc::Full) => Privacy::Full,
        Some(PrivacyDoc::Names) => Privacy::Names,
        Some(PrivacyDoc::Roles) => Privacy::Roles,
    }
}

/// The company must say what it is called.
fn check_name(doc: &CompanyDoc, file: FileId, scope: &mut Scope<'_>) {
    let top = Span::top(file);
    if doc.name.as_ref().is_some_and(|name| name.span().is_some()) {
        return;
    }
    let Some(at) = scope.missing(top, "name", top) else { return };
    scope.report(
        Diagnostic::error("missing-name", at, "the company has no `name`")
            .why("every page bears it")
            .help("add `name: ...` to catalog.yaml"),
    );
}

fn audience(id: Str, doc: Spanned<AudienceDoc>, scope: &mut Scope<'_>) -> Audience {
    Audience {
        name: scope.name(doc.value.name, "name", (&id, doc.span), "audience"),
        summary: scope.maybe_text(doc.value.summary),
        span: id.span,
        slug: anew::text(&id),
    }
}
