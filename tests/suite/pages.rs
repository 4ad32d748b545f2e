//! What pages say where a catalog is out of the ordinary.

use crate::project::{Project, Run};

const DESK: &str = "
    name: Payroll
    country: FI
    hours: office
    teams:
      desk:
        name: Desk
        rota:
";

/// A project that was built, with what the command said.
fn built<'a>(project: Project, arguments: impl IntoIterator<Item = &'a str>) -> (Project, Run) {
    let run = project.run(["build", "--no-minify"].into_iter().chain(arguments));
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    (project, run)
}

fn page(project: &Project, path: &str) -> String {
    std::fs::read_to_string(project.path().join("site").join(path)).unwrap()
}

/// What stands between two marks, for each time that they come.
fn between<'a>(text: &'a str, from: &str, to: &str) -> Vec<&'a str> {
    text.split(from).skip(1).map(|rest| rest.split(to).next().unwrap()).collect()
}

#[test]
fn pictures_are_published_by_their_content_whatever_they_are_called() {
    let photo = |path: &str| format!("{{name: N, photo: \"{path}\"}}\n");
    let files = ["a/me.png", "b/me.png", "a/ME.PNG", "a/My Photo #1?.png", "a/100%25.png"];
    let mut project = Project::new().file("departments/pay.yaml", "name: Pay\ndescription: \"![A door](a/me.png)\"\n");
    let mut people = String::new();
    for (number, path) in files.iter().enumerate() {
        project = project.file(path, b"\x89PNG\r\n\x1a\n");
        people.push_str(&format!("p{number}: {}", photo(path)));
    }
    let (project, _) = built(project.file("people.yaml", people), []);
    let pictures: Vec<String> = std::fs::read_dir(project.path().join("site/assets"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".png"))
        .collect();
    assert_eq!(pictures.len(), 1, "{pictures:?}");
    for number in 0..files.len() {
        let person = page(&project, &format!("people/p{number}.html"));
        assert!(person.contains(&format!("src=\"../assets/{}\"", pictures[0])), "{person}");
    }
    let department = page(&project, "departments/pay.html");
    assert!(department.contains(&format!("<img src=\"../assets/{}\" alt=\"A door\">", pictures[0])), "{department}");
}

#[test]
fn the_first_page_begins_with_the_needs_that_the_company_names() {
    let department = |asked: &str| {
        let service = |id: &str| format!("  {id}: {{name: {id}, asked_as: [{id} {asked}]}}\n");
        format!("name: IT\nservices:\n{}", ["a", "b", "c", "d", "e"].map(service).concat())
    };
    let project = Project::new().file("departments/it.yaml", department("please"));
    let (project, _) = built(project.file("catalog.yaml", "name: Acme\nhome: [d, e, b]\n"), []);
    let needs = page(&project, "index.html");
    assert_eq!(between(&needs, "<q>", "</q>"), ["d please", "e please", "b please"]);
}

#[test]
fn beside_the_number_for_emergencies_stands_no_promise_of_the_office() {
    let help = "  help: {name: Help, channels: [{emergency: '112'}, {phone: '+358 9 555 0100'}], standards: {normal:
        {first_response: 4h, resolution: 3d}}}\n  papers: {name: Papers, standards: {normal: {resolution: 2d}}}\n";
    let steps = "steps: [{what: Ring, service: help, when: day 1}, {what: Write, service: papers, when: week 1}]\n";
    let project = Project::new()
        .file("departments/safety.yaml", format!("name: Safety\nservices:\n{help}"))
        .file("journeys/hurt.yaml", format!("name: Hurt\nsummary: What to do\n{steps}"));
    let (project, _) = built(project, []);
    let hurt = page(&project, "journeys/hurt.html");
    assert!(hurt.contains("Done within 2 days") || hurt.contains("Done within 2 working days"), "{hurt}");
    assert!(!hurt.contains("3 days") && !hurt.contains("3 working days"), "{hurt}");
}

#[test]
fn a_page_that_would_say_nothing_is_not_there() {
    let pages = ["i-need-to.html", "phone-list.html", "standards.html", "roles.html"];
    let there = |department: &str| {
        let (project, _) = built(Project::new().file("departments/it.yaml", department), []);
        let home = page(&project, "index.html");
        pages.map(|path| {
            assert_eq!(project.path().join("site").join(path).exists(), home.contains(path), "{path}");
            home.contains(path)
        })
    };
    assert_eq!(there("name: IT\n"), [false; 4]);
    assert_eq!(there("name: IT\nchannels: [{phone: +358 9 555 0100}]\n"), [false, true, false, false]);
    let service = "name: IT\nservices: {help: {name: Get help";
    assert_eq!(there(&format!("{service}}}}}\n")), [true, false, false, false]);
    let promise = format!("{service}, standards: {{normal: {{first_response: 4h}}}}}}}}\n");
    assert_eq!(there(&promise), [true, false, true, false]);
    assert_eq!(there(&format!("{service}, informs: [it]}}}}\n")), [true, false, false, true]);
}

#[test]
fn a_home_that_leads_nowhere_is_an_error() {
    let project = Project::new().file("departments/it.yaml", "name: IT\nservices: {help: {name: Help}}\n");
    let said = project.file("catalog.yaml", "name: Acme\nhome: [hepl, help]\n").check();
    assert!(said.contains("error[unknown-service]: there is no service `hepl`"), "{said}");
    assert!(said.contains("did you mean `help`?") && said.contains("catalog.yaml:2:8"), "{said}");
}

#[test]
fn a_rota_tells_the_week_only_where_it_is_true() {
    let turns = [
        ("a", "Mo-We 08:00-12:00"),
        ("b", "week 1-53/2 Mo-Fr 08:00-16:00"),
        ("c", "Sa[1] 10:00-12:00"),
        ("d", "PH 08:00-10:00"),
        ("e", "2026 Nov 30-2026 Dec 01 08:00-09:00"),
        ("f", "2026 Oct 01 08:00-09:00"),
        ("g", "Mo-Fr 08:00-16:00; PH off"),
    ];
    let rota: String =
        turns.iter().map(|(who, when)| format!("          - {{who: {who}, when: \"{when}\"}}\n")).collect();
    let people: String = turns.iter().map(|(who, _)| format!("{who}: {{name: Person {who}}}\n")).collect();
    let always = DESK.replace("hours: office", "hours: \"24/7\"");
    assert_ne!(always, DESK);
    let project =
        Project::new().file("people.yaml", people).file("departments/payroll.yaml", format!("{always}{rota}"));
    let (project, _) = built(project, []);
    let page = page(&project, "teams/desk.html");
    let section = between(&page, "id=\"rota\"", "</section>").concat();
    // Behind those of now and next.
    let (_, rule) = section.split_once("</duty-turns>").unwrap();
    // Times do not break at their dash.
    let told = between(rule, "<dd>", "</dd>").join("\n").replace('\u{2060}', "");
    insta::assert_snapshot!(told, @"
    Mon–Wed 08:00–12:00
    Mon 30 Nov 08:00–16:00; Tue 1 Dec 08:00–16:00; Wed 2 Dec 08:00–16:00; Thu 3 Dec 08:00–16:00; Fri 4 Dec 08:00–16:00; Mon 14 Dec 08:00–16:00; …
    Sat 5 Dec 10:00–12:00; Sat 2 Jan 10:00–12:00; Sat 6 Feb 10:00–12:00; Sat 6 Mar 10:00–12:00; Sat 3 Apr 10:00–12:00; Sat 1 May 10:00–12:00; …
    Sun 6 Dec 08:00–10:00; Thu 24 Dec 08:00–10:00; Fri 25 Dec 08:00–10:00; Sat 26 Dec 08:00–10:00; Fri 1 Jan 08:00–10:00; Wed 6 Jan 08:00–10:00; …
    Mon 30 Nov 08:00–09:00; Tue 1 Dec 08:00–09:00
    Mon–Fri 08:00–16:00; except Thu 24 Dec, Fri 25 Dec, Fri 1 Jan, Wed 6 Jan
    ");
}

#[test]
fn a_rota_is_told_in_a_line_where_a_day_is_short() {
    let rota = "          - {who: g, when: 'Mo-Fr 08:00-16:00'}\n";
    let desk = DESK.replace("    teams:", "    short_days: [{on: 2026-12-23, hours: '00:00-12:00'}]\n    teams:");
    let project = Project::new().file("people.yaml", "g: {name: Person g}\n");
    let (project, _) = built(project.file("departments/payroll.yaml", format!("{desk}{rota}")), []);
    let section = between(&page(&project, "teams/desk.html"), "id=\"rota\"", "</section>").concat();
    let told = between(&section, "<dd>", "</dd>").join("\n").replace('\u{2060}', "");
    assert_eq!(told, "Mon–Fri 08:00–16:00; except Wed 23 Dec 08:00–12:00");
}

#[test]
fn the_name_of_an_urgency_is_told_where_it_stands_alone() {
    let service = "name: Help\nstandards: {storm: {name: Storm, when: Wind, first_response: 1h}}\n";
    let project = Project::new().file("departments/pay/department.yaml", "name: Pay\nhours: office\n");
    let (project, _) = built(project.file("departments/pay/services/help.yaml", service), []);
    assert!(page(&project, "services/help.html").contains("<h3>Storm</h3>"));
}

#[test]
fn the_own_pages_of_people_are_told_with_how_to_reach_them_only() {
    for (privacy, told) in [("full", true), ("names", false)] {
        let company = format!("name: Acme\nlocales: [en]\nprivacy: {privacy}\n");
        let person = "g: {name: Person g, knows: [Cranes], links: [{name: Mine, url: 'https://x.example/g'}]}\n";
        let project = Project::new().file("catalog.yaml", company).file("people.yaml", person);
        let (project, _) = built(project, []);
        let page = page(&project, "people/g.html");
        assert!(page.contains("Cranes") && page.contains("https://x.example/g") == told, "{privacy}");
    }
}

#[test]
fn headings_keep_off_the_ids_of_the_page_and_links_find_them() {
    let project = Project::new()
        .file("departments/pay/services/slip.yaml", "name: Slip\ndescription: |\n  # Payday\n\n  Soon.\n")
        .file("departments/pay/department.yaml", "name: Pay\n")
        .file(
            "departments/pay/articles/read.md",
            "---\ntitle: Read\nservices: [slip]\nreviewed: 2026-11-01\n---\n# Main\n\n## Services\n\n\
             ## Review {#look_again}\n\n\
             [when](service:slip#payday) [here](#services) [again](#look-again) [reach](service:slip#reach)\n",
        );
    let (project, _) = built(project, []);
    let page = page(&project, "articles/read.html");
    let ids = between(&page, " id=\"", "\"");
    assert_eq!(ids, ["page_main", "main", "services", "look-again", "page_services", "page_review"]);
    assert!(page.contains("Review</h"), "an id is no word: {page}");
    let links = between(&page, "<p><a href=\"", "</p>\n</div>").concat();
    let expected = ["../services/slip.html#about-payday", "#services", "#look-again", "../services/slip.html#reach"];
    for link in expected {
        assert!(page.contains(&format!("href=\"{link}\"")), "{link} in {links}");
    }
}

#[test]
fn a_page_that_is_served_anywhere_leads_by_whole_addresses_once_they_are_known() {
    let project = Project::new().file("departments/pay.yaml", "name: Pay\n");
    let (project, _) = built(project, ["--base-url", "https://acme.example/help/"]);
    for (path, home) in [("404.html", ""), ("fi/404.html", "fi/")] {
        let page = page(&project, path);
        assert!(!page.contains("<base"), "{path}: a base makes `#page_main` lead away");
        assert!(page.contains("href=\"#page_main\""), "{path}");
        for link in between(&page, "href=\"", "\"").into_iter().chain(between(&page, "src=\"", "\"")) {
            assert!(link == "#page_main" || link.starts_with("https://acme.example/help/"), "{path}: {link}");
        }
        assert!(page.contains(&format!("href=\"https://acme.example/help/{home}index.html\"")), "{path}");
    }
    assert!(page(&project, "index.html").contains("href=\"a-z.html\""));
}

#[test]
fn a_language_without_words_has_english_pages_around_texts_that_say_their_language() {
    let project = Project::new()
        .file("catalog.yaml", "name: Acme\nlocales: [de, sv-FI]\ntime_zone: Europe/Berlin\n")
        .file("departments/pay.yaml", "name: {de: Lohn, sv-FI: Lön}\nsummary: Alles zum Lohn\n");
    let (project, run) = built(project, []);
    assert!(run.stdout.contains("warning[unspoken-language]: luukku has no words in Deutsch"), "{}", run.stdout);
    let german = page(&project, "departments/pay.html");
    assert!(german.contains("<html lang=\"en\">"), "{german}");
    assert!(german.contains("<h1><span lang=\"de\">Lohn</span></h1>"), "{german}");
    let swedish = page(&project, "sv-FI/departments/pay.html");
    assert!(swedish.contains("<html lang=\"sv-FI\">") && swedish.contains("<h1>Lön</h1>"), "{swedish}");
    assert!(swedish.contains("<span lang=\"de\" data-fallback=\"de\">Alles zum Lohn</span>"), "{swedish}");
}

#[test]
fn a_company_of_roles_names_nobody_in_texts_and_tells_nobody_away() {
    let company = "name: Acme\nlocales: [en]\ntime_zone: Europe/Helsinki\nprivacy: roles\n";
    let project = Project::empty()
        .file("catalog.yaml", company)
        .file("people.yaml", "ann.lee: {name: Ann Lee, title: Clerk, away: [{from: 2026-11-01, until: 2026-12-01}]}\n")
        .file(
            "departments/pay.yaml",
            "
            name: Pay
            summary: Ask ann.lee first
            description: \"<person:ann.lee>, [her](person:ann.lee) or ann.lee\"
            teams: {desk: {name: Desk, members: [ann.lee]}}
            services:
              slip: {name: Slip, team: desk, owner: ann.lee, steps: [{what: Write to <person:ann.lee>}]}
            ",
        );
    let (project, _) = built(project, []);
    for path in ["departments/pay.html", "services/slip.html", "teams/desk.html", "roles.html", "catalog.json"] {
        let page = page(&project, path).to_lowercase();
        assert!(!page.contains("ann.lee") && !page.contains("ann lee") && !page.contains("away"), "{path}: {page}");
    }
    assert!(page(&project, "services/slip.html").contains("<a href=\"../teams/desk.html\">Clerk</a>"));
}

#[test]
fn what_authors_write_is_told() {
    let project =
        Project::new().file("people.yaml", "ann: {name: Ann, time_zone: Europe/Warsaw}\nbo: {name: Bo}\n").file(
            "departments/pay.yaml",
            "
            name: Pay
            hours: office
            services:
              slip:
                name: Slip
                channels: [{phone: +358 9 555 0100, standard: urgent}, {email: a@acme.example, standard: slow}]
                standards: {urgent: {when: No pay, first_response: 30m}, slow: {when: Later, resolution: 2d}}
                own_work: 4h
                depends_on: [{service: hours, blocking: false}, {service: data, after: hours, blocking: false}]
              hours: {name: Hours}
              data: {name: Data}
            ",
        );
    let (project, _) = built(project, []);
    let service = page(&project, "services/slip.html").split_whitespace().collect::<Vec<_>>().join(" ");
    for told in [
        "An answer within 30 working minutes.",
        "Done within 2 working days",
        "<dt>Our own work</dt> <dd> 4 working hours </dd>",
        "Only once this has answered: Hours.",
    ] {
        assert!(service.contains(told), "{told} in {service}");
    }
    assert!(page(&project, "people/ann.html").contains("<small>Warsaw</small>"));
    let bo = page(&project, "people/bo.html");
    assert!(!bo.contains("through the team") && bo.contains("Nobody has said yet how to reach this person."), "{bo}");
}

#[test]
fn addresses_outside_hold_nothing_that_an_address_must_not() {
    let project = Project::new().file("people.yaml", "ann: {name: Ann, email: \"a%b@acme.example\"}\n").file(
        "departments/pay.yaml",
        "
            name: Pay
            channels: [{form: \"https://acme.example/a|b?q=[1]^`{x}\"}]
            ",
    );
    let (project, _) = built(project, []);
    let department = page(&project, "departments/pay.html");
    assert!(department.contains("href=\"https://acme.example/a%7Cb?q=%5B1%5D%5E%60%7Bx%7D\""), "{department}");
    assert!(page(&project, "people/ann.html").contains("href=\"mailto:a%25b@acme.example\""));
}

#[test]
fn a_build_that_comes_to_nothing_leaves_no_folder() {
    let project = Project::new().file("departments/pay.yaml", "nam: Pay\n");
    let run = project.run(["build", "--out", "a/b/site"]);
    assert_eq!(run.status, 1, "{}{}", run.stdout, run.stderr);
    assert!(!project.path().join("a").exists());
    let project = Project::new();
    assert_eq!(project.run(["build", "--out", "a/b/site"]).status, 0);
    assert!(project.path().join("a/b/site/index.html").exists());
}

#[test]
fn only_years_that_can_be_counted_are_taken_for_now() {
    let project = Project::new();
    for now in ["1969-12-31", "9001-01-01T00:00:00Z", "+262000-01-01"] {
        let run = project.run(["build", "--now", now]);
        assert_eq!(run.status, 2, "{now}: {}{}", run.stdout, run.stderr);
    }
    for now in ["1970-01-01", "9000-12-31"] {
        let run = project.run(["build", "--now", now]);
        assert_eq!(run.status, 0, "{now}: {}{}", run.stdout, run.stderr);
    }
}

#[test]
fn a_cut_calendar_file_is_not_said_to_hold_all() {
    let brought: String = (1..=80)
        .map(|number| {
            format!("      - {{what: Thing {number}, deadline: {{every: month, on: {}}}}}\n", number % 28 + 1)
        })
        .collect();
    let department =
        format!("name: Pay\nhours: Mo-Fr 08:00-16:00\nservices:\n  slip:\n    name: Slip\n    you_provide:\n{brought}");
    let (project, _) = built(Project::new().file("departments/pay.yaml", department), []);
    let dates = page(&project, "deadlines.html");
    assert!(
        dates.contains("The calendar file has those before "),
        "{}",
        between(&dates, "</table>", "</section>").concat()
    );
}
