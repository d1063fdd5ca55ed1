//! RIM: imported directories in the home, `imported/<origin>.jsonl`: one record per line, for their owner alone.
//!
//! In: the home, records to keep, or a word. Out: the file replaced in one step; the records a word names. A record is
//! looked for only where neither the user's own nor the built-in directory knows the word, and read at its place, which
//! the index beside the file knows (`indexed`): a hundred thousand of them cost little.

#![expect(clippy::disallowed_methods, reason = "this is where imported directories are kept")]

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use super::indexed;
use crate::cli::failure::{Failure, Kind};
use crate::delivery::outbox::{create_private_dir, replace_private};
use crate::directory::external::{Imported, Origin};
use crate::directory::search::fold;

/// Bytes of one line; a record has a few hundred.
const LINE_BYTES_MAX: u64 = 1 << 20;

/// Returns where the records of an origin are kept.
pub(crate) fn path(home: &Path, origin: Origin) -> PathBuf {
    home.join("imported").join(format!("{origin}.jsonl"))
}

/// Keeps the records of an origin in place of those of an earlier import.
///
/// # Errors
/// Fails if the home cannot be written; the earlier records are then still whole.
pub(crate) fn keep(home: &Path, origin: Origin, records: &[Imported]) -> Result<PathBuf, Failure> {
    let path = path(home, origin);
    let mut lines = Vec::new();
    for record in records {
        serde_json::to_writer(&mut lines, record).map_err(|error| Failure::of(Kind::Bug, &error))?;
        lines.push(b'\n');
    }
    let folders = create_private_dir(home).and_then(|()| create_private_dir(&home.join("imported")));
    let written = folders.and_then(|()| replace_private(&path, &lines));
    written.map_err(Failure::unwritten(&path))?;
    indexed::prepare(&path)?;
    Ok(path)
}

/// Deletes the records of an origin, and what was made of them to find them by; `false` when there are none.
///
/// # Errors
/// Says what the system says.
pub(crate) fn remove(home: &Path, origin: Origin) -> Result<bool, Failure> {
    let path = path(home, origin);
    let mut was_there = false;
    for path in [path.with_extension("index"), path] {
        match fs::remove_file(&path) {
            Ok(()) => was_there = true,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(failed(&path, &error)),
        }
    }
    Ok(was_there)
}

/// Returns the records a word names, the origin that is asked first in front. A record about the same company from a
/// second origin adds its pages to the first.
///
/// # Errors
/// Fails if a file is there and cannot be read.
pub(crate) fn named(home: &Path, word: &str) -> Result<Vec<Imported>, Failure> {
    let folded = fold(word);
    let mut found: Vec<Imported> = Vec::new();
    for &origin in Origin::ALL {
        let path = path(home, origin);
        for line in indexed::named(&path, word)? {
            let record: Imported = serde_json::from_slice(&line).map_err(|_| damaged(&path, None, origin))?;
            if record.is_named(&folded) {
                match found.iter_mut().find(|known| known.is_about_the_same(&record)) {
                    Some(known) => known.add_pages_of(&record),
                    None => found.push(record),
                }
            }
        }
    }
    Ok(found)
}

/// Returns the records of all origins.
///
/// # Errors
/// Fails if a file is there and cannot be read.
pub(crate) fn every(home: &Path) -> Result<Vec<Imported>, Failure> {
    let mut found = Vec::new();
    for &origin in Origin::ALL {
        each(home, origin, &mut |record| found.push(record))?;
    }
    Ok(found)
}

/// Returns all records of an origin.
///
/// # Errors
/// Fails if the file is there and cannot be read.
pub(crate) fn all(home: &Path, origin: Origin) -> Result<Vec<Imported>, Failure> {
    let mut records = Vec::new();
    each(home, origin, &mut |record| records.push(record))?;
    Ok(records)
}

/// Walks the records of an origin; there are none where there is no file.
fn each(home: &Path, origin: Origin, take: &mut dyn FnMut(Imported)) -> Result<(), Failure> {
    let path = path(home, origin);
    let file = match File::open(&path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(failed(&path, &error)),
    };
    let mut reader = BufReader::new(file);
    let mut line = Vec::new();
    for number in 1_u64.. {
        line.clear();
        let count = reader.by_ref().take(LINE_BYTES_MAX).read_until(b'\n', &mut line);
        if count.map_err(|error| failed(&path, &error))? == 0 {
            return Ok(());
        }
        let record = serde_json::from_slice(&line).map_err(|_| damaged(&path, Some(number), origin))?;
        take(record);
    }
    Ok(())
}

fn damaged(path: &Path, line: Option<u64>, origin: Origin) -> Failure {
    let place = line.map(|line| format!(" in line {line}")).unwrap_or_default();
    Failure::new(Kind::Settings, format!("{} is damaged{place}", path.display()))
        .hint(format!("import it again, or: habeas companies import --remove {origin}"))
}

fn failed(path: &Path, error: &io::Error) -> Failure {
    Failure::new(Kind::Settings, format!("{}: {error}", path.display()))
}
