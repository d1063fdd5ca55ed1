//! Inner: the text of an element as a browser would show it.
//!
//! In: pieces of text, links and line breaks. Out: lines without superfluous spaces, and the links that stood in
//! them. Not here: which element it is.

use crate::import::format::lines::Field;

/// Bytes kept of one element; what is beyond is counted by the row's own limit.
const BYTES_MAX: usize = 20 << 20;
const LINKS_MAX: usize = 64;

/// The text of an element.
#[derive(Debug, Default)]
pub(super) struct Inner {
    lines: Vec<String>,
    line: String,
    links: Vec<String>,
    bytes: usize,
}

impl Inner {
    /// Adds a piece of text; spaces and line feeds of the source are one space.
    pub(super) fn text(&mut self, text: &str) {
        if self.bytes > BYTES_MAX {
            return;
        }
        self.bytes += text.len();
        let is_space = |c: char| c.is_ascii_whitespace();
        if text.starts_with(is_space) && !self.line.is_empty() && !self.line.ends_with(' ') {
            self.line.push(' ');
        }
        for word in text.split(is_space).filter(|word| !word.is_empty()) {
            self.line.push_str(word);
            self.line.push(' ');
        }
        if !text.ends_with(is_space) && self.line.ends_with(' ') {
            self.line.pop();
        }
    }

    /// Notes a link.
    pub(super) fn link(&mut self, link: &str) {
        let leads_out = ["http:", "https:", "mailto:", "tel:"].iter().any(|scheme| link.starts_with(scheme));
        if leads_out && self.links.len() < LINKS_MAX && self.bytes <= BYTES_MAX {
            self.bytes += link.len();
            self.links.push(link.to_owned());
        }
    }

    /// Ends the line.
    pub(super) fn break_line(&mut self) {
        let line = self.line.trim_matches(|c: char| c.is_ascii_whitespace());
        if !line.is_empty() {
            self.lines.push(line.to_owned());
        }
        self.line.clear();
    }

    /// Tells whether nothing stands in it.
    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.line.trim().is_empty()
    }

    /// Returns its lines.
    pub(super) fn lines(&self) -> impl DoubleEndedIterator<Item = &str> {
        let last =
            Some(self.line.trim_matches(|c: char| c.is_ascii_whitespace())).filter(|line| !line.is_empty());
        self.lines.iter().map(String::as_str).chain(last)
    }

    /// Returns its links.
    pub(super) fn links(&self) -> &[String] {
        &self.links
    }

    /// Returns its lines as one text.
    pub(super) fn joined(&self) -> String {
        let lines: Vec<&str> = self.lines().collect();
        lines.join("\n").trim().to_owned()
    }

    /// Adds the links whose address does not already stand in the text, each under the name of the text.
    pub(super) fn links_beyond(&self, name: &str, text: &str, fields: &mut Vec<Field>) {
        for link in self.links.iter().filter(|link| !text.contains(link.trim_start_matches("mailto:"))) {
            fields.push((format!("{name}.href"), link.clone()));
        }
    }
}
