//! CSV as text (RFC 4180): the lines that are written, for every file of the page.

/// The mark that tells Excel the text is UTF-8; without it, it shows ’ and ® as other letters. All
/// that read CSV for computing know it too.
pub const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// The end of a line, as RFC 4180 has it.
const LINE_END: &str = "\r\n";

/// Appends a line of these cells.
pub fn push_line(text: &mut String, cells: &[String]) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            text.push(',');
        }
        if cell.contains(['"', ',', '\n', '\r']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(cell);
        }
    }
    text.push_str(LINE_END);
}

/// A text that no spreadsheet takes for a formula: with an apostrophe before it, where one would.
pub fn harmless(text: &str) -> String {
    match begins_like_a_formula(text) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

/// The text that [`harmless`] was given.
pub(super) fn without_guard(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if begins_like_a_formula(rest) => rest,
        _ => text,
    }
}

/// Apostrophes before it count with it, so that taking one off again is no guess.
fn begins_like_a_formula(text: &str) -> bool {
    let text = text.trim_start_matches('\'');
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_like_a_formula_is_made_harmless_and_read_again() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "'=1"] {
            assert_eq!(harmless(text), format!("'{text}"));
            assert_eq!(without_guard(&harmless(text)), text);
        }
        for text in ["", "Sales Managers", "$1 = 1", "−3.2%", "a-b", "'tis"] {
            assert_eq!(harmless(text), text);
            assert_eq!(without_guard(text), text);
        }
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let mut text = String::new();
        let cells = ["a", "b,c", "say \"d\"", "e\nf", ""].map(str::to_owned);
        push_line(&mut text, &cells);
        assert_eq!(text, "a,\"b,c\",\"say \"\"d\"\"\",\"e\nf\",\r\n");
    }
}
