//! Faults of a directory file: each is found in its line, and a file made to overwhelm is refused.

use std::fmt::Write as _;

use chrono::NaiveDate;
use habeas::directory::check::check;
use habeas::directory::source::{Unread, parse, parse_in_part};
use habeas::finding::{Finding, Position};
use habeas::wording::{Language, Wording};

/// Records of the large file.
const RECORDS: usize = 10_000;

/// Every so many records one has a fault.
const PLANTED_EVERY: usize = 97;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a date")
}

/// A sound record of eight lines.
fn record(number: usize) -> [String; 8] {
    [
        format!("- id: shop-{number}"),
        format!("  name: Shop {number}"),
        "  category: retail".to_owned(),
        "  countries: [FR]".to_owned(),
        format!("  controller: {{ name: Shop {number} SAS, country: FR, siren: \"732829320\" }}"),
        "  contacts:".to_owned(),
        format!(
            "    - {{ purpose: rights, kind: email, value: dpo@shop-{number}.example, \
             source: \"https://shop-{number}.example/privacy\", checked: 2026-01-01 }}"
        ),
        "  status: usable".to_owned(),
    ]
}

/// A way to spoil a record: the line it stands in, what it replaces by what, and how it is called.
const FAULTS: [(usize, &str, &str, usize, &str); 12] = [
    (6, "dpo@shop", "dpo shop", 6, "bad-email"),
    (1, "Shop", "\"\u{202e}Shop", 0, "control-character"),
    (6, "dpo@shop", "\"dpo\u{202e}@shop", 6, "bad-email"),
    (6, "dpo@shop", "dpo@sh\u{43e}p", 6, "mixed-script"),
    (6, "source: \"https://", "source: \"ftp://", 6, "bad-source"),
    (6, "2026-01-01", "2027-01-01", 6, "future-date"),
    (6, "2026-01-01", "2021-01-01", 0, "record-stale"),
    (6, "purpose: rights", "purpose: questions", 0, "status-contradicts"),
    (6, "kind: email,", "kind: email, openpgp: 0F1E2D3C,", 6, "bad-fingerprint"),
    (4, "732829320", "732829321", 4, "bad-siren"),
    (4, "country: FR", "country: XX", 4, "bad-code"),
    (3, "[FR]", "[ZZ]", 3, "bad-code"),
];

#[test]
fn every_fault_among_ten_thousand_records_is_found_in_its_line() {
    let mut text = String::new();
    let mut planted: Vec<(u64, &str)> = Vec::new();
    for number in 0..RECORDS {
        let mut lines = record(number);
        let first = number * lines.len() + 1;
        if number % PLANTED_EVERY == 5 {
            let (line, old, new, reported, code) = FAULTS[number / PLANTED_EVERY % FAULTS.len()];
            let spoilt = lines[line].replacen(old, new, 1);
            assert_ne!(spoilt, lines[line]);
            // A character that reorders text stands in a quoted one.
            let quoted = if line == 1 {
                format!("{spoilt}\"")
            } else {
                spoilt.replacen(".example, ", ".example\", ", 1)
            };
            lines[line] = if new.starts_with('"') { quoted } else { spoilt };
            planted.push(((first + reported) as u64, code));
        }
        writeln!(text, "{}", lines.join("\n")).expect("writing to a string cannot fail");
    }
    let (companies, unread) = parse_in_part(&text, "own.yaml");
    let refused = unread.iter().filter(|unread| line(&unread.finding) > 0).count();
    assert_eq!(companies.len() + refused, RECORDS, "a record has one fault at most");
    let checked = check(&companies, &[], "own.yaml", today());
    let findings = unread.iter().map(|unread| &unread.finding).chain(checked.iter().map(|(_, it)| it));
    let mut found: Vec<(u64, &str)> = findings.map(|finding| (line(finding), finding.code.id())).collect();
    found.sort_unstable();
    planted.sort_unstable();
    assert!(planted.len() > 100);
    assert_eq!(found, planted);
}

fn line(finding: &Finding) -> u64 {
    place(finding).0
}

fn place(finding: &Finding) -> (u64, u64) {
    match finding.place.position {
        Some(Position::Line(line, column)) => (line, column),
        _ => (0, 0),
    }
}

fn sound() -> String {
    record(1).join("\n") + "\n"
}

#[test]
fn a_fault_of_form_is_shown_in_its_line() {
    for (what, text, line) in [
        ("an unknown key", sound().replace("  status:", "  statut: usable\n  status:"), 8),
        ("a key given twice", sound().replace("  status:", "  name: Again\n  status:"), 8),
        ("a value that is no choice", sound().replace("usable", "perhaps"), 8),
        ("a date that is none", sound().replace("2026-01-01", "2026-13-01"), 7),
        ("a quote that never ends", sound().replace("siren: \"732829320\"", "siren: \"732829320"), 5),
        ("a tab as indentation", sound().replace("  category:", "\tcategory:"), 3),
    ] {
        let fault = parse(&text, "own.yaml").expect_err(what);
        let later = u64::from(what.contains("never ends")) * 4;
        assert!((line..=line + later).contains(&fault.line), "{what}: {fault}");
        assert!(fault.shown.contains("own.yaml"), "{what}: {}", fault.shown);
    }
}

#[test]
fn a_byte_order_mark_and_the_line_ends_of_windows_change_nothing() {
    let marked = format!("\u{feff}{}", sound());
    let windows = sound().replace('\n', "\r\n");
    for text in [marked, windows] {
        let companies = parse(&text, "own.yaml").expect("well formed");
        let found = check(&companies, &[], "own.yaml", today());
        assert!(found.is_empty(), "{found:?}");
        let fault = parse(&text.replace("dpo@", "dpo "), "own.yaml").expect_err("no address");
        assert_eq!(fault.line, 7);
    }
}

#[test]
fn a_file_made_to_overwhelm_is_refused() {
    let mut aliases = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..12 {
        let above = vec![format!("*a{}", level - 1); 10].join(", ");
        writeln!(aliases, "a{level}: &a{level} [{above}]").expect("writing to a string cannot fail");
    }
    let nested = format!("- id: {}{}\n", "[".repeat(200_000), "]".repeat(200_000));
    let indented: String = (0..5_000).map(|depth| format!("{}- a:\n", " ".repeat(depth * 2))).collect();
    let many = "- a\n".repeat(2_000_000);
    let anchor = "- &a { b: *a }\n".to_owned();
    for (what, text) in [
        ("aliases", aliases),
        ("brackets", nested),
        ("indents", indented),
        ("nodes", many),
        ("a circle", anchor),
    ] {
        let fault = parse(&text, "own.yaml").expect_err(what);
        assert!(fault.shown.len() < 10_000, "{what}: {} bytes are shown", fault.shown.len());
        assert!(!fault.message.is_empty(), "{what}");
    }
}

#[test]
fn a_long_line_is_shown_in_part() {
    let text = sound().replace("usable", &"x".repeat(1_000_000));
    let fault = parse(&text, "own.yaml").expect_err("no such status");
    assert_eq!(fault.line, 8);
    assert!(
        fault.shown.len() < 10_000 && fault.message.len() < 4_000,
        "{} {}",
        fault.shown.len(),
        fault.message.len()
    );
}

/// A record with every field there is, each in a line of its own.
const WHOLE: &str = "\
- id: whole-shop
  name: Whole Shop
  brands: [whole.example]
  formerly: [old-shop]
  category: retail
  countries: [FR, ALL]
  languages: [fr]
  packs: [fr-shops]
  controller:
    name: Whole SAS
    country: FR
    region: 6AE
    siren: \"732829320\"
  joint_controllers:
    - name: Half SAS
      country: FR
      siren: \"732829320\"
  representative:
    name: Whole Ireland
    country: IE
  contacts:
    - purpose: rights
      kind: post
      value: 1 rue de l’Essai
      country: LU
      source: https://whole.example/privacy
      checked: 2026-01-01
  identify_by: [email]
  id_document: on_doubt
  authority: FR
  holds:
    - category: purchases
      source: https://whole.example/privacy
      checked: 2026-01-01
  shares_with:
    - name: Ads
      role: advertising
      source: https://whole.example/privacy
      checked: 2026-01-01
  note: A note.
  confidence: verified
  status: usable
";

/// The record with another text in one of its lines.
fn with_line(number: usize, text: &str) -> String {
    let line = |(index, line)| if index == number { format!("{text}\n") } else { format!("{line}\n") };
    WHOLE.lines().enumerate().map(line).collect()
}

fn codes(unread: &[Unread]) -> Vec<&str> {
    unread.iter().map(|unread| unread.finding.code.id()).collect()
}

#[test]
fn whatever_is_wrong_with_a_field_is_explained_in_terms_of_the_record() {
    assert_eq!(parse(WHOLE, "own.yaml").map(|read| read.len()), Ok(1));
    for (number, line) in WHOLE.lines().enumerate() {
        let (key, value) = line.split_once(':').expect("a key in every line");
        let hyphen_kept = if key.contains("- ") {
            format!("{}-", key.split('-').next().expect("indent"))
        } else {
            String::new()
        };
        // Left out: either it may be, or it is said to be lacking. A part goes with its fields only in part, so that
        // only fields of one line are left out.
        if !value.is_empty() {
            let (read, unread) = parse_in_part(&with_line(number, &hyphen_kept), "own.yaml");
            assert_ne!(read.is_empty(), unread.is_empty(), "{line}");
            assert!(unread.is_empty() || codes(&unread).contains(&"field-lacking"), "{line}: {unread:?}");
        }
        // Misspelt: the right one is proposed, in that line.
        let (_, unread) = parse_in_part(&with_line(number, &format!("{key}x:{value}")), "own.yaml");
        let unknown = unread.iter().find(|it| it.finding.code.id() == "field-unknown").expect(line);
        let meant = key.trim_start_matches([' ', '-']);
        assert!(unknown.finding.facts.contains(&("meant".to_owned(), meant.to_owned())), "{unknown:?}");
        assert_eq!(place(&unknown.finding).0, number as u64 + 1);
        // Of another kind: whatever is refused is refused in that line, and with a reason.
        for other in ["", " [[]]", " { a: b }", " perhaps", " \"\"", " 12"] {
            let single = value.is_empty() && !other.is_empty();
            let text = with_line(number, &format!("{key}:{other}"));
            let text = if single {
                text.lines().take(number + 1).map(|line| format!("{line}\n")).collect()
            } else {
                text
            };
            let (read, unread) = parse_in_part(&text, "own.yaml");
            assert!(!unread.is_empty() || read.len() == 1, "{line} {other}");
            assert!(!codes(&unread).contains(&"bad-record"), "{line}{other}: {unread:?}");
            let is_told =
                unread.is_empty() || unread.iter().any(|it| place(&it.finding).0 == number as u64 + 1);
            assert!(is_told, "{line}{other}: {unread:?}");
        }
    }
}

#[test]
fn a_newcomer_is_told_everything_that_is_missing_in_one_go() {
    let text = "\
- id: Ma Boutique
  nom: Ma boutique
  category: mode
  countries: FR
  contacts:
    - purpose: rights
      kind: email
      value: dpo chez exemple.fr
      checked: hier
  status: ouvert

- id: deux
  name: Deux
  name: Deux
  category: fashion

- id: trois
  name: Trois
\tcategory: fashion
";
    let (companies, unread) = parse_in_part(text, "own.yaml");
    assert_eq!(companies, []);
    let found: Vec<_> = unread
        .iter()
        .map(|Unread { company, finding, .. }| (place(finding), company.as_str(), finding.code.id()))
        .collect();
    assert_eq!(
        found,
        [
            ((1, 3), "", "field-lacking"),
            ((1, 7), "", "value-unusable"),
            ((2, 3), "", "field-unknown"),
            ((3, 13), "", "not-a-choice"),
            ((4, 14), "", "value-unusable"),
            ((6, 7), "", "field-lacking"),
            ((8, 14), "", "bad-email"),
            ((9, 16), "", "value-unusable"),
            ((10, 11), "", "not-a-choice"),
            ((12, 3), "deux", "field-lacking"),
            ((12, 3), "deux", "field-lacking"),
            ((14, 3), "deux", "bad-record"),
            ((19, 1), "", "bad-record"),
        ]
    );
    for (language, sentences) in [
        (
            Language::FRENCH,
            ["Le contact n’a pas de `source`", "La fiche n’a pas de `status`", "deuxième fois", "tabulation"],
        ),
        (
            Language::ENGLISH,
            ["The contact lacks `source`", "The record lacks `status`", "second time", "tab"],
        ),
    ] {
        let shown = habeas::directory::source::shown(&unread, Wording::of(language));
        for sentence in sentences {
            assert!(shown.contains(sentence), "{sentence}: {shown}");
        }
        assert!(shown.contains("9 |       checked: hier\n  |                ^\n"), "{shown}");
        assert!(!shown.contains("unknown field") && !shown.contains("missing field"), "{shown}");
    }
}

#[test]
fn a_record_of_nothing_but_faults_is_explained_in_time_and_memory_that_grow_with_it() {
    let keys: String = (0..20_000).map(|number| format!("  key-{number}: 1\n  same: 2\n")).collect();
    let (companies, unread) = parse_in_part(&format!("- id: shop\n{keys}"), "own.yaml");
    assert_eq!(companies, []);
    let count = |wanted: &str| unread.iter().filter(|it| it.finding.code.id() == wanted).count();
    assert_eq!((count("field-unknown"), count("bad-record"), count("field-lacking")), (20_001, 19_999, 4));
    assert_eq!(unread.iter().filter(|it| !it.excerpt.is_empty()).count(), 100);
    let long = format!("- id: shop\n  {}: 1\n", "k".repeat(1_000_000));
    let (_, unread) = parse_in_part(&long, "own.yaml");
    assert!(unread.iter().all(|it| it.excerpt.len() < 1_000), "a long line is shown in part");
}

/// One fault of a record hides no other: what is said of records that could be read is said of the others as well.
#[test]
fn a_record_that_cannot_be_read_hides_neither_its_domain_nor_its_id() {
    let mut faulty = record(1);
    faulty[3] = "  countries: [ZZ]".to_owned();
    faulty[6] = faulty[6].replace("dpo@shop-1", "dpo@sh\u{43e}p-1");
    let mut empty = record(1);
    empty[1] = "  name: \"\"".to_owned();
    empty[6] = empty[6].replace("kind: email, value: dpo@shop-1.example", "kind: post, value: \"\"");
    let text = [faulty, empty].concat().join("\n");
    let (companies, unread) = parse_in_part(&text, "own.yaml");
    assert!(companies.is_empty());
    let said: Vec<(&str, Option<Position>)> = unread
        .iter()
        .map(|unread| (unread.finding.code.id(), unread.finding.place.position.clone()))
        .collect();
    let on = |line: u64, code: &str| {
        said.iter().any(|(id, position)| {
            *id == code && matches!(position, Some(Position::Line(at, _)) if *at == line)
        })
    };
    assert!(on(4, "bad-code") && on(7, "mixed-script"), "{said:?}");
    assert!(on(9, "duplicate-id"), "{said:?}");
    assert!(
        on(10, "field-empty") && on(15, "field-empty"),
        "an empty text is no control character: {said:?}"
    );

    let mut nameless = record(2);
    nameless[1] = "  name: \"\"".to_owned();
    let (companies, unread) = parse_in_part(&nameless.join("\n"), "own.yaml");
    assert!(unread.is_empty());
    let found = check(&companies, &[], "own.yaml", today());
    assert!(found.iter().any(|(_, finding)| finding.code.id() == "field-empty"), "{found:?}");
}
