//! A strict content security policy refuses nothing, and the browser complains about nothing.

use super::{Browser, Server};
use crate::site::Site;

#[test]
fn a_strict_policy_refuses_nothing() {
    let browser = Browser::start();
    for (name, site) in Site::all() {
        let server = Server::start(site);
        for path in site.language_folders().into_iter().flat_map(|folder| site.kinds(folder)) {
            browser.open(&server.address(path));
            assert_eq!(browser.complaints(), Vec::<String>::new(), "{name}/{path}");
        }
        for request in server.requests() {
            assert!(site.files.contains_key(&request.path), "{name}: `{}` was asked for", request.path);
        }
    }
}

#[test]
fn the_policy_is_in_force() {
    let server = Server::start(Site::bare());
    let browser = Browser::start();
    browser.open(&server.address("index.html"));
    browser.run("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">')");
    let complaints = browser.complaints().join("\n");
    assert!(complaints.contains("Content Security Policy"), "{complaints}");
}
