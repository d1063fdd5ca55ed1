//! The flags that say what a letter says, and the choices they come to.
//!
//! In: words as they are typed. Out: [`Choices`], or a failure that names the flag. What was chosen is kept with
//! the letter as `choices.json`, so that the letter can be written again. Not here: which right needs which
//! (`letter::choice`), and wording.

use std::net::IpAddr;

use super::failure::{Failure, Kind};
use crate::law::article::Regime;
use crate::law::category::Category;
use crate::law::content::Point;
use crate::law::right::Right;
use crate::letter::choice::{Choices, Correction, Ground, Tracker, Vague};

/// The file the choices are kept in, beside the letter.
pub(super) const FILE: &str = "choices.json";

/// What a request says beyond who asks.
#[derive(Debug, Clone, Default, clap::Args)]
#[group(skip)]
#[command(next_help_heading = "What the letter says")]
pub(super) struct Arguments {
    /// Only this category of data, such as purchases or browsing (may be repeated; erasure, restriction, portability)
    #[arg(long = "category", value_name = "CATEGORY")]
    categories: Vec<String>,
    /// A ground of erasure (no-longer-needed, consent-withdrawn, objection, unlawful, legal-duty, child) or of
    /// restriction (accuracy, unlawful, claims, objection); may be repeated
    #[arg(long = "ground", value_name = "GROUND")]
    grounds: Vec<String>,
    /// What is wrong and what is right; nothing before => where it is missing (rectification; may be repeated)
    #[arg(long = "correct", value_name = "WHAT: WRONG => RIGHT")]
    corrections: Vec<String>,
    /// Your reasons, in the letter's language (objection, automated-decision)
    #[arg(long, value_name = "TEXT")]
    because: Option<String>,
    /// The decision you contest, with its day, in the letter's language (automated-decision)
    #[arg(long, value_name = "TEXT")]
    decision: Option<String>,
    /// Who computed the score the decision rests on (automated-decision)
    #[arg(long, value_name = "NAME")]
    score_by: Option<String>,
    /// The consent you withdraw, in the letter's language (withdraw-consent; may be repeated)
    #[arg(long = "consent", value_name = "TEXT")]
    consents: Vec<String>,
    /// The company the data are to go to directly (portability)
    #[arg(long, value_name = "NAME")]
    transfer_to: Option<String>,
    /// A cookie or storage entry: the domain that set it, its name and its value (tracking; may be repeated)
    #[arg(long = "tracker", value_name = "DOMAIN NAME=VALUE")]
    trackers: Vec<String>,
    /// The advertising identifier of a device (tracking; may be repeated)
    #[arg(long = "device", value_name = "ID")]
    devices: Vec<String>,
    /// A visit: day, hour with its offset from UTC, page (tracking; may be repeated)
    #[arg(long = "visit", value_name = "TEXT")]
    visits: Vec<String>,
    /// An IP address you used then, if you choose to disclose it (tracking; may be repeated)
    #[arg(long = "ip", value_name = "ADDRESS")]
    ip_addresses: Vec<IpAddr>,
    /// You alone use this browser profile or device (tracking)
    #[arg(long)]
    sole_user: bool,
}

impl Arguments {
    /// Reads the choices.
    ///
    /// # Errors
    /// Names the flag that is not understood, and what it takes.
    pub(super) fn read(&self) -> Result<Choices, Failure> {
        Ok(Choices {
            categories: categories(&self.categories)?,
            grounds: self.grounds.iter().map(|word| ground(word)).collect::<Result<_, _>>()?,
            corrections: self.corrections.iter().map(|text| correction(text)).collect::<Result<_, _>>()?,
            because: self.because.clone(),
            decision: self.decision.clone(),
            score_by: self.score_by.clone(),
            consents: self.consents.clone(),
            transfer_to: self.transfer_to.clone(),
            trackers: self.trackers.iter().map(|text| tracker(text)).collect::<Result<_, _>>()?,
            devices: self.devices.clone(),
            visits: self.visits.clone(),
            ip_addresses: self.ip_addresses.iter().map(IpAddr::to_string).collect(),
            sole_user: self.sole_user,
            ..Choices::default()
        })
    }
}

/// What an answer lacks.
#[derive(Debug, Clone, Default, clap::Args)]
#[group(skip)]
#[command(next_help_heading = "What the answer lacks")]
pub(super) struct Missing {
    /// A point of Art. 15: purposes, categories, recipients, retention, rights, complaint, source,
    /// automated-decisions, safeguards, copy; of the Swiss act controller, too (may be repeated)
    #[arg(long = "missing", value_name = "POINT")]
    points: Vec<String>,
    /// A point of Art. 15 that the answer speaks to in general terms only (may be repeated)
    #[arg(long = "vague", value_name = "POINT")]
    vague: Vec<String>,
    /// A category of data, such as purchases or browsing (may be repeated)
    #[arg(long = "missing-category", value_name = "CATEGORY")]
    categories: Vec<String>,
    /// Anything else, in the letter's language (may be repeated)
    #[arg(long = "missing-text", value_name = "TEXT")]
    texts: Vec<String>,
    /// What you add, in the letter's language
    #[arg(long, value_name = "TEXT")]
    because: Option<String>,
}

impl Missing {
    /// Reads what is missing in a case about a right.
    ///
    /// # Errors
    /// Names the word that is not understood, or the point that the law of the case does not ask for; points belong to
    /// access.
    pub(super) fn read(&self, right: Right, regime: Regime) -> Result<Choices, Failure> {
        let point = |word: &String| {
            let owed = Point::owed(regime).find(|point| point.id() == word);
            owed.ok_or_else(|| {
                let ids: Vec<&str> = Point::owed(regime).map(Point::id).collect();
                let what = match Point::find(word) {
                    Some(point) => format!("the law of this case does not ask for `{point}`"),
                    None => format!("`{word}` is no point of an answer"),
                };
                Failure::new(Kind::Usage, what).hint(format!("one of {}", ids.join(", ")))
            })
        };
        let missing = self.points.iter().map(point).collect::<Result<Vec<_>, _>>()?;
        let vague = self.vague.iter().map(point).collect::<Result<Vec<_>, _>>()?;
        let named = !missing.is_empty() || !vague.is_empty();
        if named && !matches!(right, Right::Access | Right::Tracking) {
            return Err(Failure::new(
                Kind::Usage,
                format!("--missing and --vague name points of Art. 15; this case is about {right}"),
            )
            .hint("say it in your words: --missing-text TEXT"));
        }
        Ok(Choices {
            missing,
            vague: vague.into_iter().map(|point| Vague { point, quote: None }).collect(),
            missing_categories: categories(&self.categories)?,
            missing_texts: self.texts.clone(),
            because: self.because.clone(),
            ..Choices::default()
        })
    }
}

/// Reads names of categories.
///
/// # Errors
/// Names the categories there are.
pub(super) fn categories(words: &[String]) -> Result<Vec<Category>, Failure> {
    let category = |word: &String| {
        Category::find(word).ok_or_else(|| {
            Failure::new(Kind::Usage, format!("`{word}` is no category of data"))
                .hint(format!("one of {}", Category::ids()))
        })
    };
    words.iter().map(category).collect()
}

fn ground(word: &str) -> Result<Ground, Failure> {
    Ground::find(word).ok_or_else(|| {
        Failure::new(Kind::Usage, format!("`{word}` is no ground")).hint(format!("one of {}", Ground::ids()))
    })
}

fn correction(text: &str) -> Result<Correction, Failure> {
    let usage = || {
        Failure::new(Kind::Usage, "--correct is WHAT: WRONG => RIGHT")
            .hint("--correct 'date of birth: 1 May 1970 => 5 January 1970'")
    };
    let (what, rest) = text.split_once(':').ok_or_else(usage)?;
    let (wrong, right) = rest.split_once("=>").ok_or_else(usage)?;
    let [what, wrong, right] = [what, wrong, right].map(|part| part.trim().to_owned());
    if what.is_empty() || right.is_empty() {
        return Err(usage());
    }
    Ok(Correction { what, wrong, right })
}

fn tracker(text: &str) -> Result<Tracker, Failure> {
    let usage = || {
        Failure::new(Kind::Usage, "--tracker is DOMAIN NAME=VALUE")
            .hint("--tracker 'ads.example.org uid=4f2a91'")
    };
    let (domain, rest) = text.trim().split_once(' ').ok_or_else(usage)?;
    let (name, value) = rest.trim().split_once('=').ok_or_else(usage)?;
    let [domain, name, value] = [domain, name, value].map(str::to_owned);
    if [&domain, &name, &value].iter().any(|part| part.is_empty()) {
        return Err(usage());
    }
    Ok(Tracker { domain, name, value })
}

/// Writes choices as they are kept; none where nothing was chosen.
///
/// # Errors
/// Fails on our mistake only.
pub(super) fn kept(choices: &Choices) -> Result<Option<(String, Vec<u8>)>, Failure> {
    if choices.is_empty() {
        return Ok(None);
    }
    let bytes = serde_json::to_vec_pretty(choices)
        .map_err(|error| Failure::new(Kind::Bug, format!("writing what was chosen: {error}")))?;
    Ok(Some((FILE.to_owned(), bytes)))
}

/// Reads choices as they were kept.
///
/// # Errors
/// Fails if a newer version kept them.
pub(super) fn read_kept(bytes: &[u8], reference: &str) -> Result<Choices, Failure> {
    serde_json::from_slice(bytes).map_err(|_| {
        Failure::new(Kind::Settings, format!("what was chosen for case {reference} is not readable"))
            .hint("a newer version may have kept it; install that one")
    })
}
