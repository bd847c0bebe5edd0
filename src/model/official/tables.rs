//! The tables of the official occupations: opened, checked, their rows found by code.

use std::sync::OnceLock;

use serde_json::Value as Json;

use super::names::{NameLists, PlaceNames, lists};
use crate::model::cell;
use crate::model::columns;
use crate::model::error::Refusal;
use crate::model::rows::Rows;
use crate::model::summary::Family;
use crate::model::{DataError, RoleId};

/// The files of the official occupations, as `data/README.md` describes them.
pub struct OfficialTables {
    /// The sources of the figures.
    pub sources: &'static str,
    /// One row an occupation.
    pub occupations: &'static str,
    /// One row for each occupation of the Current Population Survey; none where it comes with [`TablesApart`].
    pub census: Option<&'static str>,
    /// One row for each occupation or family of the General Social Survey.
    pub satisfaction: &'static str,
    /// The families and the groups in them.
    pub groups: &'static str,
    /// Names that the other tables refer to by their place.
    pub names: &'static str,
    /// The names of the best-paying places; none where they come with [`TablesApart`].
    pub places: Option<&'static str>,
}

/// The tables and columns that the first view does not need.
pub(in crate::model) struct TablesApart {
    /// Of the occupations, what [`columns::OCCUPATIONS_APART`] does not leave with them.
    pub(in crate::model) occupations: &'static str,
    /// One row for each occupation of the Current Population Survey.
    pub(in crate::model) census: &'static str,
    /// The names of the best-paying places.
    pub(in crate::model) places: &'static str,
}

fn open_census(json: &'static str) -> Result<Rows, DataError> {
    Rows::new("census", &columns::CENSUS, json)
}

/// A title as it is set: the sources type two hyphens where a printed page has a dash.
pub(super) fn title_of(cell: &Json) -> Result<String, Refusal> {
    cell::text(cell).map(|title| title.replace("--", "—"))
}

/// The opened tables.
#[derive(Debug)]
pub(in crate::model) struct Official {
    pub(super) occupations: Rows,
    /// Cells that the rows of the occupations lack, once they are here.
    pub(super) occupations_apart: OnceLock<Rows>,
    /// Once it is here.
    pub(super) census: OnceLock<Rows>,
    pub(super) satisfaction: Rows,
    pub(super) groups: Rows,
    pub(super) names: NameLists,
    /// Once they are here.
    pub(super) places: OnceLock<PlaceNames>,
}

impl Official {
    /// Opens the tables: their frames are checked, their rows when one is asked for.
    pub(in crate::model) fn new(tables: &OfficialTables) -> Result<Self, DataError> {
        let open = Rows::new;
        let census = tables.census.map(open_census).transpose()?;
        let places = tables
            .places
            .map(|json| lists::<PlaceNames>("places", json));
        let places = places.transpose()?;
        Ok(Self {
            occupations: open("occupations", &columns::OCCUPATIONS, tables.occupations)?,
            occupations_apart: OnceLock::new(),
            census: census.map_or_else(OnceLock::new, OnceLock::from),
            satisfaction: open("satisfaction", &columns::SATISFACTION, tables.satisfaction)?,
            groups: open("groups", &columns::GROUPS, tables.groups)?,
            names: lists("names", tables.names)?,
            places: places.map_or_else(OnceLock::new, OnceLock::from),
        })
    }

    /// Whether nothing is missing that was set apart.
    pub(in crate::model) fn is_complete(&self) -> bool {
        self.census.get().is_some()
    }

    /// Adds the tables that were set apart, unless they are here.
    pub(in crate::model) fn complete(&self, apart: &TablesApart) -> Result<(), DataError> {
        let columns = columns::OCCUPATIONS_APART.map(|(name, _)| name);
        let columns: Vec<&str> = std::iter::once("id").chain(columns).collect();
        let occupations = Rows::new("occupations", &columns, apart.occupations)?;
        let census = open_census(apart.census)?;
        let places = lists("places", apart.places)?;
        self.places.get_or_init(|| places);
        self.occupations_apart.get_or_init(|| occupations);
        self.census.get_or_init(|| census);
        Ok(())
    }

    /// Whether there is an occupation with this code.
    pub(in crate::model) fn has(&self, id: &RoleId) -> bool {
        self.occupations.find(&id.0).is_some()
    }

    /// All codes, in order.
    pub(in crate::model) fn ids(&self) -> impl Iterator<Item = RoleId> + use<> {
        self.occupations.keys().map(|key| RoleId(key.to_owned()))
    }

    /// The title of the occupation with this code, without reading its figures.
    pub(in crate::model) fn title(&self, id: &RoleId) -> Option<String> {
        let row = self.occupations.find(&id.0)?;
        let (_, rest) = row.split_once(',')?;
        let mut cells = serde_json::Deserializer::from_str(rest).into_iter::<Json>();
        title_of(&cells.next()?.ok()?).ok()
    }

    /// The families, in order of their codes.
    pub(in crate::model) fn families(&self) -> impl Iterator<Item = Result<Family, DataError>> {
        let majors = self.groups.keys().filter(|code| code.ends_with("-0000"));
        majors.filter_map(|code| self.groups.find(code)).map(|row| {
            let [code, title] = cell::row(row).map_err(cell::at("groups", "row"))?;
            Ok(Family {
                code: cell::text(&code).map_err(cell::at("groups", "code"))?,
                title: cell::text(&title).map_err(cell::at("groups", "title"))?,
            })
        })
    }

    /// The education that people usually need to start, from the least to the most.
    pub(in crate::model) fn entry_education(&self) -> &[String] {
        &self.names.entry_education
    }
}
