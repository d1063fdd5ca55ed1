//! Glob: a pattern for the end of a member's path.
//!
//! In: a pattern of a recipe, and the paths in an archive. Out: whether they match. Case, accents and composition do
//! not matter, and neither does what stands above: people unpack, rename and pack again.
//!
//! `*` stands for anything within a name, `**` for any folders; a pattern that begins with a slash is of a whole path. Not here: touching a file system.

use std::collections::BTreeSet;
use std::ops::Bound;

use serde::Deserialize;

use super::fold::fold;

/// A pattern for the end of a member's path.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct Glob {
    written: String,
    parts: Vec<String>,
    /// What stands before the first star of the last part and behind its last; nothing where it stands for any folders.
    ends: Option<(String, String)>,
    is_whole: bool,
}

impl TryFrom<String> for Glob {
    type Error = String;

    fn try_from(written: String) -> Result<Self, Self::Error> {
        let folded = fold(&written);
        let (is_whole, folded) = match folded.strip_prefix('/') {
            Some(inside) => (true, inside),
            None => (false, folded.trim_start_matches("**/")),
        };
        let parts: Vec<String> = folded.split('/').map(str::to_owned).collect();
        if parts.iter().any(String::is_empty) || parts.iter().any(|part| part == "..") {
            return Err(format!("not a pattern for the end of a path: {written}"));
        }
        let last = parts.last().filter(|last| *last != "**");
        let ends = last.map(|last| {
            let before = last.split('*').next().unwrap_or_default();
            (before.to_owned(), last.rsplit('*').next().unwrap_or_default().to_owned())
        });
        Ok(Self { written, parts, ends, is_whole })
    }
}

impl Glob {
    /// Returns it as the author wrote it.
    pub(crate) fn written(&self) -> &str {
        &self.written
    }

    /// Tells whether the end of a folded path (see [`folded_path`]) matches.
    pub(crate) fn matches(&self, path: &str) -> bool {
        // Nearly all paths have another name, and every pattern is asked of every path.
        if let Some((before, after)) = &self.ends {
            if !path.ends_with(after.as_str()) {
                return false;
            }
            let (above, name) = path.rsplit_once('/').unwrap_or(("", path));
            if !name.starts_with(before.as_str())
                || self.is_whole && self.parts.len() == 1 && !above.is_empty()
            {
                return false;
            }
        }
        let path: Vec<&str> = path.split('/').collect();
        match_parts(&self.parts, &path, self.is_whole)
    }
}

impl Glob {
    /// Tells whether it may match a path of an answer, by what the paths are made of.
    pub(crate) fn may_be_among(&self, parts: &Parts<'_>) -> bool {
        if self.is_whole && self.parts.len() == 1 {
            return parts.tops.iter().any(|top| self.matches(top));
        }
        let above = self.parts.split_last().map_or(&[][..], |(_, above)| above);
        // Nothing needs to stand for the last `**`, so that what is before it may be the file.
        let before = if self.ends.is_none() { above.last() } else { None };
        self.may_be_file(&parts.files)
            && above.iter().all(|part| {
                part == "**"
                    || is_in(part, &parts.folders)
                    || before == Some(part) && is_in(part, &parts.files)
            })
    }

    /// Tells whether a file may be meant, by how its name begins.
    fn may_be_file(&self, files: &BTreeSet<&str>) -> bool {
        let Some((before, _)) = &self.ends else { return true };
        let mut from = files.range::<str, _>((Bound::Included(before.as_str()), Bound::Unbounded));
        from.next().is_some_and(|name| name.starts_with(before.as_str()))
    }

    /// Tells whether it says more of a file than the ending of its name: `*.csv` is any.
    pub(crate) fn names_something(&self) -> bool {
        self.parts.iter().any(|part| {
            part.rsplit_once('.').map_or(part.as_str(), |(name, _)| name).chars().any(|c| c != '*')
        })
    }

    /// Tells whether it is of whole paths, so that what stands above matters.
    pub(crate) fn is_whole(&self) -> bool {
        self.is_whole
    }
}

/// What the folded paths of an answer are made of.
pub(crate) struct Parts<'p> {
    pub(crate) folders: BTreeSet<&'p str>,
    /// Names of files, without what is above.
    pub(crate) files: BTreeSet<&'p str>,
    /// Names of files that have nothing above.
    pub(crate) tops: Vec<&'p str>,
}

fn is_in(part: &str, names: &BTreeSet<&str>) -> bool {
    if part.contains('*') { names.iter().any(|name| match_part(part, name)) } else { names.contains(part) }
}

/// Folds a member's path for matching: archives inside the path count as folders.
pub(crate) fn folded_path(path: &str) -> String {
    fold(&path.replace("!/", "/"))
}

/// Matches from the end, so that what stands above does not matter.
fn match_parts(pattern: &[String], path: &[&str], is_whole: bool) -> bool {
    match (pattern.split_last(), path.split_last()) {
        (None, _) => !is_whole || path.is_empty(),
        (Some((last, above)), Some((name, folders))) if last != "**" => {
            match_part(last, name) && match_parts(above, folders, is_whole)
        }
        (Some((_, above)), _) => (0..=path.len()).any(|kept| {
            path.get(..kept).is_some_and(|path| match_parts(above, path, is_whole))
                && pattern.last().is_some_and(|part| part == "**")
        }),
    }
}

fn match_part(pattern: &str, name: &str) -> bool {
    let Some((first, pattern)) = pattern.split_once('*') else { return pattern == name };
    let Some(mut rest) = name.strip_prefix(first) else { return false };
    let (middle, last) = pattern.rsplit_once('*').unwrap_or(("", pattern));
    for piece in middle.split('*') {
        match rest.split_once(piece) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    rest.ends_with(last)
}
