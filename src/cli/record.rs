//! `habeas record`: what happened outside this program.
//!
//! In: a case, an event, its day, a file that proves it. Out: the event as kept, and how the case stands now.
//! What was reported as recorded survives a crash.

use std::path::PathBuf;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::config::{Config, as_reference, day, read_file};
use super::draft::via;
use super::failure::{Failure, Kind};
use super::output::Outcome;
use super::standing::Row;
use crate::letter::request::check_field;
use crate::tracker::case::CaseFile;
use crate::tracker::event::{Event, EventKind};
use crate::wording::Wording;

/// Largest proof that is kept, in bytes.
const PROOF_BYTES_MAX: u64 = 256 * 1024 * 1024;

/// Record what happened: sent, received, acknowledged, answered, …
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Events: sent, bounced, received, acknowledged, identity-requested, identity-provided,
clarification-requested, clarification-provided, extended, answered, refused, reminded,
followed-up, complained-to-controller, complained, authority-replied, withdrawn, closed

Examples:
  habeas record HB-7F3K2Q sent --on 2026-09-10 --via post --proof receipt.pdf
  habeas record HB-7F3K2Q received --on 2026-09-12 --proof slip.jpg
  habeas record HB-7F3K2Q answered"
)]
pub(super) struct Arguments {
    /// Case reference
    case: String,
    /// What happened
    event: String,
    /// The day it happened; today without it
    #[arg(long, value_name = "DATE", value_parser = day)]
    on: Option<NaiveDate>,
    /// A file that proves it; a copy is kept with the case
    #[arg(long, value_name = "FILE")]
    proof: Option<PathBuf>,
    /// How it was sent: email, post or form
    #[arg(long)]
    via: Option<String>,
    /// The address it was sent to, where the case had none
    #[arg(long, value_name = "ADDRESS")]
    to: Option<String>,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let kind = EventKind::find(&arguments.event).filter(|kind| kind.is_recorded_by_hand());
    let kind = kind.ok_or_else(|| unknown_event(&arguments.event))?;
    let case = as_reference(&arguments.case);
    let mut store = config.store()?;
    let file = store.case(&case)?;
    let on = arguments.on.unwrap_or(config.today);
    check(&file, kind, on, arguments.to.is_some(), config.today)?;
    let via = arguments.via.as_deref().map(via).transpose()?;
    let proof = match &arguments.proof {
        Some(path) => vec![(proof_name(path), proof(path)?)],
        None => Vec::new(),
    };
    let mut happened = Vec::new();
    if let Some(to) = &arguments.to {
        check_field("--to", to)?;
        let given = Event { via, to: Some(to.clone()), ..Event::new(EventKind::Addressed, on) };
        happened.push((given, Vec::new()));
    }
    happened.push((Event { via, ..Event::new(kind, on) }, proof));
    store.record_all(&case, happened)?;
    let row = Row::of(store.case(&case)?, config, &store)?;
    Ok(Box::new(Recorded { kind, on, row }))
}

/// Refuses what cannot have happened.
fn check(
    file: &CaseFile,
    kind: EventKind,
    on: NaiveDate,
    addressed: bool,
    today: NaiveDate,
) -> Result<(), Failure> {
    let refuse = |message: String| Err(Failure::new(Kind::Input, message));
    let reference = &file.case.reference;
    if on > today {
        return refuse(format!("{on} is still to come"))
            .map_err(|failure| failure.hint("give the day it happened with --on"));
    }
    if on < file.case.drafted {
        return refuse(format!("case {reference} was drafted on {}, after {on}", file.case.drafted));
    }
    if kind.follows_sending() && file.sent().is_none_or(|sent| sent > on) {
        return refuse(format!("case {reference} was not sent by {on}"))
            .map_err(|failure| failure.hint(format!("habeas record {reference} sent --on DATE")));
    }
    if kind == EventKind::Sent && file.address().is_none() && !addressed {
        return refuse(format!("{} has no address for case {reference}", file.case.company_name)).map_err(|failure| {
            failure.hint(format!("habeas send {reference} --to ADDRESS, or habeas record {reference} sent --to 'LINE, LINE'"))
        });
    }
    Ok(())
}

fn proof(path: &std::path::Path) -> Result<Vec<u8>, Failure> {
    let bytes = read_file(path, PROOF_BYTES_MAX)?;
    if bytes.is_empty() {
        return Err(Failure::new(Kind::Input, format!("the proof {} is empty", path.display())));
    }
    Ok(bytes)
}

/// The proof's name says what it is and never what the person called it.
fn proof_name(path: &std::path::Path) -> String {
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_ascii_lowercase());
    let plain = extension.filter(|extension| {
        (1..=8).contains(&extension.len()) && extension.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    format!("proof.{}", plain.as_deref().unwrap_or("bin"))
}

fn unknown_event(word: &str) -> Failure {
    let events: Vec<&str> =
        EventKind::ALL.iter().filter(|kind| kind.is_recorded_by_hand()).map(|kind| kind.id()).collect();
    Failure::new(Kind::Usage, format!("`{word}` is no event")).hint(format!("one of {}", events.join(", ")))
}

struct Recorded {
    kind: EventKind,
    on: NaiveDate,
    row: Row,
}

impl Outcome for Recorded {
    fn text(&self, wording: &Wording) -> String {
        let event = wording.say(&format!("event-{}", self.kind.id()));
        let date = wording.language().date(self.on);
        let done = wording.say_with("record-done", &[("event", &event), ("date", &date)]);
        format!("{done}\n{}", self.row.text(wording))
    }

    fn json(&self, wording: &Wording) -> Value {
        json!({ "event": self.kind.id(), "on": self.on, "case": self.row.json(wording) })
    }
}
