//! YAML in and out: the one place that knows the YAML library.
//!
//! In: a text and the name of the file it came from. Out: a typed value, or a [`Fault`] that shows the lines
//! at fault with line and column, so that a file edited by hand can be mended at a glance.
//!
//! Budgets are set on purpose: depth, aliases and the number of nodes are bounded, because a directory or a
//! recipe may come from somebody else. Not here: what the values mean.

mod patch;
mod tree;

use serde::Serialize;
use serde::de::DeserializeOwned;
use thiserror::Error;

pub use self::patch::patched;
pub use self::tree::{Content, Node, tree};

/// A value together with the line and column where it stands, both counted from 1.
pub use serde_yaml::Spanned;

/// Nodes allowed in one file: about 60,000 companies in the shape of `companies.yaml`.
const NODES_MAX: usize = 1_000_000;

/// Faults of one file whose lines are shown; of the others only the place is.
const SHOWN_MAX: usize = 100;

/// Faults after which the rest of a list is not read.
const FAULTS_MAX: usize = 1000;

/// Lines of a fault that are shown.
const SHOWN_LINES_MAX: usize = 20;

/// Characters of such a line.
const SHOWN_CHARACTERS_MAX: usize = 160;

/// A YAML text that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{file}:{line}:{column}: {message}")]
pub struct Fault {
    /// The file's name as the reader knows it.
    pub file: String,
    /// Line, counted from 1; 0 when the library could not tell.
    pub line: u64,
    /// Column, counted from 1; 0 when the library could not tell.
    pub column: u64,
    /// What kind of fault it is.
    pub kind: FaultKind,
    /// What is wrong, without the lines.
    pub message: String,
    /// What is wrong, with the lines of the file and a marker under the place. For files whose content may be
    /// shown (a directory, a recipe), not for a profile.
    pub shown: String,
}

closed_list! {
    /// What kind of fault a YAML text has.
    pub enum FaultKind {
        /// It is YAML, and not what is wanted there.
        Shape = "shape";
        /// A line is indented with a tab.
        Tab = "tab";
        /// A key stands twice.
        Twice = "twice";
        /// An alias has no anchor, or an anchor is inside itself.
        Anchor = "anchor";
        /// It is more, deeper or more entangled than is read.
        Excess = "excess";
        /// It is no YAML.
        Syntax = "syntax";
    }
}

impl FaultKind {
    fn of(error: &serde_yaml::Error) -> Self {
        use serde_yaml::Error;
        match error.without_snippet() {
            Error::DuplicateMappingKey { .. } => Self::Twice,
            Error::UnknownAnchor { .. } | Error::RecursiveReferencesRequireWeakTypes { .. } => Self::Anchor,
            Error::Budget { .. }
            | Error::AliasReplayCounterOverflow { .. }
            | Error::AliasReplayLimitExceeded { .. }
            | Error::AliasExpansionLimitExceeded { .. }
            | Error::AliasReplayStackDepthExceeded { .. } => Self::Excess,
            Error::Eof { .. } | Error::ExternalMessage { .. } | Error::MultipleDocuments { .. } => {
                Self::Syntax
            }
            Error::AliasError { error, .. } => Self::of(error),
            // The library's list is open; what its reader has passed is YAML.
            _ => Self::Shape,
        }
    }
}

impl Fault {
    /// Returns the fault of a text that stands below so many lines of its file.
    #[must_use]
    pub fn below(self, lines: u64) -> Self {
        Self { line: self.line + lines, ..self }
    }
}

/// An item of a list that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// Its first fault.
    pub fault: Fault,
    /// The lines before it.
    pub start: u64,
    /// The item as it is written; empty where the rest of a list was not read.
    pub text: String,
}

/// Reads one document.
///
/// # Errors
/// Returns the first [`Fault`]; the text is never read in part.
pub fn read<T: DeserializeOwned>(text: &str, file: &str) -> Result<T, Fault> {
    serde_yaml::from_str_with_options(text, options()).map_err(|error| fault(&error, text, file))
}

fn options() -> serde_yaml::Options {
    serde_yaml::options! {
        budget: serde_yaml::budget! { max_nodes: NODES_MAX, max_events: 4 * NODES_MAX },
    }
}

/// Reads a document that is a list, item by item where it has faults: the items that could be read, and all
/// that could not, each with its first fault. An item begins with a hyphen at the beginning of a line.
pub fn read_list<T: DeserializeOwned>(text: &str, file: &str) -> (Vec<T>, Vec<Unread>) {
    let first = match read(text, file) {
        Ok(items) => return (items, Vec::new()),
        Err(fault) => fault,
    };
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut sound = String::with_capacity(text.len());
    let mut faults = Vec::new();
    for (start, item) in items(&lines) {
        if faults.len() == FAULTS_MAX {
            faults.push(Unread { fault: too_many(start, file), start: start as u64, text: String::new() });
            break;
        }
        match faulty::<T>(item, start, file, faults.len() < SHOWN_MAX) {
            // Empty lines in its place keep the others where they were.
            Some(fault) => {
                faults.push(Unread { fault, start: start as u64, text: item.concat() });
                sound.extend(item.iter().map(|_| '\n'));
            }
            None => sound.extend(item.iter().copied()),
        }
    }
    if faults.is_empty() {
        return (Vec::new(), vec![Unread { fault: first, start: 0, text: text.to_owned() }]);
    }
    let is_empty = sound.lines().all(|line| line.trim().is_empty() || line.starts_with('#'));
    match if is_empty { Ok(Vec::new()) } else { read(&sound, file) } {
        Ok(items) => (items, faults),
        Err(fault) => {
            faults.push(Unread { fault, start: 0, text: String::new() });
            (Vec::new(), faults)
        }
    }
}

/// Says from which line on a list was not read.
fn too_many(start: usize, file: &str) -> Fault {
    let line = start as u64 + 1;
    let message = format!("{FAULTS_MAX} records cannot be read; from here on the file was not read");
    let shown = format!("{file}:{line}:1: {message}");
    Fault { file: file.to_owned(), line, column: 1, kind: FaultKind::Excess, message, shown }
}

/// The items of a list with the number of lines before each; what stands before the first is an item too.
fn items<'a>(lines: &'a [&'a str]) -> Vec<(usize, &'a [&'a str])> {
    let begins = |line: &str| line.starts_with("- ") || line.trim_end() == "-";
    let mut items = Vec::new();
    let mut start = 0;
    for item in lines.chunk_by(|_, next| !begins(next)) {
        items.push((start, item));
        start += item.len();
    }
    items
}

/// The fault of one item, placed in its file.
fn faulty<T: DeserializeOwned>(item: &[&str], start: usize, file: &str, is_shown: bool) -> Option<Fault> {
    let text = item.concat();
    if text.lines().all(|line| line.trim().is_empty() || line.starts_with('#')) {
        return None;
    }
    let fault = read::<Vec<T>>(&text, file).err()?;
    if is_shown {
        // Read once more behind as many empty lines, so that the lines shown have their own numbers.
        return read::<Vec<T>>(&("\n".repeat(start) + &text), file).err();
    }
    let line = fault.line + start as u64;
    let shown = format!("{file}:{line}:{}: {}", fault.column, fault.message);
    Some(Fault { line, shown, ..fault })
}

/// Writes a value as one document.
///
/// # Errors
/// Fails for values that YAML cannot hold (none of ours); the text names the reason.
pub fn write<T: Serialize>(value: &T) -> Result<String, String> {
    serde_yaml::to_string(value).map_err(|error| error.to_string())
}

fn fault(error: &serde_yaml::Error, text: &str, file: &str) -> Fault {
    let (line, column) = error.location().map_or((0, 0), |at| (at.line(), at.column()));
    let message = shortened(&error.without_snippet().to_string());
    if message.contains("tab")
        && let Some((line, found)) = tab_from(text, line)
    {
        return tabbed(line, found, file);
    }
    let kind = FaultKind::of(error);
    Fault { file: file.to_owned(), line, column, kind, message, shown: shown(error, file) }
}

/// The first line from a given one on that is indented with a tab: the library names the line before it.
fn tab_from(text: &str, line: u64) -> Option<(u64, &str)> {
    let lines = (1..).zip(text.lines()).skip_while(|(number, _)| *number < line);
    let indent = |text: &str| text.len() - text.trim_start().len();
    let mut tabbed = lines.filter(|(_, text)| text.bytes().take(indent(text)).any(|byte| byte == b'\t'));
    tabbed.next()
}

fn tabbed(line: u64, found: &str, file: &str) -> Fault {
    let message = "the line is indented with a tab; YAML wants spaces".to_owned();
    let shown =
        shortened(&format!("{message}\n --> {file}:{line}:1\n  |\n{line} | {}\n", found.replace('\t', "→")));
    Fault { file: file.to_owned(), line, column: 1, kind: FaultKind::Tab, message, shown }
}

/// Shows a line with a mark under a column, both counted from 1; nothing where there is no such line. `before` is the
/// number of lines before the text.
pub fn excerpt(text: &str, before: u64, line: u64, column: u64) -> String {
    let index = line.checked_sub(before + 1).and_then(|index| usize::try_from(index).ok());
    let Some(written) = index.and_then(|index| text.lines().nth(index)) else { return String::new() };
    let margin = " ".repeat(line.to_string().len());
    let mark = usize::try_from(column).unwrap_or(1).clamp(1, SHOWN_CHARACTERS_MAX);
    let written = shortened(&written.replace('\t', "→"));
    format!("{margin} |\n{line} | {written}\n{margin} | {}^", " ".repeat(mark - 1))
}

/// The lines at fault under the file's own name; the library calls every text its input.
fn shown(error: &serde_yaml::Error, file: &str) -> String {
    let shown = error.render();
    let shown = shown.strip_prefix("error: ").unwrap_or(&shown);
    shortened(&shown.replacen("<input>", file, 1))
}

/// Cuts what is too long to be read: a faulty file may have lines of any length.
fn shortened(text: &str) -> String {
    let mut shortened: Vec<String> = Vec::new();
    for line in text.split('\n').take(SHOWN_LINES_MAX) {
        match line.char_indices().nth(SHOWN_CHARACTERS_MAX).and_then(|(end, _)| line.get(..end)) {
            Some(beginning) => shortened.push(format!("{beginning}…")),
            None => shortened.push(line.to_owned()),
        }
    }
    shortened.join("\n")
}
