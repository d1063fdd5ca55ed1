//! The machine contract: what other programs read. Keys may be added, never renamed; sums always hold.

use serde_json::Value;

use super::person::{Person, text};

/// Checks that a value is an object with at least these keys.
fn has(value: &Value, keys: &[&str]) {
    let object = value.as_object().unwrap_or_else(|| panic!("{value} is no object"));
    for key in keys {
        assert!(object.contains_key(*key), "`{key}` is not in {value}");
    }
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap_or_else(|| panic!("{value} is no list"))
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap_or_else(|| panic!("{value} is no count"))
}

#[test]
fn deadline() {
    let counted = Person::stranger().json(&["deadline", "--country", "FR", "--received", "2026-09-10"]);
    has(&counted, &["due", "safe", "unpaused", "state", "steps"]);
    assert_eq!((&counted["due"], &counted["state"]), (&"2026-10-12".into(), &"running".into()));
    list(&counted["steps"]).iter().for_each(|step| has(step, &["date", "text", "article"]));
    let open = Person::stranger().json(&[
        "deadline",
        "--country",
        "FR",
        "--received",
        "2026-03-02",
        "--identity-asked",
        "2026-03-03",
    ]);
    has(&open, &["due", "safe", "unpaused", "state", "steps"]);
}

#[test]
fn draft() {
    let person = Person::known();
    let drafted = person.run(&["draft", "access", "cdiscount", "sarenza", "--json"]).exits(3).json();
    for case in list(&drafted["cases"]) {
        has(case, &["case", "company", "right", "language", "via", "files", "due_if_received_today"]);
        assert_eq!((&case["right"], &case["language"]), (&"access".into(), &"en".into()));
        assert!(text(&case["case"]).starts_with("HB-"));
        for (kind, path) in case["files"].as_object().expect("an object") {
            assert!(std::path::Path::new(&text(path)).is_file(), "{kind}: {path}");
        }
    }
    assert_eq!(drafted["cases"][0]["due_if_received_today"], "2026-12-23");
    assert_eq!(drafted["cases"][0]["via"], "email");
}

#[test]
fn status() {
    let person = Person::known();
    assert_eq!(person.json(&["status"]), serde_json::json!({ "cases": [], "imports": [] }));
    let case = person.draft("cdiscount");
    person.run(&["record", &case, "sent"]).exits(0);
    for shown in [person.json(&["status"]), person.json(&["status", &case]), person.json(&["due", "--all"])] {
        let row = &list(&shown["cases"])[0];
        has(row, &["case", "company", "right", "status", "since", "due", "safe", "overdue_days", "next"]);
        has(&row["next"], &["command", "why"]);
        assert_eq!((&row["case"], &row["company"]), (&case.as_str().into(), &"cdiscount".into()));
        assert_eq!((&row["status"], &row["overdue_days"]), (&"open".into(), &0.into()));
    }
    let one = person.json(&["status", &case]);
    assert_eq!(one["cases"][0]["events"][1]["kind"], "sent");
    assert_eq!(one["cases"][0]["events"][1]["on"], super::person::TODAY);
}

#[test]
fn import() {
    let person = Person::known();
    person.run(&["demo", "--out", "demo"]).exits(0);
    let read = person.json(&["import", "demo/answer.zip"]);
    has(
        &read,
        &["import", "company", "coverage", "members", "records", "inferences", "recipients", "others"],
    );
    has(&read["company"], &["id", "confidence", "evidence"]);
    has(&read["records"], &["total", "by_category", "by_origin", "first", "last"]);
    for member in list(&read["members"]) {
        has(member, &["path", "state", "format", "kind", "category", "rows", "records", "findings"]);
        for finding in list(&member["findings"]) {
            has(finding, &["code", "severity", "text", "place"]);
        }
    }
    sums_hold(&read);
    let unknown = person.give("things.csv", "a,b\n1,2\n");
    assert_eq!(person.json(&["import", &unknown])["company"], Value::Null);
}

/// Checks both sums of an import, and that the ledger and its members agree.
pub(super) fn sums_hold(read: &Value) {
    let coverage = &read["coverage"];
    has(
        coverage,
        &[
            "members", "mapped", "generic", "opaque", "refused", "ignored", "empty", "rows", "records",
            "findings",
        ],
    );
    let states = ["mapped", "generic", "opaque", "refused", "ignored", "empty"];
    let members: u64 = states.iter().map(|state| number(&coverage[state])).sum();
    assert_eq!(number(&coverage["members"]), members, "{coverage}");
    assert_eq!(list(&read["members"]).len() as u64, members, "{coverage}");
    for state in states {
        let found = list(&read["members"]).iter().filter(|member| member["state"] == state).count() as u64;
        assert_eq!(number(&coverage[state]), found, "{state}");
    }
    let rows = number(&coverage["records"]) + number(&coverage["rows_as_findings"]);
    assert_eq!(number(&coverage["rows"]), rows, "{coverage}");
    for column in ["rows", "records"] {
        let sum: u64 = list(&read["members"]).iter().map(|member| number(&member[column])).sum();
        assert_eq!(number(&coverage[column]), sum, "{column}");
    }
    let records = &read["records"];
    assert_eq!(number(&records["total"]), number(&coverage["records"]));
    for by in ["by_category", "by_origin"] {
        let sum: u64 = records[by].as_object().expect("an object").values().map(number).sum();
        assert_eq!(number(&records["total"]), sum, "{by}: {records}");
    }
}

#[test]
fn companies_check() {
    let person = Person::known();
    let checked = person.json(&["companies", "check"]);
    has(&checked, &["companies", "usable", "verified", "recent", "countries", "findings"]);
    assert!(number(&checked["usable"]) <= number(&checked["companies"]));
    let faulty =
        "- id: example-shop\n  name: Example\n  category: retail\n  countries: [XX, YY]\n  status: usable\n";
    let faulty = person.give("faulty.yaml", faulty);
    let checked = person.run(&["companies", "check", &faulty, "--json"]).exits(3).json();
    assert_eq!((number(&checked["companies"]), number(&checked["usable"])), (0, 0), "neither code exists");
    assert!(list(&checked["findings"]).len() >= 2, "all faults at once: {checked}");
    let unreadable = person.give("unreadable.yaml", "- id: one\n  name: One\n- id: two\n  nome: Two\n");
    let unread = person.run(&["companies", "check", &unreadable, "--json"]).exits(3).json();
    let codes: Vec<String> = list(&unread["findings"]).iter().map(|finding| text(&finding["code"])).collect();
    let lacking = [["field-lacking"; 3].as_slice(), &["field-lacking"; 4], &["field-unknown"]].concat();
    assert_eq!(codes, lacking, "all that is missing of both records: {unread}");
    for finding in list(&checked["findings"]) {
        has(finding, &["id", "code", "severity", "line", "column", "text"]);
        assert!(number(&finding["line"]) >= 1 && number(&finding["column"]) >= 1, "{finding}");
    }
}

#[test]
fn report() {
    let person = Person::known();
    person.run(&["demo", "--out", "demo"]).exits(0);
    let read = person.json(&["import", "demo/answer.zip"]);
    let report = person.json(&["report", &text(&read["import"]), "--out", "report.html"]);
    assert!(report.as_object().is_some_and(|report| report.len() > 5), "the whole model");
    let page = std::fs::read_to_string(person.here().join("report.html")).expect("written");
    assert!(page.contains("<!doctype html>") || page.contains("<!DOCTYPE html>"));
}

#[test]
fn every_command_that_prints_facts_prints_json() {
    let person = Person::known();
    let case = person.draft("cdiscount");
    for command in [
        &["profile", "show"] as &[&str],
        &["profile", "check"],
        &["companies", "list"],
        &["companies", "search", "cdis"],
        &["companies", "show", "cdiscount"],
        &["send", &case],
        &["due"],
        &["calendar", "--out", "deadlines.ics"],
        &["cases", "export"],
        &["cases", "export", "--format", "csv"],
        &["record", &case, "sent"],
        &["completions", "bash"],
        &["man"],
        &["demo"],
    ] {
        let done = person.run(&[command, &["--json"]].concat()).exits(0);
        assert!(done.json().is_object(), "{command:?}");
    }
}
