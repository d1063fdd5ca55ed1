//! Faults of a directory file: each is found in its line, and a file made to overwhelm is refused.

use std::fmt::Write as _;

use chrono::NaiveDate;
use habeas::directory::check::check;
use habeas::directory::source::parse;

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
const FAULTS: [(usize, &str, &str, usize, &str); 10] = [
    (6, "dpo@shop", "dpo shop", 6, "bad-email"),
    (6, "dpo@shop", "\"dpo\u{202e}@shop", 6, "control-character"),
    (6, "dpo@shop", "dpo@sh\u{43e}p", 6, "mixed-script"),
    (6, "source: \"https://", "source: \"ftp://", 6, "bad-source"),
    (6, "2026-01-01", "2027-01-01", 6, "future-date"),
    (6, "2026-01-01", "2021-01-01", 0, "record-stale"),
    (6, "purpose: rights", "purpose: questions", 0, "status-contradicts"),
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
            lines[line] =
                if new.starts_with('"') { spoilt.replacen(".example, ", ".example\", ", 1) } else { spoilt };
            planted.push(((first + reported) as u64, code));
        }
        writeln!(text, "{}", lines.join("\n")).expect("writing to a string cannot fail");
    }
    let companies = parse(&text, "own.yaml").expect("well formed");
    assert_eq!(companies.len(), RECORDS);
    let mut found: Vec<(u64, &str)> = check(&companies, "own.yaml", today())
        .iter()
        // A mailbox with a hidden character is malformed too.
        .filter(|(_, finding)| finding.code.id() != "bad-email" || !is_hidden(&text, line(finding)))
        .map(|(_, finding)| (line(finding), finding.code.id()))
        .collect();
    found.sort_unstable();
    planted.sort_unstable();
    assert!(planted.len() > 100);
    assert_eq!(found, planted);
}

fn line(finding: &habeas::finding::Finding) -> u64 {
    match finding.place.position {
        Some(habeas::finding::Position::Line(line, _)) => line,
        _ => 0,
    }
}

fn is_hidden(text: &str, line: u64) -> bool {
    let index = usize::try_from(line).expect("small") - 1;
    text.lines().nth(index).is_some_and(|line| line.contains('\u{202e}'))
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
        let found = check(&companies, "own.yaml", today());
        assert!(found.is_empty(), "{found:?}");
        let spoilt = parse(&text.replace("dpo@", "dpo "), "own.yaml").expect("well formed");
        assert_eq!(
            check(&spoilt, "own.yaml", today()).iter().map(|(_, it)| line(it)).collect::<Vec<_>>(),
            [7]
        );
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
