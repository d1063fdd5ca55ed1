//! The other outputs of a report: on paper, as a table, and without who it is about.

use habeas::import::answer::Answer;
use habeas::import::record::{Record, Role};
use habeas::law::category::{Category, Origin};
use habeas::paper::Typesetter;
use habeas::paper::document::{Content, Document};
use habeas::report::model::{Report, Topic};
use habeas::report::page::{Page, short};
use habeas::report::{html, pdf, spreadsheet, text};
use habeas::wording::{Language, languages};

use super::sample;

fn report_of(answer: &Answer, language: Language) -> Report {
    Report::build(answer, &sample::context(language))
}

/// Everything a document says, tables and words for drawings included.
fn said(document: &Document) -> String {
    let mut said = String::new();
    for block in &document.flow {
        let texts: Vec<String> = match &block.content {
            Content::Heading(_, text) | Content::Paragraph(text) | Content::Ornament(text) => {
                vec![text.clone()]
            }
            Content::Lines(lines) => lines.clone(),
            Content::List(items) => {
                items.iter().map(|item| format!("{} {}", item.label, item.text)).collect()
            }
            Content::Table(table) => table.rows.iter().map(|row| row.join(" ")).collect(),
            Content::Figure(figure) => vec![figure.said.clone()],
        };
        said.push_str(&texts.join("\n"));
        said.push('\n');
    }
    said
}

#[test]
fn every_output_is_of_the_same_facts() {
    let typesetter = Typesetter::new();
    for language in languages() {
        let report = report_of(&sample::answer(), language);
        let page = Page::of(&report);
        let printed = said(&pdf::document(&page, report.today, &typesetter));
        let shown = html::render(&report).expect("the page renders");
        let table = spreadsheet::render(&report);
        let plain = text::render(&report, 100);
        let unwrapped = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        let json = serde_json::to_value(&report).expect("a report is data");
        assert_eq!(json["fingerprint"], report.fingerprint.as_str());
        let mark = short(&report.fingerprint);
        assert!(
            shown.contains(mark) && printed.contains(mark) && plain.contains(mark) && table.contains(mark)
        );
        for fact in &page.cover.facts {
            let sentence = format!("{} {}", fact.figure, fact.sentence);
            assert!(printed.contains(&sentence), "{language}: {sentence} is not printed");
            let sentence = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(unwrapped.contains(&sentence), "{language}: {sentence} is not in the text");
            assert!(shown.contains(&fact.figure), "{language}: {} is not on the page", fact.figure);
        }
        for fact in &report.summary.facts {
            let row = format!("\"fact\",\"{}\",\"{}\"", fact.topic.id(), fact.count);
            assert!(table.contains(&row), "{row}");
        }
    }
}

#[test]
fn another_figure_is_another_fingerprint() {
    let mut answer = sample::answer();
    let before = report_of(&answer, Language::ENGLISH).fingerprint;
    assert_eq!(before, report_of(&answer, Language::FRENCH).fingerprint, "the language changes no fact");
    answer.totals.add(&sample::record("more.csv", 1, Category::Media, Origin::Observed, "film"));
    assert_ne!(before, report_of(&answer, Language::ENGLISH).fingerprint);
}

#[test]
fn any_answer_can_be_printed() {
    let typesetter = Typesetter::new();
    for answer in [sample::answer(), sample::hostile(), Answer::nothing()] {
        for language in languages() {
            let report = report_of(&answer, language);
            let bytes = pdf::render(&Page::of(&report), report.today, &typesetter).expect("it is printed");
            assert!(bytes.starts_with(b"%PDF-1.7"), "it is a PDF");
        }
    }
    let mut answer = sample::answer();
    let names = vec![(Role::Inference, "猫 😀 \u{202e}עברית".into())];
    answer.totals.add(&Record {
        roles: names,
        ..sample::record("a.csv", 1, Category::Inferences, Origin::Inferred, "x")
    });
    let mut report = report_of(&answer, Language::ENGLISH);
    report.conclusions.entries.retain(|entry| entry.text.starts_with('猫'));
    let printed = said(&pdf::document(&Page::of(&report), report.today, &typesetter));
    assert!(
        printed.contains("[U+732B]") && printed.contains("[U+1F600]"),
        "a script the font lacks is named"
    );
}

#[test]
fn no_cell_of_the_table_starts_a_formula() {
    let mut answer = sample::answer();
    for (row, text) in (1..).zip([
        "=HYPERLINK(1)",
        "+1",
        "-1+1",
        "@SUM(1)",
        "\t=1",
        "\"=1",
        "a;=1+1",
        "x,=cmd|' /C'!A0",
        "＝1",
    ]) {
        let roles = vec![(Role::Identifier, text.into()), (Role::Inference, text.into())];
        answer
            .totals
            .add(&Record { roles, ..sample::record(text, row, Category::Identifiers, Origin::Given, text) });
    }
    let table = spreadsheet::render(&report_of(&answer, Language::ENGLISH));
    let mut rows = 0;
    for line in table.trim_start_matches('\u{feff}').lines() {
        let cells: Vec<&str> = line
            .strip_prefix('"')
            .and_then(|line| line.strip_suffix('"'))
            .expect("quoted")
            .split("\",\"")
            .collect();
        assert_eq!(cells.len(), 9, "{line}");
        for cell in cells {
            for part in cell.split([';', ',', '|']) {
                let first = part.trim_start_matches(['"', ' ']).chars().next();
                let is_number = part.parse::<f64>().is_ok();
                assert!(is_number || !first.is_some_and(|first| "=+-@\t＝".contains(first)), "{line}");
            }
        }
        rows += 1;
    }
    assert!(rows > 50);
}

/// What names somebody, in the forms in which data hold it.
const SEEDS: [&str; 14] = [
    "camille",
    "exemplar",
    "zoé",
    "zoe",
    "rue de l’aubépine",
    "aubepine",
    "0655512345",
    "+33 6 55 51 23 45",
    "55512345",
    "cust-77120934",
    "203.0.113.77",
    "pixel-7f3a",
    "y2ftawxsz",
    "%63amille",
];

/// A row with what is seeded in it: its place, its category, its fields.
type Seeded = (&'static str, Category, &'static [(&'static str, &'static str)]);

fn seeded() -> Answer {
    let mut answer = sample::answer();
    let rows: [Seeded; 6] = [
        (
            "Camille.Exemplar/profile.csv",
            Category::Identity,
            &[("first", "Camille"), ("last", "Exemplar"), ("born", "1987-02-03")],
        ),
        (
            "contact.csv",
            Category::Contact,
            &[("mail", "camille.exemplar@example.org"), ("phone", "+33 6 55 51 23 45")],
        ),
        ("address.csv", Category::Address, &[("street", "3 rue de l’Aubépine"), ("zip", "69001")]),
        ("others.csv", Category::Others, &[("recipient", "Zoé Martinet")]),
        (
            "camille.exemplar%40example.org.json",
            Category::Unknown,
            &[
                ("raw", "Y2FtaWxsZS5leGVtcGxhckBleGFtcGxlLm9yZw=="),
                ("url", "https://shop.example/?u=%63amille&p=0655512345"),
            ],
        ),
        (
            "orders.csv",
            Category::Purchases,
            &[("camille.exemplar@example.org", "1"), ("note", "ca|mille; tel 06-555-12345")],
        ),
    ];
    for (file, category, fields) in rows {
        let fields = fields.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
        let roles = vec![
            (Role::Identifier, "CUST-77120934".into()),
            (Role::IpAddress, "203.0.113.77".into()),
            (Role::Device, "Pixel-7F3A of Camille".into()),
            (Role::Query, "flat in rue de l'aubepine".into()),
            (Role::Location, "3 rue de l’Aubépine".into()),
            (Role::Inference, "Likely buyer: Camille Exemplar".into()),
            (Role::Inference, "Gardening".into()),
            (Role::Recipient, "List for zoe".into()),
        ];
        answer.totals.add(&Record {
            roles,
            fields,
            title: Some("Camille".into()),
            ..sample::record(file, 1, category, Origin::Given, "order of camille")
        });
    }
    answer
        .accounts
        .iter_mut()
        .for_each(|account| account.path = format!("camille.exemplar@example.org/{}", account.path));
    answer.received.iter_mut().for_each(|received| received.name = "camille-exemplar.zip".to_owned());
    answer
}

#[test]
fn no_seeded_identifier_survives_in_what_is_handed_on() {
    let known = [
        "Camille Exemplar",
        "camille.exemplar@example.org",
        "3 rue de l’Aubépine\n69001 LYON",
        "+33 6 55 51 23 45",
    ];
    let known: Vec<String> = known.map(str::to_owned).to_vec();
    for language in languages() {
        let mut open = report_of(&seeded(), language);
        "habeas --home /home/camille/cases".clone_into(&mut open.program);
        let closed = open.clone().without_identity(&known);
        let outputs = |report: &Report| {
            let page = Page::of(report);
            [
                html::render(report).expect("the page renders"),
                text::render(report, 100),
                spreadsheet::render(report),
                serde_json::to_string(report).expect("a report is data"),
                said(&pdf::document(&page, report.today, &Typesetter::new())),
            ]
        };
        let before = outputs(&open).join("\n").to_lowercase();
        for seed in ["camille", "exemplar", "203.0.113.77", "cust-77120934", "y2ftawxsz"] {
            assert!(before.contains(seed), "{seed} is not seeded");
        }
        for output in outputs(&closed) {
            let output = output.to_lowercase();
            let letters: String = output.chars().filter(|letter| letter.is_alphanumeric()).collect();
            for seed in SEEDS {
                assert!(!output.contains(seed), "{language}: {seed} survives");
            }
            assert!(!letters.contains("camilleexemplar") && !letters.contains("0655512345"), "split");
            assert!(!output.contains("hb-7f3k2q"), "the case names the person too");
        }
        let shown = text::render(&closed, 100);
        assert!(shown.contains("Gardening"), "what was concluded stays where it names nobody");
        let figures = |report: &Report| {
            (report.summary.records, report.conclusions.distinct, report.fingerprint.clone())
        };
        assert_eq!(figures(&open), figures(&closed), "the figures stay");
        assert!(
            closed
                .summary
                .facts
                .iter()
                .all(|fact| fact.topic != Topic::Oldest || fact.category != Some(Category::Identity))
        );
    }
}

#[test]
fn the_same_value_has_the_same_pseudonym() {
    let closed = report_of(&seeded(), Language::ENGLISH).without_identity(&[]);
    let mut seen = std::collections::BTreeMap::new();
    let open = report_of(&seeded(), Language::ENGLISH);
    let pairs =
        open.holdings.iter().zip(&closed.holdings).flat_map(|(one, other)| one.rows.iter().zip(&other.rows));
    for (one, other) in pairs {
        for ((_, value), (_, mask)) in one.fields.iter().zip(&other.fields) {
            assert_eq!(seen.entry(value.clone()).or_insert_with(|| mask.clone()), mask, "{value}");
        }
    }
    assert!(seen.len() > 50);
}

#[test]
fn each_section_says_what_can_be_done() {
    let page = Page::of(&report_of(&sample::answer(), Language::ENGLISH));
    let shown = format!("{page:?}");
    for command in [
        "habeas draft marketing-objection bazar-exemple",
        "habeas draft erasure bazar-exemple",
        "habeas draft rectification bazar-exemple",
        "habeas follow-up HB-7F3K2Q",
        "habeas audit HB-7F3K2Q",
    ] {
        assert!(shown.contains(command), "{command}");
    }
    let unknown = report_of(&sample::answer(), Language::ENGLISH).without_identity(&[]);
    assert!(!format!("{:?}", Page::of(&unknown)).contains("audit HB-"), "no case, no command for it");
}
