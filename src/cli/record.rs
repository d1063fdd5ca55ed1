//! `habeas record`: what happened outside this program.
//!
//! In: a case, an event, its day, a file that proves it, perhaps the number of the event it corrects. Out: the
//! event as kept, whether it moves anything, and how the case stands now. What was reported as recorded survives a crash; what was
//! corrected is kept, too.

use std::path::PathBuf;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::config::{Config, as_reference, day, read_file};
use super::failure::{Failure, Kind};
use super::output::Outcome;
use super::standing::Row;
use super::way::via;
use crate::directory::company::Company;
use crate::directory::diff::in_one_line;
use crate::directory::value::Kind as ContactKind;
use crate::letter::request::check_field;
use crate::tracker::case::{Case, CaseFile};
use crate::tracker::contact::{bounced, without_bounced};
use crate::tracker::event::{Event, EventKind, Said};
use crate::tracker::idle::{Idle, idle};
use crate::tracker::possible::{Impossible, impossible};
use crate::tracker::status::standing;
use crate::tracker::store::Store;
use crate::wording::Wording;

/// Largest proof that is kept, in bytes.
pub(super) const PROOF_BYTES_MAX: u64 = 256 * 1024 * 1024;

/// Record what happened: sent, received, acknowledged, answered, …
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Events: sent, bounced, received, acknowledged, identity-requested, identity-provided, \
clarification-requested, clarification-provided, fee-requested, fee-paid, extended, answered, \
refused, reminded, followed-up, replied, complained-to-controller, complained, \
authority-replied, withdrawn, closed; retracted, with --replaces
identity-provided and clarification-provided: the day you sent the answer, with --via the way it went
fee-paid: the day you paid, or, in Switzerland, agreed to pay

`bounced`: the letter came back, or the company says that nobody reads requests at that address.
The next draft to this company then goes to another contact.

Examples:
  habeas record HB-7F3K2Q sent --on 2026-09-10 --via post --proof receipt.pdf
  habeas record HB-7F3K2Q received --on 2026-09-12 --proof slip.jpg
  habeas record HB-7F3K2Q answered
  habeas record HB-7F3K2Q extended --until 2026-12-10
  habeas record HB-7F3K2Q extended --without-reasons
  habeas record HB-7F3K2Q authority-replied --decision
  habeas record HB-7F3K2Q sent --on 2026-09-11 --replaces 2   event 2 had the wrong day
  habeas record HB-7F3K2Q retracted --replaces 3              event 3 never happened

The numbers are those of: habeas status HB-7F3K2Q"
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
    /// With `extended`: the day until which the company says it will answer
    #[arg(long, value_name = "DATE", value_parser = day)]
    until: Option<NaiveDate>,
    /// With `extended`: the company gave no reasons, without which the law knows no extension (not in Switzerland)
    #[arg(long)]
    without_reasons: bool,
    /// With `authority-replied`: the authority decided on the complaint, and did not only tell how it stands
    #[arg(long, conflicts_with = "without_reasons")]
    decision: bool,
    /// The number of the earlier event that was wrong; this one takes its place
    #[arg(long, value_name = "NUMBER")]
    replaces: Option<usize>,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let kind = kind(arguments)?;
    let case = as_reference(&arguments.case);
    let mut store = config.store()?;
    let file = store.case(&case)?;
    let on = arguments.on.unwrap_or(config.today);
    check_until(arguments.until, kind, on)?;
    let said = match (arguments.decision, arguments.without_reasons) {
        (true, _) => Some(Said::Decision),
        (false, true) => Some(Said::WithoutReasons),
        (false, false) => None,
    };
    let event = Event { until: arguments.until, said, replaces: arguments.replaces, ..Event::new(kind, on) };
    check(&file, &event, arguments.to.is_some(), config.today)?;
    let via = arguments.via.as_deref().map(via).transpose()?;
    let proof = match &arguments.proof {
        Some(path) => vec![(proof_name(path), proof(path)?)],
        None => Vec::new(),
    };
    let mut happened = Vec::new();
    if let Some(to) = &arguments.to {
        check_field("--to", to).map_err(|error| {
            Failure::of(Kind::Usage, &error).hint("give the address in one line: --to 'LINE, LINE'")
        })?;
        let given = Event { via, to: Some(to.clone()), ..Event::new(EventKind::Addressed, on) };
        happened.push((given, Vec::new()));
    }
    happened.push((Event { via, ..event }, proof));
    match arguments.replaces {
        // What is corrected must still stand when the correction is kept.
        Some(_) => store.record_all_after(&case, file.recorded.len(), happened)?,
        None => store.record_all(&case, happened)?,
    }
    let row = Row::of(store.case(&case)?, config, &store)?;
    let idle = idle(&row.file, row.standing.deadline.as_ref());
    let is_request = kind == EventKind::Bounced && idle.is_none();
    let next = if is_request { next_contact(&case, config, &store)? } else { None };
    Ok(Box::new(Recorded { kind, on, row, idle, next, program: config.program() }))
}

/// An extension lasts until a later day, and nothing else does.
fn check_until(until: Option<NaiveDate>, kind: EventKind, on: NaiveDate) -> Result<(), Failure> {
    let Some(until) = until else { return Ok(()) };
    if kind != EventKind::Extended {
        return Err(Failure::new(Kind::Usage, "--until belongs to an extension")
            .hint("habeas record CASE extended --until DATE"));
    }
    if until <= on {
        return Err(Failure::new(Kind::Usage, format!("an extension announced on {on} ends after that day"))
            .hint("give the last day with --until, and the day it was announced with --on"));
    }
    Ok(())
}

/// What to do where a contact of the directory bounced: the next one, and whom to tell.
pub(super) struct Next {
    company: String,
    /// The next address for requests, and its kind.
    contact: Option<(ContactKind, String)>,
}

impl Next {
    /// The command that takes the request to the next contact; none where there is none.
    pub(super) fn command(&self, case: &Case) -> Option<String> {
        match &self.contact {
            Some((ContactKind::Email, address)) => Some(format!("send {} --to {address}", case.reference)),
            Some((ContactKind::Post | ContactKind::Form, _)) => {
                Some(format!("draft {} {} --again", case.right, self.company))
            }
            None => None,
        }
    }
}

/// Finds the next contact after a bounce; none where the address was not the directory's.
pub(super) fn next_contact(reference: &str, config: &Config, store: &Store) -> Result<Option<Next>, Failure> {
    let file = store.case(reference)?;
    let consulted = config.directory_for(&[&file.case.company])?;
    let bounces = bounced(&store.cases()?);
    let next = |company: &Company| {
        let (reachable, lowered) = without_bounced(company, &bounces);
        let contact = reachable.first_contact().map(|contact| (contact.kind(), in_one_line(contact)));
        (!lowered.is_empty()).then(|| Next { company: company.id().to_owned(), contact })
    };
    Ok(consulted.directory.by_id(&file.case.company).and_then(next))
}

/// The kind of event; a retraction only makes sense for an event it names.
fn kind(arguments: &Arguments) -> Result<EventKind, Failure> {
    let kind = EventKind::find(&arguments.event);
    match (kind, arguments.replaces) {
        (Some(EventKind::Retracted), Some(_)) => Ok(EventKind::Retracted),
        (Some(EventKind::Retracted), None) => {
            Err(Failure::new(Kind::Usage, "a retraction names the event that never happened")
                .hint(format!("habeas record {} retracted --replaces NUMBER", as_reference(&arguments.case))))
        }
        (Some(kind), _) if kind.is_recorded_by_hand() => Ok(kind),
        (Some(_) | None, _) => Err(unknown_event(&arguments.event)),
    }
}

/// Refuses what cannot have happened, with the events as they would then stand.
fn check(file: &CaseFile, event: &Event, addressed: bool, today: NaiveDate) -> Result<(), Failure> {
    let refuse = |message: String, hint: String| Err(Failure::new(Kind::Input, message).hint(hint));
    let reference = &file.case.reference;
    if let Some(reason) = impossible(&file.recorded, event, file.case.drafted, today) {
        return Err(refusal(reason, file, event));
    }
    if event.kind == EventKind::Sent
        && event.replaces.is_none()
        && standing(file, None, today).status.has_ended()
    {
        let message = format!("case {reference} has ended; a new request is a case of its own");
        return refuse(message, format!("habeas draft {} {}", file.case.right.id(), file.case.company));
    }
    if event.kind == EventKind::Sent && file.address().is_none() && !addressed {
        let message = format!("{} has no address for case {reference}", file.case.company_name);
        let hint = format!(
            "habeas send {reference} --to ADDRESS, or habeas record {reference} sent --to 'LINE, LINE'"
        );
        return refuse(message, hint);
    }
    Ok(())
}

/// Says why an event cannot have happened, and what to do.
pub(super) fn refusal(reason: Impossible, file: &CaseFile, event: &Event) -> Failure {
    let reference = &file.case.reference;
    let number = event.replaces.unwrap_or_default();
    let (message, hint) = match reason {
        Impossible::StillToCome => {
            (format!("{} is still to come", event.on), "give the day it happened with --on".to_owned())
        }
        Impossible::BeforeLetter => (
            format!("case {reference} was drafted on {}, after {}", file.case.drafted, event.on),
            "give the day it happened with --on".to_owned(),
        ),
        Impossible::SaysOtherwise(said) => (
            format!("--{} belongs to the event `{}`", said.id(), said.of().id()),
            format!("habeas record {reference} {} --{}", said.of().id(), said.id()),
        ),
        Impossible::EndsBefore => (
            format!("an extension announced on {} ends after that day", event.on),
            "give the last day with --until, and the day it was announced with --on".to_owned(),
        ),
        Impossible::NotSent => (
            format!("case {reference} was not sent by {}", event.on),
            format!("habeas record {reference} sent --on DATE"),
        ),
        Impossible::NotAsked => (
            format!("no question stands in case {reference} that was answered on {}", event.on),
            format!(
                "record the question first: habeas record {reference} {} --on DATE",
                event.kind.question().map_or("", EventKind::id)
            ),
        ),
        Impossible::NothingRetracted => (
            "a retraction names the event that never happened".to_owned(),
            format!("habeas record {reference} retracted --replaces NUMBER"),
        ),
        Impossible::NoSuchEvent => {
            (format!("case {reference} has no event {number}"), format!("habeas status {reference}"))
        }
        Impossible::CorrectedAlready => (
            format!("event {number} of case {reference} was corrected already"),
            format!("habeas status {reference}"),
        ),
        Impossible::Letter => (
            format!("event {number} of case {reference} is the letter itself, which stays"),
            format!("habeas status {reference}"),
        ),
        Impossible::Orphans { number, kind, on } => (
            format!(
                "event {number} of case {reference}, `{}` on {on}, would stand before the question it answers",
                kind.id()
            ),
            format!("correct it first: habeas record {reference} retracted --replaces {number}"),
        ),
        Impossible::Strands { number, kind, on } => (
            format!(
                "event {number} of case {reference}, `{}` on {on}, would stand before the request was sent",
                kind.id()
            ),
            format!("correct it first: habeas record {reference} retracted --replaces {number}"),
        ),
    };
    Failure::new(Kind::Input, message).hint(hint)
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

pub(super) fn unknown_event(word: &str) -> Failure {
    let events: Vec<&str> =
        EventKind::ALL.iter().filter(|kind| kind.is_recorded_by_hand()).map(|kind| kind.id()).collect();
    Failure::new(Kind::Usage, format!("`{word}` is no event")).hint(format!("one of {}", events.join(", ")))
}

struct Recorded {
    kind: EventKind,
    on: NaiveDate,
    row: Row,
    /// Why it moves nothing, if it does not.
    idle: Option<Idle>,
    next: Option<Next>,
    program: String,
}

impl Recorded {
    /// Says why the event moves nothing, and what to do if that is wrong.
    fn idle_text(&self, idle: Idle, wording: &Wording) -> String {
        let key = format!("record-idle-{}", idle.id());
        let command = |rest: &str| self.row.typed(&format!("record {} {rest}", self.row.file.case.reference));
        let date = |on: NaiveDate| wording.language().date(on);
        match idle {
            Idle::Received { number, on } => {
                let command = command(&format!("received --on DATE --replaces {number}"));
                let number = number.to_string();
                wording.say_with(&key, &[("date", &date(on)), ("number", &number), ("command", &command)])
            }
            Idle::ReactedBefore { number, on, kind } => {
                let command = command(&format!("{} --on DATE --replaces {number}", kind.id()));
                let event = wording.say(&format!("event-{}", kind.id()));
                let number = number.to_string();
                let arguments =
                    [("date", date(on)), ("number", number), ("event", event), ("command", command)];
                wording.say_with(&key, &arguments.each_ref().map(|(name, text)| (*name, text.as_str())))
            }
            Idle::BeforeReceipt { number, on } => {
                let command = command(&format!(
                    "{} --on DATE --replaces {}",
                    self.kind.id(),
                    self.row.file.recorded.len()
                ));
                let number = number.to_string();
                wording.say_with(&key, &[("date", &date(on)), ("number", &number), ("command", &command)])
            }
            Idle::Bounced { on } => wording.say_with(&key, &[("date", &date(on))]),
            Idle::Sent { on } => {
                wording.say_with(&key, &[("date", &date(on)), ("command", &command("bounced --on DATE"))])
            }
            Idle::Extended { on } => wording.say_with(&key, &[("date", &date(on))]),
            Idle::ExtendedTooFar { due, citation } => {
                let article = wording.say(&format!("citation-{}", citation.id()));
                wording.say_with(&key, &[("date", &date(due)), ("article", &article)])
            }
            Idle::ExtendedWithoutReasons(citation) => {
                let article = wording.say(&format!("citation-{}", citation.id()));
                let command = self.row.typed(&format!("answer {} extension", self.row.file.case.reference));
                wording.say_with(&key, &[("article", &article), ("command", &command)])
            }
            Idle::ExtendedTooLate(citation) | Idle::AskedTooLate(citation) => {
                let article = wording.say(&format!("citation-{}", citation.id()));
                wording.say_with(&key, &[("article", &article)])
            }
        }
    }

    fn next_text(&self, next: &Next, wording: &Wording) -> String {
        let mut text = match &next.contact {
            Some((_, address)) => wording.say_with("record-next-contact", &[("address", address)]),
            None => wording.say("record-no-contact"),
        } + "\n";
        let (case, program) = (&self.row.file.case, &self.program);
        if let Some(command) = next.command(case) {
            text += &format!("  → {program} {command}\n");
        }
        text + &format!("  → {program} companies correct {}\n", next.company)
    }
}

impl Outcome for Recorded {
    fn text(&self, wording: &Wording) -> String {
        let event = wording.say(&format!("event-{}", self.kind.id()));
        let date = wording.language().date(self.on);
        let done = wording.say_with("record-done", &[("event", &event), ("date", &date)]);
        let idle = self.idle.map(|idle| self.idle_text(idle, wording) + "\n").unwrap_or_default();
        let next = self.next.as_ref().map(|next| self.next_text(next, wording)).unwrap_or_default();
        format!("{done}\n{idle}{}{next}", self.row.text(wording))
    }

    fn json(&self, wording: &Wording) -> Value {
        let next = |next: &Next| {
            next.contact.as_ref().map(|(kind, address)| json!({ "kind": kind, "address": address }))
        };
        json!({
            "event": self.kind.id(),
            "on": self.on,
            "case": self.row.json(wording),
            "no_effect": self.idle.map(|idle| json!({ "reason": idle.id(), "text": self.idle_text(idle, wording) })),
            "next_contact": self.next.as_ref().and_then(next),
        })
    }
}
