//! Moved: open cases whose letter went to an address that the directory no longer has.
//!
//! In: the home. Out: the cases with the old address and the new one, for whoever asks; and, unasked, once after a new
//! version of the program brought other addresses: a changed address is how a request would be diverted, or why it would
//! not arrive. `addresses` in the home holds the fingerprint of the addresses that were last compared. Nothing here keeps
//! a command from being done: what cannot be read now is compared the next time.

use serde_json::{Value, json};

use super::config::{Config, exists, read_file};
use super::failure::Failure;
use crate::delivery::outbox::replace_private;
use crate::directory::diff::in_one_line;
use crate::directory::source::CONTACTS;
use crate::tracker::contact::{Superseded, superseded};
use crate::wording::Wording;

/// Bytes of a fingerprint that are read; it has sixteen.
const FINGERPRINT_BYTES_MAX: u64 = 64;

/// A case whose address the directory no longer has.
pub(super) struct Moved {
    reference: String,
    company: String,
    company_name: String,
    old: String,
    new: Option<String>,
}

/// Returns the open cases whose address the directory no longer has.
///
/// # Errors
/// Fails if the store or the user's own directory cannot be read.
pub(super) fn moved(config: &Config) -> Result<Vec<Moved>, Failure> {
    let files = config.cases()?;
    let ids: Vec<&str> = files.iter().map(|file| file.case.company.as_str()).collect();
    let directory = config.directory_of(&ids)?;
    let of = |file: &crate::tracker::case::CaseFile| {
        let new = match superseded(file, directory.by_id(&file.case.company)?)? {
            Superseded::By(contact) => Some(in_one_line(contact)),
            Superseded::Gone => None,
        };
        Some(Moved {
            reference: file.case.reference.clone(),
            company: file.case.company.clone(),
            company_name: file.case.company_name.clone(),
            old: file.case.address.clone().unwrap_or_default(),
            new,
        })
    };
    Ok(files.iter().filter_map(of).collect())
}

/// Says which cases are concerned by other addresses that came with this version, if it was not said yet.
pub(super) fn announcement(config: &Config) -> Option<String> {
    let seen = config.home.join("addresses");
    let is_compared =
        read_file(&seen, FINGERPRINT_BYTES_MAX).is_ok_and(|seen| seen.trim_ascii() == CONTACTS.as_bytes());
    if is_compared || !exists(&config.home.join("habeas.db")) {
        return None;
    }
    // A fault of the home is told by the commands that need what is faulty, not by every other one.
    let moved = moved(config).ok()?;
    // Where it cannot be written, it is said again.
    let _ = replace_private(&seen, format!("{CONTACTS}\n").as_bytes());
    (!moved.is_empty()).then(|| text(&moved, config))
}

fn text(moved: &[Moved], config: &Config) -> String {
    let wording = config.wording();
    let lines: String = moved.iter().map(|moved| moved.difference(wording)).collect();
    let mut companies: Vec<&str> = moved.iter().map(|moved| moved.company.as_str()).collect();
    companies.sort_unstable();
    companies.dedup();
    let commands =
        companies.iter().map(|company| format!("  {} companies show {company}\n", config.program()));
    let heading = wording.say("companies-announced");
    let look = wording.say("companies-announced-look");
    format!("{heading}\n{lines}{look}\n{}", commands.collect::<String>())
}

/// Says that the directory has another address than a case.
pub(super) fn moved_text(company: &str, now: Option<&str>, wording: &Wording) -> String {
    match now {
        Some(now) => wording.say_with("companies-moved", &[("company", company), ("address", now)]),
        None => wording.say_with("companies-moved-away", &[("company", company)]),
    }
}

impl Moved {
    /// Says it in one sentence.
    pub(super) fn text(&self, wording: &Wording) -> String {
        format!("{}: {}", self.reference, moved_text(&self.company_name, self.new.as_deref(), wording))
    }

    /// Shows the old address and the new one below each other.
    fn difference(&self, wording: &Wording) -> String {
        let new = self.new.clone().unwrap_or_else(|| wording.say("companies-diff-nothing"));
        format!("! {} · {}\n  - {}\n  + {new}\n", self.reference, self.company_name, self.old)
    }

    pub(super) fn json(&self) -> Value {
        json!({ "case": self.reference, "company": self.company, "old": self.old, "address": self.new })
    }
}
