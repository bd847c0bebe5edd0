//! A selection becomes a comparison: sentences, rows, what is left out and what is shared.
#![allow(
    clippy::expect_used,
    reason = "a test that cannot go on fails by panicking"
)]

use std::sync::Arc;

use crossroads::charts::{ChartId, Shown, chart};
use crossroads::compare::{
    Comparison, Entry, Row, SPOKEN_OF, Selection, compare, growth, in_short, share_within_error,
    skills, sources_of, takeaway, title, top_skills,
};
use crossroads::model::{Dataset, MetricId, Role, RoleId, Section};

fn bundled() -> &'static Dataset {
    Dataset::bundled().expect("the bundled dataset is sound")
}

fn compared(ids: &[&str]) -> Comparison {
    let entries = ids.iter().map(|id| Entry {
        role: RoleId((*id).to_owned()),
        on: true,
    });
    compare(bundled(), &Selection::of(entries))
}

fn role(id: &str) -> Arc<Role> {
    let role = bundled().role(&RoleId(id.to_owned())).expect("it is read");
    role.expect("it is there")
}

fn both() -> Comparison {
    compared(&["customer-service-manager", "sales-manager"])
}

fn row(comparison: &Comparison, section: Section, label: &str) -> Row {
    let mut tables = comparison.tables().into_iter();
    let table = tables.find(|table| table.section == section);
    let groups = table.expect("the section").groups.into_iter();
    let mut rows = groups.flat_map(|group| group.rows);
    rows.find(|row| row.label == label).expect("the row")
}

fn texts(row: &Row) -> Vec<&str> {
    row.cells.iter().map(|cell| cell.text.as_str()).collect()
}

#[test]
fn two_roles_in_short() {
    let comparison = both();
    assert_eq!(
        title(&comparison.columns),
        "Customer service manager vs sales manager"
    );
    assert_eq!(
        in_short(&comparison.columns),
        [
            "Zippia estimates that sales managers earn $12,465 more a year (20%) than customer service managers on \
             average: $73,952 against $61,487.",
            "Zippia estimates that it typically takes 4 to 6 years to become a customer service manager and \
             6 to 8 years to become a sales manager.",
            "Zippia estimates that the top skills for customer service managers are strong customer service, payroll, \
             customer satisfaction, customer complaints and customer service. For sales managers they are product \
             knowledge, customer satisfaction and sales performance.",
        ]
    );
}

#[test]
fn the_sentences_do_not_depend_on_the_order_of_the_tray() {
    let turned = compared(&["sales-manager", "customer-service-manager"]);
    assert_eq!(
        title(&turned.columns),
        "Sales manager vs customer service manager"
    );
    assert_eq!(in_short(&turned.columns)[0], in_short(&both().columns)[0]);
}

#[test]
fn one_role_is_not_compared_with_anything() {
    let alone = compared(&["sales-manager"]);
    assert_eq!(title(&alone.columns), "Sales manager");
    let sentences = in_short(&alone.columns);
    assert_eq!(
        sentences[0],
        "Zippia estimates that sales managers earn $73,952 a year on average."
    );
    assert_eq!(
        sentences[1],
        "Zippia estimates that it typically takes 6 to 8 years to become a sales manager."
    );
    assert!(
        sentences
            .iter()
            .all(|sentence| !sentence.contains("customer service"))
    );
    let leads = |row: &Row| row.cells.iter().any(|cell| cell.leads);
    assert!(!leads(&row(&alone, Section::Overview, "Yearly pay")));
}

#[test]
fn a_headline_that_would_fill_the_screen_counts_the_roles() {
    let many = compared(&["29-1249", "43-1011", "51-4031", "11-2022"]);
    assert_eq!(title(&many.columns), "Surgeons (all other) vs 3 others");
    let three = compared(&["29-1141", "29-1171", "11-2022"]);
    assert_eq!(
        title(&three.columns),
        "Registered nurses vs nurse practitioners vs sales managers"
    );
}

/// What the summary says of how roles are entered.
fn start(ids: &[&str]) -> String {
    let sentences = in_short(&compared(ids).columns).into_iter();
    let mut starts = sentences.filter(|sentence| sentence.contains(" usually start with "));
    starts.next().expect("what people start with")
}

#[test]
fn roles_that_are_entered_in_the_same_way_share_a_sentence() {
    assert_eq!(
        start(&["19-1011", "43-5053", "29-1129", "53-2012"]),
        "Animal scientists and therapists (all other) usually start with a bachelor's degree. \
         Postal Service mail sorters, processors, and processing machine operators usually start with no \
         diploma, certificate or degree, then up to 1 month of training on the job. Commercial pilots usually start \
         with a certificate from a school after high school, then 1 to 12 months of training on the job."
    );
}

#[test]
fn related_experience_and_training_are_named_with_the_education() {
    for (id, expected) in [
        (
            "47-2111",
            "Electricians usually start with a high school diploma or equivalent and an apprenticeship.",
        ),
        (
            "29-1024",
            "Prosthodontists usually start with a doctoral or professional degree and an internship or \
             residency.",
        ),
        (
            "47-2181",
            "Roofers usually start with no diploma, certificate or degree, then 1 to 12 months of \
             training on the job.",
        ),
        (
            "43-4051",
            "Customer service representatives usually start with a high school diploma or equivalent, then up to \
             1 month of training on the job.",
        ),
        (
            "11-1011",
            "Chief executives usually start with a bachelor's degree and 5 years or more in a related job.",
        ),
        (
            "47-1011",
            "First-line supervisors of construction trades and extraction workers usually start with a high school \
             diploma or equivalent and 5 years or more in a related job.",
        ),
        (
            "11-9051",
            "Food service managers usually start with a high school diploma or equivalent and less than 5 years in a \
             related job, then up to 1 month of training on the job.",
        ),
    ] {
        assert_eq!(start(&[id]), expected);
    }
    // Roles with the same education are told apart by the training.
    assert_eq!(
        start(&["47-2111", "43-4051", "29-1141"]),
        "Electricians usually start with a high school diploma or equivalent and an apprenticeship. \
         Customer service representatives usually start with a high school diploma or equivalent, then up to 1 month \
         of training on the job. Registered nurses usually start with a bachelor's degree."
    );
    let comparison = compared(&["47-2111"]);
    let sources = sources_of(&SPOKEN_OF, &comparison.columns, &comparison.sources);
    let ids: Vec<&str> = sources.iter().map(|source| source.id.0.as_str()).collect();
    assert!(
        ids.contains(&"ep-2025-35") && ids.contains(&"ep-2024-34"),
        "{ids:?}"
    );
}

#[test]
fn new_jobs_are_told_only_beyond_the_rounding_of_the_jobs() {
    // Electricians 821.0 to 896.9 thousand, customer service representatives 2,666.0 to 2,524.1, prosthodontists 1.0 to
    // 1.1.
    let comparison = compared(&["47-2111", "43-4051", "29-1024"]);
    let row = row(&comparison, Section::Outlook, "New jobs a year");
    assert_eq!(
        texts(&row),
        [
            "7,590",
            "14,190 jobs lost a year",
            "fewer than 20 gained or lost"
        ]
    );
    // The growth is computed before the jobs are rounded, so that it is told: the row does not say that it cannot be.
    let growth = growth(&comparison.columns).expect("a sentence");
    assert!(growth.contains("prosthodontists are expected to grow 5.8%"));
    let values: Vec<bool> = row.cells.iter().map(|cell| cell.is_value).collect();
    assert_eq!(values, [true, true, false]);
    assert!(row.cells.iter().all(|cell| !cell.leads));
    assert_eq!(row.definition, Some(MetricId::NewJobs.metric().definition));
}

#[test]
fn figures_of_the_projections_before_say_so_and_no_others_do() {
    let outlook = |ids: &[&str]| -> Vec<String> {
        let tables = compared(ids).tables().into_iter();
        let tables = tables.filter(|table| table.section >= Section::Outlook);
        let groups = tables.flat_map(|table| table.groups);
        groups
            .flat_map(|group| group.rows)
            .map(|row| row.label)
            .collect()
    };
    let both = outlook(&["29-1141", "47-2111"]);
    for label in [
        "Growth",
        "All jobs, 2025",
        "All jobs, 2035",
        "Openings a year",
        "New jobs a year",
        "Leave the labor force each year (2024–34)",
        "Move to another occupation each year (2024–34)",
        "Share who leave the role each year (2024–34)",
        "Self-employed (2024)",
        "Usual education to start",
        "Usual experience to start (2024–34)",
        "Usual training on the job (2024–34)",
    ] {
        assert!(both.iter().any(|other| other == label), "{label}: {both:?}");
    }
    // A role of other figures takes no date, and each figure beside it says its own.
    let comparison = compared(&["11-2022", "sales-manager", "29-1141"]);
    let experience = row(&comparison, Section::Overview, "Experience");
    assert_eq!(texts(&experience)[2], "No related experience");
    let qualifiers = experience
        .cells
        .iter()
        .map(|cell| cell.qualifiers.join("; "));
    assert_eq!(
        qualifiers.collect::<Vec<_>>(),
        ["in a related job; 2024–34", "usual", "2024–34"]
    );
}

#[test]
fn figures_of_two_counts_of_jobs_are_said_not_to_add_up() {
    let remark = |ids: &[&str], section| compared(ids).table(section).expect("a table").remark();
    let words = "Figures of 2024 or 2024–34 rest on an earlier count of jobs and do not add up with newer ones.";
    assert_eq!(remark(&["29-1141"], Section::Outlook), Some(words));
    assert_eq!(remark(&["29-1141"], Section::Education), None);
    assert_eq!(remark(&["sales-manager"], Section::Outlook), None);
}

#[test]
fn no_figure_is_made_of_projections_of_two_years() {
    for id in ["29-1141", "47-2111", "43-4051"] {
        let role = Arc::clone(&compared(&[id]).columns[0].role);
        let figure = |metric| role.figure(metric).expect("a figure");
        for metric in [
            MetricId::GrowthProjected,
            MetricId::JobsBase,
            MetricId::JobsProjected,
            MetricId::Openings,
            MetricId::NewJobs,
            MetricId::EntryEducation,
        ] {
            assert_eq!(figure(metric).source.0, "ep-2025-35", "{id} {metric:?}");
        }
        for metric in [
            MetricId::Exits,
            MetricId::Transfers,
            MetricId::SeparationRate,
            MetricId::SelfEmployed,
            MetricId::EntryExperience,
            MetricId::EntryTraining,
        ] {
            assert_eq!(figure(metric).source.0, "ep-2024-34", "{id} {metric:?}");
        }
    }
}

#[test]
fn what_jobs_ask_for_is_told_with_its_share_and_all_that_tie() {
    let comparison = compared(&["29-1141", "47-2111"]);
    let said = |label: &str| texts(&row(&comparison, Section::Education, label)).join("; ");
    let flagged = "not released (O*NET marks the answers as too uncertain to use)";
    assert_eq!(
        said("Related experience: most common answer"),
        format!("Over 1 year to 2 years, 34%; {flagged}")
    );
    assert_eq!(
        said("On-site training: most common answer"),
        format!("Up to 1 month, 33%; {flagged}")
    );
    assert_eq!(
        said("On-the-job training: most common answer"),
        format!("Over 3 months to 6 months, 34%; {flagged}")
    );
    let tied = compared(&["25-4011", "29-1122"]);
    let experience = row(
        &tied,
        Section::Education,
        "Related experience: most common answer",
    );
    assert_eq!(
        experience.cells[0].text,
        "Over 6 months to 1 year or over 1 year to 2 years, 35% each"
    );
    let training = row(
        &tied,
        Section::Education,
        "On-site training: most common answer",
    );
    let cell = &training.cells[1];
    assert_eq!(cell.text, "No on-site training or up to 1 month, 27% each");
    assert_eq!(cell.qualifiers, ["from 22 answers"]);
    assert_eq!(
        said("Importance of a certification"),
        "3.74 of 5; 2.47 of 5"
    );
    assert_eq!(
        said("Importance of an apprenticeship"),
        "2.83 of 5; 3.73 of 5"
    );
}

#[test]
fn new_jobs_and_importances_differ_only_beyond_what_is_unsure() {
    let against = |ids: [&str; 2], section, label: &str| {
        let entries = ids.map(|id| Entry {
            role: RoleId(id.to_owned()),
            on: true,
        });
        let selection = Selection::of(entries);
        let base = RoleId(ids[0].to_owned());
        let comparison = compare(bundled(), &selection.with_baseline(Some(&base)));
        let row = row(&comparison, section, label);
        let difference = row.cells[1].difference.as_ref().expect("a difference");
        difference.text().to_owned()
    };
    // 3.74 and 3.41 of 5; 2.47 and 3.73.
    let certification = "Importance of a certification";
    let education = Section::Education;
    assert_eq!(
        against(["29-1141", "47-2111"], education, certification),
        "−1.27"
    );
    assert_eq!(
        against(["29-1024", "53-2012"], education, certification),
        "too close to tell apart"
    );
    // 7,590 and −14,190 a year; 20 and 30.
    let new_jobs = "New jobs a year";
    assert_eq!(
        against(["47-2111", "43-4051"], Section::Outlook, new_jobs),
        "−21,780"
    );
    assert_eq!(
        against(["19-1011", "39-5091"], Section::Outlook, new_jobs),
        "too close to tell apart"
    );
}

#[test]
fn a_difference_within_the_error_is_not_called_one() {
    assert_eq!(
        in_short(&compared(&["19-1011", "29-1129"]).columns)[0],
        "By middle pay (median), therapists (all other) earn $77,930 a year and animal scientists \
         $68,940: too close to tell apart."
    );
}

#[test]
fn who_cannot_be_told_apart_from_any_other_earns_neither_the_most_nor_the_least() {
    let said = |ids: &[&str]| in_short(&compared(ids).columns).swap_remove(0);
    assert_eq!(
        said(&["39-5091", "49-9097", "17-1021"]),
        "By middle pay (median), signal and track switch repairers earn more ($92,460 a \
         year) than cartographers and photogrammetrists ($81,390). Makeup artists, theatrical and \
         performance ($97,150) cannot be told apart from either."
    );
    assert_eq!(
        said(&["11-9071", "11-9161", "11-9039"]),
        "By middle pay (median), education administrators (all other) earn more ($95,200 a \
         year) than emergency management directors ($93,330). Gambling managers ($93,220) cannot be \
         told apart from either."
    );
}

#[test]
fn all_that_may_earn_the_most_or_the_least_are_named() {
    let said = |ids: &[&str]| in_short(&compared(ids).columns).swap_remove(0);
    assert_eq!(
        said(&["29-1141", "47-2111", "11-2022"]),
        "By middle pay (median), sales managers earn the most of these 3 roles ($148,270 a year) and \
         electricians the least ($63,190)."
    );
}

#[test]
fn top_skills_name_their_source_and_the_roles_without_any() {
    let said = |ids: &[&str]| top_skills(&compared(ids).columns).expect("skills");
    let two_sources = said(&["sales-manager", "11-2022"]);
    assert!(
        two_sources.starts_with(
            "The top skills for sales managers (Zippia’s estimate) are product knowledge,"
        ),
        "{two_sources}"
    );
    assert!(
        two_sources.contains(". For sales managers (O*NET) they are"),
        "{two_sources}"
    );
    let unrated = said(&["29-1242", "29-1141", "29-1229"]);
    assert!(
        unrated.starts_with("The top skills for registered nurses are"),
        "{unrated}"
    );
    assert!(
        unrated.ends_with(
            ". No skills are rated for orthopedic surgeons, except pediatric, and physicians (all other)."
        ),
        "{unrated}"
    );
    assert_eq!(top_skills(&compared(&["29-1242"]).columns), None);
}

#[test]
fn skills_as_important_as_the_third_are_named_or_counted() {
    let said = |id: &str| top_skills(&compared(&[id]).columns).expect("skills");
    // Four are rated 4; reading comprehension has the lowest level of them.
    assert_eq!(
        said("11-1021"),
        "The top skills for general and operations managers are active listening, monitoring, \
         speaking and reading comprehension."
    );
    assert_eq!(
        said("11-9111"),
        "The top skills for medical and health services managers are critical thinking, speaking, \
         active listening and eight more rated the same."
    );
    assert!(said("sales-manager").ends_with("and sales performance."));
}

/// What the line under a section's table says of the rows that are hidden.
fn hidden(ids: &[&str], section: Section) -> Option<String> {
    let dataset = Dataset::bundled().expect("the bundled dataset is sound");
    let roles = ids.iter().map(|id| RoleId((*id).to_owned()));
    let selection = Selection::compared_alone(roles).with_only_differences(true);
    let table = compare(dataset, &selection).table(section);
    table.expect("the section").hidden.in_words()
}

#[test]
fn the_line_under_a_table_says_why_rows_are_hidden() {
    let gambling = ["39-3011", "39-3012"];
    for (section, expected) in [
        (
            Section::Overview,
            "3 rows are hidden: what is published is the same in 1 and too close to tell apart in 2.",
        ),
        (
            Section::Pay,
            "2 rows are hidden: what is published is too close to tell apart in them.",
        ),
        (
            Section::Outlook,
            "1 row is hidden: what is published is the same in it.",
        ),
    ] {
        assert_eq!(hidden(&gambling, section).as_deref(), Some(expected));
    }
    // They share the figures of one wider group, which are not equal figures of their own.
    assert_eq!(hidden(&["25-1031", "25-1032"], Section::People), None);
}

#[test]
fn the_line_under_a_table_names_the_rows_in_which_roles_share_a_wider_group() {
    let shared = |ids: &[&str], only: bool| {
        let roles = ids.iter().map(|id| RoleId((*id).to_owned()));
        let selection = Selection::compared_alone(roles).with_only_differences(only);
        let table = compare(bundled(), &selection).table(Section::People);
        table.expect("the section").shared
    };
    let both = "Both roles share a wider group’s figure, which cannot tell them apart: Age; Ages; Women and men; Race and \
                ethnicity; Men's weekly pay (median); Women's weekly pay (median)";
    let teachers = ["25-1031", "25-1032"];
    let said = shared(&teachers, false).expect("a line");
    assert!(said.starts_with(both), "{said}");
    let only = shared(&teachers, true).expect("a line");
    assert_eq!(only, format!("{said} Such rows are never hidden."));
    let three = shared(&["29-1141", "25-1031", "25-1032"], false).expect("a line");
    assert_eq!(three, said.replace("Both", "Some"));
    // Each has the figures of a group, and not of the same one.
    assert_eq!(shared(&["41-9021", "25-1031"], false), None);
}

#[test]
fn a_group_that_counts_several_roles_together_is_told_of_once() {
    let columns = compared(&["41-9021", "11-1011", "41-9022"]).columns;
    assert_eq!(
        takeaway(&[MetricId::Gender], &columns).expect("a takeaway"),
        "55.8% of real estate brokers, real estate sales agents and others counted with them are women. \
         33.0% of chief executives are women."
    );
}

#[test]
fn jobs_that_neither_grow_nor_shrink_stay_at_about_the_same_number() {
    let columns = compared(&["23-1021", "11-1011"]).columns;
    let said = in_short(&columns).into_iter().nth(1);
    assert_eq!(
        said.as_deref(),
        Some(
            "From 2025 to 2035, jobs for administrative law judges, adjudicators, and hearing officers are expected to \
             stay at about the same number. Jobs for chief executives are expected to grow 3.2%."
        )
    );
}

#[test]
fn no_sentence_about_six_roles_has_more_than_25_words() {
    let six = [
        "11-1011", "29-1141", "47-2111", "43-4051", "25-2021", "53-2012",
    ];
    let columns = compared(&six).columns;
    let texts = in_short(&columns).into_iter();
    let metrics = [
        MetricId::EducationMix,
        MetricId::Gender,
        MetricId::Openings,
        MetricId::Satisfied,
    ];
    let texts = texts.chain(metrics.iter().filter_map(|id| takeaway(&[*id], &columns)));
    for sentence in texts.flat_map(|text| text.split(". ").map(str::to_owned).collect::<Vec<_>>()) {
        assert!(sentence.split(' ').count() <= 25, "{sentence}");
    }
}

#[test]
fn a_share_of_answers_is_not_said_to_be_above_100_percent() {
    let satisfied = |id: &str| {
        let row = row(
            &compared(&[id]),
            Section::People,
            "Satisfied with their job",
        );
        (row.cells[0].text.clone(), row.cells[0].qualifiers.clone())
    };
    // 96.8% with a margin of 5.1 points, and 91.6% with 3.8.
    assert_eq!(
        satisfied("11-1011"),
        ("96.8%".to_owned(), vec!["likely 91.7% or more".to_owned()])
    );
    let (_, nurses) = satisfied("29-1141");
    assert!(nurses[0].starts_with("± "), "{nurses:?}");
}

#[test]
fn a_smaller_number_of_jobs_is_fewer_and_smaller_pay_is_less() {
    let ids = ["29-1141", "11-1011"].map(|id| RoleId(id.to_owned()));
    let selection = Selection::compared_alone(ids.clone()).with_baseline(ids.first());
    let comparison = compare(bundled(), &selection);
    let said = |section, label: &str| {
        let row = row(&comparison, section, label);
        row.cells[1]
            .difference
            .as_ref()
            .expect("a difference")
            .text()
            .to_owned()
    };
    assert!(said(Section::Outlook, "Openings a year").ends_with("% fewer"));
    let nurses = compare(bundled(), &selection.with_baseline(ids.last()));
    let row = row(&nurses, Section::Pay, "Middle yearly pay (median)");
    let less = row.cells[0].difference.as_ref().expect("a difference");
    assert!(less.text().ends_with("% less"), "{less:?}");
}

#[test]
fn no_row_is_said_to_have_no_data_by_the_name_of_a_chart() {
    for ids in [&["29-1141"][..], &["sales-manager"]] {
        let comparison = compared(ids);
        for table in comparison.tables() {
            let charts = ChartId::ALL.into_iter();
            let charts = charts.filter_map(|id| chart(id, Shown::of(&comparison.columns)));
            for chart in charts {
                assert!(!table.left_out.contains(&chart.title), "{}", chart.title);
            }
        }
    }
}

#[test]
fn rows_of_three_roles_are_not_hidden_because_neighbors_are_close() {
    // The first two and the last two are within the error of each other, the first and the last are not.
    let roles = ["11-9161", "11-9071", "11-9039"];
    let dataset = Dataset::bundled().expect("the bundled dataset is sound");
    let ids = roles.iter().map(|id| RoleId((*id).to_owned()));
    let only = Selection::compared_alone(ids).with_only_differences(true);
    let median = row(
        &compare(dataset, &only),
        Section::Pay,
        "Middle yearly pay (median)",
    );
    assert_eq!(texts(&median), ["$93,330", "$93,220", "$95,200"]);
}

#[test]
fn the_figure_of_a_wider_group_is_not_said_of_the_role_alone() {
    let said = |metric: MetricId| {
        takeaway(&[metric], &compared(&["13-2011", "41-9021"]).columns).expect("a takeaway")
    };
    assert_eq!(
        said(MetricId::Gender),
        "59.1% of accountants and auditors are women. 55.8% of real estate brokers and others \
         counted with them are women."
    );
    assert_eq!(
        said(MetricId::RaceOverlapping),
        "Accountants and auditors: White 74.7%, Black or African American 10.3%, Asian 12.7%, \
         Hispanic or Latino 11.5%. Real estate brokers and others counted with them: White 80.8%, \
         Black or African American 9.2%, Asian 6.3%, Hispanic or Latino 17.4%."
    );
}

/// How each role's figure in a row of the people section differs from the first role's.
fn differences(ids: &[&str], section: Section, label: &str) -> Vec<Option<String>> {
    let dataset = Dataset::bundled().expect("the bundled dataset is sound");
    let ids: Vec<RoleId> = ids.iter().map(|id| RoleId((*id).to_owned())).collect();
    let selection = Selection::compared_alone(ids.iter().cloned()).with_baseline(ids.first());
    let cells = row(&compare(dataset, &selection), section, label).cells;
    let cells = cells.into_iter().skip(1);
    cells
        .map(|cell| Some(cell.difference?.text().to_owned()))
        .collect()
}

#[test]
fn a_difference_of_shares_within_the_rule_of_thumb_is_too_close_to_call() {
    let said = |text: &str| Some(text.to_owned());
    // 53.7% of 61,000 and 41.1% of 86,000: more than either margin (10.1 and 8.5 points), less than both (13.2).
    let women = differences(&["11-2011", "27-3023"], Section::People, "Women");
    assert_eq!(women, [said("too close to tell apart")]);
    // 87.3% of 3,528,000 against 33.0% of 1,802,000 and 90.5% of 325,000.
    let women = differences(&["29-1141", "11-1011", "29-1171"], Section::People, "Women");
    assert_eq!(
        women,
        [said("−54.3 points"), said("too close to tell apart")]
    );
    // The margin grows as the base shrinks: 3.2 points are a difference between millions.
    assert!(share_within_error(
        MetricId::Gender,
        "Women",
        &role("29-1141"),
        &role("29-1171")
    ));
    assert!(!share_within_error(
        MetricId::Gender,
        "Women",
        &role("13-2011"),
        &role("11-3031")
    ));
}

#[test]
fn no_difference_is_claimed_of_medians_whose_error_is_not_known() {
    for label in [
        "Age",
        "Men's weekly pay (median)",
        "Women's weekly pay (median)",
    ] {
        assert_eq!(
            differences(&["29-1141", "11-1011"], Section::People, label),
            [None],
            "{label}"
        );
    }
}

#[test]
fn no_difference_is_claimed_between_percentiles_whose_error_is_not_known() {
    let roles = ["11-2022", "29-1141"];
    let comparison = compared(&roles);
    for label in [
        "Lowest tenth, yearly",
        "Lower quarter, yearly",
        "Upper quarter, yearly",
        "Highest tenth, yearly",
        "Lowest tenth, hourly",
        "Highest tenth, hourly",
    ] {
        assert_eq!(differences(&roles, Section::Pay, label), [None], "{label}");
        let row = row(&comparison, Section::Pay, label);
        assert!(row.cells.iter().all(|cell| !cell.leads), "{label}");
    }
    let median = differences(&roles, Section::Pay, "Middle yearly pay (median)");
    assert_ne!(median, [None]);
}

#[test]
fn two_roles_of_one_wider_group_have_the_same_figure() {
    let same = [Some("the same figure".to_owned())];
    for label in ["Women", "65 and older", "Asian", "Age"] {
        assert_eq!(
            differences(&["41-9021", "41-9022"], Section::People, label),
            same,
            "{label}"
        );
    }
    // Another group's figure is not held against it.
    assert_eq!(
        differences(&["41-9021", "25-1031"], Section::People, "Women"),
        [None]
    );
}

#[test]
fn the_figures_of_the_population_survey_say_how_many_people_they_describe() {
    let comparison = compared(&["11-1011", "41-9021"]);
    let age = row(&comparison, Section::People, "Age");
    assert_eq!(
        age.cells[0].qualifiers,
        ["median", "of about 1,802,000 employed people"]
    );
    assert_eq!(
        row(&comparison, Section::People, "Men's weekly pay (median)").cells[0].qualifiers,
        ["of about 791,000 men who work full time"]
    );
    let tables = comparison.tables();
    let groups = tables.iter().flat_map(|table| &table.groups);
    let mut groups = groups.filter(|group| group.label.as_deref() == Some("Women and men"));
    assert_eq!(
        groups.next().expect("the group").notes,
        [
            "Chief Executives: of about 1,802,000 employed people; rule of thumb: about ±1.9 points.",
            "Real Estate Brokers: of about 1,065,000 employed people; rule of thumb: about ±2 points; \
             for a wider group: Real estate brokers and sales agents.",
        ]
    );
}

#[test]
fn without_a_role_there_is_nothing_to_say() {
    let nothing = compared(&[]);
    assert_eq!(title(&nothing.columns), "Choose the roles to compare");
    assert_eq!(in_short(&nothing.columns), [""; 0]);
    assert_eq!(nothing.tables(), []);
    assert_eq!(nothing.sources, []);
}

#[test]
fn a_headline_row_names_the_statistic_on_each_figure() {
    let comparison = both();
    let pay = &row(&comparison, Section::Overview, "Yearly pay");
    assert_eq!(texts(pay), ["$61,487", "$73,952"]);
    for cell in &pay.cells {
        assert_eq!(cell.qualifiers, ["average"]);
    }
    let pay = &row(&comparison, Section::Pay, "Average yearly pay");
    assert!(pay.cells.iter().all(|cell| cell.qualifiers.is_empty()));
}

#[test]
fn the_better_figure_leads_and_a_tie_does_not() {
    let comparison = both();
    let leads = |section, label| -> Vec<bool> {
        let row = &row(&comparison, section, label);
        row.cells.iter().map(|cell| cell.leads).collect()
    };
    assert_eq!(leads(Section::Overview, "Yearly pay"), [false, true]);
    // 6% and 5%, which may be as close as 5.5% and 5.4%.
    assert_eq!(leads(Section::Overview, "Growth"), [false, false]);
    assert_eq!(leads(Section::Overview, "Job satisfaction"), [false, false]);
    // No winner among people.
    assert_eq!(leads(Section::People, "Age"), [false, false]);
    assert_eq!(leads(Section::People, "Women"), [false, false]);
    assert_eq!(leads(Section::People, "LGBT"), [false, false]);
}

#[test]
fn a_missing_figure_is_said_in_words_beside_one_that_is_there() {
    let comparison = both();
    let industry = &row(&comparison, Section::Pay, "Best-paying industry");
    assert_eq!(
        texts(industry),
        ["Manufacturing", "not published for this role"]
    );
    assert_eq!(
        industry
            .cells
            .iter()
            .map(|c| c.is_value)
            .collect::<Vec<_>>(),
        [true, false]
    );
}

#[test]
fn two_levels_of_education_that_are_equally_common_are_both_named() {
    assert_eq!(
        takeaway(&[MetricId::EducationMix], &compared(&["43-5052"]).columns).expect("a takeaway"),
        "Most common among Postal Service mail carriers, 25 and older: high school diploma and \
         some college, no degree (34.2% each)."
    );
    let degree = row(
        &compared(&["43-5052"]),
        Section::Education,
        "Most common degree",
    );
    assert_eq!(
        texts(&degree),
        ["High school diploma, or some college, no degree, 34.2% each"]
    );
}

#[test]
fn all_places_that_could_pay_best_are_named() {
    let state = "Best-paying state";
    let metro = "Best-paying city or metropolitan area";
    let industry = "Best-paying industry";
    let close = "too close to tell apart";
    let cases: [(&str, &str, &str, &[&str]); 9] = [
        (
            "11-2022",
            state,
            "New York, $217,640",
            &["38,510 jobs there"],
        ),
        (
            "11-1021",
            state,
            "New Jersey or District of Columbia: $168,000 to $173,690",
            &[close],
        ),
        (
            "11-2011",
            state,
            "New York, California or Washington: $163,380 to $173,700",
            &[close],
        ),
        (
            "13-1161",
            state,
            "Massachusetts, Delaware, New York and 1 other: $98,090 to $101,810",
            &[close],
        ),
        (
            "13-2072",
            state,
            "Massachusetts, Connecticut, New York and 4 others: $92,920 to $101,600",
            &[close],
        ),
        (
            "11-2022",
            metro,
            "New York-Newark-Jersey City, NY-NJ, or Boston-Cambridge-Newton, MA-NH: $206,610 to $215,150",
            &[close],
        ),
        (
            "11-1011",
            metro,
            "Bridgeport-Stamford-Danbury, CT; Portland-Vancouver-Hillsboro, OR-WA; Seattle-Tacoma-Bellevue, WA; \
             and 2 others: $335,900 to $388,060",
            &[close],
        ),
        (
            "11-3013",
            industry,
            "Scientific Research and Development Services or Aerospace Product and Parts Manufacturing: \
             $157,460 to $161,220",
            &[close],
        ),
        // Where a median is published only as "at least", it may be higher than any.
        (
            "29-1214",
            state,
            "Maryland, Michigan, Minnesota and 1 other: $377,480 to $451,620",
            &[close, "6 more may pay more"],
        ),
    ];
    for (role, label, text, qualifiers) in cases {
        let row = row(&compared(&[role]), Section::Pay, label);
        let [cell] = row.cells.as_slice() else {
            unreachable!("one role, one cell");
        };
        assert_eq!(cell.text, text);
        assert_eq!(cell.qualifiers[0], "by median pay");
        assert_eq!(cell.qualifiers[1..], *qualifiers, "{text}");
    }
}

#[test]
fn nothing_is_claimed_of_roles_by_where_they_are_paid_best() {
    let roles = ["11-2022", "11-2021"].map(|id| RoleId(id.to_owned()));
    let selection = Selection::compared_alone(roles.clone()).with_baseline(roles.last());
    let dataset = Dataset::bundled().expect("the bundled dataset is sound");
    let comparison = compare(dataset, &selection);
    for label in [
        "Best-paying state",
        "Best-paying city or metropolitan area",
        "Best-paying industry",
    ] {
        for cell in row(&comparison, Section::Pay, label).cells {
            assert!(cell.is_value, "{label}");
            assert_eq!(
                (cell.extent, cell.difference, cell.leads),
                (None, None, false),
                "{label}"
            );
        }
    }
}

#[test]
fn a_role_with_too_few_ranked_places_is_not_called_unpublished() {
    let comparison = compared(&["11-3021", "13-1011"]);
    let state = &row(&comparison, Section::Pay, "Best-paying state");
    assert_eq!(texts(state)[1], "none chosen: fewer than 5 can be ranked");
    assert!(!state.cells[1].is_value);
    // Two states have enough jobs and a sure enough wage, and twelve smaller ones pay more than the better of them.
    let few = &row(&compared(&["19-3022"]), Section::Pay, "Best-paying state");
    assert_eq!(texts(few), ["none chosen: fewer than 5 can be ranked"]);
}

#[test]
fn no_best_state_is_named_where_one_with_too_uncertain_pay_may_pay_as_much() {
    // New York and Texas have errors of 15.3% and 29.1%; either may pay as much as Maryland, the first of the surer ones.
    let state = &row(&compared(&["27-2011"]), Section::Pay, "Best-paying state");
    assert_eq!(
        texts(state),
        ["none chosen: pay elsewhere is too uncertain"]
    );
    assert!(!state.cells[0].is_value);
}

#[test]
fn a_zero_of_a_table_that_counts_in_hundreds_is_not_none() {
    let comparison = compared(&["29-1024", "19-1011"]);
    let said = |label: &str| {
        let row = row(&comparison, Section::Outlook, label);
        texts(&row).join("; ")
    };
    assert_eq!(said("Openings a year"), "fewer than 50; 200");
    assert_eq!(
        said("Leave the labor force each year (2024–34)"),
        "fewer than 50; fewer than 50"
    );
    assert_eq!(
        takeaway(&[MetricId::Openings], &comparison.columns).expect("a takeaway"),
        "Fewer than 50 openings a year for prosthodontists. 200 openings a year for animal scientists."
    );
}

#[test]
fn a_row_no_compared_role_has_is_left_out_and_named() {
    let alone = compared(&["sales-manager"]);
    let tables = alone.tables();
    let pay = tables.iter().find(|t| t.section == Section::Pay);
    let pay = pay.expect("the pay table");
    assert!(
        pay.left_out
            .iter()
            .any(|label| label == "Best-paying industry")
    );
    let mut rows = pay.groups.iter().flat_map(|group| &group.rows);
    assert!(rows.all(|row| row.label != "Best-paying industry"));
}

#[test]
fn the_cells_of_a_row_share_one_scale_from_zero() {
    let comparison = both();
    let extents = |section, label| -> Vec<Option<(f64, f64)>> {
        let row = &row(&comparison, section, label);
        row.cells.iter().map(|cell| cell.extent).collect()
    };
    assert_eq!(
        extents(Section::Overview, "Yearly pay"),
        [Some((0.0, 61_487.0 / 73_952.0)), Some((0.0, 1.0))]
    );
    assert_eq!(
        extents(Section::Pay, "Yearly pay, low to high end"),
        [
            Some((35_000.0 / 129_000.0, 105_000.0 / 129_000.0)),
            Some((42_000.0 / 129_000.0, 1.0))
        ]
    );
    // A share is drawn against the whole, not against the other role.
    assert_eq!(
        extents(Section::People, "LGBT"),
        [Some((0.0, 0.1)), Some((0.0, 0.07))]
    );
    assert_eq!(extents(Section::Pay, "Best-paying company"), [None, None]);
}

#[test]
fn skills_are_shared_or_alone_and_none_is_lost() {
    let comparison = both();
    let compared = skills(&comparison.columns).expect("both roles have skills");
    let shared = compared.shared.as_ref().expect("two lists");
    let names: Vec<&str> = shared.iter().map(|s| s.name.as_str()).collect();
    assert_eq!(names, ["Customer Satisfaction"]);
    let weights = shared[0].weights.iter().flatten();
    let weights: Vec<(&str, f64)> = weights.map(|w| (w.text.as_str(), w.fraction)).collect();
    assert_eq!(weights, [("6%", 6.0 / 15.0), ("7%", 7.0 / 15.0)]);
    let names = |column: usize| -> Vec<&str> {
        let skills = &compared.alone[column].skills;
        skills.iter().map(|(name, _)| name.as_str()).collect()
    };
    assert_eq!(
        names(0),
        [
            "Strong Customer Service",
            "Payroll",
            "Customer Complaints",
            "Customer Service",
            "ISO"
        ]
    );
    assert_eq!(
        names(1),
        [
            "Product Knowledge",
            "Sales Performance",
            "CRM",
            "Sales Process",
            "Work Ethic"
        ]
    );
    assert_eq!(compared.alone[0].skills[0].1.fraction, 1.0);
}

#[test]
fn only_the_sources_of_what_is_shown_are_listed() {
    let ids: Vec<String> = both().sources.into_iter().map(|s| s.id.0).collect();
    assert_eq!(ids, ["zippia", "crossroads"]);
}

#[test]
fn the_chart_s_takeaway_reads_as_a_sentence() {
    let takeaway = crossroads::compare::pay_takeaway(&both().columns);
    assert_eq!(
        takeaway.as_deref(),
        Some(
            "Zippia estimates that customer service managers are paid from $35,000 to $105,000 a year. Zippia \
             estimates that sales managers are paid from $42,000 to $129,000 a year."
        )
    );
}

#[test]
fn each_sentence_above_a_chart_of_estimates_says_so() {
    let columns = both().columns;
    for metric in [
        MetricId::AgeAverage,
        MetricId::Gender,
        MetricId::RaceAndEthnicity,
    ] {
        let said = takeaway(&[metric], &columns).expect("two sentences");
        assert_eq!(said.matches("Zippia estimates that ").count(), 2, "{said}");
    }
    assert!(
        takeaway(&[MetricId::RaceAndEthnicity], &columns)
            .expect("two sentences")
            .ends_with("the largest group among sales managers is White (78.2%).")
    );
}

#[test]
fn where_the_upper_quarter_is_the_highest_tenth_at_least_half_earn_up_to_it() {
    let takeaway = crossroads::compare::pay_takeaway(&compared(&["53-4041"]).columns);
    assert_eq!(
        takeaway.as_deref(),
        Some(
            "At least half of subway and streetcar operators earn between $61,980 and $90,140 a year."
        )
    );
}
