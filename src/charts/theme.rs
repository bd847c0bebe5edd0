/// The page's colors by day or by night.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// Where colors are set, for the page and for images that leave it.
const TOKENS: &str = include_str!("../../style/tokens.css");
/// Where the dark theme begins; what it does not set anew is as in light.
const DARK: &str = "@media (prefers-color-scheme: dark)";

impl Theme {
    /// The color of a token: `#1f5fae` for `--series-1`.
    pub(super) fn color(self, token: &str) -> Option<&'static str> {
        let (light, dark) = TOKENS.split_once(DARK)?;
        let of_dark = || value(dark, token).filter(|_| self == Self::Dark);
        of_dark().or_else(|| value(light, token))
    }
}

fn value(css: &'static str, token: &str) -> Option<&'static str> {
    let mut lines = css.lines();
    lines.find_map(|line| {
        let value = line.trim().strip_prefix(token)?.strip_prefix(": ")?;
        value.strip_suffix(';')
    })
}
