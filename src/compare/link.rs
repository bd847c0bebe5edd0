//! [`Selection`] <-> the query string of the page's address.
//!
//! The address holds only what differs from the default comparison:
//!
//! * `roles=ID,ID,…`: the tray, in order. `roles=` alone is an empty tray.
//! * `off=ID,…`: the roles of the tray that wait.
//!
//! A part that is not understood is dropped, with a notice that names it; the rest still opens.

use std::borrow::Cow;

use super::{Entry, MAX_COMPARED, MAX_TRAY, Selection};
use crate::model::{Dataset, RoleId};

/// What an address asked for, and what of it could not be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What to show.
    pub selection: Selection,
    /// One sentence for each part that was dropped: what was found, what was expected, what is
    /// shown instead.
    pub notices: Vec<String>,
}

/// Reads a query string, with or without its question mark. Never fails: at worst it is the
/// default comparison and a notice.
pub fn parse(query: &str, dataset: &Dataset) -> Opened {
    let query = query.strip_prefix('?').unwrap_or(query);
    let default = Selection::default_of(dataset);
    let mut notices = Notices::default();
    let mut roles: Option<Cow<str>> = None;
    let mut off: Option<Cow<str>> = None;

    for (name, content) in form_urlencoded::parse(query.as_bytes()) {
        let place = match name.as_ref() {
            "roles" => &mut roles,
            "off" => &mut off,
            _ => {
                notices.add(format!(
                    "The link has a part named {} that Crossroads does not know. It was left out.",
                    quote(&name)
                ));
                continue;
            }
        };
        if place.is_some() {
            notices.add(format!(
                "The link says {} more than once. The first one counts.",
                quote(&name)
            ));
        } else {
            *place = Some(content);
        }
    }

    let tray = match &roles {
        None => default_tray(&default),
        Some(ids) => tray(ids, dataset, &default, &mut notices),
    };
    let off = match &off {
        None => Vec::new(),
        Some(ids) => switched_off(ids, &tray, &mut notices),
    };
    let entries = tray.into_iter().map(|role| Entry {
        on: !off.contains(&role),
        role,
    });
    let entries: Vec<Entry> = entries.collect();
    if entries.iter().filter(|entry| entry.on).count() > MAX_COMPARED {
        notices.add(format!(
            "The link compares more than {MAX_COMPARED} roles at once. \
             The first {MAX_COMPARED} are on; the others wait, switched off."
        ));
    }
    Opened {
        selection: Selection::of(entries),
        notices: notices.sentences,
    }
}

/// The query string of a selection, without a question mark; empty for the default comparison.
pub fn query(selection: &Selection, dataset: &Dataset) -> String {
    let ids = |entries: &mut dyn Iterator<Item = &Entry>| {
        let ids: Vec<&str> = entries.map(|entry| entry.role.0.as_str()).collect();
        ids.join(",")
    };
    let mut parts = Vec::new();
    let tray: Vec<RoleId> = selection.tray().iter().map(|e| e.role.clone()).collect();
    if tray != dataset.default_tray() {
        parts.push(format!("roles={}", ids(&mut selection.tray().iter())));
    }
    if selection.tray().iter().any(|entry| !entry.on) {
        let off = ids(&mut selection.tray().iter().filter(|entry| !entry.on));
        parts.push(format!("off={off}"));
    }
    parts.join("&")
}

fn default_tray(default: &Selection) -> Vec<RoleId> {
    let entries = default.tray().iter();
    entries.map(|entry| entry.role.clone()).collect()
}

fn tray(ids: &str, dataset: &Dataset, default: &Selection, notices: &mut Notices) -> Vec<RoleId> {
    if ids.is_empty() {
        return Vec::new();
    }
    let mut tray: Vec<RoleId> = Vec::new();
    let mut left_over = 0_usize;
    for id in ids.split(',') {
        let role = RoleId(id.to_owned());
        if dataset.role(&role).is_none() {
            notices.add(format!(
                "The link asks for a role {} that Crossroads does not have. It was left out.",
                quote(id)
            ));
        } else if tray.contains(&role) {
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
        notices.add(format!(
            "The link holds more than {MAX_TRAY} roles. The {left_over} after those were left out."
        ));
    }
    if tray.is_empty() {
        notices.add("No role of the link could be shown. This is the usual comparison.".to_owned());
        return default_tray(default);
    }
    tray
}

fn switched_off(ids: &str, tray: &[RoleId], notices: &mut Notices) -> Vec<RoleId> {
    let mut off = Vec::new();
    for id in ids.split(',') {
        let role = RoleId(id.to_owned());
        if tray.contains(&role) {
            off.push(role);
        } else {
            notices.add(format!(
                "The link switches off {}, which is not among its roles. That was left out.",
                quote(id)
            ));
        }
    }
    off
}

/// Collects notices; a hostile link cannot fill the page with them.
#[derive(Default)]
struct Notices {
    sentences: Vec<String>,
    more: bool,
}

impl Notices {
    const MOST: usize = 5;

    fn add(&mut self, sentence: String) {
        if self.sentences.len() < Self::MOST {
            self.sentences.push(sentence);
        } else if !self.more {
            self.more = true;
            self.sentences
                .push("More parts of the link were left out in the same way.".to_owned());
        }
    }
}

/// A part of a link in quotation marks, cut where it would fill the page.
fn quote(part: &str) -> String {
    const MOST: usize = 40;
    let printable = |c: char| if c.is_control() { '\u{FFFD}' } else { c };
    let mut text: String = part.chars().take(MOST).map(printable).collect();
    if part.chars().count() > MOST {
        text.push('…');
    }
    format!("“{text}”")
}
