use serde_json::Value as Json;

use super::figures::{Figures, source};
use super::tables::{Official, title_of};
use crate::model::cell;
use crate::model::error::Refusal;
use crate::model::{MetricId, SamplingError, Unit, Value};

/// How satisfied people in an occupation, or in the group it is counted in, say they are.
pub(super) fn add(official: &Official, key: &Json, figures: &mut Figures) -> Result<(), Refusal> {
    if key.is_null() {
        return Ok(());
    }
    let key = cell::text(key)?;
    let unknown = || Refusal::new("a row of satisfaction", cell::quote(&key));
    let row = official.satisfaction.find(&key).ok_or_else(unknown)?;
    let [_, title, level, _, satisfied, very, _] = cell::row(row)?;
    let own = level.as_str() == Some("occupation");
    let wider = (!own).then(|| title_of(&title)).transpose()?;
    for (metric, pair) in [
        (MetricId::Satisfied, satisfied),
        (MetricId::VerySatisfied, very),
    ] {
        let [share, margin] = cell::array(&pair)?;
        let share = cell::number(Unit::Share(1), share)?;
        let margin = cell::number(Unit::Share(1), margin)?;
        figures.add(
            metric,
            source::GSS,
            Value::Number(share),
            wider.clone(),
            Some(SamplingError::MarginAt95(margin)),
        );
    }
    Ok(())
}
