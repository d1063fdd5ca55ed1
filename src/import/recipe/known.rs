//! Known: what the recipes know, company by company and table by table.
//!
//! In: the recipes of one run. Out: a summary for people, and the columns of a table, so that a list of facts can be held
//! against them. Not here: applying any of it (`apply`).

use super::{Certainty, File, Lack, Recipe, Recipes};
use crate::import::glob::folded_path;

impl Recipes {
    /// Returns what the recipes know, company by company.
    pub fn summaries(&self) -> Vec<Summary<'_>> {
        let of = |company| Summary::of(company, self.all.iter().filter(|recipe| recipe.company == company));
        self.companies().into_iter().map(of).collect()
    }

    /// Returns every column that a recipe names.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.all.iter().flat_map(|recipe| &recipe.files).flat_map(File::named)
    }

    /// Returns the columns a company's recipes name in a table of a member, or nothing where none of them knows the table.
    pub fn columns_of(
        &self,
        company: &str,
        member: &str,
        format: &str,
        table: Option<&str>,
    ) -> Option<Columns<'_>> {
        let path = folded_path(member);
        let is_about = |file: &&File| {
            file.glob.as_slice().iter().any(|glob| glob.matches(&path)) && file.is_about(format, table)
        };
        let files: Vec<&File> = self.of(company).flat_map(|recipe| &recipe.files).filter(is_about).collect();
        (!files.is_empty()).then_some(Columns { files })
    }

    /// Returns the other names of a company's columns: the column, then what else it is called.
    pub fn synonyms_of<'r>(&'r self, company: &str) -> impl Iterator<Item = (&'r str, &'r [String])> {
        let all = self.of(company).flat_map(|recipe| &recipe.synonyms);
        all.map(|(column, others)| (column.as_str(), others.as_slice()))
    }
}

/// The columns that recipes name in one table.
#[derive(Debug, Clone)]
pub struct Columns<'r> {
    files: Vec<&'r File>,
}

impl Columns<'_> {
    /// Tells whether a column is named.
    pub fn has(&self, column: &str) -> bool {
        let is_it = |file: &File, known: &str| file.fold(known) == file.fold(column);
        self.files.iter().any(|file| file.named().any(|known| is_it(file, known)))
    }

    /// Tells whether it is noticed when a column is gone.
    pub fn expects(&self, column: &str) -> bool {
        let is_it = |file: &File, known: &String| file.fold(known) == file.fold(column);
        self.files.iter().all(|file| file.columns.iter().chain(&file.headers).any(|known| is_it(file, known)))
    }
}

impl Columns<'_> {
    /// Tells whether it is noticed when no row of a document without a header has a column: some kind of row is read by
    /// it and by no other.
    pub fn needs(&self, column: &str) -> bool {
        self.files.iter().any(|file| {
            let mut alone = file.groups().filter_map(|group| <&[String; 1]>::try_from(group).ok());
            alone.any(|[known]| file.fold(known) == file.fold(column))
        })
    }
}

/// What is known of a company's answers, for the table in the README.
#[derive(Debug, Clone)]
pub struct Summary<'r> {
    /// Its id, or that of its family.
    pub company: &'r str,
    /// Tables known.
    pub tables: usize,
    /// Languages of file and column names.
    pub languages: Vec<&'r str>,
    /// How sure the layout is.
    pub certainty: Certainty,
    /// What its answers usually leave out.
    pub lacks: Vec<&'r Lack>,
}

impl<'r> Summary<'r> {
    fn of(company: &'r str, recipes: impl Iterator<Item = &'r Recipe>) -> Self {
        let mut summary = Self {
            company,
            tables: 0,
            languages: Vec::new(),
            certainty: Certainty::Expected,
            lacks: Vec::new(),
        };
        for recipe in recipes {
            summary.tables += recipe.files.len();
            summary.languages.extend(recipe.languages.iter().map(String::as_str));
            summary.certainty = summary.certainty.min(recipe.certainty);
            summary.lacks.extend(&recipe.lacks);
        }
        summary.languages.sort_unstable();
        summary.languages.dedup();
        summary
    }
}
