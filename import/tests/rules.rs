//! What the import does with tables that are as they should be: which rows it takes, and what it leaves out.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails by panicking"
)]

mod small;

use import::history;
use import::json::Json;
use import::oews::{Oews, Place};
use import::onet::{preparation, ratings, related, titles};
use import::{people, programs, satisfaction};
use small::{Cells, NATIONAL, Small, oews};

fn written(json: impl Into<Json>) -> String {
    json.into().to_string()
}

#[test]
fn only_the_occupations_own_row_is_taken_and_nothing_is_averaged() {
    let small = Small::sound();
    let names = [
        "Active Listening".to_owned(),
        "Reading Comprehension".to_owned(),
    ];
    let (skills, _) = ratings::skills(small.path(), &small.codes(), &names).expect("accepted");
    // The importance flagged s is left out, and so is the speciality's.
    assert_eq!(
        written(ratings::with_levels(skills.get("11-1011"))),
        r#"[["Reading Comprehension",4.12,4.62]]"#
    );
    // Ties by name; in the place of a level flagged S or n stands which of the two it is.
    assert_eq!(
        written(ratings::with_levels(skills.get("11-1021"))),
        r#"[["Active Listening",4.12,"imprecise"],["Reading Comprehension",4.12,"not-relevant"]]"#
    );
    assert_eq!(
        written(ratings::top_skills(skills.get("11-1021"), &names)),
        "[[0,4.12],[1,4.12]]"
    );
    // An occupation that OEWS puts together has no row of its own.
    assert_eq!(
        written(ratings::top_skills(skills.get("13-1020"), &names)),
        "null"
    );
    let codes = small.codes();
    let narrower = ratings::rated_narrower(small.path(), &codes, &skills).expect("accepted");
    assert_eq!(narrower.into_iter().collect::<Vec<_>>(), ["13-1020"]);
}

#[test]
fn equally_important_skills_stand_by_level_where_each_has_one() {
    let names = [
        "Active Listening".to_owned(),
        "Reading Comprehension".to_owned(),
    ];
    let flagged = "4.12,4.75,S\n11-1021.00,11-1021,Reading Comprehension,4.12,0,n";
    for (levels, expected) in [
        (("4.75,", "4.88,"), "[[1,4.12],[0,4.12]]"),
        (("4.75,", "4.75,"), "[[0,4.12],[1,4.12]]"),
        // One that is not to be used orders nothing.
        (("4.75,S", "4.88,"), "[[0,4.12],[1,4.12]]"),
        (("0,n", "4.88,"), "[[0,4.12],[1,4.12]]"),
    ] {
        let (listening, reading) = levels;
        let instead =
            format!("4.12,{listening}\n11-1021.00,11-1021,Reading Comprehension,4.12,{reading}");
        let small = Small::with("onet_skills.csv", flagged, &instead);
        let (skills, _) = ratings::skills(small.path(), &small.codes(), &names).expect("accepted");
        let top = ratings::top_skills(skills.get("11-1021"), &names);
        assert_eq!(written(top), expected, "{levels:?}");
    }
}

#[test]
fn related_occupations_are_named_once_and_never_themselves() {
    let small = Small::sound();
    let (related, _) = related::read(small.path(), &small.codes()).expect("accepted");
    assert_eq!(
        written(related.get("11-1011").cloned()),
        r#"["13-1020","11-1021"]"#
    );
}

#[test]
fn the_answer_given_most_often_is_named_with_all_that_tie_with_it_and_how_many_answered() {
    let small = Small::sound();
    let (education, _) = preparation::education(small.path(), &small.codes()).expect("accepted");
    assert_eq!(
        written(preparation::most_given(education.get("11-1011"))),
        "[[7],46,28]"
    );
    assert_eq!(
        written(preparation::most_given(education.get("11-1021"))),
        "[[1,5],50,28]"
    );
    assert_eq!(
        written(preparation::most_given(education.get("13-1020"))),
        "null"
    );
    let (training, _) = preparation::training(small.path(), &small.codes()).expect("accepted");
    let scales = training.get("11-1011").expect("a row");
    let scales = scales
        .each_ref()
        .map(|shares| written(preparation::most_given(shares.as_ref())));
    assert_eq!(scales, ["[[10],68,28]", "\"not-released\"", "null"]);
    let (importances, _) =
        preparation::certification(small.path(), &small.codes()).expect("accepted");
    let importances = importances["11-1011"].clone().map(written);
    assert_eq!(importances, ["3.01", "\"not-released\""]);
}

#[test]
fn titles_are_listed_once_whatever_their_capitals() {
    let small = Small::sound();
    let (titles, _) = titles::read(small.path(), &small.codes()).expect("accepted");
    assert_eq!(
        titles["11-1011"],
        [
            "CEO",
            "Chief Executive Officer (CEO)",
            "Sustainability Chief"
        ]
    );
}

#[test]
fn an_occupation_put_together_has_what_all_its_parts_have() {
    let small = Small::sound();
    let (programs, _) = programs::read(small.path(), &small.codes()).expect("accepted");
    assert_eq!(
        written(Json::List(programs["13-1020"].clone())),
        r#"[["01.0102","Agribusiness"],["52.0101","Business"]]"#
    );
    let (satisfaction, _) = satisfaction::read(small.path(), &small.codes()).expect("accepted");
    assert_eq!(satisfaction.keys["13-1020"], "0510");
}

#[test]
fn few_respondents_mean_the_major_group() {
    let small = Small::with("gss_job_satisfaction.csv", "exact,76", "exact,49");
    let (satisfaction, _) = satisfaction::read(small.path(), &small.codes()).expect("accepted");
    assert_eq!(satisfaction.keys["11-1011"], "11-0000");
    assert_eq!(
        satisfaction.rows.keys().collect::<Vec<_>>(),
        ["0510", "11-0000"]
    );
}

#[test]
fn a_census_row_that_is_narrower_covers_nothing() {
    let small = Small::sound();
    for table in [
        "cps_age.csv",
        "cps_demographics.csv",
        "cps_earnings_by_sex.csv",
    ] {
        let path = small.path().join(table);
        let text = std::fs::read_to_string(&path).expect("a table");
        std::fs::write(
            path,
            text.replace("0020,11-1021,exact", "0510,13-1020,cps_narrower"),
        )
        .expect("a file");
    }
    let (people, _) = people::read(small.path(), &small.codes()).expect("accepted");
    assert_eq!(people.covering.keys().collect::<Vec<_>>(), ["11-1011"]);
    assert_eq!(people.census.keys().collect::<Vec<_>>(), ["0010"]);
}

#[test]
fn a_jump_is_not_drawn_where_jobs_are_few() {
    let small = Small::with(
        "oews_history.csv",
        "900,60300,,,213020,1",
        "900,60300,100000,,213020,0",
    );
    let (histories, _) = history::read(small.path(), &small.codes()).expect("accepted");
    let number = |text| import::number::Number::parse(text);
    let history = &histories["11-1011"];
    assert!(history.is_thin(number("9999").as_ref()));
    assert!(!history.is_thin(number("10000").as_ref()));

    let (histories, _) = history::read(Small::sound().path(), &small.codes()).expect("accepted");
    assert_eq!(
        written(Json::List(histories["11-1011"].rows())),
        "[[2021,900,60300,\">=208000\",null,213020],[2024,900,73710,110000,null,262930],\
         [2025,800,75700,213990,507730,269630]]"
    );
}

const STATES: [&str; 3] = [
    "OEUS0100000000000111011",
    "OEUS0200000000000111011",
    "OEUS0400000000000111011",
];

/// Two more states that pay less than those, so that there are enough to name the best.
const POORER: [Cells<'_>; 2] = [
    Cells("OEUS0500000000000111011", &[("v13", Some("70000"), None)]),
    Cells("OEUS0600000000000111011", &[("v13", Some("70000"), None)]),
];

#[test]
fn places_are_ranked_by_median_then_jobs_then_code_above_a_floor() {
    let small = Small::sound();
    let median = |median| [("v13", Some(median), None)];
    let best = |rows: &[Cells<'_>]| {
        let (oews, _) = Oews::read(&oews(rows), &small.codes()).expect("accepted");
        let codes = |place| {
            let rows = oews.best.top("11-1011", place);
            rows.iter().map(Json::to_string).collect::<Vec<_>>()
        };
        (
            codes(Place::State),
            codes(Place::Metro),
            codes(Place::Industry),
            oews.best.top_coded("11-1011", Place::State),
        )
    };
    let (states, ..) = best(&[
        Cells(STATES[0], &median("90000")),
        Cells(
            STATES[1],
            &[("v13", Some("90000"), None), ("v01", Some("1010"), None)],
        ),
        Cells(STATES[2], &median("90000")),
    ]);
    assert_eq!(
        states,
        [
            r#"["0200000","Alaska",90000,1010,1,2]"#,
            r#"["0100000","Alabama",90000,1000,1,2]"#,
            r#"["0400000","Arizona",90000,1000,1,2]"#,
        ]
    );
    // Too few jobs, too unsure, not released: not ranked. Top-coded: counted.
    let (states, _, _, top_coded) = best(&[
        Cells(STATES[0], &[("v01", Some("490"), None)]),
        Cells(STATES[1], &[("v05", Some("10.1"), None)]),
        Cells(
            STATES[2],
            &[
                ("v13", Some("-"), Some("5")),
                ("v14", Some("-"), Some("5")),
                ("v15", Some("-"), Some("5")),
            ],
        ),
    ]);
    assert!(states.is_empty());
    assert_eq!(top_coded, 1);
    let (states, ..) = best(&[Cells(STATES[0], &[("v01", Some("-"), Some("8"))])]);
    assert!(states.is_empty());
    // Metropolitan areas but not what is around them; industries that do not overlap.
    let (_, metros, industries, _) = best(&[
        Cells("OEUM0010180000000111011", &[]),
        Cells("OEUM0100001000000111011", &[]),
        Cells("OEUN0000000000001111011", &[]),
        Cells("OEUN0000000611000111011", &[]),
        Cells("OEUN0000000611100111011", &[]),
        Cells("OEUN0000000611005111011", &[]),
        Cells("OEUN0000000484000111011", &[]),
    ]);
    assert_eq!(metros, [r#"["0010180","Abilene, TX",83200,1000,1,2]"#]);
    assert_eq!(
        industries,
        [
            r#"["484000","Truck Transportation",83200,1000,1,2]"#,
            r#"["611100","Schools",83200,1000,1,2]"#,
        ]
    );
}

#[test]
fn the_best_is_whatever_nothing_clearly_outpays() {
    let small = Small::sound();
    let at = |median, error| [median, error];
    let best = |states: [[&'static str; 2]; 3]| {
        let cells =
            states.map(|[median, error]| [("v13", Some(median), None), ("v05", Some(error), None)]);
        let rows = STATES.iter().zip(&cells);
        let rows = rows.map(|(key, cells)| Cells(key, cells)).chain(POORER);
        let rows: Vec<Cells<'_>> = rows.collect();
        let (oews, _) = Oews::read(&oews(&rows), &small.codes()).expect("accepted");
        (
            written(oews.best.first("11-1011")),
            oews.best.tied("11-1011", Place::State).to_vec(),
        )
    };
    // 1.96 standard errors of the difference are 2,734 dollars.
    let (first, tied) = best([at("100000", "1"), at("97300", "1"), at("90000", "1")]);
    assert_eq!(first, "[[100000,97300,[0,1]],null,null]");
    assert_eq!(tied, [0, 1]);
    let (first, tied) = best([at("100000", "1"), at("97250", "1"), at("90000", "1")]);
    assert_eq!(first, "[[100000,1000,1,0],null,null]");
    assert_eq!(tied, [0]);
    // The third is within the error of the first, which is large, and clearly below the second.
    let (first, tied) = best([at("100000", "9"), at("95000", "0.5"), at("92000", "0.5")]);
    assert_eq!(first, "[[100000,95000,[0,1]],null,null]");
    assert_eq!(tied, [0, 1]);
    // The second is clearly below the first; the third has an error too large for that.
    let (first, tied) = best([at("100000", "1"), at("95000", "0.5"), at("94000", "9")]);
    assert_eq!(first, "[[100000,94000,[0,1]],null,null]");
    assert_eq!(tied, [0, 2]);
    let (first, tied) = best([at("100000", "5"), at("99000", "5"), at("98000", "5")]);
    assert_eq!(first, "[[100000,98000,[0,1,2]],null,null]");
    assert_eq!(tied, [0, 1, 2]);
}

#[test]
fn the_best_of_fewer_than_five_is_not_named() {
    let small = Small::sound();
    let rows: Vec<Cells<'_>> = STATES
        .iter()
        .map(|key| Cells(key, &[]))
        .chain(POORER)
        .collect();
    let first = |rows: &[Cells<'_>]| {
        let (oews, _) = Oews::read(&oews(rows), &small.codes()).expect("accepted");
        let listed = oews.best.top("11-1011", Place::State).len();
        (
            written(oews.best.first("11-1011")),
            listed,
            oews.best.file(),
        )
    };
    let (best, listed, names) = first(&rows[..4]);
    assert_eq!((best.as_str(), listed), ("[null,null,null]", 4));
    assert!(!names.contains("Alabama"), "{names}");
    let (best, ..) = first(&rows);
    assert_eq!(best, "[[83200,83200,[0,1,2]],null,null]");
}

#[test]
fn no_best_is_named_where_a_place_that_is_too_unsure_to_be_ranked_may_pay_as_much() {
    let small = Small::sound();
    let first = |median, error| {
        let ranked = [("v13", Some("90000"), None), ("v05", Some("1"), None)];
        let unsure = [("v13", Some(median), None), ("v05", error, None)];
        let rows = [
            Cells(STATES[0], &ranked),
            Cells(STATES[1], &[("v13", Some("80000"), None)]),
            Cells(STATES[2], &[("v13", Some("80000"), None)]),
            POORER[0],
            POORER[1],
            Cells("OEUS0800000000000111011", &unsure),
        ];
        let (oews, _) = Oews::read(&oews(&rows), &small.codes()).expect("accepted");
        assert_eq!(oews.best.tied("11-1011", Place::State), [0]);
        written(oews.best.first("11-1011"))
    };
    // 1.96 standard errors of the difference are 15,827 and 14,786 dollars.
    assert_eq!(first("75000", Some("10.7")), "[1,null,null]");
    assert_eq!(first("70000", Some("10.7")), "[[90000,1000,1,0],null,null]");
    assert_eq!(first("120000", Some("40")), "[1,null,null]");
}

#[test]
fn a_median_that_is_only_at_least_may_be_higher_than_any() {
    let small = Small::sound();
    let top_coded = ["v13", "v14", "v15"].map(|column| (column, Some("-"), Some("5")));
    let (high, low) = (
        [("v13", Some("90000"), None)],
        [("v13", Some("80000"), None)],
    );
    let rival = "OEUS0800000000000111011";
    for (second, expected) in [
        (&low, "[[90000,1000,2,0,1],null,null]"),
        (&high, "[[90000,90000,[0,1],0,1],null,null]"),
    ] {
        let rows = [
            Cells(STATES[0], &high),
            Cells(STATES[1], second),
            Cells(STATES[2], &low),
            POORER[0],
            POORER[1],
            Cells(rival, &top_coded),
        ];
        let (oews, _) = Oews::read(&oews(&rows), &small.codes()).expect("accepted");
        assert_eq!(written(oews.best.first("11-1011")), expected);
    }
}

#[test]
fn what_is_paid_by_the_hour_is_ranked_by_the_hour() {
    let small = Small::sound();
    let hourly_only =
        ["v04", "v11", "v12", "v13", "v14", "v15"].map(|column| (column, Some("-"), Some("4")));
    let rows = [
        Cells(NATIONAL[0], &hourly_only),
        Cells(STATES[0], &hourly_only),
    ];
    let (oews, _) = Oews::read(&oews(&rows), &small.codes()).expect("accepted");
    let national = &oews.national["11-1011"];
    assert_eq!(written(national.year_json()), "\"hourly-only\"");
    assert_eq!(written(national.hour_json()), "[50,20,30,40,60,80]");
    assert_eq!(
        written(Json::List(oews.best.top("11-1011", Place::State))),
        r#"[["0100000","Alabama",40,1000,1,2]]"#
    );
    assert_eq!(
        oews.rows["0100000"][0].to_string(),
        "[\"11-1011\",1000,1,\"hourly-only\",[50,20,30,40,60,80],2,1,1]"
    );
    assert_eq!(
        written(Json::List(oews.states["11-1011"].clone())),
        r#"[["01",40,1000,1,1]]"#
    );
}

#[test]
fn at_least_is_never_less_than_a_published_percentile_below() {
    let small = Small::sound();
    let high = [
        ("v12", Some("300000"), None),
        ("v13", Some("-"), Some("5")),
        ("v14", Some("-"), Some("5")),
        ("v15", Some("-"), Some("5")),
        ("v08", Some("-"), Some("5")),
        ("v09", Some("-"), Some("5")),
        ("v10", Some("-"), Some("5")),
    ];
    let (oews, _) =
        Oews::read(&oews(&[Cells(STATES[0], &high)]), &small.codes()).expect("accepted");
    assert_eq!(
        oews.rows["0100000"][0].to_string(),
        "[\"11-1011\",1000,1,[104000,41600,300000,\">=300000\",\">=300000\",\">=300000\"],\
         [50,20,30,\">=115\",\">=115\",\">=115\"],2,1,1]"
    );
}

#[test]
fn the_largest_places_are_those_with_the_most_jobs_that_are_released() {
    let small = Small::sound();
    let jobs = |jobs: &'static str| [("v01", Some(jobs), None)];
    let (many, few) = (jobs("3000"), jobs("20"));
    let none = [("v01", Some("-"), Some("8")), ("v02", Some("-"), Some("8"))];
    let rows = [
        Cells(STATES[0], &few),
        Cells(STATES[1], &many),
        Cells(STATES[2], &none),
    ];
    let (oews, _) = Oews::read(&oews(&rows), &small.codes()).expect("accepted");
    let states = oews.largest.top("11-1011", Place::State);
    assert_eq!(
        written(Json::List(states)),
        r#"[["0200000","Alaska",83200,3000,1,2],["0100000","Alabama",83200,20,1,2]]"#
    );
    assert_eq!(oews.largest.tied("11-1011", Place::State), [0]);
    assert_eq!(oews.largest.not_released("11-1011", Place::State), 1);
    assert_eq!(oews.largest.not_released("11-1011", Place::Metro), 0);
    assert_eq!(
        written(Json::List(oews.states["11-1011"].clone())),
        r#"[["01",83200,20,1,1],["02",83200,3000,1,1],["04",83200,"not-released",1,1]]"#
    );
}
