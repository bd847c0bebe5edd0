//! The colors of `style/tokens.css`, how far they stand out from each other, and how far apart they
//! are for each kind of color vision.

/// The tokens of one theme.
pub struct Theme {
    /// "light" or "dark".
    pub name: &'static str,
    css: Vec<String>,
}

/// A color in sRGB, from 0 to 1.
pub type Rgb = [f64; 3];

/// Light first; what dark does not set anew is as in light.
pub fn themes() -> [Theme; 2] {
    let css = include_str!("../../style/tokens.css");
    let (light, dark) = css
        .split_once("@media (prefers-color-scheme: dark)")
        .expect("a dark theme");
    let lines = |css: &str| css.lines().map(|line| line.trim().to_owned()).collect();
    let light: Vec<String> = lines(light);
    let dark: Vec<String> = lines(dark);
    let dark = dark.into_iter().chain(light.clone()).collect();
    [
        Theme {
            name: "light",
            css: light,
        },
        Theme {
            name: "dark",
            css: dark,
        },
    ]
}

impl Theme {
    /// The color of a token.
    pub fn color(&self, token: &str) -> Rgb {
        let start = format!("{token}: #");
        let line = self.css.iter().find_map(|line| line.strip_prefix(&start));
        let hex = line.unwrap_or_else(|| panic!("no {token} in the {} theme", self.name));
        let channel = |at: usize| {
            let digits = hex.get(at..at + 2).expect("six digits");
            f64::from(u8::from_str_radix(digits, 16).expect("hexadecimal")) / 255.0
        };
        [channel(0), channel(2), channel(4)]
    }
}

fn linear(channel: f64) -> f64 {
    match channel {
        c if c <= 0.04045 => c / 12.92,
        c => ((c + 0.055) / 1.055).powf(2.4),
    }
}

/// The contrast ratio of WCAG 2.2.
pub fn contrast(one: Rgb, other: Rgb) -> f64 {
    let luminance = |rgb: Rgb| {
        let [r, g, b] = rgb.map(linear);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// A kind of color vision.
#[derive(Clone, Copy, Debug)]
pub enum Vision {
    /// All three kinds of cones.
    Usual,
    /// Without the cones for long waves.
    Protanopia,
    /// Without those for middle waves.
    Deuteranopia,
    /// Without those for short waves.
    Tritanopia,
}

/// All of them.
pub const VISIONS: [Vision; 4] = [
    Vision::Usual,
    Vision::Protanopia,
    Vision::Deuteranopia,
    Vision::Tritanopia,
];

/// How a color is seen, in linear light: the matrices of Machado, Oliveira and Fernandes (2009) for
/// full strength.
fn seen(vision: Vision, rgb: Rgb) -> Rgb {
    let matrix = match vision {
        Vision::Usual => [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
        Vision::Protanopia => [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
        Vision::Deuteranopia => [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
        Vision::Tritanopia => [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
    };
    let rgb = rgb.map(linear);
    matrix.map(|row| {
        let sum: f64 = row.iter().zip(rgb).map(|(a, b)| a * b).sum();
        sum.clamp(0.0, 1.0)
    })
}

/// How far apart two colors are for a kind of vision: the distance in CIE L*a*b* (1976).
pub fn distance(vision: Vision, one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (lab(seen(vision, one)), lab(seen(vision, other)));
    let squares = one.iter().zip(other).map(|(a, b)| (a - b) * (a - b));
    squares.sum::<f64>().sqrt()
}

fn lab([r, g, b]: Rgb) -> Rgb {
    let f = |t: f64| match t {
        t if t > 0.008_856 => t.cbrt(),
        t => 7.787 * t + 16.0 / 116.0,
    };
    let x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
    let y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
    let z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}
