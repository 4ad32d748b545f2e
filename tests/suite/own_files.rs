//! A theme's own files stand at the site's root as they are.

use crate::project::Project;

fn theme(file: &str) -> Project {
    let project = Project::new().file("departments/pay.yaml", "name: Pay\n");
    let path = project.path().join("theme/static").join(file);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, "as it is\n").unwrap();
    project
}

#[test]
fn static_files_keep_their_names() {
    for file in ["CNAME", ".nojekyll", ".well-known/security.txt", "favicon.ico"] {
        let project = theme(file);
        let run = project.run(["build", "--theme", "theme"]);
        assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
        assert_eq!(std::fs::read_to_string(project.path().join("site").join(file)).unwrap(), "as it is\n");
        assert!(project.path().join("site/favicon.svg").exists(), "the default theme's own files are there, too");
    }
}

#[test]
fn a_static_file_in_the_place_of_a_page_is_an_error() {
    for (file, page) in [
        ("index.html", "index.html"),
        ("Robots.txt", "robots.txt"),
        ("catalog.json", "catalog.json"),
        ("departments", "departments/pay.html"),
        ("404.html/x", "404.html"),
    ] {
        let project = theme(file);
        let run = project.run(["build", "--theme", "theme"]);
        assert_eq!(run.status, 2, "{file}: {}{}", run.stdout, run.stderr);
        let said = format!("the theme's `static/{}` stands where luukku itself writes `{page}`", file.to_lowercase());
        assert!(run.stderr.contains(&said), "{}", run.stderr);
        assert!(!project.path().join("site").exists());
    }
}
