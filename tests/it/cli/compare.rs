//! Several answers in the store: two of one company compared, who shares with whom, all side by side.

use std::fs;

use serde_json::json;

use super::person::{Person, text};

const BEFORE: &str = "Date de commande;N° de commande;Article;Montant TTC (€)\n\
    31/01/2024;A1;Lampe;12,50\n02/02/2024;A2;Savon;4,99\n03/02/2025;A3;Table;80,00\n";
const AFTER: &str = "Date de commande;N° de commande;Article;Montant TTC (€)\n\
    31/01/2024;A1;Lampe;12,50\n02/02/2024;A2;Savon;5,99\n04/05/2026;A4;Chaise;20,00\n";

fn import(person: &Person, name: &str, rows: &str) -> String {
    let answer = person.give(name, rows);
    text(&person.json(&["import", &answer, "--company", "cdiscount"])["import"])
}

#[test]
fn two_answers_are_compared_record_by_record() {
    let person = Person::known();
    let (first, second) = (import(&person, "a.csv", BEFORE), import(&person, "b.csv", AFTER));
    let told = person.json(&["compare", &first, &second]);
    assert_eq!(told["records"], json!({ "same": 1, "changed": 1, "appeared": 1, "vanished": 1 }), "{told}");
    assert_eq!((&told["company_id"], &told["erasure"]), (&json!("cdiscount"), &json!(null)));
    let field = &told["changed"][0]["fields"][0];
    assert_eq!(field, &json!(["Montant TTC (€)", "4,99", "5,99"]));
    assert_eq!(told["vanished"][0]["title"], "Table");
    let said = person.run(&["compare", &first, &second]).exits(0).out;
    assert!(said.contains("What changed at Cdiscount") && said.contains("draft erasure cdiscount"), "{said}");
    let french = person.run(&["compare", &first, &second, "--lang", "fr"]).exits(0).out;
    assert!(french.contains("Ce qui a changé chez Cdiscount"), "{french}");
    person.run(&["compare", &first, &second, "--out", "changes.html"]).exits(0);
    let page = fs::read_to_string(person.here().join("changes.html")).expect("written");
    assert!(page.starts_with("<!doctype html>") && page.contains("Chaise"), "a page with what appeared");
    person.run(&["compare", &first, &second, "--pdf", "--out", "changes.pdf"]).exits(0);
    assert!(fs::read(person.here().join("changes.pdf")).expect("written").starts_with(b"%PDF"));
}

/// The state of an order is no other order: what only moved on to "archived" was not erased.
#[test]
fn an_order_is_the_same_order_whatever_became_of_its_state() {
    let orders = |state: &str| {
        format!(
            "Order ID,Order Date,Status,Total,Currency\nO1,2024-01-25,{state},10.00,EUR\n\
             O2,2024-02-25,{state},20.00,EUR\nO3,2024-03-25,{state},30.00,EUR\n"
        )
    };
    let person = Person::known();
    let (first, second) =
        (import(&person, "a.csv", &orders("Shipped")), import(&person, "b.csv", &orders("Archived")));
    let told = person.run(&["compare", &first, &second, "--after-erasure", "--json"]).exits(3).json();
    assert_eq!(told["records"], json!({ "same": 0, "changed": 3, "appeared": 0, "vanished": 0 }), "{told}");
    assert_eq!(told["still_there"][0]["records"], 3);
    assert_eq!(told["changed"][0]["fields"], json!([["Status", "Shipped", "Archived"]]));
}

/// A log-in that resembles an earlier one in all but its day is another log-in.
#[test]
fn another_moment_is_another_record() {
    let person = Person::known();
    let first = import(
        &person,
        "a.csv",
        "Login date,IP address,Device\n2024-01-31,192.0.2.1,Phone\n2024-02-01,192.0.2.2,Tablet\n",
    );
    let second = import(
        &person,
        "b.csv",
        "Login date,IP address,Device\n2025-01-31,192.0.2.1,Phone\n2025-02-01,192.0.2.2,Tablet\n",
    );
    let told = person.json(&["compare", &first, &second]);
    assert_eq!(told["records"], json!({ "same": 0, "changed": 0, "appeared": 2, "vanished": 2 }), "{told}");
}

/// Before and after an erasure; each a folder of files.
fn after_erasure(person: &Person, before: &[(&str, &str)], after: &[(&str, &str)]) -> [String; 2] {
    [("before", before), ("after", after)].map(|(side, files)| {
        let folder = person.folder().join("given").join(side);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("it is ours");
        for (name, rows) in files {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("it is ours");
            fs::write(path, rows).expect("it is ours");
        }
        text(&person.json(&["import", &folder.display().to_string(), "--company", "cdiscount"])["import"])
    })
}

const CUSTOMER: &str = "Customer No,First name,Last name,Email\n7712,Zoé,Exemplar,zoe@example.org\n";
const ORDERS: &str =
    "Order ID,Date,Item,Amount EUR\nA100,2023-01-15,Lamp,10.00\nA101,2023-02-15,Chair,20.00\n";

/// What an erasure left under another name is not nothing.
#[test]
fn an_address_on_a_list_and_an_order_on_an_invoice_come_again() {
    let person = Person::known();
    let [first, second] = after_erasure(
        &person,
        &[("customer.csv", CUSTOMER), ("orders.csv", ORDERS)],
        &[
            ("fraud/blocklist.csv", "email,reason\nzoe@example.org,erasure request\n"),
            (
                "invoices.csv",
                "Invoice Date,Order ID,Item,Amount EUR\n2023-01-15,A100,Lamp,10.00\n2023-02-15,A101,Chair,20.00\n",
            ),
            ("notes.csv", "Remark\nAsked by EXEMPLAR Zoé on the telephone; see Zoe@example.org\n"),
        ],
    );
    let told = person.run(&["compare", &first, &second, "--after-erasure", "--json"]).exits(3).json();
    let again = told["come_again"].as_array().expect("a list");
    let seen = |value: &str, file: &str| {
        again.iter().any(|again| again["value"] == value && again["after"]["file"].to_string().contains(file))
    };
    assert!(seen("zoe@example.org", "blocklist.csv") && seen("Zoe@example.org", "notes.csv"), "{told}");
    let invoices = told["categories"].to_string().contains("payment");
    let is_found = told["still_there"].to_string().contains("purchases") || seen("A100", "invoices.csv");
    assert!(is_found && invoices | !told["still_there"].as_array().expect("a list").is_empty(), "{told}");
    for (language, heading, nothing) in [
        ("en", "Values that come again", "Nothing of the earlier answer"),
        ("fr", "Les valeurs qui reviennent", "Rien de la première réponse"),
    ] {
        let arguments = ["compare", &first, &second, "--after-erasure", "--lang", language];
        let said = person.run(&arguments).exits(3).out;
        assert!(
            said.contains(heading) && said.contains("blocklist.csv") && !said.contains(nothing),
            "{said}"
        );
        person.run(&[&arguments[..], &["--out", "changes.html"]].concat()).exits(3);
        let page = fs::read_to_string(person.here().join("changes.html")).expect("written");
        assert!(page.contains(heading) && page.contains("zoe@example.org") && !page.contains(nothing));
    }
}

/// Lists of people are handed out as fingerprints of their addresses; a log is one long text; an item has a day and a price.
#[test]
fn what_stands_under_another_form_comes_again() {
    let person = Person::known();
    let log: String = (0..40)
        .map(|day| format!("2023-03-{:02} parcel handed over for A-10{day:02}.\n", day % 28 + 1))
        .collect();
    let orders: String = (0..40)
        .map(|day| format!("A-10{day:02},2023-03-{:02},Item number {day},1{day}.00\n", day % 28 + 1))
        .collect();
    let items: String =
        (0..40).map(|day| format!("Item number {day},2023-03-{:02},1{day}.00\n", day % 28 + 1)).collect();
    let [first, second] = after_erasure(
        &person,
        &[("customer.csv", CUSTOMER), ("orders.csv", &format!("Order ID,Date,Item,Amount EUR\n{orders}"))],
        &[
            (
                "audience.csv",
                "hashed_email,audience\n\
                 710c98997fe6293238987eee67b9d7dd,lookalike\n\
                 f57c4533ab07385f78dafd972822f273c13699f4,lookalike\n\
                 1763C758C09A8E6DB400562ECD27C5F6EF6D3CEFB5C88C0164ADF2E4D79802C1,lookalike\n",
            ),
            ("log.txt", &log),
        ],
    );
    let told = person.run(&["compare", &first, &second, "--after-erasure", "--json"]).exits(3).json();
    let again = told["come_again"].as_array().expect("a list");
    let seen = |file: &str| again.iter().filter(|it| it["after"]["file"].to_string().contains(file)).count();
    assert_eq!(seen("audience.csv"), 3, "{told}");
    assert_eq!(told["come_again_values"], 3 + 40, "{told}");
    let before = format!("Order ID,Date,Item,Amount EUR\n{orders}");
    let later = format!("sku,bought,price\n{items}");
    let [first, third] = after_erasure(&person, &[("orders.csv", &before)], &[("items.csv", &later)]);
    let told = person.run(&["compare", &first, &third, "--after-erasure", "--json"]).exits(3).json();
    assert_eq!(told["come_again_values"], 40, "{told}");
}

/// What nobody could look into may hold everything.
#[test]
fn a_file_that_cannot_be_looked_into_is_no_all_clear() {
    let person = Person::known();
    let [first, second] = after_erasure(
        &person,
        &[("customer.csv", CUSTOMER), ("orders.csv", ORDERS)],
        &[("scan.png", "\u{1}PNG\0\u{2}\u{3}"), ("empty.csv", "Order ID,Date,Item\n")],
    );
    let said = person.run(&["compare", &first, &second, "--after-erasure"]).exits(3).out;
    assert!(said.contains("could not be looked into") && said.contains("scan.png"), "{said}");
    assert!(
        !said.contains("they are your proof") && !said.contains("Nothing of the earlier answer was found"),
        "{said}"
    );
}

/// A letter that confirms the erasure says to whom it is written.
#[test]
fn the_confirmation_is_no_trace_of_what_was_erased() {
    let person = Person::known();
    let shop = "Order ID,Date,Item,Seller email\nA100,2023-01-15,Lamp,contact@shop.example\n";
    let mail = "From: dpo@shop.example\r\nTo: zoe@example.org\r\nSubject: Your erasure\r\nDate: Mon, 2 Mar 2026 10:00:00 +0100\r\n\
Content-Type: text/plain; charset=utf-8\r\n\r\nDear Zoé Exemplar, customer 7712,\r\nwe hold nothing any more.\r\n";
    let [first, second] = after_erasure(
        &person,
        &[("customer.csv", CUSTOMER), ("orders.csv", shop)],
        &[
            (
                "letter.txt",
                "Vos données ont été effacées. Il ne reste rien.\nService client, contact@shop.example\n",
            ),
            ("confirmation.eml", mail),
        ],
    );
    // A person has to read it: a sheet of their data may look like a letter.
    let said = person.run(&["compare", &first, &second, "--after-erasure"]).exits(3).out;
    assert!(
        said.contains("your proof") && said.contains("confirmation.eml") && said.contains("letter.txt"),
        "{said}"
    );
    assert!(!said.contains("Held now and not before") && !said.contains("Values that come again"), "{said}");
    // The number of an order in a letter is one that is still known.
    let later = "We look into your order A100 again, dear Zoé Exemplar.\n";
    let [first, third] = after_erasure(&person, &[("orders.csv", shop)], &[("letter.txt", later)]);
    let said = person.run(&["compare", &first, &third, "--after-erasure"]).exits(3).out;
    assert!(said.contains("Values that come again"), "{said}");
}

/// What is not found again is said to be gone, and not accused.
#[test]
fn a_price_a_score_or_a_day_makes_no_two_things_one() {
    for (rows, other) in [
        (
            "Order ID,Date,Status,Currency,Country,Total\nA1,2024-01-25,Delivered,EUR,FR,19.99\n",
            "Order ID,Date,Status,Currency,Country,Total\nB7,2024-01-25,Delivered,EUR,FR,19.99\n",
        ),
        ("Segment,Model,Confidence\nSports,7,0.71\n", "Segment,Model,Confidence\nCooking,7,0.71\n"),
        ("Date,Item,Amount EUR\n2023-01-25,Lamp,19.99\n", "Date,Item,Amount EUR\n2024-06-25,Rug,19.99\n"),
        (
            "Customer No,Date,Item\n7712,2023-01-25,Lamp\n7712,2023-02-25,Chair\n",
            "Customer No,Date,Item\n8813,2024-06-25,Lamp\n8813,2024-07-25,Chair\n",
        ),
    ] {
        let person = Person::known();
        let (first, second) = (import(&person, "orders.csv", rows), import(&person, "orders2.csv", other));
        let told = person.json(&["compare", &first, &second, "--after-erasure"]);
        assert_eq!((&told["still_there"], &told["come_again_values"]), (&json!([]), &json!(0)), "{told}");
        assert_eq!(told["records"]["changed"], 0, "{told}");
        let said = person.run(&["compare", &first, &second, "--after-erasure"]).exits(0).out;
        assert!(said.contains("Nothing of the earlier answer was found"), "{said}");
    }
}

/// The number of an order is one whatever else was corrected, and however its column is spelled.
#[test]
fn an_order_is_known_by_its_number_whatever_its_day_and_the_spelling_of_its_column() {
    let person = Person::known();
    let first = import(&person, "orders.csv", ORDERS);
    let second = import(
        &person,
        "orders2.csv",
        "orderId,date,item,amountEUR\nA100,2023-01-15,Lamp,10.00\nA101,2023-02-25,Chair,20.00\n",
    );
    let told = person.json(&["compare", &first, &second]);
    assert_eq!(told["records"], json!({ "same": 1, "changed": 1, "appeared": 0, "vanished": 0 }), "{told}");
    assert_eq!(told["changed"][0]["fields"], json!([["Date", "2023-02-15", "2023-02-25"]]));
    // Another customer number does not make another order of it, and many rows of one customer are many orders.
    let rows = |customer: &str, orders: [&str; 2]| {
        let [one, other] = orders;
        format!(
            "Customer No,Order ID,Date,Item\n{customer},{one},2023-01-25,Lamp\n{customer},{other},2023-02-25,Lamp\n"
        )
    };
    let first = import(&person, "a.csv", &rows("7712", ["A100", "A101"]));
    let second = import(&person, "b.csv", &rows("DEL-1", ["A100", "A205"]));
    let told = person.json(&["compare", &first, &second]);
    assert_eq!(told["records"], json!({ "same": 0, "changed": 1, "appeared": 1, "vanished": 1 }), "{told}");
}

#[test]
fn a_row_that_stood_twice_and_stands_once_vanished_once() {
    let person = Person::known();
    let row = "2023-01-31 10:00:00,192.0.2.1\n";
    let first = import(&person, "a.csv", &format!("Login date,IP address\n{row}{row}"));
    let second = import(&person, "b.csv", &format!("Login date,IP address\n{row}"));
    let told = person.json(&["compare", &first, &second]);
    assert_eq!(told["records"], json!({ "same": 1, "changed": 0, "appeared": 0, "vanished": 1 }), "{told}");
}

#[test]
fn the_order_of_columns_changes_nothing() {
    let person = Person::known();
    let first = import(&person, "a.csv", "Order ID,Order Date,Article\nO1,2024-01-25,Lamp\n");
    let second = import(&person, "b.csv", "Article,Order Date,Order ID\nLamp,2024-01-25,O1\n");
    let told = person.json(&["compare", &first, &second]);
    assert_eq!(told["records"], json!({ "same": 1, "changed": 0, "appeared": 0, "vanished": 0 }), "{told}");
}

/// Which of a family's companies answered stands in neither answer.
#[test]
fn two_answers_of_a_family_are_of_none_of_its_companies() {
    let person = Person::known();
    let ids = [("ikea_commandes.csv", BEFORE), ("ikea_commandes_2.csv", AFTER)].map(|(name, rows)| {
        let given = person.give(name, rows);
        text(&person.json(&["import", &given])["import"])
    });
    let told = person.json(&["compare", &ids[0], &ids[1]]);
    assert_eq!((&told["company_id"], &told["country"]), (&json!(null), &json!(null)), "{told}");
    let said = person.run(&["compare", &ids[0], &ids[1]]).exits(0).out;
    assert!(said.contains("What changed at IKEA") && !said.contains("Deutschland"), "{said}");
}

#[test]
fn after_an_erasure_what_stays_needs_attention_and_its_reasons_are_named() {
    let mut person = Person::known();
    person.on("2026-09-01");
    let first = import(&person, "a.csv", BEFORE);
    let said = person.json(&["draft", "erasure", "cdiscount", "--ground", "objection"]);
    let case = text(&said["cases"][0]["case"]);
    person.run(&["record", &case, "sent", "--via", "post"]).exits(0);
    person.on("2026-11-01");
    let second = import(&person, "b.csv", AFTER);
    let told = person.run(&["compare", &first, &second, "--json"]).exits(3).json();
    assert_eq!(told["erasure"], json!({ "case": case, "sent": "2026-09-01" }));
    let still = &told["still_there"][0];
    assert_eq!((&still["category"], &still["records"]), (&json!("purchases"), &json!(2)));
    let provisions = still["reasons"].to_string();
    assert!(provisions.contains("L213-1") && provisions.contains("17(3)(e)"), "{provisions}");
    let said = person.run(&["compare", &first, &second]).exits(3).out;
    assert!(said.contains(&format!("answer {case} refusal --ground unexplained")), "{said}");
    person.run(&["answer", &case, "refusal", "--ground", "unexplained", "--help"]).exits(0);
    // Nothing came between the same two answers the other way round; the user may say so all the same.
    let other = person.json(&["compare", &second, &first]);
    assert_eq!(other["erasure"], json!(null));
    let said = person.run(&["compare", &second, &first, "--after-erasure", "--json"]).exits(3).json();
    assert_eq!(said["erasure"], json!({ "case": null, "sent": null }));
}

#[test]
fn an_answer_that_moved_is_compared_by_what_was_kept_or_by_where_it_is() {
    let person = Person::known();
    let (first, second) = (import(&person, "a.csv", BEFORE), import(&person, "b.csv", AFTER));
    let moved = person.folder().join("given/elsewhere.csv");
    fs::rename(person.folder().join("given/a.csv"), &moved).expect("it is ours");
    let told = person.run(&["compare", &first, &second, "--json"]).exits(3).json();
    assert_eq!((&told["records"], &told["categories"][0]["before"]), (&json!(null), &json!(3)));
    let why = text(&told["unread"]);
    assert!(why.contains("--first-from PATH") && !why.contains("--from PATH"), "{why}");
    let shown = person.run(&["compare", &first, &second]).exits(3).out;
    let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(shown.contains(&format!("compare {first} {second} --first-from PATH")), "{shown}");
    // What was not read record by record is not said to be gone.
    let gone = person.run(&["compare", &second, &first, "--after-erasure"]).exits(3).out;
    assert!(!gone.contains("Nothing of the earlier answer was found"), "{gone}");
    let moved = moved.display().to_string();
    let told = person.json(&["compare", &first, &second, "--first-from", &moved]);
    assert_eq!(told["records"]["same"], 1);
    let other = person.give("other.csv", "a,b\n1,2\n");
    person.run(&["compare", &first, &second, "--first-from", &other]).fails_saying(&["not the answer"]);
}

#[test]
fn what_cannot_be_compared_is_refused_with_what_to_do() {
    let person = Person::known();
    let first = import(&person, "a.csv", BEFORE);
    person.run(&["compare", &first, &first]).exits(2);
    let other = person.give("b.csv", AFTER);
    let other = text(&person.json(&["import", &other, "--company", "spartoo"])["import"]);
    let refused = person.run(&["compare", &first, &other]).exits(2).err;
    for word in ["cdiscount", "spartoo", "report --all"] {
        assert!(refused.contains(word), "{refused}");
    }
    person.run(&["compare", &first, "IM-222222"]).exits(1);
    person.run(&["compare", &first]).exits(2);
}

#[test]
fn all_companies_stand_on_one_page() {
    let person = Person::known();
    person.run(&["report", "--all"]).fails_saying(&["no answer was imported yet", "habeas import FILE"]);
    person.run(&["sharing"]).fails_saying(&["no answer was imported yet"]);
    import(&person, "a.csv", BEFORE);
    let latest = import(&person, "b.csv", AFTER);
    let unknown = person.give("c.csv", "Advertiser,Date\nExemplia Ads,2024-01-31\n");
    let unknown = text(&person.json(&["import", &unknown])["import"]);
    let told = person.json(&["report", "--all", "--out", "all.html"]);
    let imports: Vec<String> =
        told["companies"].as_array().expect("a list").iter().map(|held| text(&held["import"])).collect();
    assert_eq!(imports, [latest.clone(), unknown], "{told}");
    assert_eq!((&told["earlier"], &told["companies"][0]["records"]), (&json!(1), &json!(3)));
    assert_eq!(told["purchases"][0]["year"], 2026);
    assert_eq!(told["purchases"][0]["sums"][0]["total"], "20.00");
    let alone = person.json(&["report", &latest]);
    assert_eq!(
        alone["fingerprint"], told["companies"][0]["fingerprint"],
        "the figures are those of its report"
    );
    let page = fs::read_to_string(person.here().join("all.html")).expect("written");
    assert!(page.contains("Cdiscount") && page.contains("c.csv"), "both stand on it");
    let said = person.run(&["report", "--all", "--text"]).exits(0).out;
    assert!(said.contains("What 2 companies hold about you"), "{said}");
    person.run(&["report", "--all", &latest]).exits(2);
    person.run(&["report", "--all", "--csv"]).exits(2);
    person.run(&["report"]).exits(2);
    let network = person.json(&["sharing"]);
    let announced = network["links"].as_array().expect("a list");
    assert!(announced.iter().any(|link| link["told_by"][0]["teller"] == "notice"), "{network}");
    person.run(&["sharing", "--out", "sharing.html"]).exits(0);
    let page = fs::read_to_string(person.here().join("sharing.html")).expect("written");
    assert!(page.contains("<figure class=\"network\">"), "the picture is there");
}
