//! What a page is about, and where it lives, as the table of pages says.

use std::borrow::Cow;

use super::letters::LetterPart;
use super::needs::NeedPart;
use super::part::Part;
use super::table::table_of_pages;
use crate::publish::{
    ArticleId, AudienceId, DepartmentId, EntryId, Feed, JourneyId, PersonId, PlaceId, Published, ServiceId, TeamId,
};

/// What the table says of a kind of page, whatever the catalog.
#[derive(Clone, Copy, Debug)]
pub struct PageKind {
    /// Its name.
    pub name: &'static str,
    /// The template, in the theme's `templates/pages`.
    pub template: &'static str,
    /// The group of the theme's words with its title and lead; none where an entry of the catalog has them.
    pub words: Option<&'static str>,
    /// What leads to it from everywhere.
    pub doors: &'static [Door],
}

/// Where the ways to the pages that are no entry's stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// The bar at the top of every page.
    Bar,
    /// The menu behind it.
    More,
    /// The first page.
    Home,
    /// The page for an address that leads nowhere.
    Lost,
}

macro_rules! kind {
    ($place:ident, $template:literal, $words:expr, [$($door:ident),*]) => {
        PageKind {
            name: stringify!($place),
            template: concat!("pages/", $template),
            words: $words,
            doors: &[$(Door::$door),*],
        }
    };
}

macro_rules! places {
    ($($(#[$doc:meta])* $place:ident $(($of:ident: $type:ty))? {
        view: $($view:ident)::+, $template:literal;
        file: $file:expr;
        there: $there:expr;
        words: $words:expr, [$($door:ident),*];
    })*) => {
        /// What a page is about, whatever its language.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Place {
            $($(#[$doc])* $place $(($type))?,)*
        }

        impl Place {
            /// All kinds, in the order of the table.
            pub const KINDS: &[PageKind] = &[$(kind!($place, $template, $words, [$($door),*])),*];

            /// What the table says of pages of its kind.
            pub fn kind(self) -> &'static PageKind {
                match self {
                    $(Self::$place { .. } => const { &kind!($place, $template, $words, [$($door),*]) },)*
                }
            }

            /// The folder below the language's, empty or ending in a slash, and the file's name in it.
            pub(super) fn file<'a>(self, published: &'a Published<'a>) -> File<'a> {
                match self {
                    $(Self::$place $(($of))? => of(published, $file),)*
                }
            }
        }
    };
}

table_of_pages!(places);

/// A folder, and the name of a file in it.
type File<'a> = (&'static str, Cow<'a, str>);

/// Lets a closure in the table borrow from what is published.
fn of<'a>(published: &'a Published<'a>, file: impl FnOnce(&'a Published<'a>) -> File<'a>) -> File<'a> {
    file(published)
}

/// The file of a page that is split by departments where it is too long.
fn part_file<'a>(
    whole: &'static str,
    folder: &'static str,
    part: Option<Part>,
    published: &'a Published<'a>,
) -> File<'a> {
    part.map_or(("", whole.into()), |part| (folder, part.file(published)))
}

impl From<EntryId> for Place {
    fn from(entry: EntryId) -> Self {
        match entry {
            EntryId::Service(id) => Self::Service(id),
            EntryId::Team(id) => Self::Team(id),
            EntryId::Department(id) => Self::Department(id),
            EntryId::Person(id) => Self::Person(id),
            EntryId::Article(id) => Self::Article(id),
            EntryId::Journey(id) => Self::Journey(id),
            EntryId::Place(id) => Self::Workplace(id),
        }
    }
}

impl Place {
    /// The entry whose page it is.
    pub fn entry(self) -> Option<EntryId> {
        match self {
            Self::Service(id) => Some(EntryId::Service(id)),
            Self::Team(id) => Some(EntryId::Team(id)),
            Self::Department(id) => Some(EntryId::Department(id)),
            Self::Person(id) => Some(EntryId::Person(id)),
            Self::Article(id) => Some(EntryId::Article(id)),
            Self::Journey(id) => Some(EntryId::Journey(id)),
            Self::Workplace(id) => Some(EntryId::Place(id)),
            _ => None,
        }
    }

    /// The page that says the same in another language: letters differ between alphabets, and there people say
    /// other things.
    pub fn elsewhere(self) -> Self {
        match self {
            Self::AToZ(_) => Self::AToZ(None),
            Self::Needs(_) => Self::Needs(None),
            Self::People(_) => Self::People(None),
            other => other,
        }
    }

    /// The whole, of which it is a part; `None` for a page that is no part.
    pub fn whole(self) -> Option<Self> {
        match self {
            Self::AToZ(Some(_)) => Some(Self::AToZ(None)),
            Self::Needs(Some(_)) => Some(Self::Needs(None)),
            Self::Standards(Some(_)) => Some(Self::Standards(None)),
            Self::Roles(Some(_)) => Some(Self::Roles(None)),
            Self::Articles(Some(_)) => Some(Self::Articles(None)),
            Self::People(Some(_)) => Some(Self::People(None)),
            Self::PhoneList(Some(_)) => Some(Self::PhoneList(None)),
            Self::Audience((id, Some(_))) => Some(Self::Audience((id, None))),
            Self::Deadlines(Some(_)) => Some(Self::Deadlines(None)),
            _ => None,
        }
    }
}
