//! `habeas remind`: the reminder of a case whose answer is late.
//!
//! In: a case. Out: whom, since when and on which proof, and the letter with a copy of the request, kept with the
//! case; or why it is too early and the first day on which it is right.

use std::path::PathBuf;

use super::config::{Config, written};
use super::failure::Failure;
use super::later::Wish;
use super::outgoing;
use super::output::Outcome;
use super::step::facts;
use crate::letter::choice::Choices;
use crate::letter::kind::Kind;
use crate::tracker::gate::Step;
use crate::wording::Language;

/// Write the reminder, unless it is too early
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  habeas remind HB-7F3K2Q
  habeas remind HB-7F3K2Q --out letters
  habeas remind HB-7F3K2Q --again

Nobody is called late before the day after the safe date.")]
pub(super) struct Arguments {
    /// Case reference
    case: String,
    /// Although the company was reminded already, or has time for its answer while its marketing goes on in spite of an
    /// objection
    #[arg(long)]
    again: bool,
    /// Language of the letter, where it is not that of the case
    #[arg(long, value_name = "LANGUAGE", value_parser = written)]
    letter_lang: Option<Language>,
    /// Write the letter and the copy of the request into this folder, too
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[command(flatten)]
    page: outgoing::Arguments,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let mut facts = facts(Step::Remind, &arguments.case, arguments.again, false, config)?;
    let (language, out) = (arguments.letter_lang, arguments.out.as_deref());
    facts
        .write_letter(Wish::of(Kind::Reminder, Choices::default(), &arguments.page, language, out), config)?;
    Ok(Box::new(facts))
}
