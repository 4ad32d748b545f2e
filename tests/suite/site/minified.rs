//! Minifying takes away nothing that anybody reads.

use luukku::BuildOptions;

use super::Site;
use super::built::root;
use super::document::Document;

#[test]
fn minified_pages_say_the_same() {
    let demo = Site::build(&root().join("catalog"), &BuildOptions::default());
    for (site, written) in [(Site::golden(), Site::golden_as_written()), (Site::demo(), &demo)] {
        let mut smaller = 0;
        for (path, html) in written.pages() {
            let (plain, minified) = (Document::parse(html), Document::parse(site.text(path)));
            assert_eq!(plain.text(), minified.text(), "{path}");
            for attribute in ["href", "src", "id", "lang", "aria-label", "class"] {
                let without_hash = |values: Vec<&str>| -> Vec<String> {
                    values.into_iter().filter(|value| !value.contains("assets/")).map(str::to_owned).collect()
                };
                assert_eq!(
                    without_hash(plain.values(attribute)),
                    without_hash(minified.values(attribute)),
                    "{path}: {attribute}"
                );
            }
            smaller += usize::from(site.text(path).len() < html.len());
        }
        assert!(smaller > 0, "nothing became smaller");
    }
}
