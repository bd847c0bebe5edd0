//! Debian's package manager, where it works without asking anyone.

use anyhow::Result;

use crate::process;

/// Permission to install packages.
pub struct Apt {
    /// The words before `apt-get`.
    privilege: &'static [&'static str],
}

impl Apt {
    /// Returns nothing if this system has no apt-get, or if it would ask for a password.
    pub fn without_asking() -> Option<Self> {
        process::find_on_path("apt-get")?;
        let user = process::capture(process::command("id").arg("-u")).ok()?;
        if user.trim() == "0" {
            return Some(Self { privilege: &[] });
        }
        let sudo = &["sudo", "-n"];
        let allowed = process::succeeds_silently(process::command("sudo").args(["-n", "true"]));
        allowed.then_some(Self { privilege: sudo })
    }

    /// Runs `apt-get`.
    pub fn get(&self, arguments: &[&str]) -> Result<()> {
        let mut words = self.privilege.iter().chain(&["apt-get"]).chain(arguments);
        let mut command = process::command(words.next().unwrap_or(&"apt-get"));
        command.env("DEBIAN_FRONTEND", "noninteractive");
        process::run_aside(command.args(words))
    }
}
