//! What only a real browser can tell. Each test starts a Chromium of its own.

mod accessibility;
mod budget;
mod chromium;
mod clock;
mod disk;
mod keyboard;
mod layout;
mod policy;
mod reading;
mod server;

use chromium::{Browser, Screen};
use server::Server;
