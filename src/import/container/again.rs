//! Archives in an archive that are unpacked again whenever they are read.
//!
//! In: the entry of an archive that stands compressed in another one, and its bytes as they were unpacked to be listed. Out:
//! a source of these bytes. The latest ones are held, up to [`HELD_BYTES_MAX`]; the others go, and are unpacked anew when a
//! member of theirs is read. So what an answer takes in memory does not grow with the archives in it. Not here: how many
//! bytes an archive within another one may have (`limit`).

use std::collections::VecDeque;
use std::io::{self, Read as _};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::directory::Entry;
use super::limit::{Budget, MIB};
use super::source::{Source, copy_at};
use super::zip;
use crate::import::Options;

/// Bytes held at once; the latest archive is held, however large.
const HELD_BYTES_MAX: u64 = 8 * MIB;

/// The archives that were read last.
#[derive(Default)]
pub(super) struct Held(Mutex<Latest>);

#[derive(Default)]
struct Latest {
    archives: VecDeque<(usize, Arc<Vec<u8>>)>,
    bytes: u64,
    /// The number of the next archive.
    next: usize,
}

impl Held {
    /// Takes an archive that was just unpacked as a source.
    pub(super) fn source(
        self: &Arc<Self>,
        around: &Arc<dyn Source>,
        entry: &Entry,
        options: &Options,
        is_packed: bool,
        bytes: Vec<u8>,
    ) -> Arc<dyn Source> {
        let mut latest = self.latest();
        let number = latest.next;
        latest.next += 1;
        let len = bytes.len() as u64;
        latest.hold(number, Arc::new(bytes));
        drop(latest);
        let (around, entry, options) = (Arc::clone(around), entry.clone(), options.clone());
        Arc::new(Again { held: Arc::clone(self), number, around, entry, options, is_packed, len })
    }

    fn latest(&self) -> MutexGuard<'_, Latest> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Latest {
    /// Returns an archive that is held, which then is the latest.
    fn find(&mut self, number: usize) -> Option<Arc<Vec<u8>>> {
        let at = self.archives.iter().position(|(held, _)| *held == number)?;
        let archive = self.archives.remove(at)?;
        let bytes = Arc::clone(&archive.1);
        self.archives.push_back(archive);
        Some(bytes)
    }

    /// Holds an archive; those that were read longest ago make room for it.
    fn hold(&mut self, number: usize, bytes: Arc<Vec<u8>>) {
        self.bytes += bytes.len() as u64;
        self.archives.push_back((number, bytes));
        while self.bytes > HELD_BYTES_MAX && self.archives.len() > 1 {
            let oldest = self.archives.pop_front().map_or(0, |(_, bytes)| bytes.len() as u64);
            self.bytes = self.bytes.saturating_sub(oldest);
        }
    }
}

struct Again {
    held: Arc<Held>,
    number: usize,
    around: Arc<dyn Source>,
    entry: Entry,
    options: Options,
    is_packed: bool,
    len: u64,
}

impl Again {
    fn bytes(&self) -> io::Result<Arc<Vec<u8>>> {
        if let Some(bytes) = self.held.latest().find(self.number) {
            return Ok(bytes);
        }
        // It was within the limits when it was listed, and counts once.
        let budget = Budget::new(true);
        let unpack = |reader: &mut (dyn io::Read + Send)| {
            let mut bytes = Vec::new();
            reader.take(self.len + 1).read_to_end(&mut bytes).map(|_| bytes)
        };
        let changed = || io::Error::new(io::ErrorKind::InvalidData, "the archive changed while it was read");
        let reading = zip::read(&self.around, &self.entry, &budget, &self.options, self.is_packed, unpack);
        let bytes = reading.map_err(|_| changed())?.value?;
        if bytes.len() as u64 != self.len {
            return Err(changed());
        }
        let bytes = Arc::new(bytes);
        let mut latest = self.held.latest();
        // Another thread may have been faster.
        let found = latest.find(self.number);
        Ok(found.unwrap_or_else(|| {
            latest.hold(self.number, Arc::clone(&bytes));
            bytes
        }))
    }
}

impl Source for Again {
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        copy_at(&self.bytes()?, buffer, offset)
    }

    fn len(&self) -> u64 {
        self.len
    }
}
