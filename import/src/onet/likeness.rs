//! How alike occupations are in skills and in knowledge: a measure of the project's own over O*NET's ratings, described in
//! `data/README.md`.

use std::collections::{BTreeMap, BTreeSet};

use super::ratings::{Rating, Ratings};
use crate::json::Json;

/// The steps in which the share of pairs is counted.
const STEPS: usize = 1000;

/// How alike each two of the rated occupations are.
pub struct Likeness {
    /// The rated occupations with their places in the tables.
    places: BTreeMap<String, usize>,
    overall: Shares,
    skills: Shares,
    knowledge: Shares,
}

/// For each two occupations the share of all pairs that are less alike, in thousandths and rounded down; none of an
/// occupation with itself and where nothing can be held against each other.
type Shares = Vec<Vec<Option<usize>>>;

/// A number for each two occupations, and none on the diagonal.
type Pairs = Vec<Vec<Option<f64>>>;

/// The standardized ratings of an occupation, in the same order for all.
type Profile = Vec<Option<f64>>;

impl Likeness {
    /// How alike the occupations are that have both kinds of ratings.
    pub fn of(skills: &Ratings, knowledge: &Ratings) -> Self {
        let rated = skills.keys().filter(|code| knowledge.contains_key(*code));
        let codes: Vec<&String> = rated.collect();
        let of_both = [skills, knowledge].map(|ratings| correlations(&profiles(ratings, &codes)));
        let overall = pairs(codes.len(), |one, other| {
            let [skills, knowledge] = &of_both;
            Some((skills[one][other]? + knowledge[one][other]?) / 2.0)
        });
        let [of_skills, of_knowledge] = &of_both;
        Self {
            overall: shares(&overall),
            skills: shares(of_skills),
            knowledge: shares(of_knowledge),
            places: (0..)
                .zip(codes)
                .map(|(place, code)| (code.clone(), place))
                .collect(),
        }
    }

    /// For an occupation the shares overall, in skills and in knowledge with each of `all`, in their order; none where
    /// the occupation is not rated.
    pub fn rows<'c>(
        &self,
        code: &str,
        all: impl Iterator<Item = &'c String> + Clone,
    ) -> Option<[Json; 3]> {
        let place = *self.places.get(code)?;
        let row = |shares: &Shares| {
            let share = |other: &String| shares[place][*self.places.get(other)?];
            Json::list(all.clone().map(share))
        };
        Some([&self.overall, &self.skills, &self.knowledge].map(row))
    }

    /// How many occupations are rated.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether none is rated.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }
}

/// The ratings of each occupation, each as the number of standard deviations that it is above the mean of all of them.
///
/// Importance and level of a skill are two ratings. What is not rated, or not to be used, is left out and not filled in.
fn profiles(ratings: &Ratings, codes: &[&String]) -> Vec<Profile> {
    let of_each = codes.iter().map(|code| ratings.get(*code));
    let of_each: Vec<BTreeMap<(&str, bool), f64>> = of_each
        .map(|rated| rated.into_iter().flatten().flat_map(values).collect())
        .collect();
    let names: BTreeSet<(&str, bool)> = of_each.iter().flat_map(BTreeMap::keys).copied().collect();
    let mut profiles: Vec<Profile> = vec![Vec::new(); codes.len()];
    for name in names {
        let of_all: Vec<Option<f64>> = of_each
            .iter()
            .map(|rated| rated.get(&name).copied())
            .collect();
        let (mean, deviation) = spread(of_all.iter().flatten().copied());
        for (profile, value) in profiles.iter_mut().zip(of_all) {
            let standardized = value.map(|value| (value - mean) / deviation);
            profile.push(standardized.filter(|value| value.is_finite()));
        }
    }
    profiles
}

/// The importance of a rating and, where it may be used, its level.
fn values(rating: &Rating) -> impl Iterator<Item = ((&str, bool), f64)> {
    let importance = ((rating.name(), false), rating.importance().value());
    let level = rating
        .level()
        .map(|level| ((rating.name(), true), level.value()));
    std::iter::once(importance).chain(level)
}

/// The mean and the standard deviation.
fn spread(values: impl Iterator<Item = f64> + Clone) -> (f64, f64) {
    let count = values.clone().count() as f64;
    let mean = values.clone().sum::<f64>() / count;
    let squares = values.map(|value| (value - mean) * (value - mean));
    (mean, (squares.sum::<f64>() / count).sqrt())
}

fn correlations(profiles: &[Profile]) -> Pairs {
    pairs(profiles.len(), |one, other| {
        correlation(&profiles[one], &profiles[other])
    })
}

/// Pearson's correlation over what both have; none where that does not vary.
fn correlation(one: &Profile, other: &Profile) -> Option<f64> {
    let both: Vec<(f64, f64)> = one
        .iter()
        .zip(other)
        .filter_map(|(a, b)| Some(((*a)?, (*b)?)))
        .collect();
    let (mean_a, deviation_a) = spread(both.iter().map(|(a, _)| *a));
    let (mean_b, deviation_b) = spread(both.iter().map(|(_, b)| *b));
    let products = both.iter().map(|(a, b)| (a - mean_a) * (b - mean_b));
    let covariance = products.sum::<f64>() / both.len() as f64;
    Some(covariance / (deviation_a * deviation_b)).filter(|correlation| correlation.is_finite())
}

/// A number for each pair, asked for once, so that it is the very same both ways.
fn pairs(count: usize, number: impl Fn(usize, usize) -> Option<f64>) -> Pairs {
    let mut pairs = vec![vec![None; count]; count];
    let places = (0..count).flat_map(|one| (0..one).map(move |other| (one, other)));
    for (one, other) in places {
        let number = number(one, other);
        pairs[one][other] = number;
        pairs[other][one] = number;
    }
    pairs
}

/// Numbers -> the share of pairs with a lower one.
fn shares(pairs: &Pairs) -> Shares {
    let below_diagonal = pairs.iter().enumerate().flat_map(|(one, row)| &row[..one]);
    let mut in_order: Vec<f64> = below_diagonal.flatten().copied().collect();
    in_order.sort_by(f64::total_cmp);
    let share =
        |number: f64| in_order.partition_point(|other| *other < number) * STEPS / in_order.len();
    let row = |row: &Vec<Option<f64>>| row.iter().map(|number| number.map(share)).collect();
    pairs.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(values: &[Option<f64>]) -> Profile {
        values.to_vec()
    }

    #[test]
    fn a_correlation_is_of_what_both_have() {
        let rising = profile(&[Some(1.0), Some(2.0), Some(3.0), Some(9.0)]);
        let steeper = profile(&[Some(10.0), Some(20.0), Some(30.0), None]);
        let falling = profile(&[Some(3.0), Some(2.0), Some(1.0), None]);
        let close = |found: Option<f64>, expected: f64| {
            let found = found.expect("a correlation");
            assert!((found - expected).abs() < 1e-12, "{found}");
        };
        close(correlation(&rising, &steeper), 1.0);
        close(correlation(&rising, &falling), -1.0);
        // (1,1), (2,3), (3,2): covariance 1/3, variances 2/3.
        let mixed = profile(&[Some(1.0), Some(3.0), Some(2.0), None]);
        close(correlation(&rising, &mixed), 0.5);
    }

    #[test]
    fn what_does_not_vary_has_no_correlation() {
        let flat = profile(&[Some(2.0), Some(2.0)]);
        let rising = profile(&[Some(1.0), Some(2.0)]);
        let elsewhere = profile(&[None, None]);
        assert_eq!(correlation(&flat, &rising), None);
        assert_eq!(correlation(&elsewhere, &rising), None);
    }

    #[test]
    fn a_share_counts_the_pairs_that_are_less_alike() {
        // Pairs: 0-1 0.9, 0-2 0.1, 1-2 0.5. Of three pairs, two are less alike than the first.
        let numbers = [[0.0, 0.9, 0.1], [0.9, 0.0, 0.5], [0.1, 0.5, 0.0]];
        let all = pairs(3, |one, other| Some(numbers[one][other]));
        let shares = shares(&all);
        assert_eq!(shares[0], [None, Some(666), Some(0)]);
        assert_eq!(shares[2], [Some(0), Some(333), None]);
    }

    #[test]
    fn a_rating_is_standardized_over_all_and_a_missing_one_stays_missing() {
        assert_eq!(spread([2.0, 4.0, 6.0].into_iter()).0, 4.0);
        let (mean, deviation) = spread([1.0, 3.0].into_iter());
        assert_eq!((mean, deviation), (2.0, 1.0));
    }
}
