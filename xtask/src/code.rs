//! The program and the styles of one build, gathered into one folder that is named after their content.
//!
//! Whatever a page has loaded fits together, caches may keep the folder for ever, and the page names it in one place.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::compress;
use crate::process;
use crate::tools::Toolbox;

/// What stands before the name of the content.
pub const FOLDER: &str = "code-";
/// How many digits that name has.
pub const NAME_LENGTH: usize = 16;
/// The programs and the folder of their parts, as Trunk leaves them.
const PROGRAM: [&str; 4] = [
    "start.js",
    "crossroads.js",
    "crossroads_bg.wasm",
    "snippets",
];
/// What the compiler may use of WebAssembly; the bound program says so itself, its parts do not.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];
/// The one file that all styles become.
const STYLE: &str = "style.css";
/// What a reference to a style begins with, as Trunk writes it.
const STYLE_LINK: &str = "<link rel=\"stylesheet\" href=\"./";

/// Gathers what Trunk has built in `dist`, and lets its page name the new place.
pub fn gather(dist: &Path, tools: &Toolbox) -> Result<()> {
    let page = dist.join("index.html");
    let html =
        fs::read_to_string(&page).with_context(|| format!("{} cannot be read", page.display()))?;
    let styles = styles_of(&html);
    if styles.is_empty() {
        bail!(
            "expected references to styles in {}, found none",
            page.display()
        );
    }
    let folder = dist.join("code");
    let moved = |name: &str| -> Result<()> {
        fs::rename(dist.join(name), folder.join(name)).with_context(|| {
            format!(
                "expected {name} in {}, but it cannot be moved",
                dist.display()
            )
        })
    };
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let mut style = String::new();
    for name in &styles {
        let file = dist.join(name);
        style += &fs::read_to_string(&file)
            .with_context(|| format!("{} cannot be read", file.display()))?;
        fs::remove_file(&file).with_context(|| format!("{} cannot be removed", file.display()))?;
    }
    let file = folder.join(STYLE);
    fs::write(&file, style).with_context(|| format!("{} cannot be written", file.display()))?;
    PROGRAM.into_iter().try_for_each(moved)?;
    let files = compress::files(&folder)?;
    for file in parts(&files) {
        shrink(file, tools)?;
    }
    let name = name_of(&folder, &files)?;
    fs::rename(&folder, dist.join(&name)).with_context(|| format!("{name} cannot be named"))?;
    let html = readdressed(&html, &styles, &name, &files, &folder);
    fs::write(&page, html).with_context(|| format!("{} cannot be written", page.display()))
}

/// The styles that a page refers to, in their order.
fn styles_of(html: &str) -> Vec<String> {
    let links = html.split(STYLE_LINK).skip(1);
    links
        .filter_map(|link| Some(link.split_once('"')?.0.to_owned()))
        .collect()
}

/// The parts of the program that are fetched when they are needed.
fn parts(files: &[PathBuf]) -> impl Iterator<Item = &PathBuf> {
    files.iter().filter(|file| {
        let is = |ending: &str| file.extension().is_some_and(|found| found == ending);
        is("wasm") && !file.ends_with("crossroads_bg.wasm")
    })
}

/// Trunk optimises the bound program alone; the parts are as they were linked.
fn shrink(part: &Path, tools: &Toolbox) -> Result<()> {
    let mut command = process::command("wasm-opt");
    tools
        .equip(&mut command)
        .arg("-Oz")
        .args(FEATURES)
        .arg(part)
        .arg("-o")
        .arg(part);
    process::run(&mut command)
}

/// A name that changes with any byte of any file.
fn name_of(folder: &Path, files: &[PathBuf]) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for file in files {
        let bytes = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
        hasher.write(
            file.strip_prefix(folder)
                .unwrap_or(file)
                .as_os_str()
                .as_encoded_bytes(),
        );
        hasher.write_usize(bytes.len());
        hasher.write(&bytes);
    }
    let hash = hasher.finish();
    Ok(format!("{FOLDER}{hash:0NAME_LENGTH$x}"))
}

/// The page with one style in the place of many and with the programs where they lie now.
fn readdressed(
    html: &str,
    styles: &[String],
    name: &str,
    files: &[PathBuf],
    folder: &Path,
) -> String {
    let mut html = html.to_owned();
    for (number, style) in styles.iter().enumerate() {
        let link = format!("{STYLE_LINK}{style}\"");
        let rest = html
            .split_once(&link)
            .and_then(|(_, rest)| rest.split_once('>'))
            .map(|(end, _)| end);
        let old = format!("{link}{}>", rest.unwrap_or_default());
        let new = match number {
            0 => format!("{STYLE_LINK}{name}/{STYLE}\">"),
            _ => String::new(),
        };
        html = html.replace(&old, &new);
    }
    for program in PROGRAM {
        html = html.replace(
            &format!("\"./{program}\""),
            &format!("\"./{name}/{program}\""),
        );
    }
    // What the program imports before it can start is asked for at once, and not one after the other.
    let scripts = files
        .iter()
        .filter(|file| file.extension().is_some_and(|ending| ending == "js"));
    let scripts = scripts.filter_map(|file| {
        Some(
            file.strip_prefix(folder)
                .ok()?
                .to_string_lossy()
                .replace('\\', "/"),
        )
    });
    let preloads = scripts.filter(|script| script.contains('/'));
    let preloads: String = preloads
        .map(|script| format!("<link rel=\"modulepreload\" href=\"./{name}/{script}\">"))
        .collect();
    html.replacen("</head>", &format!("{preloads}</head>"), 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_names_one_style_and_the_programs_where_they_lie() {
        let html = "<head><link rel=\"stylesheet\" href=\"./a.css\"/>\
                    <link rel=\"stylesheet\" href=\"./b.css\"/>\
                    <script type=\"module\" src=\"./start.js\"></script></head>";
        let styles = styles_of(html);
        assert_eq!(styles, ["a.css", "b.css"]);
        let folder = Path::new("code");
        let files = [
            folder.join("start.js"),
            folder.join("snippets/parts/fetch.js"),
            folder.join("a.wasm"),
        ];
        assert_eq!(
            readdressed(html, &styles, "code-1", &files, folder),
            "<head><link rel=\"stylesheet\" href=\"./code-1/style.css\">\
             <script type=\"module\" src=\"./code-1/start.js\"></script>\
             <link rel=\"modulepreload\" href=\"./code-1/snippets/parts/fetch.js\"></head>"
        );
    }

    #[test]
    fn every_byte_and_every_name_counts_for_the_name_of_the_folder() {
        let folder = std::env::temp_dir().join(format!("crossroads-code-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let mut names = Vec::new();
        for (name, content) in [("a.js", "1"), ("a.js", "2"), ("b.js", "2")] {
            let file = folder.join(name);
            fs::write(&file, content).unwrap();
            names.push(name_of(&folder, &[file]).unwrap());
        }
        let again = name_of(&folder, &[folder.join("b.js")]).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(names.last(), Some(&again));
        names.sort();
        names.dedup();
        assert_eq!(names.len(), 3);
        assert!(names.iter().all(|name| name.starts_with(FOLDER)));
    }
}
