//! Event: the closed list of things that can happen to a case.
//!
//! In: what happened, on which day, with which proof. Out: a value that is stored as it is and never changed.
//! What can be computed from events (overdue, days left) is not one.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::letter::kind::Kind;

/// Something that happened to a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// What happened.
    pub kind: EventKind,
    /// The day it happened.
    pub on: NaiveDate,
    /// How it travelled, if it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub via: Option<Via>,
    /// The address given or written to, where it is not the one of the case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// The subject line of the letter that was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The Message-ID of the e-mail it concerns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message_id: Option<String>,
    /// The day until which the controller says it will answer, with an extension. The period itself is the law's, which
    /// this does not change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// What it says beyond its kind, where the law makes something of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<Said>,
    /// The number of the earlier event this one corrects: that one is no longer in effect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<usize>,
    /// Files that prove it or were made by it, named by their hash.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<Evidence>,
}

impl Event {
    /// Returns the kind of the later letter that was written, by the name of its files.
    pub fn later_letter(&self) -> Option<Kind> {
        let stem = |file: &Evidence| file.given_name().strip_suffix(".txt").and_then(Kind::find);
        self.files.iter().find_map(stem).filter(|_| self.kind == EventKind::Written)
    }

    /// Describes an event that left no trace but its day.
    pub fn new(kind: EventKind, on: NaiveDate) -> Self {
        Self {
            kind,
            on,
            via: None,
            to: None,
            subject: None,
            message_id: None,
            until: None,
            said: None,
            replaces: None,
            files: Vec::new(),
        }
    }
}

closed_list! {
    /// How a request leaves.
    pub enum Via {
        /// By e-mail.
        Email = "email";
        /// By post.
        Post = "post";
        /// Through a form on the web.
        Form = "form";
    }
}

closed_list! {
    /// What an event says beyond its kind, where the law makes something of it.
    pub enum Said {
        /// The authority decided on the complaint. Art. 78(1).
        Decision = "decision";
        /// The controller gave no reasons for its extension. Art. 12(3).
        WithoutReasons = "without-reasons";
    }
}

impl Said {
    /// Returns the kind of event that can say it.
    pub fn of(self) -> EventKind {
        match self {
            Self::Decision => EventKind::AuthorityReplied,
            Self::WithoutReasons => EventKind::Extended,
        }
    }
}

/// A file that belongs to an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Its name in the folder of the case.
    pub name: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Its size in bytes.
    pub bytes: u64,
}

impl Evidence {
    /// Tells whether these are its bytes.
    pub fn is_of(&self, bytes: &[u8]) -> bool {
        let hash: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        self.bytes == bytes.len() as u64 && self.sha256 == hash
    }

    /// Returns the name it was given, without the number that told it from an earlier one.
    pub fn given_name(&self) -> String {
        let (stem, extension) = self.name.rsplit_once('.').unwrap_or((&self.name, ""));
        match stem.rsplit_once('-') {
            Some((stem, number)) if number.parse::<u32>().is_ok() => format!("{stem}.{extension}"),
            Some(_) | None => self.name.clone(),
        }
    }
}

/// Whose doing an event is, or what it is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The letter is written.
    Letter,
    /// A later letter of the case is written.
    LaterLetter,
    /// This program tries to send it.
    Attempt,
    /// It leaves.
    Sending,
    /// What becomes of it on the way.
    Delivery,
    /// What the controller does with it.
    Controller,
    /// What the person does after it left.
    Person,
    /// The person judges what came back; nothing leaves and nothing is owed because of it.
    Reading,
    /// What the authority does.
    Authority,
    /// The person ends the case.
    End,
    /// An earlier event is corrected.
    Correction,
}

closed_list! {
    /// What can happen to a case, in the order of its life.
    pub enum EventKind {
        /// The letter was written.
        Drafted = "drafted", Part::Letter;
        /// The person gave the address that was missing, and the letter was written again with it.
        Addressed = "addressed", Part::Letter;
        /// A later letter of the case was written: a reminder, a reply, a complaint. Its files are named after its kind.
        Written = "written", Part::LaterLetter;
        /// Sending was begun; its outcome is the next event. Without one, the letter was maybe sent.
        Attempted = "attempted", Part::Attempt;
        /// Sending failed before anything left.
        Failed = "failed", Part::Attempt;
        /// The letter left.
        Sent = "sent", Part::Sending;
        /// It came back undelivered.
        Bounced = "bounced", Part::Delivery;
        /// It is proven to have reached the controller.
        Received = "received", Part::Delivery;
        /// The controller confirmed receipt.
        Acknowledged = "acknowledged", Part::Controller;
        /// The controller asked who is asking. Art. 12(6).
        IdentityRequested = "identity-requested", Part::Controller;
        /// The person sent the identity information; its day is the day it was sent.
        IdentityProvided = "identity-provided", Part::Person;
        /// The controller asked to specify the request. Recital 63.
        ClarificationRequested = "clarification-requested", Part::Controller;
        /// The person sent what specifies the request; its day is the day it was sent.
        ClarificationProvided = "clarification-provided", Part::Person;
        /// The controller asked for a fee. Art. 12(5); Data Protection Ordinance (SR 235.11) Art. 19 (Switzerland).
        FeeRequested = "fee-requested", Part::Controller;
        /// The person paid the fee, or agreed to it (Switzerland); its day is the day they did.
        FeePaid = "fee-paid", Part::Person;
        /// The controller announced an extension. Art. 12(3).
        Extended = "extended", Part::Controller;
        /// The controller answered.
        Answered = "answered", Part::Controller;
        /// The controller refused. Art. 12(4).
        Refused = "refused", Part::Controller;
        /// The person held the answer against Art. 15 and confirmed or corrected what was found.
        Audited = "audited", Part::Reading;
        /// The person reminded the controller.
        Reminded = "reminded", Part::Person;
        /// The person named what the answer lacks and asked for it.
        FollowedUp = "followed-up", Part::Person;
        /// The person replied to what the controller said: its form, its fee, its refusal. What is owed stays as it is.
        Replied = "replied", Part::Person;
        /// The person complained to the controller itself. Data Protection Act 2018 s. 164A (United Kingdom).
        ComplainedToController = "complained-to-controller", Part::Person;
        /// The person complained to the authority. Art. 77.
        Complained = "complained", Part::Person;
        /// The authority told how the complaint stands or how it ended. Art. 77(2).
        AuthorityReplied = "authority-replied", Part::Authority;
        /// The person withdrew the request.
        Withdrawn = "withdrawn", Part::End;
        /// The person closed the case.
        Closed = "closed", Part::End;
        /// An earlier event was recorded by mistake.
        Retracted = "retracted", Part::Correction;
    }

    /// Returns what it is part of.
    pub fn part -> Part;
}

/// The questions of a controller that may stop the clock, each with what answers it.
pub const QUESTIONS: [(EventKind, EventKind); 3] = [
    (EventKind::IdentityRequested, EventKind::IdentityProvided),
    (EventKind::ClarificationRequested, EventKind::ClarificationProvided),
    (EventKind::FeeRequested, EventKind::FeePaid),
];

impl EventKind {
    /// Tells whether a person may record it; the others are recorded by the command that does them.
    pub fn is_recorded_by_hand(self) -> bool {
        match self.part() {
            Part::Letter | Part::LaterLetter | Part::Attempt | Part::Reading | Part::Correction => false,
            Part::Sending
            | Part::Delivery
            | Part::Controller
            | Part::Person
            | Part::Authority
            | Part::End => true,
        }
    }

    /// Tells whether it can only happen to a request that left.
    pub fn follows_sending(self) -> bool {
        match self.part() {
            Part::Letter | Part::Attempt | Part::Sending | Part::End | Part::Correction => false,
            Part::Delivery
            | Part::LaterLetter
            | Part::Controller
            | Part::Person
            | Part::Reading
            | Part::Authority => true,
        }
    }

    /// Returns what happened once a later letter has left; a request is sent.
    pub fn of_letter(kind: Kind) -> Self {
        match kind {
            Kind::Request(_) => Self::Sent,
            Kind::Reminder => Self::Reminded,
            // Whether it gave what a justified question needed is for the person to say; until then it contests the question
            // (`deadline::contested`).
            Kind::Identity
            | Kind::Clarification
            | Kind::Extension
            | Kind::Form
            | Kind::Fee
            | Kind::Refusal => Self::Replied,
            Kind::Policy | Kind::Recipients | Kind::Incomplete | Kind::Completion => Self::FollowedUp,
            Kind::Complaint => Self::Complained,
            Kind::ControllerComplaint => Self::ComplainedToController,
        }
    }

    /// Returns the question of the controller it answers, if it does.
    pub fn question(self) -> Option<Self> {
        QUESTIONS.into_iter().find_map(|(asked, given)| (given == self).then_some(asked))
    }

    /// Returns what answers it, if it is a question of the controller.
    pub fn answer(self) -> Option<Self> {
        QUESTIONS.into_iter().find_map(|(asked, given)| (asked == self).then_some(given))
    }
}
