//! What people want to do, as they say it: services by kinds of needs, for readers whose browser does not search.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::everyday::EverydayWords;
use super::part::Share;
use crate::i18n::Words;
use crate::publish::{LocaleId, Published, ServiceId};

/// The kinds, in the order of the page: the name in addresses, the words for it, and the words by which phrases of the
/// kind are known. These are tried in the order of the last column; a phrase is of the first kind that fits.
const KINDS: &[(&str, &str, &str, usize)] = &[
    ("get", "needs.get", "needs.get_by", 6),
    ("mend", "needs.mend", "needs.mend_by", 1),
    ("tell", "needs.tell", "needs.tell_by", 2),
    ("change", "needs.change", "needs.change_by", 3),
    ("book", "needs.book", "needs.book_by", 4),
    ("pay", "needs.pay", "needs.pay_by", 5),
    ("ask", "needs.ask", "needs.ask_by", 0),
    ("else", "needs.else", "", usize::MAX),
];

/// The kind of what fits no other.
const ELSE: usize = KINDS.len() - 1;

/// The kind that is known by a phrase's first word.
const ASK: usize = ELSE - 1;

/// With more services than this, each counted once for each of its kinds, every kind has a page of its own.
const SERVICES_ON_A_PAGE: usize = 400;

/// Where the kind is known of less than this part of the services, the page would be a list of all.
const LEAST_KNOWN: usize = 4;

/// At most so many services of a kind stand on one page.
const SERVICES_IN_A_PART: usize = 200;

/// A part of the page: the services of a kind, or some of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NeedPart {
    /// The place of the kind in the list.
    pub kind: u8,
    /// Which of the kind's parts.
    pub share: Share,
}

impl NeedPart {
    /// The name of its file.
    pub(super) fn file(self) -> Cow<'static, str> {
        self.share.file(KINDS.get(usize::from(self.kind)).map_or("else", |kind| kind.0).into())
    }
}

/// A kind of needs.
#[derive(Debug)]
pub(crate) struct Need<'a> {
    /// Its place in the list.
    pub(crate) kind: u8,
    /// What people want to do.
    pub(crate) title: String,
    /// The services that help, by name, each with what is said.
    pub(crate) services: Vec<Helping<'a>>,
}

/// A service that helps, with what is said by those who need it.
pub(crate) type Helping<'a> = (ServiceId, Vec<Cow<'a, str>>);

impl Need<'_> {
    /// The name of its place on the page.
    pub(crate) fn anchor(&self) -> &'static str {
        KINDS.get(usize::from(self.kind)).map_or("", |kind| kind.0)
    }
}

/// All kinds that have services.
pub(crate) fn needs<'a>(
    published: &'a Published<'a>,
    (services, everyday): (&[ServiceId], &EverydayWords<'_>),
    locale: LocaleId,
    words: &Words<'_>,
) -> Vec<Need<'a>> {
    let sayings = everyday.sayings(locale);
    let by: Vec<Cow<'_, str>> = KINDS[..ELSE].iter().map(|(_, _, by, _)| words.text(by)).collect();
    let known_by = Known::all(&by);
    let mut of_kinds: Vec<Vec<Helping<'a>>> = KINDS.iter().map(|_| Vec::new()).collect();
    for id in services {
        let service = published.service(*id);
        let mut said: BTreeMap<usize, Vec<Cow<'a, str>>> = BTreeMap::new();
        for text in service.asked_as.get(locale) {
            said.entry(kind(text, &known_by)).or_default().push((&**text).into());
        }
        // Of the shipped table only what says what is wanted.
        for text in sayings.get(id).into_iter().flatten() {
            let kind = kind(text, &known_by);
            if kind < ASK {
                said.entry(kind).or_default().push((*text).to_owned().into());
            }
        }
        if said.is_empty() {
            said.insert(kind(&service.name.str(locale), &known_by), Vec::new());
        }
        for (kind, said) in said {
            of_kinds[kind].push((*id, said));
        }
    }
    let all: usize = of_kinds.iter().map(Vec::len).sum();
    if (all - of_kinds[ELSE].len()) * LEAST_KNOWN < all {
        return Vec::new();
    }
    let numbered = (0u8..).zip(KINDS).zip(of_kinds).filter(|(_, services)| !services.is_empty());
    numbered.map(|((kind, row), services)| Need { kind, title: words.text(row.1).into(), services }).collect()
}

/// The words by which phrases of a kind are known.
struct Known<'w> {
    kind: usize,
    by: Vec<By<'w>>,
}

/// A word by which a kind is known; in the files, `*` stands for any letters at its beginning or its end.
enum By<'w> {
    Begin(&'w str),
    End(&'w str),
    Whole(&'w str),
}

impl<'w> Known<'w> {
    /// Those of all kinds but the last, in the order in which they are tried.
    fn all(by: &'w [Cow<'_, str>]) -> Vec<Self> {
        let known =
            |(kind, by): (usize, &'w Cow<'_, str>)| Self { kind, by: by.split_whitespace().map(By::new).collect() };
        let mut all: Vec<Self> = by.iter().enumerate().map(known).collect();
        all.sort_by_key(|known| KINDS[known.kind].3);
        all
    }
}

impl<'w> By<'w> {
    fn new(by: &'w str) -> Self {
        match (by.strip_suffix('*'), by.strip_prefix('*')) {
            (Some(begin), _) => Self::Begin(begin),
            (None, Some(end)) => Self::End(end),
            (None, None) => Self::Whole(by),
        }
    }

    fn fits(&self, word: &str) -> bool {
        match self {
            Self::Begin(begin) => word.starts_with(begin),
            Self::End(end) => word.len() > end.len() && word.ends_with(end),
            Self::Whole(whole) => word == *whole,
        }
    }
}

/// The kind of what somebody says.
fn kind(said: &str, known_by: &[Known<'_>]) -> usize {
    let said = said.to_lowercase();
    let words: Vec<&str> = said.split(|letter: char| !letter.is_alphanumeric() && letter != '\'').collect();
    let fits = |known: &&Known<'_>| {
        let looked_at = if known.kind == ASK { &words[..1] } else { &*words };
        looked_at.iter().any(|word| known.by.iter().any(|by| by.fits(word)))
    };
    known_by.iter().find(fits).map_or(ELSE, |known| known.kind)
}

/// The parts of the page; none where all stands on one.
pub(crate) fn parts(needs: &[Need<'_>]) -> Vec<NeedPart> {
    if needs.iter().map(|need| need.services.len()).sum::<usize>() <= SERVICES_ON_A_PAGE {
        return Vec::new();
    }
    let parts = |need: &Need<'_>| {
        let kind = need.kind;
        Share::all(need.services.len(), SERVICES_IN_A_PART).map(move |share| NeedPart { kind, share })
    };
    needs.iter().flat_map(parts).collect()
}
