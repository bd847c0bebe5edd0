//! Reading a sentence by a pattern.
//!
//! A pattern is text with slots: `{who}` is a list of names, `{$}` an amount of money, `{$..}` one amount or a range of
//! them, `{%}` a percentage, `{#}` a count, `{per}` "a year" or "an hour", `{*}` any words, `{?words}` words that may be
//! there, `{one|other}` one of these words, of which `#` is a count. Capitals do not matter.

/// The content of a slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slot<'t> {
    /// The places of the names in the list of names.
    Who(Vec<usize>),
    /// The words.
    Words(&'t str),
    /// Optional words, and whether they were there.
    There(bool),
}

impl<'t> Slot<'t> {
    /// The places of names; none for another slot.
    pub fn who(&self) -> &[usize] {
        match self {
            Self::Who(who) => who,
            _ => &[],
        }
    }

    /// The words; empty for another slot.
    pub fn words(&self) -> &'t str {
        match self {
            Self::Words(words) => words,
            _ => "",
        }
    }

    /// Returns whether optional words were there.
    pub fn is_there(&self) -> bool {
        *self == Self::There(true)
    }
}

/// Reads all of a text by a pattern; none where it does not fit.
pub fn read<'t>(pattern: &str, text: &'t str, names: &[String]) -> Option<Vec<Slot<'t>>> {
    let reader = Reader {
        text,
        folded: text.to_ascii_lowercase(),
        names,
    };
    let mut slots = Vec::new();
    reader
        .fits(&pattern.to_ascii_lowercase(), 0, &mut slots)
        .then_some(slots)
}

/// The places at which a list of names that begins a text can end, with the names up to there; the longest first.
pub fn lists(text: &str, names: &[String]) -> Vec<(usize, Vec<usize>)> {
    const BETWEEN: [&str; 5] = [", and ", ", or ", ", ", " and ", " or "];
    let mut found = Vec::new();
    let (mut at, mut list) = (0, Vec::new());
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let named = names.iter().enumerate();
        let named = named.filter(|(_, name)| rest.starts_with(name.as_str()));
        let Some((place, name)) = named.max_by_key(|(_, name)| name.len()) else {
            break;
        };
        at += name.len();
        list.push(place);
        found.push((at, list.clone()));
        let rest = text.get(at..).unwrap_or_default();
        let Some(between) = BETWEEN.iter().find(|words| rest.starts_with(**words)) else {
            break;
        };
        at += between.len();
    }
    found.reverse();
    found
}

struct Reader<'t, 'n> {
    text: &'t str,
    /// The text without capitals, as long as the text.
    folded: String,
    names: &'n [String],
}

impl<'t> Reader<'t, '_> {
    fn fits(&self, pattern: &str, at: usize, slots: &mut Vec<Slot<'t>>) -> bool {
        let rest = self.folded.get(at..).unwrap_or_default();
        let Some((before, after)) = pattern.split_once('{') else {
            return rest == pattern;
        };
        if !rest.starts_with(before) {
            return false;
        }
        let at = at + before.len();
        let rest = self.folded.get(at..).unwrap_or_default();
        let Some((slot, pattern)) = after.split_once('}') else {
            return false;
        };
        if let Some(words) = slot.strip_prefix('?') {
            let there = rest.starts_with(words);
            return there && self.goes_on(pattern, at + words.len(), Slot::There(true), slots)
                || self.goes_on(pattern, at, Slot::There(false), slots);
        }
        if slot == "who" {
            let mut lists = lists(rest, self.names).into_iter();
            return lists.any(|(end, who)| self.goes_on(pattern, at + end, Slot::Who(who), slots));
        }
        let mut ends = ends(slot, rest).into_iter();
        ends.any(|end| {
            let words = self.text.get(at..at + end).unwrap_or_default();
            self.goes_on(pattern, at + end, Slot::Words(words), slots)
        })
    }

    fn goes_on(&self, pattern: &str, at: usize, slot: Slot<'t>, slots: &mut Vec<Slot<'t>>) -> bool {
        slots.push(slot);
        let fits = self.fits(pattern, at, slots);
        if !fits {
            slots.pop();
        }
        fits
    }
}

/// The places at which what fits a slot can end.
fn ends(slot: &str, rest: &str) -> Vec<usize> {
    match slot {
        "$" => amount(rest).into_iter().collect(),
        "$.." => {
            let Some(low) = amount(rest) else {
                return Vec::new();
            };
            let high = rest[low..].strip_prefix(" to ").and_then(amount);
            let both = high.map(|high| low + " to ".len() + high);
            both.into_iter().chain([low]).collect()
        }
        "%" => {
            let minus = rest.strip_prefix('−').map_or(0, |_| '−'.len_utf8());
            let digits = number(&rest[minus..]);
            let percent = digits.filter(|digits| rest[minus + digits..].starts_with('%'));
            percent
                .map(|digits| minus + digits + 1)
                .into_iter()
                .collect()
        }
        "#" => number(rest).into_iter().collect(),
        "per" => ends("a year|an hour", rest),
        "*" => {
            let letters = rest.char_indices().map(|(at, _)| at);
            letters.skip(1).chain([rest.len()]).collect()
        }
        words => words
            .split('|')
            .filter_map(|words| match words {
                "#" => number(rest),
                words => rest.starts_with(words).then_some(words.len()),
            })
            .collect(),
    }
}

/// Returns the end of an amount of money that begins a text: "$61,487", "at least $239,200".
fn amount(rest: &str) -> Option<usize> {
    let least = rest
        .strip_prefix("at least ")
        .map_or(0, |_| "at least ".len());
    let digits = rest[least..].strip_prefix('$')?;
    Some(least + 1 + number(digits)?)
}

/// Returns the end of a number that begins a text: digits with commas, and a point with digits after it.
fn number(rest: &str) -> Option<usize> {
    let digit = |at: usize| rest.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while digit(end) || matches!(rest.as_bytes().get(end), Some(b',' | b'.')) && digit(end + 1) {
        end += 1;
    }
    (end > 0 && digit(0)).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Vec<String> {
        ["nurses", "nurses, all other", "cooks and bakers", "judges"]
            .map(str::to_owned)
            .to_vec()
    }

    #[test]
    fn a_slot_takes_what_fits_it() {
        let text = "Nurses, all other earn $1,200.50 more a year (−1.5%) than judges on average.";
        let slots = read(
            "{who} earn {$} more {per} ({%}) than {who}{? on average}.",
            text,
            &names(),
        );
        let expected = vec![
            Slot::Who(vec![1]),
            Slot::Words("$1,200.50"),
            Slot::Words("a year"),
            Slot::Words("−1.5%"),
            Slot::Who(vec![3]),
            Slot::There(true),
        ];
        assert_eq!(slots, Some(expected));
        assert_eq!(read("{who} earn {$}.", text, &names()), None);
    }

    #[test]
    fn names_with_commas_and_ands_stay_whole() {
        let text = "cooks and bakers, nurses, all other, and judges";
        assert_eq!(
            read("{who}", text, &names()),
            Some(vec![Slot::Who(vec![2, 1, 3])])
        );
        // A shorter list is taken where the rest of the sentence needs it.
        let slots = read("{who} and judges", "nurses and judges", &names());
        assert_eq!(slots, Some(vec![Slot::Who(vec![0])]));
    }

    #[test]
    fn a_range_of_amounts_is_one_slot() {
        let slots = read("({$..} {per})", "($1 to $2 an hour)", &[]);
        assert_eq!(
            slots,
            Some(vec![Slot::Words("$1 to $2"), Slot::Words("an hour")])
        );
    }
}
