//! `habeas remind`: whether a reminder is timely, and the facts it needs.
//!
//! In: a case. Out: whom, since when and on which proof, or why it is too early and the first day on which it
//! is right.

use super::config::Config;
use super::failure::Failure;
use super::output::Outcome;
use super::step::facts;
use crate::tracker::gate::Step;

/// Show whether a reminder is timely, and the facts it needs
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  habeas remind HB-7F3K2Q
  habeas remind HB-7F3K2Q --again

Nobody is called late before the day after the safe date.")]
pub(super) struct Arguments {
    /// Case reference
    case: String,
    /// Although the company was reminded already
    #[arg(long)]
    again: bool,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    Ok(Box::new(facts(Step::Remind, &arguments.case, arguments.again, false, config)?))
}
