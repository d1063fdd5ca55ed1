//! Scope: which recipes may read which member, where one upload holds the answers of several companies.
//!
//! In: the listed members, the recipes that fit the upload and the parts whose contents speak for one of them. Out: for a
//! member, the recipes of the companies whose signs stand in the same part of the upload: the same archive in it, or the same
//! folder at its top.
//! A part without any sign is open to all, and so are recipes that many companies share. Where only one company is
//! recognised, it reads everything.
//!
//! Not here: the signs themselves (`recognise`).

use std::collections::{BTreeMap, BTreeSet};

use super::Options;
use super::container::Archive;
use super::folder::Ids;
use super::glob::folded_path;
use super::recipe::{Recipe, Recipes};
use super::recognise::Fit;

/// The recipes of an upload and the parts of it that are theirs.
pub(crate) struct Scopes<'r> {
    recipes: Vec<&'r Recipe>,
    /// The parts in which signs of a company stand.
    parts: BTreeMap<&'r str, BTreeSet<String>>,
    folders: Ids,
}

/// What may read a member, and under which names of it.
pub(crate) struct Scope<'r> {
    pub(crate) recipes: Vec<&'r Recipe>,
    /// Its path, folded; then with the ids of its folders, where they are known.
    pub(crate) paths: Vec<String>,
}

impl<'r> Scopes<'r> {
    /// Finds the parts of each company.
    pub(crate) fn new(archive: &Archive, fits: &[Fit<'r>], recipes: &'r Recipes, options: &Options) -> Self {
        let recipes = applied(fits, recipes);
        let owned = || recipes.iter().filter(|recipe| !recipe.shared);
        let companies: BTreeSet<&str> = owned().map(|recipe| recipe.company.as_str()).collect();
        let mut parts: BTreeMap<&'r str, BTreeSet<String>> = BTreeMap::new();
        if companies.len() > 1 {
            for fit in fits.iter().filter(|fit| !fit.recipe.shared && !fit.parts.is_empty()) {
                parts.entry(fit.recipe.company.as_str()).or_default().extend(fit.parts.iter().cloned());
            }
            for member in &archive.members {
                let path = folded_path(&member.path);
                let has_sign =
                    |recipe: &&&Recipe| recipe.recognise.any.iter().any(|sign| sign.glob.matches(&path));
                for recipe in owned().filter(has_sign) {
                    parts.entry(recipe.company.as_str()).or_default().insert(part(&member.path).to_owned());
                }
            }
        }
        let folders =
            Ids::learn(archive, recipes.iter().filter_map(|recipe| recipe.folders.as_ref()), options);
        Self { recipes, parts, folders }
    }

    /// Returns the recipes that may read a member, and what it is called.
    pub(crate) fn of(&self, path: &str) -> Scope<'r> {
        if self.recipes.is_empty() {
            return Scope { recipes: Vec::new(), paths: Vec::new() };
        }
        let part = part(path);
        let is_claimed = self.parts.values().any(|parts| parts.contains(part));
        let may = |recipe: &&&Recipe| {
            !is_claimed
                || recipe.shared
                || self.parts.get(recipe.company.as_str()).is_some_and(|parts| parts.contains(part))
        };
        let recipes = self.recipes.iter().filter(may).copied().collect();
        let folded = folded_path(path);
        let with_ids = self.folders.in_place(&folded);
        Scope { recipes, paths: std::iter::once(folded).chain(with_ids).collect() }
    }

    /// Returns the companies that have parts of their own, if there are several.
    pub(crate) fn companies(&self) -> Vec<&'r str> {
        let alone = |company: &&&'r str| {
            let own = self.parts.get(**company);
            own.is_some_and(|own| {
                self.parts.iter().any(|(other, parts)| other != *company && own.is_disjoint(parts))
            })
        };
        self.parts.keys().filter(alone).copied().collect()
    }
}

/// Returns every recipe of the companies that were recognised.
fn applied<'r>(fits: &[Fit<'_>], recipes: &'r Recipes) -> Vec<&'r Recipe> {
    let mut companies: Vec<&str> = Vec::new();
    for fit in fits {
        if !companies.contains(&fit.recipe.company.as_str()) {
            companies.push(&fit.recipe.company);
        }
    }
    companies.into_iter().flat_map(|company| recipes.of(company)).collect()
}

/// Returns the part of an upload a path stands in: the archive, else the folder at the top.
pub(crate) fn part(path: &str) -> &str {
    let archive = path.split_once("!/").map(|(archive, _)| archive);
    archive.or_else(|| path.split_once('/').map(|(folder, _)| folder)).unwrap_or_default()
}
