//! Font: the codes of a text to letters, and how wide they are.
//!
//! In: a font's dictionary. Out: for codes, the text they stand for and their width. What a document says itself
//! (`ToUnicode`) comes first, then the font's encoding and the names of its glyphs; a code nobody explains is the
//! sign for an unreadable letter.
//!
//! Format: ISO 32000-1, sections 9.6 to 9.10. Not here: shapes.

use std::collections::HashMap;

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};
use unicode_normalization::UnicodeNormalization;

/// Entries of one map of codes.
const ENTRIES_MAX: usize = 70_000;

/// The width of a letter nobody gives one, in sizes of the font.
const WIDTH: f64 = 0.5;

/// A font.
pub(super) struct Font {
    /// Bytes of one code.
    code_bytes: usize,
    texts: HashMap<u32, String>,
    widths: HashMap<u32, f64>,
    width_otherwise: f64,
    encoding: Option<&'static Encoding>,
}

/// What a string of codes says.
pub(super) struct Shown {
    /// The letters.
    pub(super) text: String,
    /// Their width in sizes of the font.
    pub(super) width: f64,
    /// The number of codes.
    pub(super) codes: usize,
    /// The number of one-byte spaces among them.
    pub(super) spaces: usize,
}

impl Font {
    /// Reads a font.
    pub(super) fn read(font: &Dict<'_>) -> Self {
        let is_composite = font.get::<Name<'_>>("Subtype").is_some_and(|name| name.as_str() == "Type0");
        let mut read = Self {
            code_bytes: if is_composite { 2 } else { 1 },
            texts: HashMap::new(),
            widths: HashMap::new(),
            width_otherwise: if is_composite { 1.0 } else { WIDTH },
            encoding: (!is_composite).then_some(WINDOWS_1252),
        };
        if is_composite {
            read.composite_widths(font);
        } else {
            read.simple(font);
        }
        if let Some(map) =
            font.get::<Stream<'_>>("ToUnicode").and_then(|map| map.decoded().ok().map(|map| map.into_owned()))
        {
            read.map(&map);
        }
        read
    }

    /// Reads codes.
    pub(super) fn text(&self, codes: &[u8]) -> Shown {
        let mut shown = Shown { text: String::new(), width: 0.0, codes: 0, spaces: 0 };
        for code in codes.chunks(self.code_bytes) {
            let number = code.iter().fold(0, |number: u32, byte| number << 8 | u32::from(*byte));
            shown.codes += 1;
            shown.spaces += usize::from(code == b" ");
            shown.width += self.widths.get(&number).copied().unwrap_or(self.width_otherwise);
            match (self.texts.get(&number), self.encoding) {
                (Some(text), _) => shown.text.push_str(text),
                (None, Some(encoding)) => shown.text.push_str(&encoding.decode_without_bom_handling(code).0),
                (None, None) => shown.text.push(char::REPLACEMENT_CHARACTER),
            }
        }
        shown.text.retain(|c| !c.is_control() && c != '\u{ad}');
        shown
    }

    fn simple(&mut self, font: &Dict<'_>) {
        let first =
            font.get::<Number>("FirstChar").and_then(|first| u32::try_from(first.as_i64()).ok()).unwrap_or(0);
        if let Some(widths) = font.get::<Array<'_>>("Widths") {
            let widths = widths.iter::<Number>().take(ENTRIES_MAX).map(|width| width.as_f64() / 1000.0);
            self.widths = (first..).zip(widths).collect();
        }
        let named = |name: &str| if name.starts_with("MacRoman") { MACINTOSH } else { WINDOWS_1252 };
        match font.get::<Object<'_>>("Encoding") {
            Some(Object::Name(name)) => self.encoding = Some(named(name.as_str())),
            Some(Object::Dict(encoding)) => {
                if let Some(base) = encoding.get::<Name<'_>>("BaseEncoding") {
                    self.encoding = Some(named(base.as_str()));
                }
                self.differences(&encoding);
            }
            _ => {}
        }
    }

    /// Reads which glyphs stand at other codes than usual.
    fn differences(&mut self, encoding: &Dict<'_>) {
        let Some(differences) = encoding.get::<Array<'_>>("Differences") else { return };
        let mut code: u32 = 0;
        for entry in differences.iter::<Object<'_>>().take(ENTRIES_MAX) {
            match entry {
                Object::Number(number) => code = u32::try_from(number.as_i64()).unwrap_or(0),
                Object::Name(name) => {
                    if let Some(text) = glyph(name.as_str()) {
                        self.texts.insert(code, text);
                    }
                    code = code.saturating_add(1);
                }
                _ => {}
            }
        }
    }

    /// Reads the widths of a font of two-byte codes: `c [w …]` or `first last w`.
    fn composite_widths(&mut self, font: &Dict<'_>) {
        let Some(descendant) =
            font.get::<Array<'_>>("DescendantFonts").and_then(|fonts| fonts.iter::<Dict<'_>>().next())
        else {
            return;
        };
        if let Some(width) = descendant.get::<Number>("DW") {
            self.width_otherwise = width.as_f64() / 1000.0;
        }
        let Some(widths) = descendant.get::<Array<'_>>("W") else { return };
        let code = |number: &Number| u32::try_from(number.as_i64()).unwrap_or(0);
        let mut numbers: Vec<u32> = Vec::new();
        for entry in widths.iter::<Object<'_>>() {
            match (entry, numbers.as_slice()) {
                (Object::Array(list), [first]) => {
                    let first = *first;
                    let list = list.iter::<Number>().map(|width| width.as_f64() / 1000.0);
                    self.widths.extend((first..).zip(list).take(ENTRIES_MAX));
                    numbers.clear();
                }
                (Object::Number(width), [first, last]) => {
                    let (first, last) = (*first, *last);
                    let codes = (first..=last).take(ENTRIES_MAX);
                    self.widths.extend(codes.map(|code| (code, width.as_f64() / 1000.0)));
                    numbers.clear();
                }
                (Object::Number(number), _) => numbers.push(code(&number)),
                (_, _) => numbers.clear(),
            }
            if self.widths.len() > ENTRIES_MAX {
                return;
            }
        }
    }

    /// Reads a map of codes to text (`bfchar`, `bfrange`).
    fn map(&mut self, map: &[u8]) {
        let text = String::from_utf8_lossy(map);
        let mut within = "";
        let mut codes: Vec<Token<'_>> = Vec::new();
        for token in tokens(&text) {
            match token {
                Token::Word(word) => {
                    if let Some(kind) = word.strip_prefix("begin") {
                        within = kind;
                    } else if word.starts_with("end") {
                        within = "";
                    }
                    codes.clear();
                }
                token => codes.push(token),
            }
            match (within, codes.as_slice()) {
                ("codespacerange", [Token::Code(low), Token::Code(_)]) => {
                    self.code_bytes = (low.len() / 2).clamp(1, 4)
                }
                ("bfchar", [Token::Code(code), Token::Code(text)]) => self.say(number(code), &letters(text)),
                ("bfrange", [Token::Code(first), Token::Code(last), Token::Code(text)]) => {
                    self.range(number(first), number(last), text);
                }
                ("bfrange", [Token::Code(first), Token::Code(_), Token::List(list)]) => {
                    let texts = list.split('<').skip(1).filter_map(|text| text.split('>').next());
                    for (code, text) in (number(first)..).zip(texts) {
                        self.say(code, &letters(text));
                    }
                }
                (_, codes) if codes.len() < 3 => continue,
                (_, _) => {}
            }
            codes.clear();
        }
    }

    fn range(&mut self, first: u32, last: u32, text: &str) {
        let text = letters(text);
        let mut before = text.chars();
        let Some(tail) = before.next_back() else { return };
        for (step, code) in (first..=last).take(ENTRIES_MAX).enumerate() {
            let letter =
                u32::try_from(step).ok().and_then(|step| char::from_u32(u32::from(tail).checked_add(step)?));
            if let Some(letter) = letter {
                self.say(code, &format!("{}{letter}", before.as_str()));
            }
        }
    }

    fn say(&mut self, code: u32, text: &str) {
        if self.texts.len() < ENTRIES_MAX {
            self.texts.insert(code, text.to_owned());
        }
    }
}

/// A word of a map of codes.
enum Token<'a> {
    Code(&'a str),
    List(&'a str),
    Word(&'a str),
}

fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start();
        let (open, close) = match rest.chars().next()? {
            '<' if rest.starts_with("<<") => ("<<", ">>"),
            '<' => ("<", ">"),
            '[' => ("[", "]"),
            _ => ("", ""),
        };
        if open.is_empty() {
            let end = rest.find(|c: char| c.is_whitespace() || c == '<' || c == '[').unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            rest = after;
            return Some(Token::Word(word));
        }
        let (inside, after) = rest.get(open.len()..)?.split_once(close)?;
        rest = after;
        Some(match open {
            "<" => Token::Code(inside),
            "[" => Token::List(inside),
            _ => Token::Word(inside),
        })
    })
}

fn number(code: &str) -> u32 {
    u32::from_str_radix(code.trim(), 16).unwrap_or(0)
}

/// Reads UTF-16 in hexadecimal.
fn letters(code: &str) -> String {
    let digits: Vec<u16> =
        code.chars().filter_map(|c| c.to_digit(16)).filter_map(|digit| u16::try_from(digit).ok()).collect();
    let units: Vec<u16> =
        digits.chunks(4).map(|unit| unit.iter().fold(0, |unit, digit| unit << 4 | digit)).collect();
    String::from_utf16_lossy(&units)
}

/// Names of glyphs beyond letters (Adobe Glyph List, the part of Latin text).
const GLYPHS: &[(&str, &str)] = &[
    ("space", " "),
    ("exclam", "!"),
    ("quotedbl", "\""),
    ("numbersign", "#"),
    ("dollar", "$"),
    ("percent", "%"),
    ("ampersand", "&"),
    ("quotesingle", "'"),
    ("parenleft", "("),
    ("parenright", ")"),
    ("asterisk", "*"),
    ("plus", "+"),
    ("comma", ","),
    ("hyphen", "-"),
    ("minus", "-"),
    ("period", "."),
    ("slash", "/"),
    ("zero", "0"),
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("colon", ":"),
    ("semicolon", ";"),
    ("less", "<"),
    ("equal", "="),
    ("greater", ">"),
    ("question", "?"),
    ("at", "@"),
    ("bracketleft", "["),
    ("backslash", "\\"),
    ("bracketright", "]"),
    ("asciicircum", "^"),
    ("underscore", "_"),
    ("grave", "`"),
    ("braceleft", "{"),
    ("bar", "|"),
    ("braceright", "}"),
    ("asciitilde", "~"),
    ("quoteleft", "‘"),
    ("quoteright", "’"),
    ("quotedblleft", "“"),
    ("quotedblright", "”"),
    ("guillemotleft", "«"),
    ("guillemotright", "»"),
    ("guilsinglleft", "‹"),
    ("guilsinglright", "›"),
    ("endash", "–"),
    ("emdash", "—"),
    ("bullet", "•"),
    ("ellipsis", "…"),
    ("Euro", "€"),
    ("sterling", "£"),
    ("yen", "¥"),
    ("cent", "¢"),
    ("section", "§"),
    ("degree", "°"),
    ("copyright", "©"),
    ("registered", "®"),
    ("trademark", "™"),
    ("AE", "Æ"),
    ("ae", "æ"),
    ("OE", "Œ"),
    ("oe", "œ"),
    ("Oslash", "Ø"),
    ("oslash", "ø"),
    ("germandbls", "ß"),
    ("dotlessi", "ı"),
    ("Lslash", "Ł"),
    ("lslash", "ł"),
    ("Eth", "Ð"),
    ("eth", "ð"),
    ("Thorn", "Þ"),
    ("thorn", "þ"),
    ("fi", "fi"),
    ("fl", "fl"),
    ("ff", "ff"),
    ("ffi", "ffi"),
    ("ffl", "ffl"),
    ("periodcentered", "·"),
    ("ordfeminine", "ª"),
    ("ordmasculine", "º"),
    ("onehalf", "½"),
    ("multiply", "×"),
    ("nbspace", "\u{a0}"),
    ("nonbreakingspace", "\u{a0}"),
];

/// Names of accents behind that of a letter.
const ACCENTS: &[(&str, char)] = &[
    ("acute", '\u{301}'),
    ("grave", '\u{300}'),
    ("circumflex", '\u{302}'),
    ("dieresis", '\u{308}'),
    ("tilde", '\u{303}'),
    ("ring", '\u{30a}'),
    ("cedilla", '\u{327}'),
    ("caron", '\u{30c}'),
    ("ogonek", '\u{328}'),
    ("macron", '\u{304}'),
    ("breve", '\u{306}'),
    ("dotaccent", '\u{307}'),
    ("hungarumlaut", '\u{30b}'),
    ("commaaccent", '\u{326}'),
];

/// Returns the text of a glyph by its name.
fn glyph(name: &str) -> Option<String> {
    let name = name.split('.').next().unwrap_or(name);
    if let Some((_, text)) = GLYPHS.iter().find(|(known, _)| *known == name) {
        return Some((*text).to_owned());
    }
    let mut characters = name.chars();
    let letter = characters.next()?;
    if characters.as_str().is_empty() {
        return Some(name.to_owned());
    }
    if letter.is_ascii_alphabetic()
        && let Some((_, accent)) = ACCENTS.iter().find(|(accent, _)| *accent == characters.as_str())
    {
        return Some([letter, *accent].into_iter().nfc().collect());
    }
    let code = name.strip_prefix("uni").or_else(|| name.strip_prefix('u'))?;
    let code = u32::from_str_radix(code.get(..code.len().min(6))?, 16).ok()?;
    char::from_u32(code).map(String::from)
}
