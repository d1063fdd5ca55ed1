//! `habeas companies diff`: what changed between two directory files, changed addresses first.
//!
//! In: an older file and a newer one, or the built-in directory as the newer. Out: what changed; exit code 3 when a
//! request would now go elsewhere, because that is how one is diverted.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::cli::config::{Config, read_file};
use crate::cli::failure::Failure;
use crate::cli::output::Outcome;
use crate::directory::company::Company;
use crate::directory::diff::{ContactChange, Difference, diff};
use crate::directory::source;
use crate::wording::Wording;

/// What to compare.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The older directory file
    old: PathBuf,
    /// The newer one; without it, the built-in directory
    new: Option<PathBuf>,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, _config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let old = read(&arguments.old)?;
    let new = match &arguments.new {
        Some(path) => read(path)?,
        None => source::built_in()?,
    };
    Ok(Box::new(diff(&old, &new)))
}

/// Reads a directory file.
///
/// # Errors
/// Shows the lines at fault.
pub(super) fn read(path: &Path) -> Result<Vec<Company>, Failure> {
    let name = path.display().to_string();
    let text = String::from_utf8(read_file(path, super::FILE_BYTES_MAX)?)
        .map_err(|error| super::not_text(&name, &error))?;
    Ok(source::parse(&text, &name)?)
}

impl Outcome for Difference {
    fn text(&self, wording: &Wording) -> String {
        if self.is_empty() {
            return wording.say("companies-diff-none") + "\n";
        }
        let mut text = String::new();
        if !self.contacts.is_empty() {
            text += &format!("{}\n", wording.say("companies-diff-contacts"));
            text += &self.contacts.iter().map(|change| contact_text(change, wording)).collect::<String>();
        }
        for coming in &self.comings {
            let sentence = wording.say_with(
                &format!("companies-diff-{}", coming.what.id()),
                &[("company", &coming.company), ("value", coming.value.as_deref().unwrap_or_default())],
            );
            text += &format!("{sentence}\n");
        }
        for other in &self.others {
            let mut arguments = vec![("company", other.company.as_str()), ("field", other.field)];
            let key = match &other.words {
                Some((old, new)) => {
                    arguments.extend([("old", old.as_str()), ("new", new.as_str())]);
                    "companies-diff-words"
                }
                None => "companies-diff-field",
            };
            text += &format!("{}\n", wording.say_with(key, &arguments));
        }
        text
    }

    fn json(&self, _wording: &Wording) -> Value {
        let contact = |change: &ContactChange| {
            json!({
                "company": change.company,
                "change": change.change,
                "purpose": change.purpose,
                "kind": change.kind,
                "old": change.old,
                "new": change.new,
                "source": change.found.as_ref().map(|(source, _)| source),
                "checked": change.found.as_ref().map(|(_, checked)| checked),
                "other_host": change.other_host,
            })
        };
        json!({
            "contacts": self.contacts.iter().map(contact).collect::<Vec<_>>(),
            "comings": self.comings,
            "others": self.others,
        })
    }

    fn needs_attention(&self) -> bool {
        !self.contacts.is_empty()
    }
}

fn contact_text(change: &ContactChange, wording: &Wording) -> String {
    let purpose = wording.say(&format!("purpose-{}", super::json_word(&change.purpose)));
    let new = change.new.clone().unwrap_or_else(|| wording.say("companies-diff-nothing"));
    let what = wording.say(&format!("companies-diff-{}", change.change.id()));
    let mut text = format!("! {} · {purpose} · {what}\n", change.company);
    text += &format!("  - {}\n  + {new}\n", change.old);
    if change.other_host {
        text += &format!("  {}\n", wording.say("companies-diff-other-host"));
    }
    if let Some((source, checked)) = &change.found {
        let date = wording.language().date(*checked);
        text +=
            &format!("  {}\n", wording.say_with("companies-seen", &[("source", source), ("date", &date)]));
    }
    text
}
