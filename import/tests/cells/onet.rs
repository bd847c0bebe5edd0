//! The tables of O*NET.

use std::collections::HashMap;

use serde_json::Value;

use crate::common::{Chooser, Csv, Rows, is, json, sources, text_of};
use crate::{Source, compare, item, shard};

/// The occupation that an O*NET row is the base row of.
fn base<'r>(row: &'r Source, occupations: &Rows) -> Option<&'r str> {
    let soc = row["soc_code"].as_str();
    (row["onet_code"] == format!("{soc}.00") && occupations.has(soc)).then_some(soc)
}

#[test]
fn skills() {
    let (occupations, names) = (
        Rows::official("occupations"),
        json("data/official/names.json"),
    );
    compare(
        "onet_skills.csv",
        &["importance", "level"],
        |row, column| {
            let soc = base(row, &occupations)?;
            let index = names["skills"]
                .as_array()?
                .iter()
                .position(|name| *name == row["skill"].as_str())?;
            let written = item(&shard(soc)["skills"], &Value::from(row["skill"].as_str()));
            if row["flags"].contains('s') {
                return Some(written.is_none());
            }
            let written = written?;
            if let Some(top) = item(&occupations.cell(soc, "skills"), &Value::from(index))
                && !is(&top[1], &row["importance"])
            {
                return Some(false);
            }
            Some(match column {
                "importance" => is(&written[1], &row["importance"]),
                _ if row["flags"].contains('n') => written[2] == "not-relevant",
                _ if row["flags"].contains('S') => written[2] == "imprecise",
                _ => is(&written[2], &row["level"]),
            })
        },
    );
}

/// The level of a rating, where it may be used.
fn level(row: &Source) -> Option<f64> {
    let may_be_used = !row["flags"].contains(['S', 'n']);
    let level = || row["level"].parse().expect("a number");
    may_be_used.then(level)
}

#[test]
fn the_ten_skills_are_the_most_important() {
    let Some(folder) = sources() else { return };
    let (occupations, names) = (
        Rows::official("occupations"),
        json("data/official/names.json"),
    );
    let table = Csv::read(&folder, "onet_skills.csv");
    let mut chooser = Chooser::new("ten skills");
    for _ in 0..50 {
        let keys = occupations.keys();
        let soc = chooser.one(&keys);
        let mut ratings: Vec<(f64, f64, &str)> = table
            .0
            .iter()
            .filter(|row| row["onet_code"] == format!("{soc}.00") && !row["flags"].contains('s'))
            .map(|row| {
                (
                    -row["importance"].parse::<f64>().expect("a number"),
                    -level(row).unwrap_or_default(),
                    row["skill"].as_str(),
                )
            })
            .collect();
        // Where one of equals has no level that may be used, the level orders none of them.
        for at in 0..ratings.len() {
            let importance = ratings[at].0;
            let equals = || ratings.iter().filter(|rating| rating.0 == importance);
            if equals().any(|rating| rating.1 == 0.0) {
                let equals = ratings.iter_mut().filter(|rating| rating.0 == importance);
                equals.for_each(|rating| rating.1 = 0.0);
            }
        }
        ratings.sort_by(|a, b| {
            let by_rating = a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1));
            by_rating.then(a.2.cmp(b.2))
        });
        let expected: Vec<&str> = ratings.iter().take(10).map(|(_, _, name)| *name).collect();
        let written = occupations.cell(soc, "skills");
        // Only narrower occupations are rated: an empty list. None is: null.
        let is_there = table.0.iter().any(|row| row["soc_code"] == *soc);
        assert_eq!(written.is_array(), is_there, "{soc}");
        let Some(written) = written.as_array().filter(|_| !expected.is_empty()) else {
            assert!(written.as_array().is_none_or(Vec::is_empty), "{soc}");
            continue;
        };
        let name = |item: &Value| {
            let index = item[0]
                .as_u64()
                .and_then(|index| usize::try_from(index).ok());
            text_of(&names["skills"][index.expect("an index")])
        };
        assert_eq!(
            written.iter().map(name).collect::<Vec<_>>(),
            expected,
            "{soc}"
        );
        let tied = ratings
            .iter()
            .skip(3)
            .filter(|rating| rating.0 == ratings[2].0);
        let tied: Vec<&str> = tied.map(|(_, _, name)| *name).collect();
        let index = |name: &&str| {
            let mut list = names["skills"].as_array().expect("a list").iter();
            Value::from(list.position(|other| other == name))
        };
        let expected = match tied.len() {
            0 => None,
            1 | 2 => Some(tied.iter().map(index).collect()),
            more => Some(Value::from(more)),
        };
        assert_eq!(written[2].get(2), expected.as_ref(), "{soc}");
    }
}

#[test]
fn knowledge_and_work_styles() {
    let occupations = Rows::official("occupations");
    for (file, name, field) in [
        ("onet_knowledge.csv", "knowledge", "knowledge"),
        ("onet_work_styles.csv", "work_style", "work_styles"),
    ] {
        compare(file, &["importance"], |row, column| {
            let soc = base(row, &occupations)?;
            let written = item(&shard(soc)[field], &Value::from(row[name].as_str()));
            if row.get("flags").is_some_and(|flags| flags.contains('s')) {
                return Some(written.is_none());
            }
            Some(is(&written?[1], &row[column]))
        });
    }
}

#[test]
fn interests_and_work_values() {
    let occupations = Rows::official("occupations");
    let interests = [
        "realistic",
        "investigative",
        "artistic",
        "social",
        "enterprising",
        "conventional",
        "first_interest",
        "second_interest",
        "third_interest",
    ];
    let values = [
        "achievement",
        "working_conditions",
        "recognition",
        "relationships",
        "support",
        "independence",
    ];
    for (file, field, columns) in [
        ("onet_interests.csv", "interests", &interests[..]),
        ("onet_work_values.csv", "work_values", &values[..]),
    ] {
        compare(file, columns, |row, column| {
            let soc = base(row, &occupations)?;
            let place = columns.iter().position(|name| *name == column)?;
            Some(is(&shard(soc)[field][place], &row[column]))
        });
    }
}

/// The answer given most often as it should be written, from the shares of a row: the mark of a suppressed one, or the
/// places of all with the largest share, this share in whole percents, and how many answered.
fn answered(row: &Source, columns: &[String]) -> Value {
    if row["flags"] == "s" {
        return "not-released".into();
    }
    let shares: Vec<f64> = columns
        .iter()
        .filter_map(|column| row[column].parse().ok())
        .collect();
    let largest = shares.iter().copied().fold(0.0, f64::max);
    let places = (0..shares.len()).filter(|place| shares[*place] == largest);
    let places: Vec<usize> = places.collect();
    let answered: u64 = row["n"].parse().expect("a count");
    serde_json::json!([places, (largest + 0.5).floor() as u64, answered])
}

/// A cell of what an occupation requires; null where it has none of them.
fn required(occupations: &Rows, soc: &str, place: usize) -> Value {
    occupations.cell(soc, "required")[place].clone()
}

#[test]
fn answers_given_most_often() {
    let Some(folder) = sources() else { return };
    let occupations = Rows::official("occupations");
    let categories: Vec<String> = (1..=11).map(|place| format!("pct_cat_{place}")).collect();
    let education: Vec<String> = [
        "less_than_high_school",
        "high_school",
        "post_secondary_certificate",
        "some_college",
        "associate_degree",
        "bachelors_degree",
        "post_baccalaureate_certificate",
        "masters_degree",
        "post_masters_certificate",
        "first_professional_degree",
        "doctoral_degree",
        "post_doctoral_training",
    ]
    .map(|level| format!("pct_{level}"))
    .into();
    let mut compared = 0;
    for row in Csv::read(&folder, "onet_education.csv").0 {
        let Some(soc) = base(&row, &occupations) else {
            continue;
        };
        let written = required(&occupations, soc, 0);
        assert_eq!(written, answered(&row, &education), "{soc}");
        compared += 1;
    }
    for row in Csv::read(&folder, "onet_experience_training.csv").0 {
        let Some(soc) = base(&row, &occupations) else {
            continue;
        };
        let place = ["RL", "RW", "PT", "OJ"]
            .iter()
            .position(|scale| *scale == row["scale"]);
        let place = place.expect("a known scale");
        let written = required(&occupations, soc, place);
        assert_eq!(written, answered(&row, &categories), "{soc}");
        compared += 1;
    }
    assert!(compared > 2_500, "{compared}");
}

#[test]
fn names_of_answers() {
    let Some(folder) = sources() else { return };
    let names = json("data/official/names.json");
    for (scale, list) in [
        ("RL", "required_education"),
        ("RW", "required_experience"),
        ("PT", "on_site_training"),
        ("OJ", "on_the_job_training"),
    ] {
        let rows = Csv::read(&folder, "onet_experience_training_categories.csv").0;
        let labels = rows.iter().filter(|row| row["scale"] == scale);
        let labels: Vec<String> = labels
            .map(|row| {
                let label = row["label"].replace(", up to and including", " to");
                label.replace("Up to and including", "Up to")
            })
            .collect();
        assert_eq!(names[list], serde_json::json!(labels), "{scale}");
    }
}

#[test]
fn importance_of_certification_and_apprenticeship() {
    let Some(folder) = sources() else { return };
    let occupations = Rows::official("occupations");
    let mut compared = 0;
    for row in Csv::read(&folder, "onet_certification.csv").0 {
        let Some(soc) = base(&row, &occupations) else {
            continue;
        };
        for (place, flag, column) in [
            (4, 'c', "certification_importance"),
            (5, 'a', "apprenticeship_importance"),
        ] {
            let written = required(&occupations, soc, place);
            let right = match row["flags"].contains(flag) {
                true => written == "not-released",
                false => is(&written, &row[column]),
            };
            assert!(right, "{column} of {row:?}: {written}");
            compared += 1;
        }
    }
    assert!(compared > 800, "{compared}");
}

#[test]
fn technology() {
    let occupations = Rows::official("occupations");
    let categories: HashMap<String, String> = sources().map_or_else(HashMap::new, |folder| {
        let rows = Csv::read(&folder, "onet_technology_categories.csv").0;
        rows.into_iter()
            .map(|row| (row["commodity_code"].clone(), row["category"].clone()))
            .collect()
    });
    compare(
        "onet_technology.csv",
        &["category", "hot_technology", "in_demand"],
        |row, column| {
            let soc = base(row, &occupations)?;
            let name = row["technology"].replace("&apos;", "'");
            let written = item(&shard(soc)["technology"], &Value::from(name))?;
            Some(match column {
                "category" => written[1] == categories[&row["commodity_code"]].as_str(),
                "hot_technology" => written[2] == i32::from(row[column] == "Y"),
                _ => written[3] == i32::from(row[column] == "Y"),
            })
        },
    );
}

#[test]
fn related_occupations() {
    let occupations = Rows::official("occupations");
    compare("onet_related.csv", &["rank"], |row, column| {
        let soc = base(row, &occupations)?;
        let other = row["related_soc_code"].as_str();
        let related = occupations.cell(soc, "related");
        let named = related.as_array()?.iter().any(|code| *code == other);
        if other == soc || !occupations.has(other) {
            return Some(!named);
        }
        // The first eight in any case; those after eight only if one before was left out.
        (row[column].parse::<u32>().ok()? <= 8).then_some(named)
    });
}

#[test]
fn titles() {
    let occupations = Rows::official("occupations");
    let titles: HashMap<String, Vec<String>> = json("public/data/titles.json")["titles"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|row| {
            let titles = row[1].as_array().expect("a list").iter();
            (
                text_of(&row[0]),
                titles.map(|title| text_of(title).to_lowercase()).collect(),
            )
        })
        .collect();
    for (file, columns) in [
        (
            "onet_alternate_titles.csv",
            &["alternate_title", "short_title"][..],
        ),
        ("onet_reported_titles.csv", &["reported_title"][..]),
    ] {
        compare(file, columns, |row, column| {
            let (soc, title) = (&row["soc_code"], row[column].to_lowercase());
            if title.is_empty() || !occupations.has(soc) {
                return None;
            }
            let official = text_of(&occupations.cell(soc, "title")).to_lowercase();
            let count = titles[soc].iter().filter(|other| **other == title).count();
            Some(count == usize::from(title != official))
        });
    }
}
