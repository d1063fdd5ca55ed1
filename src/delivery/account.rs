//! The mail account a person sends from and gets answers in, as their profile describes it.
//!
//! In: a part of `profile.yaml`. Out: an [`Account`]: which server takes mail, which one holds the mailbox, how
//! the connection is encrypted, how to log in, where the password is. Holds no secret itself. Not here: reading the
//! password (`secret`), and which servers the common providers have (`provider`).

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::message::EmailAddress;

/// The mail account a person sends from. Holds no secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// The server's host name, `smtp.example.org`; its certificate must be for this name.
    pub server: String,
    /// The port: usually 465 for implicit TLS, 587 for STARTTLS.
    pub port: u16,
    /// How the connection is encrypted.
    pub security: Security,
    /// The user name.
    pub user: String,
    /// The address mail leaves from; refusals come back to it.
    pub from: EmailAddress,
    /// What is shown to the server at login.
    #[serde(default, skip_serializing_if = "Login::is_password")]
    pub login: Login,
    /// Where the password is; absent when it is asked for each time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password: Option<PasswordSource>,
    /// The server with the mailbox of the same user; absent when it is not read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mailbox: Option<MailboxServer>,
    /// How many messages may leave in a day; absent means [`PER_DAY`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per_day: Option<u32>,
    /// How many seconds pass between two messages; absent means [`PAUSE_SECONDS`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pause_seconds: Option<u32>,
}

/// How many messages leave in a day where the account says nothing: providers take much more for spam.
pub const PER_DAY: u32 = 50;

/// How many seconds pass between two messages where the account says nothing.
pub const PAUSE_SECONDS: u32 = 1;

/// The IMAP server of an account: the same login, the same password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailboxServer {
    /// The server's host name, `imap.example.org`.
    pub server: String,
    /// The port: usually 993 for implicit TLS, 143 for STARTTLS.
    pub port: u16,
    /// How the connection is encrypted.
    pub security: Security,
    /// The user name, where it is another one there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<String>,
    /// The folder a copy of what was sent is put into; absent means that none is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copy_sent_to: Option<String>,
}

/// How the connection is encrypted. There is no third way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Security {
    /// TLS from the first byte.
    Implicit,
    /// A plain greeting, then TLS, required.
    StartTls,
}

/// What is shown to the server at login.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Login {
    /// A password, by the mechanisms PLAIN or LOGIN.
    #[default]
    Password,
    /// An access token in the place of a password, by the mechanism XOAUTH2. Another program gets and renews it.
    XOAuth2,
}

impl Login {
    fn is_password(&self) -> bool {
        *self == Self::Password
    }
}

/// Where a password is. Never the password itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PasswordSource {
    /// A program and its arguments, run without a shell; the first line it prints.
    Command(Vec<String>),
    /// The first line of a file only its owner can open.
    File(PathBuf),
    /// The first line of an open file descriptor (Unix).
    Descriptor(u32),
}
