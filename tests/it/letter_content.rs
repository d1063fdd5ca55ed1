//! Tests of what every letter says: each mandatory element in each language, read in the finished letter, and
//! no article that its right does not rest on.
//!
//! The elements are data: `tests/letter/<language>.tsv` has a line for each, with the kind of letter, the element
//! and what shows it in that language. Every language has the elements of English.

#![expect(clippy::panic, reason = "a letter that cannot be written fails the test, by name")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use chrono::NaiveDate;
use habeas::directory::Directory;
use habeas::law::article::{Article, Regime};
use habeas::law::authority::authorities;
use habeas::law::category::Category;
use habeas::law::competence::Reason;
use habeas::law::content::Point;
use habeas::law::right::Right;
use habeas::letter::Letter;
use habeas::letter::choice::{Choices, Correction, Ground, Refusal, Tracker, Vague};
use habeas::letter::compose::{compose, compose_later};
use habeas::letter::kind::Kind;
use habeas::letter::later::Later;
use habeas::letter::request::{DataSubject, Request};
use habeas::letter::template::{Matter, Template, is_written};
use habeas::wording::{Language, Wording, written_languages};
use rayon::prelude::*;

fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}

/// Everything a person may choose to say.
fn choices(right: Right) -> Choices {
    Choices {
        grounds: Ground::ALL.iter().copied().filter(|ground| ground.suits(right)).collect(),
        categories: vec![Category::Purchases, Category::Browsing],
        corrections: vec![
            Correction { what: "X1".to_owned(), wrong: "X2".to_owned(), right: "X3".to_owned() },
            Correction { what: "X4".to_owned(), wrong: String::new(), right: "X5".to_owned() },
        ],
        because: Some("X6 because.".to_owned()),
        decision: Some("X7".to_owned()),
        score_by: Some("Score SA".to_owned()),
        consents: vec!["X8".to_owned()],
        transfer_to: Some("Other SA".to_owned()),
        trackers: vec![Tracker {
            domain: "ads.example.org".to_owned(),
            name: "uid".to_owned(),
            value: "4f2a91".to_owned(),
        }],
        devices: vec!["X9".to_owned()],
        visits: vec!["X10".to_owned()],
        ip_addresses: vec!["192.0.2.7".to_owned()],
        sole_user: true,
        missing: if matches!(right, Right::Access | Right::Tracking) {
            Point::ALL.to_vec()
        } else {
            Vec::new()
        },
        vague: if matches!(right, Right::Access | Right::Tracking) {
            vec![Vague { point: Point::Retention, quote: Some("X14".to_owned()) }]
        } else {
            Vec::new()
        },
        missing_categories: vec![Category::Inferences],
        missing_texts: vec!["X11".to_owned()],
        refusals: Refusal::ALL.to_vec(),
        layout: None,
        registered: None,
    }
}

/// A case in which everything happened.
fn later(ground: &'static str, regime: Regime) -> Later<'static> {
    let country = match regime {
        Regime::Eu => "FR",
        Regime::Uk => "GB",
        Regime::Ch => "CH",
    };
    Later {
        sent: day("2026-09-10"),
        via: Some("email"),
        received: day("2026-09-11"),
        receipt_proven: true,
        reacted: None,
        request_enclosed: true,
        due: day("2026-10-12"),
        answered: day("2026-10-02"),
        refused: day("2026-10-03"),
        identity_asked: day("2026-09-14"),
        extended: None,
        extended_until: None,
        extended_too_far: false,
        extended_late: None,
        extended_unreasoned: None,
        announced: day("2026-09-25"),
        announced_until: day("2026-11-20"),
        announced_late: false,
        due_unextended: day("2026-10-12"),
        due_unextended_past: false,
        due_past: false,
        answered_in_part: None,
        came_late: false,
        clarification_asked: day("2026-09-15"),
        demand_late: false,
        identity_contested: day("2026-09-14").zip(day("2026-09-16")),
        fee_contested: day("2026-09-14").zip(day("2026-09-16")),
        clarification_contested: day("2026-09-15").zip(day("2026-09-16")),
        completion_asked: None,
        fee_until: day("2026-10-20"),
        reminded: day("2026-10-20"),
        followed_up: day("2026-10-21"),
        complained_to_controller: None,
        until: day("2026-12-07"),
        ground,
        authority: authorities(country, None).first().copied(),
        reason: Some(Reason::Home),
        about_trackers: false,
        cross_border: false,
        events: vec!["X12".to_owned()],
        annexes: vec!["X13".to_owned()],
    }
}

/// A company for each law.
fn companies() -> &'static Directory {
    static COMPANIES: OnceLock<Directory> = OnceLock::new();
    COMPANIES.get_or_init(|| {
        let company = |(law, name, country): (&str, &str, &str)| {
            format!(
                "- {{ id: {law}-shop, name: Example Shop, category: retail, countries: [ALL], status: usable,
    controller: {{ name: {name}, country: {country} }},
    contacts: [{{ purpose: rights, kind: email, value: dpo@example.org, source: \"https://example.org/\", checked: 2026-01-01 }}] }}
"
            )
        };
        let all = [("eu", "Example SA", "FR"), ("uk", "Example Ltd", "GB"), ("ch", "Example AG", "CH")];
        let own = habeas::directory::source::parse(&all.map(company).concat(), "own.yaml");
        Directory::new(Vec::new(), own.expect("well formed"))
    })
}

/// Writes a letter with everything in it.
pub(crate) fn letter(matter: Matter, choices: &Choices, later: &Later<'_>) -> Letter {
    let directory = companies();
    let subject = DataSubject {
        name: "Camille Exemple".to_owned(),
        emails: vec!["camille@example.org".to_owned()],
        address: vec!["1 rue de l’Essai".to_owned(), "69000 LYON".to_owned()],
        country: Some("FR".to_owned()),
        place: Some("Lyon".to_owned()),
        ..DataSubject::default()
    };
    let request = Request {
        subject: &subject,
        company: directory.by_id(&format!("{}-shop", matter.regime.id())).expect("it is there"),
        right: matter.right,
        reference: "HB-7F3K2Q",
        today: day("2026-11-23").expect("a date"),
        language: matter.language,
        address: None,
        email: None,
        choices,
    };
    assert_eq!(request.regime(), matter.regime);
    let template = Template::built_in(matter).expect("well formed");
    let written = match matter.kind {
        Kind::Request(_) => compose(&request, &template),
        _ => compose_later(&request, later, &template),
    };
    written.unwrap_or_else(|error| panic!("{matter:?}: {error}"))
}

/// A letter of each kind and language about a company of the Union, with everything in it.
pub(crate) fn one_of_each() -> Vec<(String, Letter)> {
    one_of_each_under(Regime::Eu)
}

/// A letter of each kind and language there is under a law, with everything in it.
pub(crate) fn one_of_each_under(regime: Regime) -> Vec<(String, Letter)> {
    let mut letters: BTreeMap<String, Letter> = BTreeMap::new();
    for matter in matters().into_iter().filter(|matter| matter.regime == regime) {
        let name = format!("{}-{}", matter.language, matter.kind.id());
        letters
            .entry(name)
            .or_insert_with(|| letter(matter, &choices(matter.right), &later("late", matter.regime)));
    }
    letters.into_iter().collect()
}

/// Every letter there is: its matter, for every right whose cases it belongs to.
fn matters() -> Vec<Matter> {
    let mut matters = Vec::new();
    for language in written_languages() {
        for regime in Regime::ALL.iter().copied() {
            for kind in Kind::all() {
                let rights = Right::ALL.iter().copied().filter(|right| kind.suits(*right, regime));
                matters.extend(rights.map(|right| Matter { language, kind, right, regime }));
            }
        }
    }
    matters.retain(|matter| is_written(*matter));
    matters
}

const COMPLAINTS: [&str; 6] = ["late", "late-answer", "refused", "incomplete", "goes-on", "undated"];

#[test]
fn no_letter_cites_an_article_its_right_does_not_rest_on() {
    let cited: usize = matters()
        .into_par_iter()
        .map(|matter| {
            // Only a complaint says what it complains of.
            let complains = matter.kind.id().contains("complaint");
            // Marketing that goes on is that of an objection to it.
            let suits = |ground: &&&str| {
                let is_first = **ground == COMPLAINTS[0];
                let goes_on = **ground != "goes-on" || matter.right == Right::MarketingObjection;
                is_first || (complains && goes_on)
            };
            let grounds: Vec<&str> = COMPLAINTS.iter().filter(suits).copied().collect();
            let places = matter.kind.places(matter.right, matter.regime);
            let mut allowed: BTreeSet<String> =
                places.iter().map(|place| place.parse::<Article>().expect("well formed").number).collect();
            // Articles of the Swiss ordinance, which only Swiss letters cite.
            let ordinance = ["16", "18", "19", "22"].map(str::to_owned);
            allowed.extend(ordinance.into_iter().filter(|_| matter.regime == Regime::Ch));
            // Art. 3(2): a further law that binds who serves the person's country.
            allowed.insert("3".to_owned());
            let mut cited = 0;
            for ground in grounds {
                let letter = letter(matter, &choices(matter.right), &later(ground, matter.regime));
                for number in numbers(&letter.to_text(), matter) {
                    cited += 1;
                    assert!(allowed.contains(&number), "{matter:?} cites article {number}");
                }
            }
            cited
        })
        .sum();
    assert!(cited > 1_000, "{cited} citations were read");
}

/// The numbers that follow the language's word for an article.
fn numbers(text: &str, matter: Matter) -> Vec<String> {
    let key = if matter.regime == Regime::Ch { "cite-swiss-article" } else { "cite-article" };
    let written = Wording::of(matter.language).say_with(key, &[("number", "#")]);
    let (word, _) = written.split_once('#').expect("the number stands in it");
    let number = |rest: &str| rest.chars().take_while(|c| c.is_ascii_alphanumeric()).collect::<String>();
    let after = text.split(word).skip(1).map(number);
    after.filter(|number| number.starts_with(|c: char| c.is_ascii_digit())).collect()
}

#[test]
fn every_letter_is_whole() {
    for matter in matters() {
        let text = letter(matter, &choices(matter.right), &later("late", matter.regime)).to_text();
        for mark in ["{{", "{%", "[", "\u{fdd0}", "  ", " ,", "()"] {
            assert!(!text.contains(mark), "{matter:?} has `{mark}`:\n{text}");
        }
        for needed in ["Camille Exemple", "HB-7F3K2Q", "Example"] {
            assert!(text.contains(needed), "{matter:?} lacks {needed}:\n{text}");
        }
        // German as it is written in Switzerland; brackets and provisions as everywhere else.
        let swiss_german = matter.regime == Regime::Ch && matter.language.code() == "de";
        assert!(!swiss_german || !text.contains('ß'), "{matter:?} has `ß`:\n{text}");
        assert!(matter.language.code() != "pl" || !text.contains("))"), "{matter:?} closes twice:\n{text}");
        let alone = ["(Article 12(3))", "(article 12, paragraphe 3)", "(Art. 12 Abs. 3)"];
        let names_12a = matter.regime != Regime::Uk || !alone.iter().any(|alone| text.contains(alone));
        assert!(names_12a, "{matter:?} leaves out Art. 12A:\n{text}");
        let is_identified = text.contains("dpo@example.org") || matter.kind != Kind::Complaint;
        assert!(is_identified, "{matter:?} does not say where the controller is:\n{text}");
        for threat in ["damages", "dommages", "Schadensersatz", "Schadenersatz", "indemniza", "risarcimento"]
        {
            assert!(!text.contains(threat), "{matter:?} says `{threat}`");
        }
        assert_eq!(text.trim_end(), text.trim_end_matches('\n'), "{matter:?} ends in a space");
    }
}

#[test]
fn what_was_not_chosen_is_not_said() {
    let nothing =
        Later { sent: day("2026-09-10"), until: day("2026-12-07"), ground: "undated", ..Later::default() };
    for matter in matters() {
        let right = matter.right;
        let few = Choices {
            grounds: Ground::ALL.iter().copied().filter(|ground| ground.suits(right)).take(1).collect(),
            because: (right == Right::Objection).then(|| "X6 because.".to_owned()),
            corrections: choices(right).corrections.into_iter().take(1).collect(),
            decision: Some("X7".to_owned()),
            consents: vec!["X8".to_owned()],
            devices: vec!["X9".to_owned()],
            ..Choices::default()
        };
        let authority = Later { authority: later("late", matter.regime).authority, ..nothing.clone() };
        let text = letter(matter, &few, &authority).to_text();
        for unsaid in ["C-634/21", "Score SA", "192.0.2.7", "X10", "X11", "X12", "X13", "X14", "Other SA"] {
            assert!(!text.contains(unsaid), "{matter:?} says `{unsaid}`:\n{text}");
        }
        for mark in ["()", "  ", " ,", "« »", "“”"] {
            assert!(!text.contains(mark), "{matter:?} has `{mark}`:\n{text}");
        }
    }
}

/// Kind, element and what shows it, as a language's file has them.
fn elements(language: Language) -> Vec<(String, String, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/letter/{language}.tsv"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let [kind, element, shown] = cells.as_slice() else { panic!("{language}: {line}") };
            ((*kind).to_owned(), (*element).to_owned(), (*shown).to_owned())
        })
        .collect()
}

/// What a file says in its first column: `erasure`, `uk:access` (British law), `ch:access` (Swiss law).
fn matter_of(kind: &str, language: Language) -> Matter {
    let (regime, id) = match kind.split_once(':') {
        Some(("uk", id)) => (Regime::Uk, id),
        Some(("ch", id)) => (Regime::Ch, id),
        Some((other, _)) => panic!("no law `{other}`"),
        None => (Regime::Eu, kind),
    };
    let kind = Kind::find(id).unwrap_or_else(|| panic!("no kind `{id}`"));
    let right = match kind {
        Kind::Request(right) => right,
        _ if kind.suits(Right::Access, regime) => Right::Access,
        _ => Right::Erasure,
    };
    Matter { language, kind, right, regime }
}

#[test]
fn every_letter_has_every_element_in_every_language() {
    let english: BTreeSet<(String, String)> =
        elements(Language::ENGLISH).into_iter().map(|(kind, element, _)| (kind, element)).collect();
    let kinds: BTreeSet<&str> = english.iter().map(|(kind, _)| kind.as_str()).collect();
    for kind in Kind::all().filter(|kind| *kind != Kind::ControllerComplaint) {
        assert!(kinds.contains(kind.id()), "{kind} has no elements");
    }
    let mut faults = Vec::new();
    for language in written_languages() {
        let own = elements(language);
        let pairs: BTreeSet<(String, String)> =
            own.iter().map(|(kind, element, _)| (kind.clone(), element.clone())).collect();
        for (kind, element) in english.difference(&pairs) {
            // Swiss letters exist in the languages of Switzerland and in English.
            if !kind.starts_with("ch:") || is_written(matter_of(kind, language)) {
                faults.push(format!("{language}.tsv lacks {kind}: {element}"));
            }
        }
        let mut texts: BTreeMap<String, String> = BTreeMap::new();
        for (kind, element, shown) in own {
            let text = texts.entry(kind.clone()).or_insert_with(|| {
                let matter = matter_of(&kind, language);
                letter(matter, &choices(matter.right), &later("incomplete", matter.regime)).to_text()
            });
            let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
            if !plain(text).contains(&plain(&shown)) {
                faults.push(format!("{language}: {kind}: {element}: `{shown}` is not in it"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What is said against a refusal rests on the right that was refused: rulings and guidelines on access carry a request
/// for access only, an objection on grounds of one's situation has grounds, one to direct marketing needs none.
#[test]
fn what_is_held_against_a_refusal_rests_on_the_right() {
    let kind = Kind::find("refusal").expect("there is one");
    let of_its_own = |right: Right, regime: Regime| match (regime, right) {
        (Regime::Ch, _) | (_, Right::Access | Right::Tracking) => "",
        (_, Right::Portability) => "article 20, paragraphe 1",
        (_, Right::Erasure) => "article 17, paragraphe 1",
        (_, Right::Rectification) => "article 16",
        (_, Right::Restriction) => "article 18, paragraphe 1",
        (_, Right::Objection) => "article 21, paragraphe 1",
        (_, Right::MarketingObjection) => "article 21, paragraphe 2",
        (_, Right::WithdrawConsent) => "article 7, paragraphe 3",
        (Regime::Uk, Right::AutomatedDecision) => "article 22C",
        (Regime::Eu, Right::AutomatedDecision) => "article 22, paragraphe 3",
    };
    let mut read = 0;
    for matter in matters().into_iter().filter(|matter| matter.kind == kind) {
        let text = letter(matter, &choices(matter.right), &later("refused", matter.regime)).to_text();
        let plain = text.replace(['\u{a0}', '\u{202f}'], " ");
        read += 1;
        if matter.language.code() == "fr" {
            let place = of_its_own(matter.right, matter.regime);
            assert!(plain.contains(place), "{matter:?}: no {place}\n{plain}");
        }
        if matches!(matter.right, Right::Access | Right::Tracking) {
            continue;
        }
        for of_access in ["C-307/22", "C-526/24", "01/2022"] {
            assert!(!plain.contains(of_access), "{matter:?}: {of_access}\n{plain}");
        }
        for purpose in [
            "comment mes données",
            "how my data",
            "wie meine Daten",
            "cómo se tratan",
            "come sono trattati",
            "hoe mijn gegevens",
            "jak przetwarzane",
            "como são tratados",
        ] {
            assert!(!plain.contains(purpose), "{matter:?}: {purpose}\n{plain}");
        }
        if matter.regime == Regime::Ch && matter.right != Right::Portability {
            for fee in ["art. 19 OPDo", "Art. 19 DSV", "art. 19 OPDa", "Art. 19 DPO"] {
                assert!(!plain.contains(fee), "{matter:?}: {fee}\n{plain}");
            }
        }
    }
    assert!(read >= 100, "{read} letters");
}

#[test]
fn a_british_letter_on_an_automated_decision_names_the_article_on_human_intervention() {
    for matter in matters().into_iter().filter(|matter| matter.regime == Regime::Uk) {
        if matter.kind == Kind::Request(Right::AutomatedDecision) {
            let written = letter(matter, &choices(matter.right), &later("late", matter.regime));
            assert!(written.to_text().replace('\u{a0}', " ").contains("22C"), "{matter:?}");
        }
    }
}

#[test]
fn british_letters_cite_no_ruling_and_name_their_own_law() {
    for matter in matters().into_iter().filter(|matter| matter.regime != Regime::Eu) {
        let text = letter(matter, &choices(matter.right), &later("late", matter.regime)).to_text();
        assert!(!text.contains("C-154/21") && !text.contains("C-203/22"), "{matter:?}");
        assert!(!text.contains("01/2022"), "{matter:?}: guidelines that bind elsewhere");
        match matter.regime {
            Regime::Uk => assert!(text.contains("UK GDPR"), "{matter:?}:\n{text}"),
            Regime::Ch => {
                // Beside its own law the letter may say that the Regulation binds who serves the Union.
                let also = Wording::of(matter.language).say("letter-also-applies-eu");
                let own = text.replace(&also, "");
                assert!(!own.contains("GDPR") && !own.contains("RGPD"), "{matter:?}:\n{text}");
            }
            Regime::Eu => {}
        }
    }
}
