//! Explain: what a company says of its own files and columns.
//!
//! In: members that a recipe calls explanations: a table of two columns (file, text) or of three (file, column, text),
//! whatever its headings are called, because companies translate them. Out: bounded [`Explanation`]s, for whoever shows the files.
//!
//! Such members are documentation and no data about anybody. Not here: texts and PDFs of the kind "read me", which are
//! left to be read by people.

use serde::{Deserialize, Serialize};

use super::Options;
use super::container::{Archive, Fate};
use super::fold::fold;
use super::format::{self, Cell, Flow, FormatFinding, Lists, RowPlace, Sink};
use super::glob::folded_path;
use super::recipe::Recipe;

/// Explanations kept of one answer.
const EXPLANATIONS_MAX: usize = 2_000;

/// Bytes kept of one text.
const TEXT_BYTES_MAX: usize = 2_000;

/// Tables of explanations looked into.
const TABLES_MAX: usize = 50;

/// What a company says of one of its files, or of a column of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanation {
    /// The file, as the company calls it there.
    pub file: String,
    /// The column, where only one is explained.
    pub column: Option<String>,
    /// What it says.
    pub text: String,
}

impl Explanation {
    /// Tells whether it is about a member: numbers of regions and versions in its name do not count.
    pub fn is_about(&self, path: &str) -> bool {
        key(&self.file) == key(path)
    }
}

/// A file's name as companies write it in explanations: without folders and without numbers between its dots.
fn key(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let folded = fold(name.trim());
    let parts: Vec<&str> = folded.split('.').filter(|part| !is_number(part)).collect();
    parts.join(".")
}

fn is_number(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())
}

/// Reads what the company explains.
pub(crate) fn explained(archive: &Archive, recipes: &[&Recipe], options: &Options) -> Vec<Explanation> {
    let globs = || recipes.iter().flat_map(|recipe| &recipe.explains);
    if globs().next().is_none() {
        return Vec::new();
    }
    let mut explanations = Explanations { all: Vec::new() };
    let explains = |path: &str| {
        let path = folded_path(path);
        globs().any(|glob| glob.matches(&path))
    };
    let members = archive.members.iter().filter(|member| member.fate == Fate::Read);
    for member in members.filter(|member| explains(&member.path)).take(TABLES_MAX) {
        // What cannot be read stays unexplained; the member itself is listed among those that are no data.
        let _ = member.read(archive, options, |reader| {
            let beginning = format::beginning(reader);
            let format = format::detect(&beginning, &member.path);
            format::read(format, &beginning, reader, Lists::Inside, &mut explanations);
        });
    }
    explanations.all
}

struct Explanations {
    all: Vec<Explanation>,
}

impl Sink for Explanations {
    fn table(&mut self, _: Option<&str>, _: &[String]) -> Flow {
        Flow::Next
    }

    fn row(&mut self, _: RowPlace<'_>, cells: &[Cell<'_>]) -> Flow {
        if self.all.len() >= EXPLANATIONS_MAX {
            return Flow::Stop;
        }
        let texts: Vec<&str> = cells.iter().map(|cell| cell.text.trim()).collect();
        let (file, column, text) = match texts.as_slice() {
            [file, text] => (*file, None, *text),
            [file, column, text, ..] => (*file, Some(*column).filter(|column| !column.is_empty()), *text),
            [] | [_] => return Flow::Next,
        };
        if !file.is_empty() && !text.is_empty() {
            let end = text.floor_char_boundary(TEXT_BYTES_MAX.min(text.len()));
            self.all.push(Explanation {
                file: file.to_owned(),
                column: column.map(str::to_owned),
                text: text.get(..end).unwrap_or_default().to_owned(),
            });
        }
        Flow::Next
    }

    fn lost(&mut self, _: FormatFinding) {}

    fn finding(&mut self, _: FormatFinding) {}
}
