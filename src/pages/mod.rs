//! Fourth stage: what each page says. A [`Page`] is a shell and a body; a body is one borrowed,
//! serializable struct per template, in the reader's words. Views decide nothing that a check should
//! have decided, and know no HTML beyond rendered Markdown.
//!
//! A kind of page is a file here that nobody else imports, an entry in the table of pages (`site/table.rs`), a
//! template and its words. What several pages show stands in `parts`.

mod a_to_z;
mod article;
mod articles;
mod audience;
mod customer;
mod deadlines;
mod department;
mod home;
mod journey;
mod journeys;
mod needs;
mod new_here;
mod not_found;
mod page;
mod parts;
mod people;
mod person;
mod phone_list;
mod place;
mod places;
mod redirect;
mod roles;
mod search;
mod service;
mod standards;
mod team;
mod view;
mod welcome;

pub use page::{Body, Page, frame, head, page};
pub use parts::card::{CardView, Line};
pub use redirect::{Redirect, redirects};
pub use view::Head;
