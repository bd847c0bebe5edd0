//! What it takes to enter an occupation, by the people asked for O*NET: education, experience, training and
//! certification.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::rows::{base, once};
use crate::checks;
use crate::codes::Codes;
use crate::json::Json;
use crate::number::{self, Number};
use crate::refusal::{Refusal, Result};
use crate::table::{Row, Table};

const EDUCATION: &[&str] = &[
    "onet_code",
    "soc_code",
    "pct_less_than_high_school",
    "pct_high_school",
    "pct_post_secondary_certificate",
    "pct_some_college",
    "pct_associate_degree",
    "pct_bachelors_degree",
    "pct_post_baccalaureate_certificate",
    "pct_masters_degree",
    "pct_post_masters_certificate",
    "pct_first_professional_degree",
    "pct_doctoral_degree",
    "pct_post_doctoral_training",
    "n",
    "flags",
    "date",
];
const TRAINING: &[&str] = &[
    "onet_code",
    "soc_code",
    "scale",
    "pct_cat_1",
    "pct_cat_2",
    "pct_cat_3",
    "pct_cat_4",
    "pct_cat_5",
    "pct_cat_6",
    "pct_cat_7",
    "pct_cat_8",
    "pct_cat_9",
    "pct_cat_10",
    "pct_cat_11",
    "n",
    "flags",
    "date",
];
const CATEGORIES: &[&str] = &["scale", "scale_name", "category", "label"];
const CERTIFICATION: &[&str] = &[
    "onet_code",
    "soc_code",
    "certification_importance",
    "apprenticeship_importance",
    "flags",
    "n",
    "date",
];

/// The scales of onet_experience_training.csv with their numbers of categories: related experience, on-site training,
/// training on the job.
pub(super) const SCALES: [(&str, usize); 3] = [("RW", 11), ("PT", 9), ("OJ", 9)];
/// The scale of required education, and its number of categories.
const REQUIRED: (&str, usize) = ("RL", 12);
/// The unit of the last digit of a share.
const UNIT: f64 = 0.01;

/// What is written where O*NET recommends to suppress an answer.
const NOT_RELEASED: &str = "not-released";

/// Shares by category and how many answered, or nothing where O*NET recommends to suppress them.
pub type Shares = Option<(Vec<Number>, Number)>;

/// Shares of related experience, on-site training and training on the job; nothing where there is no row.
pub type Trainings = [Option<Shares>; SCALES.len()];

/// The labels of a scale, in the order of its categories.
pub struct Labels {
    /// Of required education.
    pub required_education: Vec<String>,
    /// Of related experience, on-site training and training on the job.
    pub training: [Vec<String>; 3],
}

/// Reads onet_experience_training_categories.csv.
///
/// # Errors
/// When a scale has other categories than 1 to its number.
pub fn labels(sources: &Path) -> Result<(Labels, usize)> {
    let file = "onet_experience_training_categories.csv";
    let table = Table::read(sources, file, "scale", CATEGORIES)?;
    let mut labels: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for row in table.rows() {
        let of_scale = labels.entry(row.text("scale")?).or_default();
        if row.cell("category")? != (of_scale.len() + 1).to_string() {
            return Err(row.refuse("category", &format!("{}", of_scale.len() + 1)));
        }
        // "Over 1 month, up to and including 3 months" takes up a column of a phone.
        let label = row.text("label")?.replace(", up to and including", " to");
        of_scale.push(label.replace("Up to and including", "Up to"));
    }
    let mut take = |(scale, count): (&str, usize)| {
        let of_scale = labels.remove(scale).unwrap_or_default();
        if of_scale.len() == count {
            return Ok(of_scale);
        }
        let expected = format!("{count} categories of the scale {scale}");
        Err(Refusal::of_file(
            file,
            "scale",
            expected,
            of_scale.len().to_string(),
        ))
    };
    let labels = Labels {
        required_education: take(REQUIRED)?,
        training: [take(SCALES[0])?, take(SCALES[1])?, take(SCALES[2])?],
    };
    Ok((labels, table.len()))
}

/// Reads onet_education.csv: the twelve shares of required education.
///
/// # Errors
/// When a code is unknown or there twice, or the shares do not add up.
pub fn education(sources: &Path, codes: &Codes) -> Result<(BTreeMap<String, Shares>, usize)> {
    let table = Table::read(sources, "onet_education.csv", "onet_code", EDUCATION)?;
    let (mut educations, mut seen) = (BTreeMap::new(), BTreeSet::new());
    for row in table.rows() {
        let shares = shares(&row, &EDUCATION[2..14])?;
        once(&row, "onet_code", &mut seen, row.text("onet_code")?)?;
        if let Some(soc) = base(&row, codes)? {
            educations.insert(soc.to_owned(), shares);
        }
    }
    Ok((educations, table.len()))
}

/// The answer given most often, or several given equally often, the share of each in whole percents, and how many
/// answered; `"not-released"` where it is flagged, or null where there is no row.
pub fn most_given(shares: Option<&Shares>) -> Json {
    let (shares, answered) = match shares {
        None => return Json::Null,
        Some(None) => return NOT_RELEASED.into(),
        Some(Some(answers)) => answers,
    };
    let largest = shares.iter().map(Number::value).fold(0.0, f64::max);
    let places = (0..shares.len()).filter(|place| shares[*place].value() == largest);
    Json::List(vec![
        Json::list(places),
        (largest.round() as usize).into(),
        answered.clone().into(),
    ])
}

/// Reads onet_experience_training.csv: for each occupation the shares of related experience, on-site training and
/// training on the job.
///
/// # Errors
/// When a code is unknown or there twice, or the shares do not add up.
pub fn training(sources: &Path, codes: &Codes) -> Result<(BTreeMap<String, Trainings>, usize)> {
    let table = Table::read(
        sources,
        "onet_experience_training.csv",
        "onet_code",
        TRAINING,
    )?;
    let (mut trainings, mut seen) = (BTreeMap::<String, Trainings>::new(), BTreeSet::new());
    for row in table.rows() {
        let scale = row.one_of("scale", &SCALES.map(|(scale, _)| scale))?;
        let count = SCALES[scale].1;
        for column in &TRAINING[3 + count..14] {
            if !row.cell(column)?.is_empty() {
                return Err(row.refuse(
                    column,
                    &format!("nothing: the scale has {count} categories"),
                ));
            }
        }
        let shares = shares(&row, &TRAINING[3..3 + count])?;
        once(&row, "scale", &mut seen, (row.text("onet_code")?, scale))?;
        if let Some(soc) = base(&row, codes)? {
            trainings.entry(soc.to_owned()).or_default()[scale] = Some(shares);
        }
    }
    Ok((trainings, table.len()))
}

/// Shares of a row, checked even where they are not shown.
fn shares(row: &Row<'_>, columns: &[&str]) -> Result<Shares> {
    let shares = columns
        .iter()
        .map(|column| row.number(column, number::PERCENT))
        .collect::<Result<Vec<Number>>>()?;
    checks::shares(&shares, UNIT)
        .map_err(|(expected, found)| row.refuse_as("pct_*", &expected, &found))?;
    let answered = row.number("n", number::COUNT)?;
    let suppressed = row.one_of("flags", &["", "s"])? == 1;
    Ok(Some((shares, answered)).filter(|_| !suppressed))
}

/// Reads onet_certification.csv: the importance of certification and of an apprenticeship.
///
/// # Errors
/// When a code is unknown or there twice, or an importance is out of range.
pub fn certification(
    sources: &Path,
    codes: &Codes,
) -> Result<(BTreeMap<String, [Json; 2]>, usize)> {
    let table = Table::read(
        sources,
        "onet_certification.csv",
        "onet_code",
        CERTIFICATION,
    )?;
    let (mut certifications, mut seen) = (BTreeMap::new(), BTreeSet::new());
    for row in table.rows() {
        let certification = row.optional_number("certification_importance", number::IMPORTANCE)?;
        let apprenticeship =
            row.optional_number("apprenticeship_importance", number::IMPORTANCE)?;
        row.one_of("flags", &["", "c", "a", "ca"])?;
        let flags = row.cell("flags")?;
        once(&row, "onet_code", &mut seen, row.text("onet_code")?)?;
        if let Some(soc) = base(&row, codes)? {
            let importance = |flag, importance: Option<Number>| match flags.contains(flag) {
                true => NOT_RELEASED.into(),
                false => importance.into(),
            };
            let pair = [
                importance('c', certification),
                importance('a', apprenticeship),
            ];
            certifications.insert(soc.to_owned(), pair);
        }
    }
    Ok((certifications, table.len()))
}
