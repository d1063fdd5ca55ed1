//! What somebody who reads such a page for the first time stumbled over, and must not stumble over again.

use habeas::import::answer::Answer;
use habeas::import::coverage::Coverage;
use habeas::import::record::{Record, Role};
use habeas::law::category::{Category, Origin};
use habeas::report::model::Report;
use habeas::report::{html, text};
use habeas::wording::{Language, languages};

use super::sample;

fn listing(role: Role, category: Category, texts: &[&'static str]) -> Answer {
    let mut answer = Answer::nothing();
    for text in texts {
        let roles = vec![(role, (*text).into())];
        let record = sample::record("a.csv", 1, category, Origin::Observed, "row");
        answer.totals.add(&Record { roles, ..record });
    }
    answer
}

fn build(answer: &Answer, language: Language) -> Report {
    Report::build(answer, &sample::context(language))
}

#[test]
fn the_label_of_a_segment_is_marked_as_not_explained() {
    let labels = ["In-Market:Lampes de lecture", "Style de vie:Cuisine:Desserts"];
    let words = ["Cuisine", "Son avis : favorable", "https://shop.example.org/a", "2024:1", "Lecture, 12:30"];
    let all = [labels.as_slice(), &words].concat();
    let report = build(&listing(Role::Inference, Category::Inferences, &all), Language::ENGLISH);
    let marked = report.conclusions.entries.iter().filter(|entry| entry.unexplained);
    let mut marked: Vec<&str> = marked.map(|entry| entry.text.as_str()).collect();
    marked.sort_unstable();
    assert_eq!(marked, labels);
    let page = html::render(&report).expect("a page");
    assert!(page.contains("In-Market:Lampes de lecture"), "the original value stands");
    assert!(page.contains("not explained by the company"));
}

#[test]
fn no_identifier_and_no_path_is_a_place() {
    let odd = ["00000000-0000-4000-8000-00000000abcd", "/deviceSettings/0/x", "https://shop.example.org/m"];
    let places = ["Lyon", "1 rue de l’Exemple, 69001 Lyon", "45.9,6.12"];
    let all = [odd.as_slice(), &places].concat();
    let report = build(&listing(Role::Location, Category::Location, &all), Language::ENGLISH);
    let listed = report.traces.places.entries.iter().map(|entry| entry.text.as_str());
    assert_eq!(listed.collect::<std::collections::BTreeSet<_>>(), places.into());
    assert_eq!(report.traces.places.distinct, 3, "the figure is that of the list");
    assert_eq!(report.summary.records, 6, "and every row is still counted");
}

#[test]
fn the_code_of_a_country_stands_with_its_name() {
    let answer = listing(Role::Location, Category::Location, &["fr", "IT", "ZZ"]);
    let said_in = [(Language::ENGLISH, "IT (Italy)"), (Language::FRENCH, "IT (Italie)")];
    for (language, italy) in said_in {
        let told = text::render(&build(&answer, language), 100);
        for said in ["fr (France)", italy, "ZZ"] {
            assert!(told.contains(said), "{language}: {said}");
        }
    }
}

#[test]
fn where_a_row_stands_is_not_said_as_if_it_were_a_place() {
    for language in languages() {
        let told = text::render(&build(&sample::answer(), language), 100);
        for word in ["Where", "Où", "Wo", "Dónde", "Dove", "Waar", "Gdzie", "Onde"] {
            let as_label = [format!("· {word}:"), format!("· {word}\u{a0}:")];
            assert!(!as_label.iter().any(|label| told.contains(label)), "{language}: {word}");
        }
    }
}

#[test]
fn two_counts_of_files_that_differ_are_explained() {
    let mut answer = sample::answer();
    answer.coverage = Coverage { members: 8, mapped: 4, ignored: 4, ..Coverage::default() };
    for language in languages() {
        let report = build(&answer, language);
        assert_eq!(report.summary.files, 4);
        let told = text::render(&report, 2_000);
        // A colon stands before the count of the first page in every language.
        let says_why = |line: &&str| line.trim_start().starts_with('4') && line.contains(": 4 ");
        let says_why_in_french =
            |line: &&str| line.trim_start().starts_with('4') && line.contains(":\u{a0}4");
        let said = told.lines().find(|line| says_why(line) || says_why_in_french(line));
        assert!(said.is_some(), "{language}: the first page counts 4 of the 8, and why is said");
    }
}
