//! What an IMAP server says: a response as words, texts and lists (RFC 3501, 9; RFC 9051).
//!
//! In: the pieces of one response, each a stretch of a line or the bytes of a literal. Out: [`Item`]s, or nothing
//! where it is not well-formed. Also the names of folders, which an old server writes in a UTF-7 of its own
//! (RFC 3501, 5.1.3). Not here: reading the pieces from the line (`imap`), and what they mean for a mailbox.

use base64::Engine as _;
use base64::alphabet::Alphabet;
use base64::engine::general_purpose::{GeneralPurpose, NO_PAD};

/// How deep lists may lie in each other: a server needs four.
const DEPTH_MAX: usize = 12;

/// A piece of a response as it comes over the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// A stretch of a line, without the announcement of a literal.
    Line(Vec<u8>),
    /// The bytes of a literal.
    Literal(Vec<u8>),
}

/// A part of a response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item {
    /// A word without quotes: `OK`, `\Sent`, `BODY[]`, `42`.
    Word(String),
    /// A quoted text or a literal.
    Text(Vec<u8>),
    /// What stands in parentheses.
    List(Vec<Item>),
    /// What stands in brackets after `OK`, `NO` and the like, as it is.
    Code(String),
}

impl Item {
    /// Returns a word in upper case.
    pub(super) fn word(&self) -> Option<String> {
        match self {
            Self::Word(word) => Some(word.to_ascii_uppercase()),
            Self::Text(_) | Self::List(_) | Self::Code(_) => None,
        }
    }

    /// Returns a number.
    pub(super) fn number(&self) -> Option<u32> {
        match self {
            Self::Word(word) => word.parse().ok(),
            Self::Text(_) | Self::List(_) | Self::Code(_) => None,
        }
    }

    /// Returns the bytes of a word or a text.
    pub(super) fn bytes(&self) -> Option<&[u8]> {
        match self {
            Self::Word(word) => Some(word.as_bytes()),
            Self::Text(bytes) => Some(bytes),
            Self::List(_) | Self::Code(_) => None,
        }
    }

    /// Returns what stands in parentheses.
    pub(super) fn list(&self) -> Option<&[Item]> {
        match self {
            Self::List(items) => Some(items),
            Self::Word(_) | Self::Text(_) | Self::Code(_) => None,
        }
    }
}

/// Reads a response; after a status (`OK`, `NO`, `BAD`, `BYE`, `PREAUTH`) the text for people is left out.
pub(super) fn parse(pieces: Vec<Piece>) -> Option<Vec<Item>> {
    let mut open: Vec<Vec<Item>> = vec![Vec::new()];
    for piece in pieces {
        match piece {
            Piece::Literal(bytes) => open.last_mut()?.push(Item::Text(bytes)),
            Piece::Line(line) => parse_line(&line, &mut open)?,
        }
    }
    let whole = open.pop()?;
    open.is_empty().then_some(whole)
}

fn parse_line(line: &[u8], open: &mut Vec<Vec<Item>>) -> Option<()> {
    let mut rest = line;
    while let Some((first, after)) = rest.split_first() {
        rest = match first {
            b' ' => after,
            b'(' if open.len() < DEPTH_MAX => {
                open.push(Vec::new());
                after
            }
            b')' => {
                let closed = open.pop()?;
                open.last_mut()?.push(Item::List(closed));
                after
            }
            b'"' => {
                let (text, after) = quoted(after)?;
                open.last_mut()?.push(Item::Text(text));
                after
            }
            b'(' => return None,
            _ => {
                let top = open.len() == 1;
                let items = open.last_mut()?;
                if top && is_status(items) {
                    items.extend(code(rest));
                    return Some(());
                }
                let (word, after) = word(rest);
                items.push(Item::Word(String::from_utf8_lossy(word).into_owned()));
                after
            }
        };
    }
    Some(())
}

/// Tells whether the response is a status so far: `A1 OK` or `* OK`. Its text follows, in no grammar.
fn is_status(items: &[Item]) -> bool {
    let [_, status] = items else { return false };
    let status = status.word();
    status.is_some_and(|status| ["OK", "NO", "BAD", "BYE", "PREAUTH"].contains(&status.as_str()))
}

fn code(text: &[u8]) -> Option<Item> {
    let inner = text.strip_prefix(b"[")?;
    let end = inner.iter().position(|byte| *byte == b']')?;
    Some(Item::Code(String::from_utf8_lossy(inner.get(..end)?).into_owned()))
}

fn quoted(text: &[u8]) -> Option<(Vec<u8>, &[u8])> {
    let mut inner = Vec::new();
    let mut bytes = text.iter().enumerate();
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'"' => return Some((inner, text.get(at + 1..)?)),
            b'\\' => inner.push(*bytes.next()?.1),
            byte => inner.push(*byte),
        }
    }
    None
}

/// A word ends at a blank, a parenthesis or a quote; brackets in it hold it together: `BODY[HEADER.FIELDS (DATE)]`.
fn word(text: &[u8]) -> (&[u8], &[u8]) {
    let mut brackets = 0_usize;
    let end = text.iter().position(|byte| match byte {
        b'[' => {
            brackets += 1;
            false
        }
        b']' => {
            brackets = brackets.saturating_sub(1);
            false
        }
        b' ' | b'(' | b')' | b'"' => brackets == 0,
        _ => false,
    });
    // At least one byte is taken, so that the reading goes on.
    text.split_at(end.unwrap_or(text.len()).max(1).min(text.len()))
}

/// Base64 with a comma in the place of the slash and no padding (RFC 3501, 5.1.3).
fn modified() -> GeneralPurpose {
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,";
    GeneralPurpose::new(&Alphabet::new(letters).expect("64 different letters"), NO_PAD)
}

/// Reads the name of a folder. What is not well-formed is shown as it came.
pub(super) fn folder_name(raw: &[u8]) -> String {
    let text = String::from_utf8_lossy(raw);
    decoded(&text).unwrap_or_else(|| text.clone().into_owned())
}

fn decoded(text: &str) -> Option<String> {
    let mut name = String::new();
    let mut rest = text;
    while let Some((plain, after)) = rest.split_once('&') {
        let (inside, next) = after.split_once('-')?;
        name += plain;
        if inside.is_empty() {
            name.push('&');
        } else {
            let bytes = modified().decode(inside).ok()?;
            let units: Vec<u16> =
                bytes.as_chunks::<2>().0.iter().map(|pair| u16::from_be_bytes(*pair)).collect();
            name += &String::from_utf16(&units).ok()?;
        }
        rest = next;
    }
    name += rest;
    Some(name)
}

/// Writes the name of a folder as every server understands it.
pub(super) fn folder_wire(name: &str) -> String {
    let mut wire = String::new();
    let mut foreign = String::new();
    for character in name.chars() {
        match character {
            ' '..='~' => {
                wire += &shifted(&mut foreign);
                wire.push(character);
                if character == '&' {
                    wire.push('-');
                }
            }
            _ => foreign.push(character),
        }
    }
    wire += &shifted(&mut foreign);
    wire
}

fn shifted(foreign: &mut String) -> String {
    if foreign.is_empty() {
        return String::new();
    }
    let bytes: Vec<u8> = foreign.encode_utf16().flat_map(u16::to_be_bytes).collect();
    foreign.clear();
    format!("&{}-", modified().encode(bytes))
}

#[cfg(test)]
mod tests {
    use super::{Item, Piece, folder_name, folder_wire, parse};

    fn line(text: &str) -> Option<Vec<Item>> {
        parse(vec![Piece::Line(text.as_bytes().to_vec())])
    }

    #[test]
    fn a_response_is_read_as_words_texts_and_lists() {
        let word = |text: &str| Item::Word(text.to_owned());
        let listed = line(r#"* LIST (\HasNoChildren \Sent) "/" "Sent \"x\"""#).expect("well-formed");
        let flags = Item::List(vec![word("\\HasNoChildren"), word("\\Sent")]);
        let (slash, name) = (Item::Text(b"/".to_vec()), Item::Text(b"Sent \"x\"".to_vec()));
        assert_eq!(listed, [word("*"), word("LIST"), flags, slash, name]);
        let status = line("* OK [UIDVALIDITY 1234] a \"text (for people").expect("well-formed");
        assert_eq!(status, [word("*"), word("OK"), Item::Code("UIDVALIDITY 1234".to_owned())]);
        let fetched = parse(vec![
            Piece::Line(b"* 3 FETCH (UID 7 BODY[] ".to_vec()),
            Piece::Literal(b"From: (\r\n".to_vec()),
            Piece::Line(b")".to_vec()),
        ]);
        let inner =
            Item::List(vec![word("UID"), word("7"), word("BODY[]"), Item::Text(b"From: (\r\n".to_vec())]);
        assert_eq!(fetched, Some(vec![word("*"), word("3"), word("FETCH"), inner]));
    }

    #[test]
    fn what_is_not_well_formed_is_nothing() {
        for wrong in ["* LIST (", "* LIST )", "* LIST \"", "* LIST \"\\", &"(".repeat(100)] {
            assert_eq!(line(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_folder_name_is_read_back_as_it_was_written() {
        for (name, wire) in [
            ("Envoyés", "Envoy&AOk-s"),
            ("R&D", "R&-D"),
            ("~peter/mail/台北/日本語", "~peter/mail/&U,BTFw-/&ZeVnLIqe-"),
            ("", ""),
        ] {
            assert_eq!(folder_wire(name), wire);
            assert_eq!(folder_name(wire.as_bytes()), name);
        }
        assert_eq!(folder_name(b"a&b"), "a&b", "shown as it came");
        assert_eq!(folder_name(b"a&!-"), "a&!-", "shown as it came");
    }
}
