//! The browser that the tests run in, and the driver that the wasm tests steer it by.

use std::env;
use std::path::PathBuf;

use anyhow::{Result, bail};
use serde_json::{Value, json};

use crate::apt::Apt;
use crate::process;

/// What makes Chromium quiet, offline and able to run in a container. All it is going to see is this site.
pub const FLAGS: [&str; 9] = [
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

const BROWSERS: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
];

/// Where installers put browsers without putting them on PATH.
const BROWSER_FILES: [&str; 4] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
];

const DRIVER_FILES: [&str; 2] = [
    "/usr/lib/chromium-browser/chromedriver",
    "/usr/lib/chromium/chromedriver",
];

const HELP: &str = "\
The tests need Chromium (or Chrome) and the chromedriver of the same version:
  Debian, Ubuntu   sudo apt-get install chromium chromium-driver
  Fedora           sudo dnf install chromium chromedriver
  Arch             sudo pacman -S chromium
  macOS            brew install --cask google-chrome chromedriver
  Windows          winget install Google.Chrome, and chromedriver from
                   https://googlechromelabs.github.io/chrome-for-testing/
If they are installed somewhere else, say where in the variables CHROMIUM and CHROMEDRIVER.";

/// A browser and its driver.
#[derive(Debug)]
pub struct Browser {
    /// The program of the browser.
    pub chromium: PathBuf,
    /// The program of the driver.
    pub driver: PathBuf,
}

impl Browser {
    /// Finds both, or fails with how to install them.
    pub fn find() -> Result<Self> {
        let chromium = find("CHROMIUM", &BROWSERS, &BROWSER_FILES)?;
        let driver = find("CHROMEDRIVER", &["chromedriver"], &DRIVER_FILES)?;
        match (chromium, driver) {
            (Some(chromium), Some(driver)) => Ok(Self { chromium, driver }),
            (None, Some(_)) => bail!("expected Chromium on PATH, but it is not there.\n{HELP}"),
            (Some(_), None) => bail!("expected chromedriver on PATH, but it is not there.\n{HELP}"),
            (None, None) => {
                bail!("expected Chromium and chromedriver on PATH, but neither is there.\n{HELP}")
            }
        }
    }

    /// What the driver is to start: this browser, with these flags.
    pub fn capabilities(&self) -> Value {
        json!({ "goog:chromeOptions": { "args": FLAGS, "binary": self.chromium } })
    }
}

/// Installs both if they are missing and this is a system where that can be done; returns whether they were.
pub fn ensure() -> Result<bool> {
    let missing = match Browser::find() {
        Ok(_) => return Ok(false),
        Err(missing) => missing,
    };
    // A variable that points nowhere is a mistake to be told about; an installation would not mend it.
    if env::var_os("CHROMIUM").is_some() || env::var_os("CHROMEDRIVER").is_some() {
        return Err(missing);
    }
    let Some(apt) = Apt::without_asking() else {
        return Err(missing);
    };
    eprintln!("Installing Chromium and its driver by apt-get (once per machine)…");
    apt.install(&["chromium", "chromium-driver"])
        .map_err(|error| error.context(HELP))?;
    Browser::find().map(|_| true)
}

/// The program that a variable names, else the first that is there of some names on PATH and some files.
pub fn find(variable: &str, names: &[&str], files: &[&str]) -> Result<Option<PathBuf>> {
    if let Some(file) = env::var_os(variable).map(PathBuf::from) {
        if !file.is_file() {
            bail!(
                "expected a program in {variable}, but there is no file {}",
                file.display()
            );
        }
        return Ok(Some(file));
    }
    let on_path = names.iter().find_map(|name| process::find_on_path(name));
    Ok(on_path.or_else(|| files.iter().map(PathBuf::from).find(|file| file.is_file())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_name_on_path_wins() {
        let found = find(
            "CROSSROADS_UNSET",
            &["crossroads-no-such-program", "cargo"],
            &[],
        )
        .unwrap()
        .unwrap();
        assert_eq!(found.file_stem().unwrap(), "cargo");
    }

    #[test]
    fn a_file_is_found_without_path() {
        let this = file!()
            .rsplit('/')
            .next()
            .map(|name| format!("src/{name}"))
            .unwrap();
        assert_eq!(
            find("CROSSROADS_UNSET", &[], &["no/such/file", &this]).unwrap(),
            Some(PathBuf::from(&this))
        );
        assert_eq!(
            find("CROSSROADS_UNSET", &[], &["no/such/file"]).unwrap(),
            None
        );
    }

    #[test]
    fn the_driver_is_told_the_browser_and_its_flags() {
        let browser = Browser {
            chromium: "/opt/chromium".into(),
            driver: "/opt/chromedriver".into(),
        };
        let options = &browser.capabilities()["goog:chromeOptions"];
        assert_eq!(options["binary"], "/opt/chromium");
        assert_eq!(options["args"][0], "--headless=new");
    }
}
