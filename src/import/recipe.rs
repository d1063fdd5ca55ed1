//! Recipe: the language in which a company's answers are described, and its reader.
//!
//! In: a YAML text and its file name. Out: a checked [`Recipe`], or a fault with line and column. A recipe describes
//! and never runs anything.
//!
//! # Version 1 of the language
//!
//! - `version`: optional, 1. A recipe of a newer version is refused with a sentence that says so.
//! - `company`: id of the company in the directory, or the family its national records belong to (`amazon`).
//! - `layout`: when this shape was first seen. A new shape is a new file, the old one stays.
//! - `learned_from`: how the author knows: `public help page`, `observed archive`, …
//! - `recognise`: `any` is a list of `{ glob, weight: strong | weak }`; `sheets` and `headers` are lists of
//!   sets of which all must be in one file, and are only looked at when names do not decide.
//!   One strong sign or two weak ones are enough.
//! - `files`: what is in it. `glob` (one or several) is matched against the end of a member's path, case and accents
//!   folded: `*` within a name, `**` over folders. `format`, `sheet`, `rows` (JSON pointer) and `headers` (all
//!   must be there) tell apart tables that share a name; the first that fits wins. `kind`, `category` and
//!   `origin` say what a row is.
//!   `fields`: `at`, `time`, `title`, `amount`, `quantity` (by which an amount per piece is multiplied),
//!   `currency`, each a column or a list of which the first with a value wins. `roles`: columns that mean the same everywhere. `dates`: forms, tried in order (`iso`, `unix`,
//!   `unix_ms`, `unix_us`, or a pattern of chrono). `zone`: `utc` where dates are written without one and the company
//!   says so elsewhere. `decimal`: `.` or `,`. `currency`: where none is written.
//!   `others`, `special`: columns that, when filled, make a row be about other people or reveal a special
//!   category. `transforms`: per column, names from the closed list of `apply`.
//!   `columns` and `optional`: the columns known, so that a change of the layout is noticed.
//! - `may_be_absent`: globs of `files` that many answers do not contain.
//! - `ignore`: globs of members that are documentation.
//!
//! Columns nobody names stay on the record. An unknown key is an error.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::glob::Glob;
use super::record::Role;
use super::value::DateForm;
use crate::law::category::{Category, Origin};
use crate::yaml::{self, Fault};

/// The version this program reads.
const VERSION: u32 = 1;

/// `(name, text)` of every built-in recipe.
const BUILT_IN: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/recipes.rs"));

/// The recipes known to one run: the user's own before the built-in ones.
#[derive(Debug, Clone, Default)]
pub struct Recipes {
    pub(crate) all: Vec<Recipe>,
}

impl Recipes {
    /// Reads the user's own recipes, `(file name, text)`, and puts them before the built-in ones. A recipe of the
    /// user's for a company replaces every built-in one for it.
    ///
    /// # Errors
    /// Returns the faults of all files in one go.
    pub fn with_own(own: &[(String, String)]) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut all = Vec::new();
        let mut keep = |read: Result<Recipe, Fault>| match read {
            Ok(recipe) => all.push(recipe),
            Err(fault) => faults.push(fault),
        };
        own.iter().map(|(name, text)| Recipe::read(text, name)).for_each(&mut keep);
        BUILT_IN.iter().map(|(name, text)| Recipe::read(text, name)).for_each(&mut keep);
        if !faults.is_empty() {
            return Err(faults);
        }
        let own_companies: Vec<String> =
            all.iter().take(own.len()).map(|recipe| recipe.company.clone()).collect();
        let mut position = 0;
        all.retain(|recipe| {
            position += 1;
            position <= own.len() || !own_companies.contains(&recipe.company)
        });
        Ok(Self { all })
    }

    /// Returns the built-in recipes.
    pub fn built_in() -> Self {
        Self::with_own(&[]).expect("a test reads every built-in recipe")
    }

    /// Returns the kinds of records recipes name, for the test that looks for their words.
    pub fn kinds(&self) -> Vec<&str> {
        let mut kinds: Vec<&str> =
            self.all.iter().flat_map(|recipe| &recipe.files).map(|file| file.kind.as_str()).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }

    /// Returns the companies that recipes describe.
    pub fn companies(&self) -> Vec<&str> {
        let mut companies: Vec<&str> = self.all.iter().map(|recipe| recipe.company.as_str()).collect();
        companies.sort_unstable();
        companies.dedup();
        companies
    }
}

/// How one company's answers are laid out.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Recipe {
    #[serde(default)]
    #[expect(dead_code, reason = "checked on reading: another version is an error")]
    version: Version,
    pub(crate) company: String,
    #[expect(dead_code, reason = "for the reader of the recipe, who needs to tell layouts apart")]
    layout: String,
    pub(crate) learned_from: String,
    pub(crate) recognise: Recognise,
    pub(crate) files: Vec<File>,
    #[serde(default)]
    pub(crate) may_be_absent: Vec<Glob>,
    #[serde(default)]
    pub(crate) ignore: Vec<Glob>,
}

impl Recipe {
    fn read(text: &str, name: &str) -> Result<Self, Fault> {
        yaml::read(text, name)
    }
}

#[derive(Debug, Clone, Deserialize)]
#[serde(try_from = "u32")]
struct Version(#[expect(dead_code, reason = "checked on reading")] u32);

impl Default for Version {
    fn default() -> Self {
        Self(VERSION)
    }
}

impl TryFrom<u32> for Version {
    type Error = String;

    fn try_from(version: u32) -> Result<Self, Self::Error> {
        match version {
            VERSION => Ok(Self(version)),
            _ => Err(format!(
                "version {version} of the recipe language is not known; this program reads {VERSION}"
            )),
        }
    }
}

/// What an answer of the company is recognised by.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Recognise {
    #[serde(default)]
    pub(crate) any: Vec<Sign>,
    #[serde(default)]
    pub(crate) sheets: Vec<Vec<String>>,
    #[serde(default)]
    pub(crate) headers: Vec<Vec<String>>,
}

/// A sign in the names of members.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sign {
    pub(crate) glob: Glob,
    pub(crate) weight: Weight,
}

/// How much a sign says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Weight {
    /// Enough alone.
    Strong,
    /// Enough with another.
    Weak,
}

/// What one kind of file in an answer holds.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    pub(crate) glob: Several<Glob>,
    pub(crate) format: Option<String>,
    pub(crate) sheet: Option<String>,
    pub(crate) rows: Option<String>,
    #[serde(default)]
    pub(crate) headers: Vec<String>,
    pub(crate) kind: String,
    pub(crate) category: Category,
    pub(crate) origin: Origin,
    #[serde(default)]
    pub(crate) fields: Fields,
    #[serde(default)]
    pub(crate) roles: BTreeMap<Role, Several<String>>,
    #[serde(default)]
    pub(crate) dates: Vec<DateForm>,
    #[serde(default)]
    pub(crate) zone: ZoneUnlessWritten,
    #[serde(default)]
    pub(crate) decimal: DecimalSign,
    pub(crate) currency: Option<String>,
    #[serde(default)]
    pub(crate) others: Vec<String>,
    #[serde(default)]
    pub(crate) special: Vec<String>,
    #[serde(default)]
    pub(crate) transforms: BTreeMap<String, Several<Transform>>,
    #[serde(default)]
    pub(crate) columns: Vec<String>,
    #[serde(default)]
    pub(crate) optional: Vec<String>,
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
}

/// The zone of dates that are written without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ZoneUnlessWritten {
    /// The company says elsewhere that they are in universal time.
    Utc,
    /// Nobody says.
    #[default]
    Unknown,
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

impl DecimalSign {
    pub(crate) fn sign(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }
}
