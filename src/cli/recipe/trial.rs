//! Trial: a recipe applied to an answer, row by row, for the person who writes it.
//!
//! In: one recipe and the paths of an answer. Out: for each member what the recipe made of it, and its first rows as
//! the report would see them. Nothing is kept. Not here: reading (`import`).

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::cli::failure::Failure;
use crate::cli::output::Outcome;
use crate::cli::unlock::open;
use crate::finding::Finding;
use crate::import::answer::Answer;
use crate::import::coverage::{Account, State};
use crate::import::record::Record;
use crate::import::{Options, Recipes, Visitor, read, visit};
use crate::wording::Wording;

/// Characters of a title or value shown.
const SHOWN_MAX: usize = 60;

/// What a recipe made of an answer.
pub(super) struct Trial {
    company: String,
    answer: Answer,
    rows: Vec<Rows>,
}

/// Reads an answer with one recipe alone.
///
/// # Errors
/// Fails if the answer cannot be opened.
pub(super) fn run(
    recipes: &Recipes,
    company: String,
    paths: &[PathBuf],
    mut options: Options,
    rows: usize,
    wording: &Wording,
) -> Result<Trial, Failure> {
    options.company = Some(company.clone());
    let answer = read(&open(paths, &mut options, wording)?, recipes, &options, &|_| ());
    // Opened anew, because what may be read of one archive is counted.
    let archive = open(paths, &mut options, wording)?;
    let rows = visit(&archive, recipes, &options, || Rows { max: rows, shown: Vec::new() });
    Ok(Trial { company, answer, rows })
}

/// The first rows of a member.
struct Rows {
    max: usize,
    shown: Vec<Row>,
}

/// A row as the report sees it.
struct Row {
    place: String,
    when: Option<String>,
    kind: String,
    category: &'static str,
    origin: &'static str,
    title: Option<String>,
    amount: Option<String>,
    roles: Vec<(&'static str, String)>,
    flags: Vec<&'static str>,
}

impl Visitor for Rows {
    fn record(&mut self, record: &Record<'_>) {
        if self.shown.len() >= self.max {
            return;
        }
        let amount = record.amount.as_ref();
        let amount =
            amount.map(|amount| format!("{} {}", amount.value, amount.currency.as_deref().unwrap_or("?")));
        let flags = [("others", record.others), ("special", record.special)];
        self.shown.push(Row {
            place: record.place.to_string(),
            when: record.when.map(|when| when.at.to_string()),
            kind: record.kind.to_string(),
            category: record.category.id(),
            origin: record.origin.id(),
            title: record.title.as_deref().map(cut),
            amount,
            roles: record.roles.iter().map(|(role, text)| (role.id(), cut(text))).collect(),
            flags: flags.into_iter().filter(|(_, is_set)| *is_set).map(|(flag, _)| flag).collect(),
        });
    }

    fn restart(&mut self) {
        self.shown.clear();
    }
}

fn cut(text: &str) -> String {
    let mut shown: String = text.chars().take(SHOWN_MAX).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}

impl Outcome for Trial {
    fn text(&self, wording: &Wording) -> String {
        let mut text = String::new();
        for (account, rows) in self.answer.accounts.iter().zip(&self.rows) {
            let state = wording.say(&format!("state-{}", account.state.id()));
            text +=
                &format!("{}\n  {state}, {}", account.path, wording.say_count("import-rows", account.rows));
            if let (State::Mapped, Some(kind)) = (account.state, &account.kind) {
                text += &format!(": {}", wording.say(&format!("kind-{kind}")));
            }
            text += "\n";
            if let Some(confidence) = account.confidence {
                let facts = [
                    ("category", confidence.category.to_string()),
                    ("origin", confidence.origin.to_string()),
                ];
                let facts = facts.each_ref().map(|(name, fact)| (*name, fact.as_str()));
                text += &format!("  {}\n", wording.say_with("recipe-confidence", &facts));
            }
            for finding in &account.findings {
                text += &format!("  ! {} ({})\n", wording.finding(finding), finding.place);
            }
            text += &rows.shown.iter().map(|row| row.text(wording)).collect::<String>();
        }
        for finding in &self.answer.findings {
            text += &format!("! {} ({})\n", wording.finding(finding), finding.place);
        }
        text
    }

    fn json(&self, wording: &Wording) -> Value {
        let finding = |finding: &Finding| json!({ "code": finding.code.id(), "text": wording.finding(finding), "place": finding.place.to_string() });
        let member = |(account, rows): (&Account, &Rows)| {
            json!({
                "path": account.path,
                "state": account.state,
                "kind": account.kind,
                "rows": account.rows,
                "records": account.records,
                "confidence": account.confidence,
                "findings": account.findings.iter().map(finding).collect::<Vec<_>>(),
                "first": rows.shown.iter().map(Row::json).collect::<Vec<_>>(),
            })
        };
        json!({
            "company": self.company,
            "coverage": self.answer.coverage,
            "members": self.answer.accounts.iter().zip(&self.rows).map(member).collect::<Vec<_>>(),
            "findings": self.answer.findings.iter().map(finding).collect::<Vec<_>>(),
        })
    }
}

impl Row {
    fn text(&self, wording: &Wording) -> String {
        let when = self.when.as_deref().unwrap_or("—");
        let title = self.title.as_deref().unwrap_or("—");
        let category = wording.say(&format!("category-{}", self.category));
        let origin = wording.say(&format!("origin-{}", self.origin));
        let mut text = format!("    {when} | {title} | {category}, {origin}");
        if let Some(amount) = &self.amount {
            text += &format!(" | {amount}");
        }
        for (role, value) in &self.roles {
            text += &format!(" | {role}: {value}");
        }
        for flag in &self.flags {
            text += &format!(" | {flag}");
        }
        text + "\n"
    }

    fn json(&self) -> Value {
        let roles: Vec<Value> =
            self.roles.iter().map(|(role, text)| json!({ "role": role, "text": text })).collect();
        json!({
            "place": self.place,
            "when": self.when,
            "kind": self.kind,
            "category": self.category,
            "origin": self.origin,
            "title": self.title,
            "amount": self.amount,
            "roles": roles,
            "flags": self.flags,
        })
    }
}
