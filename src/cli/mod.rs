//! cli: the only room that talks to a person.
//!
//! In: the arguments. Out: an exit code. Each command has a file of its own: its arguments, its run, its
//! outcome. A command returns one outcome value that shows itself as text and as JSON; nothing prints on the
//! way.
//!
//! Exit codes: 0 done; 1 failed; 2 wrong usage; 3 done, but something needs the user's attention.

mod abroad;
mod account;
mod again;
mod annex;
mod answer;
mod audit;
mod backup;
mod calendar;
mod cases;
mod choices;
mod companies;
mod compare;
mod complain;
mod completions;
pub mod config;
mod deadline;
mod dealing;
mod demo;
mod draft;
mod drafted;
mod due;
mod export;
pub mod failure;
mod follow_up;
mod forget;
mod import;
mod inbox;
mod later;
mod letters;
mod moved;
mod outgoing;
mod output;
mod parts;
mod profile;
mod recipe;
mod record;
mod refusal;
mod remind;
mod report;
mod search;
mod send;
mod sharing;
mod standing;
mod status;
mod step;
mod unlock;
mod verify;
mod way;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue};
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};

use self::config::{Config, Global};
use self::failure::Failure;
use self::output::Outcome;

/// Exit code of a command that was done but needs the user's attention.
const ATTENTION: u8 = 3;

/// Ask companies what they hold about you, follow the legal clock, and read what comes back
///
/// Everything happens on this machine; only `send --yes` and `inbox --imap` use the network.
#[derive(Debug, Parser)]
#[command(name = "habeas", version, propagate_version = true, max_term_width = 100)]
#[command(after_help = "Begin with: habeas demo\nThen:       habeas profile set --help")]
struct Arguments {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Demo(demo::Arguments),
    Profile(profile::Arguments),
    Companies(companies::Arguments),
    Draft(Box<draft::Arguments>),
    Send(send::Arguments),
    Record(record::Arguments),
    Status(status::Arguments),
    Due(due::Arguments),
    Remind(remind::Arguments),
    Answer(answer::Arguments),
    FollowUp(follow_up::Arguments),
    Complain(complain::Arguments),
    Calendar(calendar::Arguments),
    Cases(cases::Arguments),
    Deadline(deadline::Arguments),
    Import(import::Arguments),
    Inbox(inbox::Arguments),
    Report(report::Arguments),
    Search(search::Arguments),
    Compare(compare::Arguments),
    Sharing(sharing::Arguments),
    Export(export::Arguments),
    Recipe(recipe::Arguments),
    Audit(audit::Arguments),
    Verify(verify::Arguments),
    Backup(backup::Arguments),
    Forget(forget::Arguments),
    Completions(completions::Arguments),
    Man(completions::ManArguments),
}

/// Adds the arguments of a command to its name.
type Augment = fn(clap::Command) -> clap::Command;

/// The commands by name, so that one is built and not all.
const COMMANDS: [(&str, Augment); 29] = [
    ("demo", demo::Arguments::augment_args),
    ("profile", profile::Arguments::augment_args),
    ("companies", companies::Arguments::augment_args),
    ("draft", draft::Arguments::augment_args),
    ("send", send::Arguments::augment_args),
    ("record", record::Arguments::augment_args),
    ("status", status::Arguments::augment_args),
    ("due", due::Arguments::augment_args),
    ("remind", remind::Arguments::augment_args),
    ("answer", answer::Arguments::augment_args),
    ("follow-up", follow_up::Arguments::augment_args),
    ("complain", complain::Arguments::augment_args),
    ("calendar", calendar::Arguments::augment_args),
    ("cases", cases::Arguments::augment_args),
    ("deadline", deadline::Arguments::augment_args),
    ("import", import::Arguments::augment_args),
    ("inbox", inbox::Arguments::augment_args),
    ("report", report::Arguments::augment_args),
    ("search", search::Arguments::augment_args),
    ("compare", compare::Arguments::augment_args),
    ("sharing", sharing::Arguments::augment_args),
    ("export", export::Arguments::augment_args),
    ("recipe", recipe::Arguments::augment_args),
    ("audit", audit::Arguments::augment_args),
    ("verify", verify::Arguments::augment_args),
    ("backup", backup::Arguments::augment_args),
    ("forget", forget::Arguments::augment_args),
    ("completions", completions::Arguments::augment_args),
    ("man", completions::ManArguments::augment_args),
];

/// Runs the program with its arguments, the first being its own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match parse(arguments.into_iter().collect()) {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are no failures; clap knows where each goes, and nobody may be left to read
            // it.
            let _ = error.print();
            if let Some(next) = next_for(&error) {
                output::print_notice(&format!("next: {next}\n"));
            }
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    match carry_out(arguments) {
        Ok(code) => ExitCode::from(code),
        Err(failure) => {
            output::print_failure(&failure);
            ExitCode::from(failure.kind.exit_code())
        }
    }
}

/// Where what a command has to be told is found, by the name its usage has for it.
const SOURCES: [(&str, &str); 9] = [
    ("<CASE>", "habeas status lists your cases"),
    ("<CASES>...", "habeas status lists your cases"),
    ("<CASE|IMPORT>", "habeas status lists your cases and the answers that were read"),
    ("<IMPORT_OR_CASE>", "habeas status lists the answers that were read; habeas import FILE reads one"),
    ("<FIRST>", "habeas status lists the answers that were read; habeas import FILE reads one"),
    ("<SECOND>", "habeas status lists the answers that were read; habeas import FILE reads one"),
    (
        "<COMPANIES>...",
        "the right comes first (habeas draft access zalando); habeas companies search NAME finds companies",
    ),
    ("<RIGHT>", "habeas draft --help lists the rights"),
    ("<EVENT>", "habeas record --help lists the events"),
];

/// Says where what is missing from a command is found.
fn next_for(error: &clap::Error) -> Option<&'static str> {
    let Some(ContextValue::Strings(missing)) = error.get(ContextKind::InvalidArg) else { return None };
    let first = missing.first()?;
    SOURCES.iter().find(|(name, _)| name == first).map(|(_, next)| *next)
}

/// Reads the arguments. Building every command takes longer than most of them run, so the one that is named is tried alone;
/// what it does not understand, help and faults among it, is read with all of them.
fn parse(arguments: Vec<OsString>) -> Result<Arguments, clap::Error> {
    let named =
        arguments.iter().skip(1).find_map(|argument| COMMANDS.iter().find(|(name, _)| argument == name));
    let alone = named.and_then(|(name, augment)| {
        let tree =
            Global::augment_args(clap::Command::new("habeas")).subcommand(augment(clap::Command::new(*name)));
        // Taken over and not copied, as `from_arg_matches` would.
        let mut matches = tree.try_get_matches_from(&arguments).ok()?;
        Arguments::from_arg_matches_mut(&mut matches).ok()
    });
    alone.map_or_else(|| Arguments::try_parse_from(arguments), Ok)
}

fn carry_out(arguments: Arguments) -> Result<u8, Failure> {
    let config = Config::load(&arguments.global)?;
    let announcement = arguments.command.is_about_cases().then(|| moved::announcement(&config)).flatten();
    let outcome = arguments.command.run(&config)?;
    output::print(outcome.as_ref(), config.wording(), arguments.global.json)?;
    if let Some(announcement) = announcement {
        output::print_notice(&announcement);
    }
    Ok(if outcome.needs_attention() { ATTENTION } else { 0 })
}

/// Returns the whole command tree, for documentation and the tests that hold the README against it.
pub fn command_tree() -> clap::Command {
    Arguments::command()
}

impl Command {
    /// Tells whether a command is about cases that may have been written with older addresses.
    fn is_about_cases(&self) -> bool {
        match self {
            Self::Draft(_)
            | Self::Send(_)
            | Self::Record(_)
            | Self::Status(_)
            | Self::Due(_)
            | Self::Remind(_)
            | Self::Answer(_)
            | Self::FollowUp(_)
            | Self::Complain(_)
            | Self::Calendar(_)
            | Self::Inbox(_)
            | Self::Audit(_) => true,
            Self::Demo(_)
            | Self::Profile(_)
            | Self::Companies(_)
            | Self::Cases(_)
            | Self::Deadline(_)
            | Self::Import(_)
            | Self::Report(_)
            | Self::Search(_)
            | Self::Compare(_)
            | Self::Sharing(_)
            | Self::Export(_)
            | Self::Recipe(_)
            | Self::Verify(_)
            | Self::Backup(_)
            | Self::Forget(_)
            | Self::Completions(_)
            | Self::Man(_) => false,
        }
    }

    fn run(self, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
        match self {
            Self::Demo(arguments) => demo::run(arguments, config),
            Self::Profile(arguments) => profile::run(arguments, config),
            Self::Companies(arguments) => companies::run(&arguments, config),
            Self::Draft(arguments) => draft::run(&arguments, config),
            Self::Send(arguments) => send::run(&arguments, config),
            Self::Record(arguments) => record::run(&arguments, config),
            Self::Status(arguments) => status::run(&arguments, config),
            Self::Due(arguments) => due::run(&arguments, config),
            Self::Remind(arguments) => remind::run(&arguments, config),
            Self::Answer(arguments) => answer::run(&arguments, config),
            Self::FollowUp(arguments) => follow_up::run(&arguments, config),
            Self::Complain(arguments) => complain::run(&arguments, config),
            Self::Calendar(arguments) => calendar::run(&arguments, config),
            Self::Cases(arguments) => cases::run(&arguments, config),
            Self::Deadline(arguments) => deadline::run(&arguments, config),
            Self::Import(arguments) => import::run(&arguments, config),
            Self::Inbox(arguments) => inbox::run(&arguments, config),
            Self::Report(arguments) => report::run(&arguments, config),
            Self::Search(arguments) => search::run(&arguments, config),
            Self::Compare(arguments) => compare::run(&arguments, config),
            Self::Sharing(arguments) => sharing::run(&arguments, config),
            Self::Export(arguments) => export::run(&arguments, config),
            Self::Recipe(arguments) => recipe::run(&arguments, config),
            Self::Audit(arguments) => audit::run(&arguments, config),
            Self::Verify(arguments) => verify::run(&arguments, config),
            Self::Backup(arguments) => backup::run(&arguments, config),
            Self::Forget(arguments) => forget::run(&arguments, config),
            Self::Completions(arguments) => completions::run(&arguments),
            Self::Man(arguments) => completions::man(&arguments),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cli::{COMMANDS, command_tree};

    #[test]
    fn each_command_can_be_built_alone() {
        let tree = command_tree();
        let named: Vec<&str> = tree.get_subcommands().map(clap::Command::get_name).collect();
        let mut alone: Vec<&str> = COMMANDS.iter().map(|(name, _)| *name).collect();
        for name in &named {
            assert!(alone.contains(name), "{name} is built with all the others");
        }
        alone.retain(|name| !named.contains(name));
        assert_eq!(alone, Vec::<&str>::new(), "commands that are none");
    }
}
