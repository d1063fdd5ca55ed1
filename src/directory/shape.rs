//! Shape: what is missing from a record that could not be read, and what stands there in its place.
//!
//! In: a record as it was written. Out: all its faults at once, each with line and column and in terms a newcomer can act
//! on: a field that is missing or unknown, a word that is none of the choices, a value of another kind. The types of
//! `company` decide what is read; the tables here repeat their keys to explain a refusal, and a test holds the two
//! together. Not here: the sentences (`wording`).

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rapidfuzz::distance::osa;
use serde::de::value::StrDeserializer;
use serde::de::{DeserializeOwned, IntoDeserializer};

use super::check::imitates;
use super::company::{CompanyId, Confidence, IdDocument, Identifier, Purpose, RecipientRole, Status, Trade};
use super::value::{Address, Area, Country, Fingerprint, Kind, RequestLanguage, Siren, Source, Wrong};
use crate::finding::{Code, Finding, Place, Position};
use crate::law::category::Category;
use crate::yaml::{Content, FaultKind, Node};

/// Edits between a key and the field that was probably meant.
const EDITS_MAX: usize = 3;

/// Bytes of a key that may be a misspelt field.
const KEY_BYTES_MAX: usize = 64;

/// A part of a record and its fields.
#[derive(Debug)]
pub(super) struct Shape {
    /// Its name in wording.
    pub(super) name: &'static str,
    /// Its fields, in the order of the specification.
    pub(super) fields: &'static [Field],
}

/// A field.
#[derive(Debug)]
pub(super) struct Field {
    /// Its key.
    pub(super) key: &'static str,
    /// Whether a record is refused without it.
    pub(super) is_required: bool,
    /// What may stand there.
    what: What,
}

/// What may stand in a field.
#[derive(Debug)]
enum What {
    /// Any text.
    Text,
    /// A text that is such a value; what to say of others, and what is wanted instead.
    Value(fn(&str) -> Result<(), Refusal>, Code, &'static str),
    /// An address of the kind that the contact names.
    Address,
    /// A list of these.
    List(&'static Self),
    /// A part with fields of its own.
    Part(&'static Shape),
}

/// Why a text is no such value.
#[derive(Debug)]
enum Refusal {
    /// It is none of these.
    NotAmong(&'static [&'static str]),
    /// It is something else.
    Other,
}

const fn required(key: &'static str, what: What) -> Field {
    Field { key, is_required: true, what }
}

const fn optional(key: &'static str, what: What) -> Field {
    Field { key, is_required: false, what }
}

const DATE: What = What::Value(is::<NaiveDate>, Code::ValueUnusable, "date");
const COUNTRY: What = What::Value(is::<Country>, Code::BadCode, "country");
const SIREN: What = What::Value(is::<Siren>, Code::BadSiren, "siren");
const FINGERPRINT: What = What::Value(is::<Fingerprint>, Code::BadFingerprint, "fingerprint");
const SOURCE: What = What::Value(is::<Source>, Code::BadSource, "source");

/// A record.
pub(super) const COMPANY: Shape = Shape {
    name: "company",
    fields: &[
        required("id", What::Value(is::<CompanyId>, Code::ValueUnusable, "id")),
        required("name", What::Text),
        optional("brands", What::List(&What::Text)),
        optional("formerly", What::List(&What::Text)),
        required("category", What::Value(is::<Trade>, Code::ValueUnusable, "text")),
        required("countries", What::List(&What::Value(is::<Area>, Code::BadCode, "country"))),
        optional("languages", What::List(&What::Value(is::<RequestLanguage>, Code::BadCode, "language"))),
        optional("packs", What::List(&What::Value(is::<CompanyId>, Code::ValueUnusable, "id"))),
        optional("controller", What::Part(&CONTROLLER)),
        optional("joint_controllers", What::List(&What::Part(&ENTITY))),
        optional("representative", What::Part(&ENTITY)),
        optional("contacts", What::List(&What::Part(&CONTACT))),
        optional("identify_by", What::List(&What::Value(is::<Identifier>, Code::ValueUnusable, "text"))),
        optional("id_document", What::Value(is::<IdDocument>, Code::ValueUnusable, "text")),
        optional("authority", COUNTRY),
        optional("holds", What::List(&What::Part(&ANNOUNCED))),
        optional("shares_with", What::List(&What::Part(&RECIPIENT))),
        optional("note", What::Text),
        optional("confidence", What::Value(is::<Confidence>, Code::ValueUnusable, "text")),
        required("status", What::Value(is::<Status>, Code::ValueUnusable, "text")),
    ],
};

const CONTROLLER: Shape = Shape {
    name: "controller",
    fields: &[
        required("name", What::Text),
        required("country", COUNTRY),
        optional("region", What::Text),
        optional("siren", SIREN),
    ],
};

const ENTITY: Shape = Shape {
    name: "entity",
    fields: &[required("name", What::Text), optional("country", COUNTRY), optional("siren", SIREN)],
};

const CONTACT: Shape = Shape {
    name: "contact",
    fields: &[
        required("purpose", What::Value(is::<Purpose>, Code::ValueUnusable, "text")),
        required("kind", What::Value(is::<Kind>, Code::ValueUnusable, "text")),
        required("value", What::Address),
        optional("country", COUNTRY),
        optional("openpgp", FINGERPRINT),
        required("source", SOURCE),
        required("checked", DATE),
    ],
};

const ANNOUNCED: Shape = Shape {
    name: "announced",
    fields: &[
        required("category", What::Value(is::<Category>, Code::ValueUnusable, "text")),
        required("source", SOURCE),
        required("checked", DATE),
    ],
};

const RECIPIENT: Shape = Shape {
    name: "recipient",
    fields: &[
        required("name", What::Text),
        required("role", What::Value(is::<RecipientRole>, Code::ValueUnusable, "text")),
        required("source", SOURCE),
        required("checked", DATE),
    ],
};

/// Returns what keeps the records of a list from being read. `before` is the number of lines before the text that was
/// read as this node.
pub(super) fn faults(records: &Node, file: &str, before: u64) -> Vec<Finding> {
    let mut explanation = Explanation { file, before, findings: Vec::new() };
    match &records.content {
        Content::List(items) => items.iter().for_each(|record| explanation.part(record, &COMPANY)),
        Content::Nothing | Content::Scalar(_) | Content::Map(_) => {
            explanation.add(records, Code::NoList, &[]);
        }
    }
    explanation.findings
}

/// Returns the id of the first record of a list and where it stands, if it has one.
pub(super) fn id(records: &Node) -> Option<(&str, &Node)> {
    let (_, id) = entries_of_first(records)?.iter().find(|(key, _)| scalar(key) == Some("id"))?;
    Some((scalar(id).filter(|id| is::<CompanyId>(id).is_ok())?, id))
}

/// Returns the ids the first record of a list had before.
pub(super) fn former_ids(records: &Node) -> Vec<&str> {
    let mut entries = entries_of_first(records).into_iter().flatten();
    let former = entries.find(|(key, _)| scalar(key) == Some("formerly"));
    match former.map(|(_, value)| &value.content) {
        Some(Content::List(ids)) => ids.iter().filter_map(scalar).collect(),
        Some(Content::Nothing | Content::Scalar(_) | Content::Map(_)) | None => Vec::new(),
    }
}

fn entries_of_first(records: &Node) -> Option<&Vec<(Node, Node)>> {
    let Content::List(items) = &records.content else { return None };
    let Content::Map(entries) = &items.first()?.content else { return None };
    Some(entries)
}

struct Explanation<'a> {
    file: &'a str,
    before: u64,
    findings: Vec<Finding>,
}

impl Explanation<'_> {
    fn part(&mut self, node: &Node, shape: &Shape) {
        let Content::Map(entries) = &node.content else {
            return self.add(node, Code::ValueUnusable, &[("field", shape.name), ("wanted", shape.name)]);
        };
        let given = |key: &str| entries.iter().find(|(name, _)| scalar(name) == Some(key));
        for field in shape.fields.iter().filter(|field| field.is_required && given(field.key).is_none()) {
            self.add(node, Code::FieldLacking, &[("field", field.key), ("part", shape.name)]);
        }
        let kind = given("kind").and_then(|(_, kind)| read::<Kind>(scalar(kind)?).ok());
        let mut written = BTreeSet::new();
        for (key, value) in entries {
            if !written.insert(scalar(key)) {
                self.add(key, Code::BadRecord, &[("kind", FaultKind::Twice.id())]);
                continue;
            }
            match shape.fields.iter().find(|field| scalar(key) == Some(field.key)) {
                Some(field) => self.field(value, field, kind),
                None => self.unknown(key, shape),
            }
        }
    }

    fn unknown(&mut self, key: &Node, shape: &Shape) {
        let written = scalar(key).filter(|key| key.len() <= KEY_BYTES_MAX).unwrap_or_default();
        let edits = |field: &&Field| osa::distance(written.chars(), field.key.chars());
        let nearest = shape.fields.iter().min_by_key(edits).filter(|field| edits(field) <= EDITS_MAX);
        let keys: Vec<&str> = shape.fields.iter().map(|field| field.key).collect();
        let meant = nearest.map_or("none", |field| field.key);
        let facts = [("part", shape.name), ("meant", meant), ("keys", &keys.join(", "))];
        self.add(key, Code::FieldUnknown, &facts);
    }

    fn field(&mut self, node: &Node, field: &Field, kind: Option<Kind>) {
        // An optional part that is left empty is left out.
        let is_left_out =
            node.content == Content::Nothing && !field.is_required && matches!(field.what, What::Part(_));
        if !is_left_out {
            self.value(node, field.key, &field.what, kind);
        }
    }

    fn value(&mut self, node: &Node, key: &str, what: &What, kind: Option<Kind>) {
        match (what, &node.content) {
            (_, Content::Nothing) => self.add(node, Code::FieldEmpty, &[("field", key)]),
            (What::Part(shape), Content::Map(_)) => self.part(node, shape),
            (What::Part(shape), Content::Scalar(_) | Content::List(_)) => {
                self.add(node, Code::ValueUnusable, &[("field", key), ("wanted", shape.name)]);
            }
            (What::List(item), Content::List(items)) => {
                items.iter().for_each(|node| self.value(node, key, item, None));
            }
            (What::List(_), Content::Scalar(_) | Content::Map(_)) => {
                self.add(node, Code::ValueUnusable, &[("field", key), ("wanted", "list")]);
            }
            (What::Text | What::Address, Content::Scalar(text)) if text.trim().is_empty() => {
                self.add(node, Code::FieldEmpty, &[("field", key)]);
            }
            (What::Text, Content::Scalar(_)) => {}
            (What::Value(check, code, wanted), Content::Scalar(text)) => match check(text) {
                Ok(()) if *code == Code::BadSource && imitates(text) => {
                    self.add(node, Code::MixedScript, &[]);
                }
                Ok(()) => {}
                Err(Refusal::NotAmong(choices)) => {
                    let facts = [("field", key), ("choices", &choices.join(", "))];
                    self.add(node, Code::NotAChoice, &facts);
                }
                Err(Refusal::Other) => self.add(node, *code, &[("field", key), ("wanted", wanted)]),
            },
            (What::Address, Content::Scalar(text)) => {
                // Without a kind nothing can be said of the address.
                if let Some(Err(Wrong(code))) = kind.map(|kind| Address::of(kind, text.clone())) {
                    self.add(node, code, &[]);
                }
                // What `check` says of records that could be read is true of the others as well.
                match kind {
                    Some(Kind::Email | Kind::Form) if imitates(text) => {
                        self.add(node, Code::MixedScript, &[]);
                    }
                    Some(Kind::Email | Kind::Form | Kind::Post) | None => {}
                }
            }
            (What::Text | What::Value(..) | What::Address, Content::List(_) | Content::Map(_)) => {
                self.add(node, Code::ValueUnusable, &[("field", key), ("wanted", "text")]);
            }
        }
    }

    fn add(&mut self, at: &Node, code: Code, facts: &[(&str, &str)]) {
        let place = Place::at(self.file, Position::Line(at.line + self.before, at.column));
        let finding = Finding::new(code, place);
        self.findings.push(facts.iter().fold(finding, |finding, (name, fact)| finding.with(name, fact)));
    }
}

fn scalar(node: &Node) -> Option<&str> {
    match &node.content {
        Content::Scalar(text) => Some(text),
        Content::Nothing | Content::List(_) | Content::Map(_) => None,
    }
}

fn is<T: DeserializeOwned>(text: &str) -> Result<(), Refusal> {
    read::<T>(text).map(drop)
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, Refusal> {
    let deserializer: StrDeserializer<'_, Refusal> = text.into_deserializer();
    T::deserialize(deserializer)
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotAmong(choices) => write!(f, "none of {}", choices.join(", ")),
            Self::Other => f.write_str("something else"),
        }
    }
}

impl std::error::Error for Refusal {}

impl serde::de::Error for Refusal {
    fn custom<T: std::fmt::Display>(_message: T) -> Self {
        Self::Other
    }

    fn unknown_variant(_variant: &str, expected: &'static [&'static str]) -> Self {
        Self::NotAmong(expected)
    }
}
