//! Unlock: the flags of every command that opens what a company sent, and the opening itself.
//!
//! In: where the password is (file, descriptor), and whether the limits are lifted. Out: an open archive; where nobody said
//! the password of an encrypted one and somebody can be asked, it is asked for. Not here: what is done with the archive.

use std::path::PathBuf;

use super::failure::{Failure, Kind};
use super::output::{ask_password, can_ask};
use crate::delivery::account::PasswordSource;
use crate::delivery::secret::password;
use crate::import::Options;
use crate::import::container::{self, Archive};
use crate::wording::Wording;

/// How to open what is encrypted or large.
#[derive(Debug, clap::Args)]
pub(super) struct Unlock {
    /// A file with the archive's password in its first line, readable by you alone
    #[arg(long, value_name = "FILE")]
    password_file: Option<PathBuf>,
    /// An open file descriptor with the archive's password in its first line
    #[arg(long, value_name = "NUMBER", conflicts_with = "password_file")]
    password_fd: Option<u32>,
    /// Lift the limits on size and number
    #[arg(long)]
    allow_large: bool,
}

impl Unlock {
    /// Returns how an answer is read, with the company the user names.
    ///
    /// # Errors
    /// Fails where the password cannot be read.
    pub(super) fn options(&self, company: Option<String>) -> Result<Options, Failure> {
        let source = self.password_file.clone().map(PasswordSource::File);
        let source = source.or(self.password_fd.map(PasswordSource::Descriptor));
        let password = source.as_ref().map(password);
        Ok(Options { password: password.transpose()?, company, allow_large: self.allow_large })
    }
}

/// Opens the paths; asks for the password of an encrypted archive where somebody can be asked, and keeps it.
///
/// # Errors
/// Fails when nothing of a path can be read.
pub(super) fn open(paths: &[PathBuf], options: &mut Options, wording: &Wording) -> Result<Archive, Failure> {
    match container::open(paths, options) {
        Err(container::Error::Encrypted { .. }) if can_ask() => {
            options.password = Some(ask_password(&wording.say("import-password"))?);
            container::open(paths, options).map_err(|error| failure(&error))
        }
        opened => opened.map_err(|error| failure(&error)),
    }
}

/// Opens an answer without asking anybody.
///
/// # Errors
/// As [`open`].
pub(super) fn open_silently(paths: &[PathBuf], options: &Options) -> Result<Archive, Failure> {
    container::open(paths, options).map_err(|error| failure(&error))
}

fn failure(error: &container::Error) -> Failure {
    let failure = Failure::of(Kind::Input, error);
    match error {
        container::Error::Absent { .. } => failure.hint("look at the path and try again"),
        container::Error::NotAnAnswer { .. } => {
            failure.hint("give the zip, tar, folder or file the company sent")
        }
        container::Error::Encrypted { .. } => failure.hint("the same command with --password-file SECRET"),
        container::Error::WrongPassword { .. } => failure.hint(
            "look at the password again: capital and small letters count, a space at its end too, and the company \
             may have sent it in a message of its own; then the same command",
        ),
        container::Error::Unreadable { .. }
        | container::Error::NotAFile { .. }
        | container::Error::PartMissing { .. }
        | container::Error::Empty { .. }
        | container::Error::CutShort { .. } => failure,
    }
}
