//! [`Browse`] <-> its params of the query string, beside `view=browse`:
//!
//! * `family=29-0000`: the code of a family.
//! * `pay=60000`: at least this middle pay, in dollars a year.
//! * `education=5`: at most this education, as its place among the levels, counted from 0.
//! * `growing=1`: only roles of which more jobs are expected.
//! * `sort=pay`: the column, from the end most readers ask for first; `pay-up` and `pay-down` say it.
//! * `page=2`: the page, counted from 1.
//!
//! Only what differs from the list a reader first sees is written down.

use super::notices::{Notices, quote};
use super::{Browse, Order, ROLES_A_PAGE, Sort, SortBy};
use crate::model::{Dataset, Headline};

/// The params as a link has them, while it is read.
#[derive(Default)]
pub(super) struct BrowseParams {
    family: Option<String>,
    pay: Option<String>,
    education: Option<String>,
    growing: Option<String>,
    sort: Option<String>,
    page: Option<String>,
}

impl BrowseParams {
    /// Returns the field of a param; none where it is not one of browsing.
    pub(super) fn field_of(&mut self, name: &str) -> Option<&mut Option<String>> {
        Some(match name {
            "family" => &mut self.family,
            "pay" => &mut self.pay,
            "education" => &mut self.education,
            "growing" => &mut self.growing,
            "sort" => &mut self.sort,
            "page" => &mut self.page,
            _ => return None,
        })
    }

    /// Reads the params; a value that cannot be had is dropped and named.
    pub(super) fn read(self, dataset: &Dataset, notices: &mut Notices) -> Browse {
        let mut browse = Browse::default();
        let mut refuse = |param: &str, sentence: &str| {
            notices.add(sentence.replace("{}", &quote(param)));
        };
        if let Some(code) = self.family {
            let known = dataset.families().iter().any(|f| f.code == code);
            match known {
                true => browse.family = Some(code),
                false => refuse(
                    &code,
                    "The link asks for a family {} that Crossroads does not have. All are shown.",
                ),
            }
        }
        if let Some(pay) = self.pay {
            browse.at_least_pay = whole(&pay, 1, u64::from(Browse::MOST_PAY))
                .and_then(|dollars| u32::try_from(dollars).ok());
            if browse.at_least_pay.is_none() {
                refuse(
                    &pay,
                    "The link asks for a pay of {}, where an amount a year in figures was expected. \
                     Roles of any pay are shown.",
                );
            }
        }
        if let Some(education) = self.education {
            let levels = dataset.entry_education().len() as u64;
            let place = levels
                .checked_sub(1)
                .and_then(|last| whole(&education, 0, last));
            browse.at_most_education = place.and_then(|place| usize::try_from(place).ok());
            if browse.at_most_education.is_none() {
                refuse(
                    &education,
                    "The link asks for an education {} that Crossroads does not know. Roles of any \
                     education are shown.",
                );
            }
        }
        match self.growing.as_deref() {
            None => {}
            Some("1") => browse.growing = true,
            Some(other) => refuse(
                other,
                "The link says growing {}, where 1 was expected. Roles of any growth are shown.",
            ),
        }
        if let Some(sort) = self.sort {
            match sort_of(&sort) {
                Some(sort) => browse.sort = sort,
                None => refuse(
                    &sort,
                    "The link sorts by {}, which Crossroads does not know. The roles stand by title.",
                ),
            }
        }
        if let Some(page) = self.page {
            let most = dataset.ids().count().div_ceil(ROLES_A_PAGE).max(1) as u64;
            match whole(&page, 1, most).and_then(|page| usize::try_from(page).ok()) {
                Some(page) => browse.pages_before = page - 1,
                None => refuse(
                    &page,
                    "The link asks for a page {} that the list does not have. This is the first.",
                ),
            }
        }
        browse
    }

    /// Says of each param that it means nothing where the roles are not looked through.
    pub(super) fn refuse(self, notices: &mut Notices) -> Browse {
        for (name, param) in [
            ("family", &self.family),
            ("pay", &self.pay),
            ("education", &self.education),
            ("growing", &self.growing),
            ("sort", &self.sort),
            ("page", &self.page),
        ] {
            if param.is_some() {
                notices.add(format!(
                    "The link has a part named {} that belongs to the list of all roles. It was \
                     left out.",
                    quote(name)
                ));
            }
        }
        Browse::default()
    }
}

/// The params, joined; empty for the list that a reader first sees.
pub(super) fn query(browse: &Browse) -> String {
    let mut params = Vec::new();
    let mut add = |name: &str, content: Option<String>| {
        params.extend(content.map(|content| format!("{name}={content}")));
    };
    add("family", browse.family.clone());
    add(
        "pay",
        browse.at_least_pay.map(|dollars| dollars.to_string()),
    );
    let education = browse.at_most_education;
    add("education", education.map(|place| place.to_string()));
    add("growing", browse.growing.then(|| "1".to_owned()));
    let sorted = (browse.sort != Sort::default()).then(|| key_of(browse.sort));
    add("sort", sorted);
    let page = browse.pages_before + 1;
    add("page", (page > 1).then(|| page.to_string()));
    params.join("&")
}

/// A whole number within these bounds, in digits alone.
fn whole(text: &str, least: u64, most: u64) -> Option<u64> {
    let digits = text.len() <= 12 && text.bytes().all(|byte| byte.is_ascii_digit());
    let number: u64 = text.parse().ok().filter(|_| digits)?;
    (least..=most).contains(&number).then_some(number)
}

fn name_of(by: SortBy) -> &'static str {
    match by {
        SortBy::Title => "title",
        SortBy::Figure(Headline::Pay) => "pay",
        SortBy::Figure(Headline::Growth) => "growth",
        SortBy::Figure(Headline::Openings) => "openings",
        SortBy::Figure(Headline::Education) => "education",
        SortBy::Figure(Headline::Jobs) => "jobs",
        SortBy::Figure(Headline::Satisfied) => "satisfied",
    }
}

fn key_of(sort: Sort) -> String {
    let name = name_of(sort.by);
    match sort.order {
        order if order == sort.by.first_order() => name.to_owned(),
        Order::Ascending => format!("{name}-up"),
        Order::Descending => format!("{name}-down"),
    }
}

fn sort_of(key: &str) -> Option<Sort> {
    let (name, order) = match key.split_once('-') {
        None => (key, None),
        Some((name, "up")) => (name, Some(Order::Ascending)),
        Some((name, "down")) => (name, Some(Order::Descending)),
        Some(_) => return None,
    };
    let by = SortBy::all().find(|by| name_of(*by) == name)?;
    let order = order.unwrap_or(by.first_order());
    Some(Sort { by, order })
}
