//! What somebody who reads such a page for the first time stumbled over, and must not stumble over again.

use habeas::finding::{Place, Position};
use habeas::import::answer::Answer;
use habeas::import::coverage::{Account, Coverage};
use habeas::import::record::{Record, Role};
use habeas::law::category::{Category, Origin};
use habeas::report::model::{Report, Topic};
use habeas::report::page::{Block, Page};
use habeas::report::words::Words;
use habeas::report::{html, text};
use habeas::wording::{Language, Wording, languages, report_languages};

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
fn the_profiles_of_a_household_are_those_of_other_people() {
    let seen = |row: u64, profile: &'static str| Record {
        roles: vec![(Role::Profile, profile.into())],
        fields: vec![("Profile Name".into(), profile.into()), ("Title".into(), format!("Film {row}").into())],
        ..sample::record("ViewingActivity.csv", row, Category::Media, Origin::Observed, "playback")
    };
    let mut answer = Answer::nothing();
    for (row, profile) in (1..).zip(["Camille", "Wilhelmine", "Camille", "Balthazar", "Camille"]) {
        answer.totals.add(&seen(row, profile));
    }
    for language in report_languages() {
        let report = Report::build(&answer, &sample::context(language));
        assert_eq!((report.sensitive.profiles.distinct, report.sensitive.in_other_profiles), (3, 2));
        let fact = report.summary.facts.iter().find(|fact| fact.topic == Topic::Profiles).expect("a fact");
        assert_eq!((fact.count, fact.examples.len()), (3, 0), "names of people are no examples");
        let page = Page::of(&report);
        let beside = Wording::of(language).say_count("report-profile-others", 2);
        let said = text::set(&page, 100).split_whitespace().collect::<Vec<_>>().join(" ");
        let beside = beside.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(said.contains(&beside), "{language}: {beside}");
        let shown = html::set(&page).expect("a page");
        assert!(shown.contains("href=\"#profile\"") && shown.contains("id=\"profile\""), "{language}");
    }
    let shared =
        Report::build(&answer, &sample::context(Language::ENGLISH)).without_identity(&[], &|_| false);
    let handed_on = [html::render(&shared).expect("a page"), format!("{shared:?}")].concat();
    for name in ["Camille", "Wilhelmine", "Balthazar"] {
        assert!(!handed_on.contains(name), "{name}");
    }
    let mut alone = Answer::nothing();
    alone.totals.add(&seen(1, "Camille"));
    let alone = Report::build(&alone, &sample::context(Language::ENGLISH));
    assert!(
        alone.summary.facts.iter().all(|fact| fact.topic != Topic::Profiles),
        "one profile is the person's"
    );
}

#[test]
fn a_place_written_in_two_cases_is_listed_once() {
    let report =
        build(&listing(Role::Location, Category::Location, &["it", "IT", "IT", "Lyon"]), Language::ENGLISH);
    let listed: Vec<_> =
        report.traces.places.entries.iter().map(|entry| (entry.text.as_str(), entry.count)).collect();
    assert_eq!(listed, [("IT", 3), ("Lyon", 1)]);
    assert_eq!((report.traces.places.distinct, report.traces.places.mentions), (2, 4));
}

#[test]
fn the_first_page_says_what_the_label_of_a_segment_is() {
    for (language, said) in [(Language::ENGLISH, "not explained"), (Language::FRENCH, "non expliquées")] {
        let of = |texts: &[&'static str]| {
            let report = build(&listing(Role::Inference, Category::Inferences, texts), language);
            Page::of(&report).cover.facts.iter().map(|fact| fact.sentence.clone()).collect::<String>()
        };
        assert!(of(&["In-Market:Lampes de lecture"]).contains(said), "{language}");
        assert!(!of(&["Lampes de lecture"]).contains(said), "{language}: words need no such remark");
    }
}

#[test]
fn very_many_identifiers_of_one_file_are_one_line_and_a_list_on_demand() {
    let mut answer = Answer::nothing();
    for number in 0..124_u32 {
        let roles = vec![(Role::Identifier, format!("app-{number:05}").into())];
        let row = sample::record("apps.json", 1, Category::Recipients, Origin::Observed, "row");
        answer.totals.add(&Record { roles, ..row });
    }
    let roles = vec![(Role::Identifier, "C-1001".into())];
    let row = sample::record("account.csv", 1, Category::Account, Origin::Given, "row");
    answer.totals.add(&Record { roles, ..row });
    let report = build(&answer, Language::ENGLISH);
    assert_eq!(report.traces.identifiers.distinct, 125, "every one is still in the figures");
    let page = Page::of(&report);
    let traces = page.sections.iter().find(|section| section.id == "traces").expect("the section");
    let tables: Vec<_> = traces
        .blocks
        .iter()
        .filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None })
        .filter(|table| table.id.starts_with("identifier-list"))
        .collect();
    let [main, apart] = tables.as_slice() else { panic!("two tables") };
    let first_of = |row: &Vec<habeas::report::page::Cell>| row.first().map(|cell| cell.text.clone());
    let listed: Vec<_> = main.rows.iter().filter_map(first_of).collect();
    assert_eq!(listed, ["apps.json: 124 identifiers, listed apart", "C-1001"]);
    assert_eq!((apart.rows.len(), apart.folded), (124, true));
}

#[test]
fn on_paper_the_name_of_a_file_is_whole() {
    let path = "Answer/apps_and_websites_off_the_service/connected_apps_and_websites.json";
    let mut answer = Answer::nothing();
    let roles = vec![(Role::Device, "Example phone".into())];
    let row = sample::record(path, 7, Category::Device, Origin::Observed, "row");
    answer.totals.add(&Record { roles, ..row });
    let page = Page::of(&build(&answer, Language::ENGLISH));
    let blocks = page.sections.iter().flat_map(|section| &section.blocks);
    let tables = blocks.filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
    let cells =
        tables.filter(|table| table.id == "device-list").filter_map(|table| table.rows.first()?.last());
    let cells: Vec<_> = cells.map(|cell| (cell.text.as_str(), cell.brief.as_str())).collect();
    let [(whole, brief)] = cells.as_slice() else { panic!("one row") };
    assert!(whole.starts_with(path), "the page on screen has the whole path");
    assert!(brief.starts_with("…/connected_apps_and_websites.json"), "{brief}");
}

#[test]
fn a_name_that_only_a_program_uses_is_read_out_beside_it() {
    let mut answer = Answer::nothing();
    for value in ["PASSWORD_RESET", "browseTitles", "fr_FR", "Le phare", "iPhone", "in_market_0231", "eBay"] {
        let row = sample::record("m.csv", 1, Category::Communications, Origin::Observed, "row");
        answer.totals.add(&Record { fields: vec![("Message".into(), value.into())], ..row });
    }
    let page = Page::of(&build(&answer, Language::FRENCH));
    let blocks = page.sections.iter().flat_map(|section| &section.blocks);
    let tables = blocks.filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
    let rows =
        tables.filter(|table| table.id == "category-communications-rows-1").flat_map(|table| &table.rows);
    let cells: Vec<&str> = rows.filter_map(|row| row.last()).map(|cell| cell.text.as_str()).collect();
    let expected = [
        "PASSWORD_RESET (password reset)",
        "browseTitles (browse titles)",
        "fr_FR",
        "Le phare",
        "iPhone",
        "in_market_0231",
        "eBay",
    ];
    assert_eq!(cells, expected, "the original value stays");
}

#[test]
fn the_entry_of_a_document_is_named_in_words() {
    let place = |path: &str| Place::at("a.json", Position::Path(path.to_owned()));
    let words = Words::of(Language::FRENCH);
    let said = |path: &str| words.place(&place(path));
    assert_eq!(said("/topics_v2/0"), "a.json, entrée 1 de topics_v2");
    assert_eq!(said("/1233"), "a.json, entrée 1\u{202f}234");
    assert_eq!(
        said("/activity/3/events/11"),
        "a.json, entrée 12 (/activity/3/events/11)",
        "else it would not tell"
    );
    assert_eq!(said("/a~1b/0"), "a.json, entrée 1 de a/b");
    assert_eq!(said("/settings/locale"), "a.json, entrée /settings/locale");
    assert_eq!(said("/x/18446744073709551615"), "a.json, entrée /x/18446744073709551615");
}

#[test]
fn linked_apps_are_told_from_advertisers() {
    let mut answer = Answer::nothing();
    let files = [
        ("ads.json", "advertiser-list", "Lampes Exemple"),
        ("apps.json", "linked-account", "Photo Comments"),
    ];
    for (file, _, name) in files {
        let roles = vec![(Role::Recipient, name.into())];
        answer
            .totals
            .add(&Record { roles, ..sample::record(file, 1, Category::Recipients, Origin::Observed, "row") });
    }
    let account = sample::answer().accounts.first().expect("an account").clone();
    let member = |(file, kind, _): (&str, &str, &str)| Account {
        path: file.to_owned(),
        kind: Some(kind.to_owned()),
        ..account.clone()
    };
    answer.accounts = files.into_iter().map(member).collect();
    answer.coverage = Coverage::sum(&answer.accounts, 0);
    for language in report_languages() {
        let page = Page::of(&build(&answer, language));
        let blocks = page.sections.iter().flat_map(|section| &section.blocks);
        let mut tables =
            blocks.filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
        let table = tables.find(|table| table.id == "recipient-list").expect("a table");
        let words = Words::of(language);
        for (row, (_, kind, name)) in table.rows.iter().zip(files) {
            assert_eq!(row[0].text, name);
            assert!(row.iter().any(|cell| cell.text == words.kind(kind)), "{language}: {row:?}");
        }
        assert!(table.columns.iter().any(|column| column.label == words.say("report-column-among")));
    }
}

#[test]
fn a_column_of_names_that_only_a_program_uses_is_marked() {
    let marked = |values: [&'static str; 2]| {
        let mut answer = Answer::nothing();
        for value in values {
            let row = sample::record("m.csv", 1, Category::Communications, Origin::Observed, "row");
            answer.totals.add(&Record { fields: vec![("Message".into(), value.into())], ..row });
        }
        let report = build(&answer, Language::ENGLISH);
        report.holdings.iter().any(|holding| !holding.unexplained.is_empty())
    };
    assert!(marked(["PASSWORD_RESET", "NEWS_OF_THE_WEEK_2"]));
    assert!(!marked(["fr_FR", "en_GB"]) && !marked(["Password reset", "News_of"]));
    assert!(!marked(["key_0f9a8b7c6d5e", "key_1a2b3c4d5e6f"]), "identifiers are no labels");
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
