//! `habeas backup`: a whole private copy of the home.
//!
//! In: a folder that is not there yet. Out: a copy that works at once as `--home`, checked like any home before it is
//! said to be done.

use std::path::PathBuf;

use serde_json::{Value, json};

use super::config::Config;
use super::failure::Failure;
use super::output::{self, Outcome};
use super::verify::counted;
use crate::tracker::store::Store;
use crate::tracker::store::check::Health;
use crate::wording::Wording;

/// Copy everything that is kept into a new folder
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  habeas backup --out /media/disk/habeas-2026-09-10")]
pub(super) struct Arguments {
    /// The folder to make; it must not exist yet
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let bar = output::progress();
    let copied = Store::open_kept(&config.home)?.copy_to(&arguments.out, &mut |done, of| {
        bar.set_length(of);
        bar.set_position(done);
    });
    bar.finish_and_clear();
    Ok(Box::new(Copied { path: arguments.out.clone(), health: copied? }))
}

struct Copied {
    path: PathBuf,
    health: Health,
}

impl Outcome for Copied {
    fn text(&self, wording: &Wording) -> String {
        let path = self.path.display().to_string();
        let done = wording.say_with("backup-done", &[("path", &path)]);
        let private = wording.say("backup-private");
        format!("{done}\n{}\n{private}\n", counted(&self.health, wording))
    }

    fn json(&self, _wording: &Wording) -> Value {
        json!({
            "path": self.path,
            "cases": self.health.cases,
            "events": self.health.events,
            "imports": self.health.imports,
            "proofs": self.health.proofs,
            "bytes": self.health.bytes,
        })
    }
}
