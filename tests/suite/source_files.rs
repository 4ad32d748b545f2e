//! Where the file of a page and of a finding is changed, and where its changes are shown.

use crate::project::Project;

const COMPANY: &str = "name: Acme\nlocales: [en]\ntime_zone: Europe/Helsinki\n\
                       edit: \"https://git.example/edit/main/{path}\"\n\
                       history: \"https://git.example/commits/main/{path}\"\n";

fn project(department: &str) -> Project {
    Project::empty().file("catalog.yaml", COMPANY).file("departments/it.yaml", department)
}

#[test]
fn pages_name_their_file_and_the_line_where_the_entry_begins() {
    let project = project("# Ours\nname: IT\nservices:\n  laptop: {name: Laptop}\n  phone: {name: Phone}\n");
    assert_eq!(project.run(["build"]).status, 0);
    for (page, file) in [
        ("services/phone.html", "departments/it.yaml, line 5 · Edit this page · History of this page"),
        ("departments/it.html", "departments/it.yaml · Edit this page"),
        ("index.html", "catalog.yaml · Edit this page"),
    ] {
        let words = project.words(page);
        assert!(words.contains(file), "{file}\n{words}");
    }
    let html = std::fs::read_to_string(project.path().join("site/index.html")).unwrap();
    assert!(html.contains("href=\"https://git.example/edit/main/catalog.yaml\""), "{html}");
}

/// Also where the catalog has errors, which is when they are needed.
#[test]
fn findings_for_programs_say_where_their_file_is_changed() {
    let run = project("name: IT\nservices: {laptop: {nmae: Laptop}}\n").run(["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let finding = &report["findings"][0];
    assert_eq!(finding["edit"], "https://git.example/edit/main/departments/it.yaml", "{}", run.stdout);
    assert_eq!(finding["history"], "https://git.example/commits/main/departments/it.yaml");
}
