//! `habeas complain`: whether a complaint is open, to whom, its facts and its annexes.
//!
//! In: a case, perhaps a folder. Out: the facts; into the folder `chronology.pdf`, `chronology.txt` and a copy
//! of each proof, numbered as the chronology numbers them. Files are private and never overwritten, and a
//! proof whose bytes are not those that were kept is refused.

use std::path::{Path, PathBuf};

use super::annex::{page, text};
use super::config::{Config, read_file};
use super::failure::{Failure, Kind};
use super::output::Outcome;
use super::record::PROOF_BYTES_MAX;
use super::step::{Facts, facts};
use crate::delivery::outbox::{Existing, put};
use crate::tracker::chronology::Annex;
use crate::tracker::gate::Step;
use crate::tracker::store::Store;

/// Show whether a complaint is open, to whom, and its facts; write its annexes
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  habeas complain HB-7F3K2Q
  habeas complain HB-7F3K2Q --out complaint
  habeas complain HB-7F3K2Q --about cookies

Since 19 June 2026 companies in the United Kingdom must take complaints, and the ICO expects to see that
the company was asked first: the company is proposed. With --to-authority the authority is turned to at once.")]
pub(super) struct Arguments {
    /// Case reference
    case: String,
    /// Write chronology.pdf, chronology.txt and the numbered proofs into this folder
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// What it is about, where the authority depends on it
    #[arg(long, value_enum)]
    about: Option<About>,
    /// Turn to the authority, also where the company is proposed first (United Kingdom)
    #[arg(long)]
    to_authority: bool,
    /// Although a complaint was lodged already
    #[arg(long)]
    again: bool,
}

/// What a complaint is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum About {
    /// Cookies and other trackers on a device
    Cookies,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let is_about_trackers = arguments.about == Some(About::Cookies);
    let step = if arguments.to_authority { Step::ComplainToAuthority } else { Step::Complain };
    let mut facts = facts(step, &arguments.case, arguments.again, is_about_trackers, config)?;
    if let Some(out) = &arguments.out {
        facts.written = Some(write(&facts, out, config)?);
    }
    Ok(Box::new(facts))
}

/// Writes the chronology and its annexes, after all of them were read and found whole.
fn write(facts: &Facts, out: &Path, config: &Config) -> Result<(PathBuf, Vec<PathBuf>), Failure> {
    let wording = config.wording();
    let mut files = vec![
        ("chronology.pdf".to_owned(), page(facts, wording, config.today)?),
        ("chronology.txt".to_owned(), text(facts, wording, config.today).into_bytes()),
    ];
    files.extend(copies(facts, &config.store()?, &wording.say("annex-word"))?);
    let borrowed: Vec<(&str, &[u8])> =
        files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    Ok((out.to_owned(), put(out, &borrowed, Existing::Keep)?))
}

fn copies(facts: &Facts, store: &Store, word: &str) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let reference = &facts.row.file.case.reference;
    let folder = store.case_folder(reference);
    let copy = |annex: &Annex| {
        let bytes = read_file(&folder.join(&annex.evidence.name), PROOF_BYTES_MAX).map_err(|failure| {
            Failure::new(
                Kind::Settings,
                format!("a proof of case {reference} is missing: {}", failure.message),
            )
            .hint("restore the home from a copy")
        })?;
        store.check_evidence(&annex.evidence, &bytes)?;
        Ok((annex.file_name(word), bytes))
    };
    facts.chronology.iter().flat_map(|entry| &entry.annexes).map(copy).collect()
}
