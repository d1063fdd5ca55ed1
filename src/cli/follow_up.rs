//! `habeas follow-up`: what an incomplete answer lacks may be asked for, and the facts for it.
//!
//! In: a case that was answered. Out: whom, what was asked and when the answer came, or why there is nothing
//! to ask for yet.

use super::config::Config;
use super::failure::Failure;
use super::output::Outcome;
use super::step::facts;
use crate::tracker::gate::Step;

/// Show the facts for asking what an answer lacks
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  habeas follow-up HB-7F3K2Q
  habeas follow-up HB-7F3K2Q --again")]
pub(super) struct Arguments {
    /// Case reference
    case: String,
    /// Although the missing parts were asked for already
    #[arg(long)]
    again: bool,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    Ok(Box::new(facts(Step::FollowUp, &arguments.case, arguments.again, false, config)?))
}
