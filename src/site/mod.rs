//! What all pages share: which there are and where each lives, the words and texts of a reader's language,
//! the frame around a page.

pub(crate) mod address;
pub(crate) mod agenda;
pub(crate) mod alphabet;
pub(crate) mod answers;
pub(crate) mod clock;
pub(crate) mod deadline;
pub(crate) mod edition;
pub(crate) mod hours;
mod nameless;
mod outlook;
pub(crate) mod phrase;
pub(crate) mod reader;
mod redirect;
mod regular_week;
pub(crate) mod route;
mod shell;
pub(crate) mod timetable;

pub use edition::{Edition, Imprint};
pub use redirect::Redirect;
pub use route::{Feed, Place, Route};
pub use shell::Shell;
