//! The list of all roles: its figures are the roles' own, its filters and its order hold for every
//! one, and its links open what they were made of.
#![allow(
    clippy::expect_used,
    reason = "a test that cannot go on fails by panicking"
)]

use std::collections::BTreeSet;
use std::sync::Arc;

use crossroads::compare::link::{self, View};
use crossroads::compare::{
    Browse, BrowsePage, Entry, MAX_COMPARED, MAX_TRAY, Order, ROLES_A_PAGE, Selection, Sort,
    SortBy, browse, choices, list_title, tray_line,
};
use crossroads::model::{Dataset, Figure, Headline, MetricId, Reading, Role, RoleId, Value};
use proptest::prelude::*;

fn dataset() -> &'static Dataset {
    Dataset::bundled().expect("the bundled dataset is sound")
}

fn role(id: &RoleId) -> Arc<Role> {
    let role = dataset().role(id);
    role.expect("it can be read").expect("it is there")
}

/// All roles of the list, over all its pages.
fn listed(asked: &Browse) -> Vec<RoleId> {
    let first = browse(dataset(), asked);
    let pages = (0..first.pages).map(|page| browse(dataset(), &asked.on_page_after(page)));
    let rows = pages.flat_map(|page| page.rows);
    rows.map(|row| row.role).collect()
}

/// The metrics of the columns, written down a second time.
const FIRST_METRIC: [(Headline, MetricId); 6] = [
    (Headline::Pay, MetricId::PayYearMedian),
    (Headline::Growth, MetricId::GrowthProjected),
    (Headline::Openings, MetricId::Openings),
    (Headline::Education, MetricId::EntryEducation),
    (Headline::Jobs, MetricId::JobsEmployed),
    (Headline::Satisfied, MetricId::Satisfied),
];

/// The number by which a role can be sorted, computed from the whole role.
fn number(role: &Role, headline: Headline) -> Option<f64> {
    let (_, metric) = FIRST_METRIC.iter().find(|(h, _)| *h == headline)?;
    let figure = role.figure(*metric)?;
    if figure.wider_group.is_some() {
        return None;
    }
    match &figure.reading {
        Reading::Exact(Value::Number(number)) => Some(*number),
        Reading::Exact(Value::Name(name)) => {
            let levels = dataset().entry_education().iter();
            levels
                .enumerate()
                .find(|(_, level)| *level == name)
                .map(|(place, _)| place as f64)
        }
        _ => None,
    }
}

#[test]
fn a_summary_has_the_figures_of_its_role() {
    let summaries = dataset().summaries();
    assert_eq!(summaries.unreadable, []);
    let ids: Vec<RoleId> = dataset().ids().collect();
    let listed: Vec<RoleId> = summaries.roles.iter().map(|s| s.role.clone()).collect();
    assert_eq!(listed, ids);
    assert_eq!(ids.len(), 832);
    for summary in &summaries.roles {
        let role = role(&summary.role);
        assert_eq!(
            (&summary.title, &summary.source),
            (&role.title, &role.source)
        );
        for headline in Headline::ALL {
            let mut metrics = headline.metrics().iter();
            let expected: Option<(MetricId, &Figure)> =
                metrics.find_map(|id| Some((*id, role.figure(*id)?)));
            assert_eq!(
                summary.figure(headline),
                expected,
                "{} {headline:?}",
                role.id.0
            );
            assert_eq!(
                summary.comparable(headline),
                number(&role, headline),
                "{}",
                role.id.0
            );
        }
        let Some(code) = &summary.family else {
            assert_eq!(summary.source.0, "zippia");
            continue;
        };
        let families = dataset().families();
        let family = families.into_iter().find(|family| family.code == *code);
        let title = Value::Name(family.expect("a family").title);
        let of_role = role.figure(MetricId::Family).and_then(Figure::exact);
        assert_eq!(of_role, Some(&title), "{}", role.id.0);
    }
}

#[test]
fn there_are_22_families_and_each_role_is_in_one() {
    let page = browse(dataset(), &Browse::default());
    assert_eq!(page.families.len(), 22);
    let codes: BTreeSet<&str> = page
        .families
        .iter()
        .map(|f| f.family.code.as_str())
        .collect();
    assert_eq!(codes.len(), 22);
    assert!(page.families.iter().all(|family| family.roles > 0));
    assert_eq!(
        page.families
            .iter()
            .map(|family| family.roles)
            .sum::<usize>(),
        830
    );
    assert_eq!(page.in_all_families, 832);
    for count in &page.families {
        let asked = Browse::default().of_family(Some(&count.family.code));
        let roles = listed(&asked);
        assert_eq!(roles.len(), count.roles);
        let prefix = &count.family.code[..3];
        assert!(
            roles.iter().all(|id| id.0.starts_with(prefix)),
            "{}",
            count.family.title
        );
        assert_eq!(list_title(dataset(), &asked), count.family.title);
    }
}

#[test]
fn what_is_not_a_value_stands_last_in_both_directions() {
    for headline in Headline::ALL {
        for order in [Order::Ascending, Order::Descending] {
            let by = SortBy::Figure(headline);
            let sort = Sort { by, order };
            let roles = listed(&Browse {
                sort,
                ..Browse::default()
            });
            assert_eq!(roles.len(), 832);
            let numbers: Vec<Option<f64>> =
                roles.iter().map(|id| number(&role(id), headline)).collect();
            let values = numbers.iter().take_while(|number| number.is_some()).count();
            assert!(numbers[values..].iter().all(Option::is_none), "{sort:?}");
            assert!(
                values < 832,
                "{headline:?}: the estimates are never held against the others"
            );
            let sorted = numbers[..values].windows(2).all(|pair| match order {
                Order::Ascending => pair[0] <= pair[1],
                Order::Descending => pair[0] >= pair[1],
            });
            assert!(sorted, "{sort:?}");
            let titles: Vec<String> = roles.iter().map(|id| role(id).title.clone()).collect();
            let equals = numbers.windows(2).zip(titles.windows(2));
            let mut equals = equals.filter(|(numbers, _)| numbers[0] == numbers[1]);
            assert!(
                equals.all(|(_, titles)| titles[0] <= titles[1]),
                "{sort:?}: equals by title"
            );
        }
    }
    let by_title = listed(&Browse::default());
    let mut turned = listed(&Browse::default().sorted_by(SortBy::Title));
    turned.reverse();
    assert_eq!(by_title, turned);
}

/// The ids that a rule keeps, computed over the whole roles.
fn kept(rule: impl Fn(&Role) -> bool) -> BTreeSet<RoleId> {
    let kept = dataset().ids().filter(|id| rule(&role(id)));
    kept.collect()
}

fn set(asked: &Browse) -> BTreeSet<RoleId> {
    listed(asked).into_iter().collect()
}

#[test]
fn each_filter_keeps_what_the_roles_say() {
    let all = Browse::default();
    for least in [1, 60_000, 97_550, 97_551, 200_000, 10_000_000] {
        let expected =
            kept(
                |role| match role.figure(MetricId::PayYearMedian).map(|f| &f.reading) {
                    Some(Reading::Exact(Value::Number(pay)) | Reading::AtLeast(pay)) => {
                        *pay >= f64::from(least)
                    }
                    _ => false,
                },
            );
        assert_eq!(set(&all.with_pay(Some(least))), expected, "{least}");
    }
    let nurses = RoleId("29-1141".to_owned());
    assert!(set(&all.with_pay(Some(97_550))).contains(&nurses));
    assert!(!set(&all.with_pay(Some(97_551))).contains(&nurses));
    // Actors are paid by the hour only: nothing is multiplied to meet a yearly filter.
    assert!(!set(&all.with_pay(Some(1))).contains(&RoleId("27-2011".to_owned())));

    for most in 0..dataset().entry_education().len() {
        let expected = kept(|role| {
            number(role, Headline::Education).is_some_and(|place| place <= most as f64)
        });
        assert_eq!(set(&all.with_education(Some(most))), expected, "{most}");
    }
    let growing = kept(|role| number(role, Headline::Growth).is_some_and(|growth| growth > 0.0));
    assert_eq!(set(&all.with_growing(true)), growing);

    let together = all
        .with_pay(Some(80_000))
        .with_education(Some(4))
        .with_growing(true);
    let expected: BTreeSet<RoleId> = set(&all.with_pay(Some(80_000)))
        .intersection(&set(&all.with_education(Some(4))))
        .filter(|id| growing.contains(id))
        .cloned()
        .collect();
    assert!(!expected.is_empty());
    assert_eq!(set(&together), expected);
    assert_eq!(together.without_filters(), all);
}

#[test]
fn a_page_says_which_roles_it_shows() {
    let all = Browse::default();
    let ranges = |asked: &Browse| -> (String, usize) {
        let page = browse(dataset(), asked);
        (page.range(), page.rows.len())
    };
    assert_eq!(ranges(&all), ("1 to 25 of 832 roles".to_owned(), 25));
    assert_eq!(
        ranges(&all.on_page_after(1)),
        ("26 to 50 of 832 roles".to_owned(), 25)
    );
    assert_eq!(
        ranges(&all.on_page_after(33)),
        ("826 to 832 of 832 roles".to_owned(), 7)
    );
    assert_eq!(
        ranges(&all.on_page_after(usize::MAX)),
        ranges(&all.on_page_after(33))
    );
    assert_eq!(listed(&all).iter().collect::<BTreeSet<_>>().len(), 832);
    let none = all.with_pay(Some(10_000_000));
    let page: BrowsePage = browse(dataset(), &none.on_page_after(3));
    assert_eq!((page.rows.len(), page.pages, page.pages_before), (0, 1, 0));
    assert_eq!(page.range(), "No roles");
    assert!(page.families.iter().all(|family| family.roles == 0));
}

#[test]
fn every_cell_has_words_and_every_figure_its_source() {
    let mut wider = 0;
    for asked in (0..34).map(|page| Browse::default().on_page_after(page)) {
        let page = browse(dataset(), &asked);
        assert!(page.sources.iter().any(|source| source.id.0 == "oews-2025"));
        for row in &page.rows {
            let estimate = !row.role.0.starts_with(|c: char| c.is_ascii_digit());
            assert_eq!(row.provenance.is_some(), estimate, "{}", row.title);
            for cell in &row.cells {
                let empty = ["", "-", "–", "—"].contains(&cell.text.as_str());
                assert!(!empty, "{} {:?}", row.title, cell.headline);
                assert!(
                    !estimate || !cell.is_value || !cell.qualifiers.is_empty(),
                    "{cell:?}"
                );
                wider += usize::from(cell.wider_group.is_some());
            }
        }
    }
    assert!(wider > 700, "{wider}");
    let actors = Browse::default().of_family(Some("27-0000"));
    let page = browse(dataset(), &actors);
    let actors = page
        .rows
        .iter()
        .find(|row| row.title == "Actors")
        .expect("actors");
    assert_eq!(actors.cells[0].text, "published by the hour only");
    assert!(!actors.cells[0].is_value);
}

fn entry(id: &str, on: bool) -> Entry {
    Entry {
        role: RoleId(id.to_owned()),
        on,
    }
}

#[test]
fn a_role_of_the_list_says_how_it_stands_in_the_tray() {
    let ids = ["29-1141", "11-2022", "15-1252"].map(|id| RoleId(id.to_owned()));
    let selection = Selection::of([entry("29-1141", true), entry("11-2022", false)]);
    let choice = choices(dataset(), &selection, &ids);
    let standing: Vec<_> = choice
        .iter()
        .map(|c| (c.compared, c.standing, c.can_change))
        .collect();
    assert_eq!(
        standing,
        [
            (true, Some("in your list"), true),
            (false, Some("in your list, switched off"), true),
            (false, None, true),
        ]
    );
    assert_eq!(choice[2].query, "roles=29-1141,11-2022,15-1252&off=11-2022");
    assert_eq!(
        tray_line(&selection),
        "1 role of at most 6 is compared; 1 waits in your list, switched off."
    );

    let many: Vec<RoleId> = dataset().ids().take(MAX_TRAY + 1).collect();
    let full = Selection::of(many.iter().map(|id| entry(&id.0, true)));
    let choice = choices(dataset(), &full, &many);
    assert!(choice[..MAX_COMPARED].iter().all(|choice| choice.compared));
    assert!(
        choice[MAX_COMPARED..]
            .iter()
            .all(|choice| !choice.can_change)
    );
    assert_eq!(choice[MAX_TRAY].standing, Some("your list is full"));
    assert_eq!(
        choice[MAX_TRAY].query,
        format!("roles={}", many[MAX_TRAY].0)
    );
    for choice in choice {
        let opened = link::parse(&choice.query, dataset());
        assert!(opened.selection.holds(&choice.role));
    }
}

#[test]
fn a_link_holds_only_what_differs_from_the_first_list() {
    let default = Selection::default_of(dataset());
    let query = |browse: &Browse| link::query_of_browse(browse, &default, dataset());
    assert_eq!(query(&Browse::default()), "view=browse");
    let asked = Browse {
        family: Some("29-0000".to_owned()),
        at_least_pay: Some(60_000),
        at_most_education: Some(5),
        growing: true,
        sort: Sort::first_by(SortBy::Figure(Headline::Pay)),
        pages_before: 1,
    };
    assert_eq!(
        query(&asked),
        "view=browse&family=29-0000&pay=60000&education=5&growing=1&sort=pay&page=2"
    );
    let turned = Browse::default().sorted_by(SortBy::Title);
    assert_eq!(query(&turned), "view=browse&sort=title-down");
    let tray = Selection::of([entry("11-2022", true), entry("29-1141", false)]);
    assert_eq!(
        link::query_of_browse(&turned, &tray, dataset()),
        "roles=11-2022,29-1141&off=29-1141&view=browse&sort=title-down"
    );
}

#[test]
fn what_is_not_understood_is_dropped_and_named() {
    for (param, named) in [
        ("family=99-0000", "99-0000"),
        ("family=29-1000", "29-1000"),
        ("family=", "a family"),
        ("pay=lots", "lots"),
        ("pay=0", "“\u{2068}0"),
        ("pay=-5", "-5"),
        ("pay=5+5", "5 5"),
        ("pay=60000.5", "60000.5"),
        ("pay=99999999999999999999", "99999999999999999999"),
        ("education=8", "“\u{2068}8"),
        ("education=bachelor", "bachelor"),
        ("growing=yes", "yes"),
        ("sort=wealth", "wealth"),
        ("sort=pay-sideways", "pay-sideways"),
        ("page=0", "“\u{2068}0"),
        ("page=35", "35"),
        ("page=18446744073709551616", "18446744073709551616"),
    ] {
        let opened = link::parse(&format!("?view=browse&{param}"), dataset());
        assert_eq!(opened.view, View::Browse);
        assert_eq!(opened.browse, Browse::default(), "{param}");
        assert_eq!(opened.notices.len(), 1, "{param}: {:?}", opened.notices);
        assert!(
            opened.notices[0].contains(named),
            "{param}: {:?}",
            opened.notices
        );
    }
    let twice = link::parse("?view=browse&page=2&page=3", dataset());
    assert_eq!((twice.browse.pages_before, twice.notices.len()), (1, 1));
    let elsewhere = link::parse("?pay=60000&sort=pay", dataset());
    assert_eq!(
        (elsewhere.view, elsewhere.browse),
        (View::Comparison, Browse::default())
    );
    assert_eq!(elsewhere.notices.len(), 2);
}

#[test]
fn a_hostile_list_of_parts_cannot_fill_the_page() {
    let long = format!("?view=browse&family={}", "x".repeat(100_000));
    let many = format!("?view=browse&{}", "page=1&sort=%E2%80%AE&".repeat(10_000));
    for query in [long, many] {
        let opened = link::parse(&query, dataset());
        assert!(!opened.notices.is_empty());
        let letters: usize = opened.notices.iter().map(|n| n.chars().count()).sum();
        assert!(letters < 1_500, "{letters} letters of notices");
        assert!(
            !opened
                .notices
                .iter()
                .any(|notice| notice.contains('\u{202E}'))
        );
    }
}

fn any_browse() -> impl Strategy<Value = Browse> {
    let codes: Vec<String> = dataset().families().into_iter().map(|f| f.code).collect();
    let sorts: Vec<SortBy> = SortBy::all().collect();
    (
        proptest::option::of(proptest::sample::select(codes)),
        proptest::option::of(1..=Browse::MOST_PAY),
        proptest::option::of(0..dataset().entry_education().len()),
        any::<bool>(),
        (proptest::sample::select(sorts), any::<bool>()),
        0..34_usize,
    )
        .prop_map(
            |(family, at_least_pay, at_most_education, growing, (by, up), pages_before)| {
                let order = if up {
                    Order::Ascending
                } else {
                    Order::Descending
                };
                Browse {
                    family,
                    at_least_pay,
                    at_most_education,
                    growing,
                    sort: Sort { by, order },
                    pages_before,
                }
            },
        )
}

proptest! {
    #[test]
    fn every_list_survives_its_link(asked in any_browse(), on in any::<bool>()) {
        let selection = Selection::of([entry("11-2022", true), entry("29-1141", on)]);
        let query = link::query_of_browse(&asked, &selection, dataset());
        let opened = link::parse(&query, dataset());
        prop_assert_eq!(&opened.browse, &asked, "?{}", query);
        prop_assert_eq!(opened.view, View::Browse);
        prop_assert_eq!(opened.selection, selection);
        prop_assert!(opened.notices.is_empty());
        // And it can be shown.
        let page = browse(dataset(), &asked);
        prop_assert!(page.rows.len() <= ROLES_A_PAGE && page.pages_before < page.pages);
    }

    #[test]
    fn any_parts_open(
        params in proptest::collection::vec(
            ("(family|pay|education|growing|sort|page|p%61ge|view|)",
             "(29-0000|0|1|5|99|-|pay|title|-up|-down|browse|%00|%FF|\\PC){0,4}"),
            0..8,
        )
    ) {
        let params: Vec<String> = params.into_iter().map(|(name, value)| format!("{name}={value}")).collect();
        let opened = link::parse(&format!("view=browse&{}", params.join("&")), dataset());
        let query = link::query_of_browse(&opened.browse, &opened.selection, dataset());
        let again = link::parse(&query, dataset());
        prop_assert_eq!(again.browse, opened.browse);
        prop_assert!(again.notices.is_empty());
    }
}
