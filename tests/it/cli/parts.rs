//! An answer that came in several archives is one answer: nothing of it is called missing, nothing counts twice unsaid.

use serde_json::{Value, json};

use super::person::{Person, text};

const ORDERS: &str =
    "order id,order date,total,currency\nA-1,2023-01-04,10.00,EUR\nA-2,2023-02-05,20.00,EUR\n";
const RECIPIENTS: &str = "recipient,purpose\nExample Experts Ltd,credit\n";
const SEGMENTS: &str = "segment,score\nBig spender,0.9\n";

/// A case that was sent and answered, and what the company sent first.
fn answered(person: &Person) -> String {
    let case = person.draft("cdiscount");
    person.run(&["record", &case, "sent", "--via", "email"]).exits(0);
    person.run(&["record", &case, "answered"]);
    case
}

/// Imports files as a part of the case's answer; returns the id of the import.
fn import(person: &Person, case: &str, folder: &str, files: &[(&str, &str)]) -> String {
    let path = person.folder().join("given").join(folder);
    std::fs::create_dir_all(&path).expect("the folder is ours");
    for (name, text) in files {
        std::fs::write(path.join(name), text).expect("it is ours");
    }
    let imported = person.json(&["import", &path.display().to_string(), "--case", case]);
    imported["import"].as_str().expect("an id").to_owned()
}

fn presence(report: &Value, point: &str) -> String {
    let points = report["gaps"]["points"].as_array().expect("points");
    let found = points.iter().find(|found| found["point"] == point).expect("the point");
    found["presence"].as_str().expect("a presence").to_owned()
}

fn absent(report: &Value) -> Vec<&str> {
    let absent = report["gaps"]["absent_categories"].as_array().expect("categories");
    absent.iter().filter_map(|it| it["category"].as_str()).collect()
}

#[test]
fn what_one_part_holds_is_not_missing_in_another() {
    let person = Person::known();
    let case = answered(&person);
    let first = import(&person, &case, "p1", &[("orders.csv", ORDERS), ("recipients.csv", RECIPIENTS)]);
    // The person recorded what the first part lacks before the second one came.
    person.run(&["audit", &case, "--yes"]).exits(3);
    let second = import(&person, &case, "p2", &[("segments.csv", SEGMENTS)]);

    let out = person.folder().join("out");
    let folder = out.display().to_string();
    person.run(&["follow-up", &case, "--letter-lang", "en", "--out", &folder]).exits(0);
    let files = super::person::tree(&out)
        .into_iter()
        .map(|path| if path.is_absolute() { path } else { out.join(path) });
    let written: String = files
        .filter(|path| path.extension().is_some_and(|it| it == "txt"))
        .map(|path| std::fs::read_to_string(path).expect("a letter"))
        .collect();
    for held in ["15(1)(c)", "15(1)(h)", "15(3)", "category: purchases", "category: conclusions"] {
        assert!(!written.contains(held), "{held} is called missing: {written}");
    }
    assert!(written.contains("15(1)(d)"), "what no part holds is asked for: {written}");

    let whole = person.json(&["report", &case]);
    assert_eq!(
        (presence(&whole, "recipients"), presence(&whole, "automated-decisions")),
        ("found".into(), "partly".into())
    );
    assert_eq!(whole["summary"]["records"], 4);
    assert!(!absent(&whole).contains(&"purchases") && !absent(&whole).is_empty(), "{whole}");
    let alone = person.json(&["report", &second]);
    assert_eq!(alone["summary"]["records"], 1, "its figures are its own");
    assert_eq!(alone["gaps"], whole["gaps"], "what is missing is judged on all");

    let page = person.folder().join("page.html").display().to_string();
    for (asked, wanted) in [(&case, [&first, &second]), (&second, [&first, &case])] {
        person.run(&["report", asked, "--out", &page]).exits(0);
        let html = std::fs::read_to_string(&page).expect("the page");
        wanted
            .iter()
            // In one piece: it does not break at its hyphen.
            .map(|id| format!("<span class=\"reference\">{id}</span>"))
            .for_each(|id| assert!(html.contains(&id), "{id} is not on the page of {asked}"));
    }
    let all = person.json(&["report", "--all"]);
    assert_eq!(all["companies"][0]["records"], 4, "{all}");
    assert_eq!(
        (&all["companies"][0]["imports"][1], &all["earlier"]),
        (&Value::from(second), &Value::from(0))
    );
    let told = person.json(&["sharing"]).to_string();
    assert!(told.contains("Example Experts Ltd"), "{told}");
}

#[test]
fn what_was_imported_again_counts_once() {
    let person = Person::known();
    let case = answered(&person);
    let first = import(&person, &case, "p1", &[("orders.csv", ORDERS)]);
    let again = import(&person, &case, "p1", &[]);
    // They sent the same files again, later, with more in them.
    let longer = format!("{ORDERS}A-3,2023-03-06,30.00,EUR\n");
    let resent = import(&person, &case, "p2", &[("orders.csv", &longer), ("segments.csv", SEGMENTS)]);
    let whole = person.json(&["report", &case]);
    let roles: Vec<(&str, &str)> = whole["imports"]
        .as_array()
        .expect("imports")
        .iter()
        .filter_map(|it| Some((it["import"].as_str()?, it["role"].as_str()?)))
        .collect();
    let wanted = [(&*first, "left-out"), (&*again, "left-out"), (&*resent, "shown")];
    assert_eq!(roles, wanted);
    assert_eq!(whole["summary"]["records"], 4);
    assert_eq!(whole["holdings"][0]["files"][0]["path"], "orders.csv", "no other part has to be told apart");
    let text = person.run(&["report", &case, "--text"]).exits(0).out;
    assert!(text.contains(&first) && text.contains(&again), "{text}");

    // A year of its own under the same name is another part.
    let year = ORDERS.replace("2023", "2024").replace("A-", "B-");
    import(&person, &case, "p3", &[("orders.csv", &year)]);
    assert_eq!(person.json(&["report", &case])["summary"]["records"], 6);
}

/// Words are looked for, tables written and answers compared over all that came for a case, as in its report.
#[test]
fn what_reads_an_answer_again_takes_all_its_parts() {
    let person = Person::known();
    let case = answered(&person);
    let longer = format!("{ORDERS}A-3,2023-03-06,30.00,EUR\n");
    import(&person, &case, "p0", &[("orders.csv", ORDERS)]);
    let first = import(&person, &case, "p1", &[("orders.csv", &longer)]);
    let second = import(&person, &case, "p2", &[("segments.csv", SEGMENTS)]);

    let found = person.json(&["search", "--import", &case]);
    assert_eq!((&found["total"], &found["searched"]), (&json!(4), &json!(2)), "{found}");
    let alone = person.json(&["search", "--import", &second]);
    assert_eq!(alone["total"], 1, "an import is itself alone");

    let out = person.folder().join("whole.json").display().to_string();
    let told = person.json(&["export", &case, "--format", "json", "--out", &out]);
    assert_eq!((&told["records"], &told["imports"]), (&json!(4), &json!([first, second])), "{told}");
    let whole: Value =
        serde_json::from_str(&std::fs::read_to_string(&out).expect("written")).expect("a document");
    let listed = |part: &str, name: &str| -> std::collections::BTreeSet<String> {
        whole[part].as_array().expect("a list").iter().map(|it| text(&it[name])).collect()
    };
    assert_eq!(
        listed("records", "member"),
        listed("members", "path"),
        "records are in the files of the ledger"
    );
    assert_eq!(listed("members", "path").len(), 2);

    let path = person.give("later.csv", format!("{ORDERS}A-4,2024-03-06,40.00,EUR\n"));
    let later = text(&person.json(&["import", &path, "--company", "cdiscount"])["import"]);
    let changed = person.json(&["compare", &case, &later]);
    assert_eq!(
        changed["records"],
        json!({ "same": 2, "changed": 0, "appeared": 1, "vanished": 2 }),
        "an order and the segment are in no later file: {changed}"
    );
    let same = person.run(&["compare", &case, &second]);
    assert!(same.exits(2).err.contains(&format!("both are {case}")));

    // One of two is gone: the other is still looked through, and a table without it is not written.
    std::fs::remove_dir_all(person.folder().join("given/p2")).expect("it is ours");
    let found = person.run(&["search", "--import", &case, "--json"]).exits(3).json();
    assert_eq!((&found["total"], &found["skipped"][0]["import"]), (&json!(3), &json!(second)), "{found}");
    person
        .run(&["export", &case, "--format", "csv", "--out", "t"])
        .fails_saying(&[&second, "is not where it was"]);
    let moved = person.folder().join("given/moved");
    std::fs::create_dir_all(&moved).expect("the folder is ours");
    std::fs::write(moved.join("segments.csv"), SEGMENTS).expect("it is ours");
    let found = person.json(&["search", "--import", &case, "--from", &moved.display().to_string()]);
    assert_eq!(found["total"], 4, "{found}");
}

/// Page one and the ledger speak of the same files, and the same orders in two files are no other orders.
#[test]
fn copies_and_orders_that_are_told_again_are_said_on_page_one() {
    let person = Person::known();
    let case = answered(&person);
    let again = r#"[{"order id":"A-1","order date":"2023-01-04","total":"10.00","currency":"EUR"},
        {"order id":"A-2","order date":"2023-02-05","total":"20.00","currency":"EUR"}]"#;
    import(
        &person,
        &case,
        "p1",
        &[("orders.csv", ORDERS), ("orders.json", again), ("copy of orders.csv", ORDERS)],
    );
    let report = person.json(&["report", &case]);
    let summary = &report["summary"];
    let beside = summary["files_beside"].as_u64().expect("a number");
    assert_eq!(summary["files"].as_u64().expect("a number") + beside, 3, "{summary}");
    assert_eq!((beside, &summary["orders_repeated"]), (1, &Value::from(true)), "{summary}");
    let text = person.run(&["report", &case, "--text"]).exits(0).out.replace('\n', " ");
    assert!(
        text.contains("is a copy of one of these") && text.contains("Some orders stand in several"),
        "{text}"
    );
}
