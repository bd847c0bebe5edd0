//! What the import says while it works.

use std::time::Instant;

use crate::refusal::Result;

/// Says for each table how many rows it had and how long it took.
pub struct Progress<'p> {
    report: &'p mut dyn FnMut(&str),
}

impl<'p> Progress<'p> {
    /// Each line goes to `report`.
    pub fn new(report: &'p mut dyn FnMut(&str)) -> Self {
        Self { report }
    }

    /// Reads a table by `read`, which returns it with its number of rows.
    ///
    /// # Errors
    /// When `read` refuses it.
    pub fn table<T>(&mut self, name: &str, read: impl FnOnce() -> Result<(T, usize)>) -> Result<T> {
        let start = Instant::now();
        let (table, rows) = read()?;
        (self.report)(&format!(
            "{name}: {rows} rows, {:.1} s",
            start.elapsed().as_secs_f64()
        ));
        Ok(table)
    }
}
