//! The cells of the sources, read here in their own way: of the code under test, only the file of the wage survey is
//! fetched and unpacked by `import`.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, MAIN_DB};

use crate::figures::{Figure, Measure, Occupation, PastYear, Place, Says, Skill};

/// The wages of a row of the survey, in the order of its columns: mean, percentiles by the year and by the hour.
const YEARLY: [(Measure, usize); 6] = [
    (Measure::YearMean, 4),
    (Measure::YearP10, 11),
    (Measure::YearP25, 12),
    (Measure::YearMedian, 13),
    (Measure::YearP75, 14),
    (Measure::YearP90, 15),
];
const HOURLY: [(Measure, usize); 6] = [
    (Measure::HourMean, 3),
    (Measure::HourP10, 6),
    (Measure::HourP25, 7),
    (Measure::HourMedian, 8),
    (Measure::HourP75, 9),
    (Measure::HourP90, 10),
];

/// From where on pay is top-coded, as footnote 5 of the survey says.
const TOP_YEAR: f64 = 239_200.0;
const TOP_HOUR: f64 = 115.0;

/// All cells: values and footnotes, the first at the place 0.
const CELLS: &str = "key, v01, f01, v02, f02, v03, f03, v04, f04, v05, f05, v06, f06, v07, f07, v08, f08, \
    v09, f09, v10, f10, v11, f11, v12, f12, v13, f13, v14, f14, v15, f15";

/// Industries that divide all jobs without overlap: four digits, or three where there are no four; not by owner.
const INDUSTRIES: &str = "length(industry_code) = 6 \
    AND (display_level = 4 AND substr(industry_code, 6) NOT IN ('2', '3', '5') \
    OR display_level = 3 AND substr(industry_code, 1, 3) NOT IN \
    (SELECT substr(industry_code, 1, 3) FROM industry WHERE display_level = 4))";

/// The levels of education, by column of `ep_education.csv`.
const EDUCATION: [(&str, &str); 7] = [
    ("pct_less_than_high_school", "Less than high school"),
    ("pct_high_school", "High school diploma"),
    ("pct_some_college", "Some college, no degree"),
    ("pct_associate", "Associate's degree"),
    ("pct_bachelor", "Bachelor's degree"),
    ("pct_master", "Master's degree"),
    (
        "pct_doctoral_professional",
        "Doctoral or professional degree",
    ),
];

/// The levels of education that jobs ask for, by column of `onet_education.csv`.
const REQUIRED: [(&str, &str); 12] = [
    (
        "pct_less_than_high_school",
        "Less than a High School Diploma",
    ),
    ("pct_high_school", "High School Diploma"),
    (
        "pct_post_secondary_certificate",
        "Post-Secondary Certificate",
    ),
    ("pct_some_college", "Some College Courses"),
    ("pct_associate_degree", "Associate's Degree"),
    ("pct_bachelors_degree", "Bachelor's Degree"),
    (
        "pct_post_baccalaureate_certificate",
        "Post-Baccalaureate Certificate",
    ),
    ("pct_masters_degree", "Master's Degree"),
    ("pct_post_masters_certificate", "Post-Master's Certificate"),
    ("pct_first_professional_degree", "First Professional Degree"),
    ("pct_doctoral_degree", "Doctoral Degree"),
    ("pct_post_doctoral_training", "Post-Doctoral Training"),
];

const AGES: [(&str, &str); 7] = [
    ("age_16_19", "16 to 19"),
    ("age_20_24", "20 to 24"),
    ("age_25_34", "25 to 34"),
    ("age_35_44", "35 to 44"),
    ("age_45_54", "45 to 54"),
    ("age_55_64", "55 to 64"),
    ("age_65_plus", "65 and older"),
];

const RACES: [(&str, &str); 4] = [
    ("pct_white", "White"),
    ("pct_black", "Black or African American"),
    ("pct_asian", "Asian"),
    ("pct_hispanic", "Hispanic or Latino"),
];

/// The wider group of the American Community Survey, whose name the source does not print.
const UNNAMED: &str = "an unnamed wider group";

/// A row of a source table, by column.
type Row = HashMap<String, String>;

/// The sources, open.
pub struct Sources {
    folder: PathBuf,
    database: Connection,
}

impl Sources {
    /// Opens them; none where they are not here, which is said.
    pub fn open() -> Option<Self> {
        let beside = || {
            let claims = Path::new(env!("CARGO_MANIFEST_DIR"));
            Some(claims.parent()?.parent()?.join("shared/data"))
        };
        let folder = std::env::var_os("CROSSROADS_SOURCES")
            .map(PathBuf::from)
            .or_else(beside)?;
        if !folder.join("soc_groups.csv").is_file() {
            eprintln!("SKIPPED: the source tables are not in {}", folder.display());
            return None;
        }
        let wheel = std::env::var_os("CROSSROADS_OEWS").map(PathBuf::from);
        let bytes = import::oews::archive::database(wheel.as_deref())
            .unwrap_or_else(|error| panic!("{error}"));
        let mut database = Connection::open_in_memory().expect("a database in memory");
        database
            .deserialize_read_exact(MAIN_DB, &bytes[..], bytes.len(), true)
            .expect("a database");
        Some(Self { folder, database })
    }

    /// The occupations of the whole United States, in the order of their codes.
    pub fn occupations(&self) -> Vec<Occupation> {
        let mut occupations = self.titles();
        for (code, figures) in self.wages("OEUN", "0000000") {
            if let Some(occupation) = occupations.get_mut(&code) {
                occupation.figures.extend(figures);
            }
        }
        self.places(&mut occupations);
        self.projections(&mut occupations);
        self.education(&mut occupations);
        self.asked_for(&mut occupations);
        self.people(&mut occupations);
        self.satisfaction(&mut occupations);
        self.skills(&mut occupations);
        self.past(&mut occupations);
        occupations.into_values().collect()
    }

    /// The same occupations in an area: pay and jobs are what is published there.
    pub fn in_area(&self, national: &[Occupation], area: &str) -> Vec<Occupation> {
        let kind = if area.ends_with("00000") {
            "OEUS"
        } else {
            "OEUM"
        };
        let mut there = self.wages(kind, area);
        let occupations = national.iter().cloned();
        occupations
            .map(|mut occupation| {
                occupation
                    .figures
                    .retain(|measure, _| !measure.depends_on_place());
                let local = there.remove(&occupation.code);
                occupation.figures.extend(local.into_iter().flatten());
                occupation
            })
            .collect()
    }

    /// The official name of an area.
    pub fn area_name(&self, area: &str) -> String {
        let query = "SELECT area_name FROM area WHERE area_code = ?";
        self.database
            .query_row(query, [area], |row| row.get(0))
            .unwrap_or_else(|error| panic!("{area}: {error}"))
    }

    fn table(&self, file: &str) -> Vec<Row> {
        let mut reader = csv::Reader::from_path(self.folder.join(file))
            .unwrap_or_else(|error| panic!("{file}: {error}"));
        let rows = reader.deserialize();
        rows.map(|row| row.unwrap_or_else(|error| panic!("{file}: {error}")))
            .collect()
    }

    /// The occupations with their titles, family and group, and without figures.
    fn titles(&self) -> BTreeMap<String, Occupation> {
        let rows = self.table("soc_groups.csv");
        let by_code: HashMap<&str, &Row> = rows
            .iter()
            .map(|row| (row["soc_code"].as_str(), row))
            .collect();
        // Where an occupation stands in no minor group, its major group is the closest.
        let above = |row: &Row, levels: &[&str]| {
            let mut row = row;
            while !levels.contains(&row["level"].as_str()) {
                row = by_code.get(row["parent_code"].as_str())?;
            }
            Some(row["title"].clone())
        };
        let detailed = rows.iter().filter(|row| row["level"] == "detailed");
        detailed
            .map(|row| {
                let mut figures = BTreeMap::new();
                for (measure, levels) in [
                    (Measure::Family, &["major"][..]),
                    (Measure::Group, &["minor", "major"][..]),
                ] {
                    if let Some(title) = above(row, levels) {
                        figures.insert(measure, Figure::of(Says::Name(title)));
                    }
                }
                let code = row["soc_code"].clone();
                (
                    code.clone(),
                    Occupation::new(code, row["title"].clone(), figures),
                )
            })
            .collect()
    }

    /// Pay and jobs of all industries together, by occupation.
    fn wages(&self, kind: &str, area: &str) -> BTreeMap<String, BTreeMap<Measure, Figure>> {
        let query = format!(
            "SELECT {CELLS} FROM cell JOIN occupation ON occupation_code = substr(key, 18) \
             AND display_level = 3 WHERE key >= ?1 AND key < ?2"
        );
        let first = format!("{kind}{area}000000");
        let mut statement = self.database.prepare(&query).expect("a query");
        let mut rows = statement
            .query([&first, &format!("{first}~")])
            .expect("rows");
        let mut wages = BTreeMap::new();
        while let Some(row) = rows.next().expect("a row") {
            let text = |at: usize| -> Option<String> { row.get(at).expect("a text") };
            let key = text(0).expect("a key");
            let cell = |number: usize| (text(2 * number - 1), text(2 * number));
            wages.insert(code_of(&key[17..]), wage_figures(cell));
        }
        wages
    }

    /// The states, metropolitan areas and industries in which each occupation is published.
    fn places(&self, occupations: &mut BTreeMap<String, Occupation>) {
        let area = "JOIN area ON area_code = substr(key, 5, 7)";
        let metro = "AND area_name NOT LIKE '%nonmetropolitan area%'";
        let all = "AND substr(key, 12, 6) = '000000'";
        let kinds = [
            (
                Measure::BestState,
                "area_code, area_name",
                format!("{area} WHERE key >= 'OEUS' AND key < 'OEUT' {all}"),
            ),
            (
                Measure::BestMetro,
                "area_code, area_name",
                format!("{area} {metro} WHERE key >= 'OEUM' AND key < 'OEUN' {all}"),
            ),
            (
                Measure::BestIndustry,
                "industry_code, industry_name",
                format!(
                    "JOIN industry ON industry_code = substr(key, 12, 6) AND {INDUSTRIES} \
                     WHERE key >= 'OEUN' AND key < 'OEUO'"
                ),
            ),
        ];
        for (measure, names, from) in kinds {
            let query =
                format!("SELECT key, {names}, v01, v02, v05, v08, f08, v13, f13 FROM cell {from}");
            let mut statement = self.database.prepare(&query).expect("a query");
            let mut rows = statement.query([]).expect("rows");
            while let Some(row) = rows.next().expect("a row") {
                let text = |at: usize| -> Option<String> { row.get(at).expect("a text") };
                let key = text(0).expect("a key");
                let Some(occupation) = occupations.get_mut(&code_of(&key[17..])) else {
                    continue;
                };
                let number = |at: usize| text(at).and_then(|text| text.parse::<f64>().ok());
                let by_the_hour = occupation.is_paid_by_the_hour();
                let (at, top) = if by_the_hour {
                    (6, TOP_HOUR)
                } else {
                    (8, TOP_YEAR)
                };
                let says = match (number(at), text(at + 1).as_deref()) {
                    (Some(number), _) => Says::Number(number),
                    (None, Some("5")) => Says::AtLeast(top),
                    (None, Some("4")) if by_the_hour => Says::ByTheYear,
                    (None, Some("4")) => Says::ByTheHour,
                    (None, _) => Says::NotReleased,
                };
                let place = Place {
                    code: text(1).expect("a code"),
                    name: text(2).expect("a name"),
                    median: says,
                    wage_rse: number(5),
                    jobs: number(3),
                    jobs_rse: number(4),
                };
                occupation.places.entry(measure).or_default().push(place);
            }
        }
    }

    /// The projections, and what only those of a year before have.
    fn projections(&self, occupations: &mut BTreeMap<String, Occupation>) {
        let hundreds = |row: &Row, column: &str| {
            let thousands = number(row, column)?;
            Some((thousands * 10.0).round() * 100.0)
        };
        let name = |row: &Row, column: &str| {
            let name = &row[column];
            (!name.is_empty()).then(|| Figure::of(Says::Name(name.clone())))
        };
        let file = "ep_projections_2025.csv";
        self.each(file, "soc_code", occupations, |row, figures| {
            add(figures, Measure::Growth, number(row, "change_pct"));
            let (before, after) = (
                hundreds(row, "employment_2025_thousands"),
                hundreds(row, "employment_2035_thousands"),
            );
            add(figures, Measure::JobsBefore, before);
            add(figures, Measure::JobsAfter, after);
            let openings = hundreds(row, "annual_openings_thousands");
            add(figures, Measure::Openings, openings);
            if let (Some(before), Some(after)) = (before, after) {
                // Each is rounded to hundreds.
                let says = match (after - before).abs() > 100.0 {
                    true => Says::Number((after - before) / 10.0),
                    false => Says::WithinRounding,
                };
                figures.insert(Measure::NewJobs, Figure::of(says));
            }
            let education = name(row, "typical_entry_education");
            figures.extend(education.map(|name| (Measure::EntryEducation, name)));
        });
        let file = "bls_ai_exposure_2025.csv";
        self.each(file, "soc_code", occupations, |row, figures| {
            let category = name(row, "category");
            figures.extend(category.map(|name| (Measure::AiExposure, name)));
        });
        let file = "ep_projections.csv";
        self.each(file, "soc_code", occupations, |row, figures| {
            let self_employed = number(row, "self_employed_pct_2024");
            add(figures, Measure::SelfEmployed, self_employed);
            let separations = number(row, "separations_rate_pct");
            add(figures, Measure::SeparationRate, separations);
            let exits = hundreds(row, "annual_exits_thousands");
            add(figures, Measure::Exits, exits);
            let transfers = hundreds(row, "annual_transfers_thousands");
            add(figures, Measure::Transfers, transfers);
            let experience = name(row, "work_experience");
            figures.extend(experience.map(|name| (Measure::EntryExperience, name)));
            let training = name(row, "on_the_job_training");
            figures.extend(training.map(|name| (Measure::EntryTraining, name)));
        });
    }

    fn education(&self, occupations: &mut BTreeMap<String, Occupation>) {
        self.each(
            "ep_education.csv",
            "soc_code",
            occupations,
            |row, figures| {
                let shares = shares(row, &EDUCATION);
                let wider = (row["not_exact_acs_match"] == "1").then(|| UNNAMED.to_owned());
                let largest = Figure::of(Says::Shares(largest(&shares))).of_group(wider.clone());
                figures.insert(Measure::TopEducation, largest);
                let mix = Figure::of(Says::Shares(shares)).of_group(wider);
                figures.insert(Measure::EducationMix, mix);
            },
        );
    }

    /// Reads the requirements of jobs, as people in them or experts say: the answer given most often, or all that tie for it.
    fn asked_for(&self, occupations: &mut BTreeMap<String, Occupation>) {
        let is_base = |row: &Row| row["onet_code"] == format!("{}.00", row["soc_code"]);
        let most = |row: &Row, columns: &[(&str, &str)]| match row["flags"].as_str() {
            "s" => Some(Figure::of(Says::NotReleased)),
            _ => {
                let mut most = shares(row, columns);
                let largest = most.iter().map(|share| share.1).fold(0.0, f64::max);
                most.retain(|share| share.1 == largest);
                Some(Figure {
                    answered: Some(row["n"].parse().expect("a count")),
                    ..Figure::of(Says::Shares(most))
                })
            }
        };
        let file = "onet_education.csv";
        self.each(file, "soc_code", occupations, |row, figures| {
            let education = most(row, &REQUIRED).filter(|_| is_base(row));
            figures.extend(education.map(|most| (Measure::RequiredEducation, most)));
        });
        let labels = self.table("onet_experience_training_categories.csv");
        let labels_of = |scale: &str| -> Vec<(String, String)> {
            let of_scale = labels.iter().filter(|row| row["scale"] == scale);
            let label = |row: &Row| {
                let label = row["label"].replace(", up to and including", " to");
                label.replace("Up to and including", "Up to")
            };
            of_scale
                .map(|row| (format!("pct_cat_{}", row["category"]), label(row)))
                .collect()
        };
        let scales = [
            ("RW", Measure::RequiredExperience),
            ("PT", Measure::OnSiteTraining),
            ("OJ", Measure::OnTheJobTraining),
        ];
        let scales = scales.map(|(scale, measure)| (scale, measure, labels_of(scale)));
        let file = "onet_experience_training.csv";
        self.each(file, "soc_code", occupations, |row, figures| {
            let scale = scales.iter().find(|(scale, ..)| *scale == row["scale"]);
            let (_, measure, labels) = scale.expect("a scale");
            let labels = labels.iter();
            let columns: Vec<(&str, &str)> = labels
                .map(|(column, label)| (column.as_str(), label.as_str()))
                .collect();
            let training = most(row, &columns).filter(|_| is_base(row));
            figures.extend(training.map(|most| (*measure, most)));
        });
        let file = "onet_certification.csv";
        self.each(file, "soc_code", occupations, |row, figures| {
            for (measure, column, flag) in [
                (Measure::Certification, "certification_importance", 'c'),
                (Measure::Apprenticeship, "apprenticeship_importance", 'a'),
            ] {
                let says = match (row["flags"].contains(flag), number(row, column)) {
                    (true, _) => Some(Says::NotReleased),
                    (false, number) => number.map(Says::Number),
                };
                let figure = says.map(Figure::of).filter(|_| is_base(row));
                figures.extend(figure.map(|figure| (measure, figure)));
            }
        });
    }

    fn people(&self, occupations: &mut BTreeMap<String, Occupation>) {
        let wider = |row: &Row| match row["soc_match"].as_str() {
            "exact" => Some(None),
            "cps_broader" => Some(Some(row["cps_title"].clone())),
            // Narrower than the occupation: not the occupation's figure.
            _ => None,
        };
        let too_few = |row: &Row| Figure::of(Says::TooFew(row["cps_title"].replace("--", "—")));
        self.each(
            "cps_demographics.csv",
            "soc_codes",
            occupations,
            |row, figures| {
                let (Some(group), Some(people)) = (wider(row), number(row, "employed_thousands"))
                else {
                    return;
                };
                let of = |says| Figure::of(says).of_group(group.clone()).of_people(people);
                let races = shares(row, &RACES);
                match number(row, "pct_women") {
                    Some(women) => {
                        let sexes = [("Women", women), ("Men", 100.0 - women)];
                        let sexes = sexes.map(|(name, share)| (name.to_owned(), share));
                        figures.insert(Measure::Sexes, of(Says::Shares(sexes.to_vec())));
                    }
                    None => {
                        figures.insert(Measure::Sexes, too_few(row));
                    }
                }
                let races = match races.is_empty() {
                    true => too_few(row),
                    false => of(Says::Shares(races)),
                };
                figures.insert(Measure::Races, races);
            },
        );
        self.each("cps_age.csv", "soc_codes", occupations, |row, figures| {
            let (Some(group), Some(people)) = (wider(row), number(row, "employed_thousands"))
            else {
                return;
            };
            let of = |says| Figure::of(says).of_group(group.clone()).of_people(people);
            // Where no median is published, shares made of the counts would say more than the survey does.
            let Some(median) = number(row, "median_age") else {
                figures.insert(Measure::AgeMedian, too_few(row));
                figures.insert(Measure::Ages, too_few(row));
                return;
            };
            figures.insert(Measure::AgeMedian, of(Says::Number(median)));
            let counts = shares(row, &AGES);
            let all: f64 = counts.iter().map(|(_, count)| count).sum();
            if all > 0.0 {
                let shares = counts.into_iter();
                let shares = shares.map(|(name, count)| (name, count / all * 100.0));
                figures.insert(Measure::Ages, of(Says::Shares(shares.collect())));
            }
        });
        self.each(
            "cps_earnings_by_sex.csv",
            "soc_codes",
            occupations,
            |row, figures| {
                let Some(group) = wider(row) else { return };
                for (measure, pay, people) in [
                    (Measure::WeeklyMen, "men_median_weekly", "men_thousands"),
                    (
                        Measure::WeeklyWomen,
                        "women_median_weekly",
                        "women_thousands",
                    ),
                ] {
                    let figure = match number(row, pay) {
                        Some(pay) => Figure::of(Says::Number(pay))
                            .of_group(group.clone())
                            .of_people(number(row, people).unwrap_or_default()),
                        None => too_few(row),
                    };
                    figures.insert(measure, figure);
                }
            },
        );
    }

    fn satisfaction(&self, occupations: &mut BTreeMap<String, Occupation>) {
        let rows = self.table("gss_job_satisfaction.csv");
        let combined = self.table("soc_oews_combined_codes.csv");
        for occupation in occupations.values_mut() {
            let covers = |row: &&Row| {
                let listed: Vec<&str> = row["soc_codes"].split(';').collect();
                let mut of_it = combined
                    .iter()
                    .filter(|member| member["oews_code"] == occupation.code)
                    .peekable();
                let all_members = of_it.peek().is_some()
                    && of_it.all(|member| listed.contains(&member["soc_code"].as_str()));
                row["level"] == "census_2010"
                    && row["mapping"] != "partial"
                    && number(row, "n").is_some_and(|n| n >= 50.0)
                    && (listed.contains(&occupation.code.as_str()) || all_members)
            };
            let major = format!("{}-0000", &occupation.code[..2]);
            let own = rows.iter().find(covers);
            let Some(row) = own.or_else(|| rows.iter().find(|row| row["code"] == major)) else {
                continue;
            };
            let is_own = row["level"] == "census_2010" && row["mapping"] == "exact";
            let wider = (!is_own).then(|| row["title"].clone());
            for (measure, share, margin) in [
                (Measure::Satisfied, "pct_satisfied", "moe95_satisfied"),
                (Measure::VerySatisfied, "pct_very_satisfied", "moe95_very"),
            ] {
                if let (Some(share), Some(margin)) = (number(row, share), number(row, margin)) {
                    let figure = Figure::of(Says::Number(share)).of_group(wider.clone());
                    let figure = figure.with_error(Some(margin / 1.96));
                    occupation.figures.insert(measure, figure);
                }
            }
        }
    }

    fn skills(&self, occupations: &mut BTreeMap<String, Occupation>) {
        for row in self.table("onet_skills.csv") {
            let is_base = row["onet_code"] == format!("{}.00", row["soc_code"]);
            let Some(occupation) = occupations.get_mut(&row["soc_code"]).filter(|_| is_base) else {
                continue;
            };
            if row["flags"].contains('s') {
                continue;
            }
            let level = number(&row, "level").filter(|_| !row["flags"].contains(['S', 'n']));
            occupation.skills.push(Skill {
                name: row["skill"].clone(),
                importance: number(&row, "importance").expect("an importance"),
                level,
            });
        }
    }

    /// Calls `take` for each occupation that a row of a table names.
    /// Pay of past years. A median that is top-coded is at least the threshold of its year.
    fn past(&self, occupations: &mut BTreeMap<String, Occupation>) {
        let prices = self.table("cpi_u.csv");
        for row in self.table("oews_history.csv") {
            let Some(occupation) = occupations.get_mut(&row["soc_code"]) else {
                continue;
            };
            let year: u16 = row["year"].parse().expect("a year");
            let least = match year {
                ..2017 => 187_200.0,
                2017..2022 => 208_000.0,
                _ => TOP_YEAR,
            };
            let median = match row["median_topcoded"].as_str() {
                "1" => Some(Says::AtLeast(least)),
                _ => number(&row, "annual_median").map(Says::Number),
            };
            let may = |prices: &&Row| prices["year"] == row["year"] && prices["month"] == "5";
            let may = prices.iter().find(may).expect("prices of May");
            let prices = number(may, "index_1982_84_100").expect("an index");
            occupation.past.push(PastYear {
                year,
                median,
                prices,
            });
        }
        for occupation in occupations.values_mut() {
            occupation.past.sort_by_key(|past| past.year);
        }
    }

    fn each(
        &self,
        file: &str,
        codes: &str,
        occupations: &mut BTreeMap<String, Occupation>,
        take: impl Fn(&Row, &mut BTreeMap<Measure, Figure>),
    ) {
        for row in self.table(file) {
            for code in row[codes].split(';') {
                if let Some(occupation) = occupations.get_mut(code) {
                    take(&row, &mut occupation.figures);
                }
            }
        }
    }
}

/// "112022" as "11-2022".
fn code_of(digits: &str) -> String {
    format!("{}-{}", &digits[..2], &digits[2..])
}

fn wage_figures(
    cell: impl Fn(usize) -> (Option<String>, Option<String>),
) -> BTreeMap<Measure, Figure> {
    let mut figures = BTreeMap::new();
    let says = |number: usize| match cell(number) {
        (Some(value), None) => value.parse().ok().map(Says::Number),
        (_, Some(footnote)) => match footnote.as_str() {
            "8" => Some(Says::NotReleased),
            "4" if HOURLY.iter().any(|(_, at)| *at == number) => Some(Says::ByTheYear),
            "4" => Some(Says::ByTheHour),
            "5" if HOURLY.iter().any(|(_, at)| *at == number) => Some(Says::AtLeast(TOP_HOUR)),
            "5" => Some(Says::AtLeast(TOP_YEAR)),
            other => panic!("footnote {other}"),
        },
        (None, None) => None,
    };
    let percent = |number: usize| cell(number).0?.parse::<f64>().ok();
    let error_of = |says: &Says, percent: Option<f64>| match (says, percent) {
        (Says::Number(number), Some(percent)) => Some(number * percent / 100.0),
        _ => None,
    };
    let mut floor = 0.0_f64;
    for (measure, number) in YEARLY.into_iter().chain(HOURLY) {
        let Some(mut says) = says(number) else {
            continue;
        };
        if measure.is_mean() {
            floor = 0.0;
        }
        match &mut says {
            // Where a lower percentile is published above the top code, a higher one is at least that.
            Says::AtLeast(least) => *least = least.max(floor),
            Says::Number(number) if !measure.is_mean() => floor = *number,
            _ => {}
        }
        // The survey states an error of the mean and none of the percentiles; that of the mean is used for the median too.
        let error = error_of(&says, percent(5)).filter(|_| !measure.is_outer_percentile());
        figures.insert(measure, Figure::of(says).with_error(error));
    }
    if let Some(says) = says(1) {
        let error = error_of(&says, percent(2));
        figures.insert(Measure::Jobs, Figure::of(says).with_error(error));
    }
    figures
}

fn number(row: &Row, column: &str) -> Option<f64> {
    let cell = &row[column];
    (!cell.is_empty()).then(|| cell.parse().expect("a number"))
}

fn add(figures: &mut BTreeMap<Measure, Figure>, measure: Measure, number: Option<f64>) {
    if let Some(number) = number {
        figures.insert(measure, Figure::of(Says::Number(number)));
    }
}

fn shares(row: &Row, columns: &[(&str, &str)]) -> Vec<(String, f64)> {
    let columns = columns.iter();
    let shares =
        columns.filter_map(|(column, name)| Some(((*name).to_owned(), number(row, column)?)));
    shares.collect()
}

/// All shares of the largest size.
fn largest(shares: &[(String, f64)]) -> Vec<(String, f64)> {
    let sizes = shares.iter().map(|share| share.1);
    let most = sizes.fold(f64::NEG_INFINITY, f64::max);
    shares
        .iter()
        .filter(|share| share.1 == most)
        .cloned()
        .collect()
}
