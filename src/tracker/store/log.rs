//! RIM: the log beside the store (`habeas.db-wal`), looked at before SQLite takes it in.
//!
//! In: the log that a killed process left behind. Out: whether all that was acknowledged can be in it. SQLite
//! takes a log in up to the first frame whose checksum fails and drops the rest without a word; that is right
//! for a write that a crash cut short, and hides damage to what was acknowledged before. The two differ when
//! whole transactions follow: each was flushed before the next began, so a bad frame with a later transaction
//! behind it was good once. Damage to the very last transaction cannot be told from a cut and is only noted.
//!
//! The format is that of SQLite's documentation, "WAL-mode file format".

#![expect(clippy::disallowed_methods, reason = "this is where the log is read")]

use std::fs;
use std::io;
use std::path::Path;

use super::Error;

/// What a log is found to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Log {
    /// There is none, or every frame of it is whole.
    Whole,
    /// Its last transaction is not whole: a write was cut short, or its end is damaged.
    Unfinished,
    /// A frame is damaged, and later transactions stand behind it.
    Damaged,
}

const HEADER: usize = 32;
const FRAME_HEADER: usize = 24;

/// Refuses a store whose log is damaged: opening it would drop the events behind the damage.
pub(super) fn check(home: &Path) -> Result<(), Error> {
    match look(home)? {
        Log::Whole | Log::Unfinished => Ok(()),
        Log::Damaged => {
            Err(Error::Damaged { what: "its log, habeas.db-wal, is broken before its end".to_owned() })
        }
    }
}

/// Tells whether there is nothing to take in.
pub(super) fn is_empty(home: &Path) -> bool {
    fs::metadata(home.join("habeas.db-wal")).is_ok_and(|about| about.len() == 0)
        || !home.join("habeas.db-wal").exists()
}

/// Looks at the log of a home.
pub(super) fn look(home: &Path) -> Result<Log, Error> {
    let path = home.join("habeas.db-wal");
    loop {
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Log::Whole),
            Err(error) => return Err(Error::from_io(error)),
        };
        let found = inspect(&bytes);
        if found != Log::Damaged {
            return Ok(found);
        }
        // Another process may have begun the log anew while it was read; then its header changed.
        let again = fs::read(&path).unwrap_or_default();
        if again.get(..HEADER) == bytes.get(..HEADER) && inspect(&again) == Log::Damaged {
            return Ok(Log::Damaged);
        }
    }
}

/// Judges a log by its bytes.
pub(super) fn inspect(bytes: &[u8]) -> Log {
    let header = match Header::read(bytes) {
        Head::Whole(header) => header,
        Head::None => return Log::Whole,
        // The head is flushed before the first frame is written.
        Head::Broken => return Log::Damaged,
    };
    let mut sums = header.sums;
    let mut broken_at = None;
    let mut was_commit_behind = false;
    let mut is_unfinished = false;
    for (index, frame) in
        bytes.get(HEADER..).unwrap_or_default().chunks(header.page + FRAME_HEADER).enumerate()
    {
        let is_ours = frame.get(8..16) == Some(header.salts.as_slice());
        let stored = (word(frame, 16), word(frame, 20));
        let is_whole = frame.len() == header.page + FRAME_HEADER && is_ours && {
            let sums = header.sum(header.sum(sums, frame.get(..8)), frame.get(FRAME_HEADER..));
            sums == stored
        };
        if broken_at.is_none() && !is_whole {
            broken_at = Some(index);
        } else if is_whole && was_commit_behind {
            return Log::Damaged;
        }
        // From a broken frame on, a commit counts if it is ours, or stands behind its own sums.
        if broken_at.is_some() && is_ours && word(frame, 4) != 0 {
            was_commit_behind = true;
        }
        // What stands at or behind the break and is of this log was begun, or was whole once.
        is_unfinished |= broken_at.is_some() && is_ours;
        sums = stored;
    }
    if is_unfinished { Log::Unfinished } else { Log::Whole }
}

/// What the first bytes of a log are.
enum Head {
    /// A head that SQLite takes.
    Whole(Header),
    /// Nothing, or a head that was being written: no frame stands behind it.
    None,
    /// No head that SQLite takes, and frames behind it.
    Broken,
}

/// The head of a log.
struct Header {
    page: usize,
    salts: Vec<u8>,
    sums: (u32, u32),
    is_big_endian: bool,
}

impl Header {
    /// Reads the head.
    fn read(bytes: &[u8]) -> Head {
        // A log begins with its head alone; SQLite empties one it has taken in, or writes over it.
        match Self::whole(bytes) {
            Some(header) => Head::Whole(header),
            None if bytes.len() > HEADER + FRAME_HEADER => Head::Broken,
            None => Head::None,
        }
    }

    fn whole(bytes: &[u8]) -> Option<Self> {
        let is_big_endian = match word(bytes, 0) {
            0x377f_0682 => false,
            0x377f_0683 => true,
            _ => return None,
        };
        let page = usize::try_from(word(bytes, 8)).ok().filter(|page| (512..=65536).contains(page))?;
        let salts = bytes.get(16..24)?.to_vec();
        let header = Self { page, salts, sums: (word(bytes, 24), word(bytes, 28)), is_big_endian };
        (header.sum((0, 0), bytes.get(..24)) == header.sums).then_some(header)
    }

    fn sum(&self, (mut one, mut two): (u32, u32), bytes: Option<&[u8]>) -> (u32, u32) {
        for pair in bytes.unwrap_or_default().chunks_exact(8) {
            one = one.wrapping_add(self.number(pair, 0)).wrapping_add(two);
            two = two.wrapping_add(self.number(pair, 4)).wrapping_add(one);
        }
        (one, two)
    }

    fn number(&self, bytes: &[u8], at: usize) -> u32 {
        let number = word(bytes, at);
        if self.is_big_endian { number } else { number.swap_bytes() }
    }
}

/// A number of four bytes, the highest first; 0 where there is none.
fn word(bytes: &[u8], at: usize) -> u32 {
    let four = bytes.get(at..at + 4).and_then(|four| four.try_into().ok());
    four.map_or(0, u32::from_be_bytes)
}
