//! Rules: what counts as found or vague for each point, per language.
//!
//! In: `templates/audit/<language>.txt`, compiled in. Out: [`Rules`]. A file that cannot be read is our own mistake, which
//! a test shows.
//!
//! The format is specified at [`Rules`]. Not here: how a pattern is compared (`pattern`).

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::pattern::{Names, Pattern, Sentence, parse};
use super::sentence::{Unit, words};
use crate::law::category::Category;
use crate::law::content::{Point, Presence};

/// Language and text of each file.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/audit.rs"));

/// Little words a document must have before its language is believed.
const LITTLE_WORDS_MIN: usize = 2;

/// Words by which the language of a document is judged.
const WORDS_JUDGED_MAX: usize = 2_000;

/// Words of a line that greets.
const GREETING_WORDS_MAX: usize = 8;

/// Words of a line that closes a letter: "Je vous prie d’agréer, Madame, …" is long.
const CLOSING_WORDS_MAX: usize = 20;

/// The rules of one language.
///
/// # The format
///
/// A line is one of these; blank lines and lines that begin with `//` say nothing. Patterns are those of `pattern`.
///
/// | line | means |
/// |---|---|
/// | `little: le la les` | the little words by which the language is known |
/// | `names: capitals` | a capital in the middle of a sentence is a name |
/// | `names: runs` | two capitals that follow each other are, where every noun has one |
/// | `not names: cnil rgpd` | capitalised words that name no recipient |
/// | `by: par` | who follows acts, and receives nothing |
/// | `@keep = conserv* \| gard*` | a pattern with a name, for the lines below it |
/// | `ignore: …` | a sentence that says nothing: it repeats what was asked, promises or refuses |
/// | `ignore under: …` | the same for what stands under a heading or behind a label that fits |
/// | `denied rights: …` | a sentence that denies it: there is no copy, no such right; it says nothing of the point |
/// | `found retention: …` | a sentence that answers the point |
/// | `vague recipients: …` | a sentence that only touches it |
/// | `found purposes under @purpose: …` | the same, where the heading, the label or the question before it fits |
/// | `topic retention: …` | the heading, the label, the question or the head of a column is about the point, as is `lit. d` |
/// | `found retention on topic: …` | a sentence that answers the point there |
/// | `none recipients: …` | an answer that there is none; data that show one contradict it |
/// | `greets: madame bonjour` | the words with which a letter begins |
/// | `closes: cordialement \| …` | the line with which it ends; the footer stands under it |
/// | `follows: annexe* \| ps` | what begins so, or stands under what does, is no footer |
/// | `kept purchases: …` | a sentence about how long data of this category are kept |
/// | `kept all: …` | one about how long all data of the person are |
/// | `kept from: …` | a period that begins on the day of the record itself |
/// | `kept else: …` | one that begins otherwise, ends otherwise, or is about others: nothing is held against it |
///
/// A point is named as in `law::content`, a category as in `law::category`; several are separated by spaces. A file without
/// rules tells a language that is not read from those that are.
#[derive(Debug)]
pub(super) struct Rules {
    /// Its code.
    pub(super) language: &'static str,
    little: Vec<String>,
    names: Names,
    ignored: Vec<Pattern>,
    ignored_under: Vec<Pattern>,
    denied: Vec<(Point, Pattern)>,
    none: Vec<(Point, Pattern)>,
    topics: Vec<(Point, Pattern)>,
    rules: Vec<Rule>,
    greetings: Vec<String>,
    closings: Vec<Pattern>,
    following: Vec<Pattern>,
    kept: Kept,
}

/// What a language says about what is kept how long.
#[derive(Debug, Default)]
struct Kept {
    of: Vec<(Category, Pattern)>,
    of_all: Vec<Pattern>,
    from_record: Vec<Pattern>,
    otherwise: Vec<Pattern>,
}

/// Data that tell what happened at one moment, from which alone a period of theirs can run.
const MOMENTARY: [Category; 4] =
    [Category::Browsing, Category::Search, Category::Location, Category::Security];

#[derive(Debug)]
struct Rule {
    points: Vec<Point>,
    presence: Presence,
    place: Where,
    pattern: Pattern,
}

/// Where a sentence must stand for a rule to count.
#[derive(Debug)]
enum Where {
    Anywhere,
    /// Under a heading, a label or a question that fits.
    Under(Pattern),
    /// Where the point is the topic.
    OnTopic,
}

/// Returns the rules of every language.
pub(super) fn all() -> &'static [Rules] {
    static ALL: OnceLock<Vec<Rules>> = OnceLock::new();
    ALL.get_or_init(|| {
        let read = |(language, text): &(&'static str, &'static str)| {
            Rules::parse(language, text).expect("a test reads every file of templates/audit")
        };
        FILES.iter().map(read).collect()
    })
}

/// Returns the rules of the language whose little words a text uses most; of one that is not read they are empty.
pub(super) fn of_text(text: &str) -> Option<&'static Rules> {
    let words: Vec<String> = words(text).into_iter().take(WORDS_JUDGED_MAX).map(|word| word.folded).collect();
    let count = |rules: &Rules| words.iter().filter(|word| rules.little.contains(word)).count();
    let best = all()
        .iter()
        .map(|rules| (count(rules), rules))
        .max_by_key(|(count, rules)| (*count, rules.are_read()));
    best.filter(|(count, _)| *count >= LITTLE_WORDS_MIN).map(|(_, rules)| rules)
}

impl Rules {
    /// Tells whether letters in the language can be read.
    pub(super) fn are_read(&self) -> bool {
        !self.rules.is_empty()
    }

    /// Tells whether a line greets, as letters do.
    pub(super) fn greets(&self, line: &str) -> bool {
        let words = words(line);
        let greets = words.first().is_some_and(|first| self.greetings.contains(&first.folded));
        greets && words.len() <= GREETING_WORDS_MAX
    }

    /// Tells whether a line closes the letter.
    pub(super) fn closes(&self, line: &str) -> bool {
        let words = words(line);
        words.len() <= CLOSING_WORDS_MAX
            && self.closings.iter().any(|pattern| pattern.fits(self.sentence(&words, &[])))
    }

    /// Tells whether what stands under the closing belongs to the letter: an annex, a postscript, what answers a point by
    /// its heading.
    pub(super) fn follows(&self, unit: &Unit) -> bool {
        let context = self.sentence(&unit.context, &[]);
        let fits = |words| self.following.iter().any(|pattern| pattern.fits(self.sentence(words, &[])));
        fits(&unit.words) || fits(&unit.context) || !self.topics(unit, context).is_empty()
    }

    /// Tells whether a sentence answers a point by saying that there is none.
    pub(super) fn denies(&self, point: Point, unit: &Unit, own: &[&str]) -> bool {
        let own = own_words(own);
        let sentence = self.sentence(&unit.words, &own);
        self.none.iter().any(|(of, pattern)| *of == point && pattern.fits(sentence))
    }

    /// The categories against whose records a period may be held: those the sentence names, where the period begins on
    /// the day of the record.
    pub(super) fn kept(&self, unit: &Unit) -> Vec<Category> {
        let (body, over) = (self.sentence(&unit.words, &[]), self.sentence(&unit.context, &[]));
        let fits = |patterns: &[Pattern], sentence| patterns.iter().any(|pattern| pattern.fits(sentence));
        if fits(&self.kept.otherwise, body) || fits(&self.kept.otherwise, over) {
            return Vec::new();
        }
        let from_record = fits(&self.kept.from_record, body);
        let is_meant = |pattern: &Pattern| pattern.fits(body) || pattern.fits(over);
        let named = self.kept.of.iter().filter(|(_, pattern)| is_meant(pattern));
        let mut named: Vec<Category> = named.map(|(category, _)| *category).collect();
        if named.is_empty() && from_record && fits(&self.kept.of_all, body) {
            named.extend(Category::ALL.iter().filter(|category| !category.says_who()));
        }
        named.retain(|category| from_record || MOMENTARY.contains(category));
        named
    }

    /// Tells whether a sentence is no evidence.
    pub(super) fn ignores(&self, unit: &Unit, own: &[&str]) -> bool {
        let own = own_words(own);
        let sentence = self.sentence(&unit.words, &own);
        let over = self.sentence(&unit.context, &own);
        self.ignored.iter().any(|pattern| pattern.fits(sentence))
            || self.ignored_under.iter().any(|pattern| pattern.fits(over))
    }

    /// Returns what a sentence says about which points.
    pub(super) fn read(&self, unit: &Unit, own: &[&str]) -> Vec<(Point, Presence)> {
        let own = own_words(own);
        let (body, context) = (self.sentence(&unit.words, &own), self.sentence(&unit.context, &own));
        let topics = self.topics(unit, context);
        let denied = self.denied.iter().filter(|(_, pattern)| pattern.fits(body));
        let denied: Vec<Point> = denied.map(|(point, _)| *point).collect();
        let mut said = Vec::new();
        for rule in &self.rules {
            let stands = |point: &Point| match &rule.place {
                Where::Anywhere => true,
                Where::Under(under) => under.fits(context),
                Where::OnTopic => topics.contains(point),
            };
            let stands = |point: &Point| !denied.contains(point) && stands(point);
            let points: Vec<Point> = rule.points.iter().copied().filter(stands).collect();
            if !points.is_empty() && rule.pattern.fits(body) {
                said.extend(points.into_iter().map(|point| (point, rule.presence)));
            }
        }
        said
    }

    /// The points a sentence is about: what stands over it says so, else the letter of the article.
    fn topics(&self, unit: &Unit, context: Sentence<'_>) -> Vec<Point> {
        let named = self.topics.iter().filter(|(_, pattern)| pattern.fits(context));
        let named: Vec<Point> = named.map(|(point, _)| *point).collect();
        if named.is_empty() { unit.point.into_iter().collect() } else { named }
    }

    fn sentence<'a>(&'a self, words: &'a [super::pattern::Word], own: &'a [String]) -> Sentence<'a> {
        Sentence { words, names: &self.names, own }
    }

    fn parse(language: &'static str, text: &str) -> Result<Self, String> {
        let mut rules = Self {
            language,
            little: Vec::new(),
            names: Names::default(),
            ignored: Vec::new(),
            ignored_under: Vec::new(),
            denied: Vec::new(),
            none: Vec::new(),
            topics: Vec::new(),
            rules: Vec::new(),
            greetings: Vec::new(),
            closings: Vec::new(),
            following: Vec::new(),
            kept: Kept::default(),
        };
        let mut defined = BTreeMap::new();
        for (number, line) in (1..).zip(text.lines()) {
            let line = line.trim();
            if !line.is_empty() && !line.starts_with("//") {
                rules.line(line, &mut defined).map_err(|fault| format!("line {number}: {fault}"))?;
            }
        }
        Ok(rules)
    }

    fn line(&mut self, line: &str, defined: &mut BTreeMap<String, Pattern>) -> Result<(), String> {
        if let Some((name, text)) = line.strip_prefix('@').and_then(|rest| rest.split_once('=')) {
            let pattern = parse(text, defined)?;
            defined.insert(name.trim().to_owned(), pattern);
            return Ok(());
        }
        let (head, text) = line.split_once(':').ok_or("a `:` is missing")?;
        let listed = || words(text).into_iter().map(|word| word.folded);
        match head.trim() {
            "little" => self.little.extend(listed()),
            "names" => {
                self.names.by_capitals = text.trim() == "capitals";
                self.names.by_runs = text.trim() == "runs";
            }
            "not names" => self.names.none.extend(listed()),
            "by" => self.names.by.extend(listed()),
            "ignore" => self.ignored.push(parse(text, defined)?),
            "ignore under" => self.ignored_under.push(parse(text, defined)?),
            "greets" => self.greetings.extend(listed()),
            "closes" => self.closings.push(parse(text, defined)?),
            "follows" => self.following.push(parse(text, defined)?),
            "kept all" => self.kept.of_all.push(parse(text, defined)?),
            "kept from" => self.kept.from_record.push(parse(text, defined)?),
            "kept else" => self.kept.otherwise.push(parse(text, defined)?),
            head => {
                if let Some(term) = head.strip_prefix("kept ") {
                    let category = Category::find(term).ok_or_else(|| format!("`{term}` is no category"))?;
                    self.kept.of.push((category, parse(text, defined)?));
                    return Ok(());
                }
                let about = match head.split_once(' ') {
                    Some(("topic", terms)) => Some((&mut self.topics, terms)),
                    Some(("denied", terms)) => Some((&mut self.denied, terms)),
                    Some(("none", terms)) => Some((&mut self.none, terms)),
                    Some(_) | None => None,
                };
                let Some((patterns, terms)) = about else {
                    self.rules.push(rule(head, text, defined)?);
                    return Ok(());
                };
                let pattern = parse(text, defined)?;
                patterns.extend(points(terms)?.into_iter().map(|point| (point, pattern.clone())));
            }
        }
        Ok(())
    }
}

fn rule(head: &str, text: &str, defined: &BTreeMap<String, Pattern>) -> Result<Rule, String> {
    let (head, place) = match (head.strip_suffix(" on topic"), head.split_once(" under ")) {
        (Some(head), _) => (head, Where::OnTopic),
        (None, Some((head, under))) => (head, Where::Under(parse(under, defined)?)),
        (None, None) => (head, Where::Anywhere),
    };
    let (presence, terms) = match head.split_once(' ') {
        Some(("found", terms)) => (Presence::Found, terms),
        Some(("vague", terms)) => (Presence::Vague, terms),
        Some(_) | None => return Err(format!("`{head}` is neither found nor vague")),
    };
    Ok(Rule { points: points(terms)?, presence, place, pattern: parse(text, defined)? })
}

fn points(terms: &str) -> Result<Vec<Point>, String> {
    let terms = terms.split_whitespace();
    terms.map(|term| Point::find(term).ok_or_else(|| format!("`{term}` is no point"))).collect()
}

fn own_words(own: &[&str]) -> Vec<String> {
    own.iter().flat_map(|name| words(name)).map(|word| word.folded).collect()
}
