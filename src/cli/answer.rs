//! `habeas answer`: the answer to what a company says instead of answering.
//!
//! In: a case, and what the company said: it asks for identity or for what the request means, extends the period without
//! reasons, wants its form used or a fee paid, points to its privacy policy, names categories of recipients only, or refuses on some ground. Out: the letter with the
//! counter-arguments, kept with the case, and the command that records that it left. What the company said has to
//! be recorded first: a letter tells only what was.

use std::path::PathBuf;

use super::config::{Config, as_reference, written};
use super::failure::{Failure, Kind};
use super::later::{Told, Wish, void_extension, write};
use super::outgoing;
use super::output::Outcome;
use super::refusal::refusal;
use super::standing::Row;
use crate::law::complaint::Later as Limit;
use crate::letter::choice::{Choices, Refusal};
use crate::letter::kind::Kind as LetterKind;
use crate::tracker::chronology::numbered;
use crate::tracker::event::EventKind;
use crate::tracker::gate::{Step, gate};
use crate::tracker::status::Status;
use crate::wording::Language;

/// Write the answer to a demand for identity, a question, an extension, a form, a fee, a privacy policy or a refusal
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  habeas answer HB-7F3K2Q identity
  habeas answer HB-7F3K2Q extension
  habeas answer HB-7F3K2Q fee --out letters
  habeas answer HB-7F3K2Q recipients --letter-lang en
  habeas answer HB-7F3K2Q refusal --ground trade-secret --ground effort

Record first what the company said: habeas record HB-7F3K2Q identity-requested, clarification-requested, \
extended, fee-requested, refused, answered, …")]
pub(super) struct Arguments {
    /// Case reference
    case: String,
    /// What the company said
    #[arg(value_enum)]
    to: To,
    /// On what it refuses: reasons (it asks for yours), trade-secret, effort, repeated, abuse, anonymised, partner,
    /// retention, unexplained (it gives none); may be repeated
    #[arg(long = "ground", value_name = "GROUND")]
    grounds: Vec<String>,
    /// What you add, in the letter's language
    #[arg(long, value_name = "TEXT")]
    because: Option<String>,
    /// Language of the letter, where it is not that of the case
    #[arg(long, value_name = "LANGUAGE", value_parser = written)]
    letter_lang: Option<Language>,
    /// Also write the files into this folder
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[command(flatten)]
    page: outgoing::Arguments,
}

/// What a company says instead of answering.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum To {
    /// It asks for proof of identity
    Identity,
    /// It asks to specify a request that is clear
    Clarification,
    /// It extends the period without giving reasons, or too late
    Extension,
    /// It wants its own form or channel used
    Form,
    /// It asks for a fee
    Fee,
    /// It points to its privacy policy
    Policy,
    /// It names categories of recipients only
    Recipients,
    /// It refuses
    Refusal,
}

impl To {
    fn kind(self) -> LetterKind {
        match self {
            Self::Identity => LetterKind::Identity,
            Self::Clarification => LetterKind::Clarification,
            Self::Extension => LetterKind::Extension,
            Self::Form => LetterKind::Form,
            Self::Fee => LetterKind::Fee,
            Self::Policy => LetterKind::Policy,
            Self::Recipients => LetterKind::Recipients,
            Self::Refusal => LetterKind::Refusal,
        }
    }

    /// The event that has to be recorded before, if one has to be.
    fn rests_on(self) -> Option<EventKind> {
        match self {
            Self::Identity => Some(EventKind::IdentityRequested),
            Self::Clarification => Some(EventKind::ClarificationRequested),
            Self::Extension => Some(EventKind::Extended),
            Self::Fee => Some(EventKind::FeeRequested),
            Self::Policy | Self::Recipients => Some(EventKind::Answered),
            Self::Refusal => Some(EventKind::Refused),
            Self::Form => None,
        }
    }
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let refusals = arguments.grounds.iter().map(|word| ground(word)).collect::<Result<Vec<_>, _>>()?;
    check_grounds(arguments.to, &refusals)?;
    let mut store = config.store()?;
    let row = Row::of(store.case(&as_reference(&arguments.case))?, config, &store)?;
    check(arguments.to, &row, config)?;
    let choices = Choices { refusals, because: arguments.because.clone(), ..Choices::default() };
    let (language, out) = (arguments.letter_lang, arguments.out.as_deref());
    let wish = Wish::of(arguments.to.kind(), choices, &arguments.page, language, out);
    let written = write(&row, &wish, config, &mut store)?;
    let command = |event: EventKind| row.typed(&format!("record {} {}", row.file.case.reference, event.id()));
    let also = match arguments.to {
        // What came after the period had ended stops nothing, and its answer starts nothing again.
        _ if row.standing.is_demand_late() => None,
        To::Identity => Some(("answer-identity-once", command(EventKind::IdentityProvided))),
        To::Fee if row.standing.later_on(Limit::SwissFee).is_some_and(|until| until >= config.today) => {
            Some(("answer-fee-once", command(EventKind::FeePaid)))
        }
        To::Clarification => Some(("answer-clarification-once", command(EventKind::ClarificationProvided))),
        To::Fee | To::Extension | To::Form | To::Policy | To::Recipients | To::Refusal => None,
    };
    Ok(Box::new(Told { row, written, also }))
}

fn ground(word: &str) -> Result<Refusal, Failure> {
    Refusal::find(word).ok_or_else(|| {
        Failure::new(Kind::Usage, format!("`{word}` is no ground of refusal"))
            .hint(format!("one of {}", Refusal::ids()))
    })
}

fn check_grounds(to: To, refusals: &[Refusal]) -> Result<(), Failure> {
    if to != To::Refusal && !refusals.is_empty() {
        return Err(Failure::new(Kind::Usage, "--ground belongs to a refusal")
            .hint("habeas answer CASE refusal --ground GROUND"));
    }
    if to == To::Refusal && refusals.is_empty() {
        return Err(Failure::new(Kind::Usage, "say on what the company refuses")
            .hint(format!("--ground, one of {}", Refusal::ids())));
    }
    if refusals.len() > 1 && refusals.contains(&Refusal::Unexplained) {
        return Err(Failure::new(Kind::Usage, "a refusal on a ground is not one without any")
            .hint("leave out --ground unexplained, or every other ground"));
    }
    Ok(())
}

/// Refuses an answer to what was not said, and one in a case that has ended or never began.
fn check(to: To, row: &Row, config: &Config) -> Result<(), Failure> {
    let reference = &row.file.case.reference;
    match row.standing.status {
        Status::Drafted | Status::MaybeSent | Status::Undelivered | Status::Revoked | Status::Closed => {
            // The gate of a follow-up says what is wrong with such a case.
            if let Err(shut) = gate(Step::FollowUp, &row.standing, config.today, true) {
                return Err(refusal(Step::FollowUp, shut, row));
            }
        }
        Status::Open
        | Status::InProgress
        | Status::NeedUserVerification
        | Status::Overdue
        | Status::Fulfilled
        | Status::Denied => {}
    }
    match to.rests_on() {
        Some(kind) if !row.file.events.iter().any(|event| event.kind == kind) => {
            let message = format!(
                "case {reference} has no event `{}`: a letter tells only what was recorded",
                kind.id()
            );
            Err(Failure::new(Kind::Input, message)
                .hint(row.typed(&format!("record {reference} {} --on DATE", kind.id()))))
        }
        Some(EventKind::Extended) if void_extension(row).is_none() => Err(reasoned(row)),
        Some(_) | None => Ok(()),
    }
}

/// An extension that stands as it was recorded: in time, and not said to lack reasons.
fn reasoned(row: &Row) -> Failure {
    let reference = &row.file.case.reference;
    let events = numbered(&row.file);
    let extended = events.iter().filter(|(_, event)| event.kind == EventKind::Extended);
    let last = extended.max_by_key(|(_, event)| event.on);
    let again = last.map(|(number, event)| {
        let until = event.until.map(|until| format!(" --until {until}")).unwrap_or_default();
        let on = event.on;
        row.typed(&format!(
            "record {reference} extended --on {on}{until} --without-reasons --replaces {number}"
        ))
    });
    let message = format!(
        "the extension of case {reference} is not recorded as one without reasons: a letter tells only what was recorded"
    );
    Failure::new(Kind::Input, message)
        .hint(format!("if the company gave no reasons: {}", again.unwrap_or_default()))
}
