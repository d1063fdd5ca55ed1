//! To whom a complaint goes, in which language, and which law a letter names beside the controller's own.

use std::fs;

use super::person::{Person, text};

/// Somebody in a country with a complaint that is open against a company; returns the case.
fn overdue(country: &str, language: &str, company: &str) -> (Person, String) {
    let mut person = Person::known();
    person.on("2026-01-05").run(&["profile", "set", "--country", country, "--language", language]).exits(0);
    let case =
        text(&person.json(&["draft", "access", company, "--letter-lang", language])["cases"][0]["case"]);
    person.run(&["record", &case, "sent", "--on", "2026-01-05"]).exits(0);
    person.run(&["record", &case, "received", "--on", "2026-01-05"]).exits(0);
    person.on("2026-03-20");
    (person, case)
}

/// The text of the letter a command writes.
fn letter(person: &Person, arguments: &[&str]) -> String {
    let mut command = person.bare_command(&["--today", "2026-03-20", "--home"]);
    command.arg(person.home()).args(arguments).arg("--json");
    let output = command.output().expect("it runs");
    let written: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let files = written["letter"]["files"].as_array().unwrap_or_else(|| panic!("no letter: {written}"));
    let file = files.iter().map(text).find(|file| file.ends_with(".txt")).expect("a text");
    fs::read_to_string(file).expect("it is there").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text of a request that is drafted.
fn request(person: &Person, arguments: &[&str]) -> String {
    let drafted = person.json(&[&["draft"], arguments].concat());
    let file = text(&drafted["cases"][0]["files"]["txt"]);
    fs::read_to_string(file).expect("it is there").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_german_complaint_is_addressed_to_an_authority() {
    let (person, case) = overdue("DE", "de", "cdiscount");
    let refused = [
        "profile set --region CODE (or the line `region: CODE` under `person:` in profile.yaml)",
        "HE (Der Hessische Beauftragte",
        // Art. 77(1): where the company sits.
        "Meanwhile you may turn to the authority in FR",
        "cnil.fr",
    ];
    person.run(&["complain", &case]).fails_saying(&refused);
    assert!(!person.events(&case).contains(&"written".to_owned()));
    person.run(&["profile", "set", "--region", "HE"]).exits(0);
    let complaint = letter(&person, &["complain", &case]);
    assert!(complaint.contains("Der Hessische Beauftragte") && !complaint.contains("_____"), "{complaint}");
}

#[test]
fn an_authority_is_written_to_in_its_language_and_by_its_name_there() {
    let expected = [
        ("CH", "fr", "digitec-ch", "Préposé fédéral"),
        ("CH", "it", "digitec-ch", "Incaricato federale"),
        ("CH", "de", "digitec-ch", "Eidgenössischer Datenschutz"),
        ("BE", "fr", "cdiscount", "Autorité de protection des données"),
        ("BE", "nl", "cdiscount", "Gegevensbeschermingsautoriteit"),
        ("PT", "pt", "cdiscount", "Comissão Nacional de Proteção de Dados"),
    ];
    for (country, language, company, name) in expected {
        let (person, case) = overdue(country, language, company);
        let complaint = letter(&person, &["complain", &case]);
        assert!(complaint.contains(name), "{country} {language}: {complaint}");
        let others = expected.iter().filter(|it| it.0 == country && it.1 != language);
        assert!(others.into_iter().all(|it| !complaint.contains(it.3)), "{country} {language}: {complaint}");
    }
}

#[test]
fn a_complaint_about_cookies_says_which() {
    let (person, case) = overdue("FR", "en", "amazon-fr");
    let refused = person.run(&["complain", &case, "--about", "cookies"]).exits(2).err;
    assert!(refused.contains("--because"), "{refused}");
    let because = "On 3 March 2026 amazon.fr set the cookie session-id before I had agreed.";
    let arguments = ["complain", &case, "--about", "cookies", "--because", because, "--letter-lang", "en"];
    let complaint = letter(&person, &arguments);
    assert!(
        complaint.contains(because) && complaint.contains("if an establishment of the controller in France"),
        "{complaint}"
    );
}

#[test]
fn a_complaint_encloses_only_what_is_there() {
    let (person, case) = overdue("FR", "en", "amazon-de");
    let arguments = ["complain", &case, "--letter-lang", "en"];
    assert!(letter(&person, &arguments).contains("the request is enclosed"));
    person.run(&["cases", "export", "--out", "cases.json"]).exits(0);
    let other = Person::known();
    let file = person.here().join("cases.json").display().to_string();
    other.run(&["cases", "import", &file, "--without-files", "--yes"]).exits(0);
    let complaint = letter(&other, &arguments);
    assert!(
        complaint.contains("two member states") && !complaint.contains("the request is enclosed"),
        "{complaint}"
    );
}

#[test]
fn a_complaint_to_the_ico_cites_the_article_of_its_period() {
    let (mut person, case) = overdue("GB", "en", "asos");
    let before = letter(&person, &["complain", &case, "--to-authority"]);
    assert!(!before.contains("12A"), "received before 5 February 2026: {before}");
    let case = text(&person.on("2026-02-16").json(&["draft", "access", "boohoo"])["cases"][0]["case"]);
    person.run(&["record", &case, "sent", "--to", "1 Example Street"]);
    person.run(&["record", &case, "received"]).exits(0);
    person.on("2026-04-20");
    let complaint = letter_on(&person, "2026-04-20", &["complain", &case, "--to-authority"]);
    assert!(complaint.contains("Article 12(3) and Article 12A"), "{complaint}");
}

fn letter_on(person: &Person, today: &str, arguments: &[&str]) -> String {
    let mut command = person.bare_command(&["--today", today, "--home"]);
    command.arg(person.home()).args(arguments).arg("--json");
    let written: serde_json::Value =
        serde_json::from_slice(&command.output().expect("it runs").stdout).expect("JSON");
    let files = written["letter"]["files"].as_array().unwrap_or_else(|| panic!("no letter: {written}"));
    let file = files.iter().map(text).find(|file| file.ends_with(".txt")).expect("a text");
    fs::read_to_string(file).expect("it is there").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_seller_outside_that_serves_the_persons_country_is_bound_by_the_law_there() {
    let mut person = Person::known();
    let record = |id: &str, country: &str, serves: &str| {
        format!(
            "- id: {id}\n  name: {id}\n  category: retail\n  countries: [{serves}]\n  languages: [en]\n  controller: {{ name: {id} Ltd, country: {country} }}\n  contacts:\n    - {{ purpose: rights, kind: email, value: privacy@example.org, source: 'https://example.org', checked: 2026-02-06 }}\n  status: usable\n"
        )
    };
    let records = [
        ("helvetic", "CH", "CH, FR"),
        ("alpine", "CH", "CH"),
        ("british", "GB", "ALL"),
        ("irish", "IE", "IE, GB"),
    ];
    let all: String = records.iter().map(|(id, country, serves)| record(id, country, serves)).collect();
    person.keep("companies.yaml", all);
    person.on("2026-09-10");
    let european = "Regulation (EU) 2016/679 (GDPR) applies to you as well (Article 3(2))";
    assert!(request(&person, &["access", "helvetic"]).contains(european));
    assert!(!request(&person, &["access", "alpine"]).contains(european));
    assert!(request(&person, &["erasure", "british", "--ground", "objection"]).contains(european));
    assert!(!request(&person, &["access", "irish"]).contains("applies to you as well"));
    person.run(&["profile", "set", "--country", "GB"]).exits(0);
    assert!(request(&person, &["portability", "irish"]).contains("the UK GDPR applies to you as well"));
    assert!(!request(&person, &["portability", "british"]).contains("applies to you as well"));
}

#[test]
fn a_swiss_erasure_declares_what_was_declared() {
    let person = Person::known();
    let declared = "I declare expressly that I do not agree";
    let needless =
        request(&person, &["erasure", "digitec-ch", "--ground", "no-longer-needed", "--letter-lang", "en"]);
    assert!(needless.contains("no longer needed") && !needless.contains(declared), "{needless}");
    let objected = request(
        &person,
        &["erasure", "digitec-ch", "--ground", "objection", "--letter-lang", "en", "--again"],
    );
    assert!(objected.contains(declared), "{objected}");
}
