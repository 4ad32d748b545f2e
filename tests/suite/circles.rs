//! Circles of services that wait for each other, against distances worked out another way.

use std::fmt::Write;

use luukku::promise::circles;
use proptest::prelude::*;

use crate::promise::catalog_of;

/// Who waits for whom: a row for each service.
type Waits = Vec<Vec<bool>>;

fn waits() -> impl Strategy<Value = Waits> {
    (2_usize..9, 1_u32..50).prop_flat_map(|(count, share)| {
        let waits = prop::bool::weighted(f64::from(share) / 100.0);
        prop::collection::vec(prop::collection::vec(waits, count), count)
    })
}

/// A department whose services wait for each other so. Some dependencies keep nobody waiting.
fn department(waits: &Waits) -> String {
    let mut text = "name: D\nservices:\n".to_owned();
    for (service, others) in waits.iter().enumerate() {
        write!(text, "  s{service}: {{name: S{service}, depends_on: [").unwrap();
        for other in (0..others.len()).filter(|other| *other != service) {
            write!(text, "{{service: s{other}, blocking: {}}}, ", others[other]).unwrap();
        }
        text.push_str("]}\n");
    }
    text
}

/// By how many steps each service leads to each, itself by at least two; Floyd and Warshall.
fn distances(waits: &Waits) -> Vec<Vec<Option<usize>>> {
    let count = waits.len();
    let edge = |from: usize, to: usize| (from != to && waits[from][to]).then_some(1);
    let mut least: Vec<Vec<Option<usize>>> =
        (0..count).map(|from| (0..count).map(|to| edge(from, to)).collect()).collect();
    for by in 0..count {
        for from in 0..count {
            for to in 0..count {
                let round = least[from][by].zip(least[by][to]).map(|(there, on)| there + on);
                least[from][to] = least[from][to].into_iter().chain(round).min();
            }
        }
    }
    least
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_knot_shows_its_shortest_circle_through_its_first(waits in waits()) {
        let catalog = catalog_of(&department(&waits));
        let least = distances(&waits);
        let together = |one: usize, other: usize| least[one][other].is_some() && least[other][one].is_some();
        let first = |service: usize| (0..service).all(|before| !together(before, service));
        let expected: Vec<(usize, usize)> = (0..waits.len())
            .filter(|service| first(*service))
            .filter_map(|service| Some((service, least[service][service]?)))
            .collect();
        let circles = circles(&catalog);
        let found: Vec<(usize, usize)> =
            circles.iter().map(|circle| (circle[0].0.index(), circle.len())).collect();
        prop_assert_eq!(found, expected);
        for circle in circles {
            for (place, (service, dependency)) in circle.iter().enumerate() {
                let (next, _) = circle[(place + 1) % circle.len()];
                prop_assert_eq!(dependency.service, next);
                prop_assert!(waits[service.index()][next.index()]);
            }
        }
    }
}
