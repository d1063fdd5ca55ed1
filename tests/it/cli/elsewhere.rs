//! People outside France: the company of their country, and letters both sides can read.

use std::fs;

use super::person::{Done, Person, text};

/// Somebody who lives in a country and whose computer speaks a language.
fn somebody(country: &str, language: &str) -> Person {
    let person = Person::stranger();
    let set = ["profile", "set", "--name", "Camille Exemple", "--email", "camille@example.org", "--country"];
    let rest = [country, "--address", "1 Example Street", "--address", "12345 Example", "--place", "Example"];
    let arguments = [set.as_slice(), rest.as_slice()].concat();
    let mut command = person.bare_command(&arguments);
    command.env("HABEAS_HOME", person.home()).env("LANG", format!("{language}_XX.UTF-8"));
    Done::of(&command.output().expect("it runs"), &arguments).exits(0);
    person
}

/// The company, the language and what is said of a request drafted without a word about the language.
fn drafted(person: &Person, company: &str) -> (String, String, String) {
    let run = |arguments: &[&str]| {
        let mut command = person.bare_command(arguments);
        command.env("HABEAS_HOME", person.home());
        Done::of(&command.output().expect("it runs"), arguments)
    };
    let said = run(&["draft", "access", company]).out;
    let case = run(&["draft", "access", company, "--again", "--json"]).json()["cases"][0].clone();
    (text(&case["company"]), text(&case["language"]), said)
}

#[test]
fn a_letter_is_in_the_persons_language_where_the_controllers_country_speaks_it() {
    let expected = [
        ("DE", "de", "otto", "de"),
        ("AT", "de", "otto", "de"),
        ("IT", "it", "amazon", "it"),
        ("CH", "it", "digitec-ch", "it"),
        ("NL", "nl", "cdiscount", "fr"),
        ("FR", "fr", "otto", "en"),
        ("FR", "fr", "clearview-ai", "en"),
        ("FR", "fr", "amazon", "fr"),
        ("PL", "pl", "fnac", "en"),
        ("ES", "es", "ikea", "es"),
        ("GB", "en", "cdiscount", "fr"),
    ];
    for (country, language, company, letter) in expected {
        let person = somebody(country, language);
        let profile = fs::read_to_string(person.home().join("profile.yaml")).expect("it was written");
        assert!(profile.contains(&format!("language: {language}")), "{profile}");
        let (_, written, said) = drafted(&person, company);
        assert_eq!(written, letter, "{language}_{country} to {company}");
        assert_eq!(said.contains("--letter-lang"), letter != language, "{language}_{country}: {said}");
    }
}

#[test]
fn a_name_that_national_records_share_means_the_one_of_the_persons_country() {
    let expected = [
        ("FR", "ikea", "ikea-fr"),
        ("DE", "ikea", "ikea"),
        ("IE", "IKEA", "ikea-ie"),
        ("FR", "hm", "hm-fr"),
        ("DE", "H&M", "hm-mode"),
        ("GB", "hm", "hm"),
        ("DE", "amazon", "amazon-de"),
        ("GB", "Amazon", "amazon-gb"),
        ("FR", "amazon", "amazon-fr"),
        ("FR", "zara", "zara-fr"),
        ("DE", "amazon-fr", "amazon-fr"),
        ("FR", "IKEA Deutschland", "ikea"),
        ("FR", "otto", "otto-handel"),
    ];
    for (country, word, company) in expected {
        assert_eq!(drafted(&somebody(country, "en"), word).0, company, "{word} in {country}");
    }
    let person = somebody("IT", "it");
    let refused = ["'IKEA Deutschland'", "ikea-fr", "ikea-es"];
    person.run(&["draft", "access", "ikea"]).exits(1).fails_saying(&refused);
    assert!(person.json(&["status"])["cases"].as_array().expect("cases").is_empty());
    // What is noted of a company is found again by the letter to it.
    let person = somebody("FR", "fr");
    person.run(&["profile", "set", "--known-as", "ikea:customer_number=C-0042"]).exits(0);
    let profile = fs::read_to_string(person.home().join("profile.yaml")).expect("it was written");
    assert!(profile.contains("ikea-fr:"), "{profile}");
}
