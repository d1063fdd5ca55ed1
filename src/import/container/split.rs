//! RIM. Split: one archive that was cut into several files.
//!
//! In: the path of one of its files, and what else the user gave. Out: all its bytes as one source. Two ways of cutting
//! are known: `answer.z01`, `answer.z02`, …, `answer.zip` (APPNOTE 8: the list stands in the last and counts offsets
//! from the beginning of each part), and `answer.zip.001`, `answer.zip.002`, … (plain pieces). The other parts are
//! looked for among what was given, and beside the one that was.
//!
//! Not here: several archives that are one answer, each with a list of its own (`super`).

#![expect(clippy::disallowed_methods, reason = "container/ opens what the user named")]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Error;
use super::directory::part_number;
use super::source::{self, Source, joined};

/// Parts of one archive; the extension has room for no more.
const PARTS_MAX: u16 = 999;

/// One archive and the files it stands in.
pub(super) struct Whole {
    pub(super) source: Arc<dyn Source>,
    /// The name and the bytes of each part, where there are several.
    pub(super) parts: Vec<(String, Arc<dyn Source>)>,
}

/// How a file takes part in an archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// `.zip`, perhaps the last of several.
    Last,
    /// `.z01` and so on.
    Before,
    /// `.zip.001`.
    First,
    /// `.zip.002` and so on.
    Behind,
}

fn part(path: &Path) -> Option<Part> {
    let extension = path.extension()?.to_str()?.to_ascii_lowercase();
    let is_digits = |text: &str| text.len() >= 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    let of_zip =
        || path.file_stem().is_some_and(|stem| stem.to_string_lossy().to_lowercase().ends_with(".zip"));
    match extension.as_str() {
        "zip" => Some(Part::Last),
        "001" if of_zip() => Some(Part::First),
        extension if extension.len() == 3 && is_digits(extension) && of_zip() => Some(Part::Behind),
        extension if extension.strip_prefix('z').is_some_and(is_digits) => Some(Part::Before),
        _ => None,
    }
}

/// Tells whether a file is the first piece of an archive, by its name.
pub(super) fn is_first_piece(path: &Path) -> bool {
    part(path) == Some(Part::First)
}

/// Tells whether a file is read as part of another of these files.
pub(super) fn is_part_of_another(path: &Path, given: &[PathBuf]) -> bool {
    match part(path) {
        Some(Part::Before) => find(path, "zip", given).is_some(),
        Some(Part::Behind) => find(path, "001", given).is_some(),
        Some(Part::Last | Part::First) | None => false,
    }
}

/// Returns the files to open for those that were given: of the parts of one archive, the one that stands for all.
pub(super) fn wholes(given: &[PathBuf]) -> Vec<PathBuf> {
    let mut wholes: Vec<PathBuf> = Vec::new();
    for path in given {
        let whole = match part(path) {
            Some(Part::Before) => find(path, "zip", given),
            Some(Part::Behind) => find(path, "001", given),
            Some(Part::Last | Part::First) | None => None,
        };
        match whole {
            Some(whole) if wholes.contains(&whole) || given.contains(&whole) => {}
            Some(whole) => wholes.push(whole),
            None => wholes.push(path.clone()),
        }
    }
    wholes
}

/// Opens the archive a file is, or is the one to name of.
///
/// # Errors
/// Fails when a file cannot be opened or a part is missing.
pub(super) fn open(path: &Path, given: &[PathBuf]) -> Result<Whole, Error> {
    let unreadable = |source| Error::Unreadable { name: path.display().to_string(), source };
    let source = source::open(path).map_err(unreadable)?;
    let others = match part(path) {
        Some(Part::Last) => {
            let count = part_number(source.as_ref()).map_err(unreadable)?.min(PARTS_MAX);
            let others = (1..=count).map(|number| part_named(path, &format!("z{number:02}"), given));
            others.collect::<Result<Vec<_>, _>>()?
        }
        Some(Part::First) => {
            let others = (2..=PARTS_MAX).map(|number| find(path, &format!("{number:03}"), given));
            others.map_while(|found| found).collect()
        }
        Some(Part::Before) => return Err(missing(path, "zip")),
        Some(Part::Behind) => return Err(missing(path, "001")),
        None => Vec::new(),
    };
    if others.is_empty() {
        return Ok(Whole { source, parts: Vec::new() });
    }
    let mut paths = others;
    let at = if part(path) == Some(Part::Last) { paths.len() } else { 0 };
    paths.insert(at, path.to_owned());
    let parts =
        paths.iter().map(|path| Ok((name(path), source::open(path)?))).collect::<io::Result<Vec<_>>>();
    let parts = parts.map_err(unreadable)?;
    let sources = parts.iter().map(|(_, source)| Arc::clone(source)).collect();
    let source = joined(sources, part(path) == Some(Part::Last));
    Ok(Whole { source, parts })
}

fn part_named(path: &Path, extension: &str, given: &[PathBuf]) -> Result<PathBuf, Error> {
    find(path, extension, given).ok_or_else(|| missing(path, extension))
}

fn missing(path: &Path, extension: &str) -> Error {
    Error::PartMissing { name: name(path), part: name(&path.with_extension(extension)) }
}

/// Finds the part with another extension: among what was given, else beside the file.
fn find(path: &Path, extension: &str, given: &[PathBuf]) -> Option<PathBuf> {
    let wanted = name(&path.with_extension(extension)).to_lowercase();
    let among = given.iter().find(|other| name(other).to_lowercase() == wanted);
    let beside = || {
        let spellings = [extension.to_owned(), extension.to_uppercase()];
        // A link is none: a folder must not reach beyond itself.
        let is_file = |other: &PathBuf| fs::symlink_metadata(other).is_ok_and(|about| about.is_file());
        spellings.iter().map(|extension| path.with_extension(extension)).find(is_file)
    };
    among.cloned().or_else(beside)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
