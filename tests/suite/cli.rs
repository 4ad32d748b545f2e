//! The command line: exit statuses, help, JSON, the starter, and what a build refuses.

use insta::assert_snapshot;

use crate::project::Project;

#[test]
fn statuses_tell_the_catalogs_mistakes_from_the_machines() {
    let clean = Project::starter();
    assert_eq!(clean.run(["check"]).status, 0);
    let warned =
        Project::starter().file("departments/x.yaml", "name: X\nhours: \"Mo-Fr 08:00-25:00\"\n").run(["check"]);
    assert!(warned.stdout.contains("warning[doubtful-hours]"), "{}", warned.stdout);
    assert_eq!(warned.status, 0);
    let wrong = Project::new().file("people.yaml", "maija: {nmae: Maija}\n");
    assert_eq!(wrong.run(["check"]).status, 1);
    assert_eq!(wrong.run(["build"]).status, 1);
    assert_eq!(wrong.run(["check", "--catalog", "nowhere"]).status, 2);
    assert_eq!(wrong.run(["check", "--fast"]).status, 2);
    let bare = wrong.run(["check", "our-catalog"]);
    assert!(bare.status == 2 && bare.stderr.contains("is named by `--catalog our-catalog`"), "{}", bare.stderr);
    assert_eq!(wrong.run([]).status, 2);
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let run = Project::empty().run(["check", "--catalog", "nowhere"]);
    assert_eq!(run.stdout, "");
    assert_snapshot!(run.stderr, @"luukku: cannot read the catalog's folder `nowhere`: No such file or directory (os error 2)");
}

#[test]
fn help_explains_itself() {
    let run = Project::empty().run(["--help"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert_snapshot!(run.stdout, @r#"
    Turns what departments write about their services into a web site that says who helps, how to reach them and when the answer comes

    Usage: luukku <COMMAND>

    Commands:
      build    Make the site from the catalog
      check    Look through the catalog and say what is missing or wrong, without making the site
      diff     Tell what changes for readers from one catalog to another: promises, hours, ways to reach somebody
      explain  Say what the code of a finding means, with an example and what to write instead
      find     Find who helps with a need, in the reader's own words
      init     Begin a catalog: two departments and six services that explain the format by their comments
      new      Begin the file of a new entry, with comments and with what the catalog knows already
      schema   Print the JSON Schema of one kind of file, so that editors complete its keys
      when     Say when the answer comes: who asks a service now gets a first answer by when, and is helped by when
      help     Print this message or the help of the given subcommand(s)

    Options:
      -h, --help     Print help
      -V, --version  Print version

    Examples:
      luukku init our-catalog            begin with a small example that explains itself
      luukku new service travel-booking  begin a new file with what the catalog knows
      luukku check --catalog our-catalog see what is missing or wrong, file by file
      luukku explain late-promise        what the code of a finding means, with an example
      luukku diff main catalog           what a change means for readers
      luukku build --catalog our-catalog make the site in the folder `site`
      luukku when pay-correction         when will who asks now have an answer?
      luukku find "overtime missing"     which service answers that?

    What the program answers when it ends (its exit status):
      0  everything is in order (there may be warnings)
      1  the catalog has errors; each was shown with its file, line and what to do
      2  the command was mistyped, or the computer refused (no such folder, disk full)
    "#);
}

#[test]
fn help_of_each_command_has_examples() {
    for command in ["build", "check", "diff", "find", "init", "new", "schema", "when"] {
        let run = Project::empty().run([command, "--help"]);
        assert_eq!(run.status, 0, "{command}");
        assert!(run.stdout.contains(&format!("Examples:\n  luukku {command}")), "{command}:\n{}", run.stdout);
    }
}

#[test]
fn the_closing_line_counts() {
    let project =
        Project::new().file("people.yaml", "maija: {nmae: Maija}\n").file("departments/pay.yaml", "leed: x\n");
    assert!(project.check().ends_with("\n3 errors in 2 files\n"), "{}", project.check());
}

#[test]
fn nothing_found_is_said_calmly() {
    assert_snapshot!(Project::starter().check(), @"Nothing to fix: 6 services in 13 files.");
}

#[test]
fn json_holds_what_the_frames_show() {
    let project = Project::new().file("people.yaml", "# ä\nmäija: {nmae: Maija}\n");
    let run = project.run(["check", "--format", "json"]);
    assert_eq!((run.status, run.stderr.as_str()), (1, ""));
    assert_snapshot!(run.stdout, @r#"
    {
      "version": 1,
      "findings": [
        {
          "code": "invalid-id",
          "severity": "error",
          "message": "`mäija` cannot be the id of a person",
          "file": "catalog/people.yaml",
          "line": 2,
          "column": 1,
          "end_line": 2,
          "end_column": 6,
          "edit": null,
          "history": null,
          "label": null,
          "why": "the id becomes the address of a page, which has to work everywhere",
          "help": "use small letters a to z, digits, hyphens and dots: `maija`",
          "replacement": null,
          "count": 1,
          "related": []
        },
        {
          "code": "unknown-key",
          "severity": "error",
          "message": "there is no key `nmae` here",
          "file": "catalog/people.yaml",
          "line": 2,
          "column": 9,
          "end_line": 2,
          "end_column": 13,
          "edit": null,
          "history": null,
          "label": null,
          "why": "a key that is not known would be lost without a word",
          "help": "did you mean `name`?",
          "replacement": null,
          "count": 1,
          "related": []
        }
      ],
      "counts": {
        "errors": 2,
        "warnings": 0,
        "notes": 0
      }
    }
    "#);
}

#[test]
fn json_without_findings_is_still_an_object() {
    assert_snapshot!(Project::starter().run(["check", "--format", "json"]).stdout, @r#"
    {
      "version": 1,
      "findings": [],
      "counts": {
        "errors": 0,
        "warnings": 0,
        "notes": 0
      }
    }
    "#);
}

#[test]
fn places_hold_in_files_of_other_systems() {
    let plain = "maija:\n  name: Maija\n  titel: Lead\n";
    let expected = Project::new().file("people.yaml", plain).finding("unknown-key");
    for text in [plain.replace('\n', "\r\n"), format!("\u{feff}{plain}")] {
        assert_eq!(Project::new().file("people.yaml", &text).finding("unknown-key"), expected, "{text:?}");
    }
}

#[test]
fn long_lines_are_shown_around_the_mistake() {
    let text = format!("maija: {{name: \"{}\", titel: Lead, email: m@acme.example}}\n", "日本 ä\t".repeat(600));
    assert_snapshot!(Project::new().file("people.yaml", text).finding("unknown-key"), @r#"
    error[unknown-key]: there is no key `titel` here
     --> catalog/people.yaml:1:3019
      |
    1 | ... 本 ä    日本 ä    日本 ä    日本 ä    日本 ä    日本 ä    ", titel: Lead, email: m@acme.example}
      |                                                                  ^^^^^
      |
      = note: a key that is not known would be lost without a word
    help: write `title`: that is what it is called here
      |
    1 - …ä    日本 ä    日本 ä    日本 ä    日本 ä    日本 ä    日本 ä    日本 ä    ", titel: Lead, email: m@acme.example}
    1 + …ä    日本 ä    日本 ä    日本 ä    日本 ä    日本 ä    日本 ä    日本 ä    ", title: Lead, email: m@acme.example}
      |
    "#);
}

#[test]
fn many_warnings_of_one_code_are_counted_and_errors_are_not() {
    let services: String =
        (0..30).map(|n| format!("  s{n}: {{name: S{n}, hours: \"Mo-Fr 08:00-25:{n:02}\"}}\n")).collect();
    // Of nearly all services it would be one finding.
    let others: String = (30..50).map(|n| format!("  s{n}: {{name: S{n}}}\n")).collect();
    let pay = format!("name: Pay\nservices:\n{services}{others}");
    let report = Project::new().file("departments/pay.yaml", pay).check();
    assert_eq!(report.matches("warning[doubtful-hours]").count(), 20);
    assert!(report.contains("\n30  warning  doubtful-hours (the first 20 are shown)\n"), "{report}");
    assert!(report.contains("\n`luukku check --format json` lists them all\n"), "{report}");

    let people: String = (0..30).map(|n| format!("p{n}: {{name: P{n}, titel{n}: x}}\n")).collect();
    let report = Project::new().file("people.yaml", people).check();
    assert_eq!(report.matches("error[unknown-key]").count(), 30);
}

#[test]
fn errors_come_last_and_what_was_told_in_full_is_told_in_short() {
    let nobody: String = (0..5).map(|n| format!("  t{n}: {{name: T{n}, summary: Of use}}\n")).collect();
    let others: String = (5..20).map(|n| format!("  t{n}: {{name: T{n}, summary: Of use, lead: maija}}\n")).collect();
    let pay = format!("name: Pay\npart_of: pay\nteams:\n{nobody}{others}");
    let project = Project::new().file("departments/pay.yaml", pay).file("people.yaml", "maija: {name: Maija}\n");
    let report = project.check();
    let blocks: Vec<&str> = report.split("\n\n").collect();
    let of = |code: &str| blocks.iter().filter(|block| block.contains(code)).copied().collect::<Vec<_>>();
    let teams = of("warning[empty-team]");
    let with_help = teams.iter().filter(|block| block.contains("= help: ")).count();
    assert_eq!((teams.len(), with_help), (5, 3), "{report}");
    let short = "warning[empty-team]: nobody works in the team `t4`\n--> catalog/departments/pay.yaml:8:3";
    assert_eq!(teams[4], short, "{report}");
    let error = blocks.iter().position(|block| block.starts_with("error[department-circle]"));
    let warning = blocks.iter().rposition(|block| block.starts_with("warning["));
    assert!(error > warning, "{report}");
}

#[test]
fn init_writes_a_catalog_that_builds_without_a_finding() {
    let project = Project::empty();
    let run = project.run(["init", "ours"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert_snapshot!(run.stdout, @"
    Wrote 15 files to ours. Begin with ours/catalog.yaml: its comments explain the rest,
    and ours/README.md how each kind of file is written.

    Next:
      luukku check --catalog ours
      luukku build --catalog ours
    ");
    let run = project.run(["build", "--catalog", "ours"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{}", run.stdout);
    assert!(run.stdout.starts_with("Nothing to fix in the catalog.\n\nBuilt site: "), "{}", run.stdout);
    assert!(project.path().join("site/index.html").is_file());
}

#[test]
fn init_leaves_a_folder_in_use_alone() {
    let project = Project::new();
    let run = project.run(["init", "catalog"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
    assert_snapshot!(run.stderr, @"luukku: the folder `catalog` is not empty; name a new one: `luukku init DIR`");
    assert!(!project.catalog().join("people.yaml").exists());
}

#[test]
fn a_site_and_its_catalog_stay_apart() {
    let project = Project::starter();
    for out in ["catalog", "catalog/site/new", ".", "catalog/../catalog/x"] {
        let run = project.run(["build", "--out", out]);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{out}");
        assert!(run.stderr.contains("folder"), "{out}: {}", run.stderr);
    }
    assert!(project.catalog().join("catalog.yaml").is_file());
    assert!(!project.catalog().join("site").exists());
}

#[test]
fn a_build_takes_a_theme_and_an_address() {
    let project = Project::starter();
    let theme = project.path().join("ours/templates/partials");
    std::fs::create_dir_all(&theme).unwrap();
    std::fs::write(theme.join("footer.html"), "<footer>Made in our own way</footer>").unwrap();
    let run = project.run(["build", "--theme", "ours", "--base-url", "https://services.example/deep"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{}", run.stdout);
    let index = std::fs::read_to_string(project.path().join("site/index.html")).unwrap();
    assert!(index.contains("Made in our own way"), "{index}");
    let map = std::fs::read_to_string(project.path().join("site/sitemap.xml")).unwrap();
    assert!(map.contains("https://services.example/deep/a-z.html"), "{map}");

    for (option, value, said) in [
        ("--theme", "nowhere", "cannot read the theme in `nowhere`: No such file"),
        ("--theme", "catalog", "holds no theme"),
        ("--base-url", "services.example", "write the whole address"),
    ] {
        let run = project.run(["build", option, value]);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{option} {value}");
        assert!(run.stderr.contains(said), "{option} {value}: {}", run.stderr);
    }
}

#[test]
fn a_misspelt_field_of_a_theme_is_an_error_behind_safe_too() {
    let project = Project::starter();
    let theme = project.path().join("ours/templates/partials");
    std::fs::create_dir_all(&theme).unwrap();
    std::fs::write(theme.join("footer.html"), "<footer>{{ shell.titel | safe }}</footer>").unwrap();
    let run = project.run(["build", "--theme", "ours"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("footer.html") && run.stderr.contains("is its name written right?"), "{}", run.stderr);
}

#[test]
fn a_catalog_with_errors_leaves_the_site_as_it_was() {
    let project = Project::starter();
    assert_eq!(project.run(["build"]).status, 0);
    let index = project.path().join("site/index.html");
    let before = std::fs::read(&index).unwrap();
    let project = project.file("people.yaml", "anna.lind: {nmae: Anna}\n");
    let run = project.run(["build"]);
    assert_eq!(run.status, 1);
    assert!(run.stdout.ends_with("No site was built: the errors have to be fixed first.\n"), "{}", run.stdout);
    assert_eq!(std::fs::read(&index).unwrap(), before);
}

#[test]
fn now_is_a_date_or_an_instant() {
    let project = Project::starter();
    for now in ["2026-11-23", "2026-11-23T08:00:00+02:00", "2026-11-23T06:00:00Z"] {
        assert_eq!(project.run(["check", "--now", now]).status, 0, "{now}");
    }
    for now in ["tomorrow", "23.11.2026", "2026-02-30", ""] {
        let run = project.run(["check", "--now", now]);
        assert_eq!(run.status, 2, "{now}");
        assert!(run.stderr.contains("write a date such as 2026-11-23"), "{}", run.stderr);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_in_a_sentence() {
    let project = Project::new();
    for arguments in [&["schema", "service"][..], &["explain", "late-promise"], &["explain", "--all"], &["check"]] {
        for full in ["stdout", "stderr"] {
            let device = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
            let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_luukku"));
            command.args(arguments).current_dir(project.catalog().parent().unwrap());
            let output = match full {
                "stdout" => command.stdout(device).output().unwrap(),
                _ => command.arg("--unknown").stderr(device).output().unwrap(),
            };
            assert_eq!(output.status.code(), Some(2), "{arguments:?} {full}");
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(full == "stderr" || said.starts_with("luukku: cannot print"), "{said}");
        }
    }
}
