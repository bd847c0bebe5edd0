//! How much room words take. The page's fonts are the reader's own and cannot be measured here,
//! so widths are estimates that err on the wide side.

/// The size of names and values, in px.
pub(super) const SIZE: f64 = 12.5;

/// The share of the size that an average character takes in the widest of the usual sans.
const EM_SHARE: f64 = 0.58;
/// The same for bold, in which names are set.
const BOLD_EM_SHARE: f64 = 0.64;

/// About how wide a value is, in px.
pub(super) fn width(text: &str) -> f64 {
    text.chars().count() as f64 * SIZE * EM_SHARE
}

/// About how wide a name is, in px.
fn name_width(name: &str) -> f64 {
    name.chars().count() as f64 * SIZE * BOLD_EM_SHARE
}

/// Breaks a name into at most two lines that fit; what does not fit even so ends in an ellipsis.
pub(super) fn wrap_name(name: &str, room: f64) -> Vec<String> {
    wrap_by(name, room, name_width)
}

/// Breaks words of ordinary weight in the same way.
pub(super) fn wrap(words: &str, room: f64) -> Vec<String> {
    wrap_by(words, room, width)
}

fn wrap_by(text: &str, room: f64, width: impl Fn(&str) -> f64) -> Vec<String> {
    const MOST_LINES: usize = 2;
    let mut lines: Vec<String> = vec![String::new()];
    for word in text.split_whitespace() {
        let on_last_line = lines.len() == MOST_LINES;
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
    let fitting = (room / width("x")).floor() as usize;
    let mut short: String = line.chars().take(fitting.saturating_sub(1)).collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
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
