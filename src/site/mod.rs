//! What all pages share: which there are and where each lives, the words and texts of a reader's language,
//! the frame around a page.

pub(crate) mod address;
pub(crate) mod alphabet;
pub(crate) mod answers;
mod breaks;
pub(crate) mod calendar_links;
pub(crate) mod clock;
pub(crate) mod deadline;
pub(crate) mod directory;
pub(crate) mod edition;
mod everyday;
mod feed;
mod folder;
mod frame;
pub(crate) mod hours;
pub(crate) mod letters;
pub(crate) mod menu;
mod namesakes;
pub(crate) mod needs;
mod part;
pub(crate) mod phrase;
mod place;
mod prose;
pub(crate) mod reader;
mod regular_week;
mod route;
mod routes;
pub(crate) mod search_box;
mod shell;
pub(crate) mod splits;
mod table;
mod tally;

pub use edition::Edition;
pub use feed::MOST_EVENTS;
pub(crate) use feed::{file_begins, since};
pub use frame::{Frame, Sharing};
pub use letters::LetterPart;
pub use needs::NeedPart;
pub use part::{Part, Share};
pub use place::{Door, PageKind, Place};
pub use route::Route;
pub use routes::routes;
pub use shell::Shell;
pub use tally::Tally;

pub(crate) use table::table_of_pages;
