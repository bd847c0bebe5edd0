use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use serde::Deserialize;

use super::error::{Expected, Refusal};
use super::{DataError, RoleId, shard};

/// The form of the shard that this version reads.
const LAYOUT: u32 = 1;

/// The other titles that people use for the official occupations, which are fetched when somebody searches.
///
/// They are kept as one text with the places where titles end, and a copy shares both: there are some
/// 59,000 of them, and each as a text of its own would take several times the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherTitles {
    kept: Arc<Kept>,
}

#[derive(Debug, PartialEq, Eq)]
struct Kept {
    /// All titles, one after the other.
    text: String,
    /// Where each title ends.
    ends: Vec<u32>,
    /// The numbers of each role's titles.
    roles: BTreeMap<RoleId, Range<usize>>,
}

#[derive(Deserialize)]
struct Shard {
    layout: u32,
    titles: Vec<(RoleId, Vec<String>)>,
}

impl OtherTitles {
    /// Reads the shard of the other titles (`data/titles.json`).
    ///
    /// A shard that is cut off, or of another layout, is an error that says so.
    pub fn parse(json: &str) -> Result<Self, DataError> {
        let error = |refusal: Refusal| refusal.at("titles", "the other titles");
        let shard = shard::whole(json, LAYOUT, |shard: &Shard| shard.layout).map_err(error)?;
        // So that every place in the text has a number of 32 bits.
        let length = shard.titles.iter().flat_map(|(_, titles)| titles);
        let length: usize = length.map(String::len).sum();
        if u32::try_from(length).is_err() {
            let expected = Expected::AtMost(u32::MAX as usize, "bytes of titles");
            return Err(error(Refusal::new(expected, length.to_string())));
        }
        let mut text = String::with_capacity(length);
        let mut ends = Vec::new();
        let mut roles = BTreeMap::new();
        for (role, titles) in shard.titles {
            let first = ends.len();
            for title in titles {
                text.push_str(&title);
                ends.push(text.len() as u32);
            }
            if let Some(earlier) = roles.insert(role.clone(), first..ends.len()) {
                let expected = Expected::RoleOnce(role.0);
                let found = format!("{} titles of it before", earlier.len());
                return Err(error(Refusal::new(expected, found)));
            }
        }
        let kept = Arc::new(Kept { text, ends, roles });
        Ok(Self { kept })
    }

    /// How many titles there are.
    pub fn len(&self) -> usize {
        self.kept.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.kept.ends.is_empty()
    }

    /// The numbers of the titles of a role; none for a role without other titles.
    pub fn of(&self, role: &RoleId) -> Range<usize> {
        self.kept.roles.get(role).cloned().unwrap_or_default()
    }

    /// The title with this number; the empty text where there is none.
    pub fn get(&self, number: usize) -> &str {
        let before = number.checked_sub(1);
        let start = before.map_or(Some(&0), |before| self.kept.ends.get(before));
        let (Some(start), Some(end)) = (start, self.kept.ends.get(number)) else {
            return "";
        };
        self.kept
            .text
            .get(*start as usize..*end as usize)
            .unwrap_or_default()
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    fn role(id: &str) -> RoleId {
        RoleId(id.to_owned())
    }

    #[test]
    fn every_title_is_found_under_its_role() {
        let json = r#"{"layout":1,"titles":[["a",["Ä","","Nurse (RN)"]],["b",[]],["c",["X"]]]}"#;
        let titles = OtherTitles::parse(json).expect("a sound shard");
        let of = |id: &str| -> Vec<&str> { titles.of(&role(id)).map(|n| titles.get(n)).collect() };
        assert_eq!(of("a"), ["Ä", "", "Nurse (RN)"]);
        assert_eq!(of("b"), [""; 0]);
        assert_eq!(of("c"), ["X"]);
        assert_eq!(of("d"), [""; 0]);
        assert_eq!((titles.len(), titles.get(4)), (4, ""));
        assert_eq!(titles.get(usize::MAX), "");
    }

    #[test]
    fn other_shards_are_refused_in_words() {
        for (json, said) in [
            ("", "a whole file in layout 1"),
            (r#"{"layout":1,"titles":[["a",["b""#, "EOF"),
            (r#"{"layout":2,"titles":[]}"#, "expected layout 1, found 2"),
            (
                r#"{"layout":1,"titles":[["a",["b"]],["a",[]]]}"#,
                "the role a once",
            ),
        ] {
            let error = OtherTitles::parse(json).expect_err("refused").to_string();
            assert!(error.contains(said), "{error}");
        }
    }
}
