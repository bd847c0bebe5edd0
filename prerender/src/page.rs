//! What a page is made of.

use std::fs;
use std::path::{Path, PathBuf};

use crossroads::charts::{ChartId, Shown, chart, draw};
use crossroads::compare::{self, Selection, link};
use crossroads::model::{Dataset, Details, Role, RoleId, Words};
use crossroads::pages::App;
use crossroads::state::Address;
use leptos::prelude::*;
use serde_json::{Value as Json, json};

use crate::{body, structured};

/// Where the details of roles lie, in this source tree and beside the built page.
const SHARDS: &str = "data/occupation";
const PUBLIC: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../public");

/// The folder of the details in this source tree.
pub fn shards() -> PathBuf {
    Path::new(PUBLIC).join(SHARDS)
}

/// The width of the first chart on a wide screen, in px: its column at 1,280.
const WIDE: u32 = 578;

/// The most bytes of a role's page that are its own; what goes beyond is left to the program.
const MOST_OF_ROLE: usize = 80_000;

/// How long what search engines show of a page may be, in characters.
const LONGEST_DESCRIPTION: usize = 155;

/// The comparison of a first visit. Title and description are those of the site itself.
pub fn of_the_default(dataset: &'static Dataset) -> Json {
    let query = link::query(&Selection::default_of(dataset), dataset);
    let body = at_both_widths(dataset, &query, Address::at, &[]);
    json!({ "path": "", "body": body::without_what_needs_the_program(&body) })
}

/// The page of one role.
pub fn of_role(dataset: &'static Dataset, id: &RoleId) -> Result<Json, String> {
    let role = dataset.role(id).map_err(|error| error.to_string())?;
    let role =
        role.ok_or_else(|| format!("expected the role {}, which the dataset lists", id.0))?;
    let details = details_of(dataset, id)?;
    let written = details.as_ref().and_then(|details| details.words.as_ref());
    let words = role.words.as_ref().or(written);
    let given: Vec<(RoleId, Details)> = details.iter().map(|d| (id.clone(), d.clone())).collect();
    let body = at_both_widths(
        dataset,
        &format!("roles={}", id.0),
        Address::of_link,
        &given,
    );
    let body = body::without_what_needs_the_program(&body);
    Ok(json!({
        "path": format!("role/{}/", id.0),
        "title": format!("{}: pay, outlook, education, duties · Crossroads", title_of(&role, dataset)),
        "description": described(&role, words),
        "body": body::within(MOST_OF_ROLE, &body::plain_further_down(&body)),
        "data": structured::occupation(&role, words),
        "shard": details.is_some().then(|| format!("{SHARDS}/{}.json", id.0)),
    }))
}

fn title_of(role: &Role, dataset: &Dataset) -> String {
    match (&role.official, dataset.provenance(&role.id)) {
        // A namesake of an official occupation says whose figures it has.
        (Some(_), Some(provenance)) => format!("{} ({provenance})", role.title),
        _ => role.title.clone(),
    }
}

fn details_of(dataset: &Dataset, id: &RoleId) -> Result<Option<Details>, String> {
    if !dataset.has_details(id) {
        return Ok(None);
    }
    let path = shards().join(format!("{}.json", id.0));
    let at = |error: String| format!("{}: {error}", path.display());
    let json = fs::read_to_string(&path).map_err(|error| at(error.to_string()))?;
    let details = Details::parse(id, &json).map_err(|error| at(error.to_string()))?;
    Ok(Some(details))
}

/// As many whole sentences of what people in the role do as search engines show, else what the page holds.
fn described(role: &Role, words: Option<&Words>) -> String {
    let text = words.map_or("", |words| &words.description);
    let mut whole = String::new();
    for sentence in text.split_inclusive(". ") {
        if whole.chars().count() + sentence.chars().count() > LONGEST_DESCRIPTION {
            break;
        }
        whole.push_str(sentence);
    }
    if whole.trim().is_empty() {
        return format!(
            "{}: pay, outlook, education, people, duties and skills, each figure with its source.",
            role.title
        );
    }
    whole.trim().to_owned()
}

/// The whole page, with its first chart as it is on a phone and as it is on a wide screen.
fn at_both_widths(
    dataset: &'static Dataset,
    query: &str,
    address: impl Fn(&str) -> Address,
    given: &[(RoleId, Details)],
) -> String {
    let html = Owner::new()
        .with(|| view! { <App address=address(query) given=given.to_vec() /> }.to_html());
    let selection = link::parse(query, dataset).selection;
    let columns = compare::compare(dataset, &selection).columns;
    let wide =
        chart(ChartId::SalaryRange, Shown::of(&columns)).and_then(|spec| draw(&spec, WIDE).ok());
    body::with_first_picture_for_both(&html, wide.as_ref().map(|drawing| drawing.svg.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(id: &str) -> Json {
        let dataset = Dataset::bundled().unwrap();
        of_role(dataset, &RoleId(id.to_owned())).unwrap()
    }

    fn text<'a>(page: &'a Json, field: &str) -> &'a str {
        page[field].as_str().unwrap_or_default()
    }

    #[test]
    fn the_default_comparison_is_written_whole() {
        let page = of_the_default(Dataset::bundled().unwrap());
        let body = text(&page, "body");
        for words in [
            "$61,487",
            "$73,952",
            "id=\"sources\"",
            "id=\"skills\"",
            "for-wide",
        ] {
            assert!(body.contains(words), "no {words}");
        }
        assert!(!body.contains("<dialog"));
    }

    #[test]
    fn the_page_of_a_role_says_what_it_is_about() {
        let page = page("29-1141");
        assert_eq!(text(&page, "path"), "role/29-1141/");
        assert!(text(&page, "title").starts_with("Registered Nurses: "));
        let description = text(&page, "description");
        assert!(description.starts_with("In hospitals"), "{description}");
        assert!(description.ends_with('.'), "{description}");
        // Its words are written out, not on their way.
        assert!(text(&page, "body").contains("registered nurses plan and give care"));
        assert_eq!(text(&page, "shard"), "data/occupation/29-1141.json");
    }

    #[test]
    fn a_namesake_says_whose_figures_it_has() {
        let dataset = Dataset::bundled().unwrap();
        let id = &dataset.default_tray()[0];
        let page = of_role(dataset, id).unwrap();
        assert!(text(&page, "title").contains("Zippia"), "{page}");
        assert_eq!(page["shard"], Json::Null);
    }

    #[test]
    fn each_page_is_small_and_leads_to_its_neighbors() {
        for id in ["29-1242", "27-2011", "45-2021", "15-1252", "17-2051"] {
            let page = page(id);
            let body = text(&page, "body");
            assert!(body.len() <= MOST_OF_ROLE, "{id}: {}", body.len());
            assert!(body.contains("id=\"related\""), "{id}");
            assert!(body.contains("id=\"sources\""), "{id}");
            assert!(body.contains(&format!("?roles={id},")), "{id}");
        }
    }
}
