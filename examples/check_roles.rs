//! Says whether the dataset that is compiled in can be read, and how many roles it has: for a site with a dataset of its
//! own (`docs/OWN-DATASET.md`).

use std::process::ExitCode;

use crossroads::model::Dataset;

fn main() -> ExitCode {
    match Dataset::bundled() {
        Ok(dataset) => {
            let unreadable = &dataset.summaries().unreadable;
            for error in unreadable {
                eprintln!("In {error}.");
            }
            let roles = dataset.ids().count();
            println!("{roles} roles, pay in {}", dataset.currency().name);
            match unreadable.is_empty() {
                true => ExitCode::SUCCESS,
                false => ExitCode::FAILURE,
            }
        }
        Err(error) => {
            eprintln!("In {error}.");
            ExitCode::FAILURE
        }
    }
}
