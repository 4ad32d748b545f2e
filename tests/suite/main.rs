//! Every test that looks at luukku from outside. One crate, so that it is linked once.
//!
//! | module | what it looks at |
//! |---|---|
//! | `project` | no test: a catalog made for one test, and what the command says about it |
//! | `source`, `slips`, `resolve`, `checks`, `promise…` | what authors are told, whole reports as snapshots |
//! | `one_slip` | slips of the hand in four languages: each is one finding, and what it proposes is right |
//! | `office` | the same for what comes from Word, a chat, an e-mail or another system |
//! | `misspelt`, `meant` | what was meant by ids, words and shapes that do not fit |
//! | `echoes` | one slip makes one finding, in its own line |
//! | `mutation` | catalogs broken in many ways: a finding at the right line, never a panic |
//! | `cli`, `when` | the command line |
//! | `pictures` | what pictures count, and that lists say the same |
//! | `chain_page`, `calendar_files` | promises and dates as readers and their calendars get them |
//! | `clock_script` | the page's clock, run by Node, against the program's |
//! | `clock…`, `…oracle…`, `circles` | hours, deadlines, promises and circles against other ways to work them out |
//! | `answers` | the table that says without a script when the answer comes |
//! | `one_language` | what a page says that is mostly in another language |
//! | `search` | what the search finds, and that program and browser rank alike |
//! | `site` | built sites, file by file: golden, links, structure, validity, kills during a build |
//! | `browser` | the same sites in a real Chromium: accessibility, layout, keyboard, policy, size |
//! | `hosting` | the site on a real nginx, by the README's recipe |
//! | `everyday_words` | the table of everyday words, and the queries of the benchmark |
//! | `tidy`, `imports`, `table`, `theme` | the source, the table of pages and the theme themselves |
//!
//! `bash tests/run` installs what the tests need (Chromium, Java, two npm packages) and runs all of
//! them; `cargo test` alone runs whatever needs none of it, and tells of the rest what is missing.
//! `TIMES=10` lets the slow ones among those that try accidental things try ten times as many, as a night has time for.
//! Snapshots that changed on purpose are accepted with `INSTA_UPDATE=always` (reports) and `BLESS=1`
//! (golden sites); read the difference before it is committed.

mod project;

mod clock;
mod clock_deadlines;
mod clock_hours;
mod clock_oracle;
mod clock_script;
mod oracle_case;
mod oracle_place;
mod promise_oracle;

mod advice;
mod answers;
mod audiences;
mod calendar_files;
mod catalog_json;
mod chain_page;
mod chat;
mod checks;
mod circles;
mod cli;
mod diff;
mod documents;
mod doubts;
mod echoes;
mod equals;
mod everyday_words;
mod fields;
mod findings;
mod fix;
mod formats;
mod hosting;
mod journey_dates;
mod journeys;
mod languages;
mod long_lists;
mod meant;
mod misspelt;
mod mutation;
mod new_files;
mod office;
mod one_language;
mod one_slip;
mod own_files;
mod pages;
mod patterns;
mod people;
mod pictures;
mod places;
mod promise;
mod promise_kinds;
mod promise_report;
mod readings;
mod reference;
mod resolve;
mod search;
mod selection;
mod slips;
mod source;
mod source_files;
mod sparse;
mod table;
mod times_of_day;
mod told;
mod turns;
mod when;

mod browser;
mod site;

mod imports;
mod theme;
mod tidy;
