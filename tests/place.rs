//! A comparison in one place: real figures of real areas, beside the nation's.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails by panicking"
)]

use std::fs;
use std::path::Path;

use crossroads::compare::search::PlaceIndex;
use crossroads::compare::{
    Arrived, Cell, Comparison, Dollars, OwnPay, PayHistory, Selection, StateMeasure, compare,
    compare_in_place, cost_adjustment, difference, history_takeaway, in_short, link, pay_history,
    pay_takeaway, standings, state_map, title, whereabouts,
};
use crossroads::model::{
    Area, AreaCode, AreaFigures, AreaKind, Dataset, Details, MetricId, PayPeriod, Reading, Role,
    RoleId, Section, Standing, Value,
};
use proptest::prelude::*;

const DENVER: &str = "0019740";
const SAN_JUAN: &str = "0041980";
const CALIFORNIA: &str = "0600000";

fn dataset() -> &'static Dataset {
    Dataset::bundled().expect("the bundled dataset is sound")
}

fn area(code: &str) -> &'static Area {
    let area = dataset().areas().get(&AreaCode(code.to_owned()));
    area.expect("a known area")
}

fn shard(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("public/data")
        .join(path);
    fs::read_to_string(path).expect("a shard of the project")
}

fn figures(code: &str) -> AreaFigures {
    let code = AreaCode(code.to_owned());
    AreaFigures::parse(&code, &shard(&format!("area/{}.json", code.0))).expect("a sound shard")
}

fn details(role: &str) -> Details {
    let json = shard(&format!("occupation/{role}.json"));
    Details::parse(&RoleId(role.to_owned()), &json).expect("a sound shard")
}

fn selection(roles: &[&str], place: &str) -> Selection {
    let roles = roles.iter().map(|id| RoleId((*id).to_owned()));
    Selection::compared_alone(roles).with_place(Some(area(place)))
}

fn compared(roles: &[&str], place: &str) -> Comparison {
    let figures = figures(place);
    compare_in_place(dataset(), &selection(roles, place), Arrived::Here(&figures))
}

fn cells(comparison: &Comparison, section: Section, label: &str) -> Vec<Cell> {
    let mut tables = comparison.tables().into_iter();
    let table = tables.find(|table| table.section == section);
    let groups = table.expect("a table").groups.into_iter();
    let mut rows = groups.flat_map(|group| group.rows);
    rows.find(|row| row.label == label)
        .unwrap_or_else(|| panic!("no row {label}"))
        .cells
}

#[test]
fn pay_and_jobs_are_the_place_s_with_the_nation_s_beside() {
    let comparison = compared(&["11-2022", "29-1141"], DENVER);
    let pay = cells(&comparison, Section::Pay, "Middle yearly pay (median)");
    assert_eq!(pay[0].text, "$181,580");
    assert_eq!(pay[0].qualifiers, ["United States: $148,270"]);
    let hourly = cells(&comparison, Section::Pay, "Middle hourly pay (median)");
    assert_eq!(hourly[0].text, "$87.30");
    let jobs = cells(&comparison, Section::Outlook, "Number of jobs");
    assert_eq!(jobs[0].text, "5,930");
    assert_eq!(
        jobs[0].qualifiers,
        ["employees, May 2025", "United States: 637,080"]
    );
    // What does not depend on the place stays as it is.
    let growth = cells(&comparison, Section::Outlook, "Growth");
    assert_eq!(growth[1].text, "5.6%");
    assert!(
        growth[1]
            .qualifiers
            .iter()
            .all(|words| !words.contains("United States"))
    );
}

#[test]
fn sentences_name_the_place() {
    let comparison = compared(&["11-2022", "29-1141"], DENVER);
    assert_eq!(
        title(&comparison.columns),
        "Sales managers vs registered nurses in the Denver area"
    );
    let sentences = in_short(&comparison.columns);
    assert!(
        sentences[0]
            .starts_with("In the Denver area, by middle pay (median), sales managers earn $"),
        "{}",
        sentences[0]
    );
    assert!(
        sentences[1].contains("jobs for sales managers in the whole United States are expected"),
        "{}",
        sentences[1]
    );
    let takeaway = pay_takeaway(&comparison.columns).expect("a takeaway");
    assert!(takeaway.starts_with("In the Denver area, half of sales managers earn between"));
}

#[test]
fn nobody_is_said_to_earn_the_most_beside_a_pay_that_is_only_at_least() {
    let comparison = compared(&["29-1212", "11-2022", "29-1141"], DENVER);
    assert_eq!(
        in_short(&comparison.columns)[0],
        "In the Denver area, cardiologists earn at least $239,200 a year (median). Sales managers earn \
         $181,580 a year (median). Registered nurses earn $101,130 a year (median)."
    );
    assert!(
        cells(&comparison, Section::Overview, "Yearly pay")
            .iter()
            .all(|cell| !cell.leads)
    );
}

#[test]
fn roles_without_pay_in_the_place_are_not_counted_among_those_that_earn() {
    let comparison = compared(&["11-1011", "11-2022", "29-1141", "47-2111"], DENVER);
    assert_eq!(
        in_short(&comparison.columns)[..2],
        [
            "In the Denver area, by middle pay (median), sales managers earn the most of the 3 roles with \
             published pay ($181,580 a year) and electricians the least ($63,150).",
            "In the Denver area, no pay is published for chief executives.",
        ]
    );
}

#[test]
fn tables_say_what_is_of_the_place() {
    let comparison = compared(&["11-2022", "29-1141"], DENVER);
    let scope = |section: Section| {
        let tables = comparison.tables();
        let table = tables.iter().find(|table| table.section == section);
        table
            .and_then(|table| table.scope.clone())
            .expect("a scope")
    };
    assert_eq!(
        scope(Section::Education),
        "These figures are for the whole United States."
    );
    assert_eq!(
        scope(Section::People),
        "These figures are for the whole United States."
    );
    assert_eq!(
        scope(Section::Overview),
        "For the Denver area: yearly pay, hourly pay and number of jobs. The other figures are for the \
         whole United States."
    );
    assert!(scope(Section::Pay).starts_with(
        "These figures are for the Denver area. For the whole United States: best-paying"
    ));
    let national = compare(dataset(), &Selection::default_of(dataset()));
    assert!(national.tables().iter().all(|table| table.scope.is_none()));
}

#[test]
fn estimates_without_places_say_so_and_stay_beside() {
    let comparison = compared(&["sales-manager", "11-2022"], DENVER);
    let pay = cells(&comparison, Section::Pay, "Average yearly pay");
    assert_eq!(
        pay[0].text,
        "not published for this role in the Denver area"
    );
    assert!(!pay[0].is_value);
    assert_eq!(pay[0].qualifiers, ["United States: $73,952"]);
    assert_eq!(pay[1].qualifiers.len(), 1);
    let sentences = in_short(&comparison.columns);
    assert!(
        sentences.contains(
            &"In the Denver area, no pay is published for sales managers (Zippia’s estimate)."
                .to_owned()
        ),
        "{sentences:?}"
    );
}

#[test]
fn until_the_figures_are_here_none_stand_in_for_them() {
    for (arrived, words, standing) in [
        (Arrived::OnTheirWay, "on its way", Standing::OnTheirWay),
        (Arrived::Failed, "could not be fetched", Standing::Failed),
        // Those of another place are not taken for its own.
        (
            Arrived::Here(&figures(CALIFORNIA)),
            "on its way",
            Standing::OnTheirWay,
        ),
    ] {
        let selection = selection(&["11-2022", "29-1141"], DENVER);
        let comparison = compare_in_place(dataset(), &selection, arrived);
        assert_eq!(
            comparison.place.as_ref().map(|place| place.standing),
            Some(standing)
        );
        for label in [
            "Middle yearly pay (median)",
            "Average hourly pay",
            "Highest tenth, yearly",
        ] {
            for cell in cells(&comparison, Section::Pay, label) {
                assert_eq!(cell.text, words);
                assert!(!cell.is_value && cell.extent.is_none());
            }
        }
        assert_eq!(pay_takeaway(&comparison.columns), None);
        assert!(in_short(&comparison.columns)[0].starts_with("Pay in the Denver area "));
    }
}

#[test]
fn pay_is_divided_by_what_things_cost() {
    let selection = selection(&["11-2022", "29-1141", "29-1211"], DENVER).with_cost_adjusted(true);
    let there = figures(DENVER);
    let comparison = compare_in_place(dataset(), &selection, Arrived::Here(&there));
    let level = area(DENVER).prices.as_ref().expect("a level");
    assert!(!level.of_all_nonmetro);
    let pay = cells(&comparison, Section::Pay, "Middle yearly pay (median)");
    let expected = (1_815.80 / (level.level / 100.0)).round() * 100.0;
    let role = &comparison.columns[0].role;
    assert_eq!(role.own_number(MetricId::PayYearMedian), Some(expected));
    assert_eq!(
        pay[0].qualifiers,
        [
            "cost-adjusted; published: $181,580",
            "United States: $148,270"
        ]
    );
    // Jobs are no dollars.
    assert_eq!(role.own_number(MetricId::JobsEmployed), Some(5_930.0));
    assert!(
        comparison
            .sources
            .iter()
            .any(|source| source.publisher.contains("Economic Analysis"))
    );
    assert!(in_short(&comparison.columns)[0].contains("in cost-adjusted dollars (rounded), "));
    // Every published amount of every role there is divided by the same level, and nothing else.
    for id in dataset().ids() {
        let role = dataset().role(&id).expect("sound").expect("a role");
        let area = dataset()
            .areas()
            .get(&AreaCode(DENVER.to_owned()))
            .expect("Denver");
        let plain = role.localized(area, Standing::Here, Some(&there), false);
        let adjusted = role.localized(area, Standing::Here, Some(&there), true);
        for ((metric, before), (_, after)) in plain.figures().zip(adjusted.figures()) {
            if after
                .local
                .as_ref()
                .is_none_or(|local| local.adjusted.is_none())
            {
                assert_eq!(before, after);
                continue;
            }
            assert_eq!(after.published(), &before.reading);
            match (&before.reading, &after.reading) {
                (Reading::Exact(Value::Number(a)), Reading::Exact(Value::Number(b))) => {
                    let half_a_step =
                        if metric.metric().unit == crossroads::model::Unit::DollarsAYear {
                            50.0
                        } else {
                            0.05
                        };
                    assert!((a / (level.level / 100.0) - b).abs() <= half_a_step + 1e-9);
                }
                (Reading::AtLeast(a), Reading::AtLeast(b)) => {
                    assert!(*b <= a / (level.level / 100.0));
                }
                other => panic!("{other:?}"),
            }
        }
    }
}

#[test]
fn rounding_makes_no_two_roles_the_same() {
    let there = figures(DENVER);
    let areas = dataset().areas();
    let area = areas.get(&AreaCode(DENVER.to_owned())).expect("Denver");
    let role = |id: &RoleId| dataset().role(id).expect("sound").expect("a role");
    let roles = dataset().official_ids();
    let roles: Vec<Role> = roles
        .map(|id| role(&id).localized(area, Standing::Here, Some(&there), true))
        .collect();
    let median = MetricId::PayYearMedian;
    let metric = median.metric();
    let (mut rounded, mut same) = (0, 0);
    for (at, one) in roles.iter().enumerate() {
        for other in &roles[..at] {
            let (Some(a), Some(b)) = (one.own_number(median), other.own_number(median)) else {
                continue;
            };
            if a != b {
                continue;
            }
            let published = |role: &Role| role.figure(median).expect("pay").published().clone();
            let is_same = published(one) == published(other);
            let said = difference(metric, one, other).expect("a difference");
            let expected = if is_same {
                "the same published figure"
            } else {
                "too close to tell apart"
            };
            assert_eq!(said.text(), expected, "{} and {}", one.id.0, other.id.0);
            rounded += usize::from(!is_same);
            same += usize::from(is_same);
        }
    }
    assert!(rounded > 5 && same > 5, "{rounded}, {same}");
}

#[test]
fn a_nonmetropolitan_area_takes_the_level_of_all_of_them_and_a_territory_has_none() {
    let words = cost_adjustment(area(DENVER)).expect("a level");
    assert!(words.contains("the price level of the Denver area: ") && words.contains("in 2024"));
    assert_eq!(
        cost_adjustment(area("0600006")).expect("a level"),
        "Published pay divided by the price level of all US nonmetropolitan areas together: 88.699 in 2024, where 100 is \
         that of the whole United States. None is published for this area alone. Rounded to $100 a year or 10 cents an \
         hour."
    );
    let level = |kind| {
        let areas = dataset()
            .areas()
            .all()
            .filter(move |area| area.kind == kind);
        areas.map(|area| {
            area.prices
                .as_ref()
                .map(|prices| (prices.level, prices.of_all_nonmetro))
        })
    };
    // Puerto Rico has six metropolitan areas and one around them.
    assert_eq!(level(AreaKind::Metro).filter(Option::is_none).count(), 6);
    let around: Vec<_> = level(AreaKind::Nonmetro).collect();
    assert_eq!(around.iter().filter(|level| level.is_none()).count(), 1);
    assert!(
        around
            .iter()
            .flatten()
            .all(|level| *level == (88.699, true))
    );
    let none = cost_adjustment(area(SAN_JUAN))
        .expect_err("no level")
        .to_string();
    assert!(none.contains("the San Juan area"), "{none}");
    let adjusted = selection(&["11-2022"], DENVER).with_cost_adjusted(true);
    assert!(!adjusted.with_place(Some(area(SAN_JUAN))).cost_adjusted());
    assert!(!adjusted.with_place(None).cost_adjusted());
}

#[test]
fn every_place_survives_its_link() {
    for place in dataset().areas().all() {
        let selection = Selection::default_of(dataset()).with_place(Some(place));
        for selection in [
            selection.clone(),
            selection.with_cost_adjusted(place.prices.is_some()),
        ] {
            let query = link::query(&selection, dataset());
            let opened = link::parse(&query, dataset());
            assert_eq!(opened.selection, selection, "?{query}");
            assert_eq!(opened.notices, [""; 0], "?{query}");
        }
    }
    let nation = link::parse("?place=0000000", dataset());
    assert_eq!(nation.selection, Selection::default_of(dataset()));
}

#[test]
fn a_place_that_is_none_is_dropped_and_named() {
    let default = Selection::default_of(dataset());
    let denver = default.with_place(Some(area(DENVER)));
    for (query, selection, named) in [
        ("?place=denver", &default, "denver"),
        ("?place=", &default, "a place"),
        ("?place=0019740&place=0100000", &denver, "more than once"),
        (
            "?dollars=adjusted",
            &default,
            "Only pay of a state or an area",
        ),
        ("?place=0019740&dollars=euro", &denver, "euro"),
        ("?own=52000", &default, "52000"),
        ("?own=y", &default, "a pay"),
        ("?own=y1e9", &default, "y1e9"),
        ("?own=y12", &default, "y12"),
    ] {
        let opened = link::parse(query, dataset());
        assert_eq!(opened.selection, *selection, "{query}");
        assert_eq!(opened.notices.len(), 1, "{query}: {:?}", opened.notices);
        assert!(
            opened.notices[0].contains(named),
            "{query}: {:?}",
            opened.notices
        );
    }
    let juan = link::parse("?place=0041980&dollars=adjusted", dataset());
    assert!(
        juan.notices[0].contains("No price level"),
        "{:?}",
        juan.notices
    );
    assert!(!juan.selection.cost_adjusted());
}

#[test]
fn places_are_found_by_what_people_type() {
    let index = PlaceIndex::new(dataset().areas());
    let first = |query: &str| index.search(query).first().map(|area| area.name.clone());
    for (query, expected) in [
        ("NY", "New York"),
        ("new york", "New York"),
        ("Wash", "Washington"),
        ("DC", "District of Columbia"),
        ("D.C.", "District of Columbia"),
        ("Cambridge", "Boston-Cambridge-Newton, MA-NH"),
        ("boston", "Boston-Cambridge-Newton, MA-NH"),
        ("fort worth", "Dallas-Fort Worth-Arlington, TX"),
        ("Portland, OR", "Portland-Vancouver-Hillsboro, OR-WA"),
        ("portland maine", "Portland-South Portland, ME"),
        ("Winston Salem", "Winston-Salem, NC"),
        ("Pittsburg", "Pittsburgh, PA"),
        ("Philadelpia", "Philadelphia-Camden-Wilmington, PA-NJ-DE-MD"),
        ("calif", "California"),
        ("puerto", "Puerto Rico"),
        ("guam", "Guam"),
        ("usa", "National"),
        ("united states", "National"),
        ("denver", "Denver-Aurora-Centennial, CO"),
        ("kansas city", "Kansas City, MO-KS"),
        ("Springfield MA", "Springfield, MA"),
        ("western wyoming", "Western Wyoming nonmetropolitan area"),
    ] {
        assert_eq!(first(query).as_deref(), Some(expected), "{query}");
    }
    assert!(index.search("zzzzqqq").is_empty());
    // Nothing typed: the nation and the states, in order.
    let idle = index.search(" ");
    assert_eq!(idle.len(), 55);
    assert_eq!(
        (idle[0].name.as_str(), idle[1].name.as_str()),
        ("National", "Alabama")
    );
    // Every place is found by its own name.
    for area in dataset()
        .areas()
        .all()
        .filter(|area| area.code.0 != AreaCode::NATION)
    {
        assert!(
            index
                .search(&area.name)
                .iter()
                .any(|hit| hit.code == area.code),
            "{}",
            area.name
        );
    }
}

#[test]
fn own_pay_is_set_against_published_percentiles_of_the_same_period() {
    let pay = |text: &str, period| OwnPay::typed(text, period).expect("a pay");
    let denver = compared(&["29-1141", "27-2011", "25-2021", "sales-manager"], DENVER);
    let yearly = standings(&denver.columns, pay("95,000", PayPeriod::Yearly));
    // Registered nurses in Denver: 77,160 at p10, then what the shard says.
    assert!(
        yearly[0].starts_with(
            "Among registered nurses in the Denver area, $95,000 a year is between the "
        ),
        "{}",
        yearly[0]
    );
    assert!(
        yearly[1].starts_with("The median pay of actors in the Denver area is not released"),
        "{}",
        yearly[1]
    );
    let nation = compare(
        dataset(),
        &Selection::compared_alone([RoleId("27-2011".to_owned())]),
    );
    let actors = standings(&nation.columns, pay("95,000", PayPeriod::Yearly));
    assert!(actors[0].contains("by the hour only"), "{}", actors[0]);
    assert_eq!(
        yearly[3],
        "Among sales managers (Zippia’s estimate) in the whole United States, of which alone there is an \
         estimate, $95,000 a year is between the low end ($42,000) and the high end ($129,000)."
    );
    let hourly = standings(&denver.columns, pay("30", PayPeriod::Hourly));
    assert!(hourly[2].contains("by the year only"), "{}", hourly[2]);
    assert!(
        hourly[3].contains("no range of pay by the hour"),
        "{}",
        hourly[3]
    );

    // The nation: Registered Nurses, p25 and median from the table.
    let nation = compare(
        dataset(),
        &Selection::compared_alone([RoleId("29-1141".to_owned())]),
    );
    let role = &nation.columns[0].role;
    let at = |metric| role.own_number(metric).expect("a number");
    let exactly = pay(&at(MetricId::PayYearMedian).to_string(), PayPeriod::Yearly);
    assert_eq!(
        standings(&nation.columns, exactly),
        ["Among registered nurses, $97,550 a year is exactly the median ($97,550)."]
    );
    let lowest = pay("20000", PayPeriod::Yearly);
    assert!(
        standings(&nation.columns, lowest)[0].contains("among the lowest tenth: below the 10th")
    );
    let highest = pay("900000", PayPeriod::Yearly);
    assert!(
        standings(&nation.columns, highest)[0].contains("among the highest tenth: above the 90th")
    );

    // Cost-adjusted columns: what is published counts.
    let adjusted = selection(&["29-1141"], DENVER).with_cost_adjusted(true);
    let there = figures(DENVER);
    let adjusted = compare_in_place(dataset(), &adjusted, Arrived::Here(&there));
    assert_eq!(
        standings(&adjusted.columns, pay("95,000", PayPeriod::Yearly))[0],
        yearly[0]
    );
}

#[test]
fn own_pay_is_read_strictly() {
    let read = |text: &str| OwnPay::typed(text, PayPeriod::Yearly).map(OwnPay::for_link);
    for (text, expected) in [
        ("52000", "y52000"),
        (" $52,000 ", "y52000"),
        ("52k", "y52000"),
        ("52.5K", "y52500"),
        ("1,052,000.50", "y1052000.50"),
        ("$ 52,000.5", "y52000.50"),
    ] {
        assert_eq!(read(text).as_deref(), Ok(expected), "{text}");
    }
    for (text, said) in [
        ("", "an amount in dollars"),
        ("52.000", "a comma"),
        ("5,2000", "an amount"),
        ("52000 a year", "an amount"),
        ("-52000", "an amount"),
        ("1e5", "an amount"),
        ("52,00", "an amount"),
        ("25", "by the hour"),
        ("99999999999", "by the hour"),
        ("5200000000", "by the hour"),
        ("52000.", "an amount"),
        ("５２０００", "an amount"),
    ] {
        let error = read(text).expect_err(text).to_string();
        assert!(error.contains(said), "{text}: {error}");
    }
    let hourly = OwnPay::typed("25.50", PayPeriod::Hourly).expect("a pay");
    assert_eq!(hourly.for_link(), "h25.50");
    assert_eq!(hourly.in_words(), "$25.50 an hour");
    assert!(
        OwnPay::typed("52000", PayPeriod::Hourly)
            .is_err_and(|e| e.to_string().contains("by the year"))
    );
}

#[test]
fn lists_of_places_are_the_shard_s() {
    let comparison = compare(
        dataset(),
        &Selection::compared_alone(
            ["11-2022", "sales-manager", "27-2011"].map(|id| RoleId(id.to_owned())),
        ),
    );
    let details = [Some(details("11-2022")), None, Some(details("27-2011"))];
    let lists = whereabouts(&comparison.columns, &details);
    assert_eq!(
        lists.iter().map(|list| list.column).collect::<Vec<_>>(),
        [0, 2]
    );
    let best = &lists[0].rankings[0];
    assert_eq!(best.places.len(), 5);
    let first = &best.places[0];
    assert_eq!(
        (first.name.as_str(), first.pay.as_str(), first.jobs.as_str()),
        ("New York", "$217,640", "38,510")
    );
    assert_eq!(first.code, Some(AreaCode("3600000".to_owned())));
    assert_eq!(first.pay_error.as_deref(), Some("error of the mean 1.1%"));
    assert_eq!(lists[0].rankings[2].places[0].code, None);
    assert_eq!((lists[0].per, lists[1].per), ("a year", "an hour"));
    // Actors: what is not released says so, and what could not be put in order is counted.
    let largest = &lists[1].rankings[3];
    assert!(largest.places[0].pay.starts_with("not released"));
    let remarks = &lists[1].rankings[4].remarks;
    assert!(
        remarks
            .iter()
            .any(|remark| remark.starts_with("4 more are not in this order"))
    );
    // Every role has lists, whatever its shard holds.
    for id in dataset().ids().filter(|id| dataset().has_details(id)) {
        let json = shard(&format!("occupation/{}.json", id.0));
        Details::parse(&id, &json).unwrap_or_else(|error| panic!("{error}"));
    }

    let columns = comparison.columns.iter().zip(&details).enumerate();
    let histories: Vec<PayHistory> = columns
        .map(|(place, (column, details))| {
            pay_history(
                place,
                &column.role,
                Standing::Here,
                details.as_ref(),
                Dollars::OfEachYear,
            )
        })
        .collect();
    let years: Vec<u16> = histories[0].years.iter().map(|year| year.year).collect();
    assert_eq!(
        years,
        [2014, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025]
    );
    assert_eq!(histories[0].runs().len(), 3);
    // A role without a shard has no past; the actors' is by the hour.
    assert!(histories[1].years.is_empty());
    assert_eq!(histories[2].period, PayPeriod::Hourly);
}

#[test]
fn no_trend_is_told_of_pay_that_jumps_on_few_jobs() {
    let ids = ["33-3052", "29-1011"];
    let selection = Selection::compared_alone(ids.map(|id| RoleId(id.to_owned())));
    let comparison = compare(dataset(), &selection);
    let histories = comparison.columns.iter().zip(ids).enumerate();
    let histories = histories.map(|(place, (column, id))| {
        pay_history(
            place,
            &column.role,
            Standing::Here,
            Some(&details(id)),
            Dollars::OfMay2025,
        )
    });
    let histories: Vec<PayHistory> = histories.collect();
    assert_eq!(
        history_takeaway(&comparison.columns, &histories).expect("a takeaway"),
        "The median pay of transit and railroad police: $90,230 in May 2025, with too few jobs or years \
         to tell a trend; of chiropractors in May 2025: 12% less than in May 2021, after inflation."
    );
}

#[test]
fn a_list_says_which_places_cannot_be_told_from_its_first() {
    let remarks = |role: &str, at: usize| {
        let selection = Selection::compared_alone([RoleId(role.to_owned())]);
        let comparison = compare(dataset(), &selection);
        let lists = whereabouts(&comparison.columns, &[Some(details(role))]);
        lists[0].rankings[at].remarks[1..].join(" ")
    };
    let (states, metros, industries, most_in_states, most_in_metros) = (0, 1, 2, 3, 4);
    assert_eq!(remarks("11-1021", metros), "");
    let cases = [
        (
            "11-1021",
            states,
            "Pay in the first two states is too close to tell apart.",
        ),
        (
            "11-1011",
            states,
            "None is called the best-paying: 1 more may pay as much, but its pay is too uncertain to be ranked. \
             Pay in the first four states is too close to tell apart.",
        ),
        (
            "13-1111",
            metros,
            "None is called the best-paying: 4 more may pay as much, but their pay is too uncertain to be ranked.",
        ),
        (
            "11-3061",
            states,
            "Pay in the first four states is too close to tell apart.",
        ),
        (
            "11-9021",
            metros,
            "Pay in the first three areas and 1 more is too close to tell apart.",
        ),
        (
            "11-3021",
            states,
            "Pay in the first, second and fourth states is too close to tell apart.",
        ),
        (
            "11-3061",
            industries,
            "Pay in the first and third industries is too close to tell apart.",
        ),
        (
            "25-2021",
            metros,
            "Pay in the first, second and fourth areas and 8 more is too close to tell apart.",
        ),
        (
            "11-3012",
            industries,
            "Pay in these five industries is too close to tell apart.",
        ),
        (
            "27-2011",
            industries,
            "Only 2 can be ranked, too few to call one the best-paying.",
        ),
        (
            "13-1131",
            states,
            "Pay in these five states and 4 more is too close to tell apart.",
        ),
        (
            "29-1222",
            metros,
            "Only 4 can be ranked, too few to call one the best-paying. Pay in the first, second and fourth \
             areas is too close to tell apart. 1 more may pay as much or more: its median is published only as “at least”.",
        ),
        (
            "11-2011",
            most_in_states,
            "The number of jobs in the first three states is too close to tell apart.",
        ),
        (
            "13-1032",
            most_in_metros,
            "The number of jobs in these five areas and 6 more is too close to tell apart.",
        ),
    ];
    for (role, list, expected) in cases {
        let said = remarks(role, list);
        assert!(said.starts_with(expected), "{role}: {said}");
    }
}

#[test]
fn a_list_of_places_without_any_says_why() {
    let selection = Selection::compared_alone([RoleId("47-2053".to_owned())]);
    let comparison = compare(dataset(), &selection);
    let lists = whereabouts(&comparison.columns, &[Some(details("47-2053"))]);
    let remarks = |at: usize| {
        let ranking = &lists[0].rankings[at];
        assert!(ranking.places.is_empty());
        ranking.remarks[1..].to_vec()
    };
    assert_eq!(remarks(1), ["None passes both."]);
    assert_eq!(
        remarks(4),
        ["1 is not in this order, because its number of jobs is not released."]
    );
}

#[test]
fn every_state_has_its_own_tile_and_its_reading() {
    let comparison = compare(
        dataset(),
        &Selection::compared_alone([RoleId("11-2022".to_owned())]),
    );
    let details = [Some(details("11-2022"))];
    let of = |measure| state_map(dataset().areas(), &comparison.columns, &details, measure);
    let map = of(StateMeasure::Median);
    assert_eq!(map.tiles.len(), 54);
    let mut tiles: Vec<_> = map.tiles.iter().filter_map(|tile| tile.place).collect();
    assert_eq!(tiles.len(), 51);
    tiles.sort_unstable();
    tiles.dedup();
    assert_eq!(tiles.len(), 51);
    let colorado = map
        .tiles
        .iter()
        .position(|tile| tile.abbreviation == "CO")
        .expect("Colorado");
    let exact = |number| Reading::Exact(Value::Number(number));
    assert_eq!(map.roles[0].values[colorado], exact(180_850.0));
    for measure in [StateMeasure::PerThousand, StateMeasure::Quotient] {
        assert!(matches!(
            of(measure).roles[0].values[colorado],
            Reading::Exact(_)
        ));
    }
    // Every tile is a place that can be chosen.
    assert!(
        map.tiles
            .iter()
            .all(|tile| area(&tile.code.0).name == tile.name)
    );
}

#[test]
fn shards_that_are_not_as_they_should_be_are_refused_in_words() {
    let code = AreaCode(DENVER.to_owned());
    let whole = shard("area/0019740.json");
    for (json, said) in [
        (String::new(), "a whole file"),
        (whole[..whole.len() / 2].to_owned(), "a whole file"),
        ("<!doctype html>".to_owned(), "a whole file"),
        (whole.replace("\"layout\":1", "\"layout\":2"), "layout 1"),
        (whole.replace("\"wage_rse\"", "\"error\""), "wage_rse"),
        (
            whole.replace("\"code\":\"0019740\"", "\"code\":\"0019741\""),
            "the area 0019740",
        ),
        (whole.replacen("22940", "-22940", 1), "a number"),
        (whole.replacen("171600", "\"many\"", 1), "a number"),
    ] {
        let error = AreaFigures::parse(&code, &json)
            .expect_err(said)
            .to_string();
        assert!(error.contains(said), "{error}");
    }
}

proptest! {
    #[test]
    fn own_pay_survives_its_link(cents in 100_000_u32..1_000_000_000, hourly in 100_u32..500_000) {
        for (period, cents) in [(PayPeriod::Yearly, cents), (PayPeriod::Hourly, hourly)] {
            let text = format!("{}.{:02}", cents / 100, cents % 100);
            let pay = OwnPay::typed(&text, period).expect("in range");
            prop_assert_eq!(OwnPay::of_link(&pay.for_link()), Some(pay));
            prop_assert_eq!(OwnPay::typed(&pay.as_typed(), period), Ok(pay));
        }
    }

    #[test]
    fn anything_typed_is_an_amount_or_a_sentence(text in "(?s).{0,20}") {
        match OwnPay::typed(&text, PayPeriod::Hourly) {
            Ok(pay) => prop_assert!((1.0..=5_000.0).contains(&pay.dollars())),
            Err(error) => prop_assert!(error.to_string().ends_with(['.', '?'])),
        }
    }

    #[test]
    fn anything_finds_places_or_none(query in "(?s).{0,40}") {
        PlaceIndex::new(dataset().areas()).search(&query);
    }
}
