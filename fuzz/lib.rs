//! What is promised of everything that strangers write: a link, a dataset, an own file, a query. Each function takes any
//! bytes and panics where a promise is broken. The fuzzer calls them, and so does the test that replays the corpus.

use std::sync::OnceLock;

use crossroads::charts::{ChartId, Shown, chart, draw};
use crossroads::compare::search::Index;
use crossroads::compare::{Selection, compare, in_short, link, title};
use crossroads::model::{Currency, Dataset, OwnRoles, RoleId};

/// How long any one thing that is said of a file or a link may be, in characters.
const LONGEST_SENTENCE: usize = 600;

fn text(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

fn bundled() -> &'static Dataset {
    match Dataset::bundled() {
        Ok(dataset) => dataset,
        Err(error) => panic!("{error}"),
    }
}

/// A query string: it opens, what it opens has a link, and that link opens the same without a notice. A chart alone has
/// no roles but those it names.
pub fn link(bytes: &[u8]) {
    let dataset = bundled();
    let opened = link::parse(&text(bytes), dataset);
    for notice in &opened.notices {
        assert!(notice.chars().count() < LONGEST_SENTENCE, "{notice}");
    }
    assert!(opened.embed.is_none() || opened.names_roles || opened.selection.tray().is_empty());
    let query = link::query(&opened.selection, dataset);
    let again = link::parse(&query, dataset);
    assert_eq!(again.selection, opened.selection, "{query}");
    assert!(again.notices.is_empty(), "{query}: {:?}", again.notices);
}

/// A dataset: refused in one error, or every role of it can be compared.
pub fn dataset(bytes: &[u8]) {
    match Dataset::parse(&text(bytes)) {
        Ok(dataset) => compared(&dataset, dataset.ids().collect()),
        Err(error) => assert!(!error.expected.to_string().is_empty(), "{error}"),
    }
}

/// An own file, if it is JSON.
pub fn own_json(bytes: &[u8]) {
    own(&format!("{{\"roles\":[{}", text(bytes)));
    own(&format!("{{{}", text(bytes)));
}

/// An own file, if it is a sheet.
pub fn own_csv(bytes: &[u8]) {
    own(&text(bytes));
    own(&format!(
        "title,pay-year-median,pay-range.low,pay-range.high,gender,growth\n{}",
        text(bytes)
    ));
}

/// What is read of it is written and read again as it was, and can be compared.
fn own(file: &str) {
    let (own, problems) = OwnRoles::read("fuzz", file, &Currency::us_dollars());
    for problem in problems.first(usize::MAX) {
        let words = problem.to_string();
        assert!(words.chars().count() < LONGEST_SENTENCE, "{words}");
    }
    for written in [own.to_csv(), own.to_json()] {
        let (again, problems) = OwnRoles::read("fuzz", &written, &Currency::us_dollars());
        assert_eq!(problems.count(), 0, "{written}: {:?}", problems.first(3));
        assert_eq!(again.roles, own.roles, "{written}");
    }
    let dataset = bundled().with_own(&own);
    compared(
        &dataset,
        own.roles.iter().map(|role| role.id.clone()).collect(),
    );
}

/// Every sentence and chart of some roles is made, and no markup of theirs is in it.
fn compared(dataset: &Dataset, roles: Vec<RoleId>) {
    let comparison = compare(dataset, &Selection::compared_alone(roles));
    let columns = &comparison.columns;
    for sentence in in_short(columns).iter().chain([&title(columns)]) {
        assert!(!sentence.contains('<'), "{sentence}");
    }
    for id in ChartId::ALL {
        if let Some(spec) = chart(id, Shown::of(columns)) {
            match draw(&spec, 328) {
                Ok(drawn) => {
                    let svg = drawn.svg;
                    assert!(!svg.contains("<script") && !svg.contains("NaN"), "{svg}");
                }
                Err(error) => panic!("{error}"),
            }
        }
    }
}

/// A query of the search: at most so many hits, each a role there is.
pub fn search(bytes: &[u8]) {
    static INDEX: OnceLock<Index> = OnceLock::new();
    let index = INDEX.get_or_init(|| Index::new(bundled(), None));
    let hits = index.search(&text(bytes));
    assert!(hits.len() <= crossroads::compare::search::MAX_HITS);
    for hit in hits {
        assert!(bundled().has(&hit.role), "{hit:?}");
    }
}
