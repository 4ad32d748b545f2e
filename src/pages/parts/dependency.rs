//! Whose help a service needs, and who depends on it.

use serde::Serialize;

use crate::markdown::Html;
use crate::publish::{Dependency, Frequency, Service, ServiceId};
use crate::site::phrase::{Entry, Fact, Link, Phrase, capitalized, html};
use crate::site::reader::Reader;

/// So many of those who depend on a service are shown.
const MOST_DEPENDANTS: usize = 40;

/// A service whose answer is needed.
#[derive(Debug, Serialize)]
pub struct DependencyView<'a> {
    /// The service.
    pub service: Link<'a>,
    /// What it is needed for.
    pub needed_for: Option<Phrase<'a>>,
    /// When it promises to be done and whether the work waits for that, and what must have answered before.
    pub promise: Option<String>,
    /// How often it is needed, and in how many cases.
    pub how_often: Option<Html>,
}

impl DependencyView<'_> {
    /// Whether nothing but the service is known.
    pub(crate) fn is_plain(&self) -> bool {
        self.needed_for.is_none() && self.promise.is_none() && self.how_often.is_none()
    }
}

/// Whose help a service needs.
pub(crate) fn of<'a>(service: &Service<'a>, reader: Reader<'a>) -> Vec<DependencyView<'a>> {
    let view = |dependency: Dependency<'a>| DependencyView {
        service: reader.service(dependency.service.key),
        needed_for: reader.maybe(dependency.needed_for),
        promise: promise(&dependency, reader),
        how_often: how_often_and_share(&dependency, reader),
    };
    service.depends_on.iter().map(view).collect()
}

/// "2 working days. Work waits for it. After Stock data."
pub(super) fn promise(dependency: &Dependency<'_>, reader: Reader<'_>) -> Option<String> {
    let words = reader.words();
    let standard = reader.published().standard_of(dependency.service.key, dependency.standard);
    let resolution = standard.and_then(|standard| Some((*standard.resolution?, standard.is_always())));
    let promise = resolution.map(|(time, always)| {
        let time = capitalized(&reader.takes(time, always));
        let waits = if dependency.blocking { "dependency.blocking" } else { "dependency.not_blocking" };
        format!("{time}. {}.", words.text(waits))
    });
    let after = dependency.after.map(|after| {
        let name = reader.service(after.key).name.text;
        format!("{}.", words.format("dependency.after", &[("name", &name)]))
    });
    let sentences: Vec<String> = promise.into_iter().chain(after).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// "Weekly. In 30% of cases"
fn how_often_and_share<'a>(dependency: &Dependency<'a>, reader: Reader<'a>) -> Option<Html> {
    let (often, share) = (how_often(dependency, reader), share(dependency, reader));
    (often.is_some() || share.is_some()).then(|| {
        html(|markup| {
            if let Some(often) = &often {
                often.push(markup);
            }
            if often.is_some() && share.is_some() {
                markup.text(". ");
            }
            markup.text(share.as_deref().unwrap_or_default());
        })
    })
}

/// Who depends on a service: for what, how often, and whether they wait for it. Of very many, those who
/// ask most often, and how many more there are.
pub(crate) fn on(service: ServiceId, reader: Reader<'_>) -> (Vec<Entry<'_>>, Option<String>) {
    let mut on: Vec<(ServiceId, Dependency<'_>)> = reader.published().dependants(service).collect();
    let hidden = on.len().saturating_sub(MOST_DEPENDANTS);
    if hidden > 0 {
        on.sort_by_key(|(dependant, dependency)| (rank(dependency), *dependant));
        on.truncate(MOST_DEPENDANTS);
    }
    on.sort_by_key(|(dependant, _)| reader.edition.rank(reader.locale(), *dependant));
    let entries =
        on.into_iter().map(|(dependant, dependency)| dependant_entry(dependant, &dependency, reader)).collect();
    let more = (hidden > 0).then(|| reader.words().plural("count.more", hidden as u64, &[]));
    (entries, more)
}

pub(super) fn dependant_entry<'a>(id: ServiceId, dependency: &Dependency<'a>, reader: Reader<'a>) -> Entry<'a> {
    let mut facts = vec![Fact::link(reader.home(reader.published().doer(id)))];
    facts.extend(how_often(dependency, reader).map(Fact::phrase));
    facts.extend(share(dependency, reader).map(Fact::words));
    if dependency.blocking {
        facts.push(Fact::words(reader.words().text("dependency.waits_for_us")));
    }
    Entry { link: reader.service(id), summary: reader.maybe(dependency.needed_for), facts, badge: None }
}

/// The most frequent first.
fn rank(dependency: &Dependency<'_>) -> u8 {
    match dependency.how_often {
        Some(Frequency::Daily) => 0,
        Some(Frequency::Weekly) => 1,
        Some(Frequency::Monthly) => 2,
        Some(Frequency::Yearly) => 3,
        Some(Frequency::Words(_)) => 4,
        None => 5,
    }
}

fn share(dependency: &Dependency<'_>, reader: Reader<'_>) -> Option<String> {
    let words = reader.words();
    dependency.share.map(|share| words.format("dependency.share", &[("percent", &words.percent(share.value()))]))
}

/// How often a dependency is asked.
fn how_often<'a>(dependency: &Dependency<'a>, reader: Reader<'a>) -> Option<Phrase<'a>> {
    let word = match dependency.how_often? {
        Frequency::Daily => "daily",
        Frequency::Weekly => "weekly",
        Frequency::Monthly => "monthly",
        Frequency::Yearly => "yearly",
        Frequency::Words(text) => return Some(reader.phrase(text)),
    };
    Some(Phrase::own(reader.words().text(&format!("dependency.{word}"))))
}
