//! `habeas inbox`: what came back by mail, and which case it belongs to.
//!
//! In: `.eml` files, mbox files, folders of them. Out: each mail with its case, the reason and how sure it
//! is, what it seems to be, and the command that records it. Nothing is recorded by itself, and ambiguous
//! mails are shown as such.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::config::Config;
use super::failure::{Failure, Kind};
use super::output::Outcome;
use crate::directory::Directory;
use crate::directory::company::{Company, Kind as ContactKind};
use crate::finding::{Finding, Place};
use crate::inbox::mailbox;
use crate::inbox::matching::{Confidence, Known, Match, match_mail};
use crate::inbox::message::Mail;
use crate::inbox::reading::{Reading, read};
use crate::tracker::case::CaseFile;
use crate::tracker::event::EventKind;
use crate::wording::Wording;

/// Say which case each mail belongs to, and what it seems to be (.eml, mbox, Maildir)
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  habeas inbox reply.eml\n  habeas inbox ~/Mail/archive.mbox --json")]
pub(super) struct Arguments {
    /// Mails: .eml files, mbox files, folders
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Show the mails too that belong to no case
    #[arg(long)]
    all: bool,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let directory = config.directory()?;
    let known: Vec<Known> = config.store()?.cases()?.iter().map(|file| known(file, &directory)).collect();
    let mut mails = Vec::new();
    let (mut others, mut unlisted) = (0, 0);
    for path in &arguments.paths {
        let entries = mailbox::read(path).map_err(|error| {
            Failure::of(Kind::Input, &error).hint("give .eml files, an mbox or a folder of mails")
        })?;
        for entry in entries {
            let seen = match entry.content {
                Ok(bytes) => Seen::of(&bytes, alone(path), entry.place, &known),
                Err(finding) => Seen { file: None, place: entry.place, found: None, findings: vec![finding] },
            };
            let belongs = !matches!(&seen.found, Some((Match::None, _)));
            others += u64::from(!belongs);
            if (belongs || arguments.all) && mails.len() < MAILS_SHOWN_MAX {
                mails.push(seen);
            } else if belongs {
                unlisted += 1;
            }
        }
    }
    Ok(Box::new(Inbox { mails, others, unlisted, program: config.program() }))
}

/// Mails listed; the others are counted.
const MAILS_SHOWN_MAX: usize = 1_000;

/// What a case is known by in a mail.
fn known(file: &CaseFile, directory: &Directory) -> Known {
    let message_ids = file.events.iter().filter_map(|event| event.message_id.clone()).collect();
    let company = directory.by_id(&file.case.company);
    let mut domains: Vec<String> = company.map(domains).unwrap_or_default();
    domains.extend(file.address().and_then(domain));
    Known { reference: file.case.reference.clone(), message_ids, domains }
}

fn domains(company: &Company) -> Vec<String> {
    let emails = company.contacts.iter().filter(|contact| contact.kind == ContactKind::Email);
    emails.filter_map(|contact| domain(&contact.value.value)).collect()
}

fn domain(address: &str) -> Option<String> {
    address.rsplit_once('@').map(|(_, domain)| domain.to_ascii_lowercase())
}

/// An `.eml` file holds one mail.
fn alone(path: &Path) -> Option<PathBuf> {
    path.extension().filter(|extension| extension.eq_ignore_ascii_case("eml")).map(|_| path.to_owned())
}

struct Seen {
    /// The file given on the command line, if it holds this mail and nothing else.
    file: Option<PathBuf>,
    place: Place,
    found: Option<(Match, Reading)>,
    findings: Vec<Finding>,
}

impl Seen {
    fn of(bytes: &[u8], file: Option<PathBuf>, place: Place, known: &[Known]) -> Self {
        let (mail, findings) = Mail::parse(bytes, &place);
        let found = Some((match_mail(&mail, known), read(&mail)));
        Self { file, place, found, findings }
    }

    /// The mail as a proof. A mailbox with other people's mail in it is none.
    fn proof(&self) -> String {
        let quoted = self.file.as_ref().and_then(|file| {
            let file = file.display().to_string();
            shlex::try_quote(&file).map(std::borrow::Cow::into_owned).ok()
        });
        quoted.map(|file| format!(" --proof {file}")).unwrap_or_default()
    }

    /// The command that records what the mail seems to be.
    fn command(&self, program: &str) -> Option<String> {
        let Some((Match::One { reference, .. }, reading)) = &self.found else { return None };
        let event = match reading {
            Reading::Bounced { .. } => EventKind::Bounced.id(),
            Reading::Delivered => EventKind::Received.id(),
            Reading::AutomaticReply => EventKind::Acknowledged.id(),
            Reading::Delayed => return None,
            // What a person wrote is for a person to read.
            Reading::Unclear => "EVENT",
        };
        Some(format!("{program} record {reference} {event}{}", self.proof()))
    }
}

struct Inbox {
    mails: Vec<Seen>,
    others: u64,
    unlisted: u64,
    program: String,
}

impl Outcome for Inbox {
    fn text(&self, wording: &Wording) -> String {
        let mut text = String::new();
        for seen in &self.mails {
            text += &format!("{}\n", seen.place);
            if let Some((found, reading)) = &seen.found {
                let reading = wording.say(&format!("reading-{}", reading.id()));
                text += &format!("  {} · {reading}\n", matched(found, wording));
            }
            for finding in &seen.findings {
                text += &format!("  {}\n", wording.finding(finding));
            }
            if let Some(command) = seen.command(&self.program) {
                text += &format!("  → {command}\n");
            }
        }
        if self.unlisted > 0 {
            text += &wording.say_count("inbox-unlisted", self.unlisted);
            text += "\n";
        }
        text + &wording.say_count("inbox-others", self.others) + "\n"
    }

    fn json(&self, wording: &Wording) -> Value {
        let mail = |seen: &Seen| {
            let (found, reading) = match &seen.found {
                Some((found, reading)) => (facts(found), Some(reading.id())),
                None => (Value::Null, None),
            };
            let findings: Vec<String> =
                seen.findings.iter().map(|finding| wording.finding(finding)).collect();
            json!({
                "place": seen.place.to_string(),
                "match": found,
                "reading": reading,
                "findings": findings,
                "next": seen.command(&self.program),
            })
        };
        json!({
            "mails": self.mails.iter().map(mail).collect::<Vec<_>>(),
            "unlisted": self.unlisted,
            "others": self.others,
        })
    }

    fn needs_attention(&self) -> bool {
        self.mails
            .iter()
            .any(|seen| seen.found.is_none() || matches!(seen.found, Some((Match::Several { .. }, _))))
    }
}

fn matched(found: &Match, wording: &Wording) -> String {
    match found {
        Match::One { reference, reason } => {
            let why = wording.say(&format!("match-{}", reason.id()));
            let sure = match reason.confidence() {
                Confidence::Possible => "confidence-possible",
                Confidence::Likely => "confidence-likely",
                Confidence::Certain => "confidence-certain",
            };
            wording.say_with(
                "inbox-match",
                &[("case", reference.as_str()), ("sure", &wording.say(sure)), ("why", &why)],
            )
        }
        Match::Several { references } => {
            wording.say_with("match-several", &[("references", &references.join(", "))])
        }
        Match::None => wording.say("match-none"),
    }
}

fn facts(found: &Match) -> Value {
    match found {
        Match::One { reference, reason } => {
            json!({ "case": reference, "reason": reason.id(), "confidence": reason.confidence() })
        }
        Match::Several { references } => json!({ "cases": references }),
        Match::None => Value::Null,
    }
}
