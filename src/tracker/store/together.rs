//! Recording what happened to several cases at once.
//!
//! In: an event of each of several cases, with its files. Out: all of them kept, or none. The files are flushed side by
//! side and the events in one transaction: what it costs is hardly more than one event of one case. Not here: what
//! belongs to one case only (`Store::record_all`).

use std::io;
use std::path::PathBuf;

use rayon::ThreadPoolBuilder;
use rayon::prelude::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};

use super::{Error, File, Store, append, check_seen, evidence};
use crate::tracker::event::Event;

/// So many files are flushed side by side, however many cores there are: whoever flushes waits for the disk, and a disk
/// takes together what waits together.
const WAITING_MAX: usize = 32;

/// An event of one of several cases.
#[derive(Debug, Clone)]
pub struct Step {
    /// The case.
    pub reference: String,
    /// How many events of it were seen; none if it does not matter.
    pub seen: Option<usize>,
    /// What happened.
    pub event: Event,
    /// The files that belong to it.
    pub files: Vec<File>,
}

impl Store {
    /// Appends an event to each of several cases, all or none.
    ///
    /// # Errors
    /// [`Error::NoCase`]; [`Error::Changed`] if something happened to one of them since it was seen; else fails if the
    /// store cannot write.
    pub fn record_together(&mut self, steps: Vec<Step>) -> Result<(), Error> {
        self.check_writable()?;
        for step in &steps {
            if !self.has_case(&step.reference)? {
                return Err(Error::NoCase { reference: step.reference.clone() });
            }
        }
        let cases = self.home.join("cases");
        let folders: Vec<PathBuf> = steps
            .iter()
            .filter(|step| !step.files.is_empty())
            .map(|step| cases.join(&step.reference))
            .collect();
        let place = |step: Step| -> Result<(String, Option<usize>, Event), Error> {
            let event = evidence::place(&cases.join(&step.reference), step.event, &step.files)?;
            Ok((step.reference, step.seen, event))
        };
        let kept: Vec<_> = if folders.is_empty() {
            steps.into_iter().map(place).collect::<Result<_, Error>>()?
        } else {
            let waiting = ThreadPoolBuilder::new().num_threads(folders.len().min(WAITING_MAX)).build();
            waiting.map_err(|_| Error::File(io::ErrorKind::ResourceBusy.into()))?.install(|| {
                let kept = steps.into_par_iter().map(place).collect::<Result<_, Error>>()?;
                // Behind all files, so that the first flush of a folder takes the names of the others with it.
                folders.par_iter().try_for_each(|folder| evidence::flush(folder))?;
                Ok::<_, Error>(kept)
            })?
        };
        let transaction = self.write()?;
        for (reference, seen, event) in &kept {
            if let Some(seen) = seen {
                check_seen(&transaction, reference, *seen)?;
            }
            append(&transaction, reference, event)?;
        }
        Ok(transaction.commit()?)
    }
}
