//! Looking through all roles: filtered, sorted, a page at a time.

use std::cmp::Ordering;

use crate::model::{
    DataError, Dataset, Family, Figure, Headline, MetricId, Reading, RoleId, Source, SourceId,
    Summary, format,
};

/// How many roles stand on one page of the list.
pub const ROLES_A_PAGE: usize = 25;

/// How the roles are looked through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Browse {
    /// The code of the family that is shown; all where none is.
    pub family: Option<String>,
    /// The least that the middle pay of a year may be, in dollars, above 0.
    pub at_least_pay: Option<u32>,
    /// The most education that may usually be needed to start, as its place in
    /// [`Dataset::entry_education`].
    pub at_most_education: Option<usize>,
    /// Whether only roles are shown of which more jobs are expected.
    pub growing: bool,
    /// The order.
    pub sort: Sort,
    /// How many pages stand before the one that is shown.
    pub pages_before: usize,
}

/// The order of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// What it goes by.
    pub by: SortBy,
    /// Which end comes first.
    pub order: Order,
}

/// What the list can be sorted by: its columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortBy {
    /// The titles.
    #[default]
    Title,
    /// A figure.
    Figure(Headline),
}

/// Which end comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The lowest, or A.
    Ascending,
    /// The highest, or Z.
    Descending,
}

/// A page of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct BrowsePage {
    /// The roles on it.
    pub rows: Vec<BrowseRow>,
    /// How many roles the filters leave, on all pages.
    pub total: usize,
    /// How many pages stand before this one.
    pub pages_before: usize,
    /// How many pages there are; at least one.
    pub pages: usize,
    /// The families, each with the number of roles that the other filters leave in it.
    pub families: Vec<FamilyCount>,
    /// How many roles the filters leave in all families together.
    pub in_all_families: usize,
    /// The sources of the figures on it, in the order of first use.
    pub sources: Vec<Source>,
    /// The roles that cannot be read, with what is wrong with them.
    pub unreadable: Vec<DataError>,
}

/// A family and how many roles of it there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FamilyCount {
    /// The family.
    pub family: Family,
    /// How many of its roles the filters leave.
    pub roles: usize,
}

/// A role in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrowseRow {
    /// The role.
    pub role: RoleId,
    /// Its title.
    pub title: String,
    /// Whose figures these are, where they are not official.
    pub provenance: Option<String>,
    /// In the order of [`Headline::ALL`].
    pub cells: Vec<BrowseCell>,
}

/// A figure of a role in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrowseCell {
    /// Which one.
    pub headline: Headline,
    /// The figure, or which kind of non-value it is, in words.
    pub text: String,
    /// Whether the text is a value; otherwise it says why there is none.
    pub is_value: bool,
    /// What must be said with it: another measure, the margin.
    pub qualifiers: Vec<String>,
    /// The wider group it belongs to, in words.
    pub wider_group: Option<String>,
}

impl SortBy {
    /// All of them, in the order of the columns.
    pub fn all() -> impl Iterator<Item = Self> {
        let figures = Headline::ALL.into_iter().map(Self::Figure);
        std::iter::once(Self::Title).chain(figures)
    }

    /// The order most readers ask for first: from A, from the least education, and otherwise from
    /// the most.
    pub fn first_order(self) -> Order {
        match self {
            Self::Title | Self::Figure(Headline::Education) => Order::Ascending,
            Self::Figure(_) => Order::Descending,
        }
    }

    /// The head of the column.
    pub fn label(self) -> &'static str {
        match self {
            Self::Title => "Role",
            Self::Figure(Headline::Pay) => "Middle pay",
            Self::Figure(Headline::Growth) => "Growth",
            Self::Figure(Headline::Openings) => "Openings",
            Self::Figure(Headline::Education) => "Education",
            Self::Figure(Headline::Jobs) => "Jobs",
            Self::Figure(Headline::Satisfied) => "Satisfied",
        }
    }

    /// What the head leaves out.
    pub fn unit(self) -> Option<&'static str> {
        match self {
            Self::Title => None,
            Self::Figure(Headline::Pay) => Some("median, a year"),
            Self::Figure(Headline::Growth) => Some("2025 to 2035"),
            Self::Figure(Headline::Openings) => Some("a year"),
            Self::Figure(Headline::Education) => Some("usual to start"),
            Self::Figure(Headline::Jobs) => Some("employees"),
            Self::Figure(Headline::Satisfied) => Some("with their job"),
        }
    }
}

impl Sort {
    /// By a column, in the order most readers ask for first.
    pub fn first_by(by: SortBy) -> Self {
        let order = by.first_order();
        Self { by, order }
    }

    /// The order in words: "by middle pay, highest first".
    pub fn words(self) -> &'static str {
        use Order::{Ascending, Descending};
        match (self.by, self.order) {
            (SortBy::Title, Ascending) => "by title, from A to Z",
            (SortBy::Title, Descending) => "by title, from Z to A",
            (SortBy::Figure(Headline::Pay), Ascending) => "by middle pay, lowest first",
            (SortBy::Figure(Headline::Pay), Descending) => "by middle pay, highest first",
            (SortBy::Figure(Headline::Growth), Ascending) => "by growth, lowest first",
            (SortBy::Figure(Headline::Growth), Descending) => "by growth, highest first",
            (SortBy::Figure(Headline::Openings), Ascending) => "by openings, fewest first",
            (SortBy::Figure(Headline::Openings), Descending) => "by openings, most first",
            (SortBy::Figure(Headline::Education), Ascending) => "by education, least first",
            (SortBy::Figure(Headline::Education), Descending) => "by education, most first",
            (SortBy::Figure(Headline::Jobs), Ascending) => "by number of jobs, fewest first",
            (SortBy::Figure(Headline::Jobs), Descending) => "by number of jobs, most first",
            (SortBy::Figure(Headline::Satisfied), Ascending) => {
                "by how many are satisfied, fewest first"
            }
            (SortBy::Figure(Headline::Satisfied), Descending) => {
                "by how many are satisfied, most first"
            }
        }
    }
}

impl Default for Sort {
    fn default() -> Self {
        Self::first_by(SortBy::default())
    }
}

impl Order {
    fn turned(self) -> Self {
        match self {
            Self::Ascending => Self::Descending,
            Self::Descending => Self::Ascending,
        }
    }
}

impl Browse {
    /// The most that can be asked for as the least pay, in dollars a year.
    pub const MOST_PAY: u32 = 10_000_000;

    /// A family from its first page on, under the same filters; none is all families.
    pub fn of_family(&self, code: Option<&str>) -> Self {
        let family = code.map(str::to_owned);
        self.changed(|browse| browse.family = family)
    }

    /// Only roles whose middle pay is at least this much.
    pub fn with_pay(&self, dollars: Option<u32>) -> Self {
        let dollars = dollars.map(|dollars| dollars.min(Self::MOST_PAY));
        self.changed(|browse| browse.at_least_pay = dollars.filter(|dollars| *dollars > 0))
    }

    /// Only roles that usually need at most this education.
    pub fn with_education(&self, place: Option<usize>) -> Self {
        self.changed(|browse| browse.at_most_education = place)
    }

    /// Only roles of which more jobs are expected, or all.
    pub fn with_growing(&self, growing: bool) -> Self {
        self.changed(|browse| browse.growing = growing)
    }

    /// Sorted by a column: as most readers ask for it first, or turned where it is sorted by it
    /// already.
    pub fn sorted_by(&self, by: SortBy) -> Self {
        let sort = match self.sort {
            Sort { by: same, order } if same == by => Sort {
                by,
                order: order.turned(),
            },
            _ => Sort::first_by(by),
        };
        self.changed(|browse| browse.sort = sort)
    }

    /// Another page of the same list.
    pub fn on_page_after(&self, pages_before: usize) -> Self {
        let mut browse = self.clone();
        browse.pages_before = pages_before;
        browse
    }

    /// All roles, in the same order.
    pub fn without_filters(&self) -> Self {
        let sort = self.sort;
        Self {
            sort,
            ..Self::default()
        }
    }

    /// Whether anything but the family narrows the list.
    pub fn is_filtered(&self) -> bool {
        self.at_least_pay.is_some() || self.at_most_education.is_some() || self.growing
    }

    fn changed(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut browse = self.on_page_after(0);
        change(&mut browse);
        browse
    }

    /// Whether the filters leave a role in the list, whatever its family. One whose figure is not
    /// known cannot be said to meet a filter, and is left out by it.
    fn keeps(&self, role: &Summary) -> bool {
        let number = |headline| role.comparable(headline);
        let pay = self.at_least_pay.is_none_or(|least| {
            let least = f64::from(least);
            // What is at least so much is also at least anything below that.
            let top_coded = match role.figure(Headline::Pay) {
                Some((MetricId::PayYearMedian, figure)) => at_least(figure),
                _ => None,
            };
            number(Headline::Pay)
                .or(top_coded)
                .is_some_and(|pay| pay >= least)
        });
        let education = self.at_most_education.is_none_or(|most| {
            number(Headline::Education).is_some_and(|place| place <= most as f64)
        });
        let grows = !self.growing || number(Headline::Growth).is_some_and(|growth| growth > 0.0);
        pay && education && grows
    }

    fn has_in_family(&self, role: &Summary) -> bool {
        self.family.is_none() || self.family == role.family
    }
}

fn at_least(figure: &Figure) -> Option<f64> {
    match figure.reading {
        Reading::AtLeast(least) => Some(least),
        _ => None,
    }
}

impl BrowsePage {
    /// Which roles of how many are on the page: "26 to 50 of 832 roles".
    pub fn range(&self) -> String {
        let (first, total) = (self.pages_before * ROLES_A_PAGE + 1, self.total);
        let roles = if total == 1 { "role" } else { "roles" };
        match self.rows.len() {
            0 => "No roles".to_owned(),
            1 => format!("{first} of {total} {roles}"),
            more => format!("{first} to {} of {total} {roles}", first + more - 1),
        }
    }
}

/// The headline of the list: the family that is shown, or that they are all.
pub fn list_title(dataset: &Dataset, browse: &Browse) -> String {
    let families = dataset.families().into_iter();
    let mut shown = families.filter(|family| Some(&family.code) == browse.family.as_ref());
    match shown.next() {
        Some(family) => family.title,
        None => format!("All {} roles", dataset.ids().count()),
    }
}

/// The page that is asked for; the last one where there are not so many.
pub fn browse(dataset: &Dataset, browse: &Browse) -> BrowsePage {
    let summaries = dataset.summaries();
    let kept: Vec<&Summary> = summaries.roles.iter().filter(|r| browse.keeps(r)).collect();
    let families = dataset.families().into_iter().map(|family| FamilyCount {
        roles: kept
            .iter()
            .filter(|role| role.family.as_ref() == Some(&family.code))
            .count(),
        family,
    });
    let families = families.collect();
    let in_all_families = kept.len();

    let mut shown = kept;
    shown.retain(|role| browse.has_in_family(role));
    shown.sort_by(|one, other| compared(browse.sort, one, other));
    let total = shown.len();
    let pages = total.div_ceil(ROLES_A_PAGE).max(1);
    let pages_before = browse.pages_before.min(pages - 1);
    let on_page = shown.into_iter().skip(pages_before * ROLES_A_PAGE);
    let on_page: Vec<&Summary> = on_page.take(ROLES_A_PAGE).collect();

    let mut used: Vec<&SourceId> = Vec::new();
    for figure in on_page.iter().flat_map(|role| role.figures()) {
        if !used.contains(&&figure.source) {
            used.push(&figure.source);
        }
    }
    let sources = used.into_iter().filter_map(|id| dataset.source(id));
    BrowsePage {
        sources: sources.cloned().collect(),
        rows: on_page.into_iter().map(|role| row(dataset, role)).collect(),
        total,
        pages_before,
        pages,
        families,
        in_all_families,
        unreadable: summaries.unreadable.clone(),
    }
}

/// Values by value; what is not a value after all that are, whichever end comes first. Equals by
/// title.
fn compared(sort: Sort, one: &Summary, other: &Summary) -> Ordering {
    let directed = |order: Ordering| match sort.order {
        Order::Ascending => order,
        Order::Descending => order.reverse(),
    };
    let by_title = (&one.title, &one.role).cmp(&(&other.title, &other.role));
    let by_figure = match sort.by {
        SortBy::Title => return directed(by_title),
        SortBy::Figure(headline) => match (one.comparable(headline), other.comparable(headline)) {
            (Some(one), Some(other)) => directed(one.total_cmp(&other)),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => Ordering::Equal,
        },
    };
    by_figure.then(by_title)
}

fn row(dataset: &Dataset, role: &Summary) -> BrowseRow {
    let official = role.family.is_some();
    let source = dataset.source(&role.source).filter(|_| !official);
    BrowseRow {
        role: role.role.clone(),
        title: role.title.clone(),
        provenance: source.map(|source| source.short.clone()),
        cells: Headline::ALL.map(|headline| cell(role, headline)).into(),
    }
}

fn cell(role: &Summary, headline: Headline) -> BrowseCell {
    let Some((metric, figure)) = role.figure(headline) else {
        return BrowseCell {
            headline,
            text: format::NOT_PUBLISHED.to_owned(),
            is_value: false,
            qualifiers: Vec::new(),
            wider_group: None,
        };
    };
    let metric = metric.metric();
    let stands_in = Some(&metric.id) != headline.metrics().first();
    let apart = metric.qualifier.filter(|_| stands_in).map(str::to_owned);
    // An answer of a small survey is not to be read without its margin.
    let margin = format::margin(figure);
    let wider = figure.wider_group.as_ref();
    BrowseCell {
        headline,
        text: format::figure(metric, figure),
        is_value: figure.exact().is_some(),
        qualifiers: apart.into_iter().chain(margin).collect(),
        wider_group: wider.map(|group| format!("for a wider group: {group}")),
    }
}
