//! Known: whether a name is that of a company.
//!
//! In: a directory. Out: for a name as somebody wrote it, whether it is that of a company of the directory, of one that a
//! notice announces as a recipient, or carries a legal form. Not here: which one it is (`search`).

use std::collections::HashSet;

use super::Directory;
use super::search::names;
use super::words::{has_legal_form, telling_words};

/// The names of companies, as they are compared.
pub struct KnownNames(HashSet<String>);

impl KnownNames {
    /// Gathers what the companies of a directory are called, and whom they announce to share with.
    pub fn of(directory: &Directory) -> Self {
        let called = directory.companies().iter().flat_map(names).map(|(_, name)| name);
        let announced = directory.companies().iter().flat_map(|company| &company.shares_with);
        let all = called.chain(announced.map(|recipient| recipient.name.as_str()));
        Self(all.map(compared).collect())
    }

    /// Tells whether a name is that of a company.
    pub fn has(&self, name: &str) -> bool {
        has_legal_form(name) || self.0.contains(&compared(name))
    }
}

/// Returns a name as names are compared: its letters, folded, without legal forms.
pub fn compared(name: &str) -> String {
    telling_words(name).concat()
}
