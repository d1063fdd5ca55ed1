//! `habeas status`: where each case stands.
//!
//! In: nothing, or a case. Out: status, dates and the next command of each; of a single case also its events.

use serde_json::{Value, json};

use super::config::{Config, as_reference};
use super::deadline::{step_json, step_text};
use super::failure::Failure;
use super::output::Outcome;
use super::standing::Row;
use crate::wording::Wording;

/// Show where each case stands and what to do next
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  habeas status\n  habeas status HB-7F3K2Q\n  habeas status --json")]
pub(super) struct Arguments {
    /// Case reference; without it, all cases
    case: Option<String>,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let store = config.store()?;
    let files = match &arguments.case {
        Some(reference) => vec![store.case(&as_reference(reference))?],
        None => store.cases()?,
    };
    let rows = files.into_iter().map(|file| Row::of(file, config, &store)).collect::<Result<_, _>>()?;
    Ok(Box::new(Statuses { rows, with_events: arguments.case.is_some() }))
}

struct Statuses {
    rows: Vec<Row>,
    with_events: bool,
}

impl Outcome for Statuses {
    fn text(&self, wording: &Wording) -> String {
        if self.rows.is_empty() {
            return wording.say("status-no-cases") + "\n";
        }
        let mut texts: Vec<String> = self.rows.iter().map(|row| row.text(wording)).collect();
        if self.with_events {
            texts.extend(self.rows.iter().map(|row| row.events_text(wording)));
            texts.extend(self.rows.iter().filter_map(|row| count(row, wording)));
        }
        texts.join("\n")
    }

    fn json(&self, wording: &Wording) -> Value {
        let row = |row: &Row| {
            let mut facts = row.json(wording);
            if self.with_events
                && let Some(facts) = facts.as_object_mut()
            {
                let (events, corrected) = row.events_json();
                facts.insert("events".to_owned(), events);
                facts.insert("corrected".to_owned(), corrected);
                facts.insert("steps".to_owned(), json!(steps(row, wording)));
            }
            facts
        };
        json!({ "cases": self.rows.iter().map(row).collect::<Vec<_>>() })
    }

    fn needs_attention(&self) -> bool {
        self.rows.iter().any(|row| row.standing.overdue_days > 0)
    }
}

fn count(row: &Row, wording: &Wording) -> Option<String> {
    let steps = &row.standing.deadline.as_ref()?.limit.steps;
    Some(steps.iter().map(|step| format!("  {}\n", step_text(step, wording))).collect())
}

fn steps(row: &Row, wording: &Wording) -> Vec<Value> {
    let deadline = row.standing.deadline.iter();
    deadline.flat_map(|deadline| &deadline.limit.steps).map(|step| step_json(step, wording)).collect()
}
