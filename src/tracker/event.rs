//! Event: the closed list of things that can happen to a case.
//!
//! In: what happened, on which day, with which proof. Out: a value that is stored as it is and never changed.
//! What can be computed from events (overdue, days left) is not one.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

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
    /// The number of the earlier event this one corrects: that one is no longer in effect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<usize>,
    /// Files that prove it or were made by it, named by their hash.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<Evidence>,
}

impl Event {
    /// Describes an event that left no trace but its day.
    pub fn new(kind: EventKind, on: NaiveDate) -> Self {
        Self {
            kind,
            on,
            via: None,
            to: None,
            subject: None,
            message_id: None,
            replaces: None,
            files: Vec::new(),
        }
    }
}

/// How a request leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Via {
    /// By e-mail.
    Email,
    /// By post.
    Post,
    /// Through a form on the web.
    Form,
}

impl Via {
    /// Returns its name on the command line and in wording.
    pub fn id(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Post => "post",
            Self::Form => "form",
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

macro_rules! kinds {
    ($( $(#[$doc:meta])* $name:ident = $id:literal; )*) => {
        /// The closed list of things that can happen to a case.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum EventKind { $( $(#[$doc])* #[serde(rename = $id)] $name, )* }

        impl EventKind {
            /// Every kind, in the order of a case's life.
            pub const ALL: &'static [Self] = &[$( Self::$name, )*];

            /// Returns its name on the command line, in the store and in wording.
            pub fn id(self) -> &'static str {
                match self { $( Self::$name => $id, )* }
            }
        }
    };
}

kinds! {
    /// The letter was written.
    Drafted = "drafted";
    /// The person gave the address that was missing, and the letter was written again with it.
    Addressed = "addressed";
    /// Sending was begun; its outcome is the next event. Without one, the letter was maybe sent.
    Attempted = "attempted";
    /// Sending failed before anything left.
    Failed = "failed";
    /// The letter left.
    Sent = "sent";
    /// It came back undelivered.
    Bounced = "bounced";
    /// It is proven to have reached the controller.
    Received = "received";
    /// The controller confirmed receipt.
    Acknowledged = "acknowledged";
    /// The controller asked who is asking. Art. 12(6).
    IdentityRequested = "identity-requested";
    /// The person sent the identity information; its day is the day it was sent.
    IdentityProvided = "identity-provided";
    /// The controller asked to specify the request. Recital 63.
    ClarificationRequested = "clarification-requested";
    /// The person sent what specifies the request; its day is the day it was sent.
    ClarificationProvided = "clarification-provided";
    /// The controller announced an extension. Art. 12(3).
    Extended = "extended";
    /// The controller answered.
    Answered = "answered";
    /// The controller refused. Art. 12(4).
    Refused = "refused";
    /// The person reminded the controller.
    Reminded = "reminded";
    /// The person named what the answer lacks and asked for it.
    FollowedUp = "followed-up";
    /// The person complained to the controller itself. Data Protection Act 2018 s. 164A (United Kingdom).
    ComplainedToController = "complained-to-controller";
    /// The person complained to the authority. Art. 77.
    Complained = "complained";
    /// The authority told how the complaint stands or how it ended. Art. 77(2).
    AuthorityReplied = "authority-replied";
    /// The person withdrew the request.
    Withdrawn = "withdrawn";
    /// The person closed the case.
    Closed = "closed";
    /// An earlier event was recorded by mistake.
    Retracted = "retracted";
}

impl EventKind {
    /// Finds a kind by its name.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.id() == name)
    }

    /// Tells whether a person may record it; the others are recorded by the command that does them.
    pub fn is_recorded_by_hand(self) -> bool {
        match self {
            Self::Drafted | Self::Addressed | Self::Attempted | Self::Failed | Self::Retracted => false,
            Self::Sent
            | Self::Bounced
            | Self::Received
            | Self::Acknowledged
            | Self::IdentityRequested
            | Self::IdentityProvided
            | Self::ClarificationRequested
            | Self::ClarificationProvided
            | Self::Extended
            | Self::Answered
            | Self::Refused
            | Self::Reminded
            | Self::FollowedUp
            | Self::ComplainedToController
            | Self::Complained
            | Self::AuthorityReplied
            | Self::Withdrawn
            | Self::Closed => true,
        }
    }

    /// Tells whether it can only happen to a request that left.
    pub fn follows_sending(self) -> bool {
        match self {
            Self::Drafted
            | Self::Addressed
            | Self::Attempted
            | Self::Failed
            | Self::Sent
            | Self::Withdrawn
            | Self::Closed
            | Self::Retracted => false,
            Self::Bounced
            | Self::Received
            | Self::Acknowledged
            | Self::IdentityRequested
            | Self::IdentityProvided
            | Self::ClarificationRequested
            | Self::ClarificationProvided
            | Self::Extended
            | Self::Answered
            | Self::Refused
            | Self::Reminded
            | Self::FollowedUp
            | Self::ComplainedToController
            | Self::Complained
            | Self::AuthorityReplied => true,
        }
    }
}
