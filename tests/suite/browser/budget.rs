//! What the first visit of the home page costs.

use super::{Browser, Server};
use crate::site::Site;

/// Files, the page itself and its icon among them.
const REQUESTS: usize = 7;
/// Bytes of all of them, compressed.
const BYTES: usize = 45 * 1024;
/// Bytes of scripts, compressed.
const SCRIPT_BYTES: usize = 12 * 1024;

#[test]
fn the_first_visit_is_small() {
    let server = Server::start(Site::demo());
    let browser = Browser::start();
    browser.open(&server.address(""));
    // Nothing follows while the page is idle, either.
    browser.run_async("await new Promise((resolve) => requestIdleCallback(resolve))");
    let requests = server.requests();
    let sum = |ending: &str| -> usize {
        requests.iter().filter(|request| request.path.ends_with(ending)).map(|request| request.bytes).sum()
    };
    println!("{} requests, {} bytes, {} of scripts: {requests:?}", requests.len(), sum(""), sum(".js"));
    assert!(requests.iter().any(|request| request.path.ends_with(".css")), "{requests:?}");
    assert!(requests.len() <= REQUESTS, "{requests:?}");
    assert!(sum("") <= BYTES, "{} bytes: {requests:?}", sum(""));
    assert!(sum(".js") <= SCRIPT_BYTES, "{} bytes of scripts", sum(".js"));
}
