//! Who does the work: three tables of the Current Population Survey.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::codes::Codes;
use crate::json::Json;
use crate::number::{self, Number};
use crate::refusal::Result;
use crate::table::{Row, Table};

macro_rules! columns {
    ($($more:literal),*) => {
        &["cps_title", "row_type", "census_code_2018", "soc_codes", "soc_match", $($more),*]
    };
}

const AGE: &[&str] = columns!(
    "employed_thousands",
    "age_16_19",
    "age_20_24",
    "age_25_34",
    "age_35_44",
    "age_45_54",
    "age_55_64",
    "age_65_plus",
    "median_age"
);
const DEMOGRAPHICS: &[&str] = columns!(
    "employed_thousands",
    "pct_women",
    "pct_white",
    "pct_black",
    "pct_asian",
    "pct_hispanic"
);
const EARNINGS: &[&str] = columns!(
    "workers_thousands",
    "median_weekly",
    "men_thousands",
    "men_median_weekly",
    "women_thousands",
    "women_median_weekly"
);

/// The thousands of people from which on the publisher gives shares and medians.
const ENOUGH: f64 = 50.0;

/// The largest gap that rounding to whole thousands leaves between a total and the sum of both sexes.
const ROUNDING: f64 = 1.5;

/// What the survey says of the occupations.
pub struct People {
    /// Rows of `census.json` that an occupation refers to, by 2018 Census code.
    pub census: BTreeMap<String, Json>,
    /// The Census code that covers an occupation, exactly or more broadly.
    pub covering: BTreeMap<String, String>,
}

/// What the three tables have to agree on, by Census code.
#[derive(Default)]
struct Occupation {
    title: String,
    codes: String,
    matching: String,
    employed: Option<Number>,
    ages: Json,
    median_age: Json,
    demographics: Json,
    weekly: Json,
}

/// Reads cps_age.csv, cps_demographics.csv and cps_earnings_by_sex.csv.
///
/// # Errors
/// When the tables do not agree on a row's title, codes, match or number of people, an occupation is covered twice, or
/// a code is unknown.
pub fn read(sources: &Path, codes: &Codes) -> Result<(People, usize)> {
    let mut occupations: BTreeMap<String, Occupation> = BTreeMap::new();
    let mut covering = BTreeMap::new();
    let mut narrower = BTreeSet::new();
    let ages = Table::read(sources, "cps_age.csv", "census_code_2018", AGE)?;
    for row in ages.rows() {
        let (ages, median) = (
            age_bands(&row)?,
            row.optional_number("median_age", number::AGE)?,
        );
        let employed = row.number("employed_thousands", number::THOUSANDS)?;
        published_from_enough(&row, "median_age", &employed, median.is_some())?;
        if !is_detail(&row)? {
            continue;
        }
        let code = row.text("census_code_2018")?;
        let occupation = Occupation {
            title: row.text("cps_title")?.to_owned(),
            codes: row.text("soc_codes")?.to_owned(),
            matching: row.text("soc_match")?.to_owned(),
            employed: Some(employed),
            ages,
            median_age: median.into(),
            ..Occupation::default()
        };
        if occupations.insert(code.to_owned(), occupation).is_some() {
            return Err(row.refuse("census_code_2018", "each code once"));
        }
        cover(&row, codes, &mut covering, &mut narrower)?;
    }
    let demographics = Table::read(
        sources,
        "cps_demographics.csv",
        "census_code_2018",
        DEMOGRAPHICS,
    )?;
    each_once(&demographics, &mut occupations, |row, occupation| {
        let shares = numbers(row, &DEMOGRAPHICS[6..], number::PERCENT)?;
        let is_empty = shares.iter().all(Option::is_none);
        let employed = row.number("employed_thousands", number::THOUSANDS)?;
        published_from_enough(row, "pct_women", &employed, !is_empty)?;
        let Some(occupation) = occupation else {
            return Ok(());
        };
        if occupation.employed.as_ref() != Some(&employed) {
            return Err(row.refuse("employed_thousands", "the number that cps_age.csv has"));
        }
        occupation.demographics = if is_empty {
            Json::Null
        } else {
            Json::list(shares)
        };
        Ok(())
    })?;
    let earnings = Table::read(
        sources,
        "cps_earnings_by_sex.csv",
        "census_code_2018",
        EARNINGS,
    )?;
    each_once(&earnings, &mut occupations, |row, occupation| {
        let weekly = weekly(row)?;
        if let Some(occupation) = occupation {
            occupation.weekly = weekly;
        }
        Ok(())
    })?;
    let rows = ages.len() + demographics.len() + earnings.len();
    let referenced: BTreeSet<&String> = covering.values().collect();
    let census = occupations
        .into_iter()
        .filter(|(code, _)| referenced.contains(code))
        .map(|(code, occupation)| (code.clone(), census_row(&code, occupation)))
        .collect();
    Ok((People { census, covering }, rows))
}

fn census_row(code: &str, occupation: Occupation) -> Json {
    let matching = if occupation.matching == "exact" {
        "exact"
    } else {
        "broader"
    };
    Json::List(vec![
        code.into(),
        Json::Text(occupation.title),
        matching.into(),
        occupation.employed.into(),
        occupation.demographics,
        occupation.ages,
        occupation.median_age,
        occupation.weekly,
    ])
}

/// The weekly medians of all, men and women, then the thousands of men and of women that two of them describe.
fn weekly(row: &Row<'_>) -> Result<Json> {
    let mut cells = Vec::new();
    let mut counted = Vec::new();
    for (median, base) in [
        ("median_weekly", "workers_thousands"),
        ("men_median_weekly", "men_thousands"),
        ("women_median_weekly", "women_thousands"),
    ] {
        let pay = row.optional_number(median, number::DOLLARS)?;
        let people = row.number(base, number::THOUSANDS)?;
        published_from_enough(row, median, &people, pay.is_some())?;
        cells.push(pay);
        counted.push(people);
    }
    if let [all, men, women] = counted.as_slice()
        && (all.value() - men.value() - women.value()).abs() > ROUNDING
    {
        return Err(row.refuse(
            "workers_thousands",
            "men and women together, within rounding",
        ));
    }
    cells.extend(counted.into_iter().skip(1).map(Some));
    Ok(Json::list(cells))
}

/// Refuses a cell that is published for fewer people than the publisher's limit, or kept back for more: the page says
/// that limit where a cell is empty, and the base where it is not.
fn published_from_enough(
    row: &Row<'_>,
    column: &str,
    people: &Number,
    is_published: bool,
) -> Result<()> {
    let expected = match (is_published, people.value() >= ENOUGH) {
        (true, false) => "nothing, for fewer than 50 thousand people",
        (false, true) => "a figure, for 50 thousand people or more",
        _ => return Ok(()),
    };
    Err(row.refuse(column, expected))
}

/// The seven age bands, or null where none is published.
fn age_bands(row: &Row<'_>) -> Result<Json> {
    let bands = numbers(row, &AGE[6..13], number::THOUSANDS)?;
    Ok(if bands.iter().all(Option::is_none) {
        Json::Null
    } else {
        Json::list(bands)
    })
}

fn numbers(row: &Row<'_>, columns: &[&str], range: number::Range) -> Result<Vec<Option<Number>>> {
    columns
        .iter()
        .map(|column| row.optional_number(column, range))
        .collect()
}

/// Whether a row is about an occupation, and not a group of them.
fn is_detail(row: &Row<'_>) -> Result<bool> {
    row.one_of("row_type", &["detail", "group", "total"])?;
    let is_detail = row.text("row_type")? == "detail";
    if is_detail {
        row.one_of("soc_match", &["exact", "cps_broader", "cps_narrower"])?;
    }
    Ok(is_detail)
}

/// Notes which occupations a row covers. A row that is narrower than its occupation covers none.
fn cover(
    row: &Row<'_>,
    codes: &Codes,
    covering: &mut BTreeMap<String, String>,
    narrower: &mut BTreeSet<String>,
) -> Result<()> {
    let listed = row.codes("soc_codes")?;
    let matching = row.text("soc_match")?;
    let census = row.text("census_code_2018")?;
    let named: BTreeSet<&str> = listed.iter().copied().collect();
    if codes
        .of_census(census)
        .is_none_or(|known| known.iter().ne(named.iter()))
    {
        let known = codes.of_census(census).map_or_else(
            || "a Census code of soc_census_crosswalk.csv".to_owned(),
            |known| format!("{known:?}, as soc_census_crosswalk.csv has it"),
        );
        return Err(row.refuse("soc_codes", &known));
    }
    if (matching == "cps_broader") != (listed.len() > 1) {
        return Err(row.refuse(
            "soc_codes",
            "several codes if soc_match is cps_broader, else one",
        ));
    }
    for soc in listed {
        codes.known(row, "soc_codes", soc)?;
        let is_double = if matching == "cps_narrower" {
            narrower.insert(soc.to_owned());
            covering.contains_key(soc)
        } else {
            covering.insert(soc.to_owned(), census.to_owned()).is_some() || narrower.contains(soc)
        };
        if is_double {
            return Err(row.refuse_as(
                "soc_codes",
                "occupations that no other row covers",
                &format!("{soc:?} again"),
            ));
        }
    }
    // Codes without OEWS estimates are known, but nothing refers to them.
    covering.retain(|soc, _| codes.occupations.contains_key(soc));
    Ok(())
}

/// Calls `take` for each row, with the occupation that cps_age.csv has told of; all of them have to come up once.
fn each_once(
    table: &Table,
    occupations: &mut BTreeMap<String, Occupation>,
    mut take: impl FnMut(&Row<'_>, Option<&mut Occupation>) -> Result<()>,
) -> Result<()> {
    let mut seen = BTreeSet::new();
    for row in table.rows() {
        if !is_detail(&row)? {
            take(&row, None)?;
            continue;
        }
        let code = row.text("census_code_2018")?;
        if !seen.insert(code) {
            return Err(row.refuse("census_code_2018", "each code once"));
        }
        let occupation = occupations
            .get_mut(code)
            .ok_or_else(|| row.refuse("census_code_2018", "a code of cps_age.csv"))?;
        for (column, known) in [
            ("cps_title", &occupation.title),
            ("soc_codes", &occupation.codes),
            ("soc_match", &occupation.matching),
        ] {
            if row.cell(column)? != known {
                return Err(row.refuse(column, &format!("{known:?}, as cps_age.csv has it")));
            }
        }
        take(&row, Some(occupation))?;
    }
    if seen.len() != occupations.len() {
        let expected = format!("the {} occupations of cps_age.csv", occupations.len());
        return Err(crate::refusal::Refusal::of_file(
            table.file(),
            "census_code_2018",
            expected,
            seen.len().to_string(),
        ));
    }
    Ok(())
}
