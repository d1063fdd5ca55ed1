//! Sentences: a letter cut into what it says, each with its place and what stands over it.
//!
//! In: the text of a letter. Out: [`Unit`]s: sentences and items of lists, with the heading, the label before a colon or
//! the question they belong to; after a list the whole list once more, since "three rights" may be three items.
//!
//! Left out: what is quoted from an earlier message. Lines broken by a mail program or a page are joined again.

use super::marker;
use super::pattern::Word;
use crate::import::fold::fold;
use crate::law::content::Point;

/// Words of a line that can be a heading.
const HEADING_WORDS_MAX: usize = 8;

/// Words of a label before a colon.
const LABEL_WORDS_MAX: usize = 24;

/// A line this long was broken by its width, not by its writer.
const BROKEN_LINE_LETTERS_MIN: usize = 60;

/// Cells of a line that is one of a table.
const CELLS_MIN: usize = 3;

/// Lines of a letter that must have the form `Source – the form you filled in` before a dash closes a label.
const DASHED_LINES_MIN: usize = 4;

/// Items of a list that are read together.
const ITEMS_MAX: usize = 40;

/// Something said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unit {
    /// Its words.
    pub(super) words: Vec<Word>,
    /// The words over it: heading, label, question.
    pub(super) context: Vec<Word>,
    /// The point that the letter of an article before or over it names.
    pub(super) point: Option<Point>,
    /// As written, with its label.
    pub(super) quote: String,
    /// Line, from 1.
    pub(super) line: u64,
    /// Column, from 1.
    pub(super) column: u64,
}

/// A paragraph line with where it began.
struct Line {
    text: String,
    number: u64,
    is_item: bool,
    follows_blank: bool,
}

/// Cuts a letter into what it says.
pub(super) fn units(text: &str) -> Vec<Unit> {
    let with_dashes = text.lines().filter(|line| dashed(line.trim()).is_some()).count() >= DASHED_LINES_MIN;
    let lines = joined(text, with_dashes);
    let mut reader = Reader {
        units: Vec::new(),
        heading: String::new(),
        heading_line: 0,
        header: Vec::new(),
        items: Vec::new(),
        spent: false,
        with_bare: marker::goes_through(text),
        with_dashes,
    };
    for (index, line) in lines.iter().enumerate() {
        let next = lines.get(index + 1);
        reader.line(line, next);
    }
    reader.end_list();
    reader.units
}

struct Reader {
    units: Vec<Unit>,
    heading: String,
    heading_line: u64,
    /// The cells of the first line of the table that is being read.
    header: Vec<String>,
    items: Vec<(String, u64)>,
    /// Whether something stood under the heading already.
    spent: bool,
    /// Whether `c)` alone names a point in this letter.
    with_bare: bool,
    /// Whether a dash closes a label in this letter.
    with_dashes: bool,
}

impl Reader {
    fn line(&mut self, line: &Line, next: Option<&Line>) {
        if !line.is_item && !self.is_dashed(line) {
            self.end_list();
        }
        if self.row(line) {
            return;
        }
        if self.is_heading(line, next) {
            self.heading.clone_from(&line.text);
            self.heading_line = line.number;
            self.spent = false;
            return;
        }
        if line.follows_blank && self.spent && !line.is_item {
            self.end_list();
            self.heading.clear();
        }
        // What is labelled under a heading is a list of its own: `Your record`, then a line for each datum.
        if line.is_item || self.is_dashed(line) && !self.heading.is_empty() {
            self.items.push((line.text.clone(), line.number));
        }
        self.sentences(line);
        self.spent = true;
    }

    /// Reads a line of a table: each cell stands under that of the first line.
    fn row(&mut self, line: &Line) -> bool {
        let cells = cells(&line.text);
        if cells.len() < CELLS_MIN {
            self.header.clear();
            return false;
        }
        if self.header.len() != cells.len() {
            self.header = cells.into_iter().map(|(cell, _)| cell).collect();
            return true;
        }
        for (over, (cell, column)) in self.header.iter().zip(cells) {
            if words(&cell).is_empty() {
                continue;
            }
            self.units.push(Unit {
                words: words(&cell),
                context: words(over),
                point: marker::point(over, self.with_bare),
                quote: format!("{over}: {cell}"),
                line: line.number,
                column,
            });
        }
        self.spent = true;
        true
    }

    /// A line over others: numbered, closed by a colon or a question mark, or short and without a full stop where
    /// none stood just before.
    fn is_heading(&self, line: &Line, next: Option<&Line>) -> bool {
        let text = line.text.as_str();
        let count = words(text).len();
        if line.is_item || self.is_dashed(line) || count == 0 || count > HEADING_WORDS_MAX || next.is_none() {
            return false;
        }
        if text.ends_with(':') || text.ends_with('?') {
            return true;
        }
        let next_is_alike =
            |is_marked: fn(&str) -> bool| is_marked(text) && next.is_some_and(|next| is_marked(&next.text));
        if next_is_alike(is_numbered) || next_is_alike(is_lettered) {
            return false;
        }
        if is_numbered(text) {
            // `1.` under `III.` is an item.
            return !is_roman(&self.heading);
        }
        let is_open = text.ends_with(['.', ',', '!', ';']) || text.contains(':');
        let is_under = !self.heading.is_empty() && !self.spent;
        !is_open && !is_under
    }

    fn is_dashed(&self, line: &Line) -> bool {
        self.with_dashes && dashed(&line.text).is_some()
    }

    fn sentences(&mut self, line: &Line) {
        let mut asked = String::new();
        for (text, column) in split(&line.text) {
            if text.ends_with('?') {
                asked = text;
                continue;
            }
            let by_dash = dashed(&text).filter(|_| self.with_dashes);
            let (label, body) = by_dash.unwrap_or_else(|| label(&text));
            let over = [self.heading.as_str(), &asked, label].join(" ");
            let is_empty = words(body).is_empty();
            let said = if is_empty { &text } else { body };
            let named = if label.is_empty() { text.as_str() } else { label };
            let named = marker::point(named, self.with_bare);
            let quote = if asked.is_empty() { text.clone() } else { format!("{asked} {text}") };
            self.units.push(Unit {
                words: words(said),
                context: words(&over),
                point: named.or_else(|| marker::point(&self.heading, self.with_bare)),
                quote: self.with_heading(quote, line.is_item),
                line: line.number,
                column,
            });
        }
    }

    /// An item alone may say little; with its heading it reads as a sentence.
    fn with_heading(&self, quote: String, is_item: bool) -> String {
        if is_item && !self.heading.is_empty() { format!("{} {quote}", self.heading) } else { quote }
    }

    fn end_list(&mut self) {
        let items = std::mem::take(&mut self.items);
        let Some((_, line)) = items.first().filter(|_| items.len() > 1) else { return };
        let texts: Vec<&str> = items.iter().take(ITEMS_MAX).map(|(text, _)| text.as_str()).collect();
        // It is read as sentences are, and shown with a sign that every language writes alike.
        let (said, shown) = (texts.join("; "), texts.join(" · "));
        let (number, quote) = if self.heading.is_empty() {
            (*line, shown)
        } else {
            (self.heading_line, format!("{} {shown}", self.heading))
        };
        self.units.push(Unit {
            words: words(&said),
            context: words(&self.heading),
            point: marker::point(&self.heading, self.with_bare),
            quote,
            line: number,
            column: 1,
        });
    }
}

fn is_numbered(text: &str) -> bool {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let rest: String = text.chars().skip(digits).take(1).collect();
    (1..=2).contains(&digits) && (rest == "." || rest == ")")
}

/// `III. Recipients`: numbered as the parts of a letter are.
fn is_roman(text: &str) -> bool {
    let number = text.split('.').next().unwrap_or_default();
    !number.is_empty() && text.len() > number.len() && number.bytes().all(|byte| b"IVX".contains(&byte))
}

/// `c) …` or `(c) …`.
fn is_lettered(text: &str) -> bool {
    text.chars().take(3).any(|letter| letter == ')') && marker::bare(text).is_some()
}

fn is_row(text: &str) -> bool {
    text.split(['|', '\t']).count() >= CELLS_MIN
}

/// The cells of a line that bars or tabulators divide, with their columns.
fn cells(text: &str) -> Vec<(String, u64)> {
    let mut cells = Vec::new();
    let mut column = 1_u64;
    for cell in text.split(['|', '\t']) {
        let blank = cell.chars().take_while(|letter| letter.is_whitespace()).count();
        cells.push((cell.trim().to_owned(), column + count(blank)));
        column += count(cell.chars().count()) + 1;
    }
    cells
}

fn count(letters: usize) -> u64 {
    u64::try_from(letters).unwrap_or(u64::MAX)
}

/// The lines without quoted messages, those broken by width joined.
fn joined(text: &str, with_dashes: bool) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut was_blank = true;
    for (number, raw) in (1..).zip(text.lines()) {
        let trimmed = raw.trim();
        if begins_quoted_message(trimmed) {
            break;
        }
        if trimmed.starts_with('>') {
            continue;
        }
        if trimmed.is_empty() {
            was_blank = true;
            continue;
        }
        let item = trimmed.trim_start_matches(['-', '–', '—', '•', '*', '·', '◦', '▪']);
        let is_item = item.len() < trimmed.len() && item.starts_with([' ', '\t', '\u{a0}']);
        let text = if is_item { item.trim() } else { trimmed };
        let is_dashed = with_dashes && dashed(text).is_some();
        let goes_on = |last: &&mut Line| !was_blank && !is_item && !is_dashed && goes_on(&last.text, text);
        match lines.last_mut().filter(goes_on) {
            Some(last) => {
                last.text.push(' ');
                last.text.push_str(text);
            }
            None => lines.push(Line { text: text.to_owned(), number, is_item, follows_blank: was_blank }),
        }
        was_blank = false;
    }
    lines
}

/// Whether a line goes on in the next: it has no end, and the next begins small or the line is as wide as a page.
fn goes_on(line: &str, next: &str) -> bool {
    let is_ended = line.ends_with(['.', '!', '?', ':', ';', ',']) && !line.ends_with(',');
    let begins_small = next.chars().next().is_some_and(char::is_lowercase);
    let is_marked = is_numbered(next) || is_roman(next) || is_lettered(next);
    let begins_anew = is_marked || [line, next].iter().any(|line| is_row(line));
    let is_wide = line.chars().count() >= BROKEN_LINE_LETTERS_MIN && !begins_anew;
    !is_ended && (begins_small && !begins_anew && !line.ends_with(',') || is_wide && !line.ends_with(','))
        || line.ends_with(',') && is_wide
}

/// `-----Original Message-----` and its like in any language: a rule of dashes with words in it.
fn begins_quoted_message(line: &str) -> bool {
    let inner = line.trim_matches(['-', '_']);
    line.len() >= inner.len() + 8 && !inner.trim().is_empty() && line.starts_with("----")
}

/// The sentences of a line with their columns.
fn split(text: &str) -> Vec<(String, u64)> {
    let mut sentences = Vec::new();
    let (mut current, mut start, mut column) = (String::new(), 1_u64, 0_u64);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        column += 1;
        if current.trim().is_empty() && !letter.is_whitespace() {
            start = column;
        }
        current.push(letter);
        let is_end = matches!(letter, '!' | '?' | ';')
            || letter == '.'
                && letters.peek().is_none_or(|next| next.is_whitespace())
                && !is_abbreviated(&current);
        if is_end {
            sentences.push((current.trim().to_owned(), start));
            current.clear();
        }
    }
    if !current.trim().is_empty() {
        sentences.push((current.trim().to_owned(), start));
    }
    sentences.retain(|(text, _)| text.chars().any(char::is_alphanumeric));
    sentences
}

/// Points that end no sentence: `art.`, `l’art.`, `Ltd.`, `z. B.`, initials and numbers of lists.
fn is_abbreviated(text: &str) -> bool {
    const SHORT: [&str; 24] = [
        "art", "inc", "ltd", "co", "corp", "st", "nr", "no", "abs", "bzw", "usw", "ggf", "mr", "mrs", "ms",
        "dr", "lit", "par", "let", "lett", "buchst", "apdo", "reg", "resp",
    ];
    let last =
        text.trim_end_matches('.').rsplit([' ', '\u{a0}', '(', '.', '\'', '’']).next().unwrap_or_default();
    let folded = last.to_lowercase();
    // `1. Purposes` and `am 4. Januar`.
    let is_ordinal = (1..=2).contains(&last.len()) && last.bytes().all(|byte| byte.is_ascii_digit());
    SHORT.contains(&folded.as_str())
        || last.chars().count() == 1 && last.chars().all(char::is_alphabetic)
        || is_ordinal
}

/// The label before a colon and what follows it.
fn label(text: &str) -> (&str, &str) {
    let colon = text.char_indices().find(|(at, letter)| {
        *letter == ':'
            && text
                .get(at + 1..)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\u{a0}', '\u{202f}']))
    });
    let parts = colon.and_then(|(at, _)| Some((text.get(..at)?, text.get(at + 1..)?)));
    parts.filter(|(label, _)| words(label).len() <= LABEL_WORDS_MAX).unwrap_or(("", text))
}

/// The label before the only dash of a line and what follows it: `Who has it – Parcel Example Ltd`.
fn dashed(text: &str) -> Option<(&str, &str)> {
    let parts =
        [" – ", " — ", " - "].iter().find_map(|dash| text.split_once(dash).map(|parts| (dash, parts)));
    let (_, (label, body)) = parts.filter(|(dash, (_, body))| !body.contains(**dash))?;
    let is_label = (1..=HEADING_WORDS_MAX).contains(&words(label).len()) && !label.contains([':', '.', ',']);
    (is_label && !words(body).is_empty()).then_some((label, body))
}

/// The words of a text, folded; `S.p.A.` is one.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let (mut is_first, mut follows_break) = (true, true);
    let pieces = text.split(|letter: char| letter.is_whitespace() || "'’‘`´-‐‑/".contains(letter));
    for piece in pieces {
        let plain = piece.trim_matches(|letter: char| !letter.is_alphanumeric());
        // An address is no word of the sentence: `dsb@example.org` names no authority.
        if plain.is_empty() || plain.contains('@') {
            follows_break |= !piece.is_empty() && piece != "&";
            continue;
        }
        follows_break |= piece.starts_with(['(', '«', '„', '"']);
        let letters: Vec<&str> = plain.split('.').collect();
        let is_initials = letters.len() > 1 && letters.iter().all(|part| part.chars().count() <= 1);
        let parts: Vec<String> = if is_initials {
            vec![letters.concat()]
        } else {
            plain.split(|letter: char| !letter.is_alphanumeric()).map(str::to_owned).collect()
        };
        for part in parts.into_iter().filter(|part| !part.is_empty()) {
            let is_capital = part.chars().next().is_some_and(|first| first.is_uppercase());
            words.push(Word { folded: fold(&part), is_capital, is_first, follows_break });
            (is_first, follows_break) = (false, false);
        }
        // What follows the scheme of a link is no second item of a list.
        let is_scheme = ["http", "https"].contains(&plain);
        is_first = piece.ends_with(['.', '!', '?', ':', ';']) && !is_initials && !is_scheme;
        follows_break =
            piece.ends_with(['.', '!', '?', ':', ';', ',', ')', '»', '“', '"']) && !is_initials && !is_scheme;
    }
    words
}
