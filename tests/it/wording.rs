//! Tests of the room `wording` at its boundary.

use std::collections::BTreeSet;

use habeas::finding::Code;
use habeas::wording::{Language, Wording, keys, languages, letter_keys, written_languages};

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
    let english: BTreeSet<String> = letter_keys(Language::ENGLISH).into_iter().collect();
    for language in written_languages() {
        let own: BTreeSet<String> = letter_keys(language).into_iter().collect();
        let missing: Vec<_> = english.difference(&own).collect();
        let extra: Vec<_> = own.difference(&english).collect();
        assert!(missing.is_empty() && extra.is_empty(), "{language}: missing {missing:?}, extra {extra:?}");
    }
    assert!(languages().contains(&Language::FRENCH), "French is spoken");
}

#[test]
fn every_file_is_readable_and_no_key_is_given_twice() {
    for language in written_languages() {
        let keys = keys(language);
        let different: BTreeSet<&String> = keys.iter().collect();
        assert_eq!(different.len(), keys.len(), "{language}: a key stands in two files");
        for key in &keys {
            let said = Wording::of(language).say_count(key, 2);
            assert_ne!(said, format!("[{key}]"), "{language}");
        }
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
