//! Tests of the room `letter` at its boundary.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use habeas::directory::Directory;
use habeas::directory::company::Identifier;
use habeas::directory::source::built_in;
use habeas::law::article::Regime;
use habeas::law::right::Right;
use habeas::letter::choice::Choices;
use habeas::letter::compose::compose;
use habeas::letter::kind::Kind;
use habeas::letter::request::{DataSubject, Request};
use habeas::letter::template::{Matter, Source, Template, letters};
use habeas::letter::{Error, Letter};
use habeas::wording::{Language, written_languages};
use proptest::prelude::{any, proptest};

fn subject() -> DataSubject {
    DataSubject {
        name: "Camille Exemple".to_owned(),
        emails: vec!["camille@example.org".to_owned()],
        address: vec!["1 rue de l’Essai".to_owned(), "69000 Lyon".to_owned()],
        country: Some("FR".to_owned()),
        place: Some("Lyon".to_owned()),
        ..DataSubject::default()
    }
}

fn write_to(company: &str, subject: &DataSubject, language: Language) -> Result<Letter, Error> {
    let directory = Directory::new(built_in().expect("readable"), Vec::new());
    let request = Request {
        subject,
        company: directory.find(company).expect("in the directory"),
        right: Right::Access,
        reference: "HB-7F3K2Q",
        today: NaiveDate::from_ymd_opt(2026, 3, 1).expect("a date"),
        language,
        address: None,
        email: None,
        choices: &Choices::default(),
    };
    compose(&request, &Template::built_in(request.matter())?)
}

/// The letters to the founding shops in every language that has letters, for other tests.
pub(crate) fn to_founding_shops() -> Vec<(String, Letter)> {
    let shops = ["ebay", "amazon", "cdiscount", "sarenza", "spartoo"];
    let letter = |(shop, language): (&str, Language)| {
        (format!("{shop}-{language}"), write_to(shop, &subject(), language).expect("a letter"))
    };
    let languages = [Language::FRENCH, Language::ENGLISH];
    shops.into_iter().flat_map(|shop| languages.map(|language| (shop, language))).map(letter).collect()
}

fn text(company: &str, language: Language) -> String {
    write_to(company, &subject(), language).expect("a letter").to_text()
}

/// Points of legal content an access letter must have, each with what shows it in French and in English.
const OWED: &[(&str, &str, &str)] = &[
    ("15(1) confirmation", "confirmer si des données me concernant", "confirm whether or not data"),
    ("15(1)(a)", "les finalités du traitement", "the purposes of the processing"),
    ("15(1)(b)", "les catégories de données", "the categories of data"),
    ("15(1)(c) by name", "l’identité de chacun des destinataires", "the identity of every recipient"),
    ("C-154/21", "C-154/21", "C-154/21"),
    ("affiliates", "sociétés de votre groupe", "companies of your group"),
    ("15(1)(d)", "la durée de conservation", "the period for which"),
    ("15(1)(e)", "la rectification, l’effacement", "rectification, erasure"),
    ("15(1)(f)", "une réclamation auprès", "a complaint with a supervisory authority"),
    ("15(1)(g)", "quant à leur source", "as to their source"),
    ("15(1)(h)", "prise de décision automatisée", "automated decision-making"),
    (
        "segments and scores",
        "les segments, les notes et les prédictions",
        "the segments, scores and predictions",
    ),
    ("C-203/22", "C-203/22", "C-203/22"),
    ("15(2)", "(article\u{a0}46)", "(Article 46)"),
    ("15(3)", "une copie de toutes les données", "a copy of all data"),
    ("identifiers", "identifiants publicitaires", "advertising identifiers"),
    ("logs", "C-579/21", "C-579/21"),
    ("what it does not hold", "si vous ne détenez aucune donnée", "if you hold no data"),
    ("free of charge", "C-307/22", "C-307/22"),
    ("12(6)", "doutes raisonnables", "reasonable doubts"),
    ("12(3)", "un délai d’un mois", "within one month"),
    ("12(4)", "les motifs dans le même délai", "the reasons within the same period"),
    ("reference", "HB-7F3K2Q", "HB-7F3K2Q"),
    ("where to answer", "camille@example.org", "camille@example.org"),
];

#[test]
fn an_access_letter_asks_for_everything_the_law_gives() {
    let (french, english) = (text("cdiscount", Language::FRENCH), text("cdiscount", Language::ENGLISH));
    for (point, in_french, in_english) in OWED {
        assert!(french.contains(in_french), "{point} in French");
        assert!(english.contains(in_english), "{point} in English");
    }
    for threat in ["dommages", "damages", "pièce d’identité ci-jointe"] {
        assert!(!french.contains(threat) && !english.contains(threat), "{threat}");
    }
}

#[test]
fn the_letter_names_controller_sender_and_date() {
    let letter = write_to("cdiscount", &subject(), Language::FRENCH).expect("a letter");
    assert_eq!(letter.recipient.first().map(String::as_str), Some("Cdiscount SA"));
    assert_eq!(letter.place_and_date, "Lyon, le 1er mars 2026");
    assert!(letter.subject_line().starts_with("Objet\u{a0}: Demande d’accès"), "{}", letter.subject_line());
    assert!(letter.sender.contains(&"69000 Lyon".to_owned()));
}

#[test]
fn a_controller_whose_name_says_the_company_is_not_named_twice() {
    let letter = write_to("cdiscount", &subject(), Language::FRENCH).expect("a letter");
    assert!(!letter.recipient.contains(&"Cdiscount".to_owned()), "{:?}", letter.recipient);
    assert!(letter.to_text().contains("Cdiscount SA en qualité de responsable du traitement."));
    assert!(text("amazon", Language::FRENCH).contains("responsable du traitement, pour Amazon France."));
}

#[test]
fn a_controller_that_is_not_known_is_not_named() {
    let letter = text("sarenza", Language::FRENCH);
    assert!(letter.contains("Ma demande s’adresse au responsable du traitement pour Sarenza."), "{letter}");
}

#[test]
fn a_controller_elsewhere_answers_under_the_persons_law() {
    let own = "- { id: far-shop, name: Far Shop, category: retail, countries: [ALL], status: incomplete,\n    controller: { name: Far Inc, country: US } }\n";
    let companies = habeas::directory::source::parse(own, "own.yaml").expect("well formed");
    let directory = Directory::new(Vec::new(), companies);
    let write = |home: &str| {
        let subject = DataSubject { country: Some(home.to_owned()), ..subject() };
        let company = directory.by_id("far-shop").expect("there");
        let request = Request {
            subject: &subject,
            company,
            right: Right::Access,
            reference: "HB-7F3K2Q",
            today: NaiveDate::from_ymd_opt(2026, 3, 1).expect("a date"),
            language: Language::ENGLISH,
            address: None,
            email: None,
            choices: &Choices::default(),
        };
        compose(&request, &Template::built_in(request.matter())?).map(|letter| letter.to_text())
    };
    assert!(write("FR").expect("a letter").contains("Article 15 of the GDPR"));
    let british = write("GB").expect("a letter");
    assert!(
        british.contains("Article 15 of the UK GDPR") && british.contains("Data Protection Act 2018"),
        "{british}"
    );
    assert!(!british.contains("C-154/21"), "rulings after 2020 do not bind there");
    let swiss = write("CH").expect("a letter");
    assert!(swiss.contains("Art. 25(1) FADP") && !swiss.contains("GDPR"), "{swiss}");
}

#[test]
fn a_controller_abroad_has_its_country_in_the_letters_language() {
    let letter = write_to("amazon", &subject(), Language::FRENCH).expect("a letter");
    assert_eq!(letter.recipient.last().map(String::as_str), Some("LUXEMBOURG"));
    assert_eq!(letter.sender.get(3).map(String::as_str), Some("FRANCE"));
}

#[test]
fn a_company_without_address_gets_a_blank_that_is_marked() {
    let letter = write_to("sarenza", &subject(), Language::FRENCH).expect("a letter");
    assert!(letter.recipient.contains(&"[ADRESSE À COMPLÉTER]".to_owned()), "{:?}", letter.recipient);
}

#[test]
fn only_the_identifiers_this_company_needs_are_in_the_letter() {
    let known = BTreeMap::from([(Identifier::CustomerNumber, "C-0042".to_owned())]);
    let subject = DataSubject {
        telephone: Some("+33 1 99 00 00 00".to_owned()),
        known_as: BTreeMap::from([("spartoo".to_owned(), known)]),
        ..subject()
    };
    let to = |company| write_to(company, &subject, Language::FRENCH).expect("a letter").to_text();
    assert!(to("spartoo").contains("Numéro de client\u{a0}: C-0042"));
    assert!(!to("cdiscount").contains("C-0042"));
    assert!(!to("spartoo").contains("+33 1 99"));
}

#[test]
fn nothing_in_a_profile_is_evaluated_or_adds_a_line() {
    let named = |name: &str| {
        write_to("cdiscount", &DataSubject { name: name.to_owned(), ..subject() }, Language::FRENCH)
    };
    let letter = named("{{ 7*7 }} {% include 'x' %}").expect("text like any other");
    assert!(letter.to_text().contains("Nom\u{a0}: {{ 7*7 }} {% include 'x' %}"));
    for hostile in ["A\r\nBcc: x@example.org", "A\nB", "A\u{202e}B", "A\u{0}B"] {
        assert!(matches!(named(hostile), Err(Error::ControlCharacter { .. })), "{hostile:?}");
    }
    assert!(matches!(named(&"x".repeat(10_000)), Err(Error::TooLong { .. })));
    assert!(matches!(named(" "), Err(Error::Missing { field: "name" })));
}

/// Parses a text as the user's own access letter.
fn own(text: &str) -> Result<Template, Error> {
    let matter = Matter::request(Right::Access, Language::ENGLISH, Regime::Eu);
    Template::parse(Source { text, file: "own.txt" }, matter, None)
}

/// Fills a text as the user's own access letter.
fn filled(text: &str) -> Result<Letter, Error> {
    let directory = Directory::new(built_in().expect("readable"), Vec::new());
    let request = Request {
        subject: &subject(),
        company: directory.find("cdiscount").expect("in the directory"),
        right: Right::Access,
        reference: "HB-7F3K2Q",
        today: NaiveDate::from_ymd_opt(2026, 3, 1).expect("a date"),
        language: Language::ENGLISH,
        address: None,
        email: None,
        choices: &Choices::default(),
    };
    compose(&request, &own(text)?)
}

#[test]
fn an_unknown_placeholder_is_refused_with_its_line_and_the_names_there_are() {
    let said = |text: &str| own(text).expect_err("no such placeholder").to_string();
    let error = said("---\nsubject: S\narticles: []\n---\nDear,\n\n{{ nam }}\n");
    assert!(error.starts_with("own.txt:7: unknown placeholder `nam`; there are "), "{error}");
    assert!(
        error.contains("case.sent") && error.contains("chosen.because") && error.contains("name"),
        "{error}"
    );
    let error = said("---\nsubject: S\narticles: []\n---\n{% if case.sentt %}{% endif %}\n");
    assert!(error.starts_with("own.txt:5: unknown placeholder `case.sentt`"), "{error}");
    assert!(said("---\nsubject: S\narticles: []\n---\n{% if name %}\n").starts_with("own.txt:"));
    assert!(said("no front matter").contains("front matter"));
    let windows = "---\r\nsubject: S\r\narticles: []\r\n---\r\nDear {{ name }},\r\n";
    assert!(own(windows).is_ok(), "line ends of another system");
}

#[test]
fn a_letter_cites_only_what_its_right_rests_on() {
    let said = |line: &str| {
        let text = format!("---\nsubject: S\narticles: []\n---\n{line}\n");
        filled(&text).map(|letter| letter.to_text()).map_err(|error| error.to_string())
    };
    assert!(said(r#"{{ art("15(1)(c)") }}"#).expect("access").contains("Article 15(1)(c)"));
    let refused = said(r#"{{ art("17") }}"#).expect_err("an access letter");
    assert_eq!(refused, "own.txt:5: a letter of the kind access cannot cite article 17");
    assert!(said(r#"{{ art("fifteen") }}"#).expect_err("no number").contains("an article is written as"));
    assert!(said(r#"{{ ruling("C-1/99") }}"#).expect_err("no ruling").contains("no ruling `C-1/99`"));
    let listed = own("---\nsubject: S\narticles: ['17']\n---\nDear,\n").expect_err("listed").to_string();
    assert_eq!(listed, "own.txt:3: a letter of the kind access cannot cite article 17");
    let missing = said(r#"{% include "greting" %}"#).expect_err("a typing error");
    assert!(
        missing.starts_with("own.txt:5: there is no such phrase; there are ") && missing.contains("greeting"),
        "{missing}"
    );
}

#[test]
fn what_a_value_says_makes_no_heading_and_no_point() {
    for name in ["## Heading", "- point", "a) point", "~~~", "=== greeting", "(b) x"] {
        let text = "---\nsubject: S\narticles: []\n---\n{{ name }}\n\nEnd\n";
        let own = own(text).expect("well formed");
        let subject = DataSubject { name: name.to_owned(), ..subject() };
        let directory = Directory::new(built_in().expect("readable"), Vec::new());
        let request = Request {
            subject: &subject,
            company: directory.find("cdiscount").expect("in the directory"),
            right: Right::Access,
            reference: "HB-7F3K2Q",
            today: NaiveDate::from_ymd_opt(2026, 3, 1).expect("a date"),
            language: Language::ENGLISH,
            address: None,
            email: None,
            choices: &Choices::default(),
        };
        let letter = compose(&request, &own).expect("a letter");
        assert_eq!(letter.body[0], habeas::letter::Block::Paragraph(name.to_owned()));
        assert_eq!(letter.body.len(), 2, "{name}");
    }
}

#[test]
fn every_letter_is_well_formed_and_named_after_a_kind() {
    for (language, stem) in letters() {
        let (id, regime) = stem.strip_suffix(".ch").map_or((stem, Regime::Eu), |id| (id, Regime::Ch));
        let kind = Kind::find(id).unwrap_or_else(|| panic!("{language}/{stem}: no kind of letter"));
        let language: Language = language.parse().expect("a language");
        for right in Right::ALL.iter().filter(|right| kind.suits(**right, regime)) {
            Template::built_in(Matter { language, kind, right: *right, regime }).expect("well formed");
        }
    }
    for kind in Kind::all().filter(|kind| kind.is_written_under(Regime::Ch)) {
        let stem = format!("{kind}.ch");
        assert!(letters().any(|letter| letter == ("en", stem.as_str())), "no {stem}");
    }
    for language in written_languages() {
        for kind in Kind::all() {
            let stem = kind.id();
            assert!(letters().any(|letter| letter == (language.code(), stem)), "{language}: no {stem}");
        }
    }
}

proptest! {
    #[test]
    fn any_name_is_written_or_refused(name in any::<String>()) {
        if let Ok(letter) = write_to("cdiscount", &DataSubject { name: name.clone(), ..subject() }, Language::FRENCH) {
            assert_eq!(letter.signature, [name]);
            assert_eq!(letter.subject.lines().count(), 1);
        }
    }
}
