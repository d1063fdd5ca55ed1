//! Again: opens the answer of an import another time, because the answer itself is the database.
//!
//! In: an import, and where its files are now if they moved. Out: the archive, once its hashes say that it is the same
//! one, and the options it was read with. An answer that is gone or changed is asked for by name, size and hash.

use std::path::PathBuf;

use super::config::{Config, exists};
use super::failure::{Failure, Kind};
use super::unlock::{self, Unlock};
use crate::import::Options;
use crate::import::answer::Answer;
use crate::import::container::Archive;
use crate::import::container::Received;
use crate::tracker::store::Import;

/// Confidence of a company the user named.
const SAID: u8 = 100;

/// Where the answer is, and how to open it.
#[derive(Debug, clap::Args)]
pub(super) struct Again {
    /// Where the answer is now, if it moved since the import
    #[arg(long, value_name = "PATH")]
    pub(super) from: Vec<PathBuf>,
    #[command(flatten)]
    unlock: Unlock,
}

impl Again {
    /// Returns how answers are read; a descriptor gives its password once, whatever is opened with it.
    ///
    /// # Errors
    /// Fails where the password cannot be read.
    pub(super) fn options(&self) -> Result<Options, Failure> {
        self.unlock.options(None)
    }
}

/// Whether a person at a terminal may be asked for the password of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asking {
    May,
    MayNot,
}

/// Opens the answer of an import, at these paths or where it was if there are none; the hint says how to tell where it
/// is now.
///
/// # Errors
/// Fails, naming what is needed, if the answer is not where it was or is another one.
pub(super) fn open(
    import: &Import<Answer>,
    (from, asking): (&[PathBuf], Asking),
    options: &Options,
    hint: &str,
    config: &Config,
) -> Result<(Archive, Options), Failure> {
    let answer = &import.answer;
    let paths: Vec<PathBuf> = match from {
        [] => answer.found_at.iter().map(PathBuf::from).collect(),
        moved => moved.to_vec(),
    };
    let wanted: Vec<String> = answer.received.iter().map(named).collect();
    let wanted = wanted.join(", ");
    if paths.is_empty() || !paths.iter().all(|path| exists(path)) {
        let gone = format!("the answer of {} is not where it was: {wanted}", import.id);
        return Err(Failure::new(Kind::Input, gone).hint(hint));
    }
    let said = answer.company.as_ref().filter(|company| company.confidence == SAID);
    let mut options = Options { company: said.map(|company| company.id.clone()), ..options.clone() };
    let archive = match asking {
        Asking::May => unlock::open(&paths, &mut options, config.wording())?,
        Asking::MayNot => unlock::open_silently(&paths, &options)?,
    };
    if hashes(&archive.received) != hashes(&answer.received) {
        let other = format!("this is not the answer of {}, which was: {wanted}", import.id);
        return Err(Failure::new(Kind::Input, other).hint(hint));
    }
    Ok((archive, options))
}

fn hashes(received: &[Received]) -> Vec<&str> {
    let mut hashes: Vec<&str> = received.iter().map(|received| received.sha256.as_str()).collect();
    hashes.sort_unstable();
    hashes
}

fn named(received: &Received) -> String {
    format!("{} ({} bytes, SHA-256 {})", received.name, received.bytes, received.sha256)
}
