use crate::compare::{Comparison, NATIONAL, cost_adjustment, credits};
use crate::model::{MetricId, Source};

/// The lines under a chart that leaves the page: which place its figures are of where one is chosen,
/// each source with its release, what their licenses ask to be said, and where the chart was taken from.
pub fn caption(
    comparison: &Comparison,
    metrics: &[MetricId],
    sources: &[Source],
    release: &str,
    link: &str,
) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(place) = &comparison.place {
        let figures = || {
            let columns = comparison.columns.iter();
            columns.flat_map(|c| metrics.iter().filter_map(|id| c.role.figure(*id)))
        };
        let local = || figures().filter_map(|figure| figure.local.as_ref());
        lines.push(match local().next() {
            Some(_) => format!("These figures are for {}.", place.area.phrase),
            None => NATIONAL.to_owned(),
        });
        if local().any(|local| local.adjusted.is_some()) {
            lines.extend(cost_adjustment(&place.area));
        }
    }
    lines.extend(sources.iter().map(|source| {
        format!(
            "Source: {}, {}, {}.",
            source.publisher, source.table, source.release
        )
    }));
    lines.extend(credits(sources));
    lines.push(format!("Crossroads, figures of release {release}: {link}"));
    lines
}
