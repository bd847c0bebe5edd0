//! How the criteria of WCAG are held, as the tables of `docs/ACCESSIBILITY.md` say.

use std::collections::BTreeMap;

use anyhow::{Result, bail};

/// How a criterion is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Held {
    /// At least one test, or axe, would fail without it.
    ByTest,
    /// Somebody looked, and no test holds it.
    ByReview,
    /// The page has nothing that it is about.
    NotApplicable,
    /// Not in every case.
    NotEverywhere,
}

impl Held {
    /// All ways, the best first.
    pub const ALL: [Self; 4] = [
        Self::ByTest,
        Self::ByReview,
        Self::NotApplicable,
        Self::NotEverywhere,
    ];

    /// What it is in a table.
    pub fn words(self) -> &'static str {
        match self {
            Self::ByTest => "held by a test",
            Self::ByReview => "met by review",
            Self::NotApplicable => "not applicable",
            Self::NotEverywhere => "not met everywhere",
        }
    }

    fn of_row(how: &str, by: &str) -> Self {
        if how.contains("**Not met") {
            Self::NotEverywhere
        } else if how.starts_with("Not applicable") {
            Self::NotApplicable
        } else if by.contains('`') || by.contains("axe") {
            Self::ByTest
        } else {
            Self::ByReview
        }
    }
}

/// How many criteria of each level are held in which way.
pub type Criteria = BTreeMap<(Held, &'static str), usize>;

/// Counts the criteria in the tables of the document. A row may be about several; each names its level in brackets.
pub fn count(document: &str) -> Result<Criteria> {
    let mut found = Criteria::new();
    for line in document.lines().filter(|line| is_row(line)) {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let [criteria, how, by] = cells.as_slice() else {
            bail!("expected three cells in a row of docs/ACCESSIBILITY.md, found: {line}");
        };
        let levels = [("(A)", "A"), ("(AA)", "AA")];
        let mut any = false;
        for (mark, level) in levels {
            let number = criteria.matches(mark).count();
            any |= number > 0;
            if number > 0 {
                *found.entry((Held::of_row(how, by), level)).or_default() += number;
            }
        }
        if !any {
            bail!("expected a level in brackets in docs/ACCESSIBILITY.md, found none: {line}");
        }
    }
    Ok(found)
}

/// The rows of criteria begin with a number like 1.4.3.
fn is_row(line: &str) -> bool {
    line.strip_prefix("| ")
        .is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::workspace::Workspace;

    #[test]
    fn all_criteria_of_both_levels_are_there() {
        let file = Workspace::locate()
            .unwrap()
            .root()
            .join("docs/ACCESSIBILITY.md");
        let found = count(&fs::read_to_string(file).unwrap()).unwrap();
        let of_level = |wanted: &str| -> usize {
            let those = found.iter().filter(|((_, level), _)| *level == wanted);
            those.map(|(_, number)| number).sum()
        };
        // As many as WCAG 2.2 has, without 4.1.1.
        assert_eq!((of_level("A"), of_level("AA")), (31, 24));
    }

    #[test]
    fn a_row_says_how_it_is_held() {
        let document = "\
| criterion | how it is met | held by |
|---|---|---|
| 1.2.1 to 1.2.2 Media: audio (A), captions (AA) | Not applicable: there is none. | by review |
| 1.4.3 Contrast (AA) | Tokens. | axe |
| 1.4.4 Resize (AA) | Sizes. | `reflow.spec.ts` “at 320 px”; others by review |
| 2.4.6 Headings (AA) | Headings. | by review |
| 3.1.2 Parts (AA) | English. **Not met for** files. | by review |
";
        let found = count(document).unwrap();
        let expected = [
            ((Held::ByTest, "AA"), 2),
            ((Held::ByReview, "AA"), 1),
            ((Held::NotApplicable, "A"), 1),
            ((Held::NotApplicable, "AA"), 1),
            ((Held::NotEverywhere, "AA"), 1),
        ];
        assert_eq!(found, Criteria::from(expected));
        assert!(count("| 1.4.3 Contrast | Tokens. | axe |").is_err());
        assert!(count("| 1.4.3 Contrast (A) | axe |").is_err());
    }
}
