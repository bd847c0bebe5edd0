//! [`Selection`] <-> the query string of the page's address.
//!
//! The address holds only what differs from the default comparison:
//!
//! * `roles=ID,ID,…`: the tray, in order. `roles=` alone is an empty tray.
//! * `off=ID,…`: the roles of the tray that wait.
//! * `baseline=ID`: the role all others are measured against.
//! * `only=differences`: rows in which the roles do not differ are hidden.
//! * `place=CODE`: the state or area whose pay and jobs are compared.
//! * `dollars=adjusted`: the place's pay is divided by what things cost there.
//! * `own=y52000` or `own=h25.50`: the visitor's own pay, if they have asked for that.
//! * `data=…`: the release of the figures when the link was made; in links that are passed on.
//! * `embed=ID`: a chart alone, to stand in another page; [`super::query_of_embed`] writes it.
//! * `view=about`: the page about the figures instead of the comparison.
//! * `view=browse`: all roles as a table; [`super::browse_link`] describes its params.
//!
//! A role from a visitor's own file is named by its id alone; elsewhere it is dropped, with a notice that says why.
//!
//! An id that the dataset knows under another one (`data/moved-roles.json`) opens that one, with a notice that names
//! both. A param that is not understood is dropped, with a notice that names it; the rest still opens. A chart alone
//! never shows other roles than its link names. [`super::params`] reads links that were mangled on their way.

use super::browse_link::BrowseParams;
use super::notices::{Notices, quote};
use super::{Browse, Entry, MAX_COMPARED, MAX_TRAY, OwnPay, Selection, browse_link, params};
use crate::model::{AreaCode, Dataset, RoleId};

/// What the page is on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The comparison.
    #[default]
    Comparison,
    /// All roles, to look through.
    Browse,
    /// What Crossroads is and where its figures come from.
    About,
}

/// What an address asked for, and what of it could not be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Which page to show.
    pub view: View,
    /// The id of the chart that is shown alone, in place of any page; whether there is such a chart is
    /// not known here.
    pub embed: Option<String>,
    /// What to show.
    pub selection: Selection,
    /// Whether the address names roles itself, rather than leaving the choice to the page.
    pub names_roles: bool,
    /// How the roles are looked through, where that is the view.
    pub browse: Browse,
    /// One sentence for each param that was dropped: what was found, what was expected, what is
    /// shown instead.
    pub notices: Vec<String>,
}

/// Tells whether a query string has a parameter, whatever its value.
pub fn names(query: &str, param: &str) -> bool {
    params::read(query).iter().any(|(name, _)| name == param)
}

/// Reads a query string, with or without its question mark. Never fails: at worst it is the
/// default comparison and a notice.
pub fn parse(query: &str, dataset: &Dataset) -> Opened {
    let mut notices = Notices::default();
    let mut roles: Option<String> = None;
    let mut off: Option<String> = None;
    let mut view: Option<String> = None;
    let mut baseline: Option<String> = None;
    let mut only: Option<String> = None;
    let mut place: Option<String> = None;
    let mut dollars: Option<String> = None;
    let mut own: Option<String> = None;
    let mut data: Option<String> = None;
    let mut embed: Option<String> = None;
    let mut browse = BrowseParams::default();
    let mut unknown: Vec<String> = Vec::new();

    for (name, content) in params::read(query) {
        let param = match name.as_str() {
            "roles" => &mut roles,
            "off" => &mut off,
            "view" => &mut view,
            "baseline" => &mut baseline,
            "only" => &mut only,
            "place" => &mut place,
            "dollars" => &mut dollars,
            "own" => &mut own,
            "data" => &mut data,
            "embed" => &mut embed,
            other => match browse.field_of(other) {
                Some(param) => param,
                None => {
                    if !unknown.contains(&name) {
                        unknown.push(name);
                    }
                    continue;
                }
            },
        };
        if param.is_some() {
            notices.add(format!(
                "The link says {} more than once. The first one counts.",
                quote(&name)
            ));
        } else {
            *param = Some(content);
        }
    }
    if let Some(sentence) = unknown_words(&unknown) {
        notices.add(sentence);
    }

    if let Some(other) = view.take_if(|_| embed.is_some()) {
        notices.add(format!(
            "The link asks for a chart alone and for a view {} as well. This is the chart.",
            quote(&other)
        ));
    }
    let view = match view.as_deref() {
        None => View::Comparison,
        Some("about") => View::About,
        Some("browse") => View::Browse,
        Some(other) => {
            notices.add(format!(
                "The link asks for a view {} that Crossroads does not have. This is the comparison.",
                quote(other)
            ));
            View::Comparison
        }
    };
    let usual = match embed {
        None => dataset.default_tray().to_vec(),
        Some(_) => Vec::new(),
    };
    let tray = match &roles {
        None => usual,
        Some(ids) => tray(ids, dataset, usual, &mut notices),
    };
    let off_roles = match &off {
        None => Vec::new(),
        Some(ids) => switched_off(ids, &tray, dataset, &mut notices),
    };
    let entries = tray.into_iter().map(|role| Entry {
        on: !off_roles.contains(&role),
        role,
    });
    let entries: Vec<Entry> = entries.collect();
    if entries.iter().filter(|entry| entry.on).count() > MAX_COMPARED {
        notices.sum_up(format!(
            "The link compares more than {MAX_COMPARED} roles at once. \
             The first {MAX_COMPARED} are on; the others wait, switched off."
        ));
    }
    let mut selection = Selection::of(entries);
    if let Some(id) = baseline {
        let role = role_of(id_of(&id, dataset), dataset);
        selection = selection.with_baseline(Some(&role));
        if selection.baseline().is_none() && !is_elsewhere(&role, dataset) {
            notices.add(format!(
                "The link measures against {}, which is not compared. That was left out.",
                quote(&role.0)
            ));
        }
    }
    match only.as_deref() {
        None => {}
        Some("differences") => selection = selection.with_only_differences(true),
        Some(other) => notices.add(format!(
            "The link asks to show only {}, which Crossroads does not know. All rows are shown.",
            quote(other)
        )),
    }
    if let Some(code) = place {
        selection = in_place(selection, &code, dataset, &mut notices);
    }
    if let Some(dollars) = dollars {
        selection = in_dollars(selection, &dollars, dataset, &mut notices);
    }
    if let Some(own) = own {
        selection = selection.with_linked_pay(OwnPay::of_link(&own));
        if selection.linked_pay().is_none() {
            notices.add(format!(
                "The link holds a pay {} that Crossroads cannot read. It was left out.",
                quote(&own)
            ));
        }
    }
    if data.is_some_and(|release| release != dataset.release()) {
        notices.sum_up(
            "The figures have been renewed since this link was made, so that it may show others \
             than it did then."
                .to_owned(),
        );
    }
    let browse = match view {
        View::Browse => browse.read(dataset, &mut notices),
        View::Comparison | View::About => browse.refuse(&mut notices),
    };
    Opened {
        view,
        embed,
        browse,
        names_roles: roles.is_some() || off.is_some(),
        selection,
        notices: notices.sentences(),
    }
}

/// The query string of a view of a selection, without a question mark.
pub fn query_of_view(view: View, selection: &Selection, dataset: &Dataset) -> String {
    let params = match view {
        View::Comparison => "",
        View::Browse => "view=browse",
        View::About => "view=about",
    };
    joined(query(selection, dataset), params)
}

/// The query string of a selection while its reader looks through the roles like this.
pub fn query_of_browse(browse: &Browse, selection: &Selection, dataset: &Dataset) -> String {
    let view = query_of_view(View::Browse, selection, dataset);
    joined(view, &browse_link::query(browse))
}

fn joined(query: String, params: &str) -> String {
    match (query.as_str(), params) {
        (_, "") => query,
        ("", params) => params.to_owned(),
        (query, params) => format!("{query}&{params}"),
    }
}

/// The query string of a selection, without a question mark; empty for the default comparison.
pub fn query(selection: &Selection, dataset: &Dataset) -> String {
    let ids = |entries: &mut dyn Iterator<Item = &Entry>| {
        let ids: Vec<&str> = entries.map(|entry| entry.role.0.as_str()).collect();
        ids.join(",")
    };
    let mut params = Vec::new();
    let tray: Vec<RoleId> = selection.tray().iter().map(|e| e.role.clone()).collect();
    if tray != dataset.default_tray() {
        params.push(format!("roles={}", ids(&mut selection.tray().iter())));
    }
    if selection.tray().iter().any(|entry| !entry.on) {
        let off = ids(&mut selection.tray().iter().filter(|entry| !entry.on));
        params.push(format!("off={off}"));
    }
    if let Some(role) = selection.baseline() {
        params.push(format!("baseline={}", role.0));
    }
    if selection.only_differences() {
        params.push("only=differences".to_owned());
    }
    if let Some(place) = selection.place() {
        params.push(format!("place={}", place.0));
    }
    if selection.cost_adjusted() {
        params.push("dollars=adjusted".to_owned());
    }
    if let Some(own) = selection.linked_pay() {
        params.push(format!("own={}", own.for_link()));
    }
    params.join("&")
}

/// The query string of a link to pass on: it names every role, whatever the default becomes, and the
/// release of the figures.
pub fn query_to_share(selection: &Selection, dataset: &Dataset) -> String {
    let query = query(selection, dataset);
    let named = query.split('&').any(|param| param.starts_with("roles="));
    let ids: Vec<&str> = selection.tray().iter().map(|e| e.role.0.as_str()).collect();
    let roles = (!named).then(|| format!("roles={}", ids.join(",")));
    let release = format!("data={}", dataset.release());
    let params = roles
        .into_iter()
        .chain((!query.is_empty()).then_some(query));
    params.chain([release]).collect::<Vec<_>>().join("&")
}

fn in_place(
    selection: Selection,
    code: &str,
    dataset: &Dataset,
    notices: &mut Notices,
) -> Selection {
    let area = dataset.areas().get(&AreaCode(code.to_owned()));
    if let Some(error) = dataset.areas_error() {
        notices.add(format!(
            "No place can be shown: {error}. The figures are for the whole United States."
        ));
    } else if area.is_none() {
        notices.add(format!(
            "The link asks for a place {} that Crossroads does not have. The figures are for the whole \
             United States.",
            quote(code)
        ));
    }
    selection.with_place(area.map(|area| &**area))
}

fn in_dollars(
    selection: Selection,
    dollars: &str,
    dataset: &Dataset,
    notices: &mut Notices,
) -> Selection {
    let area = selection.place().and_then(|code| dataset.areas().get(code));
    let why_not = match area {
        _ if dollars != "adjusted" => "Crossroads does not know them.",
        None => "Only pay of a state or an area can be adjusted.",
        Some(area) if area.prices.is_none() => "No price level is published for this place.",
        Some(_) => return selection.with_cost_adjusted(true),
    };
    notices.add(format!(
        "The link asks for {} dollars. {why_not} Pay is shown as it is published.",
        quote(dollars)
    ));
    selection
}

/// One sentence about all params of a link that mean nothing.
fn unknown_words(names: &[String]) -> Option<String> {
    const MOST_NAMED: usize = 3;
    let (last, before) = names.split_last()?;
    let quoted: Vec<String> = before
        .iter()
        .take(MOST_NAMED)
        .map(|name| quote(name))
        .collect();
    let last = match names.len().saturating_sub(MOST_NAMED) {
        0 => quote(last),
        more => format!("{more} more"),
    };
    Some(match quoted.join(", ").as_str() {
        "" => format!(
            "The link has a part named {last} that Crossroads does not know. It was left out."
        ),
        some => format!(
            "The link has parts named {some} and {last} that Crossroads does not know. They were left out."
        ),
    })
}

/// The roles that a list names; `usual` if none of them can be shown.
fn tray(ids: &str, dataset: &Dataset, usual: Vec<RoleId>, notices: &mut Notices) -> Vec<RoleId> {
    if ids.is_empty() {
        return Vec::new();
    }
    let mut tray: Vec<RoleId> = Vec::new();
    let (mut left_over, mut of_files) = (0_usize, 0_usize);
    for id in listed(ids, dataset, notices) {
        let role = role_of(id, dataset);
        let moved = role.0 != id;
        if moved {
            notices.add(moved_words(id, &role, dataset));
        }
        if is_elsewhere(&role, dataset) {
            of_files += 1;
        } else if !dataset.has(&role) {
            notices.add(format!(
                "The link asks for a role {} that Crossroads does not have. It was left out.",
                quote(id)
            ));
        } else if tray.contains(&role) {
            if moved {
                continue;
            }
            notices.add(format!(
                "The link has the role {} more than once. It is shown once.",
                quote(id)
            ));
        } else if tray.len() == MAX_TRAY {
            left_over += 1;
        } else {
            tray.push(role);
        }
    }
    if left_over > 0 {
        notices.sum_up(format!(
            "The link holds more than {MAX_TRAY} roles. The {left_over} after those were left out."
        ));
    }
    if of_files > 0 {
        notices.sum_up(elsewhere(of_files));
    }
    if tray.is_empty() {
        let instead = match usual.as_slice() {
            [] => "",
            _ => " This is the usual comparison.",
        };
        notices.sum_up(format!("No role of the link could be shown.{instead}"));
        return usual;
    }
    tray
}

/// Whether it is a role of somebody's own file, and that file is not open here.
fn is_elsewhere(role: &RoleId, dataset: &Dataset) -> bool {
    role.is_own() && !dataset.has(role)
}

/// Why roles of own files are missing.
fn elsewhere(count: usize) -> String {
    let roles = match count {
        1 => "1 role of this link is".to_owned(),
        count => format!("{count} roles of this link are"),
    };
    format!(
        "{roles} from a file on somebody’s own device, and no link carries such a file. If it is yours, open it again \
         under “Your own roles”."
    )
}

/// The role that an id in a link means: the one it has moved to, where it has.
fn role_of(id: &str, dataset: &Dataset) -> RoleId {
    let role = RoleId(id.to_owned());
    dataset.moved(&role).map_or(role, |moved| moved.now)
}

fn moved_words(id: &str, now: &RoleId, dataset: &Dataset) -> String {
    let moved = dataset.moved(&RoleId(id.to_owned()));
    let before = moved.map_or_else(|| id.to_owned(), |moved| moved.title);
    let now = dataset.title(now).unwrap_or_else(|| now.0.clone());
    format!(
        "The link asks for {before} ({id}). There are no figures for them alone: official data counts them in {now}, \
         which is shown instead."
    )
}

fn switched_off(
    ids: &str,
    tray: &[RoleId],
    dataset: &Dataset,
    notices: &mut Notices,
) -> Vec<RoleId> {
    let mut off = Vec::new();
    for id in listed(ids, dataset, notices) {
        let role = role_of(id, dataset);
        if tray.contains(&role) {
            off.push(role);
        } else if !is_elsewhere(&role, dataset) {
            notices.add(format!(
                "The link switches off {}, which is not among its roles. That was left out.",
                quote(id)
            ));
        }
    }
    off
}

/// The ids of a list; places between commas that hold none are passed over with one notice. A messenger may have put
/// spaces in place of the commas, or beside them.
fn listed<'a>(ids: &'a str, dataset: &Dataset, notices: &mut Notices) -> Vec<&'a str> {
    if !ids.is_empty() && ids.split(',').any(|param| param.trim().is_empty()) {
        notices.add(
            "The link has a comma with nothing before or after it. That was left out.".to_owned(),
        );
    }
    let words = ids.split(',').flat_map(str::split_whitespace);
    let ids = words.map(|word| id_of(word, dataset));
    ids.filter(|id| !id.is_empty()).collect()
}

/// The id that a word of a link stands for. O*NET's code for a whole occupation is the occupation's with `.00` behind it.
fn id_of<'a>(word: &'a str, dataset: &Dataset) -> &'a str {
    let word = params::trimmed(word);
    let whole = word.strip_suffix(".00");
    whole
        .filter(|_| !dataset.has(&RoleId(word.to_owned())))
        .unwrap_or(word)
}
