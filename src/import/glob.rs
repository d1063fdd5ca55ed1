//! Glob: a pattern for the end of a member's path.
//!
//! In: a pattern of a recipe, and the paths in an archive. Out: whether they match. Case, accents and composition do
//! not matter, and neither does what stands above: people unpack, rename and pack again.
//!
//! `*` stands for anything within a name, `**` for any folders; a pattern that begins with a slash is of a whole path. Not here: touching a file system.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::fold::fold;

/// A pattern for the end of a member's path.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct Glob {
    written: String,
    parts: Vec<String>,
    /// How the last part begins and ends: the bytes before its first star, and where those behind its last begin.
    ends: (usize, usize),
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
        let last = parts.last().map(String::as_str).unwrap_or_default();
        let ends = (last.find('*').unwrap_or(last.len()), last.rfind('*').map_or(0, |at| at + 1));
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
        if let Some((before, after)) = self.ends_of_name() {
            if !path.ends_with(after) {
                return false;
            }
            let (above, name) = path.rsplit_once('/').unwrap_or(("", path));
            if !name.starts_with(before) || self.is_whole && self.parts.len() == 1 && !above.is_empty() {
                return false;
            }
        }
        let path: Vec<&str> = path.split('/').collect();
        match_parts(&self.parts, &path, self.is_whole)
    }
}

impl Glob {
    /// Tells whether it may match a path of an answer, by the folded names of its folders and files. Of a whole answer this is
    /// found out once, and most patterns are of other companies' folders.
    pub(crate) fn may_be_among(&self, folders: &BTreeSet<&str>, files: &BTreeSet<&str>) -> bool {
        let above = self.parts.split_last().map_or(&[][..], |(_, above)| above);
        // Nothing needs to stand for the last `**`, so that what is before it may be the file.
        let before = if self.parts.last().is_some_and(|last| last == "**") { above.last() } else { None };
        let is_in = |part: &String, names: &BTreeSet<&str>| {
            if part.contains('*') {
                names.iter().any(|name| match_part(part, name))
            } else {
                names.contains(part.as_str())
            }
        };
        above
            .iter()
            .all(|part| part == "**" || is_in(part, folders) || before == Some(part) && is_in(part, files))
    }

    /// Tells whether it is of whole paths, so that what stands above matters.
    pub(crate) fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// Returns how the names it matches begin and end, before the first star and behind the last; nothing where the last part
    /// stands for any folders.
    pub(crate) fn ends_of_name(&self) -> Option<(&str, &str)> {
        let last = self.parts.last().filter(|last| *last != "**")?;
        last.get(..self.ends.0).zip(last.get(self.ends.1..))
    }
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
    let mut pieces = pattern.split('*');
    let first = pieces.next().unwrap_or_default();
    let Some(mut rest) = name.strip_prefix(first) else { return false };
    let mut pieces: Vec<&str> = pieces.collect();
    let Some(last) = pieces.pop() else { return rest.is_empty() };
    for piece in pieces {
        match rest.split_once(piece) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    rest.ends_with(last)
}
