//! `habeas forget`: deletes a case or an import for good.
//!
//! In: a case or an import. Out: what would go; with `--yes` it has gone, and no byte of it is left in the home.

use serde_json::{Value, json};

use super::config::{Config, as_reference};
use super::failure::Failure;
use super::output::Outcome;
use crate::tracker::store::Store;
use crate::tracker::store::forget::Forgetting;
use crate::wording::Wording;

/// Delete a case or an import for good
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  habeas forget HB-7F3K2Q\n  habeas forget HB-7F3K2Q --yes")]
pub(super) struct Arguments {
    /// Case reference, or import id
    #[arg(value_name = "CASE|IMPORT")]
    id: String,
    /// Delete it; without it, what would go is shown
    #[arg(long)]
    yes: bool,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let mut store = Store::open_kept(&config.home)?;
    let forgetting = store.plan_forgetting(&as_reference(&arguments.id))?;
    if arguments.yes {
        store.forget(&forgetting)?;
    }
    Ok(Box::new(Forgotten { forgetting, is_done: arguments.yes, program: config.program() }))
}

struct Forgotten {
    forgetting: Forgetting,
    is_done: bool,
    program: String,
}

impl Outcome for Forgotten {
    fn text(&self, wording: &Wording) -> String {
        let forgetting = &self.forgetting;
        let heading = if self.is_done { "forget-done" } else { "forget-plan" };
        let mut text = wording.say_with(heading, &[("id", &forgetting.id)]) + "\n";
        if forgetting.events > 0 {
            text += &format!("  {}\n", wording.say_count("kept-events", forgetting.events));
        }
        for import in forgetting.imports.iter().filter(|import| **import != forgetting.id) {
            text += &format!("  {}\n", wording.say_with("forget-import", &[("id", import)]));
        }
        for (name, bytes) in &forgetting.files {
            text += &format!("  {}\n", wording.say_count_with("forget-file", *bytes, &[("name", name)]));
        }
        for name in &forgetting.old_copies {
            text += &format!("  {}\n", wording.say_with("forget-old-copy", &[("name", name)]));
        }
        text += &(wording.say("forget-elsewhere") + "\n");
        if !self.is_done {
            let command = format!("{} forget {} --yes", self.program, forgetting.id);
            text += &format!("{}\n  → {command}\n", wording.say("forget-not-yet"));
        }
        text
    }

    fn json(&self, _wording: &Wording) -> Value {
        let forgetting = &self.forgetting;
        let file = |(name, bytes): &(String, u64)| json!({ "path": name, "bytes": bytes });
        json!({
            "id": forgetting.id,
            "events": forgetting.events,
            "imports": forgetting.imports,
            "files": forgetting.files.iter().map(file).collect::<Vec<_>>(),
            "old_copies": forgetting.old_copies,
            "done": self.is_done,
        })
    }
}
