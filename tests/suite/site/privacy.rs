//! `privacy` keeps its word on every page and in the data.

use luukku::BuildOptions;

use super::Site;
use super::built::fixture;

/// The golden catalog, with another word for how much of a person is shown.
fn site(privacy: &str) -> Site {
    let folder = tempfile::tempdir().unwrap();
    for entry in walkdir::WalkDir::new(fixture("golden/catalog")).into_iter().map(Result::unwrap) {
        let to = folder.path().join(entry.path().strip_prefix(fixture("golden/catalog")).unwrap());
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(to).unwrap();
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
    let company = folder.path().join("catalog.yaml");
    let text = std::fs::read_to_string(&company).unwrap();
    std::fs::write(&company, format!("{text}privacy: {privacy}\n")).unwrap();
    Site::build(folder.path(), &BuildOptions::default())
}

/// The files in which a word stands. Letters and digits that pages break up are joined first.
fn told<'a>(site: &'a Site, word: &str) -> Vec<&'a str> {
    let files = site.files.iter().filter(|(_, bytes)| {
        String::from_utf8_lossy(bytes).replace(['\u{a0}', ' '], "").contains(&word.replace(' ', ""))
    });
    files.map(|(path, _)| path.as_str()).collect()
}

#[test]
fn full_shows_a_person() {
    let site = site("full");
    for word in ["Aino Salo", "aino.salo@kuura.example", "+358 9 555 0101", "assets/picture-"] {
        assert!(told(&site, word).contains(&"people/aino.salo.html"), "{word}");
    }
}

#[test]
fn names_hide_how_to_reach_a_person() {
    let site = site("names");
    assert!(told(&site, "Aino Salo").contains(&"people/aino.salo.html"));
    for secret in ["aino.salo@kuura.example", "+358 9 555 0101", "+35895550101"] {
        assert_eq!(told(&site, secret), Vec::<&str>::new(), "{secret}");
    }
}

#[test]
fn roles_hide_the_person() {
    let site = site("roles");
    for secret in ["Aino Salo", "Ben Koski", "Cai Lind", "aino.salo@kuura.example", "+35895550101", "people/"] {
        assert_eq!(told(&site, secret), Vec::<&str>::new(), "{secret}");
    }
    assert!(
        !site.files.keys().any(|path| path.contains("people/") || path.contains("aino")),
        "{:?}",
        site.files.keys()
    );
    assert!(told(&site, "Payroll lead").contains(&"services/pay-correction.html"));
}
