//! An answer that came in several archives is one answer: nothing of it is called missing, nothing counts twice unsaid.

use super::person::Person;
use serde_json::Value;

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
            .for_each(|id| assert!(html.contains(id.as_str()), "{id} is not on the page of {asked}"));
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
