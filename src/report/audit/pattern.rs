//! Pattern: which words a sentence must have, written so that a lawyer can read and change it.
//!
//! In: a text such as `@keep & # & (mois | ans)`. Out: [`Pattern`], which tells whether a list of words fits. Words are
//! compared folded: case and accents do not matter.
//!
//! The signs are explained at [`Pattern`]. Not here: what a pattern stands for (`rule`).

use std::collections::BTreeMap;

use crate::import::fold::fold;

/// A word of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// As it is compared.
    pub(super) folded: String,
    /// Whether it is written with a capital letter.
    pub(super) is_capital: bool,
    /// Whether a sentence or an item of a list begins with it, where a capital says nothing.
    pub(super) is_first: bool,
    /// Whether more than a space stands before it: a comma, a bracket, the end of a sentence.
    pub(super) follows_break: bool,
}

/// Words that an item of an enumeration may have.
const ITEM_WORDS_MAX: usize = 7;

/// Letters of a word by which a controller is known.
const OWN_LETTERS_MIN: usize = 4;

/// Legal forms that follow the name of a company.
const FORMS: [&str; 33] = [
    "sas", "sasu", "sa", "sarl", "eurl", "sci", "gie", "scop", "gmbh", "ag", "kg", "kgaa", "ohg", "ug", "se",
    "inc", "ltd", "limited", "llc", "llp", "plc", "corp", "bv", "nv", "srl", "spa", "sl", "slu", "sau", "oy",
    "ab", "aps", "sro",
];

/// What a language says about names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Names {
    /// Whether a capital in the middle of a sentence is a name; not so in German.
    pub(super) by_capitals: bool,
    /// Whether capitals that follow each other are a name, where every noun has one.
    pub(super) by_runs: bool,
    /// Capitalised words that name no recipient: authorities, laws, countries, months.
    pub(super) none: Vec<String>,
    /// Words that make who follows the one who acts: "by", "par".
    pub(super) by: Vec<String>,
}

/// A condition on the words of a sentence.
///
/// | sign | means |
/// |---|---|
/// | `a & b` | both stand in the sentence, in any order |
/// | `a \| b` | one of them does |
/// | `a > b` | b stands after a |
/// | `!a` | a does not stand there |
/// | `( )` | groups |
/// | `prive*`, `*zweck*` | words that begin so, or contain it |
/// | `two words` | words that follow each other |
/// | `#` | a number in digits |
/// | `NAME` | the name of a company: a legal form, or capitals in the middle of a sentence; not one who acts ("by …") |
/// | `WHO` | the name of a company, also of one who acts |
/// | `OWN` | the name of the controller itself, or a distinctive word of it |
/// | `LIST` | an enumeration: two short items or more, divided by commas |
/// | `2 of [a ; b ; c]` | at least two of them |
/// | `@keep` | what the file defines under this name |
/// | `any` | anything said at all |
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Pattern {
    Any,
    Number,
    /// An enumeration.
    List,
    /// A name; the flag tells whether one who acts counts.
    Name(bool),
    /// The controller's own name.
    Own,
    Phrase(Vec<Part>),
    Not(Box<Pattern>),
    All(Vec<Pattern>),
    One(Vec<Pattern>),
    Order(Vec<Pattern>),
    Several(usize, Vec<Pattern>),
}

/// A word of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    Whole(String),
    Start(String),
    Within(String),
    Each,
}

/// What a pattern is compared with.
#[derive(Clone, Copy)]
pub(super) struct Sentence<'a> {
    pub(super) words: &'a [Word],
    pub(super) names: &'a Names,
    /// Folded words of the controller's own names.
    pub(super) own: &'a [String],
}

impl Pattern {
    /// Tells whether a sentence fits.
    pub(super) fn fits(&self, sentence: Sentence<'_>) -> bool {
        self.end(sentence, 0).is_some()
    }

    /// Where the pattern first ends, looking from a word on.
    fn end(&self, sentence: Sentence<'_>, from: usize) -> Option<usize> {
        match self {
            Self::Any => (from < sentence.words.len()).then_some(from),
            Self::Number => sentence.find(from, |word| word.folded.starts_with(|c: char| c.is_ascii_digit())),
            Self::List => sentence.is_list(from).then_some(from),
            Self::Name(acting) => sentence.name(from, *acting),
            Self::Own => sentence.find(from, |word| sentence.is_own(word)),
            Self::Phrase(parts) => {
                let last = sentence.words.len().checked_sub(parts.len())?;
                (from..=last).find(|at| sentence.has(parts, *at)).map(|at| at + parts.len())
            }
            Self::Not(pattern) => pattern.end(sentence, from).is_none().then_some(from),
            Self::All(patterns) => {
                patterns.iter().try_fold(from, |end, pattern| Some(end.max(pattern.end(sentence, from)?)))
            }
            Self::One(patterns) => patterns.iter().filter_map(|pattern| pattern.end(sentence, from)).min(),
            Self::Order(patterns) => {
                patterns.iter().try_fold(from, |after, pattern| pattern.end(sentence, after))
            }
            Self::Several(least, patterns) => {
                let mut ends: Vec<usize> =
                    patterns.iter().filter_map(|pattern| pattern.end(sentence, from)).collect();
                ends.sort_unstable();
                ends.get(least.checked_sub(1)?).copied()
            }
        }
    }
}

impl Sentence<'_> {
    fn find(self, from: usize, fits: impl Fn(&Word) -> bool) -> Option<usize> {
        self.words.iter().skip(from).position(fits).map(|found| from + found + 1)
    }

    fn has(self, parts: &[Part], at: usize) -> bool {
        parts.iter().zip(self.words.iter().skip(at)).all(|(part, word)| part.fits(&word.folded))
    }

    /// Whether a word is one of the controller's names, and more than a legal form or an article.
    fn is_own(self, word: &Word) -> bool {
        word.is_capital
            && word.folded.chars().count() >= OWN_LETTERS_MIN
            && !FORMS.contains(&word.folded.as_str())
            && self.own.contains(&word.folded)
    }

    /// Whether what begins at a word is divided into short items.
    fn is_list(self, from: usize) -> bool {
        let words = self.words.get(from..).unwrap_or_default();
        let divided = words.iter().skip(1).filter(|word| word.follows_break).count();
        let mut items = words.chunk_by(|_, next| !next.follows_break);
        divided > 0 && items.all(|item| item.len() <= ITEM_WORDS_MAX)
    }

    /// Where the first name of a company ends that is not the controller's own.
    fn name(self, from: usize, acting: bool) -> Option<usize> {
        let mut at = from;
        while let Some(end) = self.name_at(at) {
            let start = at;
            at = end.max(at + 1);
            let acts = start.checked_sub(1).and_then(|before| self.words.get(before));
            let acts = acts.is_some_and(|word| self.names.by.contains(&word.folded));
            let is_own = (start..end)
                .filter_map(|index| self.words.get(index))
                .any(|word| self.own.contains(&word.folded) && !FORMS.contains(&word.folded.as_str()));
            let is_name = self.is_name(start, end);
            if is_name && (acting || !acts) && !is_own {
                return Some(end);
            }
        }
        None
    }

    /// The end of the run of capitals that begins at or after a word; moves on over what has none.
    fn name_at(self, at: usize) -> Option<usize> {
        let word = self.words.get(at)?;
        if !word.is_capital {
            return Some(at);
        }
        let more =
            self.words.iter().skip(at + 1).take_while(|word| word.is_capital && !word.is_first).count();
        Some(at + 1 + more)
    }

    fn is_name(self, start: usize, end: usize) -> bool {
        let run: Vec<&Word> = self.words.iter().take(end).skip(start).collect();
        let has_form = run.iter().skip(1).any(|word| FORMS.contains(&word.folded.as_str()));
        let by_capitals = self.names.by_capitals
            && run.iter().any(|word| {
                !word.is_first && word.folded.chars().count() > 2 && !self.names.none.contains(&word.folded)
            })
            && !run.iter().any(|word| self.names.none.contains(&word.folded));
        let by_runs = self.names.by_runs
            && run.windows(2).any(|pair| {
                pair.iter()
                    .all(|word| word.folded.chars().count() > 2 && !self.names.none.contains(&word.folded))
                    && pair.last().is_some_and(|word| !word.is_first && !word.follows_break)
            });
        has_form || by_capitals || by_runs
    }
}

impl Part {
    fn fits(&self, word: &str) -> bool {
        match self {
            Self::Whole(whole) => word == whole,
            Self::Start(start) => word.starts_with(start.as_str()),
            Self::Within(within) => word.contains(within.as_str()),
            Self::Each => true,
        }
    }

    fn of(text: &str) -> Self {
        let folded = fold(text);
        match (folded.strip_prefix('*'), folded.strip_suffix('*')) {
            (Some(_), _) if folded == "*" => Self::Each,
            (Some(rest), _) => Self::Within(rest.trim_end_matches('*').to_owned()),
            (None, Some(start)) => Self::Start(start.to_owned()),
            (None, None) => Self::Whole(folded),
        }
    }
}

/// Reads a pattern; `defined` are the patterns that may be named in it.
///
/// # Errors
/// Says what cannot be read.
pub(super) fn parse(text: &str, defined: &BTreeMap<String, Pattern>) -> Result<Pattern, String> {
    let mut reader = Reader { rest: text.trim(), defined };
    let pattern = reader.one()?;
    if reader.rest.is_empty() { Ok(pattern) } else { Err(format!("`{}` was not expected", reader.rest)) }
}

struct Reader<'a> {
    rest: &'a str,
    defined: &'a BTreeMap<String, Pattern>,
}

/// Signs that end a phrase.
const SIGNS: [char; 11] = ['&', '|', '>', '!', '(', ')', '#', '@', '[', ']', ';'];

impl Reader<'_> {
    fn take(&mut self, sign: char) -> bool {
        match self.rest.strip_prefix(sign) {
            Some(rest) => {
                self.rest = rest.trim_start();
                true
            }
            None => false,
        }
    }

    fn list(
        &mut self,
        sign: char,
        each: fn(&mut Self) -> Result<Pattern, String>,
        join: fn(Vec<Pattern>) -> Pattern,
    ) -> Result<Pattern, String> {
        let first = each(self)?;
        let mut patterns = vec![first];
        while self.take(sign) {
            patterns.push(each(self)?);
        }
        match patterns.pop() {
            Some(only) if patterns.is_empty() => Ok(only),
            last => {
                patterns.extend(last);
                Ok(join(patterns))
            }
        }
    }

    fn one(&mut self) -> Result<Pattern, String> {
        self.list('|', Self::all, Pattern::One)
    }

    fn all(&mut self) -> Result<Pattern, String> {
        self.list('&', Self::order, Pattern::All)
    }

    fn order(&mut self) -> Result<Pattern, String> {
        self.list('>', Self::single, Pattern::Order)
    }

    fn single(&mut self) -> Result<Pattern, String> {
        if self.take('!') {
            return Ok(Pattern::Not(Box::new(self.single()?)));
        }
        if self.take('(') {
            let inner = self.one()?;
            return if self.take(')') { Ok(inner) } else { Err("a `)` is missing".to_owned()) };
        }
        if self.take('#') {
            return Ok(Pattern::Number);
        }
        let is_named = self.take('@');
        let end = self.rest.find(SIGNS).unwrap_or(self.rest.len());
        let (phrase, rest) = self.rest.split_at(end);
        let phrase = phrase.trim();
        self.rest = rest;
        if is_named {
            return self.defined.get(phrase).cloned().ok_or_else(|| format!("`@{phrase}` is not defined"));
        }
        if let Some(count) = phrase.strip_suffix(" of").and_then(|count| count.parse().ok()) {
            return self.several(count);
        }
        match phrase {
            "" => Err("a word is missing".to_owned()),
            "any" => Ok(Pattern::Any),
            "NAME" => Ok(Pattern::Name(false)),
            "LIST" => Ok(Pattern::List),
            "OWN" => Ok(Pattern::Own),
            "WHO" => Ok(Pattern::Name(true)),
            words => {
                let parts = words.split([' ', '\'', '’', '-']).filter(|word| !word.is_empty());
                Ok(Pattern::Phrase(parts.map(Part::of).collect()))
            }
        }
    }

    fn several(&mut self, least: usize) -> Result<Pattern, String> {
        if !self.take('[') {
            return Err("a `[` is missing".to_owned());
        }
        let mut patterns = vec![self.one()?];
        while self.take(';') {
            patterns.push(self.one()?);
        }
        if self.take(']') {
            Ok(Pattern::Several(least, patterns))
        } else {
            Err("a `]` is missing".to_owned())
        }
    }
}
