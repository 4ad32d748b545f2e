//! News as they stand on a page.

use chrono::TimeDelta;
use serde::Serialize;

use crate::publish::{News, NewsKind};
use crate::site::phrase::{Link, Passage, Phrase};
use crate::site::reader::Reader;

/// So long news are shown that do not say until when.
const SHOWN: TimeDelta = TimeDelta::days(30);

/// A change, an outage or a notice.
#[derive(Debug, Serialize)]
pub struct NewsView<'a> {
    /// True where something does not work.
    pub is_outage: bool,
    /// The heading.
    pub title: Phrase<'a>,
    /// The day, ISO 8601.
    pub date: Option<String>,
    /// The day in words.
    pub day: Option<String>,
    /// The text.
    pub body: Passage<'a>,
    /// The services that it is about.
    pub services: Vec<Link<'a>>,
}

/// The news of the day, the newest first.
pub(crate) fn of_today(reader: Reader<'_>) -> Vec<NewsView<'_>> {
    let today = reader.published().today();
    let is_shown = |news: &News<'_>| {
        let begun = news.date.is_none_or(|date| date <= today);
        let until = news.until.or_else(|| news.date?.checked_add_signed(SHOWN));
        begun && until.is_none_or(|until| today <= until)
    };
    let shown = reader.published().news().iter().filter(is_shown);
    (1..).zip(shown).map(|(number, news)| view(&news, number, reader)).collect()
}

fn view<'a>(news: &News<'a>, number: usize, reader: Reader<'a>) -> NewsView<'a> {
    NewsView {
        is_outage: news.kind == NewsKind::Outage,
        title: reader.phrase(news.title),
        date: news.date.map(|date| date.to_string()),
        day: news.date.map(|date| reader.words().date_short(date)),
        body: reader.passage(news.body, &format!("news-{number}")),
        services: news.services.iter().map(|service| reader.service(service.key)).collect(),
    }
}
