//! Reading the database of OEWS.

use std::collections::BTreeMap;

use rusqlite::{Connection, MAIN_DB};

use super::archive::FILE;
use super::area::{Area, AreaKind, area_row, areas, state_row};
use super::best::{Best, Place};
use super::estimate::{Estimate, RawCells, TopCodes};
use super::industry::industries;
use super::largest::Largest;
use super::query::{optional, refuse, sql, text, text_of};
use crate::codes::Codes;
use crate::json::Json;
use crate::number::Number;
use crate::refusal::{Refusal, Result};

/// The cross-industry total, public and private.
const ALL_INDUSTRIES: &str = "000000";
/// The release that the rest of the dataset is described by.
const RELEASE: &str = "May 2025";

/// What the dataset takes from OEWS.
pub struct Oews {
    /// The nation's estimate of each detailed occupation.
    pub national: BTreeMap<String, Estimate>,
    /// The best-paying places.
    pub best: Best,
    /// The places with the most jobs.
    pub largest: Largest,
    /// All areas, by code.
    pub areas: Vec<Area>,
    /// For each area, a row for each detailed occupation that has one.
    pub rows: BTreeMap<String, Vec<Json>>,
    /// For each occupation, a row for each state that has one.
    pub states: BTreeMap<String, Vec<Json>>,
}

impl Oews {
    /// Reads the database in `bytes`.
    ///
    /// # Errors
    /// When it is not the database that is known, its occupations are not those of soc_groups.csv, a cell is not as it
    /// should be, or an occupation has no national row.
    pub fn read(bytes: &[u8], codes: &Codes) -> Result<(Self, usize)> {
        let mut database = Connection::open_in_memory().map_err(|error| sql(&error))?;
        database
            .deserialize_read_exact(MAIN_DB, bytes, bytes.len(), true)
            .map_err(|error| sql(&error))?;
        let release = text_of(&database, "SELECT value FROM meta WHERE name = 'release'")?;
        if release != RELEASE {
            return Err(Refusal::of_file(FILE, "release", RELEASE, release));
        }
        let footnote = text_of(
            &database,
            "SELECT footnote_text FROM footnote WHERE footnote_code = '5'",
        )?;
        let mut reader = Reader {
            database,
            codes,
            top: TopCodes::parse(FILE, &footnote)?,
            oews: Self {
                national: BTreeMap::new(),
                best: Best::default(),
                largest: Largest::default(),
                areas: Vec::new(),
                rows: BTreeMap::new(),
                states: BTreeMap::new(),
            },
            count: 0,
        };
        reader.check_occupations()?;
        reader.oews.areas = areas(&reader.database)?;
        reader.read_estimates()?;
        reader.read_industries()?;
        let mut oews = reader.oews;
        oews.best.rank();
        oews.largest.rank();
        Ok((oews, reader.count))
    }

    fn is_hourly_only(&self, soc: &str) -> bool {
        self.national.get(soc).is_some_and(Estimate::is_hourly_only)
    }

    /// The national number of jobs of an occupation, if it is published.
    pub fn jobs(&self, soc: &str) -> Option<&Number> {
        self.national.get(soc)?.jobs.number()
    }
}

struct Reader<'c> {
    database: Connection,
    codes: &'c Codes,
    top: TopCodes,
    oews: Oews,
    /// How many rows of cells were taken.
    count: usize,
}

/// A row's key: 'OEU', a letter for the kind of area, area, industry, occupation.
struct Key<'k> {
    area: &'k str,
    industry: &'k str,
    occupation: &'k str,
}

impl<'k> Key<'k> {
    fn parse(key: &'k str) -> Option<Self> {
        if key.len() != 23 || !key.is_ascii() || !key.starts_with("OEU") {
            return None;
        }
        Some(Self {
            area: &key[4..11],
            industry: &key[11..17],
            occupation: &key[17..23],
        })
    }
}

impl Reader<'_> {
    /// OEWS's own list and soc_groups.csv have to be the same list.
    fn check_occupations(&self) -> Result<()> {
        let mut statement = self
            .database
            .prepare("SELECT occupation_code, occupation_name FROM occupation WHERE display_level = 3 ORDER BY 1")
            .map_err(|error| sql(&error))?;
        let mut rows = statement.query([]).map_err(|error| sql(&error))?;
        let mut count = 0;
        while let Some(row) = rows.next().map_err(|error| sql(&error))? {
            let (code, title) = (text(row, 0)?, text(row, 1)?);
            let soc = soc(code);
            let known = self.codes.occupations.get(&soc);
            if known.is_none_or(|occupation| occupation.title != title) {
                let expected = known.map_or("a detailed occupation of soc_groups.csv", |known| {
                    &known.title
                });
                return Err(refuse("occupation", &soc, "title", expected, title));
            }
            count += 1;
        }
        if count != self.codes.occupations.len() {
            let expected = format!(
                "the {} detailed occupations of soc_groups.csv",
                self.codes.occupations.len()
            );
            return Err(refuse(
                "occupation",
                "",
                "detailed occupations",
                &expected,
                &count.to_string(),
            ));
        }
        Ok(())
    }

    /// The cross-industry rows: the nation first, because what is hourly-only nationally is ranked by the hour.
    fn read_estimates(&mut self) -> Result<()> {
        let areas: BTreeMap<_, _> = self
            .oews
            .areas
            .iter()
            .map(|area| (area.code.clone(), area.clone()))
            .collect();
        for kind in ["N", "S", "M"] {
            let query = format!(
                "SELECT * FROM cell WHERE key >= 'OEU{kind}' AND key < 'OEU{kind}~' \
                 AND substr(key, 12, 6) = '{ALL_INDUSTRIES}' ORDER BY key"
            );
            each(
                &self.database,
                &query,
                &self.top,
                self.codes,
                |key, soc, estimate| {
                    let area = areas.get(key.area).ok_or_else(|| {
                        refuse(key.area, soc, "area", "an area of the table area", key.area)
                    })?;
                    let rows = self.oews.rows.entry(area.code.clone()).or_default();
                    rows.push(area_row(soc, &estimate));
                    self.count += 1;
                    let place = match area.kind {
                        AreaKind::Nation => {
                            self.oews.national.insert(soc.to_owned(), estimate);
                            return Ok(());
                        }
                        AreaKind::State => Place::State,
                        AreaKind::Metro => Place::Metro,
                        AreaKind::Nonmetro => return Ok(()),
                    };
                    let hourly = self.oews.is_hourly_only(soc);
                    if place == Place::State {
                        let states = self.oews.states.entry(soc.to_owned()).or_default();
                        states.push(state_row(area, hourly, &estimate));
                    }
                    let oews = &mut self.oews;
                    oews.largest.add(soc, hourly, place, area, &estimate);
                    oews.best
                        .add(soc, hourly, place, &area.code, &area.name, &estimate);
                    Ok(())
                },
            )?;
        }
        for soc in self.codes.occupations.keys() {
            if !self.oews.national.contains_key(soc) {
                return Err(refuse("cell", soc, "national estimate", "a row", "none"));
            }
        }
        Ok(())
    }

    fn read_industries(&mut self) -> Result<()> {
        let industries = industries(&self.database)?;
        let query = "SELECT * FROM cell WHERE key >= 'OEUN' AND key < 'OEUN~' \
                     AND substr(key, 12, 6) <> '000000' ORDER BY key";
        each(
            &self.database,
            query,
            &self.top,
            self.codes,
            |key, soc, estimate| {
                if let Some(name) = industries.get(key.industry) {
                    let hourly = self.oews.is_hourly_only(soc);
                    self.oews
                        .best
                        .add(soc, hourly, Place::Industry, key.industry, name, &estimate);
                    self.count += 1;
                }
                Ok(())
            },
        )
    }
}

/// Calls `take` with each detailed occupation's row.
fn each(
    database: &Connection,
    query: &str,
    top: &TopCodes,
    codes: &Codes,
    mut take: impl FnMut(&Key<'_>, &str, Estimate) -> Result<()>,
) -> Result<()> {
    let mut statement = database.prepare(query).map_err(|error| sql(&error))?;
    let columns: Vec<String> = std::iter::once("key".to_owned())
        .chain(
            ["v", "f"]
                .into_iter()
                .flat_map(|kind| (1..=17).map(move |at| format!("{kind}{at:02}"))),
        )
        .collect();
    if statement
        .column_names()
        .ne(columns.iter().map(String::as_str))
    {
        let found = statement.column_names().collect::<Vec<_>>().join(", ");
        return Err(Refusal::of_file(
            FILE,
            "columns of cell",
            columns.join(", "),
            found,
        ));
    }
    let mut rows = statement.query([]).map_err(|error| sql(&error))?;
    while let Some(row) = rows.next().map_err(|error| sql(&error))? {
        let text_key = text(row, 0)?;
        let key = Key::parse(text_key)
            .ok_or_else(|| refuse(text_key, "", "key", "OEU and 20 characters", text_key))?;
        let soc = soc(key.occupation);
        if !codes.occupations.contains_key(&soc) {
            if !codes.is_listed(&soc) {
                return Err(refuse(
                    text_key,
                    &soc,
                    "occupation",
                    "an occupation of soc_groups.csv",
                    &soc,
                ));
            }
            continue;
        }
        let mut raw: RawCells<'_> = [(None, None); 17];
        for (at, cell) in raw.iter_mut().enumerate() {
            *cell = (optional(row, at + 1)?, optional(row, at + 18)?);
        }
        let estimate = Estimate::parse(FILE, text_key, &soc, &raw, top)?;
        take(&key, &soc, estimate)?;
    }
    Ok(())
}

/// "112022" -> "11-2022".
fn soc(code: &str) -> String {
    let (major, rest) = code.split_at_checked(2).unwrap_or((code, ""));
    format!("{major}-{rest}")
}
