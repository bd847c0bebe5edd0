//! The columns of the tables of official occupations: what an import writes and this crate reads.

/// `occupations.json`: one row an occupation.
pub const OCCUPATIONS: [&str; 17] = [
    "id",
    "title",
    "group",
    "year",
    "hour",
    "wage_rse",
    "jobs",
    "jobs_rse",
    "best",
    "outlook",
    "education",
    "required",
    "census",
    "satisfaction",
    "skills",
    "related",
    "ai_exposure",
];

/// The columns of `occupations.json` of which the first view tells little or nothing, each with the places in its lists that
/// it does tell of. All else in them is compiled in apart.
pub const OCCUPATIONS_APART: [(&str, &[usize]); 8] = [
    ("best", &[]),
    // The growth, the openings, and the education, experience and training to start with.
    ("outlook", &[0, 3, 4, 8, 9]),
    ("education", &[]),
    ("required", &[]),
    ("census", &[]),
    // The three most important ones.
    ("skills", &[0, 1, 2]),
    ("related", &[]),
    ("ai_exposure", &[]),
];

/// `census.json`: one row for each occupation of the Current Population Survey.
pub const CENSUS: [&str; 8] = [
    "code",
    "title",
    "match",
    "employed_thousands",
    "demographics",
    "ages",
    "median_age",
    "weekly",
];

/// `satisfaction.json`: one row for each occupation or group of the General Social Survey.
pub const SATISFACTION: [&str; 7] = [
    "key",
    "title",
    "level",
    "n",
    "satisfied",
    "very",
    "dissatisfied",
];

/// `groups.json`: the families and the groups in them.
pub const GROUPS: [&str; 2] = ["code", "title"];

/// `areas.json`: one row for the nation and each state, metropolitan area and nonmetropolitan area.
pub const AREAS: [&str; 5] = ["code", "kind", "state", "name", "rpp"];

/// `states.json`: one row for each state, the District of Columbia and the territories.
pub const STATES: [&str; 4] = ["fips", "abbreviation", "column", "row"];

/// `price_index.json`: one row for each year of past pay.
pub const PRICE_INDEX: [&str; 2] = ["year", "cpi_u_may"];

/// The shard of an area: one row for each occupation that is published there.
pub const AREA: [&str; 8] = [
    "id",
    "jobs",
    "jobs_rse",
    "year",
    "hour",
    "wage_rse",
    "per_1000_jobs",
    "location_quotient",
];

/// The shard of an occupation, `states`: one row for each state where it is published.
pub const STATE_FIGURES: [&str; 5] = [
    "fips",
    "median",
    "jobs",
    "per_1000_jobs",
    "location_quotient",
];
