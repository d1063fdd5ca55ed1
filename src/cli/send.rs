//! `habeas send`: shows what would leave, and sends it with `--yes`.
//!
//! In: cases, and perhaps the address that was missing. Out: the plan (recipient, language, subject,
//! attachments, size, why this address), or what became of each message. The Message-ID is fixed and stored
//! before the first attempt; a message whose outcome is not known is never sent again unless the user says
//! so.

use std::path::PathBuf;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::choices;
use super::companies::{moved_text, unverified_text};
use super::config::{Config, as_reference, read_file};
use super::draft::{files, message};
use super::failure::{Failure, Kind};
use super::output::{Outcome, ask_password, columns};
use crate::delivery::message::Message;
use crate::delivery::{secret, smtp};
use crate::directory::company::{Contact, Kind as ContactKind};
use crate::directory::diff::in_one_line;
use crate::directory::external::Imported;
use crate::directory::value::is_email;
use crate::letter::choice::Choices;
use crate::letter::compose::compose;
use crate::letter::request::Request;
use crate::paper::Typesetter;
use crate::tracker::case::CaseFile;
use crate::tracker::contact::{Superseded, superseded};
use crate::tracker::event::{Event, EventKind, Via};
use crate::tracker::store::Store;
use crate::wording::Wording;

/// Largest file of a case that is attached, in bytes.
const FILE_BYTES_MAX: u64 = 16 * 1024 * 1024;

/// Show what would be sent; send it with --yes
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  habeas send HB-7F3K2Q                        shows recipient, subject and attachments
  habeas send HB-7F3K2Q --yes                  sends it
  habeas send HB-7F3K2Q --to dpo@example.org   gives the address that was missing

Mail leaves over TLS with a verified certificate or not at all. The account is in the profile:
  habeas profile set --mail-server HOST --mail-from ADDRESS --mail-password-command 'PROGRAM ARGUMENT'")]
pub(super) struct Arguments {
    /// Case references
    #[arg(required = true)]
    cases: Vec<String>,
    /// Really send
    #[arg(long)]
    yes: bool,
    /// Send although it was sent, or maybe sent, before
    #[arg(long)]
    again: bool,
    /// The e-mail address it goes to, where the directory has none or a wrong one
    #[arg(long, value_name = "ADDRESS")]
    to: Option<String>,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let mut cases: Vec<String> = Vec::new();
    for reference in arguments.cases.iter().map(|typed| as_reference(typed)) {
        // A case named twice is sent once.
        if !cases.contains(&reference) {
            cases.push(reference);
        }
    }
    let mut store = config.store()?;
    if let Some(to) = &arguments.to {
        address(&cases, to, config, &mut store)?;
    }
    let has_account = config.profile.mail.is_some();
    let dispatch = |plans| Dispatch { plans, program: config.program(), has_account };
    let mut plans = Vec::new();
    for reference in &cases {
        plans.push(plan(&store.case(reference)?, arguments.again, config, &store)?);
    }
    if !arguments.yes {
        return Ok(Box::new(dispatch(plans)));
    }
    let account = config.profile.mail.as_ref().ok_or_else(|| {
        Failure::new(Kind::Settings, "the profile has no mail account to send from")
            .hint("habeas profile set --mail-server HOST --mail-from ADDRESS, or open message.eml in a mail program and then: habeas record CASE sent")
    })?;
    let password = match &account.password {
        Some(source) => secret::password(source)?,
        None => ask_password(&config.wording().say_with("send-password", &[("server", &account.server)]))?,
    };
    let mut session = smtp::Session::open(account, &password)?;
    for plan in &mut plans {
        plan.send(&mut session, config, &mut store)?;
    }
    session.close();
    Ok(Box::new(dispatch(plans)))
}

/// What would leave, and what became of it.
struct Plan {
    reference: String,
    language: String,
    message: Message,
    /// The message as a file, to be opened in a mail program.
    file: PathBuf,
    why: Why,
    /// The foreign record the address stems from, if it does.
    imported: Option<Imported>,
    /// What the directory says of the address since: the company's name and its address of now.
    moved: Option<(String, Option<String>)>,
    /// The number of events the plan rests on.
    seen: usize,
    sent: bool,
}

/// Why this address.
enum Why {
    Given,
    Directory { source: String, checked: NaiveDate },
    Drafted,
}

fn plan(file: &CaseFile, again: bool, config: &Config, store: &Store) -> Result<Plan, Failure> {
    let reference = &file.case.reference;
    refuse_twice(file, again)?;
    let address = file.address().ok_or_else(|| {
        Failure::new(Kind::Input, format!("{} has no address for case {reference}", file.case.company_name))
            .hint(format!("habeas send {reference} --to ADDRESS"))
    })?;
    if file.via() != Via::Email {
        return Err(Failure::new(
            Kind::Input,
            format!("case {reference} does not leave by e-mail: {address}"),
        )
        .hint(format!("when it is on its way: habeas record {reference} sent")));
    }
    let written = file.events.iter().rev().find(|event| {
        matches!(event.kind, EventKind::Drafted | EventKind::Addressed) && event.message_id.is_some()
    });
    let written =
        written.ok_or_else(|| Failure::new(Kind::Bug, format!("case {reference} has no message")))?;
    let letter = letter_files(written, reference, store)?;
    let subject = written.subject.clone().unwrap_or_else(|| reference.clone());
    let message_id = written.message_id.as_deref().unwrap_or_default().parse()?;
    let message = message(subject, &letter, address, message_id, config)?;
    let consulted = config.directory_for(&[&file.case.company])?;
    let company = consulted.directory.by_id(&file.case.company);
    let why = why(file, address, company.and_then(|company| company.contact(ContactKind::Email)));
    let moved = company.and_then(|company| superseded(file, company)).map(|superseded| match superseded {
        Superseded::By(contact) => (file.case.company_name.clone(), Some(in_one_line(contact))),
        Superseded::Gone => (file.case.company_name.clone(), None),
    });
    let eml = written.files.iter().find(|file| file.given_name() == "message.eml");
    let path = store.case_folder(reference).join(eml.map_or("", |file| file.name.as_str()));
    Ok(Plan {
        file: path,
        reference: reference.clone(),
        language: file.case.language.to_string(),
        message,
        imported: company.and_then(|company| consulted.imported(company)).cloned(),
        why,
        moved,
        seen: file.recorded.len(),
        sent: false,
    })
}

fn why(file: &CaseFile, address: &str, contact: Option<&Contact>) -> Why {
    if file.events.iter().any(|event| event.kind == EventKind::Addressed) {
        return Why::Given;
    }
    match contact.filter(|contact| *contact.value.value == *address) {
        Some(contact) => {
            Why::Directory { source: contact.source.value.to_string(), checked: contact.checked.value }
        }
        None => Why::Drafted,
    }
}

/// Reads back the letter as it was written; a file that changed since is refused.
fn letter_files(written: &Event, reference: &str, store: &Store) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let mut files = Vec::new();
    for evidence in &written.files {
        let bytes = read_file(&store.case_folder(reference).join(&evidence.name), FILE_BYTES_MAX)?;
        store.check_evidence(evidence, &bytes)?;
        files.push((evidence.given_name(), bytes));
    }
    Ok(files)
}

fn refuse_twice(file: &CaseFile, again: bool) -> Result<(), Failure> {
    if again {
        return Ok(());
    }
    let reference = &file.case.reference;
    let last = file.events.iter().rev().find(|event| {
        matches!(event.kind, EventKind::Attempted | EventKind::Failed | EventKind::Sent | EventKind::Bounced)
    });
    match last.map(|event| (event.kind, event.on)) {
        Some((EventKind::Sent, on)) => {
            Err(Failure::new(Kind::Input, format!("case {reference} was sent on {on}"))
                .hint(format!("habeas status {reference}, or send with --again")))
        }
        Some((EventKind::Attempted, on)) => Err(Failure::new(
            Kind::Input,
            format!("case {reference} was maybe sent on {on}; its outcome is not known"),
        )
        .hint(format!(
            "look into your Sent folder, then: habeas record {reference} sent, or send with --again"
        ))),
        Some(_) | None => Ok(()),
    }
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
    refuse_twice(&file, false)?;
    let consulted = config.directory_for(&[&file.case.company])?;
    let company = consulted.directory.by_id(&file.case.company).ok_or_else(|| {
        Failure::new(Kind::Input, format!("`{}` is no longer in the directory", file.case.company))
    })?;
    let choices = chosen(&file, store)?;
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
    let mut event = Event {
        via: Some(Via::Email),
        to: Some(to.to_owned()),
        ..Event::new(EventKind::Addressed, config.today)
    };
    let files = files(&letter, Some(to), config, &Typesetter::new(), &mut event)?;
    store.record(reference, event, &files)?;
    Ok(())
}

/// Reads back what was chosen when the letter was drafted.
fn chosen(file: &CaseFile, store: &Store) -> Result<Choices, Failure> {
    let reference = &file.case.reference;
    let drafted = file.events.iter().find(|event| event.kind == EventKind::Drafted);
    let kept = drafted.and_then(|event| event.files.iter().find(|file| file.given_name() == choices::FILE));
    let Some(evidence) = kept else { return Ok(Choices::default()) };
    let bytes = read_file(&store.case_folder(reference).join(&evidence.name), FILE_BYTES_MAX)?;
    store.check_evidence(evidence, &bytes)?;
    choices::read_kept(&bytes, reference)
}

impl Plan {
    /// Sends one message. What is known is recorded at once; an unknown outcome leaves the attempt as the
    /// last event.
    fn send(
        &mut self,
        session: &mut smtp::Session,
        config: &Config,
        store: &mut Store,
    ) -> Result<(), Failure> {
        let message_id = Some(self.message.draft().message_id.as_str().to_owned());
        let event = |kind| Event {
            via: Some(Via::Email),
            to: Some(self.message.to().as_str().to_owned()),
            message_id: message_id.clone(),
            ..Event::new(kind, config.today)
        };
        // If anything happened to the case since it was looked at, another process may be sending it.
        store.record_after(&self.reference, self.seen, &event(EventKind::Attempted))?;
        match session.send(&self.message) {
            Ok(_) => {
                let proof = vec![("sent.eml".to_owned(), self.message.to_bytes())];
                store.record(&self.reference, event(EventKind::Sent), &proof)?;
                self.sent = true;
                Ok(())
            }
            Err(error @ crate::delivery::Error::Unknown) => Err(error.into()),
            Err(error) => {
                store.record(&self.reference, event(EventKind::Failed), &[])?;
                Err(error.into())
            }
        }
    }
}

struct Dispatch {
    plans: Vec<Plan>,
    program: String,
    has_account: bool,
}

impl Outcome for Dispatch {
    fn text(&self, wording: &Wording) -> String {
        let mut text = String::new();
        for plan in &self.plans {
            let draft = plan.message.draft();
            text += &format!("{}\n", plan.reference);
            let attachments: Vec<String> = draft
                .attachments
                .iter()
                .map(|attachment| {
                    wording.say_count_with(
                        "send-attachment",
                        attachment.bytes.len() as u64,
                        &[("name", &attachment.name)],
                    )
                })
                .collect();
            let why = match &plan.why {
                Why::Given => wording.say("send-why-given"),
                Why::Drafted => wording.say("send-why-drafted"),
                Why::Directory { source, checked } => {
                    let date = wording.language().date(*checked);
                    wording.say_with("send-why-directory", &[("source", source), ("date", &date)])
                }
            };
            let rows = [
                ("send-from", plan.message.from().as_str()),
                ("send-to", plan.message.to().as_str()),
                ("send-why", &why),
                ("send-language", &plan.language),
                ("send-subject", &draft.subject),
                ("send-attachments", &attachments.join(", ")),
            ];
            text += &columns(&rows.map(|(key, value)| (wording.say(key), value.to_owned())), "  ");
            if let (Why::Directory { .. }, Some(imported)) = (&plan.why, &plan.imported) {
                text += &format!("  {}\n", unverified_text(imported, wording));
            }
            if let Some((company, now)) = &plan.moved {
                text += &format!("  {}\n", moved_text(company, now.as_deref(), wording));
                if let Some(now) = now.as_ref().filter(|now| !plan.sent && is_email(now)) {
                    text += &format!("  → {} send {} --to {now}\n", self.program, plan.reference);
                }
            }
            let done = if plan.sent { "send-done" } else { "send-not-yet" };
            text += &format!("  {}\n", wording.say(done));
            if !plan.sent && !self.has_account {
                let path = plan.file.display().to_string();
                text += &format!("  {}\n", wording.say_with("send-no-account", &[("path", &path)]));
                text += &format!("  → {} record {} sent\n", self.program, plan.reference);
            } else if !plan.sent {
                text += &format!("  → {} send {} --yes\n", self.program, plan.reference);
            }
        }
        text
    }

    fn json(&self, _wording: &Wording) -> Value {
        let plan = |plan: &Plan| {
            let draft = plan.message.draft();
            json!({
                "case": plan.reference,
                "from": plan.message.from().as_str(),
                "to": plan.message.to().as_str(),
                "language": plan.language,
                "subject": draft.subject,
                "attachments": draft.attachments.iter().map(|attachment| json!({
                    "name": attachment.name,
                    "bytes": attachment.bytes.len(),
                })).collect::<Vec<_>>(),
                "message_id": draft.message_id.as_str(),
                "moved": plan.moved.as_ref().map(|(_, now)| json!({ "address": now })),
                "sent": plan.sent,
            })
        };
        json!({ "messages": self.plans.iter().map(plan).collect::<Vec<_>>() })
    }

    fn needs_attention(&self) -> bool {
        self.plans.iter().any(|plan| plan.moved.is_some() && !plan.sent)
    }
}
