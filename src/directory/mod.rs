//! directory: whom to write to.
//!
//! In: `companies.yaml` as compiled in, and the user's own file, which wins. Out: companies by id, name or
//! brand, near names for a word that fits none, and findings about the records.
//!
//! Not here: what is written to them (`letter`).

pub mod address;
pub mod check;
pub mod company;
pub mod diff;
pub mod external;
pub mod host;
pub mod index;
pub mod known;
pub mod search;
mod shape;
pub mod source;
mod spelling;
pub mod value;
mod words;

use std::collections::BTreeSet;

use self::company::{Company, CompanyId};

/// The companies, the user's own before the built-in ones.
#[derive(Debug, Clone, Default)]
pub struct Directory {
    companies: Vec<Company>,
}

impl Directory {
    /// Joins the built-in companies with the user's own: a record of the user's replaces the one with its id.
    pub fn new(built_in: Vec<Company>, own: Vec<Company>) -> Self {
        let mut companies = own;
        for company in built_in {
            if !companies.iter().any(|own| own.id() == company.id()) {
                companies.push(company);
            }
        }
        companies.sort_by(|a, b| a.id().cmp(b.id()));
        Self { companies }
    }

    /// Returns all companies by id.
    pub fn companies(&self) -> &[Company] {
        &self.companies
    }

    /// Returns the companies of a pack, by id; none for a name no record carries.
    pub fn pack(&self, name: &str) -> Vec<&Company> {
        self.companies
            .iter()
            .filter(|company| company.packs.iter().any(|pack| pack.as_str() == name))
            .collect()
    }

    /// Returns the names of all packs.
    pub fn packs(&self) -> BTreeSet<&str> {
        self.companies.iter().flat_map(|company| &company.packs).map(CompanyId::as_str).collect()
    }

    /// Returns the company with this id, or that had it before.
    pub fn by_id(&self, id: &str) -> Option<&Company> {
        let formerly = |company: &&Company| company.formerly.iter().any(|old| old == id);
        self.companies
            .iter()
            .find(|company| company.id() == id)
            .or_else(|| self.companies.iter().find(formerly))
    }
}
