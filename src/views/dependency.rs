//! Whose help a service needs, and who depends on it.

use serde::Serialize;

use super::phrase::{Entry, Fact, Link, Phrase};
use super::reader::Reader;
use crate::model::{Dependency, Frequency, Service, ServiceId};

/// A service whose answer is needed.
#[derive(Debug, Serialize)]
pub struct DependencyView<'a> {
    /// The service.
    pub service: Link<'a>,
    /// What it is needed for.
    pub needed_for: Option<Phrase<'a>>,
    /// When it promises to be done.
    pub promise: Option<String>,
    /// In how many cases it is needed.
    pub share: Option<String>,
    /// How often.
    pub how_often: Option<Phrase<'a>>,
    /// Whether the work waits for it.
    pub blocking: bool,
    /// What must have answered before.
    pub after: Option<Link<'a>>,
}

/// Whose help a service needs.
pub(super) fn of<'a>(service: &'a Service, reader: Reader<'a>) -> Vec<DependencyView<'a>> {
    service
        .depends_on
        .iter()
        .map(|dependency| {
            let standard = reader.catalog().service(dependency.service).standard(&dependency.standard);
            let resolution = standard.and_then(|standard| Some((standard.resolution.as_ref()?, standard.always)));
            DependencyView {
                service: reader.service(dependency.service),
                needed_for: reader.maybe(&dependency.needed_for),
                promise: resolution.map(|(time, always)| reader.words().duration(reader.span(time.value, always))),
                share: share(dependency, reader),
                how_often: how_often(dependency, reader),
                blocking: dependency.blocking,
                after: dependency.after.map(|after| reader.service(after)),
            }
        })
        .collect()
}

/// Who depends on a service.
pub(super) fn on(service: ServiceId, reader: Reader<'_>) -> Vec<Entry<'_>> {
    let catalog = reader.catalog();
    let entries = catalog
        .dependants(service)
        .filter(|(dependant, _)| catalog.service(*dependant).is_offered())
        .map(|(dependant, dependency)| {
            let mut facts = vec![Fact::link(reader.team(catalog.service(dependant).team))];
            facts.extend(how_often(dependency, reader).map(Fact::phrase));
            Entry { link: reader.service(dependant), summary: reader.maybe(&dependency.needed_for), facts, badge: None }
        })
        .collect();
    reader.sorted(entries)
}

fn share(dependency: &Dependency, reader: Reader<'_>) -> Option<String> {
    let words = reader.words();
    dependency
        .share
        .map(|share| words.format("dependency.share", &[("percent", &words.percent(f64::from(share) / 10.0))]))
}

/// How often a dependency is asked.
fn how_often<'a>(dependency: &'a Dependency, reader: Reader<'a>) -> Option<Phrase<'a>> {
    let word = match dependency.how_often.as_ref()? {
        Frequency::Daily => "daily",
        Frequency::Weekly => "weekly",
        Frequency::Monthly => "monthly",
        Frequency::Yearly => "yearly",
        Frequency::Words(text) => return Some(reader.phrase(text)),
    };
    Some(Phrase::own(reader.words().text(&format!("dependency.{word}"))))
}
