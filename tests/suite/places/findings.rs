//! What is found about places, each whole report.

use insta::assert_snapshot;

use crate::project::Project;

fn offices() -> Project {
    Project::new()
        .file("places.yaml", "head-office: {name: Head office}\nfactory: {name: Factory, aliases: [mill]}\n")
        .file("departments/it.yaml", "name: IT\nplace: head-office\n")
        .file("departments/wood.yaml", "name: Wood\nplace: factory\n")
}

#[test]
fn unknown_place() {
    let project = offices().file("departments/pay.yaml", "name: Pay\nplace: head-ofice\n");
    assert_snapshot!(project.finding("unknown-place"), @"
    error[unknown-place]: there is no place `head-ofice`
     --> catalog/departments/pay.yaml:2:8
      |
    2 | place: head-ofice
      |        ^^^^^^^^^^
      |
      = note: a reader who follows it would stand before a closed door
    help: did you mean `head-office`?
      |
    2 | place: head-office
      |               +
    ");
    let project = offices().file("people.yaml", "anna.lind: {name: Anna Lind, place: mill}\n");
    assert_snapshot!(project.finding("unknown-place"), @"
    error[unknown-place]: there is no place `mill`
     --> catalog/people.yaml:1:37
      |
    1 | anna.lind: {name: Anna Lind, place: mill}
      |                                     ^^^^
      |
      = note: a reader who follows it would stand before a closed door
    help: it is called `factory` now
      |
    1 - anna.lind: {name: Anna Lind, place: mill}
    1 + anna.lind: {name: Anna Lind, place: factory}
      |
    ");
}

#[test]
fn a_place_by_its_name_is_meant() {
    let project = offices().file("departments/pay.yaml", "name: Pay\nplace: Head office\n");
    assert_snapshot!(project.finding("unknown-place"), @"
    error[unknown-place]: there is no place `Head office`
     --> catalog/departments/pay.yaml:2:8
      |
    2 | place: Head office
      |        ^^^^^^^^^^^
      |
      = note: a reader who follows it would stand before a closed door
    help: did you mean `head-office`?
      |
    2 - place: Head office
    2 + place: head-office
      |
    ");
    let project = offices().file("departments/pay.yaml", "name: Pay\nplace: it\n");
    assert_snapshot!(project.finding("unknown-place"), @"
    error[unknown-place]: `it` is a department, and here stands a place
     --> catalog/departments/pay.yaml:2:8
      |
    2 | place: it
      |        ^^
      |
      = note: a reader who follows it would stand before a closed door
      = help: write the id of a place
    ");
}

#[test]
fn a_place_in_two_files() {
    let project = offices().file("places/more.yaml", "factory: {name: Another factory}\n");
    assert_snapshot!(project.finding("duplicate-id"), @"
    error[duplicate-id]: the place `factory` is written in two places
     --> catalog/places/more.yaml:1:1
      |
    1 | factory: {name: Another factory}
      | ^^^^^^^ again here
      |
     ::: catalog/places.yaml:2:1
      |
    2 | factory: {name: Factory, aliases: [mill]}
      | ------- first here
      |
      = note: an id is an address for ever, so each can be used only once in the whole catalog
      = help: give one of them another id, or delete the one that is out of date
    ");
}

#[test]
fn unused_place() {
    let project = offices().file("places/more.yaml", "shop: {name: Shop}\n");
    assert_snapshot!(project.finding("unused-place"), @"
    warning[unused-place]: nobody is at the place `shop`
     --> catalog/places/more.yaml:1:1
      |
    1 | shop: {name: Shop}
      | ^^^^
      |
      = note: whoever goes there by its page would meet nobody that the page names
      = help: write `place: shop` at a department, a team, a person or a desk
    ");
    assert!(!offices().check().contains("unused-place"));
}

#[test]
fn what_a_place_needs_and_takes() {
    let project = offices().file("places/more.yaml", "shop: {adress: Street 1, map: maps/shop.png}\n");
    assert_snapshot!(project.finding("missing-name"), @"
    error[missing-name]: the place `shop` has no `name`
     --> catalog/places/more.yaml:1:1
      |
    1 | shop: {adress: Street 1, map: maps/shop.png}
      | ^^^^
      |
      = note: readers would see its id instead of its name
      = help: add `name: ...`
    ");
    assert_snapshot!(project.finding("unknown-key"), @"
    error[unknown-key]: there is no key `adress` here
     --> catalog/places/more.yaml:1:8
      |
    1 | shop: {adress: Street 1, map: maps/shop.png}
      |        ^^^^^^
      |
      = note: a key that is not known would be lost without a word
    help: write `address`: that is what it is called here
      |
    1 | shop: {address: Street 1, map: maps/shop.png}
      |          +
    ");
    assert_snapshot!(project.finding("missing-file"), @"
    error[missing-file]: there is no picture `maps/shop.png` in the catalog's folder
     --> catalog/places/more.yaml:1:31
      |
    1 | shop: {adress: Street 1, map: maps/shop.png}
      |                               ^^^^^^^^^^^^^
      |
      = note: the page would show a broken picture
      = help: write an address with `https://`, or the path from the catalog's folder to a jpg, png, webp, avif, gif or svg file
    ");
}

#[test]
fn only_a_desk_stands_in_a_place() {
    let project = offices().file(
        "departments/pay.yaml",
        "name: Pay\nchannels:\n  - {phone: \"+358 9 555 0100\", place: factory, at: second floor}\n",
    );
    assert_snapshot!(project.finding("misplaced-key"), @r#"
    error[misplaced-key]: `place` and `at` belong to a desk
     --> catalog/departments/pay.yaml:3:39
      |
    3 |   - {phone: "+358 9 555 0100", place: factory, at: second floor}
      |                                       ^^^^^^^
      |
      = note: nobody can walk into any other channel
      = help: make a channel of its own of them, `{desk: ..., place: ..., at: ...}`, or delete them
    "#);
}

#[test]
fn parts_of_countries() {
    let report = |company: &str| {
        let text = format!("name: Acme\nlocales: [en]\ntime_zone: Europe/Berlin\n{company}\n");
        Project::new().file("catalog.yaml", text).finding("invalid-subdivision")
    };
    assert_snapshot!(report("country: DE\nsubdivision: Bavaria"), @"
    error[invalid-subdivision]: `Bavaria` is not a code of ISO 3166-2, such as `DE-BY`
     --> catalog/catalog.yaml:5:14
      |
    5 | subdivision: Bavaria
      |              ^^^^^^^
      |
      = note: it decides which public holidays of a part of the country `PH` means
    help: did you mean `DE-BY`?
      |
    5 - subdivision: Bavaria
    5 + subdivision: DE-BY
      |
    ");
    assert_snapshot!(report("country: GB\nsubdivision: SCT"), @"
    error[invalid-subdivision]: `SCT` is not a code of ISO 3166-2, such as `DE-BY`
     --> catalog/catalog.yaml:5:14
      |
    5 | subdivision: SCT
      |              ^^^
      |
      = note: it decides which public holidays of a part of the country `PH` means
    help: did you mean `GB-SCT`?
      |
    5 | subdivision: GB-SCT
      |              +++
    ");
    assert_snapshot!(report("country: FI\nsubdivision: DE-BY"), @"
    error[invalid-subdivision]: `DE-BY` is a part of `DE`, and the country here is `FI`
     --> catalog/catalog.yaml:5:14
      |
    5 | subdivision: DE-BY
      |              ^^^^^
      |
      = note: it decides which public holidays of a part of the country `PH` means
      = help: write a part of `FI`, or `country: DE` beside it
    ");
    assert_snapshot!(report("country: GB\nsubdivision: GB-SCO"), @"
    error[invalid-subdivision]: `GB` has no part `GB-SCO`
     --> catalog/catalog.yaml:5:14
      |
    5 | subdivision: GB-SCO
      |              ^^^^^^
      |
      = note: it decides which public holidays of a part of the country `PH` means
      = help: write one of `GB-EAW`, `GB-ENG`, `GB-NIR`, `GB-SCT`, `GB-WLS`
    ");
    assert_snapshot!(report("subdivision: DE-BY"), @"
    error[invalid-subdivision]: a part of a country is named, `DE-BY`, but no `country`
     --> catalog/catalog.yaml:4:14
      |
    4 | subdivision: DE-BY
      |              ^^^^^
      |
      = note: it decides which public holidays of a part of the country `PH` means
      = help: add `country: DE` beside it, or to catalog.yaml
    ");
}

#[test]
fn a_desk_that_its_doors_never_let_open() {
    let project = Project::new().file("places.yaml", "house: {name: House, hours: \"Mo-Fr 07:00-18:00\"}\n").file(
        "departments/pay.yaml",
        "name: Pay\nhours: \"Mo-Fr 08:00-16:00\"\nchannels: [{place: house, hours: \"Sa 10:00-12:00\"}]\n",
    );
    assert_snapshot!(project.finding("never-open"), @r#"
    warning[never-open]: this channel of `pay` does not open once within a year
     --> catalog/departments/pay.yaml:3:20
      |
    3 | channels: [{place: house, hours: "Sa 10:00-12:00"}]
      |                    ^^^^^
      |
      = note: readers would wait for an answer that never comes
      = help: correct its `hours`, or those of its team, department or place, and look at `closed_days`
    "#);
}

#[test]
fn a_service_is_in_a_place_by_its_desk() {
    let project =
        offices().file("departments/pay.yaml", "name: Pay\nservices:\n  slips: {name: Payslips, place: factory}\n");
    assert_snapshot!(project.finding("unknown-key"), @"
    error[unknown-key]: there is no key `place` here
     --> catalog/departments/pay.yaml:3:27
      |
    3 |   slips: {name: Payslips, place: factory}
      |                           ^^^^^
      |
      = note: a key that is not known would be lost without a word
      = help: write it as a channel: `channels: [{place: ...}]`
    ");
}

#[test]
fn the_address_of_a_map_and_a_number_at_home() {
    let project = Project::new()
        .file("places.yaml", "malmo: {name: Malmö, country: SE, map: www.maps.example/a, phone: 040 555 01 00}\n");
    assert_snapshot!(project.finding("invalid-url"), @"
    error[invalid-url]: `www.maps.example/a` is not a web address
     --> catalog/places.yaml:1:40
      |
    1 | malmo: {name: Malmö, country: SE, map: www.maps.example/a, phone: 040 555 01 00}
      |                                        ^^^^^^^^^^^^^^^^^^
      |
      = note: the link would lead nowhere
    help: did you mean `https://www.maps.example/a`?
      |
    1 | malmo: {name: Malmö, country: SE, map: https://www.maps.example/a, phone: 040 555 01 00}
      |                                        ++++++++
    ");
    assert!(project.finding("invalid-phone").contains("+46 40 555 01 00"), "the number is one of the place's country");
}

#[test]
fn a_desk_that_is_to_be_open_behind_closed_doors() {
    let desk = |hours: &str| {
        Project::new().file("places.yaml", "house: {name: House, hours: \"Mo-Fr 07:00-18:00; Fr 07:00-15:00\"}\n").file(
            "departments/pay.yaml",
            format!("name: Pay\nhours: \"Mo-Fr 06:00-22:00\"\nchannels:\n  - {{place: house{hours}}}\n"),
        )
    };
    assert_snapshot!(desk(", hours: \"Mo-Fr 08:00-16:00\"").finding("desk-behind-closed-doors"), @r#"
    warning[desk-behind-closed-doors]: on Fri this desk is to be open 08:00-16:00, but the doors of `house` leave 08:00-15:00 of it
     --> catalog/departments/pay.yaml:4:13
      |
    4 |   - {place: house, hours: "Mo-Fr 08:00-16:00"}
      |             ^^^^^
      |
      = note: readers are told the times that both have in common
      = help: write the times at which one can really walk in, or correct the `hours` of the place
    "#);
    for silent in ["", ", hours: \"Mo-Th 08:00-16:00\"", ", hours: \"24/7\""] {
        assert!(!desk(silent).check().contains("desk-behind-closed-doors"), "{silent}");
    }
}
