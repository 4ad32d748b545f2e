//! The pages of places: who is there, who may be named, what leads there.

use luukku::BuildOptions;

use crate::project::Project;
use crate::site::Site;

fn company(privacy: &str) -> Project {
    Project::new()
        .file("catalog.yaml", format!("name: Acme\nlocales: [en]\ntime_zone: Europe/Helsinki\nprivacy: {privacy}\n"))
        .file(
            "places.yaml",
            "mill: {name: The mill, address: \"Mill Lane 1\", phone: \"+358 9 555 0100\", aliases: [old-mill]}\n",
        )
        .file("people.yaml", "anna.lind: {name: Anna Lind, team: saw}\nomar.salmi: {name: Omar Salmi, place: mill}\n")
        .file(
            "departments/wood.yaml",
            "name: Wood\nteams:\n  saw: {name: Saw, place: mill, lead: anna.lind}\n  desk: {name: Desk}\n",
        )
}

#[test]
fn who_is_there_as_far_as_the_company_names_anybody() {
    let full = Site::build(&company("full").catalog(), &BuildOptions::default());
    let page = full.text("places/mill.html");
    for there in ["Mill Lane 1", "tel:+35895550100", "../teams/saw.html", "../people/anna.lind.html", "Omar Salmi"] {
        assert!(page.contains(there), "{there}");
    }
    assert!(!page.contains("../teams/desk.html"));
    let nameless = Site::build(&company("roles").catalog(), &BuildOptions::default());
    let page = nameless.text("places/mill.html");
    assert!(page.contains("../teams/saw.html") && !page.contains("Anna") && !page.contains("Omar"));
}

#[test]
fn what_leads_there() {
    let site = Site::build(&company("full").catalog(), &BuildOptions::default());
    for path in ["teams/saw.html", "people/anna.lind.html", "people/omar.salmi.html"] {
        assert!(site.text(path).contains("../places/mill.html"), "{path}");
    }
    for path in ["index.html", "teams/desk.html"] {
        assert!(site.text(path).contains("places/index.html"), "{path} has it in the menu");
    }
    assert!(site.text("people/index.html").contains("The mill"));
    assert!(site.text("a-z.html").contains("places/mill.html"));
    assert!(site.text("places/old-mill.html").contains("mill.html"));
    let none = Site::build(&Project::new().file("departments/a.yaml", "name: A\n").catalog(), &BuildOptions::default());
    assert!(none.pages().all(|(path, html)| !path.starts_with("places") && !html.contains("places/index.html")));
}

#[test]
fn the_search_finds_a_place() {
    let run = company("full").run(["find", "mill lane", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(
        (&found["results"][0]["kind"], &found["results"][0]["id"]),
        (&"place".into(), &"mill".into()),
        "{found}"
    );
}
