//! A comparison in one place.

use std::sync::Arc;

use super::column::Column;
use super::layout::{Layout, RowLayout, label_of, name_of};
use super::row_group::is_local;
use super::{NoPriceLevel, Selection};
use crate::model::{Area, AreaFigures, Dataset, PriceLevel, Role, Standing, format};

/// What there is of the figures of a place.
#[derive(Clone, Copy, Debug)]
pub enum Arrived<'a> {
    /// They are on their way.
    OnTheirWay,
    /// They could not be had.
    Failed,
    /// They are here.
    Here(&'a AreaFigures),
}

/// The place of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceShown {
    /// The place.
    pub area: Arc<Area>,
    /// Whether its figures are here.
    pub standing: Standing,
    /// Whether its pay is divided by what things cost there.
    pub cost_adjusted: bool,
}

impl PlaceShown {
    /// The place of a selection, if it has one. The figures of another place are not taken for its own.
    pub(super) fn of(dataset: &Dataset, selection: &Selection, arrived: Arrived) -> Option<Self> {
        // Without a place the areas are not even read.
        let place = selection.place()?;
        let area = dataset.areas().get(place)?;
        Some(Self {
            standing: match arrived {
                Arrived::Here(figures) if *figures.code() == area.code => Standing::Here,
                Arrived::Here(_) | Arrived::OnTheirWay => Standing::OnTheirWay,
                Arrived::Failed => Standing::Failed,
            },
            area: Arc::clone(area),
            cost_adjusted: selection.cost_adjusted(),
        })
    }

    /// A role in this place.
    pub(super) fn localized(&self, role: &Role, arrived: Arrived) -> Role {
        let figures = match arrived {
            Arrived::Here(figures) if self.standing == Standing::Here => Some(figures),
            _ => None,
        };
        role.localized(&self.area, self.standing, figures, self.cost_adjusted)
    }
}

/// What cost-adjusted dollars are in a place, or why there are none.
pub fn cost_adjustment(area: &Area) -> Result<String, NoPriceLevel> {
    let Some(PriceLevel {
        level,
        of_all_nonmetro,
    }) = &area.prices
    else {
        return Err(NoPriceLevel(area.phrase.clone()));
    };
    let (whose, remark) = match of_all_nonmetro {
        false => (&*area.phrase, ""),
        true => (
            "all US nonmetropolitan areas together",
            " None is published for this area alone.",
        ),
    };
    Ok(format!(
        "Published pay divided by the price level of {whose}: {level} in {}, where 100 is that of the whole \
         United States.{remark} Rounded to $100 a year or 10 cents an hour.",
        PriceLevel::YEAR
    ))
}

/// Which figures of a table are of the place and which of the whole United States, in one sentence; none for a table
/// that no compared role has a row in.
pub(super) fn scope(place: &PlaceShown, layouts: &[Layout], columns: &[Column]) -> Option<String> {
    let (mut local, mut national) = (Vec::new(), Vec::new());
    for layout in layouts {
        let rows: &[RowLayout] = match layout {
            Layout::Row(row) => std::slice::from_ref(row),
            Layout::Group(_, rows) => rows,
        };
        let name = match rows {
            [row] => label_of(row).to_owned(),
            _ => name_of(layout),
        };
        let name = format::uncapitalized(&name);
        match rows.iter().find_map(|row| is_local(row, columns)) {
            Some(true) => local.push(name),
            Some(false) => national.push(name),
            None => {}
        }
    }
    let phrase = &place.area.phrase;
    Some(match (local.len(), national.len()) {
        (0, 0) => return None,
        (0, _) => NATIONAL.to_owned(),
        (_, 0) => format!("These figures are for {phrase}."),
        (few, more) if few <= more => format!(
            "For {phrase}: {}. The other figures are for the whole United States.",
            format::list(&local)
        ),
        _ => format!(
            "These figures are for {phrase}. For the whole United States: {}.",
            format::list(&national)
        ),
    })
}

/// What is said of figures that do not depend on the place.
pub const NATIONAL: &str = "These figures are for the whole United States.";
