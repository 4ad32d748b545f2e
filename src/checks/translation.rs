//! Texts that readers of one language get in another.

use crate::checks::check::{Subject, check};
use crate::checks::texts::each_text;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::wording::{count, grouped, joined};
use crate::model::{Catalog, DepartmentId, LocaleId, Said};

/// How many departments a finding names.
const NAMED: usize = 3;

check! {
    /// Ensures that every text has a version in each of the company's languages. One finding per
    /// language counts what is missing and names the departments that miss most; readers get the
    /// text in another language, marked as such.
    UNTRANSLATED: Warning "untranslated" => untranslated, waits
}

fn untranslated(subject: &Subject<'_>, found: &mut Diagnostics) {
    let catalog = subject.catalog;
    let departments = catalog.departments().len();
    let mut total = 0;
    // By language and department; the last column is for what belongs to none.
    let mut missing = vec![vec![0_usize; departments + 1]; catalog.company.locales.len()];
    each_text(catalog, &mut |department, kind, text| {
        if !kind.is_translated() || reads_the_same(text) {
            return;
        }
        total += 1;
        let column = department.map_or(departments, DepartmentId::index);
        for (row, locale) in missing.iter_mut().zip(catalog.locales()) {
            let has = match text {
                Said::One(text) => text.has(locale),
                Said::List(list) => !list.get(locale).is_empty(),
            };
            if let Some(cell) = row.get_mut(column).filter(|_| !has) {
                *cell += 1;
            }
        }
    });
    for ((row, locale), written) in missing.iter().zip(catalog.locales()).zip(&catalog.company.locales) {
        let sum: usize = row.iter().sum();
        if sum == 0 {
            continue;
        }
        let language = format!("{} (`{}`)", written.own_name(), written.tag());
        let instead = match catalog.company.locales.first() {
            Some(first) if locale != LocaleId::FIRST => first.own_name(),
            _ => "another language".to_owned(),
        };
        let diagnostic = UNTRANSLATED
            .at(written.span, format!("{} of {} have no version in {language}", grouped(sum), count(total, "text")))
            .why(format!("its readers get {instead}, marked as such"));
        found.push(match worst(catalog, row) {
            Some(worst) => diagnostic.help(format!("most are missing in {worst}")),
            None => {
                let first = catalog.company.locales.first().map_or("en", |first| first.tag());
                let mut others = catalog.company.locales.iter().map(|locale| locale.tag());
                let other = Some(written.tag()).filter(|tag| *tag != first).or_else(|| others.nth(1));
                diagnostic.help(format!("write them as `{{{first}: ..., {}: ...}}`", other.unwrap_or("fi")))
            }
        });
    }
}

/// True for a text without a letter, such as `10 €`.
fn reads_the_same(text: Said<'_>) -> bool {
    match text {
        Said::One(text) => text.written().all(|(_, version)| !version.contains(char::is_alphabetic)),
        Said::List(_) => false,
    }
}

check! {
    /// Ensures that the interface has words in each of the company's languages. Where it has none,
    /// headings and buttons are in English around texts in the other language.
    UNSPOKEN_LANGUAGE: Warning "unspoken-language" => unspoken_language
}

fn unspoken_language(subject: &Subject<'_>, found: &mut Diagnostics) {
    let spoken = subject.spoken;
    for written in &subject.catalog.company.locales {
        let (name, tag) = (written.own_name(), written.tag());
        if spoken.contains(&tag) || spoken.contains(&written.language()) {
            continue;
        }
        found.push(
            UNSPOKEN_LANGUAGE
                .at(written.span, format!("luukku has no words in {name} (`{tag}`)"))
                .why("headings and buttons will be in English; only the catalog's own texts can be in that language")
                .help(format!(
                    "it speaks {}; for another language, copy `i18n/en.toml` into `i18n/{tag}.toml` in a theme of your \
                     own, translate it and name the theme with `--theme`",
                    spoken.join(", "),
                )),
        );
    }
}

/// The departments that miss most, each with its count.
fn worst(catalog: &Catalog, row: &[usize]) -> Option<String> {
    let mut counts: Vec<(usize, &str)> = catalog
        .departments()
        .zip(row)
        .filter(|(_, count)| **count > 0)
        .map(|((_, department), count)| (*count, &*department.slug))
        .collect();
    counts.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
    let named: Vec<String> =
        counts.iter().take(NAMED).map(|(count, slug)| format!("`{slug}` ({})", grouped(*count))).collect();
    (!named.is_empty()).then(|| joined(&named))
}

check! {
    /// Ensures that no longer text says the same, letter by letter, in two languages. It was copied to be translated,
    /// and its readers are not told that it is in another language.
    EQUAL_TRANSLATION: Warning "equal-translation" => equal_translation
}

/// Shorter texts may be the same in two languages.
const FEWEST_WORDS: usize = 4;

fn equal_translation(subject: &Subject<'_>, found: &mut Diagnostics) {
    let locales = &subject.catalog.company.locales;
    each_text(subject.catalog, &mut |_, kind, said| {
        let Said::One(text) = said else { return };
        if !kind.is_translated() {
            return;
        }
        let is_long = |text: &str| {
            text.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count() >= FEWEST_WORDS
        };
        let versions: Vec<_> = text.written().filter(|(_, version)| is_long(version)).collect();
        for (place, (locale, version)) in versions.iter().enumerate() {
            let Some((other, _)) = versions.iter().take(place).find(|(_, other)| other.value == version.value) else {
                continue;
            };
            let own = |locale: LocaleId| locales.get(locale.index()).map_or("en", |locale| locale.tag());
            found.push(
                EQUAL_TRANSLATION
                    .at(version.span, format!("this text is the same in `{}` and in `{}`", own(*other), own(*locale)))
                    .why("its readers are not told that it is in another language")
                    .help("translate it, or delete it: then the other one is shown, marked as such"),
            );
        }
    });
}
