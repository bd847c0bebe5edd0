//! How much room words take. The page's fonts are the reader's own and cannot be measured here,
//! so widths are estimates that err on the wide side.

/// The size of names and values, in px.
pub(super) const SIZE: f64 = 12.5;

/// The share of the size that an average character takes in the widest of the usual sans.
const EM_SHARE: f64 = 0.58;
/// The same for bold, in which names are set.
const BOLD_EM_SHARE: f64 = 0.64;

/// The share of the size that the widest characters take.
const WIDEST: f64 = 0.98;

/// About how wide a value is, in px.
pub(super) fn width(text: &str) -> f64 {
    SIZE * text.chars().map(|c| em_share(c, EM_SHARE)).sum::<f64>()
}

/// About how wide a name is, in px.
fn name_width(name: &str) -> f64 {
    SIZE * name
        .chars()
        .map(|c| em_share(c, BOLD_EM_SHARE))
        .sum::<f64>()
}

fn em_share(c: char, average: f64) -> f64 {
    match c {
        '%' | 'M' | 'W' | 'm' => WIDEST,
        _ => average,
    }
}

/// Breaks a name into at most two lines that fit; what does not fit even so ends in an ellipsis.
pub(super) fn wrap_name(name: &str, room: f64) -> Vec<String> {
    wrap_by(name, room, 2, name_width)
}

/// Breaks a name into as many lines as it needs.
pub(super) fn wrap_name_lines(name: &str, room: f64) -> Vec<String> {
    wrap_by(name, room, usize::MAX, name_width)
}

/// Breaks words of ordinary weight into as many lines as they need.
pub(super) fn wrap(words: &str, room: f64) -> Vec<String> {
    wrap_by(words, room, usize::MAX, width)
}

/// Breaks words of ordinary weight into at most so many lines.
pub(super) fn wrap_lines(words: &str, room: f64, most: usize) -> Vec<String> {
    wrap_by(words, room, most, width)
}

fn wrap_by(text: &str, room: f64, most: usize, width: impl Fn(&str) -> f64) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in text.split_whitespace() {
        let on_last_line = lines.len() == most;
        if let Some(line) = lines.last_mut() {
            let longer = if line.is_empty() {
                word.to_owned()
            } else {
                format!("{line} {word}")
            };
            if width(&longer) <= room || line.is_empty() || on_last_line {
                *line = longer;
                continue;
            }
        }
        lines.push(word.to_owned());
    }
    lines
        .into_iter()
        .map(|line| cut(line, room, &width))
        .collect()
}

fn cut(line: String, room: f64, width: impl Fn(&str) -> f64) -> String {
    if width(&line) <= room {
        return line;
    }
    let mut short = line;
    while !short.is_empty() && width(&format!("{short}…")) > room {
        short.pop();
    }
    format!("{}…", short.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_takes_two_lines_and_no_more() {
        let name = "First-Line Supervisors of Office and Administrative Support Workers";
        let lines = wrap_name(name, 300.0);
        assert_eq!(lines.len(), 2);
        assert_eq!(lines.join(" "), name);
        let lines = wrap_name(&name.repeat(3), 300.0);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'));
        assert!(lines.iter().all(|line| name_width(line) <= 300.0));
    }

    #[test]
    fn a_short_name_stays_whole() {
        assert_eq!(wrap_name("Sales Manager", 280.0), ["Sales Manager"]);
    }
}
