//! Wording: what a term or a sentence is called in each language we speak.
//!
//! In: `templates/wording/<language>/*.ftl` (Project Fluent, compiled in), a key, and named arguments. Out:
//! text. The languages that exist are those with a folder there; adding one is adding files. A language that
//! has every file is spoken; one that has those of [`LETTER_FILES`] is written: letters exist in it, while
//! the program itself speaks another; with those of [`REPORT_FILES`] a report can be read in it, too.
//!
//! Every spoken language has every key, in one of its files, and the others every key of the files they need (a test
//! checks it). What a language lacks is said in English. No sentence refers to another one: each is parsed alone, when it is
//! first said, because most commands say few. A key that is missing in English too shows as itself in brackets, so that a
//! mistake is visible and no fact disappears.
//!
//! Not here: letters (`templates/letters`), and any decision: callers choose the key.

mod language;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

pub use self::language::{Language, NotALanguage};
use crate::finding::Finding;

/// What is compiled in of a language (`build.rs`).
struct Compiled {
    /// The stems of its files, a space between them.
    stems: &'static str,
    /// What stands in its files, one after the other.
    text: &'static str,
    /// The keys of its sentences, one after the other.
    keys: &'static str,
    /// Its sentences, sorted by key.
    places: &'static [Place],
}

/// The number of a sentence's file, begin and end of its key in the text of keys, begin and end of the sentence.
type Place = (u32, u32, u32, u32, u32);

/// A sentence that was parsed.
type Sentence = FluentBundle<FluentResource>;

/// The code of every language, a space between them, and what is compiled in of each. The codes stand by themselves: which
/// languages there are is asked at every start.
static LANGUAGES: (&str, &[Compiled]) = include!(concat!(env!("OUT_DIR"), "/wording.rs"));

/// The files a language needs to be written in letters.
pub const LETTER_FILES: [&str; 4] = ["calendar", "chronology", "country", "letter"];

/// The files a language needs, beside those of letters, for a report to be read in it.
pub const REPORT_FILES: [&str; 8] =
    ["category", "compare", "content", "finding", "kind", "report", "several", "sharing"];

/// The sentences of one language.
pub struct Wording {
    language: Language,
    compiled: &'static Compiled,
    /// The sentences that were said, by the number of their place.
    said: RwLock<BTreeMap<usize, Arc<Sentence>>>,
}

/// Returns all that is said in any language, as it is written in the files.
pub fn texts() -> impl Iterator<Item = &'static str> {
    all().map(|(_, compiled)| compiled.text)
}

impl Wording {
    /// Returns the wording of a language, or of English where there is none.
    pub fn of(language: Language) -> &'static Self {
        static KNOWN: OnceLock<Vec<Wording>> = OnceLock::new();
        let known = KNOWN.get_or_init(|| all().map(Wording::load).collect());
        let find = |wanted: Language| known.iter().find(|wording| wording.language == wanted);
        find(language).or_else(|| find(Language::ENGLISH)).expect("English is compiled in")
    }

    /// Returns the language this wording is in.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Says a sentence that takes no arguments.
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// Says a sentence with text arguments.
    pub fn say_with(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.format(key, arguments.iter().map(|(name, text)| (*name, FluentValue::from(*text))))
    }

    /// Says a sentence about a number: `$count` chooses the plural form, `$number` is the number as written
    /// in this language.
    pub fn say_count(&self, key: &str, count: u64) -> String {
        self.say_count_with(key, count, &[])
    }

    /// Says a sentence about a number with further text arguments.
    pub fn say_count_with(&self, key: &str, count: u64, arguments: &[(&str, &str)]) -> String {
        let number = self.number(count);
        let texts = arguments.iter().map(|(name, text)| (*name, FluentValue::from(*text)));
        let numbers = [("count", FluentValue::from(count)), ("number", FluentValue::from(number.as_str()))];
        self.format(key, texts.chain(numbers))
    }

    /// Tells whether this language has the key, or English in its place.
    pub fn has(&self, key: &str) -> bool {
        self.has_itself(key) || Self::of(Language::ENGLISH).has_itself(key)
    }

    /// Tells whether this very language has the key.
    pub fn has_itself(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    /// Says what a finding means.
    pub fn finding(&self, finding: &Finding) -> String {
        let said = |(name, fact): &(String, String)| match name.as_str() {
            "category" => self.say(&format!("category-{fact}")),
            _ => fact.clone(),
        };
        let said: Vec<String> = finding.facts.iter().map(said).collect();
        let facts: Vec<(&str, &str)> =
            finding.facts.iter().zip(&said).map(|((name, _), fact)| (name.as_str(), fact.as_str())).collect();
        self.say_with(&format!("finding-{}", finding.code.id()), &facts)
    }

    /// Writes a whole number with this language's separator of thousands.
    pub fn number(&self, number: u64) -> String {
        self.language.group_digits(&number.to_string())
    }

    /// Writes a list whose entries may hold commas: French has a no-break space before its semicolon.
    pub fn listed(&self, entries: &[String]) -> String {
        let mut entries = entries.iter();
        let first = entries.next().cloned().unwrap_or_default();
        entries.fold(first, |list, next| self.say_with("list-next", &[("list", &list), ("next", next)]))
    }

    fn load((language, compiled): (Language, &'static Compiled)) -> Self {
        Self { language, compiled, said: RwLock::default() }
    }

    /// Returns the number of a sentence's place.
    fn find(&self, key: &str) -> Option<usize> {
        self.compiled.places.binary_search_by(|place| self.compiled.key(place).cmp(key)).ok()
    }

    /// Returns whose sentence is said, this language's or the English one in its place, and the number of its place.
    fn find_or_english(&self, key: &str) -> Option<(&Self, usize)> {
        let in_english = || {
            let english = Self::of(Language::ENGLISH);
            Some((english, english.find(key)?))
        };
        self.find(key).map(|number| (self, number)).or_else(in_english)
    }

    /// Returns what is written of a sentence, its key and its value.
    fn written(&self, number: usize) -> &'static str {
        let place = self.compiled.places.get(number);
        place.map(|(.., from, to)| cut(self.compiled.text, *from, *to)).unwrap_or_default()
    }

    /// Returns a sentence, parsing it if it was not said yet.
    fn sentence(&self, number: usize) -> Arc<Sentence> {
        let known = self.said.read().unwrap_or_else(PoisonError::into_inner).get(&number).cloned();
        known.unwrap_or_else(|| {
            let sentence = Arc::new(parse(self.language, self.written(number)));
            let mut said = self.said.write().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(said.entry(number).or_insert(sentence))
        })
    }

    fn format<'a>(&self, key: &str, arguments: impl Iterator<Item = (&'a str, FluentValue<'a>)>) -> String {
        let Some((wording, number)) = self.find_or_english(key) else { return format!("[{key}]") };
        let arguments: Vec<(&str, FluentValue<'_>)> = arguments.collect();
        filled(wording.written(number), &arguments)
            .or_else(|| said(&wording.sentence(number), key, arguments))
            .unwrap_or_else(|| format!("[{key}]"))
    }
}

/// Fills in a sentence of one line that has nothing but texts to fill in, as most have: to prepare all that Fluent can say
/// takes longer than a short command does. None for any other sentence.
fn filled(written: &str, arguments: &[(&str, FluentValue<'_>)]) -> Option<String> {
    let (_, value) = written.split_once(" =")?;
    let mut rest = value.trim_matches([' ', '\n']);
    if rest.contains('\n') {
        return None;
    }
    let mut text = String::with_capacity(rest.len());
    while let Some((before, after)) = rest.split_once('{') {
        let (name, behind) = after.split_once('}')?;
        let name = name.trim_matches(' ').strip_prefix('$')?;
        // Of two arguments of one name Fluent takes the later one.
        match arguments.iter().rev().find(|(known, _)| *known == name)? {
            (_, FluentValue::String(argument)) => text.extend([before, argument]),
            (_, FluentValue::Number(_) | FluentValue::Custom(_) | FluentValue::None | FluentValue::Error) => {
                return None;
            }
        }
        rest = behind;
    }
    text.push_str(rest);
    Some(text)
}

/// Says a sentence with its arguments.
fn said(sentence: &Sentence, key: &str, arguments: Vec<(&str, FluentValue<'_>)>) -> Option<String> {
    let message = sentence.get_message(key)?;
    let arguments: FluentArgs<'_> = arguments.into_iter().collect();
    let mut faults = Vec::new();
    Some(sentence.format_pattern(message.value()?, Some(&arguments), &mut faults).into_owned())
}

fn parse(language: Language, text: &str) -> Sentence {
    let identifier = language.code().parse().expect("two letters are a language identifier");
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    // Isolation marks would show in terminals and in extracted PDF text; none of our languages needs them.
    bundle.set_use_isolating(false);
    let resource = FluentResource::try_new(text.to_owned()).expect("a test parses every sentence");
    bundle.add_resource(resource).expect("a test refuses keys given twice");
    bundle
}

impl Compiled {
    fn files(&self) -> impl Iterator<Item = &'static str> {
        self.stems.split(' ')
    }

    fn key(&self, (_, from, to, ..): &Place) -> &'static str {
        cut(self.keys, *from, *to)
    }
}

/// Cuts a text where the build said.
fn cut(text: &'static str, from: u32, to: u32) -> &'static str {
    text.get(from as usize..to as usize).expect("the build counts in whole characters")
}

/// Returns every language there is with what is compiled in of it.
fn all() -> impl Iterator<Item = (Language, &'static Compiled)> {
    let (codes, compiled) = LANGUAGES;
    let code = |code: &str| code.parse().expect("folders of templates/wording are language codes");
    codes.split(' ').map(code).zip(compiled)
}

/// Returns the languages of which what is compiled in is enough, English first.
fn languages_with(is_enough: impl Fn(&Compiled) -> bool) -> Vec<Language> {
    let mut languages: Vec<Language> =
        all().filter(|(_, compiled)| is_enough(compiled)).map(|(language, _)| language).collect();
    languages.sort_by_key(|language| *language != Language::ENGLISH);
    languages
}

/// Returns the languages we speak, English first: those that have every file English has.
pub fn languages() -> Vec<Language> {
    let english = all().find(|(language, _)| *language == Language::ENGLISH);
    let whole = english.map_or(0, |(_, compiled)| compiled.files().count());
    languages_with(|compiled| compiled.files().count() == whole)
}

/// Returns the languages a report can be read in, English first.
pub fn report_languages() -> Vec<Language> {
    languages_with(|compiled| REPORT_FILES.iter().all(|wanted| compiled.files().any(|file| file == *wanted)))
}

/// Returns the languages letters are written in, English first.
pub fn written_languages() -> Vec<Language> {
    languages_with(|_| true)
}

/// Returns the keys of some files of a language, for the test that looks for holes.
pub fn keys_of(language: Language, files: &[&str]) -> Vec<String> {
    keys_in(language, |file| files.contains(&file))
}

/// Returns every key of a language's files, for the test that looks for holes.
pub fn keys(language: Language) -> Vec<String> {
    keys_in(language, |_| true)
}

fn keys_in(wanted: Language, is_wanted: impl Fn(&str) -> bool) -> Vec<String> {
    let own = all().filter(|(language, _)| *language == wanted);
    own.flat_map(|(_, compiled)| {
        let is_in = |place: &&Place| compiled.files().nth(place.0 as usize).is_some_and(&is_wanted);
        compiled.places.iter().filter(is_in).map(|place| compiled.key(place).to_owned())
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use fluent_bundle::FluentValue;

    use crate::wording::{Wording, all, filled, said};

    /// Names and texts for whatever a sentence may want filled in.
    fn arguments(written: &str) -> Vec<(&str, FluentValue<'_>)> {
        let names = written.split('$').skip(1).map(|rest| {
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_'));
            rest.get(..end.unwrap_or(rest.len())).expect("it ends where a character does")
        });
        names.map(|name| (name, FluentValue::from(format!(" <{name}> {{ $x }} \u{a0}")))).collect()
    }

    #[test]
    fn a_sentence_that_is_only_filled_in_reads_as_fluent_says_it() {
        let mut sentences = 0;
        for (language, compiled) in all() {
            let wording = Wording::of(language);
            for (number, place) in compiled.places.iter().enumerate() {
                let written = wording.written(number);
                let arguments = arguments(written);
                let Some(text) = filled(written, &arguments) else { continue };
                let key = compiled.key(place);
                assert_eq!(said(&wording.sentence(number), key, arguments), Some(text), "{language:?} {key}");
                sentences += 1;
            }
        }
        assert!(sentences > 4000, "only {sentences} sentences are filled in");
    }

    #[test]
    fn what_is_more_than_filling_in_texts_is_left_to_fluent() {
        let number = [("count", FluentValue::from(2))];
        assert_eq!(filled("key = { $count } letters\n", &number), None, "a number is written by Fluent");
        assert_eq!(filled("key = { $name }\n", &number), None, "a missing text is a fault Fluent shows");
        assert_eq!(filled("key = { \"{\" }\n", &number), None, "a literal is Fluent's");
        assert_eq!(filled("key =\n    two\n    lines\n", &number), None, "lines are Fluent's");
        let twice = [("name", FluentValue::from("first")), ("name", FluentValue::from("last"))];
        assert_eq!(filled("key = to {$name}.\n\n", &twice).as_deref(), Some("to last."));
    }
}
