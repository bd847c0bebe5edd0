//! The columns of the tables of official occupations: what an import writes and this crate reads.

/// `occupations.json`: one row an occupation.
pub const OCCUPATIONS: [&str; 16] = [
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
    "required_education",
    "census",
    "satisfaction",
    "skills",
    "related",
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
