//! Response standards: the company's shared ones and each service's own.

use std::borrow::Cow;
use std::collections::HashSet;

use super::id_form::key_of;
use super::known::{Known, Listed};
use super::scope::Scope;
use super::{anew, turnaround, value};
use crate::diagnostic::{Diagnostic, Spanned, folded};
use crate::model::id::{CalendarId, ServiceId};
use crate::model::service::Service;
use crate::model::standard::Standard;
use crate::source::schema::{ClockDoc, Keyed, StandardDoc, StandardsDoc, Str};

/// The standards of the company, or of a service.
pub(super) type Standards<'a> = Listed<Cow<'a, [Standard]>>;

impl Standards<'_> {
    /// These, and before them those of a team or department.
    pub(super) fn with<'s>(&'s self, own: &[Standard]) -> Standards<'s> {
        let items = match own {
            [] => Cow::Borrowed(&*self.items),
            own => own.iter().chain(&*self.items).cloned().collect(),
        };
        Listed { items, complete: self.complete }
    }
}

/// Services that may promise more than is known, because a mistake was reported in their standards.
#[derive(Default)]
pub(super) struct Unsure(pub(super) HashSet<ServiceId>);

impl Unsure {
    /// The standard of a name that a service has.
    pub(super) fn look_up<'s>(&self, (id, service): (ServiceId, &'s Service), name: &str) -> Known<&'s Standard> {
        service.standard(name).map_or(Known::Absent, Known::Is).unless(self.0.contains(&id))
    }
}

/// The company's standards.
pub(super) fn shared(docs: Keyed<StandardDoc>, scope: &mut Scope<'_>) -> Vec<Standard> {
    anew::list(docs.0, |(urgency, doc)| Some(standard(&urgency, doc.value, None, scope))).into()
}

/// A service's standards, `normal` first.
pub(super) fn resolve(docs: StandardsDoc, shared: &Standards<'_>, scope: &mut Scope<'_>) -> Box<[Standard]> {
    let mut standards: Box<[Standard]> = match docs {
        StandardsDoc::Named(names) => anew::list(names, |name| named(&name, shared, scope)),
        StandardsDoc::Own(own) => anew::list(own.0, |(urgency, doc)| {
            let default = shared.items.iter().find(|standard| *standard.urgency == *urgency.value);
            Some(standard(&urgency, doc.value, default, scope))
        }),
    };
    standards.sort_by_key(|standard| &*standard.urgency != Standard::NORMAL);
    standards
}

/// Standards whose times run by somebody's hours.
pub(super) fn by(calendar: Option<CalendarId>, mut standards: Box<[Standard]>) -> Box<[Standard]> {
    standards.iter_mut().for_each(|standard| standard.calendar = calendar);
    standards
}

fn named(name: &Str, shared: &Standards<'_>, scope: &mut Scope<'_>) -> Option<Standard> {
    let found = shared.look_up(|all| all.iter().find(|standard| *standard.urgency == *name.value));
    if let Known::Absent = found {
        let diagnostic =
            Diagnostic::error("unknown-standard", name.span, format!("the company has no standard `{}`", name.value))
                .why("without it nobody can tell when the answer comes");
        let otherwise =
            "add it to `standards` in catalog.yaml, or write the times here: `normal: {first_response: 4h}`";
        scope.report(with_meant(diagnostic, &name.value, &shared.items, otherwise));
    }
    found.ok().map(|standard| Standard { span: name.span, ..standard.clone() })
}

/// The urgency that was meant by what readers call it.
pub(super) fn called<'s>(name: &str, standards: &'s [Standard]) -> Option<&'s str> {
    let is_called = |standard: &&Standard| {
        let names = standard.name.iter().flat_map(|text| text.written());
        names.into_iter().any(|(_, text)| folded(text) == folded(name))
    };
    standards.iter().find(is_called).map(|standard| &*standard.urgency)
}

/// A finding about an urgency that nobody has, with the one that was meant.
pub(super) fn with_meant(diagnostic: Diagnostic, name: &str, standards: &[Standard], otherwise: &str) -> Diagnostic {
    let span = diagnostic.primary.span;
    match called(name, standards) {
        Some(meant) => diagnostic.help(format!("write its id: `{meant}`")).replace(span, meant),
        None => diagnostic.did_you_mean(name, standards.iter().map(|standard| &*standard.urgency), otherwise),
    }
}

/// Reports a key that is words for readers.
fn check_urgency(urgency: &Str, scope: &mut Scope<'_>) {
    let Some(key) = key_of(&urgency.value) else { return };
    let what = format!("`{}` cannot be the id of a standard", urgency.value);
    scope.report(
        Diagnostic::error("invalid-id", urgency.span, what)
            .why("channels, figures and other services name it by its id")
            .help(format!("write what readers call it as its name: `{key}: {{name: {}, ...}}`", urgency.value)),
    );
}

fn standard(urgency: &Str, doc: StandardDoc, default: Option<&Standard>, scope: &mut Scope<'_>) -> Standard {
    check_urgency(urgency, scope);
    let always = doc.clock.map_or(default.is_some_and(|d| d.always), |clock| clock == ClockDoc::Always);
    let first_response = turnaround::promised(doc.first_response.as_ref(), always, scope);
    let resolution = turnaround::promised(doc.resolution.as_ref(), always, scope);
    let own_time = |time: Option<Spanned<_>>, shared: Option<Spanned<_>>, scope: &mut Scope<'_>| {
        turnaround::of_an_opening_day(time.or(shared), (always, urgency.span), scope.diagnostics)
    };
    let share =
        |written: Option<&Str>, scope: &mut Scope<'_>| written.and_then(|share| value::share(share, scope.diagnostics));
    Standard {
        span: urgency.span,
        urgency: anew::text(urgency),
        name: scope.maybe_text(doc.name).or_else(|| default.and_then(|d| d.name.clone())),
        first_response: own_time(first_response, default.and_then(|d| d.first_response.clone()), scope),
        resolution: own_time(resolution, default.and_then(|d| d.resolution.clone()), scope),
        target: share(doc.target.as_ref(), scope).or(default.and_then(|d| d.target)),
        always,
        calendar: None,
        on_call: None,
        when: scope.maybe_text(doc.when).or_else(|| default.and_then(|d| d.when.clone())),
        handling: value::maybe_duration(doc.handling.as_deref(), scope.diagnostics)
            .map(|time| time.value)
            .or(default.and_then(|d| d.handling)),
        first_contact: share(doc.first_contact.as_deref(), scope).or(default.and_then(|d| d.first_contact)),
        satisfaction: doc
            .satisfaction
            .and_then(|grade| value::grade(&grade, scope.diagnostics))
            .or(default.and_then(|d| d.satisfaction)),
    }
}
