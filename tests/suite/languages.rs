//! Languages are called by their names, in the reader's language.

use std::collections::BTreeSet;
use std::path::Path;

use crate::project::Project;

#[test]
fn languages_have_names_in_every_language_of_the_interface() {
    let project = Project::empty().file("catalog.yaml", "name: Acme\nlocales: [en, fi, sv, pl, de-AT]\n").file(
        "departments/pay.yaml",
        "{name: Pay, teams: {desk: {name: Desk, languages: [fi, se, zh-Hant, sv-FI, sr-Latn, tlh, fse]}}}",
    );
    let run = project.run(["build", "--no-minify"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    for (folder, names) in [
        (
            "",
            "Finnish, Northern Sami, Traditional Chinese, Swedish (Finland), Serbian (Latin), Klingon, \
             Finnish Sign Language",
        ),
        (
            "fi/",
            "Suomi, pohjoissaame, kiina (perinteinen), ruotsi (Suomi), serbia (latinalainen), klingon, \
             suomalainen viittomakieli",
        ),
        (
            "sv/",
            "Finska, nordsamiska, traditionell kinesiska, svenska (Finland), serbiska (latinska), klingonska, \
             finskt teckenspråk",
        ),
        (
            "pl/",
            "Fiński, północnolapoński, chiński tradycyjny, szwedzki (Finlandia), serbski (łacińskie), klingoński, \
             fiński język migowy",
        ),
    ] {
        let page = std::fs::read_to_string(project.path().join("site").join(folder).join("teams/desk.html")).unwrap();
        assert!(page.contains(names), "{page}");
        // The switch of languages calls each by its own name.
        assert!(page.contains("Österreichisches Deutsch"), "{page}");
    }
}

#[test]
fn every_language_of_the_interface_has_the_names_of_all() {
    let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/i18n");
    let table = |path: &Path| std::fs::read_to_string(path).unwrap().parse::<toml::Table>().unwrap();
    let keys = |tag: &str| -> BTreeSet<String> {
        let names = table(&theme.join("languages").join(tag));
        names["languages"].as_table().unwrap().keys().filter(|key| key.len() == 2).cloned().collect()
    };
    let english = keys("en.toml");
    assert!(english.len() > 150);
    for file in std::fs::read_dir(&theme).unwrap().map(|entry| entry.unwrap()).filter(|entry| entry.path().is_file()) {
        let missing: Vec<String> = english.difference(&keys(file.file_name().to_str().unwrap())).cloned().collect();
        assert_eq!(missing, Vec::<String>::new(), "{}", file.path().display());
    }
}
