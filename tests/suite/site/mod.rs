//! Whole sites, built in memory, and the tests that read their files.
//!
//! Three catalogs are built once for all tests: `golden` shows every part of every page once there
//! and once not, `bare` says as little as a catalog can, and the demonstration is what a company of
//! 900 people would write. The first is there as it is written, too, before anything is minified.

mod branches;
mod built;
mod determinism;
mod document;
mod duties;
mod escaping;
mod golden;
mod html;
mod killed;
mod links;
mod minified;
mod next_day;
mod pages;
mod privacy;
mod structure;

pub(crate) use built::{Site, now, root, tool};
