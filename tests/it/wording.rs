//! Tests of the room `wording` at its boundary.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_bundle::FluentResource;
use habeas::finding::Code;
use habeas::wording::{
    LETTER_FILES, Language, REPORT_FILES, Wording, keys, keys_of, languages, report_languages,
    written_languages,
};

#[test]
fn every_language_has_every_key() {
    let english: BTreeSet<String> = keys(Language::ENGLISH).into_iter().collect();
    for language in languages() {
        let own: BTreeSet<String> = keys(language).into_iter().collect();
        let missing: Vec<_> = english.difference(&own).collect();
        let extra: Vec<_> = own.difference(&english).collect();
        assert!(missing.is_empty() && extra.is_empty(), "{language}: missing {missing:?}, extra {extra:?}");
    }
}

#[test]
fn every_written_language_has_every_key_of_letters() {
    for language in written_languages() {
        has_all_keys(language, &LETTER_FILES);
    }
    assert!(languages().contains(&Language::FRENCH), "French is spoken");
}

#[test]
fn every_language_of_letters_has_every_key_of_reports() {
    for language in written_languages() {
        has_all_keys(language, &REPORT_FILES);
    }
    assert_eq!(written_languages(), report_languages(), "a language that lacks a file of reports");
}

fn has_all_keys(language: Language, files: &[&str]) {
    let english: BTreeSet<String> = keys_of(Language::ENGLISH, files).into_iter().collect();
    let own: BTreeSet<String> = keys_of(language, files).into_iter().collect();
    let missing: Vec<_> = english.difference(&own).collect();
    let extra: Vec<_> = own.difference(&english).collect();
    assert!(missing.is_empty() && extra.is_empty(), "{language}: missing {missing:?}, extra {extra:?}");
    assert!(english.len() > files.len(), "{files:?} are there");
}

/// What stands in braces must stand there in every language, or a figure would be missing from a sentence.
#[test]
fn a_sentence_has_the_same_arguments_in_every_language() {
    for language in written_languages() {
        for key in keys(language) {
            let named: BTreeMap<&str, String> =
                ARGUMENTS.iter().map(|name| (*name, format!("‹{name}›"))).collect();
            let said: Vec<(&str, &str)> = named.iter().map(|(name, text)| (*name, text.as_str())).collect();
            for count in [1, 2, 5, 21] {
                let of = |language: Language| Wording::of(language).say_count_with(&key, count, &said);
                let (own, english) = (of(language), of(Language::ENGLISH));
                for text in named.values().filter(|text| english.contains(*text)) {
                    assert!(own.contains(text), "{language} {key} lacks {text}: {own}");
                }
            }
        }
    }
}

/// The arguments of sentences that a report says of figures and names.
const ARGUMENTS: [&str; 22] = [
    "all",
    "amount",
    "article",
    "categories",
    "category",
    "company",
    "confidence",
    "controller",
    "date",
    "examples",
    "file",
    "files",
    "fingerprint",
    "first",
    "named",
    "peak",
    "records",
    "shown",
    "since",
    "unread",
    "until",
    "when",
];

#[test]
fn every_file_is_readable_and_no_key_is_given_twice() {
    for language in written_languages() {
        let keys = keys(language);
        let different: BTreeSet<&String> = keys.iter().collect();
        assert_eq!(different.len(), keys.len(), "{language}: a key stands in two files");
        for key in &keys {
            let said = Wording::of(language).say_count(key, 2);
            assert_ne!(said, format!("[{key}]"), "{language}");
            // Each is parsed alone: what refers to another one would show its name in braces.
            let refers = said.split('{').skip(1).any(|rest| rest.starts_with(|first: char| first != '$'));
            assert!(!refers, "{language}, {key}: {said}");
        }
    }
}

#[test]
fn no_line_of_a_file_is_left_out() {
    for language in written_languages() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/wording").join(language.code());
        let mut sentences = 0;
        for file in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path())
        {
            let text = std::fs::read_to_string(&file).expect("a text");
            let whole = FluentResource::try_new(text).map_err(|(_, faults)| faults);
            let whole = whole.unwrap_or_else(|faults| panic!("{}: {faults:?}", file.display()));
            sentences += whole.entries().filter(|entry| format!("{entry:?}").starts_with("Message")).count();
        }
        assert_eq!(sentences, keys(language).len(), "{language}");
    }
}

#[test]
fn every_finding_has_a_sentence() {
    for language in languages() {
        for code in Code::ALL {
            let key = format!("finding-{}", code.id());
            assert!(Wording::of(language).has(&key), "{language}: {key}");
        }
    }
}

#[test]
fn numbers_and_dates_are_written_as_readers_expect() {
    let date = chrono::NaiveDate::from_ymd_opt(2026, 3, 1).expect("a date");
    assert_eq!(Language::FRENCH.date(date), "1er mars 2026");
    assert_eq!(Language::ENGLISH.date(date), "1 March 2026");
    assert_eq!(Wording::of(Language::FRENCH).number(1_234_567), "1\u{202f}234\u{202f}567");
    assert_eq!(Language::ENGLISH.decimal("-1234.50".parse().expect("a number")), "-1,234.50");
}
