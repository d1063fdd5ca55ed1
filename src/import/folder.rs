//! Folder: what the folders of an answer are, where their names follow the language of the account.
//!
//! In: what a recipe says of its folders (the names it knows, and the page in the answer that lists them), and the
//! answer. Out: for a member's path the same path with the id of each folder in place of its name (`{my_activity}`), which
//! patterns may name as `{MY_ACTIVITY}`. What the page says counts before what the recipe knows.
//!
//! Not here: matching (`glob`).

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Options;
use super::container::{Archive, Fate};
use super::fold::fold;
use super::format::attributes;
use super::glob::{Glob, folded_path};

/// What a recipe says of its folders.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Folders {
    /// The page that lists them, where an answer has one.
    page: Option<Page>,
    /// The names each is known by.
    #[serde(default)]
    known: BTreeMap<String, Vec<String>>,
}

/// A page whose elements say of each folder its id and its name.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Page {
    glob: Vec<Glob>,
    /// The attribute with the id.
    id: String,
    /// The attribute with the name.
    name: String,
}

/// The folders of one answer: folded names to ids.
#[derive(Debug, Default)]
pub(crate) struct Ids(BTreeMap<String, String>);

impl Ids {
    /// Learns the folders of an answer.
    pub(crate) fn learn<'f>(
        archive: &Archive,
        folders: impl Iterator<Item = &'f Folders>,
        options: &Options,
    ) -> Self {
        let mut ids = BTreeMap::new();
        for folders in folders {
            for (id, names) in &folders.known {
                ids.extend(names.iter().map(|name| (as_folder(name), as_id(id))));
            }
            for (id, name) in folders.page.iter().flat_map(|page| page.read(archive, options)) {
                ids.insert(as_folder(&name), as_id(&id));
            }
        }
        Self(ids)
    }

    /// Returns a folded path with ids in place of the names that are known, if there is any.
    pub(crate) fn in_place(&self, path: &str) -> Option<String> {
        let (folders, file) = path.rsplit_once('/')?;
        let mut has_id = false;
        let named = |folder: &str| match self.0.get(folder) {
            Some(id) => {
                has_id = true;
                id.clone()
            }
            None => folder.to_owned(),
        };
        let named: Vec<String> = folders.split('/').map(named).collect();
        has_id.then(|| format!("{}/{file}", named.join("/")))
    }
}

impl Page {
    /// Reads the page, wherever it stands in the answer; what cannot be read of it is reported when it is read for good.
    fn read(&self, archive: &Archive, options: &Options) -> Vec<(String, String)> {
        let is_page = |path: &str| self.glob.iter().any(|glob| glob.matches(&folded_path(path)));
        let pages =
            archive.members.iter().filter(|member| member.fate == Fate::Read && is_page(&member.path));
        let wanted = [self.id.as_str(), self.name.as_str()];
        let read = pages.map(|page| page.read(archive, options, |reader| attributes(reader, wanted)));
        read.filter_map(Result::ok).flat_map(|reading| reading.value).collect()
    }
}

fn as_id(id: &str) -> String {
    format!("{{{}}}", fold(id))
}

/// Folds a name as it stands in paths: a sign that no file may have in its name is written as another.
fn as_folder(name: &str) -> String {
    fold(&name.replace(['\'', ':', '"', '?', '*', '<', '>', '|'], "_"))
}
