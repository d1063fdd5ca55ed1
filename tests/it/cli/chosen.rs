//! Whom a letter goes to: what is said where it may be the wrong one, and of addresses that are not as they look.

use std::fs;

use serde_json::{Value, json};

use super::foreign::OWN;
use super::person::Person;

/// Two shops of one name, one of each country, one that is closed, and a record in the letters of its language.
fn shops() -> String {
    let shop = |id: &str, name: &str, country: &str| {
        let own =
            OWN.replace("own-shop", id).replace("Own Shop", name).replace("[FR]", &format!("[{country}]"));
        own.replace("own.example", &format!("{id}.example"))
    };
    let letters = OWN.replace("dpo@own.example", "dpo@b\u{fc}cher-test.example");
    shop("mono-de", "Mono", "DE")
        + &shop("duo-de", "Duo Deutschland", "DE").replace("category", "brands: [Duo]\n  category")
        + &shop("duo-fr", "Duo France", "FR").replace("category", "brands: [Duo]\n  category")
        + &shop("gone", "Gone", "FR").replace("status: usable", "status: closed")
        + &letters
}

#[test]
fn a_company_that_does_not_serve_the_persons_country_is_not_written_to_without_a_word() {
    let person = Person::known();
    person.keep("companies.yaml", shops());
    for (word, abroad) in [
        ("mono", json!({ "home": "FR", "serves": ["DE"], "instead": [] })),
        ("duo-de", json!({ "home": "FR", "serves": ["DE"], "instead": ["duo-fr"] })),
        ("duo", Value::Null),
        ("cdiscount", Value::Null),
    ] {
        let drafted = person.json(&["draft", "access", word, "--again"]);
        assert_eq!(drafted["cases"][0]["abroad"], abroad, "{word}");
        let said = person.run(&["draft", "access", word, "--again"]).out;
        assert_eq!(said.contains("yours (France) is not among them"), abroad != Value::Null, "{said}");
        let offered = abroad["instead"][0].as_str().map(|id| format!("draft access {id}\n"));
        assert!(offered.is_none_or(|offered| said.contains(&offered)), "{said}");
    }
    let shown = person.run(&["companies", "show", "duo-de"]).exits(0).out;
    assert!(shown.contains("Serves people in: Germany"), "{shown}");
    let closed = person.run(&["companies", "show", "gone"]).exits(0).out;
    assert!(closed.contains("is closed"), "{closed}");
    let older = person.give("older.yaml", shops().replace("status: closed", "status: usable"));
    let newer = person.give("newer.yaml", shops());
    let changed = person.run(&["companies", "diff", &older, &newer]).out;
    assert_eq!(changed, "gone: status was usable and is now closed\n");
}

#[test]
fn a_domain_in_letters_of_its_language_is_written_to_as_mail_carries_it() {
    let person = Person::known();
    person.keep("companies.yaml", shops());
    let coded = "dpo@xn--bcher-test-9db.example";
    let drafted = person.json(&["draft", "access", "own-shop"]);
    assert_eq!(drafted["cases"][0]["address"], coded);
    let shown = person.run(&["companies", "show", "own-shop"]).out;
    assert!(shown.contains(coded) && shown.contains("stands for: dpo@b\u{fc}cher-test.example"), "{shown}");
    let set = ["profile", "set", "--email", "camille@b\u{fc}cher.example"];
    person.run(&set).exits(0);
    person.run(&["draft", "access", "own-shop", "--again"]).exits(0);
    person.run(&["profile", "set", "--email", "cam\u{ed}lle@example.org"]).exits(2);
    // Written so that nobody sees it, a domain imitates as well.
    person.keep(
        "companies.yaml",
        OWN.replace("own.example", "xn--wn-7ka.example").replace("dpo@", "dpo@xn--pple-43d."),
    );
    let shown = person.run(&["companies", "show", "own-shop"]).out;
    assert!(shown.contains("mixes writing systems"), "{shown}");
}

/// A profile as somebody writes it: order, quotation marks and comments are theirs.
const BY_HAND: &str = "# mine
person:
  # as on my card
  name: 'Camille Exemple'
  emails: [camille@example.org]   # the old one answers too
  country: FR  # since 2020
  known_as:
    # asked for in May
    cdiscount:
      customer_number: C-1
      username: cam  # the shop's app
  place: Lyon
# the end
";

#[test]
fn what_is_set_changes_its_own_lines_and_no_others() {
    for (set, old, new) in [
        (["--place", "Paris"], "  place: Lyon\n", "  place: Paris\n"),
        (["--country", "be"], "  country: FR  # since 2020\n", "  country: BE # since 2020\n"),
        (
            ["--known-as", "cdiscount:customer_number= C-2 "],
            "      customer_number: C-1\n",
            "      customer_number: C-2\n",
        ),
        (["--known-as", "cdiscount:customer_number="], "      customer_number: C-1\n", ""),
        (["--telephone", "0199000000"], "  place: Lyon\n", "  place: Lyon\n  telephone: '0199000000'\n"),
        (["--language", "fr"], "  place: Lyon\n", "  place: Lyon\nlanguage: fr\n"),
    ] {
        let person = Person::stranger();
        person.keep("profile.yaml", BY_HAND);
        person.run(&[["profile", "set"], set].concat());
        let written = fs::read_to_string(person.home().join("profile.yaml")).expect("text");
        let quoted = |text: &str| text.replace(['"', '\''], "");
        assert_eq!(quoted(&written), quoted(&BY_HAND.replacen(old, new, 1)), "{set:?}");
        assert!(!person.home().join("profile.before.yaml").exists());
    }
    let person = Person::stranger();
    let tangled = "{ person: { name: Camille Exemple, emails: [camille@example.org] } } # mine\n";
    person.keep("profile.yaml", tangled);
    let said = person.run(&["profile", "set", "--place", "Lyon"]).out;
    let kept = fs::read_to_string(person.home().join("profile.before.yaml")).expect("it is kept");
    assert!(kept == tangled && said.contains("profile.before.yaml"), "{said}");
    assert_eq!(person.json(&["profile", "show"])["profile"]["person"]["place"], "Lyon");
}

#[test]
fn a_number_that_is_taken_back_stands_in_no_letter_and_a_country_stands_there_once() {
    let person = Person::known();
    person.run(&["profile", "set", "--known-as", "cdiscount:customer_number= 12 "]).exits(0);
    let known = || person.json(&["profile", "show"])["profile"]["person"]["known_as"]["cdiscount"].clone();
    assert_eq!(known()["customer_number"], "12");
    person.run(&["profile", "set", "--known-as", "cdiscount:customer_number="]).exits(0);
    assert_eq!(known(), Value::Null);
    person.run(&["profile", "set", "--dealt-with", "cdiscount=orders"]).exits(0);
    person.run(&["profile", "set", "--dealt-with", "cdiscount="]).exits(0);
    assert_eq!(person.json(&["profile", "show"])["profile"]["person"].get("dealt_with"), None);
    let address = ["--address", "1 Test Street", "--address", "London", "--address", "United Kingdom"];
    person.run(&[["profile", "set", "--country", "GB"].as_slice(), &address].concat()).exits(0);
    let drafted = person.json(&["draft", "access", "cdiscount", "--letter-lang", "en"]);
    let letter = drafted["cases"][0]["files"]["txt"].as_str().expect("a path");
    let letter = fs::read_to_string(letter).expect("text").to_lowercase();
    assert_eq!(letter.lines().filter(|line| line.trim() == "united kingdom").count(), 1, "{letter}");
}
