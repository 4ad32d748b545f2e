//! Files as a whole, and tables.

use insta::assert_snapshot;

use crate::project::Project;

#[test]
fn misplaced_file() {
    let project = Project::new().file("department/pay.yaml", "name: Pay\n");
    assert_snapshot!(project.finding("misplaced-file"), @"
    error[misplaced-file]: this file is not read in this folder
     --> catalog/department/pay.yaml:1:1
      |
    1 | name: Pay
      | ^
      |
      = note: what it says would be missing on the site without a word
      = help: call the folder `departments` instead of `department`
    ");
}

#[test]
fn a_folder_that_is_not_read_is_one_finding() {
    let (pay, slip) = ("name: Pay\n", "name: Slip\nteam: desk\nowner: maija\n");
    let told = |files: &[&str]| {
        let one = |project: Project, path: &&str| project.file(path, if path.contains("slip") { slip } else { pay });
        let report = files.iter().fold(Project::new(), one).check();
        let misplaced = report.matches("error[misplaced-file]").count();
        assert_eq!(misplaced, 1, "{report}");
        let help = report.split("= help: ").nth(1).and_then(|rest| rest.lines().next());
        (report.contains("this file and 1 more are not read"), help.unwrap_or_default().to_owned())
    };
    let name = |meant: &str, written: &str| format!("call the folder `{meant}` instead of `{written}`");
    for written in ["osastot", "Departments", "avdelningar", "działy", "dzialy"] {
        let files = ["department.yaml", "services/slip.yaml"].map(|file| format!("{written}/pay/{file}"));
        assert_eq!(told(&[&files[0], &files[1]]), (true, name("departments", written)));
    }
    for written in ["palvelut", "tjänster", "uslugi", "service"] {
        let service = format!("departments/pay/{written}/slip.yaml");
        assert_eq!(told(&[&service]), (false, name("services", written)));
    }
    let inside = "move it into the folder of its department: `departments/DEPARTMENT/services/`";
    assert_eq!(told(&["services/slip.yaml"]), (false, inside.to_owned()));
    let above = "files stand in `departments/pay/services/` itself, not in a folder in it: move it there";
    assert_eq!(told(&["departments/pay/services/more/slip.yaml"]), (false, above.to_owned()));
    let (_, help) = told(&["departments/pay/slip.yaml"]);
    assert_eq!(help, "it reads like a service: move it into `departments/pay/services/`");
    assert_eq!(told(&["departments/pay/services/slip"]).1, "call it `slip.yaml`");
}

#[test]
fn what_stands_in_a_misnamed_folder_is_not_missed_elsewhere() {
    let project = Project::new()
        .file("henkilöt/a.yaml", "maija: {name: Maija}\n")
        .file("departments/pay.yaml", "name: Pay\n")
        .file("departments/pay/tiimit/desk.yaml", "name: Desk\n")
        .file("departments/pay/services/slip.yaml", "name: Slip\nteam: desk\n");
    let report = project.check();
    assert_eq!(report.matches("error[").count(), 2, "{report}");
}

/// A name stands in no text, so that a program which writes what is proposed must not be given any.
#[test]
fn the_name_of_a_file_is_nothing_to_write() {
    let project = Project::new()
        .file("departments/pay.yaml", "name: Pay\n")
        .file("departments/pay/articles/slip.md", "---\ntitle: Slip\n---\nText.\n")
        .file("departments/pay/articles/slip.suomi.md", "---\ntitle: Laskelma\n---\nTeksti.\n");
    let said = project.run(["check", "--format", "json"]).stdout;
    assert!(said.contains("did you mean `fi`?") && said.contains("\"replacement\": null"), "{said}");
}

#[test]
fn misplaced_file_with_another_ending() {
    let project = Project::new().file("departments/pay.yml", "name: Pay\n");
    assert_snapshot!(project.finding("misplaced-file"), @"
    error[misplaced-file]: no file of this name is read in this place
     --> catalog/departments/pay.yml:1:1
      |
    1 | name: Pay
      | ^
      |
      = note: what it says would be missing on the site without a word
      = help: call it `pay.yaml`
    ");
}

#[test]
fn oversized_file() {
    let project = Project::new().file("questions.yaml", "#".repeat(1 << 21));
    assert_snapshot!(project.finding("oversized-file"), @"
    error[oversized-file]: this file has 2048 KiB; at most 1024 KiB are read
     --> catalog/questions.yaml:1:1
      |
     ::: 
    1 | ##########################################################################################…
      | ^
      |
      = note: a file that nobody can read through cannot be kept right
      = help: split it, or check whether it is the right file
    ");
}

#[test]
fn invalid_utf8() {
    let project = Project::new().file("departments/pay.yaml", &b"name: Pay\nsummary: P\xE4iv\xE4\n"[..]);
    assert_snapshot!(project.finding("invalid-utf8"), @"
    error[invalid-utf8]: this file is not UTF-8 text: it looks like Windows-1252, in which this is `ä`
     --> catalog/departments/pay.yaml:2:11
      |
    2 | summary: Päivä
      |           ^
      |
      = note: letters such as ä or ł would come out wrong on the site
      = help: save the file again with the encoding UTF-8
    ");
}

#[test]
fn the_encoding_of_a_file_is_named() {
    let told = |bytes: &[u8]| Project::new().file("departments/pay.yaml", bytes).finding("invalid-utf8");
    let said = told(b"name: Pay\nsummary: Op\xB3aty\n");
    assert!(said.contains("looks like Windows-1250, in which this is `ł`") && said.contains("pay.yaml:2:12"), "{said}");
    assert!(said.contains("2 | summary: Opłaty"), "{said}");
    let text = "name: Pay\nsummary: Päivä\n";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = "\u{FEFF}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    for bytes in [little, big] {
        let said = told(&bytes);
        assert!(said.contains("this file is UTF-16 (some programs say Unicode), not UTF-8 text"), "{said}");
        assert!(said.contains("1 | name: Pay") && said.contains("with the encoding UTF-8"), "{said}");
    }
    let table = b"period;service;standard;metric;value;count\n2026-10;w\xE4sche;normal;requests;2;\n".to_vec();
    let said = Project::new().file("measurements/2026.csv", table).finding("invalid-utf8");
    assert!(said.contains("Windows-1252, in which this is `ä`") && said.contains("CSV UTF-8"), "{said}");
}

#[test]
fn missing_company() {
    let project = Project::empty();
    assert_snapshot!(project.finding("missing-company"), @"
    error[missing-company]: there is no `catalog.yaml` with a company in it
     --> catalog/catalog.yaml:1:1
      |
    1 |
      | ^
      |
      = note: it names the company, its languages and its hours; no page can be made without it
      = help: create it with `name: ...` and `locales: [en]`, or start over with `luukku init`
    ");
}

#[test]
fn missing_front_matter() {
    let project = Project::new()
        .file("departments/pay.yaml", "name: Pay\n")
        .file("departments/pay/articles/slip.md", "# Your payslip\n");
    assert_snapshot!(project.finding("missing-front-matter"), @"
    error[missing-front-matter]: this file has no head between two lines of `---`
     --> catalog/departments/pay/articles/slip.md:1:1
      |
    1 | # Your payslip
      | ^^^^^^^^^^^^^^
      |
      = note: without a title the page could not be listed anywhere
      = help: begin the file with the lines `---`, `title: ...` and `---`
    ");
    for (text, told) in [
        ("title: Slip\nservices: []\n---\n# Text\n", "write a line `---` above the first key"),
        ("\r\n---\ntitle: Slip\n---\n# Text\n", "delete the empty lines above `---`"),
        ("---\ntitle: Slip\n# Text\n", "write a line `---` between the last key of the head and the text"),
    ] {
        let project =
            Project::new().file("departments/pay.yaml", "name: Pay\n").file("departments/pay/articles/slip.md", text);
        let said = project.finding("missing-front-matter");
        assert!(said.contains(told), "{said}");
    }
}

#[test]
fn invalid_table_head() {
    let project = Project::new().file(
        "measurements/pay.csv",
        "
            month,service
            2026-09,slip
        ",
    );
    assert_snapshot!(project.finding("invalid-table"), @"
    error[invalid-table]: the first row does not name the columns
     --> catalog/measurements/pay.csv:1:1
      |
    1 | month,service
      | ^^^^^^^^^^^^^
      |
      = note: a figure in the wrong column would be shown as something else
      = help: begin the file with the row `period,service,standard,metric,value,count`
    ");
}

#[test]
fn a_table_without_a_head_is_told_so() {
    let project = Project::new().file("measurements/pay.csv", "2026-09,slip,normal,answered,95,12\n");
    let report = project.finding("invalid-table");
    assert!(report.contains("the first row does not name the columns"), "{report}");
}

#[test]
fn invalid_table_row() {
    let project = Project::new().file(
        "measurements/pay.csv",
        "
            period,service,standard,metric,value,count
            2026-09,slip,normal
        ",
    );
    assert_snapshot!(project.finding("invalid-table"), @"
    error[invalid-table]: this row has 3 fields, not 6
     --> catalog/measurements/pay.csv:2:1
      |
    2 | 2026-09,slip,normal
      | ^^^^^^^^^^^^^^^^^^^
      |
      = note: a figure in the wrong column would be shown as something else
      = help: the columns are period,service,standard,metric,value,count
    ");
}

#[test]
fn empty_rows_of_a_table_are_passed_over() {
    let table = "period,service,standard,metric,value,count\n,,,,,\n , , ,,,\n";
    let report = Project::new().file("measurements/2026.csv", table).check();
    assert!(!report.contains("2026.csv"), "{report}");
}

#[cfg(unix)]
#[test]
fn the_catalogs_folder_may_be_a_link() {
    let project = Project::new();
    std::os::unix::fs::symlink(project.catalog(), project.path().join("link")).unwrap();
    let run = project.run(["check", "--catalog", "link"]);
    assert_eq!((run.status, run.stdout.contains("misplaced-file")), (0, false), "{}", run.stdout);
    let run = project.run(["check", "--catalog", "link/"]);
    assert_eq!(run.status, 0, "{}", run.stdout);
}
