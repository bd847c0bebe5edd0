//! The states on maps of tiles: every figure in its tile and in the table, steps that hold what they say, and tiles that
//! keys and fingers find.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails by panicking"
)]

use std::collections::BTreeSet;

use crossroads::charts::{ChartError, Fill, TileMaps, Way, tile_maps};
use crossroads::compare::{Column, Selection, StateMap, StateMeasure, compare, state_map};
use crossroads::model::{Dataset, Details, Reading, RoleId, Value};

const MEASURES: [StateMeasure; 3] = [
    StateMeasure::Median,
    StateMeasure::PerThousand,
    StateMeasure::Quotient,
];

fn dataset() -> &'static Dataset {
    Dataset::bundled().expect("the bundled dataset is sound")
}

fn details(id: &RoleId) -> Option<Details> {
    let path = format!(
        "{}/public/data/occupation/{}.json",
        env!("CARGO_MANIFEST_DIR"),
        id.0
    );
    let json = std::fs::read_to_string(path).ok()?;
    Some(Details::parse(id, &json).expect("a sound shard"))
}

fn columns(ids: &[&str]) -> Vec<Column> {
    let ids = ids.iter().map(|id| RoleId((*id).to_owned()));
    compare(dataset(), &Selection::compared_alone(ids)).columns
}

fn map_of(columns: &[Column], measure: StateMeasure) -> StateMap {
    let details: Vec<Option<Details>> = columns.iter().map(|c| details(&c.role.id)).collect();
    state_map(dataset().areas(), columns, &details, measure)
}

fn maps(ids: &[&str], measure: StateMeasure) -> TileMaps {
    tile_maps(&map_of(&columns(ids), measure), measure)
}

/// Actors by the hour, surgeons with very high medians, and three by the year.
const HARD: [&str; 6] = [
    "27-2011",
    "29-1242",
    "29-1216",
    "11-2022",
    "35-3023",
    "sales-manager",
];

#[test]
fn each_state_says_its_cell_on_every_map_of_every_role() {
    let mut numbers = 0;
    for id in dataset().ids() {
        let columns = columns(&[&id.0]);
        let details = [details(&id)];
        for measure in MEASURES {
            let map = state_map(dataset().areas(), &columns, &details, measure);
            let drawn = tile_maps(&map, measure);
            for (role, tiles) in map.roles.iter().zip(&drawn.maps) {
                assert_eq!(tiles.tiles.len(), map.tiles.len());
                for tile in &tiles.tiles {
                    let place = map.tiles.iter().position(|other| other.code == tile.code);
                    let reading = &role.values[place.expect("a state")];
                    let digits = |text: &str| -> String {
                        text.chars()
                            .filter(|c| c.is_ascii_digit() || *c == '.')
                            .collect()
                    };
                    match reading {
                        Reading::Exact(Value::Number(number)) => {
                            let told: f64 = digits(&tile.text).parse().expect("a number");
                            assert!((told - number).abs() < 1e-9, "{}: {number}", tile.text);
                            numbers += 1;
                        }
                        Reading::AtLeast(_) => assert!(tile.text.starts_with("at least $")),
                        Reading::NotReleased(_) => assert!(tile.text.starts_with("not released")),
                        _ => assert_eq!(tile.text, "not published for this role"),
                    }
                }
            }
        }
    }
    assert!(numbers > 80_000, "{numbers} figures");
}

#[test]
fn pay_by_the_hour_has_a_scale_of_its_own() {
    let drawn = maps(&HARD, StateMeasure::Median);
    let titles: Vec<&str> = drawn.scales.iter().map(|scale| scale.title).collect();
    assert_eq!(titles, ["Median pay an hour", "Median pay a year"]);
    // What has no shard has no map.
    assert_eq!(drawn.maps.len(), 5);
    assert_eq!(drawn.maps[0].title, "Median pay an hour by state");
    assert_eq!(drawn.maps[1].title, "Median pay a year by state");
    // Shares of jobs are of one kind for all.
    assert_eq!(maps(&HARD, StateMeasure::Quotient).scales.len(), 1);
}

#[test]
fn every_step_holds_what_its_key_says_and_about_as_many_as_the_others() {
    let ids = ["11-2022", "29-1141", "35-3023"];
    for measure in MEASURES {
        let map = map_of(&columns(&ids), measure);
        let scale = &tile_maps(&map, measure).scales[0];
        let values = map.roles.iter().flat_map(|role| &role.values);
        let numbers: Vec<f64> = values
            .filter_map(|reading| match reading {
                Reading::Exact(Value::Number(number)) => Some(*number),
                _ => None,
            })
            .collect();
        assert_eq!(scale.steps.len(), 4);
        let mut all = 0;
        for pair in scale.steps.windows(2) {
            assert!(pair[0].1 < pair[1].0, "{pair:?}");
        }
        for (first, last) in &scale.steps {
            let inside = numbers
                .iter()
                .filter(|n| (first..=last).contains(n))
                .count();
            assert!(inside * 5 > numbers.len(), "{inside} of {}", numbers.len());
            all += inside;
        }
        assert_eq!(all, numbers.len());
    }
}

#[test]
fn what_is_no_number_has_a_tile_of_its_own_kind_and_is_in_the_key() {
    let drawn = maps(&HARD, StateMeasure::Median);
    assert_eq!(
        drawn.scales[1].others,
        [Fill::AtLeast, Fill::NotReleased, Fill::NotPublished]
    );
    let key = drawn.scales[1].draw(328).expect("a key").svg;
    for words in [
        "published only as “at least”",
        "not released",
        "not published",
    ] {
        assert!(key.contains(words), "{words} in {key}");
    }
    assert!(
        drawn.maps[2].takeaway.contains("only “at least” in "),
        "{}",
        drawn.maps[2].takeaway
    );
    // A map without a number says so and is drawn all the same.
    let nothing = StateMap {
        tiles: map_of(&columns(&["11-2022"]), StateMeasure::Median).tiles,
        roles: map_of(&columns(&["11-2022"]), StateMeasure::Median)
            .roles
            .into_iter()
            .map(|mut role| {
                role.values.fill(Reading::NotPublished);
                role
            })
            .collect(),
    };
    let drawn = tile_maps(&nothing, StateMeasure::Median);
    assert_eq!(drawn.scales[0].made, "No figure is published.");
    assert_eq!(drawn.maps[0].takeaway, "Not published in 54 of 54.");
    assert!(drawn.maps[0].draw("Sales Managers", 328).is_ok());
    assert!(drawn.scales[0].draw(328).is_ok());
}

#[test]
fn tiles_stay_in_the_picture_and_are_found_by_finger_and_key() {
    for measure in MEASURES {
        for map in maps(&HARD, measure).maps {
            for width in [248, 288, 328, 440, 700, 1_400] {
                let drawing = map.draw("Role", width).expect("a map");
                assert!(drawing.width <= width && drawing.width + 12 > width.min(672));
                assert_eq!(drawing.spots.len(), 54);
                for (number, spot) in drawing.spots.iter().enumerate() {
                    assert!(spot.width >= 24.0 && spot.height >= 24.0);
                    let (x, y) = (spot.left + spot.width / 2.0, spot.top + spot.height / 2.0);
                    assert!(x < f64::from(drawing.width) && y < f64::from(drawing.height));
                    assert_eq!(drawing.spot_at(x, y), Some(number), "{}", spot.says);
                }
            }
        }
    }
    let map = &maps(&["11-2022"], StateMeasure::Median).maps[0];
    assert!(matches!(
        map.draw("Role", 100),
        Err(ChartError::TooNarrow { found: 100, .. })
    ));
}

#[test]
fn the_arrow_keys_go_to_the_state_next_door_and_reach_all() {
    let map = &maps(&["11-2022"], StateMeasure::Median).maps[0];
    let drawing = map.draw("Role", 328).expect("a map");
    let at = |name: &str| {
        map.tiles
            .iter()
            .position(|tile| tile.name == name)
            .expect(name)
    };
    for (from, way, to) in [
        ("Colorado", Way::Right, "Nebraska"),
        ("Colorado", Way::Left, "Utah"),
        ("Colorado", Way::Up, "Wyoming"),
        ("Colorado", Way::Down, "New Mexico"),
        ("Maine", Way::Right, "Maine"),
        ("Hawaii", Way::Left, "Hawaii"),
    ] {
        assert_eq!(
            map.tiles[drawing.beside(at(from), way)].name,
            to,
            "from {from}"
        );
    }
    let mut reached = BTreeSet::from([0]);
    let mut open = vec![0];
    while let Some(from) = open.pop() {
        for way in [Way::Left, Way::Right, Way::Up, Way::Down] {
            let to = drawing.beside(from, way);
            if reached.insert(to) {
                open.push(to);
            }
        }
    }
    assert_eq!(reached.len(), 54);
}

#[test]
fn a_map_is_told_in_words() {
    let drawn = maps(&["11-2022"], StateMeasure::Median);
    let map = &drawn.maps[0];
    assert!(map.takeaway.starts_with("From $"), "{}", map.takeaway);
    let svg = map.draw("Sales Managers", 328).expect("a map").svg;
    let described = format!(
        "aria-label=\"Sales Managers. Median pay a year by state. {}\"",
        map.takeaway
    );
    assert!(svg.contains(&described), "{svg}");
    insta::assert_snapshot!("tile_map", svg);
    insta::assert_snapshot!("tile_key", drawn.scales[0].draw(328).expect("a key").svg);
}
