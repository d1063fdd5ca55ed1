//! RIM: files of one record per line, and the indexes beside them by which their records are found.
//!
//! In: the home, and what somebody typed. Out: the records of `imported/*.jsonl` that are nearest, read at their places, or
//! those a name may choose; nothing else of the files is read. The index (`<name>.index`, see `directory::index`) is made
//! at the import, and again whenever the file has another size or time of change.
//!
//! A line is a JSON object whose key `company` has a record in the keys of `companies.yaml`. Not here: who writes the
//! lines.

#![expect(clippy::disallowed_methods, reason = "this is where imported directories are looked through")]

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use serde::Deserialize;
use serde_json::Value;

use crate::cli::failure::{Failure, Kind};
use crate::delivery::outbox::replace_private;
use crate::directory::company::{Company, Status};
use crate::directory::index::{self, Entry, Hit, Index, Stamp};
use crate::directory::search::standing;
use crate::yaml;

/// Bytes of one line; a record has a few hundred.
const LINE_BYTES_MAX: u64 = 1 << 20;

/// Bytes of a file that is indexed; the largest directory known has a tenth of it.
const FILE_BYTES_MAX: u64 = 1 << 30;

/// What was found in one file.
pub(super) struct Finds {
    /// Where the records come from: the name of their file.
    pub(super) origin: String,
    /// The nearest, best first.
    pub(super) companies: Vec<Company>,
    /// The edits of those that were not read, nearest first.
    pub(super) further: Vec<usize>,
}

/// Looks for companies in all imported directories; of each, reads at most `limit` records.
///
/// # Errors
/// Fails if a file is there and cannot be read, or a record in it is damaged.
pub(super) fn search(home: &Path, typed: &str, country: &str, limit: usize) -> Result<Vec<Finds>, Failure> {
    let mut finds = Vec::new();
    for path in files(home)? {
        let mut file = File::open(&path).map_err(|error| failed(&path, &error))?;
        let stamp = stamp(&file).map_err(|error| failed(&path, &error))?;
        let bytes = index_of(&path, &mut file, stamp)?;
        let Some(index) = Index::read(&bytes, stamp) else { continue };
        let hits = index.search(typed, country);
        let (near, further) = hits.split_at(limit.min(hits.len()));
        let company = |hit: &Hit| record(&path, &mut file, index.place(hit.record));
        finds.push(Finds {
            origin: path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default(),
            companies: near.iter().map(company).collect::<Result<_, _>>()?,
            further: further.iter().map(|hit| hit.edits).collect(),
        });
    }
    Ok(finds)
}

/// Returns the lines of the records that a name may choose, read at their places; none where there is no file. Names are
/// compared without legal forms, so the caller has to look again.
///
/// # Errors
/// Fails if the file is there and cannot be read, or a record in it is damaged.
pub(super) fn named(path: &Path, name: &str) -> Result<Vec<Vec<u8>>, Failure> {
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed(path, &error)),
    };
    let stamp = stamp(&file).map_err(|error| failed(path, &error))?;
    let bytes = index_of(path, &mut file, stamp)?;
    let Some(index) = Index::read(&bytes, stamp) else { return Ok(Vec::new()) };
    index.named(name).into_iter().map(|record| line(path, &mut file, index.place(record))).collect()
}

/// Makes the index of a file that was just written, so that no search has to wait for it.
///
/// # Errors
/// Fails if the file cannot be read.
pub(super) fn prepare(path: &Path) -> Result<(), Failure> {
    let mut file = File::open(path).map_err(|error| failed(path, &error))?;
    let stamp = stamp(&file).map_err(|error| failed(path, &error))?;
    index_of(path, &mut file, stamp).map(|_| ())
}

/// The files of imported records, by name; none where nothing was imported.
fn files(home: &Path) -> Result<Vec<PathBuf>, Failure> {
    let folder = home.join("imported");
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed(&folder, &error)),
    };
    let paths = entries.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>();
    let mut paths = paths.map_err(|error| failed(&folder, &error))?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "jsonl"));
    paths.sort();
    Ok(paths)
}

fn stamp(file: &File) -> io::Result<Stamp> {
    let metadata = file.metadata()?;
    let changed = metadata.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default();
    // Nanoseconds since 1970 fit until the year 2554.
    Ok(Stamp { bytes: metadata.len(), changed: u64::try_from(changed.as_nanos()).unwrap_or(u64::MAX) })
}

/// Reads the index of a file, or makes it.
fn index_of(path: &Path, file: &mut File, stamp: Stamp) -> Result<Vec<u8>, Failure> {
    let beside = path.with_extension("index");
    match fs::read(&beside) {
        Ok(bytes) if Index::read(&bytes, stamp).is_some() => return Ok(bytes),
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(failed(&beside, &error)),
    }
    if stamp.bytes > FILE_BYTES_MAX {
        return Err(Failure::new(
            Kind::Settings,
            format!("{} is larger than {FILE_BYTES_MAX} bytes", path.display()),
        ));
    }
    let mut lines = Vec::new();
    file.read_to_end(&mut lines).map_err(|error| failed(path, &error))?;
    let bytes = make(&lines, stamp, path)?;
    // A home that cannot be written is searched all the same; it costs the time of making the index again.
    let _ = replace_private(&beside, &bytes);
    Ok(bytes)
}

fn make(lines: &[u8], stamp: Stamp, path: &Path) -> Result<Vec<u8>, Failure> {
    let mut records = Vec::new();
    let mut start = 0;
    for (number, line) in (1_u64..).zip(lines.split_inclusive(|byte| *byte == b'\n')) {
        let end = start + line.len() as u64;
        if !line.trim_ascii().is_empty() {
            let line: Line<'_> =
                serde_json::from_slice(line).map_err(|_| damaged(path, &format!("line {number}")))?;
            records.push((line.company, start..end));
        }
        start = end;
    }
    let entries = records.iter().map(|(company, place)| company.entry(place.clone()));
    index::build(entries, stamp).map_err(|error| Failure::of(Kind::Settings, &error))
}

fn record(path: &Path, file: &mut File, place: Option<Range<u64>>) -> Result<Company, Failure> {
    let start = place.as_ref().map_or(0, |place| place.start);
    let fault = || damaged(path, &format!("the line at byte {start}"));
    let line: Value = serde_json::from_slice(&line(path, file, place)?).map_err(|_| fault())?;
    // JSON is YAML: the record passes the same gate as every other.
    let company = line.get("company").ok_or_else(fault)?.to_string();
    yaml::read(&company, &path.display().to_string()).map_err(|_| fault())
}

fn line(path: &Path, file: &mut File, place: Option<Range<u64>>) -> Result<Vec<u8>, Failure> {
    let place = place.unwrap_or_default();
    let mut line = Vec::new();
    file.seek(SeekFrom::Start(place.start))
        .and_then(|_| {
            file.take(place.end.saturating_sub(place.start).min(LINE_BYTES_MAX)).read_to_end(&mut line)
        })
        .map_err(|error| failed(path, &error))?;
    Ok(line)
}

fn damaged(path: &Path, place: &str) -> Failure {
    let origin = path.file_stem().unwrap_or_default().to_string_lossy();
    Failure::new(Kind::Settings, format!("{} is damaged in {place}", path.display()))
        .hint(format!("import it again, or: habeas companies import --remove {origin}"))
}

fn failed(path: &Path, error: &io::Error) -> Failure {
    Failure::new(Kind::Settings, format!("{}: {error}", path.display()))
}

/// What the index needs of a line.
#[derive(Deserialize)]
struct Line<'a> {
    #[serde(borrow)]
    company: Named<'a>,
}

#[derive(Deserialize)]
struct Named<'a> {
    id: &'a str,
    #[serde(borrow)]
    name: std::borrow::Cow<'a, str>,
    #[serde(default)]
    brands: Vec<String>,
    #[serde(default)]
    formerly: Vec<String>,
    countries: Vec<&'a str>,
    #[serde(default, borrow)]
    controller: Option<NamedController<'a>>,
    status: Status,
}

#[derive(Deserialize)]
struct NamedController<'a> {
    #[serde(borrow)]
    name: std::borrow::Cow<'a, str>,
}

impl Named<'_> {
    fn entry(&self, place: Range<u64>) -> Entry<'_> {
        let mut names = vec![self.name.as_ref()];
        names.extend(self.brands.iter().map(String::as_str));
        names.extend(self.controller.iter().map(|controller| controller.name.as_ref()));
        names.push(self.id);
        names.extend(self.formerly.iter().map(String::as_str));
        Entry { names, countries: self.countries.clone(), standing: standing(self.status), place }
    }
}
