//! `habeas due`: what is due, soonest first.
//!
//! In: nothing. Out: the cases that wait for the person or whose time limit is near or past.

use serde_json::{Value, json};

use super::config::Config;
use super::failure::Failure;
use super::output::Outcome;
use super::standing::Row;
use crate::tracker::status::NextStep;
use crate::wording::Wording;

/// Show what is due next and why
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  habeas due\n  habeas due --all --json")]
pub(super) struct Arguments {
    /// Show the cases too that only wait
    #[arg(long)]
    all: bool,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let mut rows = Row::all(config, &config.store()?)?;
    rows.retain(|row| row.standing.next != NextStep::Nothing);
    let hidden = if arguments.all { 0 } else { keep_due(&mut rows) };
    // What is late comes first, then by date; cases without a date come last.
    rows.sort_by_key(|row| {
        let due = row.standing.deadline.as_ref().and_then(|deadline| deadline.limit.due);
        (std::cmp::Reverse(row.standing.overdue_days), due.is_none(), due)
    });
    Ok(Box::new(Due { rows, hidden }))
}

/// Keeps what the person can act on; returns how many only wait.
fn keep_due(rows: &mut Vec<Row>) -> usize {
    let all = rows.len();
    rows.retain(|row| !waits(row.standing.next) || row.standing.is_due);
    all - rows.len()
}

fn waits(next: NextStep) -> bool {
    match next {
        NextStep::Wait | NextStep::AwaitReminded | NextStep::AwaitAuthority => true,
        NextStep::GiveAddress
        | NextStep::Send
        | NextStep::SendByHand
        | NextStep::FindOutWhetherSent
        | NextStep::FindAddress
        | NextStep::AnswerQuestion
        | NextStep::Remind
        | NextStep::Complain
        | NextStep::ReadAnswer
        | NextStep::Nothing => false,
    }
}

struct Due {
    rows: Vec<Row>,
    hidden: usize,
}

impl Outcome for Due {
    fn text(&self, wording: &Wording) -> String {
        let mut texts: Vec<String> = self.rows.iter().map(|row| row.text(wording)).collect();
        if self.rows.is_empty() {
            texts.push(wording.say("due-nothing") + "\n");
        }
        if self.hidden > 0 {
            texts.push(wording.say_count("due-waiting", self.hidden as u64) + "\n");
        }
        texts.join("\n")
    }

    fn json(&self, wording: &Wording) -> Value {
        json!({ "cases": self.rows.iter().map(|row| row.json(wording)).collect::<Vec<_>>(), "waiting": self.hidden })
    }

    fn needs_attention(&self) -> bool {
        self.rows.iter().any(|row| row.standing.overdue_days > 0)
    }
}
