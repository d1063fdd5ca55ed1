//! An answer is read again: searched, exported, asked for when it moved; and recipes are checked, tried, drafted.

use std::fs;

use serde_json::Value;

use super::person::{Person, text};

const ORDERS: &str = "Date de commande;N° de commande;Article;Montant;Adresse\n\
    31/01/2024;A1;Lampe élégante;1 012,50;1 rue de l’Exemple\n\
    02/02/2024;A2;=HYPERLINK(\"http://example.org\");-4,99;+33 1\n";

fn imported(person: &Person) -> (String, String) {
    let answer = person.give("commandes.csv", ORDERS);
    (text(&person.json(&["import", &answer])["import"]), answer)
}

#[test]
fn words_are_found_whatever_their_case_and_accents() {
    let person = Person::known();
    let (import, _) = imported(&person);
    for words in
        [["LAMPE"].as_slice(), &["elegante"], &["rue de l’exemple"], &["rue de l'exemple"], &["lampe", "a1"]]
    {
        let found = person.json(&[&["search"], words].concat());
        assert_eq!(found["total"], 1, "{words:?}: {found}");
        let hit = &found["hits"][0];
        assert_eq!((&hit["import"], &hit["when"]), (&import.as_str().into(), &"2024-01-31".into()));
        assert_eq!(hit["place"], "commandes.csv:1");
    }
    assert_eq!(person.json(&["search", "lampe", "A2"])["total"], 0);
    let said = person.run(&["search", "lampe"]).exits(0).out;
    assert!(said.contains("2024-01-31") && said.contains("commandes.csv:1"), "{said}");
}

/// As it is typed on a keyboard without these letters, across a line break, and without what sets thousands apart.
#[test]
fn words_are_found_however_they_are_typed() {
    let person = Person::known();
    let rows = "Date;Article;Note\n2024-01-31;Łódź København;two\n2024-02-01;Straße du Cœur, œuvre;x\n\
        2024-02-02;Lampe;\"on two\r\nlines\"\n2024-02-03;Table;1\u{202f}234,50\n2024-02-04;Bed;1,234.50 and 9.123456\n";
    let answer = person.give("commandes.csv", rows);
    person.run(&["import", &answer]).exits(0);
    for (words, total) in [
        ("lodz", 1),
        ("kobenhavn", 1),
        ("KØBENHAVN", 1),
        ("strasse", 1),
        ("straße", 1),
        ("coeur", 1),
        ("oeuvre", 1),
        ("two lines", 1),
        ("1234", 2),
        ("9123", 0),
    ] {
        assert_eq!(person.json(&["search", words])["total"], total, "{words}");
    }
}

#[test]
fn the_rows_behind_a_number_are_listed() {
    let person = Person::known();
    let (import, _) = imported(&person);
    let rows = person.json(&["search", "--import", &import, "--category", "purchases"]);
    assert_eq!(rows["total"], 2);
    let rows = person.json(&["search", "--import", &import, "--since", "2024-02-01"]);
    assert_eq!((&rows["total"], &rows["hits"][0]["place"]), (&1.into(), &"commandes.csv:2".into()));
    let one = person.json(&["search", "--import", &import, "--limit", "1"]);
    assert_eq!((one["total"].as_u64(), one["hits"].as_array().map(Vec::len)), (Some(2), Some(1)));
    person.run(&["search"]).exits(2);
    person.run(&["search", "x", "--category", "shopping"]).exits(2);
}

#[test]
fn an_answer_that_moved_is_asked_for_by_name_and_another_one_is_refused() {
    let person = Person::known();
    let (import, answer) = imported(&person);
    let moved = person.folder().join("given/elsewhere.csv");
    fs::rename(&answer, &moved).expect("it is ours");
    let gone = person.run(&["search", "lampe", "--import", &import]);
    gone.fails_saying(&["commandes.csv", "SHA-256", "--from"]);
    let all = person.run(&["search", "lampe", "--json"]);
    assert_eq!(all.exits(3).json()["skipped"][0]["import"], import.as_str());
    let moved = moved.display().to_string();
    assert_eq!(person.json(&["search", "lampe", "--import", &import, "--from", &moved])["total"], 1);
    let other = person.give("other.csv", "a,b\n1,2\n");
    person.run(&["export", &import, "--format", "json", "--from", &other]).fails_saying(&["not the answer"]);
}

#[test]
fn an_export_holds_every_record_and_starts_no_formula() {
    let person = Person::known();
    let (import, _) = imported(&person);
    person.run(&["export", &import, "--format", "csv", "--out", "tables"]).exits(0);
    let table =
        |name: &str| fs::read_to_string(person.here().join("tables").join(name)).expect("it is there");
    let (records, fields) = (table("records.csv"), table("fields.csv"));
    assert_eq!(records.lines().count(), 3, "{records}");
    assert!(records.contains("\"1012.50\"") && records.contains("\"2024-01-31T00:00:00\""), "{records}");
    assert!(fields.contains("\"'=HYPERLINK(\"\"http://example.org\"\")\""), "{fields}");
    assert!(fields.contains("\"'+33 1\"") && fields.contains("\"'-4,99\""), "{fields}");
    assert!(table("members.csv").contains("commandes.csv"));
    person.run(&["export", &import, "--format", "csv", "--out", "tables"]).fails_saying(&["there already"]);

    person.run(&["export", &import, "--format", "json", "--out", "answer.json"]).exits(0);
    let json: Value =
        serde_json::from_str(&fs::read_to_string(person.here().join("answer.json")).expect("it is there"))
            .expect("it is JSON");
    assert_eq!(json["records"].as_array().map(Vec::len), Some(2));
    assert_eq!(json["records"][0]["fields"][2], serde_json::json!(["Article", "Lampe élégante"]));
    assert_eq!(json["coverage"]["records"], 2);

    person.run(&["export", &import, "--format", "sqlite", "--out", "answer.sqlite"]).exits(0);
    let database = rusqlite::Connection::open(person.here().join("answer.sqlite")).expect("it opens");
    let count = |query: &str| database.query_row(query, [], |row| row.get::<_, i64>(0)).expect("it answers");
    assert_eq!(count("SELECT count(*) FROM records WHERE at LIKE '2024-%'"), 2);
    assert_eq!(count("SELECT count(*) FROM fields WHERE record = 2"), 5);
    assert_eq!(count("SELECT count(*) FROM members"), 1);
}

#[test]
fn an_export_to_standard_output_is_the_document_and_nothing_else() {
    let person = Person::known();
    let (import, _) = imported(&person);
    let before = fs::read_dir(person.here()).expect("a folder").count();
    for more in [&[][..], &["--json"]] {
        let command = [&["export", &import, "--format", "json", "--out", "-"], more].concat();
        let json: Value = serde_json::from_str(&person.run(&command).out).expect("nothing but the document");
        assert_eq!(json["records"].as_array().map(Vec::len), Some(2));
        assert_eq!(json["coverage"]["records"], 2);
    }
    let table = person.run(&["export", &import, "--format", "csv", "--out", "-"]).out;
    let mut lines = table.lines();
    assert!(
        lines.next().is_some_and(|head| head.ends_with("\"flags\",\"role\",\"name\",\"value\"")),
        "{table}"
    );
    // Two records, and the fields and roles of each in a row of its own.
    assert!(table.contains("\"\",\"Article\",\"Lampe élégante\""), "{table}");
    assert!(table.contains("\"'=HYPERLINK(\"\"http://example.org\"\")\""), "{table}");
    let fields =
        |record: &str| lines.clone().filter(|line| line.starts_with(&format!("\"{record}\","))).count();
    assert!(fields("1") >= 5 && fields("2") >= 5, "{table}");
    assert_eq!(fields("1") + fields("2"), lines.clone().count());
    let refused = person.run(&["export", &import, "--format", "sqlite", "--out", "-"]).exits(2).err;
    assert!(refused.contains("a database cannot be written to standard output"), "{refused}");
    assert!(refused.contains("--format json or csv"), "{refused}");
    assert_eq!(fs::read_dir(person.here()).expect("a folder").count(), before, "no file called -");
}

#[test]
fn what_a_terminal_would_obey_is_shown_in_a_table_and_kept_in_the_document() {
    let person = Person::known();
    let exact = "\"Soap:\n- first item\n- se\u{ad}cond\u{200f}\"";
    let hostile = "Date,Article,Note\n2024-01-31,\"Lampe\u{1b}[2J\u{7}\",\"a;=1+1\"\n2024-02-01,\"b\u{9b}c\u{202e}\",-3\n";
    let hostile = format!("{hostile}2024-02-03,x,{exact}\n");
    let answer = person.give("commandes.csv", &hostile);
    let import = text(&person.json(&["import", &answer])["import"]);
    let table = person.run(&["export", &import, "--format", "csv", "--out", "-"]).out;
    let raw = table.chars().find(|c| c.is_control() && !"\r\n".contains(*c) || *c == '\u{202e}');
    assert_eq!(raw, None, "{table:?}");
    assert!(table.contains("Lampe⟨U+001B⟩[2J⟨U+0007⟩") && table.contains("b⟨U+009B⟩c⟨U+202E⟩"), "{table}");
    assert!(table.contains(exact), "a list in a text is no formula: {table}");
    assert!(
        table.contains("\"a;'=1+1\"") && table.contains("\"-3\""),
        "also where a sheet divides at ;: {table}"
    );
    let document = person.run(&["export", &import, "--format", "json", "--out", "-"]).out;
    let document: Value = serde_json::from_str(&document).expect("it is JSON");
    assert_eq!(document["records"][0]["fields"][1], serde_json::json!(["Article", "Lampe\u{1b}[2J\u{7}"]));
    assert_eq!(document["records"][0]["fields"][2], serde_json::json!(["Note", "a;=1+1"]));
}

#[test]
fn a_member_that_is_read_twice_is_exported_once() {
    let person = Person::known();
    let mut rows = String::from("Date,word\n");
    rows.push_str(&"01/02/2024,a\n".repeat(500));
    rows.push_str("31/01/2024,b\n");
    let answer = person.give("x.csv", rows);
    let import = text(&person.json(&["import", &answer])["import"]);
    for (format, out) in [("json", "x.json"), ("csv", "x"), ("sqlite", "x.sqlite")] {
        let done = person.json(&["export", &import, "--format", format, "--out", out]);
        assert_eq!(done["records"], 501, "{format}");
    }
    let records = fs::read_to_string(person.here().join("x/records.csv")).expect("it is there");
    assert_eq!(records.lines().count(), 502);
    assert!(records.contains("\"2024-02-01T00:00:00\""), "the dates are those of the second reading");
    let json = fs::read_to_string(person.here().join("x.json")).expect("it is there");
    let json: Value = serde_json::from_str(&json).expect("it is JSON");
    assert_eq!(json["records"].as_array().map(Vec::len), Some(501));
}

#[test]
fn a_drafted_recipe_is_sound_and_reads_the_answer_it_was_drafted_from() {
    let person = Person::known();
    let answer = person.give("commandes.csv", ORDERS);
    person.run(&["recipe", "draft", &answer, "--company", "example-shop", "--out", "shop.yaml"]).exits(0);
    let recipe = person.here().join("shop.yaml").display().to_string();
    let drafted = fs::read_to_string(&recipe).expect("it is there");
    assert!(!drafted.contains("Lampe"), "no value is in it: {drafted}");
    assert!(drafted.contains("before you share"), "{drafted}");
    let checked = person.json(&["recipe", "check", &recipe]);
    assert_eq!(checked["recipes"][0]["notes"], serde_json::json!([]), "{drafted}");
    let tried = person.json(&["recipe", "try", &recipe, &answer]);
    assert_eq!(tried["coverage"]["mapped"], 1, "{tried}");
    let row = &tried["members"][0]["first"][0];
    assert_eq!((&row["when"], &row["kind"]), (&"2024-01-31 00:00:00".into(), &"order".into()), "{drafted}");
    assert_eq!(row["amount"], "1012.50 ?");
    let said = person.run(&["recipe", "try", &recipe, &answer, "--rows", "1"]).exits(0).out;
    assert!(said.contains("Lampe élégante") && !said.contains("HYPERLINK"), "{said}");

    fs::create_dir_all(person.home().join("recipes")).expect("ours");
    fs::copy(&recipe, person.home().join("recipes/shop.yaml")).expect("ours");
    assert_eq!(person.json(&["import", &answer])["company"]["id"], "example-shop");
}

/// Tables of one page that only their columns tell apart all get their rows.
#[test]
fn no_table_of_a_draft_takes_the_rows_of_another() {
    let person = Person::known();
    let answer = person.give("orders.csv", "Order,Date,Amount\n1,2026-01-05,10.00 EUR\n");
    let import = text(&person.json(&["import", &answer])["import"]);
    person.run(&["report", &import, "--pdf", "--out", "answer.pdf"]).exits(0);
    let answer = person.here().join("answer.pdf").display().to_string();
    person.run(&["recipe", "draft", &answer, "--company", "example-shop", "--out", "shop.yaml"]).exits(0);
    let recipe = person.here().join("shop.yaml").display().to_string();
    let checked = person.json(&["recipe", "check", &recipe]);
    assert_eq!(checked["recipes"][0]["notes"], serde_json::json!([]), "{checked}");
    let drafted = fs::read_to_string(&recipe).expect("it is there");
    assert!(drafted.matches("headers:").count() > 2, "{drafted}");
    person.run(&["recipe", "try", &recipe, &answer]).exits(0);
}

/// A draft says of cents that they are cents, and of a price per piece by what it is multiplied.
#[test]
fn a_drafted_recipe_counts_cents_and_pieces_as_the_answer_does() {
    let person = Person::known();
    let table = "order_id,created_at,product,unit_price_cents,quantity,currency\n1,2024-01-31,Lamp,1250,3,EUR\n2,2024-02-01,Rug,599,1,JPY\n";
    let answer = person.give("orders.csv", table);
    person.run(&["recipe", "draft", &answer, "--company", "example-shop", "--out", "shop.yaml"]).exits(0);
    let recipe = person.here().join("shop.yaml").display().to_string();
    let drafted = fs::read_to_string(&recipe).expect("it is there");
    assert!(drafted.contains("smallest_unit: [\"unit_price_cents\"]"), "{drafted}");
    assert_eq!(person.json(&["recipe", "check", &recipe])["recipes"][0]["notes"], serde_json::json!([]));
    let first = &person.json(&["recipe", "try", &recipe, &answer])["members"][0]["first"];
    assert_eq!(
        (&first[0]["amount"], &first[1]["amount"]),
        (&"37.50 EUR".into(), &"599 JPY".into()),
        "{first}"
    );
}

#[test]
fn a_drafted_recipe_holds_no_value_that_stands_where_a_name_would() {
    let person = Person::known();
    let document = r#"{"camille@example.org": {"orders": [{"id": 1, "date": "2024-01-05"}], "+33 6 00 00 00 00": "x"},
        "4711889900": [{"a": 1, "date": "2024-01-01"}], "2024-01-05": [{"page": "/a"}]}"#;
    let table = "Order no;Order date;camille@example.org\nC1;2024-01-05;x\n";
    let answer = person.give("client.json", document);
    let other = person.give("0601020304.csv", table);
    for (answer, kept, out) in
        [(&answer, "rows: \"/*/orders\"", "own.yaml"), (&other, "Order no", "other.yaml")]
    {
        person.run(&["recipe", "draft", answer, "--company", "example-shop", "--out", out]).exits(0);
        let drafted = fs::read_to_string(person.here().join(out)).expect("it is there");
        for value in ["camille", "@", "+33", "00 00", "4711889900", "2024-01-05", "0601020304"] {
            assert!(!drafted.contains(value), "{value}: {drafted}");
        }
        assert!(drafted.contains(kept) && drafted.contains("left out"), "{drafted}");
        let recipe = person.here().join(out).display().to_string();
        person.run(&["recipe", "check", &recipe]).exits(0);
    }
}

/// What no recipe knows is read by names and values, and a trial says how sure that is.
#[test]
fn a_trial_says_how_sure_category_and_origin_are_where_no_recipe_says_them() {
    let person = Person::known();
    let answer = person.give("commandes.csv", ORDERS);
    let recipe = person.give("shop.yaml", "company: example-shop\nlayout: \"1\"\nlearned_from: invented\nrecognise:\n  any:\n    - { glob: \"x.csv\", weight: strong }\nfiles: []\n");
    let tried = person.json(&["recipe", "try", &recipe, &answer]);
    let confidence = &tried["members"][0]["confidence"];
    assert!(confidence["category"].as_u64().is_some_and(|sure| (1..=100).contains(&sure)), "{tried}");
    assert!(confidence["origin"].as_u64().is_some_and(|sure| sure <= 100), "{tried}");
    let said = person.run(&["recipe", "try", &recipe, &answer]).exits(0).out;
    let sure = format!(
        "{} % sure of the category, {} % sure of the origin",
        confidence["category"], confidence["origin"]
    );
    assert!(said.contains(&sure), "{said}");
}

#[test]
fn a_faulty_recipe_is_shown_with_its_lines() {
    let person = Person::known();
    let faulty = "company: example-shop\nlayout: \"1\"\nlearned_from: x\nfiles:\n  - glob: a.csv\n    \
        kind: oder\n    category: purchases\n    origin: observed\n";
    let path = person.give("faulty.yaml", faulty);
    let done = person.run(&["recipe", "check", &path]).exits(3);
    assert!(done.out.contains("oder") && done.out.contains(":6:"), "{}", done.out);
    let checked = person.run(&["recipe", "check", &path, "--json"]).json();
    assert_eq!(checked["recipes"][0]["fault"]["line"], 6);
    let answer = person.give("a.csv", "x\n1\n");
    person.run(&["recipe", "try", &path, &answer]).fails_saying(&["kind: oder", "mend the lines"]);
    let sound = person.give("odd.yaml", faulty.replace("oder", "order"));
    let odd = person.run(&["recipe", "check", &sound]).exits(0).out;
    assert!(odd.contains("--company"), "what is odd is said: {odd}");
    let known = person.json(&["recipe", "list"]);
    let amazon =
        known["companies"].as_array().and_then(|all| all.iter().find(|it| it["company"] == "amazon"));
    assert_eq!(amazon.map(|amazon| &amazon["certainty"]), Some(&"observed".into()));
}
