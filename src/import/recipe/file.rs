//! File: what a recipe says about one kind of file.
//!
//! In: the part `files` of a recipe. Out: checked values, and which tables and columns they are about. The language is explained in
//! the header of `recipe`. Not here: making records (`apply`).

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::kind::Kind;
use crate::import::fold::{fold, fold_column};
use crate::import::glob::Glob;
use crate::import::record::Role;
use crate::import::value::DateForm;
use crate::law::category::{Category, Origin};

/// What one kind of file in an answer holds.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    pub(crate) glob: Several<Glob>,
    #[serde(default)]
    pub(crate) format: Several<String>,
    pub(crate) sheet: Option<String>,
    pub(crate) rows: Option<Rows>,
    #[serde(default)]
    pub(crate) headers: Vec<String>,
    #[serde(default, rename = "where")]
    pub(crate) filled: Vec<String>,
    #[serde(default)]
    pub(crate) names: Names,
    pub(crate) kind: Kind,
    pub(crate) category: Category,
    pub(crate) origin: Origin,
    #[serde(default)]
    pub(crate) fields: Fields,
    #[serde(default)]
    pub(crate) roles: BTreeMap<Role, Several<String>>,
    #[serde(default)]
    pub(crate) dates: Vec<DateForm>,
    #[serde(default)]
    pub(crate) dates_of: BTreeMap<String, Vec<DateForm>>,
    #[serde(default)]
    pub(crate) date_above: bool,
    #[serde(default)]
    pub(crate) zone: ZoneUnlessWritten,
    #[serde(default)]
    pub(crate) decimal: DecimalSign,
    #[serde(default)]
    pub(crate) undone: BTreeMap<String, Several<String>>,
    #[serde(default)]
    pub(crate) smallest_unit: Vec<String>,
    #[serde(default, deserialize_with = "currency")]
    pub(crate) currency: Option<String>,
    #[serde(default)]
    pub(crate) placeholders: Vec<String>,
    #[serde(default)]
    pub(crate) nothing: Vec<String>,
    #[serde(default)]
    pub(crate) others: Vec<String>,
    #[serde(default)]
    pub(crate) special: Vec<String>,
    #[serde(default)]
    pub(crate) bodies: Vec<String>,
    #[serde(default)]
    pub(crate) query_after: Vec<String>,
    #[serde(default)]
    pub(crate) transforms: BTreeMap<String, Several<Transform>>,
    #[serde(default)]
    pub(crate) columns: Vec<String>,
    #[serde(default)]
    pub(crate) optional: Vec<String>,
    /// Folded names of columns, and the folded name each stands for.
    #[serde(skip)]
    pub(super) synonyms: BTreeMap<String, String>,
    /// Whether many companies use the layout, so that a file of another one is none of it.
    #[serde(skip)]
    pub(crate) is_shared: bool,
}

impl File {
    /// Folds the name of a column as this file calls it.
    pub(crate) fn fold<'n>(&self, name: &'n str) -> Cow<'n, str> {
        let folded = fold_column(name);
        self.synonyms.get(folded.as_str()).map_or(folded, String::clone).into()
    }

    /// Tells whether it is about tables of a format and a name.
    pub(crate) fn is_about(&self, format: &str, table: Option<&str>) -> bool {
        let formats = self.format.as_slice();
        (formats.is_empty() || formats.iter().any(|known| known == format))
            && self.sheet.as_deref().is_none_or(|sheet| table.is_some_and(|name| fold(name) == fold(sheet)))
            && self.rows.as_ref().is_none_or(|rows| table.is_some_and(|name| rows.are_at(name)))
    }

    /// Returns the columns it uses.
    pub(super) fn used(&self) -> impl Iterator<Item = &String> {
        let fields = &self.fields;
        let fields =
            [&fields.at, &fields.time, &fields.title, &fields.amount, &fields.quantity, &fields.currency];
        let fields = fields.into_iter().chain(self.roles.values()).flat_map(|columns| columns.as_slice());
        let used = fields.chain(&self.headers).chain(&self.filled).chain(&self.others).chain(&self.special);
        let used = used.chain(&self.bodies).chain(&self.smallest_unit);
        used.chain(self.undone.keys()).chain(self.transforms.keys()).chain(self.dates_of.keys())
    }

    /// Returns the columns each part of a record is read from, part by part.
    pub(super) fn groups(&self) -> impl Iterator<Item = &[String]> {
        let fields = &self.fields;
        let fields =
            [&fields.at, &fields.time, &fields.title, &fields.amount, &fields.quantity, &fields.currency];
        let filled = self.filled.iter().map(std::slice::from_ref);
        fields.into_iter().chain(self.roles.values()).map(Several::as_slice).chain(filled)
    }

    /// Returns every column it names: used, known or optional.
    pub(super) fn named(&self) -> impl Iterator<Item = &str> {
        self.used().chain(&self.columns).chain(&self.optional).map(String::as_str)
    }

    /// Tells whether a table has most of the columns it knows, though it may lack one that it needs.
    pub(crate) fn resembles(&self, columns: &[String]) -> bool {
        let has = |known: &&String| columns.iter().any(|column| self.fold(column) == self.fold(known));
        !self.columns.is_empty() && self.columns.iter().filter(has).count() * 2 > self.columns.len()
    }

    /// Tells whether its names are those of files or sheets of its company: not of any CSV, nor of a program many companies use.
    pub(crate) fn names_its_files(&self) -> bool {
        !self.is_shared && (self.sheet.is_some() || self.glob.as_slice().iter().any(Glob::names_something))
    }

    /// Returns the columns it needs and a table lacks.
    pub(crate) fn lacking<'f>(&'f self, columns: &[String]) -> Vec<&'f str> {
        let has = |header: &str| columns.iter().any(|column| self.fold(column) == self.fold(header));
        self.headers.iter().map(String::as_str).filter(|header| !has(header)).collect()
    }
}

/// The place of an array in a document: a JSON pointer in which `*` is any one step.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct Rows(String);

impl TryFrom<String> for Rows {
    type Error = String;

    fn try_from(pointer: String) -> Result<Self, Self::Error> {
        if pointer.is_empty() || pointer.starts_with('/') {
            Ok(Self(pointer))
        } else {
            Err(format!(
                "not a JSON pointer: {pointer} (it begins with a slash, or is empty for the whole document)"
            ))
        }
    }
}

impl Rows {
    fn are_at(&self, pointer: &str) -> bool {
        let (mut own, mut other) = (self.0.split('/'), pointer.split('/'));
        loop {
            match (own.next(), other.next()) {
                (None, None) => return true,
                (Some("*"), Some(_)) => {}
                (Some(step), Some(found)) if fold(step) == fold(found) => {}
                (Some(_), Some(_)) | (Some(_), None) | (None, Some(_)) => return false,
            }
        }
    }
}

/// What the fields of a row are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Names {
    /// As the format calls them.
    #[default]
    AsWritten,
    /// By what stands after the last index.
    AfterIndex,
}

/// Columns for the parts of a record.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Fields {
    pub(crate) at: Several<String>,
    pub(crate) time: Several<String>,
    pub(crate) title: Several<String>,
    pub(crate) amount: Several<String>,
    pub(crate) quantity: Several<String>,
    pub(crate) currency: Several<String>,
}

/// One or several.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub(crate) enum Several<T> {
    /// Written alone.
    One(T),
    /// Written as a list.
    Many(Vec<T>),
}

impl<T> Several<T> {
    /// Returns them in order.
    pub(crate) fn as_slice(&self) -> &[T] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::Many(many) => many,
        }
    }
}

impl<T> Default for Several<T> {
    fn default() -> Self {
        Self::Many(Vec::new())
    }
}

/// A change to a value before it is read; the field itself keeps the value as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Transform {
    /// Takes away apostrophes around the value, which protect it from spreadsheets.
    StripApostrophes,
    /// Takes away bars around the value, which protect it from spreadsheets.
    StripPipes,
    /// Keeps what stands before the first colon.
    BeforeColon,
    /// Keeps what stands after the first colon.
    AfterColon,
    /// Keeps the date a number begins with (`2024-01-31-…`).
    LeadingDate,
    /// Keeps what stands before the first comma.
    BeforeComma,
    /// Keeps what stands after the last colon: the last step of a path.
    AfterLastColon,
    /// Takes away a percent sign at the end.
    StripPercent,
}

/// The zone of dates that are written without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(try_from = "String")]
pub(crate) enum ZoneUnlessWritten {
    /// The company says elsewhere that they are in universal time.
    Utc,
    /// The company says elsewhere how far from it they are, in minutes east.
    Offset(i32),
    /// Nobody says.
    #[default]
    Unknown,
}

impl TryFrom<String> for ZoneUnlessWritten {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        match text.as_str() {
            "utc" => return Ok(Self::Utc),
            "unknown" => return Ok(Self::Unknown),
            _ => {}
        }
        let offset = text.parse::<chrono::FixedOffset>();
        let offset =
            offset.map_err(|_| format!("not a zone: {text} (utc, unknown, or an offset such as +01:00)"))?;
        Ok(Self::Offset(offset.local_minus_utc() / 60))
    }
}

/// What stands before the fraction of an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub(crate) enum DecimalSign {
    /// `12.50`
    #[default]
    #[serde(rename = ".")]
    Point,
    /// `12,50`
    #[serde(rename = ",")]
    Comma,
}

fn currency<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let code = String::deserialize(deserializer)?;
    if code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Ok(Some(code));
    }
    Err(D::Error::custom("a currency is written as its code in ISO 4217, three capitals such as EUR"))
}

impl DecimalSign {
    pub(crate) fn sign(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }
}
