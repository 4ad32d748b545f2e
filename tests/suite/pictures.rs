//! Pictures that the build draws: what they count, and that a list beside them says the same.

use luukku::BuildOptions;

use crate::project::Project;
use crate::site::Site;

const HOUSE: &str = "
    name: House
    hours: office
    channels: [{phone: +358 9 555 0100}]
    services:
      keys: {name: Keys, summary: Keys, serves: [everyone], depends_on: [{service: paper}]}
      doors: {name: Doors, summary: Doors, serves: [customers], depends_on: [{service: keys}, {service: paper}]}
    ";

const STORES: &str = "
    name: Stores
    hours: office
    channels: [{phone: +358 9 555 0101}]
    services:
      paper: {name: Paper, summary: Paper, serves: [house]}
      boxes: {name: Boxes, summary: Boxes, serves: [house], depends_on: [{service: keys}]}
    ";

const START: &str = "
    name: Start
    kind: onboarding
    steps:
      - {id: sign, when: before week 2, what: Sign}
      - {id: come, when: day 1, what: Come}
      - {id: eat, when: day 1, what: Eat}
      - {id: learn, when: month 2, what: Learn}
    ";

fn built() -> Site {
    let project = Project::new()
        .file("departments/house.yaml", HOUSE)
        .file("departments/stores.yaml", STORES)
        .file("journeys/start.yaml", START)
        .file("journeys/whenever.yaml", START.replace("when: day 1, ", "").replace("when: before week 2, ", ""));
    Site::build(&project.catalog(), &BuildOptions { minify: true, ..BuildOptions::default() })
}

/// The texts of all elements of a class, without markup.
fn texts(page: &str, class: &str) -> Vec<String> {
    let class = format!("class=\"{class}\"");
    let parts = page.split(&class).skip(1);
    let inner = parts.map(|part| part.split_once('>').unwrap().1.split("</text>").next().unwrap());
    inner.map(|html| html.split('<').map(|one| one.rsplit('>').next().unwrap()).collect()).collect()
}

#[test]
fn a_department_stands_among_those_it_works_with() {
    let site = built();
    let page = site.text("departments/house.html");
    assert_eq!(texts(page, "department-map__name"), ["Stores 2", "Everyone 1", "Our customers 1", "Stores 1"]);
    assert_eq!(texts(page, "department-map__number"), ["2"]);
    for said in ["Stores</a>: 2 services", "Stores</a>: 1 service", "Everyone: 1 service"] {
        assert!(page.contains(said), "{said}\n{page}");
    }
}

#[test]
fn the_floors_are_as_long_as_they_have_services() {
    let site = built();
    let page = site.text("customer.html");
    assert_eq!(texts(page, "floors__label"), ["They meet the customer 1", "Behind them 2"]);
    let part = |of: &str| {
        let all = page.match_indices("class=\"floors__part\"").map(|(at, _)| &page[at..at + 160]);
        let widths = all.filter(|part| part.contains(&format!("data-department=\"{of}\"")));
        let width = |part: &str| part.split("width=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        widths.map(width).collect::<Vec<_>>()
    };
    assert_eq!(part("house"), ["50.00%", "50.00%"]);
    assert_eq!(part("stores"), ["50.00%"]);
}

#[test]
fn a_journey_is_a_line_in_time() {
    let site = built();
    let page = site.text("journeys/start.html");
    let stops = page.split("class=\"journey-line__stop\"").skip(1).map(|stop| {
        let of = |name: &str| stop.split(&format!("{name}=\"")).nth(1).unwrap().split('"').next().unwrap();
        (of("x"), of("data-day"), of("data-steps"))
    });
    let expected = [("16.66%", "-14", "sign"), ("50.00%", "0", "come eat"), ("83.33%", "59", "learn")];
    assert_eq!(stops.collect::<Vec<_>>(), expected);
    let title = "At least 2 weeks before: 1 step. Day 1: 2 steps. Month 2: 1 step";
    assert!(page.contains(&format!("<title id=\"line-title\">{title}</title>")), "{page}");
    assert!(!site.text("journeys/whenever.html").contains("journey-line"), "what has no time is nowhere on a line");
}

#[test]
fn what_surrounds_letters_is_painted_before_them() {
    for (name, site) in Site::all() {
        for path in site.kinds("") {
            for text in site.text(path).split("<text").skip(1) {
                let attributes = text.split('>').next().unwrap();
                assert!(attributes.contains("paint-order=\"stroke\""), "{name}/{path}: <text{attributes}>");
            }
        }
    }
}
