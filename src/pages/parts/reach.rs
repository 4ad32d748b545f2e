//! How somebody is reached: what cannot wait first, then the best way, then the others.

use serde::Serialize;

use super::channel::ChannelView;
use crate::publish::ChannelKind;

/// The ways to reach somebody, in the order in which they are shown.
#[derive(Debug, Serialize)]
pub struct ReachView<'a> {
    /// For what cannot wait: emergencies before all else.
    pub urgent: Vec<ChannelView<'a>>,
    /// The best way for everything else.
    pub best: Option<ChannelView<'a>>,
    /// The other ways, best first.
    pub others: Vec<ChannelView<'a>>,
    /// True where something leads on that can wait, too: only then it says something to be urgent.
    pub apart: bool,
}

impl<'a> ReachView<'a> {
    /// Channels as their author has ordered them, best first; none where there is no channel.
    pub fn new(channels: Vec<ChannelView<'a>>) -> Option<Self> {
        if channels.is_empty() {
            return None;
        }
        let (mut urgent, usual): (Vec<_>, Vec<_>) = channels.into_iter().partition(|channel| channel.urgent);
        urgent.sort_by_key(|channel| channel.kind != ChannelKind::Emergency.word());
        let apart = usual.iter().any(|channel| channel.href.is_some());
        let mut usual = usual.into_iter();
        Some(Self { urgent, best: usual.next(), others: usual.collect(), apart })
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &ChannelView<'a>> {
        self.urgent.iter().chain(&self.best).chain(&self.others)
    }
}
