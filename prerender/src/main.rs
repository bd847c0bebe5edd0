//! Writes every page of the site into a file, one JSON object a line: the default comparison first, then each role.
//!
//! `cargo xtask build` runs it and puts what it writes into the site's frame. The markup comes from the components that
//! draw the page in the browser, so that these can take it over without anything moving.
#![forbid(unsafe_code)]
#![cfg_attr(test, allow(clippy::expect_used, clippy::panic, clippy::unwrap_used))]

mod body;
mod page;
mod structured;

use std::error::Error;
use std::io::{BufWriter, Write};
use std::num::NonZero;
use std::path::Path;
use std::{env, fs, thread};

use crossroads::model::{Dataset, RoleId};

fn main() -> Result<(), Box<dyn Error>> {
    let file = env::args_os().nth(1);
    let file = file.ok_or("expected the file to write as the one argument, found none")?;
    let file = Path::new(&file);
    let stamp_file = file.with_extension("stamp");
    let stamp = stamp()?;
    let is_there = file.is_file() && fs::read_to_string(&stamp_file).is_ok_and(|old| old == stamp);
    if is_there {
        return Ok(());
    }
    if stamp_file.exists() {
        fs::remove_file(&stamp_file)?;
    }
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    write_pages(file)?;
    fs::write(stamp_file, stamp)?;
    Ok(())
}

/// What the pages depend on: this program, which holds the figures, and the details beside them.
fn stamp() -> Result<String, Box<dyn Error>> {
    let program = fs::metadata(env::current_exe()?)?;
    let mut stamp = format!("{} {:?}\n", program.len(), program.modified()?);
    for entry in fs::read_dir(page::shards())? {
        let metadata = entry?.metadata()?;
        stamp += &format!("{} {:?}\n", metadata.len(), metadata.modified()?);
    }
    Ok(stamp)
}

fn write_pages(file: &Path) -> Result<(), Box<dyn Error>> {
    let dataset = Dataset::bundled()?;
    let mut out = BufWriter::new(fs::File::create(file)?);
    writeln!(out, "{}", page::of_the_default(dataset))?;
    let ids: Vec<RoleId> = dataset.ids().collect();
    let at_once = thread::available_parallelism().map_or(1, NonZero::get);
    for some in ids.chunks(8 * at_once) {
        for page in in_parallel(some, at_once, |id| page::of_role(dataset, id))? {
            writeln!(out, "{}", page?)?;
        }
    }
    out.flush()?;
    Ok(())
}

/// Makes something of each item, in their order.
fn in_parallel<T: Sync, R: Send>(
    items: &[T],
    at_once: usize,
    make: impl Fn(&T) -> R + Sync,
) -> Result<Vec<R>, &'static str> {
    let share = items.len().div_ceil(at_once).max(1);
    thread::scope(|scope| {
        let make = &make;
        let threads: Vec<_> = items
            .chunks(share)
            .map(|batch| scope.spawn(move || batch.iter().map(make).collect::<Vec<R>>()))
            .collect();
        let mut made = Vec::with_capacity(items.len());
        for thread in threads {
            made.extend(thread.join().map_err(|_| "a page could not be written")?);
        }
        Ok(made)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_in_parallel_keeps_its_order() {
        let items: Vec<u32> = (0..23).collect();
        for at_once in [1, 2, 5, 40] {
            let made = in_parallel(&items, at_once, |item| item * 2).unwrap();
            assert_eq!(made, (0..23).map(|item| item * 2).collect::<Vec<_>>());
        }
    }
}
