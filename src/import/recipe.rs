//! Recipe: the language in which a company's answers are described, and its reader.
//!
//! In: a YAML text and its file name. Out: a checked [`Recipe`], or a fault with line, column and the lines. A recipe
//! describes and never runs anything. Not here: applying it (`apply`), writing a first one (`draft`).
//!
//! # Version 1 of the language
//!
//! About the company:
//!
//! - `version`: optional, 1. A recipe of a newer version is refused with a sentence that says so.
//! - `company`: id of the company in the directory, or the family its national records belong to (`amazon`). Several
//!   files may describe one company; all of them are used as soon as one recognises an answer.
//! - `shared`: `true` where the layout is that of a program many companies use: it is read whoever sent it, and says
//!   nothing about whose answer it is.
//! - `layout`: when this shape was first seen. A new shape stands beside the old one, which stays.
//! - `learned_from`: how the author knows, with the date: `public help page, March 2026`, …
//! - `certainty`: `observed` (somebody looked at an answer), `documented` (the company or a program that reads its
//!   answers says so), `expected` (nothing is known of the files; only recognition and what a notice announces).
//! - `languages`: of file and column names, for the table of known companies.
//! - `recognise`: `any` is a list of `{ glob, weight: strong | weak }`; `sheets` and `headers` are lists of
//!   sets of which all must be in one file, `senders` the domains its mails come from, and are only looked at when
//!   names do not decide.
//!   One strong sign or two weak ones are enough.
//! - `expected`: globs of members an answer of this company contains; one that is absent is said. A list in place of a glob
//!   are its names over the years, of which one is enough. Without it, every
//!   glob of `files` that is not in `may_be_absent` is expected.
//! - `ignore`: members that are no data: a glob, or `{ glob, reason }`.
//! - `folders`: where the names of folders follow the language of the account. `known` gives the names of each by its
//!   id; `page` is the page in the answer that lists them: `{ glob, id, name }`, the last two being attributes of its
//!   elements. Patterns may then name a folder by its id: `{MY_ACTIVITY}/*/*.json`.
//! - `explains`: members in which the company explains its files and columns (see `explain`); they are no data.
//! - `announces`: categories its privacy notice announces; one of which nothing came is said.
//! - `lacks`: what its answers usually leave out: `{ category, en, fr, source }`, a sentence per language.
//! - `synonyms`: `{ "Order Date": ["Date de commande"] }`: other names of the same column, in other languages or years.
//!
//! What is in the files (`files`, the first that fits a table wins):
//!
//! - `glob` (one or several) is matched against the end of a member's path, case and accents folded: `*` within a name,
//!   `**` over folders; with a slash at its beginning it is of the whole path. `format` (one or several), `sheet` (name of a sheet, a heading above a table or another name
//!   the format gives a table), `rows` (JSON pointer of the array, `*` for any one step) and `headers` (all must be there) tell apart
//!   tables that share a name. A member whose name fits and whose headers do not is read without a recipe, and said.
//!   `where`: fields that must be filled, row by row, where one array holds things of different kinds.
//! - `query_after`: beginnings of a title behind which the words of a search stand (`"Searched for "`).
//! - `names: after_index`: fields are called by what stands after the last `[0].`, for arrays of objects with one key.
//! - `kind`, `category` and `origin` say what a row is; each is one of a closed list.
//! - `fields`: `at`, `time`, `title`, `amount`, `quantity` (of a price per piece), `currency`, each a column or a list of which the first with a
//!   value wins. `roles`: columns that mean the same everywhere (`profile`: one of several of an account); `items[*].name` takes every one.
//! - `dates`: forms, tried in order (`iso`, `unix`, `unix_ms`, `unix_us`, `day_month` and `month_day`
//!   for numbers with any separator and the year last, `compact` for `20240131T100000Z`, `words` for a month in words, or a pattern of chrono; `%Z` reads the usual abbreviations of zones). `dates_of`: the same for single columns. `date_above`:
//!   `true` where the date stands alone in a row above the one it is of. `zone`: `utc` or an offset (`"+01:00"`) where dates
//!   are written without one and the company says so elsewhere. `decimal`: `.` or `,`, for `1,234` (`12,50` says itself which it is). `currency`: where none is written. `smallest_unit`: columns that count the smallest unit of the currency (ISO 4217): cents of euros, yen of yen; hundredths where none is known.
//!   `undone`: columns that say that an order was cancelled or paid back as a whole, each with the values that say so (`"*"`: any); it is in no sum. `placeholders`: what stands for no value here, beside the usual ones. `nothing`: beginnings of the sentence that stands
//!   alone in a row where there is no data; such a row is no record.
//! - `others`, `special`: columns that, when filled, make a row be about other people or reveal a special
//!   category. `bodies`: columns that hold what a message says at length, which is counted and searched and not kept beside
//!   the facts. `transforms`: per column, names from the closed list of `apply`.
//! - `columns` and `optional`: the columns known and kept as they are, so that a change of the layout is noticed. In JSON and
//!   XML one of `columns` is missing when no row has it, and one of `optional` never is, whatever else is done with it.
//!
//! Columns nobody names stay on the record. An unknown key is an error.

mod check;
mod draft;
mod file;
mod kind;
mod known;

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

pub use self::check::{Checked, Note, check};
pub use self::draft::draft;
pub(crate) use self::file::{File, Names, Several, Transform, ZoneUnlessWritten};
pub use self::known::{Columns, Summary};
use super::fold::fold_column;
use super::folder::Folders;
use super::glob::Glob;
use crate::directory::company::CompanyId;
use crate::law::category::Category;
use crate::yaml::{self, Fault};

/// The version this program reads.
const VERSION: u32 = 1;

/// `(name, JSON)` of every built-in recipe, made of the YAML when the program is built: it is read much faster.
static BUILT_IN: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/recipes.rs"));

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
        for (name, text) in own {
            match Recipe::read(text, name) {
                Ok(recipe) => all.push(recipe),
                Err(fault) => faults.push(fault),
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        all.extend(BUILT_IN.iter().map(|(_, text)| Recipe::built_in(text)));
        let own_companies: Vec<String> =
            all.iter().take(own.len()).map(|recipe| recipe.company.clone()).collect();
        let mut position = 0;
        all.retain(|recipe| {
            position += 1;
            position <= own.len() || !own_companies.contains(&recipe.company)
        });
        Ok(Self { all })
    }

    /// Returns one recipe alone, for trying it.
    ///
    /// # Errors
    /// Returns its fault.
    pub fn alone(name: &str, text: &str) -> Result<(Self, String), Fault> {
        let recipe = Recipe::read(text, name)?;
        let company = recipe.company.clone();
        Ok((Self { all: vec![recipe] }, company))
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

    /// Returns every recipe of a company.
    pub(crate) fn of<'r>(&'r self, company: &str) -> impl Iterator<Item = &'r Recipe> {
        self.all.iter().filter(move |recipe| recipe.company == company)
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
    #[serde(deserialize_with = "company")]
    pub(crate) company: String,
    #[serde(default)]
    pub(crate) shared: bool,
    #[expect(dead_code, reason = "for the reader of the recipe, who needs to tell layouts apart")]
    layout: String,
    pub(crate) learned_from: String,
    #[serde(default)]
    pub(crate) certainty: Certainty,
    #[serde(default)]
    pub(crate) languages: Vec<String>,
    #[serde(default)]
    pub(crate) recognise: Recognise,
    #[serde(default)]
    pub(crate) files: Vec<File>,
    pub(crate) expected: Option<Vec<Several<Glob>>>,
    #[serde(default)]
    pub(crate) may_be_absent: Vec<Glob>,
    #[serde(default)]
    pub(crate) ignore: Vec<Ignored>,
    pub(crate) folders: Option<Folders>,
    #[serde(default)]
    pub(crate) explains: Vec<Glob>,
    #[serde(default)]
    pub(crate) announces: Vec<Category>,
    #[serde(default)]
    pub(crate) lacks: Vec<Lack>,
    #[serde(default)]
    synonyms: BTreeMap<String, Vec<String>>,
}

fn company<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    Ok(CompanyId::deserialize(deserializer)?.as_str().to_owned())
}

impl Recipe {
    fn read(text: &str, name: &str) -> Result<Self, Fault> {
        Ok(yaml::read::<Self>(text, name)?.spread())
    }

    fn built_in(text: &str) -> Self {
        serde_json::from_str::<Self>(text).expect("a test reads every built-in recipe").spread()
    }

    /// Gives the synonyms to the files, which are where columns are looked for.
    fn spread(mut self) -> Self {
        let mut known = BTreeMap::new();
        for (column, others) in &self.synonyms {
            known.extend(others.iter().map(|other| (fold_column(other), fold_column(column))));
        }
        for file in &mut self.files {
            file.synonyms.clone_from(&known);
            file.is_shared = self.shared;
        }
        self
    }

    /// Tells whether a folded path bears a name that it recognises an answer by or describes.
    pub(crate) fn names(&self, path: &str) -> bool {
        let signs = self.recognise.any.iter().map(|sign| &sign.glob);
        let files =
            self.files.iter().flat_map(|file| file.glob.as_slice()).filter(|glob| glob.names_something());
        signs.chain(files).any(|glob| glob.matches(path))
    }

    /// Returns the members an answer should contain, each by its names over the years.
    pub(crate) fn expected(&self) -> Vec<&[Glob]> {
        if let Some(expected) = &self.expected {
            return expected.iter().map(Several::as_slice).collect();
        }
        let firsts = self.files.iter().filter_map(|file| file.glob.as_slice().first());
        let mut globs: Vec<&Glob> = firsts.filter(|glob| !self.may_be_absent.contains(glob)).collect();
        globs.dedup();
        globs.into_iter().map(std::slice::from_ref).collect()
    }
}

closed_list! {
    /// How sure it is that a company's answers are laid out as a recipe says.
    #[derive(Default)]
    pub enum Certainty {
        /// Somebody looked at an answer.
        #[default]
        Observed = "observed";
        /// The company, or a program that reads its answers, says so.
        Documented = "documented";
        /// Nothing is known of its files.
        Expected = "expected";
    }
}

/// Something a company's answers usually leave out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lack {
    /// The category it belongs to, if one.
    #[serde(default)]
    pub category: Option<Category>,
    /// The sentence in English.
    pub en: String,
    /// The sentence in French.
    pub fr: String,
    /// Who says so, and when.
    pub source: String,
}

impl Lack {
    /// Returns the sentence in a language; in English where there is none.
    pub fn said(&self, language: &str) -> &str {
        if language == "fr" { &self.fr } else { &self.en }
    }
}

/// Members that are no data.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub(crate) enum Ignored {
    /// By their names.
    Glob(Glob),
    /// With the reason.
    Because {
        glob: Glob,
        #[expect(dead_code, reason = "for the reader of the recipe")]
        reason: String,
    },
}

impl Ignored {
    pub(crate) fn glob(&self) -> &Glob {
        match self {
            Self::Glob(glob) | Self::Because { glob, .. } => glob,
        }
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
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Recognise {
    #[serde(default)]
    pub(crate) any: Vec<Sign>,
    #[serde(default)]
    pub(crate) sheets: Vec<Vec<String>>,
    #[serde(default)]
    pub(crate) headers: Vec<Vec<String>>,
    #[serde(default)]
    pub(crate) senders: Vec<String>,
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
