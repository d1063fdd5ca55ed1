//! Shown: strangers' text made safe to look at.
//!
//! In: any text from an answer or the directory. Out: the same text with everything invisible made visible,
//! on one line, and cut with a count when it is long. Bidirectional controls could make a page read other
//! than it is, control characters could drive a terminal; here they become `⟨U+202E⟩`. Marks are stacked on a letter no higher
//! than languages do: a tower of them paints over what stands beside it.
//!
//! Not here: HTML escaping (the template engine does that, after this). The JSON keeps the original.

use std::fmt::Write as _;

use unicode_normalization::char::is_combining_mark;

/// Letters of a value shown in a table.
const LETTERS_MAX: usize = 300;

/// Letters of a path where there is little room.
const PATH_LETTERS_MAX: usize = 32;

/// Marks that a letter carries; the most that a language needs, with one to spare.
const MARKS_MAX: usize = 6;

/// The same invisible sign written out one by one; more of them are counted.
const REPEATED_MAX: usize = 3;

/// Makes a text visible, on one line, at most 300 letters of it.
pub fn visible(text: &str) -> String {
    visible_within(text, LETTERS_MAX)
}

/// Makes a text visible, on one line, at most `letters_max` letters of it.
pub fn visible_within(text: &str, letters_max: usize) -> String {
    let mut shown = Shown::default();
    let mut letters = text.trim().chars();
    for letter in letters.by_ref().take(letters_max) {
        shown.push(if matches!(letter, '\n' | '\t' | '\r') { ' ' } else { letter });
    }
    let mut shown = shown.done();
    let left = letters.count();
    if left > 0 {
        // Writing to a string cannot fail.
        let _ = write!(shown, "… (+{left})");
    }
    shown
}

/// Makes a name fit on one line of a terminal, nothing cut: a line break within it is a sign like any other that is invisible, and
/// begins no line that the program did not write.
pub fn on_one_line(name: &str) -> String {
    let mut shown = Shown::default();
    name.chars().for_each(|letter| shown.push(letter));
    shown.done()
}

/// Makes what is invisible in a text visible and cuts nothing, for tables of other programs; line breaks and tabs stay, and the marks of
/// hyphens and of direction that texts are written with.
pub fn visible_whole(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        // Marks that languages are written with drive nothing.
        if matches!(letter, '\n' | '\t' | '\r' | '\u{AD}' | '\u{61C}' | '\u{200E}' | '\u{200F}') {
            shown.push(letter);
        } else {
            push(&mut shown, letter);
        }
    }
    shown
}

/// Shortens a path in its middle to the folder it begins with and the name of the file, which stays whole:
/// `Answer/…/orders.csv`.
pub fn shortened(path: &str) -> String {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        [first, _, .., name] if path.chars().count() > PATH_LETTERS_MAX => {
            let with_first = format!("{first}/…/{name}");
            if with_first.chars().count() > PATH_LETTERS_MAX { format!("…/{name}") } else { with_first }
        }
        [_, name] if path.chars().count() > PATH_LETTERS_MAX => format!("…/{name}"),
        _ => path.to_owned(),
    }
}

/// A text that is made visible letter by letter.
#[derive(Default)]
struct Shown {
    text: String,
    /// The letter before.
    last: Option<char>,
    /// Marks on the letter before, or how often it came if it is invisible.
    run: usize,
}

impl Shown {
    fn push(&mut self, letter: char) {
        let is_mark = is_combining_mark(letter) && !is_invisible(letter);
        let goes_on = if is_invisible(letter) {
            self.last == Some(letter)
        } else {
            is_mark && self.last.is_some_and(|last| is_combining_mark(last) && !is_invisible(last))
        };
        if !goes_on {
            self.end_run();
            self.run = 0;
        }
        self.run += 1;
        self.last = Some(letter);
        if is_invisible(letter) && self.run <= REPEATED_MAX {
            push(&mut self.text, letter);
        } else if !is_invisible(letter) && (!is_mark || self.run <= MARKS_MAX) {
            self.text.push(letter);
        }
    }

    /// Says how many were left out.
    fn end_run(&mut self) {
        let Some(last) = self.last else { return };
        let most = if is_invisible(last) {
            REPEATED_MAX
        } else if is_combining_mark(last) {
            MARKS_MAX
        } else {
            return;
        };
        let left = self.run.saturating_sub(most);
        if left > 0 {
            // Writing to a string cannot fail.
            let _ = write!(self.text, "⟨+{left}⟩");
        }
    }

    fn done(mut self) -> String {
        self.end_run();
        self.text
    }
}

fn push(shown: &mut String, letter: char) {
    if is_invisible(letter) {
        // Writing to a string cannot fail.
        let _ = write!(shown, "⟨U+{:04X}⟩", u32::from(letter));
    } else {
        shown.push(letter);
    }
}

/// Control characters, bidirectional controls, zero-width, filling and tag characters, noncharacters.
fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}' | '\u{2800}'
            | '\u{3164}' | '\u{FFA0}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{FFFE}' | '\u{FFFF}'
            | '\u{E0000}'..='\u{E007F}')
}
