//! What the first visit of the home page costs.

use super::{Browser, Server};
use crate::site::Site;

/// Files, the page itself among them.
const REQUESTS: usize = 6;
/// Bytes of all of them, compressed.
const BYTES: usize = 45 * 1024;
/// Bytes of scripts, compressed.
const SCRIPT_BYTES: usize = 12 * 1024;

/// The paths of what the page asked for until it was loaded.
const LOADED: &str = "
    const { loadEventStart } = performance.getEntriesByType('navigation')[0];
    const before = performance.getEntriesByType('resource').filter((one) => one.startTime <= loadEventStart);
    return before.map((one) => new URL(one.name).pathname);";

#[test]
fn the_first_visit_is_small() {
    let server = Server::start(Site::demo());
    let browser = Browser::start();
    browser.open(&server.address(""));
    // What the search asks for when the page is idle is no part of it, however slow this machine is.
    let loaded = browser.run(LOADED);
    let loaded: Vec<&str> = loaded.as_array().unwrap().iter().filter_map(|path| path.as_str()).collect();
    let mut requests = server.requests();
    requests.retain(|request| request.path == "index.html" || loaded.iter().any(|path| path.ends_with(&request.path)));
    let sum = |ending: &str| -> usize {
        requests.iter().filter(|request| request.path.ends_with(ending)).map(|request| request.bytes).sum()
    };
    println!("{} requests, {} bytes, {} of scripts: {requests:?}", requests.len(), sum(""), sum(".js"));
    assert!(requests.iter().any(|request| request.path.ends_with(".css")), "{requests:?}");
    assert!(requests.len() <= REQUESTS, "{requests:?}");
    assert!(sum("") <= BYTES, "{} bytes: {requests:?}", sum(""));
    assert!(sum(".js") <= SCRIPT_BYTES, "{} bytes of scripts", sum(".js"));
}
