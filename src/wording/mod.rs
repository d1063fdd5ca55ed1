//! Wording: what a term or a sentence is called in each language we speak.
//!
//! In: `templates/wording/<language>/*.ftl` (Project Fluent, compiled in), a key, and named arguments. Out:
//! text. The languages that exist are those with a folder there; adding one is adding files. A language that
//! has every file is spoken; one that has those of [`LETTER_FILES`] is written: letters exist in it, while
//! the program itself speaks another; with those of [`REPORT_FILES`] a report can be read in it, too.
//!
//! Every spoken language has every key, in one of its files, and the others every key of the files they need (a test
//! checks it). A sentence may refer to others of its own file only. What a language lacks is said in English. A key that
//! is missing there too shows as itself in brackets, so that a mistake is visible and no fact disappears.
//!
//! Not here: letters (`templates/letters`), and any decision: callers choose the key.

mod language;

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

pub use self::language::{Language, NotALanguage};
use crate::finding::Finding;

/// Language, file stem, text and sorted keys of a wording file.
type File = (&'static str, &'static str, &'static str, &'static [&'static str]);

/// Every wording file.
const FILES: &[File] = include!(concat!(env!("OUT_DIR"), "/wording.rs"));

/// The files a language needs to be written in letters.
pub const LETTER_FILES: [&str; 4] = ["calendar", "chronology", "country", "letter"];

/// The files a language needs, beside those of letters, for a report to be read in it.
pub const REPORT_FILES: [&str; 5] = ["category", "content", "finding", "kind", "report"];

/// The sentences of one language.
pub struct Wording {
    language: Language,
    sheets: Vec<Sheet>,
}

/// One file of a language. It is parsed when its first sentence is said: most commands say few.
struct Sheet {
    file: &'static File,
    bundle: OnceLock<FluentBundle<FluentResource>>,
}

impl Wording {
    /// Returns the wording of a language, or of English where there is none.
    pub fn of(language: Language) -> &'static Self {
        static KNOWN: OnceLock<Vec<Wording>> = OnceLock::new();
        let known = KNOWN.get_or_init(|| written_languages().into_iter().map(Wording::load).collect());
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
        self.sheet(key).is_some()
    }

    /// Tells whether this very language has the key.
    pub fn has_itself(&self, key: &str) -> bool {
        self.own_sheet(key).is_some()
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

    fn load(language: Language) -> Self {
        let own = FILES.iter().filter(|(code, ..)| *code == language.code());
        Self { language, sheets: own.map(|file| Sheet { file, bundle: OnceLock::new() }).collect() }
    }

    /// The sheet a key stands in, with the language it is in.
    fn sheet(&self, key: &str) -> Option<(&Sheet, Language)> {
        let own = self.own_sheet(key).map(|sheet| (sheet, self.language));
        own.or_else(|| Some((Self::of(Language::ENGLISH).own_sheet(key)?, Language::ENGLISH)))
    }

    fn own_sheet(&self, key: &str) -> Option<&Sheet> {
        self.sheets.iter().find(|Sheet { file: (.., keys), .. }| keys.binary_search(&key).is_ok())
    }

    fn format<'a>(&self, key: &str, arguments: impl Iterator<Item = (&'a str, FluentValue<'a>)>) -> String {
        let bundle = self.sheet(key).map(|(sheet, language)| sheet.bundle(language));
        let message = bundle.and_then(|bundle| Some((bundle, bundle.get_message(key)?.value()?)));
        let Some((bundle, pattern)) = message else { return format!("[{key}]") };
        let arguments: FluentArgs<'_> = arguments.collect();
        let mut faults = Vec::new();
        bundle.format_pattern(pattern, Some(&arguments), &mut faults).into_owned()
    }
}

impl Sheet {
    fn bundle(&self, language: Language) -> &FluentBundle<FluentResource> {
        self.bundle.get_or_init(|| {
            let identifier = language.code().parse().expect("two letters are a language identifier");
            let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
            // Isolation marks would show in terminals and in extracted PDF text; none of our languages needs
            // them.
            bundle.set_use_isolating(false);
            let (_, _, text, _) = self.file;
            let resource = FluentResource::try_new((*text).to_owned()).expect("a test parses every file");
            bundle.add_resource(resource).expect("a test refuses keys given twice");
            bundle
        })
    }
}

/// Returns the languages we speak, English first: those that have every file English has.
pub fn languages() -> Vec<Language> {
    let files = |language: Language| FILES.iter().filter(move |(code, ..)| *code == language.code()).count();
    let whole = files(Language::ENGLISH);
    written_languages().into_iter().filter(|language| files(*language) == whole).collect()
}

/// Returns the languages a report can be read in, English first.
pub fn report_languages() -> Vec<Language> {
    let has = |language: Language, wanted: &str| {
        FILES.iter().any(|(code, file, ..)| *code == language.code() && *file == wanted)
    };
    let mut languages = written_languages();
    languages.retain(|language| REPORT_FILES.iter().all(|file| has(*language, file)));
    languages
}

/// Returns the languages letters are written in, English first.
pub fn written_languages() -> Vec<Language> {
    let mut languages: Vec<Language> = Vec::new();
    for (code, ..) in FILES {
        let language: Language = code.parse().expect("folders of templates/wording are language codes");
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    languages.sort_by_key(|language| *language != Language::ENGLISH);
    languages
}

/// Returns the keys of some files of a language, for the test that looks for holes.
pub fn keys_of(language: Language, files: &[&str]) -> Vec<String> {
    let own = FILES.iter().filter(|(code, file, ..)| *code == language.code() && files.contains(file));
    own.flat_map(|(.., keys)| keys.iter().map(|key| (*key).to_owned())).collect()
}

/// Returns every key of a language's files, for the test that looks for holes.
pub fn keys(language: Language) -> Vec<String> {
    let own = FILES.iter().filter(|(code, ..)| *code == language.code());
    own.flat_map(|(.., keys)| keys.iter().map(|key| (*key).to_owned())).collect()
}
