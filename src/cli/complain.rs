//! `habeas complain`: whether a complaint is open, to whom, its facts and its annexes.
//!
//! In: a case, perhaps a folder. Out: the facts, and the complaint, kept with the case; into the folder the complaint,
//! `chronology.pdf`, `chronology.txt` and a copy of each proof, numbered as the chronology numbers them. Files are private and never overwritten, and a
//! proof whose bytes are not those that were kept is refused.

use std::path::PathBuf;

use super::annex::{page, text};
use super::choices::{self, Missing};
use super::config::{Config, read_file, written};
use super::failure::{Failure, Kind};
use super::follow_up::add_recorded;
use super::later::Wish;
use super::outgoing;
use super::output::Outcome;
use super::record::PROOF_BYTES_MAX;
use super::step::{Facts, facts};
use crate::law::article::Regime;
use crate::law::right::Right;
use crate::letter::choice::Choices;
use crate::letter::kind::Kind as LetterKind;
use crate::tracker::chronology::Annex;
use crate::tracker::gate::Step;
use crate::tracker::store::Store;
use crate::wording::{Language, Wording};

/// Write the complaint, unless it is too early: to whom, its facts, its annexes
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  habeas complain HB-7F3K2Q
  habeas complain HB-7F3K2Q --out complaint
  habeas complain HB-7F3K2Q --about cookies
  habeas complain HB-7F3K2Q --missing recipients --letter-lang fr

Without a named point, a complaint about an incomplete answer says what the follow-up named, else what you \
recorded with habeas audit, and the announced categories that are absent.
Since 19 June 2026 companies in the United Kingdom must take complaints, and the ICO expects to see that \
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
    /// Although a complaint was lodged already, or the company has time for its answer while its marketing goes on in
    /// spite of an objection
    #[arg(long)]
    again: bool,
    /// Language of the complaint, where it is not that of the authority or of the case
    #[arg(long, value_name = "LANGUAGE", value_parser = written)]
    letter_lang: Option<Language>,
    #[command(flatten)]
    page: outgoing::Arguments,
    #[command(flatten)]
    missing: Missing,
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
    let mut choices =
        arguments.missing.read(facts.row.file.case.right, Regime::of(facts.row.standing.law))?;
    if choices.names_nothing_missing() {
        choices = named_before(choices, &facts, config)?;
    }
    if choices.names_nothing_missing() {
        add_recorded(&mut choices, &facts, config)?;
    }
    // The unanswered request alone says nothing of a tracker.
    if is_about_trackers && facts.row.file.case.right != Right::Tracking && choices.because.is_none() {
        return Err(Failure::new(Kind::Usage, "a complaint about cookies says which, and what is wrong with them")
            .hint(facts.row.typed(&format!(
                "complain {} --about cookies --because 'On 3 March 2026 SITE set the cookie NAME before I had agreed.'",
                facts.row.file.case.reference
            ))));
    }
    facts.check_authority()?;
    facts.write_in(arguments.letter_lang);
    let more = match arguments.out {
        Some(_) => annexes(&facts, config)?,
        None => Vec::new(),
    };
    let (language, out) = (arguments.letter_lang, arguments.out.as_deref());
    let wish = Wish::of(facts.complaint(), choices, &arguments.page, language, out);
    facts.write_letter(Wish { more, ..wish }, config)?;
    Ok(Box::new(facts))
}

/// What the last follow-up named as missing, as far as nothing else is named now.
fn named_before(choices: Choices, facts: &Facts, config: &Config) -> Result<Choices, Failure> {
    let file = &facts.row.file;
    let letters =
        file.events.iter().rev().filter(|event| event.later_letter() == Some(LetterKind::Incomplete));
    let kept = letters.flat_map(|event| &event.files).find(|file| file.given_name() == choices::FILE);
    let Some(evidence) = kept else { return Ok(choices) };
    let reference = &file.case.reference;
    let store = config.store()?;
    let bytes = read_file(&store.case_folder(reference).join(&evidence.name), PROOF_BYTES_MAX)?;
    store.check_evidence(evidence, &bytes)?;
    let because = choices.because.clone();
    Ok(Choices { because, ..choices::read_kept(&bytes, reference)? })
}

/// The chronology and its annexes, in the language of the complaint, after all of them were read and found whole.
fn annexes(facts: &Facts, config: &Config) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let wording = Wording::of(facts.language);
    let mut files = vec![
        ("chronology.pdf".to_owned(), page(facts, wording, config.today)?),
        ("chronology.txt".to_owned(), text(facts, wording, config.today).into_bytes()),
    ];
    files.extend(copies(facts, &config.store()?, &facts.annex_word.file)?);
    Ok(files)
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
