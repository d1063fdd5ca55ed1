//! One mail as it was seen: its case, what it says, and what it would be.
//!
//! In: a mail's bytes, what is known of the cases. Out: a [`Seen`] with everything that is shown and recorded of
//! it. Not here: recording (`recording`) and the words (`shown`).

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::NaiveDate;

use crate::directory::Directory;
use crate::directory::company::Company;
use crate::directory::value::Kind as ContactKind;
use crate::finding::{Finding, Place};
use crate::inbox::mailbox::Entry;
use crate::inbox::matching::{Confidence, Known, Match, match_mail};
use crate::inbox::message::{Attachment, Mail};
use crate::inbox::proposal::{Open, Proposal, propose, propose_of_authority};
use crate::inbox::reading::{Origin, Reading, read};
use crate::inbox::rule::built_in;
use crate::inbox::sender::{Doubt, doubts};
use crate::inbox::statement::Statement;
use crate::law::authority;
use crate::tracker::case::CaseFile;
use crate::tracker::event::{Event, EventKind, Evidence};

/// The name under which a mail is kept.
pub(super) const REPLY: &str = "reply.eml";

/// Where a mail was read from, as it is named on the command line.
#[derive(Debug, Clone)]
pub(super) enum Source {
    /// A file or folder.
    File(PathBuf),
    /// A folder on the mail server.
    Server { folder: String },
}

/// What became of a mail.
#[derive(Debug, Clone)]
pub(super) enum Fate {
    /// It was only shown.
    Shown,
    /// It was recorded before, as the event of this number.
    Kept { number: usize, event: EventKind },
    /// It was recorded now.
    Recorded {
        event: EventKind,
        on: NaiveDate,
        files: Vec<Evidence>,
        /// What to type next where the letter came back.
        then: Option<String>,
    },
    /// It cannot be that event on that day, with the reason.
    Impossible { message: String, hint: Option<String> },
}

/// One mail as it was seen.
pub(super) struct Seen {
    pub(super) source: Source,
    pub(super) place: Place,
    pub(super) mail: Option<About>,
    pub(super) findings: Vec<Finding>,
    pub(super) fate: Fate,
}

/// What is known of a mail that could be read.
pub(super) struct About {
    pub(super) bytes: Vec<u8>,
    pub(super) mail: Mail,
    pub(super) files: Vec<Attached>,
    pub(super) found: Match,
    pub(super) reading: Reading,
    pub(super) doubts: Vec<Doubt>,
    pub(super) proposal: Option<Proposal>,
}

/// A file attached to a mail, without its content.
pub(super) struct Attached {
    pub(super) name: Option<String>,
    pub(super) content_type: String,
    pub(super) bytes: u64,
}

impl Seen {
    /// Reads a mail; the case is the one the person names, else the one it matches.
    pub(super) fn of(
        entry: Entry,
        source: Source,
        known: &[Known],
        given: Option<&str>,
        cases: &BTreeMap<String, CaseFile>,
    ) -> Self {
        let place = entry.place;
        let bytes = match entry.content {
            Ok(bytes) => bytes,
            Err(finding) => {
                return Self { source, place, mail: None, findings: vec![finding], fate: Fate::Shown };
            }
        };
        let (mail, findings) = Mail::parse(&bytes, &place);
        let about = About::of(bytes, mail, known, given, cases);
        let fate = about.kept(cases);
        Self { source, place, mail: Some(about), findings, fate }
    }

    /// The same mail as one of the case the person has named.
    pub(super) fn of_case(
        self,
        reference: &str,
        known: &[Known],
        cases: &BTreeMap<String, CaseFile>,
    ) -> Self {
        let Some(about) = self.mail else { return self };
        let entry = Entry { place: self.place, content: Ok(about.bytes) };
        Self::of(entry, self.source, known, Some(reference), cases)
    }

    /// The Message-ID, if the mail has one.
    pub(super) fn message_id(&self) -> Option<&str> {
        self.mail.as_ref()?.mail.message_id.as_deref()
    }

    /// The one case it belongs to.
    pub(super) fn case(&self) -> Option<&str> {
        match &self.mail.as_ref()?.found {
            Match::One { reference, .. } | Match::Given { reference } => Some(reference),
            Match::Several { .. } | Match::None => None,
        }
    }

    /// Tells whether it belongs, or may belong, to a case.
    pub(super) fn belongs(&self) -> bool {
        self.mail.as_ref().is_none_or(|about| about.found != Match::None)
    }

    /// Tells whether the person has to read it: it belongs to a case, and what it says was not recognised.
    pub(super) fn is_unread(&self) -> bool {
        let says_nothing = |about: &About| {
            let is_silent = about.reading.says.is_empty() && about.reading.origin == Origin::Person;
            is_silent && about.found != Match::None
        };
        matches!(self.fate, Fate::Shown) && self.mail.as_ref().is_some_and(says_nothing)
    }

    /// Tells whether it was recorded now that the letter came back: the request has to go elsewhere.
    pub(super) fn came_back(&self) -> bool {
        matches!(self.fate, Fate::Recorded { event: EventKind::Bounced, .. })
    }

    /// Tells whether it waits for the person.
    pub(super) fn waits(&self) -> bool {
        match (&self.fate, &self.mail) {
            (Fate::Kept { .. } | Fate::Recorded { .. }, _) => false,
            (Fate::Impossible { .. }, _) | (Fate::Shown, None) => true,
            (Fate::Shown, Some(about)) => match &about.found {
                Match::Several { .. } => true,
                Match::One { .. } | Match::Given { .. } => about.proposal.is_some(),
                Match::None => false,
            },
        }
    }
}

impl About {
    fn of(
        bytes: Vec<u8>,
        mail: Mail,
        known: &[Known],
        given: Option<&str>,
        cases: &BTreeMap<String, CaseFile>,
    ) -> Self {
        let found = match given {
            Some(reference) => Match::Given { reference: reference.to_owned() },
            None => match_mail(&mail, known),
        };
        let reading = read(&mail, built_in());
        let (case, sure) = match &found {
            Match::One { reference, reason } => (Some(reference), reason.confidence()),
            Match::Given { reference } => (Some(reference), Confidence::Certain),
            Match::Several { .. } | Match::None => (None, Confidence::Possible),
        };
        let domains = case.and_then(|case| known.iter().find(|known| known.reference == *case));
        let is_from_authority = domains.is_some_and(|known| known.is_from_authority(&mail));
        let doubts = domains.map_or_else(Vec::new, |known| {
            let is_own =
                mail.from.as_ref().is_some_and(|from| known.addresses.contains(&from.to_lowercase()));
            let of_authority = known.authorities.iter().map(|domain| (*domain).to_owned());
            match (is_own, is_from_authority) {
                (true, _) => Vec::new(),
                (false, true) => doubts(&mail, &of_authority.collect::<Vec<_>>()),
                (false, false) => doubts(&mail, &known.domains),
            }
        });
        // A mail server that reports is hardly ever one of the company's domain: what proves it is our own message in it.
        let doubts = doubts.into_iter().filter(|doubt| match doubt {
            Doubt::OtherDomain { .. } => !reading.origin.is_a_server(),
            Doubt::LooksLike { .. }
            | Doubt::MixedScripts { .. }
            | Doubt::NameImitates
            | Doubt::ReplyElsewhere { .. }
            | Doubt::NoOneSender
            | Doubt::NotAuthenticated => true,
        });
        let doubts: Vec<Doubt> = doubts.collect();
        let file = case.and_then(|case| cases.get(case));
        let files: Vec<Attached> = mail.attachments.iter().map(attached).collect();
        let proposal = if is_from_authority && !reading.origin.is_a_server() {
            Some(propose_of_authority(sure, &doubts))
        } else {
            let proposal =
                file.and_then(|file| propose(&reading, file.case.right, sure, &doubts, files.len()));
            let is_elsewhere = file.is_some_and(|file| reports_of_others(&mail, file));
            proposal.map(|it| if is_elsewhere { it.leaving(Open::OtherRecipient) } else { it })
        };
        Self { bytes, mail, files, found, reading, doubts, proposal }
    }

    /// Finds the event that keeps this very mail already.
    fn kept(&self, cases: &BTreeMap<String, CaseFile>) -> Fate {
        let candidates: Vec<&CaseFile> = match &self.found {
            Match::One { reference, .. } | Match::Given { reference } => {
                cases.get(reference).into_iter().collect()
            }
            Match::Several { references } => references.iter().filter_map(|it| cases.get(it)).collect(),
            Match::None => Vec::new(),
        };
        let events = candidates.into_iter().flat_map(|file| file.recorded.iter().enumerate());
        let mut kept = events.filter(|(_, event)| event.files.iter().any(|file| file.is_of(&self.bytes)));
        kept.next_back()
            .map_or(Fate::Shown, |(index, event)| Fate::Kept { number: index + 1, event: event.kind })
    }

    /// The day until which the mail says that an extension lasts.
    pub(super) fn until(&self, event: EventKind) -> Option<NaiveDate> {
        let says = self.reading.says.iter().filter(|_| event == EventKind::Extended);
        says.filter(|said| said.statement == Statement::Extends).find_map(|said| said.until)
    }

    /// The day the mail came in.
    pub(super) fn mailed(&self) -> Option<NaiveDate> {
        self.mail.arrived.map(|date| date.date_naive())
    }
}

fn attached(file: &Attachment) -> Attached {
    Attached {
        name: file.name.clone(),
        content_type: file.content_type.clone(),
        bytes: file.bytes.len() as u64,
    }
}

/// What a case is known by in a mail.
pub(super) fn known(file: &CaseFile, directory: &Directory) -> Known {
    let company = directory.by_id(&file.case.company);
    let contacts: Vec<&str> = company.map(contacts).unwrap_or_default();
    let sent = file.sent();
    // A company that was not written to answers nothing.
    let contacts = sent.is_some().then(|| contacts.into_iter().chain(file.address())).into_iter().flatten();
    let ids = |events: &mut dyn Iterator<Item = &Event>| {
        events.filter_map(|event| event.message_id.clone()).collect()
    };
    let is_ours = |event: &&Event| !event.files.iter().any(|file| file.given_name() == REPLY);
    let has_complained = file.events.iter().any(|event| event.kind == EventKind::Complained);
    Known {
        authorities: if has_complained { authority::domains().collect() } else { Vec::new() },
        message_ids: ids(&mut file.events.iter()),
        own_ids: ids(&mut file.events.iter().filter(is_ours)),
        since: sent,
        ..Known::new(&file.case.reference, contacts)
    }
}

/// The company's e-mail addresses, and those of its brands that are hosts.
fn contacts(company: &Company) -> Vec<&str> {
    let emails = company.contacts.iter().filter(|contact| contact.kind() == ContactKind::Email);
    let brands = company.brands.iter().map(String::as_str).filter(|brand| brand.contains('.'));
    emails.map(|contact| &*contact.value.value).chain(brands).collect()
}

/// Tells whether a mail server reports of addresses to which nothing of the case was written: who reads the mailbox of a company
/// may have left, and the mailbox is still there.
fn reports_of_others(mail: &Mail, file: &CaseFile) -> bool {
    let to = file.events.iter().filter_map(|event| event.to.as_deref());
    let written_to: Vec<String> = to.chain(file.case.address.as_deref()).map(str::to_lowercase).collect();
    let recipients = mail.report.as_ref().map_or(&[][..], |report| &report.recipients);
    !recipients.is_empty() && !recipients.iter().any(|recipient| written_to.contains(recipient))
}
