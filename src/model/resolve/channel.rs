//! Ways to reach somebody.

use super::frame::{Frame, Grounds};
use super::scope::Scope;
use super::{address, anew, desk, phone, value};
use crate::diagnostic::{Diagnostic, Span, Spanned};
use crate::model::channel::{Channel, ChannelTarget};
use crate::model::id::CalendarId;
use crate::model::related_link::Address;
use crate::model::text::Text;
use crate::source::schema::{ChannelDoc, TextDoc};

/// The keys that name a channel's kind.
const KINDS: [&str; 11] =
    ["form", "web", "email", "phone", "chat", "desk", "meeting", "booking", "post", "social", "emergency"];

/// What stands around channels.
pub(super) struct Around<'a> {
    pub(super) frame: &'a Frame,
    pub(super) grounds: Grounds<'a>,
    /// When the channels are open that say nothing themselves.
    pub(super) calendar: Option<CalendarId>,
}

pub(super) fn resolve(docs: Vec<Spanned<ChannelDoc>>, around: &Around<'_>, scope: &mut Scope<'_>) -> Box<[Channel]> {
    let channels: Box<[Channel]> = anew::list(docs, |doc| channel(doc, around, scope));
    for (place, channel) in channels.iter().enumerate() {
        if channels.iter().take(place).any(|other| is_same(other, channel)) {
            scope.report(
                Diagnostic::warning("named-twice", channel.span, "this channel stands twice in the list")
                    .why("readers would wonder which of the two was meant")
                    .help("delete one of the two, or say with `for` what each is for"),
            );
        }
    }
    channels
}

/// Whether nothing tells two channels apart.
fn is_same(one: &Channel, other: &Channel) -> bool {
    let same = |one: Option<&Text>, other: Option<&Text>| match (one, other) {
        (Some(one), Some(other)) => one.reads_as(other),
        (one, other) => one.is_none() && other.is_none(),
    };
    let standard = |channel: &Channel| channel.standard.as_ref().map(|name| name.value.clone());
    one.target.leads_as(&other.target)
        && same(one.label.as_deref(), other.label.as_deref())
        && same(one.best_for.as_ref(), other.best_for.as_ref())
        && one.calendar == other.calendar
        && one.languages == other.languages
        && one.urgent == other.urgent
        && standard(one) == standard(other)
}

fn channel(
    Spanned { value: mut doc, span: group }: Spanned<ChannelDoc>,
    around: &Around<'_>,
    scope: &mut Scope<'_>,
) -> Option<Channel> {
    let span = kind(&doc, group, scope)?;
    let (subject, body) = (doc.subject.take(), doc.body.take());
    check_filled(&doc, [&subject, &body], group, scope);
    if !is_desk(&doc) {
        desk::check_other(&doc, scope);
    }
    let calendar = doc
        .hours
        .as_ref()
        .and_then(|hours| scope.hours(hours))
        .map(|hours| scope.calendar(around.frame.calendar(hours)));
    let mut target = target(&mut doc, subject, body, scope)?;
    let calendar = match &mut target {
        ChannelTarget::Desk(desk) => {
            desk.has_hours = calendar.is_some();
            desk::calendar(desk, calendar.or(around.calendar), around.grounds, scope).or(calendar)
        }
        _ => calendar,
    };
    Some(Channel {
        span,
        target,
        label: scope.maybe_text(doc.label).map(Box::new),
        best_for: scope.maybe_text(doc.best_for),
        calendar,
        languages: value::languages(&doc.languages, scope.diagnostics),
        standard: doc.standard.map(|name| Spanned::new(anew::text(&name), name.span)),
        urgent: doc.urgent.is_some_and(|urgent| urgent.value),
    })
}

/// The place of the one key that names a channel's kind.
fn kind(doc: &ChannelDoc, group: Span, scope: &mut Scope<'_>) -> Option<Span> {
    let mut kinds = kinds(doc);
    kinds.sort_by_key(|(_, span)| span.start);
    match kinds.as_slice() {
        [(_, span)] => Some(*span),
        [] => {
            let empty = KINDS.iter().find_map(|kind| Some((kind, scope.gaps.empty(group, kind)?)));
            // A slip in the channel was reported, and may have been its kind.
            if empty.is_some() || !scope.gaps.any(group) {
                let (at, what) = match empty {
                    Some((kind, at)) => (at, format!("`{kind}:` has nothing behind it")),
                    None => (group, "this channel does not say what it is".to_owned()),
                };
                scope.report(
                    Diagnostic::error("channel-without-kind", at, what).why("a reader could not use it").help(
                        match empty {
                            Some(_) => "write the address behind the colon, or delete the whole channel".to_owned(),
                            None => format!("add one of the keys {}", KINDS.join(", ")),
                        },
                    ),
                );
            }
            None
        }
        [(first, place), (second, other), ..] => {
            scope.report(
                Diagnostic::error(
                    "channel-of-two-kinds",
                    *other,
                    format!("this channel is `{first}` and `{second}` at once"),
                )
                .also(*place, "the first kind")
                .why("each way to reach somebody is shown by itself")
                .help("make two channels of it, each with a `-` of its own"),
            );
            None
        }
    }
}

/// A prefilled subject and body belong to an email.
fn check_filled(doc: &ChannelDoc, filled: [&Option<Box<TextDoc>>; 2], group: Span, scope: &mut Scope<'_>) {
    if doc.email.is_none() {
        for text in filled.into_iter().flatten() {
            scope.report(
                Diagnostic::error(
                    "misplaced-key",
                    text.span().unwrap_or(group),
                    "`subject` and `body` belong to an email channel",
                )
                .why("nothing would be filled in")
                .help("move them to the channel with `email:`, or delete them"),
            );
        }
    }
}

/// A channel that names a place and nothing else is a desk, too.
fn is_desk(doc: &ChannelDoc) -> bool {
    kinds(doc).iter().all(|(kind, _)| *kind == "desk")
}

/// The kinds that a channel names, with their places.
fn kinds(doc: &ChannelDoc) -> Vec<(&'static str, Span)> {
    let kinds = [
        ("form", doc.form.as_ref().and_then(|text| text.span())),
        ("web", doc.web.as_ref().and_then(|text| text.span())),
        ("email", doc.email.as_ref().map(|v| v.span)),
        ("phone", doc.phone.as_ref().map(|v| v.span)),
        ("chat", doc.chat.as_ref().and_then(|text| text.span())),
        ("desk", doc.desk.as_ref().and_then(|text| text.span())),
        ("meeting", doc.meeting.as_ref().and_then(|text| text.span())),
        ("booking", doc.booking.as_ref().and_then(|text| text.span())),
        ("post", doc.post.as_ref().and_then(|text| text.span())),
        ("social", doc.social.as_ref().and_then(|text| text.span())),
        ("emergency", doc.emergency.as_ref().map(|v| v.span)),
    ]
    .into_iter()
    .filter_map(|(kind, span)| Some((kind, span?)));
    let kinds: Vec<_> = kinds.collect();
    match &doc.place {
        Some(place) if kinds.is_empty() => vec![("desk", place.span)],
        _ => kinds,
    }
}

fn target(
    doc: &mut ChannelDoc,
    subject: Option<Box<TextDoc>>,
    body: Option<Box<TextDoc>>,
    scope: &mut Scope<'_>,
) -> Option<ChannelTarget> {
    if let Some(email) = &doc.email {
        let address = address::email(email, scope.diagnostics);
        let mut filled = |text: Option<Box<TextDoc>>| text.and_then(|text| scope.text(*text)).map(Box::new);
        let (subject, body) = (filled(subject), filled(body));
        return Some(ChannelTarget::Email { address: address?, subject, body });
    }
    if is_desk(doc) {
        return desk::resolve(doc, scope).map(ChannelTarget::Desk);
    }
    if let Some(text) = doc.post.take() {
        return scope.text(*text).map(ChannelTarget::Post);
    }
    if let Some(number) = &doc.phone {
        return phone::phone(number, scope.country, scope.diagnostics).map(ChannelTarget::Phone);
    }
    if let Some(number) = &doc.emergency {
        return phone::phone(number, scope.country, scope.diagnostics).map(ChannelTarget::Emergency);
    }
    type Make = fn(Address) -> ChannelTarget;
    let boxed = |address: &mut Option<Box<TextDoc>>| address.take().map(|address| *address);
    let links: [(Option<TextDoc>, Make); 5] = [
        (doc.form.take(), ChannelTarget::Form),
        (boxed(&mut doc.web), ChannelTarget::Web),
        (boxed(&mut doc.meeting), ChannelTarget::Meeting),
        (boxed(&mut doc.booking), ChannelTarget::Booking),
        (boxed(&mut doc.social), ChannelTarget::Social),
    ];
    if let Some(chat) = boxed(&mut doc.chat) {
        return address::by_language(chat, address::chat, scope).map(ChannelTarget::Chat);
    }
    let (address, make) = links.into_iter().find_map(|(address, make)| Some((address?, make)))?;
    address::by_language(address, address::url, scope).map(make)
}
