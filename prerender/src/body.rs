//! The markup of a page as it is written when the site is built: what of it is of use before the program runs.

/// Sections that a page of a role can do without, the first to go first.
const LEFT_OUT_FIRST: [&str; 5] = ["people", "skills", "education", "outlook", "duties"];

/// Where the first screen is over, be it a large one.
const FURTHER_DOWN: &str = "<section id=\"what-they-do\"";

/// What is left out from there on: from each of these to the next of those.
const NOT_FURTHER_DOWN: [(&str, &str); 8] = [
    CHART_SVG,
    (
        "<svg aria-hidden=\"true\" focusable=\"false\" class=\"scale-bar",
        "</svg>",
    ),
    (
        "<div tabindex=\"0\" role=\"group\" aria-label=",
        "<div aria-live=\"polite\"></div></div>",
    ),
    ("<details class=\"rest embed-snippet\">", "</details>"),
    ("<p class=\"about-line\">", "</p>"),
    (
        "<span aria-hidden=\"true\" class=\"cell-role\">",
        "</span></span></span>",
    ),
    ("<span class=\"visually-hidden\"> about this", "</span>"),
    (" type=\"button\" aria-haspopup", "\"dialog\""),
];

/// The start of a chart's SVG, and its end.
const CHART_SVG: (&str, &str) = (
    "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\"",
    "</svg>",
);

/// Without what only the program can open, and without the marks by which it would find its places again.
pub fn without_what_needs_the_program(html: &str) -> String {
    let html = without(html, "<dialog", "</dialog>");
    let html = without(&html, "<!--", "-->");
    html.replace("<!>", "")
}

/// With the first chart for narrow screens, as it is, and beside it this one for wide screens.
pub fn with_first_picture_for_both(html: &str, wide: Option<&str>) -> String {
    let first = cut(html, CHART_SVG.0, CHART_SVG.1);
    let Some(((before, narrow, after), wide)) = first.zip(wide) else {
        return html.to_owned();
    };
    let named = |chart: &str, name: &str| {
        chart.replacen("class=\"chart\"", &format!("class=\"chart {name}\""), 1)
    };
    let (narrow, wide) = (named(narrow, "for-narrow"), named(wide, "for-wide"));
    format!("{before}{narrow}{wide}{after}")
}

/// Without, below the first screen, what does nothing before the program runs and what says again what tables say.
pub fn plain_further_down(html: &str) -> String {
    let Some(at) = html.find(FURTHER_DOWN) else {
        return html.to_owned();
    };
    let (first, further_down) = html.split_at(at);
    let plain = NOT_FURTHER_DOWN
        .iter()
        .fold(further_down.to_owned(), |html, (start, end)| {
            without(&html, start, end)
        });
    first.to_owned() + &plain
}

/// Without as many sections as it takes to be no longer than this.
pub fn within(most: usize, html: &str) -> String {
    let mut html = html.to_owned();
    for section in LEFT_OUT_FIRST {
        if html.len() > most {
            html = without(&html, &format!("<section id=\"{section}\""), "</section>");
        }
    }
    html
}

/// Without every piece from a start to the next end.
fn without(html: &str, start: &str, end: &str) -> String {
    let (mut kept, mut rest) = (String::with_capacity(html.len()), html);
    while let Some((before, _, after)) = cut(rest, start, end) {
        kept.push_str(before);
        rest = after;
    }
    kept.push_str(rest);
    kept
}

/// What stands before, in and after the first piece from a start to the next end.
fn cut<'a>(html: &'a str, start: &str, end: &str) -> Option<(&'a str, &'a str, &'a str)> {
    let from = html.find(start)?;
    let to = from + html[from..].find(end)? + end.len();
    Some((&html[..from], &html[from..to], &html[to..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHART: &str =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" width=\"W\"></svg>";

    #[test]
    fn the_first_picture_is_there_for_both_kinds_of_screens() {
        let html = format!("<p>{}</p>{CHART}", CHART.replace('W', "328"));
        let wide = CHART.replace('W', "578");
        let both = with_first_picture_for_both(&html, Some(&wide));
        assert!(
            both.contains("class=\"chart for-narrow\" width=\"328\""),
            "{both}"
        );
        assert!(
            both.contains("class=\"chart for-wide\" width=\"578\""),
            "{both}"
        );
        assert_eq!(both.matches("<svg").count(), 3, "{both}");
        assert_eq!(
            with_first_picture_for_both("<p></p>", Some(&wide)),
            "<p></p>"
        );
        assert_eq!(with_first_picture_for_both(&html, None), html);
    }

    #[test]
    fn further_down_there_are_figures_and_no_pictures() {
        let further = format!(
            "{FURTHER_DOWN}><div tabindex=\"0\" role=\"group\" aria-label=\"a\" class=\"picture\"><div>{CHART}</div>\
             <div aria-live=\"polite\"></div></div><b>1</b></section>"
        );
        let html = format!("<div>{CHART}</div>{further}");
        assert_eq!(
            plain_further_down(&html),
            format!("<div>{CHART}</div>{FURTHER_DOWN}><b>1</b></section>")
        );
    }

    #[test]
    fn what_only_the_program_can_open_is_left_out() {
        let html = "<p>a<!-->b<!--c--></p><dialog>d</dialog><!><p>e</p>";
        assert_eq!(
            without_what_needs_the_program("<p>a<!--x-->b</p><dialog>d</dialog><!><p>e</p>"),
            "<p>ab</p><p>e</p>"
        );
        assert!(!without_what_needs_the_program(html).contains("dialog"));
    }

    #[test]
    fn sections_go_until_the_rest_is_short_enough() {
        let html = "<section id=\"pay\">1</section><section id=\"people\">2</section><section id=\"skills\">3</section>";
        assert_eq!(within(1_000, html), html);
        let shorter = within(html.len() - 1, html);
        assert!(
            !shorter.contains("people") && shorter.contains("skills"),
            "{shorter}"
        );
        let shortest = within(1, html);
        assert_eq!(shortest, "<section id=\"pay\">1</section>");
    }
}
