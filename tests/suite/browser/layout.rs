//! Nothing is wider than the screen, from the smallest phone on (WCAG 1.4.10).

use luukku::BuildOptions;

use super::{Browser, Screen, Server, at_all_hours};
use crate::project::Project;
use crate::site::Site;

/// What stands out to the right, beyond the screen. What scrolls inside a box of its own may.
const OVERFLOW: &str = "
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return null;
    const all = [...document.body.querySelectorAll('*')];
    const wide = all.filter((one) => one.getBoundingClientRect().right > width + 0.5);
    const last = wide.slice(-2).map((one) => one.outerHTML.slice(0, 120)).join(' | ');
    return `${document.documentElement.scrollWidth} px: ${last}`;";

/// Words and numbers in an author's tables that stand in two lines.
const BROKEN: &str = "
    const cells = [...document.querySelectorAll('.scroll :is(th, td)')];
    const texts = cells.flatMap((cell) => {
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      const found = [];
      while (walker.nextNode()) found.push(walker.currentNode);
      return found;
    });
    const lines = (text, { index, 0: word }) => {
      const range = new Range();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      return range.getClientRects().length;
    };
    const words = (text) => [...text.data.matchAll(/[\\p{L}\\p{N}]+/gu)];
    const broken = texts.flatMap((text) => words(text).filter((word) => lines(text, word) > 1));
    return broken.map(([word]) => word).join(' ');";

#[test]
fn no_table_of_an_author_breaks_a_word_or_widens_its_page() {
    let (browser, site) = (Browser::start(), Site::demo());
    let folder = tempfile::tempdir().unwrap();
    site.write(folder.path());
    let mut found = Vec::new();
    let with_tables = site.pages().filter(|(_, html)| html.contains("class=\"scroll\"")).map(|(path, _)| path);
    for path in with_tables {
        browser.screen(Screen::PHONE);
        browser.open(&format!("file://{}/{path}", folder.path().display()));
        let broken = browser.run(BROKEN);
        found.extend(broken.as_str().filter(|broken| !broken.is_empty()).map(|broken| format!("{path}: {broken}")));
        found.extend(too_wide(&browser).into_iter().map(|wide| format!("{path} {wide}")));
    }
    assert!(found.is_empty(), "{} pages break words:\n{}", found.len(), found.join("\n"));
}

#[test]
fn no_page_is_wider_than_the_screen() {
    let browser = Browser::start();
    let mut found = Vec::new();
    for (name, site) in Site::all() {
        let server = Server::start(site);
        for path in site.language_folders().into_iter().flat_map(|folder| site.kinds(folder)) {
            browser.open(&server.address(path));
            found.extend(too_wide(&browser).into_iter().map(|wide| format!("{name}/{path} {wide}")));
        }
    }
    assert!(found.is_empty(), "{} pages are too wide:\n{}", found.len(), found.join("\n"));
}

#[test]
fn no_hour_makes_a_page_wider_than_the_screen() {
    let browser = Browser::start();
    let mut found = Vec::new();
    at_all_hours(&browser, |page| found.extend(too_wide(&browser).into_iter().map(|wide| format!("{page} {wide}"))));
    assert!(found.is_empty(), "{} pages are too wide:\n{}", found.len(), found.join("\n"));
}

#[test]
fn an_endless_word_makes_no_page_wider_than_the_screen() {
    let address =
        "https://acme.example/sites/henkilosto/lomakkeet/palkanlaskenta/tuntikorjaus/uusi?lomake=4711&kieli=fi";
    let mailbox =
        format!("{}@{}.example", "a.very.long.mailbox.".repeat(3).trim_end_matches('.'), "of-a-long-house".repeat(3));
    let department = format!(
        "
        name: Pay
        hours: \"Mo-Fr 08:00-16:00\"
        channels: [{{email: {mailbox}}}, {{desk: 'See {address}'}}]
        services:
          pay:
            name: 'Fill in {address}'
            summary: '{address}'
            asked_as: ['{address}']
            channels: [{{email: {mailbox}, label: '{address}'}}]
            standards: {{normal: {{resolution: 2d}}, urgent: {{when: '{address}', resolution: 1d}}}}
            you_provide: [{{what: 'Fill in {address}', why: 'See {address}', deadline: {{every: month, on: 25}}}}]
            steps: [{{what: 'Fill in {address}', who: you}}]
          word:
            name: Verksamhetsländersammanställningsansvarsfördelningsdokumentationshanteringssystem
            standards: {{normal: {{resolution: 2d}}}}
        "
    );
    let project = Project::new().file("departments/pay.yaml", department);
    let site = Site::build(&project.catalog(), &BuildOptions { minify: true, ..BuildOptions::default() });
    let (browser, folder) = (Browser::start(), tempfile::tempdir().unwrap());
    site.write(folder.path());
    let mut found = Vec::new();
    for path in site.kinds("") {
        browser.open(&format!("file://{}/{path}", folder.path().display()));
        found.extend(too_wide(&browser).into_iter().map(|wide| format!("{path} {wide}")));
    }
    assert!(found.is_empty(), "{} pages are too wide:\n{}", found.len(), found.join("\n"));
}

/// On which screens the open page is too wide, and what makes it so.
fn too_wide(browser: &Browser) -> Vec<String> {
    let screens = [Screen::SMALL_PHONE, Screen::PHONE, Screen::DESKTOP].into_iter();
    let wide = screens.filter_map(|screen| {
        browser.screen(screen);
        let wide = browser.run(OVERFLOW);
        Some(format!("at {}: {}", screen.width, wide.as_str()?))
    });
    wide.collect()
}
