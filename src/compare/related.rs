//! Where one can go from the compared roles.

use super::{Browse, Column, Selection, link};
use crate::model::{Dataset, Family, MetricId, RoleId, StartingComparison, Value};

/// What lies near one compared role.
#[derive(Clone, Debug, PartialEq)]
pub struct Related {
    /// The role.
    pub column: Column,
    /// The official occupation nearest to it, where it is not official itself.
    pub official: Option<Offer>,
    /// Similar roles, the nearest first.
    pub similar: Vec<Offer>,
    /// The role's family, to look through; none for a role that is not official.
    pub family: Option<FamilyOffer>,
}

/// A family that can be looked through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FamilyOffer {
    /// Its title.
    pub title: String,
    /// The query string of its list.
    pub query: String,
}

/// A role that can be set beside the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The role.
    pub role: RoleId,
    /// Its title.
    pub title: String,
    /// Whether it is in the tray already.
    pub in_tray: bool,
    /// The query string of the comparison with it.
    pub query: String,
}

/// A comparison that can be opened with one tap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// What its roles have in common.
    pub title: String,
    /// Their titles.
    pub roles: Vec<String>,
    /// What it opens.
    pub selection: Selection,
}

/// The comparisons for who does not know where to begin.
pub fn starts(dataset: &Dataset) -> Vec<Start> {
    // A list that cannot be read offers nothing; a test reads it.
    let mut all = StartingComparison::all().unwrap_or_default();
    // They are of official occupations.
    all.retain(|start| start.roles.iter().all(|role| dataset.has(role)));
    let starts = all.into_iter().map(|start| Start {
        roles: start
            .roles
            .iter()
            .filter_map(|id| dataset.title(id))
            .collect(),
        title: start.title,
        selection: Selection::compared_alone(start.roles),
    });
    starts.collect()
}

/// What lies near each of the columns.
pub fn related(dataset: &Dataset, selection: &Selection, columns: &[Column]) -> Vec<Related> {
    let offer = |role: &RoleId| {
        Some(Offer {
            title: dataset.title(role)?,
            in_tray: selection.holds(role),
            query: link::query(&selection.with_added(role), dataset),
            role: role.clone(),
        })
    };
    let families = dataset.families();
    let list_of = |family: &Family| {
        let list = Browse::default().of_family(Some(&family.code));
        link::query_of_browse(&list, selection, dataset)
    };
    let near = |column: &Column| {
        let figure = column.role.figure(MetricId::Related);
        let similar = match figure.and_then(|figure| figure.exact()) {
            Some(Value::Roles(roles)) => roles.iter().filter_map(offer).collect(),
            _ => Vec::new(),
        };
        let official = column.role.official.as_ref();
        let of_role = |family: &Family| {
            let code = family.code.trim_end_matches("0000");
            column.role.id.0.starts_with(code)
        };
        let family = families.iter().find(|family| of_role(family));
        Related {
            column: column.clone(),
            official: official.and_then(|counterpart| offer(&counterpart.code)),
            similar,
            family: family.map(|family| FamilyOffer {
                title: family.title.clone(),
                query: list_of(family),
            }),
        }
    };
    columns.iter().map(near).collect()
}
