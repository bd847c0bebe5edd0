use super::Column;
use crate::model::{Metric, MetricId, NamedAmount, format};

/// The skills of the compared roles: what more than one needs, and what each needs alone.
#[derive(Clone, Debug, PartialEq)]
pub struct SkillsCompared {
    /// Skills of at least two roles that are measured in the same way, the weightiest first.
    pub shared: Vec<SharedSkill>,
    /// The skills of each column that no other compared role lists, in the order of the source.
    pub alone: Vec<OwnSkills>,
    /// How the weights are measured: one sentence for each measure in use.
    pub measures: Vec<&'static str>,
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
    /// Whether a source rates the role's skills at all.
    pub rated: bool,
    /// Each with its weight.
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
    let rated = || lists.iter().flatten();
    let first = rated().next()?;

    let alike = |metric: MetricId, name: &str| {
        let of_metric = rated().filter(|list| list.metric.id == metric);
        of_metric
            .filter(|list| list.amount_of(name).is_some())
            .count()
            > 1
    };
    // Where two measures meet, only the lists of the first are held against each other.
    let mut names: Vec<(&str, f64)> = Vec::new();
    for list in rated().filter(|list| list.metric.id == first.metric.id) {
        for skill in list.skills {
            if alike(list.metric.id, &skill.name)
                && names.iter().all(|(name, _)| *name != skill.name)
            {
                let of_metric = rated().filter(|other| other.metric.id == list.metric.id);
                let sum = of_metric
                    .filter_map(|other| other.amount_of(&skill.name))
                    .sum();
                names.push((&skill.name, sum));
            }
        }
    }
    names.sort_by(|a, b| b.1.total_cmp(&a.1));
    let shared = names.iter().map(|(name, _)| SharedSkill {
        name: (*name).to_owned(),
        weights: lists
            .iter()
            .map(|list| {
                let list = list.as_ref().filter(|l| l.metric.id == first.metric.id)?;
                Some(list.weight(list.amount_of(name)?))
            })
            .collect(),
    });
    let alone = lists.iter().map(|list| match list {
        None => OwnSkills {
            rated: false,
            skills: Vec::new(),
        },
        Some(list) => OwnSkills {
            rated: true,
            skills: list
                .skills
                .iter()
                .filter(|skill| names.iter().all(|(name, _)| *name != skill.name))
                .map(|skill| (skill.name.clone(), list.weight(skill.amount)))
                .collect(),
        },
    });
    let in_use = |metric: &MetricId| rated().any(|list| list.metric.id == *metric);
    let measures = MEASURES.iter().filter(|metric| in_use(metric));
    Some(SkillsCompared {
        shared: shared.collect(),
        alone: alone.collect(),
        measures: measures.map(|id| id.metric().definition).collect(),
    })
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
