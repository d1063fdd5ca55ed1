//! What would leave: the plan of one message.
//!
//! In: a case and the files of one of its letters. Out: a [`Plan`]: the message, why it goes to that address, what is
//! known against the address. Nothing is sent here (`batch`), and
//! nothing is printed (`shown`).

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::cli::choices;
use crate::cli::config::{Config, exists, read_file};
use crate::cli::dealing::unanswered_access;
use crate::cli::failure::{Failure, Kind};
use crate::cli::later;
use crate::cli::outgoing::message;
use crate::delivery::message::{Message, MessageId};
use crate::delivery::openpgp;
use crate::directory::company::Contact;
use crate::directory::diff::in_one_line;
use crate::directory::external::Imported;
use crate::directory::value::{Fingerprint, Kind as ContactKind};
use crate::law::right::Right;
use crate::letter::choice::Choices;
use crate::letter::kind::Kind as LetterKind;
use crate::tracker::case::CaseFile;
use crate::tracker::contact::{Superseded, superseded};
use crate::tracker::event::{Event, EventKind, Via};
use crate::tracker::store::Store;
use crate::tracker::waiting::Waiting;

/// Largest file of a case that is attached, in bytes.
const FILE_BYTES_MAX: u64 = 16 * 1024 * 1024;

/// What would leave, and what became of it.
pub(super) struct Plan {
    pub(super) reference: String,
    /// Which later letter it is, if it is one.
    pub(super) letter: Option<LetterKind>,
    /// What is recorded once it has left.
    pub(super) records: EventKind,
    /// The language of a request.
    pub(super) language: Option<String>,
    pub(super) message: Message,
    pub(super) envelope: Envelope,
    /// The message as a file, to be opened in a mail program.
    pub(super) file: PathBuf,
    pub(super) why: Why,
    /// The foreign record the address stems from, if it does.
    pub(super) imported: Option<Imported>,
    /// What the directory says of the address since: the company's name and its address of now.
    pub(super) moved: Option<(String, Option<String>)>,
    /// The unanswered request for access that this erasure would overtake.
    pub(super) overtakes: Option<String>,
    /// The number of events the plan rests on.
    pub(super) seen: usize,
    pub(super) fate: Fate,
}

/// Whether others can read the message on its way.
pub(super) enum Envelope {
    /// Mail servers on the way can, and the directory has no key of the company.
    Open,
    /// Mail servers on the way can; it could be encrypted to this key.
    Sealable(Fingerprint),
    /// Only who has this key can; and the same message as it is without that.
    Sealed { key: Fingerprint, plain: Vec<u8> },
}

/// What became of a message.
pub(super) enum Fate {
    /// Nothing was tried.
    Planned,
    /// It left.
    Sent,
    /// It was refused, or could not be handed over: it did not leave.
    NotSent(Failure),
    /// It was handed over and nobody knows whether it left.
    MaybeSent(Failure),
    /// It waits for another day: as many as may leave in a day have left.
    OverCap(u32),
    /// It was not tried, because sending had stopped before.
    Stopped,
}

/// Why this address.
pub(super) enum Why {
    Given,
    Directory { source: String, checked: NaiveDate },
    Drafted,
}

impl Plan {
    /// Encrypts the message to the key the directory has for its address.
    pub(super) fn encrypted(self) -> Result<Self, Failure> {
        let Envelope::Sealable(key) = self.envelope else {
            let reference = &self.reference;
            return Err(Failure::new(
                Kind::Input,
                format!("the directory has no OpenPGP key for the address of case {reference}; nothing was sent"),
            )
            .hint("give its fingerprint as `openpgp:` at the contact in your companies.yaml, or send it without --encrypt"));
        };
        let plain = self.message.to_bytes();
        let armoured = openpgp::encrypt(&self.message.to_entity(), &key)?;
        let message = self.message.encrypted(&armoured)?;
        Ok(Self { message, envelope: Envelope::Sealed { key, plain }, ..self })
    }
}

/// Plans the message of a case.
pub(super) fn plan(
    file: &CaseFile,
    letter: Waiting<'_>,
    config: &Config,
    store: &Store,
) -> Result<Plan, Failure> {
    let reference = &file.case.reference;
    let address = match letter {
        Waiting::Request => file.address(),
        Waiting::Later(..) => file.address_written_to(),
    };
    let address = address.ok_or_else(|| {
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
    let written = match letter {
        Waiting::Later(_, written, _) => written,
        Waiting::Request => written_request(file)?,
    };
    let overtakes = match letter {
        Waiting::Request if file.case.right == Right::Erasure => {
            unanswered_access(&store.cases()?, &file.case.company).map(|access| access.case.reference.clone())
        }
        Waiting::Request | Waiting::Later(..) => None,
    };
    let files = letter_files(written, reference, store)?;
    let subject = written.subject.clone().unwrap_or_else(|| reference.clone());
    let message_id: MessageId = written.message_id.as_deref().unwrap_or_default().parse()?;
    let message = match letter.kind() {
        None => message(subject, &files, address, message_id, config)?,
        Some(kind) => {
            let copy = later::copy_of_request(file, kind, store)?;
            let (files, copy) = (files.as_slice(), copy.as_ref());
            later::message(
                file,
                &later::Sheet { subject: &subject, files, copy },
                address,
                message_id,
                config,
            )?
        }
    };
    let consulted = config.directory_for(&[&file.case.company])?;
    let company = consulted.directory.by_id(&file.case.company);
    let why = why(file, address, company.and_then(|company| company.contact(ContactKind::Email)));
    let has_address = |contact: &&Contact| {
        contact.kind() == ContactKind::Email && contact.value.value.eq_ignore_ascii_case(address)
    };
    let key = company.and_then(|company| company.contacts.iter().find(has_address)?.openpgp.as_ref());
    let envelope = key.map_or(Envelope::Open, |key| Envelope::Sealable(key.value.clone()));
    let moved = company.and_then(|company| superseded(file, company)).map(|superseded| match superseded {
        Superseded::By(contact) => (file.case.company_name.clone(), Some(in_one_line(contact))),
        Superseded::Gone => (file.case.company_name.clone(), None),
    });
    let eml = written.files.iter().find(|file| file.given_name().ends_with(".eml"));
    let path = store.case_folder(reference).join(eml.map_or("", |file| file.name.as_str()));
    Ok(Plan {
        file: path,
        reference: reference.clone(),
        letter: letter.kind(),
        records: letter.records(),
        language: letter.kind().is_none().then(|| file.case.language.to_string()),
        message,
        envelope,
        imported: company.and_then(|company| consulted.imported(company)).cloned(),
        why,
        moved,
        overtakes,
        seen: file.recorded.len(),
        fate: Fate::Planned,
    })
}

/// The event that wrote the request as it would leave.
fn written_request(file: &CaseFile) -> Result<&Event, Failure> {
    let written = file.events.iter().rev().find(|event| {
        matches!(event.kind, EventKind::Drafted | EventKind::Addressed) && event.message_id.is_some()
    });
    written.ok_or_else(|| Failure::new(Kind::Bug, format!("case {} has no message", file.case.reference)))
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
        let path = store.case_folder(reference).join(&evidence.name);
        if !exists(&path) {
            let message = format!("{} of case {reference} is no longer there", path.display());
            return Err(Failure::new(Kind::Input, message)
                .hint("habeas verify says what else is gone; bring it back from a backup, or draft anew"));
        }
        let bytes = read_file(&path, FILE_BYTES_MAX)?;
        store.check_evidence(evidence, &bytes)?;
        files.push((evidence.given_name(), bytes));
    }
    Ok(files)
}

/// Reads back what was chosen when the letter was drafted.
pub(super) fn chosen(file: &CaseFile, store: &Store) -> Result<Choices, Failure> {
    let reference = &file.case.reference;
    let drafted = file.events.iter().find(|event| event.kind == EventKind::Drafted);
    let kept = drafted.and_then(|event| event.files.iter().find(|file| file.given_name() == choices::FILE));
    let Some(evidence) = kept else { return Ok(Choices::default()) };
    let bytes = read_file(&store.case_folder(reference).join(&evidence.name), FILE_BYTES_MAX)?;
    store.check_evidence(evidence, &bytes)?;
    choices::read_kept(&bytes, reference)
}
