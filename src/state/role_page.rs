//! The pages of single roles, which lie at `role/ID/` beside the page and are written when the site is built.

use crate::compare::link;

/// The folder they lie in.
const FOLDER: &str = "/role/";

/// The address of the comparison that the page of a role at this path is a way into; none at any other path.
///
/// What the query string, without its question mark, says itself counts before what the path says.
pub(super) fn comparison_at(path: &str, query: &str) -> Option<String> {
    let path = path.strip_suffix("index.html").unwrap_or(path);
    let (root, role) = path.strip_suffix('/').unwrap_or(path).rsplit_once(FOLDER)?;
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    if role.is_empty() || !role.chars().all(is_plain) {
        return None;
    }
    let names_roles = link::names(query, "roles");
    Some(match query {
        "" => format!("{root}/?roles={role}"),
        query if names_roles => format!("{root}/?{query}"),
        query => format!("{root}/?roles={role}&{query}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_of_a_role_leads_to_its_comparison() {
        for (path, query, expected) in [
            ("/role/29-1141/", "", Some("/?roles=29-1141")),
            ("/role/29-1141", "", Some("/?roles=29-1141")),
            ("/role/29-1141/index.html", "", Some("/?roles=29-1141")),
            ("/a/b/role/29-1141/", "", Some("/a/b/?roles=29-1141")),
            ("/role/role/29-1141/", "", Some("/role/?roles=29-1141")),
            (
                "/role/29-1141/",
                "place=06",
                Some("/?roles=29-1141&place=06"),
            ),
            (
                "/role/29-1141/",
                "roles=11-2022&off=11-2022",
                Some("/?roles=11-2022&off=11-2022"),
            ),
            (
                "/role/29-1141/",
                "amp;roles=11-2022",
                Some("/?amp;roles=11-2022"),
            ),
            ("/", "", None),
            ("/index.html", "roles=29-1141", None),
            ("/role/", "", None),
            ("/role/a/b/", "", None),
            ("/role/%3Cb%3E/", "", None),
        ] {
            let found = comparison_at(path, query);
            assert_eq!(found.as_deref(), expected, "{path} {query}");
        }
    }
}
