//! A chart alone, to stand in somebody else's page: `embed=ID` in the address, and the snippet that
//! puts it there. Which ids there are is not known here.

use super::Selection;

/// The query string, without a question mark, of a chart of the compared roles alone. It names every
/// role, so that the chart stays the same whatever the default becomes, and the place they are compared
/// in. The reader's own pay stays out of it.
pub fn query_of_embed(chart: &str, selection: &Selection) -> String {
    let roles: Vec<&str> = selection.compared().map(|role| role.0.as_str()).collect();
    let mut query = format!("embed={chart}&roles={}", roles.join(","));
    if let Some(place) = selection.place() {
        query.push_str(&format!("&place={}", place.0));
    }
    if selection.cost_adjusted() {
        query.push_str("&dollars=adjusted");
    }
    query
}

/// The HTML that puts a chart into another page.
///
/// `address` is the full address of the chart alone, `title` what it shows, for those who do not see
/// it, and `height` that of the frame, in px.
pub fn snippet(address: &str, title: &str, height: u32) -> String {
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{height}\" loading=\"lazy\" \
         style=\"border:0\"></iframe>",
        attribute(address),
        attribute(title)
    )
}

/// A text as the content of an attribute in quotation marks.
fn attribute(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_the_attributes_of_a_snippet() {
        let snippet = snippet(
            "https://example.org/?a=1&b=2",
            "\"><script>alert(1)</script>",
            640,
        );
        assert_eq!(snippet.matches('<').count(), 2, "{snippet}");
        assert!(snippet.contains("src=\"https://example.org/?a=1&amp;b=2\""));
        assert!(snippet.contains("title=\"&quot;&gt;&lt;script&gt;"));
        assert!(snippet.contains("loading=\"lazy\""));
    }
}
