//! The browsers of the tests, and the programs that drive them.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use fs_err as fs;

use crate::process;

/// Flags that make Chromium quiet, offline and able to run in a container. It only opens this site.
pub const CHROMIUM_FLAGS: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// A browser with its drivers.
pub struct Engine {
    pub name: &'static str,
    /// Variables with the path of a program, for this command and for the tests. If a variable is not set, the program
    /// has one of these names on PATH, or one of these paths, without the file ending of Windows.
    programs: &'static [(&'static str, &'static [&'static str])],
    /// The Debian packages of the programs.
    packages: &'static [&'static str],
    /// Instructions for installing them elsewhere.
    help: &'static str,
}

/// The browser that runs all tests.
pub const CHROMIUM: Engine = Engine {
    name: "Chromium",
    programs: &[
        (
            "CHROMIUM",
            &[
                "chromium",
                "chromium-browser",
                "google-chrome",
                "google-chrome-stable",
                "chrome",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
                r"C:\Program Files\Google\Chrome\Application\chrome",
                r"C:\Program Files (x86)\Google\Chrome\Application\chrome",
            ],
        ),
        (
            "CHROMEDRIVER",
            &[
                "chromedriver",
                "/usr/lib/chromium-browser/chromedriver",
                "/usr/lib/chromium/chromedriver",
            ],
        ),
    ],
    packages: &["chromium", "chromium-driver"],
    help: "
  Fedora   sudo dnf install chromium chromedriver
  Arch     sudo pacman -S chromium
  macOS    brew install --cask google-chrome chromedriver
  Windows  winget install Google.Chrome, and chromedriver from
           https://googlechromelabs.github.io/chrome-for-testing/",
};

/// The browsers that run the core of the tests, where they are installed.
pub const OTHERS: [Engine; 2] = [
    Engine {
        name: "Firefox",
        programs: &[("FIREFOX", &["firefox-esr", "firefox"])],
        packages: &["firefox-esr"],
        help: "",
    },
    Engine {
        name: "WebKit",
        // Its browser needs a screen.
        programs: &[("WEBKIT_DRIVER", &["WebKitWebDriver"]), ("XVFB", &["Xvfb"])],
        packages: &["webkit2gtk-driver", "xvfb"],
        help: "",
    },
];

impl Engine {
    /// Finds the programs and returns them with their variables, or fails with how to install them.
    pub fn find(&self) -> Result<Vec<(&'static str, PathBuf)>> {
        let mut found = Vec::new();
        for (variable, names) in self.programs {
            let file = match env::var_os(variable).map(PathBuf::from) {
                Some(file) if file.is_file() => file,
                Some(file) => bail!("{variable} names {}, which is not a file", file.display()),
                None => names
                    .iter()
                    .find_map(|name| process::find_on_path(name))
                    .with_context(|| self.advice(variable))?,
            };
            found.push((*variable, file));
        }
        Ok(found)
    }

    fn advice(&self, variable: &str) -> String {
        format!(
            "{} or its driver is not on PATH. On Debian: sudo apt-get install {}{}\n\
             If it is installed elsewhere, set {variable} to its path.",
            self.name,
            self.packages.join(" "),
            self.help
        )
    }

    /// Returns whether an installation would help. It would not if a variable names a missing file.
    fn is_missing(&self) -> bool {
        let mut variables = self.programs.iter().map(|(variable, _)| variable);
        !variables.any(|variable| env::var_os(variable).is_some()) && self.find().is_err()
    }
}

/// Installs missing browsers where apt-get needs no password. Fails only if Chromium is missing afterward.
pub fn ensure() -> Result<()> {
    let mut missing = Vec::from_iter(Some(&CHROMIUM).filter(|engine| engine.is_missing()));
    // The other distributions with apt-get package no Firefox that can be driven.
    if is_debian() {
        missing.extend(OTHERS.iter().filter(|engine| engine.is_missing()));
    }
    if !missing.is_empty()
        && process::find_on_path("apt-get").is_some()
        && let Err(error) = install(&missing)
    {
        eprintln!("A missing browser was not installed: {error:#}");
    }
    CHROMIUM.find().map(drop)
}

fn install(engines: &[&Engine]) -> Result<()> {
    apt_get(&["update"])?;
    for engine in engines {
        eprintln!("Installing {} with apt-get, once…", engine.name);
        apt_get(&[&["install", "-y"], engine.packages].concat())?;
    }
    Ok(())
}

/// Fails if this user may not install packages without a password.
fn apt_get(arguments: &[&str]) -> Result<()> {
    let user = process::capture(process::command("id").arg("-u"))?;
    let words: &[&str] = match user.trim() {
        "0" => &["apt-get"],
        _ => &["sudo", "-n", "apt-get"],
    };
    let mut command = process::command(words[0]);
    command.env("DEBIAN_FRONTEND", "noninteractive");
    process::run_aside(command.args(&words[1..]).args(arguments))
}

fn is_debian() -> bool {
    fs::read_to_string("/etc/os-release")
        .is_ok_and(|text| text.lines().any(|line| line == "ID=debian"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONE: Engine = Engine {
        name: "None",
        programs: &[("CROSSROADS_UNSET", &["crossroads-no-such-program"])],
        packages: &["some-package"],
        help: "",
    };

    #[test]
    fn a_program_is_found_by_any_of_its_names() {
        let engine = Engine {
            programs: &[("CROSSROADS_UNSET", &["no-such-program", "cargo"])],
            ..NONE
        };
        let found = engine.find().unwrap();
        assert_eq!(found[0].0, "CROSSROADS_UNSET");
        assert_eq!(found[0].1.file_stem().unwrap(), "cargo");
    }

    #[test]
    fn a_missing_engine_names_its_packages_and_its_variable() {
        let error = NONE.find().unwrap_err().to_string();
        assert!(error.contains("apt-get install some-package"), "{error}");
        assert!(error.contains("CROSSROADS_UNSET"), "{error}");
    }
}
