//! Exposure to AI: the category of the Bureau of Labor Statistics, and what several groups of researchers measured, side by
//! side.

use super::profile::{row, said};
use super::{Detailed, Row, rated_as};
use crate::model::{Dataset, EXPOSURE_MEASURES, Exposure, MetricId, Reading, Unit, Value, format};

/// What the category does not say.
pub const NO_FORECAST: &str = "This is not a forecast of job loss.";

/// How the category is made, as far as that is known.
pub const CATEGORY_METHOD: &str = "The Bureau of Labor Statistics (BLS) compares occupations by five measures made by \
    others. Three say what AI could do (2020 and 2023), two what it is used for (mainly 2024 and 2025). BLS fills in some \
    missing values and puts occupations into four categories of about equal size. The exact rule is not known to Crossroads. \
    A category does not say whether AI helps with the work or replaces it.";

/// A measure: who made it, and how it was made, in a sentence.
struct Measure {
    by: &'static str,
    method: &'static str,
    /// What a score of zero means, where it means that nothing was found.
    none: Option<&'static str>,
}

/// In the order of [`EXPOSURE_MEASURES`].
const MEASURES: [Measure; EXPOSURE_MEASURES.len()] = [
    Measure {
        by: "Eloundou and others (2024)",
        method: "People judged for how many of its tasks a language model, alone or with other software, could halve the time.",
        none: None,
    },
    Measure {
        by: "Microsoft (2025)",
        method: "How far its activities match what people asked an AI assistant for in 2024, and how well that went.",
        none: None,
    },
    Measure {
        by: "Anthropic (2026)",
        method: "How many of its tasks were seen in use of one AI model; for more than half of all occupations, none were.",
        none: Some("no use was measured"),
    },
    Measure {
        by: "Felten and others (2023)",
        method: "How far the abilities that it needs are those that language models have, judged by people and put together by a formula.",
        none: None,
    },
];

const BANDS: [&str; 5] = [
    "lowest fifth",
    "second-lowest fifth",
    "middle fifth",
    "second-highest fifth",
    "highest fifth",
];

/// The category of each role, in a sentence; for a role with an official counterpart it is the counterpart's, and says so.
pub fn categories(dataset: &Dataset, roles: &[Detailed]) -> Vec<String> {
    let sentence = |role: &Detailed| {
        let title = &role.column.role.title;
        let ranked = match &role.column.role.official {
            Some(official) => format!("{}, the official occupation nearest to it,", official.title),
            None => "it".to_owned(),
        };
        let rated = dataset.role(rated_as(&role.column)).ok().flatten();
        let figure = rated.as_ref()?.figure(MetricId::AiExposure)?;
        match &figure.reading {
            Reading::Exact(Value::Name(category)) => {
                let category = format::uncapitalized(category);
                Some(format!(
                    "{title}: BLS ranks {ranked} {category}, compared with other jobs."
                ))
            }
            _ => None,
        }
    };
    roles.iter().filter_map(sentence).collect()
}

/// Who made each measure, and how.
pub(super) fn measures() -> impl Iterator<Item = (&'static str, &'static str)> {
    MEASURES.iter().map(|measure| (measure.by, measure.method))
}

/// The measures of the roles, a row for each; none where no role has any.
pub fn exposure(roles: &[Detailed]) -> Vec<Row> {
    let has_any = |role: &Detailed| role.details.profile.exposure.iter().any(Option::is_some);
    if !roles.iter().any(has_any) {
        return Vec::new();
    }
    let rows = MEASURES.iter().enumerate();
    rows.map(|(place, measure)| {
        let cells = roles.iter().map(|role| {
            let measures = &role.details.profile.exposure;
            let Some(exposure) = measures.get(place).copied().flatten() else {
                return said(format::NOT_PUBLISHED.to_owned(), None, None);
            };
            let (lowest, highest) = exposure.fifths;
            let text = match measure.none {
                Some(none) if exposure.score == 0.0 => none.to_owned(),
                _ if lowest == highest => name(lowest).to_owned(),
                _ => format!("{} to {}", name(lowest), name(highest)),
            };
            let end = |fifth: u8| f64::from(fifth) / BANDS.len() as f64;
            let score = format!("score {}", format::number(Unit::Name, exposure.score));
            let extent = (end(lowest.saturating_sub(1)), end(highest));
            said(text, Some(score), Some(extent))
        });
        row(measure.by, Some(measure.method), cells.collect())
    })
    .collect()
}

fn name(fifth: u8) -> &'static str {
    let place = usize::from(fifth.clamp(1, 5)) - 1;
    BANDS.get(place).copied().unwrap_or_default()
}

/// How far the measures agree on each role, in a sentence each.
pub fn agreement(roles: &[Detailed]) -> Vec<String> {
    let sentence = |role: &Detailed| agree(&role.column.role.title, &role.details.profile.exposure);
    roles.iter().map(sentence).collect()
}

/// What holds wherever a score lies among those equal to it: agreement is claimed where no such place would end it, and
/// disagreement where none would bring all measures into one fifth or two next to each other.
fn agree(title: &str, exposures: &[Option<Exposure>]) -> String {
    let fifths: Vec<(u8, u8)> = exposures.iter().flatten().map(|e| e.fifths).collect();
    let all = MEASURES.len();
    let measures = match fifths.len() {
        0 => return format!("{title}: none of the {all} measures covers it."),
        1 => return format!("{title}: only 1 of the {all} measures covers it."),
        count if count == all => format!("the {all} measures"),
        count => format!("the {count} of {all} measures that cover it"),
    };
    // The lowest measure is somewhere from `lowest` to `least`, the highest from `most` to `highest`.
    let (lowest, least, most, highest) = fifths.iter().fold(
        (u8::MAX, u8::MAX, 0, 0),
        |(lowest, least, most, highest), (low, high)| {
            (
                lowest.min(*low),
                least.min(*high),
                most.max(*low),
                highest.max(*high),
            )
        },
    );
    if lowest == highest {
        return format!("{title}: {measures} agree, all in the {}.", name(lowest));
    }
    if highest - lowest == 1 {
        return format!(
            "{title}: {measures} nearly agree, in the {} or the {}.",
            name(lowest),
            name(highest)
        );
    }
    if most > least + 1 {
        let or_lower = if lowest < least { " or lower" } else { "" };
        let or_higher = if most < highest { " or higher" } else { "" };
        return format!(
            "{title}: {measures} disagree, from the {}{or_lower} to the {}{or_higher}.",
            name(least),
            name(most)
        );
    }
    format!(
        "{title}: it is unclear whether {measures} agree, because many occupations share a score in one of them."
    )
}
