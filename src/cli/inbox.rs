//! `habeas inbox`: what came back by mail: which case it belongs to, what it says, and which event it is.
//!
//! In: `.eml` files, mbox files, Maildirs and other folders of mails, or the mailbox of the mail account. Out: each mail with its case and the reason,
//! what it says with the phrase that shows it, what speaks against its sender, its files and links, and the event it
//! would be. An event is recorded only where the person says so: by `--yes` what is certain, by `--as` what they
//! decide, and where somebody can be asked by their answer. A link is shown and never opened.

mod facts;
mod recording;
mod seen;
mod server;
mod shown;

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::NaiveDate;

use self::recording::Wish;
use self::seen::{Seen, Source, known};
use self::shown::Inbox;
use super::account::PasswordFlags;
use super::config::{Config, as_reference, day};
use super::failure::{Failure, Kind};
use super::output::Outcome;
use crate::directory::company::Company;
use crate::inbox::mailbox::{self, Entry};
use crate::inbox::matching::Known;
use crate::law::article::Regime;
use crate::law::country::jurisdiction;
use crate::letter::kind::Kind as LetterKind;
use crate::tracker::case::CaseFile;
use crate::tracker::event::EventKind;
use crate::tracker::store::Store;

/// Say which case each mail belongs to and what it says; record it where you agree (.eml, mbox, Maildir)
#[derive(Debug, clap::Args)]
#[command(
    after_help = "What a mail says is a proposal, with the phrase that shows it. It becomes an event of the case when you \
agree: --yes records what is certain; where somebody can be asked, the rest is asked about; else the \
command to type is shown. The mail and its files are kept with the case. Links are never opened.

Examples:
  habeas inbox reply.eml
  habeas inbox ~/Mail/archive.mbox --json
  habeas inbox ~/Maildir --yes                                record what is certain
  habeas inbox reply.eml --case HB-7F3K2Q --as extended       you decide
  habeas inbox reply.eml --yes --import                       read the data in it, too"
)]
pub(super) struct Arguments {
    /// Mails: .eml files, mbox files, folders
    #[arg(required_unless_present = "imap")]
    paths: Vec<PathBuf>,
    /// Read the mailbox of the profile's mail account (read only; what was read before is passed over)
    #[arg(long)]
    imap: bool,
    /// The folder to read there
    #[arg(long, value_name = "NAME", default_value = "INBOX", requires = "imap")]
    folder: String,
    /// Read there what was read before, too
    #[arg(long, requires = "imap")]
    anew: bool,
    #[command(flatten)]
    password: PasswordFlags,
    /// Show the mails too that belong to no case
    #[arg(long)]
    all: bool,
    /// Record what is certain, and ask about nothing
    #[arg(long)]
    yes: bool,
    /// Only the mail of this Message-ID
    #[arg(long, value_name = "MESSAGE-ID")]
    message: Option<String>,
    /// The case the mail belongs to, where that cannot be told
    #[arg(long, value_name = "CASE")]
    case: Option<String>,
    /// Record the one mail as this event, whatever it seems to say
    #[arg(long = "as", value_name = "EVENT")]
    event: Option<String>,
    /// The day it happened, with --as; the day of the mail without it
    #[arg(long, value_name = "DATE", value_parser = day, requires = "event")]
    on: Option<NaiveDate>,
    /// Read the files of what is recorded as an answer, as `habeas import` does
    #[arg(long)]
    import: bool,
}

/// Mails listed; the others are counted.
const MAILS_SHOWN_MAX: usize = 1_000;

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let mut store = config.store()?;
    let mut cases: BTreeMap<String, CaseFile> =
        store.cases()?.into_iter().map(|file| (file.case.reference.clone(), file)).collect();
    let ids: Vec<&str> = cases.values().map(|file| file.case.company.as_str()).collect();
    let directory = config.directory_of(&ids)?;
    let known: Vec<Known> = cases.values().map(|file| known(file, &directory)).collect();
    let given = given_case(arguments, &cases)?;
    let wish = wish(arguments)?;
    let has_no_form = cases.values().filter(|file| {
        let country = directory.by_id(&file.case.company).and_then(Company::country);
        let regime = country.map_or(Regime::Eu, |country| Regime::of(jurisdiction(country)));
        !LetterKind::Form.suits(file.case.right, regime)
    });
    let has_no_form = has_no_form.map(|file| file.case.reference.clone()).collect();
    let inbox = Inbox {
        has_no_form,
        program: config.program(),
        cases: config.home.join("cases"),
        ..Inbox::default()
    };
    let (store, cases) = (&mut store, &mut cases);
    let mut round = Round { arguments, config, store, cases, known, given, inbox, chosen: 0, one: None };
    for path in &arguments.paths {
        let entries = mailbox::read(path).map_err(|error| {
            Failure::of(Kind::Input, &error).hint("give .eml files, an mbox or a folder of mails")
        })?;
        for entry in entries {
            round.take(entry, &Source::File(path.clone()), &wish)?;
        }
    }
    if arguments.imap {
        server::read(&mut round, &wish)?;
    }
    Ok(Box::new(round.end(&wish)?))
}

/// One run over the mails.
struct Round<'run> {
    arguments: &'run Arguments,
    config: &'run Config,
    store: &'run mut Store,
    cases: &'run mut BTreeMap<String, CaseFile>,
    known: Vec<Known>,
    given: Option<String>,
    inbox: Inbox,
    chosen: usize,
    /// The mail to be recorded with `--as`.
    one: Option<Seen>,
}

impl Round<'_> {
    /// Reads a mail and records it where that is wanted; tells whether it waits for the person.
    fn take(&mut self, entry: Entry, source: &Source, wish: &Wish) -> Result<bool, Failure> {
        let given = self.given.as_deref();
        let seen = see(entry, source.clone(), self.arguments, &self.known, given, self.cases);
        let Some(mut seen) = seen else { return Ok(true) };
        self.chosen += 1;
        if let Some(reference) = recording::which(&seen, wish, self.config)? {
            seen = seen.of_case(&reference, &self.known, self.cases);
        }
        if matches!(wish, Wish::As { .. }) {
            // None is recorded before it is known that there is no other.
            return if self.one.replace(seen).is_some() { Err(several()) } else { Ok(true) };
        }
        recording::carry_out(&mut seen, wish, self.store, self.cases, self.config)?;
        let waits = seen.waits();
        self.inbox.add(seen, self.arguments.all, MAILS_SHOWN_MAX);
        Ok(waits)
    }

    fn end(mut self, wish: &Wish) -> Result<Inbox, Failure> {
        if let Some(mut seen) = self.one.take() {
            recording::carry_out(&mut seen, wish, self.store, self.cases, self.config)?;
            self.inbox.add(seen, self.arguments.all, MAILS_SHOWN_MAX);
        }
        if self.chosen == 0 && (self.arguments.message.is_some() || matches!(wish, Wish::As { .. })) {
            return Err(Failure::new(Kind::Input, "there is no such mail in what was given")
                .hint("look which mails there are: habeas inbox PATH --all"));
        }
        if self.arguments.import {
            self.inbox.import(self.config);
        }
        Ok(self.inbox)
    }
}

/// Reads one mail; none where another one was asked for.
fn see(
    entry: Entry,
    source: Source,
    arguments: &Arguments,
    known: &[Known],
    given: Option<&str>,
    cases: &BTreeMap<String, CaseFile>,
) -> Option<Seen> {
    let seen = Seen::of(entry, source, known, given, cases);
    let wanted = arguments.message.as_deref().map(|id| id.trim_matches(['<', '>']));
    let is_wanted = wanted.is_none_or(|wanted| seen.message_id() == Some(wanted));
    is_wanted.then_some(seen)
}

/// The case the person names, which must be there.
fn given_case(arguments: &Arguments, cases: &BTreeMap<String, CaseFile>) -> Result<Option<String>, Failure> {
    let Some(typed) = &arguments.case else { return Ok(None) };
    let reference = as_reference(typed);
    if cases.contains_key(&reference) {
        return Ok(Some(reference));
    }
    Err(Failure::new(Kind::Input, format!("there is no case `{reference}`")).hint("habeas status"))
}

fn wish(arguments: &Arguments) -> Result<Wish, Failure> {
    let Some(word) = &arguments.event else {
        return Ok(if arguments.yes { Wish::Certain } else { Wish::Ask });
    };
    let event = EventKind::find(word).filter(|kind| kind.is_recorded_by_hand());
    let event = event.ok_or_else(|| super::record::unknown_event(word))?;
    Ok(Wish::As { event, on: arguments.on })
}

fn several() -> Failure {
    Failure::new(Kind::Usage, "--as is for one mail, and there are several")
        .hint("name it with --message MESSAGE-ID; habeas inbox PATH --json shows them")
}
