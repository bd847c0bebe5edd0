//! Exposure to AI: what several groups of researchers measured, side by side.

use super::profile::{row, said};
use super::{Detailed, Row};
use crate::model::{EXPOSURE_MEASURES, Exposure, format};

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
        none: Some("no use measured"),
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
            let band = usize::from(exposure.band.clamp(1, 5));
            let text = match measure.none {
                Some(none) if exposure.score == 0.0 => none,
                _ => BANDS.get(band - 1).copied().unwrap_or_default(),
            };
            let end = |band: usize| band as f64 / BANDS.len() as f64;
            // The minus is the one of the other figures.
            let score = format!("score {}", exposure.score).replace('-', "−");
            said(
                text.to_owned(),
                Some(score),
                Some((end(band - 1), end(band))),
            )
        });
        row(measure.by, Some(measure.method), cells.collect())
    })
    .collect()
}

/// How far the measures agree on each role, in a sentence each.
pub fn agreement(roles: &[Detailed]) -> Vec<String> {
    let sentence = |role: &Detailed| agree(&role.column.role.title, &role.details.profile.exposure);
    roles.iter().map(sentence).collect()
}

fn agree(title: &str, exposures: &[Option<Exposure>]) -> String {
    let bands = exposures.iter().flatten().map(|exposure| exposure.band);
    let (count, lowest, highest) = bands.fold((0, u8::MAX, 0), |(count, low, high), band| {
        (count + 1, band.min(low), band.max(high))
    });
    let name = |band: u8| {
        let place = usize::from(band.clamp(1, 5)) - 1;
        BANDS.get(place).copied().unwrap_or_default()
    };
    match (count, highest.saturating_sub(lowest)) {
        (0, _) => format!("{title}: none of the measures covers it."),
        (1, _) => format!("{title}: only one of the measures covers it."),
        (_, 0) => format!("{title}: the measures agree, all in the {}.", name(lowest)),
        (_, 1) => format!(
            "{title}: the measures nearly agree, in the {} or the {}.",
            name(lowest),
            name(highest)
        ),
        _ => format!(
            "{title}: the measures disagree, from the {} to the {}.",
            name(lowest),
            name(highest)
        ),
    }
}
