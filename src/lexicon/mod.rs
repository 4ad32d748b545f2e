//! Words about words, which the search knows beside the catalog's own: what colleagues say for things, and what is
//! said of everything. The room knows nothing of catalogs; a catalog may extend and correct the table
//! ([`Lexicon::corrected`]).

mod correction;
mod shipped;
mod table;

pub use correction::{Correction, OwnGroup};
pub use shipped::shipped;
pub use table::{Group, Lexicon};
