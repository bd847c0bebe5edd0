//! The official occupations as they are compiled in: every figure sound, none in disguise.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails by panicking"
)]

use std::collections::BTreeSet;
use std::sync::Arc;

use crossroads::compare::{Comparison, Entry, Selection, compare, in_short, skills};
use crossroads::model::{
    Dataset, MetricId, OfficialTables, PayPeriod, Reading, Role, RoleId, SamplingError, Section,
    Shape, Value, flat, format,
};

fn dataset() -> &'static Dataset {
    Dataset::bundled().expect("the bundled dataset is sound")
}

fn role(id: &str) -> Arc<Role> {
    let role = dataset().role(&RoleId(id.to_owned()));
    role.expect("it can be read").expect("it is there")
}

fn official() -> Vec<Arc<Role>> {
    let codes = dataset()
        .ids()
        .filter(|id| id.0.starts_with(|c: char| c.is_ascii_digit()));
    codes.map(|id| role(&id.0)).collect()
}

fn number(role: &Role, metric: MetricId) -> Option<f64> {
    role.figure(metric)?.own_number()
}

fn compared(ids: &[&str]) -> Comparison {
    let entries = ids.iter().map(|id| Entry {
        role: RoleId((*id).to_owned()),
        on: true,
    });
    compare(dataset(), &Selection::of(entries))
}

#[test]
fn all_830_occupations_can_be_read() {
    let roles = official();
    assert_eq!(roles.len(), 830);
    let ids: BTreeSet<&str> = roles.iter().map(|role| role.id.0.as_str()).collect();
    assert_eq!(ids.len(), 830);
    for role in &roles {
        assert_eq!(dataset().title(&role.id).as_ref(), Some(&role.title));
        assert!(dataset().has(&role.id));
    }
}

#[test]
fn the_tables_as_they_travel_hold_what_the_files_hold() {
    let tables = OfficialTables {
        sources: include_str!("../data/official-sources.json"),
        occupations: include_str!("../data/official/occupations.json"),
        census: Some(include_str!("../data/official/census.json")),
        satisfaction: include_str!("../data/official/satisfaction.json"),
        groups: include_str!("../data/official/groups.json"),
        names: include_str!("../data/official/names.json"),
        places: Some(include_str!("../data/official/places.json")),
    };
    let none = Dataset::parse(r#"{"sources": [], "default": [], "roles": []}"#);
    let of_files = none.and_then(|none| none.with_official(tables));
    let of_files = of_files.expect("sound tables");
    for role in official() {
        let of_file = of_files.role(&role.id).expect("it can be read");
        assert_eq!(Some(role), of_file);
    }
}

#[test]
fn figures_equal_the_cells_of_their_sources() {
    let sales = role("11-2022");
    for (metric, expected) in [
        (MetricId::PayYearMedian, 148_270.0),
        (MetricId::PayYearP10, 73_170.0),
        (MetricId::PayYearP90, 290_540.0),
        (MetricId::JobsEmployed, 637_080.0),
    ] {
        assert_eq!(number(&sales, metric), Some(expected), "{metric:?}");
    }
    assert_eq!(
        number(&role("15-1252"), MetricId::PayYearMedian),
        Some(135_980.0)
    );
    let nurses = role("29-1141");
    assert_eq!(number(&nurses, MetricId::PayYearMedian), Some(97_550.0));
    assert_eq!(number(&nurses, MetricId::GrowthProjected), Some(5.6));
    assert_eq!(number(&nurses, MetricId::AgeMedian), Some(42.3));
    let sexes = nurses.figure(MetricId::Gender).expect("a figure").list();
    assert_eq!((sexes[0].name.as_str(), sexes[0].amount), ("Women", 87.3));
}

#[test]
fn no_percentile_exceeds_the_next() {
    use MetricId::*;
    for role in official() {
        for points in [
            [
                PayYearP10,
                PayYearP25,
                PayYearMedian,
                PayYearP75,
                PayYearP90,
            ],
            [
                PayHourP10,
                PayHourP25,
                PayHourMedian,
                PayHourP75,
                PayHourP90,
            ],
        ] {
            let points: Vec<f64> = points.iter().filter_map(|id| number(&role, *id)).collect();
            assert!(points.is_sorted(), "{:?}: {points:?}", role.id);
            assert!(points.is_empty() || points.len() == 5, "{:?}", role.id);
        }
    }
}

#[test]
fn shares_are_whole_unless_their_groups_overlap() {
    let mut wholes = 0;
    for role in official() {
        for (metric, figure) in role.figures().filter(|(_, f)| f.exact().is_some()) {
            let sum: f64 = figure.list().iter().map(|share| share.amount).sum();
            match metric.metric().shape {
                Shape::Whole(names) => {
                    let found: Vec<&str> = figure.list().iter().map(|s| s.name.as_str()).collect();
                    assert_eq!(found, names, "{:?} {metric:?}", role.id);
                    assert!(
                        (sum - 100.0).abs() <= 0.5,
                        "{:?} {metric:?}: {sum}",
                        role.id
                    );
                    wholes += 1;
                }
                Shape::Overlapping(names) => {
                    for share in figure.list() {
                        assert!(names.contains(&share.name.as_str()));
                        assert!((0.0..=100.0).contains(&share.amount));
                    }
                }
                _ => {}
            }
        }
    }
    assert!(wholes > 1_500, "only {wholes} wholes");
}

#[test]
fn related_roles_exist_and_are_others() {
    let mut with = 0;
    for role in official() {
        let Some(Value::Roles(related)) = role.figure(MetricId::Related).and_then(|f| f.exact())
        else {
            continue;
        };
        with += 1;
        let unique: BTreeSet<&RoleId> = related.iter().collect();
        assert_eq!(unique.len(), related.len(), "{:?}", role.id);
        for other in related {
            assert!(dataset().has(other) && *other != role.id, "{other:?}");
        }
    }
    assert!(with > 700, "only {with} roles have related ones");
}

#[test]
fn no_text_holds_markup() {
    let plain = |text: &str| !text.contains(['<', '>']) && text.trim() == text && !text.is_empty();
    for role in official() {
        assert!(plain(&role.title) && plain(&role.plural), "{:?}", role.id);
        for cell in flat::row(&role) {
            assert!(plain(&cell), "{:?}: {cell:?}", role.id);
        }
    }
}

#[test]
fn pay_by_one_period_only_is_never_turned_into_the_other() {
    let (mut hourly, mut yearly) = (Vec::new(), Vec::new());
    for role in official() {
        let reading = |metric| role.figure(metric).map(|figure| figure.reading.clone());
        if reading(MetricId::PayYearMedian) == Some(Reading::PaidOnly(PayPeriod::Hourly)) {
            assert!(number(&role, MetricId::PayHourMedian).is_some());
            assert!(role.figure(MetricId::TopState).is_none());
            hourly.push(role.title.clone());
        }
        if reading(MetricId::PayHourMedian) == Some(Reading::PaidOnly(PayPeriod::Yearly)) {
            assert!(number(&role, MetricId::PayYearMedian).is_some());
            yearly.push(role.title.clone());
        }
    }
    assert!(hourly.contains(&"Actors".to_owned()), "{hourly:?}");
    assert_eq!((hourly.len(), yearly.len()), (5, 58));
}

#[test]
fn a_figure_of_a_wider_group_names_it_and_is_not_compared() {
    let teachers = role("25-1031");
    let age = teachers.figure(MetricId::AgeMedian).expect("a figure");
    assert_eq!(age.wider_group.as_deref(), Some("Postsecondary teachers"));
    assert_eq!(age.own_number(), None);
    let comparison = compared(&["25-1031", "29-1141"]);
    let tables = comparison.tables();
    let people = tables.iter().find(|t| t.section == Section::People);
    let people = people.expect("the table");
    let women = people
        .groups
        .iter()
        .find(|g| g.label.as_deref() == Some("Women and men"));
    assert_eq!(
        women.expect("the group").notes,
        [
            "Architecture Teachers, Postsecondary: of about 1,058,000 employed people; rule of thumb: about ±2 points; \
             for a wider group: Postsecondary teachers.",
            "Registered Nurses: of about 3,528,000 employed people; rule of thumb: about ±1.3 points."
        ]
    );
}

#[test]
fn what_a_source_keeps_back_is_told_from_what_it_does_not_have() {
    let words = |id: &str, metric: MetricId| {
        let role = role(id);
        role.figure(metric)
            .map(|figure| format::figure(metric.metric(), figure))
    };
    assert_eq!(
        words("29-1141", MetricId::RequiredEducation).as_deref(),
        Some("not released (O*NET marks the answers as too uncertain to use)")
    );
    assert_eq!(
        words("17-2161", MetricId::AgeMedian).as_deref(),
        Some(
            "not released (Current Population Survey: the survey counts fewer than 50,000 people in “Nuclear engineers”)"
        )
    );
    // The survey has no row that is this role's alone or a broader one's.
    assert_eq!(words("13-1020", MetricId::AgeMedian), None);
}

#[test]
fn an_answer_of_a_small_survey_carries_its_margin() {
    for role in official() {
        let figure = role
            .figure(MetricId::Satisfied)
            .expect("every role has one");
        let Some(SamplingError::MarginAt95(margin)) = figure.error else {
            panic!("{:?} has no margin", role.id);
        };
        assert!(margin > 0.0 && margin < 17.0, "{:?}: {margin}", role.id);
    }
}

#[test]
fn estimates_and_official_figures_are_never_mistaken_for_each_other() {
    let comparison = compared(&["sales-manager", "11-2022"]);
    let provenances: Vec<&str> = comparison
        .columns
        .iter()
        .map(|c| c.provenance.as_str())
        .collect();
    assert_eq!(provenances, ["Zippia’s estimate", "BLS"]);
    let sentences = in_short(&comparison.columns);
    assert_eq!(
        sentences[0],
        "Sales managers (Zippia’s estimate) earn $73,952 a year on average, sales managers (BLS) \
         earn $164,350."
    );
    let short = sentences.join(" ");
    for whose in [
        "obs for sales managers (BLS) are expected to",
        "become a sales manager (Zippia’s estimate)",
        "ales managers (BLS) usually start with",
    ] {
        assert!(short.contains(whose), "{short}");
    }
    // Both publish an average, so the row compares averages; it marks no winner across sources.
    let overview = &comparison.tables()[0];
    let pay = &overview.groups[0].rows[0];
    let cells: Vec<_> = pay
        .cells
        .iter()
        .map(|c| (c.text.as_str(), c.leads))
        .collect();
    assert_eq!(cells, [("$73,952", false), ("$164,350", false)]);
    assert!(pay.cells.iter().all(|cell| cell.qualifiers == ["average"]));
    // Weights of resumes and ratings of importance are not held against each other.
    let skills = skills(&comparison.columns).expect("both have skills");
    assert_eq!(skills.shared, None);
    // Two measures, and what puts equals of one of them in order.
    assert_eq!(skills.notes.len(), 3);
}

#[test]
fn nothing_is_shared_with_a_role_that_no_source_rates() {
    let selection =
        Selection::compared_alone(["29-1141", "29-1242"].map(|id| RoleId(id.to_owned())));
    let columns = compare(dataset(), &selection).columns;
    let skills = skills(&columns).expect("one is rated");
    assert_eq!(skills.shared, None);
    let listed: Vec<usize> = skills.alone.iter().map(|own| own.listed).collect();
    assert_eq!(listed, [10, 0]);
    assert_eq!(skills.alone[0].skills.len(), 10);
}

/// Pairs and larger groups of roles, spread over all of them and always the same.
fn groups(of: usize, count: usize) -> Vec<Vec<Arc<Role>>> {
    let roles = official();
    let mut state = 1_u64;
    let mut next = || {
        // Any full-period generator will do.
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % roles.len()
    };
    let mut groups = Vec::new();
    while groups.len() < count {
        let mut group: Vec<Arc<Role>> = (0..of).map(|_| Arc::clone(&roles[next()])).collect();
        group.sort_by(|a, b| a.id.cmp(&b.id));
        group.dedup_by(|a, b| a.id == b.id);
        if group.len() == of {
            groups.push(group);
        }
    }
    groups
}

/// The 95 percent margin of the difference of two published figures, from their relative standard
/// errors; reckoned here apart from the product's own.
fn margin(a: &Role, b: &Role) -> f64 {
    let error = |role: &Role| {
        let mean = role.figure(MetricId::PayYearAverage).expect("a mean");
        let Some(SamplingError::RelativeStandardError(percent)) = mean.error else {
            panic!("{:?} has no error", role.id);
        };
        number(role, MetricId::PayYearMedian).expect("a median") * percent / 100.0
    };
    1.96 * (error(a).powi(2) + error(b).powi(2)).sqrt()
}

fn compared_roles(roles: &[Arc<Role>]) -> Comparison {
    let ids: Vec<&str> = roles.iter().map(|role| role.id.0.as_str()).collect();
    compared(&ids)
}

#[test]
fn no_claim_about_the_pay_of_two_roles_is_false() {
    let (mut same, mut apart) = (0, 0);
    for pair in groups(2, 6_000) {
        let medians: Vec<f64> = pair
            .iter()
            .filter_map(|role| number(role, MetricId::PayYearMedian))
            .collect();
        let [a, b] = medians[..] else { continue };
        let comparison = compared_roles(&pair);
        let sentence = in_short(&comparison.columns)
            .into_iter()
            .next()
            .expect("a sentence");
        let leads = comparison.tables()[0].groups[0].rows[0]
            .cells
            .iter()
            .any(|cell| cell.leads);
        if (a - b).abs() <= margin(&pair[0], &pair[1]) {
            let is_chance = sentence.ends_with(": too close to tell apart.");
            assert!(is_chance || sentence.contains(" the same"), "{sentence}");
            assert!(!leads, "{sentence}");
            same += 1;
            continue;
        }
        apart += 1;
        assert!(leads, "{sentence}");
        let (more, less) = if a > b { (0, 1) } else { (1, 0) };
        let dollars = |amount: f64| format::number(MetricId::PayYearMedian.metric().unit, amount);
        let expected = format!(
            "By middle pay (median), {} earn {} more a year (",
            pair[more].plural,
            dollars((a - b).abs())
        );
        assert!(sentence.starts_with(&expected), "{sentence}\n{expected}");
        let end = format!(
            ") than {}: {} against {}.",
            pair[less].plural,
            dollars(a.max(b)),
            dollars(a.min(b))
        );
        assert!(sentence.ends_with(&end), "{sentence}\n{end}");
        let percent = sentence[expected.len()..]
            .split('%')
            .next()
            .expect("a percentage");
        let percent: f64 = percent.replace(',', "").parse().expect("a number");
        let exact = (a - b).abs() / a.min(b) * 100.0;
        assert!((percent - exact).abs() <= 0.5, "{sentence}: {exact}");
    }
    assert!(same > 30 && apart > 5_000, "{same} the same, {apart} apart");
}

#[test]
fn growth_is_told_with_its_sign() {
    for pair in groups(2, 2_000) {
        let sentences = in_short(&compared_roles(&pair).columns);
        let sentence = sentences
            .iter()
            .find(|s| s.starts_with("From 2025 to 2035"));
        let sentence = sentence.expect("both have projections");
        for role in &pair {
            let growth = number(role, MetricId::GrowthProjected).expect("a projection");
            let (_, rest) = sentence
                .split_once(&format!("for {}", role.plural))
                .expect("the role");
            let claim = rest.split(['.', ';']).take(2).collect::<Vec<_>>().join(".");
            let word = match growth {
                g if g > 0.0 => "grow",
                g if g < 0.0 => "shrink",
                _ => "stay at about the same number",
            };
            assert!(claim.contains(word), "{growth}: {sentence}");
        }
    }
}

#[test]
fn every_pair_of_neighbors_makes_whole_sentences() {
    let roles = official();
    for pair in roles.windows(2) {
        let comparison = compared(&[&pair[0].id.0, &pair[1].id.0]);
        let sentences = in_short(&comparison.columns);
        assert!(sentences.len() >= 3, "{sentences:?}");
        for sentence in sentences {
            let first = sentence.chars().next().expect("not empty");
            assert!(
                !first.is_lowercase() && sentence.ends_with('.'),
                "{sentence}"
            );
            assert!(
                !sentence.contains("  ") && !sentence.contains("NaN"),
                "{sentence}"
            );
        }
    }
}

#[test]
fn a_flat_row_has_a_cell_for_every_column() {
    let header = flat::header();
    let unique: BTreeSet<&&str> = header.iter().collect();
    assert_eq!(unique.len(), header.len());
    assert_eq!(header[..3], ["id", "title", "jobs"]);
    let cell = |id: &str, column: &str| {
        let place = header
            .iter()
            .position(|name| *name == column)
            .expect(column);
        flat::row(&role(id))[place].clone()
    };
    assert_eq!(cell("29-1141", "annual_median_usd"), "97550");
    assert_eq!(cell("29-1141", "hourly_median_usd"), "46.9");
    assert_eq!(cell("29-1141", "jobs_rse_pct"), "0.3");
    assert_eq!(cell("29-1141", "annual_mean_rse_pct"), "0.2");
    assert_eq!(cell("29-1141", "women_pct"), "87.3");
    assert_eq!(cell("29-1141", "bachelors_pct"), "53.8");
    assert_eq!(cell("29-1141", "survey_employed_people"), "3528000");
    assert_eq!(cell("11-1011", "survey_full_time_men"), "791000");
    assert_eq!(cell("11-1011", "survey_full_time_women"), "453000");
    assert_eq!(
        cell("27-2011", "annual_median_usd"),
        "published by the hour only"
    );
    assert_eq!(
        cell("25-1031", "median_age_years"),
        "for a wider group (Postsecondary teachers): 49.2"
    );
    assert_eq!(
        cell("sales-manager", "annual_median_usd"),
        format::NOT_PUBLISHED
    );
    // Its states have pay, but none of them enough jobs and a sure enough wage; by the hour nothing is chosen beside that.
    assert_eq!(cell("13-1011", "best_state"), format::TOO_FEW_PLACES);
    assert_eq!(cell("13-1011", "best_state_hourly"), format::NOT_PUBLISHED);
    assert_eq!(cell("27-2011", "best_state_hourly"), format::UNSURE_RIVALS);
    assert_eq!(cell("27-2011", "best_state"), format::NOT_PUBLISHED);
    let states = |id: &str| {
        [
            "",
            "_count",
            "_median_usd",
            "_lowest_median_usd",
            "_jobs",
            "_wage_rse_pct",
        ]
        .map(|of| cell(id, &format!("best_state{of}")))
    };
    assert_eq!(
        states("11-2022"),
        ["New York", "1", "217640", "217640", "38510", "1.1"]
    );
    let several = format::TOO_CLOSE;
    assert_eq!(
        states("13-2072"),
        [
            "Massachusetts; Connecticut; New York",
            "7",
            "101600",
            "92920",
            several,
            several
        ]
    );
    for role in official() {
        assert_eq!(flat::row(&role).len(), header.len());
    }
}

#[test]
fn a_broken_row_is_an_error_that_names_role_and_field() {
    let tables = |row: &'static str| crossroads::model::OfficialTables {
        sources: "[]",
        occupations: row,
        census: Some(
            "{\"columns\":[\"code\",\"title\",\"match\",\"employed_thousands\",\"demographics\",\"ages\",\"median_age\",\"weekly\"],\n\"rows\":[\n]}\n",
        ),
        satisfaction: "{\"columns\":[\"key\",\"title\",\"level\",\"n\",\"satisfied\",\"very\",\"dissatisfied\"],\n\"rows\":[\n]}\n",
        groups: "{\"columns\":[\"code\",\"title\"],\n\"rows\":[\n[\"11-0000\",\"Managers\"],\n[\"11-1000\",\"Top\"]\n]}\n",
        names: include_str!("../data/official/names.json"),
        places: Some(include_str!("../data/official/places.json")),
    };
    let none = r#"{"sources": [], "default": [], "roles": []}"#;
    let read = |row: &'static str| {
        let dataset = Dataset::parse(none).expect("an empty dataset");
        let dataset = dataset.with_official(tables(row)).expect("sound frames");
        dataset.role(&RoleId("11-1011".to_owned()))
    };
    macro_rules! table {
        ($row:literal) => {
            concat!(
                "{\"columns\":[\"id\",\"title\",\"group\",\"year\",\"hour\",\"wage_rse\",\"jobs\",\"jobs_rse\",\"best\",\"outlook\",\"education\",\"required\",\"census\",\"satisfaction\",\"skills\",\"related\",\"ai_exposure\"],\n\"rows\":[\n",
                $row,
                "\n]}\n"
            )
        };
    }
    let sound = table!(
        r#"["11-1011","Chiefs","11-1000",[5000,2000,3000,">=4000","not-released",null],"yearly-only",1,"not-released",null,[null,null,null],[null,null,null,null,null,null,null,null,null,null,null],null,null,null,null,null,null,null]"#
    );
    let role = read(sound).expect("a sound row").expect("it is there");
    let words = |metric: MetricId| {
        let figure = role.figure(metric).expect("a figure");
        format::figure(metric.metric(), figure)
    };
    assert_eq!(words(MetricId::PayYearAverage), "$5,000");
    assert_eq!(words(MetricId::PayYearMedian), "at least $4,000");
    assert_eq!(
        words(MetricId::PayYearP75),
        "not released (the source does not release this estimate)"
    );
    assert_eq!(role.figure(MetricId::PayYearP90), None);
    assert_eq!(words(MetricId::PayHourMedian), "published by the year only");

    for (row, field, expected) in [
        (table!(r#"["11-1011","Chiefs"]"#), "row", "17 cells"),
        (
            table!(
                r#"["11-1011","Chiefs","11-1000",[5000,2000,3000,4000,5000,6000],"yearly-only",1,9,null,[[5000,4000,[0,9999]],null,null],[null,null,null,null,null,null,null,null,null,null,null],null,null,null,null,null,null,null]"#
            ),
            "best",
            "a place in a list of",
        ),
        (
            table!(
                r#"["11-1011","Chiefs","11-1000",[5000,2000,3000,4000,5000,6000],"yearly-only",1,9,null,[[5000,4000],null,null],[null,null,null,null,null,null,null,null,null,null,null],null,null,null,null,null,null,null]"#
            ),
            "best",
            "one best-paying place, or several",
        ),
        (
            table!(
                r#"["11-1011","Chiefs","11-1000",[5,2000,3000,4000,5000,6000],"yearly-only",1,9,null,[null,null,null],[null,null,null,null,null,null,null,null,null,null,null],null,null,null,null,null,null,null]"#
            ),
            "year",
            "a number from 1000",
        ),
        (
            table!(
                r#"["11-1011","Chiefs","11-2000",[5000,2000,3000,4000,5000,6000],"yearly-only",1,9,null,[null,null,null],[null,null,null,null,null,null,null,null,null,null,null],null,null,null,null,null,null,null]"#
            ),
            "group",
            "the code of a group",
        ),
        (
            table!(
                r#"["11-1011","Chiefs","11-1000",[5000,2000,3000,4000,5000,6000],"yearly-only",1,9,null,[null,null,null],[null,null,null,null,null,null,null,null,null,null,null],null,null,"9999",null,null,["11-9999"],null]"#
            ),
            "census",
            "a row of census",
        ),
    ] {
        let error = read(row).expect_err(field);
        assert_eq!(error.field, field, "{error}");
        assert!(error.expected.to_string().contains(expected), "{error}");
        assert!(error.role.contains("11-1011"), "{error}");
    }
}

#[test]
fn every_table_is_as_its_schema_says() {
    use serde_json::Value as Json;

    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let json = |path: &std::path::Path| -> Json {
        let text = std::fs::read_to_string(path).expect("a file of the project");
        serde_json::from_str(&text).expect("JSON")
    };
    let schema = json(&root.join("official.schema.json"));
    let problems = |table: &str, content: &Json| -> Option<String> {
        let mut compiler = boon::Compiler::new();
        let address = "https://crossroads.invalid/official.schema.json";
        compiler
            .add_resource(address, schema.clone())
            .expect("a resource");
        let mut schemas = boon::Schemas::new();
        let table = compiler
            .compile(&format!("{address}#/$defs/{table}"), &mut schemas)
            .expect("a schema");
        schemas
            .validate(content, table)
            .err()
            .map(|error| error.to_string())
    };
    for table in [
        "occupations",
        "census",
        "satisfaction",
        "groups",
        "areas",
        "states",
        "price_index",
        "names",
        "places",
    ] {
        let mut content = json(&root.join(format!("official/{table}.json")));
        assert_eq!(problems(table, &content), None, "{table}");
        // The schema can refuse: a row with one more cell, or a list that it does not know.
        match content.get_mut("rows").and_then(|rows| rows.get_mut(0)) {
            Some(Json::Array(row)) => row.push(Json::Null),
            _ => content[table] = Json::Null,
        }
        assert!(problems(table, &content).is_some(), "{table}");
    }
}
