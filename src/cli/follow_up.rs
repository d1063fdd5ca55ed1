//! `habeas follow-up`: asks for what an incomplete answer lacks.
//!
//! In: a case that was answered, and what is missing. Out: the facts, and the letter that names what is missing,
//! kept with the case; after an erasure, a rectification or a restriction the letter asks for confirmation that it
//! is complete and that recipients were told. Or why there is nothing to ask for yet.

use std::path::PathBuf;

use super::choices::Missing;
use super::config::{Config, written};
use super::failure::Failure;
use super::output::Outcome;
use super::step::{Wanted, facts};
use crate::law::article::Regime;
use crate::letter::kind::Kind;
use crate::tracker::gate::Step;
use crate::wording::Language;

/// Write the letter that asks for what an answer lacks
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  habeas follow-up HB-7F3K2Q --missing recipients --missing retention --missing-category inferences
  habeas follow-up HB-7F3K2Q --missing-text 'the recordings of my calls of May'
  habeas follow-up HB-7F3K2Q --again

After an erasure, a rectification or a restriction it asks for confirmation that it is complete and
that recipients were told (Art. 19); nothing has to be named then.")]
pub(super) struct Arguments {
    /// Case reference
    case: String,
    /// Although the missing parts were asked for already
    #[arg(long)]
    again: bool,
    /// Language of the letter, where it is not that of the case
    #[arg(long, value_name = "LANGUAGE", value_parser = written)]
    letter_lang: Option<Language>,
    /// Write the letter into this folder, too
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[command(flatten)]
    missing: Missing,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let mut facts = facts(Step::FollowUp, &arguments.case, arguments.again, false, config)?;
    let right = facts.row.file.case.right;
    let choices = arguments.missing.read(right)?;
    let is_completion = Kind::Completion.suits(right, Regime::of(facts.row.standing.law));
    if choices.names_nothing_missing() && !is_completion {
        facts.ask_what_is_missing();
        return Ok(Box::new(facts));
    }
    let kind = if is_completion { Kind::Completion } else { Kind::Incomplete };
    let (language, out) = (arguments.letter_lang, arguments.out.as_deref());
    facts.write_letter(Wanted { kind, choices, language, out, more: Vec::new() }, config)?;
    Ok(Box::new(facts))
}
