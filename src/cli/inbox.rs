//! `habeas inbox`: what came back by mail: which case it belongs to, what it says, and which event it is.
//!
//! In: `.eml` files, mbox files, Maildirs and other folders of mails. Out: each mail with its case and the reason,
//! what it says with the phrase that shows it, what speaks against its sender, its files and links, and the event it
//! would be. An event is recorded only where the person says so: by `--yes` what is certain, by `--as` what they
//! decide, and where somebody can be asked by their answer. A link is shown and never opened.

mod facts;
mod recording;
mod seen;
mod shown;

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::NaiveDate;

use self::recording::Wish;
use self::seen::{Seen, Source, known};
use self::shown::Inbox;
use super::config::{Config, as_reference, day};
use super::failure::{Failure, Kind};
use super::output::Outcome;
use crate::inbox::mailbox::{self, Entry};
use crate::inbox::matching::Known;
use crate::tracker::case::CaseFile;
use crate::tracker::event::EventKind;

/// Say which case each mail belongs to and what it says; record it where you agree (.eml, mbox, Maildir)
#[derive(Debug, clap::Args)]
#[command(
    after_help = "What a mail says is a proposal, with the phrase that shows it. It becomes an event of the case when you
agree: --yes records what is certain; where somebody can be asked, the rest is asked about; else the
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
    #[arg(required = true)]
    paths: Vec<PathBuf>,
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
    let mut inbox = Inbox { program: config.program(), cases: config.home.join("cases"), ..Inbox::default() };
    let is_one = matches!(wish, Wish::As { .. });
    let (mut chosen, mut one) = (0_usize, None);
    for path in &arguments.paths {
        let entries = mailbox::read(path).map_err(|error| {
            Failure::of(Kind::Input, &error).hint("give .eml files, an mbox or a folder of mails")
        })?;
        for entry in entries {
            let source = Source::File(path.clone());
            let seen = see(entry, source, arguments, &known, given.as_deref(), &cases);
            let Some(mut seen) = seen else { continue };
            chosen += 1;
            if is_one {
                // None is recorded before it is known that there is no other.
                let is_second = one.replace(seen).is_some();
                if is_second {
                    return Err(several());
                }
                continue;
            }
            recording::carry_out(&mut seen, &wish, &mut store, &mut cases, config)?;
            inbox.add(seen, arguments.all, MAILS_SHOWN_MAX);
        }
    }
    if let Some(mut seen) = one {
        recording::carry_out(&mut seen, &wish, &mut store, &mut cases, config)?;
        inbox.add(seen, arguments.all, MAILS_SHOWN_MAX);
    }
    if chosen == 0 && (arguments.message.is_some() || is_one) {
        return Err(Failure::new(Kind::Input, "there is no such mail in what was given")
            .hint("look which mails there are: habeas inbox PATH --all"));
    }
    if arguments.import {
        inbox.import(config);
    }
    Ok(Box::new(inbox))
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
