//! How a figure is written. The only place where a number of a source becomes words.
//!
//! Tables are exact; nothing here rounds further than the metric's own decimals.

use super::currency::{Currency, Period};
use super::{
    Figure, Kind, Metric, MetricId, NamedAmount, Reading, SamplingError, Shape, SourceId, Standing,
    Top, Unit, Value,
};

/// A figure in words, as a table shows it.
///
/// A non-value says which kind it is; it is never a bare dash.
pub fn figure(metric: &Metric, figure: &Figure) -> String {
    match &figure.local {
        Some(local) if figure.reading == Reading::NotPublished => match local.standing {
            Standing::Here => format!("{NOT_PUBLISHED} in {}", local.area.phrase),
            Standing::OnTheirWay => "on its way".to_owned(),
            Standing::Failed => "could not be fetched".to_owned(),
        },
        _ if is_rounded_to_zero(metric, figure) => "fewer than 50".to_owned(),
        Some(local) if local.adjusted.is_some() && figure.exact().is_some() => {
            format!("about {}", reading(metric, &figure.reading))
        }
        _ => reading(metric, &figure.reading),
    }
}

/// Whether a figure is the zero of a table that counts in hundreds, which does not say that there are none.
pub fn is_rounded_to_zero(metric: &Metric, figure: &Figure) -> bool {
    let in_hundreds = [MetricId::Openings, MetricId::Exits, MetricId::Transfers];
    in_hundreds.contains(&metric.id)
        && figure.reading == Reading::Exact(Value::Number(0.0))
        && figure.source != SourceId::own_file()
}

/// What a cell says, in words.
pub fn reading(metric: &Metric, reading: &Reading) -> String {
    match reading {
        Reading::Exact(value) => self::value(metric, value),
        other => reading_in(metric.unit, other),
    }
}

/// What a cell of this unit says that holds one number or none, in words.
pub fn reading_in(unit: Unit, reading: &Reading) -> String {
    match reading {
        Reading::Exact(Value::Number(n)) => number(unit, *n),
        Reading::Exact(_) => NOT_PUBLISHED.to_owned(),
        Reading::AtLeast(least) => format!("at least {}", number(unit, *least)),
        Reading::NotReleased(reason) => format!("not released ({reason})"),
        Reading::NotPublished | Reading::PaidOnly(_) => Kind::of_reading(reading).name().to_owned(),
        Reading::WithinRounding => BELOW_ROUNDING.to_owned(),
        Reading::TooFewPlaces => TOO_FEW_PLACES.to_owned(),
        Reading::UnsureRivals(_) => UNSURE_RIVALS.to_owned(),
    }
}

/// What stands where no source has a figure for a role.
pub const NOT_PUBLISHED: &str = "not published for this role";

/// What stands where too few places can be ranked to name the best-paying one.
pub const TOO_FEW_PLACES: &str = "none chosen: fewer than 5 can be ranked";

/// What stands where a place whose pay is too unsure to be ranked may pay as much as the first.
pub const UNSURE_RIVALS: &str = "none chosen: pay elsewhere is too uncertain";

/// What stands for a change by the year of two numbers of jobs that differ by no more than their rounding. Each of them is
/// off by less than 50, so that they differ by less than 200 in ten years.
pub const BELOW_ROUNDING: &str = "fewer than 20 gained or lost";

/// What is said of several of which any could be the first.
pub const TOO_CLOSE: &str = "too close to tell apart";

/// A value in the unit of its metric.
pub fn value(metric: &Metric, value: &Value) -> String {
    match value {
        Value::Number(n) => number(metric.unit, *n),
        Value::Range { low, high } => range(metric.unit, *low, *high),
        Value::Name(name) => answer(metric.id, name).to_owned(),
        Value::Named { names, amount } => {
            let each = if names.len() > 1 { " each" } else { "" };
            let amount = number(metric.unit, *amount);
            format!("{}, {amount}{each}", answers(metric.id, names))
        }
        Value::List(list) => {
            let shares: Vec<String> = list
                .iter()
                .map(|named| named_amount(metric.unit, named))
                .collect();
            shares.join("; ")
        }
        Value::Place(place) => top(metric.unit, &place.top),
        Value::Roles(roles) => {
            let ids: Vec<&str> = roles.iter().map(|role| role.0.as_str()).collect();
            ids.join(", ")
        }
    }
}

/// An answer as it is written, or several given equally often: "No on-site training or up to 1 month".
pub fn answers(metric: MetricId, names: &[String]) -> String {
    if let [name] = names {
        return answer(metric, name).to_owned();
    }
    let names = names.iter();
    let names = names.map(|name| answer(metric, name).to_ascii_lowercase());
    capitalized(&alternatives(&names.collect::<Vec<_>>(), 0))
}

/// The answer to a question about experience or training; "None" says what there is none of.
fn answer(metric: MetricId, name: &str) -> &str {
    match (metric, name) {
        (MetricId::EntryExperience | MetricId::RequiredExperience, NONE) => "No related experience",
        (MetricId::EntryTraining, NONE) => "No training on the job",
        (MetricId::OnSiteTraining, NONE) => "No on-site training",
        _ => name,
    }
}

/// The answer of a source that nothing is asked for.
const NONE: &str = "None";

/// Returns true for a figure whose source says that nothing is asked for.
pub fn says_none(figure: &Figure) -> bool {
    matches!(figure.exact(), Some(Value::Name(name)) if name == NONE)
}

/// "Bachelor's Degree, 46%".
pub fn named_amount(unit: Unit, named: &NamedAmount) -> String {
    format!("{}, {}", named.name, number(unit, named.amount))
}

/// "Oregon, $341,630"; "California, Oregon or Washington: $98,000 to $101,000".
fn top(unit: Unit, top: &Top) -> String {
    match top {
        Top::One { name, median, .. } => format!("{name}, {}", number(unit, *median)),
        Top::Several {
            names,
            others,
            lowest,
            highest,
        } => {
            let medians = match lowest == highest {
                true => number(unit, *highest),
                false => range(unit, *lowest, *highest),
            };
            format!("{}: {medians}", alternatives(names, *others))
        }
    }
}

/// "a or b", "a, b or c", "a, b, c and 4 others"; with semicolons between names that have commas of their own.
pub fn alternatives(names: &[String], others: u32) -> String {
    let counted = match others {
        0 => None,
        1 => Some("1 other".to_owned()),
        others => Some(format!("{others} others")),
    };
    let (word, last, first) = match (&counted, names) {
        (Some(counted), names) => ("and", counted, names),
        (None, [first @ .., last]) => ("or", last, first),
        (None, []) => return String::new(),
    };
    let has = |what: &str| names.iter().any(|name| name.contains(what));
    let (between, before_last) = match (first.len(), has(", ")) {
        (0, _) => return last.clone(),
        (1, true) => ("", ","),
        (_, true) => ("; ", ";"),
        (2.., false) if has(" and ") => (", ", ","),
        (_, false) => (", ", ""),
    };
    format!("{}{before_last} {word} {last}", first.join(between))
}

/// A number with its unit: `$61,487`, `$29.56`, `6%`, `313,110`, `44 years`, `5 of 5`.
pub fn number(unit: Unit, number: f64) -> String {
    match unit {
        Unit::DollarsAYear | Unit::DollarsAWeek => amount(number, 0),
        Unit::DollarsAnHour => amount(number, 2),
        Unit::Percent(decimals) | Unit::Share(decimals) => {
            format!("{}%", grouped(number, decimals))
        }
        Unit::JobChange if number < 0.0 => format!("{} jobs lost a year", grouped(-number, 0)),
        Unit::Jobs | Unit::JobChange => grouped(number, 0),
        Unit::Years => years(number),
        Unit::OutOfFive => format!("{} of 5", shortest(number)),
        Unit::Name => shortest(number),
    }
}

/// The same number as [`number`] writes, for a program: no unit, no separators, a plain minus, and
/// no zeros at the end of its decimals.
pub fn plain(unit: Unit, number: f64) -> String {
    let digits = match unit {
        Unit::DollarsAnHour => format!("{number:.2}"),
        Unit::Percent(decimals) | Unit::Share(decimals) => format!("{number:.decimals$}"),
        Unit::DollarsAYear | Unit::DollarsAWeek | Unit::Jobs | Unit::JobChange => {
            format!("{number:.0}")
        }
        Unit::Years | Unit::OutOfFive | Unit::Name => {
            shortest(number).replace(',', "").replace('−', "-")
        }
    };
    let digits = match digits.contains('.') {
        true => digits.trim_end_matches('0').trim_end_matches('.'),
        false => digits.as_str(),
    };
    if digits == "-0" { "0" } else { digits }.to_owned()
}

/// The unit in words; none for a name.
pub fn unit(unit: Unit) -> Option<&'static str> {
    Some(match unit {
        Unit::DollarsAYear => Currency::per(Period::Year),
        Unit::DollarsAWeek => Currency::per(Period::Week),
        Unit::DollarsAnHour => Currency::per(Period::Hour),
        Unit::Percent(_) => "percent of change",
        Unit::Share(_) => "percent",
        Unit::Jobs => "jobs or people",
        Unit::JobChange => "jobs a year; below zero, jobs lost",
        Unit::Years => "years",
        Unit::OutOfFive => "points of five",
        Unit::Name => return None,
    })
}

/// From a low to a high end: "$35,000 to $105,000", "4 to 6 years".
pub fn range(unit: Unit, low: f64, high: f64) -> String {
    match unit {
        Unit::Years => format!("{} to {}", shortest(low), years(high)),
        _ => format!("{} to {}", number(unit, low), number(unit, high)),
    }
}

/// A number short enough for an axis: `$0`, `$50K`, `20%`.
pub fn tick(unit: Unit, at: f64) -> String {
    match unit {
        Unit::DollarsAYear if at >= 1_000.0 => format!("{}{}", money(), in_thousands(at)),
        Unit::Jobs if at >= 1_000.0 => in_thousands(at),
        Unit::Percent(_) | Unit::Share(_) => format!("{}%", shortest(at)),
        Unit::Years | Unit::OutOfFive => shortest(at),
        _ => number(unit, at),
    }
}

/// A number without a unit, with as many decimals as it has, up to three: `1.437`.
pub fn decimal(number: f64) -> String {
    up_to(3, number)
}

/// Dollars in four letters or so, rounded: `$181K`, `$25`.
pub fn short_dollars(amount: f64) -> String {
    match amount {
        n if n >= 1_000.0 => format!("{}K", self::amount(n / 1_000.0, 0)),
        n => self::amount(n, 0),
    }
}

/// `50K`, `1.5M`.
fn in_thousands(number: f64) -> String {
    match number {
        n if n >= 1e6 => format!("{}M", shortest(n / 1e6)),
        n => format!("{}K", shortest(n / 1e3)),
    }
}

/// With a capital at the start, where that is a letter of ASCII. No source prints another one there, a visitor's own names stay
/// as they were written, and the tables of all letters would take 8 kB of the bundle: so it is wherever letters change here.
pub fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => std::iter::once(first.to_ascii_uppercase())
            .chain(letters)
            .collect(),
        None => String::new(),
    }
}

/// With a small letter at the start.
pub fn uncapitalized(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => std::iter::once(first.to_ascii_lowercase())
            .chain(letters)
            .collect(),
        None => String::new(),
    }
}

/// "a", "a and b", "a, b and c"; with a comma before the last "and" where an item has one or a comma of its own.
pub fn list(items: &[String]) -> String {
    joined(items, "and")
}

/// "a", "a or b", "a, b or c"; with a comma before the last "or" where an item has an "or", an "and" or a comma of its own.
pub fn choice(items: &[String]) -> String {
    joined(items, "or")
}

fn joined(items: &[String], word: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => {
            let has = |item: &String| item.contains(" and ") || item.contains(" or ");
            let is_long = first.len() > 1 && items.iter().any(has);
            let has_commas = first.iter().any(|item| item.contains(", "));
            let comma = if is_long || has_commas { "," } else { "" };
            format!("{}{comma} {word} {last}", first.join(", "))
        }
    }
}

/// A number of things in a sentence: "two", and digits from ten on.
pub fn count(number: usize) -> String {
    const WORDS: [&str; 10] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ];
    let word = WORDS.get(number).map(|word| (*word).to_owned());
    word.unwrap_or_else(|| number.to_string())
}

/// A source's name for a thing, as it reads inside a sentence: "Strong Customer Service" becomes
/// "strong customer service", "CRM" stays.
pub fn in_a_sentence(name: &str) -> String {
    let words: Vec<String> = name
        .split(' ')
        .map(|word| {
            let capitals = word.chars().filter(char::is_ascii_uppercase).count();
            if capitals > 1 {
                word.to_owned()
            } else {
                word.to_ascii_lowercase()
            }
        })
        .collect();
    words.join(" ")
}

/// An official title, as it reads inside a sentence: "First-Line Supervisors" becomes "first-line
/// supervisors", "Therapists, All Other" becomes "therapists (all other)".
pub fn title_in_a_sentence(title: &str) -> String {
    /// The names in official titles that keep their capitals.
    const PROPER: [&str; 2] = ["English", "Postal Service"];
    let mut lower = title.to_ascii_lowercase();
    if let Some(people) = lower.strip_suffix(", all other") {
        lower = format!("{people} (all other)");
    }
    PROPER.iter().fold(lower, |text, name| {
        text.replace(&name.to_ascii_lowercase(), name)
    })
}

/// Somebody's text in quotation marks, cut where it would fill the page.
///
/// It is set apart from the sentence around it, so that letters that run from right to left, and
/// marks that turn the direction, turn nothing else.
pub fn quoted(text: &str) -> String {
    const MOST: usize = 40;
    let printable = |c: char| match c {
        _ if c.is_control() || turns_direction(c) => '\u{FFFD}',
        _ => c,
    };
    let mut cut: String = text.chars().take(MOST).map(printable).collect();
    if text.chars().nth(MOST).is_some() {
        cut.push('…');
    }
    format!("“\u{2068}{cut}\u{2069}”")
}

/// Whether a letter is none, but turns the direction of the text after it.
pub fn turns_direction(letter: char) -> bool {
    matches!(
        letter,
        '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
    )
}

/// A name as it stands in sentences of the page: one with letters that run from right to left is set apart, so that it
/// turns nothing around it.
pub fn set_apart(name: &str) -> String {
    let from_right = |c: char| matches!(c, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}');
    match name.contains(from_right) {
        true => format!("\u{2068}{name}\u{2069}"),
        false => name.to_owned(),
    }
}

/// How far a survey's figure may be off, in words: "± 3.2 points", "relative standard error 1.1%".
pub fn error(error: SamplingError) -> String {
    match error {
        SamplingError::RelativeStandardError(percent) => {
            format!("relative standard error {}%", shortest(percent))
        }
        SamplingError::MarginAt95(points) => format!("± {} points", shortest(points)),
        SamplingError::RuleOfThumb(points) => {
            format!("rule of thumb: about ±{} points", roughly(points))
        }
    }
}

/// How far a figure made from a sample of people may be off, in words. A share cannot leave 0 to 100 percent: one whose
/// margin would is said to be on one side of the other end.
pub fn margin(figure: &Figure) -> Option<String> {
    match figure.error? {
        error @ SamplingError::MarginAt95(points) => Some(match bound(figure, points) {
            Some(bound) => format!("likely {bound}"),
            None => self::error(error),
        }),
        error @ SamplingError::RuleOfThumb(_) => Some(self::error(error)),
        SamplingError::RelativeStandardError(_) => None,
    }
}

/// "91.7% or more", where a share with its margin in points would pass 100 percent, "8.3% or less" where it would pass 0.
pub fn bound(figure: &Figure, points: f64) -> Option<String> {
    let share = figure.exact().and_then(|value| match value {
        Value::Number(share) => Some(*share),
        _ => None,
    })?;
    let percent = |share| number(Unit::Share(1), share);
    if share + points > 100.0 {
        return Some(format!("{} or more", percent(share - points)));
    }
    (share < points).then(|| format!("{} or less", percent(share + points)))
}

/// The points of a rule of thumb: whole ones, and one decimal below two.
pub fn roughly(points: f64) -> String {
    grouped(points, usize::from(points < 2.0))
}

/// What a figure rests on: "of about 163,000 employed people", "from 23 answers".
pub fn base(metric: MetricId, base: f64) -> String {
    match metric.metric().shape {
        Shape::NamedShare => format!("from {} answers", number(Unit::Jobs, base)),
        _ => format!("of {}", people(metric, base)),
    }
}

/// Names the people a survey's figure describes: "about 163,000 employed people".
pub fn people(metric: MetricId, base: f64) -> String {
    let people = match metric {
        MetricId::WeeklyMen => "men who work full time",
        MetricId::WeeklyWomen => "women who work full time",
        _ => "employed people",
    };
    format!("about {} {people}", number(Unit::Jobs, base))
}

/// "a customer service manager", "an editor".
pub fn with_article(noun: &str) -> String {
    let vowel = noun.starts_with(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O', 'U']);
    format!("{} {noun}", if vowel { "an" } else { "a" })
}

fn years(number: f64) -> String {
    let unit = if number == 1.0 { "year" } else { "years" };
    format!("{} {unit}", shortest(number))
}

fn amount(number: f64, decimals: usize) -> String {
    let sign = if number < 0.0 { "−" } else { "" };
    format!("{sign}{}{}", money(), grouped(number.abs(), decimals))
}

/// What stands before an amount.
fn money() -> &'static str {
    &Currency::of_page().sign
}

/// With thousands separators and a fixed number of decimals; a negative number has a real minus.
fn grouped(number: f64, decimals: usize) -> String {
    let digits = format!("{:.decimals$}", number.abs());
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits.as_str(), None),
    };
    let mut text = String::new();
    if number < 0.0 && digits.contains(|c: char| c.is_ascii_digit() && c != '0') {
        text.push('−');
    }
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

/// With as many decimals as it has, up to two.
fn shortest(number: f64) -> String {
    up_to(2, number)
}

fn up_to(most: i32, number: f64) -> String {
    let whole = |number: f64| (number - number.round()).abs() < 1e-6;
    let decimals = (0..most)
        .find(|n| whole(number * 10_f64.powi(*n)))
        .unwrap_or(most);
    grouped(number, decimals as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_carry_their_unit_exactly() {
        let cases = [
            (Unit::DollarsAYear, 61_487.0, "$61,487"),
            (Unit::DollarsAYear, 1_234_567.0, "$1,234,567"),
            (Unit::DollarsAYear, -12_465.0, "−$12,465"),
            (Unit::DollarsAnHour, 29.56, "$29.56"),
            (Unit::DollarsAnHour, 7.5, "$7.50"),
            (Unit::Percent(0), 6.0, "6%"),
            (Unit::Percent(1), 37.0, "37.0%"),
            (Unit::Percent(1), -0.04, "0.0%"),
            (Unit::Percent(1), -3.25, "−3.2%"),
            (Unit::Jobs, 313_110.0, "313,110"),
            (Unit::Jobs, 999.0, "999"),
            (Unit::JobChange, 1_200.0, "1,200"),
            (Unit::JobChange, -2_250.0, "2,250 jobs lost a year"),
            (Unit::Years, 1.0, "1 year"),
            (Unit::Years, 44.0, "44 years"),
            (Unit::OutOfFive, 5.0, "5 of 5"),
            (Unit::OutOfFive, 4.12, "4.12 of 5"),
            (Unit::OutOfFive, 4.1, "4.1 of 5"),
            (Unit::Years, 42.3, "42.3 years"),
        ];
        for (unit, number, expected) in cases {
            assert_eq!(super::number(unit, number), expected);
        }
    }

    #[test]
    fn a_number_for_a_program_is_the_one_on_the_screen() {
        let cases = [
            (Unit::DollarsAYear, 61_487.0, "61487"),
            (Unit::DollarsAnHour, 29.5, "29.5"),
            (Unit::Percent(1), -3.25, "-3.2"),
            (Unit::Percent(1), -0.04, "0"),
            (Unit::Share(0), 3.297, "3"),
            (Unit::Share(1), 40.0, "40"),
            (Unit::Jobs, 1_313_110.0, "1313110"),
            (Unit::JobChange, -2_250.0, "-2250"),
            (Unit::Years, 42.3, "42.3"),
            (Unit::OutOfFive, 4.12, "4.12"),
        ];
        for (unit, number, expected) in cases {
            assert_eq!(plain(unit, number), expected);
        }
    }

    #[test]
    fn ranges_say_the_unit_where_it_reads_well() {
        assert_eq!(range(Unit::Years, 4.0, 6.0), "4 to 6 years");
        assert_eq!(
            range(Unit::DollarsAYear, 35_000.0, 105_000.0),
            "$35,000 to $105,000"
        );
    }

    #[test]
    fn acronyms_keep_their_capitals() {
        assert_eq!(
            in_a_sentence("Strong Customer Service"),
            "strong customer service"
        );
        assert_eq!(in_a_sentence("CRM"), "CRM");
    }

    #[test]
    fn official_titles_become_words_of_a_sentence() {
        let cases = [
            ("Sales Managers", "sales managers"),
            (
                "First-Line Supervisors of Retail Sales Workers",
                "first-line supervisors of retail sales workers",
            ),
            (
                "English Language and Literature Teachers, Postsecondary",
                "English language and literature teachers, postsecondary",
            ),
            ("Postal Service Clerks", "Postal Service clerks"),
            ("Therapists, All Other", "therapists (all other)"),
        ];
        for (title, expected) in cases {
            assert_eq!(title_in_a_sentence(title), expected);
        }
    }

    #[test]
    fn places_that_cannot_be_told_apart_are_alternatives() {
        let states = ["California", "Oregon", "Washington"].map(str::to_owned);
        let metros = ["San Jose, CA", "Salem, OR", "Seattle, WA"].map(str::to_owned);
        let industries = ["Utilities", "Oil and Gas Extraction", "Schools"].map(str::to_owned);
        let cases = [
            (&states[..1], 0, "California"),
            (&states[..2], 0, "California or Oregon"),
            (&states[..], 0, "California, Oregon or Washington"),
            (&states[..], 1, "California, Oregon, Washington and 1 other"),
            (
                &states[..],
                4,
                "California, Oregon, Washington and 4 others",
            ),
            (&metros[..2], 0, "San Jose, CA, or Salem, OR"),
            (&metros[..], 0, "San Jose, CA; Salem, OR; or Seattle, WA"),
            (
                &metros[..],
                12,
                "San Jose, CA; Salem, OR; Seattle, WA; and 12 others",
            ),
            (&industries[..2], 0, "Utilities or Oil and Gas Extraction"),
            (
                &industries[..],
                0,
                "Utilities, Oil and Gas Extraction, or Schools",
            ),
            (
                &industries[..],
                2,
                "Utilities, Oil and Gas Extraction, Schools, and 2 others",
            ),
        ];
        for (names, others, expected) in cases {
            assert_eq!(alternatives(names, others), expected);
        }
    }

    #[test]
    fn the_medians_of_several_places_are_a_range() {
        let several = |lowest: f64, highest: f64| Top::Several {
            names: ["Ohio", "Utah"].map(str::to_owned).to_vec(),
            others: 0,
            lowest,
            highest,
        };
        let one = Top::One {
            name: "Ohio".to_owned(),
            median: 24.5,
            jobs: 500.0,
            wage_rse: 1.2,
        };
        let written = [
            top(Unit::DollarsAnHour, &one),
            top(Unit::DollarsAYear, &several(98_000.0, 101_230.0)),
            top(Unit::DollarsAYear, &several(98_000.0, 98_000.0)),
        ];
        assert_eq!(
            written,
            [
                "Ohio, $24.50",
                "Ohio or Utah: $98,000 to $101,230",
                "Ohio or Utah: $98,000"
            ]
        );
    }

    #[test]
    fn lists_end_with_and() {
        let items = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(list(&items[..1]), "a");
        assert_eq!(list(&items[..2]), "a and b");
        assert_eq!(list(&items), "a, b and c");
        let long = ["coordination", "monitoring", "judgment and decision making"];
        assert_eq!(
            list(&long.map(str::to_owned)),
            "coordination, monitoring, and judgment and decision making"
        );
        assert_eq!(list(&["a and b", "c"].map(str::to_owned)), "a and b and c");
        let except = ["surgeons, except pediatric", "dentists"];
        assert_eq!(
            list(&except.map(str::to_owned)),
            "surgeons, except pediatric, and dentists"
        );
    }
}
