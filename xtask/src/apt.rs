//! Debian's packages, where they can be installed without asking anyone.

use anyhow::Result;

use crate::process;

/// The right to install packages.
pub struct Apt {
    /// What has to stand before `apt-get`.
    privilege: &'static [&'static str],
}

impl Apt {
    /// Nothing if this system has no apt-get or would ask somebody first.
    pub fn without_asking() -> Option<Self> {
        process::find_on_path("apt-get")?;
        let user = process::capture(process::command("id").arg("-u")).ok()?;
        if user.trim() == "0" {
            return Some(Self { privilege: &[] });
        }
        process::succeeds(process::command("sudo").args(["-n", "true"])).then_some(Self {
            privilege: &["sudo", "-n"],
        })
    }

    /// Installs packages from lists that are fetched anew.
    pub fn install(&self, packages: &[&str]) -> Result<()> {
        self.get(&["update"])?;
        self.get(&[&["install", "-y"], packages].concat())
    }

    fn get(&self, arguments: &[&str]) -> Result<()> {
        let words = [self.privilege, &["apt-get"], arguments].concat();
        let (program, rest) = words.split_first().unwrap_or((&"apt-get", &[]));
        process::run_aside(
            process::command(program)
                .args(rest)
                .env("DEBIAN_FRONTEND", "noninteractive"),
        )
    }
}
