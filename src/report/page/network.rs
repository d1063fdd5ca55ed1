//! Network in words: who shares with whom, as a picture and as a table.
//!
//! In: a network. Out: a [`Page`]. The picture shows the companies whose answers were read on the left and those most of them have
//! to do with on the right; the table under it has every link. A network that has no room in a picture is said to be larger.

use serde::Serialize;

use super::table::titled;
use super::{Block, Cell, Column, Cover, CoverFact, Figure, NextStep, Page, Section};
use super::{lead, paragraph, remark, short_colophon};
use crate::report::network::{Answered, Link, Network, Other, Teller};
use crate::report::shown::visible_within;
use crate::report::words::Words;

/// Companies on the left of the picture.
const LEFT_MAX: usize = 12;

/// Companies on the right of the picture.
const RIGHT_MAX: usize = 36;

/// Links in the table.
const LINKS_MAX: usize = 2_000;

/// Letters of a name in the picture.
const NAME_LETTERS_MAX: usize = 26;

/// Width of the view box, and where the lines begin and end.
const WIDTH: u64 = 900;
const LEFT_EDGE: u64 = 300;
const RIGHT_EDGE: u64 = 600;

/// Height of a name's place.
const STEP: u64 = 26;

/// A picture of companies and the links between them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Picture {
    /// Its anchor.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it shows, in sentences.
    pub description: String,
    /// Size of the view box.
    pub width: u64,
    /// Size of the view box.
    pub height: u64,
    /// The names.
    pub nodes: Vec<Node>,
    /// The lines.
    pub lines: Vec<Line>,
    /// Legend: the drawing of a line, and what it means.
    pub legend: Vec<(&'static str, String)>,
}

/// A name in a picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Node {
    /// Whether it stands on the left.
    pub left: bool,
    /// Where its text begins or ends.
    pub x: u64,
    /// Its base line.
    pub y: u64,
    /// The name, cut where it is long.
    pub name: String,
    /// The name in full.
    pub full: String,
}

/// A line in a picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// What is drawn: `answer`, `notice`, `source`.
    pub id: &'static str,
    /// Height of its left end.
    pub from: u64,
    /// Height of its right end.
    pub to: u64,
}

impl Page {
    /// Puts a network into words.
    pub fn of_network(network: &Network) -> Self {
        let words = Words::of(network.language);
        Self {
            language: words.language(),
            cover: cover(network, words),
            sections: vec![picture_section(network, words), others(network, words), links(network, words)],
            colophon: short_colophon(network.today, &network.fingerprint, words),
        }
    }
}

fn cover(network: &Network, words: Words) -> Cover {
    let answered = network.answered.len() as u64;
    let others = words.count("sharing-others", network.outsiders());
    let figure = |key: &str, count: u64| Figure {
        figure: words.number(count),
        label: words.count(&format!("sharing-figure-{key}"), count),
    };
    let (answers, notices, both) = network.told();
    let fact = |key: &str, count: u64, leads_to: &str| {
        (count > 0).then(|| CoverFact {
            figure: words.number(count),
            sentence: words.count(&format!("sharing-fact-{key}"), count),
            leads_to: leads_to.to_owned(),
            link: words.say("report-see"),
        })
    };
    let facts = [
        fact("shared", network.shared(), "others"),
        fact("answers", answers, "links"),
        fact("notices", notices, "links"),
        fact("both", both, "links"),
    ];
    let silent = network.answered.iter().filter(|company| company.receivers == 0);
    let silent: Vec<String> = silent.map(|company| words.name(&company.company)).collect();
    let mut missing = Vec::new();
    if !silent.is_empty() {
        missing.push(words.with("sharing-silent", &[("companies", &silent.join(", "))]));
    }
    if network.beyond > 0 {
        missing.push(words.count("report-list-beyond", network.beyond));
    }
    if missing.is_empty() {
        missing.push(words.say("sharing-nothing-missing"));
    }
    Cover {
        eyebrow: words.with("sharing-eyebrow", &[("date", &words.date(network.today))]),
        title: words.say("sharing-title"),
        lead: words.count_with("sharing-lead", answered, &[("others", &others)]),
        controller: String::new(),
        figures: vec![
            figure("answered", answered),
            figure("others", network.outsiders()),
            figure("links", network.links.len() as u64),
        ],
        facts_title: words.say("report-facts-title"),
        facts: facts.into_iter().flatten().collect(),
        missing_title: words.say("report-missing-title"),
        missing,
        next_title: words.say("report-next-title"),
        next: next(network, words),
        case: String::new(),
        imports: Vec::new(),
    }
}

fn next(network: &Network, words: Words) -> Vec<NextStep> {
    let program = &network.program;
    let mut steps = Vec::new();
    if let Some(first) = network.answered.first().and_then(|company| company.imports.last()) {
        steps.push(NextStep {
            text: words.say("sharing-next-report"),
            command: format!("{program} report {first}"),
        });
    }
    if let Some(other) = network.others.first() {
        let name = visible_within(&other.name, NAME_LETTERS_MAX).replace(['\'', '"', '\\', '$', '`'], " ");
        let command = format!("{program} companies search '{}'", name.trim());
        steps.push(NextStep { text: words.say("sharing-next-ask"), command });
    }
    steps.push(NextStep { text: words.say("sharing-next-notify"), command: String::new() });
    steps
}

fn section(id: &str, title: &str, figure: u64, blocks: Vec<Block>, words: Words) -> Section {
    Section { id: id.to_owned(), title: words.say(title), figure: words.number(figure), blocks }
}

fn picture_section(network: &Network, words: Words) -> Section {
    let mut blocks = Vec::new();
    match picture(network, words) {
        None => blocks.push(lead(words.say("sharing-none"))),
        Some((picture, is_whole)) => {
            blocks.push(paragraph(words.say("sharing-picture-about")));
            if !is_whole {
                let shown = words.number(picture.nodes.iter().filter(|node| !node.left).count() as u64);
                blocks.push(remark(words.with("sharing-picture-part", &[("shown", &shown)])));
            }
            blocks.push(Block::Picture(picture));
        }
    }
    section("picture", "sharing-picture", network.links.len() as u64, blocks, words)
}

/// Draws the network; also tells whether it is all of it.
fn picture(network: &Network, words: Words) -> Option<(Picture, bool)> {
    let left: Vec<&Answered> = network.answered.iter().take(LEFT_MAX).collect();
    let right: Vec<&Other> = network.others.iter().take(RIGHT_MAX).collect();
    if left.is_empty() || right.is_empty() {
        return None;
    }
    let rows = left.len().max(right.len()) as u64;
    let height = rows * STEP + 10;
    // The shorter side is spread over the height of the longer one.
    let at = |index: usize, count: usize| {
        let (index, count) = (index as u64, count as u64);
        (2 * index + 1) * rows * STEP / (2 * count.max(1)) + 5
    };
    let node = |name: &str, y: u64, left: bool| Node {
        left,
        x: if left { LEFT_EDGE - 12 } else { RIGHT_EDGE + 12 },
        y: y + 5,
        name: visible_within(name, NAME_LETTERS_MAX),
        full: words.name(name),
    };
    let on_left = left.iter().enumerate().map(|(index, it)| (it.company.as_str(), at(index, left.len())));
    let on_right = right.iter().enumerate().map(|(index, it)| (it.name.as_str(), at(index, right.len())));
    let (on_left, on_right): (Vec<_>, Vec<_>) = (on_left.collect(), on_right.collect());
    let find =
        |side: &[(&str, u64)], name: &str| side.iter().find(|(known, _)| *known == name).map(|(_, y)| *y);
    let line = |link: &Link| {
        let gives = find(&on_left, &link.from).zip(find(&on_right, &link.to));
        let gets = || find(&on_left, &link.to).zip(find(&on_right, &link.from));
        let is_told = link.told_by.iter().any(|teller| matches!(teller, Teller::Answer { .. }));
        match gives {
            Some((from, to)) => Some(Line { id: if is_told { "answer" } else { "notice" }, from, to }),
            None => gets().map(|(from, to)| Line { id: "source", from, to }),
        }
    };
    let lines: Vec<Line> = network.links.iter().filter_map(line).collect();
    let is_whole = network.answered.len() <= LEFT_MAX && network.others.len() <= RIGHT_MAX;
    let most: Vec<String> = right.iter().take(5).map(|other| words.name(&other.name)).collect();
    let companies = words.number(left.len() as u64);
    let said = [("companies", companies.as_str()), ("most", &most.join(", "))];
    let nodes = on_left.iter().map(|(name, y)| node(name, *y, true));
    let nodes = nodes.chain(on_right.iter().map(|(name, y)| node(name, *y, false))).collect();
    let legend = ["answer", "notice", "source"].into_iter();
    let legend = legend
        .filter(|id| lines.iter().any(|line| line.id == *id))
        .map(|id| (id, words.say(&format!("sharing-line-{id}"))));
    Some((
        Picture {
            id: "network".to_owned(),
            title: words.say("sharing-picture"),
            description: words.count_with("sharing-picture-description", right.len() as u64, &said),
            width: WIDTH,
            height,
            nodes,
            legend: legend.collect(),
            lines,
        },
        is_whole,
    ))
}

fn others(network: &Network, words: Words) -> Section {
    let row = |other: &Other| {
        vec![
            Cell::value(&other.name),
            Cell::number(other.receives_from, words),
            Cell::number(other.supplies, words),
            Cell::number(other.mentions, words),
        ]
    };
    let columns = vec![
        Column::text(words.say("report-column-company")),
        Column::number(words.say("sharing-column-receives")),
        Column::number(words.say("sharing-column-supplies")),
        Column::number(words.say("report-column-mentions")),
    ];
    let all = network.others.len() as u64;
    let rows: Vec<_> = network.others.iter().take(LINKS_MAX).map(row).collect();
    let mut blocks = vec![lead(words.count("sharing-others-lead", network.shared()))];
    if !rows.is_empty() {
        blocks.push(Block::Table(titled("others-list", "sharing-others-title", columns, rows, all, words)));
    }
    section("others", "sharing-others-title", all, blocks, words)
}

fn links(network: &Network, words: Words) -> Section {
    let row = |link: &Link| {
        let told: Vec<String> = link.told_by.iter().map(|teller| told_by(teller, words)).collect();
        vec![Cell::value(&link.from), Cell::value(&link.to), Cell::value(&told.join(" · "))]
    };
    let keys = ["sharing-column-from", "sharing-column-to", "sharing-column-told"];
    let columns = keys.map(|key| Column::text(words.say(key))).to_vec();
    let all = network.links.len() as u64;
    let rows: Vec<_> = network.links.iter().take(LINKS_MAX).map(row).collect();
    let mut blocks = vec![paragraph(words.say("sharing-links-about"))];
    if rows.is_empty() {
        blocks.push(lead(words.say("sharing-none")));
    } else {
        blocks.push(Block::Table(titled("links-list", "sharing-links-title", columns, rows, all, words)));
    }
    section("links", "sharing-links-title", all, blocks, words)
}

fn told_by(teller: &Teller, words: Words) -> String {
    match teller {
        Teller::Answer { company, mentions, place, .. } => {
            let said = [("company", &*words.name(company)), ("place", &*words.place(place))];
            words.count_with("sharing-told-answer", *mentions, &said)
        }
        Teller::Notice { company, role, source, checked } => words.with(
            "sharing-told-notice",
            &[
                ("company", &words.name(company)),
                ("role", &words.recipient_role(role)),
                ("source", source),
                ("date", &words.date(*checked)),
            ],
        ),
    }
}
