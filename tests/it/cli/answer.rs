//! An answer is read, and every file and row of it is accounted for, in words and as JSON.

use std::fs;
use std::path::{Path, PathBuf};

use habeas::import::container::pack::pack;

use super::contract::sums_hold;
use super::person::{Person, text};

#[test]
fn every_fixture_adds_up() {
    let fixtures = fixtures();
    assert!(!fixtures.is_empty(), "there are made-up answers in tests/import");
    let (english, french) = (Person::known(), Person::known().speaking("fr"));
    for (company, answer) in fixtures {
        let case = answer.parent().and_then(Path::file_name).expect("a case");
        let given = english.folder().join("given").join(&company).join(case);
        materialise(&answer, &given);
        let lone =
            entries(&given).into_iter().next().filter(|path| path.is_file() && entries(&given).len() == 1);
        let given = lone.unwrap_or(given).display().to_string();
        let read = english.run(&["import", &given, "--json"]).json();
        sums_hold(&read);
        assert!(read["records"]["total"].as_u64() > Some(0), "{company}: nothing was read");
        // The export of a program many shops run on names none of them.
        let id = if company == "shopify" { serde_json::Value::Null } else { company.as_str().into() };
        assert_eq!(read["company"]["id"], id);
        for person in [&english, &french] {
            let said = person.run(&["import", &given]).out;
            let sums: Vec<&str> = said.lines().filter(|line| line.contains(" = ")).collect();
            assert_eq!(sums.len(), 2, "{company}: files and rows are summed: {said}");
            sums.iter().for_each(|line| assert_sum(line));
        }
    }
}

/// Checks `12 files = 10 read + 2 listed`.
fn assert_sum(line: &str) {
    let count = |part: &str| -> u64 {
        let digits: String =
            part.trim().chars().take_while(|c| !c.is_alphabetic()).filter(char::is_ascii_digit).collect();
        digits.parse().unwrap_or_else(|_| panic!("`{part}` begins with no count: {line}"))
    };
    let (total, parts) = line.split_once(" = ").expect("a sum");
    assert_eq!(count(total), parts.split(" + ").map(count).sum::<u64>(), "{line}");
}

#[test]
fn an_answer_belongs_to_its_case_and_is_reported_by_it() {
    let person = Person::known();
    let case = person.draft("cdiscount");
    let answer = person.give("orders.csv", "Date de commande,Article,Montant\n12/03/2026,Savon,\"3,20\"\n");
    person
        .run(&["report", &case])
        .fails_saying(&[&case, "no import", "habeas import FILE"])
        .in_one_sentence();
    person.run(&["import", &answer, "--case", "HB-222222"]).fails_saying(&["HB-222222"]);
    let read = person.json(&["import", &answer, "--case", &case, "--company", "cdiscount"]);
    assert_eq!((&read["case"], &read["company"]["id"]), (&case.as_str().into(), &"cdiscount".into()));
    let by_case = person.run(&["report", &case, "--text"]).exits(0).out;
    assert_eq!(by_case, person.run(&["report", &text(&read["import"]), "--text"]).exits(0).out);
    assert!(by_case.contains("Cdiscount"), "{by_case}");
}

#[test]
fn a_report_is_read_in_every_language_of_letters() {
    let mut person = Person::known();
    let answer = person.give("orders.csv", "Date de commande,Article,Montant\n15/03/2026,Savon,\"3,20\"\n");
    let import = text(&person.json(&["import", &answer, "--company", "cdiscount"])["import"]);
    for (language, title, day) in [
        ("fr", "Vos données chez Cdiscount", "15\u{a0}mars\u{a0}2026"),
        ("en", "What Cdiscount holds about you", "15\u{a0}March\u{a0}2026"),
        ("de", "Was Cdiscount über Sie gespeichert hat", "15.\u{a0}März\u{a0}2026"),
        ("es", "Lo que Cdiscount tiene sobre usted", "15\u{a0}de\u{a0}marzo\u{a0}de\u{a0}2026"),
        ("it", "Che cosa Cdiscount conserva su di te", "15\u{a0}marzo\u{a0}2026"),
        ("nl", "Wat Cdiscount over u bewaart", "15\u{a0}maart\u{a0}2026"),
        ("pt", "O que Cdiscount tem sobre si", "15\u{a0}de\u{a0}março\u{a0}de\u{a0}2026"),
        ("pl", "Co o Tobie ma Cdiscount", "15\u{a0}marca\u{a0}2026"),
    ] {
        person = person.speaking(language);
        let said = person.run(&["report", &import, "--text"]).exits(0).out;
        assert!(said.contains(title) && said.contains(day), "{language}: {said}");
        for format in ["--html", "--pdf", "--csv"] {
            let out = person.folder().join(format!("report{format}")).display().to_string();
            person.run(&["report", &import, format, "--out", &out]).exits(0);
        }
    }
    // The program itself speaks English to those whose language only reports have.
    let [english, german] = ["en", "de"].map(|language| {
        let person = Person::known().speaking(language);
        person.run(&["due"]).exits(0).out
    });
    assert_eq!(german, english);
    Person::known().run(&["profile", "set", "--language", "de"]).exits(0);
}

#[test]
fn several_paths_are_one_answer() {
    let person = Person::known();
    let one = person.give("one.csv", "date,item\n2026-01-01,Savon\n");
    let two = person
        .give("two.zip", pack(&[("inner/two.csv", b"date,item\n2026-01-02,Sel\n")]).expect("an archive"));
    let read = person.json(&["import", &one, &two]);
    sums_hold(&read);
    assert_eq!((&read["coverage"]["members"], &read["coverage"]["records"]), (&2.into(), &2.into()));
}

#[test]
fn a_damaged_member_costs_itself_only() {
    let person = Person::known();
    let sound = b"date,item\n2026-01-01,Savon\n2026-01-02,Sel\n";
    let broken = br#"{"orders":[{"date":"2026-01-01","item":"Savon"},{"date":"2026-"#;
    let archive = person
        .give("answer.zip", pack(&[("sound.csv", sound), ("broken.json", broken)]).expect("an archive"));
    let read = person.run(&["import", &archive, "--json"]).exits(3).json();
    sums_hold(&read);
    assert!(read["coverage"]["records"].as_u64() >= Some(2), "{read}");
    let findings =
        read["members"].as_array().expect("a list").iter().find(|member| member["path"] == "broken.json");
    assert!(!findings.expect("listed")["findings"].as_array().expect("a list").is_empty(), "{read}");
}

#[test]
fn an_archive_cut_in_the_middle_is_read_in_part_and_asks_for_attention() {
    let person = Person::known();
    let whole =
        pack(&[("a.csv", b"date,item\n2026-01-01,Savon\n"), ("b.csv", b"date,item\n2026-01-02,Sel\n")])
            .expect("an archive");
    let list = whole.windows(4).position(|window| window == b"PK\x01\x02").expect("a list");
    let read = person.run(&["import", &person.give("cut.zip", &whole[..list]), "--json"]).exits(3).json();
    sums_hold(&read);
    assert_eq!((&read["coverage"]["members"], &read["coverage"]["records"]), (&2.into(), &2.into()));
    assert_eq!(read["findings"][0]["code"], "archive-damaged");
}

#[test]
fn the_same_file_again_is_said_with_the_import_before() {
    let person = Person::known();
    let answer = person.give("answer.csv", "date,item\n2026-01-01,Savon\n");
    let first = person.json(&["import", &answer]);
    assert_eq!(first["findings"], serde_json::json!([]));
    let again = person.json(&["import", &answer]);
    let said = again["findings"][0]["text"].as_str().unwrap_or_default();
    assert_eq!(again["findings"][0]["code"], "imported-before");
    assert!(said.contains(first["import"].as_str().expect("an id")), "{said}");
}

#[test]
fn names_from_strangers_cannot_drive_the_terminal() {
    let person = Person::known();
    // An escape sequence, a C1 control, a bidirectional override, a bell.
    let evil = "red\u{1b}[31m\u{9b}2J\u{202e}vsc.\u{7}csv";
    let content = b"date,item\n2026-01-01,Savon\n";
    let archive = person
        .give("answer.zip", pack(&[(evil, content), ("a\rb.csv", b"x".as_slice())]).expect("an archive"));
    for language in ["en", "fr"] {
        let person = Person::known().speaking(language);
        let import = person.run(&["import", &archive]);
        let id = text(&person.json(&["import", &archive])["import"]);
        let report = person.run(&["report", &id, "--text"]);
        person.run(&["report", &id, "--out", "report.html"]);
        let page = fs::read_to_string(person.here().join("report.html")).expect("written");
        for shown in [import.out, import.err, report.out, report.err, page] {
            let raw = shown.chars().find(|c| "\u{1b}\u{9b}\u{202e}\u{7}\r".contains(*c));
            assert_eq!(raw, None, "a control character reaches the reader: {shown:?}");
        }
    }
    let read = person.run(&["import", &archive, "--json"]);
    assert!(read.json()["members"][0]["path"].is_string());
    assert!(!read.out.contains('\u{1b}'), "{:?}", read.out);
}

/// The made-up answers: company and folder.
fn fixtures() -> Vec<(String, PathBuf)> {
    let companies = entries(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import"));
    let cases = companies.iter().flat_map(|company| {
        let name = company.file_name().expect("a name").to_string_lossy().into_owned();
        entries(company).into_iter().map(move |case| (name.clone(), case.join("answer")))
    });
    cases.filter(|(_, answer)| answer.is_dir()).collect()
}

/// Copies an answer; folders called `….xlsx` are workbooks kept unpacked, so that a change shows as text.
fn materialise(from: &Path, to: &Path) {
    if from.is_file() {
        fs::copy(from, to).expect("it is copied");
    } else if from.extension().is_some_and(|extension| extension == "xlsx") {
        let mut members = Vec::new();
        collect(from, "", &mut members);
        let members: Vec<(&str, &[u8])> =
            members.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        fs::write(to, pack(&members).expect("a workbook")).expect("it is written");
    } else {
        fs::create_dir_all(to).expect("the folder is ours");
        for entry in entries(from) {
            materialise(&entry, &to.join(entry.file_name().expect("a name")));
        }
    }
}

fn collect(folder: &Path, inside: &str, members: &mut Vec<(String, Vec<u8>)>) {
    for entry in entries(folder) {
        let name = format!("{inside}{}", entry.file_name().expect("a name").to_string_lossy());
        if entry.is_dir() {
            collect(&entry, &format!("{name}/"), members);
        } else {
            members.push((name, fs::read(&entry).expect("readable")));
        }
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut entries: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    entries.sort();
    entries
}

/// Which of its national companies answered stands in no answer of a family; the one that has the family's id is none of them
/// more than the others.
#[test]
fn the_answer_of_a_family_names_no_controller() {
    let person = Person::known();
    for (name, shown) in [("ikea_commandes.csv", "IKEA"), ("hm_commandes.csv", "H&M")] {
        let given = person.give(name, "Date de commande;Article;Montant\n2024-01-31;Lampe;12,50 €\n");
        let read = person.json(&["import", &given]);
        let report = person.run(&["report", &text(&read["import"]), "--text"]).exits(0).out;
        assert!(report.contains(&format!("What {shown} holds about you")), "{report}");
        assert!(!report.contains("In law,"), "{report}");
    }
}
