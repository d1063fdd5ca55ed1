//! The generic reader: a company nobody described still yields a useful answer.

use habeas::finding::Code;
use habeas::import::answer::Answer;
use habeas::import::record::Role;
use habeas::law::category::{Category, Origin};

use super::{codes, read_file, titles, zip_of};

#[test]
fn names_in_eight_languages_say_what_a_file_holds() {
    let cases: &[(&str, &str, Category)] = &[
        ("commandes.csv", "Numéro,Article\n1,Lampe\n", Category::Purchases),
        ("Bestellungen.csv", "Nummer,Artikel\n1,Lampe\n", Category::Purchases),
        ("export.csv", "Fecha de compra,Dirección IP\n2024-01-31,192.0.2.1\n", Category::Purchases),
        ("ricerche.json", r#"[{"testo": "lampada"}]"#, Category::Search),
        ("data.json", r#"{"abonnement": [{"x": "y"}]}"#, Category::Subscriptions),
        ("zamowienia.csv", "Numer,Nazwa\n1,Lampa\n", Category::Purchases),
        ("dane.csv", "Imię,Nazwisko,Data urodzenia\nA,B,1980-01-02\n", Category::Identity),
        ("Encomendas.csv", "Número,Descrição\n1,Lâmpada\n", Category::Purchases),
        ("dados.csv", "Histórico,Endereço IP\n2024-01-31,192.0.2.1\n", Category::Security),
        ("export.csv", "Winkelwagen,Prijs\nLamp,\"3,20\"\n", Category::Basket),
        ("interests.json", r#"{"list": ["garden"]}"#, Category::Inferences),
        ("Historique/positions/Records.json", r#"[{"z": "y"}]"#, Category::Location),
        ("zzz.csv", "q,w\n1,2\n", Category::Unknown),
    ];
    for (name, text, category) in cases {
        let answer = read_file("answer.zip", zip_of(&[(name, text.as_bytes())]));
        let found: Vec<Category> = answer.totals.categories.keys().copied().collect();
        assert_eq!(found, [*category], "{name}");
    }
}

#[test]
fn dates_are_found_in_their_usual_forms() {
    let cases = [
        ("time", "2024-01-31T10:20:30.123Z", "2024-01-31 10:20:30"),
        ("created", "2024-01-31 10:20:30 UTC", "2024-01-31 10:20:30"),
        ("when", "2024-01-31", "2024-01-31 00:00:00"),
        ("timestamp", "1706696430", "2024-01-31 10:20:30"),
        ("timestamp_ms", "1706696430000", "2024-01-31 10:20:30"),
        ("Datum", "31.01.2024 10:20", "2024-01-31 10:20:00"),
        ("Date", "31/01/2024", "2024-01-31 00:00:00"),
        ("Date", "01/31/2024 10:20:30 PM", "2024-01-31 22:20:30"),
    ];
    for (column, text, expected) in cases {
        let answer = read_file("x.csv", format!("{column},word\n{text},a\n"));
        assert_eq!(first_date(&answer).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn day_and_month_are_never_guessed() {
    let answer = read_file("x.csv", "Date,word\n01/02/2024,a\n03/04/2024,b\n");
    assert_eq!(first_date(&answer), None);
    assert_eq!(codes(&answer.accounts[0]), [Code::DateAmbiguous]);
    let answer = read_file("x.csv", "Date,word\n01/02/2024,a\n13/02/2024,b\n");
    assert_eq!(first_date(&answer).as_deref(), Some("2024-02-01 00:00:00"));
    let answer = read_file("x.csv", "Date,word\n13/02/2024,a\n02/13/2024,b\n");
    assert_eq!(codes(&answer.accounts[0]), [Code::DateAmbiguous]);
}

#[test]
fn a_row_far_down_can_tell_day_from_month_for_all() {
    let mut text = String::from("Date,word\n");
    text.push_str(&"01/02/2024,a\n".repeat(5_000));
    text.push_str("31/01/2024,b\n");
    let answer = read_file("x.csv", text);
    assert_eq!(first_date(&answer).as_deref(), Some("2024-01-31 00:00:00"));
    assert_eq!((answer.coverage.records, answer.coverage.findings), (5_001, 0));
}

#[test]
fn roles_come_from_names_and_values() {
    let text = "when,Adresse,Annonceur,appareil\n2024-01-31,192.0.2.1,Example Outfitters,Firefox\n";
    let answer = read_file("x.csv", text);
    let has = |role: Role, text: &str| {
        answer.totals.lists.get(&role).is_some_and(|list| list.entries.contains_key(text))
    };
    assert!(has(Role::IpAddress, "192.0.2.1"));
    assert!(has(Role::Recipient, "Example Outfitters"));
    assert!(has(Role::Device, "Firefox"));
}

#[test]
fn a_list_of_advertisers_is_a_list_of_recipients() {
    let text = r#"{"custom_audiences": ["Example Outfitters", "Example Insurance"]}"#;
    let answer = read_file("answer.zip", zip_of(&[("advertisers_who_have_a_list.json", text.as_bytes())]));
    assert_eq!(answer.totals.distinct(Role::Recipient), 2);
    assert_eq!(answer.totals.distinct(Role::Inference), 0);
    assert_eq!(titles(&answer), ["Example Outfitters", "Example Insurance"]);
}

#[test]
fn the_recipient_of_a_parcel_and_a_segment_of_a_walk_are_no_lists_about_data() {
    let parcels = "item,RecipientEmail\nLampe,camille@example.org\n";
    let walks = r#"{"walks": [{"activitySegment": {"address": "1 rue de l'Exemple"}}]}"#;
    let answer =
        read_file("answer.zip", zip_of(&[("a.csv", parcels.as_bytes()), ("b.json", walks.as_bytes())]));
    assert_eq!((answer.totals.distinct(Role::Recipient), answer.totals.distinct(Role::Inference)), (0, 0));
}

#[test]
fn placeholders_are_no_values() {
    let answer =
        read_file("x.csv", "Date,product,Prix (€)\nNot Available,Lampe,\"12,50\"\nN/A,Chaise,\"1 200,00\"\n");
    assert_eq!(first_date(&answer), None);
    let amounts: Vec<String> = answer
        .totals
        .categories
        .values()
        .flat_map(|category| category.amounts.values().map(|sum| sum.total.to_string()))
        .collect();
    assert_eq!(amounts, ["1212.50"]);
    assert_eq!(answer.accounts[0].findings, []);
}

fn first_date(answer: &Answer) -> Option<String> {
    answer.totals.span().0.map(|moment| moment.at.to_string())
}

#[test]
fn values_say_what_names_do_not() {
    let cases: &[(&str, Category)] = &[
        ("camille@example.org", Category::Contact),
        ("+33 1 00 00 00 00", Category::Contact),
        ("FR14 2004 1010 0505 0001 3M02 606", Category::Payment),
        ("4111 1111 1111 1111", Category::Payment),
        ("192.0.2.1", Category::Security),
        ("\"45.7640, 4.8357\"", Category::Location),
        ("00000000-0000-4000-8000-000000000000", Category::Identifiers),
        ("Mozilla/5.0 (X11; Linux) Firefox/95.0", Category::Device),
        ("https://example.org/a", Category::Browsing),
        ("Lampe", Category::Unknown),
    ];
    for (value, category) in cases {
        let answer = read_file("x.csv", format!("q,w\nz,{value}\nz,{value}\n"));
        let found: Vec<Category> = answer.totals.categories.keys().copied().collect();
        assert_eq!(found, [*category], "{value}");
    }
    let answer =
        read_file("x.csv", "q,w\nz,Mozilla/5.0 (X11) Firefox/95.0\nz,Mozilla/5.0 (X11) Firefox/95.0\n");
    assert_eq!(answer.totals.distinct(Role::Device), 1);
}

#[test]
fn traces_of_use_were_observed_and_the_rest_is_not_claimed() {
    let answer = read_file("commandes.csv", "Article,Prix\nLampe,3\n");
    assert_eq!(answer.totals.origins().into_keys().collect::<Vec<_>>(), [Origin::Observed]);
    let answer = read_file("adresses.csv", "Rue,Ville\nx,y\n");
    assert_eq!(answer.totals.origins().into_keys().collect::<Vec<_>>(), [Origin::Unknown]);
}

#[test]
fn a_pattern_of_any_file_says_nothing_of_a_layout() {
    let recipe = "company: shop\nlayout: \"1\"\nlearned_from: a test\nrecognise:\n  any:\n    - { glob: \"shop-data.txt\", weight: strong }\n\
        files:\n  - glob: \"GLOB\"\n    format: csv\n    headers: [Quantity]\n    kind: order\n    category: purchases\n    origin: observed\n";
    for (glob, is_drift) in [("*.csv", false), ("orders*.csv", true), ("shop/*.csv", true)] {
        let own = [("shop.yaml".to_owned(), recipe.replace("GLOB", glob))];
        let recipes = habeas::import::Recipes::with_own(&own).expect("a sound recipe");
        let bytes = zip_of(&[("shop-data.txt", b"hello"), ("shop/orders.csv", b"Color,Size\nred,3\n")]);
        let options = habeas::import::Options::default();
        let archive = habeas::import::container::open_bytes("a.zip", bytes, &options).expect("it opens");
        let answer = habeas::import::read(&archive, &recipes, &options, &|_| ());
        let said = answer.accounts.iter().flat_map(|account| &account.findings);
        assert_eq!(
            said.filter(|finding| finding.code == Code::LayoutUnknown).count() > 0,
            is_drift,
            "{glob}"
        );
    }
}
