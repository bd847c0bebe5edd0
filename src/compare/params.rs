//! The parameters of a link, read even if the link was mangled on its way: messengers add the punctuation that follows a
//! link, pages and trackers escape it once too often, and some add parameters of their own.
//!
//! Valid names and values hold none of what is repaired here, so none of them changes.

/// How often a link is unescaped at most.
const MOST_ESCAPES: usize = 4;

/// Reads the names and values of a query string, with or without its question mark, in order. Parameters that trackers
/// add are left out.
pub(super) fn read(query: &str) -> Vec<(String, String)> {
    let mut plain = query.to_owned();
    for _ in 0..MOST_ESCAPES {
        let unescaped = unescaped(&plain);
        if unescaped == plain {
            break;
        }
        plain = unescaped;
    }
    // Some trackers begin their own parameters with a second question mark.
    let params = plain.split(['?', '&']).map(|param| {
        let (name, value) = param.split_once('=').unwrap_or((param, ""));
        (name_of(name), trimmed(value).to_owned())
    });
    params
        .filter(|(name, value)| !(is_tracking(name) || name.is_empty() && value.is_empty()))
        .collect()
}

/// A text without the punctuation and spaces that stood around the link. Ids may end in a hyphen.
pub(super) fn trimmed(text: &str) -> &str {
    let stood_behind = |c: char| !c.is_alphanumeric() && c != '-';
    text.trim_start().trim_end_matches(stood_behind)
}

/// A name without what escaping `&` for HTML leaves of it: `amp;roles` is `roles`.
fn name_of(name: &str) -> String {
    let name = trimmed(name).to_ascii_lowercase();
    name.trim_start_matches("amp;").to_owned()
}

/// Tells parameters of campaigns and click counters (`utm_source`, `fbclid`, `msclkid`).
fn is_tracking(name: &str) -> bool {
    ["utm_", "mc_", "igsh"]
        .iter()
        .any(|start| name.starts_with(start))
        || ["clid", "clkid"].iter().any(|end| name.ends_with(end))
}

/// Undoes one escaping: `%2C` is a comma, `+` a space.
fn unescaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let escaped = match (first, after) {
            (b'%', [high, low, after @ ..]) => hex(*high)
                .zip(hex(*low))
                .map(|(high, low)| (high << 4 | low, after)),
            (b'+', after) => Some((b' ', after)),
            _ => None,
        };
        let (byte, after) = escaped.unwrap_or((*first, after));
        bytes.push(byte);
        rest = after;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit)
        .to_digit(16)
        .and_then(|value| u8::try_from(value).ok())
}
