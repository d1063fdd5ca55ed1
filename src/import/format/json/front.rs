//! Front: what a JSON document begins with, and what stands in front of one.
//!
//! In: the beginning of a text. Out: whether it is a document, whether each line is one, and how many bytes in front are none of
//! it: an assignment (`window.YTD.likes.part0 = [`), or a guard against being run as a script. Not here: reading (`json`).

use serde::de::IgnoredAny;

/// Bytes of the name in front of a document.
const ASSIGNMENT_BYTES_MAX: usize = 256;

/// Tells whether a text begins like a JSON document.
pub(in crate::import::format) fn looks_like_json(start: &str) -> bool {
    let start = without_comments(start);
    let mut characters = start.chars().filter(|c| !c.is_whitespace());
    match (characters.next(), characters.next()) {
        (Some('{'), second) => matches!(second, None | Some('"' | '}')),
        (Some('['), second) => {
            matches!(second, None | Some('{' | '[' | ']' | '"' | '-' | 't' | 'f' | 'n' | '0'..='9'))
        }
        (Some(_) | None, _) => false,
    }
}

/// Leaves out the comments that a text begins with.
fn without_comments(start: &str) -> &str {
    let mut text = start.trim_start();
    loop {
        let behind = if let Some(line) = text.strip_prefix("//") {
            line.split_once('\n')
        } else {
            text.strip_prefix("/*").and_then(|comment| comment.split_once("*/"))
        };
        let Some((_, behind)) = behind else { return text };
        text = behind.trim_start();
    }
}

/// Returns the bytes of an assignment in front of a document (`window.YTD.likes.part0 = [`), none where there is none.
fn assignment_bytes(start: &str) -> usize {
    let Some((name, after)) = start.split_once('=') else { return 0 };
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '$');
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_assignment = matches!(words.as_slice(), [name] | ["var" | "let" | "const", name] if name.chars().all(is_name))
        && name.len() < ASSIGNMENT_BYTES_MAX;
    let document = after.trim_start();
    if is_assignment && document.starts_with(['{', '[']) { start.len() - document.len() } else { 0 }
}

/// What stands in front of a document so that no page can run it as a script.
const GUARDS: &[&str] = &[")]}',", ")]}'", "for(;;);", "for (;;);", "while(1);", "while (1);"];

/// Returns the bytes in front of a document that are none of it: an assignment, or a guard.
pub(in crate::import::format) fn bytes_in_front(start: &str) -> usize {
    let text = start.trim_start();
    let guard = GUARDS.iter().find(|guard| text.starts_with(**guard));
    guard.map_or_else(|| assignment_bytes(start), |guard| start.len() - text.len() + guard.len())
}

/// Tells whether the first line is a document and another begins on the next.
pub(in crate::import::format) fn has_one_document_per_line(start: &str) -> bool {
    let mut lines = start.lines().map(str::trim).filter(|line| !line.is_empty());
    let (Some(first), Some(second)) = (lines.next(), lines.next()) else { return false };
    second.starts_with(['{', '[']) && serde_json::from_str::<IgnoredAny>(first).is_ok()
}
