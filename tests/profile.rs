//! What kind of work roles are and what it takes to change from one to another.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails by panicking"
)]

use std::collections::{BTreeMap, BTreeSet};

use crossroads::compare::{
    CLEAR, Detailed, ListItem, Move, Moving, NEEDED, OwnList, RatedPair, Selection, agreement,
    categories, change, compare, detailed, exposure, from_home, interests, main_interests, moving,
    programs, rated_as, stand_ins, technology, work_styles, work_values,
};
use crossroads::model::{
    Dataset, Details, EXPOSURE_MEASURES, Exposure, INTERESTS, Level, MetricId, PriceIndex, Profile,
    Rating, RoleId, SourceId, WORK_VALUES, format,
};
use serde_json::Value as Json;

fn dataset() -> &'static Dataset {
    Dataset::bundled().expect("the bundled dataset is sound")
}

fn shard(id: &RoleId) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/public/data/occupation");
    let path = format!("{folder}/{}.json", id.0);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn details(id: &RoleId) -> Details {
    Details::parse(id, &shard(id)).unwrap_or_else(|error| panic!("{error}"))
}

fn roles(ids: &[&str]) -> Vec<Detailed> {
    let ids = ids.iter().map(|id| RoleId((*id).to_owned()));
    let columns = compare(dataset(), &Selection::compared_alone(ids)).columns;
    let details = columns.iter().map(|column| Some(details(rated_as(column))));
    let details = details.collect();
    detailed(columns, details)
}

/// All official occupations, with what is written of them.
fn all() -> Vec<(RoleId, Details, Json)> {
    let official = dataset().ids().filter(|id| dataset().has_details(id));
    official
        .map(|id| {
            let text = shard(&id);
            let json = serde_json::from_str(&text).expect("JSON");
            let details = Details::parse(&id, &text).unwrap_or_else(|error| panic!("{error}"));
            (id, details, json)
        })
        .collect()
}

fn between(from: &str, to: &str) -> Moving {
    let roles = roles(&[from, to]);
    moving(&roles[0], &roles[1]).expect("both are rated")
}

fn names(steps: &[RatedPair]) -> Vec<&str> {
    steps.iter().map(|step| step.name.as_str()).collect()
}

fn rated(name: &str, importance: f64, level: Level) -> Rating {
    Rating {
        name: name.to_owned(),
        importance,
        level,
    }
}

#[test]
fn from_a_practical_nurse_to_a_registered_one_is_not_the_way_back() {
    // By hand, from the ratings of 29-2061 and 29-1141.
    let up = between("29-2061", "29-1141").skills;
    assert_eq!(
        names(&up.more),
        [
            "Judgment and Decision Making",
            "Writing",
            "Active Learning",
            "Instructing",
            "Learning Strategies"
        ]
    );
    assert_eq!(
        (up.both.len(), up.behind.len(), up.neither.len()),
        (13, 0, 17)
    );

    let down = between("29-1141", "29-2061");
    // What there is none of is not counted.
    assert!(down.summary.contains("Nurses: "), "{}", down.summary);
    assert!(!down.summary.contains(" 0 "), "{}", down.summary);
    let down = down.skills;
    assert_eq!(names(&down.more), [""; 0]);
    assert_eq!(
        (down.both.len(), down.behind.len(), down.neither.len()),
        (18, 0, 17)
    );
    let less = down
        .both
        .iter()
        .filter(|step| step.remark == Some("less of it will do"));
    assert_eq!(
        less.map(|step| step.name.as_str()).collect::<BTreeSet<_>>(),
        names(&up.more).into_iter().collect()
    );
    // Rated 3 and 2.62, 3 and 2.88: too close to the line to be told apart.
    for close in ["Operations Monitoring", "Systems Evaluation"] {
        let step = down
            .both
            .iter()
            .find(|step| step.name == close)
            .expect(close);
        assert_eq!(
            step.remark,
            Some("about alike: just under 3 for one of them")
        );
    }
}

#[test]
fn what_a_sales_manager_leaves_behind_when_nursing() {
    let moving = between("11-2022", "29-1141");
    assert_eq!(names(&moving.skills.more), ["Operations Monitoring"]);
    assert_eq!(moving.skills.more[0].remark, Some("new"));
    assert_eq!(
        names(&moving.skills.behind),
        [
            "Negotiation",
            "Management of Personnel Resources",
            "Persuasion",
            "Management of Financial Resources"
        ]
    );
    let back = between("29-1141", "11-2022").skills;
    assert_eq!(names(&back.behind), ["Operations Monitoring"]);
    assert!(names(&back.more).contains(&"Negotiation"));
    assert!(names(&moving.knowledge.more).contains(&"Medicine and Dentistry"));
    assert!(names(&moving.knowledge.behind).contains(&"Sales and Marketing"));
    assert!(
        moving.summary.starts_with(
            "From Sales Managers to Registered Nurses: more is needed of 1 skill and "
        ),
        "{}",
        moving.summary
    );
    let tools = moving.tools.expect("tools");
    assert!(
        tools.contains(" are on the list of Sales Managers too"),
        "{tools}"
    );
    assert!(
        tools.contains("none of the new ones is marked as in demand"),
        "{tools}"
    );
    let tools = between("29-1141", "15-1252").tools.expect("tools");
    assert!(tools.contains("; new and in demand: "), "{tools}");
}

#[test]
fn each_case_of_the_thresholds() {
    use Level::{Imprecise, NotRelevant, Rated, Unrated};
    let case = |from: (f64, Level), to: (f64, Level)| {
        let Move {
            more,
            both,
            behind,
            neither,
            unrated,
        } = change(&[rated("It", from.0, from.1)], &[rated("It", to.0, to.1)]);
        let remark = more.iter().chain(&both).find_map(|step| step.remark);
        let place = match (
            more.len(),
            both.len(),
            behind.len(),
            neither.len(),
            unrated.len(),
        ) {
            (1, 0, 0, 0, 0) => "more",
            (0, 1, 0, 0, 0) => "both",
            (0, 0, 1, 0, 0) => "behind",
            (0, 0, 0, 1, 0) => "neither",
            other => panic!("{other:?}"),
        };
        (place, remark)
    };
    assert_eq!((NEEDED, CLEAR), (3.0, 0.5));
    // Both need it: the level decides, and half a point is enough.
    assert_eq!(case((3.0, Rated(3.12)), (3.0, Rated(3.62))), ("more", None));
    assert_eq!(case((3.0, Rated(3.12)), (4.5, Rated(3.5))), ("both", None));
    assert_eq!(
        case((3.0, Rated(3.62)), (3.0, Rated(3.12))),
        ("both", Some("less of it will do"))
    );
    // Without a level that can be used, the importance.
    assert_eq!(case((3.0, Imprecise), (3.5, Rated(6.0))), ("more", None));
    assert_eq!(case((3.0, Imprecise), (3.4, Rated(6.0))), ("both", None));
    assert_eq!(case((3.0, Unrated), (3.5, Unrated)), ("more", None));
    // Only one needs it.
    assert_eq!(case((2.5, Unrated), (3.0, Unrated)), ("more", Some("new")));
    assert_eq!(
        case((2.88, Rated(3.0)), (3.0, Rated(3.5))),
        ("more", Some("new"))
    );
    assert_eq!(case((3.0, Unrated), (2.5, Unrated)), ("behind", None));
    let close = Some("about alike: just under 3 for one of them");
    assert_eq!(
        case((2.88, Rated(3.0)), (3.0, Rated(3.12))),
        ("both", close)
    );
    assert_eq!(case((3.0, Unrated), (2.88, Unrated)), ("both", close));
    // A level that is not relevant says that it is not needed, however important somebody called it.
    assert_eq!(
        case((1.12, NotRelevant), (1.0, NotRelevant)),
        ("neither", None)
    );
    assert_eq!(
        case((3.5, NotRelevant), (3.5, NotRelevant)),
        ("neither", None)
    );
    assert_eq!(
        case((1.0, NotRelevant), (3.0, Rated(0.4))),
        ("more", Some("new"))
    );
}

#[test]
fn a_rating_that_one_role_lacks_is_said_and_not_compared() {
    let (a, b) = (
        rated("A", 4.0, Level::Unrated),
        rated("B", 4.0, Level::Unrated),
    );
    let lists = change(std::slice::from_ref(&a), &[a.clone(), b.clone()]);
    assert_eq!(
        (names(&lists.both), lists.unrated),
        (vec!["A"], vec!["B".to_owned()])
    );
    assert_eq!(change(&[b], &[]).unrated, ["B"]);
}

/// What each list of a change holds.
fn lists(change: &Move) -> [Vec<&str>; 5] {
    [
        names(&change.more),
        names(&change.both),
        names(&change.behind),
        change.neither.iter().map(String::as_str).collect(),
        change.unrated.iter().map(String::as_str).collect(),
    ]
}

#[test]
fn between_any_two_each_rating_stands_in_one_list_with_its_own_figures() {
    let all = all();
    let rated: Vec<&Profile> = all
        .iter()
        .map(|(_, details, _)| &details.profile)
        .filter(|profile| !profile.skills.is_empty())
        .collect();
    assert_eq!(rated.len(), 725);
    for (place, from) in rated.iter().enumerate() {
        // Each is held against neighbors, who are much alike, and against some far away.
        for step in [1, 2, 40, 333] {
            let to = rated[(place + step) % rated.len()];
            for (from, to, count) in [
                (&from.skills, &to.skills, 35),
                (&from.knowledge, &to.knowledge, 33),
            ] {
                let there = change(from, to);
                let all: Vec<&str> = lists(&there).concat();
                let different: BTreeSet<&str> = all.iter().copied().collect();
                assert_eq!((all.len(), different.len()), (count, count));
                for step in there.more.iter().chain(&there.both).chain(&there.behind) {
                    assert!(from.contains(&step.from) && to.contains(&step.to));
                }
                // On the way back nothing is asked more of that was asked more of before.
                let back = change(to, from);
                let more: BTreeSet<&str> = names(&there.more).into_iter().collect();
                assert!(names(&back.more).iter().all(|name| !more.contains(name)));
                assert!(
                    names(&there.behind)
                        .iter()
                        .all(|name| names(&back.more).contains(name))
                );
                assert_eq!(there.neither.len(), back.neither.len());
            }
        }
    }
}

#[test]
fn no_unflagged_value_is_lost_on_the_way_from_the_shard() {
    let mut levels = BTreeMap::<&str, usize>::new();
    for (id, details, json) in all() {
        let profile = &details.profile;
        for (field, ratings) in [
            ("skills", &profile.skills),
            ("knowledge", &profile.knowledge),
            ("work_styles", &profile.work_styles),
        ] {
            let rows: Vec<Json> = json[field].as_array().cloned().unwrap_or_default();
            assert_eq!(rows.len(), ratings.len(), "{}: {field}", id.0);
            for (row, rating) in rows.iter().zip(ratings) {
                assert_eq!(row[0], rating.name.as_str());
                assert_eq!(row[1].as_f64(), Some(rating.importance));
                let (kind, same) = match rating.level {
                    Level::Rated(level) => ("rated", row[2].as_f64() == Some(level)),
                    Level::NotRelevant => ("not relevant", row[2] == "not-relevant"),
                    Level::Imprecise => ("imprecise", row[2] == "imprecise"),
                    Level::Unrated => ("none", row.get(2).is_none()),
                };
                assert!(same, "{}: {row}", id.0);
                *levels.entry(kind).or_default() += 1;
            }
            assert!(
                ratings.is_sorted_by(|a, b| a.importance >= b.importance),
                "{}: {field}",
                id.0
            );
        }
        let measures = json["ai"].as_object().map_or(0, |measures| {
            EXPOSURE_MEASURES
                .iter()
                .filter(|name| measures.contains_key(**name))
                .count()
        });
        assert_eq!(
            profile.exposure.iter().flatten().count(),
            measures,
            "{}",
            id.0
        );
        assert_eq!(json["telework"].as_f64(), profile.from_home, "{}", id.0);
        let programs = json["programmes"].as_array().map_or(0, Vec::len);
        assert_eq!(profile.programs.len(), programs, "{}", id.0);
        assert_eq!(
            json["interests"].is_null(),
            profile.interests.is_none(),
            "{}",
            id.0
        );
        assert_eq!(
            json["work_values"].is_null(),
            profile.work_values.is_none(),
            "{}",
            id.0
        );
    }
    assert_eq!(
        levels["rated"] + levels["not relevant"] + levels["imprecise"],
        725 * 35
    );
    assert!(
        levels["not relevant"] > 2_000 && levels["imprecise"] > 50,
        "{levels:?}"
    );
}

#[test]
fn bands_hold_all_occupations_of_a_measure_and_rise_with_it() {
    let all = all();
    for (place, measure) in EXPOSURE_MEASURES.iter().enumerate() {
        let exposures = all
            .iter()
            .filter_map(|(_, details, _)| details.profile.exposure[place]);
        let all_fifths: Vec<(f64, (u8, u8))> = exposures.map(|e| (e.score, e.fifths)).collect();
        // The same score has the same fifths, and they reach as far as those with it do.
        for (score, fifths) in &all_fifths {
            let place = |of: &dyn Fn(f64) -> bool| all_fifths.iter().filter(|e| of(e.0)).count();
            let fifth = |place: usize| (1 + 5 * place / all_fifths.len()) as u8;
            let (before, up_to) = (place(&|e| e < *score), place(&|e| e <= *score));
            assert_eq!(
                *fifths,
                (fifth(before), fifth(up_to - 1)),
                "{measure}: {score}"
            );
        }
        let lowest = all_fifths.iter().map(|(score, fifths)| (*score, fifths.0));
        let mut exposures: Vec<(f64, u8)> = lowest.collect();
        assert!(exposures.len() > 650, "{measure}: {}", exposures.len());
        exposures.sort_by(|a, b| a.0.total_cmp(&b.0));
        assert!(exposures.is_sorted_by_key(|(_, band)| *band), "{measure}");
        for band in 2..=5 {
            let share = exposures.iter().filter(|(_, other)| *other >= band).count() as f64
                / exposures.len() as f64;
            let expected = f64::from(6 - band) / 5.0;
            let zeros = exposures.iter().filter(|(score, _)| *score == 0.0).count() as f64;
            let most_zeros = zeros / exposures.len() as f64;
            // Where many have none, the bands above them begin where the scores do.
            assert!(
                (share - expected).abs() < 0.03 || most_zeros > 1.0 - expected - 0.01,
                "{measure}, {band}: {share}"
            );
        }
    }
    // What the page says of the measure with many zeros.
    let seen = all
        .iter()
        .filter_map(|(_, details, _)| details.profile.exposure[2]);
    let (zeros, others): (Vec<_>, Vec<_>) = seen.partition(|exposure| exposure.score == 0.0);
    assert!(zeros.len() > others.len());
    assert!(zeros.iter().all(|exposure| exposure.fifths == (1, 3)));
}

#[test]
fn every_official_role_has_a_category_of_exposure_and_estimates_have_that_of_their_counterpart() {
    let roles = roles(&["sales-manager", "29-1141", "15-1252"]);
    assert_eq!(
        categories(dataset(), &roles),
        [
            "Sales Manager: BLS ranks Sales Managers, the official occupation nearest to it, high, compared with other jobs.",
            "Registered Nurses: BLS ranks it high, compared with other jobs.",
            "Software Developers: BLS ranks it very high, compared with other jobs.",
        ]
    );
    let mut counts = BTreeMap::<String, usize>::new();
    for id in dataset().official_ids() {
        let role = dataset().role(&id).expect("sound").expect("a role");
        let figure = role.figure(MetricId::AiExposure).expect("a category");
        assert_eq!(figure.source.0, Profile::CATEGORY_SOURCE);
        *counts
            .entry(format::figure(MetricId::AiExposure.metric(), figure))
            .or_default() += 1;
    }
    // Of the 831 rows of the source, one is no occupation of the wage survey.
    assert_eq!(counts.values().sum::<usize>(), 830);
    assert_eq!(counts.len(), 4);
    assert!(
        counts.values().all(|count| (205..=213).contains(count)),
        "{counts:?}"
    );
}

/// The sentence about a role whose measures lie in these fifths.
fn agreement_of(fifths: &[(u8, u8)]) -> String {
    let mut roles = roles(&["11-2022"]);
    let mut exposure = [None; 4];
    for (place, fifths) in exposure.iter_mut().zip(fifths) {
        *place = Some(Exposure {
            score: 0.0,
            fifths: *fifths,
        });
    }
    roles[0].details.profile.exposure = exposure;
    let sentence = agreement(&roles).remove(0);
    sentence
        .strip_prefix("Sales Managers: ")
        .expect("the role")
        .to_owned()
}

#[test]
fn measures_disagree_only_where_no_order_of_equal_scores_brings_them_together() {
    for (fifths, expected) in [
        (&[][..], "none of the 4 measures covers it."),
        (&[(2, 2)], "only 1 of the 4 measures covers it."),
        (
            &[(2, 2), (2, 2)],
            "the 2 of 4 measures that cover it agree, all in the second-lowest fifth.",
        ),
        (
            &[(2, 2), (3, 3), (2, 3)],
            "the 3 of 4 measures that cover it nearly agree, in the second-lowest fifth or the middle fifth.",
        ),
        (
            &[(1, 1), (3, 3)],
            "the 2 of 4 measures that cover it disagree, from the lowest fifth to the middle fifth.",
        ),
        (
            &[(1, 3), (5, 5), (4, 4)],
            "the 3 of 4 measures that cover it disagree, from the middle fifth or lower to the highest fifth.",
        ),
        (
            &[(1, 1), (3, 4)],
            "the 2 of 4 measures that cover it disagree, from the lowest fifth to the middle fifth or higher.",
        ),
        (
            &[(1, 3), (4, 4), (3, 3)],
            "it is unclear whether the 3 of 4 measures that cover it agree, because many occupations share a score in one of them.",
        ),
    ] {
        assert_eq!(agreement_of(fifths), expected, "{fifths:?}");
    }
    // Every case there can be of three measures, each put into every fifth that it may be in.
    let spans: Vec<(u8, u8)> = (1..=5)
        .flat_map(|low| (low..=5).map(move |high| (low, high)))
        .collect();
    for a in &spans {
        for b in &spans {
            for c in &spans {
                let mut widths = Vec::new();
                for x in a.0..=a.1 {
                    for y in b.0..=b.1 {
                        widths.extend((c.0..=c.1).map(|z| x.max(y).max(z) - x.min(y).min(z)));
                    }
                }
                let sentence = agreement_of(&[*a, *b, *c]);
                let (least, most) = (widths.iter().min(), widths.iter().max());
                let (least, most) = (*least.expect("one"), *most.expect("one"));
                assert_eq!(
                    sentence.starts_with("the 3 of 4 measures that cover it agree,"),
                    most == 0,
                    "{sentence}"
                );
                assert_eq!(
                    sentence.starts_with("the 3 of 4 measures that cover it disagree,"),
                    least > 1,
                    "{sentence}"
                );
                // Within two fifths that are next to each other, wherever each is put.
                let nearly =
                    sentence.starts_with("the 3 of 4 measures that cover it nearly agree,");
                assert!(!nearly || most == 1, "{sentence}");
            }
        }
    }
}

#[test]
fn measures_stand_side_by_side_and_say_how_far_they_agree() {
    let roles = roles(&["11-2022", "29-2061", "29-1141"]);
    let rows = exposure(&roles);
    let texts = |role: usize| -> Vec<&str> {
        rows.iter()
            .map(|row| row.cells[role].text.as_str())
            .collect()
    };
    assert_eq!(
        texts(0),
        [
            "second-highest fifth",
            "middle fifth",
            "second-highest fifth",
            "highest fifth"
        ]
    );
    assert_eq!(
        texts(1),
        [
            "middle fifth",
            "lowest fifth",
            "no use was measured",
            "middle fifth"
        ]
    );
    assert_eq!(rows[0].cells[0].qualifiers, ["score 0.48"]);
    assert_eq!(rows[3].cells[1].qualifiers, ["score −0.30"]);
    assert_eq!(rows[0].cells[0].extent, Some((0.6, 0.8)));
    assert!(
        rows.iter()
            .all(|row| row.definition.is_some_and(|method| method.ends_with('.')))
    );
    assert_eq!(
        agreement(&roles),
        [
            "Sales Managers: the 4 measures disagree, from the middle fifth to the highest fifth.",
            "Licensed Practical and Licensed Vocational Nurses: the 4 measures disagree, from the lowest fifth to the middle fifth.",
            "Registered Nurses: the 4 measures disagree, from the second-lowest fifth to the second-highest fifth.",
        ]
    );
}

#[test]
fn interests_and_values_are_the_cells_of_their_tables() {
    let roles = roles(&["11-2022", "29-1141"]);
    let rows = interests(&roles);
    assert_eq!(
        rows.iter()
            .map(|row| row.label.as_str())
            .collect::<Vec<_>>(),
        INTERESTS
    );
    let of_first: Vec<&str> = rows.iter().map(|row| row.cells[0].text.as_str()).collect();
    assert_eq!(
        of_first,
        [
            "1.49 of 7",
            "1.67 of 7",
            "1.36 of 7",
            "3.37 of 7",
            "7 of 7",
            "5.53 of 7"
        ]
    );
    assert_eq!(rows[4].cells[0].extent, Some((0.0, 1.0)));
    assert_eq!(
        main_interests(&roles)[0],
        "Sales Managers: Enterprising, then Conventional."
    );
    let values = work_values(&roles);
    assert_eq!(
        values
            .iter()
            .map(|row| row.label.as_str())
            .collect::<Vec<_>>(),
        WORK_VALUES
    );
    assert_eq!(values[5].cells[0].text, "5.67 of 7");
    let styles = work_styles(&roles);
    assert_eq!(styles.len(), 16);
    let initiative = styles
        .iter()
        .find(|row| row.label == "Initiative")
        .expect("a style");
    assert_eq!(initiative.cells[0].text, "4.78 of 5");
}

#[test]
fn work_from_home_is_said_as_what_can_be_done() {
    let row = from_home(&roles(&["11-2022", "29-1141", "15-1299"]));
    let texts = row.expect("a row").cells.into_iter().map(|cell| cell.text);
    assert_eq!(
        texts.collect::<Vec<_>>(),
        [
            "can be done from home",
            "cannot be done from home",
            "not published for this role"
        ]
    );
    let partly = all().into_iter().find(|(_, details, _)| {
        details
            .profile
            .from_home
            .is_some_and(|share| share > 0.0 && share < 1.0)
    });
    let (id, details, _) = partly.expect("one that can partly");
    let row = from_home(&roles(&[&id.0])).expect("a row");
    assert_eq!(row.cells[0].text, "can partly be done from home");
    let percent = details.profile.from_home.expect("a share") * 100.0;
    assert_eq!(row.cells[0].qualifiers, [format!("{percent:.1}% of it")]);
}

#[test]
fn an_estimate_is_rated_as_its_official_counterpart_and_says_so() {
    let both = roles(&["customer-service-manager", "sales-manager"]);
    let said = stand_ins(&both);
    assert_eq!(said.len(), 2);
    assert!(
        said[1].starts_with("No source rates Sales Manager (Zippia"),
        "{}",
        said[1]
    );
    assert!(said[1].ends_with("the official occupation nearest to it, Sales Managers."));
    assert!(moving(&both[0], &both[1]).is_ok());
    let twice = roles(&["sales-manager", "11-2022"]);
    let refused = moving(&twice[0], &twice[1])
        .expect_err("they are the same")
        .to_string();
    assert!(
        refused.contains("rated as one and the same occupation"),
        "{refused}"
    );
    assert_eq!(stand_ins(&twice).len(), 1);
}

#[test]
fn a_role_without_ratings_says_that_there_are_none() {
    let unrated = all()
        .into_iter()
        .find(|(_, details, _)| details.profile.skills.is_empty());
    let (id, ..) = unrated.expect("one without ratings");
    let roles = roles(&[&id.0, "29-1141"]);
    let title = &roles[0].column.role.title;
    for (from, to) in [(0, 1), (1, 0)] {
        let refused = moving(&roles[from], &roles[to])
            .expect_err("no ratings")
            .to_string();
        assert_eq!(
            refused,
            format!("O*NET publishes no ratings of skills and knowledge for {title}.")
        );
    }
}

#[test]
fn shared_tools_in_demand_come_first_and_programs_are_known_by_their_code() {
    let roles = roles(&["11-2022", "43-1011"]);
    let tools = technology(&roles);
    let shared = tools.shared.expect("two lists");
    assert!(shared[0].remark.ends_with("; in demand"), "{:?}", shared[0]);
    // Salesforce is in demand for sales managers alone.
    let salesforce = shared
        .iter()
        .find(|tool| tool.name.starts_with("Salesforce"));
    let remark = &salesforce.expect("a shared tool").remark;
    assert!(
        remark.ends_with("; common in job ads of all kinds"),
        "{remark}"
    );
    let demanded = shared
        .iter()
        .map(|tool| tool.remark.ends_with("; in demand"));
    assert!(demanded.is_sorted_by(|before, after| before >= after));
    let count = shared.len() + items(&tools.alone[0]).len();
    assert_eq!(count, roles[0].details.technology.len());

    for (id, details, _) in all() {
        let lists = programs(&self::roles(&[&id.0]));
        let own = items(&lists.alone[0]).len();
        assert_eq!(own, details.profile.programs.len(), "{}", id.0);
        assert_eq!(lists.shared, None);
    }
}

fn items(list: &OwnList) -> &[ListItem] {
    match list {
        OwnList::Items(items) => items,
        OwnList::None | OwnList::SameAs(_) => &[],
    }
}

#[test]
fn a_list_is_not_held_against_that_of_the_role_it_stands_in_for() {
    let both = roles(&["sales-manager", "11-2022"]);
    for lists in [technology(&both), programs(&both)] {
        assert_eq!(lists.shared, None);
        assert!(!items(&lists.alone[0]).is_empty());
        assert_eq!(lists.alone[1], OwnList::SameAs("Sales Manager".to_owned()));
    }
    // Beside a third role, each counts once with it.
    let three = roles(&["sales-manager", "11-2022", "43-1011"]);
    let two = roles(&["11-2022", "43-1011"]);
    assert_eq!(technology(&three).shared, technology(&two).shared);
}

#[test]
fn every_source_of_a_profile_is_described() {
    let own = [
        Profile::SKILLS_SOURCE,
        Profile::KNOWLEDGE_SOURCE,
        Profile::INTERESTS_SOURCE,
        Profile::VALUES_SOURCE,
        Profile::STYLES_SOURCE,
        Profile::FROM_HOME_SOURCE,
        Profile::PROGRAMS_SOURCE,
    ];
    let others = [Profile::CATEGORY_SOURCE, PriceIndex::SOURCE];
    for id in own
        .into_iter()
        .chain(Profile::EXPOSURE_SOURCES)
        .chain(others)
    {
        let source = dataset().source(&SourceId(id.to_owned()));
        let source = source.unwrap_or_else(|| panic!("no source {id}"));
        assert_eq!(
            source.credit.is_some(),
            source.license.starts_with("CC BY"),
            "{id}"
        );
    }
}

#[test]
fn a_shard_with_a_rating_that_cannot_be_is_refused() {
    let id = RoleId("11-2022".to_owned());
    let whole: Json = serde_json::from_str(&shard(&id)).expect("JSON");
    let with = |field: &str, cell: Json| {
        let mut json = whole.clone();
        json[field] = cell;
        Details::parse(&id, &json.to_string())
    };
    assert!(
        with("skills", Json::Null)
            .expect("sound")
            .profile
            .skills
            .is_empty()
    );
    for (field, cell) in [
        ("skills", r#"[["Active Listening",6,4]]"#),
        ("skills", r#"[["Active Listening",4,"unheard-of"]]"#),
        ("skills", r#"[["Active Listening",4,8]]"#),
        ("skills", r#"[["Speaking",4,4],["Speaking",4,4]]"#),
        ("knowledge", r#"[["<b>",4]]"#),
        ("interests", "[1,2,3]"),
        ("interests", r#"[1,2,3,4,5,6,"Idle"]"#),
        ("work_values", "[1,2,3,4,5,9]"),
        ("ai", r#"{"felten_lm_aioe":[0.5,5,6]}"#),
        ("ai", r#"{"felten_lm_aioe":[0.5,3,2]}"#),
        ("ai", r#"{"felten_lm_aioe":[0.5,3]}"#),
        ("telework", "1.5"),
        ("programmes", r#"[["52.0101"]]"#),
    ] {
        let cell: Json = serde_json::from_str(cell).expect("JSON");
        assert!(with(field, cell.clone()).is_err(), "{field}: {cell}");
    }
}
