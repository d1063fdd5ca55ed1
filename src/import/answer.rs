//! Answer: what came back from a controller, after one pass over it.
//!
//! In: accounts and totals of its members, and who sent it. Out: one value that the store keeps and the report
//! reads. It holds no rows beyond the bounded samples of `totals`.

use serde::{Deserialize, Serialize};

use super::container::Received;
use super::coverage::{Account, Coverage};
use super::explain::Explanation;
use super::recipe::{Certainty, Lack};
use super::totals::Totals;
use crate::finding::Finding;

/// An answer that was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The files the user gave, as they were.
    pub received: Vec<Received>,
    /// Whose answer it is, as far as names and content tell or the user said.
    pub company: Option<Recognition>,
    /// The ledger, summed.
    pub coverage: Coverage,
    /// The ledger, member by member, in the order of the archive.
    pub accounts: Vec<Account>,
    /// What the records add up to.
    pub totals: Totals,
    /// What answers of this company usually leave out.
    #[serde(default)]
    pub lacks: Vec<Lack>,
    /// What the company says of its files and columns.
    #[serde(default)]
    pub explained: Vec<Explanation>,
    /// Where the files were on this machine, for reading them again; known to this machine only.
    #[serde(default)]
    pub found_at: Vec<String>,
    /// Findings about the answer as a whole (a damaged archive, an expected file that is absent).
    pub findings: Vec<Finding>,
}

impl Answer {
    /// An answer without any file: one that came as a letter alone.
    pub fn nothing() -> Self {
        Self {
            received: Vec::new(),
            company: None,
            coverage: Coverage::default(),
            accounts: Vec::new(),
            totals: Totals::default(),
            findings: Vec::new(),
            lacks: Vec::new(),
            explained: Vec::new(),
            found_at: Vec::new(),
        }
    }
}

/// Whose answer it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recognition {
    /// Id of the company in the directory.
    pub id: String,
    /// How sure: 0 to 100. 100 is what the user said.
    pub confidence: u8,
    /// What it was recognised by: names of files, sheets or columns, never values.
    pub evidence: Vec<String>,
    /// How the recipe's author knows the layout (`public help page`, `observed archive`, …).
    pub learned_from: Option<String>,
    /// How sure it is that the files are laid out as the recipe says.
    #[serde(default)]
    pub certainty: Option<Certainty>,
}
