//! Whom a letter goes to: what is said where it may be the wrong one, and of addresses that are not as they look.

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
