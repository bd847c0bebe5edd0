use super::Column;
use crate::model::{Metric, MetricId, NamedAmount, format};

/// The skills of the compared roles: what more than one needs, and what each needs alone.
#[derive(Clone, Debug, PartialEq)]
pub struct SkillsCompared {
    /// Skills of at least two roles that are measured in the same way, the weightiest first; none where no two lists can be
    /// held against each other.
    pub shared: Option<Vec<SharedSkill>>,
    /// The skills of each column that no other compared role lists, in the order of the source.
    pub alone: Vec<OwnSkills>,
    /// How the weights are measured, a sentence for each measure in use, and what puts equals in order.
    pub notes: Vec<&'static str>,
}

/// A skill with its weight in each column.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedSkill {
    /// The skill.
    pub name: String,
    /// Its weight in each column; none where the role does not list it.
    pub weights: Vec<Option<SkillWeight>>,
}

/// The skills of one column.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnSkills {
    /// How many skills its list holds; 0 where no source rates them.
    pub listed: usize,
    /// Those on no other list, each with its weight.
    pub skills: Vec<(String, SkillWeight)>,
}

/// How much a skill counts.
#[derive(Clone, Debug, PartialEq)]
pub struct SkillWeight {
    /// In words: "15%", "4.12 of 5".
    pub text: String,
    /// As a fraction of the longest bar of its measure.
    pub fraction: f64,
}

/// The measures there are; they cannot be held against each other.
const MEASURES: [MetricId; 2] = [MetricId::SkillImportance, MetricId::Skills];

/// What puts equals in order, and decides which of them the list leaves out.
const BY_LEVEL: &str = "Of equally important skills, those at a higher level come first, where every level is \
                        known.";

/// What one column lists.
struct List<'a> {
    metric: &'static Metric,
    skills: &'a [NamedAmount],
    longest: f64,
}

impl List<'_> {
    fn weight(&self, amount: f64) -> SkillWeight {
        SkillWeight {
            text: format::number(self.metric.unit, amount),
            fraction: amount / self.longest,
        }
    }

    fn amount_of(&self, name: &str) -> Option<f64> {
        let skill = self.skills.iter().find(|skill| skill.name == name);
        skill.map(|skill| skill.amount)
    }
}

/// Sets the skills of the columns side by side; none where no role has any.
pub fn skills(columns: &[Column]) -> Option<SkillsCompared> {
    let lists: Vec<Option<List>> = columns.iter().map(|column| list(column, columns)).collect();
    lists.iter().flatten().next()?;
    let count = |metric: MetricId| lists.iter().filter_map(|list| of(metric, list)).count();
    let alone = lists.iter().map(|list| {
        let Some(list) = list else {
            return OwnSkills {
                listed: 0,
                skills: Vec::new(),
            };
        };
        let own = list.skills.iter().filter(|skill| {
            let mut amounts = amounts(&lists, list.metric.id, &skill.name);
            amounts.nth(1).is_none()
        });
        OwnSkills {
            listed: list.skills.len(),
            skills: own
                .map(|skill| (skill.name.clone(), list.weight(skill.amount)))
                .collect(),
        }
    });
    let has_equals = |list: &List| {
        let mut pairs = list.skills.windows(2);
        pairs.any(|pair| pair[0].amount == pair[1].amount)
    };
    let by_level = lists
        .iter()
        .filter_map(|list| of(MetricId::SkillImportance, list))
        .any(has_equals);
    let measures = MEASURES.into_iter().filter(|metric| count(*metric) > 0);
    let measures = measures.map(|metric| metric.metric().definition);
    Some(SkillsCompared {
        alone: alone.collect(),
        shared: MEASURES
            .into_iter()
            .any(|metric| count(metric) > 1)
            .then(|| {
                let shared = MEASURES.into_iter();
                shared
                    .flat_map(|metric| shared_by(&lists, metric))
                    .collect()
            }),
        notes: measures.chain(by_level.then_some(BY_LEVEL)).collect(),
    })
}

/// The list, where it is by this measure.
fn of<'l, 'a>(metric: MetricId, list: &'l Option<List<'a>>) -> Option<&'l List<'a>> {
    list.as_ref().filter(|list| list.metric.id == metric)
}

/// How much a skill counts on each list by a measure that has it.
fn amounts(lists: &[Option<List>], metric: MetricId, name: &str) -> impl Iterator<Item = f64> {
    let lists = lists.iter().filter_map(move |list| of(metric, list));
    lists.filter_map(move |list| list.amount_of(name))
}

/// The skills on at least two lists by a measure, the weightiest first.
fn shared_by(lists: &[Option<List>], metric: MetricId) -> Vec<SharedSkill> {
    let mut names: Vec<(&str, f64)> = Vec::new();
    for skill in lists
        .iter()
        .filter_map(|list| of(metric, list))
        .flat_map(|list| list.skills)
    {
        let is_shared = amounts(lists, metric, &skill.name).nth(1).is_some();
        if is_shared && names.iter().all(|(name, _)| *name != skill.name) {
            names.push((&skill.name, amounts(lists, metric, &skill.name).sum()));
        }
    }
    names.sort_by(|a, b| b.1.total_cmp(&a.1));
    let shared = names.into_iter().map(|(name, _)| SharedSkill {
        name: name.to_owned(),
        weights: lists
            .iter()
            .map(|list| {
                let list = of(metric, list)?;
                Some(list.weight(list.amount_of(name)?))
            })
            .collect(),
    });
    shared.collect()
}

fn list<'a>(column: &'a Column, columns: &[Column]) -> Option<List<'a>> {
    let listed = |column: &'a Column, id: MetricId| {
        let skills = column.role.figure(id)?.list();
        (!skills.is_empty()).then_some(skills)
    };
    let (id, skills) = MEASURES
        .into_iter()
        .find_map(|id| Some((id, listed(column, id)?)))?;
    let longest = match id {
        MetricId::SkillImportance => 5.0,
        _ => {
            let figures = columns.iter().filter_map(|column| column.role.figure(id));
            let amounts = figures.flat_map(|figure| figure.list());
            amounts.fold(0.0, |most: f64, skill| skill.amount.max(most))
        }
    };
    (longest > 0.0).then_some(List {
        metric: id.metric(),
        skills,
        longest,
    })
}
