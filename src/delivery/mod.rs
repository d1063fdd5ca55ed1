//! delivery: how a letter leaves.
//!
//! In: a finished letter as text and files, the mail account, the day. Out: an e-mail message as bytes
//! ([`message`]), a receipt from the mail server ([`smtp`]), or private files in a folder ([`outbox`]).
//!
//! Mail leaves over verified TLS or not at all. Not here: whether something may be sent (the cap, the "not
//! twice"), which is `tracker`'s and `cli`'s to decide, and what became of it, which is an event of the case.

pub mod message;
pub mod outbox;
pub mod smtp;

use std::io;

use self::message::Field;
use self::smtp::{CertificateFault, Reply, Step};

/// Why something did not leave. None of the texts holds an address, a name or anything a server wrote.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A header field has a line break, another control character or a bidirectional override.
    #[error("composing the message: {field} has a control character or a direction override")]
    ForbiddenCharacter {
        /// The field at fault.
        field: Field,
    },
    /// A part of the message is not what it must be.
    #[error("composing the message: {field} is not valid")]
    NotValid {
        /// The field at fault.
        field: Field,
    },

    /// The program that prints the password could not be run or failed.
    #[error("running the password command")]
    PasswordCommand(#[source] io::Error),
    /// The password could not be read from its file or descriptor.
    #[error("reading the password")]
    PasswordUnreadable(#[source] io::Error),
    /// Others than the owner may open the password file.
    #[error("reading the password: the file is open to others than its owner")]
    PasswordFileOpenToOthers,
    /// The first line is empty, too long or not text.
    #[error("reading the password: its first line is empty, too long or not text")]
    PasswordNotUsable,

    /// The server could not be reached, or the connection broke before the message was handed over: nothing
    /// left.
    #[error("reaching the mail server {server}")]
    Unreachable {
        /// Host and port.
        server: String,
        /// What the system says.
        source: io::Error,
    },
    /// The server's certificate is not one to trust.
    #[error("the certificate of the mail server {server} is not trusted: {fault}")]
    CertificateNotTrusted {
        /// Host and port.
        server: String,
        /// Why not.
        fault: CertificateFault,
    },
    /// The server does not speak TLS on this port; there is no fallback.
    #[error("the mail server {server} does not offer TLS on this port")]
    TlsNotOffered {
        /// Host and port.
        server: String,
    },
    /// TLS was begun and failed for another reason than the certificate.
    #[error("encrypting the connection to the mail server {server}")]
    TlsFailed {
        /// Host and port.
        server: String,
        /// What the TLS library says.
        source: io::Error,
    },
    /// What answers there is not a mail server we understand.
    #[error("the mail server {server} gave an answer that is not understood ({step})")]
    NotUnderstood {
        /// Host and port.
        server: String,
        /// Where in the conversation.
        step: Step,
    },
    /// The server knows neither PLAIN nor LOGIN.
    #[error("the mail server {server} offers no way to log in with a password")]
    LoginNotOffered {
        /// Host and port.
        server: String,
    },
    /// The server refuses user name and password.
    #[error("the mail server refused the user name or the password ({reply})")]
    WrongPassword {
        /// The server's reply.
        reply: Reply,
    },
    /// The server refuses the recipient for good.
    #[error("the mail server refused the recipient ({reply})")]
    RecipientRefused {
        /// The server's reply.
        reply: Reply,
    },
    /// The server refuses something else for good: the login as such, the sender, the content.
    #[error("the mail server refused the {step} ({reply})")]
    Refused {
        /// Where in the conversation.
        step: Step,
        /// The server's reply.
        reply: Reply,
    },
    /// The server asks to try again later; nothing left.
    #[error("the mail server asks to try again later ({step}, {reply})")]
    Temporary {
        /// Where in the conversation.
        step: Step,
        /// The server's reply.
        reply: Reply,
    },
    /// The connection was lost after the message was handed over and before the server said it has it: it may
    /// have been sent. Only the reader's own mailbox or the recipient can tell.
    #[error("the connection was lost after the message was handed over: it may have been sent")]
    Unknown,

    /// A file name is empty, hidden, or names another folder.
    #[error("writing to the outbox: a file name is not a plain name")]
    NotAFileName,
    /// A file of this name exists already and was left as it is.
    #[error("writing to the outbox: the file {name} exists already")]
    FileExists {
        /// The file's name, as the caller gave it.
        name: String,
    },
    /// A file or its folder could not be written.
    #[error("writing {name} to the outbox")]
    NotWritten {
        /// The file's or folder's name, as the caller gave it.
        name: String,
        /// What the system says.
        source: io::Error,
    },
}

impl Error {
    /// Tells whether a mail server refused this one message, for now or for good, and would take another.
    pub fn is_refusal(&self) -> bool {
        matches!(self, Self::RecipientRefused { .. } | Self::Refused { .. } | Self::Temporary { .. })
    }
}
