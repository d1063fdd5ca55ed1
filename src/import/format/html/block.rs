//! Block: the boxes in which large platforms print one event each.
//!
//! In: the classes of elements. Out: a row per box, with a field for its heading, its moment, its labels and its
//! lines. The classes are conventions of the programs that write such pages, as others' styles are; a page without
//! them is read by its tables and lists. Names of fields are those of the same events as JSON, so that whoever knows
//! one knows the other.
//!
//! Not here: text (`inner`).

use super::inner::Inner;
use crate::import::format::lines::{Field, TEXT, labelled};

/// What a part of a box is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// A field of its own.
    Named(&'static str),
    /// What happened: a sentence with a link, lines about it, and the moment last.
    Happened,
    /// Labels, each with the lines below it.
    Labels,
    /// Labels with values, and text.
    Body,
}

/// A convention: the class of the box, and those of its parts, the first that fits wins.
struct Convention {
    block: &'static [&'static str],
    parts: &'static [(&'static str, Part)],
}

/// Observed in published pages: the activity pages of Takeout (2022), the pages of Facebook and Instagram since
/// 2021, and those before.
const CONVENTIONS: &[Convention] = &[
    Convention {
        block: &["outer-cell"],
        parts: &[
            ("mdl-typography--title", Part::Named("header")),
            ("mdl-typography--caption", Part::Labels),
            ("mdl-typography--text-right", Part::Body),
            ("content-cell", Part::Happened),
        ],
    },
    Convention {
        block: &["_a6-g"],
        parts: &[("_a6-h", Part::Named("title")), ("_a6-p", Part::Body), ("_a6-o", Part::Named("timestamp"))],
    },
    Convention {
        block: &["pam", "uiBoxWhite"],
        parts: &[("_2lek", Part::Named("title")), ("_2let", Part::Body), ("_2lem", Part::Named("timestamp"))],
    },
];

/// A box that is being read.
pub(super) struct Block {
    convention: &'static Convention,
    fields: Vec<Field>,
}

impl Block {
    /// Returns the box an element with these classes is.
    pub(super) fn of(classes: &[&str]) -> Option<Self> {
        let convention =
            CONVENTIONS.iter().find(|known| known.block.iter().all(|class| classes.contains(class)))?;
        Some(Self { convention, fields: Vec::new() })
    }

    /// Returns the part an element with these classes is.
    pub(super) fn part(&self, classes: &[&str]) -> Option<Part> {
        self.convention.parts.iter().find(|(class, _)| classes.contains(class)).map(|(_, part)| *part)
    }

    /// Adds fields.
    pub(super) fn add(&mut self, fields: Vec<Field>) {
        self.fields.extend(fields);
    }

    /// Takes a part that ended.
    pub(super) fn ended(&mut self, part: Part, inner: &Inner) {
        match part {
            Part::Named(name) => {
                if !inner.is_empty() {
                    self.field(name, inner.joined());
                }
            }
            Part::Happened => self.happened(inner),
            Part::Labels => self.labels(inner),
            Part::Body => {
                for line in inner.lines() {
                    match labelled(line) {
                        Some((label, value)) if !value.is_empty() => self.field(label, value.to_owned()),
                        Some(_) | None => self.field(TEXT, line.to_owned()),
                    }
                }
                inner.links_beyond(TEXT, &inner.joined(), &mut self.fields);
            }
        }
    }

    fn field(&mut self, name: &str, value: String) {
        self.fields.push((name.to_owned(), value));
    }

    fn happened(&mut self, inner: &Inner) {
        let lines: Vec<&str> = inner.lines().collect();
        let (Some(title), rest) = (lines.first(), lines.get(1..).unwrap_or_default()) else { return };
        self.field("title", (*title).to_owned());
        if let Some(link) = inner.links().first() {
            self.field("titleUrl", link.clone());
        }
        if let Some((time, about)) = rest.split_last() {
            for (index, line) in about.iter().enumerate() {
                self.field(&format!("subtitles[{index}].name"), (*line).to_owned());
            }
            for (index, link) in inner.links().iter().skip(1).enumerate() {
                self.field(&format!("subtitles[{index}].url"), link.clone());
            }
            self.field("time", (*time).to_owned());
        }
    }

    fn labels(&mut self, inner: &Inner) {
        let mut label = TEXT.to_owned();
        let mut number = 0;
        for line in inner.lines() {
            let trimmed = line.trim_matches(['\u{2003}', ' ', '\u{a0}']);
            let is_indented = line.starts_with('\u{2003}');
            if trimmed.ends_with([':', '?']) && !is_indented {
                trimmed.trim_end_matches([':', ' ', '\u{a0}']).clone_into(&mut label);
                number = 0;
            } else if !trimmed.is_empty() {
                let name = if number == 0 { label.clone() } else { format!("{label} ({})", number + 1) };
                self.field(&name, trimmed.to_owned());
                number += 1;
            }
        }
        inner.links_beyond(&label, "", &mut self.fields);
    }

    /// Returns the row.
    pub(super) fn into_fields(self) -> Vec<Field> {
        self.fields
    }
}
