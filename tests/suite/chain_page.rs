//! The chain behind a promise on its page, and the page of those who carry the customer.

use crate::project::Project;

const HOUSE: &str = r#"
    name: House
    hours: "Mo-Fr 08:00-16:00; PH off"
    services:
      order:
        name: Where is my order
        summary: We look it up.
        serves: [customers]
        standards: {normal: {first_response: 4h, resolution: 3d}}
        own_work: 2h
        depends_on:
          - {service: stock, for: what is left, how_often: daily, share: 30%}
          - {service: drivers, for: where the van is, after: stock}
          - {service: canteen, for: cake, blocking: false}
      stock:
        name: "Stock & <shelves>"
        summary: We count.
        standards: {normal: {resolution: 1d}}
      drivers:
        name: Drivers
        summary: We drive.
        standards: {normal: {resolution: 4h}}
      canteen:
        name: Canteen
        summary: We bake.
      archive:
        name: Archive
        summary: We keep.
"#;

fn built() -> Project {
    let project = Project::new().file("departments/house.yaml", HOUSE);
    let run = project.run(["build", "--no-minify"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    project
}

fn page(project: &Project, path: &str) -> String {
    std::fs::read_to_string(project.path().join("site").join(path)).unwrap()
}

/// What stands between two marks, for each time that they come.
fn between<'a>(text: &'a str, from: &str, to: &str) -> Vec<&'a str> {
    text.split(from).skip(1).map(|rest| rest.split(to).next().unwrap()).collect()
}

#[test]
fn the_picture_shows_who_answers_when_and_the_table_says_the_same() {
    let project = built();
    let page = page(&project, "services/order.html");
    let figure = between(&page, "<figure class=\"chain\">", "</figure>").concat();
    assert_eq!(between(&figure, "<tspan>", "</tspan>"), ["Stock &amp; &lt;shelves&gt;", "Drivers", "Our own work"]);
    assert_eq!(figure.matches("data-critical").count(), 3, "each waits for the one above");
    assert_eq!(figure.matches("chain__join").count(), 2);
    assert!(!figure.contains("style="), "styles in the page would need the server's leave");
    // The whole axis is 24 open hours long: a day, 4 hours, 2 hours, and what is left to spare.
    let number = |text: &str| text.trim_end_matches('%').parse::<f64>().unwrap();
    let bar = |bar: &&str| -> (f64, f64) {
        let value = |name: &str| number(between(bar, &format!("{name}=\""), "\"")[0]);
        (value(" x"), value("width"))
    };
    let bars: Vec<(f64, f64)> = between(&figure, "<rect", "/>").iter().map(bar).collect();
    for ((x, width), (start, hours)) in bars.iter().zip([(0.0, 8.0), (8.0, 4.0), (12.0, 2.0)]) {
        let unit = 100.0 / 24.0;
        assert!((x - start * unit).abs() <= 0.01 && (width - hours * unit).abs() <= 0.02, "{bars:?}");
    }
    assert!(figure.contains("10 working hours to spare"), "{figure}");
    let table = between(&page, "<caption>The chain as a table</caption>", "</table>").concat();
    assert!(table.contains("Only once this has answered: Stock &amp; &lt;shelves&gt;"), "{table}");
    let times: Vec<&str> = between(&table, "<b>", "</b>");
    assert_eq!(times, ["Tue 24 Nov, 08:00", "Tue 24 Nov, 12:00", "Tue 24 Nov, 14:00"]);
}

#[test]
fn ids_stand_once_on_a_page() {
    let project = built();
    for path in ["services/order.html", "customer.html"] {
        let page = page(&project, path);
        let mut ids = between(&page, " id=\"", "\"");
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "{path}");
    }
}

#[test]
fn services_that_wait_for_nobody_or_for_no_promise_have_no_picture() {
    let unpromised = HOUSE.replace("standards: {normal: {resolution: 4h}}", "keywords: [van]");
    let project = Project::new().file("departments/house.yaml", unpromised);
    assert_eq!(project.run(["build"]).status, 0);
    for path in ["services/order.html", "services/stock.html"] {
        assert!(!page(&project, path).contains("class=\"chain\""), "{path}");
    }
}

#[test]
fn services_know_who_needs_them_and_how_they_reach_the_customer() {
    let project = built();
    let stock = page(&project, "services/stock.html");
    let helps = between(&stock, "<h3 id=\"helps\">", "</section>").concat();
    for said in ["Where is my order", "what is left", "Daily", "In 30% of cases", "They wait for our answer"] {
        assert!(helps.contains(said), "{said}: {helps}");
    }
    let line = between(&stock, "<ol class=\"line-of-sight\">", "</ol>").concat();
    assert_eq!(line.matches("<li>").count(), 3);
    assert!(
        line.contains("<a href=\"../services/order.html\">") && line.trim_end().ends_with("<li>Our customers</li>"),
        "{line}"
    );
    assert!(page(&project, "services/archive.html").contains("Nobody has said yet how this reaches"));
}

#[test]
fn the_pyramid_is_turned_over() {
    let project = built();
    let page = page(&project, "customer.html");
    assert!(page.contains("<tspan>Our customers</tspan>"), "{page}");
    let floors: Vec<&str> = page.split("<h2 id=\"floor-").skip(1).collect();
    assert!(floors[0].contains("Where is my order") && !floors[0].contains("Canteen"));
    for below in ["Stock", "Drivers", "Canteen"] {
        assert!(floors[1].contains(below), "{below}");
    }
    assert_eq!(floors.len(), 2);
    assert!(between(&page, "<h2 id=\"unconnected\">", "</section>").concat().contains("Archive"));
    let alone =
        Project::new().file("departments/house.yaml", HOUSE.replace("serves: [customers]", "serves: [everyone]"));
    assert_eq!(alone.run(["build"]).status, 0);
    assert!(!alone.path().join("site/customer.html").exists(), "who serves no customers has no such page");
}
