//! Files beside a text: a form to print, a table to fill in.

use crate::project::Project;

const PAY: &str = "name: Pay\nchannels: [{email: pay@acme.example}]\nservices: {pay: {name: Pay, summary: Pays.}}\n";

fn article(body: &str) -> Project {
    Project::new()
        .file("departments/pay/department.yaml", PAY)
        .file("departments/pay/articles/help.md", format!("---\ntitle: Help\nservices: [pay]\n---\n{body}\n"))
        .file("departments/pay/articles/Reisekosten Formular.PDF", b"%PDF-1.4\n%%EOF\n")
        .file("departments/pay/files/table.xlsx", vec![b'x'; 1_234_567])
        .file("departments/pay/articles/tool.exe", b"MZ")
        .file("departments/pay/articles/page.html", b"<script>alert(1)</script>")
}

fn built(project: &Project) -> (String, Vec<String>) {
    let run = project.run(["build"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    let site = project.path().join("site");
    let page = std::fs::read_to_string(site.join("articles/help.html")).unwrap();
    let names = std::fs::read_dir(site.join("assets")).unwrap();
    (page, names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect())
}

#[test]
fn a_file_that_a_text_leads_to_is_offered_with_its_kind_and_size() {
    let project = article(
        "[The form](<Reisekosten Formular.PDF>), [again](Reisekosten%20Formular.PDF), [all](../files/table.xlsx)",
    );
    let (page, assets) = built(&project);
    let form = assets.iter().find(|name| name.ends_with(".pdf")).unwrap();
    assert!(form.starts_with("reisekosten-formular-"), "{form}");
    assert!(page.contains(&format!("<a href=\"../assets/{form}\">The form (PDF, 1 kB)</a>")), "{page}");
    assert!(page.contains(">again (PDF, 1 kB)</a>") && page.contains(">all (XLSX, 1.2 MB)</a>"), "{page}");
    assert_eq!(assets.iter().filter(|name| name.ends_with(".pdf")).count(), 1);
    assert!(!project.check().contains("dead-link"));
}

#[test]
fn what_no_text_leads_to_is_not_published_and_what_runs_never() {
    let project = article("[A tool](tool.exe) and [a page](page.html)");
    let (page, assets) = built(&project);
    assert!(!assets.iter().any(|name| [".pdf", ".xlsx", ".exe", ".html"].iter().any(|kind| name.ends_with(kind))));
    assert!(!page.contains("href=\"tool.exe\"") && page.contains("A tool and a page"), "{page}");
    let report = project.check();
    for told in
        ["a file of the kind exe is not offered to readers: `tool.exe`", "a file of the kind html is not offered"]
    {
        assert!(report.contains(told), "{report}");
    }
}

#[test]
fn a_file_that_is_not_there_is_told() {
    let report = article("[The form](Reisekosten%20Formlar.pdf)").check();
    assert!(
        report.contains("warning[dead-link]: there is no file `Reisekosten%20Formlar.pdf` beside this text"),
        "{report}"
    );
}

/// The commonest name of a file has a space in it.
#[test]
fn a_path_with_a_space_is_told() {
    let report = article("[The form](Reisekosten Formular.pdf) and [words](which are none)").check();
    let told = "warning[dead-link]: `Reisekosten Formular.pdf` holds a space, so that this is no link";
    assert!(report.contains(told) && report.contains("`(<Reisekosten Formular.pdf>)`"), "{report}");
    assert!(report.contains("help.md:5:12"), "{report}");
    assert_eq!(report.matches("[dead-link]").count(), 1, "{report}");
}

/// The way to a place is Markdown, too.
#[test]
fn links_of_places_are_followed() {
    let place = "main: {name: Main, directions: \"By [bus](bus.pdf)\"}\n";
    assert!(
        article("Words").file("places.yaml", place).check().contains("there is no file `bus.pdf` beside this text")
    );
}

#[test]
fn a_drawing_is_shown_as_a_picture_without_its_scripts() {
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\" onload=\"alert(1)\">\
                   <script>alert(2)</script><path d=\"M0 0h9v9z\"/></svg>";
    let project = article("![The way](way.svg) ![Broken](broken.svg)")
        .file("departments/pay/articles/way.svg", drawing)
        .file("departments/pay/articles/broken.svg", "<svg");
    let (page, assets) = built(&project);
    let drawings: Vec<&String> =
        assets.iter().filter(|name| name.starts_with("picture") && name.ends_with(".svg")).collect();
    let [name] = drawings.as_slice() else { panic!("{assets:?}") };
    assert!(page.contains(&format!("src=\"../assets/{name}\"")) && !page.contains("broken.svg"), "{page}");
    let shown = std::fs::read_to_string(project.path().join("site/assets").join(name)).unwrap();
    assert!(shown.contains("M0 0h9v9z") && !shown.contains("alert") && !shown.contains("script"), "{shown}");
    let report = project.check();
    assert!(report.contains("warning[missing-picture]: this drawing cannot be read: `broken.svg`"), "{report}");
}

#[test]
fn a_mistyped_file_is_told_where_the_link_is() {
    for (link, path, meant) in [
        ("orderform.xlsx", "order-form.xlsx", "`order-form.xlsx`"),
        ("Order-Form.docx", "order-form.docx", "`order-form.docx`"),
        ("order-forms.docx", "order-form.docx", "`order-form.docx`"),
        ("files/tabel.xlsx", "help.txt", "`departments/pay/files/table.xlsx`"),
        ("table.xlsx", "help.txt", "`departments/pay/files/table.xlsx`"),
        ("Reisekosten%20Formlar.pdf", "help.txt", "`<Reisekosten Formular.PDF>`"),
    ] {
        let project = article(&format!("[form]({link})")).file(&format!("departments/pay/articles/{path}"), "x");
        let report = project.check();
        assert!(!report.contains("misplaced-file"), "{report}");
        let said = project.finding("dead-link");
        assert!(said.contains("help.md:5:1") && said.contains(&format!("did you mean {meant}?")), "{said}");
        let right = meant.trim_matches('`');
        assert!(
            !article(&format!("[form]({right})"))
                .file(&format!("departments/pay/articles/{path}"), "x")
                .check()
                .contains("dead-link")
        );
    }
}
