use serde_json::Value as Json;

use super::figures::{Figures, THOUSANDS, source};
use super::tables::{Official, title_of};
use crate::model::cell;
use crate::model::error::Refusal;
use crate::model::metrics::{AGES, RACES};
use crate::model::{Figure, MetricId, NamedAmount, Reading, SourceId, Unit, Value};

/// Why the survey gives no share and no median: too few "women who work full time" in the occupation, or the one it is
/// counted in.
fn too_few(who: &str, title: &str) -> Reading {
    let survey = "Current Population Survey: the survey";
    Reading::NotReleased(format!(
        "{survey} counts fewer than 50,000 {who} in “{title}”"
    ))
}

/// Who the people in an occupation are, or those in the broader one that the survey counts.
pub(super) fn add(official: &Official, code: &Json, figures: &mut Figures) -> Result<(), Refusal> {
    if code.is_null() {
        return Ok(());
    }
    let code = cell::text(code)?;
    let unknown = || Refusal::new("a row of census", cell::quote(&code));
    // Before the table is here nothing is said of it.
    let Some(census) = official.census.get() else {
        return Ok(());
    };
    let row = census.find(&code).ok_or_else(unknown)?;
    let [
        _,
        title,
        matched,
        employed,
        demographics,
        ages,
        median_age,
        weekly,
    ] = cell::row(row)?;
    let own = matched.as_str() == Some("exact");
    let title = title_of(&title)?;
    let wider = (!own).then(|| title.clone());
    let few = || too_few("people", &title);
    if demographics.is_null() {
        figures.read(MetricId::Gender, source::CPS_11, few());
        figures.read(MetricId::RaceOverlapping, source::CPS_11, few());
    }
    if median_age.is_null() {
        figures.read(MetricId::AgeMedian, source::CPS_11B, few());
        figures.read(MetricId::AgeBands, source::CPS_11B, few());
    }
    let [_, men, women, men_counted, women_counted] = cell::array(&weekly)?;
    let weekly = [
        (MetricId::WeeklyMen, men, men_counted, "men"),
        (MetricId::WeeklyWomen, women, women_counted, "women"),
    ];
    for (metric, pay, _, who) in weekly {
        if pay.is_null() {
            let few = too_few(&format!("{who} who work full time"), &title);
            figures.read(metric, source::CPS_39, few);
        }
    }
    let people = |cell: &Json| Ok::<_, Refusal>(cell::number(Unit::Jobs, cell)? * THOUSANDS);
    let employed = people(&employed)?;
    let mut add = |metric, source: &str, value, base| {
        let figure = Figure::new(Reading::Exact(value), &SourceId(source.to_owned()));
        let figure = figure.of_wider_group(wider.clone()).of_people(base);
        figures.0.insert(metric, figure);
    };

    if !demographics.is_null() {
        let [women, white, black, asian, hispanic] = cell::array(&demographics)?;
        let share = |cell: &Json| cell::number(Unit::Share(1), cell);
        if !women.is_null() {
            // The table has women's share alone; everybody else in it is counted as a man.
            let women = share(women)?;
            let sexes = [("Women", women), ("Men", 100.0 - women)];
            add(MetricId::Gender, source::CPS_11, list(sexes), employed);
        }
        let races = RACES.iter().copied().zip([white, black, asian, hispanic]);
        let published = races.filter(|(_, cell)| !cell.is_null());
        let races: Vec<(&str, f64)> = published
            .map(|(name, cell)| Ok((name, share(cell)?)))
            .collect::<Result<_, Refusal>>()?;
        if !races.is_empty() {
            add(
                MetricId::RaceOverlapping,
                source::CPS_11,
                list(races),
                employed,
            );
        }
    }
    // The publisher gives no shares and no median where it counts fewer than 50,000 people; shares
    // made of its counts would say more than it is ready to say.
    if !ages.is_null() && !median_age.is_null() {
        let counts: [&Json; 7] = cell::array(&ages)?;
        let counts: Vec<f64> = counts
            .into_iter()
            .map(|count| cell::number(Unit::Jobs, count))
            .collect::<Result<_, Refusal>>()?;
        let all: f64 = counts.iter().sum();
        if all > 0.0 {
            let shares = counts.iter().map(|count| count / all * 100.0);
            let bands = AGES.iter().copied().zip(shares);
            add(MetricId::AgeBands, source::CPS_11B, list(bands), employed);
        }
    }
    if !median_age.is_null() {
        let age = cell::number(Unit::Years, &median_age)?;
        let age = Value::Number(age);
        add(MetricId::AgeMedian, source::CPS_11B, age, employed);
    }
    for (metric, pay, counted, _) in weekly {
        if !pay.is_null() {
            let pay = Value::Number(cell::number(Unit::DollarsAWeek, pay)?);
            add(metric, source::CPS_39, pay, people(counted)?);
        }
    }
    Ok(())
}

fn list<'a>(amounts: impl IntoIterator<Item = (&'a str, f64)>) -> Value {
    let named = amounts.into_iter().map(|(name, amount)| NamedAmount {
        name: name.to_owned(),
        amount,
    });
    Value::List(named.collect())
}
