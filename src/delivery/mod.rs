//! delivery: how a letter leaves, and the way to the mailbox answers come to.
//!
//! In: a finished letter as text and files, the mail [`account`], the day. Out: an e-mail message as bytes
//! ([`message`]), encrypted to the company's key where that is wanted ([`openpgp`]), a receipt from the mail server
//! ([`smtp`]), or private files in a folder ([`outbox`]); and a mailbox that is open for reading ([`imap`]).
//!
//! Mail leaves over verified TLS or not at all. Not here: whether something may be sent (the cap, the "not
//! twice"), which is `tracker`'s and `cli`'s to decide, what became of it, which is an event of the case, and what
//! a mail in the mailbox means (`inbox`).

pub mod account;
pub mod imap;
pub mod message;
pub mod openpgp;
pub mod outbox;
pub mod provider;
pub mod secret;
pub mod smtp;
pub mod wire;

use std::fmt;
use std::io;

use secrecy::{ExposeSecret, SecretString};

use self::imap::MailboxStep;
use self::message::Field;
use self::openpgp::KeyFault;
use self::smtp::{Reply, Step};

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

    /// Neither gpg nor sq is there.
    #[error("encrypting the letter: neither gpg nor sq is installed")]
    OpenPgpNotInstalled,
    /// The key is in no keyring of the person.
    #[error("encrypting the letter: the company's OpenPGP key is not in your keyring")]
    OpenPgpKeyMissing,
    /// The key is there and cannot be used.
    #[error("encrypting the letter: the company's OpenPGP key in your keyring {fault}")]
    OpenPgpKeyNotUsable {
        /// Why not.
        fault: KeyFault,
    },
    /// gpg or sq failed.
    #[error("encrypting the letter with your OpenPGP program")]
    OpenPgpFailed(#[source] io::Error),

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

    /// No address is known for the server's name.
    #[error("looking for the mail server {server}")]
    HostNotFound {
        /// Host and port.
        server: String,
        /// What the system says.
        source: io::Error,
    },
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
    /// What the server sends never ends.
    #[error("the mail server {server} sends more than a mail server does")]
    TooMuch {
        /// Host and port.
        server: String,
    },
    /// The server knows neither PLAIN nor LOGIN; or, where the account has an access token, not XOAUTH2.
    #[error("the mail server {server} does not offer the way to log in that the account asks for")]
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
    /// The message is larger than the server takes.
    #[error("the message is larger than the mail server takes")]
    TooLarge,
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

    /// What answers there is not a mailbox server we understand.
    #[error("the mailbox server {server} gave an answer that is not understood")]
    MailboxNotUnderstood {
        /// Host and port.
        server: String,
    },
    /// The mailbox server ends the conversation itself.
    #[error("the mailbox server {server} has said goodbye")]
    MailboxClosed {
        /// Host and port.
        server: String,
    },
    /// The mailbox server refuses user name and password.
    #[error("the mailbox server refused the user name or the password")]
    MailboxLoginRefused,
    /// The mailbox server refuses something else, or something it does not know.
    #[error("the mailbox server did not do it ({step})")]
    MailboxRefused {
        /// What it was asked for.
        step: MailboxStep,
    },

    /// A file name is empty, hidden, or names another folder.
    #[error("a file name is not a plain name")]
    NotAFileName,
    /// A file of this name exists already and was left as it is.
    #[error("{name} exists already and is left as it is")]
    FileExists {
        /// The file's name, as the caller gave it.
        name: String,
    },
    /// A file or its folder could not be written.
    #[error("writing {name}")]
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
        matches!(
            self,
            Self::RecipientRefused { .. } | Self::Refused { .. } | Self::Temporary { .. } | Self::TooLarge
        )
    }
}

/// Why a certificate is not trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CertificateFault {
    /// Nobody this computer trusts has signed it.
    UnknownIssuer,
    /// It is for another host name.
    OtherName,
    /// It has expired.
    Expired,
    /// It is not valid yet; perhaps this computer's clock is wrong.
    NotYetValid,
    /// It was revoked.
    Revoked,
    /// Something else.
    Other,
}

impl fmt::Display for CertificateFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::UnknownIssuer => "its issuer is not known",
            Self::OtherName => "it is for another name",
            Self::Expired => "it has expired",
            Self::NotYetValid => "it is not valid yet",
            Self::Revoked => "it was revoked",
            Self::Other => "it is not valid",
        })
    }
}

/// Writes user name and access token as the mechanism XOAUTH2 wants them
/// (<https://developers.google.com/workspace/gmail/imap/xoauth2-protocol>).
fn token_words(user: &str, token: &SecretString) -> SecretString {
    SecretString::from(format!("user={user}\u{1}auth=Bearer {}\u{1}\u{1}", token.expose_secret()))
}
