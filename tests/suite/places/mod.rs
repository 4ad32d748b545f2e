//! Places: what is said about them, what teams have from them, when one can walk in there.

mod doors;
mod findings;
mod holidays;
mod inheritance;
mod pages;
