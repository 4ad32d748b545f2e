//! The stage from outside: only its public API and what is on the disk afterwards.

mod interrupted;
mod place;
mod refusing;
mod writing;
