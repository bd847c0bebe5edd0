//! How areas are called inside a sentence. The official name of a metropolitan area lists up to three cities and four
//! states, which no sentence bears.

use super::AreaKind;

/// Cities whose own name has a hyphen and that stand first in the name of an area.
const HYPHENATED: [&str; 1] = ["Winston-Salem"];

/// States and territories that take an article.
const WITH_ARTICLE: [&str; 2] = ["District of Columbia", "Virgin Islands"];

/// The first city of a metropolitan area's name: what stands before the first comma, hyphen or slash.
pub(super) fn city(name: &str) -> &str {
    let hyphenated = HYPHENATED.iter().find(|city| name.starts_with(**city));
    match hyphenated {
        Some(city) => &name[..city.len()],
        None => name.split([',', '-', '/']).next().unwrap_or(name),
    }
}

/// A name as it stands inside a sentence after "in": "Ohio", "the Denver area", "the Portland area of Maine" where
/// another state has a Portland too.
pub(super) fn in_a_sentence(kind: AreaKind, name: &str, told_by_state: Option<&str>) -> String {
    match (kind, told_by_state) {
        (AreaKind::Nation, _) => "the United States".to_owned(),
        (AreaKind::State, _) if WITH_ARTICLE.contains(&name) => format!("the {name}"),
        (AreaKind::State, _) => name.to_owned(),
        (AreaKind::Metro, None) => format!("the {} area", city(name)),
        (AreaKind::Metro, Some(state)) => format!("the {} area of {state}", city(name)),
        (AreaKind::Nonmetro, _) => format!("the {name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_city_stands_for_the_area() {
        for (name, expected) in [
            ("Denver-Aurora-Centennial, CO", "Denver"),
            ("Winston-Salem, NC", "Winston-Salem"),
            ("Scranton--Wilkes-Barre, PA", "Scranton"),
            ("Louisville/Jefferson County, KY-IN", "Louisville"),
            (
                "Nashville-Davidson--Murfreesboro--Franklin, TN",
                "Nashville",
            ),
            ("Urban Honolulu, HI", "Urban Honolulu"),
            ("St. Louis, MO-IL", "St. Louis"),
        ] {
            assert_eq!(city(name), expected);
        }
    }

    #[test]
    fn names_become_words_of_a_sentence() {
        for (kind, name, state, expected) in [
            (AreaKind::Nation, "National", None, "the United States"),
            (AreaKind::State, "Ohio", None, "Ohio"),
            (
                AreaKind::State,
                "District of Columbia",
                None,
                "the District of Columbia",
            ),
            (
                AreaKind::Metro,
                "Portland-South Portland, ME",
                Some("Maine"),
                "the Portland area of Maine",
            ),
            (
                AreaKind::Nonmetro,
                "Western Wyoming nonmetropolitan area",
                None,
                "the Western Wyoming nonmetropolitan area",
            ),
        ] {
            assert_eq!(in_a_sentence(kind, name, state), expected);
        }
    }
}
