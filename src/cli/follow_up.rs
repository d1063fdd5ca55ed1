//! `habeas follow-up`: asks for what an incomplete answer lacks.
//!
//! In: a case that was answered, and what is missing: as named, else what the person recorded with `habeas audit` and the
//! announced categories of which the imported answer has nothing. Out: the facts, and the letter that names what is
//! missing, kept with the case; after an erasure, a rectification or a restriction the letter asks for confirmation that it
//! is complete and that recipients were told. Or why there is nothing to ask for yet.

use std::path::PathBuf;

use super::choices::Missing;
use super::config::{Config, written};
use super::failure::Failure;
use super::later::Wish;
use super::letters::judgement;
use super::outgoing;
use super::output::Outcome;
use super::report::answers::Answers;
use super::report::now_found;
use super::step::{Facts, facts};
use crate::directory::value::is_control;
use crate::law::article::Regime;
use crate::law::content::Presence;
use crate::law::right::Right;
use crate::letter::choice::{Choices, Vague};
use crate::letter::kind::Kind;
use crate::paper::Typesetter;
use crate::tracker::gate::Step;
use crate::wording::Language;

/// Characters of the company's sentence that are quoted.
const QUOTE_CHARACTERS_MAX: usize = 240;

/// Write the letter that asks for what an answer lacks
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  habeas follow-up HB-7F3K2Q                     what you recorded with: habeas audit HB-7F3K2Q --yes
  habeas follow-up HB-7F3K2Q --missing recipients --missing retention --missing-category inferences
  habeas follow-up HB-7F3K2Q --missing-text 'the recordings of my calls of May'
  habeas follow-up HB-7F3K2Q --again

Without a named point it asks for what your audit did not find or found in general terms only, and for the \
categories that the company announces and the imported answer has nothing of: all imports of the case are one answer.
After an erasure, a rectification or a restriction it asks for confirmation that it is complete and \
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
    page: outgoing::Arguments,
    #[command(flatten)]
    missing: Missing,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let mut facts = facts(Step::FollowUp, &arguments.case, arguments.again, false, config)?;
    let right = facts.row.file.case.right;
    let regime = Regime::of(facts.row.standing.law);
    let mut choices = arguments.missing.read(right, regime)?;
    let is_completion = Kind::Completion.suits(right, regime);
    if choices.names_nothing_missing() && !is_completion {
        let is_audited = add_recorded(&mut choices, &facts, config)?;
        if choices.names_nothing_missing() {
            facts.ask_what_is_missing(is_audited);
            return Ok(Box::new(facts));
        }
    }
    facts.asks_for(&choices);
    let kind = if is_completion { Kind::Completion } else { Kind::Incomplete };
    let (language, out) = (arguments.letter_lang, arguments.out.as_deref());
    facts.write_letter(Wish::of(kind, choices, &arguments.page, language, out), config)?;
    Ok(Box::new(facts))
}

/// Adds what the person judged to be missing or too general, and the announced categories of which the answer that was
/// imported has nothing. Tells whether an audit says what is missing; other rights than access have none.
pub(super) fn add_recorded(choices: &mut Choices, facts: &Facts, config: &Config) -> Result<bool, Failure> {
    let file = &facts.row.file;
    if !matches!(file.case.right, Right::Access | Right::Tracking) {
        return Ok(true);
    }
    let store = config.store()?;
    let Some(judgement) = judgement(file, &store)? else { return Ok(false) };
    let answers = Answers::of_case(&file.case.reference, &store)?;
    let now = answers.map(|answers| now_found(file, &answers, config, &store)).transpose()?;
    // What an import has brought since the audit is not missing any more.
    let came = |point| now.as_ref().is_some_and(|gaps| gaps.has_found(point));
    let regime = Regime::of(facts.row.standing.law);
    // What was recorded may be held against another law's list.
    for judged in judgement.points.into_iter().filter(|judged| judged.point.article(regime).is_some()) {
        if !judged.corrected && judged.presence == Presence::NotFound && came(judged.point) {
            continue;
        }
        match judged.presence {
            Presence::NotFound => choices.missing.push(judged.point),
            Presence::Vague => {
                choices
                    .vague
                    .push(Vague { point: judged.point, quote: judged.quote.as_deref().and_then(quotable) });
            }
            Presence::Found | Presence::Partly => {}
        }
    }
    if let Some(gaps) = now {
        choices.missing_categories.extend(gaps.absent_categories.iter().map(|absent| absent.category));
        choices.missing_categories.sort_unstable();
        choices.missing_categories.dedup();
    }
    Ok(true)
}

/// The company's sentence as a letter can quote it: in one line, not too long, in characters that can be printed.
fn quotable(quote: &str) -> Option<String> {
    let words: Vec<&str> = quote.split_whitespace().collect();
    let line = words.join(" ");
    let short: String = line.chars().take(QUOTE_CHARACTERS_MAX).collect();
    let short = if short.len() < line.len() { format!("{}…", short.trim_end()) } else { short };
    let typesetter = Typesetter::new();
    let is_printable =
        short.chars().all(|character| !is_control(character) && typesetter.can_print(character));
    Some(short).filter(|short| !short.is_empty() && is_printable)
}
