//! `habeas send`: shows what would leave, and sends it with `--yes`.
//!
//! In: cases with the request or a later letter, and perhaps the address that was missing. Out: the plan (recipient, language, subject,
//! attachments, size, why this address), or what became of each message. The Message-ID is fixed and stored
//! before the first attempt; a message whose outcome is not known is never sent again unless the user says
//! so. A run that was interrupted is taken up by the same command: what left is left out.

mod batch;
mod plan;
mod shown;
mod waiting;

use self::batch::Limits;
use self::plan::{Fate, Plan, chosen, plan};
use self::shown::{Dispatch, LeftOut};
use self::waiting::{Named, find, named, refusal};
use super::account::PasswordFlags;
use super::config::{Config, as_reference};
use super::failure::{Failure, Kind};
use super::outgoing::files;
use super::output::{Outcome, ask_yes, can_ask};
use crate::delivery::account::Account;
use crate::directory::value::is_email;
use crate::letter::Letter;
use crate::letter::choice::Choices;
use crate::letter::compose::compose;
use crate::letter::request::Request;
use crate::paper::Typesetter;
use crate::tracker::event::{Event, EventKind, Via};
use crate::tracker::store::Store;
use crate::tracker::waiting::{Before, Waiting};

/// Show what would be sent; send it with --yes
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  habeas send HB-7F3K2Q                        shows recipient, subject and attachments
  habeas send HB-7F3K2Q --yes                  sends it
  habeas send --drafted --yes                  sends all that is written and has not left
  habeas send HB-7F3K2Q --letter reminder      the reminder, where other letters were written since
  habeas send HB-7F3K2Q --to dpo@example.org   gives the address that was missing
  habeas send HB-7F3K2Q --encrypt --yes        encrypts it to the company's OpenPGP key first

Mail leaves over TLS with a verified certificate or not at all. The account is in the profile; the servers of \
common providers are known by the address:
  habeas profile set --mail-from ADDRESS --mail-password-command 'PROGRAM ARGUMENT'

--encrypt goes through your own gpg or sq and wants the company's key in your keyring and its whole fingerprint in the \
directory (`openpgp:` at the contact, in your companies.yaml or the built-in one). Text and letter are encrypted; the \
subject and the addresses stay readable. Where the key is missing or has expired, nothing is sent.

An interrupted run is taken up by the same command. What was maybe sent is never sent again by itself.")]
pub(super) struct Arguments {
    /// Case references
    #[arg(required_unless_present = "drafted")]
    cases: Vec<String>,
    /// All cases that are written to an e-mail address and have not left
    #[arg(long, conflicts_with_all = ["cases", "again", "to"])]
    drafted: bool,
    /// Really send
    #[arg(long)]
    yes: bool,
    /// Send although it was sent, or maybe sent, before, something happened since it was written, or the days it gives are over
    #[arg(long)]
    again: bool,
    /// Which letter of the case: request, reminder, identity, form, fee, policy, recipients, refusal, incomplete,
    /// completion, controller-complaint [default: once the request has left, the one written last]
    #[arg(long, value_name = "LETTER", value_parser = named, conflicts_with_all = ["drafted", "to"])]
    letter: Option<Named>,
    /// Encrypt it to the company's OpenPGP key, through your own gpg or sq
    #[arg(long)]
    encrypt: bool,
    /// The e-mail address it goes to, where the directory has none or a wrong one
    #[arg(long, value_name = "ADDRESS")]
    to: Option<String>,
    /// Most messages that may leave today [default: the profile's, else 50]
    #[arg(long, value_name = "NUMBER")]
    per_day: Option<u32>,
    /// Seconds between two messages [default: the profile's, else 1]
    #[arg(long, value_name = "NUMBER")]
    pause: Option<u32>,
    #[command(flatten)]
    password: PasswordFlags,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let mut store = config.store()?;
    let cases = if arguments.drafted { drafted(&store)? } else { cases(arguments) };
    if let Some(to) = &arguments.to {
        address(&cases, to, config, &mut store)?;
    }
    let mut dispatch = Dispatch::new(config);
    for reference in &cases {
        let file = store.case(reference)?;
        let letter = match arguments.letter {
            Some(wanted) => find(&file, wanted)?,
            None => Waiting::of(&file),
        };
        let before = Before::on(&file, letter, config.today);
        let is_wanted = arguments.again || wanted_again(before, reference, arguments, config)?;
        match refusal(before, reference, letter).filter(|_| !is_wanted) {
            None => {
                let plan = plan(&file, letter, config, &store)?;
                dispatch.plans.push(if arguments.encrypt { plan.encrypted()? } else { plan });
            }
            // A run over one case says so; a run over several goes on where it stopped.
            Some(refusal) if cases.len() == 1 && !arguments.drafted => return Err(refusal),
            Some(_) => dispatch.left_out.push(LeftOut { reference: reference.clone(), before }),
        }
    }
    if arguments.yes && !dispatch.plans.is_empty() {
        let account = account(config)?;
        let limits = Limits::of(arguments.per_day, arguments.pause, account, &store, config)?;
        let password = arguments.password.password(account, &account.server, config)?;
        batch::send(&mut dispatch.plans, account, &password, limits, config, &mut store)?;
        dispatch.copies = batch::copy(&dispatch.plans, account, &password);
    }
    // One message is its own outcome.
    if let [Plan { fate: Fate::NotSent(failure) | Fate::MaybeSent(failure), .. }] = dispatch.plans.as_slice()
        && dispatch.left_out.is_empty()
    {
        return Err(failure.clone());
    }
    Ok(Box::new(dispatch))
}

/// The cases named on the command line; one named twice is sent once.
fn cases(arguments: &Arguments) -> Vec<String> {
    let mut cases: Vec<String> = Vec::new();
    for reference in arguments.cases.iter().map(|typed| as_reference(typed)) {
        if !cases.contains(&reference) {
            cases.push(reference);
        }
    }
    cases
}

/// The cases that are written to an e-mail address, have not ended, and have not left or not for certain.
fn drafted(store: &Store) -> Result<Vec<String>, Failure> {
    let mut cases = Vec::new();
    store.each_case(|file| {
        let has_ended =
            file.events.iter().any(|event| matches!(event.kind, EventKind::Withdrawn | EventKind::Closed));
        let has_left = match Before::of(&file, Waiting::of(&file)) {
            Before::Sent(_) | Before::CameBack(_) => true,
            Before::NotSent | Before::MaybeSent(_) | Before::Outdated(..) | Before::Expired(_) => false,
        };
        if !has_ended && !has_left && file.via() == Via::Email && file.address().is_some() {
            cases.push(file.case.reference);
        }
        Ok(())
    })?;
    Ok(cases)
}

/// Asks a person at a terminal whether to send once more what was maybe sent.
fn wanted_again(
    before: Before,
    reference: &str,
    arguments: &Arguments,
    config: &Config,
) -> Result<bool, Failure> {
    match before {
        Before::MaybeSent(on) if arguments.yes && can_ask() => {
            let wording = config.wording();
            let on = wording.language().date(on);
            ask_yes(&wording.say_with("send-again", &[("case", reference), ("date", &on)]))
        }
        Before::NotSent
        | Before::Sent(_)
        | Before::MaybeSent(_)
        | Before::CameBack(_)
        | Before::Outdated(..)
        | Before::Expired(_) => Ok(false),
    }
}

fn account(config: &Config) -> Result<&Account, Failure> {
    config.profile.mail.as_ref().ok_or_else(|| {
        Failure::new(Kind::Settings, "the profile has no mail account to send from")
            .hint("habeas profile set --mail-server HOST --mail-from ADDRESS, or open message.eml in a mail program and then: habeas record CASE sent")
    })
}

/// Records the address the user gives and writes the letter again with it.
fn address(references: &[String], to: &str, config: &Config, store: &mut Store) -> Result<(), Failure> {
    let [reference] = references else {
        return Err(Failure::new(Kind::Usage, "--to gives the address of one case at a time"));
    };
    if !is_email(to) {
        return Err(Failure::new(Kind::Usage, "--to is not an e-mail address")
            .hint(format!("for a postal address: habeas record {reference} sent --to 'LINE, LINE'")));
    }
    let file = store.case(reference)?;
    // What came back leaves for whatever address it is given.
    match Before::of(&file, Waiting::Request) {
        Before::CameBack(_) => {}
        before @ (Before::NotSent
        | Before::Sent(_)
        | Before::MaybeSent(_)
        | Before::Outdated(..)
        | Before::Expired(_)) => {
            if let Some(refusal) = refusal(before, reference, Waiting::Request) {
                return Err(refusal);
            }
        }
    }
    let consulted = config.directory_for(&[&file.case.company])?;
    let company = consulted.directory.by_id(&file.case.company).ok_or_else(|| {
        Failure::new(Kind::Input, format!("`{}` is no longer in the directory", file.case.company))
    })?;
    // What was to be posted now leaves as a message.
    let choices = Choices { registered: None, ..chosen(&file, store)? };
    let request = Request {
        subject: &config.profile.person,
        company,
        right: file.case.right,
        reference,
        today: config.today,
        language: file.case.language,
        address: None,
        email: Some(to.to_owned()),
        choices: &choices,
    };
    let letter = compose(&request, &config.template(request.matter())?)?;
    let letter = Letter { signature_image: config.signature()?, ..letter };
    let mut event = Event {
        via: Some(Via::Email),
        to: Some(to.to_owned()),
        ..Event::new(EventKind::Addressed, config.today)
    };
    let files = files(&letter, &request, Some(to), (config, &Typesetter::new()), &mut event)?;
    store.record(reference, event, &files)?;
    Ok(())
}
