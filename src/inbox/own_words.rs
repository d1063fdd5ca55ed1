//! What the sender of a mail wrote, without the older mail below it and without the signature.
//!
//! In: the text of a mail and the rules. Out: the lines that are the sender's own, each with its number. A reply
//! usually quotes our request, which speaks of identity, deadlines and refusals itself.
//!
//! Not here: what the words mean (`reading`). Where it cannot be told, a line is taken as the sender's own.

use std::collections::BTreeSet;

use super::phrase::{Line, Sentence, fold, sentences};
use super::rule::Tongue;

/// Characters read of one mail's text. A letter of thirty pages has about 100,000.
pub const TEXT_BYTES_MAX: usize = 512 * 1024;

/// Words above an older mail that are more than a greeting.
const WORDS_ABOVE_MIN: usize = 5;

/// Lines below a line of a sender in which the line of a subject must follow.
const HEADER_LINES_MAX: usize = 6;

/// Returns the sender's own lines.
pub fn own_lines(text: &str, tongues: &[Tongue]) -> Vec<Line> {
    let lines: Vec<&str> = clipped(text).lines().collect();
    let mut own = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let trimmed = line.trim();
        if is_quoted(trimmed) {
            at += 1;
            continue;
        }
        let rest = lines.get(at..).unwrap_or_default();
        if let Some(length) = introduction(rest, tongues) {
            let after = rest.get(length..).unwrap_or_default();
            let next = after.iter().map(|line| line.trim()).find(|line| !line.is_empty());
            if !next.is_some_and(is_quoted) {
                break;
            }
            at += length;
            continue;
        }
        if begins_older_mail(rest, tongues) || matches!(trimmed, "--" | "---") || *line == "-- " {
            break;
        }
        own.push(Line { number: at + 1, text: (*line).to_owned() });
        at += 1;
    }
    own
}

/// Returns what stands above the header of an older mail. A mail that was only passed on has next to nothing there: what it
/// passes on is its text.
pub fn above_older_mail<'a>(text: &'a str, tongues: &[Tongue]) -> &'a str {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut above = 0;
    for at in 0..lines.len() {
        let rest = lines.get(at..).unwrap_or_default();
        let has_words = |above: &str| above.split_whitespace().nth(WORDS_ABOVE_MIN - 1).is_some();
        if begins_older_mail(rest, tongues) && text.get(..above).is_some_and(has_words) {
            return text.get(..above).unwrap_or_default();
        }
        above += rest.first().map_or(0, |line| line.len());
    }
    text
}

/// Cuts a text that is longer than any letter.
fn clipped(text: &str) -> &str {
    let end = (0..=TEXT_BYTES_MAX.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    end.and_then(|end| text.get(..end)).unwrap_or_default()
}

fn is_quoted(line: &str) -> bool {
    line.starts_with('>') || line.starts_with("| ")
}

/// Returns how many lines the sentence above a quotation takes: "On … wrote:". Mail programs break it.
fn introduction(rest: &[&str], tongues: &[Tongue]) -> Option<usize> {
    let mut joined = String::new();
    for (index, line) in rest.iter().take(3).enumerate() {
        let line = line.trim();
        if line.is_empty() {
            return None;
        }
        joined += line;
        joined.push(' ');
        if line.ends_with([':', '-', '_', '=', '*']) {
            return is_introduction(&joined, tongues).then_some(index + 1);
        }
    }
    None
}

fn is_introduction(text: &str, tongues: &[Tongue]) -> bool {
    let line = Line { number: 1, text: text.replace(['.', '!', '?'], " ") };
    let found: Vec<Sentence> = sentences(&[line], &BTreeSet::new());
    let [sentence] = found.as_slice() else { return false };
    tongues.iter().flat_map(|tongue| &tongue.quote).any(|pattern| pattern.find(sentence) == Some(0))
}

/// Tells whether the header of an older mail begins here: a sender's line, and soon a subject's.
fn begins_older_mail(rest: &[&str], tongues: &[Tongue]) -> bool {
    let name = |line: &&str| {
        let line = line.trim_start_matches(['*', ' ']);
        line.split_once(':')
            .map(|(name, _)| fold(name.trim_matches(['*', ' ', '\u{a0}'])))
            .unwrap_or_default()
    };
    let is_from = |name: &String| tongues.iter().any(|tongue| tongue.from.contains(name));
    let is_subject = |name: &String| tongues.iter().any(|tongue| tongue.subject.contains(name));
    let Some((first, below)) = rest.split_first() else { return false };
    is_from(&name(first)) && below.iter().take(HEADER_LINES_MAX).map(name).any(|name| is_subject(&name))
}
