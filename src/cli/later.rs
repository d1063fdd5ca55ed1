//! A later letter of a case: composed from what was recorded, set, and kept with the case.
//!
//! In: a case as it stands, the kind of letter, what the person chose to say. Out: the letter's page, text and, where
//! it goes to an e-mail address, message, kept with an event `written`; copies in a folder that was named.
//! The same letter of the same day is kept once. Nothing is kept or written before all of it is ready. Not
//! here: whether it may be written (`tracker::gate`, `answer`), and sending.

use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

use super::choices;
use super::config::{Config, read_file};
use super::failure::{Failure, Kind};
use super::outgoing::{self, Format, editable, files, message_id, sender};
use super::output::Outcome;
use super::standing::Row;
use crate::delivery::message::{Attachment, Draft, Message, MessageId};
use crate::delivery::outbox::{Existing, put};
use crate::directory::company::Company;
use crate::directory::source::parse;
use crate::law::article::Regime;
use crate::law::complaint::Later as Limit;
use crate::law::time_limit::Counted;
use crate::letter::Letter;
use crate::letter::choice::Choices;
use crate::letter::compose::compose_later;
use crate::letter::kind::Kind as LetterKind;
use crate::letter::later::Later;
use crate::letter::request::Request;
use crate::letter::template::{Matter, is_written};
use crate::paper::Typesetter;
use crate::tracker::case::{Case, CaseFile};
use crate::tracker::deadline::{Deadline, Receipt, contested_by_letter, reaction, unextended_due};
use crate::tracker::event::{Event, EventKind, Evidence, Part, Via};
use crate::tracker::gate::Ground;
use crate::tracker::store::Store;
use crate::tracker::waiting::COURTESY_DAYS;
use crate::wording::{Language, Wording};

/// Largest letter that is enclosed, in bytes.
const LETTER_BYTES_MAX: u64 = 16 * 1024 * 1024;

/// What to write.
pub(super) struct Wish<'a> {
    pub(super) kind: LetterKind,
    pub(super) choices: Choices,
    /// The language asked for; else that of the case.
    pub(super) language: Option<Language>,
    /// The forms it is also written in.
    pub(super) formats: &'a [Format],
    /// A folder for copies.
    pub(super) out: Option<&'a Path>,
    /// What else goes into that folder.
    pub(super) more: Vec<(String, Vec<u8>)>,
    /// What the letter tells beyond the days of the case: authority, chronology, ground.
    pub(super) told: Later<'a>,
}

impl<'a> Wish<'a> {
    /// What the flags of a command ask for; the letter says in addition how it is set and posted.
    pub(super) fn of(
        kind: LetterKind,
        choices: Choices,
        page: &'a outgoing::Arguments,
        language: Option<Language>,
        out: Option<&'a Path>,
    ) -> Self {
        let (choices, formats) = (page.add_to(choices), page.formats());
        Self { kind, choices, language, formats, out, more: Vec::new(), told: Later::default() }
    }
}

/// A letter that was written.
pub(super) struct Written {
    pub(super) kind: LetterKind,
    subject: String,
    paths: Vec<PathBuf>,
    /// Whether it lies ready as a message.
    pub(super) has_message: bool,
}

impl Written {
    /// Says which letter was written, and the files that are to be named.
    pub(super) fn text(&self, paths: &[PathBuf], wording: &Wording) -> String {
        let files: String = paths.iter().map(|path| format!("  {}\n", path.display())).collect();
        format!("{}\n{files}", wording.say_with("step-letter", &[("subject", &self.subject)]))
    }

    /// Says how to send it, if it lies ready as a message.
    pub(super) fn send(&self, row: &Row, wording: &Wording) -> String {
        if !self.has_message {
            return String::new();
        }
        let command = row.typed(&format!("send {}", row.file.case.reference));
        format!("{}\n→ {command}\n", wording.say("step-send"))
    }

    /// Returns the files that were written, in the folder that was named or in the case.
    pub(super) fn paths(&self) -> &[PathBuf] {
        &self.paths
    }

    pub(super) fn json(&self) -> Value {
        json!({ "kind": self.kind.id(), "subject": self.subject, "files": self.paths, "message": self.has_message })
    }
}

/// The language a later letter is written in, and whether there is one.
pub(super) fn matter(row: &Row, kind: LetterKind, language: Option<Language>) -> Matter {
    let language = language.unwrap_or(row.file.case.language);
    Matter { language, kind, right: row.file.case.right, regime: Regime::of(row.standing.law) }
}

/// Writes a later letter and keeps it with the case.
pub(super) fn write(
    row: &Row,
    wish: &Wish<'_>,
    config: &Config,
    store: &mut Store,
) -> Result<Written, Failure> {
    let case = &row.file.case;
    let matter = matter(row, wish.kind, wish.language);
    let consulted = config.directory_for(&[&case.company])?;
    let known = consulted.directory.by_id(&case.company);
    let company = &match known {
        Some(company) => company.clone(),
        None => as_drafted(case)?,
    };
    let address = row.file.address_written_to();
    let by_email =
        row.file.via() == Via::Email && !wish.kind.goes_to_authority() && wish.choices.registered.is_none();
    let email = address.filter(|_| by_email).map(str::to_owned);
    // A postal address the person gave stands in one line.
    let given = row.file.events.iter().any(|event| event.kind == EventKind::Addressed);
    let lines = address.filter(|_| (given || known.is_none()) && row.file.via() == Via::Post);
    let request = Request {
        subject: &config.profile.person,
        company,
        right: case.right,
        reference: &case.reference,
        today: config.today,
        language: matter.language,
        address: lines.map(|lines| lines.split(", ").map(str::to_owned).collect()),
        email: email.clone(),
        choices: &wish.choices,
    };
    let copy = copy_of_request(&row.file, wish.kind, store)?;
    let later = Later {
        request_enclosed: copy.is_some() || wish.told.request_enclosed,
        ..later(row, wish, config.today)
    };
    let letter = compose_later(&request, &later, &config.template(matter)?)?;
    let letter = Letter { signature_image: config.signature()?, ..letter };
    let mut event = Event::new(EventKind::Written, config.today);
    let mut made = files(&letter, &request, None, (config, &Typesetter::new()), &mut event)?;
    let mut editable = editable(&letter, &request, wish.formats)?;
    for (name, _) in made.iter_mut().chain(&mut editable) {
        *name = name.replace("letter", wish.kind.id());
    }
    if let Some(email) = email {
        let message_id = message_id("HB", config)?;
        event.message_id = Some(message_id.as_str().to_owned());
        let sheet = Sheet { subject: &letter.subject, files: &made, copy: copy.as_ref() };
        let message = message(&row.file, &sheet, &email, message_id, config)?;
        made.push((format!("{}.eml", wish.kind), message.to_bytes()));
    }
    let has_message = event.message_id.is_some();
    let copies = wish.out.map(|out| {
        let mut files: Vec<(&str, &[u8])> =
            made.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        files.extend(
            editable
                .iter()
                .chain(&copy)
                .chain(&wish.more)
                .map(|(name, bytes)| (name.as_str(), bytes.as_slice())),
        );
        put(out, &files, Existing::Keep)
    });
    let copies = copies.transpose()?;
    made.extend(choices::kept(&wish.choices)?);
    let kept = keep(row, wish.kind, event, &made, store)?;
    let folder = store.case_folder(&case.reference);
    // What was chosen is kept for the program, not for the reader.
    let shown = |file: &&Evidence| file.given_name() != choices::FILE;
    let paths =
        copies.unwrap_or_else(|| kept.iter().filter(shown).map(|file| folder.join(&file.name)).collect());
    Ok(Written { kind: wish.kind, subject: letter.subject, paths, has_message })
}

/// A company that is not in the directory, as the case knows it.
fn as_drafted(case: &Case) -> Result<Company, Failure> {
    let record = json!([{
        "id": case.company,
        "name": case.company_name,
        "category": "other",
        "countries": ["ALL"],
        "status": "incomplete",
    }]);
    let mut companies = parse(&record.to_string(), "the case")?;
    companies.pop().ok_or_else(|| Failure::new(Kind::Bug, "a case names no company"))
}

/// Keeps a letter with its case, unless the same text was kept before.
fn keep(
    row: &Row,
    kind: LetterKind,
    event: Event,
    made: &[(String, Vec<u8>)],
    store: &mut Store,
) -> Result<Vec<Evidence>, Failure> {
    let name = format!("{kind}.txt");
    let text = made.iter().find(|(own, _)| *own == name).map(|(_, bytes)| bytes.as_slice());
    let is_same = |file: &Evidence| file.given_name() == name && text.is_some_and(|text| file.is_of(text));
    let before = row
        .file
        .events
        .iter()
        .find(|event| event.kind == EventKind::Written && event.files.iter().any(is_same));
    if let Some(before) = before {
        return Ok(before.files.clone());
    }
    let reference = &row.file.case.reference;
    store.record(reference, event, made)?;
    let kept = store.case(reference)?;
    let last = kept.recorded.last().map(|event| event.files.clone());
    last.ok_or_else(|| Failure::new(Kind::Bug, format!("case {reference} has no events")))
}

/// What the letter tells: the days that were recorded, and what the wish adds.
fn later<'a>(row: &'a Row, wish: &Wish<'a>, today: NaiveDate) -> Later<'a> {
    let last = |kind| row.file.events.iter().filter(|event| event.kind == kind).map(|event| event.on).max();
    let deadline = row.standing.deadline.as_ref();
    let receipt = deadline.map(|deadline| deadline.receipt);
    let due = |deadline: &Deadline| deadline.claimed;
    let due_unextended = unextended_due(&row.file, row.home());
    let (extended, extended_late) = extensions(row);
    let counted = |what: Counted| {
        deadline.is_some_and(|deadline| deadline.limit.steps.iter().any(|step| step.what == what))
    };
    let contested = |asked: EventKind| {
        let on = last(asked)?;
        Some((on, contested_by_letter(&row.file, asked, on)?))
    };
    let in_part = row.standing.answered_in_part().filter(|_| wish.told.ground == Ground::Late.id());
    let came = match wish.told.ground {
        ground if ground == Ground::Refused.id() => last(EventKind::Refused),
        ground if ground == Ground::Incomplete.id() => row.standing.history.answers.first().copied(),
        _other => None,
    };
    let announced = row.file.events.iter().filter(|event| event.kind == EventKind::Extended);
    let announced = void_extension(row).or_else(|| announced.max_by_key(|event| event.on));
    let mut written = row.file.events.iter().rev().filter_map(Event::later_letter);
    let followed_up_with = written.find(|kind| EventKind::of_letter(*kind) == EventKind::FollowedUp);
    Later {
        answered_in_part: in_part,
        came_late: came
            .zip(row.standing.deadline.as_ref())
            .is_some_and(|(came, deadline)| deadline.limit.safe.is_some_and(|safe| safe < came)),
        due_past: deadline.and_then(due).is_some_and(|due| due < today),
        announced_late: announced
            .is_some_and(|event| void(row, Counted::ExtendedTooLate).contains(&event.on)),
        due_unextended,
        due_unextended_past: due_unextended.is_some_and(|due| due < today),
        announced: announced.map(|event| event.on),
        announced_until: announced.and_then(|event| event.until),
        clarification_asked: last(EventKind::ClarificationRequested),
        identity_contested: contested(EventKind::IdentityRequested),
        fee_contested: contested(EventKind::FeeRequested),
        clarification_contested: contested(EventKind::ClarificationRequested),
        demand_late: row.standing.is_demand_late(),
        completion_asked: last(EventKind::FollowedUp)
            .filter(|_| followed_up_with == Some(LetterKind::Completion)),
        extended_unreasoned: unreasoned(row),
        sent: row.file.sent(),
        via: Some(row.file.via().id()),
        received: receipt.as_ref().map(Receipt::claimed),
        receipt_proven: receipt.is_some_and(|receipt| !receipt.estimate),
        reacted: reaction(&row.file).map(|event| (event.on, event.kind == EventKind::Acknowledged)),
        due: deadline.and_then(due),
        answered: last(EventKind::Answered),
        refused: last(EventKind::Refused),
        identity_asked: last(EventKind::IdentityRequested),
        extended: extended.map(|event| event.on),
        extended_until: extended.and_then(|event| event.until).filter(|_| deadline.and_then(due).is_some()),
        extended_too_far: counted(Counted::AnnouncedTooFar),
        extended_late,
        fee_until: row.standing.later_on(Limit::SwissFee).filter(|until| *until >= today),
        reminded: last(EventKind::Reminded),
        followed_up: last(EventKind::FollowedUp),
        complained_to_controller: last(EventKind::ComplainedToController),
        until: today.checked_add_days(Days::new(COURTESY_DAYS)),
        ..wish.told.clone()
    }
}

/// The last extension that counts and, where none does, the day of the last one that came too late.
fn extensions(row: &Row) -> (Option<&Event>, Option<NaiveDate>) {
    let late = void(row, Counted::ExtendedTooLate);
    let unreasoned = void(row, Counted::ExtendedWithoutReasons);
    let announced = row.file.events.iter().filter(|event| event.kind == EventKind::Extended);
    let is_unreasoned = |event: &Event| event.said.is_some() && unreasoned.contains(&event.on);
    let announced = announced.filter(|event| !late.contains(&event.on) && !is_unreasoned(event));
    let counts = announced.max_by_key(|event| event.on);
    (counts, late.iter().max().copied().filter(|_| counts.is_none()))
}

/// The days of the extensions of which the count says that they extend nothing.
fn void(row: &Row, what: Counted) -> Vec<NaiveDate> {
    let steps = row.limit().into_iter().flat_map(|limit| &limit.steps);
    steps.filter(|step| step.what == what).filter_map(|step| step.date).collect()
}

/// The day of the last extension that extends nothing because it gave no reasons.
fn unreasoned(row: &Row) -> Option<NaiveDate> {
    void(row, Counted::ExtendedWithoutReasons).into_iter().max()
}

/// The last extension of which the person can say that it extends nothing: it came too late or gave no reasons. None while
/// another one counts.
pub(super) fn void_extension(row: &Row) -> Option<&Event> {
    let (counts, _) = extensions(row);
    let announced = row.file.events.iter().filter(|event| event.kind == EventKind::Extended);
    announced.max_by_key(|event| event.on).filter(|_| counts.is_none())
}

/// Tells whether a copy of the request goes with a letter of this kind.
fn encloses_request(kind: LetterKind) -> bool {
    match kind {
        LetterKind::Reminder => true,
        // The request is among the annexes of a complaint.
        LetterKind::Complaint
        | LetterKind::Request(_)
        | LetterKind::Identity
        | LetterKind::Clarification
        | LetterKind::Extension
        | LetterKind::Form
        | LetterKind::Fee
        | LetterKind::Policy
        | LetterKind::Recipients
        | LetterKind::Refusal
        | LetterKind::Incomplete
        | LetterKind::Completion
        | LetterKind::ControllerComplaint => false,
    }
}

/// The copy of the request that is enclosed with a letter of this kind, if it is kept: a case may have been brought in without
/// its letters.
pub(super) fn copy_of_request(
    file: &CaseFile,
    kind: LetterKind,
    store: &Store,
) -> Result<Option<(String, Vec<u8>)>, Failure> {
    if !encloses_request(kind) {
        return Ok(None);
    }
    let letters = file
        .events
        .iter()
        .rev()
        .filter(|event| matches!(event.kind, EventKind::Drafted | EventKind::Addressed));
    let page = letters.flat_map(|event| &event.files).find(|file| file.given_name() == "letter.pdf");
    let Some(page) = page else { return Ok(None) };
    let bytes = read_file(&store.case_folder(&file.case.reference).join(&page.name), LETTER_BYTES_MAX)?;
    // A page that changed since is refused.
    store.check_evidence(page, &bytes)?;
    Ok(Some(("request.pdf".to_owned(), bytes)))
}

/// A later letter as it goes into a message.
pub(super) struct Sheet<'a> {
    pub(super) subject: &'a str,
    /// Its files: the text becomes that of the message, the page is attached.
    pub(super) files: &'a [(String, Vec<u8>)],
    /// What is enclosed.
    pub(super) copy: Option<&'a (String, Vec<u8>)>,
}

/// Makes the message of a later letter: its text, its page, and what is enclosed. It stands in the same thread as what
/// left before.
pub(super) fn message(
    file: &CaseFile,
    sheet: &Sheet<'_>,
    email: &str,
    message_id: MessageId,
    config: &Config,
) -> Result<Message, Failure> {
    let of = |extension: &str| sheet.files.iter().find(|(name, _)| name.ends_with(extension));
    let incomplete = || Failure::new(Kind::Bug, "a letter has no text or no page");
    let text =
        of(".txt").and_then(|(_, bytes)| String::from_utf8(bytes.clone()).ok()).ok_or_else(incomplete)?;
    let page = of(".pdf").ok_or_else(incomplete)?;
    let attachment = |(name, bytes): &(String, Vec<u8>)| Attachment {
        name: name.clone(),
        content_type: "application/pdf".to_owned(),
        bytes: bytes.clone(),
    };
    Ok(Message::compose(Draft {
        from_name: config.profile.person.name.clone(),
        from_address: sender(config)?.as_str().to_owned(),
        to_address: email.to_owned(),
        subject: sheet.subject.to_owned(),
        text,
        attachments: [page].into_iter().chain(sheet.copy).map(attachment).collect(),
        earlier: earlier(file, &message_id),
        message_id,
        date: config.now,
    })?)
}

/// The Message-IDs of what left by e-mail before, oldest first. A mail program that sends `message.eml` keeps its own.
fn earlier(file: &CaseFile, own: &MessageId) -> Vec<MessageId> {
    let has_left = |event: &&Event| matches!(event.kind.part(), Part::Sending | Part::Person);
    let mut ids: Vec<&str> =
        file.events.iter().filter(has_left).filter_map(|event| event.message_id.as_deref()).collect();
    if ids.is_empty() && file.via() == Via::Email {
        let written = file.events.iter().rev().filter(|event| event.kind.part() == Part::Letter);
        ids.extend(written.filter_map(|event| event.message_id.as_deref()).take(1));
    }
    // One that was brought in from elsewhere may be none; the thread does without it.
    ids.into_iter().filter_map(|id| id.parse().ok()).filter(|id| id != own).collect()
}

/// Tells whether there is a letter for a step in the language it would be written in.
pub(super) fn exists(row: &Row, kind: LetterKind, language: Option<Language>, config: &Config) -> bool {
    let matter = matter(row, kind, language);
    is_written(matter) || config.has_own_template(matter)
}

/// A later letter that stands for itself, with the command that records that it left.
pub(super) struct Told {
    pub(super) row: Row,
    pub(super) written: Written,
    pub(super) also: Option<(&'static str, String)>,
}

impl Told {
    fn event(&self) -> EventKind {
        EventKind::of_letter(self.written.kind)
    }

    fn record(&self) -> String {
        self.row.typed(&format!("record {} {}", self.row.file.case.reference, self.event().id()))
    }
}

impl Outcome for Told {
    fn text(&self, wording: &Wording) -> String {
        let once = wording.say(&format!("step-once-{}", self.event().id()));
        let also = self.also.as_ref().map(|(key, command)| wording.say_with(key, &[("command", command)]));
        let also = also.map(|also| format!("{also}\n")).unwrap_or_default();
        let send = self.written.send(&self.row, wording);
        format!(
            "{}{send}\n{once}\n→ {}\n{also}",
            self.written.text(self.written.paths(), wording),
            self.record()
        )
    }

    fn json(&self, wording: &Wording) -> Value {
        json!({ "case": self.row.json(wording), "letter": self.written.json(), "record": self.record() })
    }
}
