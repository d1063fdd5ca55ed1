//! The chronology of a case as a page and as plain text, for whoever decides on a complaint.
//!
//! In: the facts of a step, and the language of the complaint. Out: `chronology.pdf` (tagged, through `paper`; two tables, of
//! what happened and of the annexes) and `chronology.txt`, which say the same: what happened on which day, and which annex
//! proves it, with its SHA-256. The same facts give the same bytes. All they say has words in every language that letters
//! are written in. Not here: which events and annexes there are (`tracker::chronology`).

use chrono::NaiveDate;

use super::failure::{Failure, Kind};
use super::step::Facts;
use crate::law::article::Regime;
use crate::law::country::Jurisdiction;
use crate::letter::cite;
use crate::paper::Typesetter;
use crate::paper::document::{
    Align, Block, Content, Document, Level, Margin, Sheet, Style, Table, TableColumn, Weight,
};
use crate::tracker::chronology::{Annex, Entry};
use crate::wording::Wording;

/// The size of the text, in points.
const SIZE: f32 = 10.0;
/// The size of the fingerprints of annexes, so that each stays on a line.
const FINGERPRINT_SIZE: f32 = 7.5;

/// What an annex is called: in Swiss German it is a `Beilage`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct AnnexWord {
    /// In the name of its file.
    pub(super) file: String,
    law: &'static str,
}

impl AnnexWord {
    /// Returns the word of a language under a law.
    pub(super) fn of(wording: &Wording, law: Jurisdiction) -> Self {
        let law = if law == Jurisdiction::Swiss { "swiss" } else { "other" };
        Self { file: wording.say_with("annex-word", &[("law", law)]), law }
    }

    /// Returns what an annex with a number is called.
    pub(super) fn numbered(&self, number: usize, wording: &Wording) -> String {
        wording.say_with("annex", &[("law", self.law), ("number", &number.to_string())])
    }

    /// Returns what stands over all of them.
    fn several(&self, wording: &Wording) -> String {
        wording.say_with("chronology-annexes", &[("law", self.law)])
    }
}

/// Sets the chronology on paper.
///
/// # Errors
/// Fails if a name holds a character that the font lacks.
pub(super) fn page(facts: &Facts, wording: &Wording, today: NaiveDate) -> Result<Vec<u8>, Failure> {
    let document = document(facts, wording, today);
    Typesetter::new().typeset(&document).map_err(|error| {
        Failure::of(Kind::Input, &error)
            .hint("a name or address holds a character the font lacks; see companies.yaml and habeas profile")
    })
}

fn document(facts: &Facts, wording: &Wording, today: NaiveDate) -> Document {
    let title = title(facts, wording);
    let heading = |text: String| Block {
        with_next: true,
        ..block(Content::Heading(Level::Two, text), 18.0, Weight::Bold, 11.5)
    };
    let mut flow = vec![
        block(Content::Heading(Level::One, title.clone()), 0.0, Weight::Bold, 14.0),
        block(Content::Lines(about(facts, wording)), 10.0, Weight::Regular, SIZE),
        heading(wording.say("chronology-happened")),
        block(Content::Table(happened(facts, wording)), 8.0, Weight::Regular, SIZE),
    ];
    if facts.chronology.iter().any(|entry| !entry.annexes.is_empty()) {
        flow.push(heading(facts.annex_word.several(wording)));
        flow.push(block(Content::Table(annexes(facts, wording)), 8.0, Weight::Regular, FINGERPRINT_SIZE));
    }
    flow.push(block(Content::Paragraph(drawn_up(facts, wording, today)), 18.0, Weight::Regular, 8.5));
    Document {
        language: wording.language().code().to_owned(),
        title,
        date: today,
        sheet: Sheet::a4(Margin { top: 25.0, right: 22.0, bottom: 25.0, left: 22.0 }),
        frames: Vec::new(),
        flow,
    }
}

/// The table of what happened: number, day, event, and the numbers of its annexes.
fn happened(facts: &Facts, wording: &Wording) -> Table {
    let row = |(index, entry): (usize, &Entry)| {
        let numbers: Vec<String> = entry.annexes.iter().map(|annex| annex.number.to_string()).collect();
        let day = wording.language().date(entry.on);
        vec![(index + 1).to_string(), day, event(entry, wording), numbers.join(", ")]
    };
    let columns = [
        (wording.say("chronology-number"), 0.7, Align::Right),
        (wording.say("chronology-day"), 2.2, Align::Left),
        (wording.say("chronology-event-name"), 4.6, Align::Left),
        (facts.annex_word.several(wording), 1.5, Align::Left),
    ];
    Table {
        columns: columns.map(|(name, share, align)| column(name, share, align)).into(),
        rows: facts.chronology.iter().enumerate().map(row).collect(),
        rows_are_named: true,
    }
}

/// The table of the annexes: number, the name each is handed on under, its SHA-256.
fn annexes(facts: &Facts, wording: &Wording) -> Table {
    let row = |annex: &Annex| {
        vec![annex.number.to_string(), annex.file_name(&facts.annex_word.file), annex.evidence.sha256.clone()]
    };
    Table {
        columns: vec![
            column(wording.say("chronology-number"), 0.6, Align::Right),
            column(wording.say("chronology-file"), 2.5, Align::Left),
            column("SHA-256".to_owned(), 6.2, Align::Left),
        ],
        rows: facts.chronology.iter().flat_map(|entry| &entry.annexes).map(row).collect(),
        rows_are_named: true,
    }
}

fn column(name: String, share: f32, align: Align) -> TableColumn {
    TableColumn { name, share, align }
}

/// What happened, with what was said where the law makes something of it.
fn told(entry: &Entry, wording: &Wording) -> String {
    let kind = entry.kind.id();
    let event = match entry.said {
        Some(said) => wording.say(&format!("told-{kind}-{}", said.id())),
        None => wording.say(&format!("told-{kind}")),
    };
    let Some(until) = entry.until else { return event };
    let date = wording.language().date(until);
    wording.say_with("told-until", &[("event", &event), ("date", &date)])
}

/// What happened, and how it travelled.
fn event(entry: &Entry, wording: &Wording) -> String {
    let event = told(entry, wording);
    match entry.via {
        Some(via) => format!("{event} ({})", wording.say(&format!("via-{}", via.id()))),
        None => event,
    }
}

fn block(content: Content, above: f32, weight: Weight, size: f32) -> Block {
    let style = Style { weight, size, leading: 1.36, ..Style::default() };
    Block { content, style, above, with_next: false }
}

/// Writes the chronology as plain text.
pub(super) fn text(facts: &Facts, wording: &Wording, today: NaiveDate) -> String {
    let mut parts = vec![title(facts, wording), about(facts, wording).join("\n")];
    let items = facts.chronology.iter().enumerate().map(|(index, entry)| {
        let lines = lines(entry, wording, &facts.annex_word).join("\n    ");
        format!("{:>2}. {lines}", index + 1)
    });
    parts.push(wording.say("chronology-happened"));
    parts.extend(items);
    parts.push(drawn_up(facts, wording, today));
    parts.join("\n\n") + "\n"
}

fn title(facts: &Facts, wording: &Wording) -> String {
    wording.say_with("chronology-title", &[("case", &facts.row.file.case.reference)])
}

fn about(facts: &Facts, wording: &Wording) -> Vec<String> {
    let right = wording.say(&format!("right-{}", facts.row.file.case.right.id()));
    let regime = Regime::of(facts.row.standing.law);
    let place = facts.row.file.case.right.article_under(regime);
    let article = cite::of_law(place, regime, wording.language());
    let arguments = [("company", facts.addressee.as_str()), ("right", &right), ("article", &article)];
    let mut lines = parties(facts, wording);
    lines.push(wording.say_with("chronology-request", &arguments));
    lines.extend(period(facts, wording));
    lines.extend(without_question(facts, wording));
    lines
}

/// Who complains, and of which company, as far as both are known.
fn parties(facts: &Facts, wording: &Wording) -> Vec<String> {
    let named = Some(facts.complainant.as_str()).filter(|name| !name.is_empty());
    let mut lines = Vec::new();
    lines.extend(named.map(|name| wording.say_with("chronology-complainant", &[("name", name)])));
    // An address holds a line for each line of an envelope.
    let address = facts.row.file.address_written_to().map(|address| address.replace('\n', ", "));
    lines.extend(address.map(|address| {
        let arguments = [("company", facts.addressee.as_str()), ("address", &address)];
        wording.say_with("chronology-company", &arguments)
    }));
    lines
}

/// When the period for the answer ended at the latest, and whether that rests on an estimate.
fn period(facts: &Facts, wording: &Wording) -> Option<String> {
    let deadline = facts.row.standing.deadline.as_ref()?;
    let date = wording.language().date(deadline.claimed?);
    let article = cite::period(deadline.limit.rules, wording.language());
    let is_certain = !deadline.receipt.estimate && deadline.claimed == deadline.limit.due;
    let key = if is_certain { "chronology-period" } else { "chronology-period-estimated" };
    Some(wording.say_with(key, &[("date", &date), ("article", &article)]))
}

/// When it would have ended without the company's question, where that is another day.
fn without_question(facts: &Facts, wording: &Wording) -> Option<String> {
    let deadline = facts.row.standing.deadline.as_ref()?;
    let unpaused = deadline.claimed_unpaused.filter(|unpaused| deadline.claimed != Some(*unpaused))?;
    Some(wording.say_with("deadline-unpaused", &[("date", &wording.language().date(unpaused))]))
}

/// An entry: the day and what happened, then a line for each annex; `word` is how the files of annexes are called.
pub(super) fn lines(entry: &Entry, wording: &Wording, word: &AnnexWord) -> Vec<String> {
    let date = wording.language().date(entry.on);
    let event = told(entry, wording);
    let first = match entry.via {
        Some(via) => {
            let via = wording.say(&format!("via-{}", via.id()));
            wording.say_with("chronology-event-via", &[("date", &date), ("event", &event), ("via", &via)])
        }
        None => wording.say_with("chronology-event", &[("date", &date), ("event", &event)]),
    };
    let mut lines = vec![first];
    lines.extend(entry.annexes.iter().map(|annex| annex_line(annex, wording, word)));
    lines
}

/// An annex with its number, the name it is handed on under, and its SHA-256.
fn annex_line(annex: &Annex, wording: &Wording, word: &AnnexWord) -> String {
    let file = annex.file_name(&word.file);
    let number = annex.number.to_string();
    let facts = [("law", word.law), ("number", &number), ("file", &file), ("sha256", &annex.evidence.sha256)];
    wording.say_with("annex-line", &facts)
}

fn drawn_up(facts: &Facts, wording: &Wording, today: NaiveDate) -> String {
    let date = wording.language().date(today);
    wording.say_with("chronology-drawn-up", &[("law", facts.annex_word.law), ("date", &date)])
}
