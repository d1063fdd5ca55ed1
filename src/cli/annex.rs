//! The chronology of a case as a page and as plain text, for whoever decides on a complaint.
//!
//! In: the facts of a step. Out: `chronology.pdf` (tagged, through `paper`) and `chronology.txt`, which say
//! the same: what happened on which day, and which annex proves it, with its SHA-256. The same facts give the
//! same bytes. Not here: which events and annexes there are (`tracker::chronology`).

use chrono::NaiveDate;

use super::failure::{Failure, Kind};
use super::step::Facts;
use crate::paper::Typesetter;
use crate::paper::document::{Block, Content, Document, Item, Level, Margin, Sheet, Style, Weight};
use crate::tracker::chronology::{Annex, Entry};
use crate::wording::Wording;

/// The size of the text, in points.
const SIZE: f32 = 10.0;

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
    let mut flow = vec![
        block(Content::Heading(Level::One, title.clone()), 0.0, Weight::Bold, 14.0),
        block(Content::Lines(about(facts, wording)), 10.0, Weight::Regular, SIZE),
        block(Content::Heading(Level::Two, wording.say("chronology-happened")), 18.0, Weight::Bold, 11.5),
    ];
    let items = facts.chronology.iter().enumerate().map(|(index, entry)| Item {
        label: format!("{}.", index + 1),
        text: lines(entry, wording).join("\n"),
    });
    let list = block(Content::List(items.collect()), 8.0, Weight::Regular, SIZE);
    flow.push(Block { style: Style { between: 7.0, ..list.style }, ..list });
    flow.push(block(Content::Paragraph(drawn_up(wording, today)), 18.0, Weight::Regular, 8.5));
    Document {
        language: wording.language().code().to_owned(),
        title,
        date: today,
        sheet: Sheet::a4(Margin { top: 25.0, right: 22.0, bottom: 25.0, left: 22.0 }),
        frames: Vec::new(),
        flow,
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
        let lines = lines(entry, wording).join("\n    ");
        format!("{:>2}. {lines}", index + 1)
    });
    parts.push(wording.say("chronology-happened"));
    parts.extend(items);
    parts.push(drawn_up(wording, today));
    parts.join("\n\n") + "\n"
}

fn title(facts: &Facts, wording: &Wording) -> String {
    wording.say_with("chronology-title", &[("case", &facts.row.file.case.reference)])
}

fn about(facts: &Facts, wording: &Wording) -> Vec<String> {
    let right = wording.say(&format!("right-{}", facts.row.file.case.right.id()));
    let arguments =
        [("company", facts.addressee.as_str()), ("right", &right), ("article", &facts.article(wording))];
    let mut lines = parties(facts, wording);
    lines.push(wording.say_with("chronology-request", &arguments));
    lines.extend(period(facts, wording));
    lines.extend(facts.row.without_question(wording));
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

/// When the period for the answer ended, and whether that rests on an estimate.
fn period(facts: &Facts, wording: &Wording) -> Option<String> {
    let deadline = facts.row.standing.deadline.as_ref()?;
    let date = wording.language().date(deadline.limit.due?);
    let article = wording.say(&format!("citation-{}", deadline.limit.rules.period().id()));
    let key = if deadline.receipt.estimate { "chronology-period-estimated" } else { "chronology-period" };
    Some(wording.say_with(key, &[("date", &date), ("article", &article)]))
}

/// An entry: the day and what happened, then a line for each annex.
pub(super) fn lines(entry: &Entry, wording: &Wording) -> Vec<String> {
    let date = wording.language().date(entry.on);
    let event = wording.say(&format!("told-{}", entry.kind.id()));
    let first = match entry.via {
        Some(via) => {
            let via = wording.say(&format!("via-{}", via.id()));
            wording.say_with("chronology-event-via", &[("date", &date), ("event", &event), ("via", &via)])
        }
        None => wording.say_with("chronology-event", &[("date", &date), ("event", &event)]),
    };
    let mut lines = vec![first];
    lines.extend(entry.annexes.iter().map(|annex| annex_line(annex, wording)));
    lines
}

/// An annex with its number, the name it is handed on under, and its SHA-256.
fn annex_line(annex: &Annex, wording: &Wording) -> String {
    let file = annex.file_name(&wording.say("annex-word"));
    let number = annex.number.to_string();
    wording
        .say_with("annex-line", &[("number", &number), ("file", &file), ("sha256", &annex.evidence.sha256)])
}

fn drawn_up(wording: &Wording, today: NaiveDate) -> String {
    wording.say_with("chronology-drawn-up", &[("date", &wording.language().date(today))])
}
