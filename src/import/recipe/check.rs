//! Check: what is odd in a recipe that can be read, so that someone who writes their first one is not left to guess.
//!
//! In: a recipe's text and file name. Out: what it describes, and notes: a column that is used and not listed, a table that no
//! row can ever reach, nothing to recognise an answer by. Not here: faults of the language, which end the reading.

use super::{File, Recipe};
use crate::yaml::Fault;

/// What a recipe that can be read describes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// The company.
    pub company: String,
    /// Tables it knows.
    pub tables: usize,
    /// What is odd.
    pub notes: Vec<Note>,
}

/// Something odd.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// Nothing says whose answer it is; only `--company` applies the recipe.
    NothingToRecognise,
    /// It describes no file.
    NoFiles,
    /// A table lists its columns and uses one that is not listed.
    ColumnNotListed {
        /// The table, counted from 1.
        table: usize,
        /// Its first pattern.
        glob: String,
        /// The column.
        column: String,
    },
    /// A table comes after another that takes all of its rows.
    NeverReached {
        /// The table, counted from 1.
        table: usize,
        /// Its first pattern.
        glob: String,
        /// The one before it, counted from 1.
        behind: usize,
    },
}

/// Reads a recipe and says what is odd in it.
///
/// # Errors
/// Returns its fault, with line, column and the lines.
pub fn check(text: &str, name: &str) -> Result<Checked, Fault> {
    let recipe = Recipe::read(text, name)?;
    let mut notes = Vec::new();
    let signs = &recipe.recognise;
    if signs.any.is_empty() && signs.sheets.is_empty() && signs.headers.is_empty() && signs.senders.is_empty()
    {
        notes.push(Note::NothingToRecognise);
    }
    if recipe.files.is_empty() {
        notes.push(Note::NoFiles);
    }
    for (index, file) in recipe.files.iter().enumerate() {
        let (table, glob) = (index + 1, glob(file));
        let unlisted = file.unlisted();
        notes.extend(unlisted.into_iter().map(|column| Note::ColumnNotListed {
            table,
            glob: glob.clone(),
            column: column.to_owned(),
        }));
        if let Some(before) = recipe.files.iter().take(index).position(|before| before.takes_all_of(file)) {
            notes.push(Note::NeverReached { table, glob, behind: before + 1 });
        }
    }
    Ok(Checked { company: recipe.company, tables: recipe.files.len(), notes })
}

fn glob(file: &File) -> String {
    file.glob.as_slice().first().map(|glob| glob.written().to_owned()).unwrap_or_default()
}

impl File {
    /// Returns the columns it uses and does not list, where it lists any.
    fn unlisted(&self) -> Vec<&str> {
        if self.columns.is_empty() {
            return Vec::new();
        }
        let used = self.used();
        let is_listed = |column: &&String| {
            let listed = self.columns.iter().chain(&self.optional);
            listed.into_iter().any(|known| self.fold(known) == self.fold(column))
        };
        let mut unlisted: Vec<&str> = used.filter(|column| !is_listed(column)).map(String::as_str).collect();
        unlisted.sort_unstable();
        unlisted.dedup();
        unlisted
    }

    /// Tells whether every table and row of a later file is taken by this one.
    fn takes_all_of(&self, later: &Self) -> bool {
        let has_its_globs = later.glob.as_slice().iter().all(|glob| self.glob.as_slice().contains(glob));
        let formats = self.format.as_slice();
        let takes_format = formats.is_empty()
            || !later.format.as_slice().is_empty()
                && later.format.as_slice().iter().all(|format| formats.contains(format));
        let takes_sheet = self.sheet.is_none() || self.sheet == later.sheet;
        let takes_rows = self.rows.is_none() || self.rows == later.rows;
        let all_in = |own: &[String], other: &[String]| own.iter().all(|name| other.contains(name));
        has_its_globs
            && takes_format
            && takes_sheet
            && takes_rows
            && all_in(&self.headers, &later.headers)
            && all_in(&self.filled, &later.filled)
    }
}
