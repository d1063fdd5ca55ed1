//! RIM: the evidence folder: files that prove an event or were made by it.
//!
//! In: names and bytes. Out: private files under `cases/<reference>/`, flushed, and what an event keeps of
//! each: name, size, SHA-256.

#![expect(clippy::disallowed_methods, reason = "this is where evidence is kept")]

use std::fs;
use std::io;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::chain::hex;
use super::{Error, File};
use crate::delivery::outbox::{create_private_dir, write_private};
use crate::tracker::event::{Event, Evidence};

/// Writes the files of an event before the event itself. A file of the same name stays, and the later one
/// gets a number: `letter.pdf`, `letter-2.pdf`.
pub(super) fn keep(folder: &Path, mut event: Event, files: &[File]) -> Result<Event, Error> {
    if !files.is_empty() {
        create_private_dir(folder).map_err(Error::from_io)?;
    }
    for (name, bytes) in files {
        if !is_plain(name) {
            return Err(Error::NoName { what: "a file of a case" });
        }
        let name = keep_file(folder, name, bytes).map_err(Error::from_io)?;
        let sha256 = hex(&Sha256::digest(bytes));
        event.files.push(Evidence { name, sha256, bytes: bytes.len() as u64 });
    }
    Ok(event)
}

/// Tells whether a name names a file in the folder it is looked for in, and no other.
pub(super) fn is_plain(name: &str) -> bool {
    let has_path = name.contains(['/', '\\', ':']) || name.starts_with('.');
    !name.is_empty() && !has_path && !name.chars().any(char::is_control)
}

/// Tells whether a reference or an id is written as this program writes them: `HB-7F3K2Q`. It names a folder.
pub(super) fn is_reference(text: &str) -> bool {
    let is_upper = |part: &str| {
        (1..=32).contains(&part.len())
            && part.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
    };
    text.split_once('-').is_some_and(|(start, rest)| is_upper(start) && is_upper(rest))
}

/// Writes a file under the first free name; one that holds the same bytes already is taken as it is.
fn keep_file(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<String> {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let mut number = 1_u32;
    loop {
        let candidate = match number {
            1 => name.to_owned(),
            number => format!("{stem}-{number}.{extension}"),
        };
        let path = folder.join(&candidate);
        match write_private(&path, bytes) {
            Ok(()) => return Ok(candidate),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                if fs::read(&path)? == bytes {
                    return Ok(candidate);
                }
                number += 1;
            }
            Err(error) => return Err(error),
        }
    }
}
