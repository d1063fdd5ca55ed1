//! Patch: a document edited by hand, with new values in it and everything else as it stands.
//!
//! In: the text of a mapping in blocks, and the value it should hold. Out: the text with only those lines changed whose
//! values are other ones; comments, order and quotation marks of the rest stay. Nothing where that cannot be done, which is
//! found out by reading the result. Not here: what becomes of a text that is written anew.

use std::ops::Range;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::{read, write};

/// Returns the text with a new value in it; nothing where it would not be read as that value.
pub fn patched<T: Serialize + DeserializeOwned + PartialEq>(text: &str, new: &T) -> Option<String> {
    let old: T = read(text, "").ok()?;
    let (old, wanted) = (serde_json::to_value(&old).ok()?, serde_json::to_value(new).ok()?);
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let patched = block(&lines, old.as_object()?, wanted.as_object()?)?;
    read::<T>(&patched, "").ok().filter(|read| read == new).map(|_| patched)
}

/// A key of a mapping and the lines that are its own: no comment or empty line behind it.
struct Entry {
    key: String,
    lines: Range<usize>,
}

/// Changes the lines of one mapping.
fn block(lines: &[&str], old: &Map<String, Value>, new: &Map<String, Value>) -> Option<String> {
    let entries = entries(lines);
    let indent =
        entries.first().and_then(|entry| lines.get(entry.lines.start)).map_or(0, |line| indent(line));
    let mut text = String::new();
    let mut at = 0;
    for entry in &entries {
        text += &lines.get(at..entry.lines.start)?.concat();
        let own = lines.get(entry.lines.clone())?;
        at = entry.lines.end;
        // A key that is not plain is the beginning of something else: a mapping in one line.
        if !entry.key.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '.')) {
            return None;
        }
        match (old.get(&entry.key), new.get(&entry.key)) {
            (before, after) if before == after => text += &own.concat(),
            (_, None) => {}
            (before, Some(after)) => text += &changed(own, &entry.key, before, after, indent)?,
        }
    }
    let added = new.iter().filter(|(key, value)| {
        old.get(*key) != Some(value) && entries.iter().all(|entry| entry.key != **key)
    });
    // A file may end without a line break; what comes behind needs one.
    let mut added: Vec<String> =
        added.map(|(key, value)| written(key, value, indent)).collect::<Option<_>>()?;
    if !added.is_empty() && !text.is_empty() && !text.ends_with('\n') {
        added.insert(0, "\n".to_owned());
    }
    Some(text + &added.concat() + &lines.get(at..)?.concat())
}

/// The lines of an entry with another value: of a mapping in blocks only those that change.
fn changed(own: &[&str], key: &str, before: Option<&Value>, after: &Value, indent: usize) -> Option<String> {
    let (head, rest) = own.split_first()?;
    if let (Some(Value::Object(before)), Value::Object(after)) = (before, after)
        && !after.is_empty()
        && value_of(head).is_some_and(|value| value.is_empty() || value.starts_with('#'))
    {
        return Some((*head).to_owned() + &block(rest, before, after)?);
    }
    let mut written = written(key, after, indent)?;
    let comment = comment_of(head, key, before).filter(|_| rest.is_empty() && written.lines().count() == 1);
    if let Some(comment) = comment {
        written = format!("{} {comment}\n", written.trim_end());
    }
    Some(written)
}

/// The comment behind a value: what is left out when the line is still read as that value.
fn comment_of<'t>(line: &'t str, key: &str, before: Option<&Value>) -> Option<&'t str> {
    let line = line.trim();
    let (at, _) = line.match_indices(" #").find(|(at, _)| {
        let read: Option<Value> = line.get(..*at).and_then(|line| read(line, "").ok());
        read.as_ref().and_then(|read| read.get(key)).is_some_and(|read| Some(read) == before)
    })?;
    line.get(at + 1..)
}

/// An entry as it is written anew.
fn written(key: &str, value: &Value, indent: usize) -> Option<String> {
    let entry = Value::Object(Map::from_iter([(key.to_owned(), value.clone())]));
    let text = write(&entry).ok()?;
    Some(text.lines().map(|line| format!("{:indent$}{line}\n", "")).collect())
}

/// The entries of a mapping in blocks: each begins where the first one does in its line.
fn entries(lines: &[&str]) -> Vec<Entry> {
    let is_silent = |line: &str| line.trim().is_empty() || line.trim_start().starts_with('#');
    let starts = |line: &str| !is_silent(line) && value_of(line).is_some();
    let Some(first) = lines.iter().find(|line| starts(line)) else { return Vec::new() };
    let depth = indent(first);
    let mut entries: Vec<Entry> = Vec::new();
    for (number, line) in lines.iter().enumerate().filter(|(_, line)| !is_silent(line)) {
        match (entries.last_mut(), key_of(line)) {
            (_, Some(key)) if indent(line) == depth => entries.push(Entry { key, lines: number..number + 1 }),
            (Some(entry), _) => entry.lines.end = number + 1,
            (None, _) => {}
        }
    }
    entries
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

fn key_of(line: &str) -> Option<String> {
    let (key, _) = split(line)?;
    Some(key.trim().trim_matches(['"', '\'']).to_owned())
}

fn value_of(line: &str) -> Option<&str> {
    split(line).map(|(_, value)| value.trim())
}

/// A line as key and value; the item of a list is none.
fn split(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_end();
    if line.trim_start().starts_with("- ") {
        return None;
    }
    line.split_once(": ").or_else(|| line.strip_suffix(':').map(|key| (key, "")))
}
