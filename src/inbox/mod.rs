//! inbox: what comes back.
//!
//! In: mail files the user names ([`mailbox`]) or a folder on a mail server ([`folder`]), and what the tracker knows of its cases. Out: a parsed [`message`],
//! which case it belongs to and why ([`matching`]), what speaks against its sender ([`sender`]), what it says
//! ([`reading`], by the phrases of [`rule`]), and which event of the case it would be ([`proposal`]).
//!
//! Everything here is a proposal with its reason; the user or the command decides. A sender can be forged, so a
//! match says where a mail belongs, never that it is genuine. Not here: recording events (`tracker`), and reading
//! the data in an answer (`import`).

pub mod folder;
pub mod html;
pub mod mailbox;
pub mod matching;
pub mod message;

pub mod date;
pub mod guard;
pub mod own_words;
pub mod phrase;
pub mod reading;
pub mod rule;
pub mod statement;

pub mod proposal;
pub mod sender;

use std::io;

/// Why the mail the user named could not be read at all. A fault in one mail among others is a finding instead.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file or folder could not be opened.
    #[error("opening the mail in {name}")]
    Open {
        /// The last part of its path.
        name: String,
        /// What the system says.
        source: io::Error,
    },
    /// It is neither a file nor a folder.
    #[error("{name} is a pipe, a socket or a device; save the mails to a file first")]
    NotAFile {
        /// The last part of its path.
        name: String,
    },
}
