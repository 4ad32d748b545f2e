//! Numbers by which entries name each other, so that nouns need not import each other. Only
//! `resolve` makes them, from entries that exist: a lookup by id cannot fail.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(in crate::model) u32);

        impl $name {
            /// The number, for tables that run beside the catalog's.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }

        impl From<usize> for $name {
            fn from(index: usize) -> Self {
                Self(u32::try_from(index).unwrap_or(u32::MAX))
            }
        }
    )*};
}

ids! {
    /// A person.
    PersonId,
    /// A place.
    PlaceId,
    /// A department.
    DepartmentId,
    /// A team.
    TeamId,
    /// A service.
    ServiceId,
    /// An article.
    ArticleId,
    /// A journey.
    JourneyId,
    /// An audience.
    AudienceId,
    /// One of the site's languages, in the order of `locales`.
    LocaleId,
    /// One of the distinct calendars that hours, holidays and time zones come to.
    CalendarId,
}

impl LocaleId {
    /// The company's first language.
    pub const FIRST: Self = Self(0);
}
