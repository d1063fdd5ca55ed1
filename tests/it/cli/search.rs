//! Searching: what is found in the directory and in imported ones, and why.

use std::fs;

use serde_json::{Value, json};

use super::person::Person;

/// A record of an imported directory, on a line of its own.
fn line(id: &str, name: &str) -> String {
    let contact = json!({
        "purpose": "rights", "kind": "email", "value": "dpo@example.org",
        "source": "https://example.org", "checked": "2026-01-01",
    });
    let company = json!({
        "id": id, "name": name, "category": "retail", "countries": ["FR"],
        "contacts": [contact], "status": "usable",
    });
    format!("{}\n", json!({ "origin": "cnil", "company": company }))
}

fn import(person: &Person, lines: &[String]) {
    let folder = person.home().join("imported");
    fs::create_dir_all(&folder).expect("the folder is ours");
    fs::write(folder.join("cnil.jsonl"), lines.concat()).expect("the folder is ours");
}

fn found(person: &Person, words: &[&str]) -> Vec<Value> {
    let answer = person.json(&[&["companies", "search"], words].concat());
    answer["companies"].as_array().expect("a list").clone()
}

#[test]
fn a_find_says_why_it_is_one() {
    let person = Person::stranger();
    let text = person.run(&["companies", "search", "c", "discoumt"]).exits(0).out;
    assert!(text.starts_with("cdiscount") && text.contains("(close spelling: name)"), "{text}");
    let finds = found(&person, &["c", "discoumt"]);
    assert_eq!(finds[0]["matched"], json!({ "by": "name", "text": "Cdiscount", "edits": 1 }));
    assert_eq!(finds[0]["origin"], Value::Null);
    let french = Person::stranger().speaking("fr");
    let text = french.run(&["companies", "search", "amazone"]).exits(0).out;
    assert!(text.contains("(orthographe proche\u{a0}: marque «\u{a0}Amazon\u{a0}»)"), "{text}");
}

#[test]
fn imported_records_are_found_at_their_places_and_said_to_be_unverified() {
    let person = Person::stranger();
    let lines: Vec<String> =
        (0..30).map(|at| line(&format!("galopin-{at}"), &format!("Galopin {at}"))).collect();
    import(&person, &lines);
    let text = person.run(&["companies", "search", "galoppin", "17"]).exits(0).out;
    let first = text.lines().next().unwrap_or_default();
    assert!(first.starts_with("galopin-17 ") && first.contains("imported from cnil, unverified"), "{text}");
    let answer = person.json(&["companies", "search", "galopin"]);
    assert_eq!((answer["companies"].as_array().map(Vec::len), &answer["more"]), (Some(10), &json!(20)));
    let text = person.run(&["companies", "search", "galopin", "--limit", "29"]).exits(0).out;
    assert!(text.ends_with("1 more; --limit 30 shows it\n"), "{text}");
}

#[test]
fn what_is_imported_anew_is_searched_anew_and_never_hides_the_directorys_own() {
    let person = Person::stranger();
    import(&person, &[line("galopin", "Galopin")]);
    assert_eq!(found(&person, &["galopin"])[0]["id"], "galopin");
    import(&person, &[line("yodel", "Yodel & Fils"), line("cdiscount", "Cdiscount")]);
    person.run(&["companies", "search", "galopin"]).exits(1);
    assert_eq!(found(&person, &["yodell"])[0]["origin"], "cnil");
    let finds = found(&person, &["cdiscount"]);
    assert_eq!((finds.len(), &finds[0]["origin"]), (1, &Value::Null));
}

#[test]
fn a_damaged_import_is_named_with_its_line() {
    let person = Person::stranger();
    import(&person, &[line("galopin", "Galopin"), "{ \"company\": 7 }\n".to_owned()]);
    person.run(&["companies", "search", "galopin"]).fails_saying(&["cnil.jsonl", "line 2"]).in_one_sentence();
}
