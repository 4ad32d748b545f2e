//! What readers get without scripts, and from pages that were minified.

use super::{Browser, Server};
use crate::site::Site;

/// Text that nobody sees (but for the names of pictures) although it stands in the content, and controls that need
/// a script. What an
/// element of ours hides until its script runs is its own; boxes can be ticked without one.
const HIDDEN: &str = "
    const hidden = [];
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        const closed = 'details:not([open]), .visually-hidden, svg title';
        if (!walker.currentNode.data.trim() || parent.closest(closed)) continue;
        const hiding = parent.closest('[hidden]')?.parentElement;
        for (let one = hiding; one && !one.localName.includes('-'); one = one.parentElement) {
            if (one.localName === 'main') hidden.push('hidden for good: ' + parent.outerHTML.slice(0, 120));
        }
        if (hiding) continue;
        const seen = (one) => one.checkVisibility({visibilityProperty: true, opacityProperty: true});
        let place = parent;
        while (!seen(place)) place = place.parentElement;
        for (; place !== parent && place.localName !== 'main'; place = place.parentElement) {
            if (place.localName.includes('-')) break;
        }
        if (place.localName === 'main') hidden.push(parent.outerHTML.slice(0, 120));
    }
    for (const control of document.querySelectorAll('button, input:not([type=checkbox]), select, dialog[open]')) {
        // A form with an address works by itself.
        if (control.checkVisibility() && !control.closest('form[action]')) {
            hidden.push('needs a script: ' + control.outerHTML.slice(0, 120));
        }
    }
    return hidden;";

#[test]
fn pages_are_whole_without_scripts() {
    let browser = Browser::without_scripts();
    browser.open("data:text/html,<title>off</title><script>document.title = 'on'</script>");
    assert_eq!(browser.run("return document.title"), "off", "scripts run after all");
    for (name, site) in Site::all() {
        let server = Server::start(site);
        for path in site.kinds("") {
            browser.open(&server.address(path));
            let hidden = browser.run(HIDDEN);
            assert_eq!(hidden, serde_json::json!([]), "{name}/{path}");
        }
    }
}

#[test]
fn minified_pages_read_the_same() {
    let servers = [Server::start(Site::golden_as_written()), Server::start(Site::golden())];
    let browser = Browser::without_scripts();
    for path in Site::golden().kinds("") {
        let read = servers.each_ref().map(|server| {
            browser.open(&server.address(path));
            browser.run("return document.body.innerText")
        });
        let [written, minified] = read.each_ref().map(|text| text.as_str().unwrap());
        for (written, minified) in written.lines().zip(minified.lines()) {
            assert_eq!(written, minified, "{path}");
        }
        assert_eq!(written.lines().count(), minified.lines().count(), "{path}");
    }
}
