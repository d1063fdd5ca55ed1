//! `habeas due`: what is due, soonest first.
//!
//! In: how many are wanted. Out: the cases that wait for the person or whose time limit is near or past.

use serde_json::{Value, json};

use super::config::Config;
use super::failure::Failure;
use super::output::Outcome;
use super::standing::{Row, whereabouts};
use crate::tracker::store::index::Question;
use crate::wording::Wording;

/// Show what is due next and why
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  habeas due\n  habeas due --limit 10\n  habeas due --all --json")]
pub(super) struct Arguments {
    /// Show the cases too that only wait
    #[arg(long)]
    all: bool,
    /// How many cases to show
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..))]
    limit: u32,
    /// Compute the list of days anew from all events
    #[arg(long)]
    anew: bool,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let mut store = config.store()?;
    if arguments.anew {
        store.drop_agenda()?;
    }
    let agenda = store.agenda(Question {
        person: whereabouts(&config.profile.person),
        today: config.today,
        with_waiting: arguments.all,
        limit: usize::try_from(arguments.limit).unwrap_or(usize::MAX),
    })?;
    let rows =
        agenda.files.into_iter().map(|file| Row::of(file, config, &store)).collect::<Result<_, _>>()?;
    Ok(Box::new(Due { rows, more: agenda.more, waiting: agenda.waiting }))
}

struct Due {
    rows: Vec<Row>,
    more: u64,
    waiting: u64,
}

impl Outcome for Due {
    fn text(&self, wording: &Wording) -> String {
        let mut texts: Vec<String> = self.rows.iter().map(|row| row.text(wording)).collect();
        if self.more > 0 {
            texts.push(wording.say_count("due-more", self.more) + "\n");
        } else if self.rows.is_empty() {
            texts.push(wording.say("due-nothing") + "\n");
        }
        if self.waiting > 0 {
            texts.push(wording.say_count("due-waiting", self.waiting) + "\n");
        }
        texts.join("\n")
    }

    fn json(&self, wording: &Wording) -> Value {
        json!({
            "cases": self.rows.iter().map(|row| row.json(wording)).collect::<Vec<_>>(),
            "more": self.more,
            "waiting": self.waiting,
        })
    }

    fn needs_attention(&self) -> bool {
        self.rows.iter().any(|row| row.standing.overdue_days > 0)
    }
}
