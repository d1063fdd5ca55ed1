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

/// A language: its code; its files, each with stem and text; its keys in one text; its sentences, sorted by key.
type Entry = (&'static str, &'static [(&'static str, &'static str)], &'static str, &'static [Place]);

/// Begin and end of a sentence's key in the text of keys, the number of its file, begin and end of the sentence there.
type Place = (usize, usize, usize, usize, usize);

/// A sentence that was parsed.
type Sentence = FluentBundle<FluentResource>;

/// Every language with its wording files.
const LANGUAGES: &[Entry] = include!(concat!(env!("OUT_DIR"), "/wording.rs"));

/// The files a language needs to be written in letters.
pub const LETTER_FILES: [&str; 4] = ["calendar", "chronology", "country", "letter"];

/// The files a language needs, beside those of letters, for a report to be read in it.
pub const REPORT_FILES: [&str; 8] =
    ["category", "compare", "content", "finding", "kind", "report", "several", "sharing"];

/// The sentences of one language.
pub struct Wording {
    language: Language,
    entry: &'static Entry,
    /// The sentences that were said, by the number of their place.
    said: RwLock<BTreeMap<usize, Arc<Sentence>>>,
}

impl Wording {
    /// Returns the wording of a language, or of English where there is none.
    pub fn of(language: Language) -> &'static Self {
        static KNOWN: OnceLock<Vec<Wording>> = OnceLock::new();
        let known = KNOWN.get_or_init(|| LANGUAGES.iter().map(Wording::load).collect());
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

    fn load(entry: &'static Entry) -> Self {
        Self { language: language(entry), entry, said: RwLock::default() }
    }

    /// Returns the number of a sentence's place.
    fn find(&self, key: &str) -> Option<usize> {
        let (_, _, keys, places) = self.entry;
        places.binary_search_by(|(from, to, ..)| keys.get(*from..*to).unwrap_or_default().cmp(key)).ok()
    }

    /// Returns a sentence, or the English one in its place, parsing it if it was not said yet.
    fn sentence(&self, key: &str) -> Option<Arc<Sentence>> {
        let Some(number) = self.find(key) else {
            let english = Self::of(Language::ENGLISH);
            return if self.language == english.language { None } else { english.sentence(key) };
        };
        let known = self.said.read().unwrap_or_else(PoisonError::into_inner).get(&number).cloned();
        if known.is_some() {
            return known;
        }
        let (_, files, _, places) = self.entry;
        let (_, _, file, from, to) = places.get(number)?;
        let text = files.get(*file)?.1.get(*from..*to)?;
        let sentence = Arc::new(parse(self.language, text));
        let mut said = self.said.write().unwrap_or_else(PoisonError::into_inner);
        Some(Arc::clone(said.entry(number).or_insert(sentence)))
    }

    fn format<'a>(&self, key: &str, arguments: impl Iterator<Item = (&'a str, FluentValue<'a>)>) -> String {
        let sentence = self.sentence(key);
        let message =
            sentence.as_deref().and_then(|sentence| Some((sentence, sentence.get_message(key)?.value()?)));
        let Some((sentence, pattern)) = message else { return format!("[{key}]") };
        let arguments: FluentArgs<'_> = arguments.collect();
        let mut faults = Vec::new();
        sentence.format_pattern(pattern, Some(&arguments), &mut faults).into_owned()
    }
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

fn language((code, ..): &Entry) -> Language {
    code.parse().expect("folders of templates/wording are language codes")
}

/// Returns the languages we speak, English first: those that have every file English has.
pub fn languages() -> Vec<Language> {
    let files = |wanted: Language| {
        LANGUAGES.iter().find(|entry| language(entry) == wanted).map_or(0, |(_, files, ..)| files.len())
    };
    let whole = files(Language::ENGLISH);
    written_languages().into_iter().filter(|language| files(*language) == whole).collect()
}

/// Returns the languages a report can be read in, English first.
pub fn report_languages() -> Vec<Language> {
    let has = |wanted: Language, file: &str| {
        let files =
            LANGUAGES.iter().filter(|entry| language(entry) == wanted).flat_map(|(_, files, ..)| *files);
        files.into_iter().any(|(stem, _)| *stem == file)
    };
    let mut languages = written_languages();
    languages.retain(|language| REPORT_FILES.iter().all(|file| has(*language, file)));
    languages
}

/// Returns the languages letters are written in, English first.
pub fn written_languages() -> Vec<Language> {
    let mut languages: Vec<Language> = LANGUAGES.iter().map(language).collect();
    languages.sort_by_key(|language| *language != Language::ENGLISH);
    languages
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
    let own = LANGUAGES.iter().filter(|entry| language(entry) == wanted);
    own.flat_map(|(_, files, keys, places)| {
        let places = places
            .iter()
            .filter(|(_, _, file, ..)| files.get(*file).is_some_and(|(stem, _)| is_wanted(stem)));
        places.filter_map(|(from, to, ..)| Some(keys.get(*from..*to)?.to_owned()))
    })
    .collect()
}
