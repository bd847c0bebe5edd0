use serde_json::Value as Json;

use super::figures::{Figures, THOUSANDS, main_source, source};
use super::names::name_at;
use super::tables::{Official, title_of};
use super::wages::{employment, hourly_pay, pay_error, yearly_pay};
use super::{census, satisfaction};
use crate::model::cell;
use crate::model::columns::OCCUPATIONS_APART;
use crate::model::error::Refusal;
use crate::model::metrics::EDUCATION;
use crate::model::role::Names;
use crate::model::{
    DataError, Figure, MetricId, NamedAmount, Place, Profile, Reading, Role, RoleId, SourceId, Top,
    Unit, Value, format,
};

/// The place of the usual education among the cells of the projections.
const ENTRY_EDUCATION: usize = 4;

/// The years between the two numbers of jobs of the projections.
const YEARS: f64 = 10.0;

/// What a wider group is called whose name the source does not print.
const UNNAMED_GROUP: &str = "an occupation of the American Community Survey that includes this one; the source does not \
     name it";

/// Reads a row of `occupations.json`.
pub(super) fn role(official: &Official, row: &str) -> Result<Role, DataError> {
    let [
        id,
        title,
        group,
        year,
        hour,
        wage_rse,
        jobs,
        jobs_rse,
        mut best,
        mut outlook,
        mut education,
        mut required,
        mut census,
        satisfaction,
        mut skills,
        mut related,
        mut ai_exposure,
    ] = cell::row(row).map_err(cell::at(row.get(..12).unwrap_or(row), "row"))?;
    let id = cell::text(&id).map_err(cell::at("occupations", "id"))?;
    let at = |field: &'static str| cell::at(&id, field);
    let apart = official.occupations_apart.get();
    if let Some(row) = apart.and_then(|apart| apart.find(&id)) {
        let [_, rest @ ..]: [Json; OCCUPATIONS_APART.len() + 1] =
            cell::row(row).map_err(at("row"))?;
        let cells = [
            &mut best,
            &mut outlook,
            &mut education,
            &mut required,
            &mut census,
            &mut skills,
            &mut related,
            &mut ai_exposure,
        ];
        for ((cell, rest), (_, stayed)) in cells.into_iter().zip(rest).zip(OCCUPATIONS_APART) {
            make_whole(cell, rest, stayed);
        }
    }
    let title = title_of(&title).map_err(at("title"))?;

    let mut all = Figures::default();
    yearly_pay(&year, &mut all).map_err(at("year"))?;
    hourly_pay(&hour, &mut all).map_err(at("hour"))?;
    pay_error(&wage_rse, &mut all).map_err(at("wage_rse"))?;
    employment(&jobs, &jobs_rse, &mut all).map_err(at("jobs"))?;
    best_paying(official, &best, &year, &mut all).map_err(at("best"))?;
    projections(official, &outlook, &mut all).map_err(at("outlook"))?;
    education_mix(&education, &mut all).map_err(at("education"))?;
    asked_for(official, &required, &mut all).map_err(at("required"))?;
    census::add(official, &census, &mut all).map_err(at("census"))?;
    satisfaction::add(official, &satisfaction, &mut all).map_err(at("satisfaction"))?;
    needed_skills(official, &skills, &mut all).map_err(at("skills"))?;
    family(official, &group, &mut all).map_err(at("group"))?;
    related_roles(official, &related, &mut all).map_err(at("related"))?;
    exposure(official, &ai_exposure, &mut all).map_err(at("ai_exposure"))?;

    let names = Names {
        plural: format::title_in_a_sentence(&title),
        title,
        singular: None,
    };
    let mut role = Role::new(RoleId(id), names, main_source(), None, None, all.0);
    role.rated_narrower = skills.as_array().is_some_and(Vec::is_empty);
    Ok(role)
}

/// Puts what was set apart of a cell back to where it was: in place of all of it, or of what did not stay of its list.
fn make_whole(cell: &mut Json, rest: Json, stayed: &[usize]) {
    match (cell, rest) {
        (Json::Array(list), Json::Array(rest)) => {
            let places = list.iter_mut().enumerate();
            let places = places.filter(|(at, _)| !stayed.contains(at));
            for ((_, place), item) in places.zip(rest) {
                *place = item;
            }
        }
        (cell, rest) => *cell = rest,
    }
}

/// The best-paying state, metropolitan area and industry, each by the period in which pay is published.
fn best_paying(
    official: &Official,
    best: &Json,
    year: &Json,
    figures: &mut Figures,
) -> Result<(), Refusal> {
    let by_hour = year.as_str() == Some("hourly-only");
    let (unit, metrics) = if by_hour {
        let metrics = [
            MetricId::TopStateHour,
            MetricId::TopMetroHour,
            MetricId::TopIndustryHour,
        ];
        (Unit::DollarsAnHour, metrics)
    } else {
        let metrics = [
            MetricId::TopState,
            MetricId::TopMetro,
            MetricId::TopIndustry,
        ];
        (Unit::DollarsAYear, metrics)
    };
    if best.is_null() {
        return Ok(());
    }
    let lists: [&[String]; 3] = match official.places.get() {
        Some(names) => [&names.states, &names.metros, &names.industries],
        None => [&[]; 3],
    };
    let of_kinds = metrics.into_iter().zip(lists);
    for ((metric, names), cells) in of_kinds.zip(cell::array::<3>(best)?) {
        let reading = match cells {
            Json::Null => Reading::TooFewPlaces,
            Json::Number(_) => Reading::UnsureRivals(cell::number(Unit::Jobs, cells)? as u32),
            cells => Reading::Exact(Value::Place(place(unit, names, cells)?)),
        };
        figures.read(metric, source::OEWS, reading);
    }
    Ok(())
}

/// `[median, jobs, wage_rse, name, top_coded]`, or `[highest, lowest, [name, name, name], others, top_coded]` where several
/// cannot be told apart. Zeros at the end are left out.
fn place(unit: Unit, list: &[String], cells: &Json) -> Result<Place, Refusal> {
    let count = |cell: Option<&Json>| cell.and_then(Json::as_u64).unwrap_or_default() as u32;
    let cells = cells.as_array().map_or(&[][..], Vec::as_slice);
    let (top, top_coded) = match cells {
        [highest, lowest, Json::Array(names), rest @ ..] => {
            let names = names.iter().map(|name| name_at(list, name));
            let top = Top::Several {
                names: names.collect::<Result<_, Refusal>>()?,
                others: count(rest.first()),
                lowest: cell::number(unit, lowest)?,
                highest: cell::number(unit, highest)?,
            };
            (top, rest.get(1))
        }
        [median, jobs, wage_rse, name, rest @ ..] => {
            let top = Top::One {
                name: name_at(list, name)?,
                median: cell::number(unit, median)?,
                jobs: cell::number(Unit::Jobs, jobs)?,
                wage_rse: cell::number(Unit::Share(1), wage_rse)?,
            };
            (top, rest.first())
        }
        _ => {
            let expected = "one best-paying place, or several";
            return Err(Refusal::new(expected, format!("{cells:?}")));
        }
    };
    Ok(Place {
        top,
        top_coded_rivals: count(top_coded),
    })
}

/// What is expected, and what it takes to start. No number is made of both projections.
fn projections(official: &Official, outlook: &Json, figures: &mut Figures) -> Result<(), Refusal> {
    let [
        growth,
        base,
        projected,
        openings,
        education,
        self_employed,
        exits,
        transfers,
        experience,
        training,
        separations,
    ] = cell::array(outlook)?;
    for (metric, source, cell, scale) in [
        (MetricId::GrowthProjected, source::PROJECTIONS, growth, 1.0),
        (MetricId::JobsBase, source::PROJECTIONS, base, THOUSANDS),
        (
            MetricId::JobsProjected,
            source::PROJECTIONS,
            projected,
            THOUSANDS,
        ),
        (MetricId::Openings, source::PROJECTIONS, openings, THOUSANDS),
        (
            MetricId::SelfEmployed,
            source::PROJECTIONS_2024,
            self_employed,
            1.0,
        ),
        (MetricId::Exits, source::PROJECTIONS_2024, exits, THOUSANDS),
        (
            MetricId::Transfers,
            source::PROJECTIONS_2024,
            transfers,
            THOUSANDS,
        ),
        (
            MetricId::SeparationRate,
            source::PROJECTIONS_2024,
            separations,
            1.0,
        ),
    ] {
        counted(metric, source, cell, scale, figures)?;
    }
    new_jobs(figures);
    let names = &official.names;
    for (metric, source, list, place) in [
        (
            MetricId::EntryEducation,
            source::PROJECTIONS,
            &names.entry_education,
            education,
        ),
        (
            MetricId::EntryExperience,
            source::PROJECTIONS_2024,
            &names.experience,
            experience,
        ),
        (
            MetricId::EntryTraining,
            source::PROJECTIONS_2024,
            &names.training,
            training,
        ),
    ] {
        named(metric, source, list, place, figures)?;
    }
    Ok(())
}

/// Of what is expected, that which a list shows.
pub(super) fn projections_in_short(
    official: &Official,
    outlook: &Json,
    figures: &mut Figures,
) -> Result<(), Refusal> {
    let [growth, _, _, openings, education, ..]: [&Json; 11] = cell::array(outlook)?;
    let source = source::PROJECTIONS;
    counted(MetricId::GrowthProjected, source, growth, 1.0, figures)?;
    counted(MetricId::Openings, source, openings, THOUSANDS, figures)?;
    let levels = &official.names.entry_education;
    named(MetricId::EntryEducation, source, levels, education, figures)
}

/// A number of the projections, whose table counts in thousands with one decimal.
fn counted(
    metric: MetricId,
    source: &str,
    cell: &Json,
    scale: f64,
    figures: &mut Figures,
) -> Result<(), Refusal> {
    if !cell.is_null() {
        let unit = metric.metric().unit;
        let number = (cell::number(unit, cell)? * scale * 10.0).round() / 10.0;
        figures.own(metric, source, Value::Number(number));
    }
    Ok(())
}

/// The change of the number of jobs by the year, unless it may be that of the rounding.
fn new_jobs(figures: &mut Figures) {
    /// By how much a change may be off: half a hundred for each of the two numbers.
    const ROUNDING: f64 = 100.0;
    let jobs = |metric| figures.0.get(&metric)?.own_number();
    let numbers = jobs(MetricId::JobsBase).zip(jobs(MetricId::JobsProjected));
    let Some(change) = numbers.map(|(base, projected)| projected - base) else {
        return;
    };
    let reading = match change.abs() > ROUNDING {
        true => Reading::Exact(Value::Number(change / YEARS)),
        false => Reading::WithinRounding,
    };
    figures.read(MetricId::NewJobs, source::PROJECTIONS, reading);
}

/// A name of the projections, by its place in a list.
fn named(
    metric: MetricId,
    source: &str,
    list: &[String],
    place: &Json,
    figures: &mut Figures,
) -> Result<(), Refusal> {
    if !place.is_null() {
        let name = Value::Name(name_at(list, place)?);
        figures.own(metric, source, name);
    }
    Ok(())
}

/// The place of the usual education among the levels.
pub(super) fn entry_education(outlook: &Json) -> Option<usize> {
    let place = outlook.get(ENTRY_EDUCATION)?.as_u64()?;
    usize::try_from(place).ok()
}

/// The whole mix, and its largest share.
fn education_mix(education: &Json, figures: &mut Figures) -> Result<(), Refusal> {
    if education.is_null() {
        return Ok(());
    }
    let [shares, wider] = cell::array(education)?;
    let wider = (wider.as_u64() == Some(1)).then(|| UNNAMED_GROUP.to_owned());
    let shares: [&Json; 7] = cell::array(shares)?;
    let shares = EDUCATION.iter().zip(shares).map(|(name, share)| {
        Ok(NamedAmount {
            name: (*name).to_owned(),
            amount: cell::number(Unit::Share(1), share)?,
        })
    });
    let shares = cell::whole(shares.collect::<Result<_, Refusal>>()?)?;
    if let Some(top) = largest(&shares) {
        let metric = MetricId::TopEducation;
        figures.add(metric, source::EDUCATION, top, wider.clone(), None);
    }
    let mix = Value::List(shares);
    figures.add(MetricId::EducationMix, source::EDUCATION, mix, wider, None);
    Ok(())
}

/// The largest share, with the names of all that are as large.
fn largest(shares: &[NamedAmount]) -> Option<Value> {
    let most = shares.iter().max_by(|a, b| a.amount.total_cmp(&b.amount))?;
    let amount = most.amount;
    let equals = shares.iter().filter(|share| share.amount == amount);
    let names = equals.map(|share| share.name.clone()).collect();
    Some(Value::Named { names, amount })
}

/// What jobs ask for: the answers given most often, and how important a certification and an apprenticeship are.
fn asked_for(official: &Official, required: &Json, figures: &mut Figures) -> Result<(), Refusal> {
    if required.is_null() {
        return Ok(());
    }
    let [
        education,
        experience,
        on_site,
        on_the_job,
        certification,
        apprenticeship,
    ] = cell::array(required)?;
    let names = &official.names;
    let answer = |list: &[String], cell: &Json| {
        let [answers, share, answered] = cell::array(cell)?;
        let answers = answers.as_array().into_iter().flatten();
        let value = Value::Named {
            names: answers
                .map(|answer| name_at(list, answer))
                .collect::<Result<_, Refusal>>()?,
            amount: cell::number(Unit::Share(0), share)?,
        };
        Ok((value, Some(cell::number(Unit::Jobs, answered)?)))
    };
    for (metric, list, cell) in [
        (
            MetricId::RequiredEducation,
            &names.required_education,
            education,
        ),
        (
            MetricId::RequiredExperience,
            &names.required_experience,
            experience,
        ),
        (MetricId::OnSiteTraining, &names.on_site_training, on_site),
        (
            MetricId::OnTheJobTraining,
            &names.on_the_job_training,
            on_the_job,
        ),
    ] {
        rated(metric, cell, figures, |cell| answer(list, cell))?;
    }
    for (metric, cell) in [
        (MetricId::Certification, certification),
        (MetricId::Apprenticeship, apprenticeship),
    ] {
        let importance = |cell: &Json| {
            let importance = cell::number(Unit::OutOfFive, cell)?;
            Ok((Value::Number(importance), None))
        };
        rated(metric, cell, figures, importance)?;
    }
    Ok(())
}

/// A cell of O*NET's table of education, training and experience with how many answered, unless there is none.
fn rated(
    metric: MetricId,
    cell: &Json,
    figures: &mut Figures,
    value: impl Fn(&Json) -> Result<(Value, Option<f64>), Refusal>,
) -> Result<(), Refusal> {
    let (reading, base) = match cell {
        Json::Null => return Ok(()),
        Json::String(word) if word == "not-released" => {
            let reason = "O*NET marks the answers as too uncertain to use";
            (Reading::NotReleased(reason.to_owned()), None)
        }
        cell => {
            let (value, answered) = value(cell)?;
            (Reading::Exact(value), answered)
        }
    };
    let source = match metric {
        MetricId::RequiredEducation => source::REQUIRED_EDUCATION,
        _ => source::TRAINING,
    };
    let figure = Figure::new(reading, &SourceId(source.to_owned()));
    figures.0.insert(metric, Figure { base, ..figure });
    Ok(())
}

fn needed_skills(official: &Official, skills: &Json, figures: &mut Figures) -> Result<(), Refusal> {
    // Until the table is whole there are only the first ones.
    let rows = skills.as_array().into_iter().flatten();
    let (mut skills, mut tied) = (Vec::new(), &Json::Null);
    for row in rows.filter(|row| !row.is_null()) {
        let (name, importance) = match row.as_array().map(Vec::as_slice) {
            Some([name, importance]) => (name, importance),
            Some([name, importance, more]) => {
                tied = more;
                (name, importance)
            }
            _ => return Err(Refusal::new("an array of 2 or 3", row.to_string())),
        };
        skills.push(NamedAmount {
            name: name_at(&official.names.skills, name)?,
            amount: cell::number(Unit::OutOfFive, importance)?,
        });
    }
    let named = tied.as_array().map(Vec::as_slice);
    let tied = match named {
        Some(named) => named.len(),
        None if tied.is_null() => 0,
        None => cell::number(Unit::Jobs, tied)? as usize,
    };
    if let (Figure::TOP, Some(NamedAmount { amount, .. })) = (skills.len(), skills.last()) {
        let amount = *amount;
        for name in named.into_iter().flatten() {
            let name = name_at(&official.names.skills, name)?;
            skills.push(NamedAmount { name, amount });
        }
    }
    if !skills.is_empty() {
        let skills = Figure::new(
            Reading::Exact(Value::List(skills)),
            &SourceId(source::SKILLS.to_owned()),
        );
        let skills = skills.with_tied(tied);
        figures.0.insert(MetricId::SkillImportance, skills);
    }
    Ok(())
}

/// The family is the major group: the first two digits of the code.
pub(super) fn family_of(group: &str) -> String {
    format!("{}-0000", group.get(..2).unwrap_or_default())
}

fn family(official: &Official, group: &Json, figures: &mut Figures) -> Result<(), Refusal> {
    let group = cell::text(group)?;
    let major = family_of(&group);
    for (metric, code) in [(MetricId::Family, &major), (MetricId::Group, &group)] {
        let unknown = || Refusal::new("the code of a group", cell::quote(code));
        let row = official.groups.find(code).ok_or_else(unknown)?;
        let [_, title]: [Json; 2] = cell::row(row)?;
        figures.own(metric, source::OEWS, Value::Name(cell::text(&title)?));
    }
    Ok(())
}

fn related_roles(
    official: &Official,
    related: &Json,
    figures: &mut Figures,
) -> Result<(), Refusal> {
    let related = related.as_array().into_iter().flatten().map(|code| {
        let id = RoleId(cell::text(code)?);
        if !official.has(&id) {
            let expected = "the code of an occupation";
            return Err(Refusal::new(expected, cell::quote(&id.0)));
        }
        Ok(id)
    });
    let related: Vec<RoleId> = related.collect::<Result<_, Refusal>>()?;
    if !related.is_empty() {
        figures.own(MetricId::Related, source::RELATED, Value::Roles(related));
    }
    Ok(())
}

/// The category of exposure to AI, by its place in a list.
fn exposure(official: &Official, category: &Json, figures: &mut Figures) -> Result<(), Refusal> {
    if !category.is_null() {
        let category = Value::Name(name_at(&official.names.ai_exposure, category)?);
        figures.own(MetricId::AiExposure, Profile::CATEGORY_SOURCE, category);
    }
    Ok(())
}
