//! Markup: text with tags to tokens, as browsers read it, streamed.
//!
//! In: a reader of clean UTF-8. Out: one token at a time: a tag that opens or closes, or a run of text with its
//! references resolved. Nothing is an error: what is no tag is text. Comments, declarations and the insides of scripts
//! and styles are passed over; no reference to anything outside is ever followed.
//!
//! Not here: what an element means (`html`).

use std::borrow::Cow;
use std::io::{self, Read};

use memchr::{memchr, memmem};
use quick_xml::escape::resolve_html5_entity;

const CHUNK_BYTES: usize = 32 * 1024;

/// Bytes of one tag; a longer one is text.
const TAG_BYTES_MAX: usize = 1 << 20;

/// Bytes of one run of text; a longer one comes in pieces.
const TEXT_BYTES_MAX: usize = 1 << 20;

/// Bytes of a reference such as `&CounterClockwiseContourIntegral;`.
const REFERENCE_BYTES_MAX: usize = 34;

/// Elements whose insides are no text for people.
const UNREAD: &[&str] = &["script", "style", "template"];

/// What comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    /// An element begins; see [`Markup::name`] and [`Markup::attribute`].
    Open,
    /// An element ends; see [`Markup::name`].
    Close,
    /// A run of text; see [`Markup::text`].
    Text,
}

/// A reader of tokens.
pub(super) struct Markup<R> {
    inner: R,
    buffer: Vec<u8>,
    start: usize,
    ended: bool,
    name: String,
    attributes: String,
    text: String,
    inside_unread: Option<&'static str>,
}

impl<R: Read> Markup<R> {
    /// Starts reading.
    pub(super) fn new(inner: R) -> Self {
        Self {
            inner,
            buffer: Vec::new(),
            start: 0,
            ended: false,
            name: String::new(),
            attributes: String::new(),
            text: String::new(),
            inside_unread: None,
        }
    }

    /// Returns the name of the tag that was read last, in small letters.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Returns the text that was read last.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Returns an attribute of the tag that was read last.
    pub(super) fn attribute(&self, wanted: &str) -> Option<Cow<'_, str>> {
        let [found] = self.attributes([wanted]);
        found
    }

    /// Returns several attributes of the tag that was read last.
    pub(super) fn attributes<const N: usize>(&self, wanted: [&str; N]) -> [Option<Cow<'_, str>>; N] {
        let mut values = [const { None }; N];
        for (name, value) in attributes(&self.attributes) {
            let asked = wanted.iter().zip(&mut values).find(|(wanted, _)| name.eq_ignore_ascii_case(wanted));
            if let Some((_, found @ None)) = asked {
                *found = Some(resolved(value));
            }
        }
        values
    }

    /// Reads the next token.
    pub(super) fn next(&mut self) -> Option<Token> {
        if let Some(name) = self.inside_unread.take() {
            self.pass_unread(name);
        }
        loop {
            match (self.byte(0)?, self.byte(1)) {
                (b'<', Some(b'!')) => self.pass_declaration(),
                (b'<', Some(b'?')) => self.pass(b">"),
                (b'<', Some(second)) if second == b'/' || second.is_ascii_alphabetic() => {
                    if let Some(token) = self.tag() {
                        return Some(token);
                    }
                    return Some(self.text_without_end());
                }
                _ => return Some(self.text_run()),
            }
        }
    }

    /// Reads more; `false` at the end, whatever ends it (the container says why).
    fn fill(&mut self) -> bool {
        if self.start > CHUNK_BYTES {
            self.buffer.drain(..self.start);
            self.start = 0;
        }
        while !self.ended {
            let before = self.buffer.len();
            self.buffer.resize(before + CHUNK_BYTES, 0);
            let read = self.inner.read(self.buffer.get_mut(before..).unwrap_or_default());
            self.buffer.truncate(before + *read.as_ref().unwrap_or(&0));
            match read {
                Ok(0) => self.ended = true,
                Ok(_) => return true,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => self.ended = true,
            }
        }
        false
    }

    fn ahead(&self) -> &[u8] {
        self.buffer.get(self.start..).unwrap_or_default()
    }

    fn byte(&mut self, at: usize) -> Option<u8> {
        while self.ahead().len() <= at {
            if !self.fill() {
                return None;
            }
        }
        self.ahead().get(at).copied()
    }

    /// Passes over everything up to and with a mark.
    fn pass(&mut self, mark: &[u8]) {
        loop {
            if let Some(at) = memmem::find(self.ahead(), mark) {
                self.start += at + mark.len();
                return;
            }
            // The mark may be cut by the end of what is ahead.
            self.start = (self.start + self.ahead().len()).saturating_sub(mark.len() - 1).max(self.start);
            if !self.fill() {
                self.start = self.buffer.len();
                return;
            }
        }
    }

    fn pass_declaration(&mut self) {
        if self.byte(2) == Some(b'-') && self.byte(3) == Some(b'-') {
            self.start += 4;
            self.pass(b"-->");
        } else {
            self.pass(b">");
        }
    }

    /// Passes over the inside of an element and leaves its closing tag.
    fn pass_unread(&mut self, name: &str) {
        loop {
            self.pass(b"</");
            if self.byte(name.len()).is_none() {
                self.start = self.buffer.len();
                return;
            }
            if self.ahead().get(..name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name.as_bytes())) {
                self.start -= 2;
                return;
            }
        }
    }

    /// Reads a tag; nothing when it has no end.
    fn tag(&mut self) -> Option<Token> {
        let end = self.end_of_tag()?;
        let tag = self.buffer.get(self.start + 1..self.start + end).unwrap_or_default();
        let (closes, tag) = tag.strip_prefix(b"/").map_or((false, tag), |rest| (true, rest));
        let is_end = |byte: &u8| byte.is_ascii_whitespace() || *byte == b'/';
        let name_bytes = tag.iter().position(is_end).unwrap_or(tag.len());
        let (name, attributes) = tag.split_at(name_bytes);
        self.name.clear();
        push_clean(name, &mut self.name);
        self.name.make_ascii_lowercase();
        self.attributes.clear();
        push_clean(attributes, &mut self.attributes);
        self.start += end + 1;
        if closes {
            return Some(Token::Close);
        }
        self.inside_unread = UNREAD.iter().copied().find(|unread| *unread == self.name);
        Some(Token::Open)
    }

    /// Finds the `>` that is not part of an attribute's value.
    fn end_of_tag(&mut self) -> Option<usize> {
        let mut quote = None;
        let mut before = b' ';
        let mut looked_at = 1;
        loop {
            let known = self.ahead().len().min(TAG_BYTES_MAX);
            for (at, byte) in self.ahead().iter().copied().enumerate().take(known).skip(looked_at) {
                match (byte, quote) {
                    (b'>', None) => return Some(at),
                    (b'"' | b'\'', None) if before == b'=' => quote = Some(byte),
                    (byte, Some(open)) if byte == open => quote = None,
                    (_, _) => {}
                }
                if !byte.is_ascii_whitespace() {
                    before = byte;
                }
            }
            looked_at = known;
            if known >= TAG_BYTES_MAX || !self.fill() {
                return None;
            }
        }
    }

    /// Takes a tag without an end as text, as far as its end was looked for, so that nothing is looked at twice.
    fn text_without_end(&mut self) -> Token {
        let looked_at = self.ahead().len().min(TAG_BYTES_MAX);
        let end = piece(self.ahead().get(..looked_at).unwrap_or_default());
        self.take_text(end)
    }

    /// Takes what stands before the next tag, at least one byte.
    fn text_run(&mut self) -> Token {
        let mut looked_at = 1;
        let end = loop {
            let ahead = self.ahead();
            if let Some(at) = memchr(b'<', ahead.get(looked_at..).unwrap_or_default()) {
                break looked_at + at;
            }
            looked_at = ahead.len().max(1);
            if looked_at >= TEXT_BYTES_MAX || !self.fill() {
                break piece(self.ahead());
            }
        };
        self.take_text(end)
    }

    fn take_text(&mut self, end: usize) -> Token {
        let run = self.buffer.get(self.start..self.start + end).unwrap_or_default();
        self.text.clear();
        push_clean(run, &mut self.text);
        if let Cow::Owned(text) = resolved(&self.text) {
            self.text = text;
        }
        self.start += end;
        Token::Text
    }
}

/// Appends clean bytes; of what was cut inside a character the sign for it.
fn push_clean(bytes: &[u8], text: &mut String) {
    match std::str::from_utf8(bytes) {
        Ok(clean) => text.push_str(clean),
        Err(_) => text.push_str(&String::from_utf8_lossy(bytes)),
    }
}

/// Returns how much of a text that goes on may be handed on: not a part of a character or of a reference.
fn piece(ahead: &[u8]) -> usize {
    let whole = match std::str::from_utf8(ahead) {
        Ok(_) => ahead.len(),
        Err(error) => error.valid_up_to().max(1),
    };
    let tail = whole.saturating_sub(REFERENCE_BYTES_MAX);
    let opened = ahead.get(tail..whole).and_then(|tail| tail.iter().rposition(|byte| *byte == b'&'));
    let is_open = |at: &usize| ahead.get(tail + at..whole).is_some_and(|end| !end.contains(&b';'));
    opened
        .filter(is_open)
        .map(|at| tail + at)
        .filter(|at| *at > 0 && whole >= TEXT_BYTES_MAX)
        .unwrap_or(whole)
}

/// Splits the inside of a tag into names and values.
fn attributes(inside: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = inside;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        let end = rest.find(|c: char| c.is_ascii_whitespace() || c == '=' || c == '/').unwrap_or(rest.len());
        let (name, after) = rest.split_at_checked(end)?;
        let after_name = after.trim_start();
        let Some(value) = after_name.strip_prefix('=') else {
            rest = after;
            return (!name.is_empty()).then_some((name, ""));
        };
        let value = value.trim_start();
        let quoted = ['"', '\''].into_iter().find_map(|quote| value.strip_prefix(quote)?.split_once(quote));
        let (value, after) = quoted.unwrap_or_else(|| {
            let end = value.find(|c: char| c.is_ascii_whitespace()).unwrap_or(value.len());
            value.split_at(end)
        });
        rest = after;
        Some((name, value))
    })
}

/// Resolves the references in a text; one that is not known stays as it is written.
pub(super) fn resolved(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        whole.push_str(before);
        let end = after
            .char_indices()
            .take(REFERENCE_BYTES_MAX)
            .find(|(_, c)| !c.is_ascii_alphanumeric() && *c != '#');
        let name = after.get(..end.map_or(after.len(), |(at, _)| at)).unwrap_or_default();
        let known = end.is_some_and(|(_, c)| c == ';').then(|| referred(name)).flatten();
        match known {
            Some(text) => {
                whole.push_str(&text);
                rest = after.get(name.len() + 1..).unwrap_or_default();
            }
            None => {
                whole.push('&');
                rest = after;
            }
        }
    }
    whole.push_str(rest);
    Cow::Owned(whole)
}

fn referred(name: &str) -> Option<Cow<'static, str>> {
    let Some(number) = name.strip_prefix('#') else {
        return resolve_html5_entity(name).map(Cow::Borrowed);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    let c = char::from_u32(code).filter(|c| *c != '\0').unwrap_or(char::REPLACEMENT_CHARACTER);
    Some(Cow::Owned(c.to_string()))
}
