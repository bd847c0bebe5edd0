use super::Column;
use crate::model::{MetricId, NamedShare};

/// The skills of the compared roles: what more than one needs, and what each needs alone.
#[derive(Clone, Debug, PartialEq)]
pub struct SkillsCompared {
    /// Skills of at least two roles, the weightiest first.
    pub shared: Vec<Weighted>,
    /// For each column, the skills no other compared role lists, in the order of the source.
    pub alone: Vec<Vec<NamedShare>>,
    /// The largest weight of all: the end of the scale all weights share.
    pub heaviest: f64,
}

/// A skill with its weight in each column.
#[derive(Clone, Debug, PartialEq)]
pub struct Weighted {
    /// The skill.
    pub name: String,
    /// Percent in each column; none where the role does not list it.
    pub weights: Vec<Option<f64>>,
}

/// Sets the skills of the columns side by side; none where no role has any.
pub fn skills(columns: &[Column]) -> Option<SkillsCompared> {
    let lists: Vec<&[NamedShare]> = columns
        .iter()
        .map(|column| {
            let figure = column.role.figure(MetricId::Skills);
            figure.map_or(&[][..], |figure| figure.shares())
        })
        .collect();
    let weights = |name: &str| -> Vec<Option<f64>> {
        let weight = |list: &&[NamedShare]| {
            let skill = list.iter().find(|skill| skill.name == name);
            skill.map(|skill| skill.percent)
        };
        lists.iter().map(weight).collect()
    };
    let is_shared = |name: &str| weights(name).iter().flatten().count() > 1;

    let mut shared: Vec<Weighted> = Vec::new();
    for skill in lists.iter().copied().flatten() {
        let known = shared.iter().any(|other| other.name == skill.name);
        if !known && is_shared(&skill.name) {
            shared.push(Weighted {
                name: skill.name.clone(),
                weights: weights(&skill.name),
            });
        }
    }
    let sum = |skill: &Weighted| skill.weights.iter().flatten().sum::<f64>();
    shared.sort_by(|a, b| sum(b).total_cmp(&sum(a)));

    let alone = lists.iter().map(|list| {
        let own = list.iter().filter(|skill| !is_shared(&skill.name));
        own.cloned().collect()
    });
    let all = lists.iter().copied().flatten();
    let heaviest = all.fold(0.0, |most: f64, skill| skill.percent.max(most));
    (heaviest > 0.0).then(|| SkillsCompared {
        shared,
        alone: alone.collect(),
        heaviest,
    })
}
