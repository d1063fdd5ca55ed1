//! `habeas search`: words in everything companies sent, and the rows behind a number of the report.
//!
//! In: words, or only a category, a file or a time. Out: the rows that have all of them, with date, place and the field they
//! stand in. Case and accents do not matter. The answers are read again where they are; nothing of them is kept.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::again::{Again, Asking};
use super::config::{self, Config};
use super::failure::Failure;
use super::output::Outcome;
use super::parts::{Parts, one_of};
use super::recipe;
use crate::import::answer::Answer;
use crate::import::record::Record;
use crate::import::{Visitor, fold::fold, visit};
use crate::law::category::Category;
use crate::report::shown::on_one_line;
use crate::tracker::store::Import;
use crate::wording::Wording;

/// Characters of a field shown around the words.
const EXCERPT: usize = 60;

/// Digits between two signs that set thousands apart.
const GROUP: usize = 3;

/// Find words in what companies sent, and list the rows behind a number
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  habeas search lampe                            in every answer, case and accents folded
  habeas search \"rue de l'exemple\" --import IM-7F3K2Q
  habeas search --import IM-7F3K2Q --category inferences
  habeas search garden --import HB-7F3K2Q       in all imports of a case
  habeas search garden --since 2023-01-01 --until 2023-12-31 --json
  habeas search lampe --import IM-7F3K2Q --from /new/place/answer.zip")]
pub(super) struct Arguments {
    /// Words that must all be in a row; a phrase in quotes is one
    words: Vec<String>,
    /// Only this import, or all of this case, which are one answer
    #[arg(long, value_name = "IMPORT|CASE", required_unless_present = "words")]
    import: Option<String>,
    /// Only this category
    #[arg(long, value_name = "CATEGORY", value_parser = category)]
    category: Option<Category>,
    /// Only files whose path contains this
    #[arg(long, value_name = "TEXT")]
    file: Option<String>,
    /// Only rows of this day or later
    #[arg(long, value_name = "DATE", value_parser = config::day)]
    since: Option<NaiveDate>,
    /// Only rows of this day or earlier
    #[arg(long, value_name = "DATE", value_parser = config::day)]
    until: Option<NaiveDate>,
    /// Rows shown; all are counted
    #[arg(long, value_name = "N", default_value_t = 50)]
    limit: usize,
    #[command(flatten)]
    again: Again,
}

fn category(word: &str) -> Result<Category, String> {
    Category::find(word).ok_or_else(|| format!("one of {}", Category::ids()))
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let store = config.store()?;
    let recipes = recipe::own(config)?;
    let wanted = Wanted::of(arguments);
    let options = arguments.again.options()?;
    let mut found =
        Found { limit: arguments.limit, total: 0, searched: 0, hits: Vec::new(), skipped: Vec::new() };
    let ids: Vec<String> = match &arguments.import {
        Some(id) => Parts::of(id, &store)?.each.into_iter().map(|(import, _)| import.id).collect(),
        None => store.imports()?.into_iter().map(|import| import.id).collect(),
    };
    let is_only = arguments.import.is_some() && ids.len() == 1;
    let from = (arguments.again.from.as_slice(), Asking::May, ids.len());
    for id in ids {
        let import: Import<Answer> = store.import(&id)?;
        let command = format!("{} search … --import {id}", config.program());
        let hint = format!("{command} --from PATH");
        let (archive, options) = match one_of(&import, from, &options, &hint, config) {
            Ok(opened) => opened,
            Err(failure) if is_only => return Err(failure),
            Err(failure) => {
                found.skipped.push((id, failure.shown()));
                continue;
            }
        };
        let finders = visit(&archive, &recipes, &options, || Finder::new(&wanted, arguments.limit));
        found.searched += 1;
        for finder in finders {
            found.total += finder.total;
            let room = arguments.limit.saturating_sub(found.hits.len());
            found.hits.extend(finder.hits.into_iter().take(room).map(|hit| (id.clone(), hit)));
        }
    }
    Ok(Box::new(found))
}

/// What a row must have.
struct Wanted {
    words: Vec<String>,
    category: Option<Category>,
    file: Option<String>,
    since: Option<NaiveDate>,
    until: Option<NaiveDate>,
}

impl Wanted {
    fn of(arguments: &Arguments) -> Self {
        Self {
            words: arguments.words.iter().map(|word| typed(word)).filter(|word| !word.is_empty()).collect(),
            category: arguments.category,
            file: arguments.file.as_deref().map(typed),
            since: arguments.since,
            until: arguments.until,
        }
    }

    /// Returns the field a row is shown by, if the row is wanted.
    fn field<'r>(&self, record: &'r Record<'_>) -> Option<(&'r str, &'r str)> {
        if self.category.is_some_and(|category| category != record.category)
            || self.file.as_ref().is_some_and(|file| !contains(&record.place.file, file))
            || !self.is_in_time(record)
        {
            return None;
        }
        let fields = || record.fields.iter().map(|(name, text)| (name.as_ref(), text.as_ref()));
        let holder = |word: &String| fields().find(|(_, text)| contains(text, word));
        let mut holders = self.words.iter().map(holder);
        match holders.next() {
            None => Some(("", "")),
            Some(first) => holders.all(|holder| holder.is_some()).then_some(first).flatten(),
        }
    }

    fn is_in_time(&self, record: &Record<'_>) -> bool {
        if self.since.is_none() && self.until.is_none() {
            return true;
        }
        let Some(day) = record.when.map(|when| when.date()) else { return false };
        self.since.is_none_or(|since| day >= since) && self.until.is_none_or(|until| day <= until)
    }
}

/// A text as it is looked through: folded, its line breaks and runs of spaces each one space.
fn typed(text: &str) -> String {
    fold(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Tells whether a text contains a word as it was typed. A number is found however its thousands are set apart (`1 234`, `1.234`).
fn contains(text: &str, word: &str) -> bool {
    let is_number = word.len() > GROUP && word.bytes().all(|digit| digit.is_ascii_digit());
    let is_plain =
        text.is_ascii() && !text.bytes().any(|byte| byte.is_ascii_control()) && !text.contains("  ");
    if is_plain && (!word.is_ascii() || text.len() < word.len()) {
        return false;
    }
    let is_found = if is_plain {
        text.as_bytes().windows(word.len()).any(|window| window.eq_ignore_ascii_case(word.as_bytes()))
    } else {
        typed(text).contains(word)
    };
    is_found || is_number && ungrouped(text).contains(word)
}

/// A text without what sets thousands apart within its numbers.
fn ungrouped(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_digit);
    let separates = |at: usize, letter: char| {
        " .,'’\u{a0}\u{2009}\u{202f}".contains(letter)
            && is_digit(at.checked_sub(1))
            && (1..=GROUP).all(|next| is_digit(at.checked_add(next)))
            && !is_digit(at.checked_add(GROUP + 1))
    };
    letters
        .iter()
        .enumerate()
        .filter(|(at, letter)| !separates(*at, **letter))
        .map(|(_, letter)| letter)
        .collect()
}

/// Looks through one member.
struct Finder<'w> {
    wanted: &'w Wanted,
    limit: usize,
    total: u64,
    hits: Vec<Hit>,
}

/// A row that was found.
struct Hit {
    place: String,
    when: Option<String>,
    category: Category,
    kind: String,
    title: Option<String>,
    field: String,
    text: String,
}

impl<'w> Finder<'w> {
    fn new(wanted: &'w Wanted, limit: usize) -> Self {
        Self { wanted, limit, total: 0, hits: Vec::new() }
    }
}

impl Visitor for Finder<'_> {
    fn record(&mut self, record: &Record<'_>) {
        let Some((field, text)) = self.wanted.field(record) else { return };
        self.total += 1;
        if self.hits.len() >= self.limit {
            return;
        }
        let word = self.wanted.words.first().map(String::as_str).unwrap_or_default();
        self.hits.push(Hit {
            place: record.place.to_string(),
            when: record.when.map(|when| when.date().to_string()),
            category: record.category,
            kind: record.kind.to_string(),
            title: record.title.as_deref().map(|title| excerpt(title, "")),
            field: field.to_owned(),
            text: excerpt(text, word),
        });
    }

    fn restart(&mut self) {
        self.total = 0;
        self.hits.clear();
    }
}

/// Returns what stands around a word, on one line.
fn excerpt(text: &str, word: &str) -> String {
    let line: Vec<char> = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    let at = typed(text).find(word).unwrap_or(0);
    // Folding may change the number of characters; the place is near enough to show the word in its sentence.
    let start = at.saturating_sub(EXCERPT / 2).min(line.len().saturating_sub(EXCERPT));
    let end = (start + EXCERPT).min(line.len());
    let shown: String = line.get(start..end).unwrap_or_default().iter().collect();
    let before = if start > 0 { "…" } else { "" };
    let after = if end < line.len() { "…" } else { "" };
    format!("{before}{shown}{after}")
}

/// What was found.
struct Found {
    limit: usize,
    total: u64,
    searched: u64,
    hits: Vec<(String, Hit)>,
    skipped: Vec<(String, String)>,
}

impl Outcome for Found {
    fn text(&self, wording: &Wording) -> String {
        let mut text = String::new();
        let mut import = "";
        for (id, hit) in &self.hits {
            if import != id {
                text += &format!("{id}\n");
                import = id;
            }
            let when = hit.when.clone().unwrap_or_else(|| wording.say("search-undated"));
            let category = wording.say(&format!("category-{}", hit.category.id()));
            let title = hit.title.as_deref().unwrap_or("—");
            let place = on_one_line(&hit.place);
            text += &format!("  {when:<10}  {title}\n              {category} · {place}\n");
            if !hit.field.is_empty() && hit.title.as_deref() != Some(hit.text.as_str()) {
                text += &format!("              {}: {}\n", on_one_line(&hit.field), hit.text);
            }
        }
        text += &wording.say_count("search-total", self.total);
        text += "\n";
        if self.total > self.hits.len() as u64 {
            let limit = self.limit.to_string();
            text += &wording.say_with("search-limited", &[("limit", &limit)]);
            text += "\n";
        }
        if self.searched == 0 && self.skipped.is_empty() {
            text += &(wording.say("search-no-imports") + "\n");
        }
        for (id, why) in &self.skipped {
            text += &format!("{}\n{why}\n", wording.say_with("search-skipped", &[("id", id)]));
        }
        text
    }

    fn json(&self, _wording: &Wording) -> Value {
        let hit = |(import, hit): &(String, Hit)| {
            json!({
                "import": import,
                "place": hit.place,
                "when": hit.when,
                "category": hit.category,
                "kind": hit.kind,
                "title": hit.title,
                "field": hit.field,
                "text": hit.text,
            })
        };
        let skipped = |(import, why): &(String, String)| json!({ "import": import, "why": why });
        json!({
            "total": self.total,
            "searched": self.searched,
            "hits": self.hits.iter().map(hit).collect::<Vec<_>>(),
            "skipped": self.skipped.iter().map(skipped).collect::<Vec<_>>(),
        })
    }

    fn needs_attention(&self) -> bool {
        !self.skipped.is_empty()
    }
}
