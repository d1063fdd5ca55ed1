//! Directories of others, two directories compared, and what bounced letters teach.

use std::fs::{self, File};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::person::{Person, text};

/// A directory of one company.
pub(super) const OWN: &str = "- id: own-shop
  name: Own Shop
  category: retail
  countries: [FR]
  controller: { name: Own Shop SAS, country: FR }
  contacts:
    - { purpose: rights, kind: email, value: dpo@own.example, source: \"https://own.example/privacy\", checked: 2026-01-01 }
    - { purpose: rights, kind: email, value: privacy@own.example, source: \"https://own.example/privacy\", checked: 2026-01-01 }
    - { purpose: rights, kind: post, value: \"1 rue de l’Essai\\n69000 Lyon\", source: \"https://own.example/privacy\", checked: 2026-01-01 }
  status: usable
";

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/directory").join(name)
}

fn import(person: &Person, name: &str) -> Value {
    person.run(&["companies", "import", &fixture(name).display().to_string(), "--json"]).exits(3).json()
}

/// The fixture's records as the archive the project offers for download.
pub(super) fn archive() -> Vec<u8> {
    let mut members: Vec<(String, Vec<u8>)> = Vec::new();
    for path in super::person::tree(&fixture("datenanfragen")) {
        let on_disk = fixture("datenanfragen").join(&path);
        if on_disk.is_file() {
            members.push((format!("data-master/{}", path.display()), fs::read(on_disk).expect("readable")));
        }
    }
    let members: Vec<(&str, &[u8])> =
        members.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    habeas::import::container::pack::pack(&members).expect("an archive")
}

fn assert_sums(import: &Value) {
    let number = |key: &str| import[key].as_u64().expect("a number");
    assert_eq!(number("records"), number("imported") + number("merged") + number("rejected"), "{import}");
    let listed = |reason: &Value| reason["count"].as_u64().expect("a number");
    let reasons = import["reasons"].as_array().expect("a list");
    assert_eq!(number("rejected"), reasons.iter().map(listed).sum::<u64>(), "{import}");
    for reason in reasons {
        assert_eq!(listed(reason), reason["places"].as_array().expect("a list").len() as u64, "{reason}");
    }
}

#[test]
fn each_format_is_recognised_by_its_content_and_every_record_accounted_for() {
    let person = Person::stranger();
    for (name, origin, records) in [
        ("datenanfragen", "datenanfragen", 10),
        ("justdeleteme/sites.json", "justdeleteme", 5),
        ("justgetmydata/sites.json", "justgetmydata", 4),
        ("cnil/opencnil-organismes-avec-dpo.csv", "cnil", 8),
    ] {
        let done = import(&person, name);
        let [import] = done["imports"].as_array().expect("a list").as_slice() else { panic!("{done}") };
        assert_eq!((&import["origin"], &import["records"]), (&json!(origin), &json!(records)));
        assert_sums(import);
        let kept = person.home().join(format!("imported/{origin}.jsonl"));
        assert_eq!(fs::metadata(&kept).expect("it is kept").permissions().mode() & 0o777, 0o600);
        assert_eq!(json!(fs::read_to_string(kept).expect("text").lines().count()), import["imported"]);
    }
}

#[test]
fn folder_zip_and_single_record_read_alike() {
    let (folder, zip) = (Person::stranger(), Person::stranger());
    let from_folder = import(&folder, "datenanfragen");
    let given = zip.give("data-master.zip", archive());
    let from_zip = zip.run(&["companies", "import", &given, "--json"]).exits(3).json();
    for key in ["records", "imported", "merged", "rejected"] {
        assert_eq!(from_folder["imports"][0][key], from_zip["imports"][0][key], "{key}");
    }
    assert_eq!(from_folder["files"], from_zip["files"]);
    let records =
        |person: &Person| fs::read(person.home().join("imported/datenanfragen.jsonl")).expect("kept");
    assert_eq!(records(&folder), records(&zip));
    let single = Person::stranger();
    let path = fixture("datenanfragen/companies/beispiel-versand.json").display().to_string();
    single.run(&["companies", "import", &path]).exits(0);
    assert_eq!(single.json(&["companies", "show", "outlet.example"])["id"], "beispiel-versand");
}

#[test]
fn an_imported_record_is_used_where_no_other_names_the_company_and_is_said_to_be_unverified() {
    let person = Person::known();
    assert!(person.run(&["companies", "show", "boutique exemple"]).exits(1).err.contains("no company"));
    import(&person, "datenanfragen");
    import(&person, "justdeleteme/sites.json");
    let shown = person.json(&["companies", "show", "boutique-exemple"]);
    assert_eq!((&shown["origin"], &shown["imported_at"]), (&json!("datenanfragen"), &json!("2026-11-23")));
    let purposes: Vec<&Value> =
        shown["contacts"].as_array().expect("a list").iter().map(|contact| &contact["purpose"]).collect();
    assert_eq!(purposes, ["rights", "rights", "rights", "erasure"], "the page of a second source is added");
    assert_eq!(person.json(&["companies", "show", "alter-versand"])["id"], "beispiel-versand", "a former id");
    let drafted = person.run(&["draft", "access", "boutique-exemple", "--via", "email"]).exits(0);
    assert!(drafted.out.contains("Unverified"), "{}", drafted.out);
    let case = text(&person.json(&["status"])["cases"][0]["case"]);
    let plan = person.run(&["send", &case]).exits(0);
    assert!(plan.out.contains("dpo@boutique.example") && plan.out.contains("Unverified"), "{}", plan.out);

    person.keep("companies.yaml", OWN.replace("own-shop", "boutique-exemple"));
    let shown = person.json(&["companies", "show", "boutique-exemple"]);
    assert_eq!(
        (&shown["name"], &shown["origin"]),
        (&json!("Own Shop"), &Value::Null),
        "the user's own goes first"
    );
}

#[test]
fn an_import_never_takes_the_place_of_a_record_of_the_directory() {
    let person = Person::known();
    let imitation = json!([{ "name": "Cdiscount", "url": "https://elsewhere.example/a/b", "difficulty": "easy",
        "email": "dpo@elsewhere.example" }]);
    let given = person.give("sites.json", imitation.to_string());
    let before = person.json(&["companies", "show", "cdiscount"]);
    let done = person.json(&["companies", "import", &given]);
    assert_eq!(done["imports"][0]["known"], 1);
    assert_eq!(person.json(&["companies", "show", "cdiscount"]), before);
    let squatter = json!([{ "name": "Elsewhere", "url": "https://elsewhere.example/a/b", "difficulty": "easy",
        "domains": ["elsewhere.example", "Cdiscount", "cdiscount.com"] }]);
    person.run(&["companies", "import", &person.give("other.json", squatter.to_string())]).exits(0);
    let drafted = person.json(&["draft", "access", "elsewhere", "cdiscount.com"]);
    assert_eq!(drafted["cases"][1]["company"], "cdiscount", "a name of the directory stays its own");
    let imported = person.json(&["companies", "list", "--imported"]);
    assert_eq!(imported["companies"][0]["company"]["id"], "cdiscount");
    let own = person.json(&["companies", "list"]);
    let ids = own["companies"].as_array().expect("a list").iter().map(|company| &company["id"]);
    assert_eq!(ids.filter(|id| **id == "cdiscount").count(), 1);
}

#[test]
fn a_newer_import_that_changes_an_address_waits_for_a_yes() {
    let person = Person::stranger();
    let record = |email: &str| {
        let path = fixture("datenanfragen/companies/beispiel-versand.json");
        let text = fs::read_to_string(path).expect("readable");
        person.give("beispiel-versand.json", text.replace("datenschutz@versand.example", email))
    };
    person.run(&["companies", "import", &record("datenschutz@versand.example")]).exits(0);
    let newer = record("other@elsewhere.example");
    let done = person.run(&["companies", "import", &newer]).exits(3);
    assert!(done.out.contains("other@elsewhere.example") && done.out.contains("--yes"), "{}", done.out);
    let email = || text(&person.json(&["companies", "show", "beispiel-versand"])["contacts"][0]["value"]);
    assert_eq!(email(), "datenschutz@versand.example");
    person.run(&["companies", "import", &newer, "--yes"]).exits(0);
    assert_eq!(email(), "other@elsewhere.example");
    let index = person.home().join("imported/datenanfragen.index");
    assert!(index.is_file(), "it is made at the import");
    person.run(&["companies", "import", "--remove", "datenanfragen"]).exits(0);
    assert_eq!(
        super::person::tree(&person.home().join("imported")),
        Vec::<PathBuf>::new(),
        "nothing of it stays"
    );
    person.run(&["companies", "show", "beispiel-versand"]).exits(1);
    person.run(&["companies", "import", "--remove", "datenanfragen"]).fails_saying(&["nothing was imported"]);
}

#[test]
fn an_import_drops_no_record_unasked_and_one_record_takes_only_its_own_place() {
    let person = Person::stranger();
    import(&person, "datenanfragen");
    let kept = || {
        let listed = person.json(&["companies", "list", "--imported"]);
        let of = |record: &Value| text(&record["company"]["id"]);
        listed["companies"].as_array().expect("a list").iter().map(of).collect::<Vec<_>>()
    };
    let all = kept();
    let one = fixture("datenanfragen/companies/beispiel-versand.json").display().to_string();
    let done = person.json(&["companies", "import", &one]);
    assert_eq!((&done["imports"][0]["staying"], kept()), (&json!(all.len() - 1), all.clone()));

    let fewer = person.folder().join("given/companies");
    fs::create_dir_all(&fewer).expect("ours");
    for name in ["beispiel-versand.json", "everywhere-ads.json"] {
        fs::copy(fixture("datenanfragen/companies").join(name), fewer.join(name)).expect("copied");
    }
    let fewer = fewer.display().to_string();
    let waits = person.run(&["companies", "import", &fewer]).exits(3).out;
    assert!(waits.contains("Boutique Exemple") && waits.contains("--yes"), "{waits}");
    assert_eq!(kept(), all);
    person.run(&["companies", "import", &fewer, "--yes"]);
    assert_eq!(kept(), ["beispiel-versand", "everywhere-ads"]);
}

#[test]
fn what_was_left_out_of_an_import_is_said_once_and_truly() {
    let person = Person::stranger();
    let register = fs::read_to_string(fixture("cnil/opencnil-organismes-avec-dpo.csv")).expect("text");
    let cut = person.give(
        "cnil.csv",
        register.trim_end().strip_suffix("\"NULL\"").expect("its last cell").to_owned() + "\"NU",
    );
    let said = person.run(&["companies", "import", &cut]).exits(3).out;
    assert!(said.contains("never closed"), "{said}");
    assert!(said.contains("1 × The record lacks “SIREN organisme désignant”"), "{said}");
    assert!(said.contains("cnil.csv (row 7 below the header)"), "{said}");
    let shown = person.run(&["companies", "show", "siren-900000019"]).out;
    assert!(shown.contains("which dates it") && shown.contains("read 23 November 2026 at"), "{shown}");
    let record = |file: &str, slug: &str, field: &str, value: Value| {
        let mut record = json!({ "slug": slug, "name": "Exemple", "address": "1 rue", "relevant-countries": ["fr"],
            "sources": [], "quality": "verified" });
        record[field] = value;
        let folder = person.folder().join("given/companies");
        fs::create_dir_all(&folder).expect("ours");
        fs::write(folder.join(file), record.to_string()).expect("ours");
        folder.display().to_string()
    };
    record("a.json", "a", "name", json!("a\u{202e}b"));
    record("b.json", "b", "address", json!("a\u{202e}b"));
    let folder = record("c.json", "c", "relevant-countries", json!(["zz"]));
    let said = person.run(&["companies", "import", &folder]).exits(3).out;
    assert!(said.contains("2 × A text has control characters"), "{said}");
    assert!(!said.contains("lacks"), "{said}");
}

#[test]
fn what_is_no_directory_is_refused_and_a_damaged_import_is_named() {
    let person = Person::stranger();
    let given = person.give("orders.csv", "date,item\n2026-01-01,Savon\n2026-01-02,Sel\n");
    person.run(&["companies", "import", &given]).fails_saying(&["no directory"]);
    let given = person.give("package.json", "{\"name\": \"x\", \"version\": \"1\"}");
    person.run(&["companies", "import", &given]).fails_saying(&["no directory"]);
    person.run(&["companies", "import", "absent.zip"]).fails_saying(&["does not exist"]);
    let deep = person.give("deep.json", "[".repeat(100_000));
    person.run(&["companies", "import", &deep]).fails_saying(&["no directory"]);
    assert!(!person.home().exists(), "nothing is kept of it");
    let records = fixture("datenanfragen").display().to_string();
    let other = ["companies", "import", &records, "--format", "cnil"];
    person.run(&other).fails_saying(&["no directory in the format of cnil"]);
    import(&person, "datenanfragen");
    let kept = person.home().join("imported/datenanfragen.jsonl");
    let half = fs::read(&kept).expect("kept")[..100].to_vec();
    fs::write(&kept, half).expect("ours");
    person.run(&["companies", "show", "unknown"]).fails_saying(&["damaged in line 1", "--remove"]);
    person.run(&["companies", "show", "cdiscount"]).exits(0);
}

#[test]
fn the_records_of_a_large_register_are_found_one_by_one() {
    let person = Person::stranger();
    let text = fs::read_to_string(fixture("cnil/opencnil-organismes-avec-dpo.csv")).expect("readable");
    let (header, _) = text.split_once("\r\n").expect("a header");
    let mut large = format!("{header}\r\n");
    for number in 0..3_000_u32 {
        let mut cells = vec!["\"NULL\"".to_owned(); 26];
        cells[0] = format!("\"{}\"", siren(number));
        cells[1] = format!("\"ORGANISME {number}\"");
        cells[18] = format!("\"dpo@organisme-{number}.example\"");
        large += &(cells.join(";") + "\r\n");
    }
    let given = person.give("register.csv", large);
    let done = person.run(&["companies", "import", &given, "--json"]).exits(0).json();
    assert_eq!(done["imports"][0]["imported"], 3_000);
    assert_eq!(
        person.json(&["companies", "show", "organisme 2999"])["contacts"][0]["value"],
        "dpo@organisme-2999.example"
    );
}

/// A SIREN with a sound check digit.
fn siren(number: u32) -> String {
    let stem = format!("{:08}", 90_000_000 + number);
    let sum: u32 = stem
        .bytes()
        .rev()
        .enumerate()
        .map(|(index, byte)| {
            let digit = u32::from(byte - b'0') * if index % 2 == 0 { 2 } else { 1 };
            digit / 10 + digit % 10
        })
        .sum();
    format!("{stem}{}", (10 - sum % 10) % 10)
}

#[test]
fn a_changed_address_comes_first_in_a_comparison_and_needs_attention() {
    let person = Person::stranger();
    let old = person.give("old.yaml", OWN);
    let same = person.run(&["companies", "diff", &old, &old]).exits(0);
    assert!(same.out.contains("Nothing changed"), "{}", same.out);
    let diverted =
        OWN.replace("dpo@own.example", "dpo@elsewhere.example").replace("name: Own Shop\n", "name: Own\n");
    let new = person.give("new.yaml", diverted + &OWN.replace("own-shop", "new-shop"));
    let shown = person.run(&["companies", "diff", &old, &new]).exits(3);
    let at =
        |words: &str| shown.out.find(words).unwrap_or_else(|| panic!("`{words}` is not in {}", shown.out));
    assert!(
        at("dpo@elsewhere.example") < at("New company: new-shop")
            && at("new-shop") < at("name was Own Shop and is now Own")
    );
    assert!(shown.out.contains("another site"), "{}", shown.out);
    let facts = person.run(&["companies", "diff", &old, &new, "--json"]).exits(3).json();
    let change = &facts["contacts"][0];
    assert_eq!((&change["change"], &change["other_host"]), (&json!("replaced"), &json!(true)));
    assert_eq!(change["old"], "dpo@own.example");
    // Another contact in front diverts as well; a further one behind does not.
    let lines: Vec<&str> = OWN.lines().collect();
    let swapped = OWN.replace(&format!("{}\n{}", lines[6], lines[7]), &format!("{}\n{}", lines[7], lines[6]));
    let new = person.give("new.yaml", swapped);
    let facts = person.run(&["companies", "diff", &old, &new, "--json"]).exits(3).json();
    assert_eq!(facts["contacts"][0]["change"], "overtaken");
    let fewer = person.give("fewer.yaml", OWN.replace(&format!("{}\n", lines[7]), ""));
    let facts = person.run(&["companies", "diff", &fewer, &old, "--json"]).exits(0).json();
    assert_eq!(facts["comings"][0]["what"], "contact-added");
    let renamed =
        OWN.replace("  name:", "  formerly: [own-shop]\n  name:").replace("id: own-shop", "id: own");
    let new = person.give("new.yaml", renamed);
    let facts = person.run(&["companies", "diff", &old, &new, "--json"]).exits(0).json();
    assert_eq!(facts["comings"][0]["what"], "company-renamed");
}

#[test]
fn a_directory_that_moved_on_is_announced_for_open_cases() {
    let person = Person::known();
    person.keep("companies.yaml", OWN);
    let case = person.draft("own-shop");
    let quiet = person.json(&["companies", "check"]);
    assert_eq!(quiet["moved"], json!([]));
    assert_eq!(person.json(&["status", &case])["cases"][0]["moved"], json!(null));
    person.keep("companies.yaml", OWN.replace("dpo@own.example", "rgpd@own.example"));
    let checked = person.run(&["companies", "check"]).exits(3);
    assert!(checked.out.contains(&case) && checked.out.contains("rgpd@own.example"), "{}", checked.out);
    let shown = person.run(&["status", &case]).exits(0).out;
    assert!(shown.contains("another address") && shown.contains("rgpd@own.example"), "{shown}");
    assert_eq!(person.json(&["status", &case])["cases"][0]["moved"]["address"], "rgpd@own.example");
    person.keep("companies.yaml", "- id: [");
    let shown = person.run(&["status", &case]).exits(0).out;
    assert!(shown.contains("The directory could not be read"), "a case is shown all the same: {shown}");
    person.keep("companies.yaml", OWN.replace("dpo@own.example", "rgpd@own.example"));
    let plan = person.run(&["send", &case]).exits(3);
    assert!(
        plan.out.contains("another address") && plan.out.contains("--to rgpd@own.example"),
        "{}",
        plan.out
    );
    person.run(&["send", &case, "--to", "rgpd@own.example"]).exits(0);
    assert_eq!(person.json(&["companies", "check"])["moved"], json!([]), "the person gave the address");
}

#[test]
fn an_address_that_was_seen_long_ago_is_said_to_be_old() {
    let person = Person::known();
    person.keep("companies.yaml", OWN.replace("2026-01-01", "2021-03-01"));
    let shown = person.run(&["companies", "show", "own-shop"]).exits(0).out;
    assert!(shown.contains("Last seen on 1 March 2021, more than three years ago"), "{shown}");
    let drafted = person.run(&["draft", "access", "own-shop"]).exits(0).out;
    assert!(
        drafted.contains("Last seen on 1 March 2021") && drafted.contains("companies show own-shop"),
        "{drafted}"
    );
    person.keep("companies.yaml", OWN.replace("  status:", "  confidence: unverified\n  status:"));
    let shown = person.run(&["companies", "show", "own-shop"]).exits(0).out;
    assert!(!shown.contains("Last seen"), "{shown}");
    let drafted = person.run(&["draft", "access", "own-shop", "--again"]).exits(0).out;
    assert!(!drafted.contains("Last seen") && drafted.contains("not verified"), "{drafted}");
}

#[test]
fn addresses_that_a_new_version_brings_are_announced_once_and_unasked() {
    let person = Person::known();
    person.keep("companies.yaml", OWN);
    let withdrawn = person.draft("own-shop");
    person.run(&["record", &withdrawn, "withdrawn"]).exits(0);
    let open = person.draft("own-shop");
    let quiet = person.run(&["due"]).exits(0);
    assert!(!quiet.err.contains("own.example"), "{}", quiet.err);
    // What a new version brings is told by its fingerprint; the user's own file stands for it here.
    person.keep("companies.yaml", OWN.replace("dpo@own.example", "rgpd@own.example"));
    let same = person.run(&["due"]).exits(0);
    assert!(!same.err.contains("own.example"), "no new version: {}", same.err);
    person.keep("addresses", "0123456789abcdef\n");
    person.keep("companies.yaml", "- id: [");
    let unread = person.run(&["due", "--json"]).exits(0);
    assert_eq!(unread.err, "", "a faulty file hides no deadline, and nothing is announced by it");
    person.keep("companies.yaml", OWN.replace("dpo@own.example", "rgpd@own.example"));
    let told = person.run(&["status", "--json"]).exits(0);
    assert!(told.json()["cases"].is_array(), "what programs read is left as it is");
    let change = format!("! {open} · Own Shop\n  - dpo@own.example\n  + rgpd@own.example\n");
    assert!(told.err.contains(&change), "{}", told.err);
    assert!(told.err.contains("companies show own-shop") && !told.err.contains(&withdrawn), "{}", told.err);
    assert_eq!(person.run(&["status"]).exits(0).err, "", "said once");
    person.keep("addresses", "0123456789abcdef\n");
    person.keep("companies.yaml", "");
    let told = person.run(&["calendar", "--out", "cases.ics", "--lang", "fr"]).exits(0);
    assert!(
        !told.err.contains("own.example"),
        "of a company nobody knows there is nothing to compare: {}",
        told.err
    );
    let by_post: String =
        OWN.lines().filter(|line| !line.contains("kind: email")).map(|line| format!("{line}\n")).collect();
    person.keep("addresses", "0123456789abcdef\n");
    person.keep("companies.yaml", by_post);
    let told = person.run(&["due", "--lang", "fr"]).exits(0);
    assert!(
        told.err.contains("L’annuaire a désormais d’autres adresses") && told.err.contains("  + ("),
        "{}",
        told.err
    );
}

#[test]
fn a_contact_that_bounced_is_passed_over_until_it_is_seen_to_work() {
    let mut person = Person::known();
    person.keep("companies.yaml", OWN);
    person.on("2026-09-01");
    let first = person.draft("own-shop");
    person.run(&["record", &first, "sent", "--on", "2026-09-01"]).exits(0);
    person.on("2026-09-03");
    let bounced = person.run(&["record", &first, "bounced"]).exits(0);
    assert!(bounced.out.contains("--to privacy@own.example"), "the next one is offered: {}", bounced.out);
    let again = |person: &Person| {
        person.run(&["draft", "access", "own-shop", "--again", "--json"]).json()["cases"][0].clone()
    };
    let second = again(&person);
    assert_eq!(second["address"], "privacy@own.example");
    assert_eq!(second["passed_over"], json!([{ "address": "dpo@own.example", "bounced": "2026-09-03" }]));
    let second = text(&second["case"]);
    for event in ["sent", "bounced"] {
        person.run(&["record", &second, event]).exits(0);
    }
    // What came back does not leave again for the same address by itself.
    person.run(&["send", &second]).fails_saying(&["came back on 2026-09-03", "--to", "--again"]);
    let waiting = person.json(&["send", "--drafted"]);
    assert_eq!((&waiting["messages"], &waiting["left_out"]), (&json!([]), &json!([])), "{waiting}");
    assert_eq!(person.json(&["send", &second, "--again"])["messages"][0]["to"], "privacy@own.example");
    let third = again(&person);
    assert_eq!((&third["via"], &third["address"]), (&json!("post"), &json!("1 rue de l’Essai, 69000 Lyon")));
    let by_mail = person.run(&["draft", "access", "own-shop", "--again", "--via", "email"]).exits(3);
    assert!(
        by_mail.out.contains("address left blank") && by_mail.out.contains("came back"),
        "{}",
        by_mail.out
    );

    // An answer that need not have come by that address lifts nothing; one to a later letter to it does.
    person.on("2026-09-20");
    person.run(&["record", &first, "answered"]).exits(0);
    assert_eq!(again(&person)["via"], "post");
    person.run(&["send", &second, "--to", "privacy@own.example"]).exits(0);
    person.run(&["record", &second, "sent"]).exits(0);
    person.on("2026-09-25");
    person.run(&["record", &second, "acknowledged"]).exits(0);
    assert_eq!(again(&person)["address"], "privacy@own.example");
}

#[test]
fn a_correction_for_the_project_holds_nothing_of_the_persons() {
    let mut person = Person::known();
    person.keep("companies.yaml", OWN);
    person.on("2026-09-03");
    let case = person.draft("own-shop");
    person.run(&["companies", "correct", "own-shop"]).fails_saying(&["known to bounce"]);
    for event in ["sent", "bounced"] {
        person.run(&["record", &case, event]).exits(0);
    }
    let done = person.run(&["companies", "correct", "own-shop"]).exits(0);
    assert!(
        done.out.contains("    # - purpose: rights") && done.out.contains("    # bounced 2026-09"),
        "{}",
        done.out
    );
    for personal in [case.as_str(), "2026-09-03", "Camille", "camille@example.org"] {
        assert!(!done.out.contains(personal), "{personal}: {}", done.out);
    }
    // The snippet is YAML, and what bounced is out of it.
    let yaml = text(&person.json(&["companies", "correct", "own-shop"])["yaml"]);
    let own = person.give("corrected.yaml", &yaml);
    let checked = person.run(&["companies", "check", &own, "--json"]).exits(0).json();
    assert_eq!((&checked["usable"], &checked["findings"]), (&json!(1), &json!([])));
    let differs =
        person.run(&["companies", "diff", &person.give("own.yaml", OWN), &own, "--json"]).exits(3).json();
    assert_eq!(differs["contacts"][0]["new"], "privacy@own.example");

    // However the line with its id is written, it is the user's own record that is corrected.
    let id = "- id: own-shop";
    let notes = "- id: own-shop   # mine";
    for written in [OWN.replace(id, "- id: \"own-shop\""), OWN.replace(id, notes), OWN.replace('\n', "\r\n")]
    {
        person.keep("companies.yaml", &written);
        let yaml = text(&person.json(&["companies", "correct", "own-shop"])["yaml"]);
        assert!(yaml.contains("privacy@own.example") && yaml.contains("own-shop"), "{yaml}");
        assert!(yaml.contains("# bounced"), "{yaml}");
    }
    person.keep(
        "companies.yaml",
        OWN.replace(&format!("{id}\n  name"), "- name").replace("  category", "  id: own-shop\n  category"),
    );
    person
        .run(&["companies", "correct", "own-shop"])
        .fails_saying(&["begin it with the line `- id: own-shop`"]);

    // It is a whole record: put in place of the old one it is read, and the next address is used.
    person.keep("companies.yaml", &yaml);
    let again = person.run(&["draft", "access", "own-shop", "--again", "--json"]).exits(0).json();
    assert_eq!(again["cases"][0]["address"], "privacy@own.example");

    // So is that of a record of the project's, beside the user's own.
    let spartoo = person.draft("spartoo");
    for event in ["sent", "bounced"] {
        person.run(&["record", &spartoo, event]).exits(0);
    }
    let built_in = text(&person.json(&["companies", "correct", "spartoo"])["yaml"]);
    person.keep("companies.yaml", &(yaml + &built_in));
    let kept = person.json(&["companies", "show", "spartoo"]);
    assert!(
        !kept.to_string().contains("dpo@spartoo.com") && kept.to_string().contains("SPARTOO SA"),
        "{kept}"
    );

    // A register of people is no matter for a public text.
    import(&person, "cnil/opencnil-organismes-avec-dpo.csv");
    let refused = person.run(&["companies", "correct", "siren-900000019"]).fails_saying(&["no public text"]);
    assert!(!refused.err.contains('@'), "{}", refused.err);

    // An address the person gave is theirs to tell.
    let other = text(&person.run(&["draft", "access", "sarenza", "--json"]).json()["cases"][0]["case"]);
    person.run(&["send", &other, "--to", "someone@example.org"]).exits(0);
    for event in ["sent", "bounced"] {
        person.run(&["record", &other, event]).exits(0);
    }
    let refused = person.run(&["companies", "correct", "sarenza"]).exits(1);
    assert!(!refused.err.contains("someone@example.org"), "{}", refused.err);
}

#[test]
fn a_directory_file_in_another_encoding_or_without_end_is_refused() {
    let person = Person::stranger();
    let latin = OWN.replace("Own Shop SAS", "Soci\u{e9}t\u{e9}");
    let latin: Vec<u8> = latin.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
    let given = person.give("latin.yaml", latin);
    person.run(&["companies", "check", &given]).fails_saying(&["not UTF-8", "line 5"]);
    let huge = person.folder().join("given/huge.yaml");
    File::create(&huge).and_then(|file| file.set_len(1 << 30)).expect("a file of a gigabyte, all holes");
    person.run(&["companies", "check", &huge.display().to_string()]).fails_saying(&["larger than"]);
    person.run(&["companies", "diff", &given, &huge.display().to_string()]).exits(1);
}
