//! The cases a `draft` opened, as they are shown.
//!
//! In: each case with its files, what it lacks, what is known against its address and against asking. Out: text and JSON;
//! from six letters on a summary. Not here: how they came to be (`draft`).

use std::collections::BTreeSet;
use std::path::PathBuf;

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use super::abroad::Abroad;
use super::companies::{old_text, unverified_text};
use super::output::{Outcome, columns};
use super::standing::Row;
use crate::directory::company::Identifier;
use crate::directory::external::Imported;
use crate::law::article::Regime;
use crate::law::time_limit::Citation;
use crate::tracker::case::Case;
use crate::tracker::event::Via;
use crate::wording::Wording;

/// Letters from which on a summary stands at the end.
const SUMMARY_FROM: usize = 6;

/// The cases that were opened, and the companies of a pack that were passed over.
pub(super) struct Drafts {
    pub(super) cases: Vec<Drafted>,
    pub(super) passed_over: Vec<AskedAlready>,
}

/// A company that was asked the same not long ago: its id and its case of then.
pub(super) struct AskedAlready {
    pub(super) company: String,
    pub(super) case: String,
    pub(super) drafted: NaiveDate,
}

/// A case that was opened.
pub(super) struct Drafted {
    pub(super) case: Case,
    pub(super) row: Row,
    pub(super) program: String,
    pub(super) paths: Vec<(String, PathBuf)>,
    pub(super) due: Option<(NaiveDate, Citation)>,
    pub(super) missing: Vec<Identifier>,
    /// Contacts that bounced before, with the day.
    pub(super) passed_over: Vec<(String, NaiveDate)>,
    /// The foreign record the company stems from.
    pub(super) imported: Option<Imported>,
    /// The day the address was seen, and whether that is long ago.
    pub(super) seen: Option<NaiveDate>,
    pub(super) is_old: bool,
    /// Whether the directory itself doubts its addresses.
    pub(super) is_doubtful: bool,
    /// Whether nothing says that the company knows the person.
    pub(super) is_stranger: bool,
    /// The unanswered request for access that this erasure would overtake.
    pub(super) overtakes: Option<String>,
    /// Whether the letter is in another language than the person's, because the company takes that one.
    pub(super) is_in_other_language: bool,
    /// When the same was asked less than twelve months ago.
    pub(super) asked_before: Option<NaiveDate>,
    /// Whether the directory has the company for other countries only.
    pub(super) abroad: Option<Abroad>,
}

impl Outcome for Drafts {
    fn text(&self, wording: &Wording) -> String {
        let one_by_one =
            self.cases.iter().map(|drafted| drafted.text(wording)).collect::<Vec<_>>().join("\n");
        let summary = match self.cases.len() {
            0..SUMMARY_FROM => String::new(),
            _ => format!("\n{}", self.summary(wording)),
        };
        one_by_one + &summary + &self.strangers(wording) + &self.asked_already(wording)
    }

    fn json(&self, _wording: &Wording) -> Value {
        let asked = |asked: &AskedAlready| json!({ "company": asked.company, "case": asked.case, "drafted": asked.drafted });
        json!({
            "cases": self.cases.iter().map(Drafted::json).collect::<Vec<_>>(),
            "passed_over": self.passed_over.iter().map(asked).collect::<Vec<_>>(),
        })
    }

    fn needs_attention(&self) -> bool {
        self.cases.iter().any(Drafted::needs_attention)
    }
}

impl Drafts {
    /// A line for each case, and what they add up to.
    fn summary(&self, wording: &Wording) -> String {
        let line = |drafted: &Drafted| {
            let case = &drafted.case;
            let via = match case.address {
                Some(_) => wording.say(&format!("via-{}", case.via.id())),
                None => wording.say("companies-no-address"),
            };
            (case.reference.clone(), format!("{} · {} · {via}", case.company_name, case.language))
        };
        let rows: Vec<(String, String)> = self.cases.iter().map(line).collect();
        let attention = self.cases.iter().filter(|drafted| drafted.needs_attention()).count() as u64;
        let mut text = wording.say_count("draft-all", self.cases.len() as u64) + "\n" + &columns(&rows, "  ");
        if attention > 0 {
            text += &format!("{}\n", wording.say_count("draft-attention", attention));
        }
        text
    }
}

impl Drafts {
    /// Names the companies of a pack that have a case.
    fn asked_already(&self, wording: &Wording) -> String {
        if self.passed_over.is_empty() {
            return String::new();
        }
        let said = wording.say_count("draft-asked-already", self.passed_over.len() as u64);
        let date = |asked: &AskedAlready| wording.language().date(asked.drafted);
        let row = |asked: &AskedAlready| (asked.case.clone(), format!("{} · {}", asked.company, date(asked)));
        let rows: Vec<(String, String)> = self.passed_over.iter().map(row).collect();
        format!("\n{said}\n{}", columns(&rows, "  "))
    }

    /// Names, once for all, the companies of which nothing says that they know the person.
    fn strangers(&self, wording: &Wording) -> String {
        let strangers: Vec<&Drafted> = self.cases.iter().filter(|drafted| drafted.is_stranger).collect();
        let Some(first) = strangers.first() else { return String::new() };
        let names: Vec<&str> = strangers.iter().map(|drafted| drafted.case.company_name.as_str()).collect();
        // Most are under one law, and each law is named once.
        let laws: BTreeSet<Regime> = strangers.iter().map(|drafted| drafted.regime()).collect();
        let laws: Vec<String> =
            laws.iter().map(|regime| wording.say(&format!("draft-stranger-{}", regime.id()))).collect();
        let arguments = [("names", names.join(", ")), ("articles", wording.listed(&laws))];
        let arguments = arguments.each_ref().map(|(name, text)| (*name, text.as_str()));
        let said = wording.say_count_with("draft-strangers", names.len() as u64, &arguments);
        let how = wording.say("draft-how-known");
        format!("\n{said}\n→ {} profile set --dealt-with {}='{how}'\n", first.program, first.case.company)
    }
}

impl Drafted {
    fn needs_attention(&self) -> bool {
        self.case.address.is_none() || !self.missing.is_empty()
    }

    fn regime(&self) -> Regime {
        Regime::of(self.row.standing.law)
    }

    /// Returns the Message-ID its e-mail leaves under, if it has one.
    pub(super) fn message_id(&self) -> Option<&str> {
        self.row.file.events.iter().find_map(|event| event.message_id.as_deref())
    }

    fn text(&self, wording: &Wording) -> String {
        let case = &self.case;
        let right = wording.say(&format!("right-{}", case.right.id()));
        let via = match case.address {
            Some(_) => wording.say(&format!("via-{}", case.via.id())),
            None => wording.say("companies-no-address"),
        };
        let mut text = format!("{}  {} · {right} · {via}\n", case.reference, case.company_name);
        for (_, path) in &self.paths {
            text += &format!("  {}\n", path.display());
        }
        if let Some(abroad) = &self.abroad {
            text += &abroad.text(&self.program, case.right, wording);
        }
        if self.is_in_other_language {
            let named = wording.say(&format!("language-{}", case.language));
            text += &format!("  {}\n", wording.say_with("draft-language", &[("language", &named)]));
        }
        text += &self.about_address(wording);
        if let Some(asked) = self.asked_before {
            let date = wording.language().date(asked);
            let articles = wording.say(&format!("draft-repeated-{}", self.regime().id()));
            let arguments = [("date", date.as_str()), ("articles", articles.as_str())];
            text += &format!("  {}\n", wording.say_with("draft-asked-before", &arguments));
        }
        if let Some(access) = &self.overtakes {
            text += &format!("  {}\n", wording.say_with("draft-access-first", &[("case", access)]));
        }
        if let Some((due, citation)) = self.due.filter(|_| case.address.is_some()) {
            let article = wording.say(&format!("citation-{}", citation.id()));
            let date = wording.language().date(due);
            text +=
                &format!("  {}\n", wording.say_with("draft-due", &[("date", &date), ("article", &article)]));
        }
        for identifier in &self.missing {
            let label = wording.say(&format!("identifier-{}", identifier.id().replace('_', "-")));
            text += &format!("  {}\n", wording.say_with("draft-missing", &[("identifier", &label)]));
            text += &format!(
                "  → {} profile set --known-as {}:{}=…\n",
                self.program,
                case.company,
                identifier.id()
            );
        }
        match (&case.address, case.via) {
            (None, via) => {
                let via = wording.say(&format!("via-{}", via.id()));
                text += &format!("  {}\n", wording.say_with("draft-no-address", &[("via", &via)]));
            }
            (Some(_), Via::Email) => {}
            (Some(address), Via::Post | Via::Form) => {
                let key = format!("draft-by-{}", case.via.id());
                text += &format!("  {}\n", wording.say_with(&key, &[("address", address)]));
            }
        }
        let next = self.row.command().map(|command| format!("  → {command}\n"));
        text + &next.unwrap_or_default()
    }

    /// What is known against the address: it is a stranger's word, doubtful or old, or others bounced before.
    fn about_address(&self, wording: &Wording) -> String {
        let mut text = String::new();
        if let Some(imported) = &self.imported {
            text += &format!("  {}\n", unverified_text(imported, wording));
        }
        if self.is_doubtful && self.case.address.is_some() {
            text += &format!("  {}\n", wording.say("companies-unverified"));
        }
        if let Some(seen) = self.seen.filter(|_| self.is_old) {
            text += &format!("  {}\n", old_text(seen, wording));
            text += &format!("  → {} companies show {}\n", self.program, self.case.company);
        }
        for (value, on) in &self.passed_over {
            let date = wording.language().date(*on);
            let said = wording.say_with("draft-passed-over", &[("address", value), ("date", &date)]);
            text += &format!("  {said}\n");
        }
        if !self.passed_over.is_empty() {
            text += &format!("  → {} companies correct {}\n", self.program, self.case.company);
        }
        text
    }

    fn json(&self) -> Value {
        let mut files = Map::new();
        for (name, path) in &self.paths {
            let extension = name.rsplit('.').next().unwrap_or(name);
            files.insert(extension.to_owned(), json!(path));
        }
        json!({
            "case": self.case.reference,
            "company": self.case.company,
            "right": self.case.right.id(),
            "language": self.case.language,
            "via": self.case.via,
            "address": self.case.address,
            "files": files,
            "due_if_received_today": self.due.map(|(due, _)| due),
            "missing_identifiers": self.missing,
            "passed_over": self.passed_over.iter().map(|(address, on)| json!({
                "address": address,
                "bounced": on,
            })).collect::<Vec<_>>(),
            "address_seen": self.seen,
            "known_dealing": !self.is_stranger,
            "asked_before": self.asked_before,
            "overtakes": self.overtakes,
            "abroad": self.abroad.as_ref().map(Abroad::json),
            "origin": self.imported.as_ref().map(|imported| imported.origin),
        })
    }
}
