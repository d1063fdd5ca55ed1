//! The other outputs of a report: on paper, as a table, and without who it is about.

use habeas::import::answer::Answer;
use habeas::import::record::{Record, Role};
use habeas::import::{Options, Visitor, container, visit_in_order};
use habeas::law::category::{Category, Origin};
use habeas::paper::Typesetter;
use habeas::paper::document::{Content, Document};
use habeas::report::model::{Context, Report};
use habeas::report::page::{Block, Page, short};
use habeas::report::words::Words;
use habeas::report::{html, pdf, spreadsheet, text};
use habeas::wording::{Language, languages, report_languages};
use sha2::{Digest as _, Sha256};

use super::sample;

pub(super) fn report_of(answer: &Answer, language: Language) -> Report {
    Report::build(answer, &sample::context(language))
}

/// Everything a document says, tables and words for drawings included.
pub(super) fn said(document: &Document) -> String {
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
    for language in report_languages() {
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
        for language in report_languages() {
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

#[test]
fn every_section_ends_with_a_command_whatever_is_known() {
    for language in report_languages() {
        let known = sample::context(language);
        let contexts = [
            Context { case: None, ..known.clone() },
            Context { case: None, company_id: None, import: None, ..known.clone() },
            Context { import: None, ..known.clone() },
            known,
        ];
        for answer in [sample::answer(), Answer::nothing()] {
            for context in &contexts {
                let report = Report::build(&answer, context);
                for section in Page::of(&report).sections {
                    let last = section.blocks.last();
                    let Some(Block::Command { text, command }) = last else {
                        panic!("{language}: {} ends with {last:?}", section.id)
                    };
                    assert!(
                        command.starts_with("habeas ") && !text.starts_with('['),
                        "{language}: {text} {command}"
                    );
                }
                let page = html::render(&report).expect("a page");
                assert!(page.matches("class=\"command\"").count() >= 8, "the script gives each its button");
            }
        }
    }
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
    for command in [
        "habeas search --import IM-9D4MXR --category search",
        "habeas export IM-9D4MXR --format csv",
        "habeas draft erasure bazar-exemple --category search",
    ] {
        assert!(shown.contains(command), "{command}");
    }
    let unknown = report_of(&sample::answer(), Language::ENGLISH).without_identity(&[], &|_| false);
    assert!(!format!("{:?}", Page::of(&unknown)).contains("audit HB-"), "no case, no command for it");
}

/// Collects what an output says when it is read back as a file.
#[derive(Default)]
struct ReadBack(String);

impl Visitor for ReadBack {
    fn restart(&mut self) {
        self.0.clear();
    }

    fn record(&mut self, record: &Record<'_>) {
        for (name, text) in &record.fields {
            self.0 += if name == "text" { "" } else { name };
            self.0 += text;
        }
    }
}

fn read_back(name: &str, bytes: Vec<u8>) -> String {
    let options = Options::default();
    let archive = container::open_bytes(name, bytes, &options).expect("it opens");
    let mut read = ReadBack::default();
    visit_in_order(&archive, crate::import::recipes(), &options, &mut read);
    read.0
}

/// What stays of a text when lines, words that were divided and signs do not count.
fn bare(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// The hash of those of the facts that an output has.
fn hash_of(output: &str, facts: &[String]) -> Vec<u8> {
    let output = bare(output);
    let mut hash = Sha256::new();
    for fact in facts.iter().filter(|fact| output.contains(&bare(fact))) {
        hash.update(fact);
    }
    hash.finalize().to_vec()
}

#[test]
fn the_finished_outputs_are_read_back_and_their_facts_have_one_hash() {
    let typesetter = Typesetter::new();
    for language in languages() {
        let report = report_of(&sample::answer(), language);
        let page = Page::of(&report);
        let cover = page.cover.facts.iter().map(|fact| format!("{} {}", fact.figure, fact.sentence));
        let held = page.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
            Block::Heading { id, text, figure, .. } if id.starts_with("category-") => {
                Some(format!("{text}{figure}"))
            }
            _ => None,
        });
        let held: Vec<String> = held.collect();
        // Of JSON, which has no sentences, the figures are set as they are read elsewhere.
        let json = serde_json::to_value(&report).expect("a report is data");
        let holdings = json["holdings"].as_array().expect("a list").iter();
        let records = holdings.map(|holding| holding["records"].as_u64().expect("a number"));
        let figures: Vec<String> = records.map(|records| Words::of(language).number(records)).collect();
        assert_eq!(figures.len(), held.len());
        let of_json = held.iter().zip(&figures).all(|(heading, figure)| heading.ends_with(figure.as_str()));
        assert!(of_json, "{held:?} {figures:?}");
        let facts: Vec<String> = cover.chain(held).collect();
        assert!(facts.len() > 8, "{facts:?}");
        let all = hash_of(&facts.concat(), &facts);
        let html = html::render(&report).expect("the page renders").into_bytes();
        let printed = pdf::render(&page, report.today, &typesetter).expect("it is printed");
        for (name, output) in [
            ("report.html", read_back("report.html", html)),
            ("report.pdf", read_back("report.pdf", printed)),
            ("report.txt", text::render(&report, 80)),
        ] {
            let missing: Vec<&String> =
                facts.iter().filter(|fact| !bare(&output).contains(&bare(fact))).collect();
            assert_eq!(hash_of(&output, &facts), all, "{language}, {name}: {missing:?}");
        }
    }
}
