//! What was bought, counted once: orders in several tables, and orders that were cancelled or paid back.

use habeas::finding::Code;
use habeas::import::answer::Answer;
use habeas::law::category::Category;
use habeas::report::model::Report;
use habeas::report::text;
use habeas::wording::Language;

use super::{codes, read_file, zip_of};
use crate::report::sample;

/// Returns what was bought, by currency: the sum and the number of amounts.
fn bought(answer: &Answer) -> Vec<(String, String, u64)> {
    let purchases = answer.totals.categories.get(&Category::Purchases);
    let sums = purchases.into_iter().flat_map(|totals| &totals.amounts);
    sums.map(|(currency, sum)| (currency.clone(), sum.total.to_string(), sum.count)).collect()
}

fn by_year(answer: &Answer) -> Vec<(String, String)> {
    let purchases = answer.totals.categories.get(&Category::Purchases);
    let years = purchases.into_iter().flat_map(|totals| &totals.years);
    let sums =
        years.flat_map(|(year, sums)| sums.values().map(move |sum| (year.clone(), sum.total.to_string())));
    sums.collect()
}

fn euros(total: &str, count: u64) -> Vec<(String, String, u64)> {
    vec![("EUR".to_owned(), total.to_owned(), count)]
}

const ORDERS: &str = "Order ID,Order Date,Total,Currency\nR1,2023-01-05,30.00,EUR\nR2,2024-01-26,20.00,EUR\n";
const TURNED: &str =
    "Order number,Order Date,Total,Currency\nR2,2024-01-26,20.00,EUR\nR1,2023-01-05,30.00,EUR\n";
const LINES: &str = "Order ID,Order Date,Product,Price,Currency\nR1,2023-01-05,Lamp,10.00,EUR\n\
    R1,2023-01-05,Table,20.00,EUR\nR2,2024-01-26,Chair,20.00,EUR\nR3,2024-02-26,Shoe,5.00,EUR\n";

#[test]
fn the_money_of_an_order_in_several_tables_is_counted_once() {
    for order in [["a.csv", "b.csv", "c.csv"], ["c.csv", "a.csv", "b.csv"], ["b.csv", "c.csv", "a.csv"]] {
        let [one, two, three] = order.map(|name| format!("orders_{name}"));
        let members = [(one.as_str(), ORDERS), (two.as_str(), LINES), (three.as_str(), TURNED)];
        let members: Vec<(&str, &[u8])> =
            members.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
        let answer = read_file("answer.zip", zip_of(&members));
        // R3 stands among the lines only.
        assert_eq!(bought(&answer), euros("55.00", 3), "{order:?}");
        assert_eq!(
            by_year(&answer),
            [("2023".to_owned(), "30.00".to_owned()), ("2024".to_owned(), "25.00".to_owned())]
        );
        assert_eq!(answer.totals.records(), 8, "records are counted as before");
        let said = answer.findings.iter().filter(|finding| finding.code == Code::OrderCountedOnce);
        let mut files: Vec<&str> = said.map(|finding| finding.place.file.as_str()).collect();
        files.sort_unstable();
        assert_eq!(files, ["orders_a.csv", "orders_b.csv", "orders_c.csv"], "it is said at every table");
    }
}

#[test]
fn lines_of_one_table_and_other_orders_are_all_counted() {
    let alone = read_file("lines.zip", zip_of(&[("orders.csv", LINES.as_bytes())]));
    assert_eq!(bought(&alone), euros("55.00", 4));
    assert!(alone.findings.is_empty(), "{:?}", alone.findings);
    let other = LINES.replace("R1", "S1").replace("R2", "S2").replace("R3", "S3");
    let two = read_file(
        "two.zip",
        zip_of(&[("orders.csv", ORDERS.as_bytes()), ("orders_2.csv", other.as_bytes())]),
    );
    assert_eq!(bought(&two), euros("105.00", 6));
    assert!(two.findings.is_empty(), "{:?}", two.findings);
}

#[test]
fn orders_that_were_cancelled_or_paid_back_stay_records_and_are_in_no_sum() {
    let tables = [
        "Order ID;Order Date;Status;Total\nX1;2024-01-05;Delivered;€10.00\nX2;2024-01-06;Cancelled;€5.00\nX3;2024-01-06;Refunded;€7.00\n",
        "N° commande;Date;Statut;Montant\nX1;05/01/2024;Livrée;10,00 €\nX2;25/01/2024;Annulée;5,00 €\nX3;26/01/2024;Remboursée;7,00 €\n",
        "Bestellnummer;Datum;Status;Betrag\nX1;05.01.2024;Geliefert;10,00 €\nX2;06.01.2024;Storniert;5,00 €\nX3;06.01.2024;Erstattet;7,00 €\n",
        "Número de pedido;Fecha;Estado;Importe\nX1;25/01/2024;Entregado;10,00 €\nX2;26/01/2024;Cancelado;5,00 €\nX3;26/01/2024;Reembolsado;7,00 €\n",
        "Numero ordine;Data;Stato;Importo\nX1;25/01/2024;Consegnato;10,00 €\nX2;26/01/2024;Annullato;5,00 €\nX3;26/01/2024;Rimborsato;7,00 €\n",
        "Bestelnummer;Datum;Status;Bedrag\nX1;25-01-2024;Geleverd;€ 10,00\nX2;26-01-2024;Geannuleerd;€ 5,00\nX3;26-01-2024;Terugbetaald;€ 7,00\n",
        "Numer zamówienia;Data;Status;Kwota\nX1;25.01.2024;Dostarczone;10,00 EUR\nX2;26.01.2024;Anulowane;5,00 EUR\nX3;26.01.2024;Zwrócono środki;7,00 EUR\n",
        "Número da encomenda;Data;Estado;Valor\nX1;25/01/2024;Entregue;10,00 €\nX2;26/01/2024;Cancelada;5,00 €\nX3;26/01/2024;Reembolsada;7,00 €\n",
    ];
    for text in tables {
        let answer = read_file("orders.csv", text);
        assert_eq!(bought(&answer), euros("10.00", 1), "{text}");
        assert_eq!(answer.totals.records(), 3, "{text}");
        assert_eq!(codes(&answer.accounts[0]), [Code::OrderUndone], "{text}");
        assert_eq!(answer.accounts[0].findings[0].facts[1], ("count".to_owned(), "2".to_owned()));
    }
    let answer = read_file("orders.csv", tables[0]);
    for (language, said) in [
        (Language::ENGLISH, "cancelled, paid back or never paid (rows: 2)"),
        (Language::FRENCH, "annulées, remboursées ou jamais payées (lignes : 2)"),
    ] {
        let report = Report::build(&answer, &sample::context(language));
        let shown = text::render(&report, 10_000).replace(['\u{a0}', '\u{202f}'], " ");
        assert!(shown.contains(said), "{shown}");
    }
    let partly = "Order ID;Status;Total\nX1;Partially refunded;€10.00\nX2;Not cancelled;€5.00\nX3;Teilweise erstattet;€5.00\n";
    assert_eq!(bought(&read_file("orders.csv", partly)), euros("20.00", 3));
}

#[test]
fn the_figures_of_flagged_records_are_those_of_the_files_listed() {
    let answer = read_file(
        "answer.zip",
        zip_of(&[
            ("profile.csv", b"Vorname,Konfession\nKlara,rk\nAda,\n"),
            ("special.csv", b"Religion,day\nrk,2024-01-20\n"),
            ("contacts.csv", b"q,z\nb,c\n"),
            ("gifts.csv", b"Gift recipient,Child name\nHugo,\n,Zo\xc3\xa9\n"),
        ]),
    );
    let report = Report::build(&answer, &sample::context(Language::ENGLISH));
    let sensitive = &report.sensitive;
    let listed = |files: &[habeas::report::model::FileCount]| {
        files.iter().map(|file| (file.path.clone(), file.records)).collect::<Vec<_>>()
    };
    assert_eq!(sensitive.special, 2);
    assert_eq!(
        listed(&sensitive.special_files),
        [("profile.csv".to_owned(), 1), ("special.csv".to_owned(), 1)]
    );
    assert_eq!(sensitive.others, 3);
    assert_eq!(
        listed(&sensitive.others_files),
        [("contacts.csv".to_owned(), 1), ("gifts.csv".to_owned(), 2)]
    );
    for fact in report.summary.facts.iter().filter(|fact| ["special", "others"].contains(&fact.topic.id())) {
        let files =
            if fact.topic.id() == "special" { &sensitive.special_files } else { &sensitive.others_files };
        assert_eq!(fact.count, files.iter().map(|file| file.records).sum::<u64>());
        assert!(!fact.places.is_empty());
        assert!(
            fact.places.iter().all(|place| files.iter().any(|file| file.path == place.file)),
            "{:?}",
            fact.places
        );
    }
}

/// Reads tables in one answer and checks what was bought in euros, and in how many tables orders were found again.
fn check_together(tables: &[(&str, &str)], total: &str, said: usize) {
    let members: Vec<(&str, &[u8])> = tables.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let answer = read_file("answer.zip", zip_of(&members));
    let sums: Vec<_> = bought(&answer).into_iter().map(|(currency, sum, _)| (currency, sum)).collect();
    assert_eq!(sums, [("EUR".to_owned(), total.to_owned())], "{tables:?}");
    let found = answer.findings.iter().filter(|finding| finding.code == Code::OrderCountedOnce).count();
    assert_eq!(found, said, "{tables:?}");
}

#[test]
fn a_number_alone_makes_no_two_orders_one() {
    let online = "Order ID,Order Date,Total,Currency\n1,2023-01-05,30.00,EUR\n2,2023-02-05,45.00,EUR\n";
    let store = "Order ID,Order Date,Product,Price,Currency\n1,2023-01-09,Hat,12.00,EUR\n2,2023-02-09,Coat,80.00,EUR\n";
    check_together(&[("online_orders.csv", online), ("store_purchases.csv", store)], "167.00", 0);
    let german = online.replace("30.00", "7.00").replace("45.00", "8.00");
    check_together(&[("shop_fr/orders.csv", online), ("shop_de/orders.csv", &german)], "90.00", 0);
    // An order that goes on in the file of the next month.
    let header = "Order ID,Order Date,Product,Price,Currency\n";
    let january = format!("{header}10001,2024-01-31,Lamp,10.00,EUR\n");
    let february = format!("{header}10001,2024-01-31,Table,10.00,EUR\n10001,2024-02-01,Chair,5.00,EUR\n");
    check_together(&[("orders_01.csv", &january), ("orders_02.csv", &february)], "25.00", 0);
}

#[test]
fn an_order_is_the_same_where_its_money_or_its_lines_are() {
    // The end of the year lies between order and invoice.
    let orders = "Order ID,Order Date,Total,Currency\n7,2023-12-31,30.00,EUR\n8,2024-05-01,9.00,EUR\n";
    let lines = "Order ID,Shipped,Product,Price,Currency\n7,2024-01-02,Lamp,10.00,EUR\n7,2024-01-02,Table,20.00,EUR\n";
    check_together(&[("orders.csv", orders), ("order_items.csv", lines)], "39.00", 2);
    // Delivery is in the total of the order only.
    let orders = "Order ID,Order Date,Total,Currency\nW-70001,2024-01-02,34.90,EUR\n";
    let lines = "Order ID,Order Date,Product,Price,Currency\nW-70001,2024-01-02,Lamp,10.00,EUR\nW-70001,2024-01-02,Table,20.00,EUR\n";
    check_together(&[("orders.csv", orders), ("order_items.csv", lines)], "34.90", 2);
    let undated = "Order ID,Product,Price,Currency\nW-70001,Lamp,10.00,EUR\nW-70001,Table,20.00,EUR\n";
    check_together(&[("orders.csv", orders), ("order_items.csv", undated)], "34.90", 2);
    // A file of all years beside that of one.
    let all = "Order ID,Order Date,Product,Price,Currency\n1,2023-04-01,a,10.00,EUR\n2,2023-05-01,b,20.00,EUR\n3,2024-05-01,c,30.00,EUR\n";
    let one =
        "Order ID,Order Date,Product,Price,Currency\n1,2023-04-01,a,10.00,EUR\n2,2023-05-01,b,20.00,EUR\n";
    check_together(&[("orders_2023.csv", one), ("orders_all.csv", all)], "60.00", 2);
}
