//! Again: opens the answer of an import another time, because the answer itself is the database.
//!
//! In: an import, and where its files are now if they moved. Out: the archive, once its hashes say that it is the same
//! one, and the options it was read with. An answer that is gone or changed is asked for by name, size and hash.

use std::path::PathBuf;

use super::config::exists;
use super::failure::{Failure, Kind};
use super::import::open;
use crate::delivery::account::PasswordSource;
use crate::delivery::secret::password;
use crate::import::Options;
use crate::import::answer::{Answer, Received};
use crate::import::container::Archive;
use crate::tracker::store::Import;

/// Confidence of a company the user named.
const SAID: u8 = 100;

/// Where the answer is, and how to open it.
#[derive(Debug, Default, clap::Args)]
pub(super) struct Again {
    /// Where the answer is now, if it moved since the import
    #[arg(long, value_name = "PATH")]
    from: Vec<PathBuf>,
    /// A file with the archive's password in its first line, readable by you alone
    #[arg(long, value_name = "FILE")]
    password_file: Option<PathBuf>,
    /// Lift the limits on size and number, as at the import
    #[arg(long)]
    allow_large: bool,
}

impl Again {
    /// An answer that is at these paths, or where it was if there are none.
    pub(super) fn at(from: Vec<PathBuf>, password_file: Option<PathBuf>, allow_large: bool) -> Self {
        Self { from, password_file, allow_large }
    }

    /// Opens the answer of an import.
    ///
    /// # Errors
    /// Fails, naming what is needed, if the answer is not where it was or is another one.
    pub(super) fn open(&self, import: &Import<Answer>, command: &str) -> Result<(Archive, Options), Failure> {
        let answer = &import.answer;
        let moved = !self.from.is_empty();
        let paths: Vec<PathBuf> =
            if moved { self.from.clone() } else { answer.found_at.iter().map(PathBuf::from).collect() };
        let is_hinted = command.ends_with(" PATH");
        let hint = if is_hinted { command.to_owned() } else { format!("{command} --from PATH") };
        let wanted: Vec<String> = answer.received.iter().map(named).collect();
        let wanted = wanted.join(", ");
        if paths.is_empty() || !paths.iter().all(|path| exists(path)) {
            let gone = format!("the answer of {} is not where it was: {wanted}", import.id);
            return Err(Failure::new(Kind::Input, gone).hint(hint));
        }
        let password = self.password_file.as_ref().map(|file| password(&PasswordSource::File(file.clone())));
        let said = answer.company.as_ref().filter(|company| company.confidence == SAID);
        let options = Options {
            password: password.transpose()?,
            company: said.map(|company| company.id.clone()),
            allow_large: self.allow_large,
        };
        let archive = open(&paths, &options)?;
        if hashes(&archive.received) != hashes(&answer.received) {
            let other = format!("this is not the answer of {}, which was: {wanted}", import.id);
            return Err(Failure::new(Kind::Input, other).hint(hint));
        }
        Ok((archive, options))
    }
}

fn hashes(received: &[Received]) -> Vec<&str> {
    let mut hashes: Vec<&str> = received.iter().map(|received| received.sha256.as_str()).collect();
    hashes.sort_unstable();
    hashes
}

fn named(received: &Received) -> String {
    format!("{} ({} bytes, SHA-256 {})", received.name, received.bytes, received.sha256)
}
