//! Pages made of the table: a place becomes the view of its kind, in its frame.

use serde::Serialize;

use super::view::{Head, PageView};
use crate::site::clock::ClockView;
use crate::site::reader::Reader;
use crate::site::{Edition, Frame, Place, Route, Shell, Tally, table_of_pages};

/// What stands around the content of the page at a route.
pub fn frame<'a>(route: Route, edition: &'a Edition<'a>, tally: &'a Tally) -> Frame<'a> {
    Frame::new(Reader { edition, route, tally })
}

/// A page, ready to be rendered.
#[derive(Debug, Serialize)]
pub struct Page<'a> {
    /// What is around the content.
    pub shell: Shell<'a>,
    /// The content.
    pub body: Body<'a>,
}

macro_rules! pages {
    ($($(#[$doc:meta])* $place:ident $(($of:ident: $type:ty))? {
        view: $module:ident::$view:ident, $template:literal;
        file: $file:expr;
        there: $there:expr;
        words: $words:expr, [$($door:ident),*];
    })*) => {
        /// The content of a page, by kind.
        #[derive(Debug, Serialize)]
        #[serde(untagged)]
        pub enum Body<'a> {
            $($(#[$doc])* $place(Box<super::$module::$view<'a>>),)*
        }

        /// The page at a route; what its texts are in is counted.
        pub fn page<'a>(route: Route, edition: &'a Edition<'a>, tally: &'a Tally) -> Page<'a> {
            let reader = Reader { edition, route, tally };
            match route.place {
                $(Place::$place $(($of))? => made(($($of)?), reader, Body::$place),)*
            }
        }

        /// The head of the page at a route.
        pub fn head<'a>(route: Route, edition: &'a Edition<'a>, tally: &'a Tally) -> Head<'a> {
            let reader = Reader { edition, route, tally };
            match route.place {
                $(Place::$place $(($of))? => super::$module::$view::head(($($of)?), reader),)*
            }
        }
    };
}

table_of_pages!(pages);

fn made<'a, V: PageView<'a>>(of: V::Of, reader: Reader<'a>, body: fn(Box<V>) -> Body<'a>) -> Page<'a> {
    let view = V::new(of, reader);
    let Head { title, lead, back } = V::head(of, reader);
    let mut shell = Shell::new(reader, title, lead.map(|lead| lead.text.into_owned()), back);
    shell.clock = ClockView::new(view.ticks());
    Page { shell, body: body(Box::new(view)) }
}
