//! A chart as an image that stands for itself: with its title, its key, its sources and the page's
//! colors in it.

use super::draw::{body_of, draw, escaped};
use super::palette::{self, tokens};
use super::spec::{ChartError, ChartSpec, Paint};
use super::text;
use super::theme::Theme;

/// The width of the image, in px.
const STANDALONE_WIDTH: u32 = 760;
/// Free room around it.
const EDGE: f64 = 28.0;
/// The sizes of the title and of all other words, in px.
const TITLE: f64 = 20.0;
const WORDS: f64 = text::SIZE;
/// From one line of words to the next.
const LINE: f64 = 18.0;
/// The fonts of the page.
const FONT: &str = "font-family=\"system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', \
                    Arial, sans-serif\"";
/// Lines of the axis stop where words stand. Marks say themselves how they are drawn.
const HALO: &str = "paint-order=\"stroke\" stroke=\"var(--paper)\" stroke-width=\"4\" \
                    stroke-linejoin=\"round\"";

/// A chart as a file of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// The file's text.
    pub svg: String,
    /// Its width, in px.
    pub width: u32,
    /// Its height, in px.
    pub height: u32,
}

/// An SVG file of a chart in the colors of a theme, with lines about its sources at the foot.
pub fn standalone(spec: &ChartSpec, theme: Theme, sources: &[String]) -> Result<Image, ChartError> {
    let room = f64::from(STANDALONE_WIDTH) - 2.0 * EDGE;
    let drawing = draw(spec, room as u32)?;
    let mut page = Page {
        svg: String::new(),
        y: EDGE,
    };
    // A title is wider by as much as its letters are larger.
    for line in text::wrap_name(&spec.title, room * WORDS / TITLE) {
        page.y += TITLE * 1.25;
        page.line(&line, TITLE, "--ink", true);
    }
    page.gap();
    for (words, token) in [(&spec.takeaway, "--ink"), (&spec.key, "--ink-muted")] {
        page.words(words, room, token);
    }
    if let Some(own) = &spec.reference {
        page.words(&own.says, room, "--ink-muted");
    }
    page.legend(spec, room);
    page.gap();
    page.svg.push_str(&format!(
        "<g transform=\"translate({EDGE} {:.0})\" {HALO}>{}</g>\n",
        page.y,
        body_alone(&drawing.svg)
    ));
    page.y += f64::from(drawing.height);
    page.gap();
    for line in sources {
        page.words(line, room, "--ink-muted");
    }
    let height = (page.y + EDGE).ceil() as u32;
    let width = STANDALONE_WIDTH;
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"{}\" \
         width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" {FONT}>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"var(--paper)\"/>\n{}</svg>\n",
        escaped(&spec.described()),
        page.svg
    );
    Ok(Image {
        svg: colored(svg, theme),
        width,
        height,
    })
}

/// The marks and words of a drawing, as they stand in a group that says how words are set: no style
/// sheet, which a page's policy may forbid where the file is shown as an image.
fn body_alone(svg: &str) -> String {
    let inside = format!("fill=\"{}\"", palette::hex(palette::PAPER));
    body_of(svg)
        .replace("</svg>", "")
        .replace(" font-family=\"sans-serif\"", "")
        // Words that stand inside a mark need no ground of their own. Marks are empty tags.
        .replace(&format!("{inside}>"), &format!("{inside} stroke=\"none\">"))
}

/// Words and marks from top to bottom.
struct Page {
    svg: String,
    /// The line of the last words, from the top.
    y: f64,
}

impl Page {
    fn gap(&mut self) {
        self.y += LINE / 2.0;
    }

    fn words(&mut self, words: &str, room: f64, token: &str) {
        if words.is_empty() {
            return;
        }
        for line in text::wrap(words, room) {
            self.y += LINE;
            self.line(&line, WORDS, token, false);
        }
    }

    fn line(&mut self, words: &str, size: f64, token: &str, bold: bool) {
        self.put(words, EDGE, size, token, bold);
    }

    fn put(&mut self, words: &str, x: f64, size: f64, token: &str, bold: bool) {
        let weight = if bold { " font-weight=\"bold\"" } else { "" };
        self.svg.push_str(&format!(
            "<text x=\"{x:.0}\" y=\"{:.0}\" font-size=\"{size}\"{weight} fill=\"var({token})\">{}</text>\n",
            self.y,
            escaped(words)
        ));
    }

    /// What the colors stand for, in as many lines as it takes.
    fn legend(&mut self, spec: &ChartSpec, room: f64) {
        const SWATCH: f64 = 16.0;
        const BETWEEN: f64 = 18.0;
        let mut x = room;
        for entry in &spec.legend {
            let lines = text::wrap(&entry.words, room - SWATCH);
            let widths = lines.iter().map(|line| SWATCH + text::width(line));
            let width = widths.fold(0.0, f64::max);
            if x + width > room {
                x = 0.0;
                self.y += LINE;
            }
            let token = match entry.paint {
                Paint::Role(number) => palette::role_token(number),
                Paint::Tone(number) => palette::tone_token(number),
            };
            self.svg.push_str(&format!(
                "<rect x=\"{:.0}\" y=\"{:.0}\" width=\"10\" height=\"10\" fill=\"var({token})\"/>\n",
                EDGE + x,
                self.y - 9.0
            ));
            for (number, words) in lines.iter().enumerate() {
                if number > 0 {
                    self.y += LINE;
                }
                self.put(words, EDGE + x + SWATCH, WORDS, "--ink", false);
            }
            x += width + BETWEEN;
        }
    }
}

/// Every token and every color that stands for one becomes the theme's.
fn colored(svg: String, theme: Theme) -> String {
    tokens().into_iter().fold(svg, |svg, (stand_in, token)| {
        let color = theme.color(&token).unwrap_or("currentColor");
        svg.replace(&stand_in, color)
            .replace(&format!("var({token})"), color)
    })
}
