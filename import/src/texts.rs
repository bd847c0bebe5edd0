//! The descriptions and duties that are written by hand, one file a family: `data/texts/<major>.md`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::json::Json;
use crate::refusal::{Refusal, Result};

/// Their folder.
pub const FOLDER: &str = "data/texts";

/// The file in it that describes them.
const ABOUT: &str = "README.md";

/// The most characters of a description.
pub const LONGEST_DESCRIPTION: usize = 280;

/// The most characters of a duty.
pub const LONGEST_DUTY: usize = 110;

/// How many duties there are.
pub const DUTIES: usize = 5;

/// What is written about each occupation, by its code.
pub type Texts = BTreeMap<String, Text>;

/// What is written about an occupation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// What people in it do.
    pub description: String,
    /// Five examples of what fills their weeks.
    pub duties: Vec<String>,
}

impl Text {
    /// As a shard holds it.
    pub fn json(&self) -> Json {
        Json::Object(vec![
            ("description".to_owned(), (&self.description).into()),
            ("duties".to_owned(), Json::list(&self.duties)),
        ])
    }
}

/// Reads the texts of all occupations whose `titles` are given by their codes.
///
/// # Errors
/// When a file is not in the form that its folder's `README.md` describes, or an occupation has no text.
pub fn read(folder: &Path, titles: &BTreeMap<String, String>) -> Result<Texts> {
    let mut families: Vec<&str> = titles.keys().map(|code| family(code)).collect();
    families.dedup();
    let mut texts = Texts::new();
    for name in names(folder)? {
        let is_family = name
            .strip_suffix(".md")
            .is_some_and(|of| families.contains(&of));
        if !is_family && name != ABOUT && name.ends_with(".md") {
            let expected = "a file named as a major group: 11.md";
            return Err(Refusal::of_file(&name, "", expected, "another name"));
        }
    }
    for family in families {
        let name = format!("{family}.md");
        let text = fs::read_to_string(folder.join(&name))
            .map_err(|error| Refusal::of_file(&name, "", "a file of texts", error.to_string()))?;
        texts.extend(parse(&name, &text, titles)?);
    }
    Ok(texts)
}

/// Reads the text of one file, `name`; it has to hold every occupation of its family, in the order of the codes.
///
/// # Errors
/// As [`read`].
pub fn parse(name: &str, text: &str, titles: &BTreeMap<String, String>) -> Result<Texts> {
    let mut family = Family {
        name,
        titles,
        texts: Texts::new(),
        open: None,
    };
    let mut lines = (1..).zip(text.lines());
    if !lines.next().is_some_and(|(_, line)| line.starts_with("# ")) {
        let found = text.lines().next().unwrap_or_default();
        return Err(family.refusal(1, "", "“# ” and the name of the family", found));
    }
    for (number, line) in lines.filter(|(_, line)| !line.is_empty()) {
        match (line.strip_prefix("## "), line.strip_prefix("- ")) {
            (Some(heading), _) => family.open(number, heading)?,
            (_, Some(duty)) => family.add_duty(number, duty)?,
            _ => family.describe(number, line)?,
        }
    }
    family.close()?;
    let missing = titles.iter().find(|(code, _)| {
        name.strip_suffix(".md") == Some(self::family(code)) && !family.texts.contains_key(*code)
    });
    match missing {
        Some((code, title)) => {
            let expected = format!("“## {code} {title}”");
            Err(Refusal::of_file(name, "", expected, "nothing").at("", code))
        }
        None => Ok(family.texts),
    }
}

fn names(folder: &Path) -> Result<Vec<String>> {
    let refuse = |error: std::io::Error| {
        Refusal::of_file(FOLDER, "", "a folder of texts", error.to_string())
    };
    let entries = fs::read_dir(folder).map_err(refuse)?;
    entries
        .map(|entry| {
            Ok(entry
                .map_err(refuse)?
                .file_name()
                .to_string_lossy()
                .into_owned())
        })
        .collect()
}

fn family(code: &str) -> &str {
    code.split('-').next().unwrap_or(code)
}

/// A file as far as it was read.
struct Family<'f> {
    name: &'f str,
    titles: &'f BTreeMap<String, String>,
    texts: Texts,
    /// The occupation that is being read, and the line of its heading.
    open: Option<(usize, &'f str, Text)>,
}

impl<'f> Family<'f> {
    fn open(&mut self, line: usize, heading: &'f str) -> Result<()> {
        self.close()?;
        let (code, title) = heading.split_once(' ').unwrap_or((heading, ""));
        let is_of_family = self.name.strip_suffix(".md") == Some(family(code));
        let known = self.titles.get(code).filter(|_| is_of_family);
        let Some(known) = known else {
            let expected = "the code of an occupation of this family";
            return Err(self.refusal(line, "code", expected, code));
        };
        if title != known {
            let expected = format!("“{known}”");
            let refusal = self.refusal(line, "title", &expected, title);
            return Err(refusal.at(place(line), code));
        }
        if let Some((last, _)) = self.texts.last_key_value()
            && last.as_str() >= code
        {
            let expected = format!("a code after {last}");
            return Err(self.refusal(line, "code", &expected, code));
        }
        self.open = Some((line, code, Text::default()));
        Ok(())
    }

    fn describe(&mut self, line: usize, description: &str) -> Result<()> {
        let accepted = match &self.open {
            None => Err("a heading before any text".to_owned()),
            Some((_, _, text)) if !text.description.is_empty() => {
                Err("one line of description, then duties that start with “- ”".to_owned())
            }
            Some(_) => plain(description, LONGEST_DESCRIPTION),
        };
        accepted.map_err(|expected| self.refusal(line, "description", &expected, description))?;
        if let Some((_, _, text)) = &mut self.open {
            description.clone_into(&mut text.description);
        }
        Ok(())
    }

    fn add_duty(&mut self, line: usize, duty: &str) -> Result<()> {
        let accepted = match &self.open {
            Some((_, _, text)) if !text.description.is_empty() => plain(duty, LONGEST_DUTY),
            _ => Err("a description before the duties".to_owned()),
        };
        accepted.map_err(|expected| self.refusal(line, "duties", &expected, duty))?;
        if let Some((_, _, text)) = &mut self.open {
            text.duties.push(duty.to_owned());
        }
        Ok(())
    }

    fn close(&mut self) -> Result<()> {
        let Some((line, code, text)) = self.open.take() else {
            return Ok(());
        };
        if text.duties.len() != DUTIES {
            let expected = format!("a description and {DUTIES} duties");
            let found = format!("{} duties", text.duties.len());
            let refusal = Refusal::of_file(self.name, "duties", expected, found);
            return Err(refusal.at(place(line), code));
        }
        self.texts.insert(code.to_owned(), text);
        Ok(())
    }

    fn refusal(&self, line: usize, field: &str, expected: &str, found: &str) -> Refusal {
        let code = self.open.as_ref().map_or("", |(_, code, _)| code);
        Refusal::of_file(self.name, field, expected, format!("“{found}”")).at(place(line), code)
    }
}

fn place(line: usize) -> String {
    format!("line {line}")
}

/// Says what a line should be, if it is too long or is not plain text.
fn plain(text: &str, longest: usize) -> std::result::Result<(), String> {
    let length = text.chars().count();
    let strange =
        |c: char| matches!(c, '<' | '>' | '#' | '*' | '_' | '`' | '[' | ']') || c.is_control();
    if length > longest {
        Err(format!("at most {longest} characters, not {length}"))
    } else if text.trim() != text || text.is_empty() || text.contains(strange) {
        Err("plain text with no space before or after it".to_owned())
    } else {
        Ok(())
    }
}
